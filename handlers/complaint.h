/* complaint - PROBLEM: a line is disputed, an officer has a date to settle it
 * by, and whoever is above hears of it when a second date has passed. */
#ifndef HANDLERS_COMPLAINT_H
#define HANDLERS_COMPLAINT_H

#include "handlers/book.h"
#include "handlers/desk.h"

#define COMPLAINT_DUE_MS (INT64_C(3) * 24 * 3600 * 1000)

/* INTENT_PROBLEM, by buyer or seller; also about an order that is closed. */
void complaint_text(struct desk *desk, const struct book *book);
/* The last order that the sender was told of is one that nobody came for, and
 * was theirs: its code is put into the intent. */
bool complaint_finds_failed(struct desk *desk);
/* TIMER_DISPUTE. */
void complaint_due(struct desk *desk, int64_t line_id);

#endif
