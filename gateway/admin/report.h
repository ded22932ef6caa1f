/* report - figures from the rows: who sold what, who earned, who was asked.
 *
 * In: what is asked for (struct report, filled by report_ask()), and a reader
 *     of the store that belongs to the calling thread alone.
 * Out: rows, in order, each a JSON object as text; money as decimals.
 * Everything is added up from rows of the ledger (and of proposals, offers and
 * feedback where the report is about them), a slice at a time, so that whoever
 * has the file gets the same figures.  Days, weeks and months are the market's.
 * Limits: REPORT_CELLS_MAX sums at once; more is refused with the advice to
 *     narrow it, and never eats the memory.
 * Not here: threads and HTTP (api_report). */
#ifndef GATEWAY_ADMIN_REPORT_H
#define GATEWAY_ADMIN_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "gateway/core/market.h"
#include "gateway/store/store.h"

#define REPORT_CELLS_MAX 1000000
#define REPORT_MARKED_MIN 5 /* households in a sum about protected ones */

enum report_by {
	REPORT_BY_ALL,
	REPORT_BY_AREA,
	REPORT_BY_PRODUCT,
	REPORT_BY_DAY,
	REPORT_BY_WEEK, /* ISO: 2026-W48 */
	REPORT_BY_MONTH,
	REPORT_BY_SELLER,
	REPORT_BY_LINK,
};

enum report_error {
	REPORT_UNKNOWN = -1, /* no such report */
	REPORT_BAD_BY = -2, /* it cannot be split like that */
	REPORT_BAD_AREA = -3,
	REPORT_BAD_TIME = -6,
	REPORT_LARGE = -4, /* more sums than REPORT_CELLS_MAX */
	REPORT_STORE = -5, /* a read failed */
};

struct report_kind;
struct tally;

/* As text, for a hundred thousand rows of it take a tenth of the memory. */
struct report_row {
	char *text; /* a JSON object */
	int rank; /* in order by rank, label, number */
	char label[64];
	size_t number;
};

struct report {
	/* What is asked. */
	const struct report_kind *kind;
	enum report_by by;
	int64_t since_ms, until_ms; /* from, and before */
	int64_t now_ms;
	char area[64]; /* and the areas in it; "": all */
	char product[48]; /* "": all */
	struct market market; /* a copy: ours */

	/* Set by report_make(); report_free() takes the rows. */
	struct report_row *rows;
	size_t rows_count, rows_room;
	struct err err;

	/* Inside. */
	struct store *store;
	int64_t area_id;
	struct tally *areas, *groups;
};

/* Fills in what is not asked for: by, since, until (0), from the kind's
 * defaults.  `by` may be NULL.  0, or negative enum report_error. */
int report_ask(
    struct report *report, const char *name, const char *by, struct err *err);
/* 0 with rows, or negative with report->err. */
int report_make(struct report *report, struct store *reader);
void report_free(struct report *report);

/* Words of `--by`, for help and errors. */
const char *report_by_word(enum report_by by);

#endif
