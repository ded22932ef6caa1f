/* furrow.conf: what is good is read, what is bad is named with its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "handlers/intent.h"
#include "programs/furrowd/conf.h"

static char folder[] = "furrow-conf-XXXXXX";

static const char *
file_with(const char *name, const char *text)
{
	static char path[128];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
	return path;
}

static void
a_whole_file_is_read(void **state)
{
	(void)state;
	struct conf conf;
	struct err err;
	file_with("a.pin", " 1234 \n");
	const char *path = file_with("good.conf",
	    "market {\n"
	    "  name = \"Siaya farmers' market\"   country = \"254\"\n"
	    "  currency = \"KES\" language = \"en\"\n"
	    "  catalogue = \"catalogue.json\" answer-within = \"90m\"\n"
	    "  quiet-hours = \"20:30-06:30\" timezone = \"UTC\"\n"
	    "}\n"
	    "limits { texts-per-person-hour = 20  open-orders-per-person = 5\n"
	    "  spend-per-day = 7   texts-per-phone-day = 40\n"
	    "  blocked = { \"+25490*\", \"0900123456\", \"20880\" } } # x\n"
	    "store { path = \"/var/lib/furrow/furrow.db\" }\n"
	    "modem a { device = \"/dev/ttyUSB2\" speed = 9600\n"
	    "  pin-file = \"a.pin\" number = \"0700000001\" }\n"
	    "modem b { device = \"tty/b\" cost = \"1.25\" two-way = false\n"
	    "  texts-per-day = 900 spend-per-day = 500 trust = \"low\"\n"
	    "  shift-tables = { \"tr\", \"HI\" } transliterate = \"full\"\n"
	    "  family = \"Huawei\" notify = \"1,1,0,1,0\" storage = \"SM\"\n"
	    "  smsc = \"+254722500029\" init = { \"AT^CURC=0\", \"ATX\" }\n"
	    "  direct = true  imei = \"350000000000001\" imsi = \"63902\"\n"
	    "  usb-path = \"1-1.3\" interface = \"02\"\n"
	    "  reset-command = { \"/bin/relay\", \"cycle all\" } }\n"
	    "modem c { device = \"auto\" }\n");
	assert_int_equal(conf_read(&conf, path, &err), 0);
	assert_string_equal(conf.market.name, "Siaya farmers' market");
	assert_true(conf.market.answer_within_ms == 90 * 60000);
	assert_int_equal(conf.market.quiet_from_min, 1230);
	assert_int_equal(conf.market.quiet_until_min, 390);
	assert_int_equal(conf.market.spend_per_day_minor, 700);
	assert_int_equal(conf.market.texts_per_phone_day, 40);
	assert_int_equal(conf.market.blocked_count, 3);
	assert_string_equal(conf.market.blocked[0], "+25490*");
	assert_string_equal(conf.market.blocked[1], "+254900123456");
	assert_string_equal(conf.market.blocked[2], "20880");
	assert_string_equal(conf.store, "/var/lib/furrow/furrow.db");
	assert_int_equal(conf.modems, 3);
	assert_string_equal(conf.modem[2].device, "auto");
	assert_string_equal(conf.modem[0].pin, "1234");
	assert_string_equal(conf.modem[0].link.number, "+254700000001");
	assert_int_equal(conf.modem[0].speed, 9600);
	assert_false(conf.modem[1].link.two_way);
	assert_int_equal(conf.modem[1].link.cost_minor, 125);
	assert_int_equal(conf.modem[1].link.texts_per_day, 900);
	assert_int_equal(conf.modem[1].link.spend_per_day_minor, 50000);
	assert_true(conf.modem[1].link.low_trust);
	assert_false(conf.modem[0].link.low_trust);
	assert_int_equal(
	    conf.modem[0].cutting.transliterate, PLAIN_PUNCTUATION);
	assert_int_equal(conf.modem[0].cutting.languages, 0);
	assert_int_equal(conf.modem[1].cutting.transliterate, PLAIN_FULL);
	struct modem_setup plain = conf_setup_modem(&conf.modem[0].setup);
	struct modem_setup setup = conf_setup_modem(&conf.modem[1].setup);
	assert_int_equal(plain.direct, MODEM_DIRECT_AUTO);
	assert_null(plain.init[0]);
	assert_string_equal(setup.family, "Huawei");
	assert_string_equal(setup.notify, "1,1,0,1,0");
	assert_string_equal(setup.storage, "SM");
	assert_string_equal(setup.centre, "+254722500029");
	assert_string_equal(setup.init[1], "ATX");
	assert_null(setup.init[2]);
	assert_int_equal(setup.direct, MODEM_DIRECT_YES);
	struct modem_pins pins = conf_port_pins(&conf.modem[1].port);
	assert_string_equal(pins.imei, "350000000000001");
	assert_string_equal(pins.imsi, "63902");
	assert_string_equal(pins.iccid, "");
	assert_string_equal(pins.usb_path, "1-1.3");
	assert_string_equal(pins.interface, "02");
	assert_string_equal(pins.reset_command[0], "/bin/relay");
	assert_string_equal(pins.reset_command[1], "cycle all");
	assert_null(pins.reset_command[2]);
	assert_null(conf_port_pins(&conf.modem[2].port).reset_command[0]);
	assert_int_equal(conf.modem[1].cutting.languages, 1 << 1 | 1 << 6);
	char expected[160];
	snprintf(expected, sizeof(expected), "%s/tty/b", folder);
	assert_string_equal(conf.modem[1].device, expected);
	snprintf(expected, sizeof(expected), "%s/furrow.sock", folder);
	assert_string_equal(conf.admin.socket, expected);
	conf_wipe(&conf);
}

static void
an_empty_file_has_defaults(void **state)
{
	(void)state;
	struct conf conf;
	assert_int_equal(conf_read(&conf, file_with("e.conf", ""), NULL), 0);
	assert_string_equal(conf.market.country, "254");
	assert_int_equal(conf.market.texts_per_person_hour, 0);
	assert_int_equal(
	    conf.market.quiet_from_min, conf.market.quiet_until_min);
	assert_int_equal(conf.modems, 0);
}

/* The sample file and the manual name them; the reader of texts has them. */
static void
the_usual_language_limits_are_the_readers(void **state)
{
	(void)state;
	struct conf conf;
	const struct intent_limits *usual = &intent_limits_usual;
	assert_int_equal(conf_read(&conf, file_with("e.conf", ""), NULL), 0);
	assert_true(conf.market.reading.set);
	assert_int_equal(conf.market.reading.mend, usual->slip);
	assert_int_equal(conf.market.reading.margin, usual->margin);
	assert_int_equal(conf.market.reading.unread, usual->cost_line);
	assert_int_equal(conf.market.reading.unread_wish, usual->cost_wish);
	assert_int_equal(conf.market.question_lasts_ms, 3600000);
	assert_int_equal(conf.market.unusual_times, 10);
	assert_int_equal(conf.market.unusual_grams, 500000);
	assert_false(conf.market.fair.price || conf.market.fair.distance ||
		     conf.market.fair.reach || conf.market.fair.reliability);
}

