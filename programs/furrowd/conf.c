#include "programs/furrowd/conf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <confuse.h>

#include "base/buf.h"
#include "base/panic.h"
#include "base/str.h"
#include "programs/furrowd/conf_admin.h"
#include "programs/furrowd/conf_audit.h"
#include "programs/furrowd/conf_backup.h"
#include "programs/furrowd/conf_fair.h"
#include "programs/furrowd/conf_http.h"
#include "programs/furrowd/conf_market.h"
#include "programs/furrowd/conf_modem.h"
#include "programs/furrowd/conf_route.h"
#include "programs/furrowd/conf_session.h"
#include "programs/furrowd/conf_smpp.h"
#include "programs/furrowd/conf_title.h"
#include "programs/furrowd/conf_ussd.h"
#include "programs/furrowd/conf_value.h"

/* libconfuse's error callback has no argument of ours; conf_read() is not
 * re-entered; nor does a section know the name of its file. */
static struct err *conf_error;
static const char *conf_file;

static void
note_error(cfg_t *cfg, const char *format, va_list args)
{
	char what[ERR_TEXT_OCTETS];
	if (conf_error == NULL || conf_error->code != 0)
		return; /* the first one is the cause */
	vsnprintf(what, sizeof(what), format, args);
	int line = cfg != NULL ? cfg->line : 0;
	err_set(conf_error, CONF_SYNTAX, (size_t)line, "%.60s:%d: %s",
	    conf_file, line, what);
}

/* -- from libconfuse's tree into the record -------------------------------- */

static const struct sections {
	const char *name;
	int (*set)(struct conf *out, const char *conf_file, cfg_t *section,
	    struct err *err);
} sections[] = {
    {"modem", conf_modem_set},
    {"smpp", conf_smpp_set},
    {"http", conf_http_set},
    {"ussd", conf_session_set},
    {"operator", conf_operator_set},
    {"route", conf_route_set},
    {"ussd-script", conf_ussd_set},
    {"backup", conf_backup_set},
    {"webhook", conf_webhook_set},
};

/* Those that there may be several of, in an order in which each finds what it
 * speaks of: routes name operators, and links when all are there. */
static int
set_sections(struct conf *out, cfg_t *cfg, struct err *err)
{
	for (size_t k = 0; k < sizeof(sections) / sizeof(sections[0]); k++)
		for (unsigned i = 0; i < cfg_size(cfg, sections[k].name); i++) {
			int rc = sections[k].set(out, conf_file,
			    cfg_getnsec(cfg, sections[k].name, i), err);
			if (rc < 0)
				return rc;
		}
	return conf_route_whole(out, conf_file, err);
}

static int
set_all(struct conf *out, cfg_t *cfg, struct err *err)
{
	if (conf_market_set(out, conf_file, cfg, err) < 0)
		return err->code;
	conf_fair_set(&out->market.fair, cfg_getsec(cfg, "fair"));
	conf_path(out->store, out->path,
	    cfg_getstr(cfg_getsec(cfg, "store"), "path"));
	out->archive_after_ms =
	    conf_duration(cfg_getsec(cfg, "store"), "archive-after");
	conf_retention_set(&out->keep, cfg_getsec(cfg, "retention"));
	conf_audit_set(
	    &out->audit, out->path, out->store, cfg_getsec(cfg, "audit"));
	if (conf_admin_set(&out->admin, out->path, conf_file,
		cfg_getsec(cfg, "admin"), err) < 0)
		return err->code;
	return set_sections(out, cfg, err);
}

/* "": never. */
static int
check_archive(cfg_t *cfg, cfg_opt_t *opt)
{
	return conf_last(opt)[0] == 0 ? 0 : conf_check_duration(cfg, opt);
}

