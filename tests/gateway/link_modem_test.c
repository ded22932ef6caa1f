/* PDUs to messages and back, through a scripted peer. */
#include "gateway/link/link_modem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"

#include "sms/pdu.h"
#include "tests/modem/peer.h"

#define OK "\r\nOK\r\n"
#define FROM "+254711000001"

struct bed {
	struct loop *loop;
	struct peer *peer;
	struct link *link;
	struct link_sink sink;
	char dir[64], path[80];
	struct buf story;
	bool full;
};

static const char *const kinds[] = {
    "text", "report", "call", "binary", "silent", "garbled"};

static bool
on_message(void *arg, struct link *link, const struct msg_in *m)
{
	struct bed *bed = arg;
	(void)link;
	if (bed->full)
		return false;
	buf_add_format(&bed->story, "%s %s:%d %s", kinds[m->kind],
	    m->place.store, m->place.index, m->from);
	if (m->kind == MSG_TEXT)
		buf_add_format(
		    &bed->story, " \"%.*s\"", (int)m->text.octets, m->text.at);
	if (m->part.total > 0)
		buf_add_format(&bed->story, " part %d/%d of %d%s", m->part.seq,
		    m->part.total, m->part.ref, m->part.wide ? "w" : "");
	if (m->kind == MSG_REPORT)
		buf_add_format(&bed->story, " mr %d class %d",
		    (int)m->report_mr, (int)m->report);
	if (m->kind == MSG_GARBLED)
		assert_non_null(m->why);
	if (m->kind != MSG_CALL)
		assert_true(m->raw.octets > 0);
	buf_add_text(&bed->story, "; ");
	return true;
}

static void
on_outcome(void *arg, struct link *link, const struct msg_outcome *o)
{
	struct bed *bed = arg;
	(void)link;
	buf_add_format(
	    &bed->story, "%d %s", (int)o->id, outcome_name(o->outcome));
	if (o->outcome == OUTCOME_REFUSED)
		buf_add_format(
		    &bed->story, " %s %d", refusal_name(o->refusal), o->code);
	buf_add_format(&bed->story, " %d/%d mr", o->parts_done, o->parts_total);
	for (int i = 0; i < o->parts_done; i++)
		buf_add_format(&bed->story, " %d", (int)o->mr[i]);
	buf_add_text(&bed->story, "; ");
}

static void
on_forgotten(void *arg, struct link *link, const struct msg_place *place)
{
	struct bed *bed = arg;
	(void)link;
	buf_add_format(
	    &bed->story, "forgotten %s:%d; ", place->store, place->index);
}

static void
on_change(void *arg, struct link *link)
{
	(void)arg;
	(void)link;
}

static void
shrink(struct link_modem_config *config)
{
	static const int64_t short_ms[MODEM_TIMES] = {
	    [MODEM_T_ESCAPE] = 5,
	    [MODEM_T_AT] = 60,
	    [MODEM_T_COMMAND] = 150,
	    [MODEM_T_TAIL] = 60,
	    [MODEM_T_SLOT] = 150,
	    [MODEM_T_PROMPT] = 100,
	    [MODEM_T_SEND] = 200,
	    [MODEM_T_QUIET] = 20,
	    [MODEM_T_STEP] = 60,
	    [MODEM_T_DEBOUNCE] = 5,
	    [MODEM_T_ODD] = 50,
	    [MODEM_T_SWEEP] = 60000,
	    [MODEM_T_HEALTH] = 60000,
	    [MODEM_T_POLL] = 20,
	    [MODEM_T_ABSENT] = 20,
	    [MODEM_T_BACKOFF] = 20,
	};
	memcpy(config->times_ms, short_ms, sizeof(short_ms));
}

static void
pass_ms(struct bed *bed, int64_t ms)
{
	peer_pass(bed->loop, ms);
}

static const char *
story(const struct bed *bed)
{
	return bed->story.at == NULL ? "" : bed->story.at;
}

