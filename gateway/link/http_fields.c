#include "gateway/link/http_fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#define PATH_STEPS 12

static void
init(struct http_fields *fields, size_t octets, size_t most)
{
	/* All at once: what was given out stays where it is. */
	char *storage = xcalloc(1, octets);
	*fields = (struct http_fields){.text = buf_over(storage, octets),
	    .storage = storage,
	    .room = octets,
	    .most = most};
}

void
http_fields_init(struct http_fields *fields)
{
	init(fields, HTTP_FIELDS_OCTETS, 0);
}

void
http_fields_init_strict(struct http_fields *fields, size_t octets, size_t most)
{
	PANIC_UNLESS(octets > 0 && most > 0);
	init(fields, octets, most);
}

void
http_fields_free(struct http_fields *fields)
{
	json_decref(fields->json);
	free(fields->storage);
	*fields = (struct http_fields){0};
}

static int
too_large(const struct http_fields *f, struct err *err)
{
	return err_set(err, HTTP_FIELDS_LARGE, 0,
	    "more than %d fields or %zu octets", HTTP_FIELDS_MAX, f->room);
}

static int
too_long(const struct http_fields *f, struct err *err)
{
	return err_set(err, HTTP_FIELDS_LARGE, 0,
	    "a field of more than %zu octets", f->most);
}

/* -- forms ----------------------------------------------------------------- */

static int
digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 32);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Octets that are not UTF-8 become the characters that they are in Latin-1. */
static void
make_utf8(struct buf *text, size_t from)
{
	struct str raw = str_of(text->at + from, text->octets - from);
	if (utf8_valid(raw))
		return;
	struct buf copy = buf_new(HTTP_FIELDS_OCTETS);
	buf_add_str(&copy, raw);
	text->octets = from;
	for (size_t i = 0; i < copy.octets; i++) {
		unsigned char c = (unsigned char)copy.at[i];
		if (c >= 0x80)
			buf_add_char(text, (char)(0xC0 | c >> 6));
		buf_add_char(text, (char)(c >= 0x80 ? 0x80 | (c & 0x3F) : c));
	}
	buf_free(&copy);
}

/* Appends what it decodes and a NUL; *at_out: where it begins. */
static int
decode(struct http_fields *f, struct str part, size_t *at_out, struct err *err)
{
	size_t from = f->text.octets;
	for (size_t i = 0; i < part.octets; i++) {
		int c = part.at[i];
		if (c == '+') {
			c = ' ';
		} else if (c == '%') {
			bool both = part.octets - i > 2;
			int high = both ? digit_of(part.at[i + 1]) : -1;
			int low = high >= 0 ? digit_of(part.at[i + 2]) : -1;
			if (low < 0)
				return err_set(err, HTTP_FIELDS_SYNTAX, i,
				    "a %% without two hex digits");
			c = high * 16 + low;
			i += 2;
		}
		if (c == 0)
			return err_set(
			    err, HTTP_FIELDS_SYNTAX, i, "a NUL in a field");
		buf_add_char(&f->text, (char)c);
	}
	*at_out = from;
	if (!f->text.full && f->most == 0)
		make_utf8(&f->text, from);
	if (f->most > 0 && f->text.octets - from > f->most)
		return too_long(f, err);
	buf_add_char(&f->text, '\0');
	return f->text.full ? too_large(f, err) : 0;
}

/* Does one before the last have its name? */
static bool
is_repeated(const struct http_fields *f)
{
	const char *name = f->text.at + f->at[f->count - 1].name;
	for (size_t i = 0; i + 1 < f->count; i++)
		if (strcmp(f->text.at + f->at[i].name, name) == 0)
			return true;
	return false;
}

int
http_fields_form(struct http_fields *fields, struct str text, struct err *err)
{
	struct str pair;
	if (text.octets == 0)
		return 0;
	while (str_cut(&pair, &text, '&')) {
		struct str name;
		if (pair.octets == 0)
			continue;
		if (fields->count == HTTP_FIELDS_MAX)
			return too_large(fields, err);
		str_cut(&name, &pair, '=');
		int rc =
		    decode(fields, name, &fields->at[fields->count].name, err);
		if (rc == 0)
			rc = decode(fields, pair,
			    &fields->at[fields->count].value, err);
		if (rc != 0)
			return rc;
		fields->count++;
		if (fields->most > 0 && is_repeated(fields))
			fields->repeated++;
	}
	return 0;
}

/* -- JSON ------------------------------------------------------------------ */

/* As deep as jansson reads, which is less than the stack is. */
static bool
all_within(json_t *value, size_t most)
{
	const char *name;
	json_t *part;
	size_t i;
	if (json_is_string(value))
		return json_string_length(value) <= most;
	json_array_foreach(
	    value, i, part) if (!all_within(part, most)) return false;
	json_object_foreach(
	    value, name, part) if (strlen(name) > most ||
				   !all_within(part, most)) return false;
	return true;
}

