/* The machines of the trade: drawn into docs/machines.md, and what they
 * must never allow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/core/session_life.h"
#include "handlers/line.h"
#include "handlers/proposal.h"
#include "handlers/sale.h"

#define PAGE FURROW_SOURCE "/docs/machines.md"

static void
draw_acts(const struct fsm_table *table, FILE *out)
{
	fprintf(out, "| state | takes |\n|---|---|\n");
	for (int s = 0; s < table->states_count; s++) {
		fprintf(out, "| %s |", table->states[s].name);
		for (int e = 0; e < table->events_count; e++)
			if (table->states[s].events & FSM_BIT(e))
				fprintf(out, " %s", table->event_names[e]);
		fprintf(out, " |\n");
	}
}

static void
draw(const struct fsm_table *table, const char *about, FILE *out)
{
	fprintf(out, "\n## %s\n\n%s\n\n```\n", table->name, about);
	fsm_draw(table, out);
	fprintf(out, "```\n");
	if (table->events_count == 0)
		return; /* moved by time and by what it holds */
	fprintf(out, "\n");
	draw_acts(table, out);
}

static char *
page(size_t *octets)
{
	char *text = NULL;
	FILE *out = open_memstream(&text, octets);

	assert_non_null(out);
	fprintf(out,
	    "# The machines of the trade\n\n"
	    "Drawn from the tables in handlers/line.c, "
	    "handlers/proposal.c,\nhandlers/sale.c and "
	    "gateway/core/session_life.c "
	    "by\ntests/handlers/machine_test (`make "
	    "update-golden` writes it anew).  A move that\nis not here is "
	    "refused, logged and answered politely.\n");
	draw(line_table(),
	    "One line of an order.  `fulfilled` may be entered again: the "
	    "other side says so,\nor a day goes by (`settle`).  A state that "
	    "follows itself is the same line put\nto the next seller.",
	    out);
	draw(proposal_table(),
	    "One seller asked for one line.  What was declined, expired or "
	    "withdrawn may\nstill be accepted while the line is free.",
	    out);
	draw(sale_table(),
	    "A sale with an end.  `asked`: it was doubtful, and the seller is "
	    "asked first.",
	    out);
	draw(session_life_table(),
	    "A dialogue by USSD.  `open` is the state within a turn, which no "
	    "committed row is\nin.  What is `done` is `lost` after all when "
	    "its last screen could not be shown;\nwhat was dropped or lost "
	    "goes on when a late answer comes.",
	    out);
	fclose(out);
	return text;
}

static void
drawing_is_current(void **state)
{
	size_t octets = 0, got;
	char *text = page(&octets), *old;
	FILE *file;

	(void)state;
	if (getenv("FURROW_UPDATE_GOLDEN") != NULL) {
		file = fopen(PAGE, "w");
		assert_non_null(file);
		fwrite(text, 1, octets, file);
		fclose(file);
	}
	file = fopen(PAGE, "re");
	assert_non_null(file);
	old = calloc(1, octets + 2);
	assert_non_null(old);
	got = fread(old, 1, octets + 1, file);
	fclose(file);
	assert_int_equal(got, octets);
	assert_memory_equal(old, text, octets);
	free(old);
	free(text);
}

static void
lines_end(void **state)
{
	(void)state;
	for (int to = 1; to <= LINE_FAILED; to++)
		assert_false(line_allows(LINE_CANCELLED, (enum line_state)to));
	assert_false(line_allows(LINE_FULFILLED, LINE_CANCELLED));
	assert_false(line_allows(LINE_UNFILLED, LINE_CONFIRMED));
	assert_false(line_allows(LINE_FAILED, LINE_FULFILLED));
	assert_false(line_takes(LINE_OFFERED, LINE_ACT_HAND_OVER));
	assert_false(line_takes(LINE_FULFILLED, LINE_ACT_NOSHOW));
	assert_false(line_takes((enum line_state)77, LINE_ACT_PAY));
	assert_true(line_takes(LINE_CONFIRMED, LINE_ACT_HAND_OVER));
}

/* Every state can be reached from "new", and every one that is not an end
 * leads to one. */
static void
nothing_is_stuck(void **state)
{
	const struct fsm_table *tables[] = {
	    line_table(), proposal_table(), session_life_table()};

	(void)state;
	for (size_t t = 0; t < 3; t++) {
		uint32_t reached = FSM_BIT(0), before;

		do {
			before = reached;
			for (int s = 0; s < tables[t]->states_count; s++)
				if (reached & FSM_BIT(s))
					reached |= tables[t]->states[s].next;
		} while (reached != before);
		assert_int_equal(reached, FSM_BIT(tables[t]->states_count) - 1);
	}
}

static void
proposals_end(void **state)
{
	(void)state;
	assert_false(proposal_allows(PROPOSAL_ACCEPTED, PROPOSAL_OPEN));
	assert_false(proposal_allows(PROPOSAL_EXPIRED, PROPOSAL_DECLINED));
	assert_false(proposal_allows(PROPOSAL_DECLINED, PROPOSAL_OPEN));
	assert_true(proposal_allows(PROPOSAL_EXPIRED, PROPOSAL_ACCEPTED));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(drawing_is_current),
	    cmocka_unit_test(lines_end),
	    cmocka_unit_test(nothing_is_stuck),
	    cmocka_unit_test(proposals_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
