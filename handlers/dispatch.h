/* dispatch - which intent is whose business: one const row each. */
#ifndef HANDLERS_DISPATCH_H
#define HANDLERS_DISPATCH_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* Calls the row of desk->intent.kind. */
void dispatch_intent(struct desk *desk, const struct book *book);

/* "PROBLEM" and no more, from somebody who has an order. */
bool dispatch_is_problem(const struct desk *desk, const struct book *book);

#endif
