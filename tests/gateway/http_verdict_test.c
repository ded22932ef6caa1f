#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/link/http_verdict.h"

#define AT_ANSWER(code, status, id)                                            \
	"{\"SMSMessageData\":{\"Message\":\"Sent to 1/1\",\"Recipients\":["    \
	"{\"statusCode\":" code ",\"number\":\"+254711000001\","               \
	"\"status\":\"" status "\",\"cost\":\"KES 0.8000\","                   \
	"\"messageId\":\"" id "\",\"messageParts\":1}]}}"

struct answer {
	int status;
	const char *body;
	enum outcome outcome;
	enum refusal refusal;
	bool trouble;
	const char *id, *why;
};

static void
check(const struct http_row *row, const struct answer *a)
{
	struct http_verdict v = http_verdict(row, a->status, str_from(a->body));
	if (v.outcome != a->outcome || v.refusal != a->refusal)
		fail_msg("%d %s: %s, %s: %s", a->status, a->body,
		    outcome_name(v.outcome), refusal_name(v.refusal), v.why);
	assert_int_equal(v.trouble, a->trouble);
	assert_string_equal(v.id, a->id);
	assert_string_equal(v.why, a->why);
}

/* As their pages and people's notes of them say. */
static void
africas_talking(void **state)
{
	static const struct answer answers[] = {
	    {201, AT_ANSWER("101", "Success", "ATXid_1"), OUTCOME_ACCEPTED,
		REFUSAL_NONE, false, "ATXid_1", "answered 101: Success"},
	    {201, AT_ANSWER("100", "Processed", "ATXid_2"), OUTCOME_ACCEPTED,
		REFUSAL_NONE, false, "ATXid_2", "answered 100: Processed"},
	    {201, AT_ANSWER("102", "Queued", "None"), OUTCOME_ACCEPTED,
		REFUSAL_NONE, false, "", "answered 102: Queued"},
	    {201, AT_ANSWER("403", "InvalidPhoneNumber", "None"),
		OUTCOME_REFUSED, REFUSAL_DEAD, false, "",
		"answered 403: InvalidPhoneNumber"},
	    {201, AT_ANSWER("405", "InsufficientBalance", "None"),
		OUTCOME_REFUSED, REFUSAL_CREDIT, true, "",
		"answered 405: InsufficientBalance"},
	    {201, AT_ANSWER("406", "UserInBlacklist", "None"), OUTCOME_REFUSED,
		REFUSAL_DEAD, false, "", "answered 406: UserInBlacklist"},
	    {201, AT_ANSWER("407", "CouldNotRoute", "None"), OUTCOME_REFUSED,
		REFUSAL_ELSEWHERE, false, "", "answered 407: CouldNotRoute"},
	    {201, AT_ANSWER("501", "GatewayError", "None"), OUTCOME_REFUSED,
		REFUSAL_RETRY, false, "", "answered 501: GatewayError"},
	    {201, AT_ANSWER("799", "Whatever", "None"), OUTCOME_UNKNOWN,
		REFUSAL_NONE, false, "", "answered 799: Whatever"},
	    {201,
		"{\"SMSMessageData\":{\"Message\":\"InvalidSenderId\","
		"\"Recipients\":[]}}",
		OUTCOME_REFUSED, REFUSAL_BLOCKED, true, "",
		"answered InvalidSenderId"},
	    {401, "The supplied authentication is invalid", OUTCOME_REFUSED,
		REFUSAL_BLOCKED, true, "",
		"HTTP 401: refuses our key or password"},
	    {500, AT_ANSWER("101", "Success", "ATXid_1"), OUTCOME_UNKNOWN,
		REFUSAL_NONE, false, "", "HTTP 500: failed inside"},
	    {201, "<html>welcome to the wifi", OUTCOME_UNKNOWN, REFUSAL_NONE,
		false, "", "HTTP 201, but the answer cannot be read"},
	    {200, "", OUTCOME_UNKNOWN, REFUSAL_NONE, false, "",
		"HTTP 200, but the answer cannot be read"},
	    {201, "{\"SMSMessageData\":{}}", OUTCOME_UNKNOWN, REFUSAL_NONE,
		false, "", "HTTP 201, but the answer cannot be read"},
	};
	struct http_row row;
	(void)state;
	assert_true(http_row_find(&row, "africastalking"));
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
		check(&row, &answers[i]);
}

