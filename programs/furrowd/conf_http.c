#include "programs/furrowd/conf_http.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/tls.h"
#include "gateway/link/http_template.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_gate.h"
#include "programs/furrowd/conf_value.h"

/* -- a section ------------------------------------------------------------- */

static int
set_texts(const struct conf_place *at, struct http_row *row, cfg_t *section)
{
	const struct {
		const char *key;
		char *dst;
		size_t octets;
	} texts[] = {
	    {"url", row->url, sizeof(row->url)},
	    {"body", row->body, sizeof(row->body)},
	    {"answer-id", row->id, sizeof(row->id)},
	    {"answer-code", row->code, sizeof(row->code)},
	    {"answer-pattern", row->pattern, sizeof(row->pattern)},
	    {"in-from", row->in_from, sizeof(row->in_from)},
	    {"in-text", row->in_text, sizeof(row->in_text)},
	    {"in-id", row->in_id, sizeof(row->in_id)},
	    {"in-date", row->in_date, sizeof(row->in_date)},
	    {"report-id", row->report_id, sizeof(row->report_id)},
	    {"report-status", row->report_status, sizeof(row->report_status)},
	    {"report-reason", row->report_reason, sizeof(row->report_reason)},
	    {"report-to", row->report_to, sizeof(row->report_to)},
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const char *value = cfg_getstr(section, texts[i].key);
		if (value == NULL)
			continue;
		if (strlen(value) >= texts[i].octets)
			return conf_wrong(at, texts[i].key, "too long");
		str_copy(texts[i].dst, texts[i].octets, str_from(value));
	}
	return 0;
}

static int
set_lists(const struct conf_place *at, struct http_row *row, cfg_t *section)
{
	unsigned headers = cfg_size(section, "headers");
	if (headers > HTTP_ROW_FIELDS)
		return conf_wrong(at, "headers", "more than 8");
	row->fields = headers > 0 ? headers : row->fields;
	for (unsigned i = 0; i < headers; i++) {
		const char *value = cfg_getnstr(section, "headers", i);
		if (strlen(value) >= HTTP_ROW_FIELD_OCTETS ||
		    strchr(value, ':') == NULL ||
		    strpbrk(value, "\r\n") != NULL)
			return conf_wrong(
			    at, "headers", "each is like \"apiKey: {key}\"");
		str_copy(row->field[i], sizeof(row->field[i]), str_from(value));
	}
	for (unsigned i = 0; i < cfg_size(section, "answer-codes"); i++)
		if (!http_row_set_code(
			row, cfg_getnstr(section, "answer-codes", i)))
			return conf_wrong(at, "answer-codes",
			    "each is a code and one of accepted, retry, "
			    "later, elsewhere, dead, credit, blocked, text, "
			    "unknown, like \"405 credit\"");
	for (unsigned i = 0; i < cfg_size(section, "report-codes"); i++)
		if (!http_row_set_fate(
			row, cfg_getnstr(section, "report-codes", i)))
			return conf_wrong(at, "report-codes",
			    "each is a status and one of delivered, trying, "
			    "failed, rejected, dead, expired, like "
			    "\"DELIVRD delivered\"");
	return 0;
}

static int
check_templates(const struct conf_place *at, const struct http_row *row)
{
	struct err why;
	if (row->url[0] == '\0')
		return conf_wrong(at, "url", "missing");
	if (http_template_check(row->url, &why) != 0)
		return conf_wrong(at, "url", why.text);
	if (http_template_check(row->body, &why) != 0)
		return conf_wrong(at, "body", why.text);
	for (size_t i = 0; i < row->fields; i++)
		if (http_template_check(row->field[i], &why) != 0)
			return conf_wrong(at, "headers", why.text);
	const char *carrier = row->get ? row->url : row->body;
	if (strstr(carrier, "{text}") == NULL)
		return conf_wrong(at, row->get ? "url" : "body",
		    "has no place {text}: nothing would be said");
	return 0;
}

