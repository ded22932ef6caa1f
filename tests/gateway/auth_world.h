/* auth_world - an api_world whose requests must be somebody's, as over TCP. */
#ifndef TESTS_GATEWAY_AUTH_WORLD_H
#define TESTS_GATEWAY_AUTH_WORLD_H

#include "gateway/admin/auth.h"
#include "tests/gateway/api_world.h"

struct auth_world {
	struct world w; /* its requests go to the auth; w.more: their heads */
	struct auth *auth;
	struct http_server *server;
	char cookie[64], csrf[80]; /* of the last login; "": none */
};

void auth_world_open(struct auth_world *a, enum auth_totp totp);
void auth_world_close(struct auth_world *a);
/* The same by the control socket. */
json_t *auth_world_local(
    struct auth_world *a, const char *path, const char *json);
/* As nobody; the answer's cookie and csrf are kept. */
int auth_world_in(struct auth_world *a, const char *path, const char *json);
/* With cookie (and csrf, for a POST: json not NULL); the status. */
int auth_world_ask(struct auth_world *a, const char *path, const char *json);
/* With a token. */
int auth_world_token(struct auth_world *a, const char *token, const char *path,
    const char *json);

#endif
