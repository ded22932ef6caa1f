/* info - simple answers: whose turn is it, what does it cost. */
#ifndef HANDLERS_INFO_H
#define HANDLERS_INFO_H

#include "handlers/book.h"
#include "handlers/desk.h"

void info_turn(struct desk *desk, const struct book *book);
void info_price(struct desk *desk, const struct book *book);

#endif
