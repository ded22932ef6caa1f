#include "sms/ucs2.h"

#include <string.h>

#include "base/utf8.h"

#define HIGH_FIRST 0xD800u
#define LOW_FIRST 0xDC00u
#define BYTE_ORDER_MARK 0xFEFFu

static uint32_t
unit_at(struct span utf16, size_t at)
{
	return (uint32_t)utf16.at[at] << 8 | utf16.at[at + 1];
}

static bool
is_high(uint32_t unit)
{
	return (unit & 0xFC00u) == HIGH_FIRST;
}

static bool
is_low(uint32_t unit)
{
	return (unit & 0xFC00u) == LOW_FIRST;
}

/* The code point at *at, which advances by 2 or 4; half a pair is U+FFFD. */
static uint32_t
next_code_point(struct span utf16, size_t *at)
{
	uint32_t unit = unit_at(utf16, *at);
	*at += 2;
	if (is_low(unit))
		return UTF8_REPLACEMENT;
	if (!is_high(unit))
		return unit;
	if (*at + 2 > utf16.octets || !is_low(unit_at(utf16, *at)))
		return UTF8_REPLACEMENT;
	uint32_t low = unit_at(utf16, *at);
	*at += 2;
	return 0x10000u + ((unit - HIGH_FIRST) << 10) + (low - LOW_FIRST);
}

int
ucs2_to_utf8(char *dst, size_t dst_octets, struct span utf16, bool *odd_out)
{
	if (odd_out != NULL)
		*odd_out = utf16.octets % 2 != 0;
	utf16.octets -= utf16.octets % 2;
	size_t from = 0, at = 0;
	if (utf16.octets >= 2 && unit_at(utf16, 0) == BYTE_ORDER_MARK)
		from = 2;
	while (from < utf16.octets) {
		char octets[4];
		size_t n = utf8_put(octets, next_code_point(utf16, &from));
		if (at + n >= dst_octets) {
			if (dst_octets > 0)
				dst[0] = '\0';
			return -1;
		}
		memcpy(dst + at, octets, n);
		at += n;
	}
	if (at >= dst_octets)
		return -1;
	dst[at] = '\0';
	return (int)at;
}

static void
put_unit(uint8_t dst[2], uint32_t unit)
{
	dst[0] = (uint8_t)(unit >> 8);
	dst[1] = (uint8_t)unit;
}

size_t
ucs2_from_code_point(uint8_t dst[4], uint32_t code_point)
{
	if (code_point > 0x10FFFFu || (code_point & ~0x7FFu) == HIGH_FIRST)
		code_point = UTF8_REPLACEMENT;
	if (code_point < 0x10000u) {
		put_unit(dst, code_point);
		return 1;
	}
	code_point -= 0x10000u;
	put_unit(dst, HIGH_FIRST + (code_point >> 10));
	put_unit(dst + 2, LOW_FIRST + (code_point & 0x3FFu));
	return 2;
}

int
ucs2_from_utf8(uint8_t *dst, size_t dst_octets, size_t *octets_out,
    struct str text, struct err *err)
{
	size_t octets = 0;
	*octets_out = 0;
	for (size_t at = 0, step; at < text.octets; at += step) {
		struct str rest = str_of(text.at + at, text.octets - at);
		uint8_t units[4];
		size_t n =
		    2 * ucs2_from_code_point(units, utf8_next(rest, &step));
		if (n > dst_octets - octets)
			return err_set(err, PDU_ROOM, at,
			    "text takes more than %zu octets", dst_octets);
		memcpy(dst + octets, units, n);
		octets += n;
	}
	*octets_out = octets;
	return 0;
}

size_t
ucs2_count(struct str text)
{
	size_t units = 0;
	for (size_t at = 0, step; at < text.octets; at += step) {
		struct str rest = str_of(text.at + at, text.octets - at);
		units += utf8_next(rest, &step) >= 0x10000u ? 2 : 1;
	}
	return units;
}
