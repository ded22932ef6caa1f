/* ussd_number - the figure that somebody typed into a screen.
 *
 * In: what was typed (UTF-8, any octets), and in how far parts make sense.
 * Out: thousandths, and whatever stood behind the figure ("kg" of "3kg"): the
 *     caller knows whether that is the measure that was asked for.
 * Read: "3", " 3 ", "3.0", "2.5", "2,5", and the same in Arabic-Indic,
 *     Persian, Devanagari, Bengali, Gujarati, Gurmukhi, Tamil, Telugu, Kannada,
 *     Malayalam, Myanmar, Khmer, Thai, Lao and full-width digits.
 * Refused: a sign, an exponent, nothing, nothing but zeros, two marks, more
 *     than three digits behind the mark, a mark with nothing on a side of it,
 *     and "1,500" or "1.500": one and a half, or fifteen hundred?
 * Pure; owns nothing. */
#ifndef HANDLERS_USSD_NUMBER_H
#define HANDLERS_USSD_NUMBER_H

#include <stdint.h>

#include "base/str.h"

/* Six digits before the mark: nobody dials for a million of anything. */
#define USSD_NUMBER_DIGITS 6

enum ussd_number_err {
	USSD_NUMBER_NONE = -1, /* no figure, or not alone */
	USSD_NUMBER_MUCH = -2, /* more than max_milli */
	USSD_NUMBER_PARTS = -3, /* "1,500", or finer than thousandths */
};

/* 0 and *milli_out > 0; *behind_out is a view into `typed`, without blanks
 * around it, "" when nothing stands there.  Else negative and both are zero.
 */
int ussd_number_read(int64_t *milli_out, struct str *behind_out,
    struct str typed, int64_t max_milli);

#endif
