/* A modem link against simnet while things go wrong: nothing may be lost, and
 * nothing doubled unless its outcome could not be known. */
#include "gateway/link/link_modem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/timer.h"

#include "tests/sim/sim_client.h"

#define IN 24
#define OUT 12
#define PLACES 4096
#define WITHIN_MS 40000

struct bed {
	struct loop *loop;
	struct link *link;
	struct link_sink sink;
	struct timer *tick;
	struct sim *sim;
	pid_t pid;
	char dir[64], device[80];
	int got[IN];
	struct msg_place places[PLACES];
	size_t places_count;
	int injected;
	enum { IDLE, SENDING, SENT, AGAIN } out[OUT];
	int64_t again_at[OUT];
	bool unknown[OUT];
	int64_t began_ms;
	bool stirred; /* the act was done */
	const char *act;
	int act_ms;
};

static int64_t
now_ms(void)
{
	return clock_mono_ms(clock_system());
}

static bool
on_message(void *arg, struct link *link, const struct msg_in *m)
{
	struct bed *bed = arg;
	char text[64];
	int n = -1;
	(void)link;
	if (m->place.index >= 0 && bed->places_count < PLACES)
		bed->places[bed->places_count++] = m->place;
	str_copy(text, sizeof(text), m->text);
	assert_int_not_equal(m->kind, MSG_GARBLED);
	if (m->kind == MSG_TEXT && sscanf(text, "order %d", &n) == 1 && n < IN)
		bed->got[n]++;
	return true;
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *o)
{
	struct bed *bed = arg;
	size_t i = (size_t)o->id - 1;
	(void)link;
	bed->out[i] = o->outcome == OUTCOME_ACCEPTED ? SENT : AGAIN;
	bed->unknown[i] |= o->outcome == OUTCOME_UNKNOWN;
	bed->again_at[i] = now_ms() + 200;
}

static void
on_forgotten(void *arg, struct link *link, const struct msg_place *place)
{
	(void)arg;
	(void)link;
	(void)place;
}

static void
on_change(void *arg, struct link *link)
{
	(void)arg;
	(void)link;
}

static void
phone(char dst[24], int n)
{
	snprintf(dst, 24, "+25471200%04d", n);
}

static void
send_next(struct bed *bed)
{
	for (int i = 0; i < OUT; i++) {
		bool again =
		    bed->out[i] == AGAIN && now_ms() >= bed->again_at[i];
		if (bed->out[i] != IDLE && !again)
			continue;
		char text[32], to[24];
		snprintf(text, sizeof(text), "answer %d", i);
		phone(to, i);
		struct msg_out out = {.id = i + 1,
		    .text = str_from(text),
		    .repeat = bed->unknown[i]};
		str_copy(out.to, sizeof(out.to), str_from(to));
		bed->out[i] = SENDING;
		bed->link->ops->send(bed->link, &out);
		return;
	}
}

static void
stir(struct bed *bed)
{
	if (bed->stirred || bed->act == NULL || bed->injected < IN / 2)
		return;
	bed->stirred = true;
	assert_int_equal(sim_fault_ms(bed->sim, "a", bed->act, bed->act_ms), 0);
}

/* The turn: acknowledge what came, send what may go, let phones text. */
static void
on_tick(void *arg)
{
	struct bed *bed = arg;
	for (size_t i = 0; i < bed->places_count; i++)
		bed->link->ops->acknowledge(bed->link, &bed->places[i]);
	bed->places_count = 0;
	if (bed->link->ops->room(bed->link) > 0)
		send_next(bed);
	bool due = now_ms() - bed->began_ms > bed->injected * 40;
	if (bed->link->state == LINK_UP && due && bed->injected < IN) {
		char from[24], text[32];
		snprintf(text, sizeof(text), "order %d", bed->injected);
		phone(from, 100 + bed->injected++);
		sim_text(bed->sim, from, "a", text);
	}
	stir(bed);
	timer_arm(bed->tick, 2);
}

static bool
is_done(const struct bed *bed)
{
	for (int i = 0; i < IN; i++)
		if (bed->got[i] == 0)
			return false;
	for (int i = 0; i < OUT; i++)
		if (bed->out[i] != SENT)
			return false;
	return true;
}

/* Shorter than in the field, in the same proportions. */
static void
shrink(struct link_modem_config *config)
{
	static const int64_t short_ms[MODEM_TIMES] = {
	    [MODEM_T_ESCAPE] = 5,
	    [MODEM_T_AT] = 200,
	    [MODEM_T_COMMAND] = 500,
	    [MODEM_T_TAIL] = 300,
	    [MODEM_T_LIST] = 800,
	    [MODEM_T_LIST_TAIL] = 300,
	    [MODEM_T_SLOT] = 500,
	    [MODEM_T_PROMPT] = 500,
	    [MODEM_T_SEND] = 2500,
	    [MODEM_T_SEND_LEARNED] = 2500,
	    [MODEM_T_QUIET] = 30,
	    [MODEM_T_STEP] = 400,
	    [MODEM_T_ODD] = 200,
	    [MODEM_T_SWEEP] = 1500,
	    [MODEM_T_HEALTH] = 2000,
	    [MODEM_T_POLL] = 100,
	    [MODEM_T_ABSENT] = 100,
	    [MODEM_T_BACKOFF] = 100,
	    [MODEM_T_BACKOFF_MAX] = 500,
	    [MODEM_T_WATCH] = 100,
	};
	memcpy(config->times_ms, short_ms, sizeof(short_ms));
}