static void
bands_are_read(void **state)
{
	(void)state;
	struct conf conf;
	assert_int_equal(
	    conf_read(&conf,
		file_with("good.conf",
		    "fair { price-band = \"12.5%\"  distance-band = \"0\"\n"
		    "  reach = \"3\"  reliability-band = \"20%\" }\n"),
		NULL),
	    0);
	assert_true(conf.market.fair.price && conf.market.fair.distance &&
		    conf.market.fair.reach && conf.market.fair.reliability);
	assert_int_equal(conf.market.fair.price_band_milli, 125);
	assert_int_equal(conf.market.fair.distance_band, 0);
	assert_int_equal(conf.market.fair.reach_steps, 3);
	assert_int_equal(conf.market.fair.reliability_band_milli, 200);
}

static void
what_comes_in_is_set(void **state)
{
	(void)state;
	struct conf conf;
	assert_int_equal(conf_read(&conf, file_with("good.conf", ""), NULL), 0);
	assert_int_equal(conf.market.parts_wait_ms, 24 * 3600 * 1000);
	assert_false(conf.market.calls_unanswered);
	assert_int_equal(
	    conf_read(&conf,
		file_with("good.conf",
		    "market { parts-wait = \"6d\" calls = \"log\" }\n"),
		NULL),
	    0);
	assert_int_equal(
	    conf.market.parts_wait_ms, INT64_C(6) * 24 * 3600 * 1000);
	assert_true(conf.market.calls_unanswered);
}

