/* Reaches http_fields: a name up to a NUL, then what a stranger sent, read as
 * it looks.  What is found is UTF-8; what a strict reader takes has no control
 * characters besides, and is no longer than it may be.  What stands before the
 * first "?" is a query, which counts before the body; both are read again by a
 * simple reader of forms, and must say the same.
 * most: 300
 * covers: gateway/link/http_fields.c */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "gateway/link/http_fields.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define MOST 40 /* of a field: within what a fuzzer makes */
#define ROOM 400 /* of a whole input, and more */

static void
must(bool good)
{
	if (!good)
		abort();
}

/* -- the simple reader ------------------------------------------------------
 */

/* Both good escapes and no NUL: such a form was taken. */
static void
decode_simply(char out[ROOM], struct str part)
{
	size_t count = 0;
	for (size_t i = 0; i < part.octets; i++) {
		char digits[3] = "", c = part.at[i];
		if (c == '%') {
			memcpy(digits, part.at + i + 1, 2);
			c = (char)strtoul(digits, NULL, 16);
			i += 2;
		} else if (c == '+') {
			c = ' ';
		}
		out[count++] = c;
	}
	out[count] = '\0';
}

typedef int compare_fn(const char *, const char *);

/* The first value of that name. */
static bool
find_simply(
    char out[ROOM], struct str form, const char *name, compare_fn *compare)
{
	size_t end, mark;
	char found[ROOM];
	for (size_t at = 0; at < form.octets; at = end + 1) {
		for (end = at; end < form.octets && form.at[end] != '&'; end++)
			;
		for (mark = at; mark < end && form.at[mark] != '='; mark++)
			;
		decode_simply(found, str_of(form.at + at, mark - at));
		if (end == at || compare(found, name) != 0)
			continue;
		decode_simply(
		    out, mark < end ? str_of(form.at + mark + 1, end - mark - 1)
				    : STR(""));
		return true;
	}
	return false;
}

static void
check_forms(const char *name, struct str query, struct str form,
    const char *value, int rc)
{
	char simple[ROOM];
	bool found = name[0] != '\0' &&
		     (find_simply(simple, query, name, strcmp) ||
			 find_simply(simple, form, name, strcmp) ||
			 find_simply(simple, query, name, strcasecmp) ||
			 find_simply(simple, form, name, strcasecmp));
	if (rc == 0)
		must((value != NULL) == found &&
		     (!found || strcmp(value, simple) == 0));
	else
		must(found);
}

/* -- a strict reader --------------------------------------------------------
 */

static void
check_strict(const char *value)
{
	struct str text = str_from(value);
	must(utf8_valid(text) && text.octets <= MOST);
	for (size_t i = 0; i < text.octets; i++)
		must((unsigned char)text.at[i] >= 0x20 && text.at[i] != 0x7f &&
		     /* C1: C2 80 to C2 9F. */
		     (text.at[i] != '\xC2' ||
			 (unsigned char)text.at[i + 1] >= 0xA0));
}

static void
read_strictly(const char *name, struct str body)
{
	struct http_fields f;
	const char *value = NULL;
	struct str query = STR("");
	if (memchr(body.at, '?', body.octets) != NULL)
		str_cut(&query, &body, '?');
	bool json = body.octets > 0 && body.at[0] == '{';
	http_fields_init_strict(&f, 200, MOST);
	int rc = http_fields_form(&f, query, NULL);
	if (rc == 0)
		rc = json ? http_fields_json(&f, body, NULL)
			  : http_fields_form(&f, body, NULL);
	must(rc <= 0 && rc >= HTTP_FIELDS_LARGE && f.repeated <= f.count);
	if (rc == 0) {
		rc = http_fields_take(&value, &f, name, NULL);
		must(rc <= 0 && rc >= HTTP_FIELDS_LARGE);
		if (!json)
			check_forms(name, query, body, value, rc);
	}
	check_strict(value);
	http_fields_free(&f);
}

/* -- the target -------------------------------------------------------------
 */

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	const uint8_t *end = memchr(data, 0, octets);
	struct http_fields f;
	if (end == NULL || octets > ROOM)
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
