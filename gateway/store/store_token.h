/* store_token - what a confirm screen showed is done once, for ever. */
#ifndef GATEWAY_STORE_STORE_TOKEN_H
#define GATEWAY_STORE_STORE_TOKEN_H

#include "gateway/store/store.h"

/* Taken before?  *message_id_out is the row of what was done then. */
bool store_token_find(
    struct store *store, int64_t token, int64_t *message_id_out);
/* Takes it; false, and nothing is changed, when it was taken. */
bool store_token_take(
    struct store *store, int64_t token, int64_t session_id, int64_t message_id);

#endif
