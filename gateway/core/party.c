#include "gateway/core/party.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

#define E164_DIGITS_MAX 15
#define SHORT_DIGITS_MAX 6

/* The digit that a code point stands for, or -1: ASCII and full width. */
static int
digit_of(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return (int)(c - '0');
	if (c >= 0xFF10 && c <= 0xFF19)
		return (int)(c - 0xFF10);
	return -1;
}

static bool
is_filling(uint32_t c)
{
	return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' ||
	       c == 0xA0;
}

/* Digits into dst; false when there is anything that belongs to no number. */
static bool
read_digits(char *dst, size_t dst_octets, struct str written, bool *plus_out)
{
	size_t n = 0;
	*plus_out = false;
	for (size_t i = 0, used; i < written.octets; i += used) {
		uint32_t c = utf8_next(
		    str_of(written.at + i, written.octets - i), &used);
		int digit = digit_of(c);
		if (digit >= 0 && n + 1 < dst_octets)
			dst[n++] = (char)('0' + digit);
		else if ((c == '+' || c == 0xFF0B) && n == 0 && !*plus_out)
			*plus_out = true;
		else if (!is_filling(c))
			return false;
	}
	dst[n] = 0;
	return n > 0;
}

static enum party_kind
letters(char dst[PARTY_OCTETS], struct str written)
{
	utf8_clean(dst, PARTY_OCTETS, str_trim(written));
	return dst[0] == 0 ? PARTY_NOBODY : PARTY_LETTERS;
}

/* "+", the calling code if it is not there yet, and the digits. */
static enum party_kind
international(char dst[PARTY_OCTETS], const char *code, const char *digits)
{
	size_t code_digits = strlen(code), rest = strlen(digits);
	if (code_digits + rest > E164_DIGITS_MAX || code_digits + rest < 7)
		return PARTY_NOBODY;
	dst[0] = '+';
	memcpy(dst + 1, code, code_digits);
	memcpy(dst + 1 + code_digits, digits, rest + 1);
	return PARTY_PHONE;
}

enum party_kind
party_normalise(char dst[PARTY_OCTETS], struct str written, const char *country)
{
	char digits[PARTY_OCTETS];
	bool plus;
	memset(dst, 0, PARTY_OCTETS);
	if (!read_digits(digits, sizeof(digits), written, &plus))
		return letters(dst, written);
	size_t n = strlen(digits);
	if (plus)
		return international(dst, "", digits);
	if (n <= SHORT_DIGITS_MAX) {
		memcpy(dst, digits, n + 1);
		return PARTY_SHORT;
	}
	if (strncmp(digits, "00", 2) == 0)
		return international(dst, "", digits + 2);
	if (digits[0] == '0')
		return international(dst, country, digits + 1);
	/* 254711000001 without its plus: long enough for a whole number. */
	size_t code = strlen(country);
	if (code > 0 && strncmp(digits, country, code) == 0 && n >= code + 7)
		return international(dst, "", digits);
	return international(dst, n <= 10 ? country : "", digits);
}

enum party_kind
party_kind_of(const char *normalised)
{
	if (normalised[0] == 0)
		return PARTY_NOBODY;
	if (normalised[0] == '+')
		return PARTY_PHONE;
	size_t n = strspn(normalised, "0123456789");
	return normalised[n] == 0 ? PARTY_SHORT : PARTY_LETTERS;
}

bool
party_same_tail(const char *a, const char *b)
{
	size_t na = strlen(a), nb = strlen(b), same = 0;
	while (same < 9 && same < na && same < nb &&
	       isdigit((unsigned char)a[na - 1 - same]) &&
	       a[na - 1 - same] == b[nb - 1 - same])
		same++;
	return same >= 7 && (same == 9 || same == na || same == nb);
}

uint32_t
party_tail(struct str number)
{
	uint32_t tail = 1;
	size_t from = number.octets > 8 ? number.octets - 8 : 0;
	for (size_t i = from; i < number.octets; i++)
		tail = tail * 31 + (unsigned char)number.at[i];
	return tail != 0 ? tail : 1;
}
