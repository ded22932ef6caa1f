/* placeholder - does a text only stand in for another one?
 *
 * In: a text.  Out: true when it is empty, or says in brackets that something
 * of it is missing: "(part 1 missing)", "[2/3 missing] 5 kg".  The true text
 * mostly follows with the same stamp.
 * Pure. */
#ifndef GATEWAY_QUEUE_PLACEHOLDER_H
#define GATEWAY_QUEUE_PLACEHOLDER_H

#include <stdbool.h>

#include "base/str.h"

#define PLACEHOLDER_WAIT_MS (INT64_C(2) * 60 * 1000)

bool placeholder_is(struct str text);

#endif
