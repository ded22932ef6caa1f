/* Finding the socket in a configuration that may hold anything. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "programs/furrow/config_socket.h"
#include "programs/furrow/options.h"

static void
the_socket_is_found(void **state)
{
	static const struct {
		const char *text, *wanted;
	} rows[] = {
	    {"", ""},
	    {"admin { socket = \"a.sock\" }", "a.sock"},
	    {"admin{socket=a.sock}", "a.sock"},
	    {"admin { listen = \"127.0.0.1:8642\" socket = 'b' }", "b"},
	    {"market { name = \"socket = c\" }\nadmin {\n\tsocket = \"d\"\n}",
		"d"},
	    {"# admin { socket = \"no\" }\nadmin { socket = \"yes\" }", "yes"},
	    {"// admin { socket = no }\n", ""},
	    {"/* admin { socket = no } */ admin { socket = yes }", "yes"},
	    {"admin { # socket = no\n socket = yes }", "yes"},
	    {"modem a { socket = no }", ""},
	    {"modem admin { socket = no }", "no"},
	    {"admin { tls { socket = no } }", ""},
	    {"admin { codes = { \"socket\", \"x\" } socket = y }", "y"},
	    {"admin { socket = a } admin { socket = b }", "b"},
	    {"admin { socket = \"a\\\"b\" }", "a\"b"},
	    {"admin { socket = \"never closed", "never closed"},
	    {"admin { socket", ""},
	    {"admin { socket =", ""},
	    {"}}}} admin { socket = z }", "z"},
	    {"socket = no", ""},
	};
	char got[32];
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		config_socket_scan(got, sizeof(got), str_from(rows[i].text));
		if (strcmp(got, rows[i].wanted) != 0)
			fail_msg("%s: \"%s\"", rows[i].text, got);
	}
}

static void
paths_are_relative_to_the_file(void **state)
{
	char folder[] = "furrow-conf-XXXXXX", path[64], got[128];
	char wanted[128];
	struct err err;
	FILE *out;
	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/f.conf", folder);
	assert_int_equal(config_socket_find(got, sizeof(got), path, &err),
	    CONFIG_SOCKET_FILE);
	out = fopen(path, "w");
	fputs("market { }\n", out);
	fclose(out);
	assert_int_equal(config_socket_find(got, sizeof(got), path, &err), 0);
	snprintf(wanted, sizeof(wanted), "%s/furrow.sock", folder);
	assert_string_equal(got, wanted);
	assert_int_equal(
	    config_socket_find(got, 10, path, &err), CONFIG_SOCKET_LONG);
	out = fopen(path, "w");
	fputs("admin { socket = \"/run/x.sock\" }\n", out);
	fclose(out);
	assert_int_equal(config_socket_find(got, sizeof(got), path, &err), 0);
	assert_string_equal(got, "/run/x.sock");
	unlink(path);
	rmdir(folder);
}

static void
times_are_read(void **state)
{
	static const struct {
		const char *text;
		int64_t wanted;
	} rows[] = {
	    {"8s", 999992000},
	    {"5m", 999700000},
	    {"2h", 992800000},
	    {"1970-01-02", 86400000},
	    {"1970-01-02T00:00:01Z", 86401000},
	    {"1970-01-02T03:00:00+03:00", 86400000},
	};
	static const char *const bad[] = {
	    "", "soon", "2", "-2h", "1970-13-01", "1970-1-1", "2h "};
	int64_t got;
	(void)state;
	setenv("TZ", "UTC", 1);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (!options_time(&got, rows[i].text, 1000000000) ||
		    got != rows[i].wanted)
			fail_msg("%s: %lld", rows[i].text, (long long)got);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(options_time(&got, bad[i], 1000000000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_socket_is_found),
	    cmocka_unit_test(paths_are_relative_to_the_file),
	    cmocka_unit_test(times_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
