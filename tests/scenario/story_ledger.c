/* story_ledger - what the story leaves behind, and whether it may. */
#include "tests/scenario/story_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/panic.h"

#include "gateway/core/handler.h"
#include "gateway/store/store_audit.h"
#include "gateway/store/store_consent.h"
#include "gateway/store/store_ledger.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_pool.h"
#include "gateway/store/store_question.h"
#include "gateway/store/store_timer.h"

#include "handlers/desk.h"
#include "handlers/line.h"
#include "handlers/pool.h"

#define LINES 4000

static const char *
name_of_person(struct story *s, int64_t person_id)
{
	for (size_t i = 0; i < s->people_count; i++)
		if (s->people[i].person_id == person_id)
			return s->people[i].name;
	return person_id == 0 ? "-" : "?";
}

/* -- the ledger ---------------------------------------------------------- */

static bool
print_event(void *arg, const struct line_event *e)
{
	struct story *s = arg;

	buf_add_format(&s->out, "       %s -> %s by %s: %s\n",
	    e->from ? line_state_name((enum line_state)e->from) : "new",
	    line_state_name((enum line_state)e->to), e->by, e->text);
	return true;
}

struct lines {
	struct line_row row[LINES];
	size_t count;
};

static bool
lines_add(void *arg, const struct line_row *row)
{
	struct lines *l = arg;

	assert_true(l->count < LINES);
	l->row[l->count++] = *row;
	return true;
}

static struct lines *
all_lines(struct story *s)
{
	struct lines *l = xcalloc(1, sizeof(*l));
	struct line_filter all = {.limit = 0};

	store_line_list(s->store, &all, lines_add, l);
	return l;
}

static bool
print_share(void *arg, const struct share *share)
{
	struct story *s = arg;
	struct person person = {.id = 0};
	char qty[24];

	(void)store_person_get(s->store, share->household_id, &person);
	buf_add_format(&s->out, "       %s of %s%s%s: %s%s\n",
	    str_from_milli(qty, sizeof(qty), share->qty_milli), person.name,
	    share->grade[0] ? ", " : "", share->grade,
	    share_state_name(share->state), share->lot_id ? ", taken" : "");
	return true;
}

static void
print_parts(struct story *s, const struct line *line)
{
	struct desk desk = {.store = s->store, .market = &s->market};
	struct pool_part parts[POOL_SHARES_MAX + 1];
	size_t count = line->settled_ms ? pool_shares(&desk, line, parts) : 0;

	for (size_t i = 0; i < count; i++) {
		struct person person = {.id = 0};
		char sum[32];

		(void)store_person_get(s->store, parts[i].person_id, &person);
		buf_add_format(&s->out, "       %s earns %s\n", person.name,
		    str_from_minor(
			sum, sizeof(sum), parts[i].amount_minor, 2, true));
	}
}

static void
print_line(struct story *s, const struct line_row *row)
{
	const struct line *l = &row->line;
	char qty[24], price[32], paid[32];

	buf_add_format(&s->out, "  #%s/%d %s: %s %s %s", row->order.code,
	    l->number, line_state_name(l->state),
	    str_from_milli(qty, sizeof(qty), l->qty_milli), l->unit,
	    l->product);
	if (l->price_minor >= 0)
		buf_add_format(&s->out, " at %s",
		    str_from_minor(
			price, sizeof(price), l->price_minor, 2, true));
	buf_add_format(&s->out, ", seller %s", name_of_person(s, l->seller_id));
	if (l->accepted_milli >= 0)
		buf_add_format(&s->out, ", accepted %s",
		    str_from_milli(qty, sizeof(qty), l->accepted_milli));
	if (l->payment != PAYMENT_DUE)
		buf_add_format(&s->out, ", %s %s",
		    payment_state_name(l->payment),
		    str_from_minor(paid, sizeof(paid), l->paid_minor, 2, true));
	buf_add_format(&s->out, "%s%s\n", l->settled_ms ? ", settled" : "",
	    row->order.closed_ms ? ", closed" : "");
	store_event_of_line(s->store, l->id, print_event, s);
	store_share_of_line(s->store, l->id, print_share, s);
	print_parts(s, l);
}

