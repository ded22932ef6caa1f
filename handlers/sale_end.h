/* sale_end - which sale is to end: "SALE END", "end the sale", "sale over
 * mango", "SALE END #KM4".
 *
 * A sale that ended by mistake is gone, with everybody's wish for it: the one
 * of somebody with several is asked for, never guessed, and so is one whose
 * text has words that we cannot read. */
#ifndef HANDLERS_SALE_END_H
#define HANDLERS_SALE_END_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* What follows SALE END.  False: words we cannot read, of somebody who has no
 * sale; nothing is said. */
bool sale_end_said(struct desk *desk, struct str rest);

/* A command (handlers/command): END first, then SALE. */
bool sale_end_text(struct desk *desk, const struct book *book, struct str rest);

#endif
