/* handsets - the phones of a simulated network, as the console shows them.
 *
 * Only for a demo: the key `phones` of furrow.conf(5) names the control socket
 * of the network (JSON lines over AF_UNIX; tests/sim/sim_ctl.h has them).  Here
 * is the connection; who has a phone and what was written stands in its book
 * (handset_book.h).  Nothing of it is durable, nothing of it is the market's: a
 * text from here takes the way of every text, over the network and a modem.
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
#include "gateway/admin/handset_book.h"

#define HANDSETS_WITHIN_MS 5000

struct handsets;

/* Gives; handsets_free.  `people` "": nobody is known by name.  NULL with err
 * (offset: line): the file cannot be read. */
struct handsets *handsets_new(struct loop *loop,
    const struct clock_source *clock, const char *socket, const char *people,
    struct err *err);
/* Tells whoever waits. */
void handsets_free(struct handsets **handsets);

/* True: connected (perhaps only now).  False with err. */
bool handsets_open(struct handsets *handsets, struct err *err);

/* Who there is and what was written; lives as long as the handsets. */
struct handset_book *handsets_book(struct handsets *handsets);

/* why NULL: done. */
typedef void handsets_done_fn(void *arg, const char *why);
/* i: its place in the book.  done() follows exactly once, perhaps at once. */
void handsets_text(struct handsets *handsets, int i, struct str text,
    handsets_done_fn *done, void *arg);
void handsets_switch(struct handsets *handsets, int i, bool off,
    handsets_done_fn *done, void *arg);

#endif
