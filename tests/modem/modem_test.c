/* The driver against a scripted peer: set-up by captured answers (the order
 * of commands is golden), receiving, sending, and getting back into step. */
#include "modem/modem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/timer.h"

#include "tests/modem/peer.h"

/* 23 octets from +31641600986, "How are you?". */
#define PDU                                                                    \
	"07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741" \
	"F977FD07"
#define PDU2                                                                   \
	"07911326040000F0040B911346610089F60000208062917315080CC8F71D14969741" \
	"F977FD07"
#define RECORD(index, pdu) "\r\n+CMGL: " index ",0,,30\r\n" pdu "\r\n"
#define OK "\r\nOK\r\n"

struct bed {
	struct loop *loop;
	struct peer *peer;
	struct modem *modem;
	struct modem_sink sink;
	char dir[64], path[80];
	struct buf story; /* what the owner was told */
	bool full;
};

static bool
on_record(void *arg, const struct modem_record *r)
{
	struct bed *bed = arg;
	if (bed->full)
		return false;
	buf_add_format(&bed->story, "%s%s:%d ", r->report ? "report " : "",
	    r->place.store, r->place.index);
	if (!r->fits)
		buf_add_text(&bed->story, "garbled ");
	return true;
}

static void
on_sent(void *arg, const struct modem_sent *s)
{
	static const char *const names[] = {
	    "accepted", "refused", "unknown", "late"};
	struct bed *bed = arg;
	buf_add_format(
	    &bed->story, "%s:%d:%d ", names[s->how], s->reference, s->code);
}

static void
on_deleted(void *arg, const struct modem_place *place)
{
	struct bed *bed = arg;
	buf_add_format(
	    &bed->story, "deleted %s:%d ", place->store, place->index);
}

static void
on_call(void *arg, const char *number)
{
	struct bed *bed = arg;
	buf_add_format(&bed->story, "call %s ", number);
}

static void
on_change(void *arg)
{
	(void)arg;
}

/* Seconds become tenths, so that a test of silence is quick. */
static void
shrink(struct modem_config *config)
{
	static const int64_t short_ms[MODEM_TIMES] = {
	    [MODEM_T_ESCAPE] = 5,
	    [MODEM_T_AT] = 60,
	    [MODEM_T_COMMAND] = 150,
	    [MODEM_T_TAIL] = 60,
	    [MODEM_T_SIM] = 300,
	    [MODEM_T_STORE] = 300,
	    [MODEM_T_LIST] = 200,
	    [MODEM_T_LIST_TAIL] = 60,
	    [MODEM_T_SLOT] = 150,
	    [MODEM_T_PROMPT] = 150,
	    [MODEM_T_SEND] = 300,
	    [MODEM_T_SEND_LEARNED] = 300,
	    [MODEM_T_QUIET] = 20,
	    [MODEM_T_BABBLE] = 200,
	    [MODEM_T_STEP] = 60,
	    [MODEM_T_DEBOUNCE] = 5,
	    [MODEM_T_ODD] = 50,
	    [MODEM_T_SWEEP] = 60000,
	    [MODEM_T_POLL_SWEEP] = 60000,
	    [MODEM_T_HEALTH] = 60000,
	    [MODEM_T_POLL] = 20,
	    [MODEM_T_ABSENT] = 20,
	    [MODEM_T_WATCH] = 20,
	    [MODEM_T_BACKOFF] = 20,
	    [MODEM_T_BACKOFF_MAX] = 100,
	    [MODEM_T_RESTART] = 50,
	};
	memcpy(config->times_ms, short_ms, sizeof(short_ms));
}

