/* cmd_report - figures: what was sold, who earned, who was asked, who owes. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

#define MONEY COLUMN_MONEY, false
#define NUMBER COLUMN_NUMBER, false
#define TEXT COLUMN_TEXT, false
#define END                                                                    \
	{                                                                      \
		NULL, NULL, TEXT                                               \
	}

static const struct column sales[] = {
    {"product", "PRODUCT", TEXT},
    {"quantity", "QUANTITY", NUMBER},
    {"unit", "UNIT", TEXT},
    {"kg", "KG", NUMBER},
    {"lines", "LINES", NUMBER},
    {"sellers", "SELLERS", NUMBER},
    {"amount", "AMOUNT", MONEY},
    {"currency", "", TEXT},
    END,
};

static const struct column income[] = {
    {"households", "HOUSEHOLDS", NUMBER},
    {"first", "FIRST TIME", NUMBER},
    {"lines", "LINES", NUMBER},
    {"amount", "ACCEPTED", MONEY},
    {"paid", "PAID", MONEY},
    {"currency", "", TEXT},
    {"marked_share", "PROTECTED", NUMBER},
    END,
};

static const struct column impact[] = {
    {"reached", "REACHED", NUMBER},
    {"households", "EARNED", NUMBER},
    {"first", "FIRST TIME", NUMBER},
    {"lines", "LINES", NUMBER},
    {"amount", "AMOUNT", MONEY},
    {"currency", "", TEXT},
    END,
};

static const struct column answers[] = {
    {"asked", "ASKED", NUMBER},
    {"yes", "YES", NUMBER},
    {"no", "NO", NUMBER},
    {"expired", "EXPIRED", NUMBER},
    {"withdrawn", "WITHDRAWN", NUMBER},
    {"open", "OPEN", NUMBER},
    {"yes_share", "YES SHARE", NUMBER},
    {"median_minutes", "MEDIAN MIN", NUMBER},
    {"waiting_minutes", "WAITING MIN", NUMBER},
    END,
};

static const struct column fairness[] = {
    {"sellers", "SELLERS", NUMBER},
    {"jain", "JAIN", NUMBER},
    {"gini", "GINI", NUMBER},
    {"jain_cheapest", "IF CHEAPEST: JAIN", NUMBER},
    {"gini_cheapest", "GINI", NUMBER},
    {"days_median", "DAYS: MEDIAN", NUMBER},
    {"days_p90", "P90", NUMBER},
    {"days_most", "MOST", NUMBER},
    {"none_30_days", "NONE IN 30 DAYS", NUMBER},
    END,
};

static const struct column feedback[] = {
    {"opened", "OPENED", NUMBER},
    {"answered", "ANSWERED", NUMBER},
    {"closed", "CLOSED", NUMBER},
    {"median_days", "MEDIAN DAYS", NUMBER},
    END,
};

static const struct column day[] = {
    {"what", "", TEXT},
    {"seller", "SELLER", TEXT},
    {"seller_phone", "PHONE", TEXT},
    {"quantity", "", NUMBER},
    {"unit", "", TEXT},
    {"product", "PRODUCT", TEXT},
    {"buyer", "BUYER", TEXT},
    {"buyer_phone", "PHONE", TEXT},
    {"place", "PLACE", TEXT},
    {"day", "DAY", TEXT},
    {"due", "DUE", MONEY},
    {"currency", "", TEXT},
    {"code", "CODE", COLUMN_CODE, false},
    {"line", NULL, NUMBER},
    END,
};

/* As gateway/admin/report.c has them: how each is told unless asked. */
static const struct {
	const char *name, *by;
	const struct column *columns;
	const char *nothing;
} reports[] = {
    {"sales", "product", sales, "nothing was sold"},
    {"income", "area", income, "nobody earned anything"},
    {"impact", "month", impact, "nobody was asked"},
    {"answers", "seller", answers, "nobody was asked"},
    {"fairness", "all", fairness, "nobody sold anything"},
    {"feedback", "area", feedback, "nobody told us anything"},
    {"day", "all", day, "nothing is to be brought, nobody owes"},
};

#define REPORTS (sizeof(reports) / sizeof(reports[0]))

struct wishes {
	struct args args;
	const char *by, *since, *until, *area, *product, *date;
	int64_t since_ms, until_ms;
	size_t which;
};

/* -- columns -------------------------------------------------------------- */

static void
add_column(
    struct column columns[OUTPUT_COLUMNS], size_t *count, struct column column)
{
	if (*count + 1 < OUTPUT_COLUMNS)
		columns[(*count)++] = column;
}

static const char *
title_of(const char *by)
{
	static const char *const titles[][2] = {{"area", "AREA"},
	    {"product", "PRODUCT"}, {"day", "DAY"}, {"week", "WEEK"},
	    {"month", "MONTH"}, {"seller", "SELLER"}, {"link", "LINK"}};

	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		if (strcmp(titles[i][0], by) == 0)
			return titles[i][1];
	return NULL;
}

