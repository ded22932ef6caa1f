#include "handlers/pool_reply.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"

#include "handlers/letter.h"
#include "handlers/pool.h"

#define OPEN_MOST 24

struct open_part {
	struct desk *desk;
	const char *code; /* "": any */
	struct share share;
	struct line line;
	struct order order;
	size_t orders;
};

static bool
note_part(void *arg, const struct share *share)
{
	struct open_part *open = arg;
	struct line line;
	struct order order;

	if (share->lot_id != 0 ||
	    !store_line_get(open->desk->store, share->line_id, &line) ||
	    !store_order_get(open->desk->store, line.order_id, &order) ||
	    (open->code[0] != '\0' && strcmp(order.code, open->code) != 0) ||
	    (open->orders > 0 && order.id == open->order.id))
		return true;
	open->share = *share;
	open->line = line;
	open->order = order;
	open->orders++;
	return true;
}

/* Without a code: an answer, and nothing else that it could answer. */
static bool
may_be_meant(const struct desk *desk, const struct book *book)
{
	const struct intent *intent = &desk->intent;
	size_t at;

	if (intent->code[0] != '\0')
		return book_find(book, intent->code,
			   BOOK_BUYER | BOOK_BUYER_ASKED | BOOK_ASKED |
			       BOOK_SELLER) < 0;
	return (intent->kind == INTENT_REJECT ||
		   intent->kind == INTENT_PARTIAL) &&
	       book_count(book,
		   BOOK_BUYER | BOOK_BUYER_ASKED | BOOK_ASKED | BOOK_SELLER,
		   &at) == 0;
}

static void
tell_leader(struct desk *desk, const struct open_part *open)
{
	struct letter letter;
	struct letter_about about = {.order_id = open->order.id};
	struct household own = {.number = 0};
	struct pool_measure m =
	    pool_measure_of(desk, &open->line, open->share.qty_milli, -1);
	char qty[AMOUNT_OCTETS], said[160], name[64], n[16];
	struct buf number = buf_over(n, sizeof(n));

	(void)store_household_get(desk->store, desk->from.id, &own);
	buf_add_format(&number, "%d", own.number);
	str_copy(said, sizeof(said), str_trim(desk->text->text));
	letter_name(name, &desk->from);
	letter_to(&letter, desk, open->share.leader_id, 0);
	letter_send(&letter, PHRASE_SHARE_SAYS,
	    &(struct words){.code = open->order.code,
		.name = name,
		.qty = amount_qty(qty, &letter.style, m.milli, m.unit),
		.text = said,
		.n = n},
	    &about);
}

bool
pool_reply(struct desk *desk, const struct book *book)
{
	struct open_part open = {.desk = desk, .code = desk->intent.code};
	struct person leader;
	char name[64];

	if (desk->from.leader_id == 0 || !may_be_meant(desk, book))
		return false;
	store_share_open_of(
	    desk->store, desk->from.id, OPEN_MOST, note_part, &open);
	if (open.orders != 1 ||
	    !store_person_get(desk->store, open.share.leader_id, &leader))
		return false;
	desk_as(desk, "household");
	store_message_set_order(desk->store, desk->cause_id, open.order.id);
	tell_leader(desk, &open);
	letter_name(name, &leader);
	letter_answer(desk, PHRASE_SHARE_PASSED,
	    &(struct words){
		.code = open.order.code, .name = name, .phone = leader.number},
	    open.order.id);
	return true;
}

void
pool_reply_stopped(struct desk *desk)
{
	struct open_part open = {.desk = desk, .code = ""};

	if (desk->from.leader_id == 0)
		return;
	store_share_open_of(
	    desk->store, desk->from.id, OPEN_MOST, note_part, &open);
	if (open.orders > 0)
		tell_leader(desk, &open);
}
