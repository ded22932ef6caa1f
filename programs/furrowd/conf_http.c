#include "programs/furrowd/conf_http.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/span.h"
#include "base/str.h"
#include "base/tls.h"
#include "gateway/link/http_template.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

/* -- a section ------------------------------------------------------------- */

/* What is being read, for telling where it is wrong. */
struct place {
	const char *file, *name;
	int line;
	struct err *err;
};

static int
wrong(const struct place *at, const char *key, const char *why)
{
	return err_set(at->err, CONF_VALUE, (size_t)at->line,
	    "%.60s:%d: http %s: %s%s%.140s", at->file, at->line, at->name, key,
	    key[0] != '\0' ? ": " : "", why);
}

/* The first line of a file, without blanks; nothing of it reaches a log. */
static int
read_secret(const struct place *at, char *dst, size_t octets, const char *key,
    const char *path)
{
	char line[512] = "";
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return wrong(at, key, strerror(errno));
	if (fgets(line, sizeof(line), in) == NULL)
		line[0] = '\0';
	fclose(in);
	struct str secret = str_trim(str_from(line));
	bool good = secret.octets > 0 && secret.octets < octets;
	if (good)
		str_copy(dst, octets, secret);
	explicit_bzero(line, sizeof(line));
	return good ? 0 : wrong(at, key, "its first line is empty or too long");
}

static int
set_texts(const struct place *at, struct http_row *row, cfg_t *section)
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
			return wrong(at, texts[i].key, "too long");
		str_copy(texts[i].dst, texts[i].octets, str_from(value));
	}
	return 0;
}

static int
set_lists(const struct place *at, struct http_row *row, cfg_t *section)
{
	unsigned headers = cfg_size(section, "headers");
	if (headers > HTTP_ROW_FIELDS)
		return wrong(at, "headers", "more than 8");
	row->fields = headers > 0 ? headers : row->fields;
	for (unsigned i = 0; i < headers; i++) {
		const char *value = cfg_getnstr(section, "headers", i);
		if (strlen(value) >= HTTP_ROW_FIELD_OCTETS ||
		    strchr(value, ':') == NULL ||
		    strpbrk(value, "\r\n") != NULL)
			return wrong(
			    at, "headers", "each is like \"apiKey: {key}\"");
		str_copy(row->field[i], sizeof(row->field[i]), str_from(value));
	}
	for (unsigned i = 0; i < cfg_size(section, "answer-codes"); i++)
		if (!http_row_set_code(
			row, cfg_getnstr(section, "answer-codes", i)))
			return wrong(at, "answer-codes",
			    "each is a code and one of accepted, retry, "
			    "later, elsewhere, dead, credit, blocked, text, "
			    "unknown, like \"405 credit\"");
	for (unsigned i = 0; i < cfg_size(section, "report-codes"); i++)
		if (!http_row_set_fate(
			row, cfg_getnstr(section, "report-codes", i)))
			return wrong(at, "report-codes",
			    "each is a status and one of delivered, trying, "
			    "failed, rejected, dead, expired, like "
			    "\"DELIVRD delivered\"");
	return 0;
}

