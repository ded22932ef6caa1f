/* What a modem, a line and a network do to a running market, and what must
 * come of it: each order once, each text once or, where nobody can know,
 * twice; and SIGTERM ends the daemon within two seconds whatever hangs. */
#include "tests/scenario/daemon_rig.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STOP_MOST_MS (KIT_SLOWER > 1 ? 4000 : 2000)
#define LONG_DIGITS 4000

/* -- the modem goes away and comes back -------------------------------------
 */

/* The texts of one order, each on its phone `least` to `most` times. */
static void
assert_heard(struct rig *rig, const char *phone, const char *containing,
    int least, int most)
{
	json_t *answer =
	    sim_ask(rig->kit.sim, "{s:s, s:s}", "do", "inbox", "phone", phone);
	json_t *text, *texts = json_object_get(answer, "texts");
	size_t i;
	int count = 0;
	json_array_foreach(texts, i, text)
	{
		const char *words =
		    json_string_value(json_object_get(text, "text"));
		count += words != NULL && strstr(words, containing) != NULL;
	}
	json_decref(answer);
	assert_in_range(count, least, most);
}

/* The market with waiting times that fit into a test: a result that does not
 * come within 4 s never comes, and the store is listed every 4 s. */
static int
open_quick(void **state)
{
	if (rig_enter(state) != 0)
		return -1;
	struct rig *rig = *state;
	if (kit_network(&rig->kit, 1, NULL) != 0 ||
	    kit_conf(1, "", "send-timeout = \"4s\"  sweep = \"4s\"") != 0 ||
	    kit_start(&rig->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&rig->kit) != 0)
		return -1;
	return kit_sellers(1);
}

static void
deaf_for_twenty_seconds(void **state)
{
	struct rig *rig = *state;
	char code[8];
	assert_int_equal(sim_fault_ms(rig->kit.sim, "a", "deaf", 20000), 0);
	rig_text(rig, BUYER, "want 5kg tomato");
	rig_wait(rig, BUYER, "#", 40000, NULL);
	rig_whole_order(rig, OTHER_BUYER);
	assert_int_equal(rig_orders(NULL), 2);
	assert_heard(rig, BUYER, "We are asking a farmer", 1, 1);
	/* And in the middle of its work, for a shorter while. */
	assert_int_equal(sim_fault_ms(rig->kit.sim, "a", "deaf", 1500), 0);
	rig_order(rig, "+254711000003", "want 3kg tomato", code);
	rig_agree(rig, "+254711000003", SELLER, code);
	rig->passed = true;
}

static void
restart_in_send(struct rig *rig, bool after, int copies)
{
	char code[8];
	rig_whole_order(rig, OTHER_BUYER);
	assert_int_equal(
	    sim_tell(rig->kit.sim, "{s:s, s:s, s:s, s:b}", "do", "fault",
		"modem", "a", "fault", "restart-in-send", "after", after),
	    0);
	rig_order(rig, BUYER, "want 5kg tomato", code);
	rig_agree(rig, BUYER, SELLER, code);
	rig_rest(RIG_LATE_MS);
	assert_int_equal(rig_orders(NULL), 2);
	assert_heard(rig, SELLER, code, 2, 2 + copies);
	assert_heard(rig, BUYER, code, 2, 2 + copies);
	rig->passed = true;
}

static void
restarts_in_send_before_the_network_took_it(void **state)
{
	restart_in_send(*state, false, 0);
}

/* The report is lost with the modem's settings: nobody can tell any more, so
 * the text goes once more, with its code. */
static void
restarts_in_send_after_the_network_took_it(void **state)
{
	restart_in_send(*state, true, 1);
}

