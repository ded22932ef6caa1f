/* Orders, codes, lines, proposals and history. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_code.h"
#include "gateway/store/store_order.h"

/* Field by field: what lies between them is nobody's. */
static void
assert_same_order(const struct order *a, const struct order *b)
{
	assert_int_equal(a->id, b->id);
	assert_string_equal(a->code, b->code);
	assert_int_equal(a->buyer_id, b->buyer_id);
	assert_int_equal(a->phone_id, b->phone_id);
	assert_int_equal(a->message_id, b->message_id);
	assert_int_equal(a->created_ms, b->created_ms);
	assert_int_equal(a->changed_ms, b->changed_ms);
	assert_string_equal(a->place, b->place);
	assert_string_equal(a->day, b->day);
	assert_string_equal(a->on_behalf, b->on_behalf);
	assert_int_equal(a->closed_ms, b->closed_ms);
}

/* Field by field: what lies between them is nobody's. */
static void
assert_same_line(const struct line *a, const struct line *b)
{
	assert_int_equal(a->id, b->id);
	assert_int_equal(a->order_id, b->order_id);
	assert_int_equal(a->number, b->number);
	assert_string_equal(a->product, b->product);
	assert_string_equal(a->unit, b->unit);
	assert_int_equal(a->qty_milli, b->qty_milli);
	assert_int_equal(a->unit_grams, b->unit_grams);
	assert_int_equal(a->price_max_minor, b->price_max_minor);
	assert_int_equal(a->price_minor, b->price_minor);
	assert_int_equal(a->state, b->state);
	assert_int_equal(a->seller_id, b->seller_id);
	assert_int_equal(a->offer_id, b->offer_id);
	assert_int_equal(a->proposal_id, b->proposal_id);
	assert_int_equal(a->hold_milli, b->hold_milli);
	assert_int_equal(a->accepted_milli, b->accepted_milli);
	assert_int_equal(a->payment, b->payment);
	assert_int_equal(a->paid_minor, b->paid_minor);
	assert_int_equal(a->done_ms, b->done_ms);
	assert_int_equal(a->got_ms, b->got_ms);
	assert_int_equal(a->settled_ms, b->settled_ms);
	assert_int_equal(a->created_ms, b->created_ms);
	assert_int_equal(a->changed_ms, b->changed_ms);
	assert_int_equal(a->event_id, b->event_id);
	assert_int_equal(a->asked_count, b->asked_count);
}

/* Field by field: what lies between them is nobody's. */
static void
assert_same_proposal(const struct proposal *a, const struct proposal *b)
{
	assert_int_equal(a->id, b->id);
	assert_int_equal(a->line_id, b->line_id);
	assert_int_equal(a->seller_id, b->seller_id);
	assert_int_equal(a->phone_id, b->phone_id);
	assert_int_equal(a->offer_id, b->offer_id);
	assert_int_equal(a->state, b->state);
	assert_int_equal(a->qty_milli, b->qty_milli);
	assert_int_equal(a->price_minor, b->price_minor);
	assert_int_equal(a->hold_milli, b->hold_milli);
	assert_int_equal(a->message_id, b->message_id);
	assert_int_equal(a->asked_ms, b->asked_ms);
	assert_int_equal(a->sent_ms, b->sent_ms);
	assert_int_equal(a->due_ms, b->due_ms);
	assert_int_equal(a->answered_ms, b->answered_ms);
	assert_int_equal(a->reminded, b->reminded);
	assert_string_equal(a->reason, b->reason);
}

static struct order
new_order(struct kit *kit, int buyer)
{
	struct order order = {
	    .buyer_id = kit_person(kit, buyer),
	    .phone_id = kit_phone(kit, buyer),
	    .message_id = 4,
	    .created_ms = T0,
	    .changed_ms = T0,
	    .place = "Ukwala",
	    .day = "friday",
	    .on_behalf = "Otieno",
	};
	store_order_add(kit->store, &order, kit_random, kit);
	return order;
}

