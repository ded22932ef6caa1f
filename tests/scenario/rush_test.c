/* A thousand orders for the last hundred kilos: what is promised is never more
 * than there is, whatever comes together, and nobody is left without a word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/panic.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_timer.h"

#include "handlers/handlers.h"

#include "tests/scenario/story_stage.h"

#define BUYERS 1000
#define KG INT64_C(1000)

struct caller {
	char number[PARTY_OCTETS];
	int64_t phone_id, person_id;
};

struct rush {
	struct story *s;
	struct caller buyer[BUYERS], seller[8];
	size_t sellers;
};

static struct caller
make_caller(struct story *s, unsigned roles, const char *prefix, size_t n)
{
	struct caller c;
	struct person person;

	snprintf(c.number, sizeof(c.number), "+2547%s%06zu", prefix, n);
	c.phone_id = store_phone_ensure(
	    s->store, c.number, PARTY_PHONE, s->now_ms, &c.person_id);
	assert_true(store_person_get(s->store, c.person_id, &person));
	person.roles = roles;
	snprintf(person.name, sizeof(person.name), "P%s%zu", prefix, n);
	store_person_put(s->store, &person);
	return c;
}

static void
list_goods(struct rush *r, size_t seller, int64_t kg)
{
	struct offer offer = {.seller_id = r->seller[seller].person_id,
	    .product = "tomato",
	    .unit = "kg",
	    .price_minor = 4000,
	    .stock_milli = kg * KG};

	store_offer_put(r->s->store, &offer, r->s->now_ms);
}

/* kg[]: what each of the sellers has; 0 ends it. */
static struct rush *
rush_begin(const int64_t *kg)
{
	struct rush *r = xcalloc(1, sizeof(*r));
	struct story *s = story_begin("");

	r->s = s;
	s->market.quiet_from_min = 0;
	s->market.quiet_until_min = 0;
	store_begin(s->store);
	for (size_t i = 0; i < BUYERS; i++)
		r->buyer[i] = make_caller(s, PERSON_BUYER, "11", i);
	for (; kg[r->sellers] != 0; r->sellers++) {
		r->seller[r->sellers] =
		    make_caller(s, PERSON_SELLER, "22", r->sellers);
		list_goods(r, r->sellers, kg[r->sellers]);
	}
	story_commit(s);
	return r;
}

static void
rush_end(struct rush *r)
{
	story_end(r->s);
	free(r);
}

/* Inside the turn that is open. */
static void
says(struct rush *r, const struct caller *c, const char *text)
{
	struct story *s = r->s;
	struct turn turn = {s->store, &s->market, s->now_ms, true};
	struct message_in in = {.link_id = s->link_id,
	    .phone_id = c->phone_id,
	    .person_id = c->person_id,
	    .now_ms = s->now_ms,
	    .text = str_from(text),
	    .state = MESSAGE_RECEIVED};
	struct handler_text t = {.phone_id = c->phone_id,
	    .person_id = c->person_id,
	    .link_id = s->link_id,
	    .number = c->number,
	    .text = str_from(text)};

	t.message_id = store_message_receive(s->store, &in);
	handlers_table()->on_text(s->trade, &turn, &t);
}

/* All say the same, `turn` of them in one transaction. */
static void
all_order(struct rush *r, const char *text, size_t turn)
{
	for (size_t i = 0; i < BUYERS; i++) {
		if (i % turn == 0) {
			r->s->now_ms += 100;
			store_begin(r->s->store);
		}
		says(r, &r->buyer[i], text);
		if (i % turn == turn - 1 || i + 1 == BUYERS)
			story_commit(r->s);
	}
}

static void
pass_time(struct rush *r, int64_t ms)
{
	struct story *s = r->s;
	int64_t until = s->now_ms + ms, ref;
	int kind;

	for (;;) {
		struct turn turn;
		int64_t due;

		store_begin(s->store);
		due = store_timer_next_due(s->store);
		if (due > until) {
			story_commit(s);
			break;
		}
		s->now_ms = due > s->now_ms ? due : s->now_ms;
		turn = (struct turn){s->store, &s->market, s->now_ms, true};
		while (store_timer_take(s->store, s->now_ms, &kind, &ref))
			handlers_table()->on_timer(
			    s->trade, &turn, (enum timer_kind)kind, ref);
		story_commit(s);
	}
	s->now_ms = until;
}

struct sums {
	size_t lines[LINE_FAILED + 1];
	int64_t milli[LINE_FAILED + 1], held_milli, stock_milli;
};

static bool
sum_line(void *arg, const struct line_row *row)
{
	struct sums *sums = arg;

	sums->lines[row->line.state]++;
	sums->milli[row->line.state] += row->line.qty_milli;
	return true;
}

static bool
sum_offer(void *arg, const struct offer *offer)
{
	struct sums *sums = arg;

	sums->held_milli += offer->held_milli;
	sums->stock_milli += offer->stock_milli;
	return true;
}

static struct sums
count(struct rush *r)
{
	struct line_filter all = {.limit = 0};
	struct sums sums;

	memset(&sums, 0, sizeof(sums));
	store_line_list(r->s->store, &all, sum_line, &sums);
	store_offer_each(r->s->store, 0, 0, 1000, sum_offer, &sums);
	return sums;
}

