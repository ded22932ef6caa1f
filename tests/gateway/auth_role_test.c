/* Each role against each path of the API; what a token's scope narrows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"
#include "base/log.h"
#include "base/token.h"
#include "gateway/admin/api_impl.h"
#include "tests/gateway/auth_world.h"

#define FORM "application/x-www-form-urlencoded"

static void
make_token(struct auth_world *a, char dst[TOKEN_API_OCTETS], const char *role,
    const char *scope, int days)
{
	char json[160];
	json_t *reply;

	snprintf(json, sizeof(json),
	    "{\"name\":\"t\",\"role\":\"%s\",\"scope\":\"%s\",\"days\":%d}",
	    role, scope, days);
	reply = auth_world_local(a, "/api/v1/tokens", json);
	assert_int_equal(a->w.http_status, 201);
	str_copy(
	    dst, TOKEN_API_OCTETS, str_from(json_text(reply, "token", "")));
}

/* "/api/v1/orders/1/accept" */
static void
path_of(char *dst, size_t dst_octets, const struct api_route *r)
{
	const char *act = r->acts != NULL ? r->acts + 1 : "";

	snprintf(dst, dst_octets, "/api/v1/%s%s%s%.*s", r->resource,
	    r->name ? "/1" : "", act[0] != '\0' ? "/" : "",
	    (int)strcspn(act, " "), act);
}

static bool
is_about_role(const struct auth_world *a)
{
	return a->w.http_status == 403 &&
	       strstr(json_text(a->w.reply, "detail", ""), "the role") != NULL;
}

/* What changes something is only asked by those who may not: the others are
 * the business of each resource's own test.  What has no end is not read. */
static void
count_refusals(const char *line, void *arg)
{
	*(int *)arg += strstr(line, "api not_allowed") != NULL;
}

static void
each_role_and_each_path(void **state)
{
	char token[CALLER_ADMIN + 1][TOKEN_API_OCTETS], path[128];
	struct auth_world a;
	struct api_route r;
	int refused = 0, logged = 0, answered = 0;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	for (int role = CALLER_VIEWER; role <= CALLER_ADMIN; role++)
		make_token(&a, token[role],
		    caller_role_name((enum caller_role)role), "", 0);
	log_set_sink(count_refusals, &logged);
	for (size_t i = 0; api_route_at(i, &r); i++) {
		bool reads = r.method == HTTP_GET;
		path_of(path, sizeof(path), &r);
		assert_int_equal(
		    auth_world_token(&a, "furrow_x", path, reads ? NULL : "{}"),
		    401);
		assert_int_not_equal(r.role, CALLER_NOBODY);
		for (int role = CALLER_VIEWER; role < (int)r.role; role++) {
			auth_world_token(
			    &a, token[role], path, reads ? NULL : "{}");
			if (!is_about_role(&a))
				fail_msg("%s as %d", path, role);
			refused++;
		}
		if (!reads || strcmp(r.resource, "events") == 0)
			continue;
		auth_world_token(&a, token[r.role], path, NULL);
		if (is_about_role(&a) || a.w.http_status == 401)
			fail_msg("%s is refused", path);
		answered++;
	}
	log_set_sink(NULL, NULL);
	assert_true(refused > 50 && answered > 30);
	assert_int_equal(logged, refused);
	auth_world_close(&a);
}

static void
scopes_narrow(void **state)
{
	char token[TOKEN_API_OCTETS];
	struct auth_world a;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	make_token(&a, token, "operator", "orders:read sms", 2);
	assert_int_equal(
	    auth_world_token(&a, token, "/api/v1/orders", NULL), 200);
	assert_int_equal(
	    auth_world_token(&a, token, "/api/v1/orders/K7F/accept", "{}"),
	    403);
	assert_int_equal(
	    auth_world_token(&a, token, "/api/v1/people", NULL), 403);
	assert_int_equal(auth_world_token(&a, token, "/api/v1/messages",
			     "{\"to\":\"0722000001\",\"text\":\"hello\"}"),
	    201);
	assert_int_equal(auth_world_token(&a, token, "/api/v1/me", NULL), 200);
	assert_int_equal(
	    auth_world_token(&a, token, "/api/v1/me/sessions", NULL), 403);
	clock_fake_turn(&a.w.clock, 48 * 3600 * 1000);
	assert_int_equal(
	    auth_world_token(&a, token, "/api/v1/orders", NULL), 401);
	auth_world_close(&a);
}

