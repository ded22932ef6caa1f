#include "gateway/queue/ceiling.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/log.h"
#include "sms/segment.h"

#define DAY_MINUTES 1440
#define MINUTE_MS INT64_C(60000)
/* Each of ours may lie between a few of theirs. */
#define LOOK_BACK_EACH 8
#define LOOK_BACK_LEAST 64

enum ceiling_state
ceiling_judge(int64_t used, int64_t limit, int64_t next)
{
	if (limit <= 0)
		return CEILING_OPEN;
	if (used >= limit || next > limit - used)
		return CEILING_REACHED;
	/* Divided, for limit may be the largest number there is. */
	return used >= limit - limit / 10 ? CEILING_NEAR : CEILING_OPEN;
}

/* The sterner of both. */
static enum ceiling_state
ceiling_worse(enum ceiling_state a, enum ceiling_state b)
{
	return a > b ? a : b;
}

unsigned
ceiling_classes(enum ceiling_state state)
{
	switch (state) {
	case CEILING_OPEN:
		return MESSAGE_CLASSES_ALL;
	case CEILING_NEAR:
		return MESSAGE_CLASSES_ALL &
		       ~MESSAGE_CLASS_BIT(MESSAGE_ADVISORY);
	case CEILING_REACHED:
		return MESSAGE_CLASS_BIT(MESSAGE_ALARM);
	}
	return 0;
}

/* -- days ------------------------------------------------------------------ */

int64_t
ceiling_next_day_ms(const struct market *market, int64_t now_ms)
{
	int minute = market_local_minute(market, now_ms);
	int left =
	    (market_account_begins_min(market) - minute - 1 + 2 * DAY_MINUTES) %
		DAY_MINUTES +
	    1;
	return now_ms - now_ms % MINUTE_MS + left * MINUTE_MS;
}

static int64_t
day_began_ms(const struct market *market, int64_t now_ms)
{
	int minute = market_local_minute(market, now_ms);
	int gone = (minute - market_account_begins_min(market) + DAY_MINUTES) %
		   DAY_MINUTES;
	return now_ms - now_ms % MINUTE_MS - gone * MINUTE_MS;
}

/* -- one link's claims ----------------------------------------------------- */

static bool
any_limit(const struct market *market, const struct link *link)
{
	return market->spend_per_day_minor > 0 || link->texts_per_day > 0 ||
	       link->spend_per_day_minor > 0;
}

/* What `next` would come to. */
static enum ceiling_state
stand(const struct ceiling *c, const struct spend *next)
{
	const struct market *market = c->turn->market;
	int64_t minor = c->now.minor;
	enum ceiling_state all = ceiling_judge(
	    c->all.minor + minor, market->spend_per_day_minor, next->minor);
	enum ceiling_state money = ceiling_judge(
	    c->own.minor + minor, c->link->spend_per_day_minor, next->minor);
	enum ceiling_state texts = ceiling_judge(
	    c->own.texts + c->now.texts, c->link->texts_per_day, next->texts);
	return ceiling_worse(all, ceiling_worse(money, texts));
}

/* One septet each (TS 23.038 6.2.1): ASCII without [ \\ ] ^ ` { | } ~. */
static bool
is_plain(struct str text)
{
	for (size_t i = 0; i < text.octets; i++) {
		char c = text.at[i];
		if (c < ' ' || c > 'z' || (c >= '[' && c <= '^') || c == '`')
			return false;
	}
	return true;
}

/* Most texts are one part, which is seen without cutting them up. */
static int64_t
parts_of(struct str text)
{
	return text.octets <= 160 && is_plain(text)
		   ? 1
		   : (int64_t)segment_count(text, true);
}

static struct spend
price(const struct link *link, int64_t texts, int64_t parts)
{
	return (struct spend){texts, parts, parts * link->cost_minor};
}

void
ceiling_open(
    struct ceiling *c, const struct turn *turn, const struct link *link)
{
	*c = (struct ceiling){.turn = turn, .link = link};
	c->day = market_account_day(turn->market, turn->now_ms);
	if (!any_limit(turn->market, link))
		return;
	store_spend_get(turn->store, c->day, 0, &c->all);
	store_spend_get(turn->store, c->day, link->id, &c->own);
	struct spend least = price(link, 1, 1);
	c->state = stand(c, &least);
}

struct tally {
	int64_t since_ms;
	int64_t texts;
};

/* Tried today, and not known to have been refused. */
static bool
count(void *arg, const struct message *m)
{
	struct tally *tally = arg;
	if (m->time_ms < tally->since_ms)
		return false;
	if (m->out && m->first_ms >= tally->since_ms &&
	    (m->state == MESSAGE_SENDING || m->state == MESSAGE_SENT ||
		m->state == MESSAGE_DELIVERED || m->state == MESSAGE_UNKNOWN))
		tally->texts++;
	return true;
}

static bool
phone_is_full(const struct turn *turn, int64_t phone_id)
{
	int64_t limit = turn->market->texts_per_phone_day;
	if (limit <= 0)
		return false;
	struct tally tally = {
	    .since_ms = day_began_ms(turn->market, turn->now_ms)};
	store_message_heads(turn->store, phone_id,
	    (int)(LOOK_BACK_EACH * limit + LOOK_BACK_LEAST), count, &tally);
	return tally.texts >= limit;
}

