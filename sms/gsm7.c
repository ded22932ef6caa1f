#include "sms/gsm7.h"

#include <string.h>

#include "base/utf8.h"

#include "sms/gsm7_tables.h"

/* Eight septets fill seven octets: the unit in which packing is quick. */
#define BLOCK_SEPTETS 8u
#define BLOCK_OCTETS 7u

size_t
gsm7_packed_octets(size_t septets)
{
	return septets / 8 * 7 + (septets % 8 * 7 + 7) / 8;
}

size_t
gsm7_header_septets(size_t header_octets)
{
	return header_octets / 7 * 8 + (header_octets % 7 * 8 + 6) / 7;
}

static uint64_t
load_little_endian(const uint8_t *src, size_t octets)
{
	uint64_t bits = 0;
	for (size_t i = 0; i < octets; i++)
		bits |= (uint64_t)src[i] << (8 * i);
	return bits;
}

static void
store_little_endian(uint8_t *dst, uint64_t bits, size_t octets)
{
	for (size_t i = 0; i < octets; i++)
		dst[i] = (uint8_t)(bits >> (8 * i));
}

/* 56 bits -> eight septets, one to an octet: halves, quarters and eighths
 * move apart in three steps instead of eight. */
static uint64_t
spread(uint64_t x)
{
	x = (x & 0x0FFFFFFFu) | (x & 0x00FFFFFFF0000000u) << 4;
	x = (x & 0x00003FFF00003FFFu) | (x & 0x0FFFC0000FFFC000u) << 2;
	return (x & 0x007F007F007F007Fu) | (x & 0x3F803F803F803F80u) << 1;
}

/* The way back; the high bit of each octet is ignored. */
static uint64_t
gather(uint64_t x)
{
	x = (x & 0x007F007F007F007Fu) | (x & 0x7F007F007F007F00u) >> 1;
	x = (x & 0x00003FFF00003FFFu) | (x & 0x3FFF00003FFF0000u) >> 2;
	return (x & 0x0FFFFFFFu) | (x & 0x0FFFFFFF00000000u) >> 4;
}

bool
gsm7_unpack(
    uint8_t *dst, size_t dst_septets, struct span packed, size_t septets)
{
	if (septets > dst_septets ||
	    packed.octets < gsm7_packed_octets(septets))
		return false;
	const uint8_t *from = packed.at;
	size_t left = septets;
	for (; left >= BLOCK_SEPTETS; left -= BLOCK_SEPTETS) {
		uint64_t bits = load_little_endian(from, BLOCK_OCTETS);
		store_little_endian(dst, spread(bits), BLOCK_SEPTETS);
		from += BLOCK_OCTETS;
		dst += BLOCK_SEPTETS;
	}
	if (left > 0) {
		uint64_t bits =
		    load_little_endian(from, gsm7_packed_octets(left));
		store_little_endian(dst, spread(bits), left);
	}
	return true;
}

/* Octets leave the accumulator as they fill; at most 7 + 56 bits are in it. */
size_t
gsm7_pack(
    uint8_t *dst, size_t dst_octets, struct span septets, unsigned fill_bits)
{
	if (septets.octets == 0)
		return 0;
	size_t octets = (septets.octets * 7 + fill_bits + 7) / 8;
	if (fill_bits > 6 || octets > dst_octets)
		return 0;
	uint64_t bits = 0;
	unsigned held = fill_bits;
	size_t at = 0;
	for (size_t i = 0; i < septets.octets; i += BLOCK_SEPTETS) {
		size_t n = septets.octets - i;
		if (n > BLOCK_SEPTETS)
			n = BLOCK_SEPTETS;
		uint64_t block = load_little_endian(septets.at + i, n);
		bits |= gather(block) << held;
		held += 7 * (unsigned)n;
		store_little_endian(dst + at, bits, held / 8);
		at += held / 8;
		bits >>= held / 8 * 8;
		held %= 8;
	}
	if (held > 0)
		dst[at] = (uint8_t)bits;
	return octets;
}

/* All tables stay below U+10000 and outside of the surrogates. */
static size_t
put_unit(char *dst, uint16_t unit)
{
	if (unit < 0x80) {
		dst[0] = (char)unit;
		return 1;
	}
	if (unit < 0x800) {
		dst[0] = (char)(0xC0 | unit >> 6);
		dst[1] = (char)(0x80 | (unit & 0x3F));
		return 2;
	}
	dst[0] = (char)(0xE0 | unit >> 12);
	dst[1] = (char)(0x80 | (unit >> 6 & 0x3F));
	dst[2] = (char)(0x80 | (unit & 0x3F));
	return 3;
}

