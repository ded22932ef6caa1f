/* pool_took - what a leader took from a household: TOOK Akinyi 120kg A.
 *
 * With a price the goods are bought at it ("30/kg"), else they are sold for the
 * household, for a commission if one was said ("commission 10%").  One receipt
 * row, the leader's listing of those goods and that grade grows, and the
 * household gets the receipt by text.  The same words within five minutes are
 * one receipt (TOOK AGAIN is another one).  UNTOOK within a day takes the last
 * one back, as long as nothing of it is promised.
 * Refused with an example: no quantity or 0, a figure of two readings, more
 * than 100 tonnes or 100,000 packs at once, goods or a measure that nobody can
 * know.  Whose name it is not: said so, nothing noted. */
#ifndef HANDLERS_POOL_TOOK_H
#define HANDLERS_POOL_TOOK_H

#include "gateway/store/store_question.h"

#include "handlers/book.h"
#include "handlers/desk.h"

#define POOL_TOOK_REPEAT_MS (INT64_C(5) * 60 * 1000)
#define POOL_TOOK_UNDO_MS (INT64_C(24) * 3600 * 1000)
#define POOL_TOOK_WRONG_MS (INT64_C(10) * 60 * 1000)

/* Rows of command.h. */
bool pool_took(struct desk *desk, const struct book *book, struct str rest);
bool pool_untook(struct desk *desk, const struct book *book, struct str rest);
/* "wrong", alone and within ten minutes, is UNTOOK. */
bool pool_wrong(struct desk *desk, const struct book *book, struct str rest);

/* ASK_POOL: which of several households of that name?  False: no answer. */
bool pool_took_answer(struct desk *desk, const struct question *q);

#endif
