#include "gateway/queue/broadcast.h"

#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "gateway/store/store_person.h"

#define MINUTE_MS INT64_C(60000)
#define STALE_AFTER_MS (2 * 1440 * MINUTE_MS)
/* What a pause of the turn may add up to, by a rate. */
#define BURST_MS 1000
/* The slowest rate is a text a minute. */
#define LONGEST_WAIT_MS (2 * MINUTE_MS)
#define PAUSED_AGAIN_MS MINUTE_MS
/* People whom the cursor passes in a turn: a handful in a large county are
 * found in some turns, and no turn is long. */
#define LOOK_A_TURN 256
#define TEXT_OCTETS 4096
/* Of the phone's messages since the broadcast began. */
#define TOLD_LOOK 1024

/* -- its rate -------------------------------------------------------------- */

int
broadcast_allowed(const struct broadcast *b, int64_t now_ms)
{
	if (b->rate <= 0)
		return INT_MAX;
	/* Further away than one text: the clock was set back since. */
	if (b->next_ms > now_ms && b->next_ms <= now_ms + LONGEST_WAIT_MS)
		return 0;
	if (b->next_ms > now_ms)
		return 1;
	int64_t since =
	    now_ms - b->next_ms < BURST_MS ? now_ms - b->next_ms : BURST_MS;
	return (int)(since * b->rate / MINUTE_MS) + 1;
}

void
broadcast_paced(struct broadcast *b, int made, int64_t now_ms)
{
	if (b->rate <= 0)
		return;
	if (b->next_ms < now_ms - BURST_MS ||
	    b->next_ms > now_ms + LONGEST_WAIT_MS)
		b->next_ms = now_ms - BURST_MS;
	b->next_ms += made * MINUTE_MS / b->rate;
}

/* -- who gets it ----------------------------------------------------------- */

struct telling {
	const struct turn *turn;
	struct broadcast *b;
	int64_t area_id; /* the last that was asked about */
	bool inside, areas_sleep; /* any has hours of its own */
};

static bool
is_inside(struct telling *t, int64_t area_id)
{
	if (t->b->area_id == 0)
		return true;
	if (area_id != t->area_id || area_id == 0)
		t->inside =
		    store_area_within(t->turn->store, area_id, t->b->area_id);
	t->area_id = area_id;
	return t->inside;
}

struct told {
	const struct broadcast *b;
	bool already;
};

static bool
is_told(void *arg, const struct message *m)
{
	struct told *told = arg;
	if (m->time_ms < told->b->created_ms)
		return false;
	told->already = m->out && m->subject == SUBJECT_BROADCAST &&
			m->subject_id == told->b->id;
	return !told->already;
}

static bool
is_wanted(struct telling *t, const struct audience *a)
{
	const struct market *market = t->turn->market;
	const char *lang = a->lang[0] != '\0' ? a->lang : market->language;
	struct told told = {.b = t->b};
	if (a->phone_id == 0 || a->stopped || a->kind != PARTY_PHONE ||
	    (t->b->roles != 0 && (a->roles & t->b->roles) == 0) ||
	    (t->b->lang[0] != '\0' && strcmp(t->b->lang, lang) != 0) ||
	    market_blocked(market, a->number) || !is_inside(t, a->area_id))
		return false;
	store_message_heads(
	    t->turn->store, a->phone_id, TOLD_LOOK, is_told, &told);
	return !told.already;
}

/* Areas may sleep at other hours than the market. */
static int64_t
due_there(const struct telling *t, int64_t area_id)
{
	int from_min, until_min;
	if (!t->areas_sleep || t->b->night ||
	    !store_area_quiet(t->turn->store, area_id, &from_min, &until_min))
		return t->turn->now_ms;
	struct market there = *t->turn->market;
	there.quiet_from_min = from_min;
	there.quiet_until_min = until_min;
	return market_is_quiet(&there, t->turn->now_ms)
		   ? market_waking_after(&there, t->turn->now_ms, 1)
		   : t->turn->now_ms;
}

/* False: there are no words for that person. */
static bool
tell(const struct telling *t, const struct audience *a)
{
	char text[TEXT_OCTETS];
	const struct turn *turn = t->turn;
	str_copy(text, sizeof(text),
	    str_from(store_broadcast_text(
		turn->store, t->b->id, a->lang, turn->market->language)));
	struct message_out out = {
	    .phone_id = a->phone_id,
	    .person_id = a->person_id,
	    .now_ms = turn->now_ms,
	    .text = str_from(text),
	    .class_ = MESSAGE_ADVISORY,
	    .due_ms = due_there(t, a->area_id),
	    .stale_ms = t->b->stale_ms > 0 ? t->b->stale_ms
					   : turn->now_ms + STALE_AFTER_MS,
	    .subject = SUBJECT_BROADCAST,
	    .subject_id = t->b->id,
	};
	return text[0] != '\0' && store_message_queue(turn->store, &out) != 0;
}

