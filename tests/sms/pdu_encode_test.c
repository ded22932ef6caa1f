#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "sms/pdu.h"
#include "sms/segment.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static struct pdu_content
content_of(struct segment_list *list, const char *text)
{
	assert_int_equal(segment_split(list, str_from(text), NULL, NULL), 0);
	return (struct pdu_content){
	    .alphabet = list->alphabet,
	    .class = PDU_CLASS_NONE,
	    .data = segment_part(list, 0),
	};
}

static void
is_hex(const uint8_t *octets, int count, const char *want)
{
	char hex[2 * PDU_OCTETS_MAX + 1];
	assert_true(count >= 0);
	span_to_hex(hex, sizeof(hex), span_of(octets, (size_t)count));
	assert_string_equal(hex, want);
}

/* 23.040 9.2.2.2 */
static void
submits_are_written(void **state)
{
	(void)state;
	struct segment_list list;
	uint8_t octets[PDU_OCTETS_MAX];
	size_t tpdu = 0;
	struct pdu_submit_spec spec = {
	    .to = STR("+46708251358"),
	    .validity_minutes = INT64_C(4) * 24 * 60,
	    .content = content_of(&list, "hellohello"),
	};
	int n = pdu_encode_submit(octets, sizeof(octets), &tpdu, &spec, NULL);
	is_hex(octets, n, "0011000B916407281553F80000AA0AE8329BFD4697D9EC37");
	assert_int_equal(tpdu, n - 1);
	spec.smsc = STR("+27381000015");
	spec.report = spec.reject_duplicates = spec.reply_path = true;
	spec.reference = 0x2A;
	spec.validity_minutes = 0;
	spec.content = content_of(&list, "سحق");
	spec.content.class = 1;
	n = pdu_encode_submit(octets, sizeof(octets), &tpdu, &spec, NULL);
	is_hex(octets, n,
	    "07917283010010F5"
	    "A52A0B916407281553F80019"
	    "06"
	    "0633062D0642");
	assert_int_equal(tpdu, n - 8);
}

/* 9.2.3.24: with six octets of header one fill bit, with seven none. */
static void
parts_are_written(void **state)
{
	(void)state;
	struct segment_list list;
	uint8_t octets[PDU_OCTETS_MAX];
	struct pdu_submit_spec spec = {
	    .to = STR("22384"),
	    .content = content_of(&list, "Maize 20 bags"),
	};
	spec.content.header.concat =
	    (struct udh_concat){true, false, 0xCC, 2, 1};
	int n = pdu_encode_submit(octets, sizeof(octets), NULL, &spec, NULL);
	is_hex(octets, n,
	    "0041000581"
	    "2283F4"
	    "0000"
	    "14050003CC02019AE1B4BE0C92C140E2F0790E");
	spec.content.header.concat =
	    (struct udh_concat){true, true, 0x1234, 2, 1};
	n = pdu_encode_submit(octets, sizeof(octets), NULL, &spec, NULL);
	is_hex(octets, n,
	    "0041000581"
	    "2283F4"
	    "0000"
	    "1506080412340201CD705A5F06C9602071F83C07");
}

static void
delivers_and_reports_are_written(void **state)
{
	(void)state;
	struct segment_list list;
	uint8_t octets[PDU_OCTETS_MAX];
	size_t tpdu;
	struct pdu_stamp stamp = pdu_time_from_unix_s(1795606680, 120);
	struct pdu_deliver_spec deliver = {
	    .smsc = STR("+27381000015"),
	    .from = STR("diafaan"),
	    .stamp = stamp,
	    .content = content_of(&list, "x"),
	};
	int n =
	    pdu_encode_deliver(octets, sizeof(octets), &tpdu, &deliver, NULL);
	is_hex(octets, n,
	    "07917283010010F5"
	    "040DD0E474D81C0EBB010000"
	    "62115231830080"
	    "0178");
	assert_int_equal(tpdu, n - 8);
	struct pdu_report_spec report = {
	    .to = STR("+254722000001"),
	    .reference = 42,
	    .stamp = stamp,
	    .discharged = pdu_time_from_unix_s(1795607280, 120),
	    .status = 0x46,
	};
	n = pdu_encode_status_report(
	    octets, sizeof(octets), &tpdu, &report, NULL);
	is_hex(octets, n,
	    "00"
	    "062A0C91527422000010"
	    "62115231830080"
	    "62115231840080"
	    "46");
}

