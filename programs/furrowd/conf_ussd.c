#include "programs/furrowd/conf_ussd.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "gateway/queue/credit_read.h"

#include "programs/furrowd/conf_value.h"

void
conf_ussd_rows(cfg_opt_t rows[CONF_USSD_ROWS])
{
	const cfg_opt_t all[CONF_USSD_ROWS] = {
	    CFG_STR_LIST("steps", NULL, CFGF_NONE),
	    CFG_STR("pin-file", "", CFGF_NONE),
	    CFG_END(),
	};

	memcpy(rows, all, sizeof(all));
}

/* The first line of the file, without blanks; nothing of it reaches a log. */
static bool
read_pin(struct ussd_script *script, const char *path)
{
	char line[64] = "";
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return false;
	if (fgets(line, sizeof(line), in) == NULL)
		line[0] = '\0';
	fclose(in);
	struct str pin = str_trim(str_from(line));
	bool good = pin.octets > 0 && pin.octets < sizeof(script->pin);
	for (size_t i = 0; i < pin.octets; i++)
		good = good && pin.at[i] >= '0' && pin.at[i] <= '9';
	if (good)
		str_copy(script->pin, sizeof(script->pin), pin);
	else
		errno = EINVAL;
	explicit_bzero(line, sizeof(line));
	return good;
}

static bool
read_steps(struct ussd_script *script, cfg_t *section)
{
	script->count = cfg_size(section, "steps");
	if (script->count == 0 || script->count > LINK_USSD_STEPS)
		return false;
	for (size_t i = 0; i < script->count; i++) {
		const char *step = cfg_getnstr(section, "steps", (unsigned)i);
		size_t octets = strlen(step);
		if (octets == 0 || octets >= USSD_SCRIPT_STEP_OCTETS)
			return false;
		str_copy(
		    script->steps[i], sizeof(script->steps[i]), str_from(step));
	}
	return true;
}

/* The places are tried with a voucher, so that a typing error shows now. */
static int
try_fill(const struct ussd_script *script, struct err *err)
{
	struct ussd_script filled;
	bool secret;
	bool asks = ussd_script_has(script, "{voucher}");
	int rc =
	    ussd_script_fill(&filled, &secret, script, asks ? "0" : "", err);
	explicit_bzero(&filled, sizeof(filled));
	return rc;
}

int
conf_ussd_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	int line = section->line;
	char path[PATH_MAX];
	struct err why;
	if (out->scripts == USSD_SCRIPTS_MAX)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: more than %d sections ussd-script", conf_file,
		    line, USSD_SCRIPTS_MAX);
	struct ussd_script *script = &out->script[out->scripts++];
	conf_text(script->name, sizeof(script->name), cfg_title(section));
	if (!read_steps(script, section))
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: ussd-script %s: steps is a code and at most %d "
		    "answers, like { \"*144#\", \"1\" }",
		    conf_file, line, script->name, LINK_USSD_STEPS - 1);
	conf_path(path, out->path, cfg_getstr(section, "pin-file"));
	if (path[0] != '\0' && !read_pin(script, path))
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: ussd-script %s: pin-file %.60s: %s", conf_file,
		    line, script->name, cfg_getstr(section, "pin-file"),
		    errno == EINVAL ? "its first line is to be digits only"
				    : strerror(errno));
	if (try_fill(script, &why) != 0)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: ussd-script %s: %.80s", conf_file, line,
		    script->name, why.text);
	return 0;
}

/* -- a modem's balance ---------------------------------------------------- */

static int
check_pattern(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	struct err err;
	struct credit_pattern *pattern = credit_pattern_new(value, &err);
	credit_pattern_free(&pattern);
	if (err.code == 0 &&
	    strlen(value) < sizeof(((struct conf_credit *)0)->balance_pattern))
		return 0;
	cfg_error(cfg, "%s: '%.60s': %s", opt->name, value,
	    err.code != 0 ? err.text : "too long");
	return -1;
}

static int
check_code(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strspn(value, "0123456789*#") == strlen(value) &&
	    strlen(value) < sizeof(((struct conf_credit *)0)->code))
		return 0;
	cfg_error(cfg, "%s: '%.60s' is no code like *144#", opt->name, value);
	return -1;
}

void
conf_credit_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "modem|balance-code", check_code);
	cfg_set_validate_func(cfg, "modem|balance-pattern", check_pattern);
	cfg_set_validate_func(cfg, "modem|expiry-pattern", check_pattern);
	cfg_set_validate_func(cfg, "modem|balance-every", conf_check_duration);
	cfg_set_validate_func(cfg, "modem|balance-least", conf_check_money);
}

void
conf_credit_set(
    struct conf_credit *out, const struct market *market, cfg_t *section)
{
	conf_text(
	    out->code, sizeof(out->code), cfg_getstr(section, "balance-code"));
	conf_text(out->balance_pattern, sizeof(out->balance_pattern),
	    cfg_getstr(section, "balance-pattern"));
	conf_text(out->expiry_pattern, sizeof(out->expiry_pattern),
	    cfg_getstr(section, "expiry-pattern"));
	out->every_ms = conf_duration(section, "balance-every");
	out->least_minor = conf_amount(market, section, "balance-least");
}