/* -- the cursor ------------------------------------------------------------ */

static void
end(struct broadcast *b, const struct turn *turn, enum broadcast_state state)
{
	b->state = state;
	b->ended_ms = turn->now_ms;
	log_event(LOG_INFO, "broadcast", broadcast_state_name(state),
	    "id=%" PRId64 " looked=%" PRId64 " made=%" PRId64, b->id, b->looked,
	    b->made);
}

/* Moves the cursor until `limit` texts are made, or it has passed enough. */
static int
move_on(struct broadcast_feed *feed, const struct turn *turn,
    struct broadcast *b, int limit)
{
	struct audience people[LOOK_A_TURN];
	struct telling t = {.turn = turn,
	    .b = b,
	    .areas_sleep = store_area_quiet_any(turn->store)};
	int count = store_broadcast_people(turn->store, b, LOOK_A_TURN, people);
	int made = 0, i = 0;
	for (; i < count && made < limit; i++) {
		b->after_id = people[i].person_id;
		b->looked++;
		made += is_wanted(&t, &people[i]) && tell(&t, &people[i]);
	}
	b->made += made;
	broadcast_paced(b, made, turn->now_ms);
	if (i == count && count < LOOK_A_TURN)
		end(b, turn, BROADCAST_DONE);
	else if (made < limit)
		feed->more = true;
	store_broadcast_put(turn->store, b);
	return made;
}

/* When it may go on; now: at once. */
static int64_t
rests_until(const struct broadcast *b, const struct turn *turn)
{
	if (b->due_ms > turn->now_ms)
		return b->due_ms;
	if (!b->night && market_is_quiet(turn->market, turn->now_ms))
		return market_waking_after(turn->market, turn->now_ms, 1);
	return broadcast_allowed(b, turn->now_ms) > 0 ? turn->now_ms
						      : b->next_ms;
}

static void
note_due(struct broadcast_feed *feed, const struct turn *turn,
    const struct broadcast *b)
{
	int64_t due_ms = rests_until(b, turn);
	if (b->stale_ms > 0 && due_ms > b->stale_ms)
		due_ms = b->stale_ms;
	if (feed->due_ms > due_ms)
		feed->due_ms = due_ms;
}

static int
serve(struct broadcast_feed *feed, const struct turn *turn, struct broadcast *b,
    int room)
{
	if (b->stale_ms > 0 && b->stale_ms <= turn->now_ms) {
		end(b, turn, BROADCAST_STALE);
		store_broadcast_put(turn->store, b);
		return 0;
	}
	if (room == 0 || rests_until(b, turn) > turn->now_ms) {
		note_due(feed, turn, b);
		return 0;
	}
	int allowed = broadcast_allowed(b, turn->now_ms);
	feed->last_id = b->id;
	int made = move_on(feed, turn, b, allowed < room ? allowed : room);
	if (b->state == BROADCAST_RUNNING)
		note_due(feed, turn, b);
	return made;
}

int
broadcast_make(
    struct broadcast_feed *feed, const struct turn *turn, size_t room)
{
	int left = room < BROADCAST_A_TURN ? (int)room : BROADCAST_A_TURN;
	int made = 0;
	int64_t first = feed->last_id, at = first;
	bool round = first == 0; /* all of them, the last served at last */
	feed->due_ms = INT64_MAX;
	feed->more = false;
	if (!turn->clock_sure)
		return 0;
	for (;;) {
		struct broadcast b;
		if (!store_broadcast_next(turn->store, at, &b)) {
			if (round)
				break;
			round = true;
			at = 0;
			continue;
		}
		if (round && first != 0 && b.id > first)
			break;
		at = b.id;
		made += serve(feed, turn, &b, left - made);
	}
	if (made == BROADCAST_A_TURN && room > BROADCAST_A_TURN)
		feed->more = true;
	return made;
}

bool
broadcast_may(const struct turn *turn, const struct message *m)
{
	struct broadcast b;
	if (!store_broadcast_get(turn->store, m->subject_id, &b))
		return true;
	if (b.state == BROADCAST_DROPPED)
		store_message_drop(turn->store, m->id, turn->now_ms);
	else if (b.state == BROADCAST_PAUSED)
		store_message_put_off(turn->store, m->id,
		    turn->now_ms + PAUSED_AGAIN_MS, "its broadcast is paused");
	return b.state != BROADCAST_DROPPED && b.state != BROADCAST_PAUSED;
}
