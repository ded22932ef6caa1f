/* What a PDU is for us, octet by octet (23.040 9.2.3.9, 23.038 4). */
#include "gateway/link/pdu_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
test_kinds(void **state)
{
	static const struct {
		const char *name;
		uint8_t pid, dcs;
		uint16_t port; /* 0: none */
		bool special;
		enum msg_kind kind;
		const char *why;
		int replaces;
	} rows[] = {
	    {"plain", 0x00, 0x00, 0, false, MSG_TEXT, "", 0},
	    {"UCS-2", 0x00, 0x08, 0, false, MSG_TEXT, "", 0},
	    {"flash", 0x00, 0x10, 0, false, MSG_TEXT, "", 0},
	    {"class 2", 0x00, 0xF2, 0, false, MSG_TEXT, "", 0},
	    {"reserved alphabet", 0x00, 0x0C, 0, false, MSG_TEXT, "", 0},
	    {"reserved group", 0x00, 0x84, 0, false, MSG_TEXT, "", 0},
	    {"deleted when read", 0x00, 0x40, 0, false, MSG_TEXT, "", 0},
	    {"by e-mail", 0x32, 0x00, 0, false, MSG_TEXT, "", 0},
	    {"silent", 0x40, 0x00, 0, false, MSG_SILENT, "", 0},
	    {"replaces", 0x41, 0x00, 0, false, MSG_TEXT, "", 1},
	    {"replaces", 0x47, 0x08, 0, false, MSG_TEXT, "", 7},
	    {"not any more", 0x48, 0x00, 0, false, MSG_TEXT, "", 0},
	    {"call me", 0x5F, 0x00, 0, false, MSG_BINARY, "a wish to be called",
		0},
	    {"ME download", 0x7D, 0xF5, 0, false, MSG_BINARY,
		"a download to the SIM or the phone", 0},
	    {"SIM download", 0x7F, 0xF6, 0, false, MSG_BINARY,
		"a download to the SIM or the phone", 0},
	    {"8-bit", 0x00, 0x04, 0, false, MSG_BINARY, "binary message", 0},
	    {"8-bit class 1", 0x00, 0xF5, 0, false, MSG_BINARY,
		"binary message", 0},
	    {"compressed", 0x00, 0x20, 0, false, MSG_BINARY, "compressed text",
		0},
	    {"MMS notice", 0x00, 0x04, 2948, false, MSG_BINARY,
		"WAP push or MMS notice", 0},
	    {"other port", 0x00, 0x00, 16000, false, MSG_BINARY,
		"for a program on the phone", 0},
	    {"voicemail, discard", 0x00, 0xC8, 0, false, MSG_BINARY,
		"message waiting", 0},
	    {"voicemail, store", 0x00, 0xD8, 0, false, MSG_BINARY,
		"message waiting", 0},
	    {"voicemail, UCS-2", 0x00, 0xE8, 0, false, MSG_BINARY,
		"message waiting", 0},
	    {"voicemail, header", 0x00, 0x00, 0, true, MSG_BINARY,
		"message waiting", 0},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct pdu pdu = {.type = PDU_TYPE_DELIVER,
		    .pid = rows[i].pid,
		    .dcs = rows[i].dcs,
		    .coding = pdu_dcs_decode(rows[i].dcs)};
		const char *why = NULL;
		pdu.alphabet = pdu.coding.alphabet;
		pdu.udh.special = rows[i].special;
		pdu.udh.ports = (struct udh_ports){.present = rows[i].port != 0,
		    .wide = true,
		    .dst = rows[i].port};
		if (pdu_kind(&pdu, &why) != rows[i].kind ||
		    strcmp(why, rows[i].why) != 0)
			fail_msg("%s: \"%s\"", rows[i].name, why);
		assert_int_equal(pdu_kind_replaces(&pdu), rows[i].replaces);
	}
}

static void
test_report(void **state)
{
	(void)state;
	const char *why;
	struct pdu pdu = {.type = PDU_TYPE_STATUS_REPORT, .pid = 0x41};
	assert_int_equal(pdu_kind(&pdu, &why), MSG_REPORT);
	assert_string_equal(why, "");
	assert_int_equal(pdu_kind_replaces(&pdu), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kinds),
	    cmocka_unit_test(test_report),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
