/* fair - what a proposal weighs in the seller's turn, and what is given back.
 *
 * Being asked costs the value of the proposal divided by the seller's weight:
 * so those who were offered least for their weight come first, and since most
 * proposals are agreed, income is spread as evenly.  How much of it stays to
 * their account, by what became of the proposal:
 *
 *   open, accepted   all; a part or another price: of what was agreed
 *   declined         a quarter: being asked is being seen, but the next turn
 *                    comes soon
 *   expired          half: the buyer waited in vain
 *   withdrawn        next to nothing: not the seller's doing, so among those
 *                    who had their turn this seller comes first
 *
 * The charge of a proposal stands in its row; the account is the keys of the
 * seller's listings (gateway/store/store_turn.h).  fair_charge() and
 * fair_owed() are pure. */
#ifndef HANDLERS_FAIR_H
#define HANDLERS_FAIR_H

#include <stdint.h>

#include "gateway/store/store_order.h"

struct desk;
struct offer;

/* value_minor < 0: no price was said; it counts as `usual` (0: unknown, too)
 * does.  At least an eighth of the usual, and above zero.  A weight that is
 * not positive counts as a plain one. */
int64_t fair_charge(int64_t value_minor, int64_t weight_milli, int64_t usual);
/* How much of `charge` stays in that state. */
int64_t fair_owed(enum proposal_state state, int64_t charge);

/* Fills p->charge, with sets of weights and campaigns (whose sponsors pay one
 * text); the seller is charged when the text is written. */
void fair_weigh(struct desk *desk, struct proposal *p,
    const struct offer *offer, int64_t weight_milli);
/* The state has moved from `was`; also the running mean of reliability. */
void fair_moved(
    struct desk *desk, const struct proposal *p, enum proposal_state was);
/* Agreed on another amount or price: `was_minor` is the old value. */
void fair_agreed(struct desk *desk, struct proposal *p, int64_t was_minor);
/* Answered a little late, or nobody's fault: the turn is kept. */
void fair_forgive(struct desk *desk, struct proposal *p);
/* The phone was never reached: nobody's fault either, but who cannot be asked
 * must not stand before everybody else. */
void fair_unreached(struct desk *desk, const struct proposal *p);

/* Of what a proposal asks for; -1: no price was said. */
int64_t fair_value(const struct proposal *p);

#endif
