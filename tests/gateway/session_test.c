/* Dialogues by USSD, rule by rule: whose session, repeats, limits, what a
 * hang-up and a late answer leave. */
#include "tests/gateway/session_world.h"

#include <stdio.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_person.h"

#define CODE "*384*96#"

static struct session_ask
with_key(struct session_ask ask, const char *key)
{
	ask.key = key;
	return ask;
}

static struct session_ask
from(struct session_ask ask, const char *msisdn)
{
	ask.msisdn = msisdn;
	return ask;
}

static struct session_ask
either(const char *id, const char *dialled, const char *input)
{
	struct session_ask ask = ask_input(id, input);
	ask.event = SESSION_EITHER;
	ask.dialled = dialled;
	return ask;
}

/* -- life ------------------------------------------------------------------ */

static void
a_dialogue_from_dial_to_end(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("one", CODE));
	expect_con(a, "D:");
	assert_int_equal(a.turn, 1);
	assert_string_equal(a.code, "384*96");
	assert_int_equal(row_of(w, &a).life, SESSION_WAIT);
	assert_int_equal(sessions_open(w->sessions), 1);
	a = say(w, &w->json, ask_input("one", "1"));
	expect_con(a, "A:1");
	/* The same twice in a row is meant. */
	a = say(w, &w->json, ask_input("one", "1"));
	expect_con(a, "A:1");
	assert_int_equal(a.turn, 3);
	a = say(w, &w->json, ask_input("one", "buy"));
	expect_end(a, "A:buy");
	struct store_session row = row_of(w, &a);
	assert_int_equal(row.life, SESSION_DONE);
	assert_string_equal(row.made, "K7F");
	assert_string_equal(row.state.screen, "s4");
	assert_int_equal(row.turns, 4);
	assert_int_equal(sessions_open(w->sessions), 0);
	assert_int_equal(effects(w), 1);
}

static void
what_is_dialled_behind_the_code_is_handed_on(void **state)
{
	struct session_world *w = *state;
	expect_con(say(w, &w->json, ask_start("a", "*384*96*1*5#")), "D:1*5");
	/* The longest served code wins. */
	struct session_answer a =
	    say(w, &w->json, ask_start("b", "384*96*7*2"));
	expect_con(a, "D:2");
	assert_string_equal(a.code, "384*96*7");
	/* Who has the code in the first input only. */
	struct session_ask ask = ask_start("c", "");
	ask.input = STR("*384*96*3#");
	expect_con(say(w, &w->json, ask), "D:3");
}

static void
a_code_that_is_not_served_ends(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", "*999#"));
	expect_end(a, "Code not in use.");
	assert_int_equal(a.session_id, 0);
	assert_int_equal(w->turns, 0);
}

static void
who_is_nobody_is_refused_at_the_door(void **state)
{
	struct session_world *w = *state;
	static const char *const numbers[] = {
	    "", "SAFARICOM", "20880", "+1234567", "+1234567890123456", "0"};
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		assert_int_equal(
		    say(w, &w->json, from(ask_start("a", CODE), numbers[i]))
			.status,
		    SESSION_BAD_NUMBER);
	assert_int_equal(
	    say(w, &w->json, ask_start("", CODE)).status, SESSION_BAD_ID);
	char id[SESSION_ID_OCTETS + 2];
	memset(id, 'x', sizeof(id));
	id[sizeof(id) - 1] = '\0';
	assert_int_equal(
	    say(w, &w->json, ask_start(id, CODE)).status, SESSION_BAD_ID);
	id[SESSION_ID_OCTETS] = '\0';
	expect_con(say(w, &w->json, ask_start(id, CODE)), "D:");
	expect_con(
	    say(w, &w->json, from(ask_start("b", CODE), "0722000001")), "D:");
}

static void
countries_and_networks_of_a_channel_hold(void **state)
{
	struct session_world *w = *state;
	str_copy(w->json.country[0], 8, STR("+256"));
	w->json.countries = 1;
	assert_int_equal(
	    say(w, &w->json, ask_start("a", CODE)).status, SESSION_NOT_ALLOWED);
	w->json.countries = 0;
	str_copy(w->json.network[0], 16, STR("63902"));
	w->json.networks = 1;
	struct session_ask ask = ask_start("a", CODE);
	assert_int_equal(say(w, &w->json, ask).status, SESSION_NOT_ALLOWED);
	ask.network = "63903";
	assert_int_equal(say(w, &w->json, ask).status, SESSION_NOT_ALLOWED);
	ask.network = "63902";
	expect_con(say(w, &w->json, ask), "D:");
	/* Later turns need not tell. */
	expect_con(say(w, &w->json, ask_input("a", "1")), "A:1");
}

