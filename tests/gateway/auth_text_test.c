/* A user's phone, and the second factor behind what is asked by text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/totp.h"
#include "gateway/admin/auth_text.h"
#include "gateway/admin/caller.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_user.h"
#include "tests/gateway/auth_world.h"

#define T0 INT64_C(1769000000000)
#define PHONE "+254733000009"

struct place {
	struct auth_world a;
	struct store *store;
	int64_t person_id;
};

static void
committed(void *arg, bool ok)
{
	*(bool *)arg = ok;
}

static void
commit(struct place *p)
{
	bool ok = false;

	store_commit(p->store, committed, &ok);
	assert_true(ok);
}

static int
setup(void **state)
{
	struct place *p = calloc(1, sizeof(*p));
	struct user user = {.name = "amina", .role = CALLER_ADMIN};
	struct person person;

	auth_world_open(&p->a, AUTH_TOTP_OPTIONAL);
	p->store = p->a.w.store;
	store_begin(p->store);
	assert_true(store_phone_ensure(
			p->store, PHONE, PARTY_PHONE, T0, &p->person_id) != 0);
	assert_true(store_person_get(p->store, p->person_id, &person));
	person.roles = PERSON_ADMIN;
	store_person_put(p->store, &person);
	store_user_add(p->store, &user);
	memset(user.totp, 7, sizeof(user.totp));
	user.totp_begun = user.totp_on = true;
	store_user_put(p->store, &user);
	str_copy(user.name, sizeof(user.name), str_from("juma"));
	user.totp_begun = user.totp_on = false;
	store_user_add(p->store, &user);
	commit(p);
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct place *p = *state;

	auth_world_close(&p->a);
	free(p);
	return 0;
}

static int
tie(struct place *p, const char *name, const char *phone)
{
	char path[64], json[80];

	snprintf(path, sizeof(path), "/api/v1/users/%s/phone", name);
	snprintf(json, sizeof(json), "{\"phone\":\"%s\"}", phone);
	(void)auth_world_local(&p->a, path, json);
	return p->a.w.http_status;
}

static enum handler_code
say(struct place *p, int64_t code_ms, int64_t now_ms, bool sure)
{
	uint8_t key[TOTP_KEY_OCTETS];
	char digits[16];
	struct turn turn = {
	    .store = p->store, .now_ms = now_ms, .clock_sure = sure};
	enum handler_code found;

	memset(key, 7, sizeof(key));
	snprintf(digits, sizeof(digits), "%06u",
	    (unsigned)totp_code(
		span_of(key, sizeof(key)), code_ms / TOTP_STEP_MS, 6));
	store_begin(p->store);
	found = auth_text_code(&turn, p->person_id, str_from(digits));
	commit(p);
	return found;
}

static void
only_an_admins_phone_is_tied(void **state)
{
	struct place *p = *state;
	struct user user;

	assert_int_equal(tie(p, "amina", "0722000001"), 422);
	assert_int_equal(tie(p, "amina", "nonsense"), 422);
	assert_int_equal(tie(p, "amina", PHONE), 200);
	assert_int_equal(json_int(p->a.w.reply, "person", 0), p->person_id);
	assert_int_equal(tie(p, "juma", PHONE), 409);
	assert_int_equal(tie(p, "amina", ""), 200);
	assert_int_equal(tie(p, "juma", PHONE), 200);
	store_begin(p->store);
	assert_true(store_user_of_person(p->store, p->person_id, &user));
	assert_string_equal(user.name, "juma");
	assert_false(store_user_of_person(p->store, 0, &user));
	commit(p);
}

static void
a_code_counts_once(void **state)
{
	struct place *p = *state;

	assert_int_equal(say(p, T0, T0, true), HANDLER_CODE_NONE);
	assert_int_equal(tie(p, "amina", PHONE), 200);
	assert_int_equal(say(p, T0, T0, false), HANDLER_CODE_NONE);
	assert_int_equal(say(p, T0, T0, true), HANDLER_CODE_RIGHT);
	assert_int_equal(say(p, T0, T0, true), HANDLER_CODE_WRONG);
	assert_int_equal(
	    say(p, T0 + 60000, T0 + 60000, true), HANDLER_CODE_RIGHT);
}

static void
wrong_ones_slow_it_down(void **state)
{
	struct place *p = *state;
	int64_t later = T0 + INT64_C(2) * 3600000;

	assert_int_equal(tie(p, "amina", PHONE), 200);
	for (int i = 0; i < 5; i++)
		assert_int_equal(
		    say(p, T0 - 900000, T0, true), HANDLER_CODE_WRONG);
	assert_int_equal(say(p, T0, T0 + 1, true), HANDLER_CODE_NONE);
	assert_int_equal(say(p, later, later, true), HANDLER_CODE_RIGHT);
	assert_int_equal(say(p, later, later, true), HANDLER_CODE_WRONG);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		only_an_admins_phone_is_tied, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		a_code_counts_once, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		wrong_ones_slow_it_down, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
