/* Receiving: listed once, read again when in doubt, deleted when told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

static void
test_news_are_listed_and_deleted(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("3", PDU) OK, 1);
	peer_rule(bed->peer, "AT+CMGD=3", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",3\r\n");
	wait_for(bed, story, "SM:3 ");
	assert_null(strstr(heard(bed), "AT+CMGD"));
	modem_delete(bed->modem, &(struct modem_place){"SM", 3});
	wait_for(bed, story, "deleted SM:3 ");
	bed_free(bed);
}

/* While it waits for its owner a record is listed, but not given again. */
static void
test_record_goes_up_once(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	pass_ms(bed, 50);
	assert_string_equal(story(bed), "SM:1 ");
	bed_free(bed);
}

static void
test_full_owner_is_asked_again(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	bed->full = true;
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, heard, "AT+CMGL=4|");
	pass_ms(bed, 30);
	assert_string_equal(story(bed), "");
	bed->full = false;
	modem_resume(bed->modem);
	wait_for(bed, story, "SM:1 ");
	bed_free(bed);
}

/* News between header and PDU, glued, with other fields and in small. */
static void
test_news_inside_everything(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4",
	    "\r\n+CMGL: 1,0,,30\r\n^RSSI:9\r\n+CMTI: \"SM\",2\r\n" PDU
	    "\r\n+CMGL: 2,0,,30\r\n+CMTI: \"sm\",3,\"MMS PUSH\",2,1\r\n" PDU2
	    "\r\nRING\r\nOK+CIEV: 2,3\r\n",
	    1);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 SM:2 ");
	bed_free(bed);
}

/* The slot of a report is given while a list runs: both PDUs are told apart. */
static void
test_report_inside_a_list(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4",
	    "\r\n+CMGL: 1,0,,30\r\n+CDS: 26\r\n"
	    "0006050C9152741100001062115231836121621152318361210000"
	    "\r\n" PDU "\r\n" OK,
	    1);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	wait_for(bed, story, "report :-1 ");
	bed_free(bed);
}

static void
test_short_pdu_is_read_again(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4",
	    "\r\n+CMGL: 1,0,,30\r\n07911326040000F0040B91134661\r\n" OK, 1);
	peer_rule(
	    bed->peer, "AT+CMGR=1", "\r\n+CMGR: 1,,30\r\n" PDU "\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGR=1",
	    "\r\n+CMGR: 1,,30\r\n07911326040000F0040B91134661\r\n" OK, 2);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	assert_string_equal(story(bed), "SM:1 ");
	bed_free(bed);
}

/* What stays short goes up as it is, and is deleted only when told. */
static void
test_garbled_goes_up(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4",
	    "\r\n+CMGL: 1,0,,30\r\n07911326040000F0040B91134661\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGR=1",
	    "\r\n+CMGR: 1,,30\r\n07911326040000F0040B91134661\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 garbled ");
	bed_free(bed);
}

/* A digit of the index was lost: slot 1 is read, not believed. */
static void
test_index_out_of_order_is_read(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(
	    bed->peer, "AT+CMGL=4", RECORD("11", PDU) RECORD("2", PDU2) OK, 1);
	peer_rule(bed->peer, "AT+CMGR=2", "\r\n+CMS ERROR: 321\r\n", 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",12\r\n");
	wait_for(bed, story, "SM:11 ");
	wait_for(bed, heard, "AT+CMGR=2|");
	assert_string_equal(story(bed), "SM:11 ");
	bed_free(bed);
}

/* A deletion that failed is done again only if the record is still there. */
static void
test_failed_deletion(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU2) OK, 1);
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 1);
	peer_rule(bed->peer, "AT+CMGD=1", NULL, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, story, "SM:1 ");
	modem_delete(bed->modem, &(struct modem_place){"SM", 1});
	wait_for(bed, story, "SM:1 deleted SM:1 SM:1 ");
	const char *first = strstr(heard(bed), "AT+CMGD=1|");
	assert_null(strstr(first + 1, "AT+CMGD=1|"));
	bed_free(bed);
}

/* The list shows nothing, yet the slot that news named is full. */
static void
test_blind_list(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(
	    bed->peer, "AT+CMGR=0", "\r\n+CMGR: 0,,30\r\n" PDU "\r\n" OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",0\r\n");
	wait_for(bed, story, "SM:0 ");
	bed_free(bed);
}

/* Asked for slot 2 it gives what lies in slot 1 for as long as that is there:
 * nothing is deleted that was not read. */
static void
test_slot_that_gives_anothers_text(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(
	    bed->peer, "AT+CMGR=1", "\r\n+CMGR: 0,,30\r\n" PDU "\r\n" OK, 1);
	peer_rule(
	    bed->peer, "AT+CMGR=2", "\r\n+CMGR: 0,,30\r\n" PDU "\r\n" OK, 1);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n+CMTI: \"SM\",2\r\n");
	wait_for(bed, heard, "AT+CMGR=2|");
	pass_ms(bed, 30);
	assert_string_equal(story(bed), "SM:1 ");
	modem_delete(bed->modem, &(struct modem_place){"SM", 1});
	wait_for(bed, story, "deleted SM:1 ");
	peer_rule(
	    bed->peer, "AT+CMGR=2", "\r\n+CMGR: 0,,30\r\n" PDU2 "\r\n" OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",2\r\n");
	wait_for(bed, story, "SM:2 ");
	assert_null(strstr(heard(bed), "AT+CMGD=2"));
	bed_free(bed);
}

static void
test_empty_slot_is_no_text(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGR=4", "\r\n+CMGR: 0,,0\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CMGR=5", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",4\r\n+CMTI: \"SM\",5\r\n");
	wait_for(bed, heard, "AT+CMGR=4|");
	wait_for(bed, heard, "AT+CMGR=5|");
	pass_ms(bed, 30);
	assert_string_equal(story(bed), "");
	bed_free(bed);
}

static void
test_other_store_is_opened(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	peer_rule(bed->peer, "AT+CMGD=1", OK, 0);
	peer_say(bed->peer, "\r\n+CMTI: \"ME\",1\r\n");
	wait_for(bed, story, "ME:1 ");
	modem_delete(bed->modem, &(struct modem_place){"ME", 1});
	wait_for(bed, story, "deleted ME:1 ");
	bed_free(bed);
}

static void
test_call_is_told_once(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	for (int i = 0; i < 3; i++)
		peer_say(bed->peer,
		    "\r\nRING\r\n\r\n+CLIP: \"+254722000001\",145\r\n");
	wait_for(bed, story, "call +254722000001 ");
	pass_ms(bed, 20);
	assert_string_equal(story(bed), "call +254722000001 ");
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_news_are_listed_and_deleted),
	    cmocka_unit_test(test_record_goes_up_once),
	    cmocka_unit_test(test_full_owner_is_asked_again),
	    cmocka_unit_test(test_news_inside_everything),
	    cmocka_unit_test(test_report_inside_a_list),
	    cmocka_unit_test(test_short_pdu_is_read_again),
	    cmocka_unit_test(test_garbled_goes_up),
	    cmocka_unit_test(test_index_out_of_order_is_read),
	    cmocka_unit_test(test_failed_deletion),
	    cmocka_unit_test(test_blind_list),
	    cmocka_unit_test(test_slot_that_gives_anothers_text),
	    cmocka_unit_test(test_empty_slot_is_no_text),
	    cmocka_unit_test(test_other_store_is_opened),
	    cmocka_unit_test(test_call_is_told_once),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
