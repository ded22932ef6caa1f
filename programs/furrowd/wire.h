/* wire - builds every object of the daemon and ties them together.
 *
 * The one place that sees all rooms: the store, the trade and its words, the
 * turn, the links, the admin API on its socket.  Nothing here decides; it only
 * hands one room's functions to another through the contracts in
 * gateway/core. */
#ifndef PROGRAMS_FURROWD_WIRE_H
#define PROGRAMS_FURROWD_WIRE_H

#include "base/err.h"
#include "base/loop.h"
#include "programs/furrowd/conf.h"

struct wire;

/* Builds everything and starts the links.  `data` is the folder with lexicon/,
 * phrases/ and screens/, and stays.  NULL with err (store, words, catalogue or
 * socket): nothing is left open.  *conf outlives it, is changed by a reload,
 * and loses the secrets that the links have taken. */
struct wire *wire_new(
    struct loop *loop, struct conf *conf, const char *data, struct err *err);
void wire_free(struct wire **wire);

/* Reads the catalogue file again and takes over the market's settings; what
 * needs a restart is logged.  A bad file changes nothing. */
void wire_reload(struct wire *wire, const struct conf *next);

/* Stops the links (a send under way gets grace_ms to end) and calls
 * loop_stop() once everything is committed, at the latest a little after
 * grace_ms. */
void wire_stop(struct wire *wire, int64_t grace_ms);

/* Does this configuration hold together (words, catalogue, screens)?  For -t;
 * opens no store and no device. */
int wire_test(const struct conf *conf, const char *data, struct err *err);

#endif
