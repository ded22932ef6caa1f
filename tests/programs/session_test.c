/* What the command line shows of dialogues by USSD. */
#include "tests/programs/cli_kit.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"

/* One daemon for all of it: only the last test changes anything. */
static int
open_kit(void **state)
{
	struct cli_kit *kit = calloc(1, sizeof(*kit));

	cli_kit_open_dialled(kit);
	*state = kit;
	return 0;
}

static int
close_kit(void **state)
{
	cli_kit_close(*state);
	free(*state);
	return 0;
}

static void
has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

/* The texts of all rows, "|" behind each. */
static void
says(const struct cli_kit *k, const char *texts)
{
	char said[4096] = "";
	int lines = 0;

	for (const char *at = k->out; *at != '\0'; at++)
		lines += *at == '\n';
	for (int i = 0; i < lines; i++) {
		json_t *row = cli_kit_line(k, i);
		size_t n = strlen(said);

		snprintf(said + n, sizeof(said) - n, "%s|",
		    json_text(row, "text", ""));
		json_decref(row);
	}
	assert_string_equal(said, texts);
}

#define ALL                                                                    \
	"want 5kg maize|*384*96#|1 Buy\n2 Sell|*384*96#|1 Buy|****|Sent "      \
	"#K7F.|"
#define DIALLED "*384*96#|1 Buy\n2 Sell|*384*96#|1 Buy|****|Sent #K7F.|"

static void
dialogues_stand_between_the_texts(void **state)
{
	struct cli_kit *k = *state;
	json_t *row;
	cli_kit_run(k, "log", "--json", NULL);
	says(k, ALL);
	row = cli_kit_line(k, 1);
	cli_kit_keys(row,
	    "id time direction link phone text state cause order session "
	    "turn");
	assert_string_equal(json_text(row, "kind", ""), "ussd");
	assert_string_equal(json_text(row, "link", ""), "at");
	assert_string_equal(json_text(row, "phone", ""), "+254722000009");
	assert_string_equal(json_text(row, "direction", ""), "in");
	json_decref(row);
	cli_kit_run(k, "log", "--json", "--kind", "ussd", NULL);
	says(k, DIALLED);
	cli_kit_run(k, "log", "--json", "--kind=sms", NULL);
	says(k, "want 5kg maize|");
	cli_kit_run(k, "log", "--json", "--phone", "0722000008", NULL);
	says(k, "*384*96#|1 Buy|");
	cli_kit_run(k, "log", "--json", "--link", "at", NULL);
	says(k, DIALLED);
	cli_kit_run(k, "log", "--json", "--state", "received", NULL);
	says(k, "want 5kg maize|");
}

static void
the_newest_of_both(void **state)
{
	static const char *const newest[] = {"Sent #K7F.|", "****|Sent #K7F.|",
	    "1 Buy|****|Sent #K7F.|", "*384*96#|1 Buy|****|Sent #K7F.|",
	    "1 Buy\n2 Sell|*384*96#|1 Buy|****|Sent #K7F.|", DIALLED, ALL, ALL};
	struct cli_kit *k = *state;
	char limit[12];
	for (int i = 0; i < 8; i += 3) {
		snprintf(limit, sizeof(limit), "%d", i + 1);
		cli_kit_run(k, "log", "--json", "-n", limit, NULL);
		says(k, newest[i]);
	}
	cli_kit_run(k, "log", "-n", "1", NULL);
	assert_int_equal(k->status, 0);
	has(k->out, "u1.2  2026-09-21 14:14  out  at    +254722000009  shown");
	cli_kit_run(
	    k, "log", "--since", "2026-09-21T14:14:21Z", "--json", NULL);
	says(k, "*384*96#|1 Buy|****|Sent #K7F.|");
}

/* Each row once, whatever is asked for again. */
static void
both_are_followed(void **state)
{
	struct cli_kit *k = *state;
	struct pollfd p = {.events = POLLIN};
	char text[8192];
	size_t n = 0;
	int pid;
	p.fd = cli_kit_start(k, &pid, "log", "-f", "--json", "-n", "2", NULL);
	while (strstr(text, "later") == NULL || n == 0) {
		assert_int_equal(poll(&p, 1, 20000), 1);
		ssize_t got = read(p.fd, text + n, sizeof(text) - 1 - n);
		assert_true(got > 0);
		if (n == 0)
			cli_kit_run(k, "send", "0722000002", "later", NULL);
		n += (size_t)got;
		text[n] = '\0';
	}
	assert_null(strstr(text, "maize"));
	assert_null(strstr(text, "1 Buy"));
	has(text, "Sent #K7F.");
	assert_null(strstr(strstr(text, "Sent #K7F.") + 1, "Sent #K7F."));
	cli_kit_stop(pid);
	close(p.fd);
}

