/* Routes and operators in furrow.conf: what is read, and what is refused, with
 * its line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "gateway/store/store_message.h"
#include "programs/furrowd/conf.h"

static struct conf conf;

static int
read_text(const char *text, struct err *err)
{
	char path[] = "furrow-route-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	int rc = conf_read(&conf, path, err);
	unlink(path);
	return rc;
}

#define MODEMS                                                                 \
	"modem a { device = \"x\" }\nmodem b { device = \"y\" }\n"             \
	"modem c { device = \"z\" }\n"

static void
routes_are_read(void **state)
{
	(void)state;
	struct err err;
	int rc = read_text(MODEMS
	    "operator saf { prefixes = { \"+25470*\", \"+25472*\" }\n"
	    "  country = \"254\"  heard-on = { \"c\" } }\n"
	    "route { to = \"+25472*\" link = { \"a\", \"b\" } }\n"
	    "# route { nothing }\n"
	    "/* route { neither } */ // route {\n"
	    "route\n\n{ to = { \"+255*\", \"+256*\" } link = \"b\" }\n"
	    "route news { operator = \"saf\" class = \"promotional\"\n"
	    "  link = { \"c\", \"b\" } policy = \"share\" weights = {3, 1} }\n"
	    "route{to=\"*\" link=\"a\" resend = \"other-link\"}\n",
	    &err);
	if (rc != 0)
		fail_msg("%s", err.text);
	const struct route_plan *plan = &conf.routes;
	assert_int_equal(plan->routes_count, 4);
	const struct route_plan_route *r = plan->route;
	assert_string_equal(r[0].name, "line 6");
	assert_int_equal(r[0].links_count, 2);
	assert_string_equal(r[0].link[1], "b");
	assert_int_equal(r[0].classes, MESSAGE_CLASSES_ALL);
	assert_false(r[0].resend);
	assert_string_equal(r[1].name, "line 9");
	assert_int_equal(r[1].to.count, 2);
	assert_string_equal(plan->prefix[r[1].to.first].digits, "255");
	assert_string_equal(r[1].link[0], "b");
	assert_string_equal(r[2].name, "news");
	assert_int_equal(r[2].policy, ROUTE_SHARE);
	assert_int_equal(r[2].weight[0], 3);
	assert_int_equal(r[2].classes, MESSAGE_CLASS_BIT(MESSAGE_ADVISORY));
	assert_int_equal(r[2].operators_count, 1);
	assert_true(r[3].resend);
	const struct route_plan_operator *o = plan->operator_;
	assert_string_equal(o->name, "saf");
	assert_string_equal(o->country, "254");
	assert_int_equal(o->prefixes.count, 2);
	assert_string_equal(o->heard_on[0], "c");
}

static void
what_is_wrong_is_named_with_its_line(void **state)
{
	(void)state;
	static const struct {
		const char *text, *says;
		size_t line;
	} cases[] = {
	    {"route { to = \"+25472*\" link = \"d\" }",
		"there is no link d: name a modem, smpp or http section", 4},
	    {"route { to = \"+25472*\" link = {} }", "link: names none", 4},
	    {"route { link = \"a\" }", "needs to, like", 4},
	    {"route { to = {} link = \"a\" }", "needs to, like", 4},
	    {"route { to = \"0722*x\" link = \"a\" }", "'0722*x' is not like",
		4},
	    {"route { to = \"+254*\" link = { \"a\", \"a\" } }",
		"names one twice", 4},
	    {"route { to = \"0722*\" link = \"a\" }",
		"'0722*' fits no number: write it as from abroad", 4},
	    {"route { to = \"254*\" link = \"a\" }", "write +254*", 4},
	    {"route x { to = \"+254*\" link = \"a\" }\n"
	     "route y { to = \"+254*\" link = \"b\" }",
		"route y: +254* stands in route x already", 5},
	    {"route x { to = \"+254*\" link = \"a\" }\n"
	     "route x { to = \"+255*\" link = \"b\" }",
		"x", 5},
	    {"route { operator = \"saf\" link = \"a\" }",
		"names an operator that no section", 4},
	    {"operator saf { }", "needs prefixes", 4},
	    {"operator saf { heard-on = \"d\" }", "no link d", 4},
	    {"operator saf { prefixes = \"+25472*\" country = \"KE\" }",
		"calling code", 4},
	    {"operator a { prefixes = \"+25472*\" }\n"
	     "operator b { prefixes = \"+25472*\" }",
		"+25472* stands in operator a already", 5},
	    {"route { to = \"+1*\" link = \"a\" policy = \"best\" }",
		"none of order, cheapest, share, quality", 4},
	    {"route { to = \"+1*\" link = \"a\" weights = {2} }",
		"only policy \"share\"", 4},
	    {"route { to = \"+1*\" link = {\"a\", \"b\"} policy = \"share\"\n"
	     " weights = {2} }",
		"not as many as links", 0},
	    {"route { to = \"+1*\" link = \"a\" policy = \"share\"\n"
	     " weights = {0} }",
		"weights: 0 is not from 1 to 1000", 5},
	    {"route { to = \"+1*\" link = \"a\" class = \"sms\" }",
		"none of confirm", 4},
	    {"route { to = \"+1*\" link = \"a\" resend = \"yes\" }",
		"other-link", 4},
	    {"route { to = \"+1*\" link = \"a\" color = \"red\" }",
		"no such option 'color'", 4},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[512];
		struct err err;
		snprintf(text, sizeof(text), MODEMS "%s\n", cases[i].text);
		int rc = read_text(text, &err);
		if (rc >= 0 || strstr(err.text, cases[i].says) == NULL)
			fail_msg("case %zu: %d '%s'", i, rc, err.text);
		if (cases[i].line != 0 && err.offset != cases[i].line)
			fail_msg("case %zu: line %zu, '%s'", i, err.offset,
			    err.text);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(routes_are_read),
	    cmocka_unit_test(what_is_wrong_is_named_with_its_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
