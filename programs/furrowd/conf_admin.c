#include "programs/furrowd/conf_admin.h"

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "base/tls.h"
#include "programs/furrowd/conf_value.h"

#define PER_MINUTE_MOST 100000

void
conf_admin_rows(cfg_opt_t rows[CONF_ADMIN_ROWS])
{
	const cfg_opt_t all[] = {
	    CFG_STR("socket", "furrow.sock", CFGF_NONE),
	    CFG_STR("listen", "", CFGF_NONE),
	    CFG_STR("tls-certificate", "", CFGF_NONE),
	    CFG_STR("tls-key", "", CFGF_NONE),
	    CFG_STR_LIST("host", NULL, CFGF_NONE),
	    CFG_STR("web", "", CFGF_NONE),
	    CFG_STR("metrics", "token", CFGF_NONE),
	    CFG_STR("session-idle", "30m", CFGF_NONE),
	    CFG_STR("session-longest", "12h", CFGF_NONE),
	    CFG_STR("totp", "optional", CFGF_NONE),
	    CFG_INT("sendsms-per-minute", 600, CFGF_NONE),
	    CFG_STR_LIST("dlr-hosts", NULL, CFGF_NONE),
	    CFG_STR("dlr-tls-ca", "", CFGF_NONE),
	    /* Only ./demo sets these two. */
	    CFG_STR("phones", "", CFGF_NONE),
	    CFG_STR("phones-people", "", CFGF_NONE),
	    CFG_END(),
	};
	_Static_assert(
	    sizeof(all) / sizeof(all[0]) <= CONF_ADMIN_ROWS, "no room");
	memset(rows, 0, CONF_ADMIN_ROWS * sizeof(rows[0]));
	memcpy(rows, all, sizeof(all));
}

/* A name without its port: those are letters, digits, - and dots. */
static int
check_host(cfg_t *cfg, cfg_opt_t *opt)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
	const char *value = conf_last(opt);
	size_t octets = strlen(value);
	if (octets > 0 && octets < CONF_ADMIN_HOST_OCTETS &&
	    strspn(value, good) == octets)
		return 0;
	cfg_error(cfg,
	    "host: '%.60s' is no name like farm.example.org (the port does not "
	    "belong to it)",
	    value);
	return -1;
}

static int
check_per_minute(cfg_t *cfg, cfg_opt_t *opt)
{
	long texts = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (texts >= 0 && texts <= PER_MINUTE_MOST)
		return 0;
	cfg_error(cfg, "sendsms-per-minute: from 1 to 100000, or 0 for no "
		       "limit");
	return -1;
}

static int
check_dlr_host(cfg_t *cfg, cfg_opt_t *opt)
{
	struct dlr_host host;
	if (dlr_host_read(&host, str_from(conf_last(opt))))
		return 0;
	cfg_error(cfg,
	    "dlr-hosts: '%.60s' is no host like shop.example or "
	    "shop.example:8443 (nor is it an address with https://)",
	    conf_last(opt));
	return -1;
}

static int
check_totp(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "optional") == 0 ||
	    strcmp(value, "required-admin") == 0)
		return 0;
	cfg_error(
	    cfg, "totp: '%.40s' is neither optional nor required-admin", value);
	return -1;
}

/* Somebody who reads a page for a minute is still there. */
static int
check_session(cfg_t *cfg, cfg_opt_t *opt)
{
	int64_t ms;
	if (conf_check_duration(cfg, opt) != 0)
		return -1;
	if (str_to_duration_ms(&ms, str_from(conf_last(opt))) && ms >= 60000)
		return 0;
	cfg_error(cfg, "%s: '%.40s' is less than a minute", opt->name,
	    conf_last(opt));
	return -1;
}

static int
check_metrics(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "token") == 0 || strcmp(value, "open") == 0)
		return 0;
	cfg_error(cfg, "metrics: '%.60s' is neither token nor open", value);
	return -1;
}

