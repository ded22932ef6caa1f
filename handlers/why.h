/* why - "WHY #K7F": why this seller.
 *
 * Asked by the order's buyer, by a seller who was asked for it, or by an
 * officer or admin; of anybody else's order the text is read like any other.
 * The reason is the stored one (handlers/alloc.h), in the asker's language.  A
 * buyer reads the seller's name only once they agreed; nobody reads how heavy
 * anybody's share is. */
#ifndef HANDLERS_WHY_H
#define HANDLERS_WHY_H

#include <stdbool.h>

#include "handlers/book.h"
#include "handlers/desk.h"

/* A row of handlers/command.c: rest is the code, with or without its sign. */
bool why_text(struct desk *desk, const struct book *book, struct str rest);

#endif
