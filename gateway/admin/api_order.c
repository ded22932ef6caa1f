/* api_order - one order whole, and what an admin does for people who called. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gateway/core/party.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"

#define ID_MAX_DIGITS 18

/* -- one order ------------------------------------------------------------- */

struct showing {
	struct api *api;
	const struct order *order;
	const struct line *line; /* the present one */
	json_t *lines, *proposals, *history;
	json_t *buyer;
	int64_t settled_ms; /* latest; -1: a line is not */
};

static json_t *
event_state(int state)
{
	if (state == 0)
		return json_null();
	return json_string(line_state_name((enum line_state)state));
}

static bool
show_event(void *arg, const struct line_event *event)
{
	struct showing *s = arg;

	json_array_append_new(s->history,
	    json_pack("{s:i, s:o, s:o, s:o, s:o, s:o, s:o}", "line",
		s->line->number, "time", api_time(event->time_ms), "from",
		event_state(event->from), "to", event_state(event->to), "by",
		api_text(event->by), "text", api_text(event->text), "message",
		event->message_id != 0 ? json_integer(event->message_id)
				       : json_null()));
	return true;
}

static bool
show_proposal(void *arg, const struct proposal *p)
{
	struct showing *s = arg;

	json_array_append_new(s->proposals,
	    json_pack("{s:i, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o,"
		      " s:o}",
		"line", s->line->number, "seller",
		api_phone_of(s->api, p->seller_id), "seller_person",
		api_id(p->seller_id), "state", proposal_state_name(p->state),
		"quantity", json_milli(p->qty_milli), "unit",
		api_text(s->line->unit), "price",
		api_minor(s->api, p->price_minor), "asked",
		api_time(p->asked_ms), "sent", api_time(p->sent_ms), "due",
		api_time(p->due_ms), "answered", api_time(p->answered_ms),
		"reason", api_text(p->reason)));
	return true;
}

/* An order is settled when every line that somebody confirmed is. */
static void
note_settled(struct showing *s, const struct line *line)
{
	if (line->state == LINE_UNFILLED || line->state == LINE_CANCELLED ||
	    line->state == LINE_FAILED)
		return;
	if (line->settled_ms == 0)
		s->settled_ms = -1;
	else if (s->settled_ms >= 0 && line->settled_ms > s->settled_ms)
		s->settled_ms = line->settled_ms;
}

static bool
show_line(void *arg, const struct line *line)
{
	struct showing *s = arg;
	json_t *row = api_line_json(s->api, s->order, line,
	    json_incref(s->buyer), api_phone_of(s->api, line->seller_id));

	json_object_set_new(row, "accepted",
	    line->accepted_milli < 0 ? json_null()
				     : json_milli(line->accepted_milli));
	json_object_set_new(
	    row, "price_max", api_minor(s->api, line->price_max_minor));
	json_object_set_new(row, "done", api_time(line->done_ms));
	json_object_set_new(row, "got", api_time(line->got_ms));
	json_object_set_new(row, "asked", json_integer(line->asked_count));
	json_array_append_new(s->lines, row);
	note_settled(s, line);
	s->line = line;
	store_proposal_of_line(
	    s->api->config.reader, line->id, show_proposal, s);
	store_event_of_line(s->api->config.reader, line->id, show_event, s);
	return true;
}

/* Where the text came in that made it, or the dialogue: "at", "ussd". */
static void
add_way(const struct api *api, json_t *row, int64_t message_id)
{
	struct store *reader = api->config.reader;
	char kind[16] = "";
	struct message m = {.link_id = 0};

	if (message_id != 0 && store_message_get(reader, message_id, &m))
		store_link_kind(reader, m.link_id, kind, sizeof(kind));
	json_object_set_new(
	    row, "link", m.link_id != 0 ? api_text(m.link) : json_null());
	json_object_set_new(row, "link_kind", api_text(kind));
}

