#include "bench/fault_play.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/fault_count.h"
#include "tests/scenario/daemon_kit.h"

#define ASK_MOST_MS 30000
#define PARTS 5
#define GOES_ON 0x20 /* TP-ST 20 to 3F: the service centre tries on */

static void wrong(struct fault_play_run *run, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
wrong(struct fault_play_run *run, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "  play ");
	vfprintf(stderr, format, args);
	fprintf(stderr, "\n");
	va_end(args);
	run->wrong++;
}

/* -- codes to the operator ------------------------------------------------- */

/* In a child, for it may wait long.  Ends with 0: as it should be. */
static void
ask_operator(const char *form, bool wants_answer)
{
	char out[1000] = "";
	int64_t from_ms = kit_now_ms();
	int status = kit_furrow(out, sizeof(out), "ussd", "a", "*144#", NULL);
	int took_ms = (int)(kit_now_ms() - from_ms);
	/* Of what was cut off on its way the beginning is shown. */
	const char *words =
	    strcmp(form, "cut") == 0 ? "Balance: KES" : "Balance: KES 152.30";
	bool right = strstr(out, words) != NULL;
	bool good = status == 0 ? right : status == 1 && !wants_answer;
	if (!good || took_ms > ASK_MOST_MS)
		fprintf(stderr, "  play form \"%s\": exit %d after %d ms: %s\n",
		    form, status, took_ms, out);
	_exit(!good || took_ms > ASK_MOST_MS);
}

static void
end_asker(struct fault_play_run *run, int options)
{
	int status;
	if (run->asker <= 0 || waitpid(run->asker, &status, options) <= 0)
		return;
	run->wrong += !WIFEXITED(status) || WEXITSTATUS(status) != 0;
	run->asker = 0;
}

static void
start_asker(struct fault_play_run *run, const char *form, bool wants_answer)
{
	run->nth++;
	run->asker = fork();
	if (run->asker == 0)
		ask_operator(form, wants_answer);
}

static void
set_form(struct fault_play_run *run, const char *form)
{
	bool silent = strcmp(form, "silent") == 0;
	if (sim_tell(run->sim, "{s:s, s:s, s:s, s:i}", "do", "fault", "modem",
		"a", "fault", "ussd-silent", "count", silent ? -1 : 0) != 0 ||
	    sim_tell(run->sim, "{s:s, s:s, s:s, s:s, s:i}", "do", "fault",
		"modem", "a", "fault", "ussd-form", "line", form, "count",
		silent || form[0] == '\0' ? 0 : -1) != 0)
		wrong(run, "simnet: %s", sim_why(run->sim));
}

static void
ask_in_forms(struct fault_play_run *run)
{
	static const char *const forms[] = {"", "packed", "ucs2", "ucs2-15",
	    "text-72", "no-dcs", "first", "only"};
	end_asker(run, WNOHANG);
	if (run->asker > 0)
		return;
	const char *form = forms[run->nth % 8];
	set_form(run, form);
	start_asker(run, form, true);
}

static void
ask_in_vain(struct fault_play_run *run)
{
	static const char *const forms[] = {
	    "silent", "error", "empty", "cut", ""};
	end_asker(run, WNOHANG);
	if (run->asker > 0)
		return;
	const char *form = forms[run->nth % 5];
	set_form(run, form);
	start_asker(run, form, form[0] == '\0');
}

static void
judge_answers(struct fault_play_run *run)
{
	end_asker(run, 0);
	if (run->nth < 2)
		wrong(run, "only %d questions", run->nth);
}

const struct fault_play fault_play_ussd_forms = {
    5, ask_in_forms, judge_answers};
const struct fault_play fault_play_ussd_none = {4, ask_in_vain, judge_answers};

/* -- calls ----------------------------------------------------------------- */

#define CALLER "+2547550000%02d"

/* Every fourth one hides its number. */
static void
ring(struct fault_play_run *run)
{
	char from[24] = "";
	if (run->nth % 4 != 3)
		snprintf(from, sizeof(from), CALLER, run->nth);
	if (sim_tell(run->sim, "{s:s, s:s, s:s, s:i, s:i}", "do", "ring",
		"from", from, "to", "a", "rings", 1 + run->nth % 3, "every-ms",
		1000) != 0)
		wrong(run, "simnet: %s", sim_why(run->sim));
	run->nth++;
}

