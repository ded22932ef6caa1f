/* The audit tampered with by hand, in every way that sqlite3 allows: each is
 * known by its name and its first bad row. */
#include "tests/gateway/store_kit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "gateway/store/audit_verify.h"
#include "gateway/store/store_audit.h"

#define ROWS 12

/* -- a store with rows, and heads beside it -------------------------------- */

struct scene {
	struct kit *kit;
	struct sign_key *key;
	uint8_t public_key[SIGN_PUBLIC_OCTETS];
	char heads[128];
	uint8_t last_line[DIGEST_OCTETS];
	int64_t number;
	int64_t now_ms;
};

static void
add_rows(struct scene *s, int count)
{
	char what[40];
	kit_begin(s->kit);
	for (int i = 0; i < count; i++) {
		snprintf(what, sizeof(what), "person %d", i);
		s->now_ms += 60000;
		store_audit_add(s->kit->store, s->now_ms,
		    i % 2 == 0 ? "admin:amina" : "admin:juma", "person.add",
		    what);
	}
	kit_commit(s->kit);
}

static void
add_head(struct scene *s, int64_t accepted_id)
{
	struct audit_tail tail;
	struct audit_head head = {.number = ++s->number,
	    .accepted_id = accepted_id,
	    .time_ms = s->now_ms};
	char line[AUDIT_HEAD_OCTETS];
	struct err err;
	assert_true(store_audit_tail(s->kit->store, &tail));
	head.id = tail.id;
	head.rows = store_audit_rows(s->kit->store);
	head.message_id = store_audit_newest_message(s->kit->store);
	memcpy(head.seed, tail.seed, sizeof(head.seed));
	memcpy(head.hash, tail.hash, sizeof(head.hash));
	memcpy(head.before, s->last_line, sizeof(head.before));
	struct str text = str_of(line, audit_head_write(line, &head, s->key));
	digest_sha256(s->last_line, span_of(text.at, text.octets));
	assert_int_equal(audit_heads_append(s->heads, text, &err), 0);
}

static void
scene_open(struct scene *s, void **state)
{
	memset(s, 0, sizeof(*s));
	s->kit = *state;
	s->key = sign_key_new();
	s->now_ms = T0;
	sign_key_public(s->key, s->public_key);
	snprintf(s->heads, sizeof(s->heads), "%s-audit.heads", s->kit->path);
	add_head(s, -1);
	add_rows(s, ROWS / 2);
	add_head(s, -1);
	add_rows(s, ROWS / 2);
	add_head(s, -1);
}

static void
scene_close(struct scene *s)
{
	sign_key_free(&s->key);
	unlink(s->heads);
}

