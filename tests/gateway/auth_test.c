/* Users, sessions and the second factor, as a browser meets them. */
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
#include "gateway/admin/auth_impl.h"
#include "tests/gateway/auth_world.h"

#define MINUTE_MS 60000
#define HOUR_MS (60 * MINUTE_MS)
#define WORDS "two sacks of beans"
#define LOGIN "/api/v1/login"
#define ME "/api/v1/me"

static int
setup(void **state)
{
	struct auth_world *a = calloc(1, sizeof(*a));

	auth_world_open(a, AUTH_TOTP_OPTIONAL);
	*state = a;
	return 0;
}

static int
teardown(void **state)
{
	auth_world_close(*state);
	free(*state);
	return 0;
}

static void
add(struct auth_world *a, const char *name, const char *role)
{
	char json[160];

	snprintf(json, sizeof(json),
	    "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"" WORDS "\"}",
	    name, role);
	auth_world_local(a, "/api/v1/users", json);
	assert_int_equal(a->w.http_status, 201);
}

static int
login(struct auth_world *a, const char *name, const char *password,
    const char *totp)
{
	char json[200];

	snprintf(json, sizeof(json),
	    "{\"name\":\"%s\",\"password\":\"%s\",\"totp\":\"%s\"}", name,
	    password, totp);
	return auth_world_in(a, LOGIN, json);
}

static int
give_code(struct auth_world *a, const char *code)
{
	char json[160];

	snprintf(json, sizeof(json),
	    "{\"code\":\"%s\",\"name\":\"amina\",\"password\":\"" WORDS "\"}",
	    code);
	return auth_world_in(a, "/api/v1/setup", json);
}

static void
take_code(struct auth_world *a, char dst[16])
{
	json_t *reply = auth_world_local(a, "/api/v1/setup-code", "{}");

	str_copy(dst, 16, str_from(json_text(reply, "code", "")));
	assert_int_equal(a->w.http_status, 201);
}

static void
the_first_run(void **state)
{
	struct auth_world *a = *state;
	char code[16], old[16];

	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
	assert_int_equal(give_code(a, "2222-2222"), 403); /* there is none */
	take_code(a, old);
	take_code(a, code);
	assert_int_equal(give_code(a, old), 403);
	clock_fake_turn(&a->w.clock, 24 * HOUR_MS);
	assert_int_equal(give_code(a, code), 403); /* too late */
	take_code(a, code);
	assert_int_equal(give_code(a, code), 201);
	assert_string_equal(json_text(a->w.reply, "role", ""), "admin");
	assert_non_null(strstr(a->w.http_head, "HttpOnly; SameSite=Strict"));
	assert_int_equal(auth_world_ask(a, "/api/v1/users", NULL), 200);
	assert_int_equal(give_code(a, code), 409);
	auth_world_local(a, "/api/v1/setup-code", "{}");
	assert_int_equal(a->w.http_status, 409);
}

static void
ten_wrong_codes_and_it_is_void(void **state)
{
	struct auth_world *a = *state;
	char code[16];

	take_code(a, code);
	for (int i = 0; i < 10; i++) {
		assert_int_equal(give_code(a, "2222-2222"), 403);
		clock_fake_turn(&a->w.clock, 5 * MINUTE_MS);
	}
	assert_int_equal(give_code(a, code), 403);
}

static void
a_session_cannot_be_fixed(void **state)
{
	struct auth_world *a = *state;
	char mine[64] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
	     first[64];

	add(a, "amina", "admin");
	snprintf(a->w.more, sizeof(a->w.more), "Cookie: furrow=%s\r\n", mine);
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_string_not_equal(a->cookie, mine);
	memcpy(first, a->cookie, sizeof(first));
	assert_int_equal(login(a, "Amina", WORDS, ""), 200);
	assert_string_not_equal(a->cookie, first);
	memcpy(a->cookie, mine, sizeof(mine));
	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
}

static int
change_with(
    struct auth_world *a, const char *type, const char *csrf, const char *more)
{
	snprintf(a->w.more, sizeof(a->w.more),
	    "Cookie: furrow=%s\r\nX-CSRF-Token: %s\r\n%s", a->cookie, csrf,
	    more);
	world_ask(&a->w, "/api/v1/me/language", type, "{\"language\":\"sw\"}");
	a->w.more[0] = '\0';
	return a->w.http_status;
}

