/* store_link - the links that messages came by, as rows. */
#ifndef GATEWAY_STORE_STORE_LINK_H
#define GATEWAY_STORE_STORE_LINK_H

#include <stdint.h>

#include "gateway/store/store.h"

/* The row of that name, made if need be (outside of turns, too: it brings its
 * own transaction when none is open).  0 on failure. */
int64_t store_link_ensure(struct store *store, const char *name,
    const char *kind, const char *number);

/* Name into dst (LINK_NAME_OCTETS), "" if unknown. */
void store_link_name(
    struct store *store, int64_t link_id, char *dst, size_t dst_octets);

/* What it is as it was last opened: "modem", "smpp", "ussd" …, or "". */
void store_link_kind(
    struct store *store, int64_t link_id, char *dst, size_t dst_octets);

/* pending_delete: our copy is durable, the modem's is not yet deleted.  One
 * row per place; a new one replaces it. */
void store_link_pending_add(struct store *store, int64_t link_id,
    const char *place_store, int place_index, uint64_t hash);
/* Is this very TPDU (hash) the one already taken from that place? */
bool store_link_pending_is(struct store *store, int64_t link_id,
    const char *place_store, int place_index, uint64_t hash);
void store_link_pending_drop(struct store *store, int64_t link_id,
    const char *place_store, int place_index);

#endif
