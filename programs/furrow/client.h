/* client - asking furrowd over its control socket, or over a URL.
 *
 * One connection, one request at a time.  What goes wrong is said on stderr
 * here, once; the caller only passes the exit status on. */
#ifndef PROGRAMS_FURROW_CLIENT_H
#define PROGRAMS_FURROW_CLIENT_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/buf.h"
#include "base/str.h"

#include "programs/furrow/command.h"

struct client;

/* EXIT_DONE with *out (client_free), or EXIT_FAILED. */
int client_open(struct client **out, const struct cli *cli);
void client_free(struct client **client);
/* Opens one, calls act(client, wishes) and frees it again; what act says, or
 * EXIT_FAILED. */
int client_with(const struct cli *cli,
    int (*act)(struct client *client, const void *wishes), const void *wishes);

/* While quiet, errors are not said (log -f outlives a restart). */
void client_quiet(struct client *client, bool quiet);

/* path: below /api/v1/.  EXIT_DONE with *reply_out (json_decref), which may be
 * NULL if the caller does not care. */
int client_get(struct client *client, const char *path, json_t **reply_out);
/* body NULL: none; takes it. */
int client_post(
    struct client *client, const char *path, json_t *body, json_t **reply_out);
int client_post_text(struct client *client, const char *path,
    const char *content_type, struct str text, json_t **reply_out);

/* Appends "?key=value" or "&key=value", escaped; nothing when value is NULL
 * or empty. */
void client_query(struct buf *path, const char *key, const char *value);
void client_query_int(struct buf *path, const char *key, int64_t value);
/* Appends "/part", escaped. */
void client_part(struct buf *path, const char *part);

/* All rows of a list, page by page: path as for client_get, with its query.
 * fn gets each (borrowed); false stops. */
int client_each(struct client *client, const char *path,
    bool (*fn)(void *arg, json_t *row), void *arg);

#endif
