/* What comes in, and what the trade is told of it: texts and their repeats,
 * stand-ins, long texts whose parts come late or never, calls, and all that is
 * no text.  No loop: each message is worked in a transaction of its own. */
#include "tests/gateway/store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "gateway/queue/intake.h"
#include "gateway/queue/placeholder.h"
#include "gateway/store/store_link.h"

#define AMINA "+254711000001"
#define BANK "MyBank"
#define MINUTE INT64_C(60000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

struct world {
	struct kit *kit;
	struct market market;
	struct handler_table handlers;
	struct intake intake;
	struct link link;
	struct turn turn;
	struct buf told; /* of the trade: "text; " "call; " "torn text; " */
	int reports, stamps;
};

static void
on_text(void *trade, const struct turn *turn, const struct handler_text *t)
{
	struct world *w = trade;
	(void)turn;
	buf_add_format(&w->told, "%s%s%s%.*s; ", t->low_trust ? "claimed " : "",
	    t->incomplete ? "torn " : "", t->call ? "call" : "",
	    (int)t->text.octets, t->text.at);
}

static void
on_stamp(void *arg, int64_t stamp_ms, int64_t now_ms)
{
	struct world *w = arg;
	(void)stamp_ms;
	(void)now_ms;
	w->stamps++;
}

static void
on_report(void *arg, const struct turn *turn, struct link *link,
    int64_t phone_id, const struct msg_in *report)
{
	struct world *w = arg;
	(void)turn;
	(void)link;
	(void)phone_id;
	(void)report;
	w->reports++;
}

static int
world_open(void **state)
{
	struct world *w = calloc(1, sizeof(*w));
	void *kit = NULL;
	if (w == NULL || kit_open(&kit) != 0)
		return -1;
	w->kit = kit;
	snprintf(w->market.country, sizeof(w->market.country), "254");
	w->handlers = (struct handler_table){.on_text = on_text};
	w->intake = (struct intake){.handlers = &w->handlers,
	    .trade = w,
	    .on_stamp = on_stamp,
	    .stamp_arg = w,
	    .on_report = on_report,
	    .report_arg = w};
	snprintf(w->link.name, sizeof(w->link.name), "a");
	w->link.id =
	    store_link_ensure(w->kit->store, w->link.name, "modem", "");
	w->turn = (struct turn){.market = &w->market,
	    .store = w->kit->store,
	    .now_ms = T0,
	    .clock_sure = true};
	w->told = buf_new(65536);
	*state = w;
	return 0;
}

static int
world_close(void **state)
{
	struct world *w = *state;
	void *kit = w->kit;
	buf_free(&w->told);
	free(w);
	return kit_close(&kit);
}

static void
take(struct world *w, const struct msg_in *message)
{
	kit_begin(w->kit);
	intake_take(&w->intake, &w->turn, &w->link, message);
	kit_commit(w->kit);
}

/* Time goes by, and what waited long enough is worked. */
static void
pass(struct world *w, int64_t ms)
{
	w->turn.now_ms += ms;
	kit_begin(w->kit);
	intake_overdue(&w->intake, &w->turn);
	kit_commit(w->kit);
}

static struct msg_in
message(const char *from, const char *text, int64_t stamp_ms)
{
	struct msg_in m = {.kind = MSG_TEXT,
	    .place.index = -1,
	    .stamp_ms = stamp_ms,
	    .text = str_from(text),
	    .data = span_of(text, strlen(text)),
	    .raw = span_of(text, strlen(text))};
	snprintf(m.from, sizeof(m.from), "%s", from);
	/* As the link would: words and stamp are what makes it that text. */
	m.same = span_hash(m.raw) ^ (uint64_t)stamp_ms;
	return m;
}

static void
text(struct world *w, const char *words, int64_t stamp_ms)
{
	struct msg_in m = message(AMINA, words, stamp_ms);
	take(w, &m);
}

