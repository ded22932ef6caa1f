#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sms/pdu_time.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void
from_hex(uint8_t *dst, size_t dst_octets, const char *hex)
{
	int n = span_from_hex(dst, dst_octets, hex, strlen(hex), NULL);
	assert_int_equal(n, dst_octets);
}

static void
same_stamp(const struct pdu_stamp *a, const struct pdu_stamp *b)
{
	char text_a[PDU_TIME_TEXT_OCTETS], text_b[PDU_TIME_TEXT_OCTETS];
	assert_string_equal(pdu_time_text(text_a, a), pdu_time_text(text_b, b));
}

/* 23.040 9.2.3.11 */
static const struct {
	const char *hex, *text;
	int64_t unix_s;
} stamps[] = {
    {"62115231830080", "2026-11-25T13:38:00+02:00", 1795606680},
    {"62115231830000", "2026-11-25T13:38:00+00:00", 1795613880},
    {"62115231830008", "2026-11-25T13:38:00+00:00", 1795613880}, /* -0 */
    {"62115231830032", "2026-11-25T13:38:00+05:45", 1795593180},
    {"6211523183000A", "2026-11-25T13:38:00-05:00", 1795631880},
    {"62115231830059", "2026-11-25T13:38:00-03:45", 1795627380},
    {"62115231830069", "2026-11-25T13:38:00-04:00", 1795628280},
    {"62115231830065", "2026-11-25T13:38:00+14:00", 1795563480},
    {"00101000000000", "2000-01-01T00:00:00+00:00", 946684800},
    {"99211332959500", "2099-12-31T23:59:59+00:00", 4102444799},
    {"96215231830000", "2069-12-25T13:38:00+00:00", 3155204280},
    {"42209200000000", "2024-02-29T00:00:00+00:00", 1709164800},
};

static void
stamps_read_and_write(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(stamps); i++) {
		uint8_t octets[7], back[7];
		char text[PDU_TIME_TEXT_OCTETS];
		from_hex(octets, sizeof(octets), stamps[i].hex);
		struct pdu_stamp stamp = pdu_time_decode(octets);
		assert_true(stamp.valid);
		assert_string_equal(
		    pdu_time_text(text, &stamp), stamps[i].text);
		assert_int_equal(pdu_time_unix_s(&stamp), stamps[i].unix_s);
		struct pdu_stamp again =
		    pdu_time_from_unix_s(stamps[i].unix_s, stamp.zone_minutes);
		same_stamp(&again, &stamp);
		pdu_time_encode(back, &stamp);
		if (octets[6] != 0x08)
			assert_memory_equal(back, octets, 7);
	}
}

static void
what_is_no_date_is_told(void **state)
{
	static const char *const rows[] = {
	    "00000000000000",
	    "FFFFFFFFFFFFFF",
	    "62315231830080", /* month 13 */
	    "62005231830080", /* month 0 */
	    "62110031830080", /* day 0 */
	    "62112331830080", /* day 32 */
	    "52209200000000", /* 29 February 2025 */
	    "62115242830080", /* hour 24 */
	    "62115231060080", /* minute 60 */
	    "62115231830680", /* second 60 */
	    "A2115231830080", /* a letter in the year */
	    "6211523183A080",
	    "621152318300A0", /* zone */
	    "621152318300FF",
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[7];
		char text[PDU_TIME_TEXT_OCTETS] = "x";
		from_hex(octets, sizeof(octets), rows[i]);
		struct pdu_stamp stamp = pdu_time_decode(octets);
		assert_false(stamp.valid);
		assert_int_equal(stamp.year, 0);
		assert_int_equal(pdu_time_unix_s(&stamp), 0);
		assert_string_equal(pdu_time_text(text, &stamp), "");
		pdu_time_encode(octets, &stamp);
		assert_memory_equal(octets, "\0\0\0\0\0\0\0", 7);
	}
}

