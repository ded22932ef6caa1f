/* wire_links - opens the links of every kind that furrow.conf names.
 *
 * A new kind of link is one function here and a loop over its sections in
 * wire_links_open(); its limits come by conf_link_apply().  The order of the
 * links is that of the kinds, then that of the file. */
#ifndef PROGRAMS_FURROWD_WIRE_LINKS_H
#define PROGRAMS_FURROWD_WIRE_LINKS_H

#include "base/loop.h"
#include "gateway/core/link.h"
#include "gateway/queue/credit.h"
#include "gateway/store/store.h"
#include "modem/ports.h"
#include "programs/furrowd/conf.h"
#include "programs/furrowd/wire_http.h"

#define WIRE_LINKS_MAX (CONF_MODEMS_MAX + CONF_SMPP_MAX + CONF_HTTP_MAX)

struct wire_links {
	struct link *link[WIRE_LINKS_MAX]; /* NULL until opened */
	size_t count;
	struct ports *ports;
	struct wire_http *http; /* what its links share */
};

/* How many there will be: the turn is made with that, and before them. */
size_t wire_links_count(const struct conf *conf);

/* Opens all; secrets that the links took are wiped from *conf.  Nothing is
 * started.  wire_links_free() in any case. */
void wire_links_open(struct wire_links *links, struct loop *loop,
    struct store *store, struct conf *conf, const struct link_sink *sink);
/* Those of aggregators, after the others: -1 with err when an address is taken
 * or a file is gone. */
int wire_links_open_http(struct wire_links *links, struct loop *loop,
    struct store *store, struct conf *conf, const struct link_sink *sink,
    struct err *err);
void wire_links_free(struct wire_links *links);

/* Of each link that has a balance to ask for. */
void wire_links_credit(struct credit *credit, const struct conf *conf);
/* What a reload may change; a link that is new needs a restart. */
void wire_links_reload(
    struct wire_links *links, struct credit *credit, const struct conf *next);

#endif
