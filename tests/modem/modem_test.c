/* The driver against a scripted peer: set-up by captured answers (the order of
 * commands is golden; UPDATE_GOLDEN=1 rewrites it), and faults of the whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

/* Set-up. */

static void
check_golden(const char *capture)
{
	char path[512], wanted[4096] = "";
	struct bed *bed = bed_new(capture, NULL);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	snprintf(path, sizeof(path), "%s/tests/capture/%s.ok", FURROW_SOURCE,
	    capture);
	if (getenv("UPDATE_GOLDEN") != NULL) {
		FILE *out = fopen(path, "w");
		assert_non_null(out);
		fprintf(out, "%s\n", peer_heard(bed->peer));
		fclose(out);
	}
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	assert_non_null(fgets(wanted, sizeof(wanted), in));
	fclose(in);
	wanted[strcspn(wanted, "\n")] = '\0';
	assert_string_equal(peer_heard(bed->peer), wanted);
	assert_string_equal(story(bed), "");
	bed_free(bed);
}

static void
test_set_up_golden(void **state)
{
	(void)state;
	check_golden("generic");
	check_golden("huawei");
	check_golden("simcom");
	check_golden("poor");
}

static void
test_set_up_describes(void **state)
{
	(void)state;
	struct bed *bed = bed_up("huawei");
	struct modem_description d;
	modem_describe(bed->modem, &d);
	assert_string_equal(d.maker, "huawei");
	assert_string_equal(d.model, "E1752");
	assert_string_equal(d.imei_tail, "0001");
	assert_string_equal(d.network, "Safaricom");
	assert_int_equal(d.signal_percent, 54);
	bed_free(bed);
}

