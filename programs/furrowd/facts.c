#include "programs/furrowd/facts.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "gateway/core/msg.h"
#include "sms/segment.h"

static void
link_facts(struct api_link *out, const struct link *link)
{
	int64_t now = clock_mono_ms(clock_system());
	str_copy(out->name, sizeof(out->name), str_from(link->name));
	str_copy(out->number, sizeof(out->number), str_from(link->number));
	out->kind = link->ops->kind;
	out->id = link->id;
	out->texts_per_day = link->texts_per_day;
	out->budget = link->budget;
	out->state = link->state;
	out->two_way = link->two_way;
	out->draining = link->state == LINK_RESTING;
	link->ops->describe(link, &out->description);
	out->since_ms = out->description.since_mono_ms > 0
			    ? now - out->description.since_mono_ms
			    : -1;
}

static void
alarm_facts(struct api_status *out, const struct alarms *alarms)
{
	for (size_t i = 0; i < alarms->count; i++) {
		const struct alarm *alarm = &alarms->alarm[i];
		if (!alarm->on || out->alarms_count == API_ALARMS_MAX)
			continue;
		struct api_alarm *to = &out->alarms[out->alarms_count++];
		str_copy(to->name, sizeof(to->name), str_from(alarm->key));
		str_copy(to->text, sizeof(to->text), str_from(alarm->text));
	}
}

void
facts_status(struct api_status *out, const struct turnloop *turnloop,
    struct link *const *links, size_t links_count)
{
	out->clock_sure = turnloop_clock_sure(turnloop);
	for (size_t i = 0; i < links_count && i < API_LINKS_MAX; i++)
		link_facts(&out->links[out->links_count++], links[i]);
	alarm_facts(out, turnloop_alarms(turnloop));
}

int
facts_link_act(struct link *const *links, size_t links_count, const char *name,
    enum api_link_act act, struct err *err)
{
	(void)err; /* no link refuses today */
	for (size_t i = 0; i < links_count; i++) {
		if (strcmp(links[i]->name, name) != 0)
			continue;
		switch (act) {
		case API_LINK_RESET:
			links[i]->ops->reset(links[i]);
			return 0;
		case API_LINK_DRAIN:
			links[i]->ops->drain(links[i], true);
			return 0;
		case API_LINK_RESUME:
			links[i]->ops->drain(links[i], false);
			return 0;
		}
	}
	return -1;
}

bool
facts_link_step(struct link *const *links, size_t links_count, const char *name,
    size_t i, struct link_step *out)
{
	for (size_t k = 0; k < links_count; k++)
		if (strcmp(links[k]->name, name) == 0)
			return links[k]->ops->step != NULL &&
			       links[k]->ops->step(links[k], i, out);
	return false;
}

int
facts_text_parts(void *arg, struct str text)
{
	(void)arg;
	size_t parts = segment_count(text, true);
	return parts > MSG_PARTS_MAX ? 0 : (int)parts;
}
