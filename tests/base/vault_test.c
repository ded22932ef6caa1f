/* What is locked comes back, and whatever happened to the file is named. */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/vault.h"

#define PATH_OCTETS 128
#define BIG ((int64_t)200000)

struct kit {
	char dir[64], file[PATH_OCTETS], public_file[PATH_OCTETS];
	char secret_file[PATH_OCTETS];
	struct vault_key locks, opens;
};

static void
name(char dst[PATH_OCTETS], const struct kit *k, const char *leaf)
{
	snprintf(dst, PATH_OCTETS, "%s/%s", k->dir, leaf);
}

static int
begin(void **state)
{
	struct kit *k = calloc(1, sizeof(*k));
	struct err err;
	snprintf(k->dir, sizeof(k->dir), "/tmp/furrow-vault-XXXXXX");
	assert_non_null(mkdtemp(k->dir));
	name(k->file, k, "a.backup");
	name(k->public_file, k, "a.public");
	name(k->secret_file, k, "a.secret");
	assert_int_equal(
	    vault_key_make(k->public_file, k->secret_file, &err), 0);
	assert_int_equal(vault_key_read(&k->locks, k->public_file, &err), 0);
	assert_int_equal(vault_key_read(&k->opens, k->secret_file, &err), 0);
	*state = k;
	return 0;
}

static int
end(void **state)
{
	struct kit *k = *state;
	char part[PATH_OCTETS];
	name(part, k, "a.backup.part");
	unlink(part);
	unlink(k->file);
	unlink(k->public_file);
	unlink(k->secret_file);
	rmdir(k->dir);
	free(k);
	return 0;
}

/* Octets that do not get smaller. */
static void
noise(uint8_t *dst, size_t octets, uint32_t seed)
{
	for (size_t i = 0; i < octets; i++) {
		seed = seed * 1664525u + 1013904223u;
		dst[i] = (uint8_t)(seed >> 24);
	}
}

static int
write_big(struct vault_out *out, struct err *err)
{
	uint8_t octets[50000];
	int code = vault_piece(out, "big", BIG, err);
	for (uint32_t i = 0; code == 0 && i < BIG / 50000; i++) {
		noise(octets, sizeof(octets), i);
		code = vault_write(out, octets, sizeof(octets), err);
	}
	return code;
}

static int
lock_up(const struct kit *k, struct err *err)
{
	int64_t octets;
	struct vault_out *out = vault_create(k->file, &k->locks, err);
	if (out == NULL)
		return err->code;
	int code = vault_piece(out, "words", 5, err);
	if (code == 0)
		code = vault_write(out, "maize", 5, err);
	if (code == 0)
		code = vault_piece(out, "nothing", 0, err);
	if (code == 0)
		code = write_big(out, err);
	if (code != 0)
		vault_abandon(&out);
	return code != 0 ? code : vault_finish(&out, &octets, err);
}

/* 0: all of it came back. */
static int
read_all(const struct kit *k, struct err *err)
{
	uint8_t got[50000], meant[50000];
	char piece[VAULT_NAME_OCTETS];
	int64_t octets, sum = 0;
	struct vault_in *in = vault_open(k->file, &k->opens, err);
	int code = in == NULL ? err->code : 1;
	while (code > 0 && (code = vault_next(in, piece, &octets, err)) > 0) {
		size_t done = 0;
		int n = 1;
		while (n > 0) {
			n = vault_read(in, got, sizeof(got), err);
			sum += n > 0 ? n : 0;
			if (strcmp(piece, "big") == 0 && n > 0) {
				noise(meant, sizeof(meant),
				    (uint32_t)(done / sizeof(meant)));
				assert_memory_equal(got, meant, (size_t)n);
				done += (size_t)n;
			}
		}
		code = n < 0 ? n : 1;
	}
	vault_close(&in);
	if (code == 0)
		assert_int_equal(sum, BIG + 5);
	return code;
}

static int64_t
length(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 ? st.st_size : -1;
}