static void
columns_of(struct column columns[OUTPUT_COLUMNS], const struct wishes *w)
{
	const char *by = w->by != NULL ? w->by : reports[w->which].by;
	const char *title = title_of(by);
	const struct column *c = reports[w->which].columns;
	size_t count = 0;

	if (title != NULL)
		add_column(columns, &count, (struct column){by, title, TEXT});
	if (strcmp(by, "seller") == 0)
		add_column(
		    columns, &count, (struct column){"person", NULL, NUMBER});
	for (; c->key != NULL; c++)
		if (strcmp(c->key, by) != 0)
			add_column(columns, &count, *c);
	if (strcmp(by, "seller") == 0 && reports[w->which].columns == answers)
		add_column(
		    columns, &count, (struct column){"link", "LINK", TEXT});
	columns[count] = (struct column)END;
}

/* -- asking --------------------------------------------------------------- */

/* Each page is made anew up to the same moment. */
static int
ask_pages(struct client *client, const struct wishes *w, struct output *out)
{
	char path[1024], until[40] = "";
	int64_t after = 0;

	do {
		struct buf b = buf_over(path, sizeof(path));
		json_t *reply = NULL;
		const json_t *items;

		buf_add_text(&b, "report");
		client_part(&b, w->args.words[0]);
		client_query(&b, "by", w->by);
		client_query(&b, "area", w->area);
		client_query(&b, "product", w->product);
		client_query(&b, "date", w->date);
		if (w->since != NULL)
			client_query_int(&b, "since", w->since_ms);
		if (w->until != NULL)
			client_query_int(&b, "until", w->until_ms);
		else
			client_query(&b, "until", until);
		if (after > 0)
			client_query_int(&b, "after", after);
		if (client_get(client, path, &reply) != EXIT_DONE)
			return EXIT_FAILED;
		items = json_object_get(reply, "items");
		for (size_t i = 0; i < json_array_size(items); i++)
			output_row(out, json_array_get(items, i));
		str_copy(until, sizeof(until),
		    str_from(json_text(reply, "until", "")));
		after = json_int(reply, "next", 0);
		json_decref(reply);
	} while (after > 0);
	return EXIT_DONE;
}

static int
check(struct wishes *w)
{
	int64_t now_ms = clock_wall_ms(clock_system());

	if (w->args.count != 1)
		return usage(&cmd_report, "which report?");
	while (w->which < REPORTS &&
	       strcmp(reports[w->which].name, w->args.words[0]) != 0)
		w->which++;
	if (w->which == REPORTS)
		return usage(
		    &cmd_report, "there is no report \"%s\"", w->args.words[0]);
	if (w->since != NULL && !options_time(&w->since_ms, w->since, now_ms))
		return usage(&cmd_report, "--since takes 30d, or 2026-05-31");
	if (w->until != NULL && !options_time(&w->until_ms, w->until, now_ms))
		return usage(&cmd_report, "--until takes 30d, or 2026-05-31");
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.by = NULL};
	const struct option_spec specs[] = {
	    {"by", 0, &w.by, NULL},
	    {"since", 0, &w.since, NULL},
	    {"until", 0, &w.until, NULL},
	    {"area", 0, &w.area, NULL},
	    {"product", 0, &w.product, NULL},
	    {"date", 0, &w.date, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct column columns[OUTPUT_COLUMNS];
	struct client *client;
	struct output *out;
	int rc = options_read(&w.args, &cmd_report, cli, argc, argv, specs);
	int end;

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&w);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	columns_of(columns, &w);
	out = output_begin(w.args.format, columns);
	rc = ask_pages(client, &w, out);
	end =
	    output_end(&out, rc == EXIT_DONE ? reports[w.which].nothing : NULL);
	client_free(&client);
	return rc != EXIT_DONE ? rc : end;
}

const struct command cmd_report = {
    .name = "report",
    .usage = "report sales|income|impact|answers|fairness|feedback|day\n"
	     "              [--by WORD] [--since 2026-11-01] [--until "
	     "2026-12-01]\n"
	     "              [--area AREA] [--product PRODUCT] [--date "
	     "2026-11-28]",
    .summary = "figures: sales, income, answers, fairness, the day sheet",
    .help =
	"sales     what was sold: accepted quantity and sum\n"
	"income    households that earned, for the first time, accepted and "
	"paid, and\n"
	"          the share of protected households (of five of them and "
	"five others\n"
	"          at least, else it is left empty)\n"
	"impact    households reached (asked), earned, for the first time; per "
	"month\n"
	"answers   who was asked and answered how, how fast, and who lets us "
	"wait\n"
	"fairness  Jain's index and Gini over income by weight, days since "
	"the last\n"
	"          question, beside what \"the cheapest first\" had made of "
	"it\n"
	"feedback  what people told us: opened, answered, closed, days until "
	"closed\n"
	"day       the day sheet, to print: who brings what to whom, who owes "
	"whom\n\n"
	"--by WORD       area product day week month seller link all: where "
	"it makes\n"
	"                sense\n"
	"--since, --until  from, and before; a date begins at midnight\n"
	"--area AREA     with all the areas in it\n"
	"--date DAY      the day sheet of another day\n\n"
	"Figures come from the ledger's rows alone: whoever has the file gets "
	"the same.\n"
	"A sum below zero is an income that was taken back in that time.\n",
    .fn = run,
};