static void
set_checks(cfg_t *cfg)
{
	cfg_set_error_function(cfg, note_error);
	conf_market_checks(cfg);
	conf_admin_checks(cfg);
	conf_audit_checks(cfg);
	cfg_set_validate_func(cfg, "store|archive-after", check_archive);
	conf_retention_checks(cfg);
	conf_fair_checks(cfg);
	conf_modem_checks(cfg);
	conf_smpp_checks(cfg);
	conf_http_checks(cfg);
	conf_session_checks(cfg);
	conf_route_checks(cfg);
	conf_backup_checks(cfg);
	conf_webhook_checks(cfg);
}

/* Told apart by their titles. */
#define TITLED (CFGF_MULTI | CFGF_TITLE | CFGF_NO_TITLE_DUPES)

/* libconfuse copies what it is given: the arrays may be gone afterwards. */
static cfg_t *
new_tree(void)
{
	cfg_opt_t market[CONF_MARKET_ROWS], limits[CONF_LIMITS_ROWS];
	cfg_opt_t language[CONF_LANGUAGE_ROWS];
	cfg_opt_t fair[CONF_FAIR_ROWS];
	cfg_opt_t store[] = {
	    CFG_STR("path", "furrow.db", CFGF_NONE),
	    /* Last year's season stays at hand. */
	    CFG_STR("archive-after", "400d", CFGF_NONE),
	    CFG_END(),
	};
	cfg_opt_t retention[CONF_RETENTION_ROWS];
	cfg_opt_t modem[CONF_MODEM_ROWS];
	cfg_opt_t script[CONF_USSD_ROWS];
	cfg_opt_t admin[CONF_ADMIN_ROWS], audit[CONF_AUDIT_ROWS];
	cfg_opt_t smpp[CONF_SMPP_ROWS];
	cfg_opt_t http[CONF_HTTP_ROWS];
	cfg_opt_t ussd[CONF_SESSION_ROWS];
	cfg_opt_t operators[CONF_OPERATOR_ROWS];
	cfg_opt_t route[CONF_ROUTE_ROWS];
	cfg_opt_t backup[CONF_BACKUP_ROWS];
	cfg_opt_t webhook[CONF_WEBHOOK_ROWS];
	cfg_opt_t top[] = {
	    CFG_SEC("market", market, CFGF_NONE),
	    CFG_SEC("limits", limits, CFGF_NONE),
	    CFG_SEC("language", language, CFGF_NONE),
	    CFG_SEC("fair", fair, CFGF_NONE),
	    CFG_SEC("store", store, CFGF_NONE),
	    CFG_SEC("retention", retention, CFGF_NONE),
	    CFG_SEC("modem", modem, TITLED),
	    CFG_SEC("smpp", smpp, TITLED),
	    CFG_SEC("http", http, TITLED),
	    CFG_SEC("ussd", ussd, TITLED),
	    CFG_SEC("ussd-script", script, TITLED),
	    CFG_SEC("operator", operators, TITLED),
	    CFG_SEC("route", route, TITLED),
	    CFG_SEC("backup", backup, TITLED),
	    CFG_SEC("webhook", webhook, TITLED),
	    CFG_SEC("admin", admin, CFGF_NONE),
	    CFG_SEC("audit", audit, CFGF_NONE),
	    CFG_END(),
	};
	conf_market_rows(market);
	conf_admin_rows(admin);
	conf_audit_rows(audit);
	conf_retention_rows(retention);
	conf_limits_rows(limits);
	conf_language_rows(language);
	conf_fair_rows(fair);
	conf_modem_rows(modem);
	conf_smpp_rows(smpp);
	conf_http_rows(http);
	conf_session_rows(ussd);
	conf_operator_rows(operators);
	conf_route_rows(route);
	conf_backup_rows(backup);
	conf_webhook_rows(webhook);
	conf_ussd_rows(script);
	cfg_t *cfg = cfg_init(top, CFGF_NONE);
	if (cfg != NULL)
		set_checks(cfg);
	return cfg;
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
	FILE *in = conf_title_open(path);
	int rc = in != NULL ? cfg_parse_fp(cfg, in) : CFG_FILE_ERROR;
	if (in != NULL)
		fclose(in);
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

/* *out is zeroed. */
static int
read_into(struct conf *out, const char *path, struct err *err)
{
	err_clear(err);
	conf_text(out->path, sizeof(out->path), path);
	cfg_t *cfg = new_tree();
	if (cfg == NULL)
		return err_set(err, CONF_READ, 0, "out of memory");
	int rc = parse(cfg, path, err);
	if (rc == 0)
		rc = set_all(out, cfg, err);
	cfg_free(cfg);
	return rc;
}

int
conf_read(struct conf *out, const char *path, struct err *err)
{
	struct err own;
	memset(out, 0, sizeof(*out));
	int rc = read_into(out, path, err != NULL ? err : &own);
	if (rc != 0)
		conf_wipe(out);
	return rc;
}

struct conf *
conf_load(const char *path, struct err *err)
{
	struct conf *conf = xcalloc(1, sizeof(*conf));
	if (read_into(conf, path, err) != 0)
		conf_free(&conf);
	return conf;
}

/* The rest was never written. */
void
conf_free(struct conf **conf)
{
	struct conf *c = *conf;
	*conf = NULL;
	if (c == NULL)
		return;
	explicit_bzero(c->modem, c->modems * sizeof(c->modem[0]));
	explicit_bzero(c->smpp, c->smpps * sizeof(c->smpp[0]));
	explicit_bzero(c->http, c->https * sizeof(c->http[0]));
	explicit_bzero(c->session, c->sessions * sizeof(c->session[0]));
	explicit_bzero(&c->webhooks, sizeof(c->webhooks));
	free(c);
}

static bool
same_modem(const struct conf *now, const struct conf *next, size_t i)
{
	return conf_modem_same(&now->modem[i], &next->modem[i]);
}

static bool
same_smpp(const struct conf *now, const struct conf *next, size_t i)
{
	return conf_smpp_same(&now->smpp[i], &next->smpp[i]);
}

static bool
same_http(const struct conf *now, const struct conf *next, size_t i)
{
	return conf_http_same(&now->http[i], &next->http[i]);
}

static bool
same_session(const struct conf *now, const struct conf *next, size_t i)
{
	return now->session[i].fixed == next->session[i].fixed;
}

static bool
same_backup(const struct conf *now, const struct conf *next, size_t i)
{
	return conf_backup_same(&now->backup[i], &next->backup[i]);
}

/* As many sections of a kind in both, and each the same. */
static bool
same_sections(const struct conf *now, size_t now_count, const struct conf *next,
    size_t next_count,
    bool (*same)(const struct conf *now, const struct conf *next, size_t i))
{
	if (now_count != next_count)
		return false;
	for (size_t i = 0; i < now_count; i++)
		if (!same(now, next, i))
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
	    {"store archive-after",
		now->archive_after_ms == next->archive_after_ms},
	    {"retention", conf_retention_same(&now->keep, &next->keep)},
	    {"backups", same_sections(now, now->backups, next, next->backups,
			    same_backup)},
	    {"webhooks", now->webhooks.count == next->webhooks.count &&
			     now->webhooks.fixed == next->webhooks.fixed},
	    {"admin", now->admin.fixed == next->admin.fixed},
	    /* Beside another store they are other files: said already. */
	    {"audit", strcmp(now->store, next->store) != 0 ||
			  conf_audit_same(&now->audit, &next->audit)},
	    {"market timezone", strcmp(m->timezone, n->timezone) == 0},
	    {"market country", strcmp(m->country, n->country) == 0},
	    {"market currency", strcmp(m->currency, n->currency) == 0},
	    {"modems", same_sections(
			   now, now->modems, next, next->modems, same_modem)},
	    {"smpp links",
		same_sections(now, now->smpps, next, next->smpps, same_smpp)},
	    {"http links",
		same_sections(now, now->https, next, next->https, same_http)},
	    {"ussd channels", same_sections(now, now->sessions, next,
				  next->sessions, same_session)},
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
