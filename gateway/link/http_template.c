#include "gateway/link/http_template.h"

#include <string.h>

#define NAME_OCTETS 24

static void
escape_url(struct buf *out, unsigned char c)
{
	bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		     (c >= '0' && c <= '9') || c == '-' || c == '.' ||
		     c == '_' || c == '~';
	if (plain)
		buf_add_char(out, (char)c);
	else
		buf_add_format(out, "%%%02X", c);
}

static void
escape_json(struct buf *out, unsigned char c)
{
	switch (c) {
	case '"':
	case '\\':
		buf_add_char(out, '\\');
		buf_add_char(out, (char)c);
		return;
	case '\n':
		buf_add_text(out, "\\n");
		return;
	default:
		if (c < 0x20 || c == 0x7f)
			buf_add_format(out, "\\u%04x", c);
		else
			buf_add_char(out, (char)c);
		return;
	}
}

void
http_escape(struct buf *out, enum http_escape escape, struct str value)
{
	for (size_t i = 0; i < value.octets; i++) {
		unsigned char c = (unsigned char)value.at[i];
		switch (escape) {
		case HTTP_ESCAPE_URL:
			escape_url(out, c);
			break;
		case HTTP_ESCAPE_JSON:
			escape_json(out, c);
			break;
		case HTTP_ESCAPE_FIELD:
			buf_add_char(
			    out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
			break;
		}
	}
}

/* The name of the place that begins here; empty: just a brace. */
static struct str
place_at(const char *brace)
{
	size_t octets = strspn(brace + 1, "abcdefghijklmnopqrstuvwxyz-");
	if (octets == 0 || brace[octets + 1] != '}')
		octets = 0;
	return str_of(brace + 1, octets);
}

static bool
value_of(struct str *out, struct str name, const struct http_values *v)
{
	struct str to = v->to, plain = to;
	if (to.octets > 0 && to.at[0] == '+')
		plain = str_of(to.at + 1, to.octets - 1);
	const struct {
		const char *name;
		struct str value;
	} places[] = {
	    {"to", to},
	    {"to-plain", plain},
	    {"from", v->from},
	    {"text", v->text},
	    {"id", v->id},
	    {"user", v->user},
	    {"key", v->key},
	};
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (str_is(name, places[i].name)) {
			*out = places[i].value;
			return true;
		}
	return false;
}

int
http_template_check(const char *template_, struct err *err)
{
	static const struct http_values none;
	struct str value;
	for (const char *c = template_; (c = strchr(c, '{')) != NULL; c++) {
		struct str name = place_at(c);
		if (name.octets > 0 && !value_of(&value, name, &none))
			return err_set(err, HTTP_TEMPLATE_PLACE,
			    (size_t)(c - template_),
			    "there is no place {%.*s}; there are {to}, "
			    "{to-plain}, {from}, {text}, {id}, {user}, "
			    "{key}",
			    name.octets < NAME_OCTETS ? (int)name.octets
						      : NAME_OCTETS,
			    name.at);
	}
	return 0;
}

bool
http_template_fill(struct buf *out, const char *template_,
    enum http_escape escape, const struct http_values *values)
{
	for (const char *c = template_; *c != '\0';) {
		struct str name = *c == '{' ? place_at(c) : str_of(c, 0);
		struct str value;
		if (name.octets > 0 && value_of(&value, name, values)) {
			http_escape(out, escape, value);
			c += name.octets + 2;
		} else {
			buf_add_char(out, *c++);
		}
	}
	return !out->full;
}
