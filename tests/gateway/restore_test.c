/* A backup becomes the store again, and does nothing rash on its own. */
#include "tests/gateway/backup_kit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vault_key.h"
#include "gateway/store/store_feedback.h"
#include "gateway/store/store_held.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

/* The restored store in the kit's place, so that its helpers serve. */
static void
restore(struct backup_kit *b)
{
	struct restore_done done;
	struct err err = {0};
	backup_kit_make(b, T0 + 1000);
	if (backup_kit_restore(b, false, &done, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(done.made_ms, T0 + 1000);
	assert_int_equal(done.held, 4);
	assert_string_equal(done.aside, "");
	store_close(&b->kit->store);
	strcpy(b->kit->path, b->to);
	kit_reopen(b->kit);
}

static void
texts_that_had_not_left_are_held(void **state)
{
	struct backup_kit *b = *state;
	struct kit *kit = b->kit;
	struct held_state held;
	int64_t ids[8];
	backup_kit_fill(b);
	restore(b);
	kit_begin(kit);
	assert_int_equal(kit_state(kit, b->ids[TEXT_SENT]), MESSAGE_SENT);
	assert_int_equal(store_held_list(kit->store, 0, ids, 8), 4);
	assert_int_equal(ids[0], b->ids[TEXT_QUEUED]);
	assert_int_equal(kit_state(kit, ids[0]), MESSAGE_HELD);
	assert_int_equal(kit_state(kit, b->ids[TEXT_UNKNOWN]), MESSAGE_HELD);
	store_held_state(kit->store, &held);
	assert_true(held.open);
	assert_int_equal(held.texts, 4);
	assert_int_equal(held.timers, 1);
	/* A new text to that phone does not wait behind them. */
	int64_t fresh = kit_queue(kit, TEXT_QUEUED + 1, MESSAGE_CONFIRM);
	const struct kit_ids *claimed =
	    kit_claim(kit, 1, true, T0 + 4000000, 10);
	assert_int_equal(claimed->count, 1);
	assert_int_equal(claimed->at[0], fresh);
	kit_commit(kit);
	kit_check(kit);
}

static void
released_they_leave_in_their_order(void **state)
{
	struct backup_kit *b = *state;
	struct kit *kit = b->kit;
	const int64_t later_ms = T0 + 7200000;
	backup_kit_fill(b);
	restore(b);
	kit_begin(kit);
	assert_true(
	    store_held_release(kit->store, b->ids[TEXT_QUEUED], later_ms));
	assert_true(
	    store_held_release(kit->store, b->ids[TEXT_NEXT], later_ms));
	assert_false(
	    store_held_release(kit->store, b->ids[TEXT_NEXT], later_ms));
	assert_true(
	    store_held_drop(kit->store, b->ids[TEXT_SENDING], later_ms));
	assert_false(store_held_end(kit->store, later_ms));
	const struct kit_ids *claimed = kit_claim(kit, 1, true, later_ms, 10);
	assert_int_equal(claimed->count, 1);
	assert_int_equal(claimed->at[0], b->ids[TEXT_QUEUED]);
	assert_int_equal(kit_state(kit, b->ids[TEXT_SENDING]), MESSAGE_STALE);
	kit_commit(kit);
	kit_check(kit);
}

static void
timers_stand_still_until_then(void **state)
{
	struct backup_kit *b = *state;
	struct kit *kit = b->kit;
	const int64_t later_ms = T0 + 7200000; /* an hour after the restore */
	int kind;
	int64_t ref;
	backup_kit_fill(b);
	restore(b);
	kit_begin(kit);
	assert_false(store_timer_take(kit->store, later_ms, &kind, &ref));
	for (int i = TEXT_QUEUED; i <= TEXT_NEXT; i++)
		store_held_drop(kit->store, b->ids[i], later_ms);
	assert_true(store_held_end(kit->store, later_ms));
	/* It was due a minute after T0: an hour more, for what passed since. */
	assert_int_equal(
	    store_timer_get(kit->store, 1, 7), T0 + 60000 + 3600000);
	struct held_state held;
	store_held_state(kit->store, &held);
	assert_false(held.open);
	assert_true(store_held_end(kit->store, later_ms));
	kit_commit(kit);
}

static void
nothing_is_given_twice(void **state)
{
	struct backup_kit *b = *state;
	struct kit *kit = b->kit;
	struct question question;
	backup_kit_fill(b);
	restore(b);
	kit_begin(kit);
	struct order order = {.buyer_id = kit_person(kit, 2),
	    .phone_id = kit_phone(kit, 2),
	    .created_ms = T0,
	    .changed_ms = T0};
	store_order_add(kit->store, &order, kit_random, kit);
	assert_true(order.id > 100000);
	assert_int_equal(strlen(order.code), 4); /* those of then had 3 */
	assert_true(kit_receive(kit, 1, "1") > 1000000);
	struct feedback feedback = {.person_id = 1, .phone_id = 1};
	store_feedback_add(kit->store, &feedback);
	assert_true(feedback.id > 1000);
	/* "1" is no answer to what was asked before. */
	assert_false(
	    store_question_open(kit->store, kit_phone(kit, 1), &question));
	kit_commit(kit);
	kit_check(kit);
}

static void
what_is_there_stays(void **state)
{
	struct backup_kit *b = *state;
	struct restore_done done;
	struct err err = {0};
	backup_kit_fill(b);
	backup_kit_make(b, T0 + 1000);
	strcpy(b->to, b->kit->path);
	assert_int_equal(
	    backup_kit_restore(b, true, &done, &err), RESTORE_BUSY);
	store_close(&b->kit->store);
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_EXISTS);
	assert_int_equal(backup_kit_restore(b, true, &done, &err), 0);
	assert_int_equal(access(done.aside, F_OK), 0);
	kit_reopen(b->kit);
	kit_check(b->kit);
	struct store *old = store_open(done.aside, &err);
	assert_non_null(old);
	assert_int_equal(store_setting_int(old, "restored_ms", 0), 0);
	store_close(&old);
}

static void
a_folder_must_be_there(void **state)
{
	struct backup_kit *b = *state;
	struct restore_done done;
	struct err err = {0};
	backup_kit_fill(b);
	backup_kit_make(b, T0 + 1000);
	strcpy(b->to, "nowhere/furrow.db");
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_WRITE);
	assert_non_null(strstr(err.text, "make it first"));
}