static void
a_blocked_number_gets_an_end_and_no_row(void **state)
{
	struct session_world *w = *state;
	str_copy(w->market.blocked[0], MARKET_BLOCKED_OCTETS, STR(AMINA));
	w->market.blocked_count = 1;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	expect_end(a, "This service is not open to your number.");
	assert_int_equal(a.session_id, 0);
	assert_int_equal(w->turns, 0);
}

static void
the_thirtieth_turn_ends(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	for (int i = 2; i < 30; i++)
		a = say(w, &w->json, ask_input("a", "1"));
	expect_con(a, "A:1");
	assert_int_equal(a.turn, 29);
	a = say(w, &w->json, ask_input("a", "1"));
	expect_end(a, "A:1 last");
	assert_int_equal(a.turn, 30);
	assert_int_equal(row_of(w, &a).life, SESSION_DONE);
}

/* -- repeats --------------------------------------------------------------- */

static void
a_key_that_was_answered_gets_the_stored_bytes(void **state)
{
	struct session_world *w = *state;
	struct session_ask turns[] = {
	    with_key(ask_start("a", CODE), "1"),
	    with_key(ask_input("a", "1"), "2"),
	    with_key(ask_input("a", "1"), "3"),
	    with_key(ask_input("a", "buy"), "4"),
	};
	struct session_answer first[4];
	for (size_t i = 0; i < 4; i++)
		first[i] = say(w, &w->json, turns[i]);
	int worked = w->turns;
	for (size_t i = 0; i < 4; i++) {
		struct session_answer again = say(w, &w->json, turns[i]);
		assert_string_equal(again.text, first[i].text);
		assert_int_equal(again.go_on, first[i].go_on);
		assert_int_equal(again.turn, first[i].turn);
	}
	assert_int_equal(w->turns, worked);
	assert_int_equal(effects(w), 1);
}

static void
a_start_that_comes_twice_shows_the_first_screen(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	struct session_answer b = say(w, &w->json, ask_start("a", "*384*96"));
	expect_con(b, a.text);
	assert_int_equal(b.session_id, a.session_id);
	assert_int_equal(w->turns, 1);
	/* Another string is another wish. */
	b = say(w, &w->json, ask_start("a", "*384*96*2#"));
	expect_con(b, "D:2");
	assert_true(b.session_id != a.session_id);
	assert_int_equal(row_of(w, &a).life, SESSION_DROPPED);
}

static void
a_start_of_a_known_id_later_begins_anew(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "1"));
	struct session_answer b = say(w, &w->json, ask_start("a", CODE));
	expect_con(b, "D: +s2");
	assert_true(b.session_id != a.session_id);
	assert_int_equal(row_of(w, &a).life, SESSION_DROPPED);
	assert_int_equal(row_of(w, &a).mark, 0);
	expect_con(say(w, &w->json, ask_input("a", "2")), "A:2");
	assert_int_equal(row_of(w, &b).turns, 2);
	assert_int_equal(sessions_open(w->sessions), 1);
}

static void
no_key_and_done_gives_the_stored_end(void **state)
{
	struct session_world *w = *state;
	say(w, &w->json, ask_start("a", CODE));
	expect_end(say(w, &w->json, ask_input("a", "buy")), "A:buy");
	expect_end(say(w, &w->json, ask_input("a", "buy")), "A:buy");
	assert_int_equal(effects(w), 1);
	/* Anything else is an answer to what is over. */
	expect_con(say(w, &w->json, ask_input("a", "1")), "O:1");
}

static void
an_answer_to_nothing_is_told_so(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_input("a", "12"));
	expect_con(a, "O:12");
	expect_con(say(w, &w->json, ask_input("a", "1")), "A:1");
	assert_int_equal(row_of(w, &a).turns, 2);
}

/* Five hundred at once, of every turn: one row a turn, one order. */
static void
overlapping_repeats_get_one_answer(void **state)
{
	struct session_world *w = *state;
	static const char *const said[] = {"", "1", "1", "3", "buy"};
	static struct heard heard[500];
	for (int keyed = 0; keyed < 2; keyed++)
		for (int turn = 0; turn < 5; turn++) {
			char key[4] = {(char)('0' + turn), '\0'};
			const char *id = keyed ? "keyed" : "plain";
			struct session_ask asked =
			    turn == 0 ? ask_start(id, CODE)
				      : ask_input(id, said[turn]);
			asked.key = keyed ? key : "";
			memset(heard, 0, sizeof(heard));
			for (size_t i = 0; i < 500; i++)
				ask(w, &w->json, &asked, &heard[i]);
			assert_int_equal(sessions_in_work(w->sessions), 1);
			settle(w);
			for (size_t i = 0; i < 500; i++) {
				assert_int_equal(heard[i].times, 1);
				assert_memory_equal(&heard[i].answer,
				    &heard[0].answer, sizeof(heard[0].answer));
				assert_int_equal(
				    heard[i].answer.turn, turn + 1);
			}
		}
	assert_int_equal(w->turns, 10);
	assert_int_equal(effects(w), 2);
}

