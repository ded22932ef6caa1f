#include "modem/quirk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct quirk *
find(const char *maker, const char *model)
{
	const struct quirk_identity identity = {
	    .maker = str_from(maker), .model = str_from(model)};
	return quirk_find(&identity);
}

static void
check(const char *maker, const char *model, const char *expected)
{
	assert_string_equal(find(maker, model)->name, expected);
}

static void
test_rows(void **state)
{
	(void)state;
	check("huawei", "E1752", "huawei");
	check("SIMCOM_Ltd", "SIMCOM_SIM800L", "simcom-2g");
	check("SIMCOM_Ltd", "SIMCOM_SIM900", "simcom-2g");
	check("SIMCOM INCORPORATED", "SIM7670G", "simcom-4g");
	check("SIMCOM INCORPORATED", "SIMCOM_SIM7600E-H", "simcom-4g");
	check("INCORPORATED", "A7670E-FASE", "simcom-4g");
	check("Quectel", "EC25", "quectel-4g");
	check("Quectel_Ltd", "Quectel_M95", "quectel-2g");
	check("u-blox", "SARA-U270", "u-blox");
	check("Cinterion", "EHS5-E", "cinterion");
	check("Gemalto", "PLS8-E", "cinterion");
	check("SIEMENS", "TC35i", "siemens");
	check("ZTE INCORPORATED", "MF190", "zte");
	check("QUALCOMM INCORPORATED", "HSPA USB MODEM", "qualcomm");
	check("Telit", "HE910-D", "telit");
	check("WAVECOM MODEM", "MULTIBAND  900E  1800", "wavecom");
	check("Sierra Wireless", "FXT009", "wavecom");
	check("Sierra Wireless, Incorporated", "MC7455", "sierra");
	check("Novatel Wireless Incorporated", "MC950D", "novatel");
	check("Ericsson", "F5521gw", "ericsson");
	check("SONY ERICSSON", "GR47", "sony-ericsson");
	check("Nokia", "E51", "nokia");
	check("MTK", "MT6252", "mediatek");
	check("Acme", "One", "generic");
	check("", "", "generic");
}

/* Where +CGMI and +CGMM are not known, ATI has to do. */
static void
test_info(void **state)
{
	(void)state;
	const struct quirk_identity identity = {
	    .info = STR("SIMCOM_Ltd SIMCOM_SIM800L Revision:1418B05")};
	assert_string_equal(quirk_find(&identity)->name, "simcom-2g");
}

static bool
ends(const char *const *list, int count)
{
	for (int i = 0; i < count; i++)
		if (list[i] == NULL)
			return true;
	return false;
}

static void
check_commands(const char *const *list)
{
	for (int i = 0; i < QUIRK_LIST && list[i] != NULL; i++) {
		assert_true(str_starts(str_from(list[i]), "AT"));
		assert_null(strstr(list[i], "&W"));
	}
}

/* Every list ends inside its array, a row is complete in itself. */
static void
test_lists(void **state)
{
	(void)state;
	const struct quirk *q;
	size_t i;
	for (i = 0; (q = quirk_at(i)) != NULL; i++) {
		assert_ptr_equal(quirk_named(str_from(q->name)), q);
		assert_null(strchr(q->name, ' '));
		assert_non_null(q->covers);
		assert_non_null(q->news[0]);
		assert_non_null(q->stores[0]);
		assert_true(ends(q->news, QUIRK_LIST));
		assert_true(ends(q->stores, QUIRK_LIST));
		assert_true(ends(q->extra, QUIRK_LIST));
		assert_true(ends(q->makers, QUIRK_LIST));
		assert_true(ends(q->models, QUIRK_LIST));
		assert_true(ends(q->restart, QUIRK_LIST));
		assert_true(ends(q->boot_words, QUIRK_LIST));
		assert_true(ends(q->noise, QUIRK_NOISE));
		assert_int_not_equal(q->ussd_forms[0], QUIRK_USSD_END);
		assert_int_equal(
		    q->ussd_forms[QUIRK_USSD_FORMS - 1], QUIRK_USSD_END);
		assert_int_equal(q->boot_words[0] != NULL, q->boot_ms > 0);
		check_commands(q->extra);
		check_commands(q->restart);
	}
	assert_ptr_equal(quirk_at(i - 1), quirk_generic());
	assert_null(quirk_named(STR("acme")));
	assert_ptr_equal(quirk_named(STR("HUAWEI")), quirk_at(0));
}

static void
test_lines(void **state)
{
	(void)state;
	const struct quirk *huawei = find("huawei", "E1752");
	const struct quirk *quectel = find("Quectel", "EC25");
	assert_true(quirk_is_noise(huawei, STR("^RSSI:17")));
	assert_true(quirk_is_noise(huawei, STR("+CIEV: 2,3")));
	assert_false(quirk_is_noise(quectel, STR("^RSSI:17")));
	assert_false(quirk_is_noise(huawei, STR("+CMTI: \"SM\",1")));
	assert_true(quirk_is_boot_word(quectel, STR("+QIND: SMS DONE")));
	assert_true(quirk_is_boot_word(quectel, STR("SMS DONE")));
	assert_false(quirk_is_boot_word(quectel, STR("+QIND: \"csq\",23")));
	assert_false(quirk_is_boot_word(huawei, STR("SMS DONE")));
}

/* docs/modems.md promises no more than the rows. */
static void
test_manual(void **state)
{
	(void)state;
	static char text[65536];
	char line[64];
	FILE *in = fopen(FURROW_SOURCE "/docs/modems.md", "r");
	assert_non_null(in);
	text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
	fclose(in);
	const struct quirk *q;
	for (size_t i = 0; (q = quirk_at(i)) != NULL; i++) {
		snprintf(line, sizeof(line), "\n| `%s` | ", q->name);
		const char *row = strstr(text, line);
		const char *sure = q->trust == QUIRK_TRIED ? " | tried | "
				   : q->trust == QUIRK_FIELD
				       ? " | field reports | "
				       : " | the standards | ";
		if (row == NULL)
			fail_msg("no row %s in docs/modems.md", q->name);
		size_t octets = strcspn(row + 1, "\n") + 1;
		const char *found = strstr(row, sure);
		if (found == NULL || found > row + octets)
			fail_msg("%s: the manual is not as sure", q->name);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_info),
	    cmocka_unit_test(test_lists),
	    cmocka_unit_test(test_lines),
	    cmocka_unit_test(test_manual),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