static struct bed *
bed_new(const char *capture, const char *pin)
{
	struct bed *bed = calloc(1, sizeof(*bed));
	assert_non_null(bed);
	str_copy(bed->dir, sizeof(bed->dir), STR("/tmp/modem_test.XXXXXX"));
	assert_non_null(mkdtemp(bed->dir));
	snprintf(bed->path, sizeof(bed->path), "%s/tty", bed->dir);
	bed->loop = loop_new();
	bed->peer = peer_new(bed->loop, bed->path);
	if (capture != NULL)
		peer_load(bed->peer, capture);
	bed->story = buf_new(65536);
	bed->sink = (struct modem_sink){
	    bed, on_record, on_sent, on_deleted, on_call, on_change};
	struct modem_config config = {
	    .name = "m", .device = bed->path, .pin = pin};
	shrink(&config);
	bed->modem = modem_new(bed->loop, &config, &bed->sink);
	modem_start(bed->modem);
	return bed;
}

static void
bed_free(struct bed *bed)
{
	modem_free(&bed->modem);
	peer_free(&bed->peer);
	loop_free(&bed->loop);
	buf_free(&bed->story);
	rmdir(bed->dir);
	free(bed);
}

static void
wake(void *arg)
{
	*(bool *)arg = true;
}

static void
pass_ms(struct bed *bed, int64_t ms)
{
	bool over = false;
	struct timer *timer = timer_new(bed->loop, wake, &over);
	timer_arm(timer, ms);
	while (!over)
		loop_once(bed->loop, true);
	timer_free(&timer);
}

static const char *
story(struct bed *bed)
{
	return bed->story.at == NULL ? "" : bed->story.at;
}

/* Until the owner's story, or what the peer heard, holds `wanted`. */
static void
wait_for(
    struct bed *bed, const char *(*source)(struct bed *), const char *wanted)
{
	for (int i = 0; i < 1000 && strstr(source(bed), wanted) == NULL; i++)
		pass_ms(bed, 5);
	if (strstr(source(bed), wanted) == NULL)
		fail_msg("no \"%s\" in \"%s\"; heard \"%s\"", wanted,
		    source(bed), peer_heard(bed->peer));
}

static const char *
heard(struct bed *bed)
{
	return peer_heard(bed->peer);
}

static void
wait_status(struct bed *bed, enum modem_status status)
{
	for (int i = 0; i < 1000 && modem_status(bed->modem) != status; i++)
		pass_ms(bed, 5);
	assert_int_equal(modem_status(bed->modem), status);
}

/* Up, and all that follows from it done. */
static struct bed *
bed_up(const char *capture)
{
	struct bed *bed = bed_new(capture, NULL);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	pass_ms(bed, 20);
	peer_forget(bed->peer);
	return bed;
}

static void
send_text(struct bed *bed)
{
	assert_true(modem_send(
	    bed->modem, 7, STR("0001000C91527411000010000002E834"), 15));
}

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

/* Receiving. */

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

/* Sending. */

static void
test_send_is_accepted(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", "\r\n+CMGS: 42\r\n" OK, 0);
	send_text(bed);
	assert_false(modem_can_send(bed->modem));
	wait_for(bed, story, "accepted:42:0 ");
	wait_for(bed, heard, "AT+CMGS=15|[0001000C91527411000010000002E834]|");
	assert_true(modem_can_send(bed->modem));
	bed_free(bed);
}

/* Every way to say the prompt and the result. */
static void
test_send_framings(void **state)
{
	(void)state;
	static const struct {
		const char *prompt, *result, *story;
	} rows[] = {
	    {"AT+CMGS=15\r\r\n> ", "\r\n+CMGS: 1\r\n" OK, "accepted:1:0 "},
	    {"\r\n^RSSI: 3\r\n> ", "+CMGS:2\rOK\r", "accepted:2:0 "},
	    {"\r\n> ",
		"0001000C91527411000010000002E834\x1a\r\n+CMGS: 3\r\nOK\r\n",
		"accepted:3:0 "},
	    {"\r\n> ", "\r\n+CMGS: 4\r\n", "accepted:4:0 "},
	    {"\r\n> ", OK, "accepted:-1:0 "},
	    {"\r\n> ", "\r\n+CMS ERROR: 38\r\n", "refused:-1:38 "},
	    {"\r\n> ", "\r\n+CMS ERROR:38\r\n", "refused:-1:38 "},
	    {"\r\n> ", "\r\n+CMS ERROR: 332\r\n", "unknown:-1:332 "},
	    {"\r\n> ", "\r\n+CMS ERROR: 197\r\n", "accepted:-1:197 "},
	    {"\r\n> ", "\r\n+CME ERROR: SIM busy\r\n", "refused:-1:14 "},
	    {"\r\n> ", "\r\nERROR\r\n", "refused:-1:0 "},
	    {"\r\n> ", "\r\n+CMTI: \"SM\",1\r\n+CMGS: 5\r\n" OK,
		"accepted:5:0 "},
	    {"\r\n> ", "\r\nNO CARRIER\r\n+CMGS: 6\r\n" OK, "accepted:6:0 "},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bed *bed = bed_up("generic");
		peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
		peer_rule(bed->peer, "AT+CMGS=15", rows[i].prompt, 1);
		peer_rule(bed->peer, "BODY", rows[i].result, 1);
		send_text(bed);
		wait_for(bed, story, rows[i].story);
		bed_free(bed);
	}
}

