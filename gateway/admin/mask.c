#include "gateway/admin/mask.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/utf8.h"

#define PLUS_DIGITS 7 /* the shortest number with its calling code */
#define PLAIN_DIGITS 9
#define MOST_DIGITS 15 /* ITU-T E.164 */
#define GAP_MOST 3 /* characters between two digits: ") -" */
#define DEPTH_MOST 64
#define HIDDEN "•••••"

/* -- reading ----------------------------------------------------------------
 */

/* The zeros of scripts whose digits stand on phones. */
static const uint32_t zeros[] = {
    '0', 0x660, /* Arabic */
    0x6F0, /* Persian, Urdu */
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
    0x1040, /* Burmese */
    0x1369 - 1, /* Ethiopic has no zero */
    0x17E0, /* Khmer */
    0xFF10, /* full-width */
};

/* -1: no digit. */
static int
digit_of(uint32_t c)
{
	for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++)
		if (c >= zeros[i] && c - zeros[i] < 10)
			return (int)(c - zeros[i]);
	return -1;
}

static bool
is_gap(uint32_t c)
{
	return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' ||
	       c == '/' || c == 0xA0 || c == 0xAD || c == 0x202F ||
	       c == 0x3000 || (c >= 0x2009 && c <= 0x2015) || c == 0x2060 ||
	       c == 0xFEFF || c == 0xFF0D || c == 0xFF0E;
}

static bool
is_plus(uint32_t c)
{
	return c == '+' || c == 0xFF0B;
}

struct run {
	size_t octets; /* from its first digit to behind its last */
	size_t count; /* of digits */
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
	size_t at = 0, octets;
	int digit;

	while (at < text.octets) {
		digit = digit_of(
		    utf8_next(str_of(text.at + at, text.octets - at), &octets));
		if (digit < 0)
			break;
		take_digit(run, digit);
		at += octets;
	}
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

		if (digit_of(c) >= 0)
			return at;
		if (!is_gap(c))
			return 0;
		at += octets;
	}
	return 0;
}

/* Does the next group belong to a number that could end here?  A short one is
 * an amount behind it, and a number has so many digits and no more. */
static bool
goes_on(const struct run *run, const struct run *next, bool plus)
{
	size_t least = plus ? PLUS_DIGITS : PLAIN_DIGITS;

	if (run->count + next->count > MOST_DIGITS)
		return run->count < least;
	return run->count < least || next->count >= 3;
}

static struct run
read_run(struct str text, bool plus)
{
	struct run run = {.count = 0};

	run.octets = take_group(&run, text);
	while (run.octets < text.octets) {
		struct str rest =
		    str_of(text.at + run.octets, text.octets - run.octets);
		size_t between = gap(rest);
		struct run next = {.count = 0};

		rest = str_of(rest.at + between, rest.octets - between);
		next.octets = between == 0 ? 0 : take_group(&next, rest);
		if (next.octets == 0 || !goes_on(&run, &next, plus))
			break;
		(void)take_group(&run, rest);
		run.octets += between + next.octets;
	}
	return run;
}

/* 2026-11-26, and what follows of a time; 0: no date. */
static size_t
date_octets(struct str text)
{
	static const char form[] = "dddd-dd-dd";
	size_t octets = sizeof(form) - 1;

	if (text.octets < octets || (text.at[0] != '1' && text.at[0] != '2'))
		return 0;
	for (size_t i = 0; i < octets; i++)
		if (form[i] == 'd' ? text.at[i] < '0' || text.at[i] > '9'
				   : text.at[i] != form[i])
			return 0;
	if (text.at[5] > '1' || text.at[8] > '3')
		return 0;
	if (text.octets > octets && text.at[octets] >= '0' &&
	    text.at[octets] <= '9')
		return 0;
	return octets;
}

/* -- writing ----------------------------------------------------------------
 */