static struct line
new_line(struct kit *kit, int64_t order_id, enum line_state state)
{
	struct line line = {
	    .order_id = order_id,
	    .product = "tomato",
	    .unit = "kg",
	    .qty_milli = 5000,
	    .unit_grams = 1000,
	    .price_max_minor = -1,
	    .price_minor = 8000,
	    .state = state,
	    .accepted_milli = -1,
	    .created_ms = T0,
	    .changed_ms = T0,
	};
	store_line_add(kit->store, &line);
	return line;
}

static struct proposal
new_proposal(struct kit *kit, const struct line *line, int seller)
{
	struct proposal proposal = {
	    .line_id = line->id,
	    .seller_id = kit_person(kit, seller),
	    .phone_id = kit_phone(kit, seller),
	    .offer_id = 3,
	    .state = PROPOSAL_OPEN,
	    .qty_milli = 5000,
	    .price_minor = 8000,
	    .hold_milli = 5000,
	    .message_id = 8,
	    .asked_ms = T0,
	    .due_ms = T0 + 99,
	    .reason = "longest not asked",
	};
	store_proposal_add(kit->store, &proposal);
	return proposal;
}

/* -- codes --------------------------------------------------------------- */

static void
assert_is_code(const char *code)
{
	static const char letters[] = "ABCDEFGHJKMNPQRTUVWXY";
	for (size_t i = 0; code[i] != '\0'; i++) {
		if (i % 2 == 1)
			assert_true(code[i] >= '2' && code[i] <= '9');
		else
			assert_non_null(strchr(letters, code[i]));
		if (i > 0 && i % 2 == 0)
			assert_true(code[i] != 'G' && code[i] != 'K');
	}
}

static void
every_number_makes_a_code(void **state)
{
	(void)state;
	assert_int_equal(store_code_space(3), 21 * 8 * 19);
	assert_int_equal(store_code_space(4), 21 * 8 * 19 * 8);
	assert_int_equal(store_code_space(5), 21 * 8 * 19 * 8 * 19);
	for (int length = 3; length <= 5; length++) {
		for (uint64_t i = 0; i < 3000; i++) {
			char code[STORE_CODE_OCTETS];
			store_code_make(
			    code, length, i * UINT64_C(0x9E3779B97F4A7C15));
			assert_int_equal(strlen(code), length);
			assert_is_code(code);
		}
	}
}

/* A short code until a quarter of the short ones is open; closing brings the
 * short ones back; a rollback counts nothing. */
static void
codes_are_unique_and_grow(void **state)
{
	struct kit *kit = *state;
	int quarter = (int)(store_code_space(3) / 4);
	static struct order orders[900];
	for (int i = 0; i < 900; i++) {
		kit_begin(kit);
		if (i % 5 == 0) {
			for (int j = 0; j < 20; j++)
				new_order(kit, 1);
			store_rollback(kit->store);
			kit_begin(kit);
		}
		orders[i] = new_order(kit, 1);
		assert_is_code(orders[i].code);
		assert_int_equal(strlen(orders[i].code), i < quarter ? 3 : 4);
		kit_commit(kit);
		if (i % 300 == 7)
			kit_reopen(kit);
	}
	for (int i = 0; i < 900; i++)
		for (int j = 0; j < i; j++)
			assert_string_not_equal(orders[i].code, orders[j].code);
	kit_check(kit);
	kit_begin(kit);
	orders[5].closed_ms = T0;
	store_order_put(kit->store, &orders[5]);
	store_order_put(kit->store, &orders[5]); /* counted once */
	assert_int_equal(strlen(new_order(kit, 1).code), 3);
	assert_int_equal(strlen(new_order(kit, 1).code), 4);
	kit_commit(kit);
	kit_check(kit);
}

static uint64_t
always_the_same(void *arg)
{
	(void)arg;
	return 12345;
}

