/* furrow-sim - modems that are not there, and a network behind them, to try a
 * gateway against before the field does.  See furrow-sim(1). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/sim/furrow_sim_client.h"
#include "tests/sim/sim_fault.h"
#include "tests/sim/sim_options.h"
#include "tests/sim/sim_profile.h"
#include "tests/sim/sim_run.h"
#include "tests/sim/sim_show.h"
#include "tests/sim/sim_tally.h"
#include "tests/sim/sim_words.h"

#define ARGS_MOST 300

struct asked {
	const char *dir; /* --dir, $FURROW_SIM, "sim" */
	bool json;
	int count;
	char *words[ARGS_MOST]; /* the rest */
};

static int
fail(const char *what, const char *why)
{
	fprintf(stderr, "furrow-sim: %s: %s\n", what, why);
	return 1;
}

static int
help(FILE *out)
{
	fprintf(out,
	    "furrow-sim - GSM modems on pseudo-terminals, a mobile network "
	    "behind them,\nand everything that goes wrong with both.\n\n"
	    "  furrow-sim run --modem a:profile=huawei,number=+254700000001 "
	    "...\n"
	    "        Starts modems; your gateway opens sim/a. On a terminal it "
	    "takes the\n        commands below as lines.\n"
	    "  furrow-sim play FILE       a scenario: modems, and what happens "
	    "when\n"
	    "  furrow-sim profiles        the families of modems it can be\n"
	    "  furrow-sim faults          what can go wrong, by name\n"
	    "  furrow-sim journal [FILE]  what became of every text, added "
	    "up\n\n"
	    "To a network that runs (in --dir DIR, $FURROW_SIM or ./sim):\n%s\n"
	    "  --dir DIR   where ports and socket are   --json   answers as "
	    "JSON\n\nKeys of a modem:\n%s\n"
	    "Options of run: --socket PATH --log FILE (DIR/sim.log) --seed N\n"
	    "  --report-ms N --boot-ms N --country 254\n",
	    sim_words_help, sim_options_help);
	return out == stdout ? 0 : 2;
}

static int
list_profiles(void)
{
	const struct sim_profile *p;
	for (int i = 0; (p = sim_profile_at(i)) != NULL; i++)
		printf("%-13s %s\n", p->name, p->words);
	return 0;
}

static int
list_faults(void)
{
	static const char *const ways[] = {"each time", "lasts", "at once"};
	for (int i = 0; i < SIM_FAULT_KINDS; i++) {
		const struct sim_fault_row *row =
		    sim_fault_row((enum sim_fault_kind)i);
		printf("%-18s %s\n%18s (%s%s%s)\n", row->name, row->words, "",
		    ways[row->way], row->members[0] ? "; " : "", row->members);
	}
	printf(
	    "\nThose of \"each time\" fire once, or count=N times, or for-ms "
	    "long, or with\nchance=0.1 for ever; those that last end with "
	    "for-ms or `fault MODEM none`.\n");
	return 0;
}

/* --- a network --- */

/* Given on the line already? */
static bool
has(const struct asked *a, const char *option)
{
	for (int i = 0; i < a->count; i++) {
		if (strncmp(a->words[i], option, strlen(option)) == 0)
			return true;
	}
	return false;
}

static void
greet(const struct asked *a)
{
	printf("Ports are in %s/, one for each modem: let your gateway open "
	       "them.\nText, fault, unplug ... as in furrow-sim help; quit "
	       "ends it.\n",
	    a->dir);
	fflush(stdout);
}

static int
run(struct asked *a, const char *scenario)
{
	if (scenario == NULL && !has(a, "--modem"))
		return fail("run", "no modem is named: --modem "
				   "a:profile=huawei,number=+254700000001");
	char log[512], *argv[ARGS_MOST + 12];
	char name[] = "furrow-sim", dir[] = "--dir", log_is[] = "--log",
	     play[] = "--play", typed[] = "--interactive";
	char dir_is[256], file[512];
	int argc = 0;
	if (mkdir(a->dir, 0700) != 0 && errno != EEXIST)
		return fail(a->dir, strerror(errno));
	snprintf(dir_is, sizeof(dir_is), "%s", a->dir);
	snprintf(log, sizeof(log), "%s/sim.log", a->dir);
	argv[argc++] = name;
	argv[argc++] = dir;
	argv[argc++] = dir_is;
	if (!has(a, "--log")) {
		argv[argc++] = log_is;
		argv[argc++] = log;
	}
	if (scenario != NULL) {
		/* What is added up at its end is this play alone. */
		if (!has(a, "--log"))
			(void)unlink(log);
		snprintf(file, sizeof(file), "%s", scenario);
		argv[argc++] = play;
		argv[argc++] = file;
	}
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
		argv[argc++] = typed;
		greet(a);
	}
	for (int i = 0; i < a->count; i++)
		argv[argc++] = a->words[i];
	argv[argc] = NULL;
	return sim_run(argc, argv);
}

