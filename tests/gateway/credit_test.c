/* Balances: asked on a timetable, read by pattern, believed only if read. */
#include "gateway/queue/credit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/log.h"
#include "gateway/store/store.h"
#include "gateway/store/store_credit.h"
#include "gateway/store/store_link.h"

#define MINUTE INT64_C(60000)
#define HOUR (60 * MINUTE)
#define START INT64_C(1790000000000)

struct phone {
	struct link link;
	int64_t asked_id;
	int asks;
	size_t room;
};

struct bench {
	char dir[64], path[96];
	struct loop *loop;
	struct store *store;
	struct phone phone[2];
	struct link *links[2];
	struct market market;
	struct enquiries *enquiries;
	struct credit *credit;
	int64_t now_ms;
};

static bool
ussd(struct link *link, const struct link_ussd *request)
{
	struct phone *phone = (struct phone *)link;
	assert_string_equal(request->steps[0], "*144#");
	phone->asked_id = request->id;
	phone->asks++;
	return true;
}

static size_t
room(const struct link *link)
{
	return ((const struct phone *)link)->room;
}

static void
describe(const struct link *link, struct link_description *out)
{
	(void)link;
	(void)out;
}

static const struct link_ops ops = {
    .ussd = ussd, .room = room, .describe = describe};

static void
begin(struct bench *b, const char *pattern)
{
	struct credit_plan plan = {.code = "*144#",
	    .balance_pattern = pattern,
	    .expiry_pattern = "until ([^ ]+)",
	    .every_ms = 12 * HOUR,
	    .least_minor = 5000};
	b->enquiries = enquiries_new(b->store, b->links, 2);
	b->credit = credit_new(b->loop, b->enquiries, b->links, 2);
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(credit_set(b->credit, i, &plan, NULL), 0);
}

static void
end(struct bench *b)
{
	credit_free(&b->credit);
	enquiries_free(&b->enquiries);
	for (int i = 0; i < 2; i++)
		b->phone[i].link.credit = (struct link_credit){.known = false};
}

static void
open_bench(struct bench *b)
{
	memset(b, 0, sizeof(*b));
	strcpy(b->dir, "credit_test.XXXXXX");
	assert_non_null(mkdtemp(b->dir));
	snprintf(b->path, sizeof(b->path), "%s/db", b->dir);
	b->store = store_open(b->path, NULL);
	assert_non_null(b->store);
	b->loop = loop_new();
	b->market.currency_places = 2;
	b->now_ms = START;
	for (int i = 0; i < 2; i++) {
		struct phone *phone = &b->phone[i];
		phone->room = 1;
		phone->link.ops = &ops;
		phone->link.state = LINK_UP;
		phone->link.cost_minor = 100;
		snprintf(
		    phone->link.name, sizeof(phone->link.name), "%c", 'a' + i);
		phone->link.id =
		    store_link_ensure(b->store, phone->link.name, "modem", "");
		b->links[i] = &phone->link;
	}
	begin(b, "balance is KES ([0-9.,]+)");
}

static void
close_bench(struct bench *b)
{
	char command[128];
	end(b);
	loop_free(&b->loop);
	store_close(&b->store);
	snprintf(command, sizeof(command), "rm -rf %s", b->dir);
	assert_int_equal(system(command), 0);
}

