/* The table of a line (docs/machines.md), walked: what it does not take is
 * refused, leaves no trace, and whoever asked for it gets an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/store/store_order.h"

#include "handlers/desk.h"
#include "handlers/line.h"

#include "tests/scenario/story_stage.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static struct story *
market_day(void)
{
	struct story *s = story_begin("");

	story_market(s)->open_orders_per_person = 0;
	story_person(s, "Wanjiku", "+254711000001", "buyer", "Ugunja");
	story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_offer(s, "Akinyi", "tomato", "kg", 10, 40);
	return s;
}

/* What is said, by whom, until a line is in that state. */
struct way {
	enum line_state state;
	struct {
		const char *who, *text;
	} said[5];
};

static const struct way ways[] = {
    {LINE_ASKED, {{"Wanjiku", "10 kg tomato"}, {"Akinyi", "only 6"}}},
    {LINE_WAITING, {{"Njeri", "10 kg tomato"}, {"Wanjiku", "5 kg tomato"}}},
    {LINE_OFFERED, {{"Wanjiku", "10 kg tomato"}}},
    {LINE_CONFIRMED, {{"Wanjiku", "10 kg tomato"}, {"Akinyi", "yes"}}},
    {LINE_FULFILLED,
	{{"Wanjiku", "10 kg tomato"}, {"Akinyi", "yes"}, {"Akinyi", "done"}}},
    {LINE_UNFILLED, {{"Wanjiku", "10 kg tomato"}, {"Akinyi", "no"}}},
    {LINE_CANCELLED, {{"Wanjiku", "10 kg tomato"}, {"Wanjiku", "cancel"}}},
    {LINE_DISPUTED, {{"Wanjiku", "10 kg tomato"}, {"Akinyi", "yes"},
			{"Akinyi", "done"}, {"Wanjiku", "PROBLEM all rotten"}}},
    {LINE_FAILED,
	{{"Wanjiku", "10 kg tomato"}, {"Akinyi", "yes"}, {"Akinyi", "noshow"}}},
};

/* What people say for an act. */
static const struct {
	enum line_act act;
	const char *who, *before, *behind; /* the code */
} words[] = {
    {LINE_ACT_AGREE, "Akinyi", "yes #", ""},
    {LINE_ACT_AGREE, "Wanjiku", "yes #", ""},
    {LINE_ACT_ASK, "Akinyi", "only 2 #", ""},
    {LINE_ACT_ASK, "Akinyi", "60/kg #", ""},
    {LINE_ACT_CHANGE, "Wanjiku", "#", " make it 4"},
    {LINE_ACT_CANCEL, "Wanjiku", "CANCEL #", ""},
    {LINE_ACT_CANCEL, "Akinyi", "CANCEL #", ""},
    {LINE_ACT_HAND_OVER, "Akinyi", "DONE #", ""},
    {LINE_ACT_HAND_OVER, "Wanjiku", "GOT #", ""},
    {LINE_ACT_PROBLEM, "Wanjiku", "PROBLEM #", " rotten"},
    {LINE_ACT_PROBLEM, "Akinyi", "PROBLEM #", " nobody there"},
    {LINE_ACT_NOSHOW, "Akinyi", "NOSHOW #", ""},
    {LINE_ACT_PAY, "Akinyi", "PAID #", " 100"},
    {LINE_ACT_PAY, "Akinyi", "CREDIT #", ""},
};

struct found {
	struct line_row row;
	int64_t buyer_id;
};

static bool
find_row(void *arg, const struct line_row *row)
{
	struct found *f = arg;

	if (row->order.buyer_id == f->buyer_id && f->row.line.id == 0)
		f->row = *row;
	return true;
}

/* Wanjiku's first line. */
static struct line_row
read_row(struct story *s)
{
	struct found f = {.buyer_id = s->people[0].person_id};
	struct line_filter all = {.limit = 0};

	store_begin(s->store);
	store_line_list(s->store, &all, find_row, &f);
	story_commit(s);
	assert_true(f.row.line.id != 0);
	return f.row;
}

