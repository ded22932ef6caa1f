#include "base/utf8.h"

#include <string.h>

/* How long a sequence is by its first octet, and the smallest code point that
 * may use that length (RFC 3629 section 3); 0 when no sequence starts so. */
static size_t
sequence_octets(uint8_t first, uint32_t *bits_out, uint32_t *least_out)
{
	static const struct {
		uint8_t mask, mark;
		uint32_t least;
	} rows[] = {
	    {0x80, 0x00, 0},
	    {0xe0, 0xc0, 0x80},
	    {0xf0, 0xe0, 0x800},
	    {0xf8, 0xf0, 0x10000},
	};
	for (size_t i = 0; i < 4; i++) {
		if ((first & rows[i].mask) != rows[i].mark)
			continue;
		*bits_out = first & (uint8_t)~rows[i].mask;
		*least_out = rows[i].least;
		return i + 1;
	}
	return 0;
}

static bool
is_scalar(uint32_t code_point)
{
	if (code_point >= 0xd800 && code_point <= 0xdfff)
		return false;
	return code_point <= 0x10ffff;
}

/* As utf8_next, but tells a replacement that was sent from one of ours. */
static bool
read_one(struct str s, uint32_t *code_point_out, size_t *octets_out)
{
	const uint8_t *at = (const uint8_t *)s.at;
	uint32_t code_point = 0, least = 0;
	size_t octets = sequence_octets(at[0], &code_point, &least);

	*code_point_out = UTF8_REPLACEMENT;
	*octets_out = 1;
	if (octets == 0 || octets > s.octets)
		return false;
	for (size_t i = 1; i < octets; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return false;
		code_point = code_point << 6 | (at[i] & 0x3f);
	}
	if (code_point < least || !is_scalar(code_point))
		return false;
	*code_point_out = code_point;
	*octets_out = octets;
	return true;
}

uint32_t
utf8_next(struct str s, size_t *octets_out)
{
	uint32_t code_point;
	read_one(s, &code_point, octets_out);
	return code_point;
}

size_t
utf8_put(char dst[4], uint32_t code_point)
{
	if (!is_scalar(code_point))
		code_point = UTF8_REPLACEMENT;
	if (code_point < 0x80) {
		dst[0] = (char)code_point;
		return 1;
	}
	size_t octets = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
	static const uint8_t marks[] = {0, 0, 0xc0, 0xe0, 0xf0};
	for (size_t i = octets - 1; i > 0; i--) {
		dst[i] = (char)(0x80 | (code_point & 0x3f));
		code_point >>= 6;
	}
	dst[0] = (char)(marks[octets] | code_point);
	return octets;
}

bool
utf8_is_ascii(struct str s)
{
	unsigned char seen = 0;
	for (size_t i = 0; i < s.octets; i++)
		seen |= (unsigned char)s.at[i];
	return seen < 0x80;
}

bool
utf8_valid(struct str s)
{
	while (s.octets > 0) {
		uint32_t code_point;
		size_t octets;
		if (!read_one(s, &code_point, &octets))
			return false;
		s.at += octets;
		s.octets -= octets;
	}
	return true;
}

size_t
utf8_count(struct str s)
{
	size_t count = 0;
	while (s.octets > 0) {
		size_t octets;
		utf8_next(s, &octets);
		s.at += octets;
		s.octets -= octets;
		count++;
	}
	return count;
}

/* C0 without LF, DEL and C1. */
static bool
is_control(uint32_t code_point)
{
	if (code_point == '\n')
		return false;
	return code_point < 0x20 || (code_point >= 0x7f && code_point <= 0x9f);
}

size_t
utf8_clean(char *dst, size_t dst_octets, struct str s)
{
	size_t used = 0;
	if (dst_octets == 0)
		return 0;
	while (s.octets > 0) {
		size_t octets;
		uint32_t code_point = utf8_next(s, &octets);
		if (code_point == 0)
			code_point = UTF8_REPLACEMENT;
		else if (is_control(code_point))
			code_point = ' ';
		char one[4];
		size_t more = utf8_put(one, code_point);
		if (more > dst_octets - 1 - used)
			break;
		memcpy(dst + used, one, more);
		used += more;
		s.at += octets;
		s.octets -= octets;
	}
	dst[used] = '\0';
	return used;
}
