/* The keys of a section `ussd`, and what each value must look like. */
#include "programs/furrowd/conf_session.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "programs/furrowd/conf_value.h"

/* What USSD carries at most: 182 septets, 80 units of UCS-2 (3GPP TS 23.038;
 * 160 octets of a USSD string, TS 24.080). */
#define SEPTETS_MOST 182
#define UNITS_MOST 80
#define DEADLINE_MOST_MS 10000
#define DAY_MS 86400000

void
conf_session_rows(cfg_opt_t rows[CONF_SESSION_ROWS])
{
	const cfg_opt_t all[CONF_SESSION_ROWS] = {
	    CFG_STR("dialect", "", CFGF_NONE),
	    CFG_STR("listen", "", CFGF_NONE),
	    CFG_STR("path", NULL, CFGF_NONE),
	    CFG_STR("event-path", NULL, CFGF_NONE),
	    CFG_STR_LIST("codes", NULL, CFGF_NONE),
	    CFG_STR_LIST("allow", NULL, CFGF_NONE),
	    CFG_STR("secret-file", "", CFGF_NONE),
	    CFG_STR("tls-certificate", "", CFGF_NONE),
	    CFG_STR("tls-key", "", CFGF_NONE),
	    CFG_STR_LIST("countries", NULL, CFGF_NONE),
	    CFG_STR_LIST("networks", NULL, CFGF_NONE),
	    CFG_INT("septets", 160, CFGF_NONE),
	    CFG_INT("units", 70, CFGF_NONE),
	    CFG_STR("idle", "3m", CFGF_NONE),
	    CFG_STR("resume", "15m", CFGF_NONE),
	    CFG_STR("deadline", "5s", CFGF_NONE),
	    CFG_STR("trust", "full", CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
	conf_session_smpp_rows(rows, CONF_SESSION_ROWS);
}

/* -- checks of single values ----------------------------------------------- */

static int
check_dialect(cfg_t *cfg, cfg_opt_t *opt)
{
	char names[160];
	struct buf known = buf_over(names, sizeof(names));
	if (ussd_dialect_find(conf_last(opt)) != NULL ||
	    conf_session_smpp_is(conf_last(opt)))
		return 0;
	ussd_dialect_names(&known);
	conf_session_smpp_names(&known);
	cfg_error(cfg, "dialect: '%.16s' is none of %s", conf_last(opt), names);
	return -1;
}

static int
check_code(cfg_t *cfg, cfg_opt_t *opt)
{
	char code[SESSION_CODE_OCTETS];
	if (session_code_write(code, str_from(conf_last(opt))))
		return 0;
	cfg_error(cfg, "codes: '%.40s' is no code to dial, like *384*96#",
	    conf_last(opt));
	return -1;
}

bool
conf_session_country(char dst[8], const char *value)
{
	const char *digits = value[0] == '+' ? value + 1 : value;
	size_t octets = strspn(digits, "0123456789");
	if (octets == 0 || octets > 6 || digits[0] == '0' ||
	    digits[octets] != '\0')
		return false;
	snprintf(dst, 8, "+%.6s", digits);
	return true;
}

static int
check_country(cfg_t *cfg, cfg_opt_t *opt)
{
	char country[8];
	if (conf_session_country(country, conf_last(opt)))
		return 0;
	cfg_error(cfg,
	    "countries: '%.40s' is no beginning of a number, like +254",
	    conf_last(opt));
	return -1;
}

static int
check_network(cfg_t *cfg, cfg_opt_t *opt)
{
	size_t octets = strlen(conf_last(opt));
	if (octets > 0 && octets < 16)
		return 0;
	cfg_error(cfg,
	    "networks: '%.40s' is neither digits like 63902 nor a name of up "
	    "to 15 letters",
	    conf_last(opt));
	return -1;
}

static int
check_range(cfg_t *cfg, cfg_opt_t *opt, long least, long most)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= least && value <= most)
		return 0;
	cfg_error(cfg, "%s: %ld is not from %ld to %ld", opt->name, value,
	    least, most);
	return -1;
}

static int
check_septets(cfg_t *cfg, cfg_opt_t *opt)
{
	return check_range(cfg, opt, 60, SEPTETS_MOST);
}

static int
check_units(cfg_t *cfg, cfg_opt_t *opt)
{
	return check_range(cfg, opt, 40, UNITS_MOST);
}

/* A gateway that waits longer than that has given up on us long before. */
static int
check_deadline(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	if (str_to_duration_ms(&ms, str_from(conf_last(opt))) && ms >= 1000 &&
	    ms <= DEADLINE_MOST_MS)
		return 0;
	cfg_error(cfg, "deadline: '%.40s' is not from 1s to %ds",
	    conf_last(opt), DEADLINE_MOST_MS / 1000);
	return -1;
}

static int
check_wait(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	if (str_to_duration_ms(&ms, str_from(conf_last(opt))) && ms >= 1000 &&
	    ms <= DAY_MS)
		return 0;
	cfg_error(cfg, "%s: '%.40s' is no duration from 1s to 1d", opt->name,
	    conf_last(opt));
	return -1;
}

static int
check_trust(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "full") == 0 || strcmp(value, "low") == 0)
		return 0;
	cfg_error(cfg, "trust: '%.40s' is neither full nor low", value);
	return -1;
}

void
conf_session_checks(cfg_t *cfg)
{
	static const struct {
		const char *key;
		cfg_validate_callback_t check;
	} checks[] = {
	    {"ussd|dialect", check_dialect},
	    {"ussd|path", conf_gate_check_path},
	    {"ussd|event-path", conf_gate_check_path},
	    {"ussd|codes", check_code},
	    {"ussd|allow", conf_gate_check_allow},
	    {"ussd|countries", check_country},
	    {"ussd|networks", check_network},
	    {"ussd|septets", check_septets},
	    {"ussd|units", check_units},
	    {"ussd|idle", check_wait},
	    {"ussd|resume", check_wait},
	    {"ussd|deadline", check_deadline},
	    {"ussd|trust", check_trust},
	};
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		cfg_set_validate_func(cfg, checks[i].key, checks[i].check);
	conf_session_smpp_checks(cfg);
}
