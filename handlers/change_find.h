/* change_find - which of a buyer's orders is to be changed.
 *
 * The only one that can be, or the one that has the goods; goods that stand in
 * several orders are changed each in its own. */
#ifndef HANDLERS_CHANGE_FIND_H
#define HANDLERS_CHANGE_FIND_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* Puts its code into the intent, if none was said and there is but one. */
void change_find(struct desk *desk, const struct book *book);

/* "make it 8kg onions and 5kg tomatoes", of two orders: done, as a text for
 * each.  When one of them must be asked about, those behind it stay as they
 * are, and that is told.  False: it is about one order. */
bool change_apart(struct desk *desk, const struct book *book);

/* The only order that can be changed, and there is one kind of goods in it. */
bool change_only(
    struct desk *desk, const struct book *book, struct order *order);

#endif
