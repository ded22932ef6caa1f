/* cmd_restore - a backup becomes the store; no daemon is needed. */
#include <libgen.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "gateway/store/restore.h"

#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

/* Who sits here, for the audit. */
static void
name_actor(char dst[48])
{
	const struct passwd *user = getpwuid(getuid());

	snprintf(
	    dst, 48, "admin:%.40s", user != NULL ? user->pw_name : "unnamed");
}

static void
say_json(const struct restore_done *done, const char *to)
{
	char made[32];
	json_t *row = json_pack("{s:o, s:s, s:I, s:i, s:o, s:o, s:s}", "store",
	    json_clean(to, strlen(to)), "made",
	    clock_rfc3339(made, sizeof(made), done->made_ms, 0), "held",
	    (json_int_t)done->held, "months", done->months, "aside",
	    json_clean(done->aside, strlen(done->aside)), "configuration",
	    json_clean(done->conf, strlen(done->conf)), "missing_months",
	    done->missing);

	json_line(stdout, row);
	json_decref(row);
}

static void
say(const struct restore_done *done, const char *to)
{
	char made[32];

	printf("%s is as it was at %s.\n", to,
	    clock_rfc3339(made, sizeof(made), done->made_ms, 0));
	if (done->aside[0] != '\0')
		printf("The old store lies in %s.\n", done->aside);
	if (done->conf[0] != '\0')
		printf("The configuration of then lies in %s; it is not in "
		       "force.\n",
		    done->conf);
	if (done->missing[0] != '\0')
		printf("Not in that folder: old texts of %s.\n", done->missing);
	printf("%lld texts are held: start furrowd, look at them with "
	       "'furrow queue held',\nthen 'furrow queue release' or "
	       "'drop'. Until then orders' timers stand still.\n",
	    (long long)done->held);
}

/* Root's files are not furrowd's, who runs as the owner of the folder. */
static void
say_owner(const char *to)
{
	char folder[4096];
	const struct passwd *owner;
	struct stat st;

	snprintf(folder, sizeof(folder), "%s", to);
	if (geteuid() != 0 || stat(dirname(folder), &st) != 0 || st.st_uid == 0)
		return;
	owner = getpwuid(st.st_uid);
	if (owner != NULL)
		printf("It belongs to root now; before furrowd starts say "
		       "'chown -R %s: %s'.\n",
		    owner->pw_name, folder);
}

static int
restore(const char *file, const char *key, const char *to, bool replace,
    enum format format)
{
	char actor[48];
	struct restore_done done;
	struct err err = {0};
	const struct restore_wish wish = {
	    .file = file,
	    .key_file = key,
	    .to = to,
	    .replace = replace,
	    .now_ms = clock_wall_ms(clock_system()),
	    .actor = actor,
	};

	name_actor(actor);
	if (restore_run(&wish, &done, &err) != 0)
		return complain("restore", "%s", err.text);
	if (format == FORMAT_JSON)
		say_json(&done, to);
	else {
		say(&done, to);
		say_owner(to);
	}
	return EXIT_DONE;
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const char *key = NULL, *to = NULL;
	bool replace = false;
	const struct option_spec specs[] = {
	    {"key", 0, &key, NULL},
	    {"to", 0, &to, NULL},
	    {"replace", 0, NULL, &replace},
	    {NULL, 0, NULL, NULL},
	};
	struct args args;
	int rc = options_read(&args, &cmd_restore, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (args.count != 1)
		return usage(&cmd_restore, "which backup?");
	if (key == NULL || to == NULL)
		return usage(&cmd_restore,
		    "it takes --key FILE (the secret key) and --to FILE "
		    "(the store)");
	return restore(args.words[0], key, to, replace, args.format);
}

const struct command cmd_restore = {
    .name = "restore",
    .usage = "restore FILE --key FILE --to STORE [--replace]",
    .summary = "a backup becomes the store; no furrowd may run",
    .help =
	"FILE is one that furrowd wrote (section backup of furrow.conf), the "
	"key the secret\none of its pair. Everything is proven before the "
	"store is touched; one that is\nthere stays, unless you say "
	"--replace: then it is put aside, not deleted.\n\nWhat happened since "
	"the backup is unknown to it. So texts that had not left are\nheld "
	"until you say so (furrow queue held, release, drop), orders' timers "
	"stand\nstill as long, open questions are closed, and new codes are a "
	"sign longer.\nRun it as the user that furrowd runs as.\n",
    .fn = run,
};
