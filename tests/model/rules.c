#include "tests/model/rules.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/store_person.h"

enum {
	NEW,
	ASKED,
	WAITING,
	OFFERED,
	CONFIRMED,
	FULFILLED,
	UNFILLED,
	CANCELLED,
	DISPUTED,
	FAILED,
	STATES
};

/* Who is behind a move. */
enum {
	BUYER = 1,
	SELLER = 2, /* whose line it was, or who was asked for the order */
	CLOCK = 4,
	OFFICER = 8,
	GOODS = 16, /* anybody whose act set goods free, or brought some */
	ASKED_BUYER = BUYER | CLOCK | SELLER,
	SEARCH = BUYER | SELLER | CLOCK | GOODS,
};

static const unsigned may[STATES][STATES] = {
    [NEW] = {[WAITING] = BUYER | SELLER | CLOCK}, /* from a list */
    [ASKED] = {[ASKED] = SELLER, /* corrected */
	[OFFERED] = ASKED_BUYER,
	[WAITING] = ASKED_BUYER,
	[UNFILLED] = ASKED_BUYER,
	[CONFIRMED] = BUYER | SELLER,
	[CANCELLED] = BUYER},
    [WAITING] = {[WAITING] = SEARCH,
	[OFFERED] = SEARCH,
	[UNFILLED] = SEARCH,
	[ASKED] = SELLER | CLOCK,
	[CONFIRMED] = SELLER | BUYER | CLOCK, /* from a sale */
	[CANCELLED] = BUYER},
    [OFFERED] = {[OFFERED] = SEARCH,
	[WAITING] = SEARCH,
	[UNFILLED] = SEARCH,
	[ASKED] = SELLER,
	[CONFIRMED] = SELLER,
	[CANCELLED] = BUYER},
    [CONFIRMED] = {[CONFIRMED] = BUYER | SELLER | CLOCK,
	[OFFERED] = SELLER,
	[WAITING] = SELLER,
	[UNFILLED] = SELLER,
	[CANCELLED] = BUYER | OFFICER,
	[FULFILLED] = BUYER | SELLER | OFFICER,
	[DISPUTED] = BUYER | SELLER | CLOCK,
	[FAILED] = SELLER},
    [FULFILLED] =
	{[FULFILLED] = BUYER | SELLER | CLOCK, [DISPUTED] = BUYER | SELLER},
    [UNFILLED] = {[OFFERED] = BUYER, [WAITING] = BUYER},
    [DISPUTED] = {[DISPUTED] = BUYER | SELLER | CLOCK,
	[FULFILLED] = BUYER | OFFICER,
	[CANCELLED] = BUYER | OFFICER},
    [FAILED] = {[DISPUTED] = BUYER | SELLER},
};

static bool
is_passive(enum step_act act)
{
	return act == STEP_ASK || act == STEP_NOISE || act == STEP_START;
}

/* It was theirs before the step: nobody is asked for what a sale sells. */
static bool
had_it(const struct rules *r, int64_t line_id, int64_t who)
{
	for (size_t i = 0; i < r->holds_count; i++)
		if (r->holds[i].line_id == line_id)
			return r->holds[i].seller_id == who;
	return false;
}

static unsigned
part_of(struct rules *r, const struct step *step, const struct laws_line *line)
{
	int64_t who;
	unsigned part = 0;

	if (step->act == STEP_ADMIN)
		return BUYER | SELLER | OFFICER | GOODS;
	if (!step_is_text(step))
		return CLOCK | GOODS;
	who = step->who->person_id;
	if (line->buyer_id == who)
		part |= BUYER;
	if (line->seller_id == who || had_it(r, line->id, who) ||
	    laws_was_asked(r->laws, line->id / 64, who))
		part |= SELLER;
	if ((step->who->roles & PERSON_OFFICER) != 0)
		part |= OFFICER;
	return part | GOODS;
}

/* -- stock ----------------------------------------------------------------- */

/* Handing over takes away what was given, and never more than was held. */
static void
count_taken(struct rules *r, const struct laws_move *m)
{
	int64_t given = laws_given(r->laws, m->line_id);

	if (m->to != FULFILLED)
		return;
	for (size_t i = 0; i < r->holds_count; i++)
		if (r->holds[i].line_id == m->line_id &&
		    r->holds[i].seller_id != r->seller_id) {
			r->taken_milli += given < r->holds[i].hold_milli
					      ? given
					      : r->holds[i].hold_milli;
			r->holds[i].hold_milli = 0;
		}
}

/* Nothing else changes what sellers have but their own word. */
static bool
is_stock_kept(struct rules *r, char *why, size_t octets)
{
	int64_t now = laws_stock(r->laws, r->seller_id);

	if (now == r->stock_milli - r->taken_milli)
		return true;
	snprintf(why, octets,
	    "stock was %lld, %lld was handed over, and it is %lld",
	    (long long)r->stock_milli, (long long)r->taken_milli,
	    (long long)now);
	return false;
}

struct judging {
	struct rules *rules;
	const struct step *step;
	char *why;
	size_t why_octets;
	bool good;
};

