/* No change by the API without a row of the audit: every POST of its table is
 * sent here and leaves one, or stands below with the test of the parts of
 * the daemon which it needs.  A new path that is in neither list fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

#include "gateway/admin/api_impl.h"
#include "gateway/store/store_audit.h"
#include "gateway/store/store_link.h"

#include "tests/gateway/api_world.h"

/* In an order in which each finds what it needs. */
static const struct sample {
	const char *path; /* below /api/v1/ */
	const char *body;
	bool csv;
} samples[] = {
    {"areas", "{\"area\":\"Alego\"}", false},
    {"areas/import", "area,parent\nYala,Alego\n", true},
    {"people", "{\"phone\":\"0711000050\",\"name\":\"Mary\"}", false},
    {"people/import", "phone,name\n0711000051,Joy\n", true},
    {"people/0711000050/phone-add", "{\"phone\":\"0711000052\"}", false},
    {"people/0711000050/phone-remove", "{\"phone\":\"0711000052\"}", false},
    {"people/0711000050/pin", "{\"link\":\"a\"}", false},
    {"offers",
	"{\"phone\":\"0711000001\",\"product\":\"maize\",\"quantity\":2,"
	"\"unit\":\"kg\",\"price\":40}",
	false},
    {"offers/import",
	"phone,product,quantity,unit,price\n0711000001,maize,3,kg,41\n", true},
    {"catalogue/import", "{\"products\":[{\"key\":\"beans\"}]}", false},
    {"aliases", "{\"name\":\"waru wa\",\"product\":\"maize\"}", false},
    {"aliases/waru%20wa/remove", "{}", false},
    {"words/ngwaci/forget", "{}", false},
    {"weights", "{\"name\":\"poor\",\"factor\":\"1.5\"}", false},
    {"weights/poor/join", "{\"phone\":\"0711000001\"}", false},
    {"weights/poor/leave", "{\"phone\":\"0711000001\"}", false},
    {"messages", "{\"to\":\"0711000001\",\"text\":\"hello\"}", false},
    {"queue/2/retry", "{}", false},
    {"queue/2/drop", "{}", false},
    {"broadcasts", "{\"text\":\"hello\"}", false},
    {"broadcasts/1/pause", "{}", false},
    {"broadcasts/1/resume", "{}", false},
    {"broadcasts/1/drop", "{}", false},
    {"links/a/drain", "{}", false},
    {"links/a/resume", "{}", false},
    {"links/a/reset", "{}", false},
    {"links/a/ussd", "{\"steps\":[\"*144#\"]}", false},
    {"orders/1/accept", "{\"for\":\"0711000001\"}", false},
    {"reveal", "{\"person\":1}", false},
    {"webhooks/shop/test", "{}", false},
    {"webhooks/shop/resume", "{}", false},
    {"webhooks/shop/skip", "{}", false},
    {"audit/accept", "{\"reason\":\"a trial\"}", false},
};

/* "METHOD's resource[/act]": where its row is looked for, or why none is. */
static const char *const elsewhere[][2] = {
    {"measure", "counts a text's parts and changes nothing"},
    {"orders/decline", "the work of accept, which is above"},
    {"orders/cancel", "as above"},
    {"orders/reassign", "as above"},
    {"orders/done", "as above"},
    {"messages/raw", "tests/gateway/api_message_test"},
    {"phones", "the simulated handsets of a demo: nobody's phone"},
    {"phones/off", "as above"},
    {"phones/on", "as above"},
    {"ussd-sim", "tests/gateway/api_ussd_sim_test"},
    {"campaigns", "tests/gateway/api_weight_test"},
    {"campaigns/end", "tests/gateway/api_weight_test"},
    {"privacy", "tests/gateway/api_privacy_test"},
    {"erasures", "tests/gateway/api_privacy_test"},
    {"users", "tests/gateway/auth_test"},
    {"users/role", "tests/gateway/auth_test"},
    {"users/disable", "tests/gateway/auth_test"},
    {"users/enable", "tests/gateway/auth_test"},
    {"users/password", "tests/gateway/auth_test"},
    {"users/totp-off", "tests/gateway/auth_test"},
    {"users/logout", "tests/gateway/auth_test"},
    {"users/phone", "tests/gateway/auth_text_test"},
    {"users/remove", "tests/gateway/auth_test"},
    {"setup-code", "tests/gateway/auth_test"},
    {"tokens", "tests/gateway/auth_test"},
    {"tokens/revoke", "tests/gateway/auth_test"},
    {"backup", "tests/programs/furrow_test"},
    {"backups", "tests/gateway/backups_test"},
    {"backups/run", "tests/gateway/backups_test"},
    {"held/release", "tests/gateway/backups_test"},
    {"held/drop", "as above"},
};