static int
check_templates(const struct place *at, const struct http_row *row)
{
	struct err why;
	if (row->url[0] == '\0')
		return wrong(at, "url", "missing");
	if (http_template_check(row->url, &why) != 0)
		return wrong(at, "url", why.text);
	if (http_template_check(row->body, &why) != 0)
		return wrong(at, "body", why.text);
	for (size_t i = 0; i < row->fields; i++)
		if (http_template_check(row->field[i], &why) != 0)
			return wrong(at, "headers", why.text);
	const char *carrier = row->get ? row->url : row->body;
	if (strstr(carrier, "{text}") == NULL)
		return wrong(at, row->get ? "url" : "body",
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
set_row(const struct place *at, struct conf_http *http, cfg_t *section)
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
		rc = wrong(at, "user", "missing, and {user} stands for it");
	if (rc == 0 && http->key[0] == '\0' && uses(row, "{key}"))
		rc = wrong(at, "key-file", "missing, and {key} stands for it");
	return rc;
}

static int
set_account(const struct place *at, struct conf_http *http,
    const char *conf_path_, cfg_t *section)
{
	char path[PATH_MAX];
	conf_text(http->user, sizeof(http->user), cfg_getstr(section, "user"));
	conf_text(http->from, sizeof(http->from), cfg_getstr(section, "from"));
	conf_path(path, conf_path_, cfg_getstr(section, "key-file"));
	if (path[0] == '\0')
		return 0;
	return read_secret(at, http->key, sizeof(http->key), "key-file", path);
}

/* Tried now, so that a wrong file is told with its line. */
static int
set_tls(const struct place *at, struct conf_http *http, const char *conf_path_,
    cfg_t *section)
{
	struct err why = {0};
	conf_text(http->tls_name, sizeof(http->tls_name),
	    cfg_getstr(section, "tls-name"));
	conf_path(http->tls_ca, conf_path_, cfg_getstr(section, "tls-ca"));
	struct tls_context *context = tls_client_context(http->tls_ca, &why);
	bool good = context != NULL;
	tls_context_free(&context);
	return good ? 0 : wrong(at, "tls-ca", why.text);
}

/* "127.0.0.1:8644", "[::1]:8644" */
static bool
read_listen(struct conf_http *http, const char *value)
{
	const char *colon = strrchr(value, ':');
	int64_t port;
	if (colon == NULL || !str_to_int64(&port, str_from(colon + 1)) ||
	    port < 1 || port > 65535)
		return false;
	struct str address = str_of(value, (size_t)(colon - value));
	if (address.octets > 1 && address.at[0] == '[')
		address = str_of(address.at + 1, address.octets - 2);
	str_copy(http->address, sizeof(http->address), address);
	http->port = (unsigned short)port;
	return address.octets < sizeof(http->address) &&
	       http_caller_range(http->address) &&
	       strchr(http->address, '/') == NULL;
}

static int
set_certificate(const struct place *at, struct conf_http *http,
    const char *conf_path_, cfg_t *section)
{
	struct err why = {0};
	conf_path(http->certificate, conf_path_,
	    cfg_getstr(section, "tls-certificate"));
	conf_path(
	    http->certificate_key, conf_path_, cfg_getstr(section, "tls-key"));
	if ((http->certificate[0] == '\0') !=
	    (http->certificate_key[0] == '\0'))
		return wrong(at, "tls-certificate",
		    "it and tls-key are given both or not at all");
	if (http->certificate[0] == '\0')
		return 0;
	struct tls_context *context =
	    tls_server_context(http->certificate, http->certificate_key, &why);
	bool good = context != NULL;
	tls_context_free(&context);
	return good ? 0 : wrong(at, "", why.text);
}

static int
set_caller(const struct place *at, struct conf_http *http,
    const char *conf_path_, cfg_t *section)
{
	struct http_caller *c = &http->caller;
	char path[PATH_MAX];
	http_auth_from_name(&c->auth, cfg_getstr(section, "secret-in"));
	conf_text(c->name, sizeof(c->name), cfg_getstr(section, "secret-name"));
	conf_text(c->user, sizeof(c->user), cfg_getstr(section, "secret-user"));
	unsigned allows = cfg_size(section, "allow");
	if (allows > HTTP_CALLER_ADDRESSES)
		return wrong(at, "allow", "more than 16");
	for (unsigned i = 0; i < allows; i++)
		conf_text(c->allow[i], sizeof(c->allow[i]),
		    cfg_getnstr(section, "allow", i));
	c->allows = allows;
	conf_path(path, conf_path_, cfg_getstr(section, "secret-file"));
	if (c->auth == HTTP_AUTH_NONE)
		return allows > 0 ? 0
				  : wrong(at, "secret-in",
					"without a secret, allow must name "
					"who may call");
	if (path[0] == '\0')
		return wrong(at, "secret-file",
		    "missing: anybody could call listen and write in "
		    "anybody's name");
	return read_secret(
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
check_others(const struct place *at, const struct conf *conf)
{
	const struct conf_http *own = &conf->http[conf->https - 1];
	for (size_t i = 0; i + 1 < conf->https; i++) {
		const struct conf_http *h = &conf->http[i];
		if (h->address[0] == '\0' || h->port != own->port ||
		    strcmp(h->address, own->address) != 0)
			continue;
		if (strcmp(h->certificate, own->certificate) != 0)
			return wrong(at, "tls-certificate",
			    "another than that of the section before, which "
			    "listens there too");
		if (strcmp(h->path, own->path) == 0 ||
		    strcmp(h->path, own->report_path) == 0 ||
		    strcmp(h->report_path, own->path) == 0 ||
		    strcmp(h->report_path, own->report_path) == 0)
			return wrong(at, "path",
			    "that of the section before, which listens there "
			    "too");
	}
	return strcmp(own->path, own->report_path) != 0
		   ? 0
		   : wrong(at, "report-path", "is that of path");
}

static int
set_gate(const struct place *at, struct conf *conf, struct conf_http *http,
    cfg_t *section)
{
	const char *listen = cfg_getstr(section, "listen");
	if (listen[0] == '\0') {
		http->link.two_way = false; /* nobody could answer */
		return 0;
	}
	if (!read_listen(http, listen))
		return wrong(at, "listen",
		    "not a numeric address and a port, like 127.0.0.1:8644");
	set_paths(http, section);
	int rc = set_certificate(at, http, conf->path, section);
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

static uint64_t
mix(uint64_t sum, const char *text)
{
	uint64_t both[2] = {sum, span_hash(span_of(text, strlen(text)))};
	return span_hash(span_of(both, sizeof(both)));
}

static uint64_t
fixed_of(const struct conf_http *http, cfg_t *section)
{
	char number[24];
	uint64_t sum = mix(mix(0, http->key), http->caller.secret);
	for (cfg_opt_t *o = section->opts; o->name != NULL; o++)
		for (unsigned i = 0; i < cfg_opt_size(o); i++) {
			const char *text = number;
			if (is_reloaded(o->name))
				continue;
			if (o->type == CFGT_STR)
				text = cfg_opt_getnstr(o, i);
			else
				snprintf(number, sizeof(number), "%ld",
				    o->type == CFGT_INT
					? cfg_opt_getnint(o, i)
					: (long)cfg_opt_getnbool(o, i));
			sum = mix(mix(sum, o->name), text != NULL ? text : "");
		}
	return sum;
}

int
conf_http_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	struct place at = {.file = conf_file,
	    .line = (int)section->line,
	    .name = cfg_title(section),
	    .err = err};
	if (out->https == CONF_HTTP_MAX)
		return wrong(&at, "", "there are 8 sections http already");
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
	http->fixed = fixed_of(http, section);
	return rc;
}

bool
conf_http_same(const struct conf_http *a, const struct conf_http *b)
{
	return conf_link_same(&a->link, &b->link) && a->fixed == b->fixed;
}
