/* report_answers - who was asked, and what they said: from the proposals. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/admin/report_impl.h"

#define MINUTE_MS 60000.0
#define TIMES_MAX 20000000 /* answers whose time is looked at */

struct answers {
	int64_t asked, yes, no, expired, withdrawn, open;
	int64_t waiting_ms; /* the oldest that is open was asked then */
	char link[32]; /* of the last question */
};

/* How long each answer took, to be sorted by group. */
struct took {
	uint32_t group;
	double minutes;
};

struct counting {
	struct report *report;
	struct tally *answers; /* by group */
	struct took *took;
	size_t count, room;
};

static void
note_time(struct counting *c, uint32_t group, const struct figures_proposal *p)
{
	int64_t from_ms = p->sent_ms != 0 ? p->sent_ms : p->asked_ms;

	if (p->answered_ms < from_ms || c->count == TIMES_MAX)
		return;
	if (c->count == c->room) {
		c->room = c->room * 2 + 256;
		c->took = xrealloc(c->took, c->room * sizeof(*c->took));
	}
	c->took[c->count++] = (struct took){
	    group, (double)(p->answered_ms - from_ms) / MINUTE_MS};
}

static void
count_state(struct answers *a, const struct figures_proposal *p)
{
	switch (p->state) {
	case PROPOSAL_OPEN:
		a->open++;
		if (a->waiting_ms == 0 || p->asked_ms < a->waiting_ms)
			a->waiting_ms = p->asked_ms;
		break;
	case PROPOSAL_ACCEPTED:
		a->yes++;
		break;
	case PROPOSAL_DECLINED:
		a->no++;
		break;
	case PROPOSAL_EXPIRED:
		a->expired++;
		break;
	case PROPOSAL_WITHDRAWN:
		a->withdrawn++;
		break;
	}
}

static void
count_one(void *arg, const struct figures_proposal *p)
{
	struct counting *c = arg;
	struct report_about about = {.person_id = p->seller_id,
	    .area_id = p->area_id,
	    .time_ms = p->asked_ms,
	    .product = p->product,
	    .link = p->link};
	struct answers *a;
	uint32_t group;

	if (c->report->err.code != 0 || !report_wants(c->report, &about))
		return;
	group = report_group(c->report, &about);
	a = group != UINT32_MAX ? report_at(c->report, c->answers, &group)
				: NULL;
	if (a == NULL)
		return;
	a->asked++;
	count_state(a, p);
	if (p->link[0] != '\0')
		memcpy(a->link, p->link, sizeof(a->link));
	if (p->state == PROPOSAL_ACCEPTED || p->state == PROPOSAL_DECLINED)
		note_time(c, group, p);
}

static int
by_group(const void *a, const void *b)
{
	const struct took *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return (x->minutes > y->minutes) - (x->minutes < y->minutes);
}

/* The times lie together and in order: their middle one (the lower of two). */
static json_t *
median(const struct counting *c, uint32_t group)
{
	size_t low = 0, high = c->count, end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c->took[middle].group < group)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < c->count && c->took[end].group == group; end++)
		;
	if (end == low)
		return json_null();
	return report_real(c->took[low + (end - low - 1) / 2].minutes);
}

static json_t *
answers_row(const struct counting *c, const struct answers *a, uint32_t group)
{
	int64_t over = a->yes + a->no + a->expired;
	json_t *row = json_pack("{s:I, s:I, s:I, s:I, s:I, s:I}", "asked",
	    (json_int_t)a->asked, "yes", (json_int_t)a->yes, "no",
	    (json_int_t)a->no, "expired", (json_int_t)a->expired, "withdrawn",
	    (json_int_t)a->withdrawn, "open", (json_int_t)a->open);

	json_object_set_new(row, "yes_share",
	    over > 0 ? report_real((double)a->yes / (double)over)
		     : json_null());
	json_object_set_new(row, "median_minutes", median(c, group));
	json_object_set_new(row, "waiting_minutes",
	    a->open > 0 && a->waiting_ms <= c->report->until_ms
		? report_real(
		      (double)(c->report->until_ms - a->waiting_ms) / MINUTE_MS)
		: json_null());
	if (c->report->by == REPORT_BY_SELLER)
		json_object_set_new(row, "link",
		    a->link[0] != '\0' ? report_text(a->link) : json_null());
	return row;
}

void
report_answers(struct report *r)
{
	struct counting c = {.report = r};
	int64_t after_id = 0;

	c.answers = tally_new(
	    sizeof(uint32_t), sizeof(struct answers), REPORT_CELLS_MAX);
	while (store_figures_proposals(r->store, &after_id, count_one, &c) &&
	       r->err.code == 0)
		;
	if (c.count > 0)
		qsort(c.took, c.count, sizeof(*c.took), by_group);
	for (size_t i = 0; i < tally_count(c.answers); i++) {
		uint32_t group;

		memcpy(&group, tally_key(c.answers, i), sizeof(group));
		report_add(r, group,
		    answers_row(&c, tally_value(c.answers, i), group));
	}
	tally_free(&c.answers);
	free(c.took);
}
