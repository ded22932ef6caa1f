#include "handlers/which_offer.h"

#include "gateway/store/store_question.h"

#include "handlers/ask.h"
#include "handlers/consent.h"
#include "handlers/consent_ask.h"
#include "handlers/lexicon_role.h"
#include "handlers/several.h"
#include "handlers/terms.h"
#include "handlers/which.h"
#include "handlers/which_name.h"

/* The only goods named, beside words that change nothing; -1. */
static int
goods_named(const struct intent_trace *trace)
{
	int product = -1;

	for (size_t i = 0; i < trace->count; i++) {
		const struct intent_span *span = &trace->spans[i];

		if (span->kind == INTENT_SPAN_PRODUCT &&
		    span->products_count == 1 &&
		    (product < 0 || product == span->products[0]))
			product = span->products[0];
		else if (!which_is_beside(span) &&
			 (span->roles & ROLE_BIT(ROLE_CORRECT)) == 0)
			return -1;
	}
	return product;
}

static void
ask_about(struct desk *desk, int64_t order_id)
{
	struct order order;

	if (store_order_get(desk->store, order_id, &order))
		consent_act(desk, &order, CONFIRM_ASK, false);
}

/* What was asked about it is answered. */
static void
close_question(struct desk *desk)
{
	struct line lines[DESK_LINES_MAX];
	struct question q;

	if (ask_current(desk, &q) &&
	    (q.kind == ASK_PICK_PROPOSAL ||
		(q.kind == ASK_BUYER &&
		    consent_buyer_lines(desk, q.order_id, lines) == 0)))
		store_question_close(desk->store, q.id);
}

static bool
answer_named(struct desk *desk, const struct which_asked *asked,
    const struct intent_trace *trace, enum which_word word)
{
	int product = goods_named(trace);
	int64_t order_id =
	    product >= 0 ? which_with_goods(desk, asked, product) : 0;

	if (order_id == 0)
		return false;
	if (word == WHICH_WORD_NONE) {
		ask_about(desk, order_id);
		return true;
	}
	consent_settle(desk, order_id, product, word == WHICH_WORD_YES, true);
	(void)consent_ask_rest(desk, order_id, true);
	return true;
}

/* "Yes Otieno": the offers of one farmer, whom the text names. */
static bool
answer_seller(struct desk *desk, const struct which_asked *asked, bool yes)
{
	int64_t order_id = 0, seller_id = 0;

	for (size_t i = 0; i < asked->count; i++) {
		struct line lines[DESK_LINES_MAX];
		size_t count = consent_buyer_lines(desk, asked->ids[i], lines);

		for (size_t k = 0; k < count; k++) {
			struct person seller;

			if (lines[k].seller_id == seller_id ||
			    !store_person_get(
				desk->store, lines[k].seller_id, &seller) ||
			    !which_name_is(desk->text->text, seller.name))
				continue;
			if (seller_id != 0)
				return false;
			order_id = asked->ids[i];
			seller_id = seller.id;
		}
	}
	if (seller_id == 0 ||
	    !consent_settle_seller(desk, order_id, seller_id, yes))
		return false;
	(void)consent_ask_rest(desk, order_id, true);
	return true;
}

/* "Yes both", to two farmers' offers for one order. */
static bool
answer_all(struct desk *desk, const struct which_asked *asked,
    const struct intent_trace *trace, bool yes)
{
	size_t count = asked->count > 1 ? asked->count
					: consent_sellers(desk, asked->ids[0]);

	if (count < 2 || !several_all(desk, trace, count, which_is_beside))
		return false;
	for (size_t i = 0; i < asked->count; i++)
		consent_settle(desk, asked->ids[i], -1, yes, true);
	return true;
}

bool
which_offer(struct desk *desk, const struct which_asked *asked, int verb)
{
	struct intent_trace trace;
	enum which_word word;
	bool done = which_each(desk, asked) == WHICH_EACH_DONE;

	terms_explain(&trace, desk);
	word = which_word(desk, &trace);
	if (word == WHICH_WORD_NONE && verb == INTENT_ACCEPT)
		word = WHICH_WORD_YES;
	if (word == WHICH_WORD_NONE && verb == INTENT_REJECT)
		word = WHICH_WORD_NO;
	if (word != WHICH_WORD_NONE)
		done =
		    done ||
		    answer_all(desk, asked, &trace, word == WHICH_WORD_YES) ||
		    answer_seller(desk, asked, word == WHICH_WORD_YES);
	done = done || answer_named(desk, asked, &trace, word);
	if (done)
		close_question(desk);
	return done;
}

bool
which_offer_text(struct desk *desk, const struct book *book)
{
	int64_t ids[BOOK_ORDERS];
	struct which_asked asked = {ids, 0, false, true};
	size_t at;

	if (desk->intent.code[0] != '\0' || desk->intent.kind == INTENT_DIGIT ||
	    book_count(book, BOOK_ASKED, &at) > 0)
		return false;
	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & BOOK_BUYER_ASKED) != 0)
			ids[asked.count++] = book->orders[i].order_id;
	return asked.count > 0 && which_offer(desk, &asked, INTENT_NONE);
}
