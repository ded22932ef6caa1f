/* Sections modem in furrow.conf: what is refused, with its line, and what is
 * told and taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "programs/furrowd/conf.h"

static struct conf conf;

static int
read_text(const char *text, struct err *err)
{
	char path[] = "furrow-modem-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	int rc = conf_read(&conf, path, err);
	unlink(path);
	return rc;
}

static void
what_is_wrong_is_named_with_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
		size_t line;
	} cases[] = {
	    {"modem a { device = \"x\"\n balance-pattern = \"KES (\" }\n",
		":2: balance-pattern: 'KES ('", 2},
	    {"modem a { device = \"x\"\n\n balance-pattern = \"KES\" }\n",
		"it has 0 groups in brackets", 3},
	    {"modem a { device = \"x\" balance-code = \"AT\" }\n",
		"balance-code: 'AT' is no code like *144#", 1},
	    {"modem a { device = \"x\" transliterate = \"all\" }\n",
		"transliterate: 'all' is none of none, punctuation, full", 1},
	    {"modem a { device = \"x\" shift-tables = { \"tr\", \"sw\" } }\n",
		"shift-tables: no tables for 'sw'", 1},
	    {"modem a { device = \"x\" trust = \"some\" }\n",
		"trust: 'some' is neither full nor low", 1},
	    {"modem a { device = \"x\" speed = 12345 }\n", "speed", 1},
	    {"\nmodem a { speed = 9600 }\n", ":2: modem a: device is missing",
		2},
	    {"modem a { device = \"x\" }\nmodem a { device = \"y\" }\n",
		":2: ", 2},
	    {"modem a { device = \"x\" family = \"acme\" }\n",
		"family: 'acme' is none of huawei, zte, ", 1},
	    {"modem a { device = \"x\" number = \"Grace\" }\n",
		":1: number: 'Grace' is no phone number", 1},
	    {"modem a { device = \"x\" }\nmodem b { device = \"x\" }\n",
		":2: modem b: its device is that of modem a", 2},
	    {"modem a { device = \"auto\" imei = \"350000000000006\" }\n"
	     "modem b { device = \"auto\" imei = \"350000000000006\" }\n",
		":2: modem b: its imei is that of modem a", 2},
	    {"modem a { device = \"x\" balance-least = \"5\" }\n",
		"modem a: balance-least needs balance-pattern", 1},
	    {"modem a { device = \"x\" expiry-pattern = \"till (.*)\" }\n",
		"modem a: the patterns need balance-code", 1},
	    {"modem a { device = \"x\" notify = \"2,1,0,1,0,0\" }\n",
		"notify: '2,1,0,1,0,0' is not like", 1},
	    {"modem a { device = \"x\" notify = \"2,,1\" }\n", "notify: ", 1},
	    {"modem a { device = \"x\" notify = \"2,\" }\n", "notify: ", 1},
	    {"modem a { device = \"x\" storage = \"SR\" }\n",
		"storage: 'SR' is none of SM", 1},
	    {"modem a { device = \"x\" smsc = \"Safaricom\" }\n",
		"smsc: 'Safaricom' is no number", 1},
	    {"modem a { device = \"x\"\n init = { \"AT+X\", \"+CMGF=1\" } }\n",
		"init: '+CMGF=1' does not begin with AT", 2},
	    {"modem a { device = \"x\"\n init = { \"AT\\r\" } }\n",
		"holds a line end", 2},
	    {"modem a { device = \"x\" init = { \"AT+CMGS=20\" } }\n",
		"would wait for a text", 1},
	    {"modem a { device = \"x\" direct = \"maybe\" }\n",
		"direct: 'maybe' is none of auto, true, false", 1},
	    {"modem a { device = \"x\" imei = \"35000\" }\n",
		"imei: '35000' is no IMEI", 1},
	    {"modem a { device = \"x\" iccid = \"89x\" }\n",
		"iccid: '89x' is not made of digits", 1},
	    {"modem a { device = \"x\"\n usb-path = \"/dev/x\" }\n",
		"usb-path: '/dev/x' is no place", 2},
	    {"modem a { device = \"x\" usb-path = \"pci-0-usb-0:x\" }\n",
		"usb-path: 'pci-0-usb-0:x' is no place", 1},
	    {"modem a { device = \"x\" interface = \"if02\" }\n",
		"interface: 'if02' is not like 02", 1},
	    {"modem a { device = \"x\" reset-command = { \"relay\" } }\n",
		"reset-command: 'relay' is no absolute path", 1},
	    {"modem a { device = \"x\" pin-file = \"none.pin\" }\n",
		":1: modem a: pin-file", 1},
	    {"modem a { device = \"x\" keyword = \"two words\" }\n",
		"keyword: 'two words' is not one word", 1},
	    {"modem a { device = \"x\"\n class = \"cheap\" }\n",
		"class: 'cheap' is none of", 2},
	    {"modem a { device = \"x\" hours = \"6-22\" }\n",
		"hours: '6-22' is not like", 1},
	    {"modem a { device = \"x\" quality = 101 }\n",
		"quality: 101 is not from 0 to 100", 1},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct err err;
		int rc = read_text(cases[i].text, &err);
		if (rc >= 0 || strstr(err.text, cases[i].message) == NULL)
			fail_msg("case %zu: %d '%s'", i, rc, err.text);
		assert_int_equal(err.offset, cases[i].line);
	}
}

static void
a_balance_is_asked_for(void **state)
{
	(void)state;
	struct err err;
	int rc =
	    read_text("modem a { device = \"x\" balance-code = \"*144#\"\n"
		      "  balance-pattern = \"balance is KES ([0-9.,]+)\"\n"
		      "  expiry-pattern = \"until ([0-9/]+)\"\n"
		      "  balance-every = \"6h\" balance-least = \"50.00\" }\n",
		&err);
	assert_int_equal(rc, 0);
	const struct conf_credit *c = &conf.modem[0].credit;
	assert_string_equal(c->code, "*144#");
	assert_string_equal(c->balance_pattern, "balance is KES ([0-9.,]+)");
	assert_true(c->every_ms == INT64_C(6) * 3600 * 1000);
	assert_int_equal(c->least_minor, 5000);
}

static void
keep_line(const char *line, void *arg)
{
	snprintf(arg, 512, "%s", line);
}

/* A relay's program that is not there is told at once, not in the night in
 * which the modem hangs; the market starts without it. */
static void
a_program_that_is_not_there_is_told(void **state)
{
	struct err err;
	char said[512] = "";
	(void)state;
	log_set_sink(keep_line, said);
	int there = read_text("modem a { device = \"x\""
			      " reset-command = { \"/bin/sh\", \"-c\" } }\n",
	    &err);
	assert_string_equal(said, "");
	int gone = read_text("modem a { device = \"x\""
			     " reset-command = { \"/bin/no relay\" } }\n",
	    &err);
	log_set_sink(NULL, NULL);
	assert_int_equal(there, 0);
	assert_int_equal(gone, 0);
	assert_non_null(strstr(said,
	    "conf not_runnable link=a reset-command=\"/bin/no relay\""
	    " why=\"No such file or directory\""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_wrong_is_named_with_its_line),
	    cmocka_unit_test(a_balance_is_asked_for),
	    cmocka_unit_test(a_program_that_is_not_there_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