static void
sessions_are_listed(void **state)
{
	struct cli_kit *k = *state;
	cli_kit_run(k, "session", "list", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out,
	    "ID  DIALLED           CHANNEL  PHONE          CODE      STATE    "
	    "TURNS  SCREEN  ORDER  WHY\n"
	    " 2  2026-09-21 14:14  at       +254722000008  *384*96#  waiting  "
	    "    1  home\n"
	    " 1  2026-09-21 14:14  at       +254722000009  *384*96#  done     "
	    "    2  home    #K7F\n");
	cli_kit_run(k, "session", "list", "--open", "--json", NULL);
	json_t *row = cli_kit_line(k, 0);
	cli_kit_keys(row,
	    "id channel phone code dialled state reason opened seen closed "
	    "turns screen order lang network");
	assert_int_equal(json_int(row, "id", 0), 2);
	json_decref(row);
	cli_kit_run(k, "session", "list", "--limit=1", "--csv", NULL);
	has(k->out, "\n2,");
	assert_null(strstr(k->out, "\n1,"));
	cli_kit_run(k, "session", "list", "--phone", "0722999999", NULL);
	has(k->err, "no sessions");
}

static void
one_session_is_shown(void **state)
{
	struct cli_kit *k = *state;
	cli_kit_run(k, "session", "show", "1", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out, "session   1 on at, by +254722000009\n"
				    "dialled   *384*96#\n"
				    "opened    2026-09-21 14:14\n"
				    "closed    2026-09-21 14:14\n"
				    "state     done\n"
				    "screen    home\n"
				    "order     K7F\n"
				    "language  sw\n"
				    "their id  AT-77\n"
				    "\n"
				    "14:14:20  > *384*96#\n"
				    "          < 1 Buy\n"
				    "            2 Sell\n"
				    "14:14:23  > ****\n"
				    "          < Sent #K7F.\n");
	/* What admins read is their own time, as everywhere in tables. */
	setenv("CLI_KIT_TZ", "EAT-3", 1);
	cli_kit_run(k, "log", "show", "u1.2", NULL);
	unsetenv("CLI_KIT_TZ");
	has(k->out, "session   1 on at");
	has(k->out, "opened    2026-09-21 17:14\n");
	has(k->out, "17:14:23  > ****\n");
	cli_kit_run(k, "session", "show", "77", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "there is no session 77");
}

static void
channels_are_in_the_status(void **state)
{
	struct cli_kit *k = *state;
	cli_kit_run(k, "status", NULL);
	assert_int_equal(k->status, 0);
	has(k->out,
	    "CHANNEL  KIND            STATE  OPEN  DIALLED/H  ANSWERS/H  "
	    "REFUSED/H  LATE/H  LAST ERROR\n"
	    "at       africastalking  up        1          0          3  ");
}

static void
it_is_dialled_in_the_terminal(void **state)
{
	struct cli_kit *k = *state;
	cli_kit_run(
	    k, "ussd-sim", "--phone=0722000001", "--script", "1, 9", NULL);
	assert_int_equal(k->status, 0);
	assert_string_equal(k->out, "> *384*96#\n"
				    "| You said\n"
				    "| 384*96\n"
				    "`- 15/160 septets\n"
				    "> 1\n"
				    "| You said\n"
				    "| 1\n"
				    "`- 10/160 septets\n"
				    "> 9\n"
				    "| You said\n"
				    "| 9\n"
				    "`- 10/160 septets, the end\n");
	cli_kit_run(k, "ussd-sim", "--phone=0722000001", "--script",
	    "\342\202\254,"
	    "\346\226\244",
	    "--direct=*384*96*5#", NULL);
	has(k->out, "> *384*96*5#\n| You said\n| *384*96*5#\n");
	has(k->out, "| \342\202\254\n`- 11/160 septets\n"); /* an escape */
	has(k->out, "| \346\226\244\n`- 10/70 units\n");
	cli_kit_run(k, "ussd-sim", "--phone=0722000001", "--script", "",
	    "--json", NULL);
	json_t *reply = cli_kit_line(k, 0);
	cli_kit_keys(
	    reply, "status text go_on turn session_id code septets units");
	json_decref(reply);
	/* What was not asked for was not answered. */
	cli_kit_run(
	    k, "ussd-sim", "--phone=0722000001", "--script", "9,1", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "it ended before 1 was answered");
	cli_kit_run(k, "ussd-sim", "--phone", "12", "--script=1", NULL);
	assert_int_equal(k->status, 1);
	has(k->err, "no number of a phone");
}

static void
wrong_usage_is_two(void **state)
{
	static const char *const words[][5] = {
	    {"session"},
	    {"session", "show"},
	    {"session", "list", "--since", "soon"},
	    {"ussd-sim"},
	    {"ussd-sim", "--phone=1", "--code=1", "--direct=2"},
	    {"log", "--kind", "fax"},
	    {"log", "--kind=ussd", "--state", "queued"},
	    {"log", "search", "maize", "--kind=ussd"},
	};
	struct cli_kit *k = *state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		cli_kit_run(k, words[i][0], words[i][1], words[i][2],
		    words[i][3], words[i][4], NULL);
		if (k->status != 2)
			fail_msg(
			    "%s %s: %d", words[i][0], words[i][1], k->status);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dialogues_stand_between_the_texts),
	    cmocka_unit_test(the_newest_of_both),
	    cmocka_unit_test(sessions_are_listed),
	    cmocka_unit_test(one_session_is_shown),
	    cmocka_unit_test(channels_are_in_the_status),
	    cmocka_unit_test(it_is_dialled_in_the_terminal),
	    cmocka_unit_test(wrong_usage_is_two),
	    cmocka_unit_test(both_are_followed),
	};
	return cmocka_run_group_tests(tests, open_kit, close_kit);
}
