#include "handlers/book.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/desk.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"

#define RECENT 8

static struct book_order *
entry(struct book *book, int64_t order_id)
{
	struct book_order *new;

	for (size_t i = 0; i < book->count; i++)
		if (book->orders[i].order_id == order_id)
			return &book->orders[i];
	if (book->count == BOOK_ORDERS)
		return NULL;
	new = &book->orders[book->count++];
	memset(new, 0, sizeof(*new));
	new->order_id = order_id;
	return new;
}

static void
note(struct book *book, int64_t order_id, unsigned part, int64_t asked_ms)
{
	struct book_order *e = entry(book, order_id);

	if (e == NULL)
		return;
	e->parts |= part;
	if (part == BOOK_ASKED && asked_ms > e->asked_ms)
		e->asked_ms = asked_ms;
	if (part == BOOK_ASKED && asked_ms > book->asked_ms)
		book->asked_ms = asked_ms;
}

static bool
add_order(void *arg, const struct order *order)
{
	note(arg, order->id, BOOK_BUYER, 0);
	return true;
}

/* The oldest, as many as the book holds; of those that are in it already, the
 * younger ones, too. */
static void
add_agreed(struct book *book, struct desk *desk, int64_t person_id)
{
	int64_t ids[BOOK_ORDERS];
	size_t before = book->count;
	int count = store_line_orders_of_seller(
	    desk->store, person_id, BOOK_ORDERS, ids);

	for (int i = 0; i < count; i++)
		note(book, ids[i], BOOK_SELLER, 0);
	for (size_t i = 0; count == BOOK_ORDERS && i < before; i++)
		if (store_line_seller_has(
			desk->store, person_id, book->orders[i].order_id))
			book->orders[i].parts |= BOOK_SELLER;
}

static bool
add_open(void *arg, const struct proposal *p)
{
	note(arg, p->line_id / 64, BOOK_ASKED, p->asked_ms);
	return true;
}

struct past {
	struct book *book;
	int64_t late_order; /* newest; 0 not yet, -1 none */
};

/* Newest first. */
static bool
add_past(void *arg, const struct proposal *p)
{
	struct past *past = arg;
	bool late =
	    p->state == PROPOSAL_EXPIRED || p->state == PROPOSAL_WITHDRAWN;

	/* What never left our house was never heard of. */
	if (p->state == PROPOSAL_OPEN ||
	    (p->state == PROPOSAL_WITHDRAWN && p->sent_ms == 0))
		return true;
	note(past->book, p->line_id / 64, BOOK_PAST, 0);
	if (past->late_order == 0)
		past->late_order = late ? p->line_id / 64 : -1;
	return true;
}

static bool
add_question(void *arg, const struct line *line)
{
	if (line->state == LINE_ASKED)
		((struct book_order *)arg)->parts |= BOOK_BUYER_ASKED;
	return true;
}

void
book_load(struct book *book, struct desk *desk, int64_t person_id)
{
	struct order order;
	struct past past = {book, 0};

	memset(book, 0, sizeof(*book));
	store_proposal_open_of(desk->store, person_id, add_open, book);
	store_order_open_of(desk->store, person_id, add_order, book);
	add_agreed(book, desk, person_id);
	store_proposal_recent_of(
	    desk->store, person_id, RECENT, add_past, &past);
	book->late_at = -1;
	for (size_t i = 0; i < book->count; i++) {
		struct book_order *e = &book->orders[i];

		if (store_order_get(desk->store, e->order_id, &order))
			str_copy(
			    e->code, sizeof(e->code), str_from(order.code));
		if (e->order_id == past.late_order)
			book->late_at = (int)i;
		if (e->parts & BOOK_BUYER)
			store_line_of_order(
			    desk->store, e->order_id, add_question, e);
	}
}

