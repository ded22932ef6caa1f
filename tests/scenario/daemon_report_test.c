/* A text in five parts to a phone that is off, comes back, and gets three of
 * them: what is known of each part at each moment, what is sent again, and how
 * it ends. */
#include "tests/scenario/daemon_rig.h"

#include <stdio.h>
#include <string.h>

#define EXPIRE_MS (KIT_SLOWER > 1 ? 2000 : 900)

/* Five parts of 153 septets, 33 letters in the last. */
static void
five_parts(char text[700])
{
	size_t used = 0;
	for (int word = 0; used < 640; word++)
		used += (size_t)snprintf(
		    text + used, 700 - used, "word%03d ", word);
	text[640] = '\0';
}

static void
phone(struct rig *rig, const char *number, bool off, int takes)
{
	assert_int_equal(sim_tell(rig->kit.sim, "{s:s, s:s, s:b, s:i, s:i}",
			     "do", "phone", "number", number, "off", off,
			     "takes", takes, "expire-ms", EXPIRE_MS),
	    0);
}

static json_t *
show(long id)
{
	char word[24];
	snprintf(word, sizeof(word), "%ld", id);
	json_t *rows = kit_rows("log", "show", word, NULL);
	assert_non_null(rows);
	json_t *row = json_incref(json_array_get(rows, 0));
	json_decref(rows);
	return row;
}

static const char *
text_of(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));
	return text != NULL ? text : "";
}

/* "sent: delivered delivered trying": the text's state and its parts'. */
static void
states(char dst[200], long id)
{
	json_t *row = show(id);
	json_t *part, *parts = json_object_get(row, "sent_parts");
	size_t i;
	int n = snprintf(dst, 200, "%s:", text_of(row, "state"));
	json_array_foreach(parts, i, part)
	{
		n += snprintf(
		    dst + n, 200 - (size_t)n, " %s", text_of(part, "state"));
	}
	json_decref(row);
}

static void
until(long id, const char *wanted)
{
	char now[200];
	int64_t until_ms = kit_now_ms() + RIG_LATE_MS;
	for (;;) {
		states(now, id);
		if (strcmp(now, wanted) == 0)
			return;
		if (kit_now_ms() > until_ms)
			fail_msg("\"%s\" and not \"%s\"", now, wanted);
		kit_pause_ms(50);
	}
}

static long
send_five(struct rig *rig, const char *to)
{
	char text[700], answer[2000];
	five_parts(text);
	phone(rig, to, true, -1);
	assert_int_equal(kit_furrow(answer, sizeof(answer), "send", "--json",
			     to, text, NULL),
	    0);
	json_t *reply = json_loads(answer, 0, NULL);
	long id = (long)json_integer_value(json_object_get(reply, "id"));
	assert_int_equal(
	    json_integer_value(json_object_get(reply, "parts")), 5);
	json_decref(reply);
	return id;
}

/* How often that part was handed to the network, of all such texts. */
static long
taken(int part)
{
	char words[32];
	snprintf(words, sizeof(words), "\"part\":%d,", part);
	return sim_journal_count("sim.log", "taken-from-modem", words);
}

static void
assert_part(long id, size_t at, int status, const char *why)
{
	json_t *row = show(id);
	json_t *part =
	    json_array_get(json_object_get(row, "sent_parts"), at - 1);
	assert_int_equal(
	    json_integer_value(json_object_get(part, "status")), status);
	assert_string_equal(text_of(part, "why"), why);
	assert_true(json_is_string(json_object_get(part, "report")));
	assert_true(json_is_integer(json_object_get(part, "mr")));
	json_decref(row);
}

/* Two phones, the same until the end: one comes back once more, one never. */
static void
three_of_five(void **state)
{
	struct rig *rig = *state;
	char whole[700], text[SIM_TEXT_ROOM], table[4096], word[24];
	long lucky = send_five(rig, BUYER);
	long lost = send_five(rig, OTHER_BUYER);
	until(lucky, "sent: trying trying trying trying trying");
	assert_part(lucky, 1, 0x22,
	    "the phone is off or out of reach, the network goes on trying");
	until(lost, "sent: trying trying trying trying trying");
	phone(rig, BUYER, false, 3);
	phone(rig, OTHER_BUYER, false, 3);
	until(lucky, "sent: delivered delivered delivered trying trying");
	/* The network gives the last two up; they go once more, and only
	 * they, to a phone that is off again. */
	snprintf(word, sizeof(word), "rest_once_more msg=%ld", lucky);
	assert_int_equal(kit_logged(&rig->kit, word, RIG_LATE_MS), 0);
	until(lucky, "sent: delivered delivered delivered trying trying");
	phone(rig, BUYER, false, -1);
	until(lucky, "delivered: delivered delivered delivered delivered "
		     "delivered");
	assert_part(lucky, 5, 0, "delivered");
	five_parts(whole);
	rig_wait(rig, BUYER, "word000", RIG_SOON_MS, text);
	assert_string_equal(text, whole);
	assert_int_equal(sim_inbox_count(rig->kit.sim, BUYER), 1);

	until(lost, "failed: delivered delivered delivered failed failed");
	assert_part(
	    lost, 4, 0x46, "the phone was off or out of reach for too long");
	for (int part = 1; part <= 5; part++)
		assert_int_equal(taken(part), part <= 3 ? 2 : 4);
	snprintf(word, sizeof(word), "%ld", lost);
	assert_int_equal(
	    kit_furrow(table, sizeof(table), "log", "show", word, NULL), 0);
	assert_non_null(strstr(table,
	    "why       3 of 5 parts arrived: the phone was off or out of reach "
	    "for too long\n"));
	assert_int_equal(sim_inbox_count(rig->kit.sim, OTHER_BUYER), 0);
	rig->passed = true;
}

#define STORY(name) cmocka_unit_test_setup_teardown(name, rig_open, rig_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    STORY(three_of_five),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
