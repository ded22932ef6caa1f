#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/fsm.h"
#include "base/log.h"

/* A door: knocking opens it, it falls shut by itself, a lock is for good. */
enum { SHUT, OPEN, LOCKED };
enum { KNOCK, TIMEOUT, LOCK };

struct door {
	struct fsm fsm;
	char story_storage[256];
	struct buf story;
};

static void
arm(struct fsm *m, int64_t ms)
{
	struct door *door = m->owner;
	buf_add_format(&door->story, "arm %lld;", (long long)ms);
}

static void
on_enter(struct fsm *m)
{
	struct door *door = m->owner;
	buf_add_format(&door->story, "enter %s;", fsm_state_name(m));
}

static void
on_event(struct fsm *m, int event, const void *data)
{
	(void)data;
	if (event == KNOCK)
		fsm_go(m, OPEN);
	else if (event == TIMEOUT)
		fsm_go(m, SHUT);
	else
		fsm_go(m, LOCKED);
}

static const struct fsm_timer fall = {"fall", 3000, "falls shut after it"};
static const struct fsm_state states[] = {
    [SHUT] = {"shut", FSM_BIT(KNOCK) | FSM_BIT(LOCK),
	FSM_BIT(OPEN) | FSM_BIT(LOCKED), on_event, on_enter, NULL},
    [OPEN] = {"open", FSM_BIT(TIMEOUT) | FSM_BIT(LOCK), FSM_BIT(SHUT), on_event,
	on_enter, &fall},
    [LOCKED] = {"locked", 0, 0, NULL, NULL, NULL},
};
static const char *const event_names[] = {"knock", "timeout", "lock"};
static const struct fsm_table table = {
    "door", states, 3, event_names, 3, TIMEOUT};

static void
keep(const char *line, void *arg)
{
	snprintf(arg, 256, "%s", line);
}

static void
start(struct door *door)
{
	memset(door, 0, sizeof(*door));
	door->story = buf_over(door->story_storage, 256);
	fsm_start(&door->fsm, &table, SHUT, "front", door, arm);
}

static void
moves_arm_and_enter(void **state)
{
	(void)state;
	struct door door;
	start(&door);
	assert_true(fsm_event(&door.fsm, KNOCK, NULL));
	assert_int_equal(door.fsm.state, OPEN);
	assert_true(fsm_event(&door.fsm, table.timeout_event, NULL));
	assert_string_equal(door.story_storage,
	    "arm -1;enter shut;arm 3000;enter open;arm -1;enter shut;");
	buf_clear(&door.story);
	door.fsm.override_ms = 10;
	fsm_go(&door.fsm, OPEN);
	assert_string_equal(door.story_storage, "arm 10;enter open;");
}

static void
refusals_are_counted_lines(void **state)
{
	(void)state;
	struct door door;
	char last[256] = "";
	log_set_sink(keep, last);
	start(&door);
	assert_false(fsm_event(&door.fsm, TIMEOUT, NULL));
	assert_string_equal(last, "warn fsm refused machine=door label=front "
				  "state=shut event=timeout");
	assert_false(fsm_event(&door.fsm, 31, NULL));
	assert_false(fsm_event(&door.fsm, -1, NULL));
	assert_false(fsm_event(&door.fsm, 1000, NULL));
	fsm_go(&door.fsm, OPEN);
	/* The event is taken; the move that its handler wants is not. */
	assert_true(fsm_event(&door.fsm, LOCK, NULL));
	assert_string_equal(last, "warn fsm refused machine=door label=front "
				  "state=open next=locked");
	assert_int_equal(door.fsm.state, OPEN);
	assert_false(fsm_go(&door.fsm, 77));
	assert_int_equal(door.fsm.refused, 6);
	log_set_sink(NULL, NULL);
}

static void
tables_for_durable_machines(void **state)
{
	(void)state;
	assert_true(fsm_allows(&table, SHUT, LOCKED));
	assert_false(fsm_allows(&table, LOCKED, SHUT));
	assert_false(fsm_allows(&table, -1, SHUT));
	assert_false(fsm_allows(&table, SHUT, 3));
	char *drawing = NULL;
	size_t octets = 0;
	FILE *out = open_memstream(&drawing, &octets);
	fsm_draw(&table, out);
	fclose(out);
	assert_string_equal(
	    drawing, "shut -> open locked\nopen -> shut\nlocked\n");
	free(drawing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(moves_arm_and_enter),
	    cmocka_unit_test(refusals_are_counted_lines),
	    cmocka_unit_test(tables_for_durable_machines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
