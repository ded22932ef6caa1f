#include "gateway/queue/budget.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "base/log.h"

#define MINUTE_MS INT64_C(60000)
#define DAY_MS (1440 * MINUTE_MS)
#define EXPIRES_SOON_MS (7 * DAY_MS)
/* A text for which no SIM has a number left asks again after so long: a limit
 * may be raised, a link may come back, a month may end. */
#define NO_NUMBER_LEFT_MS (15 * MINUTE_MS)

enum budget_state
budget_judge(int64_t used, int64_t limit)
{
	if (limit <= 0)
		return BUDGET_OPEN;
	if (used >= limit)
		return BUDGET_REACHED;
	/* Divided, for limit may be the largest number there is. */
	return used >= limit - limit / 5 ? BUDGET_NEAR : BUDGET_OPEN;
}

void
budget_open(struct budget *b, const struct turn *turn, const struct link *link)
{
	*b = (struct budget){.turn = turn, .link = link};
	if (!link->budget.counted)
		return;
	b->month_ms = market_month_begin(turn->market, turn->now_ms);
	store_budget_get(turn->store, link->id, b->month_ms, &b->used);
}

static int64_t
parts_used(const struct budget *b)
{
	return b->used.parts + b->now.parts;
}

static int64_t
recipients_used(const struct budget *b)
{
	return b->used.recipients + b->now.recipients;
}

unsigned
budget_classes(const struct budget *b)
{
	return budget_judge(parts_used(b), b->link->budget.texts_per_month) ==
		       BUDGET_REACHED
		   ? MESSAGE_CLASS_BIT(MESSAGE_ALARM)
		   : MESSAGE_CLASSES_ALL;
}

bool
budget_known_only(const struct budget *b)
{
	return budget_judge(recipients_used(b),
		   b->link->budget.recipients_per_month) == BUDGET_REACHED;
}

static bool
put_off(const struct budget *b, const struct message *m)
{
	if (!b->others)
		store_message_put_off(b->turn->store, m->id,
		    b->turn->now_ms + NO_NUMBER_LEFT_MS,
		    "no SIM may write to more numbers this month");
	return false;
}

/* A number that costs one of those which the plan allows? */
static bool
is_new(const struct budget *b, const struct message *m)
{
	return b->link->budget.recipients_per_month > 0 &&
	       !store_budget_knows(
		   b->turn->store, b->link->id, b->month_ms, m->phone_id);
}

bool
budget_may(struct budget *b, const struct message *m, int64_t parts)
{
	if (!b->link->budget.counted)
		return true;
	if (m->class_ != MESSAGE_ALARM &&
	    budget_classes(b) != MESSAGE_CLASSES_ALL)
		return false;
	if (is_new(b, m)) {
		if (m->class_ != MESSAGE_ALARM && budget_known_only(b))
			return put_off(b, m);
		store_budget_note(
		    b->turn->store, b->link->id, b->month_ms, m->phone_id);
		b->now.recipients++;
	}
	b->now.parts += parts;
	return true;
}

void
budget_undo(struct budget *b, int64_t parts)
{
	b->now.parts -= parts;
}

void
budget_close(struct budget *b)
{
	if (b->now.parts <= 0 && b->now.recipients <= 0)
		return;
	store_budget_add(b->turn->store, b->link->id, b->month_ms, &b->now);
	store_budget_sent(b->turn->store, b->link->id, b->turn->now_ms);
}

void
budget_give_back(const struct turn *turn, const struct link *link,
    int64_t claimed_ms, int64_t parts)
{
	struct budget_used back = {.parts = -parts};
	if (link->budget.counted)
		store_budget_add(turn->store, link->id,
		    market_month_begin(turn->market, claimed_ms), &back);
}

static int
thousandths(int64_t used, int64_t limit)
{
	if (limit <= 0)
		return 0;
	return used >= limit ? 1000 : (int)(used * 1000 / limit);
}

int
budget_share(const struct budget *b)
{
	int parts = thousandths(parts_used(b), b->link->budget.texts_per_month);
	int numbers = thousandths(
	    recipients_used(b), b->link->budget.recipients_per_month);
	return parts > numbers ? parts : numbers;
}

/* -- for alarms ------------------------------------------------------------ */

static enum budget_state
say(char *dst, size_t dst_octets, const struct link *link, int64_t used,
    int64_t limit, const char *what, const char *then)
{
	enum budget_state state = budget_judge(used, limit);
	if (state != BUDGET_OPEN)
		snprintf(dst, dst_octets,
		    "link %s: %" PRId64 " of %" PRId64 " %s this month%s%s",
		    link->name, used, limit, what,
		    state == BUDGET_REACHED ? ": " : "",
		    state == BUDGET_REACHED ? then : "");
	return state;
}

enum budget_state
budget_look(const struct turn *turn, const struct link *link, char *dst,
    size_t dst_octets)
{
	struct budget b;
	char numbers_text[160] = "";
	str_copy(dst, dst_octets, STR(""));
	budget_open(&b, turn, link);
	enum budget_state texts = say(dst, dst_octets, link, b.used.parts,
	    link->budget.texts_per_month, "texts", "nothing more leaves by it");
	enum budget_state numbers = say(numbers_text, sizeof(numbers_text),
	    link, b.used.recipients, link->budget.recipients_per_month,
	    "numbers", "it writes to no new ones");
	if (numbers > texts)
		str_copy(dst, dst_octets, str_from(numbers_text));
	return numbers > texts ? numbers : texts;
}

bool
budget_expires(const struct turn *turn, const struct link *link, char *dst,
    size_t dst_octets)
{
	int64_t at_ms = link->budget.expires_ms;
	char day[16] = "";
	struct tm tm;
	time_t at = (time_t)(at_ms / 1000);
	str_copy(dst, dst_octets, STR(""));
	if (at_ms <= 0 || !turn->clock_sure ||
	    turn->now_ms < at_ms - EXPIRES_SOON_MS)
		return false;
	if (gmtime_r(&at, &tm) != NULL)
		strftime(day, sizeof(day), "%Y-%m-%d", &tm);
	snprintf(dst, dst_octets, "link %s: its SIM or airtime %s on %s",
	    link->name, turn->now_ms < at_ms ? "expires" : "expired", day);
	return true;
}

void
budget_keep_alive(const struct turn *turn, const struct link *link,
    int64_t admin_phone_id, int64_t admin_person_id)
{
	int64_t patience_ms = link->budget.keepalive_days * DAY_MS;
	if (patience_ms <= 0 || !link->budget.counted || !turn->clock_sure)
		return;
	int64_t idle_ms = turn->now_ms - store_budget_last(turn->store,
					     link->id, turn->now_ms);
	int64_t kept_ms =
	    turn->now_ms - store_budget_last_kept(turn->store, link->id);
	if (idle_ms < patience_ms || kept_ms < DAY_MS)
		return;
	char text[120];
	snprintf(text, sizeof(text),
	    "furrow: the SIM of link %s sent nothing for %" PRId64
	    " days; this text keeps it alive",
	    link->name, idle_ms / DAY_MS);
	struct message_out out = {
	    .phone_id = admin_phone_id,
	    .person_id = admin_person_id,
	    .link_id = link->id,
	    .now_ms = turn->now_ms,
	    .text = str_from(text),
	    .class_ = MESSAGE_NOTICE,
	    .stale_ms = turn->now_ms + DAY_MS,
	};
	store_message_queue(turn->store, &out);
	store_budget_kept(turn->store, link->id, turn->now_ms);
	log_event(LOG_WARN, "budget", "idle", "link=%s days=%" PRId64,
	    link->name, idle_ms / DAY_MS);
}
