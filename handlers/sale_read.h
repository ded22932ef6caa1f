/* sale_read - the text of SALE as a sale: goods, price, time, cap.
 *
 * In: what sale_said cut the text into.  The goods are read by the reader of
 * texts, as an offer.  Changes desk->intent, nothing else. */
#ifndef HANDLERS_SALE_READ_H
#define HANDLERS_SALE_READ_H

#include "gateway/store/store_sale.h"

#include "handlers/desk.h"
#include "handlers/sale_said.h"

/* Everything but id, code and state; *milli is the stock in its measure.
 * False: something is missing or cannot be read. */
bool sale_read(struct desk *desk, const struct sale_said *said,
    struct sale *sale, int64_t *milli, bool *time_doubt);

/* "50kg" of what is sold, in its measure; 0: cannot be read. */
int64_t sale_read_quantity(
    struct desk *desk, const struct sale *sale, const char *said);

#endif
