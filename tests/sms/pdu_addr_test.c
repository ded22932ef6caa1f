#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sms/pdu_addr.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static struct span
from_hex(uint8_t *dst, size_t dst_octets, const char *hex)
{
	int n = span_from_hex(dst, dst_octets, hex, strlen(hex), NULL);
	assert_true(n >= 0);
	return span_of(dst, (size_t)n);
}

/* 23.040 9.1.2.5; each field is followed by one octet that is not its own. */
static const struct {
	const char *hex;
	enum pdu_ton ton;
	const char *text;
} fields[] = {
    {"0C91527422000010", PDU_TON_INTERNATIONAL, "+254722000001"},
    {"0B911326880736F4", PDU_TON_INTERNATIONAL, "+31628870634"},
    {"0A812784123456", PDU_TON_UNKNOWN, "7248214365"},
    {"05812283F4", PDU_TON_UNKNOWN, "22384"},
    {"05A12283F4", PDU_TON_NATIONAL, "22384"},
    {"03B121F3", PDU_TON_NETWORK, "123"},
    {"0BC87238880900F1", PDU_TON_SUBSCRIBER, "27838890001"},
    {"0481AB21", PDU_TON_UNKNOWN, "#*12"},
    {"05811CEDF2", PDU_TON_UNKNOWN, "a1bc2"}, /* C, D, E */
    {"0081", PDU_TON_UNKNOWN, ""}, {"0091", PDU_TON_INTERNATIONAL, ""},
    {"0191F1", PDU_TON_INTERNATIONAL, "+1"},
    {"0291FF", PDU_TON_INTERNATIONAL, ""},
    {"048121F3", PDU_TON_UNKNOWN, "123"}, /* filler counted as a digit */
    {"06812143F6", PDU_TON_UNKNOWN, "12346"},
    {"03812103", PDU_TON_UNKNOWN, "123"}, /* filler is not F */
    {"04F12143", PDU_TON_RESERVED, "1234"},
    {"04E12143", PDU_TON_ABBREVIATED, "1234"},
    {"14912143658709214365870921", PDU_TON_INTERNATIONAL, NULL},
    {"0DD0E474D81C0EBB01", PDU_TON_ALPHANUMERIC, "diafaan"},
    {"0ED0E474D81C0EBB01", PDU_TON_ALPHANUMERIC, "diafaan"}, /* phantom */
    {"0ED0C6B0BC8D2CB3E1", PDU_TON_ALPHANUMERIC, "FarmHelp"},
    {"14D0D374381F6E86E5EB321D", PDU_TON_ALPHANUMERIC, "SiayaMarket"},
    {"10D041E1A60C20168D47", PDU_TON_ALPHANUMERIC, "AB€@DEFG"},
    {"00D0", PDU_TON_ALPHANUMERIC, ""},
    {"01D041", PDU_TON_ALPHANUMERIC, ""}, /* half an octet is no septet */
    {"02D041", PDU_TON_ALPHANUMERIC, "A"},
    {"04D0C10D", PDU_TON_ALPHANUMERIC, "A"}, /* escape at the end */
};

static void
fields_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(fields); i++) {
		uint8_t octets[20];
		struct pdu_addr addr;
		struct span field =
		    from_hex(octets, sizeof(octets) - 1, fields[i].hex);
		size_t at = 0, own = 2 + (octets[0] + 1u) / 2;
		octets[field.octets++] = 0x55;
		assert_int_equal(pdu_addr_decode(&addr, field, &at, NULL), 0);
		assert_int_equal(at, own);
		assert_int_equal(addr.ton, fields[i].ton);
		assert_string_equal(addr.text, fields[i].text == NULL
						   ? "+12345678901234567890"
						   : fields[i].text);
	}
}

static void
bad_fields_are_refused_where_they_break(void **state)
{
	static const struct {
		const char *hex;
		int code;
		size_t offset;
	} rows[] = {
	    {"", PDU_SHORT, 0},
	    {"0C", PDU_SHORT, 1},
	    {"0C91", PDU_SHORT, 0},
	    {"0C915274220000", PDU_SHORT, 0},
	    {"01D0", PDU_SHORT, 0},
	    {"159121436587092143658709F1F1F1", PDU_LONG, 0},
	    {"FF91", PDU_LONG, 0},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[32];
		struct pdu_addr addr;
		struct err err;
		size_t at = 0;
		struct span field =
		    from_hex(octets, sizeof(octets), rows[i].hex);
		assert_int_equal(
		    pdu_addr_decode(&addr, field, &at, &err), rows[i].code);
		assert_int_equal(err.offset, rows[i].offset);
		assert_int_equal(at, 0);
		assert_string_equal(addr.text, "");
	}
}