static void
language_limits_are_read(void **state)
{
	(void)state;
	struct conf conf;
	assert_int_equal(
	    conf_read(&conf,
		file_with("good.conf",
		    "language { mend-letters = 1.2  margin-letters = 0\n"
		    "  unread-words = 2  unread-words-wish = 0.5\n"
		    "  question-lasts = \"30m\"  unusual-times = 0\n"
		    "  unusual-kg = 90 }\n"),
		NULL),
	    0);
	assert_int_equal(conf.market.reading.mend, 12);
	assert_int_equal(conf.market.reading.margin, 0);
	assert_int_equal(conf.market.reading.unread, 20);
	assert_int_equal(conf.market.reading.unread_wish, 5);
	assert_int_equal(conf.market.question_lasts_ms, 1800000);
	assert_int_equal(conf.market.unusual_times, 0);
	assert_int_equal(conf.market.unusual_grams, 90000);
}

static void
what_is_wrong_is_named_with_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
		size_t line;
	} cases[] = {
	    {"market {\n  nmae = \"x\"\n}\n", "bad.conf:2: ", 2},
	    {"market {\n\n  answer-within = \"soon\"\n}\n",
		"bad.conf:3: answer-within: 'soon' is no duration", 3},
	    {"ussd-script t { }\n", "bad.conf:1: ussd-script t: steps is", 1},
	    {"ussd-script t {\n steps = { \"*1*{pin}#\" } }\n",
		"bad.conf:2: ussd-script t: {pin} is for", 2},
	    {"ussd-script t { steps = { \"*1*{vouch}#\" } }\n",
		"only {pin} and {voucher}", 1},
	    {"ussd-script t { steps = { \"1\" } pin-file = \"none\" }\n",
		"pin-file none: No such file", 1},
	    {"market { quiet-hours = \"25:00-06:00\" }\n", "quiet-hours", 1},
	    {"market { country = \"Kenya\" }\n", "country", 1},
	    {"market { currency = \"shilling\" }\n", "currency", 1},
	    {"market { admin-phone = \"Grace\" }\n",
		"bad.conf:1: admin-phone: 'Grace' is no phone number", 1},
	    {"market { clock = \"maybe\" }\n", "clock", 1},
	    {"market { parts-wait = \"59s\" }\n", "parts-wait", 1},
	    {"market { parts-wait = \"7d\" }\n", "parts-wait", 1},
	    {"market { parts-wait = \"\" }\n", "parts-wait", 1},
	    {"market { calls = \"yes\" }\n",
		"calls: 'yes' is neither \"answer\" nor \"log\"", 1},
	    {"limits {\n  blocked = { \"+25490*\", \"+*\" }\n}\n",
		"blocked: '+*' is not like +25490*", 3},
	    {"limits { blocked = { \"*\" } }\n", "blocked", 1},
	    {"limits { blocked = { \"+254*90\" } }\n", "blocked", 1},
	    {"limits { texts-per-phone-day = -1 }\n", "negative", 1},
	    {"market { timezone = \"Mars/Phobos\" }\n", "timezone", 1},
	    {"limits { texts-per-person-hour = -1 }\n", "negative", 1},
	    {"language { mend-letters = 9.5 }\n",
		"bad.conf:1: mend-letters: 9.5 is not from 0 to 9", 1},
	    {"language {\n margin-letters = -0.1\n}\n", "margin-letters", 2},
	    {"language { unread-words = many }\n", "bad.conf:1: ", 1},
	    {"language { unread-words-wish = 10 }\n", "wish: 10 is not", 1},
	    {"language { question-lasts = \"1m\" }\n", "from 5m to 1d", 1},
	    {"language { question-lasts = \"2d\" }\n", "from 5m to 1d", 1},
	    {"language { question-lasts = \"long\" }\n", "no duration", 1},
	    {"language { unusual-times = -1 }\n", "unusual-times", 1},
	    {"language { unusual-kg = -1 }\n", "unusual-kg", 1},
	    {"fair { price-band = \"10\" }\n",
		"bad.conf:1: price-band: '10' is not like 10%", 1},
	    {"fair { price-band = \"101%\" }\n", "up to 100%", 1},
	    {"fair {\n distance-band = \"7\"\n}\n", "from 0 to 6", 2},
	    {"fair { reach = \"far\" }\n", "reach", 1},
	    {"fair { reliability-band = \"-1%\" }\n", "reliability-band", 1},
	    {"ussd at { }\n", "bad.conf:1: ussd at: dialect: missing", 1},
	    {"admin { smpp = \"x\" lisen = \"y\" }\n", "bad.conf:1: ", 1},
	    {"colour = \"blue\"\n", "bad.conf:1: ", 1},
	    {"market {\n name = \"x\"\n", "bad.conf:", 0},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct conf conf;
		struct err err;
		const char *path = file_with("bad.conf", cases[i].text);
		int rc = conf_read(&conf, path, &err);
		if (rc >= 0 || strstr(err.text, cases[i].message) == NULL)
			fail_msg("case %zu: %d '%s'", i, rc, err.text);
		if (cases[i].line != 0)
			assert_int_equal(err.offset, cases[i].line);
	}
}

