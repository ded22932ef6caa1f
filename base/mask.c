#include "base/mask.h"

#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"

#define PLUS_DIGITS 7 /* the shortest number with its calling code */
#define MOST_DIGITS 15 /* ITU-T E.164 */
#define GAP_MOST 3 /* characters between two digits: ") -" */
#define STARS "*****" /* of one octet each, for lines that are cut */

/* Where a text is shown. */
struct place {
	const char *hidden;
	size_t plain_digits; /* the shortest number without a plus sign */
	bool keeps; /* amounts and addresses of machines, though so long */
};
static const struct place answer = {MASK_HIDDEN, 9, false};
static const struct place line = {STARS, 7, true};

/* -- reading ----------------------------------------------------------------
 */

/* The zeros of scripts whose digits stand on phones. */
static const uint32_t zeros[] = {
    0x660, /* Arabic */
    0x6F0, /* Persian, Urdu */
    0x7C0, /* N'Ko */
    0x966, /* Devanagari */
    0x9E6, /* Bengali */
    0xA66, /* Gurmukhi */
    0xAE6, /* Gujarati */
    0xB66, /* Oriya */
    0xBE6, /* Tamil */
    0xC66, /* Telugu */
    0xCE6, /* Kannada */
    0xD66, /* Malayalam */
    0xE50, /* Thai */
    0xDE6, /* Sinhala */
    0xED0, /* Lao */
    0xF20, /* Tibetan */
    0x1040, /* Burmese */
    0x1369 - 1, /* Ethiopic has no zero */
    0x17E0, /* Khmer */
    0x1810, /* Mongolian */
    0xFF10, /* full-width */
    0x1E950, /* Adlam */
};

int
mask_digit(uint32_t c)
{
	if (c < 0x80) /* as most are */
		return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
	for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++)
		if (c >= zeros[i] && c - zeros[i] < 10)
			return (int)(c - zeros[i]);
	return -1;
}

bool
mask_gap(uint32_t c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '-' ||
	       c == '.' || c == '(' || c == ')' || c == '/' || c == 0xA0 ||
	       c == 0xAD || c == 0x202F || c == 0x3000 ||
	       (c >= 0x2009 && c <= 0x2015) || c == 0x2060 || c == 0xFEFF ||
	       c == 0xFF0D || c == 0xFF0E;
}

static bool
is_plus(uint32_t c)
{
	return c == '+' || c == 0xFF0B;
}

struct run {
	size_t octets; /* from its first digit to behind its last */
	size_t count; /* of digits */
	size_t group; /* digits in the last group of it */
	char digits[MOST_DIGITS + 1]; /* the first of them */
	char last[4];
};

static void
take_digit(struct run *run, int digit)
{
	char c = (char)('0' + digit);

	if (run->count < MOST_DIGITS)
		run->digits[run->count] = c;
	memmove(run->last, run->last + 1, 2);
	run->last[2] = c;
	run->count++;
}

/* Digits without anything between them; returns their octets. */
static size_t
take_group(struct run *run, struct str text)
{
	size_t at = 0, octets, before = run->count;
	int digit;

	while (at < text.octets) {
		digit = mask_digit(
		    utf8_next(str_of(text.at + at, text.octets - at), &octets));
		if (digit < 0)
			break;
		take_digit(run, digit);
		at += octets;
	}
	run->group = run->count - before;
	return at;
}

/* Octets of what may stand between two groups; 0: the number ends here. */
static size_t
gap(struct str text)
{
	size_t at = 0, octets;

	for (int i = 0; i <= GAP_MOST && at < text.octets; i++) {
		uint32_t c =
		    utf8_next(str_of(text.at + at, text.octets - at), &octets);

		if (mask_digit(c) >= 0)
			return at;
		if (!mask_gap(c))
			return 0;
		at += octets;
	}
	return 0;
}

/* d is a digit. */
static bool
has_form(struct str text, const char *form)
{
	for (size_t i = 0; form[i] != '\0'; i++)
		if (i >= text.octets ||
		    (form[i] == 'd' ? text.at[i] < '0' || text.at[i] > '9'
				    : text.at[i] != form[i]))
			return false;
	return true;
}

/* 2026-11-26, and what follows of a time; 0: it is none. */
static size_t
date(struct str text)
{
	static const char form[] = "dddd-dd-dd";
	size_t octets = sizeof(form) - 1;

	if (!has_form(text, form) || (text.at[0] != '1' && text.at[0] != '2') ||
	    text.at[5] > '1' || text.at[8] > '3')
		return 0;
	if (text.octets > octets && text.at[octets] >= '0' &&
	    text.at[octets] <= '9')
		return 0;
	return octets;
}

/* Does the next group belong to a number that could end here?  A short one is
 * an amount behind it, but not behind another short one (06 12 34 56 78), and a
 * number has so many digits and no more. */
static bool
goes_on(const struct run *run, const struct run *next, size_t least)
{
	if (run->count + next->count > MOST_DIGITS)
		return run->count < least;
	return run->count < least || next->count >= 3 || run->group < 3;
}

static struct run
read_run(struct str text, size_t least)
{
	struct run run = {.count = 0};

	run.octets = take_group(&run, text);
	while (run.octets < text.octets) {
		struct str rest =
		    str_of(text.at + run.octets, text.octets - run.octets);
		size_t between = gap(rest);
		struct run next = {.count = 0};

		rest = str_of(rest.at + between, rest.octets - between);
		next.octets = between == 0 || date(rest) > 0
				  ? 0
				  : take_group(&next, rest);
		if (next.octets == 0 || !goes_on(&run, &next, least))
			break;
		(void)take_group(&run, rest);
		run.octets += between + next.octets;
	}
	return run;
}

/* -- what is none -----------------------------------------------------------
 * Each returns the octets of what stands there; 0: it does not. */

