/* receive - texts through a simulated modem into the ledger, durable.
 *
 *   receive [TEXTS [FOLDER]]
 *
 * Starts simnet with one modem without delays, and furrowd on its pty; texts
 * it from many short codes at once, which nobody answers, and takes the
 * time until the modem's store is empty: read, committed, deleted.  Prints
 * texts a second and the processor time of furrowd.  With $RECEIVE_BY, that
 * command of the shell (its device is ./a) takes furrowd's place: for peers. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/sim/sim_client.h"

static double
now_s(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

static void
fill(void *arg, size_t i, char from[24], char text[1024])
{
	(void)arg;
	/* Short codes are stored and never answered: only receiving counts. */
	snprintf(from, 24, "2%05zu", i % 100000);
	snprintf(text, 1024, "the rain came late this year, number %zu", i);
}

static pid_t
start_daemon(void)
{
	FILE *out = fopen("furrow.conf", "w");
	if (out == NULL)
		return -1;
	fputs("market { timezone = \"UTC\" }\n"
	      "modem a { device = \"a\" }\n",
	    out);
	fclose(out);
	const char *other = getenv("RECEIVE_BY");
	pid_t pid = fork();
	if (pid == 0) {
		if (freopen("furrowd.log", "w", stderr) == NULL)
			_exit(1);
		if (other != NULL)
			execl("/bin/sh", "sh", "-c", other, (char *)NULL);
		execl(FURROWD_BUILT, "furrowd", "-f", "-c", "furrow.conf",
		    (char *)NULL);
		_exit(127);
	}
	return pid;
}

/* Until nothing waits in the network or lies on the modem. */
static bool
wait_empty(struct sim *sim, double most_s, struct sim_stats *stats)
{
	double end = now_s() + most_s;
	do {
		if (sim_stats(sim, stats) != 0)
			return false;
		if (stats->handed > 0 && stats->waiting == 0 &&
		    stats->stored == 0)
			return true;
		usleep(5000);
	} while (now_s() < end);
	return false;
}

/* furrowd is up when it has deleted the first text. */
static bool
wait_up(struct sim *sim)
{
	struct sim_stats stats;
	return sim_text(sim, "20880", "a", "hello") != 0 &&
	       wait_empty(sim, 30, &stats);
}

static void
print(size_t texts, double seconds)
{
	struct rusage use; /* of furrowd: the only child that was waited for */
	getrusage(RUSAGE_CHILDREN, &use);
	double cpu_s =
	    (double)use.ru_utime.tv_sec + (double)use.ru_utime.tv_usec / 1e6 +
	    (double)use.ru_stime.tv_sec + (double)use.ru_stime.tv_usec / 1e6;
	printf("%zu texts in %.2f s: %.0f texts/s\n", texts, seconds,
	    (double)texts / seconds);
	printf("  %.2f s of processor per 1,000 texts\n",
	    cpu_s * 1000 / (double)texts);
}

int
main(int argc, char **argv)
{
	size_t texts = argc > 1 ? strtoul(argv[1], NULL, 10) : 5000;
	char folder[] = "./receive-XXXXXX";
	const char *place = argc > 2 ? argv[2] : mkdtemp(folder);
	static const char *const modem[] = {
	    "--modem", "a:number=+254700000001,slots=250", NULL};
	struct sim_stats after;
	if (texts == 0 || place == NULL || chdir(place) != 0)
		return 2;
	pid_t net = sim_start(".", modem);
	struct sim *sim = net < 0 ? NULL : sim_connect_dir(".");
	pid_t daemon = sim == NULL ? -1 : start_daemon();
	if (daemon < 0 || !wait_up(sim)) {
		fprintf(stderr, "receive: could not start, see %s\n", place);
		return 1;
	}
	double start = now_s();
	bool all = sim_texts(sim, "a", texts, fill, NULL) == texts &&
		   wait_empty(sim, 300, &after);
	double seconds = now_s() - start;
	kill(daemon, SIGTERM);
	waitpid(daemon, NULL, 0);
	print(texts, seconds);
	sim_close(&sim);
	sim_stop(net);
	return all ? 0 : 1;
}