static void
wait_for(struct bed *bed, const char *wanted)
{
	for (int i = 0; i < 600 && strstr(story(bed), wanted) == NULL; i++)
		pass_ms(bed, 5);
	if (strstr(story(bed), wanted) == NULL)
		fail_msg("no \"%s\" in \"%s\"; heard \"%s\"", wanted,
		    story(bed), peer_heard(bed->peer));
}

static void
wait_state(struct bed *bed, enum link_state state)
{
	for (int i = 0; i < 600 && bed->link->state != state; i++)
		pass_ms(bed, 5);
	assert_int_equal(bed->link->state, state);
}

static struct bed *
bed_new_cutting(const struct segment_rules *cutting)
{
	struct bed *bed = calloc(1, sizeof(*bed));
	assert_non_null(bed);
	str_copy(bed->dir, sizeof(bed->dir), STR("link_modem_test.XXXXXX"));
	assert_non_null(mkdtemp(bed->dir));
	snprintf(bed->path, sizeof(bed->path), "%s/tty", bed->dir);
	bed->loop = loop_new();
	loop_by_hand(bed->loop);
	bed->peer = peer_new(bed->loop, bed->path);
	peer_load(bed->peer, "generic");
	bed->story = buf_new(65536);
	bed->sink = (struct link_sink){
	    bed, on_message, on_outcome, on_forgotten, on_change, NULL};
	struct link_modem_config config = {
	    .name = "a", .device = bed->path, .number = "+254700000001"};
	config.cutting = cutting;
	shrink(&config);
	bed->link = link_modem_new(bed->loop, &config, &bed->sink);
	bed->link->ops->start(bed->link);
	wait_state(bed, LINK_UP);
	pass_ms(bed, 50);
	peer_forget(bed->peer);
	return bed;
}

static struct bed *
bed_new(void)
{
	return bed_new_cutting(NULL);
}

static void
bed_free(struct bed *bed)
{
	bed->link->ops->free(bed->link);
	peer_free(&bed->peer);
	loop_free(&bed->loop);
	buf_free(&bed->story);
	rmdir(bed->dir);
	free(bed);
}

/* The next list shows one record with this PDU in slot 1. */
static void
receive(struct bed *bed, const uint8_t *pdu, int octets, size_t tpdu_octets)
{
	char hex[512], answer[700];
	assert_true(octets > 0);
	assert_true(
	    span_to_hex(hex, sizeof(hex), span_of(pdu, (size_t)octets)) > 0);
	snprintf(answer, sizeof(answer), "\r\n+CMGL: 1,0,,%zu\r\n%s\r\n" OK,
	    tpdu_octets, hex);
	peer_rule(bed->peer, "AT+CMGL=4", answer, 1);
	peer_say(bed->peer, "\r\n+CMTI: \"SM\",1\r\n");
}

static void
receive_deliver(struct bed *bed, const struct pdu_deliver_spec *spec)
{
	uint8_t pdu[PDU_OCTETS_MAX];
	size_t tpdu_octets;
	int octets =
	    pdu_encode_deliver(pdu, sizeof(pdu), &tpdu_octets, spec, NULL);
	receive(bed, pdu, octets, tpdu_octets);
}

static void
test_text_in(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	uint8_t septets[] = {'O', 'r', 'd', 'e', 'r'};
	struct pdu_deliver_spec spec = {.from = STR(FROM),
	    .stamp = {true, 2026, 11, 25, 13, 30, 0, 180},
	    .content = {.class = PDU_CLASS_NONE,
		.data = span_of(septets, sizeof(septets))}};
	receive_deliver(bed, &spec);
	wait_for(bed, "text SM:1 +254711000001 \"Order\"; ");
	peer_rule(bed->peer, "AT+CMGD=1", OK, 1);
	bed->link->ops->acknowledge(bed->link, &(struct msg_place){"SM", 1});
	wait_for(bed, "forgotten SM:1; ");
	bed_free(bed);
}

