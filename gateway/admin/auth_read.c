#include "gateway/admin/auth_read.h"

#include <string.h>

struct str
auth_read_cookie(const char *header, const char *name)
{
	struct str rest = str_from(header), one, key;

	while (str_cut(&one, &rest, ';')) {
		one = str_trim(one);
		if (str_cut(&key, &one, '=') && str_is(key, name) &&
		    one.at != NULL)
			return str_trim(one);
	}
	return str_of(NULL, 0);
}

struct str
auth_read_bearer(const char *header)
{
	struct str said = str_trim(str_from(header));

	if (str_starts_nocase(said, "bearer "))
		said = str_trim(str_of(said.at + 7, said.octets - 7));
	return said;
}

bool
auth_read_origin(const char *origin, const char *host)
{
	const char *at = strstr(origin, "://");

	return at != NULL && host != NULL &&
	       str_equal_nocase(str_from(at + 3), str_from(host));
}
