/* auth_site - does a request that changes something come from our own page? */
#include <string.h>

#include "base/digest.h"

#include "gateway/admin/auth_impl.h"
#include "gateway/admin/auth_read.h"

/* A browser tells where a request comes from; what is no browser says
 * nothing, and has no cookies that another site could use. */
static bool
is_from_here(const struct http_request *request)
{
	const char *site = http_request_header(request, "Sec-Fetch-Site");
	const char *origin = http_request_header(request, "Origin");

	if (site != NULL && strcmp(site, "same-origin") != 0)
		return false;
	return origin == NULL ||
	       auth_read_origin(origin, http_request_header(request, "Host"));
}

/* A form of another site cannot send these types. */
bool
auth_typed(const struct http_request *request)
{
	const char *type = http_request_header(request, "Content-Type");
	const char *path = http_request_path(request);
	size_t octets = strlen(path);
	struct str kind = str_of(type, type != NULL ? strcspn(type, ";") : 0);

	kind = str_trim(kind);
	if (http_request_body(request).octets == 0 ||
	    str_equal_nocase(kind, STR("application/json")))
		return true;
	return octets > 7 && strcmp(path + octets - 7, "/import") == 0 &&
	       str_equal_nocase(kind, STR("text/csv"));
}

bool
auth_site_ok(struct http_request *request, const char *csrf)
{
	const char *said = http_request_header(request, "X-CSRF-Token");

	if (!is_from_here(request)) {
		auth_refuse(
		    request, 403, NULL, "the request comes from another site");
		return false;
	}
	if (csrf == NULL || digest_same(str_from(csrf), str_from(said)))
		return true;
	auth_refuse(request, 403, "csrf",
	    "X-CSRF-Token is not this session's (GET /api/v1/me tells it)");
	return false;
}
