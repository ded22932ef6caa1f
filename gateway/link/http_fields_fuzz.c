/* Reaches http_fields: a name up to a NUL, then what a stranger sent, read as
 * it looks.  What is found is UTF-8.
 * most: 300
 * covers: gateway/link/http_fields.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "gateway/link/http_fields.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	const uint8_t *end = memchr(data, 0, octets);
	struct http_fields f;
	if (end == NULL)
		return 0;
	struct str body =
	    str_of((const char *)end + 1, octets - (size_t)(end - data) - 1);
	http_fields_init(&f);
	int rc = http_fields_body(&f, "", body, NULL);
	if (rc > 0 || rc < HTTP_FIELDS_TYPE || f.count > HTTP_FIELDS_MAX)
		abort();
	const char *value = http_fields_get(&f, (const char *)data);
	if (value != NULL && !utf8_valid(str_from(value)))
		abort();
	/* What was given out stays where it is. */
	const char *again = http_fields_get(&f, (const char *)data);
	if (value != NULL && (again == NULL || strcmp(value, again) != 0))
		abort();
	http_fields_free(&f);
	return 0;
}
