#include "handlers/officer.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "handlers/handover_late.h"
#include "handlers/handover_said.h"
#include "handlers/handover_tell.h"
#include "handlers/income.h"
#include "handlers/keep.h"
#include "handlers/letter.h"
#include "handlers/line.h"
#include "handlers/place.h"
#include "handlers/stock.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#define TOLD_TEXTS 40 /* of an officer's phone looked back on */
#define TOLD_MOST 12 /* orders among them */
#define SAID_MOST 3

int64_t
officer_for(struct desk *desk, int64_t area_id)
{
	int64_t officer = store_person_officer(desk->store, area_id);
	int64_t phone_id, person_id = 0;

	if (officer != 0)
		return officer;
	if (desk->market->admin_phone[0] == '\0')
		return 0;
	phone_id = store_phone_ensure(desk->store, desk->market->admin_phone,
	    PARTY_PHONE, desk->now_ms, &person_id);
	return phone_id != 0 ? person_id : 0;
}

int64_t
officer_above(struct desk *desk, int64_t officer)
{
	struct person person;
	int64_t above = 0, phone_id;

	if (officer != 0 && store_person_get(desk->store, officer, &person))
		above = store_person_officer_above(desk->store, person.area_id);
	if (above == 0 || above == officer)
		(void)store_person_admin(desk->store, &phone_id, &above);
	if ((above == 0 || above == officer) &&
	    desk->market->admin_phone[0] != '\0')
		(void)store_phone_ensure(desk->store, desk->market->admin_phone,
		    PARTY_PHONE, desk->now_ms, &above);
	return above == officer ? 0 : above;
}

/* Settled as done: what was accepted in the end, and what it comes to. */
static void
tell_settled(struct desk *desk, const struct order *order, int64_t person_id,
    int64_t phone_id, const struct line *lines, size_t count, bool complaint)
{
	struct letter letter;
	struct letter_goods goods;
	struct letter_about about = {.order_id = order->id};
	bool done = lines[0].state == LINE_FULFILLED;
	enum phrase phrase = !done       ? PHRASE_ORDER_CANCELLED
			     : complaint ? PHRASE_SETTLED
					 : PHRASE_GOT_BUYER;

	letter_to(&letter, desk, person_id, phone_id);
	letter_goods(&goods, &letter, order, lines, count);
	letter_send(&letter, phrase,
	    &(struct words){.code = order->code,
		.items = goods.items,
		.total = done ? goods.total : NULL},
	    &about);
}

/* said_milli 0: as it was. */
static bool
settle_line(struct desk *desk, struct line *line, bool done, int64_t said_milli)
{
	store_timer_drop(desk->store, TIMER_DISPUTE, line->id);
	store_timer_drop(desk->store, TIMER_HANDOVER, line->id);
	if (done) {
		if (said_milli > 0)
			line->accepted_milli = said_milli < line->qty_milli
						   ? said_milli
						   : line->qty_milli;
		stock_take(desk->store, desk->trade->catalogue, line,
		    line->accepted_milli >= 0 ? line->accepted_milli
					      : line->qty_milli);
		line->settled_ms = desk->now_ms;
		if (!line_go(desk, line, LINE_ACT_HAND_OVER, LINE_FULFILLED,
			"settled by the officer"))
			return false;
		income_settled(desk, line);
		return true;
	}
	stock_release(desk->store, line);
	keep_freed(desk, line->product);
	return line_go(desk, line, LINE_ACT_CANCEL, LINE_CANCELLED,
	    "settled by the officer");
}

/* Complaints first; else what nobody told us of. */
static size_t
to_settle(struct desk *desk, struct line *lines, size_t count, bool *complaint)
{
	size_t n = 0;

	*complaint = false;
	for (size_t i = 0; i < count; i++)
		*complaint = *complaint || lines[i].state == LINE_DISPUTED;
	for (size_t i = 0; i < count; i++)
		if (*complaint ? lines[i].state == LINE_DISPUTED
			       : handover_late_is_officers(desk, &lines[i]))
			lines[n++] = lines[i];
	return n;
}

static size_t
settle_lines(struct desk *desk, struct line *lines, size_t count, bool done,
    bool *complaint)
{
	size_t n = to_settle(desk, lines, count, complaint);
	int64_t said;

	n = handover_named_only(desk, lines, n);
	said = n == 1 && done ? handover_said_milli(desk, &lines[0]) : 0;
	count = n;
	n = 0;
	for (size_t i = 0; i < count; i++)
		if (settle_line(desk, &lines[i], done, said))
			lines[n++] = lines[i];
	return n;
}

static void
tell_sellers(struct desk *desk, const struct order *order, struct line *lines,
    size_t count, bool complaint)
{
	for (size_t i = 0; i < count; i++) {
		struct line theirs[DESK_LINES_MAX];
		size_t n = handover_theirs(theirs, lines, count, i);

		if (n > 0)
			tell_settled(desk, order, theirs[0].seller_id, 0,
			    theirs, n, complaint);
	}
}

