/* Delivery reports: which addresses may be called, and what is called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/admin/dlr.h"

/* 2026-11-26 14:18:07 UTC */
#define TIME_MS INT64_C(1795702687000)

static const struct dlr_host hosts[] = {
    {"shop.example", 0},
    {"erp.example", 8443},
    {"localhost", 8080},
    {"::1", 0},
};
#define HOSTS (sizeof(hosts) / sizeof(hosts[0]))

static void
hosts_are_read(void **state)
{
	static const struct {
		const char *written, *name;
		unsigned port;
	} good[] = {
	    {"shop.example", "shop.example", 0},
	    {"Shop.Example:8443", "shop.example", 8443},
	    {"127.0.0.1:8080", "127.0.0.1", 8080},
	    {"[::1]:8080", "::1", 8080},
	    {"[::1]", "::1", 0},
	};
	static const char *const bad[] = {"", "https://shop.example",
	    "shop.example/", "shop.example:", "shop.example:0",
	    "shop.example:65536", "shop.example:+1", "a b", "a@b", "*", "[]",
	    "::1", "shop.example:80:80", "sh\xc3\xb6p.example"};
	struct dlr_host host;
	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(dlr_host_read(&host, str_from(good[i].written)));
		assert_string_equal(host.name, good[i].name);
		assert_int_equal(host.port, good[i].port);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (dlr_host_read(&host, str_from(bad[i])))
			fail_msg("%s", bad[i]);
}

static void
only_hosts_that_are_named_are_called(void **state)
{
	static const struct {
		const char *url, *place; /* or words of the refusal */
	} rows[] = {
	    {"https://shop.example/dlr?id=7", "https://shop.example:443"},
	    {"HTTPS://SHOP.example?x", "https://shop.example:443"},
	    {"https://shop.example:443", "https://shop.example:443"},
	    {"https://erp.example:8443/", "https://erp.example:8443"},
	    {"http://localhost:8080/x", "http://localhost:8080"},
	    {"http://[::1]/x", "http://[::1]:80"},
	    {"https://erp.example/", "dlr-hosts"}, /* its other port */
	    {"https://shop.example:22/", "dlr-hosts"},
	    {"https://shop.example.evil/", "dlr-hosts"},
	    {"https://evil.example/", "dlr-hosts"},
	    {"https://127.0.0.1/", "dlr-hosts"},
	    {"http://localhost/", "dlr-hosts"},
	    {"http://shop.example/", "https"},
	    {"http://169.254.169.254/", "https"},
	    {"https://shop.example@evil.example/", "not like"},
	    {"https://evil.example#@shop.example/", "not like"},
	    {"https://shop.example\\@evil.example/", "not like"},
	    {"https://shop.example/a b", "not like"},
	    {"https://shop.example/#x", "not like"},
	    {"https://shop.example/\r\nX: y", "not like"},
	    {"https://shop.example/\xc3\xb6", "not like"},
	    {"https:///x", "not like"},
	    {"ftp://shop.example/", "not like"},
	    {"shop.example/dlr", "not like"},
	    {"", "not like"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct dlr_url url;
		char place[DLR_PLACE_OCTETS];
		const char *wrong =
		    dlr_url_read(&url, rows[i].url, hosts, HOSTS);
		dlr_place(place, &url);
		if (strstr(wrong != NULL ? wrong : place, rows[i].place) ==
		    NULL)
			fail_msg("%s: %s", rows[i].url,
			    wrong != NULL ? wrong : place);
	}
}

static void
without_hosts_nobody_is(void **state)
{
	struct dlr_url url;
	(void)state;
	assert_non_null(strstr(
	    dlr_url_read(&url, "https://shop.example/", NULL, 0), "dlr-hosts"));
}

static struct dlr_report
report(unsigned bit)
{
	return (struct dlr_report){.bit = bit,
	    .code = 27,
	    .time_ms = TIME_MS,
	    .message_id = 99,
	    .foreign_id = 41,
	    .sent_ms = TIME_MS - 60000,
	    .text = "50% & \xc3\xa9!",
	    .to = "+254711000001",
	    .from = "SHOP 1",
	    .smsc = "a",
	    .why = "absent subscriber"};
}

static void
escapes_are_filled_in(void **state)
{
	static const struct {
		const char *target, *want;
	} rows[] = {
	    {"/dlr?type=%d", "/dlr?type=1"},
	    {"/%I/%F/%i", "/99/41/a"},
	    {"?text=%a&n=1", "/?text=50%25%20%26%20%C3%A9%21&n=1"},
	    {"/?p=%p&P=%P", "/?p=%2B254711000001&P=SHOP%201"},
	    {"/?q=%q&Q=%Q", "/?q=%2B254711000001&Q=SHOP%201"},
	    {"/?t=%t", "/?t=2026-11-26%2014%3A18"},
	    {"/?T=%T", "/?T=1795702687"},
	    {"/?a=%A",
		"/?a=id%3A41%20sub%3A001%20dlvrd%3A001%20submit%20date%3A"
		"2611261417%20done%20date%3A2611261418%20stat%3ADELIVRD%20err"
		"%3A000%20text%3A"},
	    /* What is escaped already, and what is none. */
	    {"/a%20b%2Fc", "/a%20b%2Fc"},
	    {"/100%%", "/100%25"},
	    {"/%%20", "/%20"},
	    {"/%zz%", "/%25zz%25"},
	    {"", "/"},
	};
	const struct dlr_report r = report(DLR_DELIVERED);
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char filled[512];
		assert_true(dlr_fill(
		    filled, sizeof(filled), str_from(rows[i].target), &r));
		assert_string_equal(filled, rows[i].want);
	}
}

static void
receipts_are_those_of_kannel(void **state)
{
	static const struct {
		unsigned bit;
		const char *want;
	} rows[] = {
	    {DLR_TAKEN, "ACK/"},
	    {DLR_REJECTED, "NACK/27/absent subscriber"},
	    {DLR_UNDELIVERED,
		"id:41 sub:001 dlvrd:000 submit date:2611261417 done "
		"date:2611261418 stat:UNDELIV err:027 text:"},
	    {DLR_BUFFERED,
		"id:41 sub:001 dlvrd:000 submit date:2611261417 done "
		"date:2611261418 stat:ENROUTE err:027 text:"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char said[DLR_RECEIPT_OCTETS];
		const struct dlr_report r = report(rows[i].bit);
		dlr_receipt(said, &r);
		assert_string_equal(said, rows[i].want);
	}
}

static void
what_does_not_fit_is_told(void **state)
{
	char small[16];
	const struct dlr_report r = report(DLR_DELIVERED);
	(void)state;
	assert_true(dlr_fill(small, sizeof(small), STR("/0123456789abcd"), &r));
	assert_false(
	    dlr_fill(small, sizeof(small), STR("/0123456789abcd%d"), &r));
	assert_false(dlr_fill(small, sizeof(small), STR("/%A"), &r));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(hosts_are_read),
	    cmocka_unit_test(only_hosts_that_are_named_are_called),
	    cmocka_unit_test(without_hosts_nobody_is),
	    cmocka_unit_test(escapes_are_filled_in),
	    cmocka_unit_test(receipts_are_those_of_kannel),
	    cmocka_unit_test(what_does_not_fit_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