static bool
print_offer(void *arg, const struct offer *o)
{
	struct story *s = arg;
	char left[24], held[24];

	buf_add_format(&s->out, "  %s has %s %s %s left, %s held%s\n",
	    name_of_person(s, o->seller_id),
	    str_from_milli(left, sizeof(left), o->stock_milli - o->held_milli),
	    o->unit, o->product,
	    str_from_milli(held, sizeof(held), o->held_milli),
	    o->closed ? " (off the list)" : "");
	return true;
}

static bool
paper_row(void *arg, const struct consent *c)
{
	static const char *const kinds[] = {
	    "", "register", "seller", "number", "still", "pin", "list"};
	static const char *const answers[] = {"open", "yes", "no", "silence"};
	struct story *s = arg;
	struct person who, officer = {.name = "nobody"};
	struct message m;

	store_person_get(s->store, c->person_id, &who);
	store_person_get(s->store, c->officer_id, &officer);
	buf_add_format(&s->out, "  %s of %s by %s: %s\n", kinds[c->kind],
	    who.name, officer.name, answers[c->answer]);
	if (store_message_get(s->store, c->asked_message_id, &m))
		buf_add_format(&s->out, "    asked: %s\n", m.text);
	if (store_message_get(s->store, c->answered_message_id, &m))
		buf_add_format(&s->out, "    said: %s\n", m.text);
	return true;
}

void
story_papers(struct story *s, const char *name)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count;

	buf_add_format(&s->out, "  = papers of %s\n", name);
	for (size_t i = 0; i < s->people_count; i++) {
		if (strcmp(s->people[i].name, name) != 0)
			continue;
		store_begin(s->store);
		count =
		    store_phone_people(s->store, s->people[i].phone_id, ids);
		for (size_t k = 0; k < count; k++)
			store_consent_each(s->store, ids[k], paper_row, s);
		story_commit(s);
	}
}

static bool
log_row(void *arg, const struct message *m)
{
	struct story *s = arg;

	if (!m->out)
		buf_add_format(&s->out, "  > %s\n", m->text);
	return true;
}

void
story_log(struct story *s, const char *name)
{
	buf_add_format(&s->out, "  = log of %s\n", name);
	for (size_t i = 0; i < s->people_count; i++) {
		if (strcmp(s->people[i].name, name) != 0)
			continue;
		store_begin(s->store);
		store_message_chain(
		    s->store, s->people[i].phone_id, 64, log_row, s);
		story_commit(s);
	}
}

void
story_ledger(struct story *s)
{
	struct lines *l;

	buf_add_text(&s->out, "  = ledger\n");
	store_begin(s->store);
	l = all_lines(s);
	for (size_t i = 0; i < l->count; i++)
		print_line(s, &l->row[i]);
	store_offer_each(s->store, 0, 0, 100, print_offer, s);
	story_commit(s);
	free(l);
}

/* -- what must always hold ----------------------------------------------- */

struct checking {
	struct story *story;
	struct lines *lines;
	size_t open;
};

static bool
count_open(void *arg, const struct proposal *p)
{
	*(size_t *)arg += p->state == PROPOSAL_OPEN;
	return true;
}

struct holding {
	int64_t offer_id, held_milli;
};

/* A household's part may lie on its own listing. */
static bool
add_hold(void *arg, const struct share *share)
{
	struct holding *holding = arg;

	if (share->offer_id == holding->offer_id)
		holding->held_milli += share->hold_milli;
	return true;
}

static bool
check_offer(void *arg, const struct offer *o)
{
	struct checking *c = arg;
	struct holding holding = {.offer_id = o->id};
	int64_t held;

	for (size_t i = 0; i < c->lines->count; i++) {
		if (c->lines->row[i].line.offer_id == o->id)
			holding.held_milli += c->lines->row[i].line.hold_milli;
		store_share_of_line(c->story->store, c->lines->row[i].line.id,
		    add_hold, &holding);
	}
	held = holding.held_milli;
	if (o->stock_milli < 0 || o->held_milli < 0 ||
	    o->held_milli > o->stock_milli || held != o->held_milli)
		fail_msg("%s: stock %lld, held %lld, lines hold %lld",
		    c->story->name, (long long)o->stock_milli,
		    (long long)o->held_milli, (long long)held);
	return true;
}

