/* daemon_kit - the real furrowd, the real furrow and a simulated network, in a
 * folder of their own: what every test of the whole has in common.
 *
 * kit_enter() makes the folder below the present one and goes there, because
 * a socket's path must stay below 108 octets; all names are relative then.
 * In the folder: furrow.conf, furrowd.log (all starts together), cli.err,
 * sim.log (the network's journal), the database.
 *
 * Functions that give int return 0, or -1 with the reason on stderr.  One kit
 * a process at a time.  No cmocka in here: tests/fault/kills links it too. */
#ifndef TESTS_SCENARIO_DAEMON_KIT_H
#define TESTS_SCENARIO_DAEMON_KIT_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <jansson.h>

#include "tests/sim/sim_client.h"

/* What may take that long in a plain build takes longer with sanitizers. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KIT_SLOWER 3
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define KIT_SLOWER 3
#endif
#ifndef KIT_SLOWER
#define KIT_SLOWER 1
#endif

struct kit {
	char top[PATH_MAX]; /* where we came from */
	char dir[PATH_MAX]; /* where we are: absolute */
	pid_t simnet, daemon; /* 0: not there */
	struct sim *sim; /* owned; NULL without a network */
	long log_mark; /* of furrowd.log: the last start's first octet */
};

/* An old folder of that name is emptied first. */
int kit_enter(struct kit *kit, const char *name);
/* Ends what still runs; the folder goes away unless it is to be kept. */
void kit_leave(struct kit *kit, bool keep);

int64_t kit_now_ms(void); /* monotonic */
void kit_pause_ms(int ms);
int kit_write(const char *path, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* -- the network ----------------------------------------------------------- */

/* Modems "a", "b", … with the numbers +254700000001, …; `keys` go to each of
 * them (sim_ctl.h), for example "send-ms=20", or NULL. */
int kit_network(struct kit *kit, int modems, const char *keys);

/* -- the market ------------------------------------------------------------ */

/* furrow.conf for those modems.  The extras are lines of libconfuse for the
 * market's and each modem's section, or "". */
int kit_conf(int modems, const char *market_extra, const char *modem_extra);
/* +2547220000NN sells 5,000 kg tomato each; imported with furrow. */
int kit_sellers(int sellers);

/* -- the daemon ------------------------------------------------------------ */

enum kit_program { KIT_FURROWD, KIT_FAULTY };

/* In the foreground, output appended to furrowd.log.  `setting` is put into
 * its environment ("FURROW_FAULT=send.after:3"), NULL: nothing. */
int kit_start(struct kit *kit, enum kit_program program, const char *setting);
/* Runs it with these arguments instead, to its end: exit status, -1 when it
 * did not end within five seconds.  What it said is in `out`. */
int kit_run_daemon(char *out, size_t out_octets, const char *const *args);
/* Until `furrow status` says that all is well. */
int kit_up(struct kit *kit);
/* Ended by itself meanwhile?  The status of waitpid(2) goes to *status. */
bool kit_gone(struct kit *kit, int *status);
bool kit_wait_gone(struct kit *kit, int timeout_ms, int *status);
void kit_kill(struct kit *kit); /* SIGKILL, and it is buried */
/* SIGTERM; its exit status, and how long it took.  -1: killed after 10 s. */
int kit_stop(struct kit *kit, int *took_ms);
/* Until furrowd.log has `text` since the last start. */
int kit_logged(struct kit *kit, const char *text, int timeout_ms);

/* -- furrow ---------------------------------------------------------------- */

/* `furrow ARGS…` (ended by NULL): exit status, -1 by a signal.  Its output,
 * cut to fit, goes to `out`, which may be NULL; its errors to cli.err. */
int kit_furrow(char *out, size_t out_octets, ...) __attribute__((sentinel));
/* The same with --json: an array of all objects, NULL when it failed. */
json_t *kit_rows(const char *word, ...) __attribute__((sentinel));
/* A furrow that goes on (log -f): its standard output, *pid to be killed. */
int kit_furrow_follow(pid_t *pid, const char *const *args);
/* The file cli.err since its beginning holds this. */
bool kit_complained(const char *text);

#endif
