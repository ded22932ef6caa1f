/* conf - furrow.conf, read and checked (libconfuse syntax, furrow.conf(5)).
 *
 * In: a path.  Out: one plain record; relative paths in it are made relative
 * to the file's folder.  An unknown key, a bad value or a missing section is
 * refused with `FILE:LINE: what: why` in err->text (err->offset: the line).
 * Owns its strings inside fixed arrays; secrets (PINs) are read from their
 * files here and wiped by conf_wipe(). */
#ifndef PROGRAMS_FURROWD_CONF_H
#define PROGRAMS_FURROWD_CONF_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "gateway/core/link.h"
#include "gateway/core/market.h"
#include "programs/furrowd/conf_admin.h"
#include "programs/furrowd/conf_audit.h"
#include "programs/furrowd/conf_backup.h"
#include "programs/furrowd/conf_http.h"
#include "programs/furrowd/conf_link.h"
#include "programs/furrowd/conf_port.h"
#include "programs/furrowd/conf_retention.h"
#include "programs/furrowd/conf_route.h"
#include "programs/furrowd/conf_session.h"
#include "programs/furrowd/conf_setup.h"
#include "programs/furrowd/conf_smpp.h"
#include "programs/furrowd/conf_webhook.h"
#include "sms/segment.h"

#include "programs/furrowd/ussd_script.h"

#define CONF_MODEMS_MAX 128
#define CONF_PIN_OCTETS 12

enum conf_error {
	CONF_READ = -1, /* the file cannot be opened */
	CONF_SYNTAX = -2, /* libconfuse refused it: unknown key, bad form */
	CONF_VALUE = -3, /* a value is out of its range */
};

/* What its operator is asked (gateway/queue/credit). */
struct conf_credit {
	char code[64]; /* "": nothing */
	char balance_pattern[160], expiry_pattern[160];
	int64_t every_ms, least_minor;
};

struct conf_modem {
	struct conf_link link;
	char device[PATH_MAX]; /* or a pattern, or "auto" */
	struct conf_port port; /* which modem, which SIM, its power */
	long speed; /* baud */
	char pin[CONF_PIN_OCTETS]; /* "" = none */
	int64_t send_timeout_ms, sweep_ms; /* 0 = default */
	struct segment_rules cutting; /* how texts become parts */
	struct conf_setup setup; /* against what furrow would choose */
	struct link_budget budget;
	struct conf_credit credit;
	int rate; /* parts a minute; 0: learned */
};

struct conf {
	char path[PATH_MAX];
	struct market market;
	char catalogue[PATH_MAX]; /* "" = the store's own */
	char screens[PATH_MAX]; /* "" = those that come with furrow */
	char store[PATH_MAX];
	int64_t archive_after_ms; /* 0: never */
	struct keep_rules keep;
	struct conf_admin admin;
	struct conf_audit audit;
	struct conf_modem modem[CONF_MODEMS_MAX];
	size_t modems;
	struct conf_smpp smpp[CONF_SMPP_MAX];
	size_t smpps;
	struct conf_http http[CONF_HTTP_MAX];
	size_t https;
	struct conf_session session[CONF_SESSION_MAX];
	size_t sessions;
	struct backup_place backup[BACKUPS_PLACES_MAX];
	size_t backups;
	struct conf_webhooks webhooks;
	struct route_plan routes;
	struct ussd_script script[USSD_SCRIPTS_MAX];
	size_t scripts;
};

/* On the heap, where what a file does not use costs no memory.  Gives;
 * conf_free.  NULL with err (enum conf_error). */
struct conf *conf_load(const char *path, struct err *err);
void conf_free(struct conf **conf); /* wiped */

/* 0, or negative enum conf_error; *out is zeroed then. */
int conf_read(struct conf *out, const char *path, struct err *err);

#define CONF_RESTART_OCTETS 192

/* What differs between two readings and cannot change while running (store,
 * socket, links): false if nothing does, else *what names all of it with
 * commas between.  For SIGHUP. */
bool conf_needs_restart(char what[CONF_RESTART_OCTETS], const struct conf *now,
    const struct conf *next);

void conf_wipe(struct conf *conf);

#endif
