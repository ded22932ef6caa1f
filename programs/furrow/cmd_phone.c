/* cmd_phone - furrow phone: handsets of the simulated network.
 *
 * For trying the market without a telephone: texts go to simnet's modems and
 * come back from them.  The modes are in phone_play.c and phone_script.c;
 * phone_sim.h is the wire. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/clock.h"
#include "base/json.h"
#include "base/str.h"

#include "programs/furrow/command.h"
#include "programs/furrow/options.h"
#include "programs/furrow/output.h"
#include "programs/furrow/phone.h"

#define ANSWERS_MS 10000
#define FOR_EVER_MS (1000 * 1000 * 1000)

static int phone(struct cli *cli, int argc, char **argv);

const struct command cmd_phone = {
    .name = "phone",
    .usage = "phone [--sim SOCKET] [--people FILE] NUMBER [TEXT]|list|all|"
	     "play|script FILE",
    .summary = "a simulated handset: text the market, see what comes",
    .help =
	"  NUMBER          a phone in the terminal: each line is a text\n"
	"  NUMBER TEXT     sends one text, prints what comes back\n"
	"  list            all phones of the simulated network\n"
	"  all             watches every phone\n"
	"  play            phones of --people in the terminal, all in view\n"
	"  script FILE     plays a conversation; 1 when a text does not come\n"
	"  --sim SOCKET    of simnet (else $FURROW_SIM, then ./sim.sock)\n"
	"  --people FILE   lines of NAME NUMBER ROLE; names may then be said\n"
	"  --to NUMBER     the market's number or modem (else the first "
	"modem)\n"
	"  --wait TIME     how long to look for answers (10s)\n",
    .fn = phone,
};

struct said {
	const char *sim, *people, *to, *wait;
	struct args args;
};

/* Shows what comes for so long; `only` (or NULL) names one phone. */
static int
watch(struct phones *phones, const struct phone_person *only, int wait_ms)
{
	const struct clock_source *clock = clock_system();
	int64_t until_ms = clock_mono_ms(clock) + wait_ms, left;

	while ((left = until_ms - clock_mono_ms(clock)) > 0) {
		struct phone_text text;
		int got = phone_sim_next(phones->sim, &text, (int)left);

		if (got < 0)
			return complain(
			    "phone", "the simulated network is gone");
		if (got == 1 &&
		    (only == NULL || strcmp(only->number, text.phone) == 0))
			phone_show_arrived(phones, &text);
		phone_text_free(&text);
	}
	return EXIT_DONE;
}

static int
list(struct phones *phones, enum format format)
{
	static const struct column columns[] = {
	    {"name", "NAME", COLUMN_TEXT, false},
	    {"number", "NUMBER", COLUMN_TEXT, false},
	    {"role", "ROLE", COLUMN_TEXT, false},
	    {"state", "STATE", COLUMN_STATE, false},
	    {"texts", "TEXTS", COLUMN_NUMBER, false},
	    {NULL, NULL, COLUMN_TEXT, false},
	};
	struct err err;
	json_t *answer = phone_sim_ask(
	    phones->sim, json_pack("{s:s}", "do", "phones"), &err);
	json_t *all = json_object_get(answer, "phones");
	struct output *out;

	if (answer == NULL)
		return complain("phone", "%s", err.text);
	out = output_begin(format, columns);
	for (size_t i = 0; i < json_array_size(all); i++) {
		json_t *row = json_array_get(all, i);
		const struct phone_person *p =
		    phone_find(phones, json_text(row, "number", ""));
		bool off = json_is_true(json_object_get(row, "off"));

		json_object_set_new(
		    row, "name", json_string(p != NULL ? p->name : ""));
		json_object_set_new(
		    row, "role", json_string(p != NULL ? p->role : ""));
		json_object_set_new(
		    row, "state", json_string(off ? "off" : "on"));
		output_row(out, row);
	}
	json_decref(answer);
	return output_end(&out, "No phone has written or been written to.");
}

static int
one_text(
    struct phones *phones, const struct phone_person *from, const char *text)
{
	struct err err;

	if (phone_send(phones, from, text, &err) != 0)
		return complain("phone", "%s", err.text);
	return watch(
	    phones, from, phones->wait_ms >= 0 ? phones->wait_ms : ANSWERS_MS);
}

