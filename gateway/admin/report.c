#include "gateway/admin/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/panic.h"
#include "base/str.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/report_impl.h"

#define DAY_MS INT64_C(86400000)
#define TIME_MAX_MS INT64_C(253402214400000)
#define BIT(name) (1u << REPORT_BY_##name)
#define TIMES (BIT(ALL) | BIT(DAY) | BIT(WEEK) | BIT(MONTH))

struct report_kind {
	const char *name;
	enum report_by by; /* when not asked */
	unsigned may; /* bits of enum report_by */
	int days; /* when since is not asked; 0: from the beginning */
	void (*fn)(struct report *report);
};

static const struct report_kind kinds[] = {
    {"sales", REPORT_BY_PRODUCT, TIMES | BIT(AREA) | BIT(PRODUCT) | BIT(SELLER),
	0, report_sales},
    {"income", REPORT_BY_AREA, TIMES | BIT(AREA) | BIT(PRODUCT) | BIT(SELLER),
	0, report_income},
    {"fairness", REPORT_BY_ALL, BIT(ALL), 30, report_fairness},
    {"answers", REPORT_BY_SELLER,
	TIMES | BIT(AREA) | BIT(PRODUCT) | BIT(SELLER) | BIT(LINK), 30,
	report_answers},
    {"impact", REPORT_BY_MONTH, TIMES | BIT(AREA) | BIT(PRODUCT), 0,
	report_impact},
    {"feedback", REPORT_BY_AREA, TIMES | BIT(AREA), 0, report_feedback},
    {"day", REPORT_BY_ALL, BIT(ALL), 90, report_day},
};

static const char *const by_words[] = {
    "all", "area", "product", "day", "week", "month", "seller", "link"};
#define BYS (sizeof(by_words) / sizeof(by_words[0]))

const char *
report_by_word(enum report_by by)
{
	return by_words[by];
}

/* -- asking --------------------------------------------------------------- */

static int
find_kind(struct report *report, const char *name, struct err *err)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0) {
			report->kind = &kinds[i];
			return 0;
		}
	return err_set(err, REPORT_UNKNOWN, 0, "there is no report %s", name);
}

/* "area, product, day": how that kind is told. */
static void
list_bys(char *dst, size_t octets, const struct report_kind *kind)
{
	struct buf out = buf_over(dst, octets);

	for (size_t i = 0; i < BYS; i++)
		if ((kind->may & (1u << i)) != 0)
			buf_add_format(
			    &out, "%s%s", out.octets ? ", " : "", by_words[i]);
}

static int
find_by(struct report *report, const char *by, struct err *err)
{
	char can[80] = "";

	report->by = report->kind->by;
	if (by == NULL || by[0] == '\0')
		return 0;
	for (size_t i = 0; i < BYS; i++)
		if (strcmp(by_words[i], by) == 0 &&
		    (report->kind->may & (1u << i)) != 0) {
			report->by = (enum report_by)i;
			return 0;
		}
	list_bys(can, sizeof(can), report->kind);
	return err_set(err, REPORT_BAD_BY, 0,
	    "%s is not told by %s; it is by %s", report->kind->name, by, can);
}

int
report_ask(
    struct report *report, const char *name, const char *by, struct err *err)
{
	if (find_kind(report, name, err) < 0 || find_by(report, by, err) < 0)
		return err->code;
	if (report->since_ms > TIME_MAX_MS || report->until_ms > TIME_MAX_MS)
		return err_set(
		    err, REPORT_BAD_TIME, 0, "the time is after the year 9999");
	if (report->until_ms == 0)
		report->until_ms = report->now_ms + 1; /* what is now, is */
	if (report->since_ms == 0 && report->kind->days > 0)
		report->since_ms =
		    report->until_ms - report->kind->days * DAY_MS;
	return 0;
}

/* -- areas ---------------------------------------------------------------- */

struct area {
	char name[64];
	bool inside; /* what is asked for */
};