static void
the_console_over_tcp(void **state)
{
	(void)state;
	struct conf conf;
	char expected[160];
	assert_int_equal(conf_read(&conf, file_with("e.conf", ""), NULL), 0);
	assert_string_equal(conf.admin.address, "");
	assert_string_equal(conf.admin.web, "");
	assert_int_equal(
	    conf_read(&conf,
		file_with("good.conf",
		    "admin { listen = \"[::1]:8642\"  web = \"w\"\n"
		    "  host = { \"Farm.example\", \"b\" } }\n"),
		NULL),
	    0);
	assert_string_equal(conf.admin.address, "::1");
	assert_int_equal(conf.admin.port, 8642);
	assert_string_equal(conf.admin.host[0], "farm.example");
	assert_int_equal(conf.admin.hosts, 2);
	snprintf(expected, sizeof(expected), "%s/w", folder);
	assert_string_equal(conf.admin.web, expected);
	assert_int_equal(conf.admin.sendsms_per_minute, 600);
	assert_int_equal(conf.admin.dlr_hosts, 0);
	assert_int_equal(
	    conf_read(&conf,
		file_with("good.conf",
		    "admin { sendsms-per-minute = 0\n"
		    "  dlr-hosts = { \"Shop.example\", \"[::1]:8080\" } }\n"),
		NULL),
	    0);
	assert_int_equal(conf.admin.sendsms_per_minute, 0);
	assert_int_equal(conf.admin.dlr_hosts, 2);
	assert_string_equal(conf.admin.dlr_host[0].name, "shop.example");
	assert_int_equal(conf.admin.dlr_host[1].port, 8080);
}

