/* A number and a name go, however they are written; nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/core/redact.h"

static void
a_number_goes_however_it_is_written(void **state)
{
	static const struct {
		const char *number, *text, *wanted;
	} rows[] = {
	    {"+254711000001", "call +254711000001.", "call +[erased]."},
	    {"+254711000001", "call 0711000001", "call [erased]"},
	    {"+254711000001", "0711 000 001 or so", "[erased] or so"},
	    {"+254711000001", "0711-000-001", "[erased]"},
	    {"+254711000001", "00254711000001", "[erased]"},
	    {"+254711000001", "(0711) 000.001", "([erased]"},
	    {"+254711000001", "0711000001 50 bags", "[erased] 50 bags"},
	    {"+254711000001", "0722000002/0711000001", "0722000002/[erased]"},
	    {"+254711000001", "0711000002", "0711000002"},
	    {"+254711000001", "5kg at 40", "5kg at 40"},
	    {"+254711000001", "电话０７１１０００００１。", "电话[erased]。"},
	    {"+254711000001", "٠٧١١ ٠٠٠ ٠٠١ و", "[erased] و"},
	    {"+254711000001",
		"0711\n000\xC2\xA0"
		"001",
		"[erased]"},
	    {"+6591234567", "call 91234567", "call [erased]"},
	    {"+254711000001", "", ""},
	};
	char tail[REDACT_TAIL_OCTETS];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf out = buf_new(256);

		redact_tail(tail, rows[i].number);
		assert_int_equal(
		    redact_number(&out, str_from(rows[i].text), tail),
		    strcmp(rows[i].text, rows[i].wanted) != 0);
		assert_string_equal(
		    out.octets > 0 ? out.at : "", rows[i].wanted);
		buf_free(&out);
	}
}

static void
a_name_goes_as_a_whole_word(void **state)
{
	static const struct {
		const char *name, *text, *wanted;
	} rows[] = {
	    {"Juma", "Call Juma now", "Call [erased] now"},
	    {"Juma", "juma, Juma!", "[erased], [erased]!"},
	    {"Juma", "Jumapili", "Jumapili"},
	    {"Juma Otieno", "from Juma Otieno (Siaya)",
		"from [erased] (Siaya)"},
	    {"王小明", "请找王小明取货", "请找[erased]取货"},
	    {"Al", "Al said", "Al said"},
	    {"", "nobody", "nobody"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf out = buf_new(256);

		assert_int_equal(redact_name(&out, str_from(rows[i].text),
				     str_from(rows[i].name)),
		    strcmp(rows[i].text, rows[i].wanted) != 0);
		assert_string_equal(out.at, rows[i].wanted);
		buf_free(&out);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_number_goes_however_it_is_written),
	    cmocka_unit_test(a_name_goes_as_a_whole_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
