/* simnet as a program: ptys, links, its socket, being left by a computer that
 * dies, and how fast it is (printed, not judged beyond a generous floor). */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "tests/sim/sim_client.h"

#define SUBMIT_HI "0001000C91527411000010000002E834"
#define OK "\r\nOK\r\n"

struct fixture {
	char dir[64], port[80], said[65536];
	pid_t pid;
	struct sim *sim;
	int fd;
};

static struct fixture f;

static int
open_port(void)
{
	for (int i = 0; i < 200; i++) {
		int fd = open(f.port, O_RDWR | O_NOCTTY | O_NONBLOCK);
		if (fd >= 0)
			return fd;
		poll(NULL, 0, 10);
	}
	fail_msg("%s: %s", f.port, strerror(errno));
	return -1;
}

/* Writes, then reads until `mark` was heard, the port is gone, or 3 s. */
static const char *
say_for(const char *bytes, const char *mark, int turns)
{
	size_t used = 0;
	f.said[0] = '\0';
	if (bytes[0] != '\0')
		assert_int_equal(
		    write(f.fd, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
	for (int i = 0; i < turns && strstr(f.said, mark) == NULL; i++) {
		struct pollfd p = {.fd = f.fd, .events = POLLIN};
		poll(&p, 1, 10);
		ssize_t n =
		    read(f.fd, f.said + used, sizeof(f.said) - used - 1);
		if (n == 0 || (n < 0 && errno != EAGAIN))
			break;
		used += n > 0 ? (size_t)n : 0;
		f.said[used] = '\0';
	}
	return f.said;
}

static const char *
say(const char *bytes, const char *mark)
{
	return say_for(bytes, mark, 300);
}

/* What is said to it in a moment: nothing, or nothing that is wanted. */
static const char *
say_in_vain(const char *bytes)
{
	return say_for(bytes, "\x01", 6);
}

static int
set_up(void **state)
{
	(void)state;
	static const char *const args[] = {"--boot-ms", "0", "--modem",
	    "a:number=+254700000001", "--modem", "b:profile=huawei", "--modem",
	    "c:profile=quectel,tty=0,ports=diag+nmea+at+modem", "--modem",
	    "slow:speed=19200", NULL};
	f = (struct fixture){.dir = "simnet-test-XXXXXX", .fd = -1};
	if (mkdtemp(f.dir) == NULL)
		return -1;
	snprintf(f.port, sizeof(f.port), "%s/a", f.dir);
	f.pid = sim_start(f.dir, args);
	f.sim = f.pid > 0 ? sim_connect_dir(f.dir) : NULL;
	if (f.sim == NULL)
		return -1;
	f.fd = open_port();
	say("ATE0;+CMEE=1;+CNMI=2,1,0,1,0\r", OK);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	char path[128];
	close(f.fd);
	sim_close(&f.sim);
	int status = sim_stop(f.pid);
	snprintf(path, sizeof(path), "%s/sim.log", f.dir);
	(void)unlink(path);
	/* Links and socket are gone with simnet: the folder is empty. */
	return status == 0 && rmdir(f.dir) == 0 ? 0 : -1;
}

static void
texts_go_both_ways(void **state)
{
	(void)state;
	char text[SIM_TEXT_ROOM];
	assert_int_equal(sim_text(f.sim, "+254711000001", "a", "hi"), 1);
	assert_non_null(strstr(say("", "CMTI: \"SM\",1\r\n"), "+CMTI"));
	assert_non_null(strstr(say("AT+CMGL=4\r", OK), "02E834"));
	say("AT+CMGS=15\r", "> ");
	assert_non_null(strstr(say(SUBMIT_HI "\x1a", OK), "+CMGS: 0"));
	assert_int_equal(
	    sim_wait_text(f.sim, "0711000001", "h", 2000, text), 0);
	assert_string_equal(text, "hi");
	assert_int_equal(sim_wait_text(f.sim, "0711000001", "", 50, NULL), -1);
	assert_string_equal(sim_why(f.sim), "no such text came");
	struct sim_stats stats;
	assert_int_equal(sim_stats(f.sim, &stats), 0);
	assert_int_equal(stats.taken, 1);
	assert_int_equal(stats.stored, 1);
}

static void
survives_a_computer_that_dies(void **state)
{
	(void)state;
	/* A child takes the port for itself, dies at the prompt. */
	close(f.fd);
	pid_t child = fork();
	if (child == 0) {
		f.fd = open_port();
		ioctl(f.fd, TIOCEXCL);
		say("AT+CMGS=15\r", "> ");
		(void)!write(f.fd, "0001", 4);
		kill(getpid(), SIGKILL);
	}
	int status;
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
	f.fd = open_port();
	assert_string_equal(say_in_vain("AT\r"), "");
	assert_non_null(strstr(say("\x1b", OK), OK));
	assert_string_equal(say("AT\r", OK), OK);
}

static void
unplugs_and_replugs(void **state)
{
	(void)state;
	assert_int_equal(sim_unplug(f.sim, "a"), 0);
	say_in_vain("");
	char byte;
	assert_true(read(f.fd, &byte, 1) <= 0);
	close(f.fd);
	assert_int_equal(access(f.port, F_OK), -1);
	sim_text(f.sim, "+254711000001", "a", "hi");
	assert_int_equal(sim_replug(f.sim, "a"), 0);
	f.fd = open_port();
	assert_non_null(strstr(say("AT\r", OK), "AT\r" OK));
	/* It came while nobody listened: only a list shows it. */
	assert_non_null(strstr(say("AT+CMGL=4\r", OK), "02E834"));
	assert_int_equal(sim_fault_ms(f.sim, "a", "unplug", 50), 0);
	close(f.fd);
	f.fd = open_port();
}

static void
takes_faults_by_name(void **state)
{
	(void)state;
	assert_int_equal(sim_fault(f.sim, "a", "error"), 0);
	assert_string_equal(say("AT\r", "R\r\n"), "\r\nERROR\r\n");
	assert_string_equal(say("AT\r", OK), OK);
	assert_int_equal(sim_fault(f.sim, "a", "nonsense"), -1);
	assert_string_equal(sim_why(f.sim), "no such fault");
	assert_int_equal(sim_fault(f.sim, "x", "error"), -1);
	assert_int_equal(sim_tell(f.sim, "{s:s}", "do", "dance"), -1);
	assert_int_equal(sim_fault_chance(f.sim, "*", "error", 1.0), 0);
	assert_string_equal(say("AT\r", "R\r\n"), "\r\nERROR\r\n");
	assert_int_equal(sim_fault(f.sim, "*", "none"), 0);
	assert_string_equal(say("AT\r", OK), OK);
	assert_int_equal(sim_ring(f.sim, "+254711000001", "a", 1), 0);
	assert_non_null(strstr(say("", "RING\r\n"), "RING"));
}

static void
hangs_until_its_port_is_opened_again(void **state)
{
	(void)state;
	assert_int_equal(sim_tell(f.sim, "{s:s, s:s, s:s, s:s}", "do", "fault",
			     "modem", "a", "fault", "wedge", "line", "reopen"),
	    0);
	assert_int_equal(write(f.fd, "AT\r", 3), 3);
	struct pollfd p = {.fd = f.fd, .events = POLLIN};
	assert_int_equal(poll(&p, 1, 50), 0);
	close(f.fd);
	f.fd = open_port();
	assert_string_equal(say("AT\r", OK), OK);
	/* Another program has it: what it does is not undone by faults. */
	assert_int_equal(sim_fault_ms(f.sim, "a", "port-taken", 30), 0);
	int fd = open(f.port, O_RDWR | O_NOCTTY | O_NONBLOCK);
	assert_true(flock(fd < 0 ? f.fd : fd, LOCK_EX | LOCK_NB) != 0);
	poll(NULL, 0, 60);
	assert_int_equal(flock(f.fd, LOCK_EX | LOCK_NB), 0);
	close(fd);
	assert_int_equal(sim_fault(f.sim, "a", "renumber"), -1);
	assert_string_equal(
	    sim_why(f.sim), "renumber is for modems with tty=N");
}

/* The third port of the stick is the one that counts. */
static void
has_ports_that_are_no_use(void **state)
{
	(void)state;
	static const char *const wanted[] = {"\x7E", "$GPGSV", "AT\r" OK, OK};
	char port[80];
	close(f.fd);
	for (int i = 0; i < 4; i++) {
		snprintf(port, sizeof(port), "%s", f.port);
		snprintf(f.port, sizeof(f.port), "%s/ttyUSB%d", f.dir, i);
		f.fd = open_port();
		assert_non_null(strstr(say("AT\r", wanted[i]), wanted[i]));
		if (i == 2)
			say("AT+CMGL=4\r", OK);
		if (i == 3) {
			/* The same stores, without a word about them. */
			sim_text(f.sim, "+254711000001", "c", "hi");
			assert_null(strstr(say_in_vain("ATE0\r"), "+CMTI"));
			assert_non_null(
			    strstr(say("AT+CMGL=4\r", OK), "02E834"));
			say("AT+CMGS=15\r", "> ");
			assert_non_null(
			    strstr(say(SUBMIT_HI "\x1a", OK), "+CMGS: 0"));
		}
		if (i < 3)
			close(f.fd);
		snprintf(f.port, sizeof(f.port), "%s", port);
	}
	/* At another speed than its own it hears and says garbage. */
	close(f.fd);
	snprintf(f.port, sizeof(f.port), "%s/slow", f.dir);
	f.fd = open_port();
	struct termios t;
	tcgetattr(f.fd, &t);
	cfsetspeed(&t, B115200);
	tcsetattr(f.fd, TCSANOW, &t);
	assert_null(strstr(say_in_vain("AT\r"), "OK"));
	cfsetspeed(&t, B19200);
	tcsetattr(f.fd, TCSANOW, &t);
	say_in_vain("\r");
	assert_non_null(strstr(say("AT\r", OK), OK));
}

static void
fill_text(void *arg, size_t i, char from[24], char text[1024])
{
	(void)arg;
	snprintf(from, 24, "+2547110%05zu", i % 100000);
	snprintf(text, 1024, "want %zu kg tomato", i);
}

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
is_fast(void **state)
{
	(void)state;
	enum { COUNT = 2000 };
	double begin = seconds();
	assert_int_equal(sim_texts(f.sim, "a", COUNT, fill_text, NULL), COUNT);
	double queued = seconds();
	for (int i = 0; i < COUNT; i++) {
		char line[32];
		snprintf(line, sizeof(line), "AT+CMGR=%d\r", i % 20 + 1);
		assert_non_null(strstr(say(line, OK), "+CMGR:"));
		snprintf(line, sizeof(line), "AT+CMGD=%d\r", i % 20 + 1);
		say(line, OK);
	}
	double received = seconds();
	for (int i = 0; i < COUNT; i++) {
		say("AT+CMGS=15\r", "> ");
		say(SUBMIT_HI "\x1a", OK);
	}
	double sent = seconds();
	print_message("queued %.0f/s, read and deleted %.0f/s, sent %.0f/s\n",
	    COUNT / (queued - begin), COUNT / (received - queued),
	    COUNT / (sent - received));
	struct sim_stats stats;
	assert_int_equal(sim_stats(f.sim, &stats), 0);
	assert_int_equal(stats.handed, COUNT);
	assert_int_equal(stats.stored + stats.waiting, 0);
	assert_int_equal(stats.delivered, COUNT);
	assert_int_equal(sim_inbox_count(f.sim, "+254711000001"), COUNT);
	char log[128];
	snprintf(log, sizeof(log), "%s/sim.log", f.dir);
	assert_int_equal(
	    sim_journal_count(log, "handed-to-modem", "\"parts\":1"), COUNT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		texts_go_both_ways, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		survives_a_computer_that_dies, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		unplugs_and_replugs, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		takes_faults_by_name, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		hangs_until_its_port_is_opened_again, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		has_ports_that_are_no_use, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(is_fast, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