static int
handset(struct phones *phones, const struct said *said)
{
	struct err err;
	const struct phone_person *p = phone_take(phones, said->args.words[0]);

	if (p == NULL)
		return usage(&cmd_phone, "%s: neither a number nor a name",
		    said->args.words[0]);
	if (said->args.count > 2)
		return usage(&cmd_phone, "put quotes around the text");
	if (phone_sim_listen(phones->sim, p->number, &err) != 0)
		return complain("phone", "%s", err.text);
	if (said->args.count == 2)
		return one_text(phones, p, said->args.words[1]);
	return phone_play(phones, p);
}

static int
play(struct phones *phones)
{
	if (phones->count == 0)
		return usage(&cmd_phone, "play needs --people FILE");
	return phone_play(phones, &phones->people[0]);
}

/* Words that speak of every phone, not of one. */
static bool
is_mode_of_all(const struct said *said)
{
	const char *mode = said->args.words[0];

	if (strcmp(mode, "script") == 0)
		return said->args.count == 2;
	return said->args.count == 1 &&
	       (strcmp(mode, "all") == 0 || strcmp(mode, "play") == 0);
}

static int
run(struct phones *phones, const struct said *said)
{
	const char *mode = said->args.words[0];
	bool alone = said->args.count == 1;
	struct err err;

	if (strcmp(mode, "list") == 0 && alone)
		return list(phones, said->args.format);
	if (!is_mode_of_all(said))
		return handset(phones, said);
	if (phone_sim_listen(phones->sim, "*", &err) != 0)
		return complain("phone", "%s", err.text);
	if (strcmp(mode, "all") == 0)
		return watch(phones, NULL,
		    phones->wait_ms >= 0 ? phones->wait_ms : FOR_EVER_MS);
	if (strcmp(mode, "play") == 0)
		return play(phones);
	return phone_script(phones, said->args.words[1]);
}

/* What the words need of the network, before they are done. */
static int
connect_sim(struct phones *phones, const struct said *said, struct err *err)
{
	const char *path = said->sim != NULL ? said->sim : getenv("FURROW_SIM");

	phones->sim = phone_sim_open(path != NULL ? path : "sim.sock", err);
	if (phones->sim == NULL)
		return -1;
	if (said->to != NULL)
		str_copy(
		    phones->market, sizeof(phones->market), str_from(said->to));
	else if (phone_sim_market(phones->sim, phones->market, err) != 0)
		return -1;
	return 0;
}

static int
set_out(struct phones *phones, const struct said *said)
{
	struct err err;
	int64_t wait_ms = -1;

	if (said->wait != NULL &&
	    (!str_to_duration_ms(&wait_ms, str_from(said->wait)) ||
		wait_ms > FOR_EVER_MS))
		return usage(&cmd_phone, "--wait needs a time such as 10s");
	phones->wait_ms = (int)wait_ms;
	if (said->people != NULL &&
	    phone_people_read(phones, said->people, &err) != 0) {
		if (err.offset == 0)
			return complain(said->people, "%s", err.text);
		return complain(
		    said->people, "line %zu: %s", err.offset, err.text);
	}
	if (connect_sim(phones, said, &err) != 0)
		return complain("phone", "%s", err.text);
	return run(phones, said);
}

static int
phone(struct cli *cli, int argc, char **argv)
{
	struct said said = {.sim = NULL};
	const struct option_spec specs[] = {
	    {"sim", 0, &said.sim, NULL},
	    {"people", 0, &said.people, NULL},
	    {"to", 0, &said.to, NULL},
	    {"wait", 0, &said.wait, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct phones *phones;
	int status =
	    options_read(&said.args, &cmd_phone, cli, argc, argv, specs);

	if (status != 0)
		return status < 0 ? EXIT_DONE : status;
	if (said.args.count == 0)
		return usage(&cmd_phone, "a number or a mode is needed");
	phones = calloc(1, sizeof(*phones));
	if (phones == NULL)
		abort();
	status = set_out(phones, &said);
	phone_sim_close(&phones->sim);
	free(phones);
	return status;
}
