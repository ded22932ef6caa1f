/* api_message - texts: the log, sending one, and the queue. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "gateway/core/party.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"

#define TEXT_OCTETS 4096 /* ten parts, were they all of four octets */
#define TEXT_CHARACTERS 1530 /* TS 23.040: ten parts of 153 */

/* -- the log --------------------------------------------------------------- */

static json_t *
id_json(int64_t id)
{
	return id != 0 ? json_integer(id) : json_null();
}

static json_t *
message_json(const struct api *api, const struct message *m)
{
	json_t *row = json_pack("{s:I, s:o, s:s, s:o, s:o, s:o, s:s, s:o, s:o}",
	    "id", (json_int_t)m->id, "time", api_time(m->time_ms), "direction",
	    m->out ? "out" : "in", "link",
	    m->link[0] != '\0' ? api_text(m->link) : json_null(), "phone",
	    api_text(m->number), "text", api_text(m->text), "state",
	    message_state_name(m->state), "cause", id_json(m->cause_id),
	    "order", api_code_of(api, m->order_id));

	json_object_set_new(row, "order_id", id_json(m->order_id));
	json_object_set_new(row, "why", api_text(m->why));
	json_object_set_new(row, "changed", api_time(m->changed_ms));
	if (m->out) {
		json_object_set_new(row, "tries", json_integer(m->tries));
		json_object_set_new(row, "parts", json_integer(m->parts_total));
		json_object_set_new(row, "due", api_time(m->due_ms));
	}
	return row;
}

static bool
list_message(void *arg, const struct message *m)
{
	struct api_page *page = arg;

	return api_page_add(page, m->id, message_json(page->api, m));
}

static enum message_state
state_from(const char *word)
{
	for (int s = MESSAGE_RECEIVED; s <= MESSAGE_STALE; s++)
		if ((s <= MESSAGE_QUARANTINED || s >= MESSAGE_QUEUED) &&
		    strcmp(message_state_name((enum message_state)s), word) ==
			0)
			return (enum message_state)s;
	return 0;
}

static bool
query_state(const struct api_call *call, enum message_state *out)
{
	const char *word = http_request_query(call->request, "state");

	*out = 0;
	if (word == NULL || word[0] == '\0')
		return true;
	*out = state_from(word);
	if (*out != 0)
		return true;
	api_problem(call->request, 400, "no message has the state %s", word);
	return false;
}

/* Links are few, their rows are never deleted, and their ids begin at 1. */
static int64_t
link_id(struct store *reader, const char *name)
{
	char other[LINK_NAME_OCTETS];

	for (int64_t id = 1; id < 10000; id++) {
		store_link_name(reader, id, other, sizeof(other));
		if (other[0] == '\0')
			return 0;
		if (strcmp(other, name) == 0)
			return id;
	}
	return 0;
}

static bool
query_link(const struct api_call *call, int64_t *out)
{
	const char *name = http_request_query(call->request, "link");

	*out = 0;
	if (name == NULL || name[0] == '\0')
		return true;
	*out = link_id(call->api->config.reader, name);
	if (*out != 0)
		return true;
	api_problem(call->request, 404, "no link is named %s", name);
	return false;
}

static bool
query_order(const struct api_call *call, int64_t *out)
{
	const char *code = http_request_query(call->request, "order");
	struct order order;

	*out = 0;
	if (code == NULL || code[0] == '\0' ||
	    str_to_int64(out, str_from(code)))
		return true;
	if (strlen(code) < sizeof(order.code) &&
	    store_order_by_code(call->api->config.reader, code, &order)) {
		*out = order.id;
		return true;
	}
	api_problem(call->request, 404, "no order is known as %s", code);
	return false;
}

void
api_messages_get(const struct api_call *call)
{
	struct message_filter f = {.after_id = 0};
	struct api_page page;
	int64_t person_id, newest;
	json_t *reply;

	if (!api_query_time(call, "since", &f.since_ms) ||
	    !api_query_time(call, "until", &f.until_ms) ||
	    !api_query_int(call, "before", &f.before_id) ||
	    !query_state(call, &f.state) || !query_link(call, &f.link_id) ||
	    !query_order(call, &f.order_id) ||
	    !api_query_phone(call, &f.phone_id, &person_id) ||
	    !api_page_open(&page, call, &f.after_id))
		return;
	f.limit = page.limit;
	f.words = http_request_query(call->request, "words");
	/* Asked for before the rows: who follows goes on behind it, and misses
	 * nothing that is stored meanwhile. */
	newest = store_message_newest(call->api->config.reader);
	store_message_list(call->api->config.reader, &f, list_message, &page);
	reply = api_page_json(&page);
	json_object_set_new(reply, "newest", json_integer(newest));
	api_reply(call->request, 200, reply);
}