static void
each_leaves_a_row(void **state)
{
	struct world w;
	char path[96];
	(void)state;
	world_open(&w);
	world_fill(&w);
	world_word(&w, "ngwaci", "ki", 1, 0);
	world_text(&w, "+254711000001", "hello"); /* message 1 */
	w.status.links[0].id = store_link_ensure(w.store, "a", "loop", "");
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		int64_t before = store_audit_rows(w.store);
		snprintf(path, sizeof(path), "/api/v1/%s", samples[i].path);
		if (samples[i].csv)
			world_csv(&w, path, samples[i].body);
		else
			world_post(&w, path, samples[i].body);
		if (w.http_status / 100 != 2)
			fail_msg("%s: %d %s", path, w.http_status,
			    json_text(w.reply, "detail", ""));
		if (store_audit_rows(w.store) <= before)
			fail_msg("%s leaves no row of the audit", path);
	}
	assert_int_equal(store_audit_check(w.store, NULL), 0);
	world_close(&w);
}

/* "people/0711000050/pin" is "people/pin". */
static bool
is_of(const char *path, const char *resource, const char *act, bool name)
{
	size_t octets = strlen(resource);
	const char *rest = path + octets;
	if (strncmp(path, resource, octets) != 0 ||
	    (*rest != '\0' && *rest != '/'))
		return false;
	if (!name)
		return *rest == '\0';
	if (*rest == '\0')
		return false;
	const char *third = strchr(rest + 1, '/');
	return act[0] == '\0' ? third == NULL
			      : third != NULL && strcmp(third + 1, act) == 0;
}

static bool
is_listed(const struct api_route *route, const char *act)
{
	char word[64];
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
		if (is_of(samples[i].path, route->resource, act, route->name))
			return true;
	snprintf(word, sizeof(word), "%s%s%s", route->resource,
	    act[0] != '\0' ? "/" : "", act);
	for (size_t i = 0; i < sizeof(elsewhere) / sizeof(elsewhere[0]); i++)
		if (strcmp(elsewhere[i][0], word) == 0)
			return true;
	return false;
}

static void
none_is_forgotten(void **state)
{
	struct api_route route;
	(void)state;
	for (size_t i = 0; api_route_at(i, &route); i++) {
		char acts[160] = " ";
		if (route.method == HTTP_GET)
			continue;
		if (route.acts != NULL)
			snprintf(acts, sizeof(acts), "%s", route.acts);
		struct str rest = str_trim(str_from(acts)), act;
		if (route.acts == NULL)
			rest = STR("");
		while (str_cut(&act, &rest, ' ')) {
			char word[32];
			str_copy(word, sizeof(word), act);
			if (!is_listed(&route, word))
				fail_msg("POST %s %s is in no list here",
				    route.resource, word);
		}
	}
}

/* -- verify and accept ------------------------------------------------------
 */

static void
verify_says_what_is_wrong(void **state)
{
	struct world w;
	(void)state;
	world_open(&w);
	world_post(&w, "/api/v1/areas", "{\"area\":\"Alego\"}");
	world_get(&w, "/api/v1/audit/verify");
	assert_int_equal(w.http_status, 200);
	assert_true(json_is_true(json_object_get(w.reply, "whole")));
	assert_int_equal(json_int(w.reply, "rows", 0), 1);
	assert_string_not_equal(json_text(w.reply, "no_heads", ""), "");
	world_get(&w, "/api/v1/audit?actor=admin:amina&since=2020-01-01");
	assert_int_equal(json_array_size(json_object_get(w.reply, "items")), 1);
	world_get(&w, "/api/v1/audit?actor=admin:nobody");
	assert_int_equal(json_array_size(json_object_get(w.reply, "items")), 0);
	world_get(&w, "/api/v1/audit/verify?heads=/nowhere/heads");
	assert_int_equal(w.http_status, 422);
	world_get(&w, "/api/v1/audit/other");
	assert_int_equal(w.http_status, 404);
	world_post(&w, "/api/v1/audit/accept", "{}");
	assert_int_equal(w.http_status, 422);
	assert_int_equal(w.accepted, 0);
	world_post(&w, "/api/v1/audit/accept", "{\"reason\":\"x\"}");
	assert_int_equal(w.http_status, 200);
	assert_int_equal(w.accepted, 1);
	world_close(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_leaves_a_row),
	    cmocka_unit_test(none_is_forgotten),
	    cmocka_unit_test(verify_says_what_is_wrong),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
