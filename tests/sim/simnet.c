/* simnet - a small mobile network on this computer: GSM modems on ptys, and
 * the phones behind them.  See sim_ctl.h for its control socket,
 * sim_journal.h for its log. */
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

/* How soon a port that somebody opened is noticed. */
#define LOOK_EVERY_MS 10

struct simnet {
	struct sim_net net;
	struct sim_ctl ctl;
	struct sim_port ports[SIM_MODEMS];
	int64_t replug_at[SIM_MODEMS];
	const char *dir, *socket, *log;
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
look_at_clock(struct simnet *s)
{
	s->net.world.now_ms = ms_of(CLOCK_MONOTONIC);
	s->net.world.wall_ms = ms_of(CLOCK_REALTIME);
}

static int
fail(const char *what, const char *why)
{
	fprintf(stderr, "simnet: %s: %s\n", what, why);
	return 2;
}

/* --- the command line --- */

static const char *
set_option(struct sim_options *o, const char *key, const char *value)
{
	long n = sim_number(value, 0, 1000000, -1);
	if (strcmp(key, "storage") == 0 && strcmp(value, "SM") != 0 &&
	    strcmp(value, "ME") != 0)
		return "storage is SM or ME";
	if (strcmp(key, "number") == 0)
		sim_copy(o->number, sizeof(o->number), value);
	else if (strcmp(key, "profile") == 0)
		o->profile = sim_profile_find(value);
	else if (strcmp(key, "storage") == 0)
		sim_copy(o->storage, sizeof(o->storage), value);
	else if (strcmp(key, "pin") == 0)
		sim_copy(o->pin, sizeof(o->pin), value);
	else if (n < 0)
		return "not a number, or an unknown key";
	else if (strcmp(key, "slots") == 0)
		o->slots = (unsigned)n;
	else if (strcmp(key, "delay-ms") == 0)
		o->delay_ms = (int)n;
	else if (strcmp(key, "send-ms") == 0)
		o->send_ms = (int)n;
	else if (strcmp(key, "ready-ms") == 0)
		o->ready_ms = (int)n;
	else if (strcmp(key, "mr") == 0)
		o->mr = (uint8_t)n;
	else if (strcmp(key, "text-mode") == 0)
		o->text_mode = n != 0;
	else
		return "unknown key";
	return o->profile == NULL ? "unknown profile" : NULL;
}

/* NAME[:key=value,…]; cuts the text up. */
static const char *
read_modem(struct sim_options *o, char *text)
{
	char *rest = strchr(text, ':'), *save = NULL;
	const char *why = NULL;
	*o = (struct sim_options){.profile = sim_profile_find("generic")};
	if (rest != NULL)
		*rest++ = '\0';
	if (text[0] == '\0' || strlen(text) >= SIM_NAME ||
	    strchr(text, '/') != NULL)
		return "bad name";
	sim_copy(o->name, sizeof(o->name), text);
	char *one = rest == NULL ? NULL : strtok_r(rest, ",", &save);
	for (; one != NULL && why == NULL; one = strtok_r(NULL, ",", &save)) {
		char *value = strchr(one, '=');
		if (value == NULL)
			return "key=value is needed";
		*value++ = '\0';
		why = set_option(o, one, value);
	}
	return why;
}

static int
add_modem(struct simnet *s, char *text)
{
	struct sim_options options;
	const char *why = read_modem(&options, text);
	if (why == NULL && sim_net_add(&s->net, &options) == NULL)
		why = "too many modems, or the name is taken";
	return why == NULL ? 0 : fail(text, why);
}

static int
usage(void)
{
	fputs("usage: simnet --dir DIR --modem NAME[:key=value,…] …\n"
	      "  [--socket PATH] [--log FILE] [--seed N] [--report-ms N]\n"
	      "  [--boot-ms N] [--country 254]\n"
	      "keys: number profile (generic huawei simcom quectel) storage\n"
	      "  slots delay-ms send-ms ready-ms pin mr text-mode\n",
	    stderr);
	return 2;
}

static int
read_option(struct simnet *s, int option)
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
	default:
		return usage();
	}
}

static int
read_arguments(struct simnet *s, int argc, char **argv)
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
	    {NULL, 0, NULL, 0},
	};
	int option, status = 0;
	while (status == 0 &&
	       (option = getopt_long(argc, argv, "", options, NULL)) != -1)
		status = read_option(s, option);
	if (status == 0 && (s->dir == NULL || optind != argc))
		status = usage();
	return status;
}

/* --- running --- */

