#include "programs/furrowd/conf_modem.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"

#include "programs/furrowd/conf_link.h"
#include "programs/furrowd/conf_ussd.h"
#include "programs/furrowd/conf_value.h"

static int
check_transliterate(cfg_t *cfg, cfg_opt_t *opt)
{
	enum plain_level level;
	const char *value = conf_last(opt);
	if (plain_level_from_name(&level, str_from(value)))
		return 0;
	cfg_error(cfg, "transliterate: '%s' is none of none, punctuation, full",
	    value);
	return -1;
}

static int
check_shift_tables(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (gsm7_lang_from_code(str_from(value)) != GSM7_LANG_DEFAULT)
		return 0;
	cfg_error(cfg,
	    "shift-tables: no tables for '%s'; there are tr, es, pt, bn, gu, "
	    "hi, kn, ml, or, pa, ta, te, ur",
	    value);
	return -1;
}

static int
check_speed(cfg_t *cfg, cfg_opt_t *opt)
{
	static const long speeds[] = {
	    4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600};
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	for (size_t i = 0; i < sizeof(speeds) / sizeof(speeds[0]); i++)
		if (speeds[i] == value)
			return 0;
	cfg_error(cfg, "speed: %ld is no speed of a serial line", value);
	return -1;
}

/* "2027-03-31" -> the first millisecond of that day (UTC); "": not known. */
static bool
read_day(int64_t *ms_out, const char *value)
{
	*ms_out = 0;
	return value[0] == 0 ||
	       (strlen(value) == 10 && clock_parse(ms_out, value));
}

static int
check_expires(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	if (read_day(&ms, conf_last(opt)))
		return 0;
	cfg_error(
	    cfg, "expires: '%s' is no day, like 2027-03-31", conf_last(opt));
	return -1;
}

/* Nothing that a SIM does goes faster. */
static int
check_rate(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= 0 && value <= 6000)
		return 0;
	cfg_error(
	    cfg, "rate: %ld is not from 0 (learned) to 6000 a minute", value);
	return -1;
}

void
conf_modem_rows(cfg_opt_t rows[CONF_MODEM_ROWS])
{
	const cfg_opt_t all[CONF_MODEM_ROWS] = {
	    CONF_LINK_ROWS,
	    CFG_STR("device", "", CFGF_NONE),
	    CFG_INT("speed", 115200, CFGF_NONE),
	    CFG_STR("pin-file", "", CFGF_NONE),
	    CFG_STR("send-timeout", "120s", CFGF_NONE),
	    CFG_STR("sweep", "60s", CFGF_NONE),
	    CFG_INT("texts-per-month", 0, CFGF_NONE),
	    CFG_INT("recipients-per-month", 0, CFGF_NONE),
	    CFG_STR("expires", "", CFGF_NONE),
	    /* Operators take idle SIMs away after 90 to 180 days. */
	    CFG_INT("keepalive-days", 60, CFGF_NONE),
	    CFG_STR("transliterate", "punctuation", CFGF_NONE),
	    CFG_STR_LIST("shift-tables", NULL, CFGF_NONE),
	    CONF_SETUP_ROWS,
	    CONF_CREDIT_ROWS,
	    CONF_PORT_ROWS,
	    CFG_END(),
	};

	memcpy(rows, all, sizeof(all));
}

void
conf_modem_checks(cfg_t *cfg)
{
	static const struct {
		const char *key;
		cfg_validate_callback_t check;
	} checks[] = {
	    {"modem|speed", check_speed},
	    {"modem|send-timeout", conf_check_duration},
	    {"modem|sweep", conf_check_duration},
	    {"modem|texts-per-month", conf_check_count},
	    {"modem|recipients-per-month", conf_check_count},
	    {"modem|expires", check_expires},
	    {"modem|keepalive-days", conf_check_count},
	    {"modem|rate", check_rate},
	    {"modem|transliterate", check_transliterate},
	    {"modem|shift-tables", check_shift_tables},
	};
	conf_link_checks(cfg, "modem"); /* some of ours are stricter */
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		cfg_set_validate_func(cfg, checks[i].key, checks[i].check);
	conf_setup_checks(cfg);
	conf_credit_checks(cfg);
	conf_port_checks(cfg);
}

/* The first line of the file, without blanks; nothing of it reaches a log. */
static int
read_pin(struct conf_modem *modem, const char *path, const char *conf_file,
    int conf_line, struct err *err)
{
	char line[64] = "";
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return err_set(err, CONF_VALUE, (size_t)conf_line,
		    "%.60s:%d: modem %s: pin-file %.100s: %s", conf_file,
		    conf_line, modem->link.name, path, strerror(errno));
	if (fgets(line, sizeof(line), in) == NULL)
		line[0] = 0;
	fclose(in);
	struct str pin = str_trim(str_from(line));
	bool good = pin.octets >= 4 && pin.octets <= 8 &&
		    strspn(pin.at, "0123456789") >= pin.octets;
	if (good)
		str_copy(modem->pin, sizeof(modem->pin), pin);
	explicit_bzero(line, sizeof(line));
	if (!good)
		return err_set(err, CONF_VALUE, (size_t)conf_line,
		    "%.60s:%d: modem %s: pin-file: a PIN is 4 to 8 digits",
		    conf_file, conf_line, modem->link.name);
	return 0;
}