static void
part(struct world *w, uint8_t seq, uint8_t total, const char *words,
    int64_t stamp_ms)
{
	struct msg_in m = message(AMINA, words, stamp_ms);
	m.part = (struct msg_part){.ref = 9, .total = total, .seq = seq};
	take(w, &m);
}

static void
assert_told(struct world *w, const char *expected)
{
	assert_string_equal(w->told.at == NULL ? "" : w->told.at, expected);
}

/* The log as people see it: "received text: words; " */
static bool
show(void *arg, const struct message *m)
{
	buf_add_format(arg, "%s %s%s: %s; ", message_state_name(m->state),
	    message_kind_name(m->kind),
	    m->kind == MESSAGE_TORN ? " (torn)" : "", m->text);
	return true;
}

static void
assert_log(struct world *w, const char *expected)
{
	struct message_filter f = {.after_id = 0};
	struct buf log = buf_new(65536);
	store_message_list(w->kit->store, &f, show, &log);
	assert_string_equal(log.at == NULL ? "" : log.at, expected);
	buf_free(&log);
}

/* -- repeats --------------------------------------------------------------- */

/* Two to eight times, days apart and with others between: one text.  A person
 * who says it again is stamped anew. */
static void
a_text_comes_once(void **state)
{
	struct world *w = *state;
	text(w, "5kg tomato", T0);
	for (int i = 0; i < 8; i++) {
		w->turn.now_ms += 20 * HOUR;
		for (int k = 0; k < 10; k++)
			text(w, "hello", w->turn.now_ms + k);
		buf_clear(&w->told);
		text(w, "5kg tomato", T0);
		assert_told(w, "");
	}
	text(w, "5kg tomato", w->turn.now_ms);
	assert_told(w, "5kg tomato; ");
	/* After more than seven days it may be anything. */
	w->turn.now_ms += 8 * DAY;
	buf_clear(&w->told);
	text(w, "5kg tomato", T0);
	assert_told(w, "5kg tomato; ");
}

/* -- stand-ins ------------------------------------------------------------- */

static void
a_placeholder_then_the_true_one(void **state)
{
	static const char *const stand_ins[] = {
	    "", "(part 1 missing)", "[1/2 MISSING] tomato"};
	struct world *w = *state;
	for (int i = 0; i < 3; i++) {
		int64_t stamp_ms = T0 + i * 10;
		text(w, stand_ins[i], stamp_ms);
		text(w, "5kg tomato", stamp_ms);
		text(w, stand_ins[i], stamp_ms); /* and once more */
		pass(w, 5 * MINUTE);
	}
	assert_told(w, "5kg tomato; 5kg tomato; 5kg tomato; ");
	assert_log(w, "received text: 5kg tomato; received text: 5kg tomato; "
		      "received text: 5kg tomato; ");
}

static void
the_true_one_then_a_placeholder(void **state)
{
	struct world *w = *state;
	text(w, "5kg tomato", T0);
	struct msg_in m = message(AMINA, "(part 2 missing)", T0);
	take(w, &m);
	pass(w, 5 * MINUTE);
	assert_told(w, "5kg tomato; ");
	assert_log(w, "received text: 5kg tomato; ");
}

/* Nothing follows: the person is asked to send it again; at once where no
 * stamp could tell what follows; not while the time is unsure. */
static void
a_placeholder_alone(void **state)
{
	struct world *w = *state;
	text(w, "(part 1 missing)", T0);
	text(w, "hello", T0 + 1000);
	pass(w, MINUTE);
	assert_told(w, "hello; ");
	w->turn.clock_sure = false;
	pass(w, 5 * MINUTE);
	assert_told(w, "hello; ");
	w->turn.clock_sure = true;
	pass(w, 0);
	assert_told(w, "hello; torn ; ");
	text(w, " ", 0);
	assert_told(w, "hello; torn ; torn  ; ");
	/* Late, but the true one: it takes the place of the stand-in. */
	text(w, "5kg tomato", T0);
	assert_log(w, "received text: hello; received text (torn):  ; "
		      "received text: 5kg tomato; ");
}