void
conf_admin_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "admin|session-idle", check_session);
	cfg_set_validate_func(cfg, "admin|session-longest", check_session);
	cfg_set_validate_func(cfg, "admin|totp", check_totp);
	cfg_set_validate_func(cfg, "admin|host", check_host);
	cfg_set_validate_func(
	    cfg, "admin|sendsms-per-minute", check_per_minute);
	cfg_set_validate_func(cfg, "admin|dlr-hosts", check_dlr_host);
	cfg_set_validate_func(cfg, "admin|metrics", check_metrics);
}

static int
set_hosts(const struct conf_place *at, struct conf_admin *out, cfg_t *section)
{
	unsigned hosts = cfg_size(section, "host");
	if (hosts > CONF_ADMIN_HOSTS_MAX)
		return conf_wrong(at, "host", "more than 16");
	for (unsigned i = 0; i < hosts; i++) {
		char *host = out->host[i];
		conf_text(host, CONF_ADMIN_HOST_OCTETS,
		    cfg_getnstr(section, "host", i));
		for (; *host != '\0'; host++)
			*host = (char)tolower((unsigned char)*host);
	}
	out->hosts = hosts;
	return 0;
}

static int
set_dlr(const struct conf_place *at, struct conf_admin *out,
    const char *conf_path_, cfg_t *section)
{
	struct err why = {0};
	unsigned hosts = cfg_size(section, "dlr-hosts");
	conf_path(out->dlr_ca, conf_path_, cfg_getstr(section, "dlr-tls-ca"));
	if (hosts > DLR_HOSTS_MOST)
		return conf_wrong(at, "dlr-hosts", "more than 16");
	for (unsigned i = 0; i < hosts; i++)
		dlr_host_read(&out->dlr_host[i],
		    str_from(cfg_getnstr(section, "dlr-hosts", i)));
	out->dlr_hosts = hosts;
	if (hosts == 0 || out->dlr_ca[0] == '\0')
		return 0;
	struct tls_context *context = tls_client_context(out->dlr_ca, &why);
	bool good = context != NULL;
	tls_context_free(&context);
	return good ? 0 : conf_wrong(at, "dlr-tls-ca", why.text);
}

static int
set_listen(const struct conf_place *at, struct conf_admin *out,
    const char *conf_path, cfg_t *section)
{
	const char *listen = cfg_getstr(section, "listen");
	int rc = conf_gate_certificate(
	    at, out->certificate, out->certificate_key, conf_path, section);
	if (rc != 0 || listen[0] == '\0')
		return rc;
	if (!conf_gate_listen(out->address, &out->port, listen))
		return conf_wrong(at, "listen",
		    "not a numeric address and a port, like 127.0.0.1:8642");
	if (out->certificate[0] != '\0' || conf_gate_is_private(out->address))
		return 0;
	return conf_wrong(at, "listen",
	    "other machines reach this address, and passwords would pass in "
	    "the clear: give tls-certificate and tls-key, or listen at "
	    "127.0.0.1");
}

int
conf_admin_set(struct conf_admin *out, const char *conf_path_,
    const char *conf_file, cfg_t *section, struct err *err)
{
	const struct conf_place at = {.file = conf_file,
	    .kind = "admin",
	    .line = (int)section->line,
	    .name = "",
	    .err = err};
	conf_path(out->socket, conf_path_, cfg_getstr(section, "socket"));
	conf_path(out->web, conf_path_, cfg_getstr(section, "web"));
	conf_path(out->phones, conf_path_, cfg_getstr(section, "phones"));
	conf_path(out->phones_people, conf_path_,
	    cfg_getstr(section, "phones-people"));
	out->session_idle_ms = conf_duration(section, "session-idle");
	out->session_longest_ms = conf_duration(section, "session-longest");
	out->totp_required =
	    strcmp(cfg_getstr(section, "totp"), "required-admin") == 0;
	out->metrics_open = strcmp(cfg_getstr(section, "metrics"), "open") == 0;
	out->fixed = conf_gate_fixed(section, NULL);
	out->sendsms_per_minute = cfg_getint(section, "sendsms-per-minute");
	int rc = set_listen(&at, out, conf_path_, section);
	if (rc == 0)
		rc = set_dlr(&at, out, conf_path_, section);
	return rc == 0 ? set_hosts(&at, out, section) : rc;
}
