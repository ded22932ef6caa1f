/* The sections smpp of furrow.conf: what is good is read, what is bad is named
 * with its line and says what to do. */
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

/* The sample of the contract, and what else an operator may want. */
static void
a_section_is_read(void **state)
{
	struct conf *conf = calloc(1, sizeof(*conf));
	struct err err;
	(void)state;
	file_with("op.pass", "secret\r\nnot this\n");
	const char *path = file_with("good.conf",
	    "smpp op  { host = \"127.0.0.1\"  port = 2775\n"
	    " system-id = \"furrow\"  password-file = \"op.pass\"\n"
	    " number = \"20880\"  window = 100  bind = \"pair\"\n"
	    " tls = true  tls-ca = \"\"  tls-name = \"smpp.example\"\n"
	    " enquire-link = \"30s\"  response-timeout = \"10s\"\n"
	    " reconnect-min = \"1s\"  reconnect-max = \"60s\"\n"
	    " id-in-response = \"hex\"  id-in-receipt = \"decimal\"\n"
	    " split = \"sar\"  alphabet = \"latin1\"  binds = 4\n"
	    " source-ton = 3  validity = \"\"  sender = \"FURROW\" }\n"
	    "smpp two { system-id = \"b\" }\n");
	if (conf_read(conf, path, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(conf->smpps, 2);
	const struct conf_smpp *s = &conf->smpp[0];
	assert_string_equal(s->link.name, "op");
	assert_string_equal(s->link.number, "20880");
	assert_string_equal(s->password, "secret");
	assert_true(s->pair && s->tls && s->receipts);
	assert_string_equal(s->tls_name, "smpp.example");
	assert_int_equal(s->window, 100);
	assert_int_equal(s->binds, 4);
	assert_int_equal(s->id_in_response, SMPP_ID_HEX);
	assert_int_equal(s->id_in_receipt, SMPP_ID_DECIMAL);
	assert_int_equal(s->text.split, SMPP_SPLIT_SAR);
	assert_int_equal(s->text.coding_0, SMPP_CODING_LATIN1);
	assert_int_equal(s->source_ton, 3);
	assert_int_equal(s->dest_ton, -1);
	assert_int_equal(s->validity_ms, 0);
	assert_int_equal(s->reconnect_max_ms, 60000);
	s = &conf->smpp[1];
	assert_false(s->pair || s->tls);
	assert_int_equal(s->port, 2775);
	assert_int_equal(s->validity_ms, 24 * 3600 * 1000);
	conf_wipe(conf);
	free(conf);
}

#define GOOD "system-id = \"x\" "

static void
what_is_bad_is_named(void **state)
{
	static const struct {
		const char *text, *message;
		size_t line;
	} cases[] = {
	    {"smpp op { }\n", "bad.conf:1: smpp op: system-id is missing", 1},
	    {"smpp op { " GOOD "\n port = 70000 }\n",
		"port: 70000 is not from 1 to 65535", 2},
	    {"smpp op { " GOOD "window = 0 }\n",
		"window: 0 is not from 1 to 5000", 1},
	    {"smpp op { " GOOD "binds = 17 }\n",
		"binds: 17 is not from 1 to 16", 1},
	    {"smpp op { " GOOD "bind = \"both\" }\n",
		"bind: 'both' is none of transceiver, pair", 1},
	    {"smpp op { " GOOD "id-in-receipt = \"oct\" }\n",
		"id-in-receipt: 'oct' is none of text, decimal, hex", 1},
	    {"smpp op { " GOOD "alphabet = \"gsm8\" }\n",
		"alphabet: 'gsm8' is none of gsm7, gsm7-packed", 1},
	    {"smpp op { " GOOD "split = \"cut\" }\n",
		"split: 'cut' is none of udh, sar, payload", 1},
	    {"smpp op { system-id = \"sixteen letters..\" }\n",
		"is longer than 15 characters", 1},
	    {"smpp op { " GOOD "enquire-link = \"30\" }\n",
		"enquire-link: '30' is no duration", 1},
	    {"smpp op { " GOOD "reconnect-min = \"2m\" }\n",
		"reconnect-max is shorter than reconnect-min", 1},
	    {"smpp op { " GOOD "tls-ca = \"ca.pem\" }\n",
		"tls-ca and tls-name need tls = true", 1},
	    {"smpp op { " GOOD "tls = true tls-ca = \"none.pem\" }\n",
		"smpp op: tls-ca: ", 1},
	    {"smpp op { " GOOD "password-file = \"none.pass\" }\n",
		"password-file furrow-conf-", 1},
	    {"smpp op { " GOOD "password-file = \"empty.pass\" }\n",
		"empty.pass: its first line is empty", 1},
	    {"smpp op { " GOOD "dest-ton = -2 }\n",
		"dest-ton: -2 is not from -1 to 255", 1},
	    {"smpp op { " GOOD "colour = \"blue\" }\n", "bad.conf:1: ", 1},
	};
	struct conf *conf = calloc(1, sizeof(*conf));
	(void)state;
	file_with("empty.pass", "\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct err err;
		const char *path = file_with("bad.conf", cases[i].text);
		int rc = conf_read(conf, path, &err);
		if (rc >= 0 || strstr(err.text, cases[i].message) == NULL)
			fail_msg("case %zu: %d '%s'", i, rc, err.text);
		assert_int_equal(err.offset, cases[i].line);
	}
	free(conf);
}

/* A reload says what it cannot take over. */
static void
what_needs_a_restart(void **state)
{
	struct conf *a = calloc(1, sizeof(*a)), *b = calloc(1, sizeof(*b));
	char what[CONF_RESTART_OCTETS];
	struct err err;
	(void)state;
	const char *path =
	    file_with("a.conf", "smpp op { " GOOD "cost = \"1\" }\n");
	assert_int_equal(conf_read(a, path, &err), 0);
	path = file_with("b.conf", "smpp op { " GOOD "cost = \"2\" }\n");
	assert_int_equal(conf_read(b, path, &err), 0);
	assert_true(conf_smpp_same(&a->smpp[0], &b->smpp[0]));
	path = file_with("c.conf", "smpp op { " GOOD "window = 7 }\n");
	assert_int_equal(conf_read(b, path, &err), 0);
	assert_true(conf_needs_restart(what, a, b));
	assert_non_null(strstr(what, "smpp"));
	free(a);
	free(b);
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int
drop_folder(void **state)
{
	char command[64];
	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return system(command);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_section_is_read),
	    cmocka_unit_test(what_is_bad_is_named),
	    cmocka_unit_test(what_needs_a_restart),
	};
	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
