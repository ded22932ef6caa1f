/* Reaches mask.c whole.  Input: a text.  Holds: what comes out fits the room
 * that the header promises, is the same once masked again, and has no nine
 * ASCII digits side by side. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/admin/mask.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char *once = xcalloc(1, MASK_ROOM(octets));
	char *twice = xcalloc(1, MASK_ROOM(octets) * 3);
	size_t one, two, digits = 0;

	one = mask_text(
	    once, MASK_ROOM(octets), str_of((const char *)data, octets));
	PANIC_UNLESS(one < MASK_ROOM(octets));
	two = mask_text(twice, MASK_ROOM(octets) * 3, str_of(once, one));
	PANIC_UNLESS(one == two && memcmp(once, twice, one) == 0);
	for (size_t i = 0; i < one; i++) {
		digits = once[i] >= '0' && once[i] <= '9' ? digits + 1 : 0;
		PANIC_UNLESS(digits < 9);
	}
	free(once);
	free(twice);
	return 0;
}
