/* Heads follow rows, outlive the daemon, and stop when they are not true. */
#include "tests/gateway/store_kit.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/loop.h"
#include "base/timer.h"
#include "gateway/queue/audit_signer.h"
#include "gateway/store/audit_verify.h"
#include "gateway/store/store_audit.h"

struct scene {
	struct kit *kit;
	struct loop *loop;
	struct audit_signer *signer;
	char key[128], heads[128], pub[140];
};

static void
begin(struct scene *s)
{
	struct audit_signer_config config = {.loop = s->loop,
	    .clock = clock_system(),
	    .store = s->kit->store,
	    .store_path = s->kit->path,
	    .key_path = s->key,
	    .heads_path = s->heads,
	    .every_ms = 3600000,
	    .look_ms = 1};
	s->signer = audit_signer_new(&config);
	assert_non_null(s->signer);
}

static void
scene_open(struct scene *s, void **state)
{
	memset(s, 0, sizeof(*s));
	s->kit = *state;
	s->loop = loop_new();
	snprintf(s->key, sizeof(s->key), "%s-audit.key", s->kit->path);
	snprintf(s->heads, sizeof(s->heads), "%s-audit.heads", s->kit->path);
	snprintf(s->pub, sizeof(s->pub), "%s.pub", s->heads);
}

static void
scene_close(struct scene *s)
{
	audit_signer_free(&s->signer);
	loop_free(&s->loop);
	unlink(s->key);
	unlink(s->heads);
	unlink(s->pub);
}

static void
add_row(struct scene *s)
{
	kit_begin(s->kit);
	store_audit_add(s->kit->store, T0, "admin:amina", "area.add", "X");
	kit_commit(s->kit);
}

/* -1: there are none, or they are not whole. */
static int
heads_of(struct scene *s, enum audit_fault *fault_out)
{
	uint8_t public_key[SIGN_PUBLIC_OCTETS];
	struct audit_heads heads;
	struct audit_verdict verdict;
	struct err err;
	int count = -1;
	if (sign_public_read(public_key, s->pub, &err) == 0 &&
	    audit_heads_load(&heads, s->heads, public_key, &err) == 0) {
		audit_verify(&verdict, s->kit->store, &heads);
		*fault_out = verdict.fault;
		count = heads.bad_line == 0 ? (int)heads.count : -1;
		audit_heads_free(&heads);
	}
	return count;
}

/* The thread takes what it takes: passes of the loop, not time, are the
 * limit. */
static void
run_until(struct scene *s, int heads, bool trouble)
{
	enum audit_fault fault;
	for (int i = 0; i < 20000; i++) {
		loop_once(s->loop, true);
		if ((audit_signer_trouble(s->signer) != NULL) == trouble &&
		    heads_of(s, &fault) == heads)
			return;
	}
	fail_msg("%d heads, %s", heads_of(s, &fault),
	    audit_signer_trouble(s->signer));
}

static void
a_head_follows_each_row(void **state)
{
	struct scene s;
	enum audit_fault fault;
	scene_open(&s, state);
	begin(&s);
	run_until(&s, 1, false); /* the key is made, and where it begins */
	add_row(&s);
	run_until(&s, 2, false);
	/* What was not signed yet is when the daemon ends. */
	add_row(&s);
	audit_signer_free(&s.signer);
	assert_int_equal(heads_of(&s, &fault), 3);
	assert_int_equal(fault, AUDIT_WHOLE);
	/* The next daemon has the same key and goes on. */
	begin(&s);
	run_until(&s, 4, false);
	scene_close(&s);
}

static void
nothing_is_signed_that_is_not_true(void **state)
{
	struct scene s;
	enum audit_fault fault;
	char old[160];
	struct err err;
	scene_open(&s, state);
	add_row(&s);
	snprintf(old, sizeof(old), "%s-old", s.kit->path);
	assert_int_equal(store_backup(s.kit->store, old, &err), 0);
	add_row(&s);
	begin(&s);
	run_until(&s, 1, false);
	audit_signer_free(&s.signer);
	/* The older file in its place. */
	store_close(&s.kit->store);
	assert_int_equal(rename(old, s.kit->path), 0);
	kit_reopen(s.kit);
	begin(&s);
	run_until(&s, 1, true);
	heads_of(&s, &fault);
	assert_int_equal(fault, AUDIT_ROLLED_BACK);
	audit_signer_accept(s.signer);
	run_until(&s, 2, false);
	heads_of(&s, &fault);
	assert_int_equal(fault, AUDIT_WHOLE);
	scene_close(&s);
}

static void
heads_that_are_gone_are_missed(void **state)
{
	struct scene s;
	scene_open(&s, state);
	add_row(&s);
	begin(&s);
	run_until(&s, 1, false);
	unlink(s.heads);
	add_row(&s);
	run_until(&s, -1, true);
	audit_signer_accept(s.signer);
	run_until(&s, 1, false);
	audit_signer_free(&s.signer);
	/* So is a key, and one that others may read is none. */
	unlink(s.key);
	begin(&s);
	run_until(&s, 1, true);
	scene_close(&s);
}

static void
a_folder_that_is_not_there_is_told(void **state)
{
	struct scene s;
	scene_open(&s, state);
	snprintf(s.heads, sizeof(s.heads), "%s-stick/heads", s.kit->path);
	begin(&s);
	run_until(&s, -1, true);
	assert_non_null(strstr(audit_signer_trouble(s.signer), "-stick/heads"));
	scene_close(&s);
}

/* The running daemon has it in memory, and could go on without a word. */
static void
a_key_that_goes_while_we_run_is_missed(void **state)
{
	struct scene s;
	char aside[140];
	scene_open(&s, state);
	begin(&s);
	run_until(&s, 1, false);
	snprintf(aside, sizeof(aside), "%s.away", s.key);
	assert_int_equal(rename(s.key, aside), 0);
	add_row(&s);
	run_until(&s, 1, true);
	assert_non_null(strstr(audit_signer_trouble(s.signer), "key"));
	/* It comes back: what was not signed is, by the same key. */
	assert_int_equal(rename(aside, s.key), 0);
	audit_signer_free(&s.signer);
	begin(&s);
	run_until(&s, 2, false);
	/* With the heads: nothing begins anew by itself. */
	unlink(s.key);
	unlink(s.heads);
	add_row(&s);
	run_until(&s, -1, true);
	assert_int_not_equal(access(s.key, F_OK), 0);
	scene_close(&s);
}

/* The row is in the store, the head is owed, and that is told. */
static void
a_full_disk_is_told_and_made_good(void **state)
{
	struct rlimit was, little;
	struct scene s;
	struct stat st;
	scene_open(&s, state);
	begin(&s);
	run_until(&s, 1, false);
	add_row(&s);
	assert_int_equal(stat(s.heads, &st), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
	signal(SIGXFSZ, SIG_IGN);
	little = was;
	little.rlim_cur = (rlim_t)st.st_size + 20;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
	run_until(&s, 1, true);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
	assert_non_null(strstr(audit_signer_trouble(s.signer), s.heads));
	audit_signer_free(&s.signer);
	begin(&s);
	run_until(&s, 2, false);
	scene_close(&s);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, kit_open, kit_close)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(a_head_follows_each_row),
	    TEST(nothing_is_signed_that_is_not_true),
	    TEST(heads_that_are_gone_are_missed),
	    TEST(a_key_that_goes_while_we_run_is_missed),
	    TEST(a_full_disk_is_told_and_made_good),
	    TEST(a_folder_that_is_not_there_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
