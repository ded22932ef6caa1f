#include "tests/sim/sim_text.h"

#include <string.h>

#define ESCAPE 0x1B
#define REPLACEMENT 0xFFFDu

static const uint16_t basic[128] = {
    /* 00 */ '@', 0xA3, '$', 0xA5, 0xE8, 0xE9, 0xF9, 0xEC,
    /* 08 */ 0xF2, 0xC7, '\n', 0xD8, 0xF8, '\r', 0xC5, 0xE5,
    /* 10 */ 0x394, '_', 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8,
    /* 18 */ 0x3A3, 0x398, 0x39E, 0, 0xC6, 0xE6, 0xDF, 0xC9,
    /* 20 */ ' ', '!', '"', '#', 0xA4, '%', '&', '\'',
    /* 28 */ '(', ')', '*', '+', ',', '-', '.', '/',
    /* 30 */ '0', '1', '2', '3', '4', '5', '6', '7',
    /* 38 */ '8', '9', ':', ';', '<', '=', '>', '?',
    /* 40 */ 0xA1, 'A', 'B', 'C', 'D', 'E', 'F', 'G',
    /* 48 */ 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O',
    /* 50 */ 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W',
    /* 58 */ 'X', 'Y', 'Z', 0xC4, 0xD6, 0xD1, 0xDC, 0xA7,
    /* 60 */ 0xBF, 'a', 'b', 'c', 'd', 'e', 'f', 'g',
    /* 68 */ 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
    /* 70 */ 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    /* 78 */ 'x', 'y', 'z', 0xE4, 0xF6, 0xF1, 0xFC, 0xE0};

static const struct {
	uint8_t septet;
	uint16_t code_point;
} extension[] = {
    {0x0A, 0x0C},
    {0x14, '^'},
    {0x28, '{'},
    {0x29, '}'},
    {0x2F, '\\'},
    {0x3C, '['},
    {0x3D, '~'},
    {0x3E, ']'},
    {0x40, '|'},
    {0x65, 0x20AC},
};
#define EXTENSIONS (sizeof(extension) / sizeof(extension[0]))

static uint32_t
continued(const unsigned char *at, int more, uint32_t first, uint32_t least)
{
	uint32_t c = first;
	for (int i = 1; i <= more; i++) {
		if ((at[i] & 0xC0) != 0x80)
			return REPLACEMENT;
		c = c << 6 | (at[i] & 0x3F);
	}
	bool surrogate = c >= 0xD800 && c <= 0xDFFF;
	return c < least || surrogate || c > 0x10FFFF ? REPLACEMENT : c;
}

uint32_t
sim_utf8_next(const char **s)
{
	const unsigned char *at = (const unsigned char *)*s;
	uint32_t c = REPLACEMENT;
	int more = 0;
	if (at[0] < 0x80)
		c = at[0];
	else if ((at[0] & 0xE0) == 0xC0)
		c = continued(at, more = 1, at[0] & 0x1F, 0x80);
	else if ((at[0] & 0xF0) == 0xE0)
		c = continued(at, more = 2, at[0] & 0x0F, 0x800);
	else if ((at[0] & 0xF8) == 0xF0)
		c = continued(at, more = 3, at[0] & 0x07, 0x10000);
	/* U+FFFD itself in the text is three octets long. */
	bool itself = at[0] == 0xEF && at[1] == 0xBF && at[2] == 0xBD;
	*s += c == REPLACEMENT && !itself ? 1 : 1 + more;
	return c;
}

