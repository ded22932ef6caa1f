#include "gateway/queue/credit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/str.h"
#include "base/timer.h"
#include "gateway/queue/credit_read.h"
#include "gateway/store/store_credit.h"

#define MINUTE_MS INT64_C(60000)
#define FIRST_MS (1 * MINUTE_MS) /* after the first start */
#define APART_MS (MINUTE_MS / 2) /* and between the SIMs then */
#define AGAIN_MS (30 * MINUTE_MS)
#define BUSY_MS (60 * MINUTE_MS) /* so long it waits for quiet */
#define TOPPED_UP_MS (1 * MINUTE_MS)
#define MISSES_ALARM 3
#define MISSES_MOST 6

struct sim {
	char code[64];
	struct credit_pattern *balance, *expiry;
	int64_t every_ms, least_minor;
	bool restored; /* the last answer was taken from the store */
	bool due_soon; /* topped up */
	bool answered; /* `text` is new */
	bool missed;
	char text[STORE_CREDIT_TEXT_OCTETS];
};

struct credit {
	struct timer *ask_timer; /* armed in a turn, fires behind it */
	struct enquiries *enquiries;
	struct link *const *links;
	size_t links_count;
	struct sim *sims;
	int asking; /* index; -1: nobody is asked */
};

/* -- judging -------------------------------------------------------------- */

void
credit_judge(struct link_credit *out, bool wanted, bool read,
    int64_t amount_minor, int64_t least_minor, int64_t cost_minor)
{
	out->unread = wanted && !read;
	out->known = read;
	out->amount_minor = read ? amount_minor : 0;
	out->low = read && least_minor > 0 && amount_minor < least_minor;
	out->spent = read && cost_minor > 0 && amount_minor < cost_minor;
}

/* The end of that day, here. */
static int64_t
end_of_day(const struct market *market, const struct credit_day *day)
{
	int64_t noon_ms =
	    clock_from_civil(day->year, day->month, day->day, 12, 0, 0);
	return market_day_begin(market, noon_ms) + 24 * 60 * MINUTE_MS - 1;
}

static void
read_answer(
    const struct sim *sim, const struct turn *turn, struct store_credit *row)
{
	struct str group;
	struct credit_day day;
	if (sim->balance != NULL &&
	    credit_pattern_find(sim->balance, row->text, &group))
		row->read = credit_read_amount(
		    &row->amount_minor, group, turn->market->currency_places);
	if (sim->expiry != NULL &&
	    credit_pattern_find(sim->expiry, row->text, &group) &&
	    credit_read_day(&day, group))
		row->expiry_ms = end_of_day(turn->market, &day);
}

static void
tell_link(
    struct link *link, const struct sim *sim, const struct store_credit *row)
{
	credit_judge(&link->credit, sim->balance != NULL, row->read,
	    row->amount_minor, sim->least_minor, link->cost_minor);
	link->credit.time_ms = row->time_ms;
	link->credit.expiry_ms = row->expiry_ms;
}

/* -- inside the turn ------------------------------------------------------ */

static void
restore(struct sim *sim, struct link *link, const struct turn *turn)
{
	struct store_credit row;
	sim->restored = true;
	if (!store_credit_last(turn->store, link->id, false, &row))
		return;
	/* Read anew: the pattern may be another one now. */
	row.read = false;
	row.amount_minor = row.expiry_ms = 0;
	read_answer(sim, turn, &row);
	tell_link(link, sim, &row);
}

static void
keep_answer(struct sim *sim, struct link *link, const struct turn *turn)
{
	struct store_credit row = {
	    .link_id = link->id, .time_ms = turn->now_ms};
	str_copy(row.text, sizeof(row.text), str_from(sim->text));
	read_answer(sim, turn, &row);
	store_credit_add(turn->store, &row);
	tell_link(link, sim, &row);
	log_event(row.read || sim->balance == NULL ? LOG_INFO : LOG_WARN,
	    "credit", "answer", "link=%s read=%d low=%d spent=%d", link->name,
	    row.read, link->credit.low, link->credit.spent);
	/* While it is spent somebody will top it up. */
	int64_t next_ms = link->credit.spent && sim->every_ms > AGAIN_MS
			      ? AGAIN_MS
			      : sim->every_ms;
	store_credit_due_set(turn->store, link->id, turn->now_ms + next_ms, 0);
	sim->answered = false;
}

static void
keep_miss(struct sim *sim, struct link *link, const struct turn *turn)
{
	int64_t due_ms;
	int misses;
	store_credit_due_get(turn->store, link->id, &due_ms, &misses);
	misses = misses < MISSES_MOST ? misses + 1 : MISSES_MOST;
	int64_t wait_ms = AGAIN_MS << (misses - 1);
	if (wait_ms > sim->every_ms && sim->every_ms > AGAIN_MS)
		wait_ms = sim->every_ms;
	store_credit_due_set(
	    turn->store, link->id, turn->now_ms + wait_ms, misses);
	if (misses >= MISSES_ALARM && sim->balance != NULL)
		credit_judge(&link->credit, true, false, 0, 0, 0);
	sim->missed = false;
}

static int64_t
due_of(struct credit *c, size_t i, const struct turn *turn)
{
	int64_t due_ms;
	int misses;
	struct sim *sim = &c->sims[i];
	int64_t id = c->links[i]->id;
	bool has = store_credit_due_get(turn->store, id, &due_ms, &misses);
	bool far = due_ms - turn->now_ms > 2 * sim->every_ms &&
		   due_ms - turn->now_ms > 2 * AGAIN_MS; /* another clock */
	if (!has || far || sim->due_soon) {
		due_ms = turn->now_ms +
			 (sim->due_soon ? TOPPED_UP_MS
					: FIRST_MS + (int64_t)i * APART_MS);
		store_credit_due_set(turn->store, id, due_ms, 0);
		sim->due_soon = false;
	}
	return due_ms;
}

