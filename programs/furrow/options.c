#include "programs/furrow/options.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/str.h"

/* What is being read, and what the common options set. */
struct reading {
	struct args *out;
	const struct command *command;
	const struct option_spec *specs;
	struct option_spec common[8];
	bool json, csv, help;
	int argc, at;
	char **argv;
};

static void
set_common(struct reading *r, struct cli *cli)
{
	const struct option_spec common[] = {
	    {"json", 0, NULL, &r->json},
	    {"csv", 0, NULL, &r->csv},
	    {"help", 'h', NULL, &r->help},
	    {"config", 'c', &cli->config_path, NULL},
	    {"url", 0, &cli->url, NULL},
	    {"token-file", 0, &cli->token_file, NULL},
	    {"ca", 0, &cli->ca, NULL},
	    {NULL, 0, NULL, NULL},
	};

	memcpy(r->common, common, sizeof(common));
}

static const struct option_spec *
find(const struct option_spec *specs, const char *name, size_t octets)
{
	for (; specs != NULL && specs->name != NULL; specs++) {
		if (name[0] != '-' && octets == 1 && specs->letter == name[0])
			return specs;
		if (name[0] == '-' && strlen(specs->name) == octets - 1 &&
		    strncmp(specs->name, name + 1, octets - 1) == 0)
			return specs;
	}
	return NULL;
}

/* name: behind the first dash, so "-json" or "f". */
static int
one_option(struct reading *r, const char *name)
{
	const char *equals = strchr(name, '=');
	size_t octets = equals != NULL ? (size_t)(equals - name) : strlen(name);
	const struct option_spec *spec = find(r->specs, name, octets);

	if (spec == NULL)
		spec = find(r->common, name, octets);
	if (spec == NULL)
		return usage(r->command, "there is no option -%s", name);
	if (spec->flag != NULL)
		*spec->flag = true;
	if (spec->value == NULL)
		return equals == NULL ? 0
				      : usage(r->command, "--%s takes no value",
					    spec->name);
	if (equals != NULL)
		*spec->value = equals + 1;
	else if (r->at + 1 < r->argc)
		*spec->value = r->argv[++r->at];
	else
		return usage(r->command, "--%s needs a value", spec->name);
	return 0;
}

static int
one_word(struct reading *r, const char *word)
{
	if (r->out->count == OPTIONS_WORDS)
		return usage(r->command, "too many words");
	r->out->words[r->out->count++] = word;
	return 0;
}

static int
read_all(struct reading *r)
{
	bool options = true;
	int rc = 0;

	for (r->at = 1; r->at < r->argc && rc == 0; r->at++) {
		const char *word = r->argv[r->at];

		if (options && strcmp(word, "--") == 0)
			options = false;
		else if (options && word[0] == '-' && word[1] != '\0')
			rc = one_option(r, word + 1);
		else
			rc = one_word(r, word);
	}
	return rc;
}

int
options_read(struct args *out, const struct command *command, struct cli *cli,
    int argc, char **argv, const struct option_spec *specs)
{
	struct reading r = {.out = out,
	    .command = command,
	    .specs = specs,
	    .argc = argc,
	    .argv = argv};
	int rc;

	*out = (struct args){.count = 0};
	set_common(&r, cli);
	rc = read_all(&r);
	if (rc != 0)
		return rc;
	if (r.help) {
		help_show(command);
		return -1;
	}
	if (r.json && r.csv)
		return usage(command, "--json or --csv, not both");
	out->format = r.json ? FORMAT_JSON : r.csv ? FORMAT_CSV : FORMAT_TABLE;
	return 0;
}

static bool
local_day(int64_t *out, const char *text)
{
	struct tm tm = {.tm_isdst = -1};
	int64_t utc_ms;
	time_t seconds;

	if (strlen(text) != 10 || !clock_parse(&utc_ms, text))
		return false;
	if (strptime(text, "%Y-%m-%d", &tm) == NULL)
		return false;
	tm.tm_isdst = -1;
	seconds = mktime(&tm);
	if (seconds == (time_t)-1)
		return false;
	*out = (int64_t)seconds * 1000;
	return true;
}

bool
options_time(int64_t *out, const char *text, int64_t now_ms)
{
	int64_t span_ms;

	if (str_to_duration_ms(&span_ms, str_from(text))) {
		*out = now_ms - span_ms;
		return true;
	}
	return local_day(out, text) || clock_parse(out, text);
}

int
options_verb(
    const struct args *args, const struct command *command, const char *verbs)
{
	struct str rest = str_from(verbs), verb;

	if (args->count == 0)
		return usage(command, "say what: %s", verbs);
	while (str_cut(&verb, &rest, ','))
		if (str_is(str_trim(verb), args->words[0]))
			return 0;
	return usage(command, "\"%s\" is none of %s", args->words[0], verbs);
}