static void
no_other_site_changes_anything(void **state)
{
	struct auth_world *a = *state;
	static const char json[] = "application/json";

	add(a, "amina", "viewer");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_int_equal(change_with(a, json, a->csrf, ""), 204);
	assert_int_equal(change_with(a, json, "", ""), 403);
	assert_int_equal(change_with(a, json, a->cookie, ""), 403);
	assert_int_equal(change_with(a, "text/plain", a->csrf, ""), 415);
	assert_int_equal(
	    change_with(a, "application/x-www-form-urlencoded", a->csrf, ""),
	    415);
	assert_int_equal(
	    change_with(a, json, a->csrf, "Origin: https://evil\r\n"), 403);
	assert_int_equal(
	    change_with(a, json, a->csrf, "Origin: null\r\n"), 403);
	assert_int_equal(
	    change_with(a, json, a->csrf, "Origin: http://furrow\r\n"), 204);
	assert_int_equal(
	    change_with(a, json, a->csrf, "Sec-Fetch-Site: cross-site\r\n"),
	    403);
	assert_int_equal(
	    change_with(a, json, a->csrf, "Sec-Fetch-Site: same-origin\r\n"),
	    204);
	snprintf(a->w.more, sizeof(a->w.more), "Origin: https://evil\r\n");
	assert_int_equal(login(a, "amina", WORDS, ""), 403);
}

static void
sessions_end_by_the_clock(void **state)
{
	struct auth_world *a = *state;

	add(a, "amina", "viewer");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	clock_fake_turn(&a->w.clock, 30 * MINUTE_MS);
	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	for (int i = 0; i < 35; i++) { /* 11 h 40 min */
		clock_fake_turn(&a->w.clock, 20 * MINUTE_MS);
		assert_int_equal(auth_world_ask(a, ME, NULL), 200);
	}
	clock_fake_turn(&a->w.clock, 20 * MINUTE_MS);
	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
}

static void
sessions_end_with_what_they_stood_on(void **state)
{
	static const char *const acts[][2] = {
	    {"/api/v1/users/amina/role", "{\"role\":\"operator\"}"},
	    {"/api/v1/users/amina/logout", "{}"},
	    {"/api/v1/users/amina/totp-off", "{}"},
	    {"/api/v1/users/amina/password", "{\"password\":\"" WORDS "\"}"},
	    {"/api/v1/users/amina/disable", "{}"}};
	struct auth_world *a = *state;

	add(a, "amina", "viewer");
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		assert_int_equal(login(a, "amina", WORDS, ""), 200);
		assert_int_equal(auth_world_ask(a, ME, NULL), 200);
		auth_world_local(a, acts[i][0], acts[i][1]);
		assert_int_equal(a->w.http_status, 200);
		assert_int_equal(auth_world_ask(a, ME, NULL), 401);
	}
	assert_int_equal(login(a, "amina", WORDS, ""), 401); /* disabled */
}

static void
ones_own_password_and_sessions(void **state)
{
	struct auth_world *a = *state;
	char other[64];

	add(a, "amina", "viewer");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	memcpy(other, a->cookie, sizeof(other));
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_int_equal(auth_world_ask(a, ME "/password",
			     "{\"old\":\"x\",\"new\":\"three sacks of it\"}"),
	    403);
	assert_int_equal(auth_world_ask(a, ME "/password",
			     "{\"old\":\"" WORDS "\",\"new\":\"password1\"}"),
	    422);
	assert_int_equal(auth_world_ask(a, ME "/sessions/1/end", "{}"), 204);
	assert_int_equal(auth_world_ask(a, ME "/sessions/1/end", "{}"), 404);
	snprintf(a->w.more, sizeof(a->w.more),
	    "Cookie: furrow=%s\r\nX-CSRF-Token: %s\r\n", a->cookie, a->csrf);
	assert_int_equal(
	    auth_world_in(a, ME "/password",
		"{\"old\":\"" WORDS "\",\"new\":\"three sacks of it\"}"),
	    200);
	assert_int_equal(auth_world_ask(a, ME, NULL), 200);
	assert_int_equal(auth_world_ask(a, "/api/v1/logout", "{}"), 204);
	assert_non_null(strstr(
	    a->w.http_head, "Clear-Site-Data: \"cache\", \"cookies\"\r"));
	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
	memcpy(a->cookie, other, sizeof(other));
	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
}

