/* Fifty whole lives over SMPP, between the real furrowd and a message centre
 * that sends receipts, and fifty more while it goes away: nothing is lost,
 * nothing is doubled but where nobody could know, and the ledger has them all.
 *
 * The centre and its phones are those of bench/smpp_load. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "bench/load_play.h"
#include "tests/scenario/daemon_kit.h"

#define LIVES 50
#define LONG_US ((int64_t)20000000 * KIT_SLOWER)

struct world {
	struct kit kit;
	struct load_play *play;
	int lives; /* begun */
};

/* Turns of the centre until `done`, which must come. */
static void
turn_until(struct world *w, bool (*done)(struct world *w))
{
	int64_t end_us = load_play_now_us() + LONG_US;
	while (!done(w)) {
		assert_true(load_play_now_us() < end_us);
		load_play_turn(w->play, 10000);
	}
}

static bool
is_bound(struct world *w)
{
	return smsc_receivers(load_play_smsc(w->play)) > 0;
}

static bool
all_ended(struct world *w)
{
	return load_play_open(w->play) == 0;
}

/* The sellers are told last: nothing is under way any more. */
static bool
all_told(struct world *w)
{
	return load_play_counts(w->play)->told >= w->lives &&
	       smsc_open(load_play_smsc(w->play)) == 0;
}

static bool
half_replied(struct world *w)
{
	return load_play_counts(w->play)->replied >= w->lives - LIVES / 2;
}

static bool
answers(struct world *w)
{
	(void)w;
	return kit_furrow(NULL, 0, "offer", "list", NULL) == 0;
}

static void
write_conf(int port)
{
	assert_int_equal(kit_write("op.pass", "secret\n"), 0);
	assert_int_equal(
	    kit_write("catalogue.json",
		"{\"products\":[{\"key\":\"tomato\",\"names\":{\"en\":"
		"[\"tomato\"]}}],\"units\":[]}"),
	    0);
	assert_int_equal(
	    kit_write("furrow.conf",
		"market { timezone = \"UTC\" catalogue = \"catalogue.json\" "
		"unknown-wait = \"1s\" }\n"
		"smpp op { port = %d system-id = \"furrow\" "
		"password-file = \"op.pass\" number = \"20880\" "
		"window = 20 reconnect-min = \"1s\" }\n",
		port),
	    0);
}

static void
set_up(struct world *w)
{
	struct err err = {0};
	struct load_play_config config = {
	    .number = "20880",
	    .goods = "tomatos",
	    .window = 20,
	    .receipts = true,
	};
	assert_int_equal(kit_enter(&w->kit, "smpp-lives"), 0);
	w->play = load_play_new(&config, &err);
	assert_non_null(w->play);
	write_conf(smsc_port(load_play_smsc(w->play)));
	assert_int_equal(kit_start(&w->kit, KIT_FURROWD, NULL), 0);
	turn_until(w, answers);
	assert_int_equal(kit_sellers(20), 0);
	turn_until(w, is_bound);
	load_play_lives(w->play);
}

static void
begin_lives(struct world *w)
{
	w->lives += LIVES;
	for (int i = 0; i < LIVES; i++)
		load_play_begin(w->play, load_play_now_us());
}

static void
assert_ledger(const struct world *w)
{
	json_t *rows = kit_rows("order", "list", "--state", "confirmed", NULL);
	assert_int_equal(json_array_size(rows), w->lives);
	json_decref(rows);
}

static void
assert_clean(struct world *w)
{
	const struct smsc_counts *centre = smsc_counts(load_play_smsc(w->play));
	assert_int_equal(load_play_counts(w->play)->unasked, 0);
	assert_int_equal(centre->malformed, 0);
	assert_int_equal(centre->stray, 0);
	assert_int_equal(centre->refused, 0);
}

static void
fifty_lives_are_fifty_lives(struct world *w)
{
	const struct load_play_counts *c = load_play_counts(w->play);
	begin_lives(w);
	turn_until(w, all_ended);
	turn_until(w, all_told);
	assert_int_equal(c->ended, LIVES);
	assert_int_equal(c->proposals, LIVES);
	assert_int_equal(c->told, LIVES);
	assert_int_equal(c->doubled, 0);
	assert_clean(w);
	assert_ledger(w);
}

/* What was under way when the centre went away is handed over again, and what
 * furrowd had sent without an answer may come twice: that nobody can know. */
static void
a_centre_that_goes_away_costs_no_order(struct world *w)
{
	begin_lives(w);
	turn_until(w, half_replied);
	smsc_drop(load_play_smsc(w->play));
	turn_until(w, all_ended);
	turn_until(w, all_told);
	assert_clean(w);
	assert_ledger(w);
}

static void
a_market_behind_a_centre(void **state)
{
	struct world w = {.lives = 0};
	(void)state;
	set_up(&w);
	fifty_lives_are_fifty_lives(&w);
	a_centre_that_goes_away_costs_no_order(&w);
	load_play_free(&w.play);
	kit_stop(&w.kit, NULL);
	kit_leave(&w.kit, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_market_behind_a_centre),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
