#include "programs/furrowd/conf_webhook.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/tls.h"
#include "gateway/link/link_http.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_gate.h"
#include "programs/furrowd/conf_value.h"

void
conf_webhook_rows(cfg_opt_t rows[CONF_WEBHOOK_ROWS])
{
	const cfg_opt_t all[CONF_WEBHOOK_ROWS] = {
	    CFG_STR("url", "", CFGF_NONE),
	    CFG_STR("secret-file", "", CFGF_NONE),
	    CFG_STR_LIST("events", NULL, CFGF_NONE),
	    CFG_BOOL("numbers", cfg_false, CFGF_NONE),
	    CFG_STR("timeout", "10s", CFGF_NONE),
	    CFG_STR("give-up", "3d", CFGF_NONE),
	    CFG_STR("alarm-after", "1h", CFGF_NONE),
	    CFG_STR("tls-ca", "", CFGF_NONE),
	    CFG_END(),
	};

	memcpy(rows, all, sizeof(all));
}

static int
check_event(cfg_t *cfg, cfg_opt_t *opt)
{
	if (store_webhook_kinds(conf_last(opt)) != 0)
		return 0;
	cfg_error(cfg,
	    "events: '%.40s' is none; there are message.received, "
	    "message.delivered, message.*, order.confirmed, order.* …",
	    conf_last(opt));
	return -1;
}

static int
check_timeout(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	if (conf_check_duration(cfg, opt) != 0)
		return -1;
	str_to_duration_ms(&ms, str_from(conf_last(opt)));
	if (ms >= 1000 && ms <= 60000)
		return 0;
	cfg_error(cfg, "timeout: from 1s to 60s");
	return -1;
}

void
conf_webhook_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "webhook|events", check_event);
	cfg_set_validate_func(cfg, "webhook|timeout", check_timeout);
	cfg_set_validate_func(cfg, "webhook|give-up", conf_check_duration);
	cfg_set_validate_func(cfg, "webhook|alarm-after", conf_check_duration);
}

static void
set_kinds(struct webhooks_hook *hook, cfg_t *section)
{
	if (cfg_size(section, "events") == 0)
		hook->kinds = store_webhook_kinds("*");
	for (unsigned i = 0; i < cfg_size(section, "events"); i++)
		hook->kinds |=
		    store_webhook_kinds(cfg_getnstr(section, "events", i));
}

static bool
is_plain(const char *target)
{
	for (const char *c = target; *c != '\0'; c++)
		if (*c <= ' ' || *c == 0x7f || *c == '#' || (*c & 0x80) != 0)
			return false;
	return true;
}

static int
set_url(const struct conf_place *at, struct webhooks_hook *hook, cfg_t *section)
{
	const char *url = cfg_getstr(section, "url");
	struct link_http_url parts;
	if (url[0] == '\0')
		return conf_wrong(at, "url", "whom to tell?");
	if (!link_http_url(&parts, url) || !is_plain(parts.target) ||
	    strlen(parts.target) >= sizeof(hook->target))
		return conf_wrong(
		    at, "url", "it is not like https://host/path");
	hook->tls = parts.tls;
	hook->port = parts.port;
	conf_text(hook->host, sizeof(hook->host), parts.host);
	conf_text(hook->target, sizeof(hook->target), parts.target);
	if (!hook->tls && !conf_gate_is_private(hook->host) &&
	    strcmp(hook->host, "localhost") != 0)
		return conf_wrong(at, "url",
		    "without https everybody on the way reads along: only for "
		    "127.0.0.1, ::1 and localhost");
	return 0;
}

static int
set_secret(const struct conf_place *at, struct webhooks_hook *hook,
    const char *conf_file, cfg_t *section)
{
	char path[PATH_MAX], written[128];
	conf_path(path, conf_file, cfg_getstr(section, "secret-file"));
	if (path[0] == '\0')
		return conf_wrong(at, "secret-file",
		    "missing: how should he know that it is us? Make one: "
		    "(printf whsec_; head -c 32 /dev/urandom | base64) > FILE");
	int rc =
	    conf_gate_secret(at, written, sizeof(written), "secret-file", path);
	bool good =
	    rc == 0 && webhook_secret_read(&hook->secret, str_from(written));
	explicit_bzero(written, sizeof(written));
	if (rc != 0 || good)
		return rc;
	return conf_wrong(at, "secret-file",
	    "neither whsec_ and Base64 nor 16 to 64 letters");
}

static int
set_ca(const struct conf_place *at, struct webhooks_hook *hook,
    const char *conf_file, cfg_t *section)
{
	struct err why = {0};
	conf_path(hook->ca, conf_file, cfg_getstr(section, "tls-ca"));
	if (!hook->tls)
		return 0;
	struct tls_context *context = tls_client_context(hook->ca, &why);
	bool good = context != NULL;
	tls_context_free(&context);
	return good ? 0 : conf_wrong(at, "tls-ca", why.text);
}

int
conf_webhook_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	struct conf_webhooks *all = &out->webhooks;
	const char *name = cfg_title(section);
	const struct conf_place at = {
	    conf_file, "webhook", name, section->line, err};
	if (all->count == WEBHOOKS_MOST)
		return conf_wrong(&at, "", "more than 16");
	struct webhooks_hook *hook = &all->hook[all->count];
	if (name[0] == '\0' || strlen(name) >= sizeof(hook->name) ||
	    strpbrk(name, " /\"\\") != NULL)
		return conf_wrong(
		    &at, "", "the title must be a word of at most 23 octets");
	conf_text(hook->name, sizeof(hook->name), name);
	set_kinds(hook, section);
	hook->numbers = cfg_getbool(section, "numbers");
	hook->timeout_ms = conf_duration(section, "timeout");
	hook->give_up_ms = conf_duration(section, "give-up");
	hook->alarm_ms = conf_duration(section, "alarm-after");
	if (set_url(&at, hook, section) != 0 ||
	    set_secret(&at, hook, out->path, section) != 0 ||
	    set_ca(&at, hook, out->path, section) != 0)
		return err->code;
	all->count++;
	char path[PATH_MAX];
	conf_path(path, out->path, cfg_getstr(section, "secret-file"));
	all->fixed = conf_gate_mix(all->fixed, name);
	all->fixed ^= conf_gate_fixed(section, NULL);
	all->fixed = conf_gate_mix_file(all->fixed, path);
	return 0;
}
