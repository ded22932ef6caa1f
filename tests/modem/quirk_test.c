#include "modem/quirk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
check(const char *maker, const char *model, const char *expected)
{
	const struct quirk *q = quirk_find(str_from(maker), str_from(model));
	assert_string_equal(q->name, expected);
	assert_non_null(q->news[0]);
	assert_non_null(q->stores[0]);
	/* Every list ends inside its array. */
	bool ends = false;
	for (int i = 0; i < QUIRK_LIST; i++)
		ends = ends || q->news[i] == NULL;
	assert_true(ends);
}

static void
test_rows(void **state)
{
	(void)state;
	check("huawei", "E1752", "huawei");
	check("SIMCOM_Ltd", "SIMCOM_SIM800L", "simcom 2G");
	check("SIMCOM INCORPORATED", "SIM7670G", "simcom");
	check("Quectel", "EC25", "quectel");
	check("u-blox", "SARA-U270", "u-blox");
	check("Cinterion", "EHS5-E", "cinterion");
	check("SIEMENS", "TC35i", "siemens");
	check("ZTE INCORPORATED", "MF190", "zte");
	check("Nokia", "E51", "nokia");
	check("Acme", "One", "generic");
	check("", "", "generic");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