static void
test_kinds_in(void **state)
{
	(void)state;
	uint8_t septets[] = {'A', 'B'};
	struct pdu_content content = {
	    .class = PDU_CLASS_NONE, .data = span_of(septets, 2)};
	struct pdu_deliver_spec spec = {.from = STR(FROM), .content = content};

	struct bed *bed = bed_new();
	spec.content.header.concat = (struct udh_concat){
	    .present = true, .ref = 7, .total = 3, .seq = 2};
	receive_deliver(bed, &spec);
	wait_for(bed, "\"AB\" part 2/3 of 7; ");
	bed_free(bed);

	bed = bed_new();
	spec.content = content;
	spec.content.header.ports =
	    (struct udh_ports){.present = true, .wide = true, .dst = 2948};
	receive_deliver(bed, &spec);
	wait_for(bed, "binary SM:1 ");
	bed_free(bed);

	bed = bed_new();
	spec.content = content;
	spec.content.alphabet = SMS_8BIT;
	receive_deliver(bed, &spec);
	wait_for(bed, "binary SM:1 ");
	bed_free(bed);

	bed = bed_new();
	spec.content = content;
	spec.content.pid = 0x40;
	receive_deliver(bed, &spec);
	wait_for(bed, "silent SM:1 ");
	bed_free(bed);

	bed = bed_new();
	spec.content = content;
	spec.content.class = 0; /* flash: a text like any other */
	receive_deliver(bed, &spec);
	wait_for(bed, "text SM:1 +254711000001 \"AB\"; ");
	bed_free(bed);
}

static void
test_garbled_in(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	uint8_t octets[] = {0x00, 0x04, 0x0C, 0x91};
	char reading[] = "\r\n+CMGR: 1,,30\r\n00040C9152741100001\r\n" OK;
	peer_rule(bed->peer, "AT+CMGR=1", reading, 0);
	receive(bed, octets, 4, 30);
	wait_for(bed, "garbled SM:1 ");
	bed_free(bed);
}

static void
say_report_about(struct bed *bed, int mr, struct str to)
{
	uint8_t pdu[PDU_OCTETS_MAX];
	char hex[512], line[700];
	size_t tpdu_octets;
	struct pdu_report_spec spec = {.to = to, .reference = (uint8_t)mr};
	int octets = pdu_encode_status_report(
	    pdu, sizeof(pdu), &tpdu_octets, &spec, NULL);
	span_to_hex(hex, sizeof(hex), span_of(pdu, (size_t)octets));
	snprintf(
	    line, sizeof(line), "\r\n+CDS: %zu\r\n%s\r\n", tpdu_octets, hex);
	peer_say(bed->peer, line);
}

static void
say_report(struct bed *bed, int mr)
{
	say_report_about(bed, mr, STR(FROM));
}

/* Reports come directly; without room they are kept here until there is. */
static void
test_report_in(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	bed->full = true;
	say_report(bed, 42);
	pass_ms(bed, 20);
	assert_string_equal(story(bed), "");
	bed->full = false;
	bed->link->ops->resume(bed->link);
	wait_for(bed, "report :-1 +254711000001 mr 42 class 0; ");
	bed_free(bed);
}

static void
test_call_in(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	peer_say(bed->peer, "\r\nRING\r\n\r\n+CLIP: \"+254711000001\",145\r\n");
	wait_for(bed, "call :-1 +254711000001; ");
	bed_free(bed);
}

static void
send_text(struct bed *bed, int64_t id, const char *text, uint8_t parts_done)
{
	struct msg_out out = {.id = id,
	    .to = FROM,
	    .text = str_from(text),
	    .parts_done = parts_done};
	assert_int_equal(bed->link->ops->room(bed->link), 1);
	bed->link->ops->send(bed->link, &out);
	assert_int_equal(bed->link->ops->room(bed->link), 0);
}

static void
rule_sends(struct bed *bed, const char *result, int times)
{
	peer_rule(bed->peer, "BODY", result, times);
}

/* A prompt for any length that these tests use. */
static void
rule_prompts(struct bed *bed)
{
	char command[32];
	for (int octets = 14; octets < 160; octets++) {
		snprintf(command, sizeof(command), "AT+CMGS=%d", octets);
		peer_rule(bed->peer, command, "\r\n> ", 0);
	}
}

