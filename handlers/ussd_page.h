/* ussd_page - one page of a screen: words, options and the lines of navigation
 * into what a telephone shows at once.
 *
 * In: the screen's words, its options with their keys, and the labels of 98,
 *     0 and 00 where these apply, all filled, in UTF-8; the most that the
 *     channel shows; the page, from 0.
 * Out: the text as it is to be sent, UTF-8, at most SESSION_TEXT_OCTETS.
 *
 *     Not an option.       top: this time alone
 *     What do you want?    words
 *     6 Onion              options, five a page at most
 *     7 Potato
 *     98 More              navigation: more only when another page follows
 *     0 Back
 *     00 Home
 *
 * Measure: septets of the page as it is sent, escape characters two (3GPP TS
 *     23.038 6.2.1); if one character is not in the alphabet, 16 bit units of
 *     all of it.  The lines of navigation are reserved first.
 * Pages: an option is never split, and its label is cut, with "..", only when
 *     it does not fit alone.  Where pages end depends on neither `top` nor the
 *     page that is asked for: a key means one thing.  Words that leave too
 *     little room for options (more than half of the screen) are not repeated
 *     but go before them, over as many pages as they need, each ending between
 *     two words.
 *     `top` takes the room of the words (unless `whole`): those of a screen
 *     that was just shown can be missed; what still does not fit is cut.
 *     Lines of navigation that take more than half of it are shown as keys.
 * Letters: marks that the GSM alphabet lacks are written plainly (curly quotes,
 *     dashes, odd blanks); accents go when that alone saves the page from UCS2,
 *     as with texts (phrase.h).  Controls are blanks; line ends are kept in
 * words and blanks in labels. Owns nothing, allocates nothing, no clock, no
 * log. */
#ifndef HANDLERS_USSD_PAGE_H
#define HANDLERS_USSD_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define USSD_PAGE_OPTIONS 5 /* a page; phones cut off what is below */
#define USSD_PAGE_ROWS 89 /* a screen: 90 would come near 98 */
#define USSD_PAGE_OCTETS 384 /* SESSION_TEXT_OCTETS */
#define USSD_PAGE_WORDS_OCTETS 1600 /* of words; what is behind is cut off */

struct ussd_page_option {
	int key; /* 1, 2, ... 89; rising */
	const char *label;
};

struct ussd_page_ask {
	const char *top; /* "" or NULL: nothing */
	const char *words; /* "" or NULL: none */
	const struct ussd_page_option *option;
	size_t options; /* at most USSD_PAGE_ROWS */
	/* Labels of 98, 0, 00; NULL: does not apply.  `more` is needed where
	 * there can be more than one page. */
	const char *more, *back, *home;
	/* Of a screen: 20 to 182, 20 to 80, and not more than septets. */
	int septets, units;
	int page;
	/* Not a word may be missed, as of what they are to confirm: `top` goes
	 * short instead. */
	bool whole;
	/* The first page has no way back, the others have: back to it. */
	bool root;
};

struct ussd_page {
	char text[USSD_PAGE_OCTETS];
	int page; /* the one asked for, or the last if that is less */
	bool more; /* another one follows */
	/* Which of the options are on it: option[first] to before last. */
	size_t first, last;
	bool gsm; /* in that alphabet */
	size_t size; /* septets or units */
	bool cut; /* a label, the words or the top had to be */
};

void ussd_page_make(struct ussd_page *out, const struct ussd_page_ask *ask);

#endif