static void
a_code_means_its_newest_order(void **state)
{
	struct kit *kit = *state;
	struct order found;
	kit_begin(kit);
	struct order a = {.buyer_id = 1}, b = {.buyer_id = 2}, c = {0};
	store_order_add(kit->store, &a, always_the_same, NULL);
	a.closed_ms = T0;
	store_order_put(kit->store, &a);
	store_order_add(kit->store, &b, always_the_same, NULL);
	assert_string_equal(a.code, b.code);
	assert_true(b.id > a.id);
	char lower[8];
	for (size_t i = 0; i < sizeof(lower); i++)
		lower[i] =
		    (char)(a.code[i] >= 'A' ? a.code[i] | 0x20 : a.code[i]);
	assert_true(store_order_by_code(kit->store, lower, &found));
	assert_int_equal(found.id, b.id);
	/* The older one's end does not free the younger one's code. */
	store_order_put(kit->store, &a);
	assert_false(store_order_by_code(kit->store, "Z9Z", &found));
	assert_false(store_order_by_code(kit->store, "", &found));
	assert_false(store_order_by_code(kit->store, "MUCHTOOLONG", &found));
	kit_commit(kit);
	kit_check(kit);
	/* No free code: a failure, not a second owner. */
	kit_begin(kit);
	store_order_add(kit->store, &c, always_the_same, NULL);
	assert_int_equal(c.id, 0);
	assert_int_equal(store_failed(kit->store, NULL), STORE_RULE);
	store_rollback(kit->store);
}

/* -- orders and lines ---------------------------------------------------- */

struct ids {
	int64_t at[128];
	int count;
};

static bool
note_order(void *arg, const struct order *order)
{
	struct ids *ids = arg;
	ids->at[ids->count++] = order->id;
	return true;
}

static bool
note_line(void *arg, const struct line *line)
{
	struct ids *ids = arg;
	ids->at[ids->count++] = line->id;
	return true;
}

static bool
note_proposal(void *arg, const struct proposal *proposal)
{
	struct ids *ids = arg;
	ids->at[ids->count++] = proposal->id;
	return true;
}

static void
orders_and_lines_come_back_whole(void **state)
{
	struct kit *kit = *state;
	struct order order_out;
	struct line line_out;
	kit_begin(kit);
	struct order order = new_order(kit, 1);
	assert_true(store_order_get(kit->store, order.id, &order_out));
	assert_same_order(&order, &order_out);
	struct line line = new_line(kit, order.id, LINE_WAITING);
	assert_int_equal(line.id, order.id * 64 + 1);
	assert_int_equal(line.number, 1);
	line.state = LINE_CONFIRMED;
	line.seller_id = 7;
	line.offer_id = 8;
	line.proposal_id = 9;
	line.hold_milli = 10;
	line.accepted_milli = 11;
	line.payment = PAYMENT_PART;
	line.paid_minor = 12;
	line.done_ms = 13;
	line.got_ms = 14;
	line.settled_ms = 15;
	line.changed_ms = 16;
	line.asked_count = 2;
	line.qty_milli = 17;
	store_line_put(kit->store, &line);
	assert_true(store_line_get(kit->store, line.id, &line_out));
	assert_same_line(&line, &line_out);
	kit_commit(kit);
	assert_false(store_order_get(kit->store, 99, &order_out));
	assert_false(store_line_get(kit->store, 99, &line_out));
}

static void
open_orders_of_a_buyer_oldest_first(void **state)
{
	struct kit *kit = *state;
	struct ids ids = {.count = 0};
	kit_begin(kit);
	struct order a = new_order(kit, 1), b = new_order(kit, 1);
	new_order(kit, 2);
	struct order c = new_order(kit, 1);
	b.closed_ms = T0;
	store_order_put(kit->store, &b);
	store_order_open_of(kit->store, a.buyer_id, note_order, &ids);
	assert_int_equal(ids.count, 2);
	assert_int_equal(ids.at[0], a.id);
	assert_int_equal(ids.at[1], c.id);
	kit_commit(kit);
}

