/* auth_first - the code for the first user, and what a user may be called. */
#ifndef GATEWAY_ADMIN_AUTH_FIRST_H
#define GATEWAY_ADMIN_AUTH_FIRST_H

#include "base/token.h"
#include "gateway/store/store_user.h"

struct auth;

#define AUTH_NAME_RULE                                                         \
	"a name has 2 to 23 characters: a letter, then letters a to z, "       \
	"figures, . _ -"

/* In a turn: from now on that code is the one. */
void auth_first_put(
    struct store *store, const char code[TOKEN_CODE_OCTETS], int64_t now_ms);
/* Where the console is; "": nowhere. */
const char *auth_address(const struct auth *auth);

/* In small letters; false (AUTH_NAME_RULE): it cannot be one. */
bool auth_name_read(char dst[USER_NAME_OCTETS], const char *name);

#endif
