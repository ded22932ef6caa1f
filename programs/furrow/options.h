/* options - the words and options behind a subcommand.
 *
 * Options and words may be mixed; "--" ends the options; --name=value and
 * --name value are the same.  Every subcommand that talks to the daemon takes
 * --json, --csv, -c, --url, --token-file, --ca and --help beside its own. */
#ifndef PROGRAMS_FURROW_OPTIONS_H
#define PROGRAMS_FURROW_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "programs/furrow/command.h"

#define OPTIONS_WORDS 64

enum format { FORMAT_TABLE, FORMAT_JSON, FORMAT_CSV };

struct option_spec {
	const char *name; /* without the dashes; NULL ends the list */
	char letter; /* 0: none */
	const char **value; /* where the value goes; NULL: none is taken */
	bool *flag; /* set when the option is there; may be NULL */
};

struct args {
	const char *words[OPTIONS_WORDS]; /* without the subcommand itself */
	int count;
	enum format format;
};

/* 0; EXIT_USAGE (said); -1: help was asked for and given.  Updates *cli. */
int options_read(struct args *out, const struct command *command,
    struct cli *cli, int argc, char **argv, const struct option_spec *specs);

/* Is the first word one of `verbs` ("list, show, drop")?  0, or EXIT_USAGE:
 * said, with all of them. */
int options_verb(
    const struct args *args, const struct command *command, const char *verbs);

/* "2d" ago, a day (from its first minute here), or RFC 3339 -> UTC
 * milliseconds.  False when it is none of them. */
bool options_time(int64_t *out, const char *text, int64_t now_ms);

/* Shows what `furrow help NAME` shows. */
void help_show(const struct command *command);

#endif