static void
two_keys_are_two_turns_whatever_they_say(void **state)
{
	struct session_world *w = *state;
	struct heard a = {.times = 0}, b = {.times = 0};
	say(w, &w->json, with_key(ask_start("a", CODE), "1"));
	struct session_ask two = with_key(ask_input("a", "1"), "2");
	struct session_ask three = with_key(ask_input("a", "1"), "3");
	ask(w, &w->json, &two, &a);
	ask(w, &w->json, &three, &b);
	settle(w);
	assert_int_equal(a.answer.turn, 2);
	assert_int_equal(b.answer.turn, 3);
}

/* -- who does not tell ----------------------------------------------------- */

static void
who_does_not_tell_begins_and_goes_on(void **state)
{
	struct session_world *w = *state;
	expect_con(say(w, &w->either, either("a", CODE, "")), "D:");
	/* A second start is no answer. */
	expect_con(say(w, &w->either, either("a", CODE, "")), "D:");
	/* The code may stand beside each answer. */
	expect_con(say(w, &w->either, either("a", CODE, "1")), "A:1");
	expect_end(say(w, &w->either, either("a", CODE, "end")), "A:end");
	expect_end(say(w, &w->either, either("a", "", "end")), "A:end");
	expect_con(say(w, &w->either, either("a", "", "5")), "O:5");
	struct session_answer b =
	    say(w, &w->either, either("b", "", "*384*96*4#"));
	expect_con(b, "D:4");
	/* Dialled anew under the same id. */
	say(w, &w->either, either("b", "", "1"));
	expect_con(say(w, &w->either, either("b", "", CODE)), "D: +s2");
	assert_int_equal(row_of(w, &b).life, SESSION_DROPPED);
	expect_end(
	    say(w, &w->either, either("c", "*77#", "")), "Code not in use.");
	/* Its code stands beside every answer. */
	expect_con(
	    say(w, &w->either, from(either("d", CODE, CODE), JUMA)), "D:");
	expect_con(
	    say(w, &w->either, from(either("d", CODE, CODE), JUMA)), "D:");
	expect_con(
	    say(w, &w->either, from(either("d", CODE, "1"), JUMA)), "A:1");
	expect_con(
	    say(w, &w->either, from(either("d", CODE, "1"), JUMA)), "A:1");
	expect_end(
	    say(w, &w->either, from(either("d", CODE, "end"), JUMA)), "A:end");
	/* One that was over at its first turn. */
	expect_end(
	    say(w, &w->either, either("e", "*384*96*end#", "")), "D:end");
	expect_end(
	    say(w, &w->either, either("e", "*384*96*end#", "")), "D:end");
	expect_con(say(w, &w->either, either("e", CODE, "5")), "O:5");
}

static void
a_phone_is_the_session_where_there_is_no_id(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->phone, ask_start("", CODE));
	expect_con(a, "D:");
	expect_con(say(w, &w->phone, ask_input("", "1")), "A:1");
	expect_con(say(w, &w->phone, from(ask_start("", CODE), JUMA)), "D:");
	expect_end(say(w, &w->phone, ask_input("", "end")), "A:end");
	assert_int_equal(row_of(w, &a).turns, 3);
	/* The same string after the end is a new dialogue, at turn 1, too. */
	expect_end(say(w, &w->phone, ask_start("", "*384*96*end#")), "D:end");
	struct session_answer b =
	    say(w, &w->phone, ask_start("", "*384*96*end#"));
	expect_end(b, "D:end");
	assert_int_equal(w->turns, 6);
}

static void
a_turn_without_its_id_is_of_the_phones_dialogue(void **state)
{
	struct session_world *w = *state;
	struct session_channel nameless = w->json;
	nameless.by_phone = true;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	struct session_answer b = say(w, &nameless, ask_input("", "1"));
	expect_con(b, "A:1");
	assert_int_equal(b.session_id, a.session_id);
	expect_con(say(w, &w->json, ask_input("a", "2")), "A:2");
	say(w, &nameless, ask_hangup("", ""));
	assert_int_equal(row_of(w, &a).life, SESSION_DROPPED);
	/* Begun without one. */
	a = say(w, &nameless, ask_start("", "*384*96*5#"));
	b = say(w, &w->json, ask_input("b", "1"));
	expect_con(b, "A:1");
	assert_int_equal(b.session_id, a.session_id);
	/* Two ids are two dialogues. */
	say(w, &w->json, ask_start("c", CODE));
	expect_con(say(w, &w->json, ask_input("d", "1")), "O:1");
}

