/* consent_ask - what is open with the sender of a text in one order, and the
 * questions about it: YES or NO to all of it, to a part or a price, or how
 * much?
 *
 * For consent, which does what was decided. */
#ifndef HANDLERS_CONSENT_ASK_H
#define HANDLERS_CONSENT_ASK_H

#include "gateway/store/store_order.h"

#include "handlers/desk.h"
#include "handlers/terms.h"

/* The sender's proposals in it: open ones, or what is over. */
size_t consent_proposals(struct desk *desk, int64_t order_id, bool open,
    struct proposal dst[DESK_LINES_MAX]);

/* Lines that wait for the buyer's word. */
size_t consent_buyer_lines(
    struct desk *desk, int64_t order_id, struct line lines[DESK_LINES_MAX]);

/* Those of them that are meant, by their product; all when none was named. */
size_t consent_narrow(struct desk *desk, struct proposal *p, size_t count);

/* "#K7F: 5 kg tomato = KES 200. 1 YES 2 NO"; in_turn as in consent.h. */
void consent_ask_whole(
    struct desk *desk, const struct order *order, bool as_seller, bool in_turn);

/* "#K7F: 3 kg tomato = KES 150. 1 YES 2 NO": what we made of their words. */
void consent_ask_terms(struct desk *desk, const struct order *order,
    const struct terms_part *part, bool in_turn);

/* How much is not known yet: what is known of the price waits with the
 * question.  Of several lines (count) it may be another's, so it is repeated.
 */
void consent_ask_quantity(struct desk *desk, const struct order *order,
    const struct terms_part *part, size_t count);

/* The text names a day that is not the order's. */
bool consent_other_day(const struct desk *desk, const struct order *order);

#endif