/* -- sending ----------------------------------------------------------------
 */

static bool
good_text(struct api_write *write, struct str text)
{
	const struct api_config *config = &write->api->config;

	if (text.octets == 0)
		api_write_refuse(write, 422, "the text is empty");
	else if (text.octets > TEXT_OCTETS ||
		 utf8_count(text) > TEXT_CHARACTERS ||
		 (config->text_parts != NULL &&
		     config->text_parts(config->arg, text) == 0))
		api_write_refuse(write, 422, "the text is longer than ten SMS");
	return write->problem[0] == '\0';
}

static bool
good_receiver(struct api_write *write, const struct turn *turn, const char *to,
    char number[PARTY_OCTETS], struct message_out *out)
{
	enum party_kind kind =
	    party_normalise(number, str_from(to), turn->market->country);
	struct person person;

	if (kind != PARTY_PHONE && kind != PARTY_SHORT) {
		api_write_refuse(write, 422, "to is not a phone number");
		return false;
	}
	out->phone_id = store_phone_ensure(
	    turn->store, number, kind, turn->now_ms, &out->person_id);
	if (out->person_id != 0 &&
	    store_person_get(turn->store, out->person_id, &person) &&
	    person.stopped_ms != 0) {
		api_write_refuse(write, 409,
		    "%s has asked for no more texts (STOP)", number);
		return false;
	}
	return true;
}

static void
send_work(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	const char *text = json_text(write->body, "text", "");
	char number[PARTY_OCTETS];
	struct message_out out = {
	    .now_ms = turn->now_ms,
	    .text = str_from(text),
	    .class_ = MESSAGE_NOTICE,
	};

	if (!good_text(write, out.text) ||
	    !good_receiver(
		write, turn, json_text(write->body, "to", ""), number, &out))
		return;
	write->id = store_message_queue(turn->store, &out);
	api_write_audit(write, turn, "send", "message %lld to %s",
	    (long long)write->id, number);
	write->reply = json_pack("{s:I, s:s, s:s}", "id", (json_int_t)write->id,
	    "state", "queued", "to", number);
	if (config->text_parts != NULL)
		json_object_set_new(write->reply, "parts",
		    json_integer(config->text_parts(config->arg, out.text)));
	write->status = 201;
}

void
api_message_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, send_work);

	if (write != NULL)
		api_write_submit(write);
}

/* -- the queue ---------------------------------------------------------------
 */

/* Newest first, and no further back than there are such texts: the queue is
 * short and lies at the end of a long table. */
void
api_queue_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	struct message_filter f = {.before_id = INT64_MAX};
	struct api_page page;
	int64_t cursor, count;

	if (!query_state(call, &f.state) ||
	    !api_page_open(&page, call, &cursor))
		return;
	if (f.state == 0)
		f.state = MESSAGE_QUEUED;
	if (cursor > 0)
		f.before_id = cursor;
	count = store_message_count(reader, f.state);
	f.limit = count < page.limit ? (int)count : page.limit;
	if (count > 0)
		store_message_list(reader, &f, list_message, &page);
	api_page_reply(&page, call);
}

enum queue_act { QUEUE_RETRY, QUEUE_DROP };

static void
queue_work(struct api_write *write, const struct turn *turn)
{
	bool drop = write->act == QUEUE_DROP;
	struct message m;
	int64_t id;

	if (!str_to_int64(&id, str_from(write->name)) ||
	    !store_message_get(turn->store, id, &m) || !m.out) {
		api_write_refuse(
		    write, 404, "no text of ours has the id %s", write->name);
		return;
	}
	if (!(drop ? store_message_drop(turn->store, id, turn->now_ms)
		   : store_message_retry(turn->store, id, turn->now_ms))) {
		api_write_refuse(write, 409, "it cannot be %s: it is %s",
		    drop ? "dropped" : "sent again",
		    message_state_name(m.state));
		return;
	}
	api_write_audit(write, turn, drop ? "queue.drop" : "queue.retry",
	    "message %lld to %s", (long long)id, m.number);
	write->reply = json_pack("{s:I}", "id", (json_int_t)id);
	write->status = 200;
}

void
api_queue_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, queue_work);

	if (write == NULL)
		return;
	write->act = strcmp(call->act, "drop") == 0 ? QUEUE_DROP : QUEUE_RETRY;
	api_write_submit(write);
}