static void
who_is_wrong_too_often_waits(void **state)
{
	static const char *const names[] = {"amina", "nobody-such"};
	struct auth_world *a = *state;

	add(a, "amina", "viewer");
	/* What is there and what is not: the same answers, the same work. */
	for (int n = 0; n < 2; n++) {
		unsigned long before = a->auth->hashes;
		for (int i = 0; i < 6; i++)
			assert_int_equal(login(a, names[n], "no", ""), 401);
		assert_int_equal(a->auth->hashes - before, 6);
		assert_int_equal(login(a, names[n], WORDS, ""), 429);
		assert_non_null(strstr(a->w.http_head, "Retry-After: 1"));
		assert_int_equal(a->auth->hashes - before, 6);
	}
	clock_fake_turn(&a->w.clock, 1000);
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_int_equal(login(a, "amina", "no", ""), 401); /* from 0 again */
}

/* Guesses from ever new places (here: an hour apart, when places are forgotten)
 * are slowed down; whether somebody has the name is not to be seen by it. */
static void
many_places_learn_no_names(void **state)
{
	static const char *const names[] = {"amina", "nobody-such"};
	struct auth_world *a = *state;

	add(a, "amina", "viewer");
	for (int n = 0; n < 2; n++) {
		for (int i = 0; i < 21; i++) {
			clock_fake_turn(&a->w.clock, HOUR_MS);
			assert_int_equal(login(a, names[n], "no", ""), 401);
		}
		assert_int_equal(login(a, names[n], "no", ""), 429);
		assert_non_null(strstr(a->w.http_head, "Retry-After: 1\r"));
	}
	clock_fake_turn(&a->w.clock, MINUTE_MS);
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
}

/* Whoever took a password long ago is not let stay by mere number. */
static void
so_many_sessions_and_no_more(void **state)
{
	struct auth_world *a = *state;
	char first[64], second[64], last[64];

	add(a, "amina", "viewer");
	for (int i = 0; i <= AUTH_SESSIONS_MOST; i++) {
		clock_fake_turn(&a->w.clock, 2 * MINUTE_MS);
		if (i == 2) { /* the first one is in use again */
			memcpy(a->cookie, first, sizeof(first));
			assert_int_equal(auth_world_ask(a, ME, NULL), 200);
		}
		assert_int_equal(login(a, "amina", WORDS, ""), 200);
		assert_int_equal(
		    json_int(a->w.reply, "ended", -1), i == AUTH_SESSIONS_MOST);
		if (i < 2)
			memcpy(
			    i == 0 ? first : second, a->cookie, sizeof(first));
	}
	memcpy(last, a->cookie, sizeof(last));
	memcpy(a->cookie, second, sizeof(second));
	assert_int_equal(auth_world_ask(a, ME, NULL), 401);
	memcpy(a->cookie, first, sizeof(first));
	assert_int_equal(auth_world_ask(a, ME, NULL), 200);
	memcpy(a->cookie, last, sizeof(last));
	assert_int_equal(auth_world_ask(a, ME "/sessions", NULL), 200);
	assert_int_equal(json_array_size(json_object_get(a->w.reply, "items")),
	    AUTH_SESSIONS_MOST);
}

/* Whoever closes the page instead of signing out is told of no sessions that
 * are over anyway. */
static void
what_is_over_makes_no_room(void **state)
{
	struct auth_world *a = *state;

	add(a, "amina", "viewer");
	for (int i = 0; i < AUTH_SESSIONS_MOST + 3; i++) {
		assert_int_equal(login(a, "amina", WORDS, ""), 200);
		assert_int_equal(json_int(a->w.reply, "ended", -1), 0);
		clock_fake_turn(&a->w.clock, 30 * MINUTE_MS);
	}
}

/* A small computer without a clock of its own starts in the past: all sessions
 * there are were used later than the one that begins. */
