#include "programs/furrowd/conf_value.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

const char *
conf_last(cfg_opt_t *opt)
{
	return cfg_opt_getnstr(opt, cfg_opt_size(opt) - 1);
}

int
conf_check_duration(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	const char *value = conf_last(opt);
	if (str_to_duration_ms(&ms, str_from(value)) && ms > 0)
		return 0;
	cfg_error(cfg, "%s: '%s' is no duration; write 8s, 5m, 2h or 1d",
	    opt->name, value);
	return -1;
}

int
conf_check_count(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= 0 && value <= 1000000000)
		return 0;
	cfg_error(cfg, "%s: %ld is negative or too large", opt->name, value);
	return -1;
}

int
conf_check_money(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t milli;
	if (str_to_milli(&milli, str_from(conf_last(opt))) && milli >= 0)
		return 0;
	cfg_error(
	    cfg, "%s: '%s' is no amount, like 1.00", opt->name, conf_last(opt));
	return -1;
}

void
conf_path(char dst[PATH_MAX], const char *conf_path, const char *value)
{
	const char *slash = strrchr(conf_path, '/');
	int folder = slash == NULL ? 0 : (int)(slash - conf_path + 1);
	if (value[0] == 0)
		dst[0] = 0;
	else if (value[0] == '/')
		snprintf(dst, PATH_MAX, "%s", value);
	else
		snprintf(dst, PATH_MAX, "%.*s%s", folder, conf_path, value);
}

void
conf_text(char *dst, size_t dst_octets, const char *value)
{
	str_copy(dst, dst_octets, str_from(value));
}

int64_t
conf_duration(cfg_t *section, const char *key)
{
	int64_t ms = 0;
	str_to_duration_ms(&ms, str_from(cfg_getstr(section, key)));
	return ms;
}

static int64_t
minor_of_one(const struct market *market)
{
	int64_t scale = 1;
	for (int i = 0; i < market->currency_places; i++)
		scale *= 10;
	return scale;
}

int64_t
conf_whole(const struct market *market, cfg_t *section, const char *key)
{
	return cfg_getint(section, key) * minor_of_one(market);
}

int64_t
conf_amount(const struct market *market, cfg_t *section, const char *key)
{
	int64_t milli = 0;
	str_to_milli(&milli, str_from(cfg_getstr(section, key)));
	return (milli * minor_of_one(market) + 999) / 1000;
}