/* -- all answers so far ---------------------------------------------------- */

static void
of_the_whole_text_what_is_new_is_the_answer(void **state)
{
	struct session_world *w = *state;
	expect_con(say(w, &w->whole, ask_whole("a", "")), "D:");
	expect_con(say(w, &w->whole, ask_whole("a", "1")), "A:1");
	/* An input may hold an asterisk, or be empty. */
	expect_con(say(w, &w->whole, ask_whole("a", "1*2*3")), "A:2*3");
	expect_con(say(w, &w->whole, ask_whole("a", "1*2*3*")), "A:");
	expect_con(say(w, &w->whole, ask_whole("a", "1*2*3**7")), "A:7");
	int worked = w->turns;
	/* Unchanged, or one that was answered before: what was said then. */
	expect_con(say(w, &w->whole, ask_whole("a", "1*2*3**7")), "A:7");
	expect_con(say(w, &w->whole, ask_whole("a", "1*2*3")), "A:2*3");
	expect_con(say(w, &w->whole, ask_whole("a", "")), "D:");
	assert_int_equal(w->turns, worked);
	struct session_answer a =
	    say(w, &w->whole, ask_whole("a", "1*2*3**7*buy"));
	expect_end(a, "A:buy");
	expect_end(say(w, &w->whole, ask_whole("a", "1*2*3**7*buy")), "A:buy");
	assert_int_equal(effects(w), 1);
}

static void
a_whole_text_that_does_not_fit_is_walked_anew(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->whole, ask_whole("a", ""));
	say(w, &w->whole, ask_whole("a", "1"));
	struct session_answer b = say(w, &w->whole, ask_whole("a", "2*5"));
	expect_con(b, "D:2*5");
	assert_int_equal(b.session_id, a.session_id);
	assert_string_equal(row_of(w, &b).state.screen, "s1");
	expect_con(say(w, &w->whole, ask_whole("a", "2*5*9")), "A:9");
	/* Unknown: the same, in a row of its own. */
	expect_con(say(w, &w->whole, ask_whole("b", "4*4")), "D:4*4");
	expect_con(say(w, &w->whole, ask_whole("b", "4*4*1")), "A:1");
}

static void
the_whole_text_begins_again_where_an_id_is_used_twice(void **state)
{
	struct session_world *w = *state;
	say(w, &w->whole, ask_whole("a", ""));
	say(w, &w->whole, ask_whole("a", "end"));
	struct session_answer a = say(w, &w->whole, ask_whole("a", ""));
	expect_con(a, "D:");
	assert_int_equal(a.turn, 1);
	expect_end(say(w, &w->whole, ask_whole("a", "end")), "A:end");
	assert_int_equal(w->turns, 4);
}

static void
what_is_longer_than_any_answer_ends(void **state)
{
	struct session_world *w = *state;
	char many[100], wide[SESSION_INPUT_OCTETS + 2];
	size_t at = 0;
	struct session_answer a = say(w, &w->whole, ask_whole("a", ""));
	for (int i = 0; i < SESSION_TOKENS_MAX; i++) {
		many[at++] = i == 0 ? '1' : '*';
		if (i > 0)
			many[at++] = '1';
	}
	many[at] = '\0';
	expect_con(say(w, &w->whole, ask_whole("a", many)),
	    "A:1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*"
	    "1*1*1*1*1*1*1*1");
	many[at++] = '*';
	many[at] = '\0';
	expect_end(say(w, &w->whole, ask_whole("a", many)),
	    "Your answer is too long. Please dial again.");
	assert_int_equal(row_of(w, &a).life, SESSION_DROPPED);
	say(w, &w->json, ask_start("b", CODE));
	memset(wide, 'x', sizeof(wide));
	wide[sizeof(wide) - 1] = '\0';
	expect_end(say(w, &w->json, ask_input("b", wide)),
	    "Your answer is too long. Please dial again.");
	assert_int_equal(sessions_open(w->sessions), 0);
}