static void
sql(struct scene *s, const char *text)
{
	sqlite3 *db;
	char *why = NULL;
	store_close(&s->kit->store);
	assert_int_equal(sqlite3_open(s->kit->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", text, why);
	sqlite3_close(db);
	kit_reopen(s->kit);
}

static void
expect(struct scene *s, bool with_heads, enum audit_fault fault, int64_t row)
{
	struct audit_heads heads;
	struct audit_verdict verdict;
	struct err err;
	assert_int_equal(
	    audit_heads_load(&heads, s->heads, s->public_key, &err), 0);
	bool whole =
	    audit_verify(&verdict, s->kit->store, with_heads ? &heads : NULL);
	audit_heads_free(&heads);
	if (verdict.fault != fault || verdict.row != row)
		fail_msg("%s, row %d: %s (and not %s, row %d)",
		    audit_fault_name(verdict.fault), (int)verdict.row,
		    verdict.text, audit_fault_name(fault), (int)row);
	assert_int_equal(whole, fault == AUDIT_WHOLE);
	assert_int_equal(verdict.text[0] != '\0', !whole);
}

/* -- what shows without any key ---------------------------------------------
 */

static void
tampered_by_hand(void **state)
{
	static const struct {
		const char *sql;
		enum audit_fault fault;
		int64_t row;
	} cases[] = {
	    {"SELECT 1", AUDIT_WHOLE, 0},
	    {"UPDATE audit SET what = 'person 9' WHERE id = 4", AUDIT_EDITED,
		4},
	    {"UPDATE audit SET actor = 'admin:juma' WHERE id = 1", AUDIT_EDITED,
		1},
	    {"UPDATE audit SET time_ms = time_ms + 1 WHERE id = 12",
		AUDIT_EDITED, 12},
	    {"UPDATE audit SET hash = x'00' WHERE id = 3", AUDIT_EDITED, 3},
	    /* The same letters, cut elsewhere. */
	    {"UPDATE audit SET action = 'person.addp', what = 'erson 3'"
	     " WHERE id = 4",
		AUDIT_EDITED, 4},
	    {"DELETE FROM audit WHERE id = 5", AUDIT_DELETED, 5},
	    {"DELETE FROM audit WHERE id = 1", AUDIT_DELETED, 1},
	    {"DELETE FROM audit WHERE id BETWEEN 5 AND 7", AUDIT_DELETED, 5},
	    {"DELETE FROM audit WHERE id = 5;"
	     "UPDATE audit SET id = id - 1 WHERE id > 5",
		AUDIT_DELETED, 5},
	    {"DELETE FROM audit WHERE id BETWEEN 5 AND 7;"
	     "UPDATE audit SET id = id - 3 WHERE id > 7",
		AUDIT_DELETED, 5},
	    {"DELETE FROM audit WHERE id > 9", AUDIT_CUT, 10},
	    {"DELETE FROM audit", AUDIT_CUT, 1},
	    /* Two rows change places, neighbours and others. */
	    {"UPDATE audit SET id = -1 WHERE id = 4;"
	     "UPDATE audit SET id = 4 WHERE id = 9;"
	     "UPDATE audit SET id = 9 WHERE id = -1",
		AUDIT_REORDERED, 4},
	    {"UPDATE audit SET id = -1 WHERE id = 4;"
	     "UPDATE audit SET id = 4 WHERE id = 5;"
	     "UPDATE audit SET id = 5 WHERE id = -1",
		AUDIT_REORDERED, 4},
	    {"UPDATE audit SET id = -1 WHERE id = 11;"
	     "UPDATE audit SET id = 11 WHERE id = 12;"
	     "UPDATE audit SET id = 12 WHERE id = -1",
		AUDIT_REORDERED, 11},
	    /* Only what they say changes places; the hashes stay. */
	    {"CREATE TEMP TABLE was AS SELECT * FROM audit;"
	     "UPDATE audit SET time_ms = w.time_ms, actor = w.actor,"
	     " what = w.what FROM was w WHERE audit.id IN (4, 9)"
	     " AND w.id = 13 - audit.id",
		AUDIT_REORDERED, 4},
	    {"UPDATE audit SET id = 99 WHERE id = 6", AUDIT_REORDERED, 6},
	    {"INSERT INTO audit SELECT 13, time_ms, actor, action, what, hash"
	     " FROM audit WHERE id = 12",
		AUDIT_EDITED, 13},
	    {"INSERT INTO audit SELECT -3, time_ms, actor, action, what, hash"
	     " FROM audit WHERE id = 12",
		AUDIT_INSERTED, -3},
	    {"UPDATE audit SET id = id + 100 WHERE id > 4;"
	     "UPDATE audit SET id = id - 99 WHERE id > 100;"
	     "INSERT INTO audit SELECT 5, time_ms, actor, action, 'x', hash"
	     " FROM audit WHERE id = 4",
		AUDIT_INSERTED, 5},
	    {"DELETE FROM audit_chain", AUDIT_EDITED, 0},
	};
	struct scene s;
	scene_open(&s, state);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sql(&s, "CREATE TABLE keep AS SELECT * FROM audit;"
			"CREATE TABLE keep_chain AS SELECT * FROM audit_chain");
		sql(&s, cases[i].sql);
		expect(&s, false, cases[i].fault, cases[i].row);
		expect(&s, true, cases[i].fault, cases[i].row);
		sql(&s, "DELETE FROM audit; DELETE FROM audit_chain;"
			"INSERT INTO audit SELECT * FROM keep;"
			"INSERT INTO audit_chain SELECT * FROM keep_chain;"
			"DROP TABLE keep; DROP TABLE keep_chain");
	}
	scene_close(&s);
}

/* -- who knows how the hashes are made, and has no key ----------------------
 */

struct forger {
	sqlite3 *db;
	sqlite3_stmt *put;
	uint8_t hash[DIGEST_OCTETS];
};

static void
recompute(struct scene *s, const char *change, bool tail_too)
{
	struct forger f;
	sqlite3_stmt *rows;
	struct audit_tail tail;
	assert_true(store_audit_tail(s->kit->store, &tail));
	audit_hash_first(f.hash, span_of(tail.seed, sizeof(tail.seed)));
	sql(s, change);
	store_close(&s->kit->store);
	assert_int_equal(sqlite3_open(s->kit->path, &f.db), SQLITE_OK);
	sqlite3_prepare_v2(f.db,
	    "SELECT id, time_ms, actor, action, what FROM audit ORDER BY id",
	    -1, &rows, NULL);
	sqlite3_prepare_v2(
	    f.db, "UPDATE audit SET hash = ?1 WHERE id = ?2", -1, &f.put, NULL);
	int64_t last = 0;
	while (sqlite3_step(rows) == SQLITE_ROW) {
		struct audit_hashed row = {sqlite3_column_int64(rows, 0),
		    sqlite3_column_int64(rows, 1),
		    str_from((const char *)sqlite3_column_text(rows, 2)),
		    str_from((const char *)sqlite3_column_text(rows, 3)),
		    str_from((const char *)sqlite3_column_text(rows, 4))};
		audit_hash(f.hash, f.hash, &row);
		last = row.id;
		sqlite3_bind_blob(f.put, 1, f.hash, DIGEST_OCTETS, NULL);
		sqlite3_bind_int64(f.put, 2, row.id);
		assert_int_equal(sqlite3_step(f.put), SQLITE_DONE);
		sqlite3_reset(f.put);
	}
	sqlite3_finalize(rows);
	sqlite3_finalize(f.put);
	if (tail_too) {
		sqlite3_prepare_v2(f.db,
		    "UPDATE audit_chain SET last_id = ?1, last_hash = ?2", -1,
		    &f.put, NULL);
		sqlite3_bind_int64(f.put, 1, last);
		sqlite3_bind_blob(f.put, 2, f.hash, DIGEST_OCTETS, NULL);
		assert_int_equal(sqlite3_step(f.put), SQLITE_DONE);
		sqlite3_finalize(f.put);
	}
	sqlite3_close(f.db);
	kit_reopen(s->kit);
}

static void
computed_anew(void **state)
{
	struct scene s;
	scene_open(&s, state);
	/* Whoever forgets the store's own note is seen without any head. */
	recompute(
	    &s, "UPDATE audit SET what = 'person 99' WHERE id = 9", false);
	expect(&s, false, AUDIT_FORGED, 1);
	expect(&s, true, AUDIT_FORGED, 7);
	/* Who does not is seen by the heads: not before the last true one. */
	recompute(&s, "SELECT 1", true);
	expect(&s, false, AUDIT_WHOLE, 0);
	expect(&s, true, AUDIT_FORGED, 7);
	/* Rows go on over the forged ones: it stays known. */
	add_rows(&s, 3);
	expect(&s, true, AUDIT_FORGED, 7);
	scene_close(&s);
}

static void
computed_anew_without_a_row(void **state)
{
	struct scene s;
	scene_open(&s, state);
	recompute(&s,
	    "DELETE FROM audit WHERE id = 3;"
	    "UPDATE audit SET id = id - 1 WHERE id > 3",
	    true);
	expect(&s, false, AUDIT_WHOLE, 0);
	expect(&s, true, AUDIT_FORGED, 1);
	scene_close(&s);
}

static void
cut_with_its_note(void **state)
{
	struct scene s;
	scene_open(&s, state);
	/* Messages came in since the head: only the audit is short. */
	kit_begin(s.kit);
	kit_receive(s.kit, 1, "2kg maize");
	kit_commit(s.kit);
	recompute(&s, "DELETE FROM audit WHERE id > 10", true);
	expect(&s, false, AUDIT_WHOLE, 0);
	expect(&s, true, AUDIT_CUT, 11);
	scene_close(&s);
}

/* -- an older file in the place of the newer --------------------------------
 */

static void
copy_file(const char *from, const char *to)
{
	static char part[1 << 16];
	int in = open(from, O_RDONLY), out;
	ssize_t n;
	out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(in >= 0 && out >= 0);
	while ((n = read(in, part, sizeof(part))) > 0)
		assert_int_equal(write(out, part, (size_t)n), n);
	close(in);
	close(out);
}

static void
put_back(struct scene *s, const char *old)
{
	char aside[160];
	store_close(&s->kit->store);
	snprintf(aside, sizeof(aside), "%s-wal", s->kit->path);
	unlink(aside);
	copy_file(old, s->kit->path);
	kit_reopen(s->kit);
}

static void
rolled_back(void **state)
{
	struct scene s;
	char old[160];
	struct err err;
	scene_open(&s, state);
	snprintf(old, sizeof(old), "%s-old", s.kit->path);
	assert_int_equal(store_backup(s.kit->store, old, &err), 0);
	add_rows(&s, 4);
	add_head(&s, -1);
	expect(&s, true, AUDIT_WHOLE, 0);
	put_back(&s, old);
	expect(&s, false, AUDIT_WHOLE, 0);
	expect(&s, true, AUDIT_ROLLED_BACK, ROWS + 1);
	/* It goes on: other rows of the same numbers. */
	s.now_ms += 3600000;
	add_rows(&s, 6);
	expect(&s, true, AUDIT_ROLLED_BACK, ROWS + 1);
	/* Somebody says that a backup was restored: known, and set aside. */
	add_head(&s, ROWS);
	expect(&s, true, AUDIT_WHOLE, 0);
	/* But nothing of before is: that is still what was signed. */
	recompute(&s, "UPDATE audit SET what = 'x' WHERE id = 2", true);
	expect(&s, true, AUDIT_FORGED, 1);
	unlink(old);
	scene_close(&s);
}

static void
another_store(void **state)
{
	struct scene s;
	scene_open(&s, state);
	sql(&s, "UPDATE audit_chain SET seed = x'000102030405060708090a0b0c0d0e"
		"0f', last_id = 0, last_hash = x''; DELETE FROM audit");
	expect(&s, true, AUDIT_ROLLED_BACK, 1);
	add_rows(&s, 20);
	expect(&s, true, AUDIT_ROLLED_BACK, 1);
	add_head(&s, 0);
	expect(&s, true, AUDIT_WHOLE, 0);
	scene_close(&s);
}

/* -- the heads themselves ---------------------------------------------------
 */

static void
load_bad(const struct scene *s, int64_t line, size_t count)
{
	struct audit_heads heads;
	struct err err;
	assert_int_equal(
	    audit_heads_load(&heads, s->heads, s->public_key, &err), 0);
	assert_int_equal(heads.bad_line, line);
	assert_int_equal(heads.count, count);
	audit_heads_free(&heads);
}

static void
patch_heads(const struct scene *s, const char *find, const char *put)
{
	char text[8192] = "";
	int fd = open(s->heads, O_RDWR);
	ssize_t n = read(fd, text, sizeof(text) - 1);
	char *at = strstr(text, find);
	assert_true(n > 0 && at != NULL);
	memcpy(at, put, strlen(put));
	assert_int_equal(pwrite(fd, text, (size_t)n, 0), n);
	close(fd);
}

static void
heads_tampered_with(void **state)
{
	struct scene s;
	uint8_t other[SIGN_PUBLIC_OCTETS] = {1};
	struct audit_heads heads;
	struct audit_verdict verdict;
	struct err err;
	scene_open(&s, state);
	load_bad(&s, 0, 3);
	patch_heads(&s, "id=6 rows=6", "id=5 rows=6");
	load_bad(&s, 2, 1); /* nor does line 3 follow from it */
	expect(&s, true, AUDIT_HEADS, 0);
	patch_heads(&s, "id=5 rows=6", "id=6 rows=6");
	load_bad(&s, 0, 3);
	patch_heads(&s, "id=12 rows=12", "id=11 rows=12");
	load_bad(&s, 3, 2); /* not signed */
	expect(&s, true, AUDIT_HEADS, 0);
	patch_heads(&s, "id=11 rows=12", "id=12 rows=12");
	patch_heads(&s, "furrow-head", "furrow-hand");
	load_bad(&s, 1, 0);
	patch_heads(&s, "furrow-hand", "furrow-head");
	assert_int_equal(audit_heads_load(&heads, s.heads, other, &err), 0);
	assert_int_equal(heads.bad_line, 1);
	assert_false(audit_verify(&verdict, s.kit->store, &heads));
	assert_int_equal(verdict.fault, AUDIT_HEADS);
	audit_heads_free(&heads);
	/* Half a line, as a crash in the middle of a write may leave. */
	assert_int_equal(truncate(s.heads, 700), 0);
	load_bad(&s, 2, 1);
	assert_int_equal(unlink(s.heads), 0);
	assert_int_equal(
	    audit_heads_load(&heads, s.heads, other, &err), AUDIT_HEADS_NONE);
	scene_close(&s);
}

/* No room for the whole line: not even a part of it stays. */
static void
a_full_disk_leaves_no_half_line(void **state)
{
	struct rlimit was, little;
	struct scene s;
	struct stat st;
	struct err err;
	scene_open(&s, state);
	assert_int_equal(stat(s.heads, &st), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	signal(SIGXFSZ, SIG_IGN);
	little = was;
	little.rlim_cur = (rlim_t)st.st_size + 20;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
	int code = audit_heads_append(
	    s.heads, STR("furrow-head 1 number=4 and so on"), &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_int_equal(code, AUDIT_HEADS_FULL);
	load_bad(&s, 0, 3);
	scene_close(&s);
}

static void
a_line_is_read_strictly(void **state)
{
	struct sign_key *key = sign_key_new();
	struct audit_head head = {.number = 7,
	    .id = 5,
	    .rows = 5,
	    .accepted_id = -1,
	    .time_ms = T0,
	    .message_id = 3};
	struct audit_head read;
	char line[AUDIT_HEAD_OCTETS], broken[AUDIT_HEAD_OCTETS];
	size_t octets = audit_head_write(line, &head, key);
	(void)state;
	assert_true(audit_head_read(&read, str_of(line, octets)));
	assert_memory_equal(&read, &head, sizeof(head));
	assert_true(audit_head_signed(&read, str_of(line, octets), head.key));
	/* Cut anywhere, or any octet changed: no head, or not signed. */
	for (size_t i = 0; i < octets; i++) {
		assert_false(
		    audit_head_read(&read, str_of(line, i)) &&
		    audit_head_signed(&read, str_of(line, i), head.key));
		memcpy(broken, line, octets);
		broken[i] ^= 1;
		/* Padding bits of Base64 mean nothing. */
		if (i + 3 >= octets)
			continue;
		assert_false(
		    audit_head_read(&read, str_of(broken, octets)) &&
		    audit_head_signed(&read, str_of(broken, octets), head.key));
	}
	sign_key_free(&key);
}

/* -- the audit of an older furrow -------------------------------------------
 */

static void
an_older_audit_is_carried_over(void **state)
{
	struct kit *kit = *state;
	struct scene s = {.kit = kit};
	struct audit_verdict verdict;
	sql(&s, "CREATE TABLE audit_old (id INTEGER PRIMARY KEY,"
		" time_ms INTEGER, actor TEXT, action TEXT, what TEXT,"
		" chain INTEGER);"
		"INSERT INTO audit_old VALUES (1, 5, 'a', 'b', 'c', 7),"
		" (2, 6, 'd', 'e', 'f', 8)");
	assert_true(audit_verify(&verdict, kit->store, NULL));
	assert_int_equal(verdict.rows, 3);
	kit_reopen(kit); /* once */
	assert_true(audit_verify(&verdict, kit->store, NULL));
	assert_int_equal(verdict.rows, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(tampered_by_hand),
	    TEST(computed_anew),
	    TEST(computed_anew_without_a_row),
	    TEST(cut_with_its_note),
	    TEST(rolled_back),
	    TEST(another_store),
	    TEST(heads_tampered_with),
	    TEST(a_full_disk_leaves_no_half_line),
	    cmocka_unit_test(a_line_is_read_strictly),
	    TEST(an_older_audit_is_carried_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
