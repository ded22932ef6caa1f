/* conf_smpp - the sections `smpp` of furrow.conf: their rows and checks for
 * conf.c, and the record that each becomes.
 *
 * A new key is a row, a check, a line in conf_smpp_set(), one in
 * conf_smpp_same() when it needs a restart, and its words in furrow.conf(5).
 */
#ifndef PROGRAMS_FURROWD_CONF_SMPP_H
#define PROGRAMS_FURROWD_CONF_SMPP_H

#include <limits.h>

#include <confuse.h>

#include "base/err.h"
#include "gateway/link/smpp_receipt.h"
#include "gateway/link/smpp_text.h"
#include "programs/furrowd/conf_link.h"

#define CONF_SMPP_MAX 32
#define CONF_SMPP_PASSWORD_OCTETS 64

struct conf_smpp {
	struct conf_link link;
	char host[256];
	int port;
	char system_id[32], system_type[16];
	char password[CONF_SMPP_PASSWORD_OCTETS]; /* "" = none; wiped */
	char address_range[44];
	int address_ton, address_npi;
	bool pair, tls, receipts;
	int binds, window;
	char tls_ca[PATH_MAX], tls_name[256];
	int64_t enquire_ms, response_ms, reconnect_min_ms, reconnect_max_ms;
	struct smpp_text_rules text;
	enum smpp_id_form id_in_response, id_in_receipt;
	char sender[24], service_type[8];
	int source_ton, source_npi, dest_ton, dest_npi; /* -1: as it looks */
	int64_t validity_ms; /* 0: the centre's own */
};

struct conf;

/* Room for them; the rows behind CFG_END() stay empty. */
#define CONF_SMPP_ROWS 64
void conf_smpp_rows(cfg_opt_t rows[CONF_SMPP_ROWS]);
void conf_smpp_checks(cfg_t *cfg);

/* Takes the next place in out->smpp.  0, or negative enum conf_error, told
 * with conf_file (a name for people) and the section's line. */
int conf_smpp_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

/* But for what a reload takes over. */
bool conf_smpp_same(const struct conf_smpp *a, const struct conf_smpp *b);

#endif