static struct bed *
bed_new(const char *modem)
{
	struct bed *bed = calloc(1, sizeof(*bed));
	assert_non_null(bed);
	const char *args[] = {"--modem", modem, NULL};
	str_copy(bed->dir, sizeof(bed->dir), STR("link_fault_test.XXXXXX"));
	assert_non_null(mkdtemp(bed->dir));
	snprintf(bed->device, sizeof(bed->device), "%s/a", bed->dir);
	bed->pid = sim_start(bed->dir, args);
	assert_true(bed->pid > 0);
	bed->sim = sim_connect_dir(bed->dir);
	assert_non_null(bed->sim);
	bed->loop = loop_new();
	bed->sink = (struct link_sink){
	    bed, on_message, on_outcome, on_forgotten, on_change, NULL};
	struct link_modem_config config = {.name = "a", .device = bed->device};
	shrink(&config);
	bed->link = link_modem_new(bed->loop, &config, &bed->sink);
	bed->tick = timer_new(bed->loop, on_tick, bed);
	bed->began_ms = now_ms();
	return bed;
}

static void
check_phones(struct bed *bed, const char *name)
{
	for (int i = 0; i < OUT; i++) {
		char to[24];
		phone(to, i);
		int copies = sim_inbox_count(bed->sim, to);
		if (copies == 0)
			fail_msg("%s: answer %d never came", name, i);
		if (copies > 1 && !bed->unknown[i])
			fail_msg(
			    "%s: answer %d came %d times", name, i, copies);
	}
}

static void
bed_free(struct bed *bed)
{
	char path[128];
	bed->link->ops->free(bed->link);
	timer_free(&bed->tick);
	loop_free(&bed->loop);
	sim_close(&bed->sim);
	sim_stop(bed->pid);
	snprintf(path, sizeof(path), "%s/sim.log", bed->dir);
	unlink(path);
	rmdir(bed->dir);
	free(bed);
}

struct row {
	const char *fault;
	double chance; /* 0: an act, once, in the middle */
	int ms;
	const char *modem;
};

static void
play(const struct row *row)
{
	struct bed *bed =
	    bed_new(row->modem != NULL ? row->modem : "a:number=+254700000001");
	if (row->chance > 0)
		assert_int_equal(
		    sim_fault_chance(bed->sim, "a", row->fault, row->chance),
		    0);
	else
		bed->act = row->fault;
	bed->act_ms = row->ms;
	timer_arm(bed->tick, 1);
	bed->link->ops->start(bed->link);
	while (!is_done(bed) && now_ms() - bed->began_ms < WITHIN_MS)
		loop_once(bed->loop, true);
	if (!is_done(bed))
		fail_msg("%s: stuck, or something was lost", row->fault);
	check_phones(bed, row->fault);
	bed_free(bed);
}

static void
test_what_it_says(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"urc-inside", 0.3, 0, NULL},
	    {"urc-at-prompt", 0.5, 0, NULL},
	    {"garbage", 0.1, 0, NULL},
	    {"drop-bytes", 0.05, 0, NULL},
	    {"cut-pdu", 0.3, 0, NULL},
	    {"urc-inside", 0.3, 0, "a:profile=huawei"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		play(&rows[i]);
}

static void
test_what_it_does_not(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"error", 0.1, 0, NULL},
	    {"silent", 0.05, 0, NULL},
	    {"lose-ok", 0.3, 0, NULL},
	    {"lose-result", 0.1, 0, NULL},
	    {"no-prompt", 0.2, 0, NULL},
	    {"lose-cmti", 0.5, 0, NULL},
	    {"cms-send", 0.2, 0, "a:profile=simcom"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		play(&rows[i]);
}

static void
test_what_happens_to_it(void **state)
{
	(void)state;
	static const struct row rows[] = {
	    {"deaf", 0, 3000, NULL},
	    {"noise", 0, 3000, NULL},
	    {"unplug", 0, 700, NULL},
	    {"restart", 0, 0, NULL},
	    {"restart", 0, 0, "a:profile=quectel"},
	    {"restart-in-send", 0.1, 0, "a:profile=simcom"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		play(&rows[i]);
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
	    cmocka_unit_test(test_what_it_says),
	    cmocka_unit_test(test_what_it_does_not),
	    cmocka_unit_test(test_what_happens_to_it),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
