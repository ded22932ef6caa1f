/* pin - money matters on a phone that several people use.
 *
 * There INCOME and PAID need the person's own figures behind them: "INCOME
 * 1234".  PIN 1234 sets them: at once where nobody else has the phone, and
 * "PIN 1234 5678" (old, new) anywhere; else the officer says yes first.  Five
 * wrong ones lock it for an hour, and the officer is told.  The figures are
 * kept as a hash (base/secret), and are masked in the stored text before
 * anything else happens to it. */
#ifndef HANDLERS_PIN_H
#define HANDLERS_PIN_H

#include "gateway/store/store_consent.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* Before the text is read: takes a PIN off its end, into pin_out, and masks
 * it in the log.  Empty: there is none, or none is needed. */
void pin_cut(struct desk *desk, struct handler_text *text, struct str *pin_out);
/* After it was read: is it about money, from a shared phone, and without the
 * right PIN?  Then it has been answered. */
bool pin_stops(struct desk *desk, struct str pin);

/* Have they one that counts, and is it not locked? */
bool pin_may_try(struct desk *desk);

/* PIN 1234.  False: no such shape. */
bool pin_text(struct desk *desk, const struct book *book, struct str rest);
/* The officer's answer. */
void pin_decided(struct desk *desk, const struct consent *consent, bool yes);

#endif
