/* What comes directly: flash texts, reports, and modems that cannot store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"

#include "tests/modem/bed.h"

/* 26 octets, without and with the service centre's field. */
#define REPORT_BARE "06050C9152741100001062115231836121621152318361210000"
#define REPORT "00" REPORT_BARE

static void
acknowledge(struct bed *bed, const char *store, int index)
{
	struct modem_place place = {.index = index};
	str_copy(place.store, sizeof(place.store), str_from(store));
	modem_delete(bed->modem, &place);
}

/* +CNMI offers no +CMTI: each text is confirmed, after its owner has it. */
static struct bed *
bed_direct(void)
{
	struct bed *bed = bed_new("generic", NULL);
	peer_rule(bed->peer, "AT+CNMI=?",
	    "\r\n+CNMI: (0-2),(0,2),(0,2),(0-2),(0,1)\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CSMS=1", "\r\n+CSMS: 1,1,1\r\n" OK, 0);
	peer_rule(bed->peer, "AT+CNMI=2,2,0,1,0", OK, 0);
	peer_rule(bed->peer, "AT+CNMA", OK, 0);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	pass_ms(bed, 20);
	peer_forget(bed->peer);
	return bed;
}

static void
test_direct_texts_are_confirmed(void **state)
{
	(void)state;
	struct bed *bed = bed_direct();
	peer_say(bed->peer, "\r\n+CMT: ,30\r\n" PDU "\r\n");
	wait_for(bed, story, "CMT:0 ");
	assert_null(strstr(heard(bed), "AT+CNMA"));
	acknowledge(bed, "CMT", 0);
	wait_for(bed, story, "deleted CMT:0 ");
	wait_for(bed, heard, "AT+CNMA|");
	peer_say(bed->peer, "\r\n+CDS: 26\r\n" REPORT "\r\n");
	wait_for(bed, story, "report CDS:1 ");
	peer_forget(bed->peer);
	acknowledge(bed, "CDS", 1);
	wait_for(bed, heard, "AT+CNMA|");
	bed_free(bed);
}

/* The modem stops +CMT when it is not confirmed in time: set anew. */
static void
test_refused_word_sets_news_anew(void **state)
{
	(void)state;
	struct bed *bed = bed_direct();
	peer_rule(bed->peer, "AT+CNMA", "\r\n+CMS ERROR: 332\r\n", 1);
	peer_say(bed->peer, "\r\n+CMT: ,30\r\n" PDU "\r\n");
	wait_for(bed, story, "CMT:0 ");
	acknowledge(bed, "CMT", 0);
	wait_for(bed, heard, "AT+CNMA|AT+CNMI=2,2,0,1,0|");
	bed_free(bed);
}

/* PDU mode has a second form, and some know only that. */
static void
test_word_with_a_number(void **state)
{
	(void)state;
	struct bed *bed = bed_direct();
	peer_rule(bed->peer, "AT+CNMA", "\r\nERROR\r\n", 0);
	peer_rule(bed->peer, "AT+CNMA=0", OK, 0);
	for (int i = 0; i < 2; i++) {
		char place[16];
		peer_say(bed->peer, "\r\n+CMT: ,30\r\n" PDU "\r\n");
		snprintf(place, sizeof(place), "CMT:%d ", i);
		wait_for(bed, story, place);
		acknowledge(bed, "CMT", i);
		wait_for(bed, heard, i == 0 ? "AT+CNMA|" : "AT+CNMA=0|");
		pass_ms(bed, 20);
	}
	bed_free(bed);
}

/* "Not expected", again and again: it confirms reports by itself. */
static void
test_word_that_nobody_wants(void **state)
{
	(void)state;
	struct bed *bed = bed_direct();
	peer_rule(bed->peer, "AT+CNMA", "\r\n+CMS ERROR: 340\r\n", 0);
	for (int i = 0; i < 3; i++) {
		char place[24];
		peer_say(bed->peer, "\r\n+CDS: 26\r\n" REPORT "\r\n");
		snprintf(place, sizeof(place), "CDS:%d ", i);
		wait_for(bed, story, place);
		peer_forget(bed->peer);
		acknowledge(bed, "CDS", i);
		wait_for(bed, heard, "AT+CNMA|AT+CNMI=2,2,0,1,0|");
		pass_ms(bed, 20);
	}
	peer_say(bed->peer, "\r\n+CDS: 26\r\n" REPORT "\r\n");
	wait_for(bed, story, "report :-1 ");
	/* Texts are another matter. */
	peer_say(bed->peer, "\r\n+CMT: ,30\r\n" PDU "\r\n");
	wait_for(bed, story, "CMT:3 ");
	bed_free(bed);
}

/* Flash texts are stored nowhere although +CMTI was asked for, and reports
 * come with a comma too many (ZTE) or without the service centre's field. */
static void
test_forms_beside_stored_texts(void **state)
{
	static const char *const forms[] = {
	    "\r\n+CMT: \"\",30\r\n" PDU "\r\n",
	    "\r\n+CMT: \"Amina, \"\"A\"\"\",30\r\n" PDU "\r\n",
	    "\r\n+CMT:30\r\n" PDU "\r\n",
	};
	static const char *const reports[] = {
	    "\r\n+CDS: 26\r\n" REPORT "\r\n",
	    "\r\n+CDS: ,26\r\n" REPORT "\r\n",
	    "\r\n+CDS: 26\r\n" REPORT_BARE "\r\n",
	    "\r\n+CDS:26\r\n\r\n" REPORT "\r\n",
	};
	(void)state;
	struct bed *bed = bed_up("generic");
	for (size_t i = 0; i < 3; i++) {
		buf_clear(&bed->story);
		peer_say(bed->peer, forms[i]);
		wait_for(bed, story, ":-1 ");
		assert_string_equal(story(bed), ":-1 ");
	}
	for (size_t i = 0; i < 4; i++) {
		buf_clear(&bed->story);
		peer_say(bed->peer, reports[i]);
		wait_for(bed, story, ":-1 ");
		assert_string_equal(story(bed), "report :-1 ");
	}
	assert_null(strstr(heard(bed), "AT+CNMA"));
	bed_free(bed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_direct_texts_are_confirmed),
	    cmocka_unit_test(test_refused_word_sets_news_anew),
	    cmocka_unit_test(test_word_with_a_number),
	    cmocka_unit_test(test_word_that_nobody_wants),
	    cmocka_unit_test(test_forms_beside_stored_texts),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
