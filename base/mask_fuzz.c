/* Reaches mask.c whole.  Input: a text.  Holds, for both masks: what comes out
 * fits the room that the header promises, is the same once masked again, and
 * has no nine (in a log: seven) ASCII digits side by side. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mask.h"
#include "base/panic.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
check(size_t (*mask)(char *dst, size_t dst_octets, struct str text),
    struct str text, size_t least)
{
	char *once = xcalloc(1, MASK_ROOM(text.octets));
	char *twice = xcalloc(1, MASK_ROOM(text.octets) * 3);
	size_t one = mask(once, MASK_ROOM(text.octets), text);
	size_t two, digits = 0;

	PANIC_UNLESS(one < MASK_ROOM(text.octets));
	two = mask(twice, MASK_ROOM(text.octets) * 3, str_of(once, one));
	PANIC_UNLESS(one == two && memcmp(once, twice, one) == 0);
	for (size_t i = 0; i < one; i++) {
		digits = once[i] >= '0' && once[i] <= '9' ? digits + 1 : 0;
		PANIC_UNLESS(digits < least);
	}
	free(once);
	free(twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct str text = str_of((const char *)data, octets);

	check(mask_text, text, 9);
	check(mask_line, text, 7);
	return 0;
}
