/* after_yes - a seller's no, or other terms, when nothing is asked of them any
 * more: they agreed, or their part lies with the buyer.
 *
 * A no asks whether to give it back; another quantity or price is for the two
 * to talk about by phone.  Only for the one order it can be about. */
#ifndef HANDLERS_AFTER_YES_H
#define HANDLERS_AFTER_YES_H

#include <stdbool.h>

#include "handlers/book.h"

struct desk;

/* False: it is none, go on. */
bool after_yes(struct desk *desk, const struct book *book);

#endif