static void
judge_calls(struct fault_play_run *run)
{
	static const char *const bad[] = {
	    "answered", "hung-up", "hung-up-too-early"};
	char from[24], what[40];
	for (int i = 0; i < 3; i++) {
		snprintf(what, sizeof(what), "\"what\":\"%s\"", bad[i]);
		long times = sim_journal_count("sim.log", "call", what);
		if (times != 0)
			wrong(run, "%ld calls: %s", times, bad[i]);
	}
	for (int i = 0; i < run->nth; i++) {
		snprintf(from, sizeof(from), CALLER, i);
		int rows = fault_count_rows(false, 1, from);
		if (rows != (i % 4 != 3))
			wrong(run, "the call of %s: %d messages", from, rows);
	}
}

const struct fault_play fault_play_calls = {5, ring, judge_calls};

/* -- what the network says unasked ----------------------------------------- */

static void
push(struct fault_play_run *run)
{
	char text[60];
	snprintf(text, sizeof(text), "Dear customer, number %d", run->nth);
	if (sim_tell(run->sim, "{s:s, s:s, s:s, s:b}", "do", "push", "to", "a",
		"answer", text, "more", run->nth % 2) == 0)
		run->pushes++;
	else
		wrong(run, "push %d: %s", run->nth, sim_why(run->sim));
	run->nth++;
}

/* Lines of furrowd's log with both. */
static int
logged(const char *event, const char *words)
{
	char line[1000];
	int lines = 0;
	FILE *in = fopen("furrowd.log", "r");
	while (in != NULL && fgets(line, sizeof(line), in) != NULL)
		lines +=
		    strstr(line, event) != NULL && strstr(line, words) != NULL;
	if (in != NULL)
		fclose(in);
	return lines;
}

static void
judge_pushes(struct fault_play_run *run)
{
	int lines = logged(" ussd push ", "Dear customer");
	if (lines != run->pushes)
		wrong(run, "%d pushes, %d in the log", run->pushes, lines);
	size_t i;
	json_t *modem, *all = sim_ask(run->sim, "{s:s}", "do", "modems");
	json_array_foreach(json_object_get(all, "modems"), i,
	    modem) if (json_is_true(json_object_get(modem, "dialogue")))
	    wrong(run, "a dialogue is still open");
	json_decref(all);
}

const struct fault_play fault_play_pushes = {6, push, judge_pushes};

/* -- another program --------------------------------------------------------
 */

static void
take_port(struct fault_play_run *run)
{
	int64_t until_ms = kit_now_ms() + 4000;
	bool taken = false;
	run->nth++;
	if (sim_tell(run->sim, "{s:s, s:s, s:s, s:i}", "do", "fault", "modem",
		"a", "fault", "unplug", "ms", 2000) != 0)
		wrong(run, "simnet: %s", sim_why(run->sim));
	kit_pause_ms(1900);
	while (!taken && kit_now_ms() < until_ms) {
		taken =
		    sim_tell(run->sim, "{s:s, s:s, s:s, s:i}", "do", "fault",
			"modem", "a", "fault", "port-taken", "ms", 6000) == 0;
		kit_pause_ms(2);
	}
	run->taken += taken;
}

static void
judge_taken(struct fault_play_run *run)
{
	if (run->taken == 0)
		wrong(run, "no other program ever had the port");
}

const struct fault_play fault_play_taken = {20, take_port, judge_taken};

/* -- no credit, and nobody says so ----------------------------------------- */

static void
judge_silent(struct fault_play_run *run)
{
	if (logged(" link silent ", "link=a") != 1)
		wrong(run, "that it is silent was not noticed once");
	if (logged(" alarm on ", "no credit?") < 1)
		wrong(run, "nobody was told");
}

const struct fault_play fault_play_silent = {0, NULL, judge_silent};

/* -- five parts ------------------------------------------------------------ */

static const char *const phones[2] = {"+254766000001", "+254766000002"};

