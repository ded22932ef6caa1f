#include "handlers/ussd_number.h"

#include <stdbool.h>
#include <stddef.h>

#include "base/utf8.h"

#define PARTS_MAX 3 /* digits behind the mark */

/* The zeros of the scripts that people's phones write figures in. */
static const uint32_t zeros[] = {
    0x30, /* 0 */
    0x660, /* Arabic */
    0x6F0, /* Persian */
    0x966, /* Devanagari */
    0x9E6, /* Bengali */
    0xA66, /* Gurmukhi */
    0xAE6, /* Gujarati */
    0xBE6, /* Tamil */
    0xC66, /* Telugu */
    0xCE6, /* Kannada */
    0xD66, /* Malayalam */
    0xE50, /* Thai */
    0xED0, /* Lao */
    0x1040, /* Myanmar */
    0x17E0, /* Khmer */
    0xFF10, /* full width */
};

static int
digit_of(uint32_t c)
{
	for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++)
		if (c >= zeros[i] && c < zeros[i] + 10)
			return (int)(c - zeros[i]);
	return -1;
}

static bool
is_mark(uint32_t c)
{
	return c == '.' || c == ',' || c == 0x66B || c == 0xFF0E || c == 0xFF0C;
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

struct figure {
	int64_t milli;
	int digits; /* before the mark, without leading zeros */
	bool any; /* a digit before the mark */
	bool mark;
	int parts; /* digits behind it */
	bool zeros; /* these are all zeros */
};

static void
add_digit(struct figure *f, int digit)
{
	static const int64_t worth[PARTS_MAX] = {100, 10, 1};

	if (!f->mark) {
		f->any = true;
		f->digits += f->digits > 0 || digit > 0;
		if (f->digits <= USSD_NUMBER_DIGITS)
			f->milli = f->milli * 10 + digit * INT64_C(1000);
		return;
	}
	f->zeros = f->zeros && digit == 0;
	if (f->parts < PARTS_MAX)
		f->milli += digit * worth[f->parts];
	if (f->parts <= PARTS_MAX)
		f->parts++;
}

/* How many octets of `text` are the figure. */
static size_t
scan(struct figure *f, struct str text)
{
	size_t at = 0, octets;

	while (at < text.octets) {
		uint32_t c =
		    utf8_next(str_of(text.at + at, text.octets - at), &octets);
		int digit = digit_of(c);

		if (digit >= 0)
			add_digit(f, digit);
		else if (is_mark(c) && f->any && !f->mark)
			f->mark = f->zeros = true;
		else
			break;
		at += octets;
	}
	return at;
}

static struct str
skip_blanks(struct str text)
{
	size_t octets;

	while (text.octets > 0 && is_blank(utf8_next(text, &octets)))
		text = str_of(text.at + octets, text.octets - octets);
	return str_trim(text);
}

/* "3.", "3e5", "3,5,6" and "3+": something else than a figure and its measure.
 */
static bool
goes_on(struct str behind)
{
	size_t octets;
	uint32_t c = utf8_next(behind, &octets);

	if (is_mark(c) || c == '+' || c == '-' || c == '/' || c == '*' ||
	    c == '#')
		return true;
	if (c != 'e' && c != 'E')
		return false;
	behind = str_of(behind.at + octets, behind.octets - octets);
	return behind.octets == 0 || digit_of(utf8_next(behind, &octets)) >= 0;
}

int
ussd_number_read(int64_t *milli_out, struct str *behind_out, struct str typed,
    int64_t max_milli)
{
	struct figure f = {0};
	struct str text = skip_blanks(typed), behind;
	size_t used = scan(&f, text);

	*milli_out = 0;
	*behind_out = STR("");
	behind = skip_blanks(str_of(text.at + used, text.octets - used));
	if (!f.any || (f.mark && f.parts == 0) ||
	    (behind.octets > 0 && goes_on(behind)))
		return USSD_NUMBER_NONE;
	if (f.digits > USSD_NUMBER_DIGITS)
		return USSD_NUMBER_MUCH;
	/* "1.500", "1,500", "1.000": a thousand and more, to many people. */
	if (f.parts >= PARTS_MAX && (f.parts > PARTS_MAX || f.digits > 0))
		return USSD_NUMBER_PARTS;
	if (f.milli == 0)
		return USSD_NUMBER_NONE;
	if (f.milli > max_milli)
		return USSD_NUMBER_MUCH;
	*milli_out = f.milli;
	*behind_out = behind;
	return 0;
}