static void
test_refused_before_the_prompt(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n+CMS ERROR: 500\r\n", 0);
	send_text(bed);
	wait_for(bed, story, "refused:-1:500 ");
	assert_null(strstr(heard(bed), "["));
	bed_free(bed);
}

static void
test_no_prompt_is_refused(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", NULL, 1);
	send_text(bed);
	wait_for(bed, story, "refused:-1:0 ");
	wait_for(bed, heard, "AT+CMGF?|");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* Silence after Ctrl-Z is unknown, and the result may still come. */
static void
test_late_result(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGS=15", "\r\n> ", 0);
	peer_rule(bed->peer, "BODY", NULL, 1);
	peer_rule(bed->peer, "AT+CMGF?",
	    "\r\n+CMGS: 9\r\n" OK "\r\n+CMGF: 0\r\n" OK, 1);
	send_text(bed);
	wait_for(bed, story, "unknown:-1:0 late:9:0 ");
	wait_status(bed, MODEM_UP);
	bed_free(bed);
}

/* The answer to a command that timed out is not credited to the next. */
static void
test_late_answer_is_not_credited(void **state)
{
	(void)state;
	struct bed *bed = bed_up("generic");
	peer_rule(bed->peer, "AT+CMGL=4", NULL, 1);
	peer_rule(bed->peer, "AT+CMGF?", OK "\r\n+CMGF: 0\r\n" OK, 1);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
	wait_for(bed, heard, "AT+CMGL=4|AT+CMGF?|");
	peer_rule(bed->peer, "AT+CMGL=4", RECORD("1", PDU) OK, 0);
	wait_for(bed, story, "SM:1 ");
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
	    cmocka_unit_test(test_set_up_golden),
	    cmocka_unit_test(test_set_up_describes),
	    cmocka_unit_test(test_silent_at_first),
	    cmocka_unit_test(test_odd_framing),
	    cmocka_unit_test(test_pin_is_tried_once),
	    cmocka_unit_test(test_pin_opens),
	    cmocka_unit_test(test_last_pin_try_is_not_taken),
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
	    cmocka_unit_test(test_empty_slot_is_no_text),
	    cmocka_unit_test(test_other_store_is_opened),
	    cmocka_unit_test(test_call_is_told_once),
	    cmocka_unit_test(test_send_is_accepted),
	    cmocka_unit_test(test_send_framings),
	    cmocka_unit_test(test_refused_before_the_prompt),
	    cmocka_unit_test(test_no_prompt_is_refused),
	    cmocka_unit_test(test_late_result),
	    cmocka_unit_test(test_late_answer_is_not_credited),
	    cmocka_unit_test(test_restart_in_send),
	    cmocka_unit_test(test_deaf_for_a_while),
	    cmocka_unit_test(test_unplugged_and_back),
	    cmocka_unit_test(test_replaced_without_hang_up),
	    cmocka_unit_test(test_unannounced_texts),
	    cmocka_unit_test(test_settings_lost_silently),
	    cmocka_unit_test(test_device_absent_at_start),
	    cmocka_unit_test(test_random_bytes),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
