/* Sections http in furrow.conf: what is read, and what is refused, with its
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

static struct conf conf, next;

static int
read_text(struct conf *out, const char *text, struct err *err)
{
	char path[] = "furrow-http-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	int rc = conf_read(out, path, err);
	unlink(path);
	return rc;
}

static void
write_file(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

#define AT                                                                     \
	"http ag { provider = \"africastalking\" user = \"u\""                 \
	" key-file = \"http-test.key\" "
#define IN "listen = \"127.0.0.1:8644\" secret-file = \"http-test.key\" "

static void
sections_are_read(void **state)
{
	struct err err;
	(void)state;
	int rc = read_text(&conf,
	    AT IN
	    "number = \"20880\" window = 3 allow = { \"10.0.0.0/8\" } }\n"
	    "http own { url = \"https://api.example.org/{user}?t={text}\"\n"
	    " method = \"get\" user = \"me\" from = \"MARKET\"\n"
	    " headers = { \"X-A: {id}\", \"X-B: b\" }\n"
	    " answer-code = \"s\" answer-codes = { \"ok accepted\" }\n"
	    " listen = \"127.0.0.1:8644\" path = \"/x\" secret-in = \"hmac\""
	    " secret-file = \"http-test.key\" report-codes = { \"up "
	    "delivered\" } }\n"
	    "http out { url = \"http://[::1]:9/\" body = \"{text}\" }\n",
	    &err);
	if (rc != 0)
		fail_msg("%s", err.text);
	assert_int_equal(conf.https, 3);
	const struct conf_http *ag = &conf.http[0], *own = &conf.http[1];
	assert_string_equal(ag->link.name, "ag");
	assert_string_equal(ag->link.number, "20880");
	assert_string_equal(ag->key, "s3cret");
	assert_string_equal(ag->caller.secret, "s3cret");
	assert_string_equal(ag->path, "/sms/ag");
	assert_string_equal(ag->report_path, "/sms/ag/report");
	assert_string_equal(ag->address, "127.0.0.1");
	assert_int_equal(ag->port, 8644);
	assert_int_equal(ag->window, 3);
	assert_int_equal(ag->caller.allows, 1);
	assert_true(ag->link.two_way);
	assert_string_equal(
	    ag->row.url, "https://api.africastalking.com/version1/messaging");
	assert_true(own->row.get);
	assert_int_equal(own->row.fields, 2);
	assert_string_equal(own->path, "/x");
	assert_int_equal(own->caller.auth, HTTP_AUTH_HMAC);
	assert_int_equal(http_row_class(&own->row, "OK"), HTTP_CLASS_ACCEPTED);
	assert_int_equal(http_row_fate(&own->row, "up"), HTTP_FATE_DELIVERED);
	/* Who cannot be called cannot be answered. */
	assert_false(conf.http[2].link.two_way);
}

static void
what_needs_a_restart(void **state)
{
	struct err err;
	char what[CONF_RESTART_OCTETS];
	(void)state;
	assert_int_equal(read_text(&conf, AT IN "}", &err), 0);
	assert_int_equal(
	    read_text(&next, AT IN "cost = \"1.00\" rate = 5 }", &err), 0);
	assert_false(conf_needs_restart(what, &conf, &next));
	assert_int_equal(read_text(&next, AT IN "window = 9 }", &err), 0);
	assert_true(conf_needs_restart(what, &conf, &next));
	write_file("http-test.key", "other\n");
	assert_int_equal(read_text(&next, AT IN "}", &err), 0);
	assert_true(conf_needs_restart(what, &conf, &next));
	write_file("http-test.key", "s3cret\n");
}

static void
what_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
	    {"http ag { provider = \"nobody\" }", "is none of africastalking"},
	    {"http ag { }", "url: missing"},
	    {"http ag { url = \"api.example.org\" }", "is not like https://"},
	    {"http ag { url = \"https://{to}/\" }", "is not like https://"},
	    {"http ag { url = \"https://a/\" body = \"x\" }",
		"no place {text}"},
	    {"http ag { url = \"https://a/?{text}\" body = \"x\" }",
		"no place {text}"},
	    {"http ag { url = \"https://a/\" body = \"{text}{sender}\" }",
		"body: there is no place {sender}"},
	    {"http ag { url = \"https://a/\" body = \"{text}{key}\" }",
		"key-file: missing"},
	    {"http ag { url = \"https://a/\" body = \"{text}{user}\" }",
		"user: missing"},
	    {"http ag { provider = \"africastalking\" user = \"u\""
	     " key-file = \"nowhere.key\" }",
		"key-file: No such file"},
	    {AT "headers = { \"X\" } }", "headers: each is like"},
	    {AT "method = \"put\" }", "neither post nor get"},
	    {AT "body-type = \"xml\" }", "neither form nor json"},
	    {AT "answer-codes = { \"7\" } }", "answer-codes: each is a code"},
	    {AT "report-codes = { \"7 up\" } }", "report-codes: each is"},
	    {AT "answer-pattern = \"(\" }", "is no regular expression"},
	    {AT "window = 0 }", "is not from 1 to 64"},
	    {AT "tls-ca = \"nowhere.pem\" }", "tls-ca: CA file"},
	    {AT "listen = \"8644\" }", "listen: not a numeric address"},
	    {AT "listen = \"localhost:8644\" }", "listen: not a numeric"},
	    {AT "listen = \"127.0.0.1:0\" }", "listen: not a numeric"},
	    {AT "listen = \"127.0.0.1:8644\" }",
		"secret-file: missing: anybody"},
	    {AT "listen = \"127.0.0.1:8644\" secret-in = \"none\" }",
		"allow must name"},
	    {AT IN "secret-in = \"cookie\" }", "is none of none, query"},
	    {AT IN "allow = { \"ag.example.org\" } }", "allow: 'ag.example"},
	    {AT IN "path = \"sms\" }", "is not like /sms/ag"},
	    {AT IN "path = \"/a\" report-path = \"/a\" }",
		"report-path: is that of path"},
	    {AT IN "tls-key = \"x\" }", "both or not at all"},
	    {AT IN "}\nhttp b { provider = \"africastalking\" user = \"u\""
		   " key-file = \"http-test.key\" " IN "path = \"/sms/ag\" }",
		"path: that of the section before"},
	    {AT "speed = 9600 }", "no such option"},
	};
	struct err err;
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		err_clear(&err);
		assert_true(read_text(&conf, cases[i].text, &err) < 0);
		if (strstr(err.text, cases[i].why) == NULL)
			fail_msg("%s: %s", cases[i].text, err.text);
	}
}

static int
files(void **state)
{
	(void)state;
	write_file("http-test.key", "s3cret\n");
	return 0;
}

static int
no_files(void **state)
{
	(void)state;
	unlink("http-test.key");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sections_are_read),
	    cmocka_unit_test(what_needs_a_restart),
	    cmocka_unit_test(what_is_refused),
	};
	return cmocka_run_group_tests(tests, files, no_files);
}