static void
seconds_outside_of_the_century(void **state)
{
	(void)state;
	assert_false(pdu_time_from_unix_s(0, 0).valid);
	assert_false(pdu_time_from_unix_s(946684799, 0).valid);
	assert_true(pdu_time_from_unix_s(946684799, 15).valid);
	assert_true(pdu_time_from_unix_s(4102444799, 0).valid);
	assert_false(pdu_time_from_unix_s(4102444800, 0).valid);
	assert_false(pdu_time_from_unix_s(4102444799, 15).valid);
	assert_false(pdu_time_from_unix_s(INT64_MAX, 0).valid);
	assert_false(pdu_time_from_unix_s(INT64_MIN, 0).valid);
	assert_false(pdu_time_from_unix_s(1795613880, 7).valid);
	assert_false(pdu_time_from_unix_s(1795613880, 1200).valid);
	assert_false(pdu_time_from_unix_s(1795613880, -1200).valid);
}

static void
days_go_round(void **state)
{
	(void)state;
	for (int64_t s = 946684800; s < 4102444800; s += 86400 * 3 + 4321) {
		struct pdu_stamp stamp = pdu_time_from_unix_s(s, 345);
		uint8_t octets[7];
		assert_true(stamp.valid);
		assert_int_equal(pdu_time_unix_s(&stamp), s);
		pdu_time_encode(octets, &stamp);
		struct pdu_stamp back = pdu_time_decode(octets);
		same_stamp(&back, &stamp);
	}
}

/* 9.2.3.12.1 */
static void
relative_periods(void **state)
{
	static const struct {
		uint8_t octet;
		int64_t minutes;
	} rows[] = {
	    {0, 5},
	    {11, 60},
	    {143, 720},
	    {144, 750},
	    {167, 1440},
	    {168, 2880},
	    {170, 5760},
	    {196, 43200},
	    {197, 50400},
	    {255, 635040},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(
		    pdu_time_relative_s(rows[i].octet), rows[i].minutes * 60);
		assert_int_equal(
		    pdu_time_relative_from_minutes(rows[i].minutes),
		    rows[i].octet);
		assert_int_equal(
		    pdu_time_relative_from_minutes(rows[i].minutes - 1),
		    rows[i].octet);
	}
	assert_int_equal(pdu_time_relative_from_minutes(INT64_MIN), 0);
	assert_int_equal(pdu_time_relative_from_minutes(INT64_MAX), 255);
	for (int i = 1; i < 256; i++)
		assert_true(pdu_time_relative_s((uint8_t)i) >
			    pdu_time_relative_s((uint8_t)(i - 1)));
}

/* 9.2.3.12.2 and .3 */
static void
validity_fields(void **state)
{
	static const struct {
		enum pdu_validity_form form;
		const char *hex;
		int64_t for_s;
		bool single_shot;
	} rows[] = {
	    {PDU_VALIDITY_NONE, "", 0, false},
	    {PDU_VALIDITY_RELATIVE, "A7", 86400, false},
	    {PDU_VALIDITY_ENHANCED, "00000000000000", 0, false},
	    {PDU_VALIDITY_ENHANCED, "40000000000000", 0, true},
	    {PDU_VALIDITY_ENHANCED, "010B0000000000", 3600, false},
	    {PDU_VALIDITY_ENHANCED, "422D0000000000", 45, true},
	    {PDU_VALIDITY_ENHANCED, "03213254000000", 45 + 60 * 23 + 43200,
		false},
	    {PDU_VALIDITY_ENHANCED, "03AA0000000000", 0, false},
	    {PDU_VALIDITY_ENHANCED, "07010000000000", 0, false},
	    {PDU_VALIDITY_ENHANCED, "81000B00000000", 3600, false},
	    {PDU_VALIDITY_ENHANCED, "FFFFFFFFFFFFFF", 0, true},
	    {PDU_VALIDITY_ENHANCED, "838080800B0000", 0, false},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[7];
		struct pdu_validity got;
		size_t n = strlen(rows[i].hex) / 2, at = 0;
		from_hex(octets, n, rows[i].hex);
		struct span field = span_of(octets, n);
		assert_int_equal(pdu_time_validity_decode(
				     &got, rows[i].form, field, &at, NULL),
		    0);
		assert_int_equal(at, n);
		assert_int_equal(got.form, rows[i].form);
		assert_int_equal(got.for_s, rows[i].for_s);
		assert_int_equal(got.single_shot, rows[i].single_shot);
		if (n == 0)
			continue;
		field.octets--;
		at = 0;
		assert_int_equal(pdu_time_validity_decode(
				     &got, rows[i].form, field, &at, NULL),
		    PDU_SHORT);
		assert_int_equal(at, 0);
	}
}