static int
start(struct simnet *s)
{
	char path[512];
	snprintf(path, sizeof(path), "%s/sim.sock", s->dir);
	if (s->log != NULL && (s->net.journal = fopen(s->log, "a")) == NULL)
		return fail(s->log, strerror(errno));
	s->ctl.net = &s->net;
	s->ctl.ports = s->ports;
	s->ctl.replug_at = s->replug_at;
	for (size_t i = 0; i < s->net.modems; i++) {
		char link[512];
		const char *name = s->net.lines[i]->modem.options.name;
		snprintf(link, sizeof(link), "%s/%s", s->dir, name);
		sim_port_init(&s->ports[i], link);
		s->replug_at[i] = SIM_NEVER;
		if (sim_ctl_plug(&s->ctl, i) != 0)
			return fail(link, strerror(errno));
	}
	/* Last: who can connect finds everything there. */
	if (sim_ctl_open(&s->ctl, s->socket ? s->socket : path) != 0)
		return fail("control socket", strerror(errno));
	return 0;
}

/* A few reads a turn, so that one busy modem does not starve the others. */
static void
serve_port(struct simnet *s, size_t i)
{
	char bytes[4096];
	struct sim_modem *m = &s->net.lines[i]->modem;
	for (int turn = 0; turn < 4 && s->ports[i].listened; turn++) {
		size_t n = sim_port_read(&s->ports[i], bytes, sizeof(bytes));
		if (n == 0)
			return;
		sim_modem_feed(m, bytes, n);
	}
}

static void
write_ports(struct simnet *s)
{
	for (size_t i = 0; i < s->net.modems; i++) {
		struct sim_buf *out = &s->net.lines[i]->modem.out;
		if (out->octets > 0)
			sim_buf_drop(out, 0,
			    sim_port_write(&s->ports[i], out->at, out->octets));
	}
}

static size_t
port_polls(struct simnet *s, struct pollfd *polls)
{
	for (size_t i = 0; i < s->net.modems; i++) {
		const struct sim_port *p = &s->ports[i];
		short events = POLLIN;
		if (s->net.lines[i]->modem.out.octets > 0)
			events |= POLLOUT;
		polls[i] = (struct pollfd){
		    .fd = p->listened ? p->fd : -1, .events = events};
	}
	return s->net.modems;
}

static int
wait_ms(struct simnet *s)
{
	int64_t due = sim_net_due(&s->net);
	bool alone = false;
	for (size_t i = 0; i < s->net.modems; i++) {
		due = s->replug_at[i] < due ? s->replug_at[i] : due;
		alone = alone || (s->ports[i].fd >= 0 && !s->ports[i].listened);
	}
	int64_t wait = due == SIM_NEVER ? 1000 : due - s->net.world.now_ms;
	if (alone && wait > LOOK_EVERY_MS)
		wait = LOOK_EVERY_MS;
	return wait < 0 ? 0 : wait > 1000 ? 1000 : (int)wait;
}

static void
look_at_ports(struct simnet *s)
{
	for (size_t i = 0; i < s->net.modems; i++) {
		(void)sim_port_look(&s->ports[i]);
		if (s->net.world.now_ms >= s->replug_at[i]) {
			s->replug_at[i] = SIM_NEVER;
			if (sim_ctl_plug(&s->ctl, i) != 0)
				(void)fail("replug", strerror(errno));
		}
	}
}

static void
turn(struct simnet *s)
{
	struct pollfd polls[SIM_MODEMS + SIM_CLIENTS + 1];
	size_t ports = port_polls(s, polls);
	size_t count = ports + sim_ctl_polls(&s->ctl, polls + ports);
	(void)poll(polls, count, wait_ms(s));
	look_at_clock(s);
	look_at_ports(s);
	for (size_t i = 0; i < ports; i++) {
		if ((polls[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0)
			serve_port(s, i);
	}
	sim_net_tick(&s->net);
	sim_ctl_work(&s->ctl, polls + ports, count - ports);
	write_ports(s);
}

static void
stop(struct simnet *s)
{
	for (size_t i = 0; i < s->net.modems; i++)
		sim_port_unplug(&s->ports[i]);
	sim_ctl_close(&s->ctl);
	sim_net_end(&s->net);
	if (s->net.journal != NULL)
		fclose(s->net.journal);
}

int
main(int argc, char **argv)
{
	static struct simnet s;
	sim_net_init(&s.net);
	s.net.world.boot_ms = 50;
	int status = read_arguments(&s, argc, argv);
	struct sigaction act = {.sa_handler = on_signal};
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	signal(SIGPIPE, SIG_IGN);
	look_at_clock(&s);
	if (status == 0)
		status = start(&s);
	if (status != 0)
		return status;
	while (!stopping && !s.ctl.quit)
		turn(&s);
	stop(&s);
	return 0;
}