/* Kannel's clients know of no X-CSRF-Token: no cookie may send by GET. */
static void
only_a_token_sends_as_kannel_does(void **state)
{
	const char *path = "/cgi-bin/sendsms?to=0722000001&text=hello";
	char token[TOKEN_API_OCTETS], more[128];
	struct auth_world a;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	make_token(&a, token, "operator", "sms", 0);
	assert_int_equal(auth_world_token(&a, token, path, NULL), 202);
	snprintf(more, sizeof(more), "Authorization: Bearer %s\r\n", token);
	str_copy(a.w.more, sizeof(a.w.more), str_from(more));
	world_ask(&a.w, "/cgi-bin/sendsms?to=0722000001", "text/plain", "hi");
	assert_int_equal(a.w.http_status, 202);
	world_ask(&a.w, "/cgi-bin/sendsms", FORM, "to=0722000001&text=hi");
	assert_int_equal(a.w.http_status, 202);
	world_ask(&a.w, "/cgi-bin/sendsms?username=u&to=0722000001&text=a",
	    NULL, NULL);
	assert_int_equal(a.w.http_status, 403);
	a.w.more[0] = '\0';
	auth_world_local(&a, "/api/v1/users",
	    "{\"name\":\"op\",\"role\":\"operator\",\"password\":\"three "
	    "words here\"}");
	assert_int_equal(
	    auth_world_in(&a, "/api/v1/login",
		"{\"name\":\"op\",\"password\":\"three words here\"}"),
	    200);
	assert_int_equal(auth_world_ask(&a, "/api/v1/orders", NULL), 200);
	assert_int_equal(auth_world_ask(&a, path, NULL), 403);
	auth_world_close(&a);
}

/* Every answer is a line of text, as Kannel's are. */
static void
kannels_forms_are_taken(void **state)
{
	static const struct {
		const char *path, *type, *body; /* %s: the token */
		int want;
		const char *words;
	} rows[] = {
	    {"", FORM, "username=t&password=%s&to=0722000001&text=a", 202,
		"0: Accepted for delivery"},
	    {"?to=0722000001&text=a", FORM, "user=t&pass=%s", 202, "0: Acc"},
	    {"", FORM, "username=t&password=%s&to=0722000001&text=a&deferred=5",
		202, "3: Queued for later delivery"},
	    {"", FORM, "username=u&password=%s&to=0722000001&text=a", 403,
		"username is not the name of that token"},
	    {"", FORM, "password=%s&to=0722000001&text=a", 403, "username"},
	    {"", FORM, "username=t&password=furrow_x&to=0722000001&text=a", 403,
		"Authorization failed for sendsms"},
	    {"", FORM, "username=t&password=%s&text=a", 400,
		"Missing receiver"},
	    {"", FORM, "username=t&password=%s&to=0722000001&text=", 422,
		"the text is empty, rejected"},
	    {"", FORM, "username=t&password=%s&to=711&text=a%00", 400, "(%00)"},
	    {"", "application/json", "{\"to\":\"%s\"}", 403, "Authorization"},
	    {"", "multipart/form-data; boundary=x", "%s", 403, "Authorization"},
	};
	char token[TOKEN_API_OCTETS], path[128], body[256];
	struct auth_world a;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	make_token(&a, token, "operator", "sms", 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *mark = strstr(rows[i].body, "%s");
		size_t before = mark != NULL ? (size_t)(mark - rows[i].body)
					     : strlen(rows[i].body);
		snprintf(
		    path, sizeof(path), "/cgi-bin/sendsms%s", rows[i].path);
		snprintf(body, sizeof(body), "%.*s%s%s", (int)before,
		    rows[i].body, mark != NULL ? token : "",
		    mark != NULL ? mark + 2 : "");
		world_ask(&a.w, path, rows[i].type, body);
		if (a.w.http_status != rows[i].want || a.w.reply != NULL ||
		    strstr(a.w.http_head, "text/plain") == NULL ||
		    strstr(a.w.http_head, rows[i].words) == NULL)
			fail_msg("%s: %s", rows[i].body, a.w.http_head);
	}
	auth_world_close(&a);
}

static void
a_token_that_sends_too_much_waits(void **state)
{
	const char *path = "/cgi-bin/sendsms?to=0722000001&text=hello";
	char token[TOKEN_API_OCTETS];
	struct auth_world a;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	a.w.api->config.sendsms_per_minute = 6;
	make_token(&a, token, "operator", "sms", 0);
	for (int i = 0; i < 6; i++)
		assert_int_equal(auth_world_token(&a, token, path, NULL), 202);
	assert_int_equal(auth_world_token(&a, token, path, NULL), 503);
	assert_non_null(strstr(a.w.http_head, "Retry-After: 10\r\n"));
	assert_null(a.w.reply);
	clock_fake_turn(&a.w.clock, 10000);
	assert_int_equal(auth_world_token(&a, token, path, NULL), 202);
	auth_world_close(&a);
}

static void
revoked_is_over(void **state)
{
	char token[TOKEN_API_OCTETS];
	struct auth_world a;
	struct caller caller;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	make_token(&a, token, "viewer", "metrics numbers", 0);
	assert_true(auth_token(a.auth, str_from(token), "metrics", &caller));
	assert_true(caller.numbers);
	assert_false(auth_token(a.auth, str_from(token), "sms", &caller));
	assert_int_equal(caller.role, CALLER_NOBODY);
	auth_world_local(&a, "/api/v1/tokens/1/revoke", "{}");
	assert_int_equal(a.w.http_status, 200);
	assert_false(auth_token(a.auth, str_from(token), "metrics", &caller));
	auth_world_close(&a);
}