static bool
uses(const struct http_row *row, const char *place)
{
	bool found =
	    strstr(row->url, place) != NULL || strstr(row->body, place) != NULL;
	for (size_t i = 0; i < row->fields; i++)
		found = found || strstr(row->field[i], place) != NULL;
	return found;
}

static int
set_row(const struct conf_place *at, struct conf_http *http, cfg_t *section)
{
	struct http_row *row = &http->row;
	const char *method = cfg_getstr(section, "method");
	const char *type = cfg_getstr(section, "body-type");
	http_row_find(row, cfg_getstr(section, "provider"));
	if (method != NULL)
		row->get = strcmp(method, "get") == 0;
	if (type != NULL)
		row->json = strcmp(type, "json") == 0;
	int rc = set_texts(at, row, section);
	if (rc == 0)
		rc = set_lists(at, row, section);
	if (rc == 0)
		rc = check_templates(at, row);
	if (rc == 0 && http->user[0] == '\0' && uses(row, "{user}"))
		rc =
		    conf_wrong(at, "user", "missing, and {user} stands for it");
	if (rc == 0 && http->key[0] == '\0' && uses(row, "{key}"))
		rc = conf_wrong(
		    at, "key-file", "missing, and {key} stands for it");
	return rc;
}

static int
set_account(const struct conf_place *at, struct conf_http *http,
    const char *conf_path_, cfg_t *section)
{
	char path[PATH_MAX];
	conf_text(http->user, sizeof(http->user), cfg_getstr(section, "user"));
	conf_text(http->from, sizeof(http->from), cfg_getstr(section, "from"));
	conf_path(path, conf_path_, cfg_getstr(section, "key-file"));
	if (path[0] == '\0')
		return 0;
	return conf_gate_secret(
	    at, http->key, sizeof(http->key), "key-file", path);
}

/* Tried now, so that a wrong file is told with its line. */
static int
set_tls(const struct conf_place *at, struct conf_http *http,
    const char *conf_path_, cfg_t *section)
{
	struct err why = {0};
	conf_text(http->tls_name, sizeof(http->tls_name),
	    cfg_getstr(section, "tls-name"));
	conf_path(http->tls_ca, conf_path_, cfg_getstr(section, "tls-ca"));
	struct tls_context *context = tls_client_context(http->tls_ca, &why);
	bool good = context != NULL;
	tls_context_free(&context);
	return good ? 0 : conf_wrong(at, "tls-ca", why.text);
}

static int
set_caller(const struct conf_place *at, struct conf_http *http,
    const char *conf_path_, cfg_t *section)
{
	struct http_caller *c = &http->caller;
	char path[PATH_MAX];
	http_auth_from_name(&c->auth, cfg_getstr(section, "secret-in"));
	conf_text(c->name, sizeof(c->name), cfg_getstr(section, "secret-name"));
	conf_text(c->user, sizeof(c->user), cfg_getstr(section, "secret-user"));
	int rc = conf_gate_allow(at, c, section);
	if (rc != 0)
		return rc;
	conf_path(path, conf_path_, cfg_getstr(section, "secret-file"));
	if (c->auth == HTTP_AUTH_NONE)
		return c->allows > 0 ? 0
				     : conf_wrong(at, "secret-in",
					   "without a secret, allow must name "
					   "who may call");
	if (path[0] == '\0')
		return conf_wrong(at, "secret-file",
		    "missing: anybody could call listen and write in "
		    "anybody's name");
	return conf_gate_secret(
	    at, c->secret, sizeof(c->secret), "secret-file", path);
}

