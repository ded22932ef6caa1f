/* What is on sale, for the lists of dialogues: right, and for the same work in
 * a market of thousands of goods and sellers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#include "gateway/store/store_offer.h"

#include "handlers/ussd_goods.h"

#include "tests/scenario/story.h"
#include "tests/scenario/story_stage.h"

struct hall {
	struct story *story;
	struct catalogue *catalogue;
	struct trade trade;
	struct desk desk;
	struct ussd_goods *goods;
};

/* p0, p1, ... */
static struct catalogue *
many_goods(const struct lexicon *lexicon, int products)
{
	struct buf json = buf_new(1u << 20);
	struct catalogue *out;
	struct err err = {0};

	buf_add_text(&json, "{\"products\":[");
	for (int i = 0; i < products; i++)
		buf_add_format(&json,
		    "%s{\"key\":\"p%d\",\"names\":{\"en\":[\"zz%dq\"]}}",
		    i > 0 ? "," : "", i, i);
	buf_add_text(&json,
	    "],\"units\":[{\"key\":\"kg\",\"names\":{\"en\":[\"kg\"]}}]}");
	out = catalogue_load(buf_str(&json), lexicon, &err);
	if (out == NULL)
		fail_msg("%s", err.text);
	buf_free(&json);
	return out;
}

static void
open_hall(struct hall *h, int products)
{
	memset(h, 0, sizeof(*h));
	h->story = story_begin(NULL);
	h->catalogue = many_goods(h->story->lexicon, products);
	h->trade = (struct trade){
	    .catalogue = h->catalogue, .lexicon = h->story->lexicon};
	h->desk = (struct desk){.trade = &h->trade,
	    .store = h->story->store,
	    .market = &h->story->market,
	    .now_ms = h->story->now_ms};
	h->goods = ussd_goods_new();
	story_person(h->story, "Akinyi", "+254722000001", "seller", "Yala");
}

static void
close_hall(struct hall *h)
{
	ussd_goods_free(&h->goods);
	catalogue_free(&h->catalogue);
	story_end(h->story);
}

static size_t
on_sale(struct hall *h, const int **list)
{
	return ussd_goods_on_sale(h->goods, &h->desk, list);
}

/* At once, those most offered first; sold out, too. */
static void
what_is_written_shows_at_once(void **state)
{
	struct hall h;
	const int *list;

	(void)state;
	open_hall(&h, 40);
	assert_int_equal(on_sale(&h, &list), 0);
	story_offer(h.story, "Akinyi", "p7", "kg", 10, 40);
	story_offer(h.story, "Akinyi", "p3", "kg", 10, 40);
	assert_int_equal(on_sale(&h, &list), 2);
	assert_int_equal(list[0], 3);
	assert_int_equal(list[1], 7);
	for (int i = 0; i < 6; i++)
		story_offer(h.story, "Akinyi", "p7", "kg", 10, 40 + i);
	assert_int_equal(on_sale(&h, &list), 2);
	assert_int_equal(list[0], 7);
	close_hall(&h);
}

/* Far more listings at once than are remembered: all of them within so many
 * turns as the round needs. */
static void
what_was_missed_comes_with_the_round(void **state)
{
	struct hall h;
	const int *list;
	char key[8];

	(void)state;
	open_hall(&h, 200);
	assert_int_equal(on_sale(&h, &list), 0);
	for (int i = 0; i < 200; i++) {
		struct buf out = buf_over(key, sizeof(key));

		buf_add_format(&out, "p%d", i);
		story_offer(h.story, "Akinyi", key, "kg", 10, 40);
	}
	for (int i = 0; i < 200 / 16 + 1; i++)
		(void)on_sale(&h, &list);
	assert_int_equal(on_sale(&h, &list), 200);
	close_hall(&h);
}

/* The work of a turn in which listings were written. */
static int64_t
steps_of_a_turn(int products)
{
	struct hall h;
	const int *list;
	int64_t steps;

	open_hall(&h, products);
	story_offer(h.story, "Akinyi", "p1", "kg", 10, 40);
	(void)on_sale(&h, &list);
	for (int i = 0; i < 40; i++)
		story_offer(
		    h.story, "Akinyi", i % 2 ? "p5" : "p6", "kg", 10, 40 + i);
	(void)store_steps(h.story->store);
	assert_int_equal(on_sale(&h, &list), 3);
	steps = store_steps(h.story->store);
	close_hall(&h);
	return steps;
}

static void
a_turn_costs_the_same_whatever_there_is(void **state)
{
	int64_t few = steps_of_a_turn(50), many = steps_of_a_turn(600);

	(void)state;
	assert_true(few > 0);
	assert_in_range(many, few / 2, few + few / 10);
}

/* By the beginning of a word of its name, in any case, and no more of them than
 * are wanted. */
static void
goods_are_found_by_letters(void **state)
{
	static const int some[] = {12, 31, 3};
	struct hall h;
	int out[5];

	(void)state;
	open_hall(&h, 40);
	strcpy(h.desk.lang, "en");
	assert_int_equal(
	    ussd_goods_found(&h.desk, NULL, 40, STR(" ZZ3 "), out, 5), 5);
	assert_int_equal(out[0], 3);
	assert_int_equal(out[1], 30);
	assert_int_equal(
	    ussd_goods_found(&h.desk, some, 3, STR("zz3"), out, 5), 2);
	assert_int_equal(out[0], 31);
	assert_int_equal(out[1], 3);
	assert_int_equal(
	    ussd_goods_found(&h.desk, NULL, 40, STR("q"), out, 5), 0);
	assert_int_equal(
	    ussd_goods_found(&h.desk, NULL, 40, STR(" "), out, 5), 0);
	close_hall(&h);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_written_shows_at_once),
	    cmocka_unit_test(what_was_missed_comes_with_the_round),
	    cmocka_unit_test(a_turn_costs_the_same_whatever_there_is),
	    cmocka_unit_test(goods_are_found_by_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
