#include "programs/furrowd/conf_fair.h"

#include "base/str.h"

#include "gateway/core/area.h"

/* "10%" -> 100; "" -> -1, it does not decide. */
static bool
read_percent(struct str text, int *milli_out)
{
	int64_t milli;

	*milli_out = -1;
	if (text.octets == 0)
		return true;
	if (text.at[text.octets - 1] != '%' ||
	    !str_to_milli(&milli, str_of(text.at, text.octets - 1)) ||
	    milli < 0 || milli > 100000)
		return false;
	*milli_out = (int)(milli / 100);
	return true;
}

/* "2" -> 2; "" -> -1. */
static bool
read_steps(struct str text, int *steps_out)
{
	*steps_out = -1;
	if (text.octets == 0)
		return true;
	if (text.octets != 1 || text.at[0] < '0' ||
	    text.at[0] > '0' + AREA_LEVELS)
		return false;
	*steps_out = text.at[0] - '0';
	return true;
}

static struct str
last(cfg_opt_t *opt)
{
	return str_from(cfg_opt_getnstr(opt, cfg_opt_size(opt) - 1));
}

static int
check_percent(cfg_t *cfg, cfg_opt_t *opt)
{
	int milli;

	if (read_percent(last(opt), &milli))
		return 0;
	cfg_error(cfg, "%s: '%.40s' is not like 10%%, up to 100%%", opt->name,
	    last(opt).at);
	return -1;
}

static int
check_steps(cfg_t *cfg, cfg_opt_t *opt)
{
	int steps;

	if (read_steps(last(opt), &steps))
		return 0;
	cfg_error(cfg, "%s: '%.40s' is not a number of steps from 0 to %d",
	    opt->name, last(opt).at, AREA_LEVELS);
	return -1;
}

void
conf_fair_rows(cfg_opt_t rows[CONF_FAIR_ROWS])
{
	const cfg_opt_t all[CONF_FAIR_ROWS] = {
	    CFG_STR("price-band", "", CFGF_NONE),
	    CFG_STR("distance-band", "", CFGF_NONE),
	    CFG_STR("reach", "", CFGF_NONE),
	    CFG_STR("reliability-band", "", CFGF_NONE),
	    CFG_END(),
	};

	for (int i = 0; i < CONF_FAIR_ROWS; i++)
		rows[i] = all[i];
}

void
conf_fair_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "fair|price-band", check_percent);
	cfg_set_validate_func(cfg, "fair|distance-band", check_steps);
	cfg_set_validate_func(cfg, "fair|reach", check_steps);
	cfg_set_validate_func(cfg, "fair|reliability-band", check_percent);
}

void
conf_fair_set(struct market_fair *out, cfg_t *section)
{
	(void)read_percent(str_from(cfg_getstr(section, "price-band")),
	    &out->price_band_milli);
	(void)read_steps(str_from(cfg_getstr(section, "distance-band")),
	    &out->distance_band);
	(void)read_steps(
	    str_from(cfg_getstr(section, "reach")), &out->reach_steps);
	(void)read_percent(str_from(cfg_getstr(section, "reliability-band")),
	    &out->reliability_band_milli);
	out->price = out->price_band_milli >= 0;
	out->distance = out->distance_band >= 0;
	out->reach = out->reach_steps >= 0;
	out->reliability = out->reliability_band_milli >= 0;
}
