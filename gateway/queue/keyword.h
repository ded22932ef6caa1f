/* keyword - the word before a text that came by a shared number.
 *
 * Several services share a short code; the operator sends each the texts that
 * begin with its word, mostly with the word still there.  Who forgets it and
 * yet reaches us is read as well.  Pure. */
#ifndef GATEWAY_QUEUE_KEYWORD_H
#define GATEWAY_QUEUE_KEYWORD_H

#include "base/str.h"

/* What is left behind the keyword (letters and digits of ASCII, any case) and
 * the blanks and punctuation after it; the whole text when it does not begin
 * with that word, or keyword is "". */
struct str keyword_strip(struct str text, const char *keyword);

#endif