static void
killed_at_the_prompt(void **state)
{
	struct rig *rig = *state;
	char code[8];
	assert_int_equal(sim_fault(rig->kit.sim, "a", "no-prompt"), 0);
	rig_text(rig, BUYER, "want 5kg tomato");
	bool prompt = false;
	for (int i = 0; i < 200 && !prompt; i++) {
		json_t *answer = sim_ask(rig->kit.sim, "{s:s}", "do", "modems");
		json_t *modem =
		    json_array_get(json_object_get(answer, "modems"), 0);
		const char *is =
		    json_string_value(json_object_get(modem, "state"));
		prompt = is != NULL && strcmp(is, "prompt") == 0;
		json_decref(answer);
		kit_pause_ms(20);
	}
	assert_true(prompt);
	kit_kill(&rig->kit);
	rig_again(rig);
	char answer[SIM_TEXT_ROOM];
	rig_wait(rig, SELLER, "1 YES", RIG_LATE_MS, answer);
	snprintf(code, sizeof(code), "%.7s", strrchr(answer, '#') + 1);
	rig_text(rig, SELLER, "yes");
	rig_wait(rig, BUYER, "GOT #", RIG_LATE_MS, NULL);
	rig_rest(RIG_LATE_MS);
	assert_int_equal(rig_orders("confirmed"), 1);
	/* It never left the first time. */
	assert_heard(rig, SELLER, "1 YES", 1, 1);
	rig->passed = true;
}

/* -- the end --------------------------------------------------------------- */

static void
assert_ends(struct rig *rig)
{
	int took_ms = 0;
	assert_int_equal(kit_stop(&rig->kit, &took_ms), 0);
	assert_in_range(took_ms, 0, STOP_MOST_MS);
}

static void
ends_while_idle(void **state)
{
	struct rig *rig = *state;
	rig_whole_order(rig, BUYER);
	assert_ends(rig);
	/* The socket went with it, and the next start is a clean one. */
	rig_again(rig);
	assert_int_equal(rig_orders("confirmed"), 1);
	assert_ends(rig);
	rig->passed = true;
}

static void
ends_while_the_modem_is_deaf(void **state)
{
	struct rig *rig = *state;
	assert_int_equal(sim_fault_ms(rig->kit.sim, "a", "deaf", 60000), 0);
	assert_int_equal(kit_furrow(NULL, 0, "send", BUYER, "Hello", NULL), 0);
	kit_pause_ms(300);
	assert_ends(rig);
	assert_int_equal(sim_fault(rig->kit.sim, "a", "none"), 0);
	rig_again(rig);
	rig_rest(RIG_LATE_MS);
	rig_whole_order(rig, BUYER);
	rig->passed = true;
}

static void
ends_while_a_result_never_comes(void **state)
{
	struct rig *rig = *state;
	assert_int_equal(sim_fault(rig->kit.sim, "a", "lose-result"), 0);
	assert_int_equal(kit_furrow(NULL, 0, "send", BUYER, "Hello", NULL), 0);
	rig_wait(rig, BUYER, "Hello", RIG_SOON_MS, NULL);
	assert_ends(rig);
	/* Nobody knows whether it went: that is what the row says, until the
	 * report or the wait settles it. */
	rig_again(rig);
	rig_rest(RIG_LATE_MS);
	assert_int_equal(rig_messages("out", "Hello"), 1);
	assert_heard(rig, BUYER, "Hello", 1, 2);
	rig_whole_order(rig, BUYER);
	rig->passed = true;
}

static void
ends_while_the_modem_is_unplugged(void **state)
{
	struct rig *rig = *state;
	assert_int_equal(sim_unplug(rig->kit.sim, "a"), 0);
	kit_pause_ms(300);
	assert_int_equal(kit_furrow(NULL, 0, "send", BUYER, "Hello", NULL), 0);
	assert_ends(rig);
	assert_int_equal(sim_replug(rig->kit.sim, "a"), 0);
	rig_again(rig);
	rig_wait(rig, BUYER, "Hello", RIG_SOON_MS, NULL);
	assert_heard(rig, BUYER, "Hello", 1, 1);
	rig->passed = true;
}

/* -- what comes down the line -----------------------------------------------
 */

