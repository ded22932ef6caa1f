/* consent - what was decided about one order is done: a yes, a no, a part, a
 * price, of a seller or of the buyer; or they are asked once more.
 *
 * Which order, and what was decided, is confirm's; what follows from a yes is
 * agree's.  Here the two meet: the proposals of the sender are found, what was
 * said is brought into the measure of their lines, and the answer is sent. */
#ifndef HANDLERS_CONSENT_H
#define HANDLERS_CONSENT_H

#include "gateway/store/store_order.h"

#include "handlers/confirm.h"

/* as_seller: a proposal is open with them; else they are the buyer. */
void consent_act(struct desk *desk, const struct order *order,
    enum confirm_act act, bool as_seller);

/* "#K7F: 5 kg tomato = KES 200. 1 YES 2 NO", to the seller.  in_turn: after
 * the answer comes their next order (which.h). */
void consent_ask(struct desk *desk, const struct order *order, bool in_turn);

/* A yes or a no to these goods of the order (-1: all of it), one of several
 * that came in one text: what is left is asked about after the last.  buyer: to
 * the parts and prices that lie with them. */
void consent_settle(
    struct desk *desk, int64_t order_id, int product, bool yes, bool buyer);

/* The buyer's word to what lies with them of these goods (-1: all). */
void consent_settle_offers(
    struct desk *desk, const struct order *order, int product, bool yes);
/* The buyer's word to one farmer's part or price, or to the lines that a
 * question was about; what is left is asked about by the caller.  False: there
 * is nothing of the kind. */
bool consent_settle_seller(
    struct desk *desk, int64_t order_id, int64_t seller_id, bool yes);
bool consent_settle_lines(struct desk *desk, int64_t order_id,
    const int64_t *line_ids, size_t count, bool yes);
/* Of how many farmers parts or prices lie with the buyer. */
size_t consent_sellers(struct desk *desk, int64_t order_id);

/* What is still open with the sender in that order, if anything. */
bool consent_ask_rest(struct desk *desk, int64_t order_id, bool buyer);

/* A part or a price of these goods lies with the buyer. */
bool consent_is_offered(struct desk *desk, int64_t order_id, int product);

/* The part or the price in the intent, once more, before it counts.  in_turn:
 * as above. */
void consent_repeat(struct desk *desk, const struct order *order, bool in_turn);

/* A proposal for these goods is open with the sender in that order. */
bool consent_asked(
    struct desk *desk, int64_t order_id, int product, struct proposal *asked);
bool consent_is_asked(struct desk *desk, int64_t order_id, int product);

#endif
