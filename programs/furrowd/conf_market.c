#include "programs/furrowd/conf_market.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_blocked.h"
#include "programs/furrowd/conf_value.h"

#define LETTERS_MAX 9
#define QUESTION_MIN_MS (INT64_C(5) * 60 * 1000)
#define QUESTION_MAX_MS (INT64_C(24) * 3600 * 1000)

void
conf_market_rows(cfg_opt_t rows[CONF_MARKET_ROWS])
{
	const cfg_opt_t all[CONF_MARKET_ROWS] = {
	    CFG_STR("name", "furrow", CFGF_NONE),
	    CFG_STR("country", "254", CFGF_NONE),
	    CFG_STR("currency", "KES", CFGF_NONE),
	    CFG_STR("language", "en", CFGF_NONE),
	    CFG_STR_LIST("languages", NULL, CFGF_NONE),
	    CFG_STR("catalogue", "", CFGF_NONE),
	    CFG_STR("screens", "", CFGF_NONE),
	    CFG_STR("answer-within", "2h", CFGF_NONE),
	    /* The network tries on the radio side for up to 42 s, and
	     * reports follow within seconds where the phone is on. */
	    CFG_STR("unknown-wait", "2m", CFGF_NONE),
	    /* Operators try for up to three days; most parts come in minutes.
	     */
	    CFG_STR("parts-wait", "24h", CFGF_NONE),
	    CFG_STR("calls", "answer", CFGF_NONE),
	    CFG_STR("quiet-hours", "", CFGF_NONE),
	    /* Networks give silent numbers to others after some months. */
	    CFG_STR("recycle-after", "120d", CFGF_NONE),
	    CFG_STR("timezone", "UTC", CFGF_NONE),
	    CFG_STR("clock", "auto", CFGF_NONE),
	    CFG_STR("admin-phone", "", CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

void
conf_limits_rows(cfg_opt_t rows[CONF_LIMITS_ROWS])
{
	const cfg_opt_t all[CONF_LIMITS_ROWS] = {
	    CFG_INT("texts-per-person-hour", 0, CFGF_NONE),
	    CFG_INT("open-orders-per-person", 0, CFGF_NONE),
	    CFG_INT("spend-per-day", 0, CFGF_NONE),
	    CFG_INT("texts-per-phone-day", 0, CFGF_NONE),
	    CFG_INT("value-per-person", 0, CFGF_NONE),
	    CFG_STR_LIST("blocked", NULL, CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

void
conf_language_rows(cfg_opt_t rows[CONF_LANGUAGE_ROWS])
{
	const cfg_opt_t all[CONF_LANGUAGE_ROWS] = {
	    /* As intent_limits_usual; a test holds them together. */
	    CFG_FLOAT("mend-letters", 2.0, CFGF_NONE),
	    CFG_FLOAT("margin-letters", 0.3, CFGF_NONE),
	    CFG_FLOAT("unread-words", 1.0, CFGF_NONE),
	    CFG_FLOAT("unread-words-wish", 2.0, CFGF_NONE),
	    CFG_STR("question-lasts", "1h", CFGF_NONE),
	    CFG_INT("unusual-times", 10, CFGF_NONE),
	    CFG_INT("unusual-kg", 500, CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

/* -- values, checked while their line is known ----------------------------- */

static int
check_quiet(cfg_t *cfg, cfg_opt_t *opt)
{
	int from, until;
	if (market_read_quiet(conf_last(opt), &from, &until))
		return 0;
	cfg_error(
	    cfg, "quiet-hours: '%s' is not like 20:30-06:30", conf_last(opt));
	return -1;
}

/* "": never. */
static int
check_recycle(cfg_t *cfg, cfg_opt_t *opt)
{
	return conf_last(opt)[0] == 0 ? 0 : conf_check_duration(cfg, opt);
}

/* Parts are remembered for seven days; and nobody waits for seconds. */
static int
check_parts(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t wait_ms;
	if (str_to_duration_ms(&wait_ms, str_from(conf_last(opt))) &&
	    wait_ms >= INT64_C(60000) &&
	    wait_ms <= INT64_C(6) * 24 * 3600 * 1000)
		return 0;
	cfg_error(
	    cfg, "parts-wait: '%s' is not between 1m and 6d", conf_last(opt));
	return -1;
}

static int
check_calls(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "answer") == 0 || strcmp(value, "log") == 0)
		return 0;
	cfg_error(cfg, "calls: '%s' is neither \"answer\" nor \"log\"", value);
	return -1;
}

static int
check_country(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	size_t n = strlen(value);
	if (n >= 1 && n <= 3 && strspn(value, "0123456789") == n &&
	    value[0] != '0')
		return 0;
	cfg_error(cfg, "country: '%s' is no calling code, like 254", value);
	return -1;
}

/* Alarms go there: a number that is none must not be found out by silence. */
static int
check_phone(cfg_t *cfg, cfg_opt_t *opt)
{
	char number[PARTY_OCTETS];
	const char *value = conf_last(opt);
	if (value[0] == 0 || party_normalise(number, str_from(value),
				 cfg_getstr(cfg, "country")) == PARTY_PHONE)
		return 0;
	cfg_error(cfg, "%s: '%s' is no phone number, like +254700000009",
	    opt->name, value);
	return -1;
}

static int
check_currency(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strlen(value) == 3 &&
	    strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
		return 0;
	cfg_error(cfg, "currency: '%s' is no ISO code, like KES", value);
	return -1;
}

static int
check_clock(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "auto") == 0 || strcmp(value, "unsure") == 0)
		return 0;
	cfg_error(cfg, "clock: '%s' is neither auto nor unsure", value);
	return -1;
}

static int
check_timezone(cfg_t *cfg, cfg_opt_t *opt)
{
	char path[PATH_MAX];
	const char *value = conf_last(opt);
	snprintf(path, sizeof(path), "/usr/share/zoneinfo/%s", value);
	if (strcmp(value, "UTC") == 0)
		return 0; /* needs no file */
	if (value[0] != 0 && strstr(value, "..") == NULL &&
	    access(path, R_OK) == 0)
		return 0;
	cfg_error(
	    cfg, "timezone: '%s' is not known here (is tzdata there?)", value);
	return -1;
}

/* Letters, as 2 or 0.5; kept in tenths. */
static int
check_letters(cfg_t *cfg, cfg_opt_t *opt)
{
	double value = cfg_opt_getnfloat(opt, cfg_opt_size(opt) - 1);
	if (value >= 0.0 && value <= LETTERS_MAX)
		return 0;
	cfg_error(
	    cfg, "%s: %g is not from 0 to %d", opt->name, value, LETTERS_MAX);
	return -1;
}

/* Shorter, and people cannot answer in time; longer, and a figure is taken
 * for the answer to what nobody remembers. */
static int
check_question(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms = 0;
	if (conf_check_duration(cfg, opt) != 0)
		return -1;
	str_to_duration_ms(&ms, str_from(conf_last(opt)));
	if (ms >= QUESTION_MIN_MS && ms <= QUESTION_MAX_MS)
		return 0;
	cfg_error(
	    cfg, "%s: '%s' is not from 5m to 1d", opt->name, conf_last(opt));
	return -1;
}

void
conf_market_checks(cfg_t *cfg)
{
	static const struct {
		const char *key;
		cfg_validate_callback_t check;
	} checks[] = {
	    {"market|answer-within", conf_check_duration},
	    {"market|unknown-wait", conf_check_duration},
	    {"market|parts-wait", check_parts},
	    {"market|calls", check_calls},
	    {"market|quiet-hours", check_quiet},
	    {"market|recycle-after", check_recycle},
	    {"market|country", check_country},
	    {"market|currency", check_currency},
	    {"market|admin-phone", check_phone},
	    {"market|clock", check_clock},
	    {"market|timezone", check_timezone},
	    {"limits|texts-per-person-hour", conf_check_count},
	    {"limits|open-orders-per-person", conf_check_count},
	    {"limits|spend-per-day", conf_check_count},
	    {"limits|texts-per-phone-day", conf_check_count},
	    {"limits|value-per-person", conf_check_count},
	    {"language|mend-letters", check_letters},
	    {"language|margin-letters", check_letters},
	    {"language|unread-words", check_letters},
	    {"language|unread-words-wish", check_letters},
	    {"language|question-lasts", check_question},
	    {"language|unusual-times", conf_check_count},
	    {"language|unusual-kg", conf_check_count},
	};
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		cfg_set_validate_func(cfg, checks[i].key, checks[i].check);
}

/* -- from libconfuse's tree into the record -------------------------------- */

static int
set_blocked(struct market *market, const char *conf_file, cfg_t *limits,
    struct err *err)
{
	unsigned count = cfg_size(limits, "blocked");
	if (count > MARKET_BLOCKED_MAX)
		return err_set(err, CONF_VALUE, (size_t)limits->line,
		    "%.60s:%d: blocked: more than %d numbers", conf_file,
		    limits->line, MARKET_BLOCKED_MAX);
	for (unsigned i = 0; i < count; i++) {
		const char *written = cfg_getnstr(limits, "blocked", i);
		if (!conf_blocked(market->blocked[i], written, market->country))
			return err_set(err, CONF_VALUE, (size_t)limits->line,
			    "%.60s:%d: blocked: '%.40s' is not like +25490* "
			    "or +254900123456",
			    conf_file, limits->line, written);
		market->blocked_count++;
	}
	return 0;
}

static bool
is_language(const char *code)
{
	size_t octets = strspn(
	    code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
	return octets >= 2 && octets < 12 && code[octets] == '\0';
}

static int
set_languages(
    struct market *market, const char *conf_file, cfg_t *m, struct err *err)
{
	unsigned count = cfg_size(m, "languages");
	if (count > MARKET_LANGUAGES_MAX)
		return err_set(err, CONF_VALUE, (size_t)m->line,
		    "%.60s:%d: languages: more than %d; a screen holds no more",
		    conf_file, m->line, MARKET_LANGUAGES_MAX);
	for (unsigned i = 0; i < count; i++) {
		const char *code = cfg_getnstr(m, "languages", i);
		if (!is_language(code))
			return err_set(err, CONF_VALUE, (size_t)m->line,
			    "%.60s:%d: languages: '%.20s' is not like \"sw\" "
			    "or \"hi-Latn\"",
			    conf_file, m->line, code);
		conf_text(
		    market->languages[i], sizeof(market->languages[i]), code);
	}
	market->languages_count = count;
	return 0;
}

static void
set_market(struct conf *out, cfg_t *m, cfg_t *limits)
{
	struct market *market = &out->market;
	conf_text(market->name, sizeof(market->name), cfg_getstr(m, "name"));
	conf_text(
	    market->country, sizeof(market->country), cfg_getstr(m, "country"));
	conf_text(market->currency, sizeof(market->currency),
	    cfg_getstr(m, "currency"));
	conf_text(market->language, sizeof(market->language),
	    cfg_getstr(m, "language"));
	conf_text(market->timezone, sizeof(market->timezone),
	    cfg_getstr(m, "timezone"));
	party_normalise(market->admin_phone,
	    str_from(cfg_getstr(m, "admin-phone")), market->country);
	market->currency_places = market_currency_places(market->currency);
	market->answer_within_ms = conf_duration(m, "answer-within");
	market->unknown_wait_ms = conf_duration(m, "unknown-wait");
	market->parts_wait_ms = conf_duration(m, "parts-wait");
	market->calls_unanswered = strcmp(cfg_getstr(m, "calls"), "log") == 0;
	market_read_quiet(cfg_getstr(m, "quiet-hours"), &market->quiet_from_min,
	    &market->quiet_until_min);
	market->recycle_after_ms = conf_duration(m, "recycle-after");
	market->clock_unsure = strcmp(cfg_getstr(m, "clock"), "unsure") == 0;
	market->texts_per_person_hour =
	    (int)cfg_getint(limits, "texts-per-person-hour");
	market->open_orders_per_person =
	    (int)cfg_getint(limits, "open-orders-per-person");
	market->texts_per_phone_day =
	    (int)cfg_getint(limits, "texts-per-phone-day");
	market->spend_per_day_minor =
	    conf_whole(market, limits, "spend-per-day");
	market->value_per_person_minor =
	    conf_whole(market, limits, "value-per-person");
	conf_path(out->catalogue, out->path, cfg_getstr(m, "catalogue"));
	conf_path(out->screens, out->path, cfg_getstr(m, "screens"));
}

static int
tenths(cfg_t *section, const char *key)
{
	return (int)(cfg_getfloat(section, key) * 10.0 + 0.5);
}

static void
set_language(struct market *market, cfg_t *language)
{
	market->reading = (struct market_reading){
	    .set = true,
	    .mend = tenths(language, "mend-letters"),
	    .margin = tenths(language, "margin-letters"),
	    .unread = tenths(language, "unread-words"),
	    .unread_wish = tenths(language, "unread-words-wish"),
	};
	market->question_lasts_ms = conf_duration(language, "question-lasts");
	market->unusual_times = (int)cfg_getint(language, "unusual-times");
	market->unusual_grams = cfg_getint(language, "unusual-kg") * 1000;
}

int
conf_market_set(
    struct conf *out, const char *conf_file, cfg_t *top, struct err *err)
{
	cfg_t *limits = cfg_getsec(top, "limits");
	cfg_t *market = cfg_getsec(top, "market");
	set_market(out, market, limits);
	if (set_languages(&out->market, conf_file, market, err) < 0)
		return err->code;
	if (set_blocked(&out->market, conf_file, limits, err) < 0)
		return err->code;
	set_language(&out->market, cfg_getsec(top, "language"));
	return 0;
}
