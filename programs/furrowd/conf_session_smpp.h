/* conf_session_smpp - the sections `ussd` of furrow.conf that an operator's
 * USSD centre speaks by, on a link of a section `smpp`: their dialects (its,
 * none, mica, sixdee), rows and checks for conf_session.
 *
 * A new key is a row, a check, a line in conf_session_smpp_set() and its words
 * in furrow.conf(5). */
#ifndef PROGRAMS_FURROWD_CONF_SESSION_SMPP_H
#define PROGRAMS_FURROWD_CONF_SESSION_SMPP_H

#include <confuse.h>

#include "base/buf.h"
#include "gateway/core/link.h"
#include "gateway/link/smpp_ussd.h"
#include "programs/furrowd/conf_gate.h"

struct conf;

struct conf_session_smpp {
	char link[LINK_NAME_OCTETS]; /* the section smpp; "": over HTTP */
	struct smpp_ussd_rules rules;
};

/* Appends to rows, of which `room` are there; ends with CFG_END(). */
void conf_session_smpp_rows(cfg_opt_t *rows, size_t room);
void conf_session_smpp_checks(cfg_t *cfg);

bool conf_session_smpp_is(const char *dialect);
void conf_session_smpp_names(struct buf *out); /* ", its, none, …" */

/* 0, or negative enum conf_error, told at its place: a link that is no section
 * smpp, or has another section ussd; a key that is not for this dialect. */
int conf_session_smpp_set(const struct conf_place *at, struct conf *conf,
    struct conf_session_smpp *out, cfg_t *section);
/* Of a dialect over HTTP: no key of these may be there. */
int conf_session_smpp_none(const struct conf_place *at, cfg_t *section);

#endif