static void
absolute_validity(void **state)
{
	(void)state;
	uint8_t octets[7];
	struct pdu_validity got;
	size_t at = 0;
	from_hex(octets, sizeof(octets), "6211523183000A");
	assert_int_equal(pdu_time_validity_decode(&got, PDU_VALIDITY_ABSOLUTE,
			     span_of(octets, 7), &at, NULL),
	    0);
	assert_true(got.until.valid);
	assert_int_equal(got.until.zone_minutes, -300);
}

/* What is written reads as the same; a relative period is never shorter. */
static void
periods_are_written(void **state)
{
	(void)state;
	uint8_t octets[PDU_VALIDITY_OCTETS];
	for (int form = PDU_VALIDITY_NONE; form <= PDU_VALIDITY_ABSOLUTE;
	     form++)
		for (int64_t s = 0; s < 500000; s += 1 + s / 7) {
			struct pdu_validity back,
			    want = {
				.form = (enum pdu_validity_form)form,
				.for_s = s,
				.single_shot = form == PDU_VALIDITY_ENHANCED,
				.until =
				    pdu_time_from_unix_s(1800000000 + s, -315),
			    };
			size_t at = 0;
			size_t n = pdu_time_validity_encode(octets, &want);
			assert_int_equal(
			    pdu_time_validity_decode(&back, want.form,
				span_of(octets, n), &at, NULL),
			    0);
			assert_int_equal(at, n);
			assert_int_equal(back.single_shot, want.single_shot);
			if (form == PDU_VALIDITY_RELATIVE ||
			    (form == PDU_VALIDITY_ENHANCED && s >= 360000))
				assert_true(back.for_s >= s);
			else if (form == PDU_VALIDITY_ENHANCED)
				assert_int_equal(back.for_s, s);
			if (form == PDU_VALIDITY_ABSOLUTE)
				assert_int_equal(pdu_time_unix_s(&back.until),
				    1800000000 + s);
		}
}

static void
times_are_read_from_text(void **state)
{
	static const struct {
		const char *text, *want; /* "": no time */
	} rows[] = {
	    {"2026-11-25T13:38:00+05:45", "2026-11-25T13:38:00+05:45"},
	    {"2026-11-25T13:38:00-03:30", "2026-11-25T13:38:00-03:30"},
	    {"2026-11-25T13:38:00Z", "2026-11-25T13:38:00+00:00"},
	    {"2028-02-29T00:00:59Z", "2028-02-29T00:00:59+00:00"},
	    {"2027-02-29T00:00:00Z", ""},
	    {"1999-11-25T13:38:00Z", ""},
	    {"2026-13-25T13:38:00Z", ""},
	    {"2026-00-25T13:38:00Z", ""},
	    {"2026-11-25T24:00:00Z", ""},
	    {"2026-11-25T13:38:60Z", ""},
	    {"2026-11-25T13:38:00", ""},
	    {"2026-11-25 13:38:00Z", ""},
	    {"2026-11-25T13:38:00+02:07", ""},
	    {"2026-11-25T13:38:00+20:00", ""},
	    {"2026-11-25T13:38:00+2:00", ""},
	    {"2026-11-25T13:38:00*02:00", ""},
	    {"2026-11-25T1x:38:00Z", ""},
	    {"", ""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pdu_stamp stamp;
		char text[PDU_TIME_TEXT_OCTETS];
		assert_int_equal(
		    pdu_time_from_text(&stamp, str_from(rows[i].text)),
		    rows[i].want[0] != '\0');
		assert_string_equal(pdu_time_text(text, &stamp), rows[i].want);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(stamps_read_and_write),
	    cmocka_unit_test(what_is_no_date_is_told),
	    cmocka_unit_test(seconds_outside_of_the_century),
	    cmocka_unit_test(days_go_round),
	    cmocka_unit_test(relative_periods),
	    cmocka_unit_test(validity_fields),
	    cmocka_unit_test(absolute_validity),
	    cmocka_unit_test(periods_are_written),
	    cmocka_unit_test(times_are_read_from_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