static void
test_text_out(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 0);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	assert_int_equal(bed->link->ops->room(bed->link), 1);
	bed_free(bed);
}

/* 150 letters of Turkish: in one part where the telephones know the table,
 * else in three of UCS2. */
static void
test_alphabets_out(void **state)
{
	(void)state;
	static const struct segment_rules rules = {
	    .languages = SEGMENT_LANGUAGE(GSM7_LANG_TURKISH)};
	char text[301];
	for (size_t i = 0; i < 150; i++)
		memcpy(text + 2 * i, "ş", 3);
	struct bed *bed = bed_new_cutting(&rules);
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 0);
	send_text(bed, 1, text, 0);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	assert_non_null(strstr(peer_heard(bed->peer), "9B03250101"));
	bed_free(bed);
	bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 0);
	send_text(bed, 1, text, 0);
	wait_for(bed, "1 accepted 3/3");
	bed_free(bed);
}

static void
test_long_text_out(void **state)
{
	(void)state;
	static char text[401];
	memset(text, 'x', 400);
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 7\r\n" OK, 1);
	rule_sends(bed, "\r\n+CMGS: 6\r\n" OK, 1);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 1);
	send_text(bed, 0x1234, text, 0);
	wait_for(bed, "4660 accepted 3/3 mr 5 6 7; ");
	/* The series is named after the id: part 3 alone is the same one. */
	assert_non_null(strstr(peer_heard(bed->peer), "050003340303"));
	peer_forget(bed->peer);
	rule_sends(bed, "\r\n+CMGS: 9\r\n" OK, 1);
	send_text(bed, 0x1234, text, 2);
	wait_for(bed, "4660 accepted 3/3 mr -1 -1 9; ");
	assert_non_null(strstr(peer_heard(bed->peer), "050003340303"));
	assert_null(strstr(peer_heard(bed->peer), "050003340301"));
	bed_free(bed);
}

static void
test_refusals_out(void **state)
{
	(void)state;
	static const struct {
		const char *result, *story;
	} rows[] = {
	    {"\r\n+CMS ERROR: 38\r\n", "1 refused retry 38 0/1"},
	    {"\r\n+CMS ERROR: 1\r\n", "1 refused dead 1 0/1"},
	    {"\r\n+CMS ERROR: 331\r\n", "1 refused wait 331 0/1"},
	    {"\r\n+CMS ERROR: 8\r\n", "1 refused credit 8 0/1"},
	    {"\r\n+CMS ERROR: 330\r\n", "1 refused elsewhere 330 0/1"},
	    {"\r\n+CMS ERROR: 316\r\n", "1 refused blocked 316 0/1"},
	    {"\r\n+CMS ERROR: 97\r\n", "1 refused elsewhere 97 0/1"},
	    {"\r\n+CMS ERROR: 21\r\n", "1 refused elsewhere 21 0/1"},
	    {"\r\n+CMS ERROR: 28\r\n", "1 refused elsewhere 28 0/1"},
	    {"\r\n+CMS ERROR: 500\r\n", "1 refused wait 500 0/1"},
	    {"\r\n+CMS ERROR: 304\r\n", "1 refused retry 304 0/1"},
	    {"\r\nERROR\r\n", "1 refused wait 0 0/1"},
	    {"\r\n+CMS ERROR: 332\r\n", "1 unknown 0/1"},
	    {"\r\n+CMS ERROR: 197\r\n", "1 accepted 1/1 mr -1"},
	    {NULL, "1 unknown 0/1"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bed *bed = bed_new();
		rule_prompts(bed);
		rule_sends(bed, rows[i].result, 0);
		send_text(bed, 1, "hi", 0);
		wait_for(bed, rows[i].story);
		bed_free(bed);
	}
}

static void
test_slips_are_tried_again(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 0);
	rule_sends(bed, "\r\nERROR\r\n", 2);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	assert_string_equal(story(bed), "1 accepted 1/1 mr 5; ");
	bed_free(bed);
}

