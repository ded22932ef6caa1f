/* Money: what is counted, what waits at the ceiling, and that a restart
 * forgets nothing.
 *
 * A toy trade queues what a test asks for; the link is in memory and each part
 * costs 1.00 on it; the clock is turned by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"
#include "gateway/link/link_loop.h"
#include "gateway/queue/ceiling.h"
#include "gateway/queue/turnloop.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_robot.h"

#define HOUR_MS INT64_C(3600000)
#define AMINA "+254711000001"
#define JUMA "+254722000001"
#define PREMIUM "+254900123456"

/* -- judges ---------------------------------------------------------------- */

static void
the_judge_stops_before_too_much(void **state)
{
	(void)state;
	static const struct {
		int64_t used, limit, next;
		enum ceiling_state state;
	} cases[] = {
	    {0, 0, 1, CEILING_OPEN}, /* no limit */
	    {INT64_MAX, 0, 1, CEILING_OPEN},
	    {0, 100, 1, CEILING_OPEN},
	    {89, 100, 1, CEILING_OPEN},
	    {90, 100, 1, CEILING_NEAR},
	    {99, 100, 1, CEILING_NEAR},
	    {98, 100, 3, CEILING_REACHED}, /* a long text would be too much */
	    {100, 100, 0, CEILING_REACHED},
	    {100, 100, 1, CEILING_REACHED},
	    {0, 1, 1, CEILING_OPEN},
	    {0, INT64_MAX, INT64_MAX, CEILING_OPEN},
	    {5, INT64_MAX, INT64_MAX, CEILING_REACHED},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
		    ceiling_judge(cases[i].used, cases[i].limit, cases[i].next),
		    cases[i].state);
}

static void
the_day_begins_when_people_wake(void **state)
{
	(void)state;
	struct market plain = {.quiet_from_min = 0};
	struct market night = {
	    .quiet_from_min = 20 * 60 + 30, .quiet_until_min = 6 * 60 + 30};
	struct market noon = {
	    .quiet_from_min = 12 * 60, .quiet_until_min = 14 * 60};
	int64_t midnight = clock_from_civil(2026, 11, 25, 0, 0, 0);
	int64_t wake = midnight + 6 * HOUR_MS + HOUR_MS / 2;
	assert_int_equal(market_account_day(&night, wake - 1) + 1,
	    market_account_day(&night, wake));
	assert_int_equal(ceiling_next_day_ms(&night, wake - 1), wake);
	assert_int_equal(
	    ceiling_next_day_ms(&night, wake), wake + 24 * HOUR_MS);
	assert_int_equal(market_account_day(&plain, midnight - 1) + 1,
	    market_account_day(&plain, midnight));
	assert_int_equal(
	    ceiling_next_day_ms(&plain, midnight - 90000), midnight);
	assert_int_equal(
	    ceiling_next_day_ms(&noon, wake), midnight + 24 * HOUR_MS);
}

/* -- the world ------------------------------------------------------------- */

struct world {
	struct loop *loop;
	struct store *store;
	struct clock_fake clock;
	struct market market;
	struct link *link;
	struct link *links[1];
	struct turnloop *turnloop;
	enum link_loop_ending ending;
	int left, lost;
	char last[200];
	char path[64];
};

/* "3 advice +254722000001": that phone gets three texts of that class. */
static void
on_text(void *trade, const struct turn *turn, const struct handler_text *t)
{
	(void)trade;
	char words[200], class_[16], to[PARTY_OCTETS];
	int count = 0;
	int64_t person_id;
	str_copy(words, sizeof(words), t->text);
	if (sscanf(words, "%d %15s %31s", &count, class_, to) != 3)
		return;
	struct robot robot = {
	    .until_ms = turn->now_ms + HOUR_MS, .message_id = t->message_id};
	struct message_out out = {
	    .now_ms = turn->now_ms,
	    .text = str_from(class_),
	    .class_ = strcmp(class_, "advice") == 0 ? MESSAGE_ADVISORY
						    : MESSAGE_CONFIRM,
	    .subject = SUBJECT_LINE,
	    .subject_id = 7,
	};
	out.phone_id = store_phone_ensure(
	    turn->store, to, PARTY_PHONE, turn->now_ms, &person_id);
	if (strcmp(class_, "robot") == 0)
		store_robot_put(turn->store, out.phone_id, &robot);
	char longer[321] = "";
	if (strcmp(class_, "long") == 0) {
		memset(longer, 'a', sizeof(longer) - 1);
		out.text = str_from(longer); /* three parts */
	}
	for (int i = 0; i < count; i++)
		store_message_queue(turn->store, &out);
}

