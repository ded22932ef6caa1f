/* conf_session - the sections `ussd` of furrow.conf: channels that dialogues
 * come in by.  Their rows and checks for conf.c (conf_session_keys.c), and the
 * record that each becomes.
 *
 * A new key is a row, a check, a line in conf_session_set() and its words in
 * furrow.conf(5).  All of it needs a restart, for dialogues are under way by
 * it (`fixed`). */
#ifndef PROGRAMS_FURROWD_CONF_SESSION_H
#define PROGRAMS_FURROWD_CONF_SESSION_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include <confuse.h>

#include "base/err.h"
#include "gateway/core/session.h"
#include "gateway/link/http_caller.h"
#include "gateway/link/ussd_dialect.h"
#include "programs/furrowd/conf_gate.h"
#include "programs/furrowd/conf_session_smpp.h"

#define CONF_SESSION_MAX 16

struct conf_session {
	struct session_channel channel; /* its id comes with the store */
	const struct ussd_dialect *dialect; /* NULL: by SMPP, then `smpp` */
	struct conf_session_smpp smpp;
	/* Where it is called. */
	char address[CONF_GATE_ADDRESS_OCTETS];
	unsigned short port;
	char certificate[PATH_MAX], certificate_key[PATH_MAX]; /* "": plain */
	char path[128], event_path[128];
	struct http_caller caller; /* its secret is wiped once it is taken */
	uint64_t fixed; /* of all there is */
};

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_SESSION_ROWS 40
void conf_session_rows(cfg_opt_t rows[CONF_SESSION_ROWS]);
void conf_session_checks(cfg_t *cfg);

/* "254" or "+254" -> "+254"; false: no beginning of a number of any country. */
bool conf_session_country(char dst[8], const char *value);

/* Takes the next place in out->session, after the sections of other links.
 * 0, or negative enum conf_error, told with conf_file (a name for people) and
 * the section's line. */
int conf_session_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* A channel with the usual limits, for one that no section describes. */
void conf_session_usual(struct session_channel *out, const char *name);

#endif
