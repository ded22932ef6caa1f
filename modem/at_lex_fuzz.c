/* Reaches modem/at_lex.  The first octet picks the hints, the rest is what the
 * modem says.  Beyond not crashing: cutting the bytes in two at any place that
 * the data names gives the same items as the whole.
 * most: 300
 * covers: modem/at_lex.c */
#include <stdint.h>
#include <stdlib.h>

#include "base/panic.h"

#include "modem/at_lex.h"

#define OCTETS_MAX 8192u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

/* The items' hash; *at moves to the first octet that is left over. */
static uint64_t
read_all(struct span in, size_t *at, unsigned hints, uint64_t hash)
{
	struct at_lex_item item;
	for (;;) {
		size_t used = 0;
		struct span rest = span_part(in, *at, in.octets);
		int got = at_lex_next(&item, rest, hints, &used);
		PANIC_UNLESS(used <= rest.octets);
		*at += used;
		if (got == 0)
			return hash;
		PANIC_UNLESS(used > 0);
		if (got < 0)
			continue;
		PANIC_UNLESS(item.kind == AT_LEX_PROMPT ||
			     (item.text.octets > 0 &&
				 item.text.octets <= AT_LEX_LINE_OCTETS));
		hash = hash * 31 + (uint64_t)item.kind + 1;
		hash ^= span_hash(span_of(item.text.at, item.text.octets));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets < 3 || octets > OCTETS_MAX)
		return 0;
	unsigned hints = data[0] & 7u;
	size_t cut = (size_t)(data[1] * 256u + data[2]) % octets;
	struct span in = span_of(data + 3, octets - 3);
	cut = cut < in.octets ? cut : in.octets;
	size_t at = 0;
	uint64_t whole = read_all(in, &at, hints, 1);
	at = 0;
	uint64_t parts = read_all(span_part(in, 0, cut), &at, hints, 1);
	parts = read_all(in, &at, hints, parts);
	/* Lines too long are thrown away in pieces: where, depends. */
	PANIC_UNLESS(whole == parts || octets >= AT_LEX_LINE_OCTETS);
	return 0;
}
