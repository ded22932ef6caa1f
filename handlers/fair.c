#include "handlers/fair.h"

#include "gateway/store/store_turn.h"
#include "gateway/store/store_weight.h"

#include "handlers/amount.h"
#include "handlers/desk.h"

#define PLAIN_MILLI 1000
#define UNKNOWN_VALUE 1000 /* nobody ever said a price there */
#define LEAST_SHARE 8 /* of the usual */
#define MOST (INT64_C(1) << 40)

int64_t
fair_charge(int64_t value_minor, int64_t weight_milli, int64_t usual)
{
	int64_t charge = usual > 0 ? usual : UNKNOWN_VALUE;

	if (weight_milli <= 0)
		weight_milli = PLAIN_MILLI;
	if (value_minor >= 0) {
		if (value_minor > MOST)
			value_minor = MOST;
		charge = value_minor * PLAIN_MILLI / weight_milli;
	}
	if (charge < usual / LEAST_SHARE)
		charge = usual / LEAST_SHARE;
	if (charge > MOST)
		return MOST;
	return charge > 0 ? charge : 1;
}

int64_t
fair_owed(enum proposal_state state, int64_t charge)
{
	switch (state) {
	case PROPOSAL_OPEN:
	case PROPOSAL_ACCEPTED:
		return charge;
	case PROPOSAL_DECLINED:
		return charge / 4;
	case PROPOSAL_EXPIRED:
		return charge / 2;
	case PROPOSAL_WITHDRAWN:
		return charge > 0;
	}
	return charge;
}

int64_t
fair_value(const struct proposal *p)
{
	return p->price_minor < 0 ? -1
				  : amount_total(p->qty_milli, p->price_minor);
}

void
fair_weigh(struct desk *desk, struct proposal *p, const struct offer *offer,
    int64_t weight_milli)
{
	int64_t factor = store_weight_spend(
	    desk->store, p->seller_id, offer->area_no, desk->now_ms);

	if (weight_milli <= 0)
		weight_milli = PLAIN_MILLI;
	p->charge =
	    fair_charge(fair_value(p), weight_milli * factor / PLAIN_MILLI,
		store_turn_usual(desk->store, offer->product, offer->area_no));
}

/* Silence, and giving back what was agreed, are remembered; so is every word
 * that came. */
static void
note_reliable(
    struct desk *desk, const struct proposal *p, enum proposal_state was)
{
	if (p->state == PROPOSAL_WITHDRAWN)
		return;
	store_turn_reliable(desk->store, p->seller_id,
	    p->state != PROPOSAL_EXPIRED && was != PROPOSAL_ACCEPTED);
}

void
fair_moved(struct desk *desk, const struct proposal *p, enum proposal_state was)
{
	store_turn_move(desk->store, p->seller_id,
	    fair_owed(p->state, p->charge) - fair_owed(was, p->charge));
	note_reliable(desk, p, was);
}

void
fair_agreed(struct desk *desk, struct proposal *p, int64_t was_minor)
{
	int64_t value = fair_value(p);
	double now;

	if (value < 0 || was_minor <= 0 || value == was_minor)
		return;
	now = (double)p->charge * ((double)value / (double)was_minor);
	value = now < (double)MOST ? (int64_t)now : MOST;
	store_turn_move(desk->store, p->seller_id, value - p->charge);
	p->charge = value;
}

void
fair_forgive(struct desk *desk, struct proposal *p)
{
	int64_t owed = fair_owed(p->state, p->charge);
	int64_t kept = fair_owed(PROPOSAL_WITHDRAWN, p->charge);

	store_turn_move(desk->store, p->seller_id, kept - owed);
	p->charge = kept;
	store_proposal_put(desk->store, p);
}

void
fair_unreached(struct desk *desk, const struct proposal *p)
{
	store_turn_move(desk->store, p->seller_id, p->charge);
}
