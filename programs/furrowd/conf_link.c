#include "programs/furrowd/conf_link.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf_value.h"

static int
check_trust(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "full") == 0 || strcmp(value, "low") == 0)
		return 0;
	cfg_error(cfg, "trust: '%s' is neither full nor low", value);
	return -1;
}

/* One's own texts are known by it: a name would never be. */
static int
check_number(cfg_t *cfg, cfg_opt_t *opt)
{
	char number[PARTY_OCTETS];
	const char *value = conf_last(opt);
	enum party_kind kind = party_normalise(number, str_from(value), "254");
	if (value[0] == 0 || kind == PARTY_PHONE || kind == PARTY_SHORT)
		return 0;
	cfg_error(cfg, "number: '%.40s' is no phone number, like +254700000001",
	    value);
	return -1;
}

/* One word of letters and digits, as people write it before their text. */
static int
check_keyword(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strlen(value) < LINK_KEYWORD_OCTETS &&
	    strspn(value,
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789") == strlen(value))
		return 0;
	cfg_error(cfg,
	    "keyword: '%.40s' is not one word of up to %d letters and digits",
	    value, LINK_KEYWORD_OCTETS - 1);
	return -1;
}

static int
check_class(cfg_t *cfg, cfg_opt_t *opt)
{
	enum link_class class_;
	const char *value = conf_last(opt);
	if (link_class_from_name(&class_, value))
		return 0;
	cfg_error(cfg,
	    "class: '%.40s' is none of any, transactional, promotional", value);
	return -1;
}

static int
check_hours(cfg_t *cfg, cfg_opt_t *opt)
{
	int from, until;
	if (market_read_quiet(conf_last(opt), &from, &until))
		return 0;
	cfg_error(
	    cfg, "hours: '%.40s' is not like 06:00-22:00", conf_last(opt));
	return -1;
}

static int
check_quality(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= 0 && value <= 100)
		return 0;
	cfg_error(cfg, "quality: %ld is not from 0 to 100", value);
	return -1;
}

/* Ten thousand a second is more than any operator grants; a SIM does no more
 * than a hundred (conf_modem has its own check). */
static int
check_rate(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= 0 && value <= 600000)
		return 0;
	cfg_error(cfg, "rate: %ld is not from 0 (no limit) to 600000 a minute",
	    value);
	return -1;
}

void
conf_link_checks(cfg_t *cfg, const char *section)
{
	static const struct {
		const char *key;
		cfg_validate_callback_t check;
	} checks[] = {
	    {"number", check_number},
	    {"trust", check_trust},
	    {"cost", conf_check_money},
	    {"texts-per-day", conf_check_count},
	    {"spend-per-day", conf_check_count},
	    {"keyword", check_keyword},
	    {"class", check_class},
	    {"hours", check_hours},
	    {"quality", check_quality},
	    {"rate", check_rate},
	};
	char key[64];
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		snprintf(key, sizeof(key), "%s|%s", section, checks[i].key);
		cfg_set_validate_func(cfg, key, checks[i].check);
	}
}

static struct link_terms
read_terms(cfg_t *section)
{
	struct link_terms terms = {
	    .quality = (int)cfg_getint(section, "quality"),
	    .rate = (int)cfg_getint(section, "rate")};
	link_class_from_name(&terms.class_, cfg_getstr(section, "class"));
	market_read_quiet(
	    cfg_getstr(section, "hours"), &terms.from_min, &terms.until_min);
	conf_text(terms.keyword, sizeof(terms.keyword),
	    cfg_getstr(section, "keyword"));
	return terms;
}

void
conf_link_set(
    struct conf_link *out, const struct market *market, cfg_t *section)
{
	conf_text(out->name, sizeof(out->name), cfg_title(section));
	party_normalise(out->number, str_from(cfg_getstr(section, "number")),
	    market->country);
	out->two_way = cfg_getbool(section, "two-way");
	out->low_trust = strcmp(cfg_getstr(section, "trust"), "low") == 0;
	out->cost_minor = conf_amount(market, section, "cost");
	out->texts_per_day = cfg_getint(section, "texts-per-day");
	out->spend_per_day_minor = conf_whole(market, section, "spend-per-day");
	out->terms = read_terms(section);
}

bool
conf_link_same(const struct conf_link *a, const struct conf_link *b)
{
	return strcmp(a->name, b->name) == 0 &&
	       strcmp(a->number, b->number) == 0 && a->two_way == b->two_way;
}

void
conf_link_apply(struct link *link, const struct conf_link *conf)
{
	link->low_trust = conf->low_trust;
	link->cost_minor = conf->cost_minor;
	link->texts_per_day = conf->texts_per_day;
	link->spend_per_day_minor = conf->spend_per_day_minor;
	link->terms = conf->terms;
}
