/* api_message_show - one text whole: its row, and what became of each part. */
#include <string.h>

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
parts_json(const struct api_config *config, int64_t message_id)
{
	struct message_part parts[MSG_PARTS_MAX];
	int count = store_message_parts(config->reader, message_id, parts);
	json_t *list = json_array();

	for (int i = 0; i < count; i++)
		json_array_append_new(list, part_json(config, &parts[i]));
	return list;
}

void
api_message_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct message m;
	int64_t id;
	json_t *reply;

	if (!str_to_int64(&id, str_from(call->name)) ||
	    !store_message_get(config->reader, id, &m)) {
		api_problem(
		    call->request, 404, "there is no message %s", call->name);
		return;
	}
	reply = api_message_json(call->api, &m);
	if (m.out)
		json_object_set_new(
		    reply, "sent_parts", parts_json(config, m.id));
	api_reply(call->request, 200, reply);
}
