/* cmd_backup - copies and backups of the store, and their keys. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"
#include "base/vault_key.h"
#include "gateway/store/restore.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"
#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"name", "TO", COLUMN_TEXT, false},
    {"good", "LAST GOOD", COLUMN_TIME, false},
    {"octets", "OCTETS", COLUMN_NUMBER, false},
    {"next", "NEXT", COLUMN_TIME, false},
    {"keep", "KEEP", COLUMN_NUMBER, false},
    {"folder", "FOLDER", COLUMN_TEXT, false},
    {"why", "WHAT WENT WRONG", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

/* -- a copy at once -------------------------------------------------------- */

/* furrowd stands in another folder than we do. */
static int
absolute(char dst[PATH_MAX], const char *path)
{
	char here[PATH_MAX] = "";

	if (path[0] != '/' && getcwd(here, sizeof(here)) == NULL)
		return complain(path, "%s", strerror(errno));
	if (snprintf(dst, PATH_MAX, "%s%s%s", here, path[0] != '/' ? "/" : "",
		path) >= PATH_MAX)
		return complain(path, "the path is too long");
	return EXIT_DONE;
}

static int
copy(struct client *client, const void *wishes)
{
	const struct args *args = wishes;
	char path[PATH_MAX];
	json_t *reply = NULL;
	int rc;

	if (absolute(path, args->words[0]) != EXIT_DONE)
		return EXIT_FAILED;
	rc = client_post(client, "backup",
	    json_pack("{s:o}", "file", json_clean(path, strlen(path))), &reply);
	if (rc == EXIT_DONE && args->format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("%s: %lld octets, checked; it is not encrypted\n",
		    json_text(reply, "file", path),
		    (long long)json_int(reply, "octets", 0));
	json_decref(reply);
	return rc;
}

/* -- the timetable's ------------------------------------------------------- */

static int
list(struct client *client, const void *wishes)
{
	const struct args *args = wishes;
	struct output *out = output_begin(args->format, columns);
	int rc = client_each(client, "backups", output_each, out);
	int end = output_end(&out,
	    rc == EXIT_DONE ? "the configuration has no section backup" : NULL);

	return rc != EXIT_DONE ? rc : end;
}

static int
now(struct client *client, const void *wishes)
{
	const struct args *args = wishes;
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "backups");
	client_part(&b, args->words[1]);
	client_part(&b, "run");
	rc = client_post(client, path, NULL, NULL);
	if (rc == EXIT_DONE && args->format == FORMAT_TABLE)
		printf("begun; 'furrow backup list' says how it went\n");
	return rc;
}

/* -- without a daemon ------------------------------------------------------ */

static int
keygen(const struct args *args)
{
	const char *stem = args->count > 1 ? args->words[1] : "backup";
	char locks[PATH_MAX], opens[PATH_MAX], id[VAULT_ID_TEXT];
	struct vault_key key;
	struct err err = {0};

	if (snprintf(locks, sizeof(locks), "%s.public", stem) >= PATH_MAX ||
	    snprintf(opens, sizeof(opens), "%s.secret", stem) >= PATH_MAX)
		return complain(stem, "the path is too long");
	if (vault_key_make(locks, opens, &err) != 0 ||
	    vault_key_read(&key, locks, &err) != 0)
		return complain("backup", "%s", err.text);
	vault_key_name(id, key.id);
	vault_key_wipe(&key);
	printf("%s locks backups: name it as key-file in furrow.conf.\n"
	       "%s opens them: take it away from this machine, to two places "
	       "at least.\nWithout it no backup can ever be read. Key %s.\n",
	    locks, opens, id);
	return EXIT_DONE;
}

static int
verify(const struct args *args, const char *key)
{
	char *about = NULL;
	struct err err = {0};
	int rc = EXIT_DONE;

	for (int i = 1; i < args->count; i++) {
		const char *file = args->words[i];

		if (restore_verify(file, key, &about, &err) != 0)
			rc = complain("backup", "%s", err.text);
		else if (args->format == FORMAT_JSON)
			printf("%s\n", about != NULL ? about : "{}");
		else
			printf("%s: whole\n", file);
		free(about);
		about = NULL;
	}
	return rc;
}

/* -- which of them --------------------------------------------------------- */

static int
dispatch(struct cli *cli, const struct args *args, const char *key)
{
	const char *word = args->count > 0 ? args->words[0] : "";

	if (word[0] == '\0')
		return usage(&cmd_backup, "into which file?");
	if (strcmp(word, "keygen") == 0 && args->count <= 2)
		return keygen(args);
	if (strcmp(word, "verify") == 0 && args->count > 1 && key != NULL)
		return verify(args, key);
	if (strcmp(word, "verify") == 0)
		return usage(&cmd_backup,
		    "verify which file, with which --key (the secret one)?");
	if (strcmp(word, "list") == 0 && args->count == 1)
		return client_with(cli, list, args);
	if (strcmp(word, "now") == 0 && args->count == 2)
		return client_with(cli, now, args);
	if (strcmp(word, "now") == 0)
		return usage(&cmd_backup,
		    "now to which? (a section backup of furrow.conf)");
	return args->count == 1 ? client_with(cli, copy, args)
				: usage(&cmd_backup, "into which one file?");
}

static int
run(struct cli *cli, int argc, char **argv)
{
	const char *key = NULL;
	const struct option_spec specs[] = {
	    {"key", 0, &key, NULL},
	    {NULL, 0, NULL, NULL},
	};
	struct args args;
	int rc = options_read(&args, &cmd_backup, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	return dispatch(cli, &args, key);
}

const struct command cmd_backup = {
    .name = "backup",
    .usage = "backup FILE\n"
	     "       furrow backup list\n"
	     "       furrow backup now NAME\n"
	     "       furrow backup keygen [STEM]\n"
	     "       furrow backup verify FILE… --key FILE",
    .summary = "copies and backups of the store, while all goes on",
    .help =
	"FILE    a checked copy, as it is, not encrypted. furrowd writes it, "
	"so it must be\n        allowed to; under the service that is "
	"/var/lib/furrow\n"
	"list    where the timetable's backups go (section backup of "
	"furrow.conf), and how\n        it went\n"
	"now     one more of them at once\n"
	"keygen  a pair of keys: STEM.public locks, STEM.secret opens\n"
	"verify  reads all of FILE and says whether it is whole; no furrowd "
	"is needed\n\n"
	"To bring one back: furrow help restore.\n",
    .fn = run,
};
