/* docs/modem-machine.md is drawn from the tables; UPDATE_GOLDEN=1 writes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "modem/modem.h"
#include "modem/modem_ladder.h"

#define PAGE FURROW_SOURCE "/docs/modem-machine.md"

static const char *
seconds(char *dst, size_t octets, enum modem_time time)
{
	int64_t ms = modem_time_row(time)->default_ms;
	snprintf(dst, octets, "%g s", (double)ms / 1000);
	return dst;
}

static void
draw_ladder(FILE *out)
{
	fprintf(out,
	    "\n## The ladder\n\nEach rung once, from above to below; "
	    "what cannot be done is passed by.  What\nhelped is done again; "
	    "after %lld min without trouble it begins anew.\n\n"
	    "| rung | what is done | opened again after | silent meanwhile "
	    "for | cured when |\n|---|---|---|---|---|\n",
	    (long long)modem_time_row(MODEM_T_HEALTHY)->default_ms / 60000);
	for (int i = MODEM_RUNG_RESYNC; i < MODEM_RUNGS; i++) {
		char wait[24], patience[24];
		const struct ladder_row *row = ladder_row((enum modem_rung)i);
		fprintf(out, "| %s | %s | %s | %s | %s |\n", row->name,
		    row->does, seconds(wait, sizeof(wait), row->wait),
		    seconds(patience, sizeof(patience), row->patience),
		    row->cured);
	}
}

static char *
page(size_t *octets)
{
	char *text = NULL;
	FILE *out = open_memstream(&text, octets);
	assert_non_null(out);
	fprintf(out,
	    "# The machine of a modem\n\n"
	    "Drawn from the tables in modem/ by "
	    "tests/modem/modem_page_test (`make\nupdate-golden` writes it "
	    "anew).\n\n## modem\n\n`resync`: a command was not answered, "
	    "and nothing is written until every answer\nthat may still be "
	    "owed has come.  `restarting`: a restart command, a USB reset "
	    "or\nthe reset-command is under way.\n\n```\n");
	modem_draw(out);
	fprintf(out, "```\n");
	draw_ladder(out);
	fclose(out);
	return text;
}

static void
page_is_current(void **state)
{
	size_t octets = 0;
	char *text = page(&octets);
	char *old = calloc(1, octets + 2);
	(void)state;
	assert_non_null(old);
	if (getenv("UPDATE_GOLDEN") != NULL) {
		FILE *file = fopen(PAGE, "w");
		assert_non_null(file);
		assert_int_equal(fwrite(text, 1, octets, file), octets);
		fclose(file);
	}
	FILE *file = fopen(PAGE, "r");
	assert_non_null(file);
	assert_int_equal(fread(old, 1, octets + 1, file), octets);
	fclose(file);
	assert_string_equal(old, text);
	free(old);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(page_is_current),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
