#include "gateway/admin/query_read.h"

#include <stddef.h>

#include "base/clock.h"
#include "base/str.h"

bool
query_read_number(int64_t *out, const char *text)
{
	*out = 0;
	if (text == NULL || text[0] == '\0' ||
	    (str_to_int64(out, str_from(text)) && *out >= 0))
		return true;
	*out = 0;
	return false;
}

bool
query_read_time(int64_t *out, const char *text)
{
	return query_read_number(out, text) || clock_parse(out, text);
}