/* 198: no validity period; the second try has none and is one octet less. */
static void
test_options_are_left_out(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 0);
	rule_sends(bed, "\r\n+CMS ERROR: 198\r\n", 1);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	assert_non_null(strstr(peer_heard(bed->peer), "AT+CMGS=16|[0011"));
	assert_non_null(strstr(peer_heard(bed->peer), "AT+CMGS=15|[0001"));
	bed_free(bed);
}

static void
test_no_credit_rests(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMS ERROR: 8\r\n", 0);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "refused credit 8");
	assert_int_equal(bed->link->state, LINK_RESTING);
	assert_int_equal(bed->link->ops->room(bed->link), 0);
	assert_string_equal(bed->link->trouble,
	    "no credit, or the SIM is barred (barred by the operator, error "
	    "8)");
	struct link_description d;
	bed->link->ops->describe(bed->link, &d);
	assert_string_equal(
	    d.detail, "resting: no credit, or the SIM is barred");
	bed->link->ops->drain(bed->link, false); /* somebody paid */
	assert_int_equal(bed->link->state, LINK_UP);
	assert_string_equal(bed->link->trouble, "");
	bed_free(bed);
}

/* A few seconds are part of the work: nobody need look, but no text is burnt
 * meanwhile. */
static void
test_short_rest(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMS ERROR: 38\r\n", 0);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "refused retry 38");
	assert_int_equal(bed->link->state, LINK_UP);
	assert_int_equal(bed->link->ops->room(bed->link), 0);
	bed->link->ops->drain(bed->link, false); /* somebody mended it */
	assert_int_equal(bed->link->ops->room(bed->link), 1);
	bed_free(bed);
}

static void
test_late_result_out(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, NULL, 1);
	peer_rule(bed->peer, "AT+CMGF?",
	    "\r\n+CMGS: 9\r\n" OK "\r\n+CMGF: 0\r\n" OK, 1);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 unknown 0/1 mr; 1 accepted 1/1 mr 9; ");
	bed_free(bed);
}

/* The result is lost, but the report says what it would have said. */
static void
test_report_settles(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, NULL, 1);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 1);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	send_text(bed, 2, "ho", 0);
	pass_ms(bed, 50);
	say_report(bed, 6);
	wait_for(bed, "2 accepted 1/1 mr 6; ");
	bed_free(bed);
}

/* The network writes the number in its own way; it is the same one. */
static void
test_report_names_the_recipient(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 5\r\n" OK, 1);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	say_report_about(bed, 5, STR("0711000001"));
	wait_for(bed, "report :-1 +254711000001 mr 5 class 0; ");
	say_report_about(bed, 5, STR("0711000002"));
	wait_for(bed, "report :-1 0711000002 mr 5 class 0; ");
	say_report_about(bed, 6, STR("0711000001"));
	wait_for(bed, "report :-1 0711000001 mr 6 class 0; ");
	bed_free(bed);
}

/* The network says that it is too much: the next text waits a while. */
static void
test_congestion_slows_down(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMS ERROR: 42\r\n", 1);
	send_text(bed, 1, "hi", 0);
	wait_for(bed, "1 refused retry 42 0/1");
	assert_int_equal(bed->link->state, LINK_UP);
	assert_int_equal(bed->link->ops->room(bed->link), 0);
	bed_free(bed);
	/* A text of which a part waits ends with the link. */
	static char text[401];
	memset(text, 'x', 400);
	bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 9\r\n" OK, 0);
	rule_sends(bed, "\r\n+CMS ERROR: 42\r\n", 1);
	send_text(bed, 1, text, 0);
	wait_for(bed, "1 refused retry 42 0/3");
	struct msg_out out = {.id = 2, .to = FROM, .text = str_from(text)};
	peer_forget(bed->peer);
	bed->link->ops->send(bed->link, &out);
	for (int i = 0; i < 600 && strstr(peer_heard(bed->peer), "]|") == NULL;
	     i++)
		pass_ms(bed, 5);
	pass_ms(bed, 50);
	assert_null(strstr(story(bed), "; 2 "));
	bed->link->ops->stop(bed->link, 10);
	wait_for(bed, "2 refused wait 0 1/3 mr 9; ");
	wait_state(bed, LINK_DOWN);
	bed_free(bed);
}

