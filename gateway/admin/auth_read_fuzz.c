/* Reaches auth_read.c whole.  Input: three lines, a header and two names.
 * Holds: a cookie is a piece of the header without ';' and without blanks
 * around it, and stands behind its own name; a token is a piece of its header;
 * a host that is named by an origin is as long as what stands behind "://".
 * most: 400
 * covers: gateway/admin/auth_read.c */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/admin/auth_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
is_within(struct str piece, const char *header)
{
	size_t all = strlen(header);

	if (piece.octets == 0)
		return;
	PANIC_UNLESS(piece.at >= header);
	PANIC_UNLESS(piece.at + piece.octets <= header + all);
	PANIC_UNLESS(piece.at[0] != ' ');
	PANIC_UNLESS(piece.at[piece.octets - 1] != ' ');
}

static void
look_at_cookie(const char *header, const char *name)
{
	struct str value = auth_read_cookie(header, name);
	size_t octets = strlen(name);

	is_within(value, header);
	if (value.octets == 0)
		return;
	PANIC_UNLESS(memchr(value.at, ';', value.octets) == NULL);
	for (const char *at = header; at < value.at; at++)
		if (strncmp(at, name, octets) == 0 && at[octets] == '=')
			return;
	PANIC_UNLESS(false);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char *text = xcalloc(1, octets + 3), *name, *host;

	if (octets > 0)
		memcpy(text, data, octets);
	name = text + strcspn(text, "\n");
	if (*name != '\0')
		*name++ = '\0';
	host = name + strcspn(name, "\n");
	if (*host != '\0')
		*host++ = '\0';
	look_at_cookie(text, name);
	is_within(auth_read_bearer(text), text);
	if (auth_read_origin(text, host))
		PANIC_UNLESS(strlen(strstr(text, "://") + 3) == strlen(host));
	PANIC_UNLESS(auth_read_cookie(NULL, name).octets == 0);
	PANIC_UNLESS(!auth_read_origin(text, NULL));
	free(text);
	return 0;
}
