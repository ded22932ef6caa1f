/* number - figures and number words -> thousandths.
 *
 * In: folded code points (handlers/fold).  Out: thousandths, and how many code
 *     points were read.  No locale: what a comma or point means is decided
 *     here, and where it cannot be decided, `doubt` says so.
 * Limits: 9 digits before the decimal mark; a longer run of digits is read to
 *     its end and `too_long` (a phone number, no quantity).
 * Pure; owns nothing. */
#ifndef HANDLERS_NUMBER_H
#define HANDLERS_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUMBER_MAX INT64_C(999999999999) /* thousandths */

struct number {
	int64_t milli;
	int64_t high_milli; /* "two or three" in one word: the higher; else 0 */
	size_t used; /* code points, 0 = no number here */
	bool doubt; /* the other reading is 1000 times as much */
	bool too_long;
	bool times; /* a bare multiplier: hundred, ten thousand */
};

/* "12" "1,500" "2.5" "2,5" "1/2" "1,50,000".  comma_decimal: the language
 * writes 2,5 and 1.500 (French, Spanish, Portuguese, Indonesian). */
struct number number_digits(
    const uint32_t *at, size_t count, bool comma_decimal);

/* Chinese numerals, plain and financial: units, tens, hundreds, thousands, ten
 * thousands, the halves, the short form for 250, a range such as "two-three",
 * the decimal word, zero.  Stops before "liang" and "qianke" used as units. */
struct number number_han(const uint32_t *at, size_t count);

/* Number words, one after another: "two hundred and fifty".  Feed each word;
 * what does not continue the number is refused, and the number ends there. */
struct number_words {
	int64_t total_milli; /* finished thousands */
	int64_t group_milli; /* below the next multiplier */
	int64_t last_milli; /* the last word's own value */
	bool begun;
	bool closed; /* a fraction or figure was last: only a multiplier or a
			"and a half" may follow */
};

enum number_part {
	NUMBER_PLAIN, /* five, twenty, half */
	NUMBER_TIMES, /* hundred */
	NUMBER_TIMES_NEXT, /* hundred, in languages that say "hundred two" */
	NUMBER_PLUS, /* "and a half" */
	NUMBER_FIGURE, /* written with digits */
};

void number_words_start(struct number_words *w);
bool number_words_add(
    struct number_words *w, enum number_part part, int64_t milli);
int64_t number_words_milli(const struct number_words *w);

#endif
