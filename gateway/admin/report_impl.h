/* report_impl - what the reports share; for the files report_*.c only. */
#ifndef GATEWAY_ADMIN_REPORT_IMPL_H
#define GATEWAY_ADMIN_REPORT_IMPL_H

#include <time.h>

#include <jansson.h>

#include "gateway/admin/report.h"
#include "gateway/admin/tally.h"
#include "gateway/store/store_figures.h"

/* What a row may belong to, by one of which reports are split. */
struct report_about {
	int64_t person_id, area_id, time_ms;
	const char *product; /* NULL is "" */
	const char *link; /* NULL is "" */
};

/* In the area, of the product, and in the time asked for? */
bool report_wants(struct report *report, const struct report_about *about);
/* The group's place; UINT32_MAX when there are too many (err is set). */
uint32_t report_group(struct report *report, const struct report_about *about);

/* Takes the row's object and puts the group's name before it. */
void report_add(struct report *report, uint32_t group, json_t *take);
/* The same, put in order by rank, then by that text of the row. */
void report_add_as(struct report *report, uint32_t group, int rank,
    const char *key, json_t *take);
json_t *report_money(const struct report *report, int64_t minor);
/* Rows may come from a file that others wrote: bad UTF-8 is mended. */
json_t *report_text(const char *text);
/* The market's time; the epoch for what is no time. */
struct tm report_local(int64_t wall_ms);
/* To three decimals: more says nothing; not below zero. */
json_t *report_real(double value);
/* "": the market's. */
const char *report_currency(const struct report *report, const char *code);
/* NULL (err is set) instead of an entry too many. */
void *report_at(struct report *report, struct tally *tally, const void *key);
/* A person's name, else the end of their number. */
void report_name(struct report *report, int64_t person_id, char dst[64]);

/* -- report_ledger.c: sums of one person in one group ---------------------- */

struct report_goods {
	char product[48], unit[16], currency[8];
};
struct report_cell_key {
	uint32_t group, goods;
	int64_t person_id;
};
struct report_cell {
	int64_t lines; /* incomes less reversals */
	int64_t qty_milli, grams, minor, paid_minor;
	int64_t unweighed; /* of qty_milli, what nobody knows the weight of */
	int64_t first;
	int64_t marked;
};
struct report_cells {
	struct tally *goods; /* struct report_goods -> nothing */
	struct tally *cells; /* struct report_cell_key -> report_cell */
};

/* -- the reports ----------------------------------------------------------- */

void report_sales(struct report *report);
void report_income(struct report *report);
void report_impact(struct report *report);
void report_answers(struct report *report);
void report_fairness(struct report *report);
void report_day(struct report *report);
void report_feedback(struct report *report);

#endif
