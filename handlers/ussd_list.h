/* ussd_list - the rows of the list screens, and what choosing one means.
 *
 * In: enum ussd_source.  Out: rows in the order of their keys, at most
 * USSD_PAGE_ROWS, each with a value (the trade's name for it) and a label in
 * the reader's language.
 * Choosing puts into the state: `product`, `unit`, `place`, `order` (theirs) or
 * `asked` (that waits for them), `offer`, `who`; a language is kept for the
 * person as LANG does by text. */
#ifndef HANDLERS_USSD_LIST_H
#define HANDLERS_USSD_LIST_H

#include "handlers/ussd_dial.h"
#include "handlers/ussd_page.h"

struct ussd_item {
	char value[64];
	char label[240]; /* more than a page has room for */
};

struct ussd_list {
	struct ussd_item row[USSD_PAGE_ROWS];
	size_t count;
	bool more; /* there are others, to be found by their letters */
};

void ussd_list_load(
    struct ussd_list *list, struct ussd_dial *dial, enum ussd_source source);

enum ussd_list_chosen {
	USSD_LIST_TAKEN, /* on to the next screen */
	USSD_LIST_INTO, /* the same screen again, one step down (areas) */
	USSD_LIST_REFUSED, /* it is gone, or does not fit any more */
};
enum ussd_list_chosen ussd_list_take(struct ussd_dial *dial,
    enum ussd_source source, const struct ussd_item *item);

/* Is the chosen product sold by that measure here? */
bool ussd_list_sells_by(struct ussd_dial *dial, const char *unit);

/* Of the first `count` rows: another figure when one of them is another.  Never
 * 0. */
int64_t ussd_list_mark(const struct ussd_list *list, size_t count);

#endif