static bool
is_officer(struct desk *desk)
{
	return (desk->from.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0 ||
	       desk->from.id == officer_for(desk, desk->from.area_id);
}

/* -- which one is meant ----------------------------------------------------
 */

struct told {
	int64_t order_id[TOLD_MOST];
	size_t count;
};

static bool
told_look(void *arg, const struct message *m)
{
	struct told *told = arg;

	if (!m->out || m->order_id == 0)
		return true;
	for (size_t i = 0; i < told->count; i++)
		if (told->order_id[i] == m->order_id)
			return true;
	told->order_id[told->count++] = m->order_id;
	return told->count < TOLD_MOST;
}

/* Without a code: of what this phone was told of, what can be settled.  The
 * only one is meant; several are said once more, each with its code. */
static bool
find_told(struct desk *desk, struct order *order, size_t *found_out)
{
	struct told told = {.count = 0};

	*found_out = 0;
	store_message_chain(
	    desk->store, desk->text->phone_id, TOLD_TEXTS, told_look, &told);
	for (size_t i = 0; i < told.count; i++) {
		struct line lines[DESK_LINES_MAX];
		struct order one;
		bool complaint;

		if (store_order_get(desk->store, told.order_id[i], &one) &&
		    to_settle(desk, lines, place_load(desk, one.id, lines),
			&complaint) > 0) {
			*order = one;
			told.order_id[(*found_out)++] = one.id;
		}
	}
	for (size_t i = 0; *found_out > 1 && i < *found_out && i < SAID_MOST;
	     i++) {
		struct line lines[DESK_LINES_MAX];
		bool complaint;
		size_t n = to_settle(desk, lines,
		    place_load(desk, told.order_id[i], lines), &complaint);

		if (store_order_get(desk->store, told.order_id[i], order))
			handover_tell(desk, desk->from.id, desk->text->phone_id,
			    PHRASE_PROBLEM_DUE, order, lines, n, 0, NULL);
	}
	return *found_out == 1;
}

/* False: there is nothing to settle, or it was said which there are. */
static bool
find_meant(struct desk *desk, const struct book *book, struct order *order,
    bool *answered_out)
{
	const char *code = desk->intent.code;
	size_t at, found = 0;

	*answered_out = false;
	if (code[0] != '\0')
		return book_find(book, code, BOOK_BUYER | BOOK_SELLER) < 0 &&
		       store_order_by_code(desk->store, code, order);
	if (book_count(book, BOOK_BUYER | BOOK_SELLER | BOOK_ASKED, &at) > 0 ||
	    find_told(desk, order, &found))
		return found == 1;
	*answered_out = found > 1;
	return false;
}

bool
officer_settles(struct desk *desk, const struct book *book, bool done)
{
	struct line lines[DESK_LINES_MAX];
	struct order order;
	bool complaint, answered;
	size_t n;

	if (!is_officer(desk))
		return false;
	if (!find_meant(desk, book, &order, &answered))
		return answered;
	desk_as(desk, "officer");
	n = settle_lines(
	    desk, lines, place_load(desk, order.id, lines), done, &complaint);
	if (n == 0)
		return false;
	for (size_t i = 0; i < n; i++)
		officer_audit(desk, "text.settle",
		    "order %" PRId64 " line %d: %s", order.id, lines[i].number,
		    line_state_name(lines[i].state));
	place_touch(desk, order.id);
	tell_settled(desk, &order, desk->from.id, desk->text->phone_id, lines,
	    n, complaint);
	tell_settled(
	    desk, &order, order.buyer_id, order.phone_id, lines, n, complaint);
	tell_sellers(desk, &order, lines, n, complaint);
	return true;
}

void
officer_audit(struct desk *desk, const char *action, const char *format, ...)
{
	char actor[40], what[120], text[180];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(what, sizeof(what), format, arguments);
	va_end(arguments);
	snprintf(actor, sizeof(actor), "person:%" PRId64, desk->from.id);
	snprintf(
	    text, sizeof(text), "%s, by text %" PRId64, what, desk->cause_id);
	store_audit_add(desk->store, desk->now_ms, actor, action, text);
}

bool
officer_pass_on(struct desk *desk, struct person *officer_out)
{
	int64_t officer = officer_for(desk, desk->from.area_id);
	struct letter letter;
	char name[64], text[241];
	struct letter_about about = {.class_ = MESSAGE_NOTICE};

	if (officer == 0 || officer == desk->from.id ||
	    !store_person_get(desk->store, officer, officer_out))
		return false;
	letter_to(&letter, desk, officer, 0);
	letter_name(name, &desk->from);
	str_copy(text, sizeof(text), desk->text->text);
	letter_send(&letter, PHRASE_UNREAD_OFFICER,
	    &(struct words){.name = *desk->from.name ? name : "",
		.phone = desk->from.number,
		.text = text},
	    &about);
	return letter.ok;
}
