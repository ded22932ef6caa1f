/* Reaches http_fields: a name up to a NUL, then what a stranger sent, read as
 * it looks.  What is found is UTF-8; what a strict reader takes has no control
 * characters besides, and is no longer than it may be.
 * most: 300
 * covers: gateway/link/http_fields.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "gateway/link/http_fields.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define MOST 40 /* of a field: within what a fuzzer makes */

static void
read_strictly(const char *name, struct str body)
{
	struct http_fields f;
	const char *value;
	bool json = body.octets > 0 && body.at[0] == '{';
	http_fields_init_strict(&f, 200, MOST);
	int rc = json ? http_fields_json(&f, body, NULL)
		      : http_fields_form(&f, body, NULL);
	if (rc > 0 || rc < HTTP_FIELDS_LARGE || f.repeated > f.count)
		abort();
	if (rc == 0)
		rc = http_fields_take(&value, &f, name, NULL);
	if (rc > 0 || rc < HTTP_FIELDS_LARGE)
		abort();
	struct str text = str_from(rc == 0 ? value : NULL);
	if (!utf8_valid(text) || text.octets > MOST)
		abort();
	for (size_t i = 0; i < text.octets; i++)
		if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7f)
			abort();
	http_fields_free(&f);
}

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
	read_strictly((const char *)data, body);
	return 0;
}
