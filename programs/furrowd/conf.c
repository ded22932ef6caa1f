#include "programs/furrowd/conf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <confuse.h>

#include "base/buf.h"
#include "base/str.h"
#include "programs/furrowd/conf_blocked.h"
#include "programs/furrowd/conf_fair.h"
#include "programs/furrowd/conf_modem.h"
#include "programs/furrowd/conf_ussd.h"
#include "programs/furrowd/conf_value.h"

#define LETTERS_MAX 9
#define QUESTION_MIN_MS (INT64_C(5) * 60 * 1000)
#define QUESTION_MAX_MS (INT64_C(24) * 3600 * 1000)

/* libconfuse's error callback has no argument of ours; conf_read() is not
 * re-entered; nor does a section know the name of its file. */
static struct err *conf_error;
static const char *conf_file;

/* Sections of links that this version does not have: without them the market
 * would not be reached, so it does not start as if they were there. */
static const char *
link_of_later(const char *complaint)
{
	static const char *const sections[] = {"smpp", "http", "ussd"};
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		char unknown[64];
		snprintf(unknown, sizeof(unknown), "no such option '%s'",
		    sections[i]);
		if (strcmp(complaint, unknown) == 0)
			return sections[i];
	}
	return NULL;
}

static void
note_error(cfg_t *cfg, const char *format, va_list args)
{
	char what[ERR_TEXT_OCTETS - 64];
	if (conf_error == NULL || conf_error->code != 0)
		return; /* the first one is the cause */
	vsnprintf(what, sizeof(what), format, args);
	const char *later = link_of_later(what);
	if (later != NULL)
		snprintf(what, sizeof(what),
		    "section %s: this version has no such links yet, only "
		    "modem",
		    later);
	int line = cfg != NULL ? cfg->line : 0;
	err_set(conf_error, CONF_SYNTAX, (size_t)line, "%.60s:%d: %s",
	    conf_file, line, what);
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

static void
set_checks(cfg_t *cfg)
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
set_blocked(struct market *market, cfg_t *limits, struct err *err)
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

static void
note_unserved(struct conf *out, cfg_t *cfg)
{
	static const struct {
		const char *key, *name;
	} keys[] = {
	    {"listen", "admin listen"},
	    {"tls-certificate", "admin tls-certificate"},
	    {"tls-key", "admin tls-key"},
	};
	cfg_t *admin = cfg_getsec(cfg, "admin");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (cfg_getstr(admin, keys[i].key)[0] != 0)
			out->unserved[out->unserved_count++] = keys[i].name;
	if (cfg_size(cfg, "route") > 0)
		out->unserved[out->unserved_count++] = "route";
}

static int
set_all(struct conf *out, cfg_t *cfg, struct err *err)
{
	note_unserved(out, cfg);
	set_market(out, cfg_getsec(cfg, "market"), cfg_getsec(cfg, "limits"));
	if (set_blocked(&out->market, cfg_getsec(cfg, "limits"), err) < 0)
		return err->code;
	set_language(&out->market, cfg_getsec(cfg, "language"));
	conf_fair_set(&out->market.fair, cfg_getsec(cfg, "fair"));
	conf_path(out->store, out->path,
	    cfg_getstr(cfg_getsec(cfg, "store"), "path"));
	conf_path(out->socket, out->path,
	    cfg_getstr(cfg_getsec(cfg, "admin"), "socket"));
	for (unsigned i = 0; i < cfg_size(cfg, "modem"); i++) {
		int rc = conf_modem_set(
		    out, conf_file, cfg_getnsec(cfg, "modem", i), err);
		if (rc < 0)
			return rc;
	}
	for (unsigned i = 0; i < cfg_size(cfg, "ussd-script"); i++) {
		int rc = conf_ussd_set(
		    out, conf_file, cfg_getnsec(cfg, "ussd-script", i), err);
		if (rc < 0)
			return rc;
	}
	return 0;
}

/* libconfuse copies what it is given: the arrays may be gone afterwards. */
static cfg_t *
tree_of(cfg_opt_t *market, cfg_opt_t *limits, cfg_opt_t *language)
{
	cfg_opt_t fair[CONF_FAIR_ROWS];
	cfg_opt_t store[] = {
	    CFG_STR("path", "furrow.db", CFGF_NONE),
	    CFG_END(),
	};
	cfg_opt_t modem[CONF_MODEM_ROWS];
	cfg_opt_t script[CONF_USSD_ROWS];
	cfg_opt_t admin[] = {
	    CFG_STR("socket", "furrow.sock", CFGF_NONE),
	    CFG_STR("listen", "", CFGF_NONE),
	    CFG_STR("tls-certificate", "", CFGF_NONE),
	    CFG_STR("tls-key", "", CFGF_NONE),
	    CFG_END(),
	};
	cfg_opt_t route[] = {
	    CFG_STR("to", "", CFGF_NONE),
	    CFG_STR_LIST("link", NULL, CFGF_NONE),
	    CFG_END(),
	};
	cfg_opt_t top[] = {
	    CFG_SEC("market", market, CFGF_NONE),
	    CFG_SEC("limits", limits, CFGF_NONE),
	    CFG_SEC("language", language, CFGF_NONE),
	    CFG_SEC("fair", fair, CFGF_NONE),
	    CFG_SEC("store", store, CFGF_NONE),
	    CFG_SEC(
		"modem", modem, CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES),
	    CFG_SEC("ussd-script", script,
		CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES),
	    CFG_SEC("route", route, CFGF_MULTI),
	    CFG_SEC("admin", admin, CFGF_NONE),
	    CFG_END(),
	};
	conf_fair_rows(fair);
	conf_modem_rows(modem);
	conf_ussd_rows(script);
	cfg_t *cfg = cfg_init(top, CFGF_NONE);
	if (cfg != NULL) {
		cfg_set_error_function(cfg, note_error);
		set_checks(cfg);
		conf_fair_checks(cfg);
		conf_modem_checks(cfg);
	}
	return cfg;
}

static cfg_t *
new_tree(void)
{
	cfg_opt_t market[] = {
	    CFG_STR("name", "furrow", CFGF_NONE),
	    CFG_STR("country", "254", CFGF_NONE),
	    CFG_STR("currency", "KES", CFGF_NONE),
	    CFG_STR("language", "en", CFGF_NONE),
	    CFG_STR("catalogue", "", CFGF_NONE),
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
	cfg_opt_t limits[] = {
	    CFG_INT("texts-per-person-hour", 0, CFGF_NONE),
	    CFG_INT("open-orders-per-person", 0, CFGF_NONE),
	    CFG_INT("spend-per-day", 0, CFGF_NONE),
	    CFG_INT("texts-per-phone-day", 0, CFGF_NONE),
	    CFG_INT("value-per-person", 0, CFGF_NONE),
	    CFG_STR_LIST("blocked", NULL, CFGF_NONE),
	    CFG_END(),
	};
	cfg_opt_t language[] = {
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
	return tree_of(market, limits, language);
}

/* libconfuse takes a file that ends inside a section for a whole one; a file
 * cut short must not start a market with half of its settings.  Returns the
 * line of the brace that is never closed, 0 if all are. */
static int
unclosed_line(FILE *in)
{
	int line = 1, opened = 0, depth = 0, quote = 0;
	for (int c, last = 0; (c = getc(in)) != EOF; last = c) {
		if (c == '\n')
			line++;
		if (quote == '#') {
			quote = c == '\n' ? 0 : quote;
		} else if (quote != 0) {
			quote = c == quote && last != '\\' ? 0 : quote;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '#' || (c == '/' && last == '/')) {
			quote = '#';
		} else if (c == '{') {
			opened = depth++ == 0 ? line : opened;
		} else if (c == '}') {
			depth--;
		}
	}
	return depth > 0 ? opened : 0;
}

static int
check_closed(const char *path, struct err *err)
{
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return 0; /* libconfuse has the better words for it */
	int line = unclosed_line(in);
	fclose(in);
	if (line == 0)
		return 0;
	return err_set(err, CONF_SYNTAX, (size_t)line,
	    "%.60s:%d: this section is never closed with }", conf_file, line);
}

static int
parse(cfg_t *cfg, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	struct stat st;
	conf_error = err;
	conf_file = slash != NULL ? slash + 1 : path;
	/* libconfuse's scanner would end the program. */
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return err_set(
		    err, CONF_READ, 0, "%.100s: %s", path, strerror(EISDIR));
	int rc = cfg_parse(cfg, path);
	conf_error = NULL;
	if (rc == CFG_SUCCESS && check_closed(path, err) < 0)
		return err->code;
	if (rc == CFG_FILE_ERROR)
		return err_set(
		    err, CONF_READ, 0, "%.100s: %s", path, strerror(errno));
	if (rc != CFG_SUCCESS && err->code == 0)
		err_set(err, CONF_SYNTAX, 0, "%.100s: not understood", path);
	return err->code;
}

int
conf_read(struct conf *out, const char *path, struct err *err)
{
	struct err own;
	err = err != NULL ? err : &own;
	err_clear(err);
	memset(out, 0, sizeof(*out));
	conf_text(out->path, sizeof(out->path), path);
	cfg_t *cfg = new_tree();
	if (cfg == NULL)
		return err_set(err, CONF_READ, 0, "out of memory");
	int rc = parse(cfg, path, err);
	if (rc == 0)
		rc = set_all(out, cfg, err);
	cfg_free(cfg);
	if (rc != 0)
		conf_wipe(out);
	return rc;
}

static bool
same_modems(const struct conf *now, const struct conf *next)
{
	if (now->modems != next->modems)
		return false;
	for (size_t i = 0; i < now->modems; i++)
		if (!conf_modem_same(&now->modem[i], &next->modem[i]))
			return false;
	return true;
}

bool
conf_needs_restart(char what[CONF_RESTART_OCTETS], const struct conf *now,
    const struct conf *next)
{
	const struct market *m = &now->market, *n = &next->market;
	const struct {
		const char *name;
		bool same;
	} fixed[] = {
	    {"store path", strcmp(now->store, next->store) == 0},
	    {"admin socket", strcmp(now->socket, next->socket) == 0},
	    {"market timezone", strcmp(m->timezone, n->timezone) == 0},
	    {"market country", strcmp(m->country, n->country) == 0},
	    {"market currency", strcmp(m->currency, n->currency) == 0},
	    {"modems", same_modems(now, next)},
	};
	struct buf names = buf_over(what, CONF_RESTART_OCTETS);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
		if (fixed[i].same)
			continue;
		if (names.octets != 0)
			buf_add_text(&names, ", ");
		buf_add_text(&names, fixed[i].name);
	}
	return names.octets != 0;
}

void
conf_wipe(struct conf *conf)
{
	explicit_bzero(conf, sizeof(*conf));
}
