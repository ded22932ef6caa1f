/* status - where is it?  One order, or everything that is open. */
#ifndef HANDLERS_STATUS_H
#define HANDLERS_STATUS_H

#include "handlers/book.h"
#include "handlers/desk.h"

void status_text(struct desk *desk, const struct book *book);
void status_order(struct desk *desk, const struct order *order);
/* A state in words of that language. */
char *status_words(char *dst, size_t dst_octets, struct desk *desk,
    const char *lang, const struct line *line, bool as_seller);

#endif
