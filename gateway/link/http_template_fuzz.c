/* Reaches http_template: the first octet says where it is used, then comes the
 * template up to a NUL, then a text.  Whatever the text is, it adds no
 * parameter, leaves no string and begins no header field.
 * most: 200
 * covers: gateway/link/http_template.c */
#include <stdlib.h>
#include <string.h>

#include "gateway/link/http_template.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
must(bool promise)
{
	if (!promise)
		abort();
}

/* The marks that mean something where it is used. */
static size_t
marks(const char *text, size_t octets, enum http_escape how)
{
	size_t found = 0;
	for (size_t i = 0; i < octets; i++) {
		if (how == HTTP_ESCAPE_JSON && text[i] == '\\') {
			i++;
			continue;
		}
		found += how == HTTP_ESCAPE_URL
			     ? strchr("&=+?#/ \r\n", text[i]) != NULL
			 : how == HTTP_ESCAPE_JSON
			     ? text[i] == '"' || (unsigned char)text[i] < 0x20
			     : text[i] == '\r' || text[i] == '\n';
	}
	return found;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char storage[8192];
	const uint8_t *end =
	    octets > 1 ? memchr(data + 1, 0, octets - 1) : NULL;
	if (end == NULL)
		return 0;
	enum http_escape how = (enum http_escape)(data[0] % 3);
	const char *form = (const char *)data + 1;
	struct str text =
	    str_of((const char *)end + 1, octets - (size_t)(end - data) - 1);
	struct http_values none = {.to = STR("")};
	struct http_values values = {.to = text,
	    .from = text,
	    .text = text,
	    .id = text,
	    .user = text,
	    .key = text};
	struct err err;
	int rc = http_template_check(form, &err);
	must(rc == 0 ||
	     (rc == HTTP_TEMPLATE_PLACE && err.offset < (size_t)(end - data)));
	/* Backslashes of the template itself could take a quote along. */
	if (rc != 0 || strchr(form, '\\') != NULL)
		return 0;
	struct buf out = buf_over(storage, sizeof(storage));
	must(http_template_fill(&out, form, how, &none));
	size_t before = marks(out.at, out.octets, how);
	buf_clear(&out);
	if (http_template_fill(&out, form, how, &values))
		must(marks(out.at, out.octets, how) == before);
	return 0;
}