/* What the phone has already is not sent to it again. */
static void
test_rest_of_a_long_text_out(void **state)
{
	(void)state;
	static char text[401];
	memset(text, 'x', 400);
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, "\r\n+CMGS: 9\r\n" OK, 0);
	struct msg_out out = {.id = 0x1234,
	    .to = FROM,
	    .text = str_from(text),
	    .parts_arrived = 0x5,
	    .repeat = true};
	bed->link->ops->send(bed->link, &out);
	wait_for(bed, "4660 accepted 3/3 mr -1 9 -1; ");
	assert_non_null(strstr(peer_heard(bed->peer), "050003340302"));
	assert_null(strstr(peer_heard(bed->peer), "050003340301"));
	assert_null(strstr(peer_heard(bed->peer), "050003340303"));
	bed_free(bed);
}

static void
test_bad_numbers_out(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	struct msg_out out = {.id = 3, .to = "+", .text = STR("hi")};
	bed->link->ops->send(bed->link, &out);
	wait_for(bed, "3 refused dead 0 0/1");
	bed_free(bed);
}

static void
test_stop_waits_for_the_send(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, NULL, 1);
	send_text(bed, 1, "hi", 0);
	pass_ms(bed, 50);
	bed->link->ops->stop(bed->link, 1000);
	pass_ms(bed, 20);
	assert_int_not_equal(bed->link->state, LINK_DOWN);
	peer_say(bed->peer, "\r\n+CMGS: 5\r\n" OK);
	wait_for(bed, "1 accepted 1/1 mr 5; ");
	wait_state(bed, LINK_DOWN);
	bed_free(bed);
}

static void
test_stop_ends_in_grace(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	rule_prompts(bed);
	rule_sends(bed, NULL, 1);
	send_text(bed, 1, "hi", 0);
	pass_ms(bed, 50);
	bed->link->ops->stop(bed->link, 40);
	wait_for(bed, "1 unknown 0/1");
	wait_state(bed, LINK_DOWN);
	bed_free(bed);
}

static void
test_describes(void **state)
{
	(void)state;
	struct bed *bed = bed_new();
	struct link_description d;
	bed->link->ops->describe(bed->link, &d);
	assert_string_equal(d.identity, "Acme One fw 1.0 imei ...7518");
	assert_string_equal(d.operator_, "Safaricom");
	assert_string_equal(d.detail, "ready");
	peer_unplug(bed->peer);
	wait_state(bed, LINK_DOWN);
	bed->link->ops->describe(bed->link, &d);
	assert_non_null(strstr(d.detail, "closed: "));
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
	    cmocka_unit_test(test_text_in),
	    cmocka_unit_test(test_kinds_in),
	    cmocka_unit_test(test_garbled_in),
	    cmocka_unit_test(test_report_in),
	    cmocka_unit_test(test_call_in),
	    cmocka_unit_test(test_text_out),
	    cmocka_unit_test(test_alphabets_out),
	    cmocka_unit_test(test_long_text_out),
	    cmocka_unit_test(test_refusals_out),
	    cmocka_unit_test(test_slips_are_tried_again),
	    cmocka_unit_test(test_options_are_left_out),
	    cmocka_unit_test(test_no_credit_rests),
	    cmocka_unit_test(test_short_rest),
	    cmocka_unit_test(test_late_result_out),
	    cmocka_unit_test(test_report_settles),
	    cmocka_unit_test(test_report_names_the_recipient),
	    cmocka_unit_test(test_congestion_slows_down),
	    cmocka_unit_test(test_rest_of_a_long_text_out),
	    cmocka_unit_test(test_bad_numbers_out),
	    cmocka_unit_test(test_stop_waits_for_the_send),
	    cmocka_unit_test(test_stop_ends_in_grace),
	    cmocka_unit_test(test_describes),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
