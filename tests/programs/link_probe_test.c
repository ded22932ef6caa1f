/* `furrow link probe` against every family that the simulator plays, all at
 * once: the reports are golden (UPDATE_GOLDEN=1 rewrites them), but for what
 * depends on the moment.  And against what is no modem. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include <fcntl.h>

#include "base/buf.h"
#include "base/str.h"

#include "tests/sim/sim_client.h"

#define FAMILIES 20
#define REPORTS_OCTETS (1 << 18)

static const char *const families[FAMILIES] = {"generic", "huawei",
    "huawei-lte", "zte", "sim800", "simcom", "sim7600", "m95", "quectel",
    "ublox", "telit", "cinterion", "tc35", "wavecom", "sierra", "ericsson",
    "novatel", "nokia", "mediatek", "phonesim"};

struct net {
	char dir[64];
	pid_t simnet;
	pid_t stick, locked; /* looked at beside the families: to save time */
};

static int
open_net(void **state)
{
	static char texts[FAMILIES + 2][64];
	const char *args[2 * (FAMILIES + 2) + 1];
	size_t n = 0;
	struct net *net = calloc(1, sizeof(*net));
	str_copy(net->dir, sizeof(net->dir), STR("link_probe.XXXXXX"));
	if (mkdtemp(net->dir) == NULL)
		return -1;
	for (size_t i = 0; i < FAMILIES; i++)
		snprintf(texts[i], sizeof(texts[i]), "%s:profile=%s",
		    families[i], families[i]);
	str_copy(texts[FAMILIES], sizeof(texts[0]), STR("locked:pin=1234"));
	str_copy(texts[FAMILIES + 1], sizeof(texts[0]),
	    STR("stick:profile=huawei,ports=diag+nmea+at+modem"));
	for (size_t i = 0; i < FAMILIES + 2; i++) {
		args[n++] = "--modem";
		args[n++] = texts[i];
	}
	args[n] = NULL;
	net->simnet = sim_start(net->dir, args);
	*state = net;
	return net->simnet > 0 ? 0 : -1;
}

static int
close_net(void **state)
{
	struct net *net = *state;
	char command[128];
	sim_stop(net->simnet);
	snprintf(command, sizeof(command), "rm -rf '%s'", net->dir);
	int rc = system(command);
	free(net);
	return rc;
}

