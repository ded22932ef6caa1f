/* furrow_sim_client - one request to a running network, by its socket. */
#ifndef TESTS_SIM_FURROW_SIM_CLIENT_H
#define TESTS_SIM_FURROW_SIM_CLIENT_H

#include <jansson.h>

/* The answer (a new reference, "ok" or not), or NULL with *why: nobody
 * listens at `path`, or it did not answer within five seconds. */
json_t *furrow_sim_client_ask(
    const char *path, json_t *request, const char **why);

#endif
