#include "programs/furrowd/conf_route.h"

#include <string.h>

#include "base/str.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/conf_value.h"

void
conf_route_rows(cfg_opt_t rows[CONF_ROUTE_ROWS])
{
	const cfg_opt_t all[CONF_ROUTE_ROWS] = {
	    CFG_STR("to", "", CFGF_NONE),
	    CFG_STR_LIST("link", NULL, CFGF_NONE),
	    CFG_END(),
	};
	memcpy(rows, all, sizeof(all));
}

void
conf_route_checks(cfg_t *cfg)
{
	(void)cfg;
}

int
conf_route_set(
    struct conf *out, const char *conf_file, cfg_t *section, struct err *err)
{
	int line = section->line;
	if (out->routes == CONF_ROUTES_MAX)
		return err_set(err, CONF_VALUE, (size_t)line,
		    "%.60s:%d: more than %d sections route", conf_file, line,
		    CONF_ROUTES_MAX);
	struct conf_route *route = &out->route[out->routes++];
	conf_text(route->to, sizeof(route->to), cfg_getstr(section, "to"));
	while (route->links < cfg_size(section, "link") &&
	       route->links < CONF_ROUTE_LINKS_MAX) {
		conf_text(route->link[route->links], LINK_NAME_OCTETS,
		    cfg_getnstr(section, "link", (unsigned)route->links));
		route->links++;
	}
	return 0;
}

bool
conf_route_same(const struct conf_route *a, const struct conf_route *b)
{
	return strcmp(a->to, b->to) == 0 && a->links == b->links;
}
