/* which_offer - parts and prices that lie with a buyer, answered by name or all
 * at once: "yes tomatoes", "no to both", "yes tomatoes no onions". */
#ifndef HANDLERS_WHICH_OFFER_H
#define HANDLERS_WHICH_OFFER_H

#include "handlers/which_each.h"

/* False: no such answer.  verb: the intent kind that the list was sent for, or
 * INTENT_NONE. */
bool which_offer(struct desk *desk, const struct which_asked *asked, int verb);

/* The same without a list, to whatever lies with them. */
bool which_offer_text(struct desk *desk, const struct book *book);

#endif
