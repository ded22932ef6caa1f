/* store_robot - phones that answer our texts by themselves.
 *
 * A row for each phone that was ever caught (handlers/robot_look.h), so the
 * table is small and a look-up cheap. */
#ifndef GATEWAY_STORE_STORE_ROBOT_H
#define GATEWAY_STORE_STORE_ROBOT_H

#include <stdbool.h>

#include "gateway/store/store.h"

struct robot {
	int64_t caught_ms; /* last */
	int64_t until_ms; /* not answered before */
	int64_t times;
	int64_t message_id; /* its text */
};

bool store_robot_get(struct store *store, int64_t phone_id, struct robot *out);
void store_robot_put(
    struct store *store, int64_t phone_id, const struct robot *robot);

/* How many are not answered at now_ms; *message_id_out: of the newest. */
int64_t store_robot_count(
    struct store *store, int64_t now_ms, int64_t *message_id_out);

#endif
