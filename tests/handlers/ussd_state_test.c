/* Forward, back, and what is forgotten on the way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "handlers/ussd_state.h"

static void
step(struct session_state *state, const char *name, const char *value,
    const char *screen)
{
	size_t mark = ussd_state_mark(state);

	assert_true(ussd_state_put(state, name, str_from(value)));
	ussd_state_go(state, screen, mark);
}

/* home -> goods -> amount -> buy */
static struct session_state
at_confirm(void)
{
	struct session_state state = {0};

	ussd_state_go(&state, "home", 0);
	ussd_state_go(&state, "goods", 0);
	state.page = 1;
	step(&state, "product", "maize", "amount");
	step(&state, "qty", "3000", "buy");
	return state;
}

static void
back_forgets(void **unused)
{
	struct session_state state = at_confirm();

	(void)unused;
	assert_string_equal(state.screen, "buy");
	assert_int_equal(ussd_state_int(&state, "qty"), 3000);
	assert_true(ussd_state_back(&state));
	assert_string_equal(state.screen, "amount");
	assert_int_equal(ussd_state_int(&state, "qty"), 0);
	assert_true(str_is(ussd_state_get(&state, "product"), "maize"));
	assert_true(ussd_state_back(&state));
	assert_string_equal(state.screen, "goods");
	assert_int_equal(state.page, 1);
	assert_string_equal(state.vars, "");
	assert_true(ussd_state_back(&state));
	assert_false(ussd_state_back(&state));
	assert_string_equal(state.screen, "home");
}

/* "2 Change" leads to a screen that is behind us. */
static void
change_goes_back(void **unused)
{
	struct session_state state = at_confirm();

	(void)unused;
	ussd_state_go(&state, "amount", ussd_state_mark(&state));
	assert_string_equal(state.vars, "product=maize\n");
	assert_string_equal(state.stack, "home:0:0 goods:1:0");
	step(&state, "qty", "5000", "buy");
	assert_int_equal(ussd_state_int(&state, "qty"), 5000);
}

static void
home_keeps_who(void **unused)
{
	struct session_state state = at_confirm();

	(void)unused;
	assert_true(ussd_state_put_int(&state, "who", 12));
	ussd_state_reset(&state, "home", "who pin");
	assert_string_equal(state.vars, "who=12\n");
	assert_string_equal(state.stack, "");
	assert_string_equal(state.screen, "home");
}

static void
full_is_no_harm(void **unused)
{
	struct session_state state = at_confirm();
	char name[2] = "a", screen[] = "a_rather_long_name_0";
	char value[300];

	(void)unused;
	memset(value, 'x', sizeof(value));
	while (ussd_state_put(&state, name, str_of(value, sizeof(value))))
		name[0]++;
	assert_true(str_is(ussd_state_get(&state, "product"), "maize"));
	assert_true(strlen(state.vars) < sizeof(state.vars));
	for (int i = 0; i < 30; i++) {
		screen[19] = (char)('a' + i);
		ussd_state_go(&state, screen, 3);
		assert_true(strlen(state.stack) < sizeof(state.stack));
	}
	for (int i = 0; i < 5; i++)
		assert_true(ussd_state_back(&state));
}

static void
the_newest_counts(void **unused)
{
	struct session_state state = {0};

	(void)unused;
	assert_true(ussd_state_set(&state, "unit=kg days=0"));
	assert_true(ussd_state_set(&state, "unit=bag"));
	assert_true(str_is(ussd_state_get(&state, "unit"), "bag"));
	assert_string_equal(state.vars, "unit=kg\ndays=0\nunit=bag\n");
	/* The same once more in a row takes no more room. */
	assert_true(ussd_state_set(&state, "unit=crate"));
	assert_string_equal(state.vars, "unit=kg\ndays=0\nunit=crate\n");
	assert_true(ussd_state_put(&state, "text", STR("two\nlines=3")));
	assert_true(str_is(ussd_state_get(&state, "text"), "two lines=3"));
}

/* As a row of the store may hold it. */
static void
nonsense_is_nothing(void **unused)
{
	static const char *const stacks[] = {
	    " ", ":", "::", "a", "a:1", "a:1:x", "a:-1:3", "a:3:-9", ":1:1"};
	struct session_state state = {.screen = "x", .vars = "=\n\nq\nb=1"};

	(void)unused;
	assert_true(str_is(ussd_state_get(&state, "b"), "1"));
	assert_int_equal(ussd_state_int(&state, "q"), 0);
	for (size_t i = 0; i < sizeof(stacks) / sizeof(stacks[0]); i++) {
		strcpy(state.stack, stacks[i]);
		assert_false(ussd_state_back(&state));
	}
	memset(&state, 'x', sizeof(state));
	assert_int_equal(ussd_state_int(&state, "q"), 0);
	assert_false(ussd_state_back(&state));
	strcpy(state.stack, "a:1000000:1000000");
	assert_true(ussd_state_back(&state));
	assert_int_equal(state.page, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(back_forgets),
	    cmocka_unit_test(change_goes_back),
	    cmocka_unit_test(home_keeps_who),
	    cmocka_unit_test(full_is_no_harm),
	    cmocka_unit_test(the_newest_counts),
	    cmocka_unit_test(nonsense_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
