#include "tests/sim/sim_run.h"

#include <errno.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/sim/sim_ctl.h"
#include "tests/sim/sim_options.h"
#include "tests/sim/sim_play.h"

struct running {
	struct sim_net net;
	struct sim_rack rack;
	struct sim_ctl ctl;
	struct sim_play play;
	struct sim_buf typed;
	bool plays, listens; /* a scenario; commands on standard input */
	const char *name, *dir, *socket, *log;
};

static volatile sig_atomic_t stopping;

static void
on_signal(int number)
{
	(void)number;
	stopping = 1;
}

static int64_t
ms_of(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
look_at_clock(struct running *s)
{
	s->net.world.now_ms = ms_of(CLOCK_MONOTONIC);
	s->net.world.wall_ms = ms_of(CLOCK_REALTIME);
}

static int
fail(const struct running *s, const char *what, const char *why)
{
	fprintf(stderr, "%s: %s: %s\n", s->name, what, why);
	return 2;
}

/* --- the command line --- */

static int
add_modem(struct running *s, const char *text)
{
	struct sim_options options;
	const char *why = sim_options_read(&options, text);
	if (why == NULL && sim_net_add(&s->net, &options) == NULL)
		why = "too many modems, or the name is taken";
	return why == NULL ? 0 : fail(s, text, why);
}

static int
help(const struct running *s)
{
	fprintf(stderr,
	    "usage: %s --dir DIR --modem NAME[:key=value,...] ...\n"
	    "  [--play FILE] [--interactive] [--socket PATH] [--log FILE]\n"
	    "  [--seed N] [--report-ms N] [--boot-ms N] [--country 254]\n"
	    "  [--profile list]\n"
	    "keys of a modem:\n%s",
	    s->name, sim_options_help);
	return 2;
}

static int
list_profiles(void)
{
	const struct sim_profile *p;
	for (int i = 0; (p = sim_profile_at(i)) != NULL; i++)
		printf("%-10s %s\n", p->name, p->words);
	exit(0);
}

static int
read_option(struct running *s, int option)
{
	long n = optarg == NULL ? 0 : sim_number(optarg, 0, 1000000000, 0);
	switch (option) {
	case 'd':
		s->dir = optarg;
		return 0;
	case 'm':
		return add_modem(s, optarg);
	case 's':
		s->socket = optarg;
		return 0;
	case 'l':
		s->log = optarg;
		return 0;
	case 'r':
		s->net.world.seed = n > 0 ? (uint64_t)n : 1;
		return 0;
	case 'p':
		s->net.report_ms = (int)n;
		return 0;
	case 'b':
		s->net.world.boot_ms = (unsigned)n;
		return 0;
	case 'c':
		sim_copy(s->net.country, sizeof(s->net.country), optarg);
		return 0;
	case 'P':
		return list_profiles();
	case 'y':
		s->plays = true;
		return sim_play_load(
			   &s->play, optarg, &s->net, stdout, stderr) == 0
			   ? 0
			   : 2;
	case 'i':
		s->listens = true;
		return 0;
	default:
		return help(s);
	}
}

static int
read_arguments(struct running *s, int argc, char **argv)
{
	static const struct option options[] = {
	    {"dir", required_argument, NULL, 'd'},
	    {"modem", required_argument, NULL, 'm'},
	    {"socket", required_argument, NULL, 's'},
	    {"log", required_argument, NULL, 'l'},
	    {"seed", required_argument, NULL, 'r'},
	    {"report-ms", required_argument, NULL, 'p'},
	    {"boot-ms", required_argument, NULL, 'b'},
	    {"country", required_argument, NULL, 'c'},
	    {"profile", required_argument, NULL, 'P'},
	    {"play", required_argument, NULL, 'y'},
	    {"interactive", no_argument, NULL, 'i'},
	    {NULL, 0, NULL, 0},
	};
	int option, status = 0;
	while (status == 0 &&
	       (option = getopt_long(argc, argv, "", options, NULL)) != -1)
		status = read_option(s, option);
	if (status == 0 && (s->dir == NULL || optind != argc))
		status = help(s);
	return status;
}

/* --- running --- */

static int
start(struct running *s)
{
	char path[512];
	snprintf(path, sizeof(path), "%s/sim.sock", s->dir);
	if (s->log != NULL && (s->net.journal = fopen(s->log, "a")) == NULL)
		return fail(s, s->log, strerror(errno));
	if (sim_rack_open(&s->rack, &s->net, s->dir) != 0)
		return fail(s, s->dir, strerror(errno));
	s->ctl.net = &s->net;
	s->ctl.rack = &s->rack;
	/* Last: who can connect finds everything there. */
	if (sim_ctl_open(&s->ctl, s->socket ? s->socket : path) != 0)
		return fail(s, "control socket", strerror(errno));
	if (s->listens || s->plays)
		s->ctl.told = stdout;
	if (s->plays)
		sim_play_begin(&s->play, &s->ctl);
	return 0;
}

static void
do_line(struct running *s, const char *line)
{
	const char *why;
	if (!sim_play_command(&s->ctl, line, stdout, &why))
		printf("%s: %s\n", line, why);
	fflush(stdout);
}

/* At the end of the input the network ends, as a shell does. */
static void
read_typed(struct running *s)
{
	char bytes[1024], *end;
	ssize_t n = read(STDIN_FILENO, bytes, sizeof(bytes));
	if (n == 0 || (n < 0 && errno != EINTR))
		stopping = 1;
	if (n > 0)
		sim_buf_add(&s->typed, bytes, (size_t)n);
	while (s->typed.octets > 0 &&
	       (end = memchr(s->typed.at, '\n', s->typed.octets)) != NULL) {
		*end = '\0';
		do_line(s, s->typed.at);
		sim_buf_drop(&s->typed, 0, (size_t)(end - s->typed.at) + 1);
	}
}

static int
wait_ms(const struct running *s)
{
	int64_t due = sim_net_due(&s->net), rack = sim_rack_due(&s->rack);
	due = rack < due ? rack : due;
	if (s->plays && sim_play_due(&s->play) < due)
		due = sim_play_due(&s->play);
	int64_t wait = due == SIM_NEVER ? 1000 : due - s->net.world.now_ms;
	return wait < 0 ? 0 : wait > 1000 ? 1000 : (int)wait;
}

static void
turn(struct running *s)
{
	struct pollfd polls[SIM_RACK_POLLS + SIM_CLIENTS + 2];
	size_t ports = sim_rack_polls(&s->rack, polls);
	size_t count = ports + sim_ctl_polls(&s->ctl, polls + ports);
	struct pollfd *typed = &polls[count];
	*typed = (struct pollfd){
	    .fd = s->listens ? STDIN_FILENO : -1, .events = POLLIN};
	(void)poll(polls, count + 1, wait_ms(s));
	look_at_clock(s);
	sim_rack_work(&s->rack, polls, ports);
	sim_net_tick(&s->net);
	sim_ctl_work(&s->ctl, polls + ports, count - ports);
	if (typed->revents != 0)
		read_typed(s);
	if (s->plays)
		sim_play_tick(&s->play, &s->ctl);
	sim_rack_write(&s->rack);
}

static void
stop(struct running *s)
{
	sim_rack_close(&s->rack);
	sim_ctl_close(&s->ctl);
	sim_net_end(&s->net);
	sim_play_free(&s->play);
	sim_buf_free(&s->typed);
	if (s->net.journal != NULL)
		fclose(s->net.journal);
}

int
sim_run(int argc, char **argv)
{
	struct running *s = sim_alloc(1, sizeof(*s));
	s->name = argv[0];
	sim_net_init(&s->net);
	s->net.world.boot_ms = 50;
	int status = read_arguments(s, argc, argv);
	struct sigaction act = {.sa_handler = on_signal};
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	signal(SIGPIPE, SIG_IGN);
	look_at_clock(s);
	if (status == 0)
		status = start(s);
	while (status == 0 && !stopping && !s->ctl.quit && !s->play.ended)
		turn(s);
	if (status == 0)
		stop(s);
	free(s);
	return status;
}