static void
put_hidden(struct buf *out, const struct run *run, bool plus)
{
	size_t head = plus ? log_country_digits(run->digits) : 0;

	buf_add_str(out, str_of(run->digits, head));
	buf_add_text(out, HIDDEN);
	buf_add_text(out, run->last);
}

/* What stands at a digit; returns the octets that were dealt with. */
static size_t
put_digits(struct buf *out, struct str text, bool plus)
{
	size_t date = plus ? 0 : date_octets(text);
	struct run run;

	if (date > 0) {
		buf_add_str(out, str_of(text.at, date));
		return date;
	}
	run = read_run(text, plus);
	if (run.count >= (plus ? PLUS_DIGITS : PLAIN_DIGITS))
		put_hidden(out, &run, plus);
	else
		buf_add_str(out, str_of(text.at, run.octets));
	return run.octets;
}

/* Most texts have too few digits to have a number. */
static bool
may_have(struct str text)
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
masked_tail(struct str text, size_t at)
{
	size_t octets = sizeof(HIDDEN) - 1;
	struct run run = {.count = 0};

	if (at < octets || memcmp(text.at + at - octets, HIDDEN, octets) != 0)
		return 0;
	octets = take_group(&run, str_of(text.at + at, text.octets - at));
	return run.count == 3 ? octets : 0;
}

size_t
mask_text(char *dst, size_t dst_octets, struct str text)
{
	struct buf out = buf_over(dst, dst_octets);
	bool plus = false;
	size_t octets;

	if (!may_have(text))
		return str_copy(dst, dst_octets, text);
	for (size_t at = 0; at < text.octets && !out.full; at += octets) {
		struct str rest = str_of(text.at + at, text.octets - at);
		uint32_t c = utf8_next(rest, &octets);

		if (digit_of(c) >= 0 && masked_tail(text, at) > 0) {
			octets = masked_tail(text, at);
			buf_add_str(&out, str_of(rest.at, octets));
			plus = false;
			continue;
		}
		if (digit_of(c) >= 0) {
			octets = put_digits(&out, rest, plus);
			plus = false;
			continue;
		}
		buf_add_str(&out, str_of(rest.at, octets));
		plus = is_plus(c) || (plus && is_gap(c));
	}
	return out.octets;
}

/* -- JSON -------------------------------------------------------------------
 */

/* Ours alone: no person's words stand under them. */
static bool
is_exempt(const char *key)
{
	static const char *const keys[] = {"next", "newest", "csrf", "hash",
	    "prev", "head", "signature", "public_key", "token", "secret", "uri",
	    "time", "created", "changed"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

static bool
is_octets(const char *key)
{
	return strcmp(key, "pdu") == 0 || strcmp(key, "raw") == 0;
}

static void
mask_string(json_t *string)
{
	struct str text =
	    str_of(json_string_value(string), json_string_length(string));
	size_t room = MASK_ROOM(text.octets), octets;
	char near[512], *dst = near;

	if (!may_have(text))
		return;
	if (room > sizeof(near))
		dst = xcalloc(1, room);
	octets =
	    mask_text(dst, room > sizeof(near) ? room : sizeof(near), text);
	if (octets != text.octets || memcmp(dst, text.at, octets) != 0)
		(void)json_string_setn(string, dst, octets);
	if (dst != near)
		free(dst);
}

static void
mask_value(json_t *value, int depth)
{
	const char *key;
	json_t *member;
	size_t i;

	if (depth == DEPTH_MOST) { /* nothing of ours is so deep */
		(void)json_array_clear(value);
		(void)json_object_clear(value);
		return;
	}
	if (json_is_string(value))
		mask_string(value);
	json_array_foreach(value, i, member) mask_value(member, depth + 1);
	json_object_foreach(value, key,
	    member) if (is_octets(key) && json_is_string(member))(void)
	    json_string_set(member, HIDDEN);
	else if (!is_exempt(key) || !json_is_string(member))
	    mask_value(member, depth + 1);
}

void
mask_json(json_t *root)
{
	if (root != NULL)
		mask_value(root, 0);
}
