/* promoter - who brings buyers to sales: PROMOTER 0711000001 JANE 5%.
 *
 * By an officer or admin.  Orders of a sale that say CODE JANE count for that
 * person; what comes of it is told when the sale is over (sale_tell). */
#ifndef HANDLERS_PROMOTER_H
#define HANDLERS_PROMOTER_H

#include "handlers/book.h"
#include "handlers/desk.h"

#define PROMOTER_PERMILLE_MAX 500

/* A command: false when the text has not its shape. */
bool promoter_text(struct desk *desk, const struct book *book, struct str rest);

#endif