static void
a_secret_is_kept_nowhere(void **state)
{
	struct session_world *w = *state;
	struct session_turn_row turn;
	say(w, &w->whole, ask_whole("a", ""));
	struct session_answer a = say(w, &w->whole, ask_whole("a", "pin"));
	struct store_session row = row_of(w, &a);
	assert_string_equal(row.last_text, "?"
					   "?"
					   "?");
	assert_true(store_session_turn_get(w->store, a.session_id, 2, &turn));
	assert_string_equal(turn.input, "****");
	assert_string_equal(turn.key, "=?"
				      "?"
				      "?");
	/* And is known again all the same. */
	int worked = w->turns;
	expect_con(say(w, &w->whole, ask_whole("a", "pin")), "A:pin");
	assert_int_equal(w->turns, worked);
	expect_con(say(w, &w->whole, ask_whole("a", "pin*1")), "A:1");
	assert_string_equal(row_of(w, &a).last_text, "?"
						     "?"
						     "?*1");
	/* One that no screen has seen. */
	a = say(w, &w->json, ask_input("b", "4321"));
	expect_con(a, "O:4321");
	assert_true(store_session_turn_get(w->store, a.session_id, 1, &turn));
	assert_string_equal(turn.input, "****");
}

/* -- whose session --------------------------------------------------------- */

static void
an_id_of_another_phone_is_refused(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	static const enum session_event events[] = {SESSION_START,
	    SESSION_INPUT, SESSION_EITHER, SESSION_WHOLE, SESSION_HANGUP};
	for (size_t i = 0; i < 5; i++) {
		struct session_ask other = from(ask_input("a", "1"), JUMA);
		other.event = events[i];
		other.dialled = CODE;
		struct session_answer b = say(w, &w->json, other);
		assert_int_equal(b.status, SESSION_OTHER_PHONE);
		assert_string_equal(b.text, "");
		assert_int_equal(b.session_id, 0);
	}
	expect_con(say(w, &w->json, ask_input("a", "1")), "A:1");
	assert_int_equal(row_of(w, &a).turns, 2);
}

static void
an_id_is_used_again_when_it_is_long_over(void **state)
{
	struct session_world *w = *state;
	struct session_ask other = from(ask_start("4711", CODE), JUMA);
	say(w, &w->json, ask_start("4711", CODE));
	/* One that waits is never another's, however long. */
	later(w, w->json.resume_ms + 1000);
	assert_int_equal(say(w, &w->json, other).status, SESSION_OTHER_PHONE);
	struct session_ask end = ask_input("4711", "");
	end.event = SESSION_HANGUP;
	say(w, &w->json, end);
	assert_int_equal(
	    say(w, &w->json, from(ask_input("4711", "1"), JUMA)).status,
	    SESSION_OTHER_PHONE);
	later(w, w->json.resume_ms + 1000);
	assert_int_equal(
	    say(w, &w->json, from(ask_input("4711", "1"), JUMA)).status,
	    SESSION_OTHER_PHONE);
	expect_con(say(w, &w->json, other), "D:");
	expect_con(say(w, &w->json, from(ask_input("4711", "1"), JUMA)), "A:1");
	assert_int_equal(say(w, &w->json, ask_input("4711", "1")).status,
	    SESSION_OTHER_PHONE);
}

static void
a_long_id_on_another_channel_is_refused(void **state)
{
	struct session_world *w = *state;
	say(w, &w->json, ask_start("long-enough", CODE));
	say(w, &w->json, from(ask_start("short", CODE), JUMA));
	assert_int_equal(
	    say(w, &w->either, either("long-enough", CODE, "")).status,
	    SESSION_OTHER_PHONE);
	expect_con(say(w, &w->either, either("short", CODE, "")), "D:");
	/* Not fresh any more, it says nothing. */
	later(w, 200000);
	expect_con(
	    say(w, &w->either, either("long-enough", CODE, "")), "D: +s1");
}

static void
who_dials_anew_leaves_the_old_one(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "once"));
	struct session_answer b = say(w, &w->json, ask_start("b", CODE));
	expect_con(b, "D:");
	assert_int_equal(row_of(w, &a).life, SESSION_DROPPED);
	assert_string_equal(row_of(w, &a).reason, SESSION_REPLACED);
	/* What still comes for it does no harm to the new one. */
	expect_end(say(w, &w->json, ask_input("a", "1")),
	    "Session ended, start again.");
	expect_con(say(w, &w->json, ask_input("b", "1")), "A:1");
	assert_int_equal(sessions_open(w->sessions), 1);
	/* On another channel they may have another. */
	expect_con(say(w, &w->whole, ask_whole("c", "1")), "D:1");
	assert_int_equal(sessions_open(w->sessions), 2);
}

/* -- limits ---------------------------------------------------------------- */

