#include "programs/furrowd/conf_route.h"

#include <string.h>

#include "base/str.h"
#include "gateway/store/store_message.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

#define WEIGHT_MOST ROUTE_WEIGHT_MAX

void
conf_route_rows(cfg_opt_t rows[CONF_ROUTE_ROWS])
{
	const cfg_opt_t all[] = {
	    CFG_STR_LIST("to", NULL, CFGF_NONE),
	    CFG_STR_LIST("operator", NULL, CFGF_NONE),
	    CFG_STR_LIST("link", NULL, CFGF_NONE),
	    CFG_STR_LIST("class", NULL, CFGF_NONE),
	    CFG_STR("policy", "order", CFGF_NONE),
	    CFG_INT_LIST("weights", NULL, CFGF_NONE),
	    CFG_STR("resend", "", CFGF_NONE),
	    CFG_END(),
	};
	memset(rows, 0, CONF_ROUTE_ROWS * sizeof(*rows));
	memcpy(rows, all, sizeof(all));
}

void
conf_operator_rows(cfg_opt_t rows[CONF_OPERATOR_ROWS])
{
	const cfg_opt_t all[] = {
	    CFG_STR_LIST("prefixes", NULL, CFGF_NONE),
	    CFG_STR("country", "", CFGF_NONE),
	    CFG_STR_LIST("heard-on", NULL, CFGF_NONE),
	    CFG_END(),
	};
	memset(rows, 0, CONF_OPERATOR_ROWS * sizeof(*rows));
	memcpy(rows, all, sizeof(all));
}

/* -- values, checked while their line is known ----------------------------- */

static int
check_prefix(cfg_t *cfg, cfg_opt_t *opt)
{
	struct route_prefix prefix;
	const char *written = conf_last(opt);
	if (!route_prefix_read(&prefix, str_from(written)))
		cfg_error(cfg,
		    "%s: '%.40s' is not like +25472* or +254722000001",
		    opt->name, written);
	else if (!prefix.plus && prefix.digits[0] == '0')
		cfg_error(cfg,
		    "%s: '%.40s' fits no number: write it as from abroad, like "
		    "+25472* for 072*",
		    opt->name, written);
	else
		return 0;
	return -1;
}

static int
check_policy(cfg_t *cfg, cfg_opt_t *opt)
{
	enum route_policy policy;
	if (route_policy_read(&policy, conf_last(opt)))
		return 0;
	cfg_error(cfg,
	    "policy: '%.40s' is none of order, cheapest, share, quality",
	    conf_last(opt));
	return -1;
}

static int
check_weight(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= 1 && value <= WEIGHT_MOST)
		return 0;
	cfg_error(cfg, "weights: %ld is not from 1 to %d", value, WEIGHT_MOST);
	return -1;
}

static int
check_resend(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (value[0] == '\0' || strcmp(value, "other-link") == 0)
		return 0;
	cfg_error(cfg, "resend: '%.40s' is not \"other-link\" or \"\"", value);
	return -1;
}

static int
check_country(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	size_t digits = strspn(value, "0123456789");
	if (value[digits] == '\0' && digits <= 3 && value[0] != '0')
		return 0;
	cfg_error(cfg, "country: '%.40s' is no calling code, like 254", value);
	return -1;
}

static const struct {
	const char *name;
	unsigned classes;
} class_names[] = {
    {"confirm", MESSAGE_CLASS_BIT(MESSAGE_CONFIRM)},
    {"proposal", MESSAGE_CLASS_BIT(MESSAGE_PROPOSAL)},
    {"notice", MESSAGE_CLASS_BIT(MESSAGE_NOTICE)},
    {"advisory", MESSAGE_CLASS_BIT(MESSAGE_ADVISORY)},
    {"alarm", MESSAGE_CLASS_BIT(MESSAGE_ALARM)},
    /* As links have them. */
    {"transactional",
	MESSAGE_CLASSES_ALL & ~MESSAGE_CLASS_BIT(MESSAGE_ADVISORY)},
    {"promotional", MESSAGE_CLASS_BIT(MESSAGE_ADVISORY)},
};

static unsigned
classes_of(const char *name)
{
	for (size_t i = 0; i < sizeof(class_names) / sizeof(*class_names); i++)
		if (strcmp(class_names[i].name, name) == 0)
			return class_names[i].classes;
	return 0;
}

