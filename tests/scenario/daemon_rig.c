#include "tests/scenario/daemon_rig.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
rig_enter(void **state)
{
	static struct rig rig;
	static int turn;
	static char name[64];
	rig = (struct rig){.passed = false};
	snprintf(name, sizeof(name), "%s-%d.dir", program_invocation_short_name,
	    ++turn);
	rig.name = name;
	*state = &rig;
	return kit_enter(&rig.kit, name);
}

int
rig_open(void **state)
{
	if (rig_enter(state) != 0)
		return -1;
	struct rig *rig = *state;
	if (kit_network(&rig->kit, 1, NULL) != 0 || kit_conf(1, "", "") != 0 ||
	    kit_start(&rig->kit, KIT_FURROWD, NULL) != 0 ||
	    kit_up(&rig->kit) != 0)
		return -1;
	return kit_sellers(1);
}

/* Whole, and with its digits swapped as a PDU has them. */
static bool
has_number(const char *text)
{
	static const char *const parts[] = {
	    "711000", "722000", "17010000", "27020000"};

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *at = text;

		while ((at = strstr(at, parts[i])) != NULL)
			if (strspn(++at, "0123456789") >= 7)
				return true;
	}
	return false;
}

/* Whatever a test did: the log has nobody's number (docs/privacy.md). */
static int
look_through_log(void)
{
	char line[4096];
	int found = 0;
	FILE *file = fopen("furrowd.log", "re");

	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (has_number(line)) {
			fprintf(stderr, "a number in furrowd.log: %s", line);
			found = -1;
		}
	if (file != NULL)
		fclose(file);
	return found;
}

int
rig_close(void **state)
{
	struct rig *rig = *state;
	int told = look_through_log();

	rig->passed = rig->passed && told == 0;
	kit_leave(&rig->kit, !rig->passed);
	return told;
}

void
rig_market(struct rig *rig, int modems, int sellers)
{
	assert_int_equal(kit_conf(modems, "", ""), 0);
	assert_int_equal(kit_start(&rig->kit, KIT_FURROWD, NULL), 0);
	assert_int_equal(kit_up(&rig->kit), 0);
	assert_int_equal(kit_sellers(sellers), 0);
}

void
rig_again(struct rig *rig)
{
	assert_int_equal(kit_start(&rig->kit, KIT_FURROWD, NULL), 0);
	assert_int_equal(kit_up(&rig->kit), 0);
}

void
rig_text(struct rig *rig, const char *from, const char *text)
{
	assert_true(sim_text(rig->kit.sim, from, "a", text) != 0);
}

void
rig_wait(struct rig *rig, const char *phone, const char *containing,
    int timeout_ms, char *out)
{
	if (sim_wait_text(rig->kit.sim, phone, containing, timeout_ms, out) !=
	    0)
		fail_msg(
		    "%s on %s: %s", containing, phone, sim_why(rig->kit.sim));
}

static void
find_code(char code[8], const char *text)
{
	const char *at = strchr(text, '#');
	assert_non_null(at);
	size_t octets = strspn(at + 1, "ABCDEFGHJKLMNPQRTUVWXY23456789");
	assert_in_range(octets, 3, 7);
	memcpy(code, at + 1, octets);
	code[octets] = '\0';
}

void
rig_order(struct rig *rig, const char *buyer, const char *text, char code[8])
{
	char answer[SIM_TEXT_ROOM];
	rig_text(rig, buyer, text);
	rig_wait(rig, buyer, "#", RIG_SOON_MS, answer);
	find_code(code, answer);
}

void
rig_agree(
    struct rig *rig, const char *buyer, const char *seller, const char *code)
{
	char wanted[32], words[32];
	snprintf(wanted, sizeof(wanted), "1 YES 2 NO 3 SOME #%s", code);
	rig_wait(rig, seller, wanted, RIG_LATE_MS, NULL);
	snprintf(words, sizeof(words), "yes %s", code);
	rig_text(rig, seller, words);
	snprintf(wanted, sizeof(wanted), "GOT #%s", code);
	rig_wait(rig, buyer, wanted, RIG_LATE_MS, NULL);
	snprintf(wanted, sizeof(wanted), "DONE #%s", code);
	rig_wait(rig, seller, wanted, RIG_LATE_MS, NULL);
	rig_assert_state(code, "confirmed");
}

void
rig_whole_order(struct rig *rig, const char *buyer)
{
	char code[8];
	rig_order(rig, buyer, "want 5kg tomato", code);
	rig_agree(rig, buyer, SELLER, code);
}

size_t
rig_orders(const char *state)
{
	json_t *rows = state != NULL
			   ? kit_rows("order", "list", "--state", state, NULL)
			   : kit_rows("order", "list", NULL);
	assert_non_null(rows);
	size_t count = json_array_size(rows);
	json_decref(rows);
	return count;
}

static const char *
text_of(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));
	return text != NULL ? text : "";
}

void
rig_assert_state(const char *code, const char *state)
{
	json_t *rows = kit_rows("order", "show", code, NULL);
	assert_non_null(rows);
	json_t *lines = json_object_get(json_array_get(rows, 0), "lines");
	assert_string_equal(text_of(json_array_get(lines, 0), "state"), state);
	json_decref(rows);
}

size_t
rig_messages(const char *direction, const char *containing)
{
	json_t *row, *rows = kit_rows("log", "--since", "1d", NULL);
	size_t i, count = 0;
	assert_non_null(rows);
	json_array_foreach(rows, i, row)
	{
		count += strcmp(text_of(row, "direction"), direction) == 0 &&
			 strstr(text_of(row, "text"), containing) != NULL;
	}
	json_decref(rows);
	return count;
}

long
rig_queue(void)
{
	static const char *const states[] = {
	    "queued", "sending", "refused", "unknown"};
	/* The status fails while an alarm is on, so it is not asked by
	 * kit_rows(). */
	char text[8192];
	long count = 0;
	(void)kit_furrow(text, sizeof(text), "status", "--json", NULL);
	json_t *status = json_loads(text, 0, NULL);
	json_t *queue = json_object_get(status, "queue");
	assert_non_null(queue);
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		count += json_integer_value(json_object_get(queue, states[i]));
	json_decref(status);
	return count;
}

void
rig_rest(int timeout_ms)
{
	int64_t until_ms = kit_now_ms() + timeout_ms;
	while (rig_queue() != 0) {
		assert_true(kit_now_ms() < until_ms);
		kit_pause_ms(100);
	}
}
