#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

/* What is cut to fit ends in a whole character: others print it as JSON. */
static void
drop_half_character(char *text, size_t octets)
{
	size_t first = octets;
	while (first > 0 && ((unsigned char)text[first - 1] & 0xC0u) == 0x80u)
		first--;
	if (first == 0)
		return;
	unsigned char lead = (unsigned char)text[--first];
	size_t needs = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (octets - first < needs)
		text[first] = '\0';
}

int
err_set(struct err *err, int code, size_t offset, const char *format, ...)
{
	if (err == NULL)
		return code;
	err->code = code;
	err->offset = offset;
	va_list args;
	va_start(args, format);
	int octets = vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	if (octets >= (int)sizeof(err->text))
		drop_half_character(err->text, sizeof(err->text) - 1);
	return code;
}

void
err_clear(struct err *err)
{
	if (err != NULL)
		*err = (struct err){0};
}