/* -- files that are not what they were ------------------------------------- */

static void
newest(struct backup_kit *b, char path[256])
{
	struct backup_file last;
	assert_int_equal(backup_list(b->folder, "f", &last, 1), 1);
	backup_path(path, 256, b->folder, last.name);
}

static void
bad_files_are_refused(void **state)
{
	struct backup_kit *b = *state;
	struct restore_done done;
	struct err err = {0};
	struct stat st;
	char path[256], other_public[160], other_secret[160], was[160];
	backup_kit_fill(b);
	backup_kit_make(b, T0 + 1000);
	newest(b, path);
	snprintf(other_public, sizeof(other_public), "%s.2", b->public_file);
	snprintf(other_secret, sizeof(other_secret), "%s.2", b->secret_file);
	assert_int_equal(vault_key_make(other_public, other_secret, &err), 0);
	strcpy(was, b->secret_file);
	strcat(b->secret_file, ".2");
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_KEY);
	strcpy(b->secret_file, b->public_file);
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_KEY);
	strcpy(b->secret_file, was);
	assert_int_equal(stat(path, &st), 0);
	int fd = open(path, O_WRONLY);
	assert_int_equal(pwrite(fd, "\x5a\xa5", 2, st.st_size / 2), 2);
	close(fd);
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_FILE);
	assert_int_equal(truncate(path, st.st_size / 2), 0);
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_FILE);
	assert_int_equal(truncate(path, 0), 0);
	assert_int_equal(
	    backup_kit_restore(b, false, &done, &err), RESTORE_FILE);
	assert_int_not_equal(access(b->to, F_OK), 0);
}

/* -- faults ---------------------------------------------------------------- */

static int
restore_over(struct backup_kit *b)
{
	struct restore_done done;
	struct err err = {0};
	return backup_kit_restore(b, true, &done, &err);
}

/* A store is there, and it is whole: the old one or the new one; or none is,
 * because the old one has just been put aside. */
static void
one_is_whole(struct backup_kit *b)
{
	struct err err = {0};
	if (access(b->to, F_OK) != 0)
		return;
	struct store *store = store_open(b->to, &err);
	if (store == NULL || store_check(store, &err) != 0)
		fail_msg("%s", err.text);
	store_close(&store);
}

static void
killed_at_each_step(void **state)
{
	struct backup_kit *b = *state;
	int nth = 1, code;
	backup_kit_fill(b);
	backup_kit_make(b, T0 + 1000);
	strcpy(b->to, b->kit->path);
	store_close(&b->kit->store);
	while ((code = backup_kit_fault(b, restore_over, nth, 0)) == 1) {
		one_is_whole(b);
		nth++;
	}
	assert_int_equal(code, 0);
	assert_true(nth > 4);
	kit_reopen(b->kit);
	assert_int_not_equal(
	    store_setting_int(b->kit->store, "restored_ms", 0), 0);
	kit_check(b->kit);
}

static void
the_disk_is_full_at_any_octet(void **state)
{
	struct backup_kit *b = *state;
	int code = -1;
	backup_kit_fill(b);
	backup_kit_make(b, T0 + 1000);
	strcpy(b->to, b->kit->path);
	store_close(&b->kit->store);
	for (int64_t octets = 4096; code != 0; octets *= 2) {
		code = backup_kit_fault(b, restore_over, 0, octets);
		assert_true(code == 0 || code == RESTORE_WRITE ||
			    code == RESTORE_BROKEN);
		one_is_whole(b);
	}
	kit_reopen(b->kit);
	kit_check(b->kit);
}

int
main(void)
{
#define STORY(fn)                                                              \
	cmocka_unit_test_setup_teardown(fn, backup_kit_open, backup_kit_close)
	const struct CMUnitTest tests[] = {
	    STORY(texts_that_had_not_left_are_held),
	    STORY(released_they_leave_in_their_order),
	    STORY(timers_stand_still_until_then),
	    STORY(nothing_is_given_twice),
	    STORY(what_is_there_stays),
	    STORY(a_folder_must_be_there),
	    STORY(bad_files_are_refused),
	    STORY(killed_at_each_step),
	    STORY(the_disk_is_full_at_any_octet),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