static struct segment_rules
read_cutting(cfg_t *section)
{
	struct segment_rules rules = {.transliterate = PLAIN_PUNCTUATION};
	plain_level_from_name(&rules.transliterate,
	    str_from(cfg_getstr(section, "transliterate")));
	for (unsigned i = 0; i < cfg_size(section, "shift-tables"); i++)
		rules.languages |= SEGMENT_LANGUAGE(gsm7_lang_from_code(
		    str_from(cfg_getnstr(section, "shift-tables", i))));
	return rules;
}

static void
set_budget(struct link_budget *budget, cfg_t *section)
{
	*budget = (struct link_budget){
	    .counted = true,
	    .texts_per_month = cfg_getint(section, "texts-per-month"),
	    .recipients_per_month = cfg_getint(section, "recipients-per-month"),
	    .keepalive_days = cfg_getint(section, "keepalive-days"),
	};
	read_day(&budget->expires_ms, cfg_getstr(section, "expires"));
}

/* Settings that do nothing without another one. */
static const char *
fault_of_credit(const struct conf_credit *credit)
{
	if (credit->code[0] == 0 &&
	    (credit->balance_pattern[0] != 0 || credit->expiry_pattern[0] != 0))
		return "the patterns need balance-code, like *144#";
	if (credit->least_minor > 0 && credit->balance_pattern[0] == 0)
		return "balance-least needs balance-pattern";
	return NULL;
}

static bool
is_pinned(const struct conf_port *port)
{
	return port->imei[0] != 0 || port->usb_path[0] != 0 ||
	       port->imsi[0] != 0 || port->iccid[0] != 0;
}

/* Would the two fight for one modem? */
static const char *
fault_of_two(const struct conf_modem *a, const struct conf_modem *b)
{
	bool searched =
	    strcmp(a->device, "auto") == 0 || strpbrk(a->device, "*?[") != NULL;
	if (!searched && strcmp(a->device, b->device) == 0 &&
	    !is_pinned(&a->port) && !is_pinned(&b->port))
		return "device";
	if (a->port.imei[0] != 0 && strcmp(a->port.imei, b->port.imei) == 0 &&
	    strcmp(a->port.usb_path, b->port.usb_path) == 0 &&
	    strcmp(a->port.imsi, b->port.imsi) == 0 &&
	    strcmp(a->port.iccid, b->port.iccid) == 0)
		return "imei";
	return NULL;
}

/* What is known only once all its keys are read. */
static int
check_whole(
    const struct conf *conf, const char *conf_file, int line, struct err *err)
{
	const struct conf_modem *modem = &conf->modem[conf->modems - 1];
	const char *fault = fault_of_credit(&modem->credit);
	if (fault != NULL)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: modem %s: %s", conf_file, line, modem->link.name,
		    fault);
	for (size_t i = 0; i + 1 < conf->modems; i++) {
		const char *key = fault_of_two(&conf->modem[i], modem);
		if (key != NULL)
			return err_set(err, CONF_VALUE, (size_t)line,
			    "%.60s:%d: modem %s: its %s is that of modem %s "
			    "already",
			    conf_file, line, modem->link.name, key,
			    conf->modem[i].link.name);
	}
	return 0;
}

int
conf_modem_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	/* libconfuse keeps the line where the section ends. */
	int line = section->line;
	if (out->modems == CONF_MODEMS_MAX)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: more than %d modems", conf_file, line,
		    CONF_MODEMS_MAX);
	struct conf_modem *modem = &out->modem[out->modems++];
	conf_link_set(&modem->link, &out->market, section);
	const char *device = cfg_getstr(section, "device");
	if (strcmp(device, "auto") == 0)
		conf_text(modem->device, sizeof(modem->device), device);
	else
		conf_path(modem->device, out->path, device);
	if (modem->device[0] == 0)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: modem %s: device is missing, like "
		    "\"/dev/ttyUSB2\" or \"auto\"",
		    conf_file, line, modem->link.name);
	modem->speed = cfg_getint(section, "speed");
	modem->send_timeout_ms = conf_duration(section, "send-timeout");
	modem->sweep_ms = conf_duration(section, "sweep");
	modem->cutting = read_cutting(section);
	set_budget(&modem->budget, section);
	conf_credit_set(&modem->credit, &out->market, section);
	modem->rate = modem->link.terms.rate;
	modem->link.terms.rate = 0; /* it keeps its own pace */
	conf_setup_set(&modem->setup, section);
	conf_port_set(&modem->port, section);
	if (check_whole(out, conf_file, line, err) != 0)
		return err->code;
	char pin_file[PATH_MAX];
	conf_path(pin_file, out->path, cfg_getstr(section, "pin-file"));
	return pin_file[0] == 0
		   ? 0
		   : read_pin(modem, pin_file, conf_file, line, err);
}

bool
conf_modem_same(const struct conf_modem *a, const struct conf_modem *b)
{
	return conf_link_same(&a->link, &b->link) &&
	       strcmp(a->device, b->device) == 0 &&
	       conf_setup_same(&a->setup, &b->setup) &&
	       conf_port_same(&a->port, &b->port) && a->speed == b->speed &&
	       a->send_timeout_ms == b->send_timeout_ms && a->rate == b->rate &&
	       a->sweep_ms == b->sweep_ms &&
	       a->cutting.transliterate == b->cutting.transliterate &&
	       a->cutting.languages == b->cutting.languages;
}
