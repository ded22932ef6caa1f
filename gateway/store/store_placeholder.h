/* store_placeholder - texts that stand in for another one.
 *
 * Some networks and phones send an empty text, or "(part 1 missing)", and the
 * true one after it with the same stamp; and a text of a replace type (23.040
 * 9.2.3.9) takes the place of the sender's earlier one of that type.  Either
 * way one message is shown, the true one. */
#ifndef GATEWAY_STORE_STORE_PLACEHOLDER_H
#define GATEWAY_STORE_STORE_PLACEHOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/store/store.h"

/* That message waits until due_ms for its true text. */
void store_placeholder_put(
    struct store *store, int64_t message_id, int64_t due_ms);
/* It waits no longer; false: it did not. */
bool store_placeholder_drop(struct store *store, int64_t message_id);
/* One that waited long enough, and waits no longer.  0: none. */
int64_t store_placeholder_take_due(struct store *store, int64_t now_ms);

/* The phone's inbound message with that stamp, among its newest: one whose
 * text is torn, or (torn false) one that is whole.  0: none. */
int64_t store_placeholder_find(
    struct store *store, int64_t phone_id, int64_t stamp_ms, bool torn);

/* The phone's newest text of a replace type is that message from now on;
 * returns the one before it, 0: none. */
int64_t store_placeholder_replace(
    struct store *store, int64_t phone_id, int type, int64_t message_id);

#endif
