#include "handlers/sale_change.h"

#include "handlers/after_yes.h"
#include "handlers/confirm.h"
#include "handlers/consent.h"
#include "handlers/intent_trace.h"
#include "handlers/lexicon_role.h"
#include "handlers/terms.h"
#include "handlers/which.h"

/* By so much, or perhaps to so much. */
static bool
says_less(const struct desk *desk)
{
	struct intent_trace trace;

	terms_explain(&trace, desk);
	return desk->intent.change == INTENT_CHANGE_DROP ||
	       (intent_trace_roles(&trace) & ROLE_BIT(ROLE_REMOVE)) != 0;
}

/* How much is left they are asked; the figure would be read for it. */
static void
ask_how_much(struct desk *desk, const struct book *book)
{
	size_t at;
	struct order order;

	desk->intent.items[0].has_qty = false;
	desk->intent.items_count = desk->intent.items[0].product >= 0;
	if (book_count(book, BOOK_ASKED, &at) > 1)
		which_settle(desk, book);
	else if (store_order_get(
		     desk->store, book->orders[at].order_id, &order))
		consent_act(desk, &order, CONFIRM_SOME, true);
}

bool
sale_change(struct desk *desk, const struct book *book)
{
	struct intent *intent = &desk->intent;
	const struct intent as_read = *intent;
	bool has_qty = intent->items_count == 1 && intent->items[0].has_qty;
	bool less = says_less(desk);
	size_t at;

	if (book_count(book, BOOK_BUYER, &at) > 0 || intent->code[0] != '\0' ||
	    intent->items_count != 1 || (!has_qty && !less) ||
	    intent->change == INTENT_CHANGE_ADD)
		return false;
	/* "Cancel tomatoes" is a no, and a doubtful one. */
	intent->kind = has_qty ? INTENT_PARTIAL : INTENT_REJECT;
	intent->ask = true;
	intent->why = INTENT_ASK_CONFIRM;
	if (book_count(book, BOOK_ASKED, &at) == 0) {
		if (after_yes(desk, book))
			return true;
		*intent = as_read;
		return false;
	}
	if (less && has_qty)
		ask_how_much(desk, book);
	else
		confirm_text(desk, book);
	return true;
}

bool
sale_corrects_note(struct desk *desk, const struct book *book)
{
	const struct intent as_read = desk->intent;

	if (confirm_noted_order(desk) == 0)
		return false;
	desk->intent.kind = INTENT_PARTIAL;
	if (after_yes(desk, book))
		return true;
	desk->intent = as_read;
	return false;
}