static void
on_over(void *trade, const struct turn *turn, const struct handler_text *t)
{
	(void)trade;
	(void)turn;
	(void)t;
}

static void
on_timer(
    void *trade, const struct turn *turn, enum timer_kind kind, int64_t ref)
{
	(void)trade;
	(void)turn;
	(void)kind;
	(void)ref;
}

static void
on_fate(void *trade, const struct turn *turn, int64_t message_id,
    int subject_kind, int64_t subject_id, enum handler_fate fate)
{
	struct world *w = trade;
	(void)turn;
	(void)message_id;
	(void)subject_kind;
	(void)subject_id;
	w->lost += fate == HANDLER_LOST;
}

static void
on_outage(void *trade, const struct turn *turn, int64_t away_ms)
{
	(void)trade;
	(void)turn;
	(void)away_ms;
}

static const struct handler_table toy_table = {
    .on_text = on_text,
    .on_over = on_over,
    .on_timer = on_timer,
    .on_fate = on_fate,
    .on_outage = on_outage,
};

static enum link_loop_ending
on_sent(void *arg, const struct msg_out *text, enum refusal *refusal, int *code)
{
	struct world *w = arg;
	*refusal = REFUSAL_RETRY;
	*code = 42;
	w->left++;
	str_copy(w->last, sizeof(w->last), text->text);
	return w->ending;
}

static void
start(struct world *w)
{
	struct err err;
	w->loop = loop_new();
	w->store = store_open(w->path, &err);
	if (w->store == NULL)
		fail_msg("%s", err.text);
	struct turnloop_config config = {
	    .loop = w->loop,
	    .store = w->store,
	    .clock = &w->clock.source,
	    .market = &w->market,
	    .handlers = &toy_table,
	    .trade = w,
	    .links = w->links,
	    .links_count = 1,
	    .machine_vouches = true,
	};
	w->turnloop = turnloop_new(&config);
	struct link_loop_config loop_config = {
	    .name = "loop",
	    .on_sent = on_sent,
	    .arg = w,
	};
	w->link = w->links[0] =
	    link_loop_new(w->loop, &loop_config, turnloop_sink(w->turnloop));
	w->link->id = store_link_ensure(w->store, "loop", "loop", "");
	w->link->cost_minor = 100;
	w->link->ops->start(w->link);
}

static void
stop(struct world *w)
{
	w->link->ops->free(w->link);
	turnloop_free(&w->turnloop);
	store_close(&w->store);
	loop_free(&w->loop);
}

static void
settle(struct world *w)
{
	for (int i = 0; i < 60; i++)
		loop_once(w->loop, false);
}

static void
pass(struct world *w, int64_t ms)
{
	for (; ms > 0; ms -= 20000) {
		clock_fake_turn(&w->clock, ms < 20000 ? ms : 20000);
		turnloop_request(w->turnloop);
		settle(w);
	}
}

static void
ask(struct world *w, const char *words)
{
	link_loop_text(w->link, "+254733000001", words);
	settle(w);
}

static struct spend
spent(struct world *w)
{
	struct spend s;
	store_spend_get(w->store,
	    market_account_day(&w->market, clock_wall_ms(&w->clock.source)), 0,
	    &s);
	return s;
}

static const char *
alarm_that_is_on(struct world *w, const char *key)
{
	const struct alarms *alarms = turnloop_alarms(w->turnloop);
	for (size_t i = 0; i < alarms->count; i++)
		if (alarms->alarm[i].on &&
		    strcmp(alarms->alarm[i].key, key) == 0)
			return alarms->alarm[i].text;
	return NULL;
}

static int
setup(void **state)
{
	struct world *w = xcalloc(1, sizeof(*w));
	snprintf(w->path, sizeof(w->path), "furrow-ceiling-XXXXXX");
	int fd = mkstemp(w->path);
	assert_true(fd >= 0);
	close(fd);
	unlink(w->path);
	clock_fake_init(&w->clock, clock_from_civil(2026, 11, 25, 12, 0, 0));
	str_copy(w->market.country, sizeof(w->market.country), STR("254"));
	str_copy(w->market.currency, sizeof(w->market.currency), STR("KES"));
	w->market.currency_places = 2;
	w->market.unknown_wait_ms = 120000;
	start(w);
	settle(w);
	*state = w;
	return 0;
}

