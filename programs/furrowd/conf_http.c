#include "programs/furrowd/conf_http.h"

#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

void
conf_http_rows(cfg_opt_t rows[CONF_HTTP_ROWS])
{
	const cfg_opt_t all[CONF_HTTP_ROWS] = {
	    CONF_LINK_ROWS,
	    CFG_STR("url", "", CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

void
conf_http_checks(cfg_t *cfg)
{
	conf_link_checks(cfg, "http");
}

int
conf_http_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	int line = section->line;
	if (out->https == CONF_HTTP_MAX)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: more than %d sections http", conf_file, line,
		    CONF_HTTP_MAX);
	struct conf_http *http = &out->http[out->https++];
	conf_link_set(&http->link, &out->market, section);
	conf_text(http->url, sizeof(http->url), cfg_getstr(section, "url"));
	return 0;
}

bool
conf_http_same(const struct conf_http *a, const struct conf_http *b)
{
	return conf_link_same(&a->link, &b->link) &&
	       strcmp(a->url, b->url) == 0;
}