static void
a_clock_put_back_shuts_nobody_out(void **state)
{
	struct auth_world *a = *state;

	add(a, "amina", "admin");
	for (int i = 0; i < AUTH_SESSIONS_MOST; i++)
		assert_int_equal(login(a, "amina", WORDS, ""), 200);
	a->w.clock.wall_ms -= 2 * MINUTE_MS; /* set right a little */
	assert_int_equal(auth_world_ask(a, ME, NULL), 200);
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_int_equal(json_int(a->w.reply, "ended", -1), 1);
	assert_int_equal(auth_world_ask(a, ME, NULL), 200);
	a->w.clock.wall_ms -= 24 * 60 * MINUTE_MS;
	assert_int_equal(auth_world_ask(a, ME, NULL), 401); /* not a day */
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_int_equal(json_int(a->w.reply, "ended", -1), 0);
	assert_int_equal(auth_world_ask(a, ME, NULL), 200);
}

/* A console left open on a table: who sits down there makes no users. */
static void
the_password_once_more(void **state)
{
	static const char *const guarded[][2] = {
	    {"/api/v1/users", "{\"name\":\"x\"}"},
	    {"/api/v1/users/juma/totp-off", "{}"},
	    {"/api/v1/tokens", "{\"name\":\"t\"}"},
	    {"/api/v1/erasures", "{\"phone\":\"0722000001\"}"},
	    {"/api/v1/people/import", "{}"},
	    {"/api/v1/people",
		"{\"phone\":\"0722000009\",\"roles\":\"admin\"}"},
	    {"/api/v1/audit/accept", "{}"}};
	const char *proof = ME "/proof", *role = "/api/v1/users/juma/role";
	struct auth_world *a = *state;

	add(a, "amina", "admin");
	add(a, "juma", "viewer");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_int_equal(
	    auth_world_ask(a, role, "{\"role\":\"operator\"}"), 200);
	clock_fake_turn(&a->w.clock, 15 * MINUTE_MS);
	for (size_t i = 0; i < sizeof(guarded) / sizeof(guarded[0]); i++) {
		assert_int_equal(
		    auth_world_ask(a, guarded[i][0], guarded[i][1]), 403);
		assert_string_equal(
		    json_text(a->w.reply, "need", ""), "password");
	}
	assert_int_equal(auth_world_ask(a, "/api/v1/users", NULL), 200);
	assert_int_equal(
	    auth_world_ask(a, "/api/v1/areas", "{\"area\":\"Siaya\"}"), 201);
	assert_int_equal(auth_world_ask(a, "/api/v1/people",
			     "{\"phone\":\"0722000009\",\"roles\":\"buyer\"}"),
	    201);
	assert_int_equal(
	    auth_world_ask(a, proof, "{\"password\":\"no\"}"), 403);
	assert_int_equal(auth_world_ask(a, role, "{\"role\":\"viewer\"}"), 403);
	assert_int_equal(
	    auth_world_ask(a, proof, "{\"password\":\"" WORDS "\"}"), 204);
	assert_int_equal(auth_world_ask(a, role, "{\"role\":\"viewer\"}"), 200);
	clock_fake_turn(&a->w.clock, 15 * MINUTE_MS);
	assert_int_equal(
	    auth_world_ask(a, role, "{\"role\":\"operator\"}"), 403);
	/* What one browser has proven is not another's. */
	assert_int_equal(
	    auth_world_ask(a, proof, "{\"password\":\"" WORDS "\"}"), 204);
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	clock_fake_turn(&a->w.clock, 14 * MINUTE_MS);
	assert_int_equal(
	    auth_world_ask(a, role, "{\"role\":\"operator\"}"), 200);
	clock_fake_turn(&a->w.clock, MINUTE_MS);
	assert_int_equal(auth_world_ask(a, role, "{\"role\":\"viewer\"}"), 403);
}

static void
code_of(struct auth_world *a, const char *name, char dst[8])
{
	struct user user;

	assert_true(store_user_find(a->w.reader, name, &user));
	snprintf(dst, 8, "%06u",
	    (unsigned)totp_code(span_of(user.totp, sizeof(user.totp)),
		a->w.clock.wall_ms / TOTP_STEP_MS, 6));
}