static int
teardown(void **state)
{
	struct world *w = *state;
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	stop(w);
	for (size_t i = 0; i < 4; i++) {
		char path[80];
		snprintf(path, sizeof(path), "%s%s", w->path, ends[i]);
		unlink(path);
	}
	free(w);
	return 0;
}

/* -- stories --------------------------------------------------------------- */

static void
each_part_is_counted(void **state)
{
	struct world *w = *state;
	ask(w, "2 yes " AMINA);
	ask(w, "1 long " JUMA);
	assert_int_equal(w->left, 3);
	assert_int_equal(spent(w).texts, 3);
	assert_int_equal(spent(w).parts, 5);
	assert_int_equal(spent(w).minor, 500);
}

static void
at_the_ceiling_everything_waits_for_the_next_day(void **state)
{
	struct world *w = *state;
	w->market.spend_per_day_minor = 1000;
	for (int i = 0; i < 4; i++)
		ask(w, "5 yes " AMINA);
	assert_int_equal(w->left, 10);
	assert_int_equal(spent(w).minor, 1000);
	pass(w, 60000);
	assert_string_equal(alarm_that_is_on(w, "spent all"),
	    "spending: 10.00 of 10.00 KES today: all texts wait until "
	    "tomorrow");
	pass(w, 11 * HOUR_MS); /* 23:01 */
	assert_int_equal(w->left, 10);
	assert_null(alarm_that_is_on(w, "queue")); /* why is known */
	pass(w, HOUR_MS);
	assert_int_equal(w->left, 20); /* none is lost */
}

static void
a_restart_forgets_nothing(void **state)
{
	struct world *w = *state;
	w->market.spend_per_day_minor = 1000;
	ask(w, "8 yes " AMINA);
	stop(w);
	start(w);
	settle(w);
	ask(w, "8 yes " JUMA);
	assert_int_equal(w->left, 10);
	stop(w);
	start(w);
	pass(w, 60000);
	assert_int_equal(w->left, 10);
	assert_non_null(alarm_that_is_on(w, "spent all"));
}

static void
advice_waits_first(void **state)
{
	struct world *w = *state;
	w->market.spend_per_day_minor = 1000;
	ask(w, "9 yes " AMINA);
	ask(w, "1 advice " JUMA);
	pass(w, 60000);
	assert_int_equal(w->left, 9);
	assert_string_equal(alarm_that_is_on(w, "near all"),
	    "spending: 9.00 of 10.00 KES today: advisories wait");
	ask(w, "1 yes " AMINA);
	assert_int_equal(w->left, 10);
}

/* The admin is told although older texts to that phone have to wait. */
static void
the_alarm_itself_leaves(void **state)
{
	struct world *w = *state;
	str_copy(w->market.admin_phone, sizeof(w->market.admin_phone),
	    str_from(JUMA));
	w->market.spend_per_day_minor = 200;
	ask(w, "5 yes " JUMA);
	assert_int_equal(w->left, 2);
	pass(w, 60000);
	assert_int_equal(w->left, 3);
	assert_non_null(strstr(w->last, "2.00 of 2.00 KES"));
	pass(w, HOUR_MS);
	assert_int_equal(w->left, 3); /* once */
	assert_int_equal(store_check(w->store, NULL), 0);
}

/* Refused by the network: tried again, and still told of. */
static void
an_alarm_that_is_refused_comes_again(void **state)
{
	struct world *w = *state;
	str_copy(w->market.admin_phone, sizeof(w->market.admin_phone),
	    str_from(JUMA));
	w->market.spend_per_day_minor = 200;
	ask(w, "5 yes " JUMA);
	w->ending = LINK_LOOP_REFUSE;
	pass(w, 6000);
	assert_int_equal(w->left, 3);
	w->ending = LINK_LOOP_ACCEPT;
	pass(w, 60000);
	assert_int_equal(w->left, 4);
	assert_non_null(strstr(w->last, "2.00 of 2.00 KES"));
}

