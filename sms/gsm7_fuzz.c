/* Reaches gsm7, gsm7_tables, gsm7_lang and ucs2.  The first octet chooses what
 * the rest is: packed septets, the same read with the tables that the last
 * octet names, text, UTF-16, any of these for a destination too small, septets
 * to pack behind fill bits, or septets that come in two parts.
 * most: 142
 * covers: sms/gsm7.c sms/gsm7_tables.c sms/gsm7_lang*.c sms/ucs2.c */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/gsm7_lang.h"
#include "sms/ucs2.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

/* A message has 140 octets; the tables are tried with its first characters. */
#define INPUT_OCTETS 140u
#define TABLE_OCTETS 14u
#define SEPTETS (2u * INPUT_OCTETS)
#define TEXT_OCTETS (SEPTETS * GSM7_UTF8_OCTETS + 1u)

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static void
check_packed(struct span packed)
{
	uint8_t septets[SEPTETS], again[SEPTETS];
	char text[TEXT_OCTETS];
	size_t count = packed.octets * 8 / 7;
	must(gsm7_unpack(septets, sizeof(septets), packed, count));
	int n = gsm7_to_utf8(
	    text, sizeof(text), span_of(septets, count), GSM7_DEFAULT, NULL);
	must(n >= 0 && utf8_valid(str_of(text, (size_t)n)));
	size_t octets =
	    gsm7_pack(again, sizeof(again), span_of(septets, count), 0);
	must(octets == gsm7_packed_octets(count));
	size_t whole = 7 * count / 8, bits = 7 * count % 8;
	must(whole == 0 || memcmp(packed.at, again, whole) == 0);
	if (bits > 0)
		must(((packed.at[whole] ^ again[whole]) & ((1u << bits) - 1)) ==
		     0);
}

/* Every character that a pair of tables can show can be written with them. */
static void
check_tables(struct span packed)
{
	uint8_t septets[SEPTETS], again[2];
	char text[TEXT_OCTETS], back[8];
	uint8_t last = packed.octets == 0 ? 0 : packed.at[packed.octets - 1];
	struct gsm7_language language = {last & 0xF, last >> 4};
	packed = span_part(packed, 0, TABLE_OCTETS);
	size_t count = packed.octets * 8 / 7, step;
	must(gsm7_unpack(septets, sizeof(septets), packed, count));
	int n = gsm7_to_utf8(
	    text, sizeof(text), span_of(septets, count), language, NULL);
	must(n >= 0 && utf8_valid(str_of(text, (size_t)n)));
	for (size_t at = 0; at < (size_t)n; at += step) {
		uint32_t c =
		    utf8_next(str_of(text + at, (size_t)n - at), &step);
		size_t written = gsm7_from_code_point_in(again, c, language);
		must(written > 0 || c == '\r'); /* an escape may hide it */
		if (written == 0)
			continue;
		int octets = gsm7_to_utf8(back, sizeof(back),
		    span_of(again, written), language, NULL);
		must((size_t)octets == step &&
		     memcmp(back, text + at, step) == 0);
	}
	must(gsm7_lang_from_code(str_from(gsm7_lang_code(last))) ==
	     (last <= GSM7_LANG_LAST ? last : 0));
}

static void
check_text(struct str text)
{
	uint8_t septets[SEPTETS];
	char back[TEXT_OCTETS];
	size_t count, counted;
	int rc = gsm7_from_utf8(septets, sizeof(septets), &count, text, NULL);
	must(gsm7_count(&counted, text) == (rc == 0) && counted == count);
	if (rc != 0)
		return;
	int n = gsm7_to_utf8(
	    back, sizeof(back), span_of(septets, count), GSM7_DEFAULT, NULL);
	must((size_t)n == text.octets);
	must(n == 0 || memcmp(back, text.at, text.octets) == 0);
}