static void
statuses(void **state)
{
	static const struct {
		int status;
		enum outcome outcome;
		enum refusal refusal;
		bool trouble;
	} cases[] = {
	    {200, OUTCOME_ACCEPTED, REFUSAL_NONE, false},
	    {202, OUTCOME_ACCEPTED, REFUSAL_NONE, false},
	    {302, OUTCOME_REFUSED, REFUSAL_ELSEWHERE, true},
	    {400, OUTCOME_REFUSED, REFUSAL_ELSEWHERE, false},
	    {401, OUTCOME_REFUSED, REFUSAL_BLOCKED, true},
	    {402, OUTCOME_REFUSED, REFUSAL_CREDIT, true},
	    {403, OUTCOME_REFUSED, REFUSAL_BLOCKED, true},
	    {404, OUTCOME_REFUSED, REFUSAL_ELSEWHERE, true},
	    {408, OUTCOME_UNKNOWN, REFUSAL_NONE, false},
	    {413, OUTCOME_REFUSED, REFUSAL_TEXT, false},
	    {429, OUTCOME_REFUSED, REFUSAL_WAIT, false},
	    {500, OUTCOME_UNKNOWN, REFUSAL_NONE, false},
	    {502, OUTCOME_UNKNOWN, REFUSAL_NONE, false},
	    {503, OUTCOME_REFUSED, REFUSAL_WAIT, false},
	    {504, OUTCOME_UNKNOWN, REFUSAL_NONE, false},
	};
	struct http_row row;
	(void)state;
	assert_true(http_row_find(&row, "generic"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct http_verdict v =
		    http_verdict(&row, cases[i].status, STR("x"));
		assert_int_equal(v.outcome, cases[i].outcome);
		assert_int_equal(v.refusal, cases[i].refusal);
		assert_int_equal(v.trouble, cases[i].trouble);
		assert_int_equal(v.code, cases[i].status);
	}
}

/* A row of one's own: lines of text, or codes that refuse with a 4xx. */
static void
generic(void **state)
{
	static const struct answer lines[] = {
	    {200, "ID: 6a1f\n", OUTCOME_ACCEPTED, REFUSAL_NONE, false, "6a1f",
		"answered accepted"},
	    {200, "ERR: 105, no credit", OUTCOME_UNKNOWN, REFUSAL_NONE, false,
		"", "HTTP 200, but the answer cannot be read"},
	    {503, "ID: 6a1f", OUTCOME_REFUSED, REFUSAL_WAIT, false, "",
		"HTTP 503: is not available"},
	};
	static const struct answer codes[] = {
	    {200, "{\"result\":\"OK\",\"m\":[{\"i\":77}]}", OUTCOME_ACCEPTED,
		REFUSAL_NONE, false, "77", "answered OK"},
	    {400, "{\"result\":\"low_balance\"}", OUTCOME_REFUSED,
		REFUSAL_CREDIT, true, "", "answered low_balance"},
	    {400, "{\"result\":\"who knows\"}", OUTCOME_REFUSED,
		REFUSAL_ELSEWHERE, false, "", "HTTP 400: does not take it"},
	    {500, "{\"result\":\"busy\"}", OUTCOME_REFUSED, REFUSAL_WAIT, false,
		"", "answered busy"},
	};
	struct http_row row;
	(void)state;
	assert_true(http_row_find(&row, "generic"));
	snprintf(row.pattern, sizeof(row.pattern), "^ID: ([0-9a-f]+)");
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		check(&row, &lines[i]);
	assert_true(http_row_find(&row, "generic"));
	snprintf(row.code, sizeof(row.code), "result");
	snprintf(row.id, sizeof(row.id), "m[0].i");
	assert_true(http_row_set_code(&row, "ok accepted"));
	assert_true(http_row_set_code(&row, "low_balance credit"));
	assert_true(http_row_set_code(&row, "busy dead"));
	assert_true(http_row_set_code(&row, "BUSY later")); /* changed */
	assert_false(http_row_set_code(&row, "busy"));
	assert_false(http_row_set_code(&row, "busy sometimes"));
	assert_false(http_row_set_code(&row, " later"));
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		check(&row, &codes[i]);
	assert_false(http_row_find(&row, "nobody"));
}

static void
fates_and_names(void **state)
{
	struct http_row row;
	(void)state;
	assert_true(http_row_find(&row, "africastalking"));
	assert_int_equal(http_row_fate(&row, "Success"), HTTP_FATE_DELIVERED);
	assert_int_equal(http_row_fate(&row, "rejected"), HTTP_FATE_REJECTED);
	assert_int_equal(http_row_fate(&row, "Lost"), -1);
	assert_true(http_verdict_mr("ATXid_1") > 0);
	assert_true(http_verdict_mr("ATXid_1") != http_verdict_mr("ATXid_2"));
	assert_int_equal(http_verdict_mr(""), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(africas_talking),
	    cmocka_unit_test(statuses),
	    cmocka_unit_test(generic),
	    cmocka_unit_test(fates_and_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