static void
impossible_wishes_are_refused(void **state)
{
	static const uint8_t septets[161] = {0};
	struct pdu_content good = {
	    .class = PDU_CLASS_NONE, .data = {septets, 160}};
	struct pdu_submit_spec rows[] = {
	    {.to = STR(""), .content = good},
	    {.to = STR("Market"), .content = good},
	    {.to = STR("+1"), .smsc = STR("Market"), .content = good},
	    {.to = STR("+1"), .content = good},
	    {.to = STR("+1"), .content = good},
	    {.to = STR("+1"), .content = good},
	    {.to = STR("+1"), .content = good},
	    {.to = STR("+1"), .content = good},
	};
	static const int want[COUNT(rows)] = {
	    PDU_NUMBER,
	    PDU_NUMBER,
	    PDU_NUMBER,
	    PDU_VALUE,
	    PDU_LONG,
	    PDU_LONG,
	    PDU_LONG,
	    PDU_VALUE,
	};
	(void)state;
	rows[3].content.class = 4;
	rows[4].content.data.octets = 161;
	rows[5].content.alphabet = SMS_8BIT;
	rows[5].content.data.octets = 141;
	rows[6].content.header.concat =
	    (struct udh_concat){true, false, 1, 2, 1};
	rows[7].content.data.octets = 1;
	rows[7].content.header.concat =
	    (struct udh_concat){true, false, 1, 2, 3};
	for (size_t i = 0; i < COUNT(rows); i++) {
		uint8_t octets[PDU_OCTETS_MAX];
		size_t tpdu = 9;
		struct err err;
		assert_int_equal(pdu_encode_submit(octets, sizeof(octets),
				     &tpdu, &rows[i], &err),
		    want[i]);
		assert_int_equal(err.code, want[i]);
		assert_int_equal(tpdu, 0);
	}
}

static void
a_small_destination_is_told(void **state)
{
	(void)state;
	struct segment_list list;
	uint8_t octets[PDU_OCTETS_MAX];
	struct pdu_submit_spec spec = {
	    .to = STR("+1"), .content = content_of(&list, "hello")};
	int n = pdu_encode_submit(octets, sizeof(octets), NULL, &spec, NULL);
	assert_true(n > 0);
	assert_int_equal(
	    pdu_encode_submit(octets, (size_t)n, NULL, &spec, NULL), n);
	assert_int_equal(
	    pdu_encode_submit(octets, (size_t)n - 1, NULL, &spec, NULL),
	    PDU_ROOM);
}

/* Every length of text, each header, each alphabet: what was written is what
 * is read. */
static void
same_again(const struct pdu_submit_spec *spec, size_t limit)
{
	uint8_t octets[PDU_OCTETS_MAX];
	struct pdu pdu;
	size_t tpdu;
	int n = pdu_encode_submit(octets, sizeof(octets), &tpdu, spec, NULL);
	if (spec->content.data.octets > limit) {
		assert_int_equal(n, PDU_LONG);
		return;
	}
	assert_true(n > 0);
	assert_int_equal(pdu_decode(&pdu, span_of(octets, (size_t)n),
			     PDU_DIRECTION_SUBMIT, (long)tpdu, NULL),
	    0);
	assert_string_equal(pdu.peer.text, "+254722000001");
	assert_int_equal(pdu.alphabet, spec->content.alphabet);
	assert_int_equal(pdu.coding.class, spec->content.class);
	assert_int_equal(pdu.data_count, spec->content.data.octets);
	assert_memory_equal(pdu.data, spec->content.data.at, pdu.data_count);
	assert_int_equal(
	    pdu.udh.concat.present, spec->content.header.concat.present);
	assert_int_equal(pdu.udh.concat.ref, spec->content.header.concat.ref);
}

static void
what_is_written_reads_back(void **state)
{
	static const struct {
		struct udh header;
		size_t septets, octets;
	} rows[] = {
	    {{.octets = 0}, 160, 140},
	    {{.concat = {true, false, 7, 2, 1}}, 153, 134},
	    {{.concat = {true, true, 700, 2, 1}}, 152, 133},
	    {{.ports = {true, true, 2948, 9200}}, 152, 133},
	    {{.concat = {true, true, 700, 2, 1}, .ports = {true, true, 1, 2}},
		145, 127},
	};
	(void)state;
	uint8_t data[162];
	for (size_t i = 0; i < sizeof(data); i++)
		data[i] = (uint8_t)((i * 29 + 1) & 0x7F);
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t n = 0; n <= sizeof(data); n++)
			for (int a = 0; a < 3; a++) {
				struct pdu_submit_spec spec = {
				    .to = STR("+254722000001"),
				    .validity_minutes = 60,
				};
				spec.content.alphabet = (enum sms_alphabet)a;
				spec.content.class = (int)(n % 5) - 1;
				spec.content.data = span_of(data, n);
				spec.content.header = rows[i].header;
				same_again(&spec, a == SMS_GSM7
						      ? rows[i].septets
						      : rows[i].octets);
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(submits_are_written),
	    cmocka_unit_test(parts_are_written),
	    cmocka_unit_test(delivers_and_reports_are_written),
	    cmocka_unit_test(impossible_wishes_are_refused),
	    cmocka_unit_test(a_small_destination_is_told),
	    cmocka_unit_test(what_is_written_reads_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