/* Here the length counts octets, the type among them. */
static void
service_centres_read(void **state)
{
	static const struct {
		const char *hex;
		int rc;
		const char *text;
	} rows[] = {
	    {"00", 0, ""},
	    {"07917283010010F5", 0, "+27381000015"},
	    {"0691527422000010", 0, "+2547220000"},
	    {"0181", 0, ""},
	    {"0B9121436587092143658709", 0, "+12345678901234567890"},
	    {"0C912143658709214365870921", PDU_LONG, ""},
	    {"079172", PDU_SHORT, ""},
	    {"01", PDU_SHORT, ""},
	    {"", PDU_SHORT, ""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[32];
		struct pdu_addr addr;
		size_t at = 0;
		struct span field =
		    from_hex(octets, sizeof(octets), rows[i].hex);
		assert_int_equal(
		    pdu_addr_decode_smsc(&addr, field, &at, NULL), rows[i].rc);
		assert_string_equal(addr.text, rows[i].text);
		if (rows[i].rc == 0)
			assert_int_equal(at, 1u + octets[0]);
	}
}

static void
texts_become_fields(void **state)
{
	static const struct {
		const char *text;
		int rc;
		const char *hex;
	} rows[] = {
	    {"+254722000001", 0, "0C91527422000010"},
	    {"22384", 0, "05812283F4"},
	    {"*100#", 0, "05811A00FB"},
	    {"+12345678901234567890", 0, "149121436587092143658709"},
	    {"diafaan", 0, "0DD0E474D81C0EBB01"},
	    {"FarmHelp", 0, "0ED0C6B0BC8D2CB3E1"},
	    {"SiayaMarket", 0, "14D0D374381F6E86E5EB321D"},
	    {"", PDU_NUMBER, ""},
	    {"+", PDU_NUMBER, ""},
	    {"123456789012345678901", PDU_NUMBER, ""},
	    {"SiayaMarkets", PDU_TEXT, ""},
	    {"Market’s", PDU_TEXT, ""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pdu_addr addr, back;
		uint8_t octets[PDU_ADDR_OCTETS];
		char hex[2 * sizeof(octets) + 1];
		size_t at = 0;
		int rc =
		    pdu_addr_from_text(&addr, str_from(rows[i].text), NULL);
		assert_int_equal(rc, rows[i].rc);
		if (rc != 0)
			continue;
		int n = pdu_addr_encode(octets, sizeof(octets), &addr, NULL);
		assert_true(n > 0);
		struct span field = span_of(octets, (size_t)n);
		span_to_hex(hex, sizeof(hex), field);
		assert_string_equal(hex, rows[i].hex);
		assert_int_equal(
		    pdu_addr_encode(octets, (size_t)n - 1, &addr, NULL),
		    PDU_ROOM);
		assert_int_equal(pdu_addr_decode(&back, field, &at, NULL), 0);
		assert_string_equal(back.text, rows[i].text);
	}
}

static void
service_centres_are_written(void **state)
{
	(void)state;
	struct pdu_addr addr = {.text = ""};
	uint8_t octets[PDU_ADDR_OCTETS];
	char hex[2 * sizeof(octets) + 1];
	assert_int_equal(
	    pdu_addr_encode_smsc(octets, sizeof(octets), &addr, NULL), 1);
	assert_int_equal(octets[0], 0);
	pdu_addr_from_text(&addr, STR("+27381000015"), NULL);
	int n = pdu_addr_encode_smsc(octets, sizeof(octets), &addr, NULL);
	span_to_hex(hex, sizeof(hex), span_of(octets, (size_t)n));
	assert_string_equal(hex, "07917283010010F5");
}

static void
records_that_lie_are_not_written(void **state)
{
	(void)state;
	uint8_t octets[PDU_ADDR_OCTETS];
	struct pdu_addr addr = {.ton = PDU_TON_UNKNOWN, .text = "12x"};
	assert_int_equal(
	    pdu_addr_encode(octets, sizeof(octets), &addr, NULL), PDU_NUMBER);
	memset(addr.text, '1', sizeof(addr.text));
	assert_int_equal(
	    pdu_addr_encode(octets, sizeof(octets), &addr, NULL), PDU_NUMBER);
	addr.text[23] = '\0';
	assert_int_equal(
	    pdu_addr_encode(octets, sizeof(octets), &addr, NULL), PDU_NUMBER);
	addr.ton = PDU_TON_ALPHANUMERIC;
	assert_int_equal(
	    pdu_addr_encode(octets, sizeof(octets), &addr, NULL), PDU_NUMBER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(fields_read),
	    cmocka_unit_test(bad_fields_are_refused_where_they_break),
	    cmocka_unit_test(service_centres_read),
	    cmocka_unit_test(texts_become_fields),
	    cmocka_unit_test(service_centres_are_written),
	    cmocka_unit_test(records_that_lie_are_not_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
