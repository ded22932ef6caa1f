/* furrowd - the daemon: arguments, signals, and nothing else. */
#include <argp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/loop.h"
#include "base/secret.h"
#include "config.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/wire.h"

#define STOP_GRACE_MS 1000

const char *argp_program_version = "furrowd " PACKAGE_VERSION;

struct options {
	const char *conf;
	const char *data;
	bool foreground, test, verbose;
};

struct daemon_state {
	struct loop *loop;
	struct wire *wire;
	const char *conf_path;
};

static error_t
parse_option(int key, char *arg, struct argp_state *state)
{
	struct options *o = state->input;
	switch (key) {
	case 'c':
		o->conf = arg;
		return 0;
	case 'd':
		o->data = arg;
		return 0;
	case 'f':
		o->foreground = true;
		return 0;
	case 't':
		o->test = true;
		return 0;
	case 'v':
		o->verbose = true;
		return 0;
	case ARGP_KEY_ARG:
		argp_error(state, "'%s' is not an option", arg);
		return EINVAL;
	default:
		return ARGP_ERR_UNKNOWN;
	}
}

static void
parse_arguments(struct options *o, int argc, char **argv)
{
	static const struct argp_option rows[] = {
	    {"config", 'c', "FILE", 0,
		"the configuration (./furrow.conf, /etc/furrow/furrow.conf)",
		0},
	    {"data", 'd', "DIR", 0, "where lexicon/, phrases/ and screens/ lie",
		0},
	    {"foreground", 'f', NULL, 0, "stay in the foreground", 0},
	    {"test", 't', NULL, 0, "test the configuration and exit", 0},
	    {"verbose", 'v', NULL, 0, "log every step", 0},
	    {0},
	};
	const struct argp argp = {rows, parse_option, NULL,
	    "furrowd - takes orders by text and finds who has the goods", NULL,
	    NULL, NULL};
	argp_err_exit_status = 2;
	argp_parse(&argp, argc, argv, 0, NULL, o);
}

static const char *
find_conf(const char *given)
{
	if (given != NULL)
		return given;
	return access("furrow.conf", R_OK) == 0 ? "furrow.conf"
						: "/etc/furrow/furrow.conf";
}

/* Installed words, or those of the tree that this was built from. */
static const char *
find_data(const char *given)
{
	if (given != NULL)
		return given;
	struct stat st;
	if (stat(FURROW_DATADIR "/lexicon", &st) == 0)
		return FURROW_DATADIR;
	return FURROW_SOURCE "/handlers";
}

static int
complain(const struct err *err)
{
	fprintf(stderr, "furrowd: %s\n", err->text);
	return 1;
}

static void
on_stop(void *arg, int signal_number)
{
	struct daemon_state *d = arg;
	log_event(LOG_INFO, "furrowd", "stopping", "signal=%d", signal_number);
	wire_stop(d->wire, STOP_GRACE_MS);
}

static void
on_reload(void *arg, int signal_number)
{
	struct daemon_state *d = arg;
	struct err err;
	char why[ERR_TEXT_OCTETS * 2];
	struct conf *next = conf_load(d->conf_path, &err);
	(void)signal_number;
	if (next == NULL) {
		log_event(LOG_ERROR, "furrowd", "reload_refused", "why=%s",
		    log_quote(why, sizeof(why), err.text));
		return;
	}
	wire_reload(d->wire, next);
	conf_free(&next);
}

/* Into the background before anything is opened: neither SQLite's locks nor
 * the loop may cross a fork.  The parent stays until the child says through
 * the pipe whether it came up, so that a failure still fails the command.
 * Returns the child's end, or -1 in the foreground. */
static int
go_background(void)
{
	int ends[2];
	char answer = 0;
	if (pipe2(ends, O_CLOEXEC) != 0)
		return -1;
	pid_t pid = fork();
	if (pid < 0)
		return -1;
	if (pid == 0) {
		close(ends[0]);
		setsid();
		return ends[1];
	}
	close(ends[1]);
	exit(read(ends[0], &answer, 1) == 1 && answer == '+' ? 0 : 1);
}

/* What comes while the store is opened waits until the loop takes it, and is
 * neither lost nor deadly.  How: SIG_BLOCK, SIG_UNBLOCK. */
static void
hold_signals(int how)
{
	sigset_t held;
	sigemptyset(&held);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGHUP);
	sigprocmask(how, &held, NULL);
}

/* The log goes on to stderr, wherever that was pointed. */
static void
report_up(int parent)
{
	if (parent < 0)
		return;
	int null = open("/dev/null", O_RDWR);
	if (null >= 0) {
		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		close(null);
	}
	if (write(parent, "+", 1) != 1)
		log_event(LOG_WARN, "furrowd", "parent_gone", "ok=0");
	close(parent);
}

static int
run(struct options *o, struct conf *conf)
{
	struct err err;
	struct daemon_state d = {.conf_path = conf->path};
	int parent = o->foreground ? -1 : go_background();
	hold_signals(SIG_BLOCK);
	d.loop = loop_new();
	d.wire = wire_new(d.loop, conf, o->data, &err);
	if (d.wire == NULL) {
		loop_free(&d.loop);
		return complain(&err);
	}
	report_up(parent);
	if (!o->verbose) /* who watches each step wants it now */
		log_gather();
	loop_on_signal(d.loop, SIGTERM, on_stop, &d);
	loop_on_signal(d.loop, SIGINT, on_stop, &d);
	loop_on_signal(d.loop, SIGHUP, on_reload, &d);
	hold_signals(SIG_UNBLOCK);
	log_event(LOG_INFO, "furrowd", "started", "version=%s pid=%ld",
	    PACKAGE_VERSION, (long)getpid());
	loop_run(d.loop);
	wire_free(&d.wire);
	loop_free(&d.loop);
	log_event(LOG_INFO, "furrowd", "stopped", "ok=1");
	return 0;
}

static int
test(const struct options *o, const struct conf *conf)
{
	struct err err;
	if (wire_test(conf, o->data, &err) < 0)
		return complain(&err);
	printf("%s: good\n", conf->path);
	return 0;
}

int
main(int argc, char **argv)
{
	struct options o = {0};
	struct err err;
	int rc = 1;
	/* What it writes is people's numbers, texts, secrets: not for everybody
	 * on this machine.  The group may do all by the socket anyway. */
	umask(umask(077) | 027);
	secret_init();
	parse_arguments(&o, argc, argv);
	o.data = find_data(o.data);
	log_set_level(o.verbose ? LOG_DEBUG : LOG_INFO);
	struct conf *conf = conf_load(find_conf(o.conf), &err);
	if (conf == NULL)
		return complain(&err);
	if (setenv("TZ", conf->market.timezone, 1) == 0)
		rc = o.test ? test(&o, conf) : run(&o, conf);
	conf_free(&conf);
	return rc;
}
