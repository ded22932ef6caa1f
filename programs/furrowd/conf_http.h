/* conf_http - the sections `http` of furrow.conf: their rows and checks for
 * conf.c, and the record that each becomes.
 *
 * A new key is a row, a check, a line in conf_http_set() and its words in
 * furrow.conf(5); that it needs a restart is seen by itself (`fixed`), unless
 * conf_link takes it over on a reload.
 */
#ifndef PROGRAMS_FURROWD_CONF_HTTP_H
#define PROGRAMS_FURROWD_CONF_HTTP_H

#include <limits.h>

#include <confuse.h>

#include "base/err.h"
#include "gateway/link/http_caller.h"
#include "gateway/link/http_row.h"
#include "programs/furrowd/conf_link.h"

#define CONF_HTTP_MAX 8

struct conf_http {
	struct conf_link link;
	struct http_row row; /* the provider's, with what the file changes */
	char user[64], from[PARTY_OCTETS];
	char key[256]; /* of key-file; wiped once the link has it */
	char tls_ca[PATH_MAX], tls_name[256];
	size_t window;
	int64_t connect_ms, answer_ms;
	/* Where we are called; address "": nowhere. */
	char address[64];
	unsigned short port;
	int64_t hold_ms; /* a call waits so long for its commit */
	char certificate[PATH_MAX], certificate_key[PATH_MAX]; /* "": plain */
	char path[128], report_path[128];
	struct http_caller caller;
	uint64_t fixed; /* of all that cannot change while it runs */
};

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_HTTP_ROWS 64
void conf_http_rows(cfg_opt_t rows[CONF_HTTP_ROWS]);
void conf_http_checks(cfg_t *cfg);

/* Takes the next place in out->http.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_http_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* But for what a reload takes over. */
bool conf_http_same(const struct conf_http *a, const struct conf_http *b);

#endif
