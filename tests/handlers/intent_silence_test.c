/* Ordinary texts (tests/language/silence) must never be acted on. */
#include "handlers/intent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/handlers/intent_setup.h"

static void
ordinary_texts_are_no_orders(void **state)
{
	(void)state;
	static const unsigned roles[] = {0, INTENT_ROLE_BUYER,
	    INTENT_ROLE_SELLER, INTENT_ROLE_BUYER | INTENT_ROLE_SELLER};
	static char line[1024];
	struct intent_setup setup;
	int acts = 0;
	int texts = 0;
	intent_setup_load(&setup);
	FILE *file = fopen(FURROW_SOURCE "/tests/language/silence", "r");
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#' || line[0] == '\0')
			continue;
		texts++;
		for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
			struct intent_hints hints = {.roles = roles[i]};
			struct intent in;
			intent_parse(
			    &in, setup.lex, setup.cat, str_from(line), &hints);
			if (!intent_is_act(&in))
				continue;
			print_error(
			    "%s: %s\n", line, intent_kind_name(in.kind));
			acts++;
		}
	}
	fclose(file);
	intent_setup_free(&setup);
	assert_true(texts >= 800);
	assert_int_equal(acts, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ordinary_texts_are_no_orders),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
