/* The driver on the ladder: wedges of every kind, and what brings it back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

static unsigned long
climbs(struct bed *bed, enum modem_rung rung)
{
	struct modem_description d;
	modem_describe(bed->modem, &d);
	return d.climbs[rung];
}

/* "reopen:1 radio:1 ", what was climbed. */
static void
check_climbs(struct bed *bed, const char *wanted)
{
	char got[256] = "";
	for (int i = MODEM_RUNG_REOPEN; i < MODEM_RUNGS; i++) {
		unsigned long times = climbs(bed, (enum modem_rung)i);
		if (times > 0)
			snprintf(got + strlen(got), sizeof(got) - strlen(got),
			    "%s:%lu ", modem_rung_name((enum modem_rung)i),
			    times);
	}
	assert_string_equal(got, wanted);
}

static void
forget_story(struct bed *bed)
{
	buf_clear(&bed->story);
	peer_forget(bed->peer);
}

/* A silent wedge: asked, reopened, parked; up again soon after it speaks. */
static void
test_silent_wedge(void **state)
{
	(void)state;
	struct bed *bed = bed_hasty((struct modem_config){.device = NULL});
	peer_rule(bed->peer, "AT+CMGS=15", NULL, 1);
	send_text(bed);
	peer_deaf(bed->peer, true);
	wait_status(bed, MODEM_STARTING); /* out of step, and not for a blink */
	assert_string_equal(story(bed), "refused:-1:0 ");
	wait_status(bed, MODEM_PARKED);
	check_climbs(bed, "reopen:1 radio:1 restart:1 park:1 ");
	peer_deaf(bed->peer, false);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* It answers nothing, but acts on what it hears. */
static void
test_wedge_that_hears_the_radio_command(void **state)
{
	(void)state;
	struct bed *bed = bed_hasty((struct modem_config){.device = NULL});
	static const char *const mute[] = {
	    "AT", "ATQ0V1", "AT+CMGF?", "AT+CMEE?", "AT+CMGL=4", "AT+CNMI?"};
	for (size_t i = 0; i < sizeof(mute) / sizeof(mute[0]); i++)
		peer_rule(bed->peer, mute[i], NULL, 0);
	peer_rule(bed->peer, "AT+CFUN=0", NULL, 0);
	peer_rule(bed->peer, "AT+CFUN=1", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, heard, "AT+CFUN=1|");
	peer_rule(bed->peer, "AT", OK, 0);
	peer_rule(bed->peer, "AT+CMGF?", "\r\n+CMGF: 0\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGL=4", OK, 0);
	wait_status(bed, MODEM_UP);
	check_climbs(bed, "reopen:1 radio:1 ");
	bed_free(bed);
}

/* Behind the Ctrl-Z nobody knows. */
static void
test_wedge_in_a_send_is_unknown(void **state)
{
	(void)state;
	struct bed *bed = bed_hasty((struct modem_config){.device = NULL});
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 1);
	peer_rule(bed->peer, "BODY", NULL, 1);
	send_text(bed);
	wait_for(bed, heard, "]|");
	peer_deaf(bed->peer, true);
	wait_for(bed, story, "unknown:-1:0 ");
	wait_status(bed, MODEM_DOWN);
	assert_string_equal(story(bed), "unknown:-1:0 ");
	bed_free(bed);
}

