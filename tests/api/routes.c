/* routes - the rows of the API's own table, a line each, for openapi_check:
 *   GET orders/{} viewer */
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "gateway/admin/api_impl.h"

static void
print_row(const struct api_route *route, struct str act)
{
	printf("%s %s%s%s%.*s %s\n", route->method == HTTP_GET ? "GET" : "POST",
	    route->resource, route->name ? "/{}" : "",
	    act.octets > 0 ? "/" : "", (int)act.octets,
	    act.octets > 0 ? act.at : "", caller_role_name(route->role));
}

int
main(void)
{
	struct api_route route;
	struct str rest, act;

	for (size_t i = 0; api_route_at(i, &route); i++) {
		if (route.acts == NULL)
			print_row(&route, STR(""));
		rest = str_from(route.acts);
		while (str_cut(&act, &rest, ' '))
			if (act.octets > 0)
				print_row(&route, act);
	}
	return 0;
}