static bool
area_add(void *arg, const struct area_row *row)
{
	struct report *r = arg;
	struct area *area = report_at(r, r->areas, &row->id);

	if (area == NULL)
		return false;
	str_copy(area->name, sizeof(area->name), str_from(row->name));
	return true;
}

static void
areas_load(struct report *r)
{
	r->areas =
	    tally_new(sizeof(int64_t), sizeof(struct area), REPORT_CELLS_MAX);
	store_area_each(r->store, area_add, r);
	for (size_t i = 0; i < tally_count(r->areas); i++) {
		struct area *area = tally_value(r->areas, i);
		int64_t id;

		memcpy(&id, tally_key(r->areas, i), sizeof(id));
		area->inside = r->area_id == 0 ||
			       store_area_within(r->store, id, r->area_id);
	}
}

bool
report_wants(struct report *r, const struct report_about *about)
{
	const struct area *area;

	if (about->time_ms < r->since_ms || about->time_ms >= r->until_ms)
		return false;
	if (r->product[0] != '\0' &&
	    (about->product == NULL || strcmp(r->product, about->product) != 0))
		return false;
	if (r->area_id == 0)
		return true;
	area = tally_find(r->areas, &about->area_id);
	return area != NULL && area->inside;
}

/* -- groups --------------------------------------------------------------- */

struct group_key {
	int64_t number;
	char text[48];
};
struct group {
	char label[64];
};

struct tm
report_local(int64_t wall_ms)
{
	time_t seconds = (time_t)(wall_ms / 1000);
	struct tm tm = {.tm_year = 70, .tm_mday = 1};

	(void)localtime_r(&seconds, &tm);
	return tm;
}

static void
put_time(char *dst, size_t dst_octets, int64_t wall_ms, enum report_by by)
{
	struct tm tm = report_local(wall_ms);

	(void)strftime(dst, dst_octets,
	    by == REPORT_BY_DAY    ? "%Y-%m-%d"
	    : by == REPORT_BY_WEEK ? "%G-W%V"
				   : "%Y-%m",
	    &tm);
}

static void
key_of(struct group_key *key, const struct report *r,
    const struct report_about *about)
{
	memset(key, 0, sizeof(*key));
	switch (r->by) {
	case REPORT_BY_ALL:
		break;
	case REPORT_BY_AREA:
		key->number = about->area_id;
		break;
	case REPORT_BY_PRODUCT:
		str_copy(
		    key->text, sizeof(key->text), str_from(about->product));
		break;
	case REPORT_BY_DAY:
	case REPORT_BY_WEEK:
	case REPORT_BY_MONTH:
		put_time(key->text, sizeof(key->text), about->time_ms, r->by);
		break;
	case REPORT_BY_SELLER:
		key->number = about->person_id;
		break;
	case REPORT_BY_LINK:
		str_copy(key->text, sizeof(key->text), str_from(about->link));
		break;
	}
}

void
report_name(struct report *r, int64_t person_id, char dst[64])
{
	struct person person = {.id = 0};
	size_t octets;

	dst[0] = '\0';
	if (person_id == 0 || !store_person_get(r->store, person_id, &person))
		return;
	octets = strlen(person.number);
	if (person.name[0] != '\0')
		str_copy(dst, 64, str_from(person.name));
	else if (octets > 4)
		snprintf(dst, 64, "...%s", person.number + octets - 4);
}

uint32_t
report_group(struct report *r, const struct report_about *about)
{
	struct group_key key;
	struct group *group;
	const struct area *area;

	key_of(&key, r, about);
	group = tally_find(r->groups, &key);
	if (group == NULL) {
		group = report_at(r, r->groups, &key);
		if (group == NULL)
			return UINT32_MAX;
		str_copy(
		    group->label, sizeof(group->label), str_from(key.text));
		area = tally_find(r->areas, &key.number);
		if (r->by == REPORT_BY_AREA && area != NULL)
			str_copy(group->label, sizeof(group->label),
			    str_from(area->name));
		if (r->by == REPORT_BY_SELLER)
			report_name(r, key.number, group->label);
	}
	return (uint32_t)tally_place(r->groups, group);
}

