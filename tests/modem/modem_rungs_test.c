/* The ladder as stories: a modem that hangs, what alone can cure it, and what
 * the log says on the way, in order. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

#define CURE_FILE "modem_rungs.cure"

/* "reopen|radio AT+CFUN=0|", from the lines of ladder, remedies and errands. */
static void
keep_line(const char *line, void *arg)
{
	char rung[24] = "", more[40] = "";
	struct buf *log = arg;
	const char *at = strstr(line, "rung=");
	if (at == NULL || sscanf(at, "rung=%23[a-z]", rung) != 1)
		return;
	if ((at = strstr(line, "command=")) != NULL)
		sscanf(at, "command=%39s", more);
	else if ((at = strstr(line, "end=\"")) != NULL)
		sscanf(at, "end=\"%39[^\"]", more);
	buf_add_format(log, "%s%s%s|", rung, more[0] != '\0' ? " " : "", more);
}

static const struct {
	const char *command, *answer;
} normal[] = {
    {"AT", OK},
    {"ATQ0V1", OK},
    {"AT+CMGF?", "\r\n+CMGF: 0\r\n" OK},
    {"AT+CMEE?", "\r\n+CMEE: 1\r\n" OK},
    {"AT+CNMI?", "\r\n+CNMI: 2,1,0,1,0\r\n" OK},
    {"AT+CMGL=4", OK},
    {"AT+CFUN=0", OK},
    {"AT+CFUN=1", OK},
    {"AT+CFUN=1,1", OK},
};

static void
hang(struct bed *bed, bool hangs)
{
	for (size_t i = 0; i < sizeof(normal) / sizeof(normal[0]); i++)
		peer_rule(bed->peer, normal[i].command,
		    hangs ? NULL : normal[i].answer, 0);
}

struct story {
	const char *heard; /* this command cures it; NULL: */
	bool command; /* the owner's does; else only a hand */
	const char *log;
};

static bool
is_cured(struct bed *bed, const struct story *story)
{
	if (story->heard != NULL)
		return strstr(heard(bed), story->heard) != NULL;
	if (story->command)
		return access(CURE_FILE, F_OK) == 0;
	return modem_status(bed->modem) == MODEM_PARKED;
}

static void
play(const struct story *story)
{
	struct modem_config config = {.device = NULL};
	struct buf log = buf_new(4096);
	unlink(CURE_FILE);
	if (story->command) {
		config.pins.reset_command[0] = "/bin/touch";
		config.pins.reset_command[1] = CURE_FILE;
	}
	struct bed *bed = bed_hasty(config);
	log_set_sink(keep_line, &log);
	hang(bed, true);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	for (int i = 0; i < 2000 && !is_cured(bed, story); i++)
		pass_ms(bed, 2);
	hang(bed, false);
	if (story->heard == NULL && !story->command) {
		struct modem_description d;
		modem_describe(bed->modem, &d);
		assert_non_null(strstr(d.why,
		    "; tried reopen radio restart; look at its power and "
		    "cable, or replace it"));
		peer_unplug(bed->peer);
		pass_ms(bed, 30);
		peer_plug(bed->peer);
	}
	wait_status(bed, MODEM_UP);
	log_set_sink(discard, NULL);
	assert_string_equal(log.at, story->log);
	bed_free(bed);
	buf_free(&log);
	unlink(CURE_FILE);
}

static void
test_cured_by_the_radio(void **state)
{
	(void)state;
	play(&(struct story){
	    .heard = "AT+CFUN=1|", .log = "reopen|radio|radio AT+CFUN=0|"});
}

static void
test_cured_by_a_restart(void **state)
{
	(void)state;
	play(&(struct story){.heard = "AT+CFUN=1,1|",
	    .log = "reopen|radio|radio AT+CFUN=0|restart|"
		   "restart AT+CFUN=1,1|"});
}

static void
test_cured_by_the_command(void **state)
{
	(void)state;
	play(&(struct story){.command = true,
	    .log = "reopen|radio|radio AT+CFUN=0|restart|"
		   "restart AT+CFUN=1,1|command|command done|"});
}

static void
test_cured_by_a_hand(void **state)
{
	(void)state;
	play(&(struct story){.log = "reopen|radio|radio AT+CFUN=0|restart|"
				    "restart AT+CFUN=1,1|park|"});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cured_by_the_radio),
	    cmocka_unit_test(test_cured_by_a_restart),
	    cmocka_unit_test(test_cured_by_the_command),
	    cmocka_unit_test(test_cured_by_a_hand),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
