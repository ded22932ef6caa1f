/* Sections ussd by SMPP in furrow.conf: what is read, and what is refused,
 * with its line. */
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
	char path[] = "furrow-ussd-smpp-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	int rc = conf_read(out, path, err);
	unlink(path);
	return rc;
}

#define OP "smpp op { system-id = \"furrow\" }\n"
#define ITS "ussd at { dialect = \"its\" codes = { \"*384#\" } link = \"op\" "

static void
the_usual(void **state)
{
	struct err err;
	(void)state;
	if (read_text(&conf, ITS "}\n" OP, &err) != 0)
		fail_msg("%s", err.text);
	assert_int_equal(conf.sessions, 1);
	const struct conf_session *at = &conf.session[0];
	const struct smpp_ussd_rules *r = &at->smpp.rules;
	assert_null(at->dialect);
	assert_string_equal(at->smpp.link, "op");
	assert_false(at->channel.by_phone);
	assert_string_equal(at->channel.code[0], "384");
	assert_int_equal(at->channel.deadline_ms, 5000);
	assert_int_equal(r->profile, SMPP_USSD_ITS);
	assert_int_equal(r->op_continue, 2);
	assert_int_equal(r->op_end, 17);
	assert_int_equal(r->abort_ops, 1);
	assert_int_equal(r->abort_op[0], 129);
	assert_int_equal(r->code_from, SMPP_USSD_FROM_EITHER);
	assert_string_equal(r->service_type, "USSD");
	assert_string_equal(r->answer_service_type, "");
	assert_false(r->data_sm);
	assert_int_equal(r->dcs_gsm, 0);
	assert_int_equal(r->dcs_ucs2, 8);
	assert_int_equal(r->coding, SMPP_CODING_GSM7);
	assert_int_equal(r->ton, SMPP_USSD_AS_CAME);
	assert_int_equal(r->newline, SMPP_USSD_LF);
}

static void
every_setting(void **state)
{
	struct err err;
	(void)state;
	int rc = read_text(&conf,
	    OP "ussd n { dialect = \"none\" link = \"op\" codes = { \"384\" }\n"
	       " submit-op-continue = 3 submit-op-end = 23\n"
	       " abort-ops = { 129, 32 } code-from = \"destination\"\n"
	       " service-type = \"P2\" pdu = \"data_sm\" dcs-gsm = 15\n"
	       " dcs-ucs2 = 72 text-coding = \"gsm7-packed\"\n"
	       " address-ton = 0 address-npi = 1 newline = \"cr\" }\n",
	    &err);
	if (rc != 0)
		fail_msg("%s", err.text);
	const struct conf_session *n = &conf.session[0];
	const struct smpp_ussd_rules *r = &n->smpp.rules;
	assert_true(n->channel.by_phone);
	assert_int_equal(r->profile, SMPP_USSD_NONE);
	assert_int_equal(r->op_continue, 3);
	assert_int_equal(r->op_end, 23);
	assert_int_equal(r->abort_ops, 2);
	assert_int_equal(r->abort_op[1], 32);
	assert_int_equal(r->code_from, SMPP_USSD_FROM_DESTINATION);
	assert_string_equal(r->service_type, "P2");
	assert_string_equal(r->answer_service_type, "P2");
	assert_true(r->data_sm);
	assert_int_equal(r->dcs_gsm, 15);
	assert_int_equal(r->dcs_ucs2, 72);
	assert_int_equal(r->coding, SMPP_CODING_GSM7_PACKED);
	assert_int_equal(r->ton, 0);
	assert_int_equal(r->npi, 1);
	assert_int_equal(r->newline, SMPP_USSD_CR);
}

static void
all_of_it_needs_a_restart(void **state)
{
	struct err err;
	char what[CONF_RESTART_OCTETS];
	(void)state;
	assert_int_equal(read_text(&conf, OP ITS "}", &err), 0);
	assert_int_equal(read_text(&next, OP ITS "}", &err), 0);
	assert_false(conf_needs_restart(what, &conf, &next));
	assert_int_equal(
	    read_text(&next, OP ITS "abort-ops = { 130 } }", &err), 0);
	assert_true(conf_needs_restart(what, &conf, &next));
	assert_string_equal(what, "ussd channels");
}

static void
what_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
	    {OP "ussd at { dialect = \"its\" codes = { \"*1#\" } }",
		"link: missing"},
	    {OP "ussd at { dialect = \"its\" codes = { \"*1#\" } link = "
		"\"oq\" }",
		"link: there is no such section smpp"},
	    {OP ITS "}\nussd b { dialect = \"none\" codes = { \"*1#\" } link = "
		    "\"op\" }",
		":3: ussd b: link: a section before has it already"},
	    {OP ITS "listen = \"127.0.0.1:1\" }", "listen: only for dialogues "
						  "over HTTP"},
	    {OP ITS "secret-file = \"x\" }", "secret-file: only for"},
	    {OP "ussd at { dialect = \"nalo\" codes = { \"*1#\" } listen = "
		"\"127.0.0.1:1\" link = \"op\" }",
		"link: only for dialogues by SMPP"},
	    {OP "ussd at { dialect = \"nalo\" codes = { \"*1#\" } listen = "
		"\"127.0.0.1:1\" newline = \"lf\" }",
		"newline: only for dialogues by SMPP"},
	    {OP ITS "submit-op-end = 256 }", "256 is not from 0 to 255"},
	    {OP ITS "address-ton = -2 }", "-2 is not from -1 to 255"},
	    {OP ITS "dcs-gsm = 8 }", "dcs-gsm: 8 is neither 0 nor 15"},
	    {OP ITS "dcs-ucs2 = 0 }", "dcs-ucs2: 0 is neither 8 nor 72"},
	    {OP ITS "abort-ops = { 129, 18 } }", "18 is how people dial or"},
	    {OP ITS "abort-ops = { 2, 3, 4, 5, 6, 7, 8, 9, 10 } }",
		"abort-ops: more than 8"},
	    {OP ITS "code-from = \"text\" }",
		"none of either, short_message, destination"},
	    {OP ITS "pdu = \"deliver_sm\" }", "none of submit_sm, data_sm"},
	    {OP ITS "text-coding = \"utf8\" }",
		"none of gsm7, gsm7-packed, latin1"},
	    {OP ITS "newline = \"\\n\" }", "none of lf, cr, crlf"},
	    {OP ITS "service-type = \"USSDXX\" }", "longer than 5 characters"},
	    {OP "ussd at { dialect = \"itss\" }", "its, none, mica, sixdee"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct err err;
		if (read_text(&conf, rows[i].text, &err) == 0)
			fail_msg("read: %s", rows[i].text);
		if (strstr(err.text, rows[i].why) == NULL)
			fail_msg("%s: %s", rows[i].why, err.text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_usual),
	    cmocka_unit_test(every_setting),
	    cmocka_unit_test(all_of_it_needs_a_restart),
	    cmocka_unit_test(what_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