static void
what_is_a_placeholder(void **state)
{
	static const struct {
		const char *text;
		bool is;
	} rows[] = {{"", true}, {"  \n", true}, {"(part 1 missing)", true},
	    {"(Part 1/2 missing)", true}, {"[parts 1,2 missing]", true},
	    {"<message part missing>", true}, {" (1 missing) 5kg", true},
	    {"5kg (rest missing)", true}, {"(missing", false},
	    {"missing)", false}, {"2 bags missing", false}, {"(5kg)", false},
	    {"(", false}, {")", false}, {"(]missing", false}, {"5kg", false},
	    {"[missing)", false},
	    {"(there were two bags of maize missing, you know what I mean)",
		false}};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (placeholder_is(str_from(rows[i].text)) != rows[i].is)
			fail_msg("%s", rows[i].text);
}

/* Protocol identifiers 41 to 47. */
static void
a_text_that_replaces_another(void **state)
{
	struct world *w = *state;
	struct msg_in m = message(AMINA, "5kg tomato", T0);
	m.replaces = 1;
	take(w, &m);
	m = message(AMINA, "6kg tomato", T0 + 1000);
	m.replaces = 2; /* of another type */
	take(w, &m);
	m = message(AMINA, "7kg tomato", T0 + 2000);
	m.replaces = 1;
	take(w, &m);
	assert_told(w, "5kg tomato; 6kg tomato; 7kg tomato; ");
	assert_log(w, "received text: 6kg tomato; received text: 7kg tomato; ");
	/* What became an order stays to be seen. */
	kit_begin(w->kit);
	store_message_set_order(w->kit->store, 3, 64);
	kit_commit(w->kit);
	m = message(AMINA, "8kg tomato", T0 + 3000);
	m.replaces = 1;
	take(w, &m);
	assert_log(w, "received text: 6kg tomato; received text: 7kg tomato; "
		      "received text: 8kg tomato; ");
}

/* -- long texts ------------------------------------------------------------ */

static void
parts_in_any_order_and_twice(void **state)
{
	struct world *w = *state;
	part(w, 3, 3, "today", T0 + 2000);
	part(w, 1, 3, "", T0); /* stands in for the true one */
	part(w, 1, 3, "5kg ", T0);
	part(w, 1, 3, "5kg ", T0);
	kit_reopen(w->kit);
	w->turn.store = w->kit->store;
	part(w, 2, 3, "tomato ", T0 + 1000);
	assert_told(w, "5kg tomato today; ");
	part(w, 2, 3, "tomato ", T0 + 1000);
	pass(w, 30 * HOUR);
	assert_told(w, "5kg tomato today; ");
	assert_log(w, "received text: 5kg tomato today; ");
	struct message m;
	assert_true(store_message_get(w->kit->store, 1, &m));
	assert_int_equal(m.stamp_ms, T0); /* the first part's */
}

/* Cut inside an escape, inside a surrogate pair, and written in the tables of
 * a national language. */