static void
result_lost_and_settled_by_report(void **state)
{
	struct rig *rig = *state;
	rig_whole_order(rig, OTHER_BUYER);
	assert_int_equal(sim_fault(rig->kit.sim, "a", "lose-result"), 0);
	char code[8];
	rig_order(rig, BUYER, "want 5kg tomato", code);
	rig_agree(rig, BUYER, SELLER, code);
	rig_rest(RIG_LATE_MS);
	assert_heard(rig, BUYER, code, 2, 2);
	assert_heard(rig, SELLER, code, 2, 2);
	rig->passed = true;
}

static void
noise_on_the_line(void **state)
{
	static const char *const faults[] = {"garbage", "urc-inside",
	    "urc-at-prompt", "report-first", "lose-cmti", "cut-pdu"};
	struct rig *rig = *state;
	char buyer[24], code[8];
	for (int i = 0; i < 6; i++) {
		assert_int_equal(sim_fault(rig->kit.sim, "a", faults[i]), 0);
		snprintf(buyer, sizeof(buyer), "+2547110001%02d", i);
		rig_text(rig, buyer, "want 5kg tomato");
		/* What came without a word is found by the next sweep. */
		rig_wait(rig, buyer, "#", RIG_LATE_MS, NULL);
		assert_int_equal(sim_fault(rig->kit.sim, "a", "none"), 0);
	}
	rig_order(rig, BUYER, "want 5kg tomato", code);
	rig_agree(rig, BUYER, SELLER, code);
	assert_int_equal(rig_orders(NULL), 7);
	rig->passed = true;
}

static void
raw(struct rig *rig, const char *hex)
{
	assert_int_equal(sim_tell(rig->kit.sim, "{s:s, s:s, s:s, s:s}", "do",
			     "raw", "to", "a", "from", BUYER, "pdu", hex),
	    0);
}

static void
hostile_pdus(void **state)
{
	static const char digits[] = "0123456789ABCDEF";
	/* A DELIVER from +254711000001, UCS-2: NUL and A; the same cut short
	 * inside its text; inside its address; and one of no octet at all. */
	static const char *const rows[] = {
	    "040C91527411000010000852501001000000040000"
	    "0041",
	    "040C91527411000010000852501001000000280041",
	    "040C915274",
	    "04",
	};
	struct rig *rig = *state;
	uint32_t random = 12345;
	char hex[361];
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		raw(rig, rows[i]);
	for (int i = 0; i < 60; i++) {
		size_t octets = 1 + (random >> 8) % 175, at = 0;
		for (; at < 2 * octets; at++) {
			random = random * 1664525 + 1013904223;
			hex[at] = digits[random >> 28];
		}
		hex[at] = '\0';
		raw(rig, hex);
	}
	rig_whole_order(rig, OTHER_BUYER);
	assert_int_equal(rig_orders("confirmed"), 1);
	assert_true(rig_messages("in", "") >= 3);
	rig->passed = true;
}

static void
text_of_thousands_of_digits(void **state)
{
	struct rig *rig = *state;
	char text[LONG_DIGITS + 32] = "want ";
	memset(text + 5, '7', LONG_DIGITS);
	snprintf(text + 5 + LONG_DIGITS, 16, "kg tomato");
	rig_text(rig, BUYER, text);
	rig_wait(rig, BUYER, "", RIG_LATE_MS, NULL);
	assert_int_equal(rig_messages("in", text), 1);
	assert_int_equal(rig_orders(NULL), 0);
	rig_whole_order(rig, OTHER_BUYER);
	rig->passed = true;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rig_open, rig_close)
#define QUICK(name) cmocka_unit_test_setup_teardown(name, open_quick, rig_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    QUICK(deaf_for_twenty_seconds),
	    QUICK(restarts_in_send_before_the_network_took_it),
	    QUICK(restarts_in_send_after_the_network_took_it),
	    TEST(killed_at_the_prompt),
	    TEST(ends_while_idle),
	    TEST(ends_while_the_modem_is_deaf),
	    TEST(ends_while_a_result_never_comes),
	    TEST(ends_while_the_modem_is_unplugged),
	    QUICK(result_lost_and_settled_by_report),
	    QUICK(noise_on_the_line),
	    TEST(hostile_pdus),
	    TEST(text_of_thousands_of_digits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