struct answering {
	struct rush *r;
	struct proposal open[BUYERS];
	size_t count;
};

static bool
note_open(void *arg, const struct proposal *p)
{
	struct answering *a = arg;

	if (a->count < BUYERS)
		a->open[a->count++] = *p;
	return true;
}

/* That seller answers everything that is open with them. */
static size_t
answers(struct rush *r, size_t seller, const char *word)
{
	struct answering *a = xcalloc(1, sizeof(*a));
	size_t n;

	r->s->now_ms += 1000;
	store_begin(r->s->store);
	store_proposal_open_of(
	    r->s->store, r->seller[seller].person_id, note_open, a);
	/* The newest first: far more than a list of orders holds. */
	for (size_t i = a->count; i-- > 0;) {
		struct order order;
		char text[32];

		assert_true(store_order_get(
		    r->s->store, a->open[i].line_id / 64, &order));
		snprintf(text, sizeof(text), "%s %s", word, order.code);
		says(r, &r->seller[seller], text);
	}
	story_commit(r->s);
	n = a->count;
	free(a);
	return n;
}

static size_t
all_answer(struct rush *r, const char *word)
{
	size_t n = 0;

	for (size_t i = 0; i < r->sellers; i++)
		n += answers(r, i, word);
	return n;
}

/* Each order of one kilo; everybody says yes: a hundred have it. */
static void
sells_exactly(const int64_t *kg, const char *text, size_t turn)
{
	struct rush *r = rush_begin(kg);
	struct sums sums;

	all_order(r, text, turn);
	sums = count(r);
	assert_int_equal(sums.held_milli, 100 * KG);
	assert_int_equal(
	    sums.lines[LINE_OFFERED] + sums.lines[LINE_WAITING], BUYERS);
	assert_int_equal(all_answer(r, "yes"), 100);
	sums = count(r);
	assert_int_equal(sums.milli[LINE_CONFIRMED], 100 * KG);
	pass_time(r, 8 * HOURS);
	sums = count(r);
	assert_int_equal(sums.milli[LINE_CONFIRMED], 100 * KG);
	assert_int_equal(sums.held_milli, 100 * KG);
	assert_int_equal(sums.lines[LINE_WAITING], 0);
	assert_int_equal(sums.lines[LINE_OFFERED], 0);
	assert_int_equal(
	    sums.lines[LINE_CONFIRMED] + sums.lines[LINE_UNFILLED], BUYERS);
	rush_end(r);
}

static void
one_turn(void **state)
{
	static const int64_t one[] = {100, 0};

	(void)state;
	sells_exactly(one, "1 kg tomato", BUYERS);
}

static void
many_turns(void **state)
{
	static const int64_t some[] = {1, 60, 9, 30, 0};

	(void)state;
	sells_exactly(some, "1 kg tomato", 7);
}

/* Four kilos each: a part of it, where only a part is left, asks the buyer,
 * and the sum stands. */
static void
parts_of_it(void **state)
{
	static const int64_t some[] = {3, 90, 2, 5, 0};
	struct rush *r = rush_begin(some);
	struct sums sums;

	(void)state;
	all_order(r, "4 kg tomato", 250);
	for (int round = 0; round < 20 && all_answer(r, "yes") > 0; round++)
		pass_time(r, 5 * MINUTES);
	sums = count(r);
	assert_true(sums.lines[LINE_ASKED] > 0 || sums.lines[LINE_OFFERED] > 0);
	assert_true(
	    sums.milli[LINE_CONFIRMED] + sums.milli[LINE_ASKED] <= 100 * KG);
	assert_true(sums.milli[LINE_CONFIRMED] >= 88 * KG);
	/* Nobody answers about the parts: they go to the next, till all who
	 * wait were told. */
	for (int round = 0; round < 12; round++) {
		pass_time(r, 1 * HOURS);
		all_answer(r, "no");
	}
	pass_time(r, 2 * HOURS);
	sums = count(r);
	assert_int_equal(sums.milli[LINE_CONFIRMED], sums.held_milli);
	assert_true(sums.held_milli <= 100 * KG);
	assert_int_equal(sums.lines[LINE_WAITING], 0);
	rush_end(r);
}

/* One says no to all: what comes free goes to those who wait, in their order,
 * and never more of it than there is. */
static void
comes_free(void **state)
{
	static const int64_t two[] = {50, 50, 0};
	struct rush *r = rush_begin(two);
	struct sums sums;

	(void)state;
	all_order(r, "1 kg tomato", BUYERS);
	assert_int_equal(answers(r, 0, "no"), 50);
	pass_time(r, 2 * MINUTES);
	sums = count(r);
	assert_int_equal(sums.held_milli, 100 * KG);
	assert_int_equal(sums.lines[LINE_OFFERED], 100);
	for (int round = 0; round < 20 && all_answer(r, "yes") > 0; round++)
		pass_time(r, 5 * MINUTES);
	sums = count(r);
	assert_int_equal(sums.milli[LINE_CONFIRMED], 100 * KG);
	pass_time(r, 8 * HOURS);
	rush_end(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_turn),
	    cmocka_unit_test(many_turns),
	    cmocka_unit_test(parts_of_it),
	    cmocka_unit_test(comes_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
