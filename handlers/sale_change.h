/* sale_change - "make it 8 kg", "reduce by 2": the words with which a buyer
 * changes an order, from a seller who was asked for something or agreed to it.
 */
#ifndef HANDLERS_SALE_CHANGE_H
#define HANDLERS_SALE_CHANGE_H

#include <stdbool.h>

#include "handlers/book.h"

struct desk;

/* A part of what they are asked for, repeated first; of what they agreed to,
 * whom to call.  False: they buy something themselves, or it is neither. */
bool sale_change(struct desk *desk, const struct book *book);

/* Figures right behind our note that they agreed: "sorry 4". */
bool sale_corrects_note(struct desk *desk, const struct book *book);

#endif
