/* Backups that are whole or are not there. */
#include "tests/gateway/backup_kit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gateway/store/archive.h"
#include "gateway/store/store_erase.h"

static void
names(void **state)
{
	char base[48], name[BACKUP_NAME_OCTETS];
	(void)state;
	backup_base(base, "/var/lib/furrow/furrow.db");
	assert_string_equal(base, "furrow");
	backup_name(name, base, INT64_C(1795660200000));
	assert_string_equal(name, "furrow-20261126T023000Z.backup");
	assert_int_equal(backup_name_time(name, base), INT64_C(1795660200000));
	static const char *const others[] = {
	    "furrow-20261126T023000Z.backup.part", "furrow-2026.backup",
	    "other-20261126T023000Z.backup", "furrow-20269926T023000Z.backup",
	    "furrow20261126T023000Z.backup", "furrow.db", "", "furrow"};
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_int_equal(backup_name_time(others[i], base), 0);
}

static void
one_is_made_while_work_goes_on(void **state)
{
	struct backup_kit *b = *state;
	char *about;
	char path[256];
	struct err err = {0};
	struct stat st;
	backup_kit_fill(b);
	kit_begin(b->kit); /* somebody's order is half done meanwhile */
	kit_receive(b->kit, 1, "not yet");
	struct backup_made made = backup_kit_make(b, T0);
	kit_commit(b->kit);
	assert_int_equal(backup_kit_files(b->folder), 1);
	backup_path(path, sizeof(path), b->folder, made.name);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_size, made.octets);
	assert_int_equal(restore_verify(path, b->secret_file, &about, &err), 0);
	assert_non_null(strstr(about, "\"message\":6"));
	assert_non_null(strstr(about, "\"store\":\"f\""));
	free(about);
	/* The copy beside the store is gone. */
	snprintf(path, sizeof(path), "%s-backup", b->kit->path);
	assert_int_not_equal(access(path, F_OK), 0);
}

static void
so_many_are_kept(void **state)
{
	struct backup_kit *b = *state;
	struct backup_made made;
	struct err err = {0};
	struct backup_file files[8];
	char path[256];
	snprintf(path, sizeof(path), "%s/holiday.jpg", b->folder);
	fclose(fopen(path, "w"));
	snprintf(path, sizeof(path), "%s/f-x.backup.part", b->folder);
	fclose(fopen(path, "w"));
	for (int i = 0; i < 4; i++)
		assert_int_equal(
		    backup_kit_try(b, T0 + i * 1000, 2, &made, &err), 0);
	assert_int_equal(backup_list(b->folder, "f", files, 8), 2);
	assert_int_equal(files[0].made_ms, T0 + 3000);
	assert_int_equal(files[1].made_ms, T0 + 2000);
	assert_int_equal(backup_kit_files(b->folder), 3); /* and the picture */
}

static void
what_is_wrong_is_named(void **state)
{
	struct backup_kit *b = *state;
	struct backup_made made;
	struct err err = {0};
	struct backup_wish wish = {.store_path = b->kit->path,
	    .conf_path = "",
	    .folder = "/nowhere/at/all",
	    .key_file = b->public_file,
	    .version = "0",
	    .now_ms = T0};
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_PLACE);
	assert_null(strstr(err.text, "stick"));
	wish.mount = true;
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_PLACE);
	assert_non_null(strstr(err.text, "is the stick in?"));
	wish.mount = false;
	wish.folder = b->public_file;
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_PLACE);
	wish.folder = "/etc"; /* on the same disk as "/" */
	wish.mount = true;
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_PLACE);
	assert_non_null(strstr(err.text, "mounted"));
	wish.folder = b->folder;
	wish.mount = false;
	wish.key_file = "/nowhere";
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_KEY);
	wish.key_file = b->kit->path;
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_KEY);
	wish.key_file = b->public_file;
	wish.store_path = "/nowhere.db";
	assert_int_equal(backup_make(&wish, &made, &err), BACKUP_STORE);
	assert_int_equal(backup_kit_files(b->folder), 0);
}

/* -- faults ---------------------------------------------------------------- */

static int
make_second(struct backup_kit *b)
{
	struct backup_made made;
	struct err err = {0};
	return backup_kit_try(b, T0 + 1000, 1, &made, &err);
}

/* At least one good backup is there, and nothing under a backup's name that is
 * not whole. */
