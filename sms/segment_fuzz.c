/* Reaches segment, gsm7, ucs2, nfc and plain.  The first octets give the rules;
 * the rest is a text to cut and join again, or a row of pieces to join.
 * most: 330
 * covers: sms/segment.c sms/segment_join.c sms/nfc.c sms/plain.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "sms/nfc.h"
#include "sms/segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define PIECES 12u
/* Two parts and more, one of them with a long header; more is only slower. */
#define TEXT_OCTETS 300u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

/* A byte order mark at the front of a part is lost on purpose, and accents
 * join their letters. */
static bool
is_verbatim(struct str text, const struct segment_rules *rules)
{
	struct nfc in = nfc_of(text);
	size_t at = 0;
	uint32_t code_point;
	while (nfc_next(&in, &code_point)) {
		char octets[4];
		size_t n = utf8_put(octets, code_point);
		if (code_point == 0xFEFF || n > text.octets - at ||
		    memcmp(text.at + at, octets, n) != 0)
			return false;
		at += n;
	}
	return at == text.octets && rules->transliterate == PLAIN_NONE;
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
		pieces[i] = (struct segment_piece){.alphabet = list.alphabet,
		    .language = list.language,
		    .data = data};
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
check_join(struct span rest, size_t room)
{
	static const enum sms_alphabet alphabets[8] = {SMS_GSM7, SMS_UCS2,
	    SMS_GSM7, SMS_UCS2, SMS_GSM7, SMS_UCS2, SMS_UCS2, SMS_8BIT};
	struct segment_piece pieces[PIECES];
	static char joined[SEGMENT_JOIN_OCTETS(PIECES)];
	size_t count = 0, octets;
	while (count < PIECES && rest.octets >= 2) {
		uint8_t kind = rest.at[0];
		pieces[count] = (struct segment_piece){
		    .alphabet = alphabets[kind & 7],
		    .missing = (kind & 0xF0) == 0xF0,
		    .language = {kind >> 4, kind >> 2 & 0xF},
		    .data = span_part(rest, 2, rest.at[1]),
		};
		rest =
		    span_part(rest, 2 + pieces[count].data.octets, rest.octets);
		count++;
	}
	int rc =
	    segment_join(joined, sizeof(joined), &octets, pieces, count, NULL);
	must(rc == 0 || ((rc == PDU_TEXT || rc == PDU_LONG) && octets == 0));
	must(utf8_valid(str_of(joined, octets)));
	must(segment_join(joined, room, &octets, pieces, count, NULL) == 0 ||
	     octets == 0);
}

static uint16_t
language(uint8_t octet)
{
	uint8_t id = octet % (GSM7_LANG_LAST + 1);
	return id == GSM7_LANG_DEFAULT ? 0 : SEGMENT_LANGUAGE(id);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets < 4)
		return 0;
	struct segment_rules rules = {
	    .transliterate = (enum plain_level)(data[0] & 3) % 3,
	    .wide_reference = (data[0] & 4) != 0,
	    .header_octets = data[0] >> 6 == 3 ? data[1] : 0,
	    .parts_max = data[0] >> 3,
	    .languages = language(data[2]) | language(data[3]),
	};
	if ((data[1] & 1) != 0) {
		check_join(span_of(data + 4, octets - 4), data[1]);
		return 0;
	}
	struct span text = span_part(span_of(data, octets), 4, TEXT_OCTETS);
	check_cut(str_of((const char *)text.at, text.octets), &rules);
	return 0;
}