static void
who_dials_very_often_is_asked_to_wait(void **state)
{
	struct session_world *w = *state;
	char id[16];
	int begun = 0;
	for (int i = 0; i < 7; i++) {
		snprintf(id, sizeof(id), "a%d", i);
		struct session_answer a = say(w, &w->json, ask_start(id, CODE));
		if (i < SESSION_PER_MINUTE)
			assert_true(a.go_on);
		else
			expect_end(a, "You dialled very often. Please wait a "
				      "while.");
	}
	expect_con(say(w, &w->json, ask_input("a5", "1")), "A:1");
	expect_con(say(w, &w->json, from(ask_start("j", CODE), JUMA)), "D:");
	begun = 6;
	later(w, 60000);
	while (begun < SESSION_PER_HOUR) {
		later(w, 30000);
		snprintf(id, sizeof(id), "b%d", begun++);
		assert_true(say(w, &w->json, ask_start(id, CODE)).go_on);
	}
	later(w, 61000);
	assert_false(say(w, &w->json, ask_start("c", CODE)).go_on);
	later(w, 3600000);
	assert_true(say(w, &w->json, ask_start("d", CODE)).go_on);
}

static void
new_ones_are_refused_before_open_ones_suffer(void **state)
{
	struct session_world *w = *state;
	w->open_max = 2;
	session_world_restart(w);
	say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, from(ask_start("b", CODE), JUMA));
	struct session_answer c =
	    say(w, &w->json, from(ask_start("c", CODE), "+254733000001"));
	expect_end(c, "Busy. Please try again later.");
	expect_con(say(w, &w->json, ask_input("a", "1")), "A:1");
	/* One for another is no more than there were. */
	expect_con(say(w, &w->json, ask_start("d", CODE)), "D: +s2");
	/* Counted anew at a start. */
	session_world_restart(w);
	assert_int_equal(sessions_open(w->sessions), 2);
	assert_false(
	    say(w, &w->json, from(ask_start("e", CODE), "+254733000001"))
		.go_on);
	say(w, &w->json, ask_hangup("d", ""));
	assert_true(
	    say(w, &w->json, from(ask_start("e", CODE), "+254733000001"))
		.go_on);
}

static void
too_many_asks_in_work_are_told_busy(void **state)
{
	struct session_world *w = *state;
	struct heard heard[6] = {{.times = 0}};
	char id[16];
	w->calls_max = 4;
	session_world_restart(w);
	for (int i = 0; i < 6; i++) {
		snprintf(id, sizeof(id), "a%d", i);
		struct session_ask asked =
		    i % 2 == 0 ? ask_start(id, CODE) : ask_input(id, "1");
		ask(w, &w->json, &asked, &heard[i]);
	}
	/* Two are in work: a third start is refused, an answer is not. */
	assert_int_equal(heard[2].times, 1);
	expect_end(heard[2].answer, "Busy. Please try again later.");
	assert_int_equal(heard[3].times, 0);
	assert_int_equal(heard[4].times, 1);
	assert_int_equal(heard[5].times, 0);
	settle(w);
	for (int i = 0; i < 6; i++)
		assert_int_equal(heard[i].times, 1);
}

/* -- broken off ------------------------------------------------------------ */

static void
a_hang_up_drops_and_the_next_dial_may_go_on(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "1"));
	expect_end(say(w, &w->json, ask_hangup("a", "Incomplete")), "");
	assert_int_equal(row_of(w, &a).life, SESSION_DROPPED);
	assert_string_equal(row_of(w, &a).reason, "Incomplete");
	/* Of what is over or unknown: answered, that is all. */
	expect_end(say(w, &w->json, ask_hangup("a", "")), "");
	expect_end(say(w, &w->json, ask_hangup("unknown", "")), "");
	expect_end(say(w, &w->json, from(ask_hangup("a", ""), "")), "");
	assert_string_equal(row_of(w, &a).reason, "Incomplete");
	/* Not where they dialled a way of their own. */
	expect_con(say(w, &w->json, ask_start("b", "*384*96*2#")), "D:2");
	/* Whose it was is not told with every hang-up. */
	expect_end(say(w, &w->json, from(ask_hangup("b", ""), "")), "");
	assert_int_equal(say(w, &w->phone, from(ask_hangup("", ""), "")).status,
	    SESSION_BAD_NUMBER);
	assert_int_equal(sessions_open(w->sessions), 0);
	/* By another channel, too. */
	expect_con(say(w, &w->whole, ask_whole("c", "")), "D: +s1");
	/* Another code is another menu. */
	expect_con(say(w, &w->json, ask_start("d", "*384*96*7#")), "D:");
}

static void
what_is_old_done_or_not_resumable_is_not_offered(void **state)
{
	struct session_world *w = *state;
	say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "1"));
	say(w, &w->json, ask_hangup("a", ""));
	later(w, 900001);
	expect_con(say(w, &w->json, ask_start("b", CODE)), "D:");
	say(w, &w->json, ask_input("b", "once"));
	say(w, &w->json, ask_hangup("b", ""));
	expect_con(say(w, &w->json, ask_start("c", CODE)), "D:");
	say(w, &w->json, ask_input("c", "end"));
	expect_con(say(w, &w->json, ask_start("d", CODE)), "D:");
}