static bool
put_off(const struct turn *turn, const struct message *m, const char *event,
    const char *why)
{
	char masked[PARTY_OCTETS];
	store_message_put_off(turn->store, m->id,
	    ceiling_next_day_ms(turn->market, turn->now_ms), why);
	log_event(LOG_WARN, "ceiling", event, "msg=%" PRId64 " phone=%s", m->id,
	    log_phone(masked, sizeof(masked), m->number));
	return false;
}

/* Nothing more fits, or only shorter texts, which go on meanwhile. */
static bool
too_much(struct ceiling *c, const struct message *m)
{
	struct spend least = price(c->link, 1, 1);
	c->state = stand(c, &least);
	if (c->state == CEILING_REACHED || c->others)
		return false;
	return put_off(c->turn, m, "too_long", "too long for today's rest");
}

int64_t
ceiling_parts(const struct message *m)
{
	int64_t parts = parts_of(str_from(m->text)) - m->parts_done;
	return parts > 0 ? parts : 1;
}

static int
thousandths(int64_t used, int64_t limit)
{
	if (limit <= 0)
		return 0;
	if (used >= limit)
		return 1000;
	return limit > INT64_MAX / 1000 ? (int)(used / (limit / 1000))
					: (int)(used * 1000 / limit);
}

int
ceiling_share(const struct ceiling *c)
{
	int texts =
	    thousandths(c->own.texts + c->now.texts, c->link->texts_per_day);
	int money = thousandths(
	    c->own.minor + c->now.minor, c->link->spend_per_day_minor);
	return texts > money ? texts : money;
}

bool
ceiling_may(
    struct ceiling *c, const struct message *m, int64_t parts, bool *failed_out)
{
	const struct turn *turn = c->turn;
	struct spend next = price(c->link, 1, parts);
	*failed_out = market_blocked(turn->market, m->number);
	if (*failed_out) {
		store_message_failed(turn->store, m->id, turn->now_ms, 0,
		    "the number is blocked");
		return false;
	}
	if (m->class_ != MESSAGE_ALARM) {
		if (stand(c, &next) == CEILING_REACHED)
			return too_much(c, m);
		if (phone_is_full(turn, m->phone_id))
			return put_off(turn, m, "phone_full",
			    "that phone had its texts today");
	}
	c->now.texts += next.texts;
	c->now.parts += next.parts;
	c->now.minor += next.minor;
	return true;
}

void
ceiling_close(struct ceiling *c)
{
	if (c->now.texts > 0)
		store_spend_add(c->turn->store, c->day, c->link->id, &c->now);
}

int64_t
ceiling_give_back(const struct turn *turn, const struct link *link,
    int64_t message_id, int parts_done)
{
	struct message m;
	if (!store_message_get(turn->store, message_id, &m))
		return 0;
	int64_t parts = parts_of(str_from(m.text)) - parts_done;
	struct spend back = price(link, parts_done == 0 ? -1 : 0, -parts);
	if (parts > 0) /* of the day on which it was claimed */
		store_spend_add(turn->store,
		    market_account_day(turn->market, m.changed_ms), link->id,
		    &back);
	return parts;
}

/* -- for alarms ------------------------------------------------------------ */

static void
money(char dst[32], const struct market *market, int64_t minor)
{
	struct buf out = buf_over(dst, 32);
	int64_t scale = 1;
	for (int i = 0; i < market->currency_places; i++)
		scale *= 10;
	buf_add_format(&out, "%" PRId64, minor / scale);
	if (scale > 1)
		buf_add_format(&out, ".%0*" PRId64, market->currency_places,
		    minor % scale);
}

static void
say(char *dst, size_t dst_octets, const struct market *market,
    enum ceiling_state state, const char *who, int64_t used, int64_t limit,
    bool texts)
{
	char is[32], most[32];
	const char *what = state == CEILING_REACHED
			       ? "all texts wait until tomorrow"
			       : "advisories wait";
	if (texts) {
		snprintf(is, sizeof(is), "%" PRId64, used);
		snprintf(most, sizeof(most), "%" PRId64, limit);
	} else {
		money(is, market, used);
		money(most, market, limit);
	}
	snprintf(dst, dst_octets, "%s: %s of %s %s today: %s", who, is, most,
	    texts ? "texts" : market->currency, what);
}

enum ceiling_state
ceiling_look(const struct turn *turn, const struct link *link,
    int64_t least_minor, char *dst, size_t dst_octets)
{
	const struct market *market = turn->market;
	int64_t link_id = link == NULL ? 0 : link->id;
	int64_t most = link == NULL ? market->spend_per_day_minor
				    : link->spend_per_day_minor;
	int64_t texts = link == NULL ? 0 : link->texts_per_day;
	struct spend used;
	char who[LINK_NAME_OCTETS + 8] = "spending";
	str_copy(dst, dst_octets, STR(""));
	if (most <= 0 && texts <= 0)
		return CEILING_OPEN;
	store_spend_get(turn->store, market_account_day(market, turn->now_ms),
	    link_id, &used);
	if (link != NULL)
		snprintf(who, sizeof(who), "link %s", link->name);
	enum ceiling_state by_money =
	    ceiling_judge(used.minor, most, least_minor);
	enum ceiling_state by_texts = ceiling_judge(used.texts, texts, 1);
	enum ceiling_state state = ceiling_worse(by_money, by_texts);
	if (state == CEILING_OPEN)
		return state;
	if (by_money == state)
		say(dst, dst_octets, market, state, who, used.minor, most,
		    false);
	else
		say(dst, dst_octets, market, state, who, used.texts, texts,
		    true);
	return state;
}
