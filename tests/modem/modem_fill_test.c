/* Stores that fill, move records up, hold what they should not, and cannot be
 * written or read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

#define PDU3                                                                   \
	"07911326040000F0040B911346610089F60000208062917316080CC8F71D14969741" \
	"F977FD07"
#define REPORT "0006050C9152741100001062115231836121621152318361210000"
#define SENT(index, pdu) "\r\n+CMGL: " index ",3,,30\r\n" pdu "\r\n"

static void
acknowledge(struct bed *bed, const char *store, int index)
{
	struct modem_place place = {.index = index};
	str_copy(place.store, sizeof(place.store), str_from(store));
	modem_delete(bed->modem, &place);
}

/* Its only store is SM. */
static struct bed *
bed_one_store(void)
{
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT+CPMS=?",
	    "\r\n+CPMS: (\"SM\"),(\"SM\"),(\"SM\")\r\n" OK, 0);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	pass_ms(bed, 20);
	peer_forget(bed->peer);
	return bed;
}

static int
times_heard(struct bed *bed, const char *wanted)
{
	int times = 0;
	for (const char *at = heard(bed); (at = strstr(at, wanted)) != NULL;
	     at++)
		times++;
	return times;
}

/* A modem that moves the others up when one is deleted: the last one first,
 * and none before those behind it are acknowledged. */
static void
test_the_last_slot_goes_first(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4",
	    RECORD("1", PDU) RECORD("2", PDU2) RECORD("3", PDU3) OK, 1);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_rule(bed->peer, "AT+CMGD=2", OK, 0);
	peer_rule(bed->peer, "AT+CMGD=3", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",3\r\n");
	wait_for(bed, story, "SM:1 SM:2 SM:3 ");
	acknowledge(bed, "SM", 1);
	acknowledge(bed, "SM", 2);
	pass_ms(bed, 20);
	assert_null(strstr(heard(bed), "AT+CMGD"));
	acknowledge(bed, "SM", 3);
	wait_for(bed, heard, "AT+CMGD=3|AT+CMGD=2|AT+CMGD=1|");
	bed_free(bed);
}

/* OK to the deletion, and it is there again: not given twice, and deleted a
 * few times only. */
static void
test_a_store_that_cannot_be_written(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	acknowledge(bed, "SM", 1);
	for (int i = 0; i < 8; i++) {
		pass_ms(bed, 15);
		peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	}
	pass_ms(bed, 20);
	assert_string_equal(strstr(story(bed), "SM:1 "),
	    "SM:1 deleted SM:1 deleted SM:1 deleted SM:1 deleted SM:1 ");
	assert_int_equal(times_heard(bed, "AT+CMGD=1|"), 4);
	/* Another text in that slot is a new one. */
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU2) OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "deleted SM:1 SM:1 ");
	bed_free(bed);
}

/* The deletion is refused for ever: a few tries, then it waits. */
static void
test_a_deletion_that_is_refused(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(
	    bed->peer, "AT+CMGL=4", RECORD("1", PDU) RECORD("2", PDU2) OK, 0);
	peer_rule(bed->peer, "AT+CMGD=1", "\r\n+CMS ERROR: 320\r\n", 0);
	peer_rule(bed->peer, "AT+CMGD=2", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 SM:2 ");
	acknowledge(bed, "SM", 1);
	acknowledge(bed, "SM", 2);
	wait_for(bed, story, "deleted SM:2 ");
	for (int i = 0; i < 200 && times_heard(bed, "AT+CMGD=1|") < 4; i++)
		pass_ms(bed, 10);
	for (int i = 0; i < 4; i++) {
		peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
		pass_ms(bed, 15);
	}
	assert_int_equal(times_heard(bed, "AT+CMGD=1|"), 4);
	assert_null(strstr(story(bed), "deleted SM:1 "));
	bed_free(bed);
}

/* One slot that cannot be read holds up no other, and is taken as the list
 * shows it. */
static void
test_a_bad_slot(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4",
	    RECORD("1",
		PDU) "\r\n+CMGL: 2,0,,30\r\n07911326040000F0\r\n" RECORD("3",
		PDU3) OK,
	    0);
	peer_rule(bed->peer, "AT+CMGR=2", "\r\n+CMS ERROR: 320\r\n", 0);
	peer_rule(bed->peer, "AT+CMGD=2", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",3\r\n");
	wait_for(bed, story, "SM:1 SM:3 ");
	wait_for(bed, story, "SM:2 garbled ");
	assert_int_equal(times_heard(bed, "AT+CMGR=2|"), 4);
	bed_free(bed);
}

