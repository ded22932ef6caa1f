/* Sections ussd in furrow.conf: what is read, and what is refused, with its
 * line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "programs/furrowd/conf.h"

#define SECRET "ussd-test.key"

static struct conf conf, next;

static int
read_text(struct conf *out, const char *text, struct err *err)
{
	char path[] = "furrow-ussd-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	int rc = conf_read(out, path, err);
	unlink(path);
	return rc;
}

static void
write_secret(const char *text)
{
	FILE *out = fopen(SECRET, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

#define AT "ussd at { dialect = \"africastalking\" codes = { \"*384*96#\" } "
#define IN "listen = \"127.0.0.1:8643\" "

static void
sections_are_read(void **state)
{
	struct err err;
	(void)state;
	int rc = read_text(&conf,
	    AT IN "}\n"
		  "ussd gh { dialect = \"nalo\" listen = \"0.0.0.0:8650\"\n"
		  " path = \"/gh/\" event-path = \"/gone\"\n"
		  " codes = { \"*711*2#\", \"713\" }\n"
		  " allow = { \"192.0.2.0/24\" } secret-file = \"" SECRET "\"\n"
		  " countries = { \"233\", \"+234\" } networks = { \"MTN\" }\n"
		  " septets = 182 units = 80 idle = \"2m\" resume = \"10m\"\n"
		  " deadline = \"8s\" trust = \"low\" }\n",
	    &err);
	if (rc != 0)
		fail_msg("%s", err.text);
	assert_int_equal(conf.sessions, 2);
	const struct conf_session *at = &conf.session[0];
	const struct conf_session *gh = &conf.session[1];
	assert_string_equal(at->channel.name, "at");
	assert_string_equal(at->channel.code[0], "384*96");
	assert_string_equal(at->dialect->name, "africastalking");
	assert_string_equal(at->path, "/ussd/at");
	assert_string_equal(at->event_path, "");
	assert_int_equal(at->caller.auth, HTTP_AUTH_NONE);
	assert_int_equal(at->channel.septets, 160);
	assert_int_equal(at->channel.units, 70);
	assert_int_equal(at->channel.idle_ms, 180000);
	assert_int_equal(at->channel.resume_ms, 900000);
	assert_int_equal(at->channel.deadline_ms, 5000);
	assert_false(at->channel.by_phone);
	assert_false(at->channel.low_trust);
	assert_true(gh->channel.by_phone);
	assert_true(gh->channel.low_trust);
	assert_string_equal(gh->path, "/gh");
	assert_string_equal(gh->event_path, "/gone");
	assert_string_equal(gh->address, "0.0.0.0");
	assert_int_equal(gh->port, 8650);
	assert_int_equal(gh->caller.auth, HTTP_AUTH_ANY);
	assert_string_equal(gh->caller.secret, "s3cret");
	assert_int_equal(gh->channel.codes, 2);
	assert_string_equal(gh->channel.code[1], "713");
	assert_string_equal(gh->channel.country[0], "+233");
	assert_string_equal(gh->channel.country[1], "+234");
	assert_string_equal(gh->channel.network[0], "MTN");
	assert_int_equal(gh->channel.septets, 182);
	assert_int_equal(gh->channel.deadline_ms, 8000);
}

static void
what_needs_a_restart(void **state)
{
	struct err err;
	char what[CONF_RESTART_OCTETS];
	(void)state;
	assert_int_equal(
	    read_text(&conf, AT IN "secret-file = \"" SECRET "\" }", &err), 0);
	assert_int_equal(
	    read_text(&next, AT IN "secret-file = \"" SECRET "\" }", &err), 0);
	assert_false(conf_needs_restart(what, &conf, &next));
	assert_int_equal(read_text(&next,
			     AT IN "secret-file = \"" SECRET "\" idle = "
				   "\"1m\" }",
			     &err),
	    0);
	assert_true(conf_needs_restart(what, &conf, &next));
	assert_string_equal(what, "ussd channels");
	write_secret("other\n");
	assert_int_equal(
	    read_text(&next, AT IN "secret-file = \"" SECRET "\" }", &err), 0);
	assert_true(conf_needs_restart(what, &conf, &next));
	write_secret("s3cret\n");
}

/* A certificate is renewed under the same name. */
static void
files_are_told_apart(void **state)
{
	(void)state;
	write_secret("one");
	uint64_t one = conf_gate_mix_file(7, SECRET);
	assert_true(conf_gate_mix_file(7, SECRET) == one);
	assert_true(conf_gate_mix_file(8, SECRET) != one);
	write_secret("two");
	assert_true(conf_gate_mix_file(7, SECRET) != one);
	assert_true(conf_gate_mix_file(7, "") == 7);
	assert_true(conf_gate_mix_file(7, "nowhere") == 7);
	write_secret("s3cret\n");
}