static bool
is_digit_at(struct str text, size_t at)
{
	size_t octets;

	return at < text.octets &&
	       mask_digit(utf8_next(
		   str_of(text.at + at, text.octets - at), &octets)) >= 0;
}

/* Does a number end here, whatever may stand between its digits? */
static bool
ends(struct str text, size_t at)
{
	struct str rest = str_of(text.at + at, text.octets - at);
	struct run run = {.count = 0};

	return gap(rest) == 0 && take_group(&run, rest) == 0;
}

/* 26-11-2026, as operators write it, with its time or nothing behind it. */
static size_t
day(struct str text)
{
	static const char *const forms[] = {"dd-dd-dddd dd:dd",
	    "dd/dd/dddd dd:dd", "dd.dd.dddd dd:dd", "dd-dd-dddd", "dd/dd/dddd",
	    "dd.dd.dddd"};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (has_form(text, forms[i]) && text.at[0] <= '3' &&
		    text.at[3] <= '1' && text.at[6] == '2' &&
		    text.at[7] == '0' &&
		    (i < 3 ? !is_digit_at(text, strlen(forms[i]))
			   : ends(text, strlen(forms[i]))))
			return strlen(forms[i]);
	return 0;
}

/* 12345.67: money.  A number begins with 0, or has no two digits at its end. */
static size_t
amount(struct str text)
{
	size_t whole = 0;

	while (whole < text.octets && text.at[whole] >= '0' &&
	       text.at[whole] <= '9')
		whole++;
	if (whole == 0 || whole >= line.plain_digits || text.at[0] == '0' ||
	    !has_form(str_of(text.at + whole, text.octets - whole), ".dd") ||
	    !ends(text, whole + 3))
		return 0;
	return whole + 3;
}

/* 192.168.100.20: a machine. */
static size_t
address(struct str text)
{
	size_t at = 0;

	for (int part = 0; part < 4; part++) {
		int value = 0, digits = 0;

		if (part > 0 && (at >= text.octets || text.at[at++] != '.'))
			return 0;
		for (; digits < 4 && at < text.octets && text.at[at] >= '0' &&
		       text.at[at] <= '9';
		     digits++)
			value = value * 10 + (text.at[at++] - '0');
		if (digits == 0 || digits > 3 || value > 255 ||
		    (digits > 1 && text.at[at - (size_t)digits] == '0'))
			return 0;
	}
	return ends(text, at) ? at : 0;
}

static size_t
none(struct str text, const struct place *place)
{
	size_t octets = date(text);

	if (octets == 0 && place->keeps)
		octets = day(text);
	if (octets == 0 && place->keeps)
		octets = amount(text);
	return octets == 0 && place->keeps ? address(text) : octets;
}

/* -- writing ----------------------------------------------------------------
 */

static void
put_hidden(struct buf *out, const struct run *run, bool plus,
    const struct place *place)
{
	size_t head = plus ? log_country_digits(run->digits) : 0;

	buf_add_str(out, str_of(run->digits, head));
	buf_add_text(out, place->hidden);
	buf_add_text(out, run->last);
}

/* What stands at a digit; returns the octets that were dealt with. */
static size_t
put_digits(
    struct buf *out, struct str text, bool plus, const struct place *place)
{
	size_t least = plus ? PLUS_DIGITS : place->plain_digits;
	size_t octets = plus ? 0 : none(text, place);
	struct run run;

	if (octets > 0) {
		buf_add_str(out, str_of(text.at, octets));
		return octets;
	}
	/* A short one goes on as a long one would: its end is its own. */
	run = read_run(text, plus ? PLUS_DIGITS : answer.plain_digits);
	if (run.count >= least)
		put_hidden(out, &run, plus, place);
	else
		buf_add_str(out, str_of(text.at, run.octets));
	return run.octets;
}

bool
mask_may_have(struct str text)
{
	int digits = 0;

	for (size_t i = 0; i < text.octets; i++)
		if ((unsigned char)text.at[i] >= 0xD9 ||
		    (text.at[i] >= '0' && text.at[i] <= '9'))
			digits++;
	return digits >= PLUS_DIGITS;
}

/* The last three digits of what was masked before; 0: it is not that. */
static size_t
masked_tail(struct str text, size_t at, const struct place *place)
{
	size_t octets = strlen(place->hidden);
	struct run run = {.count = 0};

	if (at < octets ||
	    memcmp(text.at + at - octets, place->hidden, octets) != 0)
		return 0;
	octets = take_group(&run, str_of(text.at + at, text.octets - at));
	return run.count == 3 ? octets : 0;
}

static size_t
put(char *dst, size_t dst_octets, struct str text, const struct place *place)
{
	struct buf out = buf_over(dst, dst_octets);
	bool plus = false;
	size_t octets;

	if (!mask_may_have(text))
		return str_copy(dst, dst_octets, text);
	for (size_t at = 0; at < text.octets && !out.full; at += octets) {
		struct str rest = str_of(text.at + at, text.octets - at);
		uint32_t c = utf8_next(rest, &octets);

		if (mask_digit(c) < 0) {
			buf_add_str(&out, str_of(rest.at, octets));
			plus = is_plus(c) || (plus && mask_gap(c));
			continue;
		}
		octets = masked_tail(text, at, place);
		if (octets > 0)
			buf_add_str(&out, str_of(rest.at, octets));
		else
			octets = put_digits(&out, rest, plus, place);
		plus = false;
	}
	return out.octets;
}

size_t
mask_text(char *dst, size_t dst_octets, struct str text)
{
	return put(dst, dst_octets, text, &answer);
}

size_t
mask_line(char *dst, size_t dst_octets, struct str text)
{
	return put(dst, dst_octets, text, &line);
}