static bool
judge_move(void *arg, const struct laws_move *m)
{
	struct judging *j = arg;
	struct laws_line line;
	unsigned part;

	count_taken(j->rules, m);
	j->good = laws_line_get(j->rules->laws, m->line_id, &line);
	if (!j->good)
		return false;
	part = part_of(j->rules, j->step, &line);
	j->good = m->from >= 0 && m->from < STATES && m->to > 0 &&
		  m->to < STATES && (may[m->from][m->to] & part) != 0 &&
		  !is_passive(j->step->act);
	if (!j->good)
		snprintf(j->why, j->why_octets,
		    "line %lld may not go from %d to %d by '%s' (part %u)",
		    (long long)m->line_id, m->from, m->to,
		    step_name(j->step->act), part);
	j->rules->moves[j->step->act]++;
	return j->good;
}

/* -- what must be obeyed --------------------------------------------------- */

struct duty {
	enum step_act act;
	bool buyer; /* said by the buyer, else by the seller */
	unsigned from; /* bits of the states of which it is said */
	unsigned to;
};

#define IN(state) (1u << (state))

static const struct duty duties[] = {
    {STEP_YES, false, IN(OFFERED), IN(CONFIRMED) | IN(ASKED)},
    {STEP_NO, false, IN(OFFERED), IN(OFFERED) | IN(WAITING) | IN(UNFILLED)},
    {STEP_DONE, false, IN(CONFIRMED), IN(FULFILLED)},
    {STEP_GOT, true, IN(CONFIRMED), IN(FULFILLED)},
    {STEP_CANCEL, true, IN(WAITING) | IN(OFFERED) | IN(ASKED), IN(CANCELLED)},
    {STEP_NOSHOW, false, IN(CONFIRMED), IN(FAILED)},
    {STEP_PROBLEM, true, IN(CONFIRMED) | IN(FULFILLED), IN(DISPUTED)},
};

/* A code that both buys and sells with the same person, or of which another
 * part is open, too, is asked about: no duty.  A complaint is about what is not
 * settled yet, if there is such a part. */
static bool
is_one_part(const struct rules *r, const struct duty *d, int64_t who)
{
	for (size_t i = 0; i < r->mine_count; i++) {
		const struct laws_line *l = &r->mine[i];

		if ((d->buyer ? l->buyer_id : l->seller_id) != who ||
		    l->buyer_id == l->seller_id ||
		    (d->from & IN(l->state)) == 0 ||
		    (d->act == STEP_PROBLEM &&
			(l->settled_ms != 0) != (r->mine[0].settled_ms != 0)))
			return false;
	}
	return r->mine_count > 0;
}

static bool
is_moved(const struct duty *d, const struct laws_line *before,
    const struct laws_line *now)
{
	if ((d->to & IN(now->state)) == 0)
		return false;
	/* NO: put to somebody else, if it is still offered. */
	return d->act != STEP_NO || now->proposal_id != before->proposal_id;
}

static bool
is_obeyed(struct rules *r, const struct step *step, char *why, size_t octets)
{
	for (size_t i = 0; i < sizeof(duties) / sizeof(duties[0]); i++) {
		const struct duty *d = &duties[i];

		if (d->act != step->act ||
		    !is_one_part(r, d, step->who->person_id))
			continue;
		for (size_t k = 0; k < r->mine_count; k++) {
			struct laws_line now;

			if (laws_line_get(r->laws, r->mine[k].id, &now) &&
			    is_moved(d, &r->mine[k], &now))
				continue;
			snprintf(why, octets, "line %lld of state %d is %d",
			    (long long)r->mine[k].id, r->mine[k].state,
			    now.state);
			return false;
		}
	}
	return true;
}

/* STOP leaves nothing open with them, on either side. */
static bool
is_left_alone(struct rules *r, const struct step *step, char *why, size_t n)
{
	int64_t who = step->who->person_id;

	if (step->act != STEP_STOP || (laws_open_proposals(r->laws, who) == 0 &&
					  laws_searching(r->laws, who) == 0))
		return true;
	snprintf(why, n, "something is still open after STOP");
	return false;
}

/* -- before and after ------------------------------------------------------ */

void
rules_before(struct rules *r, const struct step *step)
{
	laws_mark(r->laws, &r->mark);
	r->mine_count = 0;
	r->seller_id = step_is_text(step) ? step->who->person_id : 0;
	r->stock_milli = laws_stock(r->laws, r->seller_id);
	r->holds_count = laws_holds(r->laws, r->holds, RULES_HOLDS);
	r->taken_milli = 0;
	if (!step_is_text(step))
		return;
	r->stopped = step->who->stopped;
	if (step->code[0] != 0)
		r->mine_count = laws_lines_of(r->laws, step->code,
		    step->who->person_id, r->mine, RULES_LINES);
	if (step->act == STEP_STOP)
		step->who->stopped = true;
	if (step->act == STEP_START)
		step->who->stopped = false;
}

bool
rules_after(
    struct rules *r, const struct step *step, char *why, size_t why_octets)
{
	struct judging j = {r, step, why, why_octets, true};

	laws_moves(r->laws, &r->mark, judge_move, &j);
	if (!j.good || !is_stock_kept(r, why, why_octets))
		return false;
	if (!step_is_text(step))
		return true;
	if (r->stopped)
		return true; /* heard, but nothing is done for them */
	return is_left_alone(r, step, why, why_octets) &&
	       (!step->plain || is_obeyed(r, step, why, why_octets));
}