static unsigned
parts_in(const struct order *order, const struct line *line, int64_t person_id)
{
	if (order->buyer_id == person_id)
		return BOOK_BUYER |
		       (line->state == LINE_ASKED ? BOOK_BUYER_ASKED : 0u);
	if (line->seller_id != person_id)
		return 0;
	if (line->state == LINE_OFFERED)
		return BOOK_ASKED;
	return line->state == LINE_CONFIRMED || line->state == LINE_DISPUTED ||
		       (line->state == LINE_FULFILLED && line->settled_ms == 0)
		   ? BOOK_SELLER
		   : 0u;
}

void
book_add_code(
    struct book *book, struct desk *desk, int64_t person_id, const char *code)
{
	struct line lines[DESK_LINES_MAX];
	struct book_order *e = &book->orders[BOOK_ORDERS - 1];
	struct order order;
	unsigned parts = 0;
	size_t count;

	if (book->count < BOOK_ORDERS || *code == '\0' ||
	    book_find(book, code, ~0u) >= 0 ||
	    !store_order_by_code(desk->store, code, &order) ||
	    order.closed_ms != 0)
		return;
	count = place_load(desk, order.id, lines);
	for (size_t i = 0; i < count; i++)
		parts |= parts_in(&order, &lines[i], person_id);
	if (parts == 0)
		return;
	memset(e, 0, sizeof(*e));
	e->order_id = order.id;
	e->parts = parts;
	str_copy(e->code, sizeof(e->code), str_from(order.code));
	if (book->late_at == BOOK_ORDERS - 1)
		book->late_at = -1;
}

int
book_find(const struct book *book, const char *code, unsigned parts)
{
	for (size_t i = book->count; i-- > 0;)
		if ((book->orders[i].parts & parts) != 0 &&
		    str_equal_nocase(
			str_from(book->orders[i].code), str_from(code)))
			return (int)i;
	return -1;
}

size_t
book_count(const struct book *book, unsigned parts, size_t *first_out)
{
	size_t count = 0;

	*first_out = 0;
	for (size_t i = 0; i < book->count; i++)
		if ((book->orders[i].parts & parts) != 0 && count++ == 0)
			*first_out = i;
	return count;
}

size_t
book_codes(const struct book *book, const char *codes[BOOK_ORDERS])
{
	for (size_t i = 0; i < book->count; i++)
		codes[i] = book->orders[i].code;
	return book->count;
}

/* What is over is not worth a word, beside what is not. */
static size_t
open_first(struct line *lines, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		if (!line_is_closed(&lines[i]))
			lines[n++] = lines[i];
	return n > 0 ? n : count;
}

/* The lines a person has to do with, in that part. */
static size_t
lines_of(struct desk *desk, int64_t order_id, unsigned parts,
    struct line lines[DESK_LINES_MAX])
{
	size_t count = place_load(desk, order_id, lines), n = 0;

	if (parts & BOOK_BUYER)
		return open_first(lines, count);
	for (size_t i = 0; i < count; i++)
		if ((parts & BOOK_BUYER_ASKED) != 0
			? lines[i].state == LINE_ASKED
			: lines[i].seller_id == desk->from.id)
			lines[n++] = lines[i];
	return n;
}

size_t
book_list(char *dst, size_t dst_octets, const struct book *book,
    struct desk *desk, const char *lang, unsigned parts,
    int64_t ids[BOOK_ORDERS])
{
	struct buf out = buf_over(dst, dst_octets);
	struct letter letter = {.desk = desk};
	size_t n = 0;

	str_copy(letter.lang, sizeof(letter.lang), str_from(lang));
	letter.style = desk_style(desk, letter.lang);
	for (size_t i = 0; i < book->count && n < 9; i++) {
		const struct book_order *e = &book->orders[i];
		struct line lines[DESK_LINES_MAX];
		struct letter_goods goods;
		struct order order;
		size_t count;

		if ((e->parts & parts) == 0 ||
		    !store_order_get(desk->store, e->order_id, &order))
			continue;
		count = lines_of(desk, e->order_id, e->parts & parts, lines);
		letter_goods(&goods, &letter, &order, lines, count);
		if (ids != NULL)
			ids[n] = e->order_id;
		buf_add_format(&out, "%s%zu #%s %s", n ? ", " : "", n + 1,
		    e->code, goods.items);
		n++;
	}
	return n;
}
