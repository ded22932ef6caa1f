/* Reaches segment, gsm7 and ucs2.  The first octet gives the rules; the rest
 * is once a text to cut and join again, once a row of pieces to join. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "sms/segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define PIECES 12u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

/* A byte order mark at the front of a part is lost on purpose. */
static bool
is_verbatim(struct str text, const struct segment_rules *rules)
{
	for (size_t i = 0; i + 2 < text.octets; i++)
		if (memcmp(text.at + i, "\xEF\xBB\xBF", 3) == 0)
			return false;
	return utf8_valid(text) && !rules->transliterate;
}

static void
check_cut(struct str text, const struct segment_rules *rules)
{
	static struct segment_list list;
	static struct segment_piece pieces[SEGMENT_PARTS_MAX];
	static char joined[SEGMENT_JOIN_OCTETS(SEGMENT_PARTS_MAX)];
	size_t octets;
	struct segment_cost cost = segment_measure(text, rules);
	if (segment_split(&list, text, rules, NULL) != 0) {
		must(cost.parts > 1);
		return;
	}
	must(cost.parts == list.parts && cost.units == list.units);
	for (size_t i = 0; i < list.parts; i++) {
		struct span data = segment_part(&list, i);
		must(data.octets <= (list.alphabet == SMS_GSM7 ? 160 : 140));
		pieces[i] = (struct segment_piece){
		    .alphabet = list.alphabet, .data = data};
	}
	must(segment_join(joined, sizeof(joined), &octets, pieces, list.parts,
		 NULL) == 0);
	must(utf8_valid(str_of(joined, octets)));
	if (is_verbatim(text, rules))
		must(octets == text.octets &&
		     (octets == 0 || memcmp(joined, text.at, octets) == 0));
}

/* Each piece: one octet of kind, one of length, data. */
static void
check_join(struct span rest)
{
	struct segment_piece pieces[PIECES];
	static char joined[SEGMENT_JOIN_OCTETS(PIECES)];
	size_t count = 0, octets;
	while (count < PIECES && rest.octets >= 2) {
		uint8_t kind = rest.at[0];
		pieces[count] = (struct segment_piece){
		    .alphabet = (kind & 1) != 0 ? SMS_UCS2 : SMS_GSM7,
		    .missing = (kind & 0x0E) == 0x0E,
		    .data = span_part(rest, 2, rest.at[1] % 161u),
		};
		rest =
		    span_part(rest, 2 + pieces[count].data.octets, rest.octets);
		count++;
	}
	must(segment_join(
		 joined, sizeof(joined), &octets, pieces, count, NULL) == 0);
	must(utf8_valid(str_of(joined, octets)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets == 0)
		return 0;
	struct segment_rules rules = {
	    .transliterate = (data[0] & 1) != 0,
	    .wide_reference = (data[0] & 2) != 0,
	    .parts_max = data[0] >> 2,
	};
	check_cut(str_of((const char *)data + 1, octets - 1), &rules);
	check_join(span_of(data + 1, octets - 1));
	return 0;
}
