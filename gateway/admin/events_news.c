#include <string.h>

#include "gateway/admin/events_private.h"

static const json_t *
link_named(const json_t *links, const char *name)
{
	for (size_t i = 0; i < json_array_size(links); i++) {
		const json_t *link = json_array_get(links, i);
		if (strcmp(json_text(link, "name", ""), name) == 0)
			return link;
	}
	return NULL;
}

static bool
same_link(const json_t *a, const json_t *b)
{
	return a != NULL &&
	       strcmp(json_text(a, "state", ""), json_text(b, "state", "")) ==
		   0 &&
	       json_is_true(json_object_get(a, "draining")) ==
		   json_is_true(json_object_get(b, "draining"));
}

static bool
has_alarm(const json_t *alarms, const json_t *alarm)
{
	for (size_t i = 0; i < json_array_size(alarms); i++)
		if (json_equal(json_array_get(alarms, i), alarm))
			return true;
	return false;
}

/* Those of `here` that are not `there`. */
static void
tell_alarms(
    const json_t *here, const json_t *there, bool on, events_fn *fn, void *arg)
{
	for (size_t i = 0; i < json_array_size(here); i++) {
		json_t *alarm = json_array_get(here, i);
		if (has_alarm(there, alarm))
			continue;
		json_t *event = json_deep_copy(alarm);
		json_object_set_new(event, "on", json_boolean(on));
		fn(arg, "alarm", event);
	}
}

void
events_news(const json_t *before, const json_t *now, events_fn *fn, void *arg)
{
	if (before == NULL)
		return;
	const json_t *links = json_object_get(now, "links");
	for (size_t i = 0; i < json_array_size(links); i++) {
		json_t *link = json_array_get(links, i);
		if (!same_link(link_named(json_object_get(before, "links"),
				   json_text(link, "name", "")),
			link))
			fn(arg, "link", json_deep_copy(link));
	}
	const json_t *was = json_object_get(before, "alarms");
	const json_t *is = json_object_get(now, "alarms");
	tell_alarms(is, was, true, fn, arg);
	tell_alarms(was, is, false, fn, arg);
}