static void
it_comes_back(void **state)
{
	struct kit *k = *state;
	uint8_t id[VAULT_ID_OCTETS];
	int64_t octets;
	struct err err;
	struct stat st;
	assert_int_equal(lock_up(k, &err), 0);
	assert_int_equal(read_all(k, &err), 0);
	assert_int_equal(vault_who(k->file, id, &octets, &err), 0);
	assert_memory_equal(id, k->opens.id, sizeof(id));
	assert_int_equal(octets, length(k->file));
	assert_int_equal(stat(k->file, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	/* Twice the same is never the same file: each has a key of its own. */
	assert_true(octets > BIG);
}

static void
a_flipped_bit_is_found_anywhere(void **state)
{
	struct kit *k = *state;
	struct err err;
	assert_int_equal(lock_up(k, &err), 0);
	int64_t whole = length(k->file);
	int fd = open(k->file, O_RDWR);
	for (int64_t at = 0; at < whole; at += at < 140 ? 1 : 9973) {
		uint8_t octet;
		assert_int_equal(pread(fd, &octet, 1, at), 1);
		octet ^= 4;
		assert_int_equal(pwrite(fd, &octet, 1, at), 1);
		int code = read_all(k, &err);
		assert_true(code == VAULT_ALTERED || code == VAULT_CUT ||
			    (at < 8 && code == VAULT_FORM) ||
			    (at >= 8 && at < 24 && code == VAULT_WRONG_KEY));
		assert_true(err.text[0] != '\0');
		octet ^= 4;
		assert_int_equal(pwrite(fd, &octet, 1, at), 1);
	}
	close(fd);
	assert_int_equal(read_all(k, &err), 0);
}

static void
a_cut_is_found_at_any_place(void **state)
{
	struct kit *k = *state;
	struct err err;
	assert_int_equal(lock_up(k, &err), 0);
	int64_t whole = length(k->file);
	/* At the ends of chunks, too, where nothing looks torn. */
	const int64_t ends[] = {whole - 1, whole - 17, 128 + 2 * (65536 + 17),
	    128 + 65536 + 17, 128 + 65536, 129, 128, 127, 25, 8};
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		assert_int_equal(truncate(k->file, ends[i]), 0);
		assert_int_equal(read_all(k, &err), VAULT_CUT);
	}
	assert_int_equal(truncate(k->file, 7), 0);
	assert_int_equal(read_all(k, &err), VAULT_FORM);
}

static void
more_behind_the_end_is_found(void **state)
{
	struct kit *k = *state;
	struct err err;
	assert_int_equal(lock_up(k, &err), 0);
	int fd = open(k->file, O_WRONLY | O_APPEND);
	assert_int_equal(write(fd, "x", 1), 1);
	close(fd);
	int code = read_all(k, &err);
	assert_true(code == VAULT_ALTERED || code == VAULT_CUT);
}

static void
wrong_keys_are_named(void **state)
{
	struct kit *k = *state;
	struct err err;
	struct vault_key other;
	char public_file[PATH_OCTETS], secret_file[PATH_OCTETS];
	name(public_file, k, "b.public");
	name(secret_file, k, "b.secret");
	assert_int_equal(lock_up(k, &err), 0);
	assert_null(vault_open(k->file, &k->locks, &err));
	assert_int_equal(err.code, VAULT_WRONG_KEY);
	assert_int_equal(vault_key_make(public_file, secret_file, &err), 0);
	assert_int_equal(vault_key_read(&other, secret_file, &err), 0);
	assert_null(vault_open(k->file, &other, &err));
	assert_int_equal(err.code, VAULT_WRONG_KEY);
	/* Nothing is written over. */
	assert_int_equal(
	    vault_key_make(public_file, secret_file, &err), VAULT_KEY_WRITE);
	assert_int_equal(chmod(secret_file, 0644), 0);
	assert_int_equal(
	    vault_key_read(&other, secret_file, &err), VAULT_KEY_OPEN);
	assert_int_equal(vault_key_read(&other, k->file, &err), VAULT_KEY_FORM);
	assert_int_equal(
	    vault_key_read(&other, "/nowhere", &err), VAULT_KEY_READ);
	unlink(public_file);
	unlink(secret_file);
}

/* The disk takes so much and no more; what was there stays. */
static int
lock_up_within(const struct kit *k, rlim_t octets)
{
	pid_t pid = fork();
	int status;
	if (pid == 0) {
		struct rlimit limit = {octets, octets};
		struct err err;
		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		_exit(-lock_up(k, &err));
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return -WEXITSTATUS(status);
}

static void
a_full_disk_leaves_what_was(void **state)
{
	struct kit *k = *state;
	char part[PATH_OCTETS];
	struct err err;
	name(part, k, "a.backup.part");
	assert_int_equal(lock_up(k, &err), 0);
	for (rlim_t octets = 0; octets < 200000; octets += 33333) {
		assert_int_equal(lock_up_within(k, octets), VAULT_FULL);
		assert_int_equal(length(part), -1);
		assert_int_equal(read_all(k, &err), 0);
	}
}

static void
a_folder_that_is_not_there(void **state)
{
	struct kit *k = *state;
	struct err err;
	struct kit away = *k;
	snprintf(away.file, sizeof(away.file), "/nowhere/a.backup");
	assert_int_equal(lock_up(&away, &err), VAULT_IO);
	assert_null(vault_open(away.file, &k->opens, &err));
	assert_int_equal(err.code, VAULT_IO);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(it_comes_back, begin, end),
	    cmocka_unit_test_setup_teardown(
		a_flipped_bit_is_found_anywhere, begin, end),
	    cmocka_unit_test_setup_teardown(
		a_cut_is_found_at_any_place, begin, end),
	    cmocka_unit_test_setup_teardown(
		more_behind_the_end_is_found, begin, end),
	    cmocka_unit_test_setup_teardown(wrong_keys_are_named, begin, end),
	    cmocka_unit_test_setup_teardown(
		a_full_disk_leaves_what_was, begin, end),
	    cmocka_unit_test_setup_teardown(
		a_folder_that_is_not_there, begin, end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