static struct story *
bring_to(const struct way *way)
{
	struct story *s = market_day();

	for (size_t i = 0; i < COUNT(way->said) && way->said[i].who; i++)
		story_text(s, way->said[i].who, way->said[i].text);
	assert_int_equal(read_row(s).line.state, way->state);
	return s;
}

static bool
is_answered(struct story *s, size_t before, const char *who)
{
	char arrow[64];

	snprintf(arrow, sizeof(arrow), "-> %s: ", who);
	return memmem(s->out.at + before, s->out.octets - before, arrow,
		   strlen(arrow)) != NULL;
}

static void
assert_same(const struct line *was, const struct line *is, const char *text)
{
	if (was->state != is->state || was->qty_milli != is->qty_milli ||
	    was->accepted_milli != is->accepted_milli ||
	    was->hold_milli != is->hold_milli ||
	    was->price_minor != is->price_minor ||
	    was->payment != is->payment || was->paid_minor != is->paid_minor ||
	    was->done_ms != is->done_ms || was->got_ms != is->got_ms ||
	    was->settled_ms != is->settled_ms ||
	    was->event_id != is->event_id || was->changed_ms != is->changed_ms)
		fail_msg("%s: a line that was %s was changed (%s now)", text,
		    line_state_name(was->state), line_state_name(is->state));
}

/* The words for what the state does not take, one after the other: none of them
 * may leave a trace. */
static size_t
try_words(const struct way *way)
{
	struct story *s = bring_to(way);
	struct line_row was = read_row(s), is;
	size_t tried = 0;

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t before = s->out.octets;
		char text[64];

		if (line_takes(way->state, words[i].act))
			continue;
		snprintf(text, sizeof(text), "%s%s%s", words[i].before,
		    was.order.code, words[i].behind);
		story_text(s, words[i].who, text);
		is = read_row(s);
		assert_same(&was.line, &is.line, text);
		if (!is_answered(s, before, words[i].who))
			fail_msg("%s: no answer (%s)", text,
			    line_state_name(way->state));
		tried++;
	}
	story_end(s);
	return tried;
}

static void
people_are_answered(void **state)
{
	size_t tried = 0;

	(void)state;
	for (size_t w = 0; w < COUNT(ways); w++)
		tried += try_words(&ways[w]);
	assert_true(tried > 40);
}

struct history {
	size_t count;
	bool whole;
};

static bool
look_event(void *arg, const struct line_event *event)
{
	struct history *h = arg;

	h->count++;
	h->whole = h->whole && event->time_ms > 0 && event->by[0] != '\0' &&
		   event->text[0] != '\0' &&
		   (event->message_id != 0 || strcmp(event->by, "clock") == 0);
	return true;
}

/* Every act in every state to every state, with the ledger behind it: what the
 * table refuses writes nothing; what it takes writes a row that says why. */
static void
table_is_the_only_way(void **state)
{
	(void)state;
	for (size_t w = 0; w < COUNT(ways); w++) {
		struct story *s = bring_to(&ways[w]);
		struct turn turn = {s->store, &s->market, s->now_ms, true};
		struct desk desk = {.store = s->store,
		    .turn = &turn,
		    .market = &s->market,
		    .now_ms = s->now_ms + 1};
		struct line_row was = read_row(s);
		struct history h = {0, true};

		desk_as(&desk, "clock");
		store_begin(s->store);
		store_event_of_line(s->store, was.line.id, look_event, &h);
		assert_true(h.whole);
		for (int act = 0; act <= (int)LINE_ACT_PAY; act++)
			for (int to = 1; to <= (int)LINE_FAILED; to++) {
				struct line line = was.line, stored;

				if (line_takes(
					line.state, (enum line_act)act) &&
				    line_allows(
					line.state, (enum line_state)to))
					continue;
				assert_false(
				    line_go(&desk, &line, (enum line_act)act,
					(enum line_state)to, "a try"));
				assert_same(&was.line, &line, "line_go");
				assert_true(store_line_get(
				    s->store, was.line.id, &stored));
				assert_same(&was.line, &stored, "store");
			}
		story_commit(s);
		story_end(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(people_are_answered),
	    cmocka_unit_test(table_is_the_only_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
