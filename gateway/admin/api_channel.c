/* api_channel - how the channels of dialogues are doing, for the status. */
#include <stdio.h>

#include "gateway/admin/api_impl.h"

static json_t *
channel_json(const struct session_figures *c)
{
	return json_pack("{s:o, s:o, s:s, s:o, s:I, s:I, s:I, s:I, s:I, s:o,"
			 " s:o}",
	    "name", api_text(c->name), "kind", api_text(c->kind), "state",
	    link_state_name(c->state), "detail", api_text(c->detail), "open",
	    (json_int_t)c->open, "started_hour", (json_int_t)c->started,
	    "answers_hour", (json_int_t)c->answers, "refused_hour",
	    (json_int_t)c->refused, "late_hour", (json_int_t)c->late, "error",
	    api_text(c->error), "error_time", api_time(c->error_ms));
}

json_t *
api_channels_json(const struct api_status *status)
{
	json_t *channels = json_array();

	for (int i = 0; i < status->channels_count; i++)
		json_array_append_new(
		    channels, channel_json(&status->channels[i]));
	return channels;
}

void
api_channels_alarms(const struct api_status *status, json_t *alarms)
{
	char name[48], text[256];

	for (int i = 0; i < status->channels_count; i++) {
		const struct session_figures *c = &status->channels[i];

		if (c->state == LINK_UP)
			continue;
		snprintf(text, sizeof(text), "channel %s is %s%s%s", c->name,
		    link_state_name(c->state), c->detail[0] != '\0' ? ": " : "",
		    c->detail);
		snprintf(name, sizeof(name), "channel %s", c->name);
		json_array_append_new(
		    alarms, json_pack("{s:o, s:o}", "name", api_text(name),
				"text", api_text(text)));
	}
}