static int
check_class(cfg_t *cfg, cfg_opt_t *opt)
{
	if (classes_of(conf_last(opt)) != 0)
		return 0;
	cfg_error(cfg,
	    "class: '%.40s' is none of confirm, proposal, notice, advisory, "
	    "alarm, transactional, promotional",
	    conf_last(opt));
	return -1;
}

void
conf_route_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "route|to", check_prefix);
	cfg_set_validate_func(cfg, "route|class", check_class);
	cfg_set_validate_func(cfg, "route|policy", check_policy);
	cfg_set_validate_func(cfg, "route|weights", check_weight);
	cfg_set_validate_func(cfg, "route|resend", check_resend);
	cfg_set_validate_func(cfg, "operator|prefixes", check_prefix);
	cfg_set_validate_func(cfg, "operator|country", check_country);
}

/* -- from libconfuse's tree into the plan ---------------------------------- */

static int
complain(struct err *err, const char *conf_file, int line, const char *what,
    const char *name, const char *why)
{
	return err_set(err, CONF_VALUE, (size_t)line, "%.60s:%d: %s %s: %s",
	    conf_file, line, what, name, why);
}

static bool
set_prefixes(struct route_plan *plan, struct route_span *span, cfg_t *section,
    const char *key)
{
	unsigned count = cfg_size(section, key);
	*span = (struct route_span){.first = (uint16_t)plan->prefixes_count};
	for (unsigned i = 0; i < count; i++) {
		if (plan->prefixes_count == ROUTE_PREFIXES_MAX)
			return false;
		route_prefix_read(&plan->prefix[plan->prefixes_count++],
		    str_from(cfg_getnstr(section, key, i)));
		span->count++;
	}
	return true;
}

/* False: more than there is room for. */
static bool
set_names(char (*names)[ROUTE_NAME_OCTETS], uint8_t *count, size_t most,
    cfg_t *section, const char *key)
{
	unsigned there = cfg_size(section, key);
	for (unsigned i = 0; i < there && i < most; i++)
		conf_text(names[(*count)++], ROUTE_NAME_OCTETS,
		    cfg_getnstr(section, key, i));
	return there <= most;
}

int
conf_operator_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	struct route_plan *plan = &out->routes;
	const char *name = cfg_title(section);
	const char *why = NULL;
	if (plan->operators_count == ROUTE_OPERATORS_MAX)
		return complain(err, conf_file, section->line, "operator", name,
		    "more operators than furrow takes (64)");
	struct route_plan_operator *o =
	    &plan->operator_[plan->operators_count++];
	o->line = section->line;
	conf_text(o->name, sizeof(o->name), name);
	conf_text(
	    o->country, sizeof(o->country), cfg_getstr(section, "country"));
	if (!set_prefixes(plan, &o->prefixes, section, "prefixes"))
		why = "more prefixes than furrow takes (4096)";
	else if (!set_names(o->heard_on, &o->heard_count, ROUTE_HEARD_MAX,
		     section, "heard-on"))
		why = "heard-on: more than 8 links";
	else if (o->prefixes.count == 0 && o->heard_count == 0)
		why = "needs prefixes, like { \"+25472*\" }, or heard-on";
	return why == NULL ? 0
			   : complain(err, conf_file, section->line, "operator",
				 name, why);
}

static const char *
set_operators(
    struct route_plan_route *r, const struct route_plan *plan, cfg_t *section)
{
	unsigned count = cfg_size(section, "operator");
	for (unsigned i = 0; i < count; i++) {
		const char *name = cfg_getnstr(section, "operator", i);
		size_t at = 0;
		while (at < plan->operators_count &&
		       strcmp(plan->operator_[at].name, name) != 0)
			at++;
		if (at == plan->operators_count)
			return "it names an operator that no section operator "
			       "describes";
		if (r->operators_count == ROUTE_OPERATORS_MAX)
			return "more operators than furrow takes (64)";
		r->operators[r->operators_count++] = (uint8_t)at;
	}
	return NULL;
}

