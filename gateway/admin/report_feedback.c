/* report_feedback - what people told us, and whether anybody answered. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_feedback.h"

#include "gateway/admin/report_impl.h"

#define DAY_MS 86400000.0

struct voices {
	int64_t opened, answered, closed;
	double *days; /* until closed */
	size_t count, room;
};

struct listening {
	struct report *report;
	struct tally *voices; /* by group */
};

static void
hear(void *arg, const struct feedback *f)
{
	struct listening *l = arg;
	struct report_about about = {.person_id = f->person_id,
	    .area_id = f->area_id,
	    .time_ms = f->time_ms};
	struct voices *v;
	uint32_t group;

	if (l->report->err.code != 0 || !report_wants(l->report, &about))
		return;
	group = report_group(l->report, &about);
	v = group != UINT32_MAX ? report_at(l->report, l->voices, &group)
				: NULL;
	if (v == NULL)
		return;
	v->opened++;
	v->answered += f->answered_ms != 0;
	if (f->closed_ms == 0)
		return;
	v->closed++;
	if (v->count == v->room) {
		v->room = v->room * 2 + 16;
		v->days = xrealloc(v->days, v->room * sizeof(*v->days));
	}
	v->days[v->count++] = (double)(f->closed_ms - f->time_ms) / DAY_MS;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static json_t *
voices_row(struct voices *v)
{
	if (v->count > 1)
		qsort(v->days, v->count, sizeof(*v->days), by_size);
	return json_pack("{s:I, s:I, s:I, s:o}", "opened",
	    (json_int_t)v->opened, "answered", (json_int_t)v->answered,
	    "closed", (json_int_t)v->closed, "median_days",
	    v->count > 0 ? report_real(v->days[(v->count - 1) / 2])
			 : json_null());
}

void
report_feedback(struct report *r)
{
	struct listening l = {.report = r};
	int64_t after_id = 0;

	l.voices = tally_new(
	    sizeof(uint32_t), sizeof(struct voices), REPORT_CELLS_MAX);
	while (store_feedback_each(r->store, &after_id, hear, &l) &&
	       r->err.code == 0)
		;
	for (size_t i = 0; i < tally_count(l.voices); i++) {
		struct voices *v = tally_value(l.voices, i);
		uint32_t group;

		memcpy(&group, tally_key(l.voices, i), sizeof(group));
		report_add(r, group, voices_row(v));
		free(v->days);
	}
	tally_free(&l.voices);
}
