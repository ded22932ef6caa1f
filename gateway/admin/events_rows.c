#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/workers.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"

#include "gateway/admin/events_private.h"

/* Ids: gateway/store/store_order.h. */
#define LINES_AN_ORDER 64

struct events_rows {
	struct work work;
	struct workers *workers;
	struct store *store; /* the thread's */
	struct api api; /* a copy, with that store and the market */
	struct market market;
	struct store_watched watched[EVENTS_ROWS_MOST];
	json_t *read[EVENTS_ROWS_MOST]; /* NULL: there is no such row */
	size_t count;
	bool busy;
	const struct api *whose;
	events_fn *fn;
	void *arg;
};

/* -- in the thread --------------------------------------------------------- */

json_t *
events_message_json(const struct api *api, int64_t id)
{
	struct message m;
	if (!store_message_get(api->config.reader, id, &m))
		return NULL;
	return api_message_json(api, &m);
}

static json_t *
state_json(int state)
{
	return state != 0 ? json_string(line_state_name((enum line_state)state))
			  : json_null();
}

json_t *
events_line_json(const struct api *api, int64_t id)
{
	struct line_event e;
	if (!store_event_get(api->config.reader, id, &e))
		return NULL;
	int64_t order_id = e.line_id / LINES_AN_ORDER;
	return json_pack("{s:I, s:o, s:o, s:I, s:i, s:o, s:o, s:o, s:o, s:o,"
			 " s:o}",
	    "id", (json_int_t)e.id, "time", api_time(e.time_ms), "order",
	    api_code_of(api, order_id), "order_id", (json_int_t)order_id,
	    "line", (int)(e.line_id % LINES_AN_ORDER), "from",
	    state_json(e.from), "to", state_json(e.to), "by", api_text(e.by),
	    "text", api_text(e.text), "person", api_id(e.person_id), "message",
	    api_id(e.message_id));
}

static void
read_rows(struct work *work, int thread)
{
	struct events_rows *r = (struct events_rows *)work;
	struct err err;
	(void)thread;
	if (r->store == NULL)
		r->store = store_open_reader(r->api.config.store_path, &err);
	r->api.config.reader = r->store;
	r->api.config.market = &r->market;
	for (size_t i = 0; i < r->count; i++) {
		const struct store_watched *w = &r->watched[i];
		if (r->store == NULL)
			r->read[i] = NULL;
		else if (w->kind == STORE_WATCHED_MESSAGE)
			r->read[i] = events_message_json(&r->api, w->id);
		else
			r->read[i] = events_line_json(&r->api, w->id);
	}
}

/* -- in the loop ----------------------------------------------------------- */

static void
rows_read(struct work *work, bool ran)
{
	struct events_rows *r = (struct events_rows *)work;
	r->busy = false;
	for (size_t i = 0; ran && i < r->count; i++) {
		if (r->read[i] == NULL)
			continue;
		r->fn(r->arg,
		    r->watched[i].kind == STORE_WATCHED_MESSAGE ? "message"
								: "order",
		    r->read[i]);
	}
}

bool
events_rows_busy(const struct events_rows *rows)
{
	return rows->busy;
}

bool
events_rows_ask(
    struct events_rows *rows, const struct store_watched *watched, size_t count)
{
	struct events_rows *r = rows;
	PANIC_UNLESS(count <= EVENTS_ROWS_MOST);
	if (r->busy)
		return false;
	r->count = count;
	memcpy(r->watched, watched, count * sizeof(*watched));
	r->api = *r->whose;
	r->market = *r->whose->config.market;
	r->busy = workers_give(r->workers, &r->work);
	return r->busy;
}

struct events_rows *
events_rows_new(struct api *api, events_fn *fn, void *arg)
{
	struct workers *workers = workers_new(api->config.loop, 1);
	if (workers == NULL)
		return NULL;
	struct events_rows *r = xcalloc(1, sizeof(*r));
	r->work = (struct work){read_rows, rows_read, NULL};
	r->workers = workers;
	r->whose = api;
	r->fn = fn;
	r->arg = arg;
	return r;
}

void
events_rows_free(struct events_rows **rows)
{
	struct events_rows *r = *rows;
	*rows = NULL;
	if (r == NULL)
		return;
	workers_free(&r->workers);
	store_close(&r->store);
	free(r);
}
