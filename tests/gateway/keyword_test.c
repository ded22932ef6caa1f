/* The word that a shared short code puts before our texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gateway/queue/keyword.h"

static void
the_word_is_taken_off(void **state)
{
	(void)state;
	static const struct {
		const char *keyword, *text, *left;
	} cases[] = {
	    {"", "FARM want 5kg", "FARM want 5kg"},
	    {"FARM", "FARM want 5kg", "want 5kg"},
	    {"FARM", "farm want 5kg", "want 5kg"},
	    {"farm", " Farm: want 5kg", "want 5kg"},
	    {"FARM", "FARM.want 5kg", "want 5kg"},
	    {"FARM", "FARM", ""},
	    {"FARM", "FARM\n5\xE6\x96\xA4", "5\xE6\x96\xA4"},
	    {"FARM", "FARM #K7F yes", "#K7F yes"},
	    /* Without it, or as a part of another word: as it was said. */
	    {"FARM", "want 5kg", "want 5kg"},
	    {"FARM", "farmer here", "farmer here"},
	    {"FARM", "farm\xC3\xA9 5kg", "farm\xC3\xA9 5kg"},
	    {"FARM", "far", "far"},
	    {"FARM", "", ""},
	    {"K7", "K7F yes", "K7F yes"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct str left =
		    keyword_strip(str_from(cases[i].text), cases[i].keyword);
		if (!str_equal(left, str_from(cases[i].left)))
			fail_msg("'%s' '%s': '%.*s'", cases[i].keyword,
			    cases[i].text, (int)left.octets, left.at);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_word_is_taken_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
