/* session_kit - rows of dialogues for the tests of who looks at them. */
#ifndef TESTS_GATEWAY_SESSION_KIT_H
#define TESTS_GATEWAY_SESSION_KIT_H

#include "gateway/store/store_session_list.h"

struct session_kit_row {
	const char *number; /* E.164 */
	const char *link;
	int64_t opened_ms;
	enum session_life state;
	const char *made, *reason; /* NULL: "" */
};

/* In a transaction; gives the session's id.  Its code is 384*96. */
int64_t session_kit_open(struct store *store, const struct session_kit_row *r);
/* The next turn of it. */
void session_kit_turn(struct store *store, int64_t session_id, int64_t time_ms,
    const char *input, const char *answer, bool go_on);

#endif
