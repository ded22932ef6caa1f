/* newnumber - somebody has another number now.
 *
 * An officer texts NEWNUMBER old new (and a name, when several people used the
 * old one); a person asks from the new phone, NEWNUMBER old, or from the old
 * one, NEWNUMBER new, and the officer of their area says yes or no
 * (approval.h).  Then what is open with them, and a STOP, goes with them; the
 * old number is told whom to call if that was wrong, and is a stranger's from
 * there on.  Numbers of officers and admins move by an admin alone. */
#ifndef HANDLERS_NEWNUMBER_H
#define HANDLERS_NEWNUMBER_H

#include "gateway/store/store_consent.h"

#include "handlers/book.h"
#include "handlers/desk.h"

/* `rest` is what follows the keyword.  False: there is no number in it. */
bool newnumber_text(
    struct desk *desk, const struct book *book, struct str rest);
/* The officer's answer. */
void newnumber_decided(
    struct desk *desk, const struct consent *consent, bool yes);

#endif