/* Whoever reaches a public address can order in anybody's name. */
static void
public_addresses(void **state)
{
	static const struct {
		const char *keys;
		bool good;
	} cases[] = {
	    {"listen = \"127.0.0.1:8643\"", true},
	    {"listen = \"[::1]:8643\"", true},
	    {"listen = \"0.0.0.0:8643\"", false},
	    {"listen = \"[::]:8643\"", false},
	    {"listen = \"10.0.0.1:8643\"", false},
	    {"listen = \"10.0.0.1:8643\" allow = { \"0.0.0.0/0\" }", false},
	    {"listen = \"10.0.0.1:8643\" allow = { \"1.2.3.4\", \"::/0\" }",
		false},
	    {"listen = \"10.0.0.1:8643\" allow = { \"1.2.3.4\" }", true},
	    {"listen = \"10.0.0.1:8643\" secret-file = \"" SECRET "\"", true},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct err err;
		char text[512];
		snprintf(text, sizeof(text), AT "%s }", cases[i].keys);
		int rc = read_text(&conf, text, &err);
		if ((rc == 0) != cases[i].good)
			fail_msg("%s: %s", cases[i].keys,
			    rc == 0 ? "taken" : err.text);
		if (rc != 0 &&
		    strstr(err.text, "ussd at: listen: anybody could call") ==
			NULL)
			fail_msg("%s", err.text);
	}
}

static void
what_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
	    {"ussd at { }", "dialect: missing"},
	    {"ussd at { dialect = \"atalk\" }",
		"dialect: 'atalk' is none of africastalking, hubtel, "
		"emergent, arkesel, nalo, beem, infobip, mtn, dmark, "
		"hollatags, advanta, its, none, mica, sixdee"},
	    {"ussd at { dialect = \"mtn\" }", "codes: missing"},
	    {"ussd at { dialect = \"mtn\" codes = { \"*12a#\" } }",
		"codes: '*12a#' is no code to dial"},
	    {"ussd at { dialect = \"mtn\" codes = { \"*12#\", \"12\" } }",
		"codes: one of them is there twice"},
	    {AT "}", "listen: missing"},
	    {AT "listen = \"localhost:80\" }", "listen: not a numeric address"},
	    {AT "listen = \"[::1:8643\" }", "listen: not a numeric address"},
	    {AT "listen = \"127.0.0.1\" }", "listen: not a numeric address"},
	    {AT IN "path = \"ussd\" }", "path: 'ussd' is not like"},
	    {AT IN "event-path = \"/ussd/at\" }", "event-path: is that of"},
	    {AT IN "allow = { \"here\" } }", "allow: 'here' is no address"},
	    {AT IN "secret-file = \"nowhere\" }",
		"secret-file: No such file or directory: "},
	    {AT IN "tls-key = \"k\" }", "tls-certificate: it and tls-key"},
	    {AT IN "countries = { \"Kenya\" } }", "countries: 'Kenya'"},
	    {AT IN "countries = { \"0711\" } }", "countries: '0711'"},
	    {AT IN "networks = { \"a name that is too long\" } }",
		"networks: 'a name that"},
	    {AT IN "septets = 183 }", "septets: 183 is not from 60 to 182"},
	    {AT IN "units = 81 }", "units: 81 is not from 40 to 80"},
	    {AT IN "idle = \"soon\" }", "idle: 'soon' is no duration"},
	    {AT IN "idle = \"1ms\" }", "idle: '1ms' is no duration from 1s"},
	    {AT IN "resume = \"25h\" }", "resume: '25h' is no duration from"},
	    {AT IN "deadline = \"11s\" }", "deadline: '11s' is not from 1s"},
	    {AT IN "trust = \"half\" }", "trust: 'half' is neither"},
	    {AT IN "seats = 3 }", "no such option 'seats'"},
	    {AT IN "}\n" AT IN "}", "found duplicate title 'at'"},
	    {AT IN "}\nussd b { dialect = \"mtn\" codes = { \"*1#\" } " IN
		   "path = \"/ussd/at\" }",
		":2: ussd b: path: that of a section before"},
	    {"modem at { device = \"/dev/null\" }\n" AT IN "}",
		":2: ussd at: another section or channel has that"},
	    {"ussd ussd-sim { dialect = \"mtn\" }",
		"ussd ussd-sim: another section or channel has that name"},
	    {"ussd \"a b\" { dialect = \"mtn\" }",
		"ussd a b: a name has letters, digits, - _ and . only"},
	    {AT IN "event-path = \"/ussd/at/\" }", "event-path: is that of"},
	    {"ussd an-overlong-name-of-a-channel-here { dialect = \"mtn\" }",
		"a name has 1 to 31 octets"},
	    {"http ag { provider = \"africastalking\" user = \"u\" key-file = "
	     "\"" SECRET "\" listen = \"127.0.0.1:8643\" secret-file = "
	     "\"" SECRET "\" path = \"/ussd/at\" }\n" AT IN "}",
		":2: ussd at: path: that of a section before"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct err err = {0};
		if (read_text(&conf, cases[i].text, &err) == 0)
			fail_msg("taken: %s", cases[i].text);
		if (strstr(err.text, cases[i].why) == NULL)
			fail_msg("%s\nnot %s", err.text, cases[i].why);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sections_are_read),
	    cmocka_unit_test(what_needs_a_restart),
	    cmocka_unit_test(files_are_told_apart),
	    cmocka_unit_test(public_addresses),
	    cmocka_unit_test(what_is_refused),
	};
	write_secret("s3cret\n");
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(SECRET);
	return failed;
}
