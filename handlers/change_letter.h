/* change_letter - the words of the questions about a change (change_ask). */
#ifndef HANDLERS_CHANGE_LETTER_H
#define HANDLERS_CHANGE_LETTER_H

#include "handlers/change_plan.h"
#include "handlers/desk.h"

/* What is asked about: the order, what was said, and what would come of it. */
struct change_asking {
	struct desk *desk;
	const struct order *order;
	struct draft *draft;
	const struct line *lines;
	size_t count;
	struct change_goods goods[DRAFT_ITEMS]; /* of draft->items */
};

/* Keeps the draft as ASK_CHANGE and sends the phrase with the order's code. */
void change_question(struct desk *desk, const struct order *order,
    const struct draft *draft, enum phrase phrase, const struct words *more);

/* What it is now and what it would be: the goods that change, and with new
 * ones beside them the whole order.  `then` is "" when all of that is left
 * out. */
void change_before_after(const struct change_asking *a,
    char now[DRAFT_TEXT_OCTETS], char then[DRAFT_TEXT_OCTETS]);

/* "1) 9 kg tomato 2) 2 kg onion": the draft's choices. */
void change_list_kinds(char list[300], const struct change_asking *a);

#endif
