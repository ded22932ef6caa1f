/* sale_order - a text that names a sale becomes an order from it.
 *
 * Which orders: those that name it - its code, the word SALE, a promoter's
 * code - and the answer to its announcement (sale_hear).  Any other order for
 * the goods goes the fair way round: a sale is an offer to those who want it
 * now, as it is, from that seller; taking orders from the rotation for it would
 * make every neighbour's turn depend on who can afford to be cheap today. */
#ifndef HANDLERS_SALE_ORDER_H
#define HANDLERS_SALE_ORDER_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* Taken and answered?  False: it names no sale, or is no order; nothing is
 * done. */
bool sale_order_text(struct desk *desk, const struct book *book);

/* "5kg tomato sale" of a buyer, where no sale of tomatoes runs: an order like
 * any other, nothing that a buyer would sell.  False: not so. */
bool sale_order_other(struct desk *desk, const struct book *book);

/* A command (handlers/command): SALE or SALES alone shows those that run, else
 * what the sender hears of. */
bool sale_word_text(
    struct desk *desk, const struct book *book, struct str rest);
/* "Any sale today?"; false: not so. */
bool sale_asked(struct desk *desk, const struct book *book);

/* A sale that runs for goods which the sender asked about, or did not get: its
 * announcement, so that an amount answers it.  Has it stock left? */
bool sale_order_hint(struct desk *desk, const char *product);

#endif