static void
a_link_has_its_own_limits(void **state)
{
	struct world *w = *state;
	w->link->texts_per_day = 3;
	ask(w, "5 yes " AMINA);
	assert_int_equal(w->left, 3);
	pass(w, 6000);
	assert_string_equal(alarm_that_is_on(w, "spent loop"),
	    "link loop: 3 of 3 texts today: all texts wait until tomorrow");
	w->link->texts_per_day = 0;
	w->link->spend_per_day_minor = 400;
	pass(w, 6000);
	assert_int_equal(w->left, 4);
}

static void
a_long_text_that_does_not_fit_waits(void **state)
{
	struct world *w = *state;
	w->market.spend_per_day_minor = 400;
	ask(w, "2 yes " AMINA);
	ask(w, "1 long " JUMA);
	assert_int_equal(w->left, 2);
	ask(w, "1 yes " AMINA);
	assert_int_equal(w->left, 3);
	pass(w, 13 * HOUR_MS);
	assert_int_equal(w->left, 4);
}

static void
what_was_refused_costs_nothing(void **state)
{
	struct world *w = *state;
	w->ending = LINK_LOOP_REFUSE;
	ask(w, "1 long " AMINA);
	assert_int_equal(w->left, 1);
	assert_int_equal(spent(w).minor, 0);
	w->ending = LINK_LOOP_UNKNOWN;
	pass(w, 60000);
	assert_int_equal(w->left, 2);
	assert_int_equal(spent(w).minor, 300); /* it may have left */
}

static void
one_phone_does_not_hold_up_the_others(void **state)
{
	struct world *w = *state;
	w->market.texts_per_phone_day = 3;
	ask(w, "5 yes " AMINA);
	assert_int_equal(w->left, 3);
	ask(w, "2 yes " JUMA);
	assert_int_equal(w->left, 5);
	stop(w);
	start(w);
	pass(w, HOUR_MS);
	ask(w, "1 yes " AMINA);
	assert_int_equal(w->left, 5);
	pass(w, 11 * HOUR_MS);
	assert_int_equal(w->left, 8);
}

static void
blocked_numbers_are_not_answered_nor_written_to(void **state)
{
	struct world *w = *state;
	str_copy(w->market.blocked[w->market.blocked_count++],
	    MARKET_BLOCKED_OCTETS, STR("+25490*"));
	link_loop_text(w->link, "0900123456", "1 yes " AMINA);
	settle(w);
	assert_int_equal(store_message_count(w->store, MESSAGE_RECEIVED), 1);
	assert_int_equal(w->left, 0);
	ask(w, "2 yes " PREMIUM);
	assert_int_equal(w->left, 0);
	assert_int_equal(w->lost, 2);
	assert_int_equal(store_message_count(w->store, MESSAGE_FAILED), 2);
	ask(w, "1 yes +979123456789");
	assert_int_equal(w->left, 0);
	ask(w, "1 yes " AMINA);
	assert_int_equal(w->left, 1);
}

static void
a_phone_that_answers_by_itself_is_an_alarm(void **state)
{
	struct world *w = *state;
	ask(w, "0 robot " JUMA);
	pass(w, 6000);
	assert_string_equal(alarm_that_is_on(w, "robots"),
	    "phones that answer our texts by themselves, left alone now: 1, "
	    "see message 1");
	pass(w, HOUR_MS);
	assert_null(alarm_that_is_on(w, "robots"));
}

static void
no_line(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	log_set_sink(no_line, NULL);
	setenv("TZ", "UTC", 1);
	tzset();
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_judge_stops_before_too_much),
	    cmocka_unit_test(the_day_begins_when_people_wake),
	    STORY(each_part_is_counted),
	    STORY(at_the_ceiling_everything_waits_for_the_next_day),
	    STORY(a_restart_forgets_nothing),
	    STORY(advice_waits_first),
	    STORY(the_alarm_itself_leaves),
	    STORY(an_alarm_that_is_refused_comes_again),
	    STORY(a_link_has_its_own_limits),
	    STORY(a_long_text_that_does_not_fit_waits),
	    STORY(what_was_refused_costs_nothing),
	    STORY(one_phone_does_not_hold_up_the_others),
	    STORY(a_phone_that_answers_by_itself_is_an_alarm),
	    STORY(blocked_numbers_are_not_answered_nor_written_to),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