static void
the_64th_is_left_out_politely(void **state)
{
	struct kit *kit = *state;
	struct ids ids = {.count = 0};
	kit_begin(kit);
	struct order order = new_order(kit, 1), next = new_order(kit, 1);
	struct line other = new_line(kit, next.id, LINE_WAITING);
	struct line line = {0};
	for (int i = 1; i <= 63; i++) {
		line = new_line(kit, order.id, LINE_WAITING);
		assert_int_equal(line.number, i);
	}
	assert_int_equal(new_line(kit, order.id, LINE_WAITING).id, 0);
	store_line_of_order(kit->store, order.id, note_line, &ids);
	assert_int_equal(ids.count, 63);
	for (int i = 1; i <= 63; i++) {
		struct proposal proposal = new_proposal(kit, &line, 3);
		assert_int_equal(proposal.id, line.id * 64 + i);
		proposal.state = PROPOSAL_EXPIRED;
		store_proposal_put(kit->store, &proposal);
	}
	assert_int_equal(new_proposal(kit, &line, 3).id, 0);
	ids.count = 0;
	store_proposal_of_line(kit->store, line.id, note_proposal, &ids);
	assert_int_equal(ids.count, 63);
	ids.count = 0;
	store_proposal_of_line(kit->store, other.id, note_proposal, &ids);
	assert_int_equal(ids.count, 0);
	kit_commit(kit);
	kit_check(kit);
}

static void
a_sellers_lines_are_those_still_to_do(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	struct order order = new_order(kit, 1);
	static const enum line_state states[] = {LINE_OFFERED, LINE_CONFIRMED,
	    LINE_FULFILLED, LINE_DISPUTED, LINE_CANCELLED, LINE_FULFILLED};
	for (int i = 0; i < 6; i++) {
		struct line line = new_line(kit, order.id, states[i]);
		line.seller_id = 5;
		line.settled_ms = i == 5 ? T0 : 0;
		store_line_put(kit->store, &line);
	}
	struct order next = new_order(kit, 1);
	struct line one = new_line(kit, next.id, LINE_CONFIRMED);
	one.seller_id = 5;
	store_line_put(kit->store, &one);
	int64_t orders[2] = {0};
	assert_int_equal(
	    store_line_orders_of_seller(kit->store, 5, 2, orders), 2);
	assert_int_equal(orders[0], order.id);
	assert_int_equal(orders[1], next.id);
	assert_int_equal(
	    store_line_orders_of_seller(kit->store, 5, 1, orders), 1);
	assert_int_equal(
	    store_line_orders_of_seller(kit->store, 6, 2, orders), 0);
	assert_true(store_line_seller_has(kit->store, 5, next.id));
	assert_false(store_line_seller_has(kit->store, 6, next.id));
	one.state = LINE_CANCELLED;
	store_line_put(kit->store, &one);
	assert_false(store_line_seller_has(kit->store, 5, next.id));
	kit_commit(kit);
}

/* -- proposals ----------------------------------------------------------- */

static void
a_line_has_one_open_proposal(void **state)
{
	struct kit *kit = *state;
	struct proposal out;
	struct err err = {0};
	kit_begin(kit);
	struct order order = new_order(kit, 1);
	struct line line = new_line(kit, order.id, LINE_OFFERED);
	struct proposal first = new_proposal(kit, &line, 2);
	assert_true(store_proposal_get(kit->store, first.id, &out));
	assert_same_proposal(&first, &out);
	kit_commit(kit);
	kit_begin(kit);
	new_proposal(kit, &line, 3);
	store_settle(kit->store);
	assert_int_equal(store_failed(kit->store, &err), STORE_RULE);
	assert_non_null(strstr(err.text, "proposal.line_id"));
	store_rollback(kit->store);
	kit_begin(kit);
	first.state = PROPOSAL_DECLINED;
	first.answered_ms = T0 + 1;
	first.reminded = 1;
	store_proposal_put(kit->store, &first);
	assert_true(store_proposal_get(kit->store, first.id, &out));
	assert_same_proposal(&first, &out);
	assert_true(new_proposal(kit, &line, 3).id > 0);
	kit_commit(kit);
}

