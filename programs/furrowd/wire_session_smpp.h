/* wire_session_smpp - gives an SMPP link the channel of the section `ussd` that
 * names it. */
#ifndef PROGRAMS_FURROWD_WIRE_SESSION_SMPP_H
#define PROGRAMS_FURROWD_WIRE_SESSION_SMPP_H

#include <stddef.h>

#include "gateway/core/link.h"
#include "gateway/core/session.h"
#include "programs/furrowd/conf_session.h"

/* The link, which is not started yet.  session (with its channel's id) and sink
 * outlive it.  PANICs when no link has that name: conf_session_smpp has seen
 * to it. */
struct link *wire_session_smpp_open(struct link *const *links, size_t count,
    const struct conf_session *session, const struct session_sink *sink);

#endif
