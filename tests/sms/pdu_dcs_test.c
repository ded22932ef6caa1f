#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "sms/pdu_dcs.h"

/* 23.038 4, in ranges: "alphabet class [z: compressed] [d: deletion] [w:
 * waiting, discard or store]". */
static const struct {
	unsigned from, to;
	enum sms_alphabet alphabet;
	int class; /* -1 none, 4: the low two bits */
	const char *marks;
} rows[] = {
    {0x00, 0x03, SMS_GSM7, -1, ""},
    {0x04, 0x07, SMS_8BIT, -1, ""},
    {0x08, 0x0B, SMS_UCS2, -1, ""},
    {0x0C, 0x0F, SMS_GSM7, -1, ""}, /* reserved alphabet */
    {0x10, 0x13, SMS_GSM7, 4, ""},
    {0x14, 0x17, SMS_8BIT, 4, ""},
    {0x18, 0x1B, SMS_UCS2, 4, ""},
    {0x1C, 0x1F, SMS_GSM7, 4, ""},
    {0x20, 0x2F, SMS_8BIT, -1, "z"},
    {0x30, 0x3F, SMS_8BIT, 4, "z"},
    {0x40, 0x43, SMS_GSM7, -1, "d"},
    {0x44, 0x47, SMS_8BIT, -1, "d"},
    {0x48, 0x4B, SMS_UCS2, -1, "d"},
    {0x4C, 0x4F, SMS_GSM7, -1, "d"},
    {0x50, 0x53, SMS_GSM7, 4, "d"},
    {0x54, 0x57, SMS_8BIT, 4, "d"},
    {0x58, 0x5B, SMS_UCS2, 4, "d"},
    {0x5C, 0x5F, SMS_GSM7, 4, "d"},
    {0x60, 0x6F, SMS_8BIT, -1, "zd"},
    {0x70, 0x7F, SMS_8BIT, 4, "zd"},
    {0x80, 0xBF, SMS_GSM7, -1, ""}, /* reserved groups */
    {0xC0, 0xCF, SMS_GSM7, -1, "wd"},
    {0xD0, 0xDF, SMS_GSM7, -1, "ws"},
    {0xE0, 0xEF, SMS_UCS2, -1, "ws"},
    {0xF0, 0xF3, SMS_GSM7, 4, ""},
    {0xF4, 0xF7, SMS_8BIT, 4, ""},
    {0xF8, 0xFB, SMS_GSM7, 4, ""},
    {0xFC, 0xFF, SMS_8BIT, 4, ""},
};

static void
marks_of(char marks[8], const struct pdu_dcs *dcs)
{
	snprintf(marks, 8, "%s%s%s", dcs->compressed ? "z" : "",
	    dcs->delete_when_read ? "d" : "",
	    !dcs->waiting          ? ""
	    : dcs->waiting_discard ? "wd"
				   : "ws");
}

static void
every_octet_means_something(void **state)
{
	(void)state;
	unsigned done = 0;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (unsigned o = rows[i].from; o <= rows[i].to; o++, done++) {
			struct pdu_dcs dcs = pdu_dcs_decode((uint8_t)o);
			char marks[8];
			marks_of(marks, &dcs);
			assert_int_equal(dcs.alphabet, rows[i].alphabet);
			assert_int_equal(
			    dcs.class, rows[i].class == 4 ? (int)(o & 3) : -1);
			assert_string_equal(marks, rows[i].marks);
		}
	assert_int_equal(done, 256);
}

static void
waiting_messages_say_what_waits(void **state)
{
	(void)state;
	struct pdu_dcs dcs = pdu_dcs_decode(0xD9);
	assert_true(dcs.waiting_active);
	assert_int_equal(dcs.waiting_kind, PDU_WAITING_FAX);
	dcs = pdu_dcs_decode(0xE2);
	assert_false(dcs.waiting_active);
	assert_int_equal(dcs.waiting_kind, PDU_WAITING_EMAIL);
}

static void
written_octets_read_back(void **state)
{
	(void)state;
	for (int class = -1; class <= 3; class ++)
		for (int i = 0; i < 3; i++) {
			enum sms_alphabet alphabet = (enum sms_alphabet)i;
			struct pdu_dcs dcs =
			    pdu_dcs_decode(pdu_dcs_encode(alphabet, class));
			assert_int_equal(dcs.alphabet, alphabet);
			assert_int_equal(dcs.class, class);
		}
	assert_int_equal(pdu_dcs_encode(SMS_GSM7, PDU_CLASS_NONE), 0x00);
	assert_int_equal(pdu_dcs_encode(SMS_UCS2, PDU_CLASS_NONE), 0x08);
	assert_int_equal(pdu_dcs_encode(SMS_GSM7, 0), 0x10);
	assert_string_equal(pdu_dcs_alphabet_name(SMS_8BIT), "8bit");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_octet_means_something),
	    cmocka_unit_test(waiting_messages_say_what_waits),
	    cmocka_unit_test(written_octets_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
