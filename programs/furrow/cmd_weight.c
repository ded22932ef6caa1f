/* cmd_weight - sets of weights, and who is in them. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/market_list.h"

static const struct column columns[] = {
    {"name", "SET", COLUMN_TEXT, false},
    {"factor", "FACTOR", COLUMN_NUMBER, false},
    {"protected", "PROTECTED", COLUMN_TEXT, false},
    {"people", "PEOPLE", COLUMN_NUMBER, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static bool
print_row(void *arg, json_t *row)
{
	bool guarded = json_is_true(json_object_get(row, "protected"));

	json_object_set_new(
	    row, "protected", json_string(guarded ? "yes" : "no"));
	output_row(arg, row);
	return true;
}

/* `list`, or `of PHONE`. */
static int
list(struct client *client, const struct args *args)
{
	bool one = strcmp(args->words[0], "of") == 0;
	struct output *out = output_begin(args->format, columns);
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	int rc, end;

	buf_add_text(&b, "weights");
	if (one)
		client_query(&b, "phone", args->words[1]);
	rc = client_each(client, path,
	    args->format == FORMAT_JSON ? output_each : print_row, out);
	end = output_end(&out, rc == EXIT_DONE ? "no sets of weights" : NULL);
	return rc != EXIT_DONE ? rc : end;
}

static int
set(struct client *client, const struct args *args, bool guarded)
{
	json_t *row = json_object();
	int rc;

	market_list_put(row, "name", args->words[1]);
	market_list_put(row, "factor", args->words[2]);
	json_object_set_new(row, "protected", json_boolean(guarded));
	rc = client_post(client, "weights", row, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf(
		    "weight %s: factor %s\n", args->words[1], args->words[2]);
	return rc;
}

/* `join PHONE SET`, `leave PHONE SET`. */
static int
member(struct client *client, const struct args *args)
{
	json_t *row = json_object();
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "weights");
	client_part(&b, args->words[2]);
	client_part(&b, args->words[0]);
	market_list_put(row, "phone", args->words[1]);
	rc = client_post(client, path, row, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf("weight %s: %s %ss\n", args->words[2], args->words[1],
		    args->words[0]);
	return rc;
}

/* Which words there are, and how many belong to each. */
static int
check(const struct args *args)
{
	static const struct {
		const char *word;
		int count;
		const char *takes;
	} known[] = {{"list", 1, "no more words"}, {"of", 2, "a PHONE"},
	    {"set", 3, "the NAME of a set and its FACTOR"},
	    {"join", 3, "a PHONE and the NAME of a set"},
	    {"leave", 3, "a PHONE and the NAME of a set"}};
	int rc = options_verb(args, &cmd_weight, "list, of, set, join, leave");

	if (rc != 0)
		return rc;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(args->words[0], known[i].word) == 0)
			return args->count == known[i].count
				   ? EXIT_DONE
				   : usage(&cmd_weight, "%s takes %s",
					 known[i].word, known[i].takes);
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct client *client;
	struct args args;
	bool guarded = false;
	const struct option_spec specs[] = {
	    {"protected", 0, NULL, &guarded},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&args, &cmd_weight, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	rc = check(&args);
	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE)
		return rc;
	if (strcmp(args.words[0], "set") == 0)
		rc = set(client, &args, guarded);
	else if (args.words[0][0] == 'j' || strcmp(args.words[0], "leave") == 0)
		rc = member(client, &args);
	else
		rc = list(client, &args);
	client_free(&client);
	return rc;
}

const struct command cmd_weight = {
    .name = "weight",
    .usage = "weight list\n"
	     "       furrow weight of PHONE\n"
	     "       furrow weight set NAME FACTOR [--protected]\n"
	     "       furrow weight join|leave PHONE NAME",
    .summary = "sets of weights: what makes a seller's share heavier",
    .help =
	"A seller's share of the turn is their own weight (person add PHONE "
	"--weight N)\ntimes the factor of every set they are in, times that "
	"of the campaigns in\ntheir area.\n\n"
	"list    the sets, and how many people are in each\n"
	"of      the sets that this person is in, protected ones too\n"
	"set     makes a set, or changes its factor (1.5: half as much more)\n"
	"join    puts a person in, leave takes them out\n\n"
	"Who is in a protected set is shown by \"of\" only, to admins: no "
	"other list, no\nexport, no text and no reason tells it.\n",
    .fn = run,
};
