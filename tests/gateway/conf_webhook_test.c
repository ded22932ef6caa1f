/* Sections webhook in furrow.conf: what is read, and what is refused, with its
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

#include "base/buf.h"
#include "programs/furrowd/conf.h"

static struct conf conf, next;

static int
read_text(struct conf *out, const char *text, struct err *err)
{
	char path[] = "furrow-webhook-XXXXXX";
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

#define SECRET "secret-file = \"webhook-test.key\" "
#define AT "webhook shop { url = \"https://shop.example/in?k=1\" " SECRET

static void
sections_are_read(void **state)
{
	struct err err;
	(void)state;
	assert_int_equal(
	    read_text(&conf,
		AT
		"}\n"
		"webhook near { url = \"http://127.0.0.1:8080/\" " SECRET
		" events = { \"order.*\", \"message.failed\" } numbers = true\n"
		" timeout = \"3s\" give-up = \"1d\" alarm-after = \"10m\" }\n",
		&err),
	    0);
	assert_int_equal(conf.webhooks.count, 2);
	const struct webhooks_hook *hook = &conf.webhooks.hook[0];
	assert_string_equal(hook->name, "shop");
	assert_string_equal(hook->host, "shop.example");
	assert_string_equal(hook->target, "/in?k=1");
	assert_int_equal(hook->port, 443);
	assert_true(hook->tls);
	assert_false(hook->numbers);
	assert_int_equal(hook->kinds, store_webhook_kinds("*"));
	assert_int_equal(hook->timeout_ms, 10000);
	assert_int_equal(hook->give_up_ms, INT64_C(3) * 24 * 3600 * 1000);
	assert_int_equal(hook->alarm_ms, 3600000);
	hook++;
	assert_false(hook->tls);
	assert_int_equal(hook->port, 8080);
	assert_true(hook->numbers);
	assert_int_equal(
	    hook->kinds, store_webhook_kinds("order.*") |
			     store_webhook_kinds("message.failed"));
	assert_int_equal(hook->timeout_ms, 3000);
	assert_int_equal(hook->give_up_ms, INT64_C(24) * 3600 * 1000);
	assert_int_equal(hook->alarm_ms, 600000);
}

static void
what_needs_a_restart(void **state)
{
	static const char *const other[] = {AT "numbers = true }",
	    AT "alarm-after = \"2h\" }", AT "give-up = \"1d\" }",
	    AT "timeout = \"3s\" }", AT "events = { \"order.*\" } }", ""};
	struct err err;
	char what[CONF_RESTART_OCTETS];
	(void)state;
	assert_int_equal(read_text(&conf, AT "}", &err), 0);
	assert_int_equal(read_text(&next, AT "}", &err), 0);
	assert_false(conf_needs_restart(what, &conf, &next));
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++) {
		assert_int_equal(read_text(&next, other[i], &err), 0);
		assert_true(conf_needs_restart(what, &conf, &next));
		assert_non_null(strstr(what, "webhooks"));
	}
	write_file("webhook-test.key", "another key of it\n");
	assert_int_equal(read_text(&next, AT "}", &err), 0);
	assert_true(conf_needs_restart(what, &conf, &next));
	write_file("webhook-test.key", "sixteen letters!\n");
}

static void
what_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} cases[] = {
	    {"\n\nwebhook shop { " SECRET "}", ":3: "},
	    {"webhook shop { " SECRET "}", "url: whom to tell?"},
	    {"webhook shop { url = \"shop.example\" " SECRET "}",
		"url: it is not like https://host/path"},
	    {"webhook shop { url = \"ftp://shop.example/\" " SECRET "}",
		"url: it is not like https"},
	    {"webhook shop { url = \"https://shop.example/a b\" " SECRET "}",
		"url: it is not like https"},
	    {"webhook shop { url = \"https://shop.example/#a\" " SECRET "}",
		"url: it is not like https"},
	    {"webhook shop { url = \"http://shop.example/\" " SECRET "}",
		"url: without https everybody on the way reads along"},
	    {"webhook shop { url = \"https://shop.example/\" }",
		"secret-file: missing: how should he know that it is us?"},
	    {"webhook shop { url = \"https://shop.example/\" secret-file = "
	     "\"nowhere.key\" }",
		"secret-file: No such file"},
	    {"webhook shop { url = \"https://shop.example/\" secret-file = "
	     "\"webhook-short.key\" }",
		"secret-file: neither whsec_ and Base64 nor 16 to 64 letters"},
	    {AT "events = { \"order.confirmed\", \"order.eaten\" } }",
		"events: 'order.eaten' is none; there are message.received"},
	    {AT "events = { \"\" } }", "events: '' is none"},
	    {AT "numbers = \"perhaps\" }", "numbers"},
	    {AT "timeout = \"900ms\" }", "timeout"},
	    {AT "timeout = \"2m\" }", "timeout: from 1s to 60s"},
	    {AT "timeout = \"soon\" }", "timeout"},
	    {AT "give-up = \"never\" }", "give-up"},
	    {AT "alarm-after = \"-1h\" }", "alarm-after"},
	    {AT "tls-ca = \"nowhere.pem\" }", "tls-ca: CA file"},
	    {AT "speed = 9600 }", "no such option"},
	    {"webhook \"a b\" { " SECRET "}",
		"the title must be a word of at most 23 octets"},
	    {"webhook abcdefghijklmnopqrstuvwx { " SECRET "}",
		"the title must be a word of at most 23 octets"},
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

/* Each would cost a connection and a place. */
static void
there_are_sixteen_at_most(void **state)
{
	struct err err;
	struct buf text = buf_new(4096);
	(void)state;
	for (int i = 0; i < WEBHOOKS_MOST + 1; i++)
		buf_add_format(&text,
		    "webhook h%d { url = \"https://h.example/\" " SECRET "}\n",
		    i);
	assert_true(read_text(&conf, buf_str(&text).at, &err) < 0);
	assert_non_null(strstr(err.text, ":17: "));
	assert_non_null(strstr(err.text, "more than 16"));
	buf_free(&text);
}

static int
files(void **state)
{
	(void)state;
	write_file("webhook-test.key", "sixteen letters!\n");
	write_file("webhook-short.key", "short\n");
	return 0;
}

static int
no_files(void **state)
{
	(void)state;
	unlink("webhook-test.key");
	unlink("webhook-short.key");
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sections_are_read),
	    cmocka_unit_test(what_needs_a_restart),
	    cmocka_unit_test(what_is_refused),
	    cmocka_unit_test(there_are_sixteen_at_most),
	};
	return cmocka_run_group_tests(tests, files, no_files);
}
