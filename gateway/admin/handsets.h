/* handsets - the phones of a simulated network, as the console shows them.
 *
 * Only for a demo: the key `phones` of furrow.conf(5) names the control socket
 * of the network (JSON lines over AF_UNIX; tests/sim/sim_ctl.h has them).  Who
 * carries a phone comes from a file of lines NAME NUMBER ROLE ('#' begins a
 * comment); whoever else texts or is texted is added, up to HANDSETS_MAX.
 *
 * The network keeps what has come to a phone, here stands what was sent and
 * what came, the newest HANDSETS_TEXTS of all phones together.  Nothing of it
 * is durable, nothing of it is the market's: a text from here takes the way of
 * every text, over the network and a modem.
 *
 * Never blocks: one connection, requests in order, an answer within
 * HANDSETS_WITHIN_MS or the connection is given up and everything that waits
 * is told so.  It is made anew by the next handsets_open().  Loop rule: all
 * calls in the loop's thread. */
#ifndef GATEWAY_ADMIN_HANDSETS_H
#define GATEWAY_ADMIN_HANDSETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/loop.h"
#include "base/str.h"

#define HANDSETS_MAX 64
#define HANDSETS_TEXTS 1000
#define HANDSETS_TEXT_OCTETS 2000 /* of one text; more is cut or refused */
#define HANDSETS_WITHIN_MS 5000

struct handset {
	char name[40]; /* the number, of a stranger */
	char number[24]; /* E.164 */
	char role[24]; /* "" of a stranger */
	bool off;
};

struct handset_text {
	int64_t id; /* ascending; 1 is the first */
	size_t handset; /* its place */
	bool sent; /* by that phone; else it came */
	char other[24]; /* who sent it, to whom it went */
	int64_t wall_ms;
	char *text; /* UTF-8 */
};

struct handsets;

/* Gives; handsets_free.  `people` "": nobody is known by name.  NULL with err
 * (offset: line): the file cannot be read. */
struct handsets *handsets_new(struct loop *loop,
    const struct clock_source *clock, const char *socket, const char *people,
    struct err *err);
/* Tells whoever waits. */
void handsets_free(struct handsets **handsets);

/* One line of the file.  1 *out is somebody, 0 nobody (blank, a comment), -1
 * no number behind the name, or too long.  Pure. */
int handsets_line(struct handset *out, struct str line);

/* True: connected (perhaps only now).  False with err. */
bool handsets_open(struct handsets *handsets, struct err *err);

size_t handsets_count(const struct handsets *handsets);
const struct handset *handsets_at(const struct handsets *handsets, size_t i);
/* By name (case does not matter) or number; -1: nobody.  handsets_take adds a
 * number that nobody has; -1 then: neither a name nor a number, or no room. */
int handsets_find(const struct handsets *handsets, const char *who);
int handsets_take(struct handsets *handsets, const char *who);

/* why NULL: done. */
typedef void handsets_done_fn(void *arg, const char *why);
/* done() follows exactly once, perhaps at once. */
void handsets_text(struct handsets *handsets, int i, struct str text,
    handsets_done_fn *done, void *arg);
void handsets_switch(struct handsets *handsets, int i, bool off,
    handsets_done_fn *done, void *arg);

int64_t handsets_newest(const struct handsets *handsets); /* 0: none */
/* Texts behind after_id, oldest first. */
void handsets_each(const struct handsets *handsets, int64_t after_id,
    void (*fn)(void *arg, const struct handset_text *text), void *arg);

#endif
