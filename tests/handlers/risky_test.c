/* Which texts must prove that they are from whom they say. */
#include "handlers/risky.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* l: by a link of low trust, o: by another link, a: a question is open,
 * i: involved, c: a command. */
static struct risky_facts
facts_of(const char *letters)
{
	return (struct risky_facts){
	    .low_trust = strchr(letters, 'l') != NULL,
	    .other_link = strchr(letters, 'o') != NULL,
	    .asked = strchr(letters, 'a') != NULL,
	    .involved = strchr(letters, 'i') != NULL,
	    .command = strchr(letters, 'c') != NULL,
	};
}

static void
risky(void **state)
{
	static const struct {
		enum intent_kind kind;
		const char *code, *facts;
		bool proof;
	} cases[] = {
	    {INTENT_ACCEPT, "", "i", false},
	    {INTENT_ACCEPT, "", "il", true},
	    {INTENT_ACCEPT, "K7F", "il", true}, /* a code can be guessed */
	    {INTENT_ACCEPT, "", "io", true},
	    {INTENT_ACCEPT, "K7F", "io", false},
	    {INTENT_ACCEPT, "", "l", false}, /* nothing to lose */
	    {INTENT_DIGIT, "", "ila", true},
	    {INTENT_CANCEL, "", "il", true},
	    {INTENT_DONE, "K7F", "il", true},
	    {INTENT_GOT, "K7F", "il", true},
	    {INTENT_PAID, "K7F", "il", true},
	    {INTENT_PRICE_SET, "", "il", true},
	    {INTENT_REGISTER, "", "il", true},
	    {INTENT_ORDER, "", "il", false},
	    {INTENT_ORDER, "", "ila", true}, /* it may be the answer */
	    {INTENT_NONE, "", "ila", true},
	    {INTENT_NONE, "", "il", false},
	    {INTENT_NONE, "", "ilc", true}, /* NEWNUMBER */
	    {INTENT_STATUS, "", "ila", false},
	    {INTENT_HELP, "", "ila", false},
	    {INTENT_STOP, "", "ila", false},
	    {INTENT_START, "", "ila", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct risky_facts facts = facts_of(cases[i].facts);
		struct intent intent = {.kind = cases[i].kind};

		snprintf(intent.code, sizeof(intent.code), "%s", cases[i].code);
		if (risky_judge(&intent, &facts) != cases[i].proof)
			fail_msg("case %zu", i);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(risky),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
