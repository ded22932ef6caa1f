/* wire_session - opens the channels of the sections `ussd`: their rows in the
 * store, where they are called or which SMPP link they come in by, and the way
 * to whoever keeps dialogues.
 *
 * One that listens where a section `http` or another does shares its gate.
 * For the many connections that gateways keep the daemon takes as many
 * descriptors as it is allowed to, and lets in no more than there are, less 256
 * for everything else: who waits longest makes way, and no store lacks one. */
#ifndef PROGRAMS_FURROWD_WIRE_SESSION_H
#define PROGRAMS_FURROWD_WIRE_SESSION_H

#include <stddef.h>

#include "base/err.h"
#include "base/loop.h"
#include "gateway/core/session.h"
#include "gateway/core/session_figures.h"
#include "gateway/store/store.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/wire_links.h"

struct wire_session;

/* NULL with err: an address that is taken, a file that is gone.  The channels
 * are those in *conf, which outlives, and get their ids; the secrets are wiped
 * from it.  links: all of them are there, none is started; they outlive. */
struct wire_session *wire_session_open(struct loop *loop, struct store *store,
    struct conf *conf, const struct session_sink *sink,
    const struct wire_links *links, struct err *err);
/* Nothing new comes in; what waits is still answered. */
void wire_session_stop(struct wire_session *sessions);
/* After whoever answers, and before wire_links_free(). */
void wire_session_free(struct wire_session **sessions);

/* The part of channel i, from 0 in the order of the file, that is known here;
 * false: there are no more. */
bool wire_session_figures(
    const struct wire_session *sessions, size_t i, struct session_figures *out);

#endif
