/* sim_client - talking to simnet from a test or a benchmark: blocking, with
 * times to wait; and simnet as a child for as long as a test needs it.
 *
 * Functions that give int return 0, or -1 when simnet said no, is gone, or
 * did not answer within five seconds; sim_why() then says why. */
#ifndef TESTS_SIM_SIM_CLIENT_H
#define TESTS_SIM_SIM_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <jansson.h>

#define SIM_TEXT_ROOM 4096

struct sim; /* a connection */

struct sim *sim_connect(const char *path); /* NULL with errno */
void sim_close(struct sim **sim); /* accepts NULL */
const char *sim_why(const struct sim *sim);

/* A request as sim_ctl.h describes, written as json_pack's format; the answer
 * (a new reference) or NULL. */
json_t *sim_ask(struct sim *sim, const char *format, ...);
int sim_tell(struct sim *sim, const char *format, ...); /* answer dropped */

/* `to`: a modem's name or number.  The text's id, or 0. */
uint64_t sim_text(
    struct sim *sim, const char *from, const char *to, const char *text);
/* Many: written together, answered together; the number that were taken. */
size_t sim_texts(struct sim *sim, const char *to, size_t count,
    void (*fill)(void *arg, size_t i, char from[24], char text[1024]),
    void *arg);

/* The first text to `phone` that holds `containing` ("" is any), from its
 * whole inbox or arriving within timeout_ms.  Each text is found once, oldest
 * first.  out (of SIM_TEXT_ROOM) may be NULL. */
int sim_wait_text(struct sim *sim, const char *phone, const char *containing,
    int timeout_ms, char *out);
int sim_inbox_count(struct sim *sim, const char *phone); /* -1 on error */

/* A fault that fires once, or with {"count",…} etc. by sim_tell. */
int sim_fault(struct sim *sim, const char *modem, const char *fault);
int sim_fault_ms(struct sim *sim, const char *modem, const char *fault, int ms);
int sim_fault_chance(
    struct sim *sim, const char *modem, const char *fault, double chance);
int sim_unplug(struct sim *sim, const char *modem);
int sim_replug(struct sim *sim, const char *modem);
int sim_switch(struct sim *sim, const char *phone, bool off);
int sim_ring(struct sim *sim, const char *from, const char *to, int rings);

struct sim_stats {
	int64_t texts, parts, handed, doubled; /* to modems */
	int64_t taken, refused, delivered, reports; /* from modems */
	int64_t waiting, stored; /* now */
};
int sim_stats(struct sim *sim, struct sim_stats *out);

/* Lines of a journal of this kind (NULL: all) that hold `containing`. */
long sim_journal_count(
    const char *path, const char *kind, const char *containing);

/* simnet as a child; args after "--dir DIR", ended by NULL, for example
 * {"--modem", "a:number=+254700000001", NULL}.  The log is DIR/sim.log, the
 * socket DIR/sim.sock.  The program is $SIMNET or the one that was built.
 * The pid, or -1. */
pid_t sim_start(const char *dir, const char *const *args);
/* Asks it to end and waits; its exit status, -1 when it had to be killed. */
int sim_stop(pid_t pid);
/* A connection to the simnet of DIR. */
struct sim *sim_connect_dir(const char *dir);

#endif