static void
a_sellers_proposals_open_and_recent(void **state)
{
	struct kit *kit = *state;
	struct ids ids = {.count = 0};
	int64_t asked[6];
	kit_begin(kit);
	struct order order = new_order(kit, 1);
	for (int i = 0; i < 6; i++) {
		struct line line = new_line(kit, order.id, LINE_OFFERED);
		struct proposal proposal = new_proposal(kit, &line, 2);
		asked[i] = proposal.id;
		proposal.state = i % 2 == 0 ? PROPOSAL_EXPIRED : PROPOSAL_OPEN;
		store_proposal_put(kit->store, &proposal);
		struct line another = new_line(kit, order.id, LINE_OFFERED);
		new_proposal(kit, &another, 3);
	}
	int64_t seller_id = kit_person(kit, 2);
	store_proposal_open_of(kit->store, seller_id, note_proposal, &ids);
	assert_int_equal(ids.count, 3);
	for (int i = 0; i < 3; i++)
		assert_int_equal(ids.at[i], asked[1 + 2 * i]);
	ids.count = 0;
	store_proposal_recent_of(kit->store, seller_id, 4, note_proposal, &ids);
	assert_int_equal(ids.count, 4);
	for (int i = 0; i < 4; i++)
		assert_int_equal(ids.at[i], asked[5 - i]);
	kit_commit(kit);
}

/* A callback may change what it is given. */
static bool
expire(void *arg, const struct proposal *proposal)
{
	struct kit *kit = arg;
	struct proposal changed = *proposal;
	changed.state = PROPOSAL_EXPIRED;
	store_proposal_put(kit->store, &changed);
	return true;
}

static bool
close_order(void *arg, const struct order *order)
{
	struct kit *kit = arg;
	struct order changed = *order;
	changed.closed_ms = T0;
	store_order_put(kit->store, &changed);
	return true;
}

static void
lists_bear_being_changed(void **state)
{
	struct kit *kit = *state;
	struct ids ids = {.count = 0};
	kit_begin(kit);
	for (int i = 0; i < 20; i++) {
		struct order order = new_order(kit, 1);
		struct line line = new_line(kit, order.id, LINE_OFFERED);
		new_proposal(kit, &line, 2);
	}
	int64_t seller_id = kit_person(kit, 2), buyer_id = kit_person(kit, 1);
	store_proposal_open_of(kit->store, seller_id, expire, kit);
	store_proposal_open_of(kit->store, seller_id, note_proposal, &ids);
	assert_int_equal(ids.count, 0);
	store_order_open_of(kit->store, buyer_id, close_order, kit);
	store_order_open_of(kit->store, buyer_id, note_order, &ids);
	assert_int_equal(ids.count, 0);
	kit_commit(kit);
	kit_check(kit);
}

/* -- history and money --------------------------------------------------- */

static bool
note_event(void *arg, const struct line_event *event)
{
	struct ids *ids = arg;
	assert_int_equal(event->from, ids->count);
	assert_int_equal(event->to, ids->count + 1);
	assert_string_equal(event->by, "seller");
	ids->at[ids->count++] = event->id;
	return true;
}

