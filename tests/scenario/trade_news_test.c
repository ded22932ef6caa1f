/* Ten thousand followers: one row of news, a bounded batch a turn, one text
 * each, and no more of them in the queue than a batch. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "gateway/core/handler.h"
#include "gateway/store/store_follow.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_timer.h"

#include "handlers/handlers.h"
#include "handlers/news.h"

#include "tests/scenario/story_stage.h"

#define FOLLOWERS 10000

static void
follow(struct story *s, int n, const char *topic)
{
	char number[32];
	struct buf b = buf_over(number, sizeof(number));
	int64_t person_id, phone_id;

	buf_add_format(&b, "+2547%08d", n);
	phone_id = store_phone_ensure(
	    s->store, number, PARTY_PHONE, s->now_ms, &person_id);
	assert_true(phone_id > 0);
	store_follow_add(s->store, person_id, phone_id, topic, s->now_ms);
}

/* A fifth follows sales, a fifth mangoes, the rest both. */
static void
make_followers(struct story *s)
{
	store_begin(s->store);
	for (int i = 0; i < FOLLOWERS; i++) {
		if (i % 5 != 1)
			follow(s, 1000 + i, FOLLOW_SALES);
		if (i % 5 != 0)
			follow(s, 1000 + i, FOLLOW_PRODUCT "mango");
	}
	story_commit(s);
}

struct counted {
	struct story *story;
	int64_t ids[4 * NEWS_BATCH];
	int count;
};

static void
note_claim(void *arg, const struct message *m)
{
	struct counted *c = arg;

	assert_int_equal(m->class_, MESSAGE_ADVISORY);
	c->ids[c->count++] = m->id;
}

/* What waits leaves; returns how many. */
static int
send_all(struct story *s)
{
	struct counted c = {.story = s};

	store_begin(s->store);
	store_message_claim(s->store, s->link_id, true, s->now_ms,
	    4 * NEWS_BATCH, note_claim, &c);
	for (int i = 0; i < c.count; i++)
		store_message_sent(s->store, c.ids[i], s->now_ms, 1, 1);
	story_commit(s);
	return c.count;
}

/* The next timer of news, if there is one; true: it fired. */
static bool
fire_news(struct story *s)
{
	int kind;
	int64_t ref, due;
	struct turn turn;

	store_begin(s->store);
	due = store_timer_next_due(s->store);
	if (due == INT64_MAX) {
		story_commit(s);
		return false;
	}
	if (due > s->now_ms)
		s->now_ms = due;
	turn = (struct turn){s->store, &s->market, s->now_ms, true};
	assert_true(store_timer_take(s->store, s->now_ms, &kind, &ref));
	handlers_table()->on_timer(s->trade, &turn, (enum timer_kind)kind, ref);
	story_commit(s);
	return kind == TIMER_NEWS;
}

static struct story *
begin_sale(void)
{
	struct story *s = story_begin(NULL);

	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	make_followers(s);
	return s;
}

static void
open_sale(struct story *s)
{
	story_text(s, "Akinyi", "SALE mango 60kg 40 9:00-18:00");
}

static void
everybody_once_in_batches(void **state)
{
	struct story *s = begin_sale();
	struct news news;
	int told = 0, turns = 0;

	(void)state;
	open_sale(s);
	while (fire_news(s)) {
		int sent = send_all(s);

		assert_in_range(sent, 0, NEWS_BATCH);
		told += sent;
		turns++;
	}
	assert_int_equal(told, FOLLOWERS);
	/* 8,000 rows of each topic, and one look more for what is left. */
	assert_in_range(
	    turns, 2 * 8000 / NEWS_BATCH, 2 * 8000 / NEWS_BATCH + 3);
	store_begin(s->store);
	assert_true(store_news_find(s->store, NEWS_SALE, 1, &news));
	assert_true(news.done);
	assert_int_equal(news.told, FOLLOWERS);
	story_commit(s);
	story_end(s);
}

/* Nothing leaves: the queue holds one batch, and the cursor stands. */
static void
a_slow_link_is_not_flooded(void **state)
{
	struct story *s = begin_sale();
	struct news news;

	(void)state;
	open_sale(s);
	for (int i = 0; i < 20; i++)
		assert_true(fire_news(s));
	store_begin(s->store);
	assert_true(store_news_find(s->store, NEWS_SALE, 1, &news));
	assert_int_equal(news.told, NEWS_BATCH);
	assert_int_equal(
	    store_message_count(s->store, MESSAGE_QUEUED), NEWS_BATCH);
	story_commit(s);
	assert_int_equal(send_all(s), NEWS_BATCH);
	story_end(s);
}

/* Sold out and over in the middle: the rest is not bothered. */
static void
it_stops_with_the_sale(void **state)
{
	struct story *s = begin_sale();
	struct news news;

	(void)state;
	open_sale(s);
	assert_true(fire_news(s));
	(void)send_all(s);
	story_text(s, "Akinyi", "SALE END");
	while (fire_news(s))
		(void)send_all(s);
	store_begin(s->store);
	assert_true(store_news_find(s->store, NEWS_SALE, 1, &news));
	assert_true(news.done);
	assert_int_equal(news.told, NEWS_BATCH);
	story_commit(s);
	story_end(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(everybody_once_in_batches),
	    cmocka_unit_test(a_slow_link_is_not_flooded),
	    cmocka_unit_test(it_stops_with_the_sale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
