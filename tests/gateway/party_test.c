/* Numbers as people and networks write them, made comparable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/core/party.h"

static void
one_phone_is_one_row(void **state)
{
	(void)state;
	static const struct {
		const char *written, *country, *normal;
		enum party_kind kind;
	} cases[] = {
	    {"+254711000001", "254", "+254711000001", PARTY_PHONE},
	    {"0711000001", "254", "+254711000001", PARTY_PHONE},
	    {"254711000001", "254", "+254711000001", PARTY_PHONE},
	    {"00254711000001", "254", "+254711000001", PARTY_PHONE},
	    {"0711 000-001", "254", "+254711000001", PARTY_PHONE},
	    {"711000001", "254", "+254711000001", PARTY_PHONE},
	    {"(0711) 000.001", "254", "+254711000001", PARTY_PHONE},
	    {"\xEF\xBC\x8B\xEF\xBC\x98\xEF\xBC\x96"
	     "13800138000",
		"86", "+8613800138000", PARTY_PHONE},
	    {"13800138000", "86", "+13800138000", PARTY_PHONE},
	    {"8613800138000", "86", "+8613800138000", PARTY_PHONE},
	    {"20880", "254", "20880", PARTY_SHORT},
	    {"144", "254", "144", PARTY_SHORT},
	    {"SAFARICOM", "254", "SAFARICOM", PARTY_LETTERS},
	    {"*144#", "254", "*144#", PARTY_LETTERS},
	    {"", "254", "", PARTY_NOBODY},
	    {"   ", "254", "", PARTY_NOBODY},
	    {"+1234567890123456", "254", "", PARTY_NOBODY},
	    {"+12", "254", "", PARTY_NOBODY},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char dst[PARTY_OCTETS];
		assert_int_equal(
		    party_normalise(
			dst, str_from(cases[i].written), cases[i].country),
		    cases[i].kind);
		if (cases[i].kind != PARTY_NOBODY)
			assert_string_equal(dst, cases[i].normal);
	}
}

static void
a_kind_is_read_back(void **state)
{
	(void)state;
	assert_int_equal(party_kind_of("+254711000001"), PARTY_PHONE);
	assert_int_equal(party_kind_of("20880"), PARTY_SHORT);
	assert_int_equal(party_kind_of("MPESA"), PARTY_LETTERS);
	assert_int_equal(party_kind_of("20880x"), PARTY_LETTERS);
	assert_int_equal(party_kind_of(""), PARTY_NOBODY);
}

/* Reports name the recipient in whatever form the network likes. */
static void
tails_match_across_forms(void **state)
{
	(void)state;
	assert_true(party_same_tail("+254711000001", "0711000001"));
	assert_true(party_same_tail("711000001", "+254711000001"));
	assert_true(party_same_tail("1000001", "+2541000001"));
	assert_false(party_same_tail("+254711000001", "+254711000002"));
	assert_int_equal(
	    party_tail(STR("+254711000001")), party_tail(STR("0711000001")));
	assert_int_not_equal(
	    party_tail(STR("+254711000001")), party_tail(STR("+254711000002")));
	assert_int_not_equal(party_tail(STR("")), 0);
	assert_false(party_same_tail("20880", "20880"));
	assert_false(party_same_tail("", ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_phone_is_one_row),
	    cmocka_unit_test(a_kind_is_read_back),
	    cmocka_unit_test(tails_match_across_forms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