/* Runs furrow link probe with these words; its output goes to DIR/NAME.out. */
static pid_t
probe(const struct net *net, const char *name, const char *words)
{
	char command[512];
	pid_t pid = fork();
	if (pid != 0)
		return pid;
	snprintf(command, sizeof(command),
	    "cd '%s' && exec ../furrow link probe %s >%s.out 2>&1", net->dir,
	    words, name);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

static int
status_of(pid_t pid)
{
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
slurp(const struct net *net, const char *name, char *dst, size_t octets)
{
	char path[160];
	snprintf(path, sizeof(path), "%s/%s.out", net->dir, name);
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	dst[fread(dst, 1, octets - 1, in)] = '\0';
	fclose(in);
}

static void
has(const char *text, const char *wanted)
{
	if (strstr(text, wanted) == NULL)
		fail_msg("no \"%s\" in:\n%s", wanted, text);
}

/* Without what depends on the moment: times, and what came unasked. */
static void
add_lasting(struct buf *out, char *report)
{
	char *save = NULL;
	for (char *line = strtok_r(report, "\n", &save); line != NULL;
	     line = strtok_r(NULL, "\n", &save))
		if (strncmp(line, "times", 5) != 0 &&
		    strncmp(line, "          +", 11) != 0 &&
		    strncmp(line, "unasked", 7) != 0)
			buf_add_format(out, "%s\n", line);
}

static void
compare(const char *got)
{
	static char wanted[REPORTS_OCTETS];
	const char *path = FURROW_SOURCE "/tests/programs/link_probe_test.ok";
	if (getenv("UPDATE_GOLDEN") != NULL) {
		FILE *out = fopen(path, "w");
		assert_non_null(out);
		fputs(got, out);
		fclose(out);
	}
	FILE *in = fopen(path, "r");
	assert_non_null(in);
	wanted[fread(wanted, 1, sizeof(wanted) - 1, in)] = '\0';
	fclose(in);
	assert_string_equal(got, wanted);
}

/* A probe reads, deletes and sends nothing. */
static void
assert_untouched(struct sim *sim)
{
	struct sim_stats stats;
	assert_int_equal(sim_stats(sim, &stats), 0);
	assert_int_equal(stats.stored, 1);
	assert_int_equal(stats.taken, 0);
}

static void
every_family(void **state)
{
	struct net *net = *state;
	struct sim *sim = sim_connect_dir(net->dir);
	assert_non_null(sim);
	assert_int_not_equal(
	    sim_text(sim, "+254711000001", "huawei", "want 5 kg"), 0);
	static char report[32768];
	char words[128];
	pid_t pids[FAMILIES];
	struct buf all = buf_new(REPORTS_OCTETS);
	net->stick = probe(net, "all", "stick.0 ./stick.1 ./stick.2 ./stick.3");
	net->locked = probe(net, "locked", "--wait 5 ./locked");
	for (size_t i = 0; i < FAMILIES; i++) {
		snprintf(words, sizeof(words), "--wait 9 ./%s", families[i]);
		pids[i] = probe(net, families[i], words);
	}
	for (size_t i = 0; i < FAMILIES; i++) {
		int status = status_of(pids[i]);
		slurp(net, families[i], report, sizeof(report));
		/* Nothing that names a person or a SIM. */
		assert_null(strstr(report, "254700"));
		buf_add_format(&all, "-- %s: %d\n", families[i], status);
		add_lasting(&all, report);
	}
	compare(all.at);
	buf_free(&all);
	assert_untouched(sim);
	sim_close(&sim);
}

/* What a report masks is told when it is asked for; every question is shown. */
static void
more_is_told(void **state)
{
	const struct net *net = *state;
	static char text[32768];
	struct sim *sim = sim_connect_dir(net->dir);
	assert_int_equal(sim_fault(sim, "telit", "sim-expired"), 0);
	sim_close(&sim);
	pid_t expired = probe(net, "expired", "--wait 6 ./telit");
	pid_t steps = probe(net, "steps", "--wait 9 --steps ./zte");
	pid_t silent = probe(net, "silent", "--imei ./stick.1");
	assert_int_equal(status_of(probe(net, "imei", "--imei ./huawei")), 0);
	slurp(net, "imei", text, sizeof(text));
	assert_int_equal(strlen(text), strlen("imei = \"350000000000000\"\n"));
	assert_int_equal(strncmp(text, "imei = \"35", 10), 0);
	assert_int_equal(status_of(silent), 1);
	slurp(net, "silent", text, sizeof(text));
	has(text, "its IMEI is not known");
	assert_int_equal(status_of(steps), 0);
	slurp(net, "steps", text, sizeof(text));
	has(text, "  AT+CMGF=0 ");
	assert_int_equal(status_of(expired), 1);
	slurp(net, "expired", text, sizeof(text));
	has(text,
	    "verdict   the network refuses this SIM: expired, or barred?");
}

/* Four ports, one modem: which to use.  A SIM that wants its PIN; what is no
 * port at all; a port that another program holds. */
static void
what_is_no_modem(void **state)
{
	const struct net *net = *state;
	static char text[32768];
	char path[128];
	pid_t file = probe(net, "file", "./sim.sock");
	pid_t none = probe(net, "none", "./none");
	pid_t null = probe(net, "null", "/dev/null");
	snprintf(path, sizeof(path), "%s/nokia", net->dir);
	int held = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_int_equal(flock(held, LOCK_EX), 0);
	assert_int_equal(status_of(probe(net, "held", "./nokia")), 1);
	close(held);

	slurp(net, "held", text, sizeof(text));
	has(text, "uses this port");
	assert_int_equal(status_of(net->stick), 0);
	slurp(net, "all", text, sizeof(text));
	has(text, "a port for diagnostics or data");
	has(text, "a port that tells positions");
	has(text, "takes commands");
	has(text, "  ./stick.2\n");
	assert_int_equal(status_of(net->locked), 1);
	slurp(net, "locked", text, sizeof(text));
	has(text, "verdict   the SIM wants a PIN and none is given\n");
	assert_int_equal(status_of(file), 1);
	assert_int_equal(status_of(none), 1);
	slurp(net, "none", text, sizeof(text));
	has(text, "No such file or directory");
	assert_int_equal(status_of(null), 1);
	slurp(net, "null", text, sizeof(text));
	has(text, "/dev/null: it is no serial line\n");
}

static void
usage_errors(void **state)
{
	const struct net *net = *state;
	assert_int_equal(status_of(probe(net, "u1", "")), 2);
	assert_int_equal(status_of(probe(net, "u2", "--all ./x")), 2);
	assert_int_equal(status_of(probe(net, "u3", "--wait x ./x")), 2);
	assert_int_equal(status_of(probe(net, "u4", "--pin-file x ./x")), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_family),
	    cmocka_unit_test(what_is_no_modem),
	    cmocka_unit_test(more_is_told),
	    cmocka_unit_test(usage_errors),
	};
	return cmocka_run_group_tests(tests, open_net, close_net);
}
