/* Reaches totp.c whole.  Input: eight octets of time, a key's twenty, what was
 * typed.  Holds: what counts is six figures, of a step next to this one and
 * later than the last, and does not count twice.
 * most: 60
 * covers: base/totp.c */
#include <string.h>

#include "base/panic.h"
#include "base/totp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static void
look(struct span key, struct str typed, int64_t now)
{
	int64_t step, twice, here = now / TOTP_STEP_MS;

	if (!totp_is(key, typed, now, here - 2, &step)) {
		PANIC_UNLESS(step == here - 2);
		return;
	}
	PANIC_UNLESS(step >= here - 1 && step <= here + 1);
	if (totp_is(key, typed, now, step, &twice))
		PANIC_UNLESS(twice > step); /* two steps of one code */
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char text[TOTP_BASE32_OCTETS], right[24];
	struct span key;
	uint64_t time = 0;
	int64_t now, step;
	uint32_t code;

	if (octets < 8 + TOTP_KEY_OCTETS)
		return 0;
	for (int i = 0; i < 8; i++)
		time = time << 8 | data[i];
	now = (int64_t)(time >> 16) + 2 * TOTP_STEP_MS;
	key = span_of(data + 8, TOTP_KEY_OCTETS);
	look(key,
	    str_of((const char *)data + 8 + TOTP_KEY_OCTETS,
		octets - 8 - TOTP_KEY_OCTETS),
	    now);
	code = totp_code(key, now / TOTP_STEP_MS, 6);
	for (int i = 5; i >= 0; i--, code /= 10)
		right[i] = (char)('0' + code % 10);
	PANIC_UNLESS(code == 0);
	PANIC_UNLESS(totp_is(key, str_of(right, 6), now, 0, &step));
	totp_base32(text, key);
	PANIC_UNLESS(strlen(text) == TOTP_BASE32_OCTETS - 1);
	return 0;
}
