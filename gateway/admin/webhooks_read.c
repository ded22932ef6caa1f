#include <stdlib.h>
#include <string.h>

#include "gateway/admin/events_private.h"
#include "gateway/admin/mask_json.h"
#include "gateway/admin/webhooks_private.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"

/* -- in the thread --------------------------------------------------------- */

/* The line as `furrow order list` has it, for who asks nothing back; the
 * event's own keys stay, its id too. */
static void
add_line(const struct api *api, json_t *data, int64_t line_id)
{
	struct store *reader = api->config.reader;
	struct order order;
	struct line line;
	if (!store_line_get(reader, line_id, &line) ||
	    !store_order_get(reader, line.order_id, &order))
		return;
	json_t *row =
	    api_line_json(api, &order, &line, api_phone_of(api, order.buyer_id),
		api_phone_of(api, line.seller_id));
	json_object_set_new(row, "accepted",
	    line.accepted_milli < 0 ? json_null()
				    : json_milli(line.accepted_milli));
	json_object_set_new(row, "place", api_text(order.place));
	json_object_set_new(row, "day", api_text(order.day));
	json_object_del(row, "id");
	json_object_del(row, "code");
	json_object_set(row, "state", json_object_get(data, "to"));
	json_object_update_missing(data, row);
	json_decref(row);
}

static json_t *
read_line(const struct api *api, int64_t event_id)
{
	struct line_event event;
	json_t *data = events_line_json(api, event_id);
	if (data != NULL &&
	    store_event_get(api->config.reader, event_id, &event))
		add_line(api, data, event.line_id);
	return data;
}

/* The row as it is by now, but for the state, which is the event's. */
static json_t *
read_data(const struct api *api, const struct webhook_event *event)
{
	if (event->kind >= WEBHOOK_ORDER)
		return read_line(api, event->ref);
	json_t *data = events_message_json(api, event->ref);
	if (data != NULL)
		json_object_set_new(data, "state",
		    api_text(
			message_state_name((enum message_state)event->kind)));
	return data;
}

static char *
make_body(const struct webhooks_one *one, const struct webhook_event *event)
{
	char kind[WEBHOOK_KIND_OCTETS], id[WEBHOOK_ID_OCTETS];
	json_t *data = read_data(&one->api, event);
	if (data == NULL)
		return NULL;
	if (!one->hook->numbers)
		mask_json(data);
	store_webhook_kind_name(kind, event->kind);
	webhook_id(id, event->id, event->time_ms);
	json_t *all = json_pack("{s:s, s:s, s:o, s:o}", "id", id, "type", kind,
	    "time", api_time(event->time_ms), "data", data);
	char *body = json_dumps(all, JSON_WRITE_FLAGS);
	json_decref(all);
	return body;
}

static void
read_next(struct work *work, int thread)
{
	struct webhooks_one *one = (struct webhooks_one *)work;
	struct webhooks *all = one->all;
	struct webhooks_found *found = &one->found;
	struct err err;
	(void)thread;
	if (all->thread_store == NULL)
		all->thread_store =
		    store_open_reader(one->api.config.store_path, &err);
	found->failed = all->thread_store == NULL;
	if (found->failed)
		return;
	one->api.config.reader = all->thread_store;
	one->api.config.market = &one->market;
	/* Before the look: what comes in between is for the next one. */
	found->upto = store_webhook_newest(all->thread_store);
	if (store_webhook_next(all->thread_store, one->after, one->hook->kinds,
		&found->event) &&
	    !one->peek)
		found->body = make_body(one, &found->event);
	/* What cannot be read is not gone. */
	found->failed =
	    found->body == NULL && store_failed(all->thread_store, NULL) != 0;
	if (one->count)
		found->waiting = store_webhook_count(all->thread_store,
		    one->after, one->hook->kinds, WEBHOOKS_ROWS_MOST);
}

/* -- in the loop ----------------------------------------------------------- */

static void
was_read(struct work *work, bool ran)
{
	webhooks_was_read((struct webhooks_one *)work, ran);
}

bool
webhooks_read(struct webhooks_one *one)
{
	struct webhooks *all = one->all;
	one->work = (struct work){read_next, was_read, NULL};
	one->found = (struct webhooks_found){.waiting = -1};
	one->after = one->place.event_id;
	one->api = *all->config.api;
	one->market = *all->config.api->config.market;
	return workers_give(all->workers, &one->work);
}