static void
a_late_answer_is_offered_to_go_on(void **state)
{
	struct session_world *w = *state;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "1"));
	later(w, 180001);
	struct session_answer b = say(w, &w->json, ask_input("a", "2"));
	expect_con(b, "D: +s2");
	assert_int_equal(b.session_id, a.session_id);
	assert_int_equal(b.turn, 3);
	/* The same once the sweep has been there. */
	later(w, 180001);
	sessions_sweep(w->sessions);
	settle(w);
	assert_int_equal(sessions_open(w->sessions), 0);
	assert_string_equal(row_of(w, &a).reason, "idle");
	expect_con(say(w, &w->json, ask_input("a", "2")), "D: +s1");
	assert_int_equal(sessions_open(w->sessions), 1);
	assert_int_equal(row_of(w, &a).closed_ms, 0);
	expect_con(say(w, &w->json, ask_input("a", "1")), "A:1");
	/* Too late for that. */
	later(w, 900001);
	expect_con(say(w, &w->json, ask_input("a", "2")), "O:2");
	/* What they dialled since goes on. */
	say(w, &w->json, ask_hangup("a", ""));
	expect_con(say(w, &w->json, ask_start("b", CODE)), "D: +s1");
	expect_end(say(w, &w->json, ask_input("a", "2")),
	    "Session ended, start again.");
	expect_con(say(w, &w->json, ask_input("b", "1")), "A:1");
	assert_int_equal(sessions_open(w->sessions), 1);
	/* Nor do two that broke off both come back. */
	say(w, &w->json, ask_hangup("b", ""));
	expect_con(say(w, &w->json, ask_input("a", "2")), "D: +s1");
	expect_end(say(w, &w->json, ask_input("b", "2")),
	    "Session ended, start again.");
	assert_int_equal(sessions_open(w->sessions), 1);
	/* Of the whole text. */
	say(w, &w->whole, ask_whole("w", "1"));
	later(w, 180001);
	expect_con(say(w, &w->whole, ask_whole("w", "1*2")), "D: +s1");
	expect_con(say(w, &w->whole, ask_whole("w", "1*2*1")), "A:1");
}

static void
a_screen_that_was_not_shown_is_lost(void **state)
{
	struct session_world *w = *state;
	const struct session_sink *sink = sessions_sink(w->sessions);
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	sink->on_lost(
	    sink->arg, &w->json, a.session_id, a.turn, "submit_failed");
	settle(w);
	assert_int_equal(row_of(w, &a).life, SESSION_LOST);
	assert_string_equal(row_of(w, &a).reason, "submit_failed");
	assert_int_equal(sessions_open(w->sessions), 0);
	/* Of the last one: the next dial says what it made. */
	expect_con(say(w, &w->json, ask_start("b", CODE)), "D: +s1");
	a = say(w, &w->json, ask_input("b", "buy"));
	sink->on_lost(
	    sink->arg, &w->json, a.session_id, a.turn, "submit_failed");
	settle(w);
	assert_int_equal(row_of(w, &a).life, SESSION_LOST);
	expect_con(say(w, &w->json, ask_start("c", CODE)), "D: #K7F");
	/* Reported when they have answered it: they saw it. */
	a = say(w, &w->json, ask_input("c", "1"));
	sink->on_lost(
	    sink->arg, &w->json, a.session_id, a.turn - 1, "no_response");
	settle(w);
	assert_int_equal(row_of(w, &a).life, SESSION_WAIT);
	/* One that nobody knows. */
	sink->on_lost(sink->arg, &w->json, 4711, 1, "submit_failed");
	settle(w);
	assert_int_equal(sessions_open(w->sessions), 1);
}

static void
a_broken_way_loses_all_of_its_dialogues(void **state)
{
	struct session_world *w = *state;
	const struct session_sink *sink = sessions_sink(w->sessions);
	char id[16], number[PARTY_OCTETS];
	struct heard heard[600] = {{.times = 0}};
	for (int i = 0; i < 600; i++) {
		snprintf(id, sizeof(id), "a%d", i);
		snprintf(number, sizeof(number), "+2547110%05d", i);
		struct session_ask asked = from(ask_start(id, CODE), number);
		ask(w, &w->json, &asked, &heard[i]);
	}
	settle(w);
	struct session_answer other = say(w, &w->whole, ask_whole("o", ""));
	assert_int_equal(sessions_open(w->sessions), 601);
	sink->on_down(sink->arg, &w->json);
	settle(w);
	assert_int_equal(sessions_open(w->sessions), 1);
	assert_int_equal(row_of(w, &heard[599].answer).life, SESSION_LOST);
	assert_string_equal(row_of(w, &heard[0].answer).reason, "link_lost");
	assert_int_equal(row_of(w, &other).life, SESSION_WAIT);
	expect_con(
	    say(w, &w->json, from(ask_start("new", CODE), "+254711000003")),
	    "D: +s1");
}