/* It answers everything, and sends nothing. */
static void
test_refuses_all_sends(void **state)
{
	(void)state;
	struct bed *bed = bed_hasty((struct modem_config){.device = NULL});
	peer_rule(bed->peer, "AT+CMGS=15", "\r\nERROR\r\n", 0);
	peer_rule(bed->peer, "AT+CFUN=0", OK, 0);
	peer_rule(bed->peer, "AT+CFUN=1", OK, 0);
	peer_rule(bed->peer, "AT+CFUN=1,1", OK, 0);
	for (int i = 0; i < 2000 && modem_status(bed->modem) != MODEM_PARKED;
	     i++) {
		if (modem_can_send(bed->modem))
			send_text(bed);
		pass_ms(bed, 4);
	}
	wait_status(bed, MODEM_PARKED);
	check_climbs(bed, "reopen:1 radio:1 restart:1 park:1 ");
	assert_non_null(strstr(heard(bed), "AT+CFUN=0|AT+CFUN=1|"));
	assert_non_null(strstr(heard(bed), "AT+CFUN=1,1|"));
	/* It answers, so a look would find nothing new: it waits. */
	forget_story(bed);
	pass_ms(bed, 150);
	assert_string_equal(heard(bed), "");
	modem_reset(bed->modem);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Answers everything, and allows no message: neither for ever nor for long. */
static void
test_allows_no_message(void **state)
{
	(void)state;
	struct bed *bed = bed_hasty((struct modem_config){.device = NULL});
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n+CMS ERROR: 302\r\n", 0);
	for (int i = 0; i < 1000 && modem_status(bed->modem) != MODEM_PARKED;
	     i++) {
		if (modem_can_send(bed->modem))
			send_text(bed);
		pass_ms(bed, 5);
	}
	check_climbs(bed, "reopen:1 radio:1 restart:1 park:1 ");
	struct modem_description d;
	modem_describe(bed->modem, &d);
	assert_non_null(strstr(d.why, "this port takes no messages"));
	assert_null(strstr(story(bed), "accepted"));
	bed_free(bed);
}

/* Each send makes it restart: bounded, and each ends as unknown. */
static void
test_restarts_at_each_send(void **state)
{
	(void)state;
	struct bed *bed = bed_hasty((struct modem_config){.device = NULL});
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\nRDY\r\n", 0);
	for (int i = 0; i < 2000 && climbs(bed, MODEM_RUNG_REOPEN) == 0; i++) {
		if (modem_can_send(bed->modem))
			send_text(bed);
		pass_ms(bed, 2);
	}
	assert_int_equal(climbs(bed, MODEM_RUNG_REOPEN), 1);
	assert_null(strstr(story(bed), "accepted"));
	bed_free(bed);
}

static bool
file_has(const char *path, const char *wanted)
{
	char text[256] = "";
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return false;
	size_t got = fread(text, 1, sizeof(text) - 1, in);
	text[got] = '\0';
	fclose(in);
	return strstr(text, wanted) != NULL;
}

/* The owner's command gets link and device, and no shell of ours. */
static void
test_reset_command(void **state)
{
	(void)state;
	char script[128] = "", file[] = "reset_command.XXXXXX";
	int fd = mkstemp(file);
	assert_true(fd >= 0);
	close(fd);
	snprintf(script, sizeof(script),
	    "echo \"$FURROW_LINK $1 $FURROW_DEVICE\" > %s; echo done", file);
	struct modem_config config = {.pins.reset_command = {"/bin/sh", "-c",
					  script, "x", "a b;c", NULL}};
	struct bed *bed = bed_hasty(config);
	peer_deaf(bed->peer, true);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	for (int i = 0; i < 400 && !file_has(file, "m a b;c "); i++)
		pass_ms(bed, 10);
	assert_true(file_has(file, bed->path));
	peer_deaf(bed->peer, false);
	wait_status(bed, MODEM_UP);
	assert_int_equal(climbs(bed, MODEM_RUNG_COMMAND), 1);
	assert_int_equal(climbs(bed, MODEM_RUNG_PARK), 0);
	bed_free(bed);
	unlink(file);
}

/* A relay program that hangs is killed, the loop never waits for it. */
static void
test_reset_command_that_hangs(void **state)
{
	(void)state;
	struct modem_config config = {
	    .pins.reset_command = {"/bin/sleep", "60", NULL}};
	struct bed *bed = bed_hasty(config);
	peer_deaf(bed->peer, true);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	pass_ms(bed, 100);
	wait_status(bed, MODEM_PARKED);
	check_climbs(bed, "reopen:1 radio:1 restart:1 command:1 park:1 ");
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_silent_wedge),
	    cmocka_unit_test(test_wedge_that_hears_the_radio_command),
	    cmocka_unit_test(test_wedge_in_a_send_is_unknown),
	    cmocka_unit_test(test_refuses_all_sends),
	    cmocka_unit_test(test_allows_no_message),
	    cmocka_unit_test(test_restarts_at_each_send),
	    cmocka_unit_test(test_reset_command),
	    cmocka_unit_test(test_reset_command_that_hangs),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