static bool
may_ask(const struct credit *c, size_t i, int64_t late_ms)
{
	struct link *link = c->links[i];
	return enquiries_may_ask(c->enquiries, link) &&
	       (link->ops->room(link) > 0 || late_ms > BUSY_MS);
}

/* The row moves first, so that a crash asks no sooner than a miss would. */
static void
choose(struct credit *c, const struct turn *turn)
{
	for (size_t i = 0; i < c->links_count && c->asking < 0; i++) {
		if (c->sims[i].code[0] == '\0')
			continue;
		int64_t due_ms = due_of(c, i, turn);
		if (due_ms > turn->now_ms ||
		    !may_ask(c, i, turn->now_ms - due_ms))
			continue;
		int64_t old_ms;
		int misses;
		int64_t id = c->links[i]->id;
		store_credit_due_get(turn->store, id, &old_ms, &misses);
		store_credit_due_set(
		    turn->store, id, turn->now_ms + AGAIN_MS, misses);
		c->asking = (int)i;
		timer_arm(c->ask_timer, 0);
	}
}

static void
take_over(struct credit *c, size_t i, const struct turn *turn)
{
	struct sim *sim = &c->sims[i];
	struct link *link = c->links[i];
	if (sim->code[0] == '\0')
		return;
	if (!sim->restored)
		restore(sim, link, turn);
	if (sim->answered)
		keep_answer(sim, link, turn);
	if (sim->missed)
		keep_miss(sim, link, turn);
	if (link->budget.expires_ms == 0)
		link->budget.expires_ms = link->credit.expiry_ms;
}

void
credit_turn(struct credit *c, const struct turn *turn)
{
	for (size_t i = 0; i < c->links_count; i++)
		take_over(c, i, turn);
	if (turn->clock_sure && c->asking < 0)
		choose(c, turn);
}

/* -- asking --------------------------------------------------------------- */

static void
on_answer(void *arg, const struct enquiry_answer *answer)
{
	struct credit *c = arg;
	if (c->asking < 0)
		return;
	struct sim *sim = &c->sims[c->asking];
	c->asking = -1;
	if (answer->how == LINK_USSD_ANSWERED && answer->count > 0) {
		str_copy(sim->text, sizeof(sim->text),
		    str_from(answer->texts[answer->count - 1]));
		sim->answered = true;
	} else {
		sim->missed = true;
	}
}

static void
ask(void *arg)
{
	struct credit *c = arg;
	struct err err;
	if (c->asking < 0)
		return;
	struct sim *sim = &c->sims[c->asking];
	struct enquiry_wish wish = {.link = c->links[c->asking]->name,
	    .steps = {sim->code},
	    .count = 1,
	    .done = on_answer,
	    .arg = c};
	if (enquiries_ask(c->enquiries, &wish, &err) != 0)
		c->asking = -1; /* the row says when to try again */
}

/* Something secret was said: a voucher, most likely. */
static void
on_secret(void *arg, const struct link *link)
{
	struct credit *c = arg;
	for (size_t i = 0; i < c->links_count; i++)
		if (c->links[i] == link)
			c->sims[i].due_soon = true;
}

/* -- life ----------------------------------------------------------------- */

struct credit *
credit_new(struct loop *loop, struct enquiries *enquiries,
    struct link *const *links, size_t links_count)
{
	struct credit *c = xcalloc(1, sizeof(*c));
	c->ask_timer = timer_new(loop, ask, c);
	c->enquiries = enquiries;
	c->links = links;
	c->links_count = links_count;
	c->sims = xcalloc(links_count + 1, sizeof(*c->sims));
	c->asking = -1;
	enquiries_on_secret(enquiries, on_secret, c);
	return c;
}

void
credit_free(struct credit **credit)
{
	struct credit *c = *credit;
	*credit = NULL;
	if (c == NULL)
		return;
	c->asking = -1;
	timer_free(&c->ask_timer);
	enquiries_forget(c->enquiries, c);
	for (size_t i = 0; i < c->links_count; i++) {
		credit_pattern_free(&c->sims[i].balance);
		credit_pattern_free(&c->sims[i].expiry);
	}
	free(c->sims);
	free(c);
}

int
credit_set(
    struct credit *c, size_t i, const struct credit_plan *plan, struct err *err)
{
	struct sim *sim = &c->sims[i];
	struct err why;
	PANIC_UNLESS(i < c->links_count);
	struct credit_pattern *balance =
	    credit_pattern_new(plan->balance_pattern, &why);
	struct credit_pattern *expiry = NULL;
	if (why.code == 0)
		expiry = credit_pattern_new(plan->expiry_pattern, &why);
	if (why.code != 0) {
		credit_pattern_free(&balance);
		return err_set(err, why.code, 0, "%s", why.text);
	}
	credit_pattern_free(&sim->balance);
	credit_pattern_free(&sim->expiry);
	sim->balance = balance;
	sim->expiry = expiry;
	str_copy(sim->code, sizeof(sim->code), str_from(plan->code));
	sim->every_ms = plan->every_ms;
	sim->least_minor = plan->least_minor;
	sim->restored = false;
	return 0;
}
