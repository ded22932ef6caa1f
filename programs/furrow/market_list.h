/* market_list - what person, offer, area and catalogue have in common: a list
 * that is shown, brought in from a file, and written out again. */
#ifndef PROGRAMS_FURROW_MARKET_LIST_H
#define PROGRAMS_FURROW_MARKET_LIST_H

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

struct market_list {
	const struct command *command;
	const char *resource; /* "people": below /api/v1/ */
	const struct column *columns; /* of list */
	const struct column *export_columns; /* as import takes them */
	const char *nothing; /* said when there are none */
};

/* `list` and `export [FILE]`; path: the resource with its query. */
int market_list_show(struct client *client, const struct market_list *list,
    const struct args *args, const char *path);

/* `import FILE…` ("-": standard input).  A table may be of any size, a JSON
 * array has at most MARKET_LIST_OCTETS.  Bad rows are said on stderr as
 * "furrow: FILE:LINE: why"; EXIT_FAILED when there was one. */
int market_list_import(struct client *client, const struct market_list *list,
    const struct args *args);

/* POSTs one row (takes it) and says that it is there. */
int market_list_add(struct client *client, const struct market_list *list,
    const struct args *args, json_t *row);

/* What the daemon said of an import. */
int market_list_imported(
    const char *file, const json_t *reply, enum format format);

/* A whole file, at most `cap` octets, into *text; EXIT_FAILED (said). */
int market_list_read(struct buf *text, const char *path);
#define MARKET_LIST_OCTETS (8 * 1024 * 1024)

/* row[key] = value, when there is one. */
void market_list_put(json_t *row, const char *key, const char *value);

#endif