static void
test_silent_at_first(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT", NULL, 3);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* All kinds of line ends, echo that stays on, and a wait for the SIM. */
static void
test_odd_framing(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "ATE0", "ATE0\rERROR\n", 0);
	peer_rule(bed->peer, "AT+CPIN?", "AT+CPIN?\r\r\n+CME ERROR: 14\r\n", 2);
	peer_rule(bed->peer, "AT+CMGF=0", "^SRVST:2AT+CMGF=0\r\nOK\n", 0);
	peer_rule(bed->peer, "AT+CREG?", "AT+CREG?\r+CREG:2,5\r\rOK\r", 0);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_pin_is_tried_once(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", "1234");
	peer_rule(bed->peer, "AT+CPIN?", "\r\n+CPIN: SIM PIN\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CPIN=\"1234\"", "\r\n+CME ERROR: 16\r\n", 0);
	wait_status(bed, MODEM_PARKED);
	const char *first = strstr(heard(bed), "AT+CPIN=\"1234\"");
	assert_non_null(first);
	assert_null(strstr(first + 1, "AT+CPIN=\"1234\""));
	bed_free(bed);
}

static void
test_pin_opens(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", "1234");
	peer_rule(bed->peer, "AT+CPIN=\"1234\"", OK, 0);
	peer_rule(bed->peer, "AT+CPIN?", "\r\n+CPIN: SIM PIN\r\n" OK, 1);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_last_pin_try_is_not_taken(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", "1234");
	peer_rule(bed->peer, "AT+CPIN?", "\r\n+CPIN: SIM PIN\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CPINR=\"SIM PIN\"",
	    "\r\n+CPINR: SIM PIN,1,3\r\n" OK, 0);
	wait_status(bed, MODEM_PARKED);
	assert_null(strstr(heard(bed), "AT+CPIN=\"1234\""));
	bed_free(bed);
}

/* Faults of the whole modem. */

static void
test_restart_in_send(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\nRDY\r\n", 1);
	send_text(bed);
	wait_for(bed, story, "unknown:-1:0 ");
	wait_for(bed, heard, "ATE0|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Nothing but what modems say at other times too: the result is waited for a
 * little, not as long as networks may take. */
static void
test_restart_half_told_in_send(void **state)
{
	(void)state;
	struct modem_config config = {.times_ms = {[MODEM_T_SEND] = 60000}};
	struct bed *bed = bed_new_as("generic", &config);
	wait_status(bed, MODEM_UP);
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CPIN: READY\r\n", 1);
	send_text(bed);
	wait_for(bed, story, "unknown:-1:0 ");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
	/* It was nothing. */
	bed = bed_new_as("generic", &config);
	wait_status(bed, MODEM_UP);
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(
	    bed->peer, "BODY", "\r\n+CPIN: READY\r\n\r\n+CMGS: 7\r\n" OK, 1);
	send_text(bed);
	wait_for(bed, story, "accepted:7:0 ");
	bed_free(bed);
}

static void
test_deaf_for_a_while(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_deaf(bed->peer, true);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	pass_ms(bed, 1500);
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	peer_deaf(bed->peer, false);
	wait_for(bed, story, "SM:1 ");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_unplugged_and_back(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 2);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	peer_unplug(bed->peer);
	wait_status(bed, MODEM_DOWN);
	/* Acknowledged while it is away: deleted when it is seen again. */
	modem_delete(bed->modem, &(struct modem_place){"SM", 1});
	pass_ms(bed, 50);
	peer_plug(bed->peer);
	wait_status(bed, MODEM_UP);
	wait_for(bed, story, "deleted SM:1 ");
	assert_string_equal(story(bed), "SM:1 deleted SM:1 ");
	bed_free(bed);
}

/* Another device under the same name, while nobody hung up the old one. */
static void
test_replaced_without_hang_up(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	struct peer *other = peer_new(bed->loop, bed->path);
	peer_load(other, "generic");
	wait_status(bed, MODEM_DOWN);
	wait_status(bed, MODEM_UP);
	assert_non_null(strstr(peer_heard(other), "ATE0|"));
	peer_free(&other);
	bed_free(bed);
}

/* Texts that no news announced: the settings are looked at. */
static void
test_unannounced_texts(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 1);
	peer_rule(bed->peer, "AT+CNMI?", "\r\n+CNMI: 0,0,0,0,0\r\n" OK, 1);
	peer_say(bed->peer, "\r\n+FOO: 1\r\n");
	wait_for(bed, story, "SM:1 ");
	wait_for(bed, heard, "AT+CNMI?|");
	wait_for(bed, heard, "AT+CNMI=2,1,0,1,0|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_settings_lost_silently(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGF?", "\r\n+CMGF: 1\r\n" OK, 1);
	peer_say(bed->peer, "\r\n+CPIN: READY\r\n");
	wait_for(bed, heard, "AT+CMGF?|");
	wait_for(bed, heard, "AT+CMGF=0|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Just started it cannot tell yet: asked again, and not taken for healthy. */
static void
test_settings_lost_and_not_readable(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CNMI?", "\r\n+CNMI: 0,0,0,0,0\r\n" OK, 1);
	peer_rule(bed->peer, "AT+CNMI?", "\r\n+CMS ERROR: 314\r\n", 2);
	peer_say(bed->peer, "\r\n+CPIN: READY\r\n");
	wait_for(bed, heard, "AT+CNMI=2,1,0,1,0|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

static void
test_device_absent_at_start(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	peer_unplug(bed->peer);
	pass_ms(bed, 100);
	assert_int_equal(modem_status(bed->modem), MODEM_DOWN);
	peer_plug(bed->peer);
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Bytes of no sense, with pieces of sense among them: never a crash. */
static void
test_random_bytes(void **state)
{
	(void)state;
	static const char *const pieces[] = {"\r\nOK\r\n", "\r\nERROR\r\n",
	    "+CMGL: 1,0,,30\r\n", PDU "\r\n", "+CMTI: \"SM\",1\r\n", "> ",
	    "+CMGS: 1\r\n", "+CDS: 25\r\n", "RDY\r\n", "+CPMS: 0,0,0\r\n",
	    "+CREG: 0,1\r\n", "\"", "+CUSD: 0,\"x\r\n", "+CMGR: 0,,0\r\n",
	    "+CME ERROR: 14\r\n", "+CPIN: READY\r\n", "+CMGF: 0\r\n", "\x1b"};
	srand(20261125);
	struct bed *bed = bed_new("generic", NULL);
	for (int i = 0; i < 3000; i++) {
		char noise[16] = "";
		for (size_t k = 0; k < sizeof(noise) - 1; k++)
			noise[k] = (char)(1 + rand() % 255);
		if (rand() % 3 == 0)
			peer_say(bed->peer, noise);
		size_t at = (size_t)rand() % (sizeof(pieces) / sizeof(*pieces));
		peer_say(bed->peer, pieces[at]);
		if (i % 5 == 0)
			pass_ms(bed, 1);
		modem_delete(
		    bed->modem, &(struct modem_place){"SM", rand() % 3});
		if (modem_can_send(bed->modem))
			send_text(bed);
	}
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_set_up_golden),
	    cmocka_unit_test(test_set_up_describes),
	    cmocka_unit_test(test_silent_at_first),
	    cmocka_unit_test(test_odd_framing),
	    cmocka_unit_test(test_pin_is_tried_once),
	    cmocka_unit_test(test_pin_opens),
	    cmocka_unit_test(test_last_pin_try_is_not_taken),
	    cmocka_unit_test(test_restart_in_send),
	    cmocka_unit_test(test_restart_half_told_in_send),
	    cmocka_unit_test(test_deaf_for_a_while),
	    cmocka_unit_test(test_unplugged_and_back),
	    cmocka_unit_test(test_replaced_without_hang_up),
	    cmocka_unit_test(test_unannounced_texts),
	    cmocka_unit_test(test_settings_lost_silently),
	    cmocka_unit_test(test_settings_lost_and_not_readable),
	    cmocka_unit_test(test_device_absent_at_start),
	    cmocka_unit_test(test_random_bytes),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
