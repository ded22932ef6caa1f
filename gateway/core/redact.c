#include "gateway/core/redact.h"

#include <string.h>

#include "base/mask.h"
#include "base/utf8.h"

#define RUN_DIGITS 64
#define HEAD_DIGITS 6 /* 00 and a calling code, or 0 and the operator's */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

void
redact_tail(char dst[REDACT_TAIL_OCTETS], const char *number)
{
	char digits[RUN_DIGITS];
	size_t count = 0, keep;

	for (; *number != '\0' && count < sizeof(digits); number++)
		if (is_digit(*number))
			digits[count++] = *number;
	keep = count > 10 ? 9 : count < 8 ? count : 8;
	memcpy(dst, digits + count - keep, keep);
	dst[keep] = '\0';
}

/* A run of digits with little between them. */
struct run {
	size_t count;
	size_t at[RUN_DIGITS]; /* where each stands */
	size_t end[RUN_DIGITS]; /* and what comes behind it */
	char digits[RUN_DIGITS + 1];
};

/* The digit there, in any script, and its octets; -1: none. */
static int
digit_at(struct str text, size_t at, size_t *octets)
{
	return mask_digit(
	    utf8_next(str_of(text.at + at, text.octets - at), octets));
}

static void
read_run(struct run *run, struct str text, size_t from)
{
	size_t gap = 0, octets;

	run->count = 0;
	for (size_t i = from; i < text.octets && run->count < RUN_DIGITS;
	     i += octets) {
		int digit = digit_at(text, i, &octets);

		if (digit >= 0) {
			run->at[run->count] = i;
			run->end[run->count] = i + octets;
			run->digits[run->count++] = (char)('0' + digit);
			gap = 0;
		} else if (!mask_gap(
			       utf8_next(str_of(text.at + i, text.octets - i),
				   &octets)) ||
			   ++gap > 3)
			break;
	}
	run->digits[run->count] = '\0';
}

/* Copies the run but for that number; returns where the text goes on. */
static size_t
put_run(struct buf *out, struct str text, const struct run *run,
    const char *found, size_t tail_digits)
{
	size_t first = (size_t)(found - run->digits);
	size_t last = first + tail_digits - 1;

	/* Another number may stand before it in the run: then only what is
	 * written together with it. */
	for (size_t i = 0; first > 0 && i < HEAD_DIGITS &&
			   (first + i <= HEAD_DIGITS ||
			       run->end[first - 1] == run->at[first]);
	     i++)
		first--;
	buf_add_str(
	    out, str_of(text.at + run->at[0], run->at[first] - run->at[0]));
	buf_add_text(out, REDACT_MARK);
	return run->end[last];
}

bool
redact_number(struct buf *out, struct str text, const char *tail)
{
	size_t digits = strlen(tail), at = 0, octets;
	bool any = false;
	struct run run;

	while (digits > 0 && at < text.octets) {
		const char *found;

		if (digit_at(text, at, &octets) < 0) {
			buf_add_str(out, str_of(text.at + at, octets));
			at += octets;
			continue;
		}
		read_run(&run, text, at);
		found = strstr(run.digits, tail);
		if (found != NULL) {
			any = true;
			at = put_run(out, text, &run, found, digits);
			continue;
		}
		/* A run longer than we read may go on with it. */
		octets = run.count < RUN_DIGITS ? run.end[run.count - 1] - at
						: octets;
		buf_add_str(out, str_of(text.at + at, octets));
		at += octets;
	}
	buf_add_str(out, str_of(text.at + at, text.octets - at));
	return any;
}

static bool
is_letter(struct str text, size_t at)
{
	unsigned char c = at < text.octets ? (unsigned char)text.at[at] : ' ';

	return c >= 0x80 || is_digit((char)c) || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* Chinese has no blanks between words: a name that begins beyond ASCII needs
 * no word's edge. */
static bool
is_edge(struct str name, struct str text, size_t before, size_t after)
{
	if ((unsigned char)name.at[0] >= 0x80)
		return true;
	return (before == 0 || !is_letter(text, before - 1)) &&
	       !is_letter(text, after);
}

bool
redact_name(struct buf *out, struct str text, struct str name)
{
	size_t at = 0;
	bool any = false;

	while (name.octets >= REDACT_NAME_LEAST &&
	       at + name.octets <= text.octets) {
		struct str here = str_of(text.at + at, name.octets);

		if (str_equal_nocase(here, name) &&
		    is_edge(name, text, at, at + name.octets)) {
			buf_add_text(out, REDACT_MARK);
			at += name.octets;
			any = true;
		} else
			buf_add_char(out, text.at[at++]);
	}
	buf_add_str(out, str_of(text.at + at, text.octets - at));
	return any;
}