/* -- the table itself, judged by hand --------------------------------------
 */

/* Who looks, looks at the market; these are about users, keys, and who is in a
 * protected set. */
static const char *const admins_read[] = {"weights", "privacy", "erasures",
    "retention", "audit", "users", "tokens", "backups", "webhooks", NULL};
/* What cannot be taken back, spends what all have, or makes somebody more. */
static const char *const admins_change[] = {"broadcasts", "broadcasts resume",
    "people/import", "areas/import", "catalogue/import", "weights",
    "weights join", "campaigns", "campaigns end", "links ussd", "privacy",
    "erasures", "users", "users role", "setup-code", "tokens", "tokens revoke",
    "audit", "backup", "backups run", "webhooks test", NULL};

static bool
is_in(const char *const list[], const char *text)
{
	for (size_t i = 0; list[i] != NULL; i++)
		if (strcmp(list[i], text) == 0)
			return true;
	return false;
}

static size_t
count_of(const char *const list[])
{
	size_t count = 0;

	while (list[count] != NULL)
		count++;
	return count;
}

static void
the_table_says_what_we_mean(void **state)
{
	struct api_route r;
	size_t read = 0, changed = 0;
	(void)state;
	for (size_t i = 0; api_route_at(i, &r); i++) {
		bool gets = r.method == HTTP_GET;
		enum caller_role least = gets ? CALLER_VIEWER : CALLER_OPERATOR;
		const char *act = r.acts != NULL ? r.acts : "";
		char text[64];
		snprintf(text, sizeof(text), "%s%.*s", r.resource,
		    (int)(act[0] != '\0' ? 1 + strcspn(act + 1, " ") : 0), act);
		if (is_in(gets ? admins_read : admins_change, text)) {
			least = CALLER_ADMIN;
			*(gets ? &read : &changed) += 1;
		} else if (strcmp(r.resource, "measure") == 0)
			least = CALLER_VIEWER; /* it only counts letters */
		if (r.role != least)
			fail_msg("%s: %s", text, caller_role_name(r.role));
	}
	/* A list of an admin's may have a row by name, too. */
	assert_true(read >= count_of(admins_read));
	assert_int_equal(changed, count_of(admins_change));
}

/* -- fields ----------------------------------------------------------------
 */

static void
where_the_store_lies_is_for_admins(void **state)
{
	char token[TOKEN_API_OCTETS];
	struct auth_world a;
	const json_t *store;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	for (int role = CALLER_VIEWER; role <= CALLER_ADMIN; role++) {
		make_token(
		    &a, token, caller_role_name((enum caller_role)role), "", 0);
		assert_int_equal(
		    auth_world_token(&a, token, "/api/v1/status", NULL), 200);
		store = json_object_get(a.w.reply, "store");
		assert_string_equal(json_text(store, "path", ""),
		    role == CALLER_ADMIN ? a.w.db : "");
		assert_true(json_int(store, "free_octets", 0) > 0);
	}
	auth_world_close(&a);
}

/* That would outlive the account of who made it so. */
static void
only_an_admin_makes_an_admin_by_text(void **state)
{
	const char *officer = "{\"phone\":\"0722000009\","
			      "\"roles\":\"officer\"}",
		   *boss = "{\"phone\":\"0722000009\","
			   "\"roles\":\"seller|Admin\"}",
		   *more = "{\"phone\":\"0722000008\"}",
		   *add = "/api/v1/people/0722000009/phone-add";
	char operator[TOKEN_API_OCTETS], admin[TOKEN_API_OCTETS];
	struct auth_world a;
	(void)state;
	auth_world_open(&a, AUTH_TOTP_OPTIONAL);
	make_token(&a, operator, "operator", "", 0);
	make_token(&a, admin, "admin", "", 0);
	assert_int_equal(
	    auth_world_token(&a, operator, "/api/v1/people", officer), 201);
	assert_int_equal(
	    auth_world_token(&a, operator, "/api/v1/people", boss), 403);
	assert_int_equal(
	    auth_world_token(&a, admin, "/api/v1/people", boss), 201);
	/* A token may be named like a user: the audit tells them apart. */
	assert_int_equal(
	    auth_world_token(&a, admin, "/api/v1/audit?actor=token:t", NULL),
	    200);
	assert_int_equal(
	    json_array_size(json_object_get(a.w.reply, "items")), 2);
	assert_int_equal(auth_world_token(&a, operator, add, more), 403);
	assert_int_equal(auth_world_token(&a, admin, add, more), 200);
	auth_world_close(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_role_and_each_path),
	    cmocka_unit_test(the_table_says_what_we_mean),
	    cmocka_unit_test(where_the_store_lies_is_for_admins),
	    cmocka_unit_test(only_an_admin_makes_an_admin_by_text),
	    cmocka_unit_test(scopes_narrow),
	    cmocka_unit_test(only_a_token_sends_as_kannel_does),
	    cmocka_unit_test(kannels_forms_are_taken),
	    cmocka_unit_test(a_token_that_sends_too_much_waits),
	    cmocka_unit_test(revoked_is_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