static void
parts_cut_in_odd_places(void **state)
{
	struct world *w = *state;
	struct msg_in m = message(AMINA, "\x1B", T0);
	m.part = (struct msg_part){.ref = 1, .total = 2, .seq = 1};
	take(w, &m);
	m = message(AMINA, "e5", T0); /* 0x65: the euro sign */
	m.part = (struct msg_part){.ref = 1, .total = 2, .seq = 2};
	take(w, &m);
	assert_told(w, "\u20AC5; ");

	static const uint8_t high[] = {0x00, 'A', 0xD8, 0x3D};
	static const uint8_t low[] = {0xDE, 0x00, 0x00, 'B'};
	buf_clear(&w->told);
	m = message(AMINA, "?", T0 + 1);
	m.alphabet = MSG_UCS2;
	m.data = span_of(low, 4);
	m.part = (struct msg_part){.ref = 2, .total = 2, .seq = 2};
	take(w, &m);
	m = message(AMINA, "?", T0 + 2);
	m.alphabet = MSG_UCS2;
	m.data = span_of(high, 4);
	m.part = (struct msg_part){.ref = 2, .total = 2, .seq = 1};
	take(w, &m);
	assert_told(w, "A\U0001F600B; ");

	/* Turkish locking shift: 0x04 is the euro sign, 0x07 a dotless i. */
	buf_clear(&w->told);
	m = message(AMINA, "\x04", T0 + 3);
	m.locking = 1;
	m.part = (struct msg_part){.ref = 3, .total = 2, .seq = 1};
	take(w, &m);
	m = message(AMINA, "\x07", T0 + 3);
	m.locking = 1;
	m.part = (struct msg_part){.ref = 3, .total = 2, .seq = 2};
	take(w, &m);
	assert_told(w, "\u20AC\u0131; ");
}

/* A part that never comes: what is there is shown after the wait, and the
 * person is asked.  What comes late completes it. */
static void
a_part_comes_late(void **state)
{
	struct world *w = *state;
	part(w, 1, 2, "5kg ", T0);
	pass(w, 23 * HOUR);
	assert_told(w, "");
	w->turn.clock_sure = false;
	pass(w, 2 * HOUR);
	assert_told(w, "");
	w->turn.clock_sure = true;
	pass(w, 0);
	assert_told(w, "torn 5kg ...; ");
	assert_log(w, "received text (torn): 5kg ...; ");
	pass(w, 40 * HOUR);
	part(w, 2, 2, "tomato", T0 + 5000);
	assert_told(w, "torn 5kg ...; 5kg tomato; ");
	assert_log(w, "received text: 5kg tomato; ");
	part(w, 2, 2, "tomato", T0 + 5000);
	assert_told(w, "torn 5kg ...; 5kg tomato; ");
}

/* They sent it again, as they were asked: the late part is shown, and nothing
 * is ordered twice. */
static void
a_part_comes_too_late(void **state)
{
	struct world *w = *state;
	w->market.parts_wait_ms = HOUR;
	part(w, 3, 3, "today", T0);
	pass(w, 61 * MINUTE);
	assert_told(w, "torn ...today; ");
	text(w, "5kg tomato today", T0 + 2 * HOUR);
	buf_clear(&w->told);
	part(w, 1, 3, "5kg ", T0 + 1000);
	assert_log(w, "received text (torn): 5kg ...today; "
		      "received text: 5kg tomato today; ");
	part(w, 2, 3, "tomato ", T0 + 1000);
	assert_told(w, "");
	assert_log(w, "received text: 5kg tomato today; "
		      "received text: 5kg tomato today; ");
}

/* -- other kinds ----------------------------------------------------------- */

static void
calls_are_told_or_only_kept(void **state)
{
	struct world *w = *state;
	struct msg_in m = {.kind = MSG_CALL, .place.index = -1};
	snprintf(m.from, sizeof(m.from), "0711000001");
	take(w, &m);
	assert_told(w, "call; ");
	w->market.calls_unanswered = true;
	take(w, &m);
	assert_told(w, "call; ");
	assert_log(w, "received call: (missed call); "
		      "received call: (missed call); ");
}

static void
what_is_no_text(void **state)
{
	struct world *w = *state;
	struct msg_in m = message(AMINA, "\x01\x02", T0);
	m.kind = MSG_BINARY;
	m.text = STR("");
	m.why = "WAP push or MMS notice";
	take(w, &m);
	take(w, &m); /* the network's second copy */
	m = message(AMINA, "zz", 0);
	m.kind = MSG_GARBLED;
	m.why = "too short (octet 2)";
	take(w, &m);
	m = message(AMINA, "where are you", T0);
	m.kind = MSG_SILENT;
	take(w, &m);
	m = message(AMINA, "", T0);
	m.kind = MSG_REPORT;
	take(w, &m);
	assert_told(w, "");
	assert_log(w, "quarantined data: ; quarantined garbled: zz; ");
	assert_int_equal(w->reports, 1);
	struct message row;
	assert_true(store_message_get(w->kit->store, 1, &row));
	assert_string_equal(row.why, "WAP push or MMS notice");
}