void *
report_at(struct report *r, struct tally *tally, const void *key)
{
	void *value = tally_at(tally, key);

	if (value == NULL)
		err_set(&r->err, REPORT_LARGE, 0,
		    "more than %d sums: ask for a shorter time, one area or "
		    "one product",
		    REPORT_CELLS_MAX);
	return value;
}

/* -- rows ----------------------------------------------------------------- */

static void
add(struct report *r, int rank, const char *label, json_t *take)
{
	struct report_row *row;

	if (r->rows_count == r->rows_room) {
		r->rows_room = r->rows_room * 2 + 64;
		r->rows = xrealloc(r->rows, r->rows_room * sizeof(*r->rows));
	}
	row = &r->rows[r->rows_count];
	row->rank = rank;
	str_copy(row->label, sizeof(row->label), str_from(label));
	row->number = r->rows_count++;
	row->text = json_dumps(take, JSON_WRITE_FLAGS);
	PANIC_UNLESS(row->text != NULL);
	json_decref(take);
}

static json_t *
named(const struct report *r, uint32_t group, json_t *take)
{
	const struct group *g = tally_value(r->groups, group);
	json_t *row = json_object();
	struct group_key key;

	PANIC_UNLESS(take != NULL);
	memcpy(&key, tally_key(r->groups, group), sizeof(key));
	if (r->by != REPORT_BY_ALL)
		json_object_set_new(
		    row, by_words[r->by], report_text(g->label));
	if (r->by == REPORT_BY_SELLER)
		json_object_set_new(row, "person", json_integer(key.number));
	json_object_update(row, take);
	json_decref(take);
	return row;
}

void
report_add(struct report *r, uint32_t group, json_t *take)
{
	const struct group *g = tally_value(r->groups, group);

	add(r, 0, g->label, named(r, group, take));
}

void
report_add_as(
    struct report *r, uint32_t group, int rank, const char *key, json_t *take)
{
	json_t *row = named(r, group, take);

	add(r, rank, json_text(row, key, ""), row);
}

static int
by_label(const void *a, const void *b)
{
	const struct report_row *x = a, *y = b;
	int order = x->rank - y->rank;

	if (order == 0)
		order = strcmp(x->label, y->label);
	return order != 0 ? order : x->number < y->number ? -1 : 1;
}

json_t *
report_money(const struct report *r, int64_t minor)
{
	int64_t scale = 1;

	for (int i = 0; i < r->market.currency_places; i++)
		scale *= 10;
	if (minor % scale == 0)
		return json_integer(minor / scale);
	return json_real((double)minor / (double)scale);
}

json_t *
report_text(const char *text)
{
	return json_clean(text, strlen(text));
}

json_t *
report_real(double value)
{
	return json_real((double)(int64_t)(value * 1000 + 0.5) / 1000);
}

const char *
report_currency(const struct report *r, const char *code)
{
	return code[0] != '\0' ? code : r->market.currency;
}

/* -- making --------------------------------------------------------------- */

int
report_make(struct report *r, struct store *reader)
{
	r->store = reader;
	r->err = (struct err){.code = 0};
	if (r->area[0] != '\0') {
		r->area_id = store_area_find(reader, r->area);
		if (r->area_id == 0)
			return err_set(&r->err, REPORT_BAD_AREA, 0,
			    "there is no area %s", r->area);
	}
	r->groups = tally_new(
	    sizeof(struct group_key), sizeof(struct group), REPORT_CELLS_MAX);
	areas_load(r);
	r->kind->fn(r);
	if (r->rows_count > 1)
		qsort(r->rows, r->rows_count, sizeof(*r->rows), by_label);
	if (r->err.code == 0 && store_failed(reader, &r->err) != 0)
		r->err.code = REPORT_STORE;
	tally_free(&r->groups);
	tally_free(&r->areas);
	return r->err.code;
}

void
report_free(struct report *r)
{
	for (size_t i = 0; i < r->rows_count; i++)
		free(r->rows[i].text);
	free(r->rows);
	r->rows = NULL;
	r->rows_count = r->rows_room = 0;
}