static int
no_room(char *dst, size_t dst_octets)
{
	if (dst_octets > 0)
		dst[0] = '\0';
	return -1;
}

int
gsm7_to_utf8(char *dst, size_t dst_octets, struct span septets,
    struct gsm7_language language, bool *escape_carried)
{
	const uint16_t *normal = gsm7_tables_main(language.locking);
	const uint16_t *extension = gsm7_tables_extension(language.single);
	bool escaped = escape_carried != NULL && *escape_carried;
	size_t at = 0;
	for (size_t i = 0; i < septets.octets; i++) {
		uint8_t septet = septets.at[i] & 0x7F;
		if (!escaped && septet == GSM7_ESCAPE) {
			escaped = true;
			continue;
		}
		uint16_t unit = normal[septet];
		if (escaped && extension[septet] != 0)
			unit = extension[septet];
		escaped = false;
		if (unit == 0)
			unit = ' '; /* an empty place of a national table */
		if (unit < 0x80 && at + 1 < dst_octets) {
			dst[at++] = (char)unit; /* nearly all of them */
			continue;
		}
		char octets[GSM7_UTF8_OCTETS];
		size_t n = put_unit(octets, unit);
		if (at + n >= dst_octets)
			return no_room(dst, dst_octets);
		memcpy(dst + at, octets, n);
		at += n;
	}
	if (escape_carried != NULL)
		*escape_carried = escaped;
	if (at >= dst_octets)
		return no_room(dst, dst_octets);
	dst[at] = '\0';
	return (int)at;
}

size_t
gsm7_from_code_point(uint8_t dst[2], uint32_t code_point)
{
	uint8_t found = gsm7_tables_septet(code_point);
	if (found == GSM7_TABLES_NONE)
		return 0;
	size_t n = 0;
	if ((found & GSM7_TABLES_EXTENDED) != 0)
		dst[n++] = GSM7_ESCAPE;
	dst[n++] = found & 0x7F;
	return n;
}

/* The septet of a character in a table, or GSM7_TABLES_NONE.  Letters and
 * digits mostly stand where the default alphabet has them. */
static uint8_t
find(const uint16_t *table, uint32_t code_point)
{
	uint8_t guess = gsm7_tables_septet(code_point) & 0x7F;
	if (code_point == 0 || code_point > 0xFFFF)
		return GSM7_TABLES_NONE;
	if (table[guess] == code_point)
		return guess;
	for (uint8_t septet = 0; septet < 128; septet++)
		if (table[septet] == code_point && septet != GSM7_ESCAPE)
			return septet;
	return GSM7_TABLES_NONE;
}

size_t
gsm7_from_code_point_in(
    uint8_t dst[2], uint32_t code_point, struct gsm7_language language)
{
	if (language.locking == 0 && language.single == 0)
		return gsm7_from_code_point(dst, code_point);
	uint8_t found = find(gsm7_tables_main(language.locking), code_point);
	size_t n = 0;
	if (found == GSM7_TABLES_NONE) {
		dst[n++] = GSM7_ESCAPE;
		found =
		    find(gsm7_tables_extension(language.single), code_point);
	}
	if (found == GSM7_TABLES_NONE)
		return 0;
	dst[n++] = found;
	return n;
}

int
gsm7_from_utf8(uint8_t *dst, size_t dst_septets, size_t *septets_out,
    struct str text, struct err *err)
{
	size_t septets = 0;
	*septets_out = 0;
	for (size_t at = 0, step; at < text.octets; at += step) {
		struct str rest = str_of(text.at + at, text.octets - at);
		uint8_t pair[2];
		size_t n = gsm7_from_code_point(pair, utf8_next(rest, &step));
		if (n == 0)
			return err_set(err, PDU_TEXT, at,
			    "character is not in the GSM alphabet");
		if (n > dst_septets - septets)
			return err_set(err, PDU_ROOM, at,
			    "text takes more than %zu septets", dst_septets);
		memcpy(dst + septets, pair, n);
		septets += n;
	}
	*septets_out = septets;
	return 0;
}

bool
gsm7_count(size_t *septets_out, struct str text)
{
	size_t septets = 0;
	*septets_out = 0;
	for (size_t at = 0, step; at < text.octets; at += step) {
		struct str rest = str_of(text.at + at, text.octets - at);
		uint8_t pair[2];
		size_t n = gsm7_from_code_point(pair, utf8_next(rest, &step));
		if (n == 0)
			return false;
		septets += n;
	}
	*septets_out = septets;
	return true;
}
