/* conf_webhook - the sections `webhook NAME`: who is told what happens.
 *
 * The secret's file is read here, and the CA's is tried, so that a wrong one is
 * told with its line. */
#ifndef PROGRAMS_FURROWD_CONF_WEBHOOK_H
#define PROGRAMS_FURROWD_CONF_WEBHOOK_H

#include <confuse.h>

#include "gateway/admin/webhooks.h"

#define CONF_WEBHOOK_ROWS 9
void conf_webhook_rows(cfg_opt_t rows[CONF_WEBHOOK_ROWS]);
void conf_webhook_checks(cfg_t *cfg);

struct conf_webhooks {
	struct webhooks_hook hook[WEBHOOKS_MOST];
	size_t count;
	uint64_t fixed; /* tells whether a restart is needed */
};

/* 0, or CONF_VALUE with err. */
struct conf;
int conf_webhook_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err);

#endif
