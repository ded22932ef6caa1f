#include "gateway/queue/gate.h"

#include <limits.h>

#include "gateway/store/store_message.h"

#define DAY_MINUTES 1440
#define MINUTE_MS INT64_C(60000)
/* A text now and then is not worth a turn, and a sync, each. */
#define PACE_LEAST_MS 20

static bool
has_hours(const struct link *link)
{
	return link->terms.from_min != link->terms.until_min;
}

static bool
is_hour(const struct link *link, int minute)
{
	int from = link->terms.from_min, until = link->terms.until_min;
	return from < until ? minute >= from && minute < until
			    : minute >= from || minute < until;
}

bool
gate_open(const struct link *link, const struct market *market, bool clock_sure,
    int64_t now_ms)
{
	return !has_hours(link) || !clock_sure ||
	       is_hour(link, market_local_minute(market, now_ms));
}

unsigned
gate_classes(const struct link *link)
{
	unsigned advisory = MESSAGE_CLASS_BIT(MESSAGE_ADVISORY);
	switch (link->terms.class_) {
	case LINK_ANY:
		return MESSAGE_CLASSES_ALL;
	case LINK_TRANSACTIONAL:
		return MESSAGE_CLASSES_ALL & ~advisory;
	case LINK_PROMOTIONAL:
		return advisory;
	}
	return 0;
}

bool
gate_takes(const struct link *link, int message_class, bool question)
{
	return (gate_classes(link) & MESSAGE_CLASS_BIT(message_class)) != 0 &&
	       (link->two_way || !question);
}

void
gate_look(struct gate *gate, const struct link *link)
{
	bool up = link->state == LINK_UP;
	if (up && !gate->up)
		window_fresh(&gate->window);
	gate->up = up;
}

size_t
gate_room(const struct gate *gate, const struct link *link,
    const struct market *market, bool clock_sure, int64_t now_ms)
{
	size_t room = link->ops->room(link);
	if (room == 0 || !gate_open(link, market, clock_sure, now_ms))
		return 0;
	int pace = pace_room(&gate->pace, link->terms.rate, now_ms);
	room = window_room(&gate->window, room);
	return (size_t)pace < room ? (size_t)pace : room;
}

static int64_t
opens_ms(const struct link *link, const struct market *market, int64_t now_ms)
{
	int minute = market_local_minute(market, now_ms);
	int left = (link->terms.from_min - minute + DAY_MINUTES) % DAY_MINUTES;
	return now_ms - now_ms % MINUTE_MS + left * MINUTE_MS;
}

int64_t
gate_due(const struct gate *gate, const struct link *link,
    const struct market *market, int64_t now_ms)
{
	if (link->state != LINK_UP)
		return INT64_MAX;
	if (has_hours(link) &&
	    !is_hour(link, market_local_minute(market, now_ms)))
		return opens_ms(link, market, now_ms);
	int64_t due_ms = pace_due(&gate->pace, link->terms.rate, now_ms);
	if (due_ms <= now_ms)
		return INT64_MAX;
	return due_ms - now_ms < PACE_LEAST_MS ? now_ms + PACE_LEAST_MS
					       : due_ms;
}

void
gate_given(struct gate *gate, const struct link *link, size_t texts,
    int64_t parts, int64_t now_ms)
{
	window_given(&gate->window, texts);
	pace_left(&gate->pace, link->terms.rate,
	    (int)(parts < INT_MAX ? parts : INT_MAX), now_ms);
}

void
gate_ended(struct gate *gate, const struct msg_outcome *o)
{
	enum window_end end = WINDOW_TAKEN;
	if (o->outcome == OUTCOME_UNKNOWN)
		end = WINDOW_LOST;
	else if (o->outcome == OUTCOME_REFUSED && o->refusal == REFUSAL_WAIT)
		/* Where the link knows how long, it slows down by itself. */
		end = o->pause_ms > 0 ? WINDOW_LOST : WINDOW_TOO_FAST;
	window_ended(&gate->window, end);
}
