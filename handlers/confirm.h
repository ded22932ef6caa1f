/* confirm - answers to what was asked: yes, no, only 3, 45/kg, sloppily.
 *
 * confirm_decide() is pure: from what is open with the person and what they
 * meant to what is to be done; confirm_text() does it. */
#ifndef HANDLERS_CONFIRM_H
#define HANDLERS_CONFIRM_H

#include "handlers/book.h"
#include "handlers/desk.h"

enum confirm_act {
	CONFIRM_NOTHING, /* nothing is open with them */
	CONFIRM_WHICH, /* several proposals, no code */
	CONFIRM_WRONG_CODE,
	CONFIRM_ASK, /* a code or a doubt: YES or NO? */
	CONFIRM_YES,
	CONFIRM_NO,
	CONFIRM_SOME, /* how much is in the intent, else it is asked */
	CONFIRM_PRICE,
	CONFIRM_BUYER_YES, /* buyer takes the part or the price */
	CONFIRM_BUYER_NO,
	CONFIRM_LATE, /* a proposal that is over */
	CONFIRM_SHOW, /* their own order, no question open: its state */
};

struct confirm_choice {
	enum confirm_act act;
	size_t at; /* index in book->orders, unless NOTHING or WHICH */
};

struct confirm_choice confirm_decide(
    const struct book *book, const struct intent *intent);

/* Read, but unsure: it is put back to the person.  Which order is meant is
 * judged by what is open, so that alone is no doubt. */
bool confirm_in_doubt(const struct intent *intent);

/* An ok, and the last we texted them was a note on another order: it is likely
 * no more than thanks for that. */
bool confirm_is_thanks(struct desk *desk, int64_t order_id);

/* The order that our last text to this phone told about some minutes ago,
 * asking nothing; 0. */
int64_t confirm_noted_order(struct desk *desk);

/* ACCEPT, REJECT, PARTIAL, COUNTER, CODE_ONLY, and a bare figure while a
 * proposal is open. */
void confirm_text(struct desk *desk, const struct book *book);

#endif