static void
set_paths(struct conf_http *http, cfg_t *section)
{
	const char *path = cfg_getstr(section, "path");
	const char *report = cfg_getstr(section, "report-path");
	char name[LINK_NAME_OCTETS];
	memcpy(name, http->link.name, sizeof(name));
	snprintf(http->path, sizeof(http->path), "/sms/%s", name);
	snprintf(http->report_path, sizeof(http->report_path), "/sms/%s/report",
	    name);
	if (path != NULL)
		conf_text(http->path, sizeof(http->path), path);
	if (report != NULL)
		conf_text(http->report_path, sizeof(http->report_path), report);
}

/* Two that listen at one address share it, so they must agree. */
static int
check_others(const struct conf_place *at, const struct conf *conf)
{
	const struct conf_http *own = &conf->http[conf->https - 1];
	for (size_t i = 0; i + 1 < conf->https; i++) {
		const struct conf_http *h = &conf->http[i];
		if (h->address[0] == '\0' || h->port != own->port ||
		    strcmp(h->address, own->address) != 0)
			continue;
		if (strcmp(h->certificate, own->certificate) != 0)
			return conf_wrong(at, "tls-certificate",
			    "another than that of the section before, which "
			    "listens there too");
		if (strcmp(h->path, own->path) == 0 ||
		    strcmp(h->path, own->report_path) == 0 ||
		    strcmp(h->report_path, own->path) == 0 ||
		    strcmp(h->report_path, own->report_path) == 0)
			return conf_wrong(at, "path",
			    "that of the section before, which listens there "
			    "too");
	}
	return strcmp(own->path, own->report_path) != 0
		   ? 0
		   : conf_wrong(at, "report-path", "is that of path");
}

static int
set_gate(const struct conf_place *at, struct conf *conf, struct conf_http *http,
    cfg_t *section)
{
	const char *listen = cfg_getstr(section, "listen");
	if (listen[0] == '\0') {
		http->link.two_way = false; /* nobody could answer */
		return 0;
	}
	if (!conf_gate_listen(http->address, &http->port, listen))
		return conf_wrong(at, "listen",
		    "not a numeric address and a port, like 127.0.0.1:8644");
	set_paths(http, section);
	int rc = conf_gate_certificate(
	    at, http->certificate, http->certificate_key, conf->path, section);
	if (rc == 0)
		rc = set_caller(at, http, conf->path, section);
	return rc == 0 ? check_others(at, conf) : rc;
}

/* -- what needs a restart -------------------------------------------------- */

static bool
is_reloaded(const char *name)
{
	static const char *const names[] = {"trust", "cost", "texts-per-day",
	    "spend-per-day", "keyword", "class", "hours", "quality", "rate"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

int
conf_http_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	struct conf_place at = {.file = conf_file,
	    .kind = "http",
	    .line = (int)section->line,
	    .name = cfg_title(section),
	    .err = err};
	if (out->https == CONF_HTTP_MAX)
		return conf_wrong(&at, "", "there are 8 sections http already");
	struct conf_http *http = &out->http[out->https++];
	conf_link_set(&http->link, &out->market, section);
	http->window = (size_t)cfg_getint(section, "window");
	http->connect_ms = conf_duration(section, "connect-timeout");
	http->answer_ms = conf_duration(section, "answer-timeout");
	http->hold_ms = conf_duration(section, "hold");
	int rc = set_account(&at, http, out->path, section);
	if (rc == 0)
		rc = set_row(&at, http, section);
	if (rc == 0)
		rc = set_tls(&at, http, out->path, section);
	if (rc == 0)
		rc = set_gate(&at, out, http, section);
	http->fixed = conf_gate_fixed(section, is_reloaded);
	http->fixed = conf_gate_mix(http->fixed, http->key);
	http->fixed = conf_gate_mix(http->fixed, http->caller.secret);
	http->fixed = conf_gate_mix_file(http->fixed, http->certificate);
	http->fixed = conf_gate_mix_file(http->fixed, http->certificate_key);
	return rc;
}

bool
conf_http_same(const struct conf_http *a, const struct conf_http *b)
{
	return conf_link_same(&a->link, &b->link) && a->fixed == b->fixed;
}