/* -- rows ------------------------------------------------------------------ */

static void
after_a_day_an_id_is_free_and_after_ninety_days_the_row_goes(void **state)
{
	struct session_world *w = *state;
	struct store_session row;
	struct session_turn_row turn;
	struct session_answer a = say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "end"));
	later(w, INT64_C(86400001));
	sessions_sweep(w->sessions);
	settle(w);
	assert_int_equal(row_of(w, &a).mark, 0);
	expect_con(say(w, &w->json, ask_input("a", "end2")), "O:end2");
	later(w, INT64_C(91) * 86400000);
	sessions_sweep(w->sessions);
	settle(w);
	assert_false(store_session_get(w->store, a.session_id, &row));
	assert_false(store_session_turn_get(w->store, a.session_id, 1, &turn));
	/* The newest stays: no id is used again. */
	assert_true(store_session_get(w->store, a.session_id + 1, &row));
	a = say(w, &w->json, ask_start("b", CODE));
	assert_int_equal(a.session_id, row.id + 1);
}

static void
figures_count_what_happened(void **state)
{
	struct session_world *w = *state;
	struct session_figures f = {.open = 0};
	/* Nobody has dialled yet. */
	sessions_figures(w->sessions, &w->json, &f);
	assert_int_equal(f.open + f.started + f.answers + f.refused, 0);
	say(w, &w->json, ask_start("a", CODE));
	say(w, &w->json, ask_input("a", "1"));
	say(w, &w->json, from(ask_input("a", "1"), JUMA));
	say(w, &w->json, from(ask_start("b", CODE), "nobody"));
	sessions_figures(w->sessions, &w->json, &f);
	assert_int_equal(f.open, 1);
	assert_int_equal(f.started, 1);
	assert_int_equal(f.refused, 2);
	assert_int_equal(f.answers, 3);
	assert_int_equal(f.late, 0);
}

#define CASE(name)                                                             \
	cmocka_unit_test_setup_teardown(                                       \
	    name, session_world_setup, session_world_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(a_dialogue_from_dial_to_end),
	    CASE(what_is_dialled_behind_the_code_is_handed_on),
	    CASE(a_code_that_is_not_served_ends),
	    CASE(who_is_nobody_is_refused_at_the_door),
	    CASE(countries_and_networks_of_a_channel_hold),
	    CASE(a_blocked_number_gets_an_end_and_no_row),
	    CASE(the_thirtieth_turn_ends),
	    CASE(a_key_that_was_answered_gets_the_stored_bytes),
	    CASE(a_start_that_comes_twice_shows_the_first_screen),
	    CASE(a_start_of_a_known_id_later_begins_anew),
	    CASE(no_key_and_done_gives_the_stored_end),
	    CASE(an_answer_to_nothing_is_told_so),
	    CASE(overlapping_repeats_get_one_answer),
	    CASE(two_keys_are_two_turns_whatever_they_say),
	    CASE(who_does_not_tell_begins_and_goes_on),
	    CASE(a_phone_is_the_session_where_there_is_no_id),
	    CASE(a_turn_without_its_id_is_of_the_phones_dialogue),
	    CASE(of_the_whole_text_what_is_new_is_the_answer),
	    CASE(a_whole_text_that_does_not_fit_is_walked_anew),
	    CASE(the_whole_text_begins_again_where_an_id_is_used_twice),
	    CASE(what_is_longer_than_any_answer_ends),
	    CASE(a_secret_is_kept_nowhere),
	    CASE(an_id_of_another_phone_is_refused),
	    CASE(an_id_is_used_again_when_it_is_long_over),
	    CASE(a_long_id_on_another_channel_is_refused),
	    CASE(who_dials_anew_leaves_the_old_one),
	    CASE(who_dials_very_often_is_asked_to_wait),
	    CASE(new_ones_are_refused_before_open_ones_suffer),
	    CASE(too_many_asks_in_work_are_told_busy),
	    CASE(a_hang_up_drops_and_the_next_dial_may_go_on),
	    CASE(what_is_old_done_or_not_resumable_is_not_offered),
	    CASE(a_late_answer_is_offered_to_go_on),
	    CASE(a_screen_that_was_not_shown_is_lost),
	    CASE(a_broken_way_loses_all_of_its_dialogues),
	    CASE(after_a_day_an_id_is_free_and_after_ninety_days_the_row_goes),
	    CASE(figures_count_what_happened),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
