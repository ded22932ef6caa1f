/* which - several proposals are open with one seller, and a text without a
 * code: which of them is it about?
 *
 * The one whose goods it names; all of them when it says so and nothing else;
 * else the numbered list goes back, with what was said kept.  A list that was
 * sent twice and not understood is not sent again: the first of them is asked
 * about alone, after its answer the next. */
#ifndef HANDLERS_WHICH_H
#define HANDLERS_WHICH_H

#include "gateway/store/store_question.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* They are asked for the goods that the intent names. */
bool which_asks_for(struct desk *desk, const struct book *book);

/* "Yes tomatoes, no onions", also of one order: done.  False: not said. */
bool which_each_named(struct desk *desk, const struct book *book);

/* Settles it, or asks.  The intent has no code; terms_hear() was called. */
void which_settle(struct desk *desk, const struct book *book);

/* An answer to the list: a number, a name, "both".  False: it is none. */
bool which_answer(
    struct desk *desk, const struct question *q, const struct book *book);

/* Yes, no or only so much of goods that the order in question has not. */
bool which_is_other(struct desk *desk, const struct question *q);

/* One that was asked about alone is answered: the next, unless something else
 * is being asked by now. */
void which_next(struct desk *desk);

#endif
