/* The file itself: opening, locking, versions, failing, copying. */
#include "tests/gateway/store_kit.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <sqlite3.h>

#include "gateway/store/schema.h"
#include "gateway/store/store_audit.h"
#include "gateway/store/store_catalogue.h"
#include "gateway/store/store_code.h"
#include "gateway/store/store_link.h"

static void
a_second_daemon_is_told(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	assert_null(store_open(kit->path, &err));
	assert_int_equal(err.code, STORE_BUSY);
	assert_non_null(strstr(err.text, "in use by another furrowd"));
	store_close(&kit->store);
	kit->store = store_open(kit->path, &err);
	assert_non_null(kit->store);
}

/* The schema's number lies at octet 60 of the file. */
static void
put_octets(const char *path, off_t at, const char *octets, size_t count)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0600);
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, octets, count, at), count);
	close(fd);
}

static void
a_newer_database_is_left_alone(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	store_close(&kit->store);
	put_octets(kit->path, 60, "\0\0\3\347", 4);
	assert_null(store_open(kit->path, &err));
	assert_int_equal(err.code, STORE_NEWER);
	assert_non_null(strstr(err.text, "999"));
	char ours[16];
	snprintf(ours, sizeof(ours), "up to %d", schema_newest());
	assert_non_null(strstr(err.text, ours));
	assert_null(store_open_reader(kit->path, &err));
	assert_int_equal(err.code, STORE_NEWER);
}

static void
what_is_no_database_is_broken(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	char path[128];
	snprintf(path, sizeof(path), "%s/text", kit->folder);
	static const char text[] =
	    "To whom it may concern: this is a letter, and it goes on for "
	    "more than a hundred octets, so that nobody takes it for an "
	    "empty database.";
	put_octets(path, 0, text, sizeof(text));
	assert_null(store_open(path, &err));
	assert_int_equal(err.code, STORE_BROKEN);
	/* Another program's: the application's number at octet 68. */
	store_close(&kit->store);
	put_octets(kit->path, 68, "\0\0\0\1", 4);
	assert_null(store_open(kit->path, &err));
	assert_int_equal(err.code, STORE_BROKEN);
	assert_non_null(strstr(err.text, "another program"));
}

static void
a_place_that_is_none_cannot_be_opened(void **state)
{
	(void)state;
	struct err err = {0};
	assert_null(store_open("/nonexistent/f.db", &err));
	assert_int_equal(err.code, STORE_OPEN);
	assert_null(store_open_reader("/nonexistent/f.db", &err));
	assert_int_equal(err.code, STORE_OPEN);
	assert_int_equal(store_open("/nonexistent/f.db", NULL) == NULL, true);
}

static void
what_is_rolled_back_never_was(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	store_setting_put_int(kit->store, "alive_ms", 5);
	assert_int_equal(store_setting_int(kit->store, "alive_ms", 1), 5);
	store_rollback(kit->store);
	assert_int_equal(store_setting_int(kit->store, "alive_ms", 1), 1);
	assert_false(store_in_transaction(kit->store));
	store_rollback(kit->store); /* harmless */
	kit_begin(kit);
	store_setting_put_int(kit->store, "alive_ms", 6);
	kit_commit(kit);
	kit_reopen(kit);
	assert_int_equal(store_setting_int(kit->store, "alive_ms", 1), 6);
}

static void
a_failure_sticks_until_the_end(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	kit_begin(kit);
	store_setting_put_int(kit->store, "a", 1);
	assert_int_equal(store_failed(kit->store, NULL), 0);
	store_fail(kit->store, "nonsense");
	store_fail(kit->store, "more of it");
	assert_int_equal(store_failed(kit->store, &err), STORE_RULE);
	assert_string_equal(err.text, "nonsense");
	assert_int_equal(store_setting_int(kit->store, "a", -1), -1);
	assert_int_equal(kit_receive(kit, 1, "hello"), 0);
	assert_false(kit_try_commit(kit));
	assert_int_equal(store_failed(kit->store, NULL), STORE_RULE);
	kit_begin(kit);
	assert_int_equal(store_failed(kit->store, NULL), 0);
	assert_int_equal(store_setting_int(kit->store, "a", -1), -1);
	assert_int_equal(kit_receive(kit, 1, "hello"), 1);
	kit_commit(kit);
}