static void
all_are_good(struct backup_kit *b)
{
	struct backup_file files[4];
	char path[256];
	struct err err = {0};
	int count = backup_list(b->folder, "f", files, 4);
	assert_true(count >= 1);
	for (int i = 0; i < count; i++) {
		backup_path(path, sizeof(path), b->folder, files[i].name);
		if (restore_verify(path, b->secret_file, NULL, &err) != 0)
			fail_msg("%s", err.text);
	}
}

static void
killed_at_each_step(void **state)
{
	struct backup_kit *b = *state;
	int nth = 1;
	backup_kit_fill(b);
	backup_kit_make(b, T0);
	while (backup_kit_fault(b, make_second, nth, 0) == 1) {
		all_are_good(b);
		nth++;
	}
	assert_true(nth > 4);
	all_are_good(b);
	assert_int_equal(backup_kit_files(b->folder), 1);
}

static void
the_disk_is_full_at_any_octet(void **state)
{
	struct backup_kit *b = *state;
	int code = -1;
	backup_kit_fill(b);
	backup_kit_make(b, T0);
	for (int64_t octets = 100; code != 0; octets = octets * 3 / 2) {
		code = backup_kit_fault(b, make_second, 0, octets);
		assert_true(
		    code == 0 || code == BACKUP_WRITE || code == BACKUP_STORE);
		all_are_good(b);
		assert_int_equal(backup_kit_files(b->folder), 1);
	}
}

static void
move_all(struct backup_kit *b)
{
	struct archive_month month = {
	    .month = "2025-08", .first_id = 1, .last_id = 3, .until_ms = T0};
	struct archive_page page = {0};
	struct err err = {0};
	kit_begin(b->kit);
	for (int i = 0; i < 3; i++)
		kit_receive(b->kit, 1, "zebrafish please");
	kit_commit(b->kit);
	while (archive_copy(b->kit->path, &month, 100, &err) > 0)
		;
	assert_int_equal(err.code, 0);
	kit_begin(b->kit);
	archive_note(b->kit->store, &month);
	archive_drop(b->kit->store, month.month, &page);
	kit_commit(b->kit);
}

static void
erase_from(struct backup_kit *b, const char *month_path)
{
	struct erasure erasure;
	struct erase_words words;
	struct err err = {0};
	kit_begin(b->kit);
	assert_int_not_equal(
	    store_erase_begin(b->kit->store, kit_person(b->kit, 1), T0), 0);
	assert_true(store_erase_next(b->kit->store, &erasure));
	store_erase_words(b->kit->store, &erasure, &words);
	kit_commit(b->kit);
	assert_int_equal(store_erase_file(month_path, &words, &err), 0);
}

/* Each once, but anew when somebody was erased from it: else their words would
 * come back with the next restore. */
static void
an_old_month_is_kept_as_it_is(void **state)
{
	struct backup_kit *b = *state;
	struct err err = {0};
	char path[256];
	const struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
	move_all(b);
	assert_true(archive_path(path, sizeof(path), b->kit->path, "2025-08"));
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	assert_int_equal(backup_kit_make(b, T0).months, 1);
	assert_int_equal(backup_kit_make(b, T0 + 1000).months, 0);
	/* A new start looks at it, and changes nothing. */
	assert_int_equal(archive_update(b->kit->path, "2025-08", &err), 0);
	assert_int_equal(backup_kit_make(b, T0 + 2000).months, 0);
	erase_from(b, path);
	assert_int_equal(backup_kit_make(b, T0 + 3000).months, 1);
	assert_int_equal(backup_kit_make(b, T0 + 4000).months, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names),
	    cmocka_unit_test_setup_teardown(one_is_made_while_work_goes_on,
		backup_kit_open, backup_kit_close),
	    cmocka_unit_test_setup_teardown(
		so_many_are_kept, backup_kit_open, backup_kit_close),
	    cmocka_unit_test_setup_teardown(an_old_month_is_kept_as_it_is,
		backup_kit_open, backup_kit_close),
	    cmocka_unit_test_setup_teardown(
		what_is_wrong_is_named, backup_kit_open, backup_kit_close),
	    cmocka_unit_test_setup_teardown(
		killed_at_each_step, backup_kit_open, backup_kit_close),
	    cmocka_unit_test_setup_teardown(the_disk_is_full_at_any_octet,
		backup_kit_open, backup_kit_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