static const char *
set_links(struct route_plan_route *r, cfg_t *section)
{
	unsigned weights = cfg_size(section, "weights");
	if (!set_names(
		r->link, &r->links_count, ROUTE_LINKS_MAX, section, "link"))
		return "link: more than 16";
	if (r->links_count == 0)
		return "link: names none, so no text could leave";
	for (size_t i = 0; i < r->links_count; i++)
		for (size_t k = 0; k < i; k++)
			if (strcmp(r->link[i], r->link[k]) == 0)
				return "link: names one twice";
	for (size_t i = 0; i < ROUTE_LINKS_MAX; i++)
		r->weight[i] = 1;
	if (weights == 0)
		return NULL;
	if (r->policy != ROUTE_SHARE)
		return "weights: only policy \"share\" has any";
	if (weights != r->links_count)
		return "weights: not as many as links";
	for (unsigned i = 0; i < weights; i++)
		r->weight[i] = (uint16_t)cfg_getnint(section, "weights", i);
	return NULL;
}

static const char *
fill(struct route_plan *plan, struct route_plan_route *r, cfg_t *section)
{
	unsigned classes = cfg_size(section, "class");
	conf_text(r->name, sizeof(r->name), cfg_title(section));
	route_policy_read(&r->policy, cfg_getstr(section, "policy"));
	r->line = section->line;
	r->resend = cfg_getstr(section, "resend")[0] != '\0';
	r->classes = classes == 0 ? MESSAGE_CLASSES_ALL : 0;
	for (unsigned i = 0; i < classes; i++)
		r->classes |= classes_of(cfg_getnstr(section, "class", i));
	if (!set_prefixes(plan, &r->to, section, "to"))
		return "more prefixes than furrow takes (4096)";
	const char *why = set_operators(r, plan, section);
	if (why == NULL && r->to.count == 0 && r->operators_count == 0)
		why = "needs to, like \"+25472*\", or operator";
	return why != NULL ? why : set_links(r, section);
}

int
conf_route_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	struct route_plan *plan = &out->routes;
	const char *name = cfg_title(section);
	if (plan->routes_count == ROUTE_ROUTES_MAX)
		return complain(err, conf_file, section->line, "route", name,
		    "more routes than furrow takes (128)");
	const char *why =
	    fill(plan, &plan->route[plan->routes_count++], section);
	return why == NULL ? 0
			   : complain(err, conf_file, section->line, "route",
				 name, why);
}

/* Without a plus it is a short code, and none begins with a calling code and
 * a star. */
static int
plus_forgotten(const struct conf *conf, const char *conf_file, struct err *err)
{
	const struct route_plan *plan = &conf->routes;
	const char *country = conf->market.country;
	for (size_t i = 0; i < plan->routes_count; i++) {
		const struct route_plan_route *r = &plan->route[i];
		for (size_t k = 0; k < r->to.count; k++) {
			const struct route_prefix *p =
			    &plan->prefix[r->to.first + k];
			if (p->plus || p->exact || country[0] == '\0' ||
			    strncmp(p->digits, country, strlen(country)) != 0)
				continue;
			return err_set(err, CONF_VALUE, (size_t)r->line,
			    "%.60s:%d: to: %.20s* without a plus is for short "
			    "codes only: write +%.20s*",
			    conf_file, r->line, p->digits, p->digits);
		}
	}
	return 0;
}

int
conf_route_whole(
    const struct conf *conf, const char *conf_file, struct err *err)
{
	const char *names[CONF_MODEMS_MAX + CONF_SMPP_MAX + CONF_HTTP_MAX];
	size_t count = 0;
	struct err why;
	int slip = plus_forgotten(conf, conf_file, err);
	if (slip != 0)
		return slip;
	for (size_t i = 0; i < conf->modems; i++)
		names[count++] = conf->modem[i].link.name;
	for (size_t i = 0; i < conf->smpps; i++)
		names[count++] = conf->smpp[i].link.name;
	for (size_t i = 0; i < conf->https; i++)
		names[count++] = conf->http[i].link.name;
	if (route_plan_check_links(&conf->routes, names, count, &why) == 0 &&
	    route_plan_check(&conf->routes, &why) == 0)
		return 0;
	return err_set(err, CONF_VALUE, why.offset, "%.60s:%d: %s", conf_file,
	    (int)why.offset, why.text);
}