int
http_fields_json(struct http_fields *fields, struct str text, struct err *err)
{
	struct err why;
	/* The mark that some editors put before a script's own output. */
	if (str_starts(text, "\xEF\xBB\xBF"))
		text = str_of(text.at + 3, text.octets - 3);
	json_decref(fields->json);
	fields->json = json_read(text, fields->room, &why);
	if (fields->json != NULL)
		return fields->most == 0 ||
			       all_within(fields->json, fields->most)
			   ? 0
			   : too_long(fields, err);
	return err_set(err,
	    why.code == JSON_ERR_LARGE ? HTTP_FIELDS_LARGE : HTTP_FIELDS_SYNTAX,
	    why.offset, "%s", why.text);
}

/* By its name, and to a strict reader by that in other letter case. */
static const json_t *
member(const struct http_fields *f, const json_t *from, const char *name)
{
	const json_t *value = json_object_get(from, name);
	void *it = json_object_iter((json_t *)(uintptr_t)from);
	if (f->most == 0)
		return value;
	for (; value == NULL && it != NULL;
	     it = json_object_iter_next((json_t *)(uintptr_t)from, it))
		if (str_equal_nocase(
			str_from(json_object_iter_key(it)), str_from(name)))
			value = json_object_iter_value(it);
	return value;
}

/* One step of a path: ".name" or "[3]"; NULL behind its end or at a fault. */
static const json_t *
step(const struct http_fields *f, const json_t *from, const char **path)
{
	const char *at = *path;
	char name[64];
	if (*at == '[') {
		char *end;
		unsigned long i = strtoul(at + 1, &end, 10);
		if (end == at + 1 || *end != ']')
			return NULL;
		*path = end + 1;
		return json_array_get(from, i);
	}
	if (*at == '.')
		at++;
	size_t octets = strcspn(at, ".[");
	if (octets == 0 || octets >= sizeof(name))
		return NULL;
	memcpy(name, at, octets);
	name[octets] = '\0';
	*path = at + octets;
	return member(f, from, name);
}

static const char *
as_text(struct http_fields *f, const json_t *value)
{
	size_t from = f->text.octets;
	if (json_is_string(value)) {
		const char *text = json_string_value(value);
		/* A NUL inside would hide the rest of it. */
		return strlen(text) == json_string_length(value) ? text : NULL;
	}
	if (json_is_integer(value))
		buf_add_format(&f->text, "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value));
	else if (json_is_real(value))
		buf_add_format(&f->text, "%.15g", json_real_value(value));
	else if (json_is_boolean(value))
		buf_add_text(&f->text, json_is_true(value) ? "true" : "false");
	else
		return NULL;
	buf_add_char(&f->text, '\0');
	return f->text.full ? NULL : f->text.at + from;
}

const char *
http_fields_get(struct http_fields *fields, const char *name)
{
	if (name[0] == '\0')
		return NULL;
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->text.at + fields->at[i].name, name) == 0)
			return fields->text.at + fields->at[i].value;
	for (size_t i = 0; fields->most > 0 && i < fields->count; i++)
		if (str_equal_nocase(
			str_from(fields->text.at + fields->at[i].name),
			str_from(name)))
			return fields->text.at + fields->at[i].value;
	const json_t *value = fields->json;
	const char *path = name;
	for (int i = 0; value != NULL && *path != '\0'; i++)
		value = i < PATH_STEPS ? step(fields, value, &path) : NULL;
	return value != NULL ? as_text(fields, value) : NULL;
}

int
http_fields_take(const char **value_out, struct http_fields *fields,
    const char *name, struct err *err)
{
	const char *value = http_fields_get(fields, name);
	*value_out = NULL;
	if (fields->text.full)
		return too_large(fields, err);
	struct str text = str_from(value);
	if (!utf8_valid(text))
		return err_set(err, HTTP_FIELDS_SYNTAX, 0, "not UTF-8");
	for (size_t i = 0, octets; i < text.octets; i += octets) {
		uint32_t c =
		    utf8_next(str_of(text.at + i, text.octets - i), &octets);
		if (c < 0x20 || (c >= 0x7f && c < 0xa0))
			return err_set(
			    err, HTTP_FIELDS_SYNTAX, i, "a control character");
	}
	*value_out = value;
	return 0;
}

int
http_fields_body(struct http_fields *fields, const char *content_type,
    struct str body, struct err *err)
{
	struct str type = str_from(content_type), rest = type;
	struct str trimmed = str_trim(body);
	str_cut(&type, &rest, ';');
	type = str_trim(type);
	bool looks_json = trimmed.octets > 0 &&
			  (trimmed.at[0] == '{' || trimmed.at[0] == '[');
	if (trimmed.octets == 0)
		return 0;
	if (str_equal_nocase(type, STR("application/json")) ||
	    str_equal_nocase(type, STR("text/json")) ||
	    (looks_json && (type.octets == 0 ||
			       str_equal_nocase(type, STR("text/plain")))))
		return http_fields_json(fields, body, err);
	if (type.octets == 0 || str_equal_nocase(type, STR("text/plain")) ||
	    str_equal_nocase(type, STR("application/x-www-form-urlencoded")))
		return http_fields_form(fields, trimmed, err);
	return err_set(err, HTTP_FIELDS_TYPE, 0,
	    "content type %.60s is neither a form nor JSON", content_type);
}
