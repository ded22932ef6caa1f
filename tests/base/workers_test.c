#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/panic.h"
#include "base/workers.h"

struct piece {
	struct work work;
	struct loop *loop;
	int *open; /* pieces that have not ended */
	int number, square, thread;
	bool ran;
	int gate, begun; /* run() says that it has begun and waits for an octet;
			    -1: it does not */
};

static void
run(struct work *work, int thread)
{
	struct piece *p = (struct piece *)work;
	char octet;
	if (p->gate >= 0 &&
	    (write(p->begun, "x", 1) != 1 || read(p->gate, &octet, 1) != 1))
		return;
	p->thread = thread;
	p->square = p->number * p->number;
}

static void
done(struct work *work, bool ran)
{
	struct piece *p = (struct piece *)work;
	p->ran = ran;
	if (--*p->open == 0)
		loop_stop(p->loop);
}

static struct piece
piece(struct loop *loop, int *open, int number, int gate)
{
	return (struct piece){.work = {run, done, NULL},
	    .loop = loop,
	    .open = open,
	    .number = number,
	    .thread = -1,
	    .gate = gate};
}

static void
every_piece_is_worked_and_ends_in_the_loop(void **state)
{
	(void)state;
	struct loop *loop = loop_new();
	struct workers *workers = workers_new(loop, 3);
	struct piece pieces[50];
	int open = 50;
	for (int i = 0; i < 50; i++) {
		pieces[i] = piece(loop, &open, i, -1);
		assert_true(workers_give(workers, &pieces[i].work));
	}
	assert_true(loop_run(loop));
	for (int i = 0; i < 50; i++) {
		assert_true(pieces[i].ran);
		assert_int_equal(pieces[i].square, i * i);
		assert_in_range(pieces[i].thread, 0, 2);
	}
	workers_free(&workers);
	loop_free(&loop);
}

/* One thread is held; the others go on, and one more is refused than may
 * wait. */
static void
too_many_are_refused_and_none_is_dropped(void **state)
{
	(void)state;
	struct loop *loop = loop_new();
	struct workers *workers = workers_new(loop, 1);
	int gate[2], begun[2], open = WORKERS_WAITING_MOST + 3, given = 0;
	char octet;
	struct piece held, pieces[WORKERS_WAITING_MOST + 2];
	assert_int_equal(pipe(gate), 0);
	assert_int_equal(pipe(begun), 0);
	held = piece(loop, &open, 1, gate[0]);
	held.begun = begun[1];
	assert_true(workers_give(workers, &held.work));
	assert_int_equal(read(begun[0], &octet, 1), 1);
	for (int i = 0; i < WORKERS_WAITING_MOST + 2; i++) {
		pieces[i] = piece(loop, &open, i, -1);
		given += workers_give(workers, &pieces[i].work) ? 1 : 0;
	}
	assert_int_equal(given, WORKERS_WAITING_MOST);
	open = given + 1;
	assert_int_equal(write(gate[1], "x", 1), 1);
	workers_free(&workers);
	assert_int_equal(open, 0);
	assert_true(held.ran);
	for (int i = 0; i < 2; i++) {
		close(gate[i]);
		close(begun[i]);
	}
	loop_free(&loop);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_piece_is_worked_and_ends_in_the_loop),
	    cmocka_unit_test(too_many_are_refused_and_none_is_dropped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