static void
a_console_that_is_refused(void **state)
{
	static const struct {
		const char *text, *message;
	} rows[] = {
	    {"admin { listen = \"8642\" }",
		"admin: listen: not a numeric address and a port"},
	    {"admin { listen = \"localhost:8642\" }",
		"admin: listen: not a numeric address and a port"},
	    {"admin { listen = \"0.0.0.0:8642\" }",
		"passwords would pass in the clear"},
	    {"admin { listen = \"[::]:8642\" }",
		"passwords would pass in the clear"},
	    {"admin { listen = \"127.0.0.1:8642\"  tls-key = \"k\" }",
		"it and tls-key are given both or not at all"},
	    {"admin { listen = \"0.0.0.0:8642\"  tls-certificate = \"none\" "
	     " tls-key = \"none\" }",
		"No such file"},
	    {"admin { host = { \"a.b:8642\" } }", "the port does not"},
	    {"admin { host = { \"\" } }", "is no name like"},
	    {"admin { sendsms-per-minute = -1 }",
		"bad.conf:1: sendsms-per-minute: from 1 to 100000"},
	    {"admin { sendsms-per-minute = 100001 }", "or 0 for no limit"},
	    {"admin { dlr-hosts = { \"https://shop.example\" } }",
		"bad.conf:1: dlr-hosts: 'https://shop.example' is no host"},
	    {"admin { dlr-hosts = { \"shop.example:x\" } }", "is no host"},
	    {"admin { dlr-hosts = { \"a\" }  dlr-tls-ca = \"none\" }",
		"admin: dlr-tls-ca: "},
	};
	struct conf conf;
	struct err err;
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *path = file_with("bad.conf", rows[i].text);
		int rc = conf_read(&conf, path, &err);
		if (rc >= 0 || strstr(err.text, rows[i].message) == NULL)
			fail_msg("%s: %d '%s'", rows[i].text, rc, err.text);
	}
}

static void
rules_of_keeping(void **state)
{
	static const int64_t day_ms = INT64_C(86400000);
	static const struct {
		const char *text, *message;
	} rows[] = {
	    {"retention { texts = \"29d\" }", "texts: '29d' is too short"},
	    {"retention { histories = \"1h\" }",
		"histories: '1h' is too short"},
	    {"retention { texts = \"a year\" }", "is no duration"},
	    {"retention { sessions = \"\" }", "is no duration"},
	};
	struct conf conf;
	struct err err;

	(void)state;
	assert_int_equal(conf_read(&conf, file_with("r.conf", ""), NULL), 0);
	assert_int_equal(conf.keep.raw_ms, 0);
	assert_int_equal(conf.keep.texts_ms, 0);
	assert_int_equal(conf.keep.histories_ms, 0);
	assert_int_equal(conf.keep.sessions_ms, 90 * day_ms);
	assert_int_equal(
	    conf_read(&conf,
		file_with("r.conf", "retention { texts = \"30d\""
				    " histories = \"400d\" raw = \"7d\" }"),
		NULL),
	    0);
	assert_int_equal(conf.keep.texts_ms, 30 * day_ms);
	assert_int_equal(conf.keep.histories_ms, 400 * day_ms);
	assert_int_equal(conf.keep.raw_ms, 7 * day_ms);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *path = file_with("bad.conf", rows[i].text);

		assert_true(conf_read(&conf, path, &err) < 0);
		assert_non_null(strstr(err.text, rows[i].message));
	}
}

/* libconfuse's scanner would end the program. */
static void
a_folder_is_no_file(void **state)
{
	(void)state;
	struct conf conf;
	struct err err;
	assert_int_equal(conf_read(&conf, folder, &err), CONF_READ);
	assert_non_null(strstr(err.text, "directory"));
}

static void
no_file_is_said(void **state)
{
	(void)state;
	struct conf conf;
	struct err err;
	assert_int_equal(
	    conf_read(&conf, "/nowhere/furrow.conf", &err), CONF_READ);
	assert_non_null(strstr(err.text, "/nowhere/furrow.conf"));
}

