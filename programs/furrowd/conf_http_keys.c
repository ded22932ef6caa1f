/* The keys of a section `http`, and what each value must look like. */
#include "programs/furrowd/conf_http.h"

#include <regex.h>
#include <string.h>

#include "gateway/link/link_http.h"
#include "programs/furrowd/conf_gate.h"
#include "programs/furrowd/conf_value.h"

static int
check_provider(cfg_t *cfg, cfg_opt_t *opt)
{
	struct http_row row;
	if (http_row_find(&row, conf_last(opt)))
		return 0;
	cfg_error(cfg, "provider: '%.40s' is none of %s", conf_last(opt),
	    http_row_names());
	return -1;
}

static int
check_url(cfg_t *cfg, cfg_opt_t *opt)
{
	struct link_http_url url;
	const char *value = conf_last(opt);
	if (strlen(value) < HTTP_ROW_URL_OCTETS && link_http_url(&url, value))
		return 0;
	cfg_error(cfg,
	    "url: '%.80s' is not like https://api.example.org/send, without "
	    "places in the host",
	    value);
	return -1;
}

static int
check_method(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "post") == 0 || strcmp(value, "get") == 0)
		return 0;
	cfg_error(cfg, "method: '%.40s' is neither post nor get", value);
	return -1;
}

static int
check_body_type(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	if (strcmp(value, "form") == 0 || strcmp(value, "json") == 0)
		return 0;
	cfg_error(cfg, "body-type: '%.40s' is neither form nor json", value);
	return -1;
}

static int
check_pattern(cfg_t *cfg, cfg_opt_t *opt)
{
	regex_t pattern;
	const char *value = conf_last(opt);
	int rc = strlen(value) < HTTP_ROW_PATH_OCTETS
		     ? regcomp(&pattern, value, REG_EXTENDED)
		     : REG_ESPACE;
	if (rc == 0) {
		regfree(&pattern);
		return 0;
	}
	cfg_error(cfg,
	    "answer-pattern: '%.60s' is no regular expression of up to %d "
	    "octets",
	    value, HTTP_ROW_PATH_OCTETS - 1);
	return -1;
}

static int
check_auth(cfg_t *cfg, cfg_opt_t *opt)
{
	enum http_auth auth;
	if (http_auth_from_name(&auth, conf_last(opt)))
		return 0;
	cfg_error(cfg,
	    "secret-in: '%.40s' is none of none, query, header, basic, hmac",
	    conf_last(opt));
	return -1;
}

static int
check_window(cfg_t *cfg, cfg_opt_t *opt)
{
	long value = cfg_opt_getnint(opt, cfg_opt_size(opt) - 1);
	if (value >= 1 && value <= LINK_HTTP_WINDOW_MAX)
		return 0;
	cfg_error(cfg, "window: %ld is not from 1 to %d", value,
	    LINK_HTTP_WINDOW_MAX);
	return -1;
}

/* Those without a default here keep what the provider's row says. */
void
conf_http_rows(cfg_opt_t rows[CONF_HTTP_ROWS])
{
	const cfg_opt_t all[CONF_HTTP_ROWS] = {
	    CONF_LINK_ROWS,
	    CFG_STR("provider", "generic", CFGF_NONE),
	    CFG_STR("url", NULL, CFGF_NONE),
	    CFG_STR("method", NULL, CFGF_NONE),
	    CFG_STR_LIST("headers", NULL, CFGF_NONE),
	    CFG_STR("body-type", NULL, CFGF_NONE),
	    CFG_STR("body", NULL, CFGF_NONE),
	    CFG_STR("user", "", CFGF_NONE),
	    CFG_STR("key-file", "", CFGF_NONE),
	    CFG_STR("from", "", CFGF_NONE),
	    CFG_STR("answer-id", NULL, CFGF_NONE),
	    CFG_STR("answer-code", NULL, CFGF_NONE),
	    CFG_STR_LIST("answer-codes", NULL, CFGF_NONE),
	    CFG_STR("answer-pattern", NULL, CFGF_NONE),
	    CFG_STR("tls-ca", "", CFGF_NONE),
	    CFG_STR("tls-name", "", CFGF_NONE),
	    CFG_INT("window", 8, CFGF_NONE),
	    CFG_STR("connect-timeout", "10s", CFGF_NONE),
	    CFG_STR("answer-timeout", "30s", CFGF_NONE),
	    CFG_STR("listen", "", CFGF_NONE),
	    CFG_STR("hold", "10s", CFGF_NONE),
	    CFG_STR("tls-certificate", "", CFGF_NONE),
	    CFG_STR("tls-key", "", CFGF_NONE),
	    CFG_STR("path", NULL, CFGF_NONE),
	    CFG_STR("report-path", NULL, CFGF_NONE),
	    CFG_STR("secret-in", "query", CFGF_NONE),
	    CFG_STR("secret-name", "", CFGF_NONE),
	    CFG_STR("secret-user", "", CFGF_NONE),
	    CFG_STR("secret-file", "", CFGF_NONE),
	    CFG_STR_LIST("allow", NULL, CFGF_NONE),
	    CFG_STR("in-from", NULL, CFGF_NONE),
	    CFG_STR("in-text", NULL, CFGF_NONE),
	    CFG_STR("in-id", NULL, CFGF_NONE),
	    CFG_STR("in-date", NULL, CFGF_NONE),
	    CFG_STR("report-id", NULL, CFGF_NONE),
	    CFG_STR("report-status", NULL, CFGF_NONE),
	    CFG_STR("report-reason", NULL, CFGF_NONE),
	    CFG_STR("report-to", NULL, CFGF_NONE),
	    CFG_STR_LIST("report-codes", NULL, CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

void
conf_http_checks(cfg_t *cfg)
{
	conf_link_checks(cfg, "http");
	cfg_set_validate_func(cfg, "http|provider", check_provider);
	cfg_set_validate_func(cfg, "http|url", check_url);
	cfg_set_validate_func(cfg, "http|method", check_method);
	cfg_set_validate_func(cfg, "http|body-type", check_body_type);
	cfg_set_validate_func(cfg, "http|answer-pattern", check_pattern);
	cfg_set_validate_func(cfg, "http|secret-in", check_auth);
	cfg_set_validate_func(cfg, "http|allow", conf_gate_check_allow);
	cfg_set_validate_func(cfg, "http|window", check_window);
	cfg_set_validate_func(cfg, "http|connect-timeout", conf_check_duration);
	cfg_set_validate_func(cfg, "http|answer-timeout", conf_check_duration);
	cfg_set_validate_func(cfg, "http|hold", conf_check_duration);
	cfg_set_validate_func(cfg, "http|path", conf_gate_check_path);
	cfg_set_validate_func(cfg, "http|report-path", conf_gate_check_path);
}
