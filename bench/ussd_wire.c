#include "bench/ussd_wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"

#define KIND_FORM "application/x-www-form-urlencoded"

static void
put_encoded(struct buf *body, const char *text)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		bool plain = (c >= '0' && c <= '9') ||
			     ((c | 32) >= 'a' && (c | 32) <= 'z');
		if (plain)
			buf_add_char(body, *text);
		else
			buf_add_format(body, "%%%02X", c);
	}
}

size_t
ussd_wire_request(char dst[USSD_WIRE_ASK_OCTETS], const char *method,
    const char *path, const char *kind, const char *body, size_t octets)
{
	int head = snprintf(dst, USSD_WIRE_ASK_OCTETS,
	    "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: %s\r\n"
	    "Content-Length: %zu\r\n\r\n",
	    method, path, kind, octets);
	if (head < 0 || (size_t)head + octets > USSD_WIRE_ASK_OCTETS)
		return 0;
	memcpy(dst + head, body, octets);
	return (size_t)head + octets;
}

size_t
ussd_wire_ask(char dst[USSD_WIRE_ASK_OCTETS], const struct ussd_ask *ask)
{
	const char *const pairs[][2] = {
	    {"sessionId=", ask->session},
	    {"&phoneNumber=", ask->phone},
	    {"&networkCode=", "63902"},
	    {"&serviceCode=", ask->code},
	    {"&text=", ask->text},
	};
	char storage[4096];
	struct buf body = buf_over(storage, sizeof(storage));
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		buf_add_text(&body, pairs[i][0]);
		put_encoded(&body, pairs[i][1]);
	}
	return ussd_wire_request(
	    dst, "POST", ask->path, KIND_FORM, body.at, body.octets);
}

/* -- answers --------------------------------------------------------------- */

/* The value of a header line of the head, or NULL. */
static const char *
header(const char *at, const char *end, const char *name)
{
	size_t octets = strlen(name);
	while (at < end) {
		const char *line = memchr(at, '\n', (size_t)(end - at));
		if (line == NULL)
			return NULL;
		at = line + 1;
		if ((size_t)(end - at) > octets &&
		    strncasecmp(at, name, octets) == 0 && at[octets] == ':')
			return at + octets + 1;
	}
	return NULL;
}

static void
read_screen(struct ussd_reply *out)
{
	if (out->status != 200 || out->text_octets < 4)
		return;
	out->go_on = memcmp(out->text, "CON ", 4) == 0;
	out->screen = out->go_on || memcmp(out->text, "END ", 4) == 0;
	if (!out->screen)
		return;
	out->text += 4;
	out->text_octets -= 4;
}

int
ussd_wire_reply(struct ussd_reply *out, const char *at, size_t octets)
{
	*out = (struct ussd_reply){0};
	const char *end = memmem(at, octets, "\r\n\r\n", 4);
	if (end == NULL)
		return 0;
	if (octets < 13 || memcmp(at, "HTTP/1.", 7) != 0)
		return -1;
	const char *length = header(at, end, "Content-Length");
	const char *connection = header(at, end, "Connection");
	size_t body = length == NULL ? 0 : (size_t)strtoul(length, NULL, 10);
	size_t head = (size_t)(end - at) + 4;
	if (octets - head < body)
		return 0;
	out->status = (int)strtol(at + 9, NULL, 10);
	out->close =
	    connection != NULL &&
	    strncasecmp(connection + strspn(connection, " "), "close", 5) == 0;
	out->text = at + head;
	out->text_octets = body;
	out->octets = head + body;
	read_screen(out);
	return 1;
}

/* -- screens --------------------------------------------------------------- */

bool
ussd_wire_holds(const char *text, size_t octets, const char *words)
{
	size_t length = strlen(words);
	for (size_t i = 0; i + length <= octets; i++)
		if (strncasecmp(text + i, words, length) == 0)
			return true;
	return false;
}

bool
ussd_wire_option(
    char key[4], const char *text, size_t octets, const char *words)
{
	const char *end = text + octets;
	while (text < end) {
		const char *line = memchr(text, '\n', (size_t)(end - text));
		const char *stop = line == NULL ? end : line;
		size_t digits = 0;
		while (text + digits < stop && digits < 3 &&
		       text[digits] >= '0' && text[digits] <= '9')
			digits++;
		if (digits > 0 && digits < 3 &&
		    ussd_wire_holds(
			text + digits, (size_t)(stop - text) - digits, words)) {
			memcpy(key, text, digits);
			key[digits] = '\0';
			return true;
		}
		text = stop + 1;
	}
	return false;
}