/* What somebody stored for sending is no text for us and stays; with more of
 * it than there is room for, it goes. */
static void
test_stored_for_sending(void **state)
{
	(void)state;
	struct bed *bed = bed_one_store();
	peer_rule(bed->peer, "AT+CMGL=4",
	    SENT("1", PDU) "\r\n+CMGL: 3,\"STO UNSENT\",,30"
			   "\r\n" PDU3 "\r\n" OK,
	    0);
	peer_rule(bed->peer, "AT+CMGL=4",
	    SENT("1", PDU) RECORD("2", PDU2) "\r\n+CMGL: 3,\"STO UNSENT\",,30"
					     "\r\n" PDU3 "\r\n" OK,
	    1);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_rule(bed->peer, "AT+CMGD=2", OK, 0);
	peer_rule(bed->peer, "AT+CMGD=3", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",2\r\n");
	wait_for(bed, story, "SM:2 ");
	acknowledge(bed, "SM", 2);
	wait_for(bed, heard, "AT+CMGD=2|AT+CMGL=4|");
	pass_ms(bed, 20);
	assert_null(strstr(heard(bed), "AT+CMGD=1"));
	assert_null(strstr(heard(bed), "AT+CMGD=3"));
	peer_say(bed->peer, "\r\n^SMMEMFULL: \"SM\"\r\n");
	wait_for(bed, heard, "AT+CMGD=3|AT+CMGD=1|");
	wait_for(bed, story, "deleted SM:1 ");
	assert_string_equal(
	    story(bed), "SM:2 deleted SM:2 deleted SM:3 deleted SM:1 ");
	bed_free(bed);
}

/* Every family's word for it makes us look, and when all is gone the store is
 * set anew, for some tell the network only then. */
static void
test_full_is_told(void **state)
{
	static const char *const words[] = {"^SMMEMFULL: \"SM\"", "^SMMEMFULL",
	    "+SMSFULL", "+SMSFULL: 1", "+SMS FULL: \"SM\"", "+CIEV: smsfull,1",
	    "+CIEV: \"SMSFULL\",1", "+QIND: \"smsfull\",\"ME\""};
	static const char *const others[] = {
	    "+CIEV: smsfull,0", "+CIEV: 2,5", "+QIND: SMS DONE"};
	(void)state;
	struct bed *bed = bed_one_store();
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		peer_forget(bed->peer);
		buf_clear(&bed->story);
		peer_rule(bed->peer, "AT+CMGL=4",
		    i % 2 == 0 ? RECORD("1", PDU) OK : RECORD("1", PDU2) OK, 1);
		peer_say(bed->peer, "\r\n");
		peer_say(bed->peer, words[i]);
		peer_say(bed->peer, "\r\n");
		wait_for(bed, story, "SM:1 ");
		acknowledge(bed, "SM", 1);
		wait_for(bed, heard, "AT+CMGD=1|");
		wait_for(bed, heard, "AT+CPMS=\"SM\"|");
		const char *deleted = strstr(heard(bed), "AT+CMGD=1|");
		assert_non_null(strstr(deleted, "AT+CPMS=\"SM\"|"));
		pass_ms(bed, 30);
	}
	peer_forget(bed->peer);
	for (size_t i = 0; i < 3; i++) {
		peer_say(bed->peer, "\r\n");
		peer_say(bed->peer, others[i]);
		peer_say(bed->peer, "\r\n");
	}
	pass_ms(bed, 20);
	assert_null(strstr(heard(bed), "AT+CMGL"));
	bed_free(bed);
}

/* No text comes after that: the radio is switched off and on, once. */
static void
test_reception_that_does_not_resume(void **state)
{
	(void)state;
	struct bed *bed = bed_new_as(
	    "generic", &(struct modem_config){.times_ms[MODEM_T_RESUME] = 60});
	peer_rule(bed->peer, "AT+CFUN=0", OK, 0);
	peer_rule(bed->peer, "AT+CFUN=1", OK, 0);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 1);
	peer_say(bed->peer, "\r\n^SMMEMFULL: \"SM\"\r\n");
	wait_for(bed, story, ":1 ");
	peer_forget(bed->peer);
	acknowledge(bed, strstr(story(bed), "SM:1") ? "SM" : "ME", 1);
	wait_for(bed, heard, "AT+CFUN=0|AT+CFUN=1|AT");
	wait_for(bed, heard, "AT+CNMI=2,1,0,1,0|");
	wait_status(bed, MODEM_UP);
	pass_ms(bed, 100);
	assert_int_equal(times_heard(bed, "AT+CFUN=0|"), 1);
	bed_free(bed);
}

