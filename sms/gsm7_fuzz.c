/* Reaches gsm7, gsm7_tables, gsm7_lang and ucs2.  The first octet chooses what
 * the rest is: packed septets, the same read with the tables that the last
 * octet names, text, UTF-16, or any of these for a destination too small.
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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets == 0)
		return 0;
	struct span in = span_part(span_of(data, octets), 1, INPUT_OCTETS);
	switch (data[0] % 5) {
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
	default:
		check_rooms(in);
		break;
	}
	return 0;
}