size_t
sim_utf8_put(char *dst, uint32_t c)
{
	unsigned char *out = (unsigned char *)dst;
	if (c < 0x80) {
		out[0] = (unsigned char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (unsigned char)(0xC0 | c >> 6);
		out[1] = (unsigned char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (unsigned char)(0xE0 | c >> 12);
		out[1] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (unsigned char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (unsigned char)(0xF0 | c >> 18);
	out[1] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (unsigned char)(0x80 | (c & 0x3F));
	return 4;
}

int
sim_text_septets_of(uint8_t out[2], uint32_t code_point)
{
	for (unsigned i = 0; i < 128 && code_point != 0; i++) {
		if (basic[i] == code_point) {
			out[0] = (uint8_t)i;
			return 1;
		}
	}
	for (size_t i = 0; i < EXTENSIONS; i++) {
		if (extension[i].code_point == code_point) {
			out[0] = ESCAPE;
			out[1] = extension[i].septet;
			return 2;
		}
	}
	return 0;
}

int
sim_text_to_septets(uint8_t *out, size_t room, const char *utf8)
{
	size_t count = 0;
	while (*utf8 != '\0') {
		uint8_t one[2];
		int n = sim_text_septets_of(one, sim_utf8_next(&utf8));
		if (n == 0 || count + (size_t)n > room)
			return -1;
		memcpy(out + count, one, (size_t)n);
		count += (size_t)n;
	}
	return (int)count;
}

static uint32_t
escaped(uint8_t septet)
{
	for (size_t i = 0; i < EXTENSIONS; i++) {
		if (extension[i].septet == septet)
			return extension[i].code_point;
	}
	/* 6.2.1.1: an unknown one is shown as in the default table. */
	return septet == ESCAPE ? ' ' : basic[septet];
}

size_t
sim_text_from_septets(
    char *out, size_t room, const uint8_t *septets, size_t count)
{
	size_t used = 0;
	for (size_t i = 0; i < count; i++) {
		uint32_t c = basic[septets[i]];
		if (septets[i] == ESCAPE) {
			i++;
			c = i < count ? escaped(septets[i]) : REPLACEMENT;
		}
		if (used + 5 > room)
			break;
		used += sim_utf8_put(out + used, c);
	}
	out[used] = '\0';
	return used;
}

size_t
sim_text_pack(
    uint8_t *out, const uint8_t *septets, size_t count, unsigned fill_bits)
{
	size_t bits = fill_bits + count * 7, octets = (bits + 7) / 8;
	memset(out, 0, octets);
	for (size_t i = 0; i < count * 7; i++) {
		size_t to = i + fill_bits;
		if (septets[i / 7] >> (i % 7) & 1)
			out[to / 8] |= (uint8_t)(1u << (to % 8));
	}
	return octets;
}

void
sim_text_unpack(
    uint8_t *out, size_t count, const uint8_t *octets, unsigned fill_bits)
{
	memset(out, 0, count);
	for (size_t i = 0; i < count * 7; i++) {
		size_t from = i + fill_bits;
		if (octets[from / 8] >> (from % 8) & 1)
			out[i / 7] |= (uint8_t)(1u << (i % 7));
	}
}

int
sim_text_to_ucs2(uint8_t *out, size_t room, const char *utf8)
{
	size_t count = 0;
	while (*utf8 != '\0') {
		uint32_t c = sim_utf8_next(&utf8);
		size_t need = c > 0xFFFF ? 4 : 2;
		if (count + need > room)
			return -1;
		if (need == 4) {
			uint32_t high = 0xD800 + ((c - 0x10000) >> 10);
			out[count++] = (uint8_t)(high >> 8);
			out[count++] = (uint8_t)high;
			c = 0xDC00 + ((c - 0x10000) & 0x3FF);
		}
		out[count++] = (uint8_t)(c >> 8);
		out[count++] = (uint8_t)c;
	}
	return (int)count;
}

static uint32_t
unit_at(const uint8_t *octets, size_t i)
{
	return (uint32_t)octets[i] << 8 | octets[i + 1];
}

size_t
sim_text_from_ucs2(char *out, size_t room, const uint8_t *octets, size_t count)
{
	size_t used = 0;
	for (size_t i = 0; i + 1 < count && used + 5 <= room; i += 2) {
		uint32_t c = unit_at(octets, i);
		uint32_t low = i + 3 < count ? unit_at(octets, i + 2) : 0;
		if ((c & 0xFC00) == 0xD800 && (low & 0xFC00) == 0xDC00) {
			c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
			i += 2;
		} else if ((c & 0xF800) == 0xD800) {
			c = REPLACEMENT;
		}
		used += sim_utf8_put(out + used, c);
	}
	out[used] = '\0';
	return used;
}