static json_t *
order_json(struct api *api, const struct order *order)
{
	json_t *row;
	struct person buyer = {.id = 0};
	struct showing s = {.api = api,
	    .order = order,
	    .lines = json_array(),
	    .proposals = json_array(),
	    .history = json_array()};

	store_person_get(api->config.reader, order->buyer_id, &buyer);
	s.buyer =
	    buyer.number[0] != '\0' ? api_text(buyer.number) : json_null();
	store_line_of_order(api->config.reader, order->id, show_line, &s);
	api_names(api, s.lines, "seller_person", "seller_name");
	api_names(api, s.proposals, "seller_person", "seller_name");
	row = json_pack("{s:o, s:I, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b,"
			" s:o, s:o, s:o, s:o}",
	    "code", api_text(order->code), "id", (json_int_t)order->id, "buyer",
	    s.buyer, "buyer_name", api_text(buyer.name), "for",
	    api_text(order->on_behalf), "place", api_text(order->place), "day",
	    api_text(order->day), "created", api_time(order->created_ms),
	    "changed", api_time(order->changed_ms), "open",
	    order->closed_ms == 0, "settled",
	    s.settled_ms > 0 ? api_time(s.settled_ms) : json_null(), "lines",
	    s.lines, "proposals", s.proposals, "history", s.history);
	json_object_set_new(row, "buyer_person", api_id(order->buyer_id));
	add_way(api, row, order->message_id);
	return row;
}

/* By code (the newest of it) or by the id, which is never used again. */
static bool
find(struct store *store, const char *name, struct order *out)
{
	int64_t id;

	if (strlen(name) <= ID_MAX_DIGITS && str_to_int64(&id, str_from(name)))
		return store_order_get(store, id, out);
	return strlen(name) < sizeof(out->code) &&
	       store_order_by_code(store, name, out);
}

void
api_order_get(const struct api_call *call)
{
	struct order order;

	if (find(call->api->config.reader, call->name, &order))
		api_reply(call->request, 200, order_json(call->api, &order));
	else
		api_problem(
		    call->request, 404, "no order is known as %s", call->name);
}

/* -- acting for people ----------------------------------------------------- */

static const struct {
	const char *word, *audit;
	enum handler_act act;
} acts[] = {
    {"accept", "order.accept", HANDLER_ACCEPT},
    {"decline", "order.decline", HANDLER_DECLINE},
    {"cancel", "order.cancel", HANDLER_CANCEL},
    {"reassign", "order.reassign", HANDLER_REASSIGN},
    {"done", "order.done", HANDLER_DONE},
};

/* A number, or a text that is one: scripts write either. */
static bool
body_milli(struct api_write *write, const char *key, int64_t *out)
{
	const json_t *value = json_object_get(write->body, key);
	char text[32];

	*out = 0;
	if (value == NULL || json_is_null(value))
		return true;
	if (json_is_string(value))
		snprintf(text, sizeof(text), "%s", json_string_value(value));
	else if (json_is_number(value))
		snprintf(text, sizeof(text), "%.3f", json_number_value(value));
	else
		text[0] = '\0';
	if (str_to_milli(out, str_from(text)) && *out > 0)
		return true;
	api_write_refuse(write, 422, "%s is not a quantity", key);
	return false;
}

static void
act_work(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	char for_phone[PARTY_OCTETS], to_phone[PARTY_OCTETS];
	char for_who[API_WHO_OCTETS], to_who[API_WHO_OCTETS];
	struct order order;
	struct handler_admin act = {.act = acts[write->act].act,
	    .code = order.code,
	    .for_phone = for_phone,
	    .to_phone = to_phone,
	    .actor = write->actor};
	struct err err = {.code = 0};

	if (!find(turn->store, write->name, &order)) {
		api_write_refuse(
		    write, 404, "no order is known as %s", write->name);
		return;
	}
	if (!api_write_phone(write, turn, "for", for_phone) ||
	    !api_write_phone(write, turn, "to", to_phone) ||
	    !body_milli(write, "quantity", &act.quantity_milli))
		return;
	act.line = (int)json_int(write->body, "line", 0);
	if (act.line < 0 || act.line > 63) {
		api_write_refuse(write, 422, "line is a number from 1");
		return;
	}
	if (config->handlers->on_admin(config->trade, turn, &act, &err) < 0) {
		api_write_refuse(write, 409, "%s", err.text);
		return;
	}
	api_write_audit(write, turn, acts[write->act].audit,
	    "%s id %lld line %d for %s to %s", order.code, (long long)order.id,
	    act.line, api_write_who(turn, for_phone, for_who),
	    api_write_who(turn, to_phone, to_who));
	write->id = order.id;
	write->status = 200;
}

static json_t *
act_after(struct api_write *write)
{
	struct order order;

	if (store_order_get(write->api->config.reader, write->id, &order))
		return order_json(write->api, &order);
	return json_pack("{s:o}", "code", api_text(write->name));
}

void
api_order_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, act_work);

	if (write == NULL)
		return;
	for (int i = 0; i < (int)(sizeof(acts) / sizeof(acts[0])); i++)
		if (strcmp(acts[i].word, call->act) == 0)
			write->act = i;
	write->after = act_after;
	api_write_submit(write);
}