static void
a_reload_says_what_needs_a_restart(void **state)
{
	(void)state;
	struct conf now, next;
	char what[CONF_RESTART_OCTETS];
	assert_int_equal(conf_read(&now, file_with("r.conf", ""), NULL), 0);
	assert_int_equal(
	    conf_read(&next,
		file_with("r.conf", "market { answer-within = \"5m\" }"), NULL),
	    0);
	assert_false(conf_needs_restart(what, &now, &next));
	assert_int_equal(
	    conf_read(&next,
		file_with("r.conf", "store { path = \"other.db\" }"), NULL),
	    0);
	assert_true(conf_needs_restart(what, &now, &next));
	assert_string_equal(what, "store path");
	assert_int_equal(
	    conf_read(&next,
		file_with("r.conf", "market { currency = \"CNY\" }\n"
				    "modem a { device = \"x\" }"),
		NULL),
	    0);
	assert_true(conf_needs_restart(what, &now, &next));
	assert_string_equal(what, "market currency, modems");
}

/* The daemon wipes its PINs once the modems have them. */
static void
a_wiped_pin_is_no_change(void **state)
{
	(void)state;
	static const char text[] =
	    "modem a { device = \"x\" pin-file = \"a.pin\" }";
	struct conf now, next;
	char what[CONF_RESTART_OCTETS];
	file_with("a.pin", "1234\n");
	assert_int_equal(conf_read(&now, file_with("r.conf", text), NULL), 0);
	assert_int_equal(conf_read(&next, file_with("r.conf", text), NULL), 0);
	memset(now.modem[0].pin, 0, sizeof(now.modem[0].pin));
	assert_false(conf_needs_restart(what, &now, &next));
	next.modem[0].speed = 9600;
	assert_true(conf_needs_restart(what, &now, &next));
	assert_string_equal(what, "modems");
}

static void
scripts_for_operators_are_read(void **state)
{
	(void)state;
	struct conf conf;
	struct err err;
	struct ussd_script filled;
	bool secret;
	file_with("a.pin", "4321\n");
	const char *path = file_with("r.conf",
	    "ussd-script topup { steps = { \"*130*{voucher}#\", \"{pin}\" }\n"
	    "  pin-file = \"a.pin\" }\n"
	    "ussd-script look { steps = { \"*144#\", \"1\" } }\n");
	assert_int_equal(conf_read(&conf, path, &err), 0);
	assert_int_equal(conf.scripts, 2);
	assert_string_equal(conf.script[1].steps[1], "1");
	assert_int_equal(
	    ussd_script_fill(&filled, &secret, &conf.script[0], "99", &err), 0);
	assert_string_equal(filled.steps[0], "*130*99#");
	assert_string_equal(filled.steps[1], "4321");
	assert_true(secret);
	assert_int_equal(
	    ussd_script_fill(&filled, &secret, &conf.script[0], "", &err),
	    USSD_SCRIPT_VOUCHER);
	assert_int_equal(
	    ussd_script_fill(&filled, &secret, &conf.script[1], "99", &err),
	    USSD_SCRIPT_VOUCHER);
	assert_int_equal(
	    ussd_script_fill(&filled, &secret, &conf.script[1], "", &err), 0);
	assert_false(secret);
	conf_wipe(&conf);
	assert_int_equal(conf.script[0].pin[0], 0);
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int
remove_folder(void **state)
{
	(void)state;
	static const char *const names[] = {
	    "a.pin", "good.conf", "e.conf", "bad.conf", "r.conf"};
	char path[128];
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		unlink(path);
	}
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_whole_file_is_read),
	    cmocka_unit_test(an_empty_file_has_defaults),
	    cmocka_unit_test(the_usual_language_limits_are_the_readers),
	    cmocka_unit_test(what_comes_in_is_set),
	    cmocka_unit_test(language_limits_are_read),
	    cmocka_unit_test(bands_are_read),
	    cmocka_unit_test(what_is_wrong_is_named_with_its_line),
	    cmocka_unit_test(the_console_over_tcp),
	    cmocka_unit_test(a_console_that_is_refused),
	    cmocka_unit_test(rules_of_keeping),
	    cmocka_unit_test(a_folder_is_no_file),
	    cmocka_unit_test(no_file_is_said),
	    cmocka_unit_test(a_reload_says_what_needs_a_restart),
	    cmocka_unit_test(a_wiped_pin_is_no_change),
	    cmocka_unit_test(scripts_for_operators_are_read),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
