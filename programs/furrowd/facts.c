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
	out->credit = link->credit;
	out->counts = link->counts;
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

static int
steps_of_ask(
    struct ussd_script *out, const struct api_ussd *ask, struct err *err)
{
	memset(out, 0, sizeof(*out));
	for (; out->count < ask->count && out->count < LINK_USSD_STEPS;
	     out->count++)
		if (str_copy(out->steps[out->count],
			sizeof(out->steps[out->count]),
			str_from(ask->steps[out->count])) !=
		    strlen(ask->steps[out->count]))
			return err_set(err, USSD_SCRIPT_ROOM, 0,
			    "a step is longer than 183 characters");
	return 0;
}

static int
steps_of_script(struct ussd_script *out, const struct ussd_script *scripts,
    size_t scripts_count, const char *name, struct err *err)
{
	for (size_t i = 0; i < scripts_count; i++)
		if (strcmp(scripts[i].name, name) == 0) {
			*out = scripts[i];
			return 0;
		}
	return err_set(err, USSD_SCRIPT_PLACE, 0,
	    "no ussd-script of the configuration is named %.40s", name);
}

int
facts_ussd(struct enquiries *enquiries, const struct ussd_script *scripts,
    size_t scripts_count, const struct api_ussd *ask, struct err *err)
{
	struct ussd_script script, filled;
	struct enquiry_wish wish = {
	    .link = ask->link, .done = ask->done, .arg = ask->done_arg};
	int rc = ask->script[0] == '\0' ? steps_of_ask(&script, ask, err)
					: steps_of_script(&script, scripts,
					      scripts_count, ask->script, err);
	if (rc == 0)
		rc = ussd_script_fill(
		    &filled, &wish.secret, &script, ask->voucher, err);
	if (rc == 0) {
		wish.count = filled.count;
		wish.pin = ussd_script_has(&script, "{pin}") ? script.pin : "";
		for (size_t i = 0; i < filled.count; i++)
			wish.steps[i] = filled.steps[i];
		rc = enquiries_ask(enquiries, &wish, err);
		explicit_bzero(&filled, sizeof(filled));
	}
	explicit_bzero(&script, sizeof(script));
	return rc;
}

int
facts_text_parts(void *arg, struct str text)
{
	(void)arg;
	size_t parts = segment_count(text, true);
	return parts > MSG_PARTS_MAX ? 0 : (int)parts;
}

/* 3GPP TS 23.040 9.2.3.24.1: what a part holds, alone and beside others. */
static int
part_units(bool wide, size_t parts)
{
	if (wide)
		return parts == 1 ? 70 : 67;
	return parts == 1 ? 160 : 153;
}

void
facts_text_measure(void *arg, struct str text, struct api_measure *out)
{
	struct segment_rules rules = {.transliterate = PLAIN_PUNCTUATION};
	struct segment_cost cost = segment_measure(text, &rules);
	int room;

	(void)arg;
	out->wide = cost.alphabet == SMS_UCS2;
	out->parts = (int)cost.parts;
	out->units = (int)cost.units;
	room = part_units(out->wide, cost.parts) * out->parts;
	/* What must not be cut may leave a part not quite full. */
	out->left = room > out->units ? room - out->units : 0;
	out->fits = text.octets > 0 && cost.parts <= MSG_PARTS_MAX;
}