static void
five_parts(char text[700])
{
	size_t used = 0;
	for (int word = 0; used < 640; word++)
		used += (size_t)snprintf(
		    text + used, 700 - used, "word%03d ", word);
	text[640] = '\0';
}

static void
turn_phone(struct fault_play_run *run, int i, bool off, int takes)
{
	if (sim_tell(run->sim, "{s:s, s:s, s:b, s:i, s:i, s:i}", "do", "phone",
		"number", phones[i], "off", off, "takes", takes, "expire-ms",
		15000, "again-ms", 4000) != 0)
		wrong(run, "simnet: %s", sim_why(run->sim));
}

static void
send_five(struct fault_play_run *run, int i)
{
	char text[700], out[2000] = "";
	five_parts(text);
	turn_phone(run, i, true, -1);
	int status = kit_furrow(
	    out, sizeof(out), "send", "--json", phones[i], text, NULL);
	json_t *reply = json_loads(out, 0, NULL);
	run->ids[i] = json_integer_value(json_object_get(reply, "id"));
	json_decref(reply);
	if (status != 0 || run->ids[i] == 0)
		wrong(run, "send: exit %d", status);
}

/* Off; three parts each; one phone is back for good. */
static void
play_phones(struct fault_play_run *run)
{
	for (int i = 0; i < 2; i++) {
		if (run->nth == 0)
			send_five(run, i);
		else if (run->nth == 1)
			turn_phone(run, i, false, 3);
	}
	if (run->nth == 2)
		turn_phone(run, 0, false, -1);
	run->nth++;
}

/* What the network said of that part: its last word if there is one, else what
 * it said last; -1: nothing. */
static int
network_says(const char *phone, int mr)
{
	char line[1000];
	int status = -1;
	bool ended = false;
	FILE *in = fopen("sim.log", "r");
	while (in != NULL && fgets(line, sizeof(line), in) != NULL) {
		json_t *o = json_loads(line, 0, NULL);
		const char *kind =
		    json_string_value(json_object_get(o, "kind"));
		const char *to = json_string_value(json_object_get(o, "phone"));
		int about = (int)json_integer_value(json_object_get(o, "mr"));
		int said =
		    (int)json_integer_value(json_object_get(o, "status"));
		if (kind != NULL && strcmp(kind, "report") == 0 && to != NULL &&
		    strcmp(to, phone) == 0 && about == mr && !ended) {
			status = said;
			ended = said < GOES_ON || said >= 2 * GOES_ON;
		}
		json_decref(o);
	}
	if (in != NULL)
		fclose(in);
	return status;
}

static void
judge_parts(struct fault_play_run *run, int i, const json_t *row)
{
	size_t at;
	json_t *part, *parts = json_object_get(row, "sent_parts");
	if (json_array_size(parts) != PARTS)
		wrong(run, "%s: %zu parts", phones[i], json_array_size(parts));
	json_array_foreach(parts, at, part)
	{
		json_t *status = json_object_get(part, "status");
		int mr = (int)json_integer_value(json_object_get(part, "mr"));
		int said = json_is_integer(status)
			       ? (int)json_integer_value(status)
			       : -1;
		int known = network_says(phones[i], mr);
		if (said != known)
			wrong(run, "%s part %zu: %02x, the network says %02x",
			    phones[i], at + 1, (unsigned)said, (unsigned)known);
	}
}

static void
judge_five(struct fault_play_run *run)
{
	static const char *const ends[] = {"delivered", "failed"};
	for (int i = 0; i < 2; i++) {
		char word[24];
		snprintf(word, sizeof(word), "%lld", (long long)run->ids[i]);
		json_t *rows = kit_rows("log", "show", word, NULL);
		json_t *row = json_array_get(rows, 0);
		const char *state =
		    json_string_value(json_object_get(row, "state"));
		if (state == NULL || strcmp(state, ends[i]) != 0)
			wrong(run, "%s is %s", phones[i],
			    state != NULL ? state : "not there");
		judge_parts(run, i, row);
		json_decref(rows);
		if (sim_inbox_count(run->sim, phones[i]) != 1 - i)
			wrong(
			    run, "%s has not %d whole texts", phones[i], 1 - i);
	}
}

const struct fault_play fault_play_five_parts = {10, play_phones, judge_five};
