/* Reaches search_words.c.  Input: what is looked for, a line end, a text.
 * Holds: the parts lie behind one another within what was typed; folding twice
 * is folding once.
 * most: 300
 * covers: gateway/store/search_words.c */
#include <stdint.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/search_words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define ROOM 2048

static void
look_at_parts(struct str typed)
{
	struct search_part part;
	struct str rest = typed;
	const char *behind = typed.at;
	size_t parts = 0;

	while (search_words_cut(&part, &rest)) {
		PANIC_UNLESS(++parts <= typed.octets);
		if (part.text.octets == 0)
			continue;
		PANIC_UNLESS(part.text.at >= behind);
		behind = part.text.at + part.text.octets;
		PANIC_UNLESS(behind <= typed.at + typed.octets);
		PANIC_UNLESS(part.quoted || !part.open);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char once[ROOM], twice[ROOM], text[ROOM];
	struct buf a = buf_over(once, sizeof(once));
	struct buf b = buf_over(twice, sizeof(twice));
	struct buf room = buf_over(text, sizeof(text));
	struct str typed, said = str_of((const char *)data, octets);

	if (!str_cut(&typed, &said, '\n'))
		return 0;
	look_at_parts(typed);
	search_words_fold(&a, typed);
	PANIC_UNLESS(a.octets <= ROOM);
	look_at_parts(buf_str(&a));
	search_words_fold(&b, buf_str(&a));
	PANIC_UNLESS(a.full || b.full || str_equal(buf_str(&a), buf_str(&b)));
	(void)search_words_occur(buf_str(&a), said, &room);
	return 0;
}