static void
set_up_totp(struct auth_world *a, char spare[16])
{
	char code[8], json[64];

	assert_int_equal(
	    auth_world_ask(a, ME "/totp/start", "{\"password\":\"no\"}"), 403);
	assert_int_equal(
	    auth_world_ask(a, ME "/totp/start", "{\"password\":\"" WORDS "\"}"),
	    200);
	assert_int_equal(
	    auth_world_ask(a, ME "/totp/confirm", "{\"totp\":\"1\"}"), 422);
	code_of(a, "amina", code);
	snprintf(json, sizeof(json), "{\"totp\":\"%s\"}", code);
	assert_int_equal(auth_world_ask(a, ME "/totp/confirm", json), 200);
	str_copy(spare, 16,
	    str_from(json_string_value(
		json_array_get(json_object_get(a->w.reply, "recovery"), 0))));
}

static void
the_second_factor(void **state)
{
	struct auth_world *a = *state;
	char code[8], spare[16];

	add(a, "amina", "admin");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	set_up_totp(a, spare);
	assert_int_equal(login(a, "amina", WORDS, ""), 401);
	assert_string_equal(json_text(a->w.reply, "need", ""), "totp");
	code_of(a, "amina", code);
	assert_int_equal(login(a, "amina", WORDS, code), 401); /* used */
	clock_fake_turn(&a->w.clock, TOTP_STEP_MS);
	code_of(a, "amina", code);
	assert_int_equal(login(a, "amina", "no", code), 401);
	assert_int_equal(login(a, "amina", WORDS, code), 200);
	assert_int_equal(login(a, "amina", WORDS, code), 401);
	assert_int_equal(login(a, "amina", WORDS, spare), 200);
	assert_int_equal(login(a, "amina", WORDS, spare), 401);
	auth_world_local(a, "/api/v1/users/amina/totp-off", "{}");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
}

static void
admins_must_have_one(void **state)
{
	struct auth_world *a = *state;
	char spare[16];

	a->auth->config.totp = AUTH_TOTP_REQUIRED_ADMIN;
	add(a, "amina", "admin");
	assert_int_equal(login(a, "amina", WORDS, ""), 200);
	assert_string_equal(json_text(a->w.reply, "need", ""), "totp");
	assert_int_equal(auth_world_ask(a, "/api/v1/users", NULL), 403);
	set_up_totp(a, spare);
	assert_int_equal(auth_world_ask(a, "/api/v1/users", NULL), 200);
}

static void
an_admin_is_left(void **state)
{
	struct auth_world *a = *state;

	add(a, "amina", "admin");
	auth_world_local(a, "/api/v1/users/amina/disable", "{}");
	assert_int_equal(a->w.http_status, 409);
	auth_world_local(
	    a, "/api/v1/users/amina/role", "{\"role\":\"viewer\"}");
	assert_int_equal(a->w.http_status, 409);
	auth_world_local(a, "/api/v1/users/amina/remove", "{}");
	assert_int_equal(a->w.http_status, 409);
	add(a, "juma", "admin");
	auth_world_local(a, "/api/v1/users/amina/remove", "{}");
	assert_int_equal(a->w.http_status, 200);
	assert_int_equal(login(a, "amina", WORDS, ""), 401);
}

int
main(void)
{
#define TEST(fn) cmocka_unit_test_setup_teardown(fn, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(the_first_run),
	    TEST(ten_wrong_codes_and_it_is_void),
	    TEST(a_session_cannot_be_fixed),
	    TEST(no_other_site_changes_anything),
	    TEST(sessions_end_by_the_clock),
	    TEST(sessions_end_with_what_they_stood_on),
	    TEST(ones_own_password_and_sessions),
	    TEST(who_is_wrong_too_often_waits),
	    TEST(many_places_learn_no_names),
	    TEST(so_many_sessions_and_no_more),
	    TEST(what_is_over_makes_no_room),
	    TEST(a_clock_put_back_shuts_nobody_out),
	    TEST(the_password_once_more),
	    TEST(the_second_factor),
	    TEST(admins_must_have_one),
	    TEST(an_admin_is_left),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