/* A name cannot be answered, but may say who can; only the network does not
 * vouch for that.  A phone is always answered itself. */
static void
another_address_for_answers(void **state)
{
	struct world *w = *state;
	struct msg_in m = message(BANK, "5kg tomato", T0);
	take(w, &m);
	assert_told(w, "");
	m = message(BANK, "6kg tomato", T0);
	snprintf(m.reply_to, sizeof(m.reply_to), "0711000001");
	take(w, &m);
	assert_told(w, "claimed 6kg tomato; ");
	struct message row;
	assert_true(store_message_get(w->kit->store, 2, &row));
	assert_string_equal(row.number, AMINA);
	buf_clear(&w->told);
	m = message("+254711000002", "7kg tomato", T0);
	snprintf(m.reply_to, sizeof(m.reply_to), AMINA);
	take(w, &m);
	assert_told(w, "7kg tomato; ");
	assert_true(store_message_get(w->kit->store, 3, &row));
	assert_string_equal(row.number, "+254711000002");
}

/* Octets of which the row tells everything are not kept, but of what is set
 * aside or repeated all are. */
static void
what_is_kept_of_the_octets(void **state)
{
	struct world *w = *state;
	struct store *store = w->kit->store;
	struct msg_in m = message(AMINA, "5kg tomato", T0);
	char hex[64];
	m.raw_told = true;
	take(w, &m);
	assert_false(store_message_raw(
	    store, store_message_newest(store), hex, sizeof(hex)));
	take(w, &m);
	assert_int_equal(store_message_newest(store), 2); /* the repeat */
	assert_true(store_message_raw(
	    store, store_message_newest(store), hex, sizeof(hex)));
	text(w, "2kg maize", T0);
	assert_true(store_message_raw(
	    store, store_message_newest(store), hex, sizeof(hex)));
	assert_string_equal(hex, "326B67206D61697A65");
}

/* A peer that waits for an answer (SMPP, HTTP) and gives the same again when it
 * gets none: known by its own identity, with a stamp that is ours. */
static void
a_peer_that_waits(void **state)
{
	struct world *w = *state;
	struct msg_in m = message(AMINA, "5kg tomato", T0);
	m.place = (struct msg_place){.index = 7};
	m.stamp_ours = true;
	m.same = 4711;
	take(w, &m);
	assert_told(w, "5kg tomato; ");
	m.stamp_ms += 3000;
	m.place.index = 8;
	take(w, &m);
	assert_told(w, "5kg tomato; ");
	assert_log(w, "received text: 5kg tomato; ");
	assert_false(store_link_pending_is(
	    w->kit->store, w->link.id, "", 7, span_hash(m.raw)));
	assert_int_equal(w->stamps, 0); /* our clock vouches for itself? */
	text(w, "hello", T0);
	assert_int_equal(w->stamps, 1);
}

static void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, world_open, world_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_text_comes_once),
	    TEST(a_peer_that_waits),
	    TEST(a_placeholder_then_the_true_one),
	    TEST(the_true_one_then_a_placeholder),
	    TEST(a_placeholder_alone),
	    cmocka_unit_test(what_is_a_placeholder),
	    TEST(a_text_that_replaces_another),
	    TEST(parts_in_any_order_and_twice),
	    TEST(parts_cut_in_odd_places),
	    TEST(a_part_comes_late),
	    TEST(a_part_comes_too_late),
	    TEST(calls_are_told_or_only_kept),
	    TEST(what_is_no_text),
	    TEST(what_is_kept_of_the_octets),
	    TEST(another_address_for_answers),
	};
	log_set_sink(discard, NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
