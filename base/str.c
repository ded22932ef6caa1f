#include "base/str.h"

#include <string.h>

struct str
str_of(const char *at, size_t octets)
{
	return (struct str){at, octets};
}

struct str
str_from(const char *terminated)
{
	return str_of(terminated, terminated == NULL ? 0 : strlen(terminated));
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
str_equal(struct str a, struct str b)
{
	if (a.octets != b.octets)
		return false;
	return a.octets == 0 || memcmp(a.at, b.at, a.octets) == 0;
}

bool
str_equal_nocase(struct str a, struct str b)
{
	if (a.octets != b.octets)
		return false;
	for (size_t i = 0; i < a.octets; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

bool
str_is(struct str a, const char *terminated)
{
	/* Mostly the first letter says no: tables of words are asked so. */
	for (size_t i = 0; i < a.octets; i++)
		if (terminated[i] == '\0' || terminated[i] != a.at[i])
			return false;
	return terminated[a.octets] == '\0';
}

bool
str_starts(struct str a, const char *prefix)
{
	struct str want = str_from(prefix);
	if (a.octets < want.octets)
		return false;
	return str_equal(str_of(a.at, want.octets), want);
}

bool
str_starts_nocase(struct str a, const char *prefix)
{
	struct str want = str_from(prefix);
	if (a.octets < want.octets)
		return false;
	return str_equal_nocase(str_of(a.at, want.octets), want);
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str
str_trim(struct str a)
{
	while (a.octets > 0 && blank(a.at[a.octets - 1]))
		a.octets--;
	while (a.octets > 0 && blank(a.at[0])) {
		a.at++;
		a.octets--;
	}
	return a;
}

bool
str_is_figures(struct str a)
{
	for (size_t i = 0; i < a.octets; i++)
		if (a.at[i] < '0' || a.at[i] > '9')
			return false;
	return true;
}

bool
str_cut(struct str *part_out, struct str *rest, char mark)
{
	if (rest->at == NULL) {
		*part_out = (struct str){NULL, 0};
		return false;
	}
	const char *found = NULL;
	if (rest->octets > 0)
		found = memchr(rest->at, mark, rest->octets);
	if (found == NULL) {
		*part_out = *rest;
		*rest = (struct str){NULL, 0};
		return true;
	}
	size_t before = (size_t)(found - rest->at);
	*part_out = str_of(rest->at, before);
	*rest = str_of(found + 1, rest->octets - before - 1);
	return true;
}

/* Takes a sign off the front; true: it was a minus. */
static bool
take_sign(struct str *a)
{
	if (a->octets == 0 || (a->at[0] != '-' && a->at[0] != '+'))
		return false;
	bool minus = a->at[0] == '-';
	a->at++;
	a->octets--;
	return minus;
}

/* Digits only, at least one; false also when beyond `most`. */
static bool
read_digits(uint64_t *out, struct str a, uint64_t most)
{
	*out = 0;
	uint64_t value = 0;
	for (size_t i = 0; i < a.octets; i++) {
		if (!digit(a.at[i]))
			return false;
		uint64_t more = (uint64_t)(a.at[i] - '0');
		if (value > most / 10 || value * 10 > most - more)
			return false;
		value = value * 10 + more;
	}
	*out = value;
	return a.octets > 0;
}

/* INT64_MIN has no positive twin, so the sign is applied this way round. */
static int64_t
with_sign(uint64_t magnitude, bool minus)
{
	if (!minus)
		return (int64_t)magnitude;
	return magnitude == 0 ? 0 : -(int64_t)(magnitude - 1) - 1;
}

bool
str_to_int64(int64_t *out, struct str a)
{
	*out = 0;
	bool minus = take_sign(&a);
	uint64_t most = (uint64_t)INT64_MAX + (minus ? 1 : 0);
	uint64_t magnitude;
	if (!read_digits(&magnitude, a, most))
		return false;
	*out = with_sign(magnitude, minus);
	return true;
}

/* The digits after the point as thousandths, halves rounded to even. */
static bool
read_fraction(uint64_t *out, struct str a)
{
	uint64_t milli = 0;
	int rest = 0; /* what is cut off, against a half: -1 less, 0 same, 1 */
	bool beyond = false;
	for (size_t i = 0; i < a.octets; i++) {
		if (!digit(a.at[i]))
			return false;
		int d = a.at[i] - '0';
		if (i < 3)
			milli = milli * 10 + (uint64_t)d;
		else if (i == 3)
			rest = d - 5;
		else if (d > 0)
			beyond = true;
	}
	for (size_t i = a.octets; i < 3; i++)
		milli *= 10;
	bool half = a.octets > 3 && rest == 0;
	if (a.octets > 3 && (rest > 0 || (half && beyond)))
		milli++;
	else if (half && milli % 2 == 1)
		milli++;
	*out = milli;
	return a.octets > 0;
}

bool
str_to_milli(int64_t *out, struct str a)
{
	*out = 0;
	bool minus = take_sign(&a);
	const char *point = NULL;
	if (a.octets > 0)
		point = memchr(a.at, '.', a.octets);
	struct str whole = a;
	uint64_t units, fraction = 0;
	if (point != NULL) {
		whole.octets = (size_t)(point - a.at);
		struct str after =
		    str_of(point + 1, a.octets - whole.octets - 1);
		if (!read_fraction(&fraction, after))
			return false;
	}
	if (whole.octets > 12 || !read_digits(&units, whole, UINT64_MAX))
		return false;
	*out = with_sign(units * 1000 + fraction, minus);
	return true;
}

bool
str_to_duration_ms(int64_t *out, struct str a)
{
	static const struct {
		const char *suffix;
		uint64_t ms;
	} units[] = {
	    {"ms", 1},
	    {"s", 1000},
	    {"m", 60 * 1000},
	    {"h", 3600 * 1000},
	    {"d", 86400 * 1000},
	};
	const uint64_t ten_years_ms = UINT64_C(3653) * 86400 * 1000;

	*out = 0;
	if (a.octets == 0)
		return false;
	size_t digits = 0;
	while (digits < a.octets && digit(a.at[digits]))
		digits++;
	struct str suffix = str_of(a.at + digits, a.octets - digits);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		uint64_t count;
		if (!str_is(suffix, units[i].suffix))
			continue;
		if (!read_digits(&count, str_of(a.at, digits),
			ten_years_ms / units[i].ms))
			return false;
		*out = (int64_t)(count * units[i].ms);
		return true;
	}
	return false;
}

size_t
str_copy(char *dst, size_t dst_octets, struct str src)
{
	if (dst_octets == 0)
		return 0;
	size_t octets = src.octets;
	if (octets > dst_octets - 1) {
		octets = dst_octets - 1;
		/* Back over at most three continuation octets. */
		for (int i = 0; i < 3 && octets > 0; i++) {
			if (((unsigned char)src.at[octets] & 0xc0) != 0x80)
				break;
			octets--;
		}
	}
	if (octets > 0)
		memmove(dst, src.at, octets);
	dst[octets] = '\0';
	return octets;
}

static uint64_t
magnitude_of(int64_t value)
{
	return value < 0 ? (uint64_t)(-(value + 1)) + 1 : (uint64_t)value;
}

/* Figures without printf, which costs ten times as much: every text has some.
 */
static void
put_number(char *dst, size_t dst_octets, bool minus, uint64_t units,
    unsigned fraction, int places)
{
	char text[32], *at = text + sizeof(text) - 1;

	*at = '\0';
	for (int i = 0; i < places; i++, fraction /= 10)
		*--at = (char)('0' + fraction % 10);
	if (places > 0)
		*--at = '.';
	do
		*--at = (char)('0' + units % 10);
	while ((units /= 10) != 0);
	if (minus)
		*--at = '-';
	str_copy(dst, dst_octets, str_from(at));
}

char *
str_from_milli(char *dst, size_t dst_octets, int64_t milli)
{
	uint64_t size = magnitude_of(milli);
	unsigned fraction = (unsigned)(size % 1000);
	int places = fraction == 0 ? 0 : 3;
	while (places > 0 && fraction % 10 == 0) {
		fraction /= 10;
		places--;
	}
	put_number(dst, dst_octets, milli < 0, size / 1000, fraction, places);
	return dst;
}

char *
str_from_minor(
    char *dst, size_t dst_octets, int64_t minor, int places, bool short_form)
{
	static const unsigned scales[] = {1, 10, 100, 1000};
	if (places < 0)
		places = 0;
	if (places > 3)
		places = 3;
	uint64_t size = magnitude_of(minor);
	unsigned fraction = (unsigned)(size % scales[places]);
	put_number(dst, dst_octets, minor < 0, size / scales[places], fraction,
	    short_form && fraction == 0 ? 0 : places);
	return dst;
}
