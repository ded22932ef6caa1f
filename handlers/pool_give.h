/* pool_give - a leader corrects how an order is shared: GIVE #K7F 12 30kg.
 *
 * What a household gives less stays open (the leader's own part) until another
 * one gives it; what it gives more is taken from that open part first, then
 * from those who give most.  Everybody whose part changed is told.  Only parts
 * that are still to be brought; what was taken (TOOK) stays as it was. */
#ifndef HANDLERS_POOL_GIVE_H
#define HANDLERS_POOL_GIVE_H

#include "handlers/book.h"
#include "handlers/desk.h"

/* A row of command.h. */
bool pool_give(struct desk *desk, const struct book *book, struct str rest);

#endif
