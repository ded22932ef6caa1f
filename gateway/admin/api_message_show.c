/* api_message_show - one text whole: its row, and what became of each part. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "base/clock.h"

#include "gateway/core/report.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"

#include "gateway/admin/api_impl.h"

/* A report can come as long as the network tries (our validity period) and a
 * while after; without one by then nobody knows (TS 23.040 9.2.3.12). */
#define REPORT_LAST_MS (25 * INT64_C(3600000))

static const char *
state_of(const struct message_part *part, int64_t now_ms)
{
	bool open = part->state == MESSAGE_PART_SENT ||
		    part->state == MESSAGE_PART_TRYING;

	if (open && now_ms - part->sent_ms > REPORT_LAST_MS)
		return message_part_state_name(MESSAGE_PART_UNKNOWN);
	return message_part_state_name(part->state);
}

static const char *
words_of(const struct message_part *part, int64_t now_ms)
{
	if (part->report_ms > 0)
		return report_words(part->code);
	if (part->mr < 0)
		return "the modem did not say whether it left";
	return now_ms - part->sent_ms > REPORT_LAST_MS
		   ? "no report came"
		   : "the network has it, no report yet";
}

static json_t *
part_json(const struct api_config *config, const struct message_part *part)
{
	int64_t now_ms = clock_wall_ms(config->clock);
	char link[LINK_NAME_OCTETS];

	store_link_name(config->reader, part->link_id, link, sizeof(link));
	return json_pack("{s:i, s:s, s:o, s:o, s:o, s:o, s:o, s:s}", "part",
	    part->part + 1, "state", state_of(part, now_ms), "link",
	    api_text(link), "mr",
	    part->mr < 0 ? json_null() : json_integer(part->mr), "status",
	    part->report_ms > 0 ? json_integer(part->code) : json_null(),
	    "sent", api_time(part->sent_ms), "report",
	    api_time(part->report_ms), "why", words_of(part, now_ms));
}

static json_t *
parts_json(
    const struct api_config *config, struct store *store, int64_t message_id)
{
	struct message_part parts[MSG_PARTS_MAX];
	int count = store_message_parts(store, message_id, parts);
	json_t *list = json_array();

	for (int i = 0; i < count; i++)
		json_array_append_new(list, part_json(config, &parts[i]));
	return list;
}

static json_t *
message_json(const struct api *api, struct store *store, int64_t id)
{
	struct message m;
	json_t *reply;

	if (store == NULL || !store_message_get(store, id, &m))
		return NULL;
	reply = api_message_json(api, &m);
	if (m.out)
		json_object_set_new(
		    reply, "sent_parts", parts_json(&api->config, store, m.id));
	return reply;
}

void
api_message_get(const struct api_call *call)
{
	struct store *archive = NULL;
	char why[ERR_TEXT_OCTETS * 2] = "";
	int64_t id;
	json_t *reply = NULL;

	if (str_to_int64(&id, str_from(call->name))) {
		reply = message_json(call->api, call->api->config.reader, id);
		if (reply == NULL)
			archive =
			    api_log_archive_of(call->api, id, why, sizeof(why));
		if (archive != NULL)
			reply = message_json(call->api, archive, id);
		store_close(&archive);
	}
	if (reply != NULL)
		api_reply(call->request, 200, reply);
	else if (why[0] != '\0')
		api_problem(call->request, 503, "%s", why);
	else
		api_problem(
		    call->request, 404, "there is no message %s", call->name);
}

/* -- messages/ID/raw --------------------------------------------------------
 *
 * The TPDU as it came.  It has the number in it, so to look at it is to look at
 * a number: it stands in the audit, and is not masked. */

#define RAW_DIGITS (2 * 4096 + 1)

static json_t *
raw_json(const struct api *api, int64_t id, char *why, size_t why_octets)
{
	char *hex = xcalloc(1, RAW_DIGITS);
	struct store *archive = NULL;
	bool found = store_message_raw(api->config.reader, id, hex, RAW_DIGITS);
	json_t *reply = NULL;

	if (!found)
		archive = api_log_archive_of(api, id, why, why_octets);
	if (archive != NULL)
		found = store_message_raw(archive, id, hex, RAW_DIGITS);
	store_close(&archive);
	if (found)
		reply =
		    json_pack("{s:I, s:s}", "id", (json_int_t)id, "raw", hex);
	free(hex);
	return reply;
}

static void
raw_work(struct api_write *write, const struct turn *turn)
{
	if (!str_to_int64(&write->id, str_from(write->name))) {
		api_write_refuse(
		    write, 404, "there is no message %s", write->name);
		return;
	}
	api_write_audit(
	    write, turn, "message.raw", "message %lld", (long long)write->id);
	write->status = 200;
}

static json_t *
raw_after(struct api_write *write)
{
	char why[ERR_TEXT_OCTETS * 2] = "";
	json_t *reply = raw_json(write->api, write->id, why, sizeof(why));

	if (reply == NULL && why[0] != '\0')
		api_write_refuse(write, 503, "%s", why);
	else if (reply == NULL)
		api_write_refuse(write, 404,
		    "nothing raw is kept of message %s", write->name);
	http_request_note(write->request, 0);
	return reply;
}

void
api_message_raw(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, raw_work);

	if (write == NULL)
		return;
	write->after = raw_after;
	api_write_submit(write);
}