/* Something will look at an open line again. */
static bool
is_watched(struct story *s, const struct line_row *row)
{
	const struct line *l = &row->line;
	struct proposal p;
	struct message m;

	switch (l->state) {
	case LINE_WAITING:
		return store_timer_get(s->store, TIMER_LINE_WAITING, l->id) !=
		       0;
	case LINE_OFFERED:
		return store_timer_get(s->store, TIMER_PROPOSAL_REMIND,
			   l->proposal_id) != 0 ||
		       store_timer_get(s->store, TIMER_PROPOSAL_EXPIRE,
			   l->proposal_id) != 0 ||
		       (store_proposal_get(s->store, l->proposal_id, &p) &&
			   store_message_get(s->store, p.message_id, &m) &&
			   m.state == MESSAGE_QUEUED && m.stale_ms != 0);
	case LINE_CONFIRMED:
		return true; /* people call each other */
	case LINE_FULFILLED:
		return l->settled_ms != 0 ||
		       store_timer_get(s->store, TIMER_LINE_SETTLE, l->id) != 0;
	case LINE_DISPUTED:
		return store_timer_get(s->store, TIMER_DISPUTE, l->id) != 0;
	case LINE_ASKED: /* its question has a timer: asked below */
	case LINE_UNFILLED:
	case LINE_CANCELLED:
	case LINE_FAILED:
		break;
	}
	return true;
}

static bool
add_income(void *arg, const struct ledger_row *row)
{
	*(int64_t *)arg += row->kind != LEDGER_PAID ? row->amount_minor : 0;
	return true;
}

/* What is settled was earned, once; what is not was not. */
static void
check_income(struct story *s, const struct line_row *row)
{
	const struct line *l = &row->line;
	int64_t earned = 0, total = line_total_minor(l);
	bool settled = l->state == LINE_FULFILLED && l->settled_ms != 0;

	store_ledger_of_line(s->store, l->id, add_income, &earned);
	if (earned != (settled && total > 0 ? total : 0))
		fail_msg("%s: #%s/%d is %s, total %lld, earned %lld", s->name,
		    row->order.code, l->number, line_state_name(l->state),
		    (long long)total, (long long)earned);
}

static bool
has_question_timer(struct story *s)
{
	for (int64_t id = 1; id < 1000; id++) {
		struct question q;

		if (!store_question_get(s->store, id, &q))
			return false;
		if (store_timer_get(s->store, TIMER_QUESTION, id) != 0)
			return true;
	}
	return false;
}

void
story_check(struct story *s)
{
	struct checking c = {.story = s};
	struct err err = {0};

	store_begin(s->store);
	c.lines = all_lines(s);
	for (size_t i = 0; i < c.lines->count; i++) {
		const struct line_row *row = &c.lines->row[i];
		size_t open = 0;

		store_proposal_of_line(
		    s->store, row->line.id, count_open, &open);
		if (open != (row->line.state == LINE_OFFERED ? 1u : 0u))
			fail_msg("%s: #%s/%d is %s with %zu open proposals",
			    s->name, row->order.code, row->line.number,
			    line_state_name(row->line.state), open);
		check_income(s, row);
		if (!is_watched(s, row) ||
		    (row->line.state == LINE_ASKED && !has_question_timer(s)))
			fail_msg("%s: nobody watches #%s/%d (%s)", s->name,
			    row->order.code, row->line.number,
			    line_state_name(row->line.state));
	}
	store_offer_each(s->store, 0, 0, 100, check_offer, &c);
	story_commit(s);
	free(c.lines);
	if (store_check(s->store, &err) != 0)
		fail_msg("%s: %s", s->name, err.text);
}

static bool
audit_row(void *arg, const struct audit_row *row)
{
	struct story *s = arg;

	buf_add_format(
	    &s->out, "  %s %s: %s\n", row->actor, row->action, row->what);
	return true;
}

void
story_audit(struct story *s)
{
	static const struct audit_filter all = {.actor = "", .action = ""};

	buf_add_text(&s->out, "  = audit\n");
	(void)store_audit_each(s->store, &all, audit_row, s);
}

void
story_each_is_one_sms(struct story *s)
{
	if (strstr(s->out.at, " SMS]\n") != NULL)
		fail_msg("%s: more than one SMS:\n%s", s->name, s->out.at);
}