/* Forked, because a panic ends the process. */
static bool
panics(struct kit *kit, void (*fn)(struct kit *kit))
{
	pid_t pid = fork();
	if (pid == 0) {
		close(STDERR_FILENO);
		fn(kit);
		_exit(0);
	}
	int status = 0;
	waitpid(pid, &status, 0);
	return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

static void
change_outside(struct kit *kit)
{
	store_setting_put_int(kit->store, "a", 1);
}

static void
begin_twice(struct kit *kit)
{
	store_begin(kit->store);
	store_begin(kit->store);
}

static void
commit_nothing(struct kit *kit)
{
	kit_try_commit(kit);
}

static void
look(struct kit *kit)
{
	store_setting_int(kit->store, "a", 1);
}

static void
our_own_mistakes_panic(void **state)
{
	struct kit *kit = *state;
	assert_false(panics(kit, look));
	assert_true(panics(kit, change_outside));
	assert_true(panics(kit, begin_twice));
	assert_true(panics(kit, commit_nothing));
}

static void
begin_in_done(void *arg, bool ok)
{
	struct kit *kit = arg;
	assert_true(ok);
	assert_false(store_in_transaction(kit->store));
	store_begin(kit->store);
	store_setting_put_int(kit->store, "b", 2);
}

static void
the_next_turn_may_begin_in_done(void **state)
{
	struct kit *kit = *state;
	kit_begin(kit);
	store_setting_put_int(kit->store, "a", 1);
	store_commit(kit->store, begin_in_done, kit);
	kit_commit(kit);
	assert_int_equal(store_setting_int(kit->store, "b", 0), 2);
}

static void
a_reader_sees_what_is_committed(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	struct store *reader = store_open_reader(kit->path, &err);
	assert_non_null(reader);
	kit_begin(kit);
	store_setting_put_int(kit->store, "a", 1);
	assert_int_equal(store_setting_int(reader, "a", 0), 0);
	kit_commit(kit);
	assert_int_equal(store_setting_int(reader, "a", 0), 1);
	assert_true(store_disk_free_octets(reader) > 0);
	store_close(&reader);
	assert_null(reader);
	store_close(&reader);
}

static void
a_copy_is_whole_and_of_one_moment(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	char path[128];
	snprintf(path, sizeof(path), "%s/copy.db", kit->folder);
	kit_begin(kit);
	for (int i = 0; i < 500; i++)
		kit_receive(kit, i % 9, "5kg tomato");
	kit_commit(kit);
	kit_begin(kit);
	kit_receive(kit, 1, "not yet");
	assert_int_equal(store_backup(kit->store, path, &err), 0);
	kit_commit(kit);
	struct store *copy = store_open(path, &err);
	assert_non_null(copy);
	assert_int_equal(store_check(copy, &err), 0);
	assert_int_equal(store_message_newest(copy), 500);
	store_close(&copy);
	assert_int_not_equal(
	    store_backup(kit->store, "/nonexistent/f.db", &err), 0);
	/* No file can be made there, root or not: that is said. */
	if (access("/sys/kernel", F_OK) != 0)
		return;
	assert_int_not_equal(store_backup(kit->store, "/sys/f.db", &err), 0);
	assert_non_null(strstr(err.text, "/sys/f.db.part: "));
	assert_null(strstr(err.text, "No such file"));
}

static void
links_keep_their_row(void **state)
{
	struct kit *kit = *state;
	char name[32];
	int64_t a = store_link_ensure(kit->store, "a", "modem", "");
	int64_t b = store_link_ensure(kit->store, "b", "loop", "20880");
	assert_true(a > 0 && b > 0 && a != b);
	kit_reopen(kit);
	assert_int_equal(
	    store_link_ensure(kit->store, "a", "modem", "+254700"), a);
	store_link_name(kit->store, b, name, sizeof(name));
	assert_string_equal(name, "b");
	store_link_name(kit->store, 99, name, sizeof(name));
	assert_string_equal(name, "");
	kit_begin(kit);
	store_link_pending_add(kit->store, a, "SM", 3, UINT64_MAX);
	store_link_pending_add(kit->store, a, "ME", 3, 8);
	store_link_pending_add(kit->store, a, "ME", 3, 9);
	assert_true(store_link_pending_is(kit->store, a, "SM", 3, UINT64_MAX));
	assert_false(store_link_pending_is(kit->store, a, "ME", 3, 8));
	assert_true(store_link_pending_is(kit->store, a, "ME", 3, 9));
	assert_false(store_link_pending_is(kit->store, b, "ME", 3, 9));
	store_link_pending_drop(kit->store, a, "ME", 3);
	assert_false(store_link_pending_is(kit->store, a, "ME", 3, 9));
	kit_commit(kit);
}

static bool
join_keys(void *arg, const char *key, struct str document)
{
	char *all = arg;
	assert_true(document.octets > 0);
	strncat(all, key, 8);
	return true;
}

static void
the_catalogue_is_replaced_key_by_key(void **state)
{
	struct kit *kit = *state;
	char all[64] = "";
	kit_begin(kit);
	store_catalogue_put(kit->store, "tomato", STR("{\"a\":1}"));
	store_catalogue_put(kit->store, "maize", STR("{}"));
	store_catalogue_put(kit->store, "tomato", STR("{\"a\":2}"));
	kit_commit(kit);
	assert_int_equal(store_catalogue_count(kit->store), 2);
	store_catalogue_each(kit->store, join_keys, all);
	assert_string_equal(all, "tomatomaize");
}

static bool
count_rows(void *arg, const struct audit_row *row)
{
	assert_string_equal(row->actor, "admin:amina");
	return ++*(int *)arg < 2;
}

static void
the_audit_is_a_chain(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	kit_begin(kit);
	for (int i = 0; i < 3; i++)
		store_audit_add(kit->store, T0 + i, "admin:amina", "cancel",
		    "K7F for +254711000001");
	kit_commit(kit);
	int rows = 0;
	struct audit_filter all = {.actor = "", .action = ""};
	assert_int_equal(
	    store_audit_each(kit->store, &all, count_rows, &rows), 2);
	assert_int_equal(rows, 2);
	assert_int_equal(store_audit_check(kit->store, &err), 0);
	kit_check(kit);
	/* Somebody mends one row by hand. */
	store_close(&kit->store);
	int fd = open(kit->path, O_RDWR);
	char page[4096];
	bool found = false;
	for (off_t at = 0;
	     pread(fd, page, sizeof(page), at) == (ssize_t)sizeof(page);
	     at += (off_t)sizeof(page)) {
		char *hit = memmem(page, sizeof(page), "K7F for", 7);
		if (hit == NULL)
			continue;
		found = true;
		hit[0] = 'Q';
		assert_int_equal(
		    pwrite(fd, page, sizeof(page), at), sizeof(page));
	}
	close(fd);
	assert_true(found);
	kit_reopen(kit);
	assert_int_equal(store_audit_check(kit->store, &err), STORE_BROKEN);
	assert_int_equal(store_check(kit->store, &err), STORE_BROKEN);
}

static void
a_store_may_live_in_memory(void **state)
{
	(void)state;
	struct err err = {0};
	struct store *a = store_open(":memory:", &err);
	struct store *b = store_open(":memory:", &err);
	assert_non_null(a);
	assert_non_null(b);
	store_close(&a);
	store_close(&b);
}

static void
work_is_counted(void **state)
{
	struct kit *kit = *state;
	int64_t statements, rows, more_statements, more_rows;
	kit_begin(kit);
	store_work(kit->store, &statements, &rows);
	store_setting_put_int(kit->store, "a", 1);
	store_setting_put_int(kit->store, "a", 2);
	assert_int_equal(store_setting_int(kit->store, "a", 0), 2);
	store_work(kit->store, &more_statements, &more_rows);
	assert_int_equal(more_statements - statements, 3);
	assert_int_equal(more_rows - rows, 2);
	kit_commit(kit);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

static void
run_sql(const char *path, const char *sql)
{
	sqlite3 *handle = NULL;
	assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(handle);
}

static int
version_of(const char *path)
{
	unsigned char octets[4];
	int fd = open(path, O_RDONLY);
	assert_int_equal(pread(fd, octets, 4, 60), 4);
	close(fd);
	return octets[0] << 24 | octets[1] << 16 | octets[2] << 8 | octets[3];
}

/* As furrow left it before it knew SMPP, with a text that waits, one under
 * way, one that nobody knows of and one that arrived. */
static void
make_old(const char *path)
{
	run_sql(path, "PRAGMA application_id = 0x46555257;"
		      "PRAGMA user_version = 14");
	for (int n = 1; n <= 14; n++)
		run_sql(path, schema_step(n));
	run_sql(path,
	    "INSERT INTO phone (id, number, kind, person_id, created_ms) VALUES"
	    " (1, '+254710000001', 1, 0, 1), (2, '+254710000002', 1, 0, 1);"
	    "INSERT INTO message (id, prev_id, time_ms, out, state, phone_id,"
	    " person_id, link_id, lane, class, due_ms, changed_ms, text) VALUES"
	    " (1, 0, 1, 1, 12, 1, 0, 1, 0, 1, 1, 1, 'gone'),"
	    " (2, 1, 1, 1, 11, 1, 0, 1, 0, 1, 1, 1, 'under way'),"
	    " (3, 0, 1, 1, 10, 2, 0, 1, 1, 1, 1, 1, 'waits'),"
	    " (4, 3, 1, 1, 14, 2, 0, 1, -2, 1, 1, 1, 'who knows')");
}

/* The step that fails is the last of many: nothing of them stays. */
static void
a_failed_upgrade_changes_nothing(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	char path[128];
	snprintf(path, sizeof(path), "%s/old.db", kit->folder);
	make_old(path);
	run_sql(path, "CREATE TABLE archive (x)");
	assert_null(store_open(path, &err));
	assert_non_null(strstr(err.text, "archive"));
	assert_int_equal(version_of(path), 14);
	run_sql(path, "DROP TABLE archive");
	struct store *store = store_open(path, &err);
	assert_non_null(store);
	store_close(&store);
	assert_int_equal(version_of(path), schema_newest());
}

static void
an_upgrade_keeps_what_is_open(void **state)
{
	struct kit *kit = *state;
	struct err err = {0};
	char path[128];
	snprintf(path, sizeof(path), "%s/old.db", kit->folder);
	make_old(path);
	store_close(&kit->store);
	kit->store = store_open(path, &err);
	assert_non_null(kit->store);
	kit_begin(kit);
	assert_int_equal(store_message_recover(kit->store, T0, T0), 1);
	kit_commit(kit);
	assert_int_equal(kit_state(kit, 1), MESSAGE_SENT);
	assert_int_equal(kit_state(kit, 2), MESSAGE_UNKNOWN);
	assert_int_equal(kit_state(kit, 3), MESSAGE_QUEUED);
	assert_int_equal(kit_state(kit, 4), MESSAGE_UNKNOWN);
	kit_begin(kit);
	const struct kit_ids *ids = kit_claim(kit, 1, true, T0, 9);
	assert_int_equal(ids->count, 1);
	assert_int_equal(ids->at[0], 3);
	kit_commit(kit);
	kit_check(kit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_second_daemon_is_told),
	    TEST(a_newer_database_is_left_alone),
	    TEST(what_is_no_database_is_broken),
	    TEST(a_place_that_is_none_cannot_be_opened),
	    TEST(what_is_rolled_back_never_was),
	    TEST(a_failure_sticks_until_the_end),
	    TEST(our_own_mistakes_panic),
	    TEST(the_next_turn_may_begin_in_done),
	    TEST(a_reader_sees_what_is_committed),
	    TEST(a_copy_is_whole_and_of_one_moment),
	    TEST(links_keep_their_row),
	    TEST(the_catalogue_is_replaced_key_by_key),
	    TEST(the_audit_is_a_chain),
	    TEST(a_store_may_live_in_memory),
	    TEST(work_is_counted),
	    TEST(a_failed_upgrade_changes_nothing),
	    TEST(an_upgrade_keeps_what_is_open),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
