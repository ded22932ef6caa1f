/* ussd_show - a screen into words: what is on it, and one page of that.
 *
 * The same rows that are shown are those that a key is looked up in
 * (ussd_show_option, ussd_show_item): both are made from the state. */
#ifndef HANDLERS_USSD_SHOW_H
#define HANDLERS_USSD_SHOW_H

#include "handlers/ussd_dial.h"
#include "handlers/ussd_list.h"

/* The screen of the state, its page, into the session: text, go_on, resumable.
 * state->page is put right; a confirm screen gets its token, if it has none. */
void ussd_show(struct ussd_dial *dial);

/* Do 0 and 00 lead anywhere?  From home to its first page only, and who must
 * choose cannot go. */
bool ussd_show_leaves(const struct ussd_dial *dial);

/* Does another page follow the one they see?  Then 98 leads there. */
bool ussd_show_has_more(
    struct ussd_dial *dial, const struct ussd_screen *screen);

/* Is what a confirm screen asks about no more what they saw on it?  Of an order
 * they may pay less than that, never more; all else must be the same.  What is
 * gone is not told here: the act says so. */
bool ussd_show_has_changed(
    struct ussd_dial *dial, const struct ussd_screen *screen);

/* The option of that key, if it is offered to them now; NULL. */
const struct ussd_option *ussd_show_option(
    struct ussd_dial *dial, const struct ussd_screen *screen, int key);

/* The entry behind the rows of a list ('+'), if there is one; NULL. */
const struct ussd_option *ussd_show_behind(
    const struct ussd_screen *screen, const struct ussd_list *list);

#endif
