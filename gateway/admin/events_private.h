/* events_private - what the files of events share; for them only.
 *
 *   events.c       who listens, and what was told last
 *   events_rows.c  rows of the store as events, in a thread
 *   events_news.c  what changed between two looks at the links and alarms
 */
#ifndef GATEWAY_ADMIN_EVENTS_PRIVATE_H
#define GATEWAY_ADMIN_EVENTS_PRIVATE_H

#include "base/json.h"
#include "gateway/admin/api_impl.h"
#include "gateway/store/store_watch.h"

/* Of one look, the newest; each may be a kilobyte. */
#define EVENTS_ROWS_MOST 64

/* One event in the making: its kind and its JSON, which fn takes. */
typedef void events_fn(void *arg, const char *kind, json_t *take);

/* -- events_rows.c -- */

struct events_rows;

/* NULL: there is no thread for it. */
struct events_rows *events_rows_new(struct api *api, events_fn *fn, void *arg);
void events_rows_free(struct events_rows **rows);
/* Reads those rows; fn() for each in the loop.  False: it is at work. */
bool events_rows_ask(struct events_rows *rows,
    const struct store_watched *watched, size_t count);
bool events_rows_busy(const struct events_rows *rows);
/* Rows out of api->config.reader as they are told; NULL: there is none. */
json_t *events_message_json(const struct api *api, int64_t id);
json_t *events_line_json(const struct api *api, int64_t id);

/* -- events_news.c: pure -- */

/* Both as api_status_news_json(); before NULL: nothing is news. */
void events_news(
    const json_t *before, const json_t *now, events_fn *fn, void *arg);

#endif
