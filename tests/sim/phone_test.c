/* furrow phone against a simnet of its own: the wire, the list of people, and
 * scripts that come true or do not.  Texts go from phone to phone here: the
 * market's number is a phone's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "programs/furrow/phone.h"

#include "tests/sim/sim_client.h"

struct fixture {
	char dir[64], socket[96], file[96];
	pid_t pid;
	struct phones *phones;
};

static struct fixture f;

static void
write_file(const char *text)
{
	FILE *out = fopen(f.file, "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static int
set_up(void **state)
{
	(void)state;
	static const char *const args[] = {
	    "--modem", "a:number=+254700000001", NULL};
	struct err err;
	f = (struct fixture){.dir = "phone-test-XXXXXX"};
	if (mkdtemp(f.dir) == NULL)
		return -1;
	snprintf(f.socket, sizeof(f.socket), "%s/sim.sock", f.dir);
	snprintf(f.file, sizeof(f.file), "%s/file", f.dir);
	f.pid = sim_start(f.dir, args);
	f.phones = calloc(1, sizeof(*f.phones));
	if (f.pid < 0 || f.phones == NULL)
		return -1;
	f.phones->wait_ms = -1;
	f.phones->sim = phone_sim_open(f.socket, &err);
	if (f.phones->sim == NULL ||
	    phone_sim_listen(f.phones->sim, "*", &err) != 0)
		return -1;
	memcpy(f.phones->market, "+254722000001", sizeof("+254722000001"));
	write_file("# name number role\n"
		   "Amina +254711000001 buyer\n\nJuma +254722000001 seller\n");
	return phone_people_read(f.phones, f.file, &err);
}

static int
tear_down(void **state)
{
	(void)state;
	char log[96];
	phone_sim_close(&f.phones->sim);
	free(f.phones);
	snprintf(log, sizeof(log), "%s/sim.log", f.dir);
	(void)unlink(log);
	(void)unlink(f.file);
	int status = sim_stop(f.pid);
	return rmdir(f.dir) == 0 ? status : -1;
}

static void
speaks_with_the_network(void **state)
{
	(void)state;
	struct err err;
	struct phone_text text;
	char market[PHONE_NUMBER_OCTETS];
	struct phone_sim *sim = f.phones->sim;
	assert_null(phone_sim_open("/nowhere/sim.sock", &err));
	assert_non_null(strstr(err.text, "No such file"));
	assert_int_equal(phone_sim_market(sim, market, &err), 0);
	assert_string_equal(market, "+254700000001");
	assert_int_equal(phone_sim_next(sim, &text, 0), 0);
	assert_int_equal(
	    phone_sim_text(sim, "+254711000001", "+254722000001", "5斤", &err),
	    0);
	assert_int_equal(phone_sim_next(sim, &text, 2000), 1);
	assert_string_equal(text.phone, "+254722000001");
	assert_string_equal(text.from, "+254711000001");
	assert_string_equal(text.text, "5斤");
	phone_text_free(&text);
	assert_int_equal(phone_sim_text(sim, "", "", "", &err), -1);
	assert_string_equal(err.text, "from and to are needed");
}

static void
finds_people(void **state)
{
	(void)state;
	struct err err;
	assert_int_equal(f.phones->count, 2);
	assert_string_equal(phone_find(f.phones, "juma")->role, "seller");
	assert_string_equal(phone_find(f.phones, "1")->name, "Amina");
	assert_string_equal(
	    phone_find(f.phones, "+254722000001")->name, "Juma");
	assert_null(phone_find(f.phones, "3"));
	assert_null(phone_take(f.phones, "Otieno"));
	assert_null(phone_take(f.phones, "12x4"));
	assert_string_equal(phone_take(f.phones, "20880")->number, "20880");
	write_file("Otieno\n");
	assert_int_equal(phone_people_read(f.phones, f.file, &err), -1);
	assert_int_equal(err.offset, 1);
}

static void
plays_a_script(void **state)
{
	(void)state;
	write_file("# a comment\n"
		   "Amina: want 5kg #K7F\n"
		   "wait any contains \"5kg\" within 2s\n"
		   "{asked}: yes {code}\n"
		   "expect Juma within 2s: yes K7F\n"
		   "off Juma\non Juma\ncall Amina\npause 10ms\n");
	memcpy(f.phones->market, "+254722000001", sizeof("+254722000001"));
	/* A missed call needs a modem: this market is a phone. */
	assert_int_equal(phone_script(f.phones, f.file), 1);
	write_file("Amina: want 5kg #K7F\n"
		   "wait any contains \"5kg\" within 2s\n"
		   "{asked}: yes {code}\n"
		   "expect Juma within 2s: yes K7F\n");
	assert_int_equal(phone_script(f.phones, f.file), 0);
}

static void
scripts_that_fail(void **state)
{
	(void)state;
	static const char *const bad[] = {
	    "Amina: hi\nwait Juma contains \"never\" within 50ms\n",
	    "Amina: hi\nAmina: ho\nwait Amina contains \"hi\" within 50ms\n",
	    "Nobody: hi\n",
	    "wait Nobody contains \"x\"\n",
	    "wait Juma for ever\n",
	    "expect Juma within soon: x\n",
	    "pause\n",
	    "pause long\n",
	    "dance\n",
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		write_file(bad[i]);
		assert_int_equal(phone_script(f.phones, f.file), 1);
	}
	assert_int_equal(phone_script(f.phones, "/nowhere"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		speaks_with_the_network, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(finds_people, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(plays_a_script, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		scripts_that_fail, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
