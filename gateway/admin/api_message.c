/* api_message - texts of ours: sending one, and the queue. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "gateway/core/party.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#include "gateway/store/store_held.h"

#include "gateway/admin/api_impl.h"

#define TEXT_OCTETS 4096 /* ten parts, were they all of four octets */
#define TEXT_CHARACTERS 1530 /* TS 23.040: ten parts of 153 */

/* -- sending ----------------------------------------------------------------
 */

bool
api_write_sms(struct api_write *write, struct str text)
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
good_receiver(struct api_write *write, const struct turn *turn,
    char number[PARTY_OCTETS], struct message_out *out)
{
	const char *to = json_text(write->body, "to", "");
	bool named = to[0] == '\0' || strncmp(to, "id:", 3) == 0;
	enum party_kind kind = PARTY_PHONE;
	struct person person;

	/* A short code is fine, too, which api_write_phone refuses. */
	if (!named)
		kind = party_normalise(
		    number, str_from(to), turn->market->country);
	else if (!api_write_phone(write, turn, "to", number))
		return false;
	else if (number[0] == '\0')
		kind = PARTY_NOBODY;

	if (kind != PARTY_PHONE && kind != PARTY_SHORT) {
		api_write_refuse(write, 422, "to is not a phone number");
		return false;
	}
	if (market_blocked(turn->market, number)) {
		api_write_refuse(write, 409, "%s is blocked", number);
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

bool
api_message_queue(struct api_write *write, const struct turn *turn,
    const struct api_message_wish *wish, char number[PARTY_OCTETS])
{
	char who[API_WHO_OCTETS];
	struct message_out out = {
	    .now_ms = turn->now_ms,
	    .text = str_from(json_text(write->body, "text", "")),
	    .class_ = MESSAGE_NOTICE,
	    .link_id = wish->link_id,
	    .due_ms = wish->after_ms > 0 ? turn->now_ms + wish->after_ms : 0,
	    .stale_ms = wish->within_ms > 0
			    ? turn->now_ms + wish->after_ms + wish->within_ms
			    : 0,
	};

	if (!api_write_sms(write, out.text) ||
	    !good_receiver(write, turn, number, &out))
		return false;
	write->id = store_message_queue(turn->store, &out);
	api_write_audit(write, turn, "send", "message %lld to %s",
	    (long long)write->id, api_write_who(turn, number, who));
	return true;
}

static void
send_work(struct api_write *write, const struct turn *turn)
{
	static const struct api_message_wish none = {.link_id = 0};
	const struct api_config *config = &write->api->config;
	struct str text = str_from(json_text(write->body, "text", ""));
	char number[PARTY_OCTETS];

	if (!api_message_queue(write, turn, &none, number))
		return;
	write->reply = json_pack("{s:I, s:s, s:s}", "id", (json_int_t)write->id,
	    "state", "queued", "to", number);
	if (config->text_parts != NULL)
		json_object_set_new(write->reply, "parts",
		    json_integer(config->text_parts(config->arg, text)));
	write->status = 201;
}

void
api_message_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, send_work);

	if (write != NULL)
		api_write_submit(write);
}

/* -- how long it is ---------------------------------------------------------
 *
 * For whoever writes: as the sending would count it.  Nothing is changed. */

static json_t *
measure_json(const struct api_measure *measure)
{
	return json_pack("{s:i, s:s, s:i, s:i, s:b}", "parts", measure->parts,
	    "alphabet", measure->wide ? "ucs2" : "gsm7", "units",
	    measure->units, "left", measure->left, "fits", measure->fits);
}

void
api_measure_post(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct api_measure measure = {.parts = 0};
	struct err err;
	json_t *body =
	    json_read(http_request_body(call->request), TEXT_OCTETS * 8, &err);
	const char *text = json_text(body, "text", "");

	if (!json_is_object(body))
		api_problem(
		    call->request, 400, "the body is not a JSON object");
	else if (config->text_measure == NULL)
		api_problem(call->request, 501, "texts are not measured here");
	else {
		config->text_measure(config->arg, str_from(text), &measure);
		api_reply(call->request, 200, measure_json(&measure));
	}
	json_decref(body);
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

	if (!api_query_message_state(call, &f.state) ||
	    !api_page_open(&page, call, &cursor))
		return;
	if (f.state == 0)
		f.state = MESSAGE_QUEUED;
	if (cursor > 0)
		f.before_id = cursor;
	count =
	    store_message_count_below(reader, f.state, f.before_id, page.limit);
	f.limit = (int)count;
	if (count > 0)
		store_message_list(reader, &f, api_message_row, &page);
	api_page_reply(&page, call);
}

enum queue_act { QUEUE_RETRY, QUEUE_DROP };

static bool
queue_act(const struct turn *turn, const struct message *m, bool drop)
{
	struct store *store = turn->store;

	if (!drop)
		return store_message_retry(store, m->id, turn->now_ms);
	if (m->state != MESSAGE_HELD)
		return store_message_drop(store, m->id, turn->now_ms);
	if (!store_held_drop(store, m->id, turn->now_ms))
		return false;
	store_held_end(store, turn->now_ms);
	return true;
}

static void
queue_work(struct api_write *write, const struct turn *turn)
{
	bool drop = write->act == QUEUE_DROP, done;
	char who[API_WHO_OCTETS];
	struct message m;
	int64_t id;

	if (!str_to_int64(&id, str_from(write->name)) ||
	    !store_message_get(turn->store, id, &m) || !m.out) {
		api_write_refuse(
		    write, 404, "no text of ours has the id %s", write->name);
		return;
	}
	done = queue_act(turn, &m, drop);
	if (!done) {
		api_write_refuse(write, 409, "it cannot be %s: it is %s",
		    drop ? "dropped" : "sent again",
		    message_state_name(m.state));
		return;
	}
	api_write_audit(write, turn, drop ? "queue.drop" : "queue.retry",
	    "message %lld to %s", (long long)id,
	    api_write_who(turn, m.number, who));
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
