/* Users of the console, their sessions and codes; tokens of scripts. */
#include "tests/gateway/store_kit.h"

#include <string.h>

#include "gateway/store/store_api_token.h"
#include "gateway/store/store_login.h"
#include "gateway/store/store_user.h"

#define ADMIN 3

static struct span
hash(const char *letters)
{
	return span_of(letters, 32);
}

#define HASH_A "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define HASH_B "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

static struct user
add(struct kit *kit, const char *name, int role)
{
	struct user user = {.role = role, .made_ms = T0};

	strcpy(user.name, name);
	strcpy(user.password, "$argon2id$");
	store_user_add(kit->store, &user);
	assert_true(user.id > 0);
	return user;
}

static void
a_user_comes_and_goes(void **state)
{
	struct kit *kit = *state;
	struct user amina, got;

	kit_begin(kit);
	assert_int_equal(store_user_count(kit->store), 0);
	amina = add(kit, "amina", ADMIN);
	add(kit, "juma", 1);
	amina.disabled_ms = T0 + 5;
	amina.totp_begun = amina.totp_on = true;
	memset(amina.totp, 7, sizeof(amina.totp));
	amina.totp_step = 99;
	amina.failed = 3;
	strcpy(amina.language, "sw");
	assert_int_equal(store_user_count_role(kit->store, ADMIN), 1);
	store_user_put(kit->store, &amina);
	assert_int_equal(store_user_count_role(kit->store, ADMIN), 0);
	assert_true(store_user_find(kit->store, "amina", &got));
	amina.password_ms = 0;
	assert_memory_equal(&got, &amina, sizeof(got));
	store_user_recovery_add(kit->store, amina.id, hash(HASH_A));
	assert_false(
	    store_user_recovery_take(kit->store, amina.id + 1, hash(HASH_A)));
	assert_true(
	    store_user_recovery_take(kit->store, amina.id, hash(HASH_A)));
	assert_false(
	    store_user_recovery_take(kit->store, amina.id, hash(HASH_A)));
	store_user_remove(kit->store, amina.id);
	assert_false(store_user_get(kit->store, amina.id, &got));
	assert_int_equal(store_user_count(kit->store), 1);
	assert_true(add(kit, "amina", 1).id > amina.id); /* never again */
	kit_commit(kit);
}

static bool
count_login(void *arg, const struct login *login)
{
	int *count = arg;

	assert_int_equal(login->ended_ms, 0);
	(*count)++;
	return true;
}

static void
sessions_end_one_by_one_or_all(void **state)
{
	struct kit *kit = *state;
	struct login a = {.user_id = 7, .made_ms = T0, .address = "::1"};
	struct login b = {.user_id = 7, .made_ms = T0 + 1}, got;
	int count = 0;

	kit_begin(kit);
	store_login_add(kit->store, hash(HASH_A), &a);
	store_login_add(kit->store, hash(HASH_B), &b);
	store_login_seen(kit->store, a.id, T0 + 60);
	store_login_seen(kit->store, a.id, T0 + 30);
	assert_true(store_login_find(kit->store, hash(HASH_A), &got));
	assert_int_equal(got.seen_ms, T0 + 60);
	assert_true(store_login_known(kit->store, 7, "::1", T0));
	assert_false(store_login_known(kit->store, 7, "::1", T0 + 61));
	assert_false(store_login_known(kit->store, 8, "::1", T0));
	assert_false(store_login_end(kit->store, 8, a.id, T0 + 70));
	assert_int_equal(store_login_end_all(kit->store, 7, b.id, T0 + 70), 1);
	assert_false(store_login_end(kit->store, 7, a.id, T0 + 71));
	store_login_each(kit->store, 7, count_login, &count);
	assert_int_equal(count, 1);
	store_login_forget(kit->store, T0 + 50, T0 + 60);
	assert_false(store_login_find(kit->store, hash(HASH_B), &got));
	assert_true(store_login_find(kit->store, hash(HASH_A), &got));
	kit_commit(kit);
}

static void
a_token_is_revoked_once(void **state)
{
	struct kit *kit = *state;
	struct api_token token = {.role = 1, .made_ms = T0}, got;

	strcpy(token.scope, "messages:read");
	kit_begin(kit);
	store_api_token_add(kit->store, hash(HASH_A), &token);
	store_api_token_used(kit->store, token.id, T0 + 9);
	assert_true(store_api_token_revoke(kit->store, token.id, T0 + 10));
	assert_false(store_api_token_revoke(kit->store, token.id, T0 + 11));
	assert_true(store_api_token_find(kit->store, hash(HASH_A), &got));
	assert_int_equal(got.used_ms, T0 + 9);
	assert_int_equal(got.revoked_ms, T0 + 10);
	assert_string_equal(got.scope, "messages:read");
	assert_false(store_api_token_find(kit->store, hash(HASH_B), &got));
	kit_commit(kit);
}

static void
one_code_for_the_first_user(void **state)
{
	struct kit *kit = *state;
	struct setup_code code = {.made_ms = T0}, got;

	kit_begin(kit);
	assert_false(store_setup_get(kit->store, &got));
	store_setup_put(kit->store, &code);
	code.tries = 2;
	store_setup_put(kit->store, &code);
	assert_true(store_setup_get(kit->store, &got));
	assert_int_equal(got.tries, 2);
	store_setup_put(kit->store, NULL);
	assert_false(store_setup_get(kit->store, &got));
	kit_commit(kit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		a_user_comes_and_goes, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		sessions_end_one_by_one_or_all, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		a_token_is_revoked_once, kit_open, kit_close),
	    cmocka_unit_test_setup_teardown(
		one_code_for_the_first_user, kit_open, kit_close),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
