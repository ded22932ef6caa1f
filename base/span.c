#include "base/span.h"

#include <limits.h>
#include <string.h>

struct span
span_of(const void *at, size_t octets)
{
	return (struct span){at, octets};
}

struct span
span_part(struct span whole, size_t from, size_t octets)
{
	if (from > whole.octets)
		from = whole.octets;
	if (octets > whole.octets - from)
		octets = whole.octets - from;
	return span_of(from > 0 ? whole.at + from : whole.at, octets);
}

bool
span_equal(struct span a, struct span b)
{
	if (a.octets != b.octets)
		return false;
	return a.octets == 0 || memcmp(a.at, b.at, a.octets) == 0;
}

uint64_t
span_hash(struct span bytes)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	for (size_t i = 0; i < bytes.octets; i++) {
		hash ^= bytes.at[i];
		hash *= UINT64_C(0x100000001b3);
	}
	return hash;
}

/* Each digit's value and one, so that all else is zero.  A table, because the
 * processor cannot guess which of three ranges a digit of a PDU is in. */
static const int8_t hex_values[256] = {
    ['0'] = 1,
    ['1'] = 2,
    ['2'] = 3,
    ['3'] = 4,
    ['4'] = 5,
    ['5'] = 6,
    ['6'] = 7,
    ['7'] = 8,
    ['8'] = 9,
    ['9'] = 10,
    ['A'] = 11,
    ['B'] = 12,
    ['C'] = 13,
    ['D'] = 14,
    ['E'] = 15,
    ['F'] = 16,
    ['a'] = 11,
    ['b'] = 12,
    ['c'] = 13,
    ['d'] = 14,
    ['e'] = 15,
    ['f'] = 16,
};

static int
hex_value(char c)
{
	return hex_values[(unsigned char)c] - 1;
}

/* The index of the first character that keeps the text from being read, or
 * SIZE_MAX. */
static size_t
hex_fault(const char *hex, size_t hex_octets, size_t dst_octets)
{
	for (size_t i = 0; i < hex_octets; i++)
		if (i / 2 >= dst_octets || hex_value(hex[i]) < 0)
			return i;
	return hex_octets % 2 == 0 ? SIZE_MAX : hex_octets;
}

int
span_from_hex(uint8_t *dst, size_t dst_octets, const char *hex,
    size_t hex_octets, size_t *bad_out)
{
	size_t bad = hex_fault(hex, hex_octets, dst_octets);
	if (bad_out != NULL)
		*bad_out = bad == SIZE_MAX ? 0 : bad;
	if (bad != SIZE_MAX || hex_octets / 2 > INT_MAX) {
		if (dst_octets > 0)
			memset(dst, 0, dst_octets);
		return -1;
	}
	for (size_t i = 0; i + 1 < hex_octets; i += 2) {
		int high = hex_value(hex[i]);
		int low = hex_value(hex[i + 1]);
		dst[i / 2] = (uint8_t)(high << 4 | low);
	}
	return (int)(hex_octets / 2);
}

int
span_to_hex(char *dst, size_t dst_octets, struct span bytes)
{
	static const char digits[] = "0123456789ABCDEF";

	if (dst_octets > 0)
		dst[0] = '\0';
	if (bytes.octets > INT_MAX / 2 || dst_octets < 2 * bytes.octets + 1)
		return -1;
	for (size_t i = 0; i < bytes.octets; i++) {
		dst[2 * i] = digits[bytes.at[i] >> 4];
		dst[2 * i + 1] = digits[bytes.at[i] & 0x0f];
	}
	dst[2 * bytes.octets] = '\0';
	return (int)(2 * bytes.octets);
}