static int
add_up(const struct asked *a)
{
	char path[512];
	struct sim_tally tally;
	snprintf(path, sizeof(path), "%s/sim.log", a->dir);
	if (a->count > 0)
		sim_copy(path, sizeof(path), a->words[0]);
	FILE *in = fopen(path, "r");
	if (in == NULL)
		return fail(path, strerror(errno));
	int read = sim_tally_read(&tally, in);
	fclose(in);
	if (read != 0)
		return fail(path, strerror(errno));
	sim_tally_print(&tally, stdout);
	return 0;
}

static int
play(struct asked *a)
{
	if (a->count == 0)
		return fail("play", "a scenario's file is needed");
	const char *file = a->words[0];
	a->count--;
	memmove(a->words, a->words + 1, (size_t)a->count * sizeof(a->words[0]));
	int status = run(a, file);
	a->count = 0;
	return status != 0 ? status : add_up(a);
}

/* --- a request --- */

static int
ask(const struct asked *a, const char *command)
{
	char path[512], first[32];
	char *words[SIM_WORDS];
	const char *why = "too many words";
	int count = 1;
	sim_copy(first, sizeof(first), command);
	words[0] = first;
	for (int i = 0; i < a->count && count < SIM_WORDS; i++)
		words[count++] = a->words[i];
	json_t *request = sim_words_request(words, count, &why);
	if (request == NULL) {
		(void)fail(command, why);
		return 2;
	}
	snprintf(path, sizeof(path), "%s/sim.sock", a->dir);
	json_t *answer = furrow_sim_client_ask(path, request, &why);
	json_decref(request);
	if (answer == NULL)
		return fail(path, why);
	bool ok = json_is_true(json_object_get(answer, "ok"));
	const char *said = json_string_value(json_object_get(answer, "why"));
	if (a->json) {
		json_dumpf(answer, stdout, JSON_COMPACT);
		putchar('\n');
	} else if (ok) {
		sim_show(stdout, answer);
	} else {
		(void)fail(command, said ? said : "refused");
	}
	json_decref(answer);
	return ok ? 0 : 1;
}

static void
read_arguments(struct asked *a, int argc, char **argv)
{
	const char *from = getenv("FURROW_SIM");
	a->dir = from != NULL ? from : "sim";
	for (int i = 1; i < argc && a->count < ARGS_MOST; i++) {
		if (strcmp(argv[i], "--dir") == 0 && i + 1 < argc)
			a->dir = argv[++i];
		else if (strncmp(argv[i], "--dir=", 6) == 0)
			a->dir = argv[i] + 6;
		else if (strcmp(argv[i], "--json") == 0)
			a->json = true;
		else
			a->words[a->count++] = argv[i];
	}
}

int
main(int argc, char **argv)
{
	struct asked a = {0};
	read_arguments(&a, argc, argv);
	/* Only options: that is a network, too. */
	const char *command = a.count > 0 ? a.words[0] : "";
	if (a.count == 0)
		return help(stderr);
	if (has(&a, "--help") || strcmp(command, "help") == 0)
		return help(stdout);
	if (strncmp(command, "--", 2) == 0)
		return run(&a, NULL);
	a.count--;
	memmove(a.words, a.words + 1, (size_t)a.count * sizeof(a.words[0]));
	if (strcmp(command, "run") == 0)
		return run(&a, NULL);
	if (strcmp(command, "play") == 0)
		return play(&a);
	if (strcmp(command, "journal") == 0)
		return add_up(&a);
	if (strcmp(command, "profiles") == 0)
		return list_profiles();
	if (strcmp(command, "faults") == 0)
		return list_faults();
	return ask(&a, command);
}
