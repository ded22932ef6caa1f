/* pool_house - HOUSEHOLD and a name: one more household behind a leader.
 *
 * A household gets parts of orders, so a sentence that happens to begin with
 * the word must not become one. */
#ifndef HANDLERS_POOL_HOUSE_H
#define HANDLERS_POOL_HOUSE_H

#include "handlers/desk.h"

/* False: it is no name; nothing is said. */
bool pool_house_add(struct desk *desk, struct str said);

#endif