static void
nothing(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

/* A turn so much later, and what follows from it. */
static void
turn(struct bench *b, int64_t after_ms)
{
	b->now_ms += after_ms;
	struct turn t = {.store = b->store,
	    .market = &b->market,
	    .now_ms = b->now_ms,
	    .clock_sure = true};
	store_begin(b->store);
	credit_turn(b->credit, &t);
	store_commit(b->store, nothing, NULL);
	for (int i = 0; i < 3; i++)
		loop_once(b->loop, false);
}

static void
say(struct bench *b, int phone, const char *text)
{
	struct link_ussd_answer answer = {.id = b->phone[phone].asked_id,
	    .last = true,
	    .text = text == NULL ? "" : text,
	    .how = text == NULL ? LINK_USSD_SILENT : LINK_USSD_ANSWERED};
	enquiries_heard(b->enquiries, b->links[phone], &answer);
	turn(b, 0);
}

/* Never two at a time, and again only when it is time. */
static void
test_timetable(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	turn(&b, 0);
	turn(&b, MINUTE / 2);
	assert_int_equal(b.phone[0].asks, 0);
	turn(&b, 2 * MINUTE);
	assert_int_equal(b.phone[0].asks, 1);
	assert_int_equal(b.phone[1].asks, 0);
	say(&b, 0, "Your balance is KES 1,234.50 until 31/12/2026");
	turn(&b, 0);
	assert_int_equal(b.phone[1].asks, 1);
	say(&b, 1, "Your balance is KES 12.00");
	const struct link_credit *c = &b.phone[0].link.credit;
	assert_true(c->known && !c->low && !c->spent && !c->unread);
	assert_int_equal(c->amount_minor, 123450);
	assert_int_equal(c->expiry_ms / HOUR,
	    (INT64_C(1798761599999)) / HOUR); /* 2026-12-31 23:59:59.999 */
	assert_true(b.phone[0].link.budget.expires_ms == c->expiry_ms);
	assert_true(b.phone[1].link.credit.low);
	turn(&b, 11 * HOUR);
	assert_int_equal(b.phone[0].asks + b.phone[1].asks, 2);
	turn(&b, HOUR + MINUTE);
	assert_int_equal(b.phone[0].asks + b.phone[1].asks, 3);
	close_bench(&b);
}

/* Only while the link is up and quiet, but not for ever. */
static void
test_waits_for_quiet(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	b.phone[0].room = 0;
	b.phone[1].link.state = LINK_DOWN;
	turn(&b, 0);
	turn(&b, 10 * MINUTE);
	assert_int_equal(b.phone[0].asks, 0);
	turn(&b, 2 * HOUR);
	assert_int_equal(b.phone[0].asks, 1);
	assert_int_equal(b.phone[1].asks, 0);
	close_bench(&b);
}

/* Too little for a text: no text; asked again soon; a restart remembers. */
static void
test_spent(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	turn(&b, 0);
	turn(&b, 2 * MINUTE);
	say(&b, 0, "Your balance is KES 0.50");
	assert_true(b.phone[0].link.credit.spent);
	end(&b);
	begin(&b, "balance is KES ([0-9.,]+)");
	turn(&b, 0);
	assert_true(b.phone[0].link.credit.spent);
	say(&b, 1, "Your balance is KES 100");
	turn(&b, 31 * MINUTE);
	assert_int_equal(b.phone[0].asks, 2);
	say(&b, 0, "Your balance is KES 100");
	assert_false(b.phone[0].link.credit.spent);
	close_bench(&b);
}

/* Other words than the pattern's: unknown, never a wrong amount. */
static void
test_unread(void **state)
{
	struct bench b;
	struct store_credit row;
	(void)state;
	open_bench(&b);
	turn(&b, 0);
	turn(&b, 2 * MINUTE);
	say(&b, 0, "Airtime: 0.10 bob");
	const struct link_credit *c = &b.phone[0].link.credit;
	assert_true(c->unread && !c->known && !c->spent && !c->low);
	assert_true(store_credit_last(b.store, b.links[0]->id, false, &row));
	assert_string_equal(row.text, "Airtime: 0.10 bob");
	assert_false(store_credit_last(b.store, b.links[0]->id, true, &row));
	/* The pattern is mended: what was said is read at once. */
	end(&b);
	begin(&b, "Airtime: ([0-9.]+)");
	turn(&b, 0);
	assert_true(c->known && c->spent);
	assert_int_equal(c->amount_minor, 10);
	close_bench(&b);
}

/* Silence: again in half an hour, then later; after three, an alarm. */
static void
test_silence(void **state)
{
	struct bench b;
	(void)state;
	open_bench(&b);
	b.phone[1].link.state = LINK_DOWN;
	turn(&b, 0);
	turn(&b, 2 * MINUTE);
	say(&b, 0, NULL);
	turn(&b, 29 * MINUTE);
	assert_int_equal(b.phone[0].asks, 1);
	turn(&b, 2 * MINUTE);
	assert_int_equal(b.phone[0].asks, 2);
	say(&b, 0, NULL);
	turn(&b, 31 * MINUTE);
	assert_int_equal(b.phone[0].asks, 2);
	assert_false(b.phone[0].link.credit.unread);
	turn(&b, 31 * MINUTE);
	say(&b, 0, NULL);
	assert_true(b.phone[0].link.credit.unread);
	turn(&b, 3 * HOUR);
	say(&b, 0, "Your balance is KES 99");
	assert_false(b.phone[0].link.credit.unread);
	close_bench(&b);
}

/* A voucher was said: look soon whether it helped. */
static void
test_after_a_top_up(void **state)
{
	struct bench b;
	struct enquiry_wish wish = {
	    .link = "a", .steps = {"*144#"}, .count = 1, .secret = true};
	(void)state;
	open_bench(&b);
	turn(&b, 0);
	turn(&b, 2 * MINUTE);
	say(&b, 0, "Your balance is KES 0.50");
	b.phone[1].link.state = LINK_DOWN;
	say(&b, 1, NULL);
	assert_int_equal(enquiries_ask(b.enquiries, &wish, NULL), 0);
	say(&b, 0, "Thank you");
	assert_int_equal(b.phone[0].asks, 2);
	turn(&b, 2 * MINUTE);
	assert_int_equal(b.phone[0].asks, 3);
	close_bench(&b);
}

/* Old answers go; the newest stay. */
static void
test_rows_are_few(void **state)
{
	struct bench b;
	struct store_credit row = {.read = true};
	(void)state;
	open_bench(&b);
	store_begin(b.store);
	for (int i = 0; i < STORE_CREDIT_KEPT + 50; i++) {
		row.link_id = b.links[0]->id;
		row.amount_minor = i;
		store_credit_add(b.store, &row);
	}
	store_commit(b.store, nothing, NULL);
	assert_true(store_credit_last(b.store, b.links[0]->id, true, &row));
	assert_int_equal(row.amount_minor, STORE_CREDIT_KEPT + 49);
	close_bench(&b);
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_timetable),
	    cmocka_unit_test(test_waits_for_quiet),
	    cmocka_unit_test(test_spent),
	    cmocka_unit_test(test_unread),
	    cmocka_unit_test(test_silence),
	    cmocka_unit_test(test_after_a_top_up),
	    cmocka_unit_test(test_rows_are_few),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
