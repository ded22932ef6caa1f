#include "programs/furrowd/conf_retention.h"

#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf_value.h"

#define DAY_MS INT64_C(86400000)

void
conf_retention_rows(cfg_opt_t rows[CONF_RETENTION_ROWS])
{
	cfg_opt_t all[] = {
	    CFG_STR("raw", "", CFGF_NONE),
	    CFG_STR("texts", "", CFGF_NONE),
	    CFG_STR("histories", "", CFGF_NONE),
	    CFG_STR("sessions", "90d", CFGF_NONE),
	    CFG_END(),
	};
	_Static_assert(
	    sizeof(all) == CONF_RETENTION_ROWS * sizeof(*rows), "rows");
	memcpy(rows, all, sizeof(all));
}

/* "": for ever. */
static int
check_rule(cfg_t *cfg, cfg_opt_t *opt)
{
	return conf_last(opt)[0] == 0 ? 0 : conf_check_duration(cfg, opt);
}

static int
check_long_rule(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;

	if (check_rule(cfg, opt) != 0)
		return -1;
	if (!str_to_duration_ms(&ms, str_from(conf_last(opt))) ||
	    ms >= CONF_RETENTION_LEAST_DAYS * DAY_MS)
		return 0;
	cfg_error(cfg,
	    "%s: '%s' is too short, for orders that run need it; write %dd or"
	    " more, or \"\" to keep all",
	    opt->name, conf_last(opt), CONF_RETENTION_LEAST_DAYS);
	return -1;
}

void
conf_retention_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "retention|raw", check_rule);
	cfg_set_validate_func(cfg, "retention|texts", check_long_rule);
	cfg_set_validate_func(cfg, "retention|histories", check_long_rule);
	cfg_set_validate_func(cfg, "retention|sessions", conf_check_duration);
}

void
conf_retention_set(struct keep_rules *out, cfg_t *section)
{
	out->raw_ms = conf_duration(section, "raw");
	out->texts_ms = conf_duration(section, "texts");
	out->histories_ms = conf_duration(section, "histories");
	out->sessions_ms = conf_duration(section, "sessions");
}

bool
conf_retention_same(const struct keep_rules *a, const struct keep_rules *b)
{
	return a->raw_ms == b->raw_ms && a->texts_ms == b->texts_ms &&
	       a->histories_ms == b->histories_ms &&
	       a->sessions_ms == b->sessions_ms;
}
