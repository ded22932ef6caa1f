/* sale_tell - what sellers, promoters and officers hear of a sale.
 *
 * Sums at intervals, not one text an order: every SALE_TELL_ORDERS orders or
 * SALE_TELL_MS after the first that was not told, whichever comes first, in
 * waking hours.  Who gets what they see by STATUS. */
#ifndef HANDLERS_SALE_TELL_H
#define HANDLERS_SALE_TELL_H

#include "gateway/store/store_sale.h"

#include "handlers/desk.h"
#include "handlers/letter.h"

#define SALE_TELL_ORDERS 20
#define SALE_TELL_MS (INT64_C(15) * 60 * 1000)
#define SALE_TIME_OCTETS (2 * DAY_TEXT_OCTETS + 16)

/* "14:00-18:00", with the days where they are not today. */
char *sale_tell_time(char dst[SALE_TIME_OCTETS], const struct desk *desk,
    const char *lang, const struct sale *sale);

/* SALE_SET, SALE_ASK, SALE_JOINED to the sender. */
void sale_tell_set(struct desk *desk, const struct sale *sale, int64_t milli,
    enum phrase phrase, const struct letter_about *about);

/* An order was taken: now, or in a while? */
void sale_tell_soon(struct desk *desk, int64_t part_id);
/* TIMER_SALE_TELL. */
void sale_tell_due(struct desk *desk, int64_t part_id);

/* The summary: each seller, who opened it, the promoters, the officer. */
void sale_tell_end(struct desk *desk, const struct sale *sale,
    const struct sale_part *parts, size_t count);

/* Commission on a sum, halves rounded up. */
int64_t sale_tell_commission(int64_t sum_minor, int64_t permille);

#endif
