/* order_ask - what an order or a listing lacks, put back as one short question
 * with numbered answers (draft.h). */
#ifndef HANDLERS_ORDER_ASK_H
#define HANDLERS_ORDER_ASK_H

#include <stdint.h>

#include "handlers/desk.h"
#include "handlers/draft.h"

/* draft->asked says what is missing. */
void order_ask(struct desk *desk, struct draft *draft);
/* We have it already, as that order: once more? */
void order_ask_twice(struct desk *desk, struct draft *draft, int64_t order_id);

/* Marks what is sold here by other measures than by the piece alone: "10
 * tomatoes". */
void order_ask_units(struct desk *desk, struct draft *draft);

#endif
