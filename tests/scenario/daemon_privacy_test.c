/* Somebody is erased while furrowd is killed again and again: it goes on where
 * it was, ends whole, and orders meanwhile are as they should be. */
#include "tests/scenario/daemon_rig.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORD "zebrafish"
#define NAME "Jumaloka Mwanaisha"

/* In any file of the store, octet for octet. */
static bool
file_has(const char *path, const char *text)
{
	size_t octets, length = strlen(text);
	FILE *file = fopen(path, "re");
	bool found = false;
	long end;
	char *all;

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	end = ftell(file);
	rewind(file);
	all = calloc(1, (size_t)end + 1);
	assert_non_null(all);
	octets = fread(all, 1, (size_t)end, file);
	fclose(file);
	for (size_t i = 0; !found && i + length <= octets; i++)
		found = memcmp(all + i, text, length) == 0;
	free(all);
	return found;
}

static bool
store_has(const char *text)
{
	DIR *dir = opendir(".");
	struct dirent *entry;
	bool found = false;

	assert_non_null(dir);
	while ((entry = readdir(dir)) != NULL)
		if (strncmp(entry->d_name, "furrow", 6) == 0 &&
		    strstr(entry->d_name, ".db") != NULL &&
		    file_has(entry->d_name, text))
			found = true;
	closedir(dir);
	return found;
}

static void
talk(struct rig *rig)
{
	assert_int_equal(kit_furrow(NULL, 0, "person", "add", OTHER_BUYER,
			     "--name", NAME, NULL),
	    0);
	for (int i = 0; i < 6; i++) {
		char text[64];

		snprintf(text, sizeof(text), "is there any " WORD " %d", i);
		rig_text(rig, OTHER_BUYER, text);
	}
	rig_wait(rig, OTHER_BUYER, "", RIG_LATE_MS, NULL);
	assert_int_equal(kit_furrow(NULL, 0, "send", OTHER_BUYER,
			     "no, " NAME ", no " WORD, NULL),
	    0);
	rig_wait(rig, OTHER_BUYER, NAME, RIG_LATE_MS, NULL);
	rig_rest(RIG_LATE_MS);
}

/* Over, in whichever of its lives. */
static void
wait_for_end(void)
{
	int64_t until = kit_now_ms() + RIG_LATE_MS;

	while (!file_has("furrowd.log", "info eraser erased")) {
		assert_true(kit_now_ms() < until);
		kit_pause_ms(20);
	}
}

static void
killed_while_somebody_is_erased(void **state)
{
	static const int pauses_ms[] = {0, 40, 80};
	struct rig *rig = *state;
	int took_ms;

	talk(rig);
	assert_true(store_has(WORD) && store_has("711000002"));
	assert_int_equal(kit_furrow(NULL, 0, "privacy", "erase", OTHER_BUYER,
			     "--yes", "--no-wait", NULL),
	    0);
	for (size_t i = 0; i < sizeof(pauses_ms) / sizeof(pauses_ms[0]); i++) {
		kit_pause_ms(pauses_ms[i]);
		kit_kill(&rig->kit);
		assert_int_equal(kit_start(&rig->kit, KIT_FURROWD, NULL), 0);
		assert_int_equal(
		    kit_logged(&rig->kit, "furrowd started", RIG_LATE_MS), 0);
	}
	assert_int_equal(kit_up(&rig->kit), 0);
	rig_whole_order(rig, BUYER);
	wait_for_end();
	assert_int_equal(rig_orders("fulfilled") + rig_orders("confirmed"), 1);
	rig_rest(RIG_LATE_MS);
	assert_int_equal(kit_stop(&rig->kit, &took_ms), 0);
	assert_false(store_has("711000002"));
	assert_false(store_has(WORD));
	assert_false(store_has(NAME));
	assert_false(store_has("Mwanaisha"));
	/* Nobody else lost anything. */
	assert_true(store_has("711000001"));
	rig->passed = true;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		killed_while_somebody_is_erased, rig_open, rig_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
