/* quality - how many of a link's texts arrive, of late.
 *
 * In: how texts ended, one by one.  Out: a share in thousandths.  Each end
 * counts less with age: half after six hours, nothing to speak of after two
 * days.  What the owner of the link thinks of it (its `quality`) counts like
 * eight texts, so one text decides nothing and a link without reports stays
 * where he put it.  In memory; at the start it is told of the last texts.
 * Pure. */
#ifndef GATEWAY_QUEUE_QUALITY_H
#define GATEWAY_QUEUE_QUALITY_H

#include <stdbool.h>
#include <stdint.h>

#define QUALITY_TEXTS_AT_START 2000 /* messages looked back at */

struct quality {
	int64_t arrived, ended; /* thousandths of texts, as of hour */
	int64_t hour;
};

/* A text by that link arrived, or certainly did not. */
void quality_note(struct quality *quality, bool arrived, int64_t now_ms);
/* Thousandths; owner: 0 to 100. */
int quality_of(const struct quality *quality, int owner);

#endif
