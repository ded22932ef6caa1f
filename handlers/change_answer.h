/* change_answer - what an answer to a question about a change means
 * (change_ask). */
#ifndef HANDLERS_CHANGE_ANSWER_H
#define HANDLERS_CHANGE_ANSWER_H

#include "handlers/ask.h"

/* False: it is none, go on. */
bool change_answer(
    struct desk *desk, const struct question *q, const struct book *book);

#endif