static void
history_is_told_oldest_first(void **state)
{
	struct kit *kit = *state;
	struct ids ids = {.count = 0};
	kit_begin(kit);
	struct order order = new_order(kit, 1);
	struct line line = new_line(kit, order.id, LINE_ASKED);
	struct line other = new_line(kit, order.id, LINE_ASKED);
	struct line stale = line;
	for (int i = 0; i < 5; i++) {
		struct line_event event = {.time_ms = T0 + i,
		    .from = i,
		    .to = i + 1,
		    .by = "seller",
		    .message_id = 4,
		    .text = "yes #K7F"};
		/* An old copy of the line forks nothing. */
		store_event_add(
		    kit->store, i % 2 == 0 ? &line : &stale, &event);
		store_line_put(kit->store, &line);
		event.from = 9;
		store_event_add(kit->store, &other, &event);
	}
	store_event_of_line(kit->store, line.id, note_event, &ids);
	assert_int_equal(ids.count, 5);
	assert_int_equal(ids.at[4], line.event_id);
	kit_commit(kit);
	kit_check(kit);
}

/* -- for people ---------------------------------------------------------- */

static bool
note_row(void *arg, const struct line_row *row)
{
	struct ids *ids = arg;
	assert_int_equal(row->line.order_id, row->order.id);
	assert_is_code(row->order.code);
	assert_string_equal(row->order.day, "friday");
	if (row->line.seller_id != 0)
		assert_string_equal(row->seller, "+254710000002");
	ids->at[ids->count++] = row->line.id;
	return true;
}

static int
count_rows(struct store *store, struct line_filter filter)
{
	struct ids ids = {.count = 0};
	store_line_list(store, &filter, note_row, &ids);
	return ids.count;
}

static void
the_list_filters_and_pages(void **state)
{
	struct kit *kit = *state;
	struct err err;
	kit_begin(kit);
	for (int i = 0; i < 10; i++) {
		struct order order = new_order(kit, i % 2);
		struct line line = new_line(
		    kit, order.id, i < 3 ? LINE_CONFIRMED : LINE_WAITING);
		line.seller_id = i < 3 ? kit_person(kit, 2) : 0;
		store_line_put(kit->store, &line);
	}
	int64_t buyer_id = kit_person(kit, 0), seller_id = kit_person(kit, 2);
	kit_commit(kit);
	struct store *r = store_open_reader(kit->path, &err);
	assert_int_equal(count_rows(r, (struct line_filter){0}), 10);
	assert_int_equal(count_rows(r, (struct line_filter){.limit = 4}), 4);
	assert_int_equal(
	    count_rows(r, (struct line_filter){.after_id = 64 * 8}), 3);
	assert_int_equal(
	    count_rows(r, (struct line_filter){.person_id = buyer_id}), 5);
	assert_int_equal(
	    count_rows(r, (struct line_filter){.person_id = seller_id}), 3);
	assert_int_equal(
	    count_rows(r, (struct line_filter){.state = LINE_WAITING}), 7);
	assert_int_equal(
	    count_rows(r, (struct line_filter){.since_ms = T0 + 1}), 0);
	assert_int_equal(store_line_count(r, LINE_CONFIRMED), 3);
	store_close(&r);
}

static void
states_have_their_words(void **state)
{
	(void)state;
	for (int s = LINE_ASKED; s <= LINE_FAILED; s++)
		assert_int_equal(
		    line_state_from(line_state_name((enum line_state)s)), s);
	assert_int_equal(line_state_from("gone"), 0);
	assert_string_equal(
	    proposal_state_name(PROPOSAL_WITHDRAWN), "withdrawn");
	assert_string_equal(payment_state_name(PAYMENT_CREDIT), "credit");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_number_makes_a_code),
	    TEST(codes_are_unique_and_grow),
	    TEST(a_code_means_its_newest_order),
	    TEST(orders_and_lines_come_back_whole),
	    TEST(open_orders_of_a_buyer_oldest_first),
	    TEST(the_64th_is_left_out_politely),
	    TEST(a_sellers_lines_are_those_still_to_do),
	    TEST(a_line_has_one_open_proposal),
	    TEST(a_sellers_proposals_open_and_recent),
	    TEST(lists_bear_being_changed),
	    TEST(history_is_told_oldest_first),
	    TEST(the_list_filters_and_pages),
	    cmocka_unit_test(states_have_their_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
