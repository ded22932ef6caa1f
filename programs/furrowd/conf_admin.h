/* conf_admin - the section `admin` of furrow.conf: the control socket, and
 * where the console and the API are reached over TCP.  Its rows and checks for
 * conf.c, and the record they fill.
 *
 * Without `listen` nothing listens over TCP.  An address that is reached from
 * other machines needs a certificate: passwords do not travel in the clear.
 * Everything needs a restart but what the certificate's files say. */
#ifndef PROGRAMS_FURROWD_CONF_ADMIN_H
#define PROGRAMS_FURROWD_CONF_ADMIN_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include <confuse.h>

#include "base/err.h"
#include "gateway/admin/dlr.h"
#include "programs/furrowd/conf_gate.h"

#define CONF_ADMIN_HOSTS_MAX 16
#define CONF_ADMIN_HOST_OCTETS 256

struct conf_admin {
	char socket[PATH_MAX];
	/* "": nothing listens over TCP. */
	char address[CONF_GATE_ADDRESS_OCTETS];
	unsigned short port;
	char certificate[PATH_MAX], certificate_key[PATH_MAX]; /* "": plain */
	char web[PATH_MAX]; /* "": the console that was installed */
	/* Names that it goes by, in small letters. */
	char host[CONF_ADMIN_HOSTS_MAX][CONF_ADMIN_HOST_OCTETS];
	size_t hosts;
	/* A session of the console: without a request, and in any case. */
	int64_t session_idle_ms, session_longest_ms;
	bool totp_required; /* admins must have a second factor */
	/* Of a demo: the simulated network's socket, and who has a phone. */
	char phones[PATH_MAX], phones_people[PATH_MAX]; /* "": none */
	/* Texts that a token may queue by sendsms; 0: any number. */
	int64_t sendsms_per_minute;
	/* Whom a dlr-url may name, and what their certificates are held
	 * against ("": the system's). */
	struct dlr_host dlr_host[DLR_HOSTS_MOST];
	size_t dlr_hosts;
	char dlr_ca[PATH_MAX];
	bool metrics_open; /* /metrics is told to anybody */
	uint64_t fixed; /* of what needs a restart */
};

#define CONF_ADMIN_ROWS 24 /* room; rows behind CFG_END() stay empty */
void conf_admin_rows(cfg_opt_t rows[CONF_ADMIN_ROWS]);
void conf_admin_checks(cfg_t *cfg);

/* conf_path: the file, for paths and for telling.  0, or CONF_VALUE. */
int conf_admin_set(struct conf_admin *out, const char *conf_path,
    const char *conf_file, cfg_t *section, struct err *err);

#endif