static void
test_text_in_all_stores_together(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("5", PDU) OK, 1);
	peer_rule(bed->peer, "AT+CMGL=4", OK, 1);
	peer_say(bed->peer, "\r\n+CMTI: \"MT\",17\r\n");
	wait_for(bed, story, ":5 ");
	assert_null(strstr(heard(bed), "AT+CMGR=17"));
	bed_free(bed);
}

static void
test_fill_is_described(void **state)
{
	(void)state;
	struct modem_description d;
	struct bed *bed = bed_one_store();
	peer_rule(
	    bed->peer, "AT+CMGL=4", RECORD("1", PDU) RECORD("2", PDU2) OK, 1);
	peer_rule(bed->peer, "AT+CMGD=2", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:2 ");
	pass_ms(bed, 10);
	modem_describe(bed->modem, &d);
	assert_string_equal(d.store, "SM");
	assert_int_equal(d.store_used, 2);
	assert_true(d.store_total > 2);
	acknowledge(bed, "SM", 2);
	wait_for(bed, story, "deleted SM:2 ");
	modem_describe(bed->modem, &d);
	assert_int_equal(d.store_used, 1);
	bed_free(bed);
}

/* Reports in a store of their own: read, emptied, and back to the texts. */
static void
test_reports_in_their_store(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(
	    bed->peer, "AT+CPMS=\"SR\"", "\r\n+CPMS: 1,5,0,20,0,20\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGL=4",
	    "\r\n+CMGL: 4,0,,26\r\n" REPORT "\r\n" OK, 1);
	peer_rule(bed->peer, "AT+CMGL=4", OK, 1); /* of SM */
	peer_rule(bed->peer, "AT+CMGD=4", OK, 0);
	peer_say(bed->peer, "\r\n+CDSI: \"SR\",4\r\n");
	wait_for(bed, story, "report SR:4 ");
	acknowledge(bed, "SR", 4);
	wait_for(bed, story, "deleted SR:4 ");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("4", PDU) OK, 1);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",4\r\n");
	wait_for(bed, story, "SM:4 ");
	bed_free(bed);
}

/* The news name a store where another text lies: that is neither taken under
 * this number nor deleted, and the report is looked for in SR. */
static void
test_report_in_another_store(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(
	    bed->peer, "AT+CMGR=0", "\r\n+CMGR: 0,,30\r\n" PDU "\r\n" OK, 0);
	peer_rule(
	    bed->peer, "AT+CPMS=\"SR\"", "\r\n+CPMS: 1,5,0,20,0,20\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGD=0", OK, 0);
	peer_say(bed->peer, "\r\n+CDSI: \"SM\",0\r\n");
	wait_for(bed, heard, "AT+CMGR=0|");
	peer_rule(bed->peer, "AT+CMGL=4",
	    "\r\n+CMGL: 1,0,,26\r\n" REPORT "\r\n" OK, 1);
	wait_for(bed, heard, "AT+CPMS=\"SR\"|");
	pass_ms(bed, 30);
	assert_null(strstr(story(bed), "SM:0 "));
	assert_null(strstr(heard(bed), "AT+CMGD=0"));
	bed_free(bed);
}

/* Left open by a daemon that was killed: no store to receive into. */
static void
test_store_of_reports_left_open(void **state)
{
	(void)state;
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT+CPMS?",
	    "\r\n+CPMS: \"SR\",0,30,\"ME\",0,20,\"ME\",0,20\r\n" OK, 0);
	wait_status(bed, MODEM_UP);
	assert_non_null(
	    strstr(heard(bed), "AT+CPMS?|AT+CPMS=\"ME\",\"ME\",\"ME\"|"));
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_the_last_slot_goes_first),
	    cmocka_unit_test(test_a_store_that_cannot_be_written),
	    cmocka_unit_test(test_a_deletion_that_is_refused),
	    cmocka_unit_test(test_a_bad_slot),
	    cmocka_unit_test(test_stored_for_sending),
	    cmocka_unit_test(test_full_is_told),
	    cmocka_unit_test(test_reception_that_does_not_resume),
	    cmocka_unit_test(test_text_in_all_stores_together),
	    cmocka_unit_test(test_fill_is_described),
	    cmocka_unit_test(test_reports_in_their_store),
	    cmocka_unit_test(test_report_in_another_store),
	    cmocka_unit_test(test_store_of_reports_left_open),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
