/* payment - what sellers say of money: PAID and a sum, CREDIT.
 *
 * furrow holds no money: payment is a field of a line (due, part, paid, credit)
 * and rows of the ledger.  Paid in full, both get a receipt.  The same words
 * within minutes, and more than is due when nothing is, add nothing. */
#ifndef HANDLERS_PAYMENT_H
#define HANDLERS_PAYMENT_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* INTENT_PAID. */
void payment_paid(struct desk *desk, const struct book *book);
/* CREDIT: goods given, money to come.  False: the text says no such thing. */
bool payment_credit(
    struct desk *desk, const struct book *book, struct str rest);

#endif