static void
check_utf16(struct span utf16)
{
	char text[TEXT_OCTETS];
	bool odd;
	int n = ucs2_to_utf8(text, sizeof(text), utf16, &odd);
	must(n >= 0 && utf8_valid(str_of(text, (size_t)n)));
	must(odd == (utf16.octets % 2 != 0));
	must(ucs2_count(str_of(text, (size_t)n)) <= utf16.octets / 2);
}

/* Destinations of every size: what does not fit leaves nothing. */
static void
check_rooms(struct span in)
{
	char text[32];
	uint8_t octets[32];
	size_t room = in.octets == 0 ? 0 : in.at[0] % sizeof(text), count;
	struct str chars = str_of((const char *)in.at, in.octets);
	int n = gsm7_to_utf8(text, room, in, GSM7_DEFAULT, NULL);
	must(n < (int)room && (n >= 0 || room == 0 || text[0] == '\0'));
	n = ucs2_to_utf8(text, room, in, NULL);
	must(n < (int)room && (n >= 0 || room == 0 || text[0] == '\0'));
	must(gsm7_from_utf8(octets, room, &count, chars, NULL) == 0 ||
	     count == 0);
	must(count <= room);
	int rc = ucs2_from_utf8(octets, room, &count, chars, NULL);
	must(rc == 0 ? count == 2 * ucs2_count(chars) : count == 0);
	must(count <= room);
}

/* Packing puts each septet where it belongs, and both ways refuse exactly what
 * has no room. */
static void
check_fill(struct span in)
{
	uint8_t packed[INPUT_OCTETS], septets[SEPTETS];
	if (in.octets < 2)
		return;
	unsigned fill = in.at[0] % 8u;
	size_t room = in.at[1] % (sizeof(packed) + 1);
	size_t wanted = (in.octets * 7 + fill + 7) / 8;
	size_t n = gsm7_pack(packed, room, in, fill);
	must(n == (fill > 6 || wanted > room ? 0 : wanted));
	for (size_t i = 0; n > 0 && i < in.octets; i++) {
		size_t bit = fill + 7 * i, at = bit / 8;
		unsigned pair = packed[at] | (at + 1 < n ? packed[at + 1] : 0u)
						 << 8;
		must((pair >> bit % 8 & 0x7F) == (in.at[i] & 0x7Fu));
	}
	size_t count = in.at[0];
	must(gsm7_unpack(septets, room, in, count) ==
	     (count <= room && gsm7_packed_octets(count) <= in.octets));
}

/* Two parts give the text of the whole, even if cut behind an escape. */
static void
check_parts(struct span in)
{
	char whole[TEXT_OCTETS], parts[TEXT_OCTETS];
	if (in.octets == 0)
		return;
	uint8_t last = in.at[in.octets - 1];
	struct gsm7_language language = {last & 0xF, last >> 4};
	size_t cut = in.at[0] % in.octets;
	bool escaped = false, escaped_by_parts = false;
	int n = gsm7_to_utf8(whole, sizeof(whole), in, language, &escaped);
	int first = gsm7_to_utf8(parts, sizeof(parts), span_part(in, 0, cut),
	    language, &escaped_by_parts);
	must(first >= 0 && first <= n);
	int second = gsm7_to_utf8(parts + first, sizeof(parts) - (size_t)first,
	    span_part(in, cut, in.octets), language, &escaped_by_parts);
	must(first + second == n && memcmp(whole, parts, (size_t)n) == 0);
	must(escaped == escaped_by_parts);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets == 0)
		return 0;
	struct span in = span_part(span_of(data, octets), 1, INPUT_OCTETS);
	switch (data[0] >= 240 ? 5 + data[0] % 2 : data[0] % 5) {
	case 0:
		check_packed(in);
		break;
	case 1:
		check_tables(in);
		break;
	case 2:
		check_text(str_of((const char *)in.at, in.octets));
		break;
	case 3:
		check_utf16(in);
		break;
	case 4:
		check_rooms(in);
		break;
	case 5:
		check_fill(in);
		break;
	default:
		check_parts(in);
		break;
	}
	return 0;
}
