/* cmd_privacy - what is stored of a person, and erasing them. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/json.h"

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/options.h"
#include "programs/furrow/output.h"

#define WAIT_EACH_MS 300

struct wishes {
	struct args args;
	const char *out, *name;
	bool yes, no_wait;
};

/* -- export ------------------------------------------------------------------
 */

struct export
{
	FILE *out;
	bool first;
};

static bool
put_row(void *arg, json_t *row)
{
	struct export *e = arg;
	char *text = json_dumps(row, JSON_WRITE_FLAGS | JSON_ENCODE_ANY);

	fprintf(e->out, "%s\n    %s", e->first ? "" : ",",
	    text != NULL ? text : "null");
	e->first = false;
	free(text);
	return true;
}

static int
put_table(struct client *client, struct export *e, const char *table,
    int64_t person, bool last)
{
	char path[200];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "privacy");
	client_part(&b, table);
	client_query_int(&b, "person", person);
	e->first = true;
	fprintf(e->out, "  \"%s\": [", table);
	rc = client_each(client, path, put_row, e);
	fprintf(e->out, "%s]%s\n", e->first ? "" : "\n  ", last ? "" : ",");
	return rc;
}

static int
put_all(struct client *client, FILE *out, const json_t *about)
{
	const json_t *tables = json_object_get(about, "tables");
	struct export e = {.out = out};
	size_t i, count = json_array_size(tables);
	int rc = EXIT_DONE;

	fprintf(out, "{\n");
	for (i = 0; rc == EXIT_DONE && i < count; i++)
		rc = put_table(client, &e,
		    json_string_value(json_array_get(tables, i)),
		    json_int(about, "person", 0), i + 1 == count);
	fprintf(out, "}\n");
	return rc;
}

static json_t *
who(const struct wishes *w)
{
	json_t *body = json_object();

	json_object_set_new(body, "phone", json_string(w->args.words[1]));
	if (w->name != NULL)
		json_object_set_new(
		    body, "name", json_clean(w->name, strlen(w->name)));
	return body;
}

/* The file holds all about a person: for its owner alone. */
static int export(struct client *client, const struct wishes *w)
{
	json_t *about = NULL;
	FILE *out = stdout;
	mode_t mask;
	int rc = client_post(client, "privacy", who(w), &about);

	if (rc != EXIT_DONE)
		return rc;
	if (w->out != NULL) {
		mask = umask(077);
		out = fopen(w->out, "wx");
		umask(mask);
	}
	if (out == NULL)
		rc = complain(w->out, "%s", strerror(errno));
	else
		rc = put_all(client, out, about);
	json_decref(about);
	if (out != NULL && (fflush(out) != 0 || ferror(out)))
		rc = complain(
		    w->out != NULL ? w->out : "output", "%s", strerror(errno));
	if (out != NULL && out != stdout)
		fclose(out);
	return rc;
}

/* -- erase -------------------------------------------------------------------
 */

static const char goes_and_stays[] =
    "What goes: number, name, place, language; the words of all their texts "
    "and "
    "dialogues,\nalso in old months; raw forms; their number in other people's "
    "texts, their name in ours.\nWhat stays, without a name: orders, lines, "
    "answers, receipts, the ledger, consents and\nthe audit (accounts need "
    "them). Backups keep what they have until they are replaced.\n";

static int
preview(struct client *client, const struct wishes *w)
{
	char path[200];
	struct buf b = buf_over(path, sizeof(path));
	json_t *about = NULL;
	const char *blocked;
	int rc;

	buf_add_text(&b, "erasures");
	client_query(&b, "phone", w->args.words[1]);
	rc = client_get(client, path, &about);
	if (rc != EXIT_DONE)
		return rc;
	if (json_int(about, "person", 0) == 0) {
		json_decref(about);
		return complain(w->args.words[1], "nobody of that number");
	}
	blocked = json_text(about, "blocked", "");
	printf("Person %lld%s%s.\n%s", (long long)json_int(about, "person", 0),
	    json_text(about, "name", "")[0] != '\0' ? ", " : "",
	    json_text(about, "name", ""), goes_and_stays);
	if (blocked[0] != '\0')
		printf("Not now: %s.\n", blocked);
	else
		printf("Nothing was done. To do it: furrow privacy erase %s "
		       "--yes\n",
		    w->args.words[1]);
	json_decref(about);
	return EXIT_DONE;
}

/* 1: it is over; 0: it goes on; negative: failed. */
static int
look(struct client *client, int64_t id, json_t **row)
{
	json_t *reply = NULL, *one;
	size_t i;

	*row = NULL;
	if (client_get(client, "erasures", &reply) != EXIT_DONE)
		return -1;
	json_array_foreach(json_object_get(reply, "items"), i,
	    one) if (json_int(one, "id", 0) == id) *row = json_incref(one);
	json_decref(reply);
	return *row != NULL && json_is_string(json_object_get(*row, "ended"));
}

static int
wait_for(struct client *client, int64_t id)
{
	struct timespec rest = {.tv_nsec = WAIT_EACH_MS * 1000000L};
	json_t *row;
	int over;

	while ((over = look(client, id, &row)) == 0) {
		if (isatty(STDERR_FILENO))
			fprintf(stderr, "\r%s … ", json_text(row, "stage", ""));
		json_decref(row);
		nanosleep(&rest, NULL);
	}
	if (over > 0)
		printf("Erased: %lld texts of theirs, %lld texts of others "
		       "that named them.\n",
		    (long long)json_int(row, "texts", 0),
		    (long long)json_int(row, "quotes", 0));
	json_decref(row);
	return over > 0 ? EXIT_DONE : EXIT_FAILED;
}

static int
erase(struct client *client, const struct wishes *w)
{
	json_t *reply = NULL;
	int64_t id;
	int rc;

	if (!w->yes)
		return preview(client, w);
	rc = client_post(client, "erasures", who(w), &reply);
	id = json_int(reply, "id", 0);
	json_decref(reply);
	if (rc != EXIT_DONE || w->no_wait)
		return rc;
	return wait_for(client, id);
}

/* -- report ------------------------------------------------------------------
 */

static const struct column columns[] = {
    {"kind", "KIND", COLUMN_TEXT, false},
    {"rule", "RULE", COLUMN_TEXT, false},
    {"keep_days", "KEPT (DAYS)", COLUMN_NUMBER, false},
    {"oldest", "OLDEST", COLUMN_TIME, false},
    {"gone", "GONE", COLUMN_NUMBER, false},
    {"last", "LAST LOOKED", COLUMN_TIME, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

static bool
report_row(void *out, json_t *row)
{
	output_row(out, row);
	return true;
}

static int
report(struct client *client, const struct wishes *w)
{
	struct output *out = output_begin(w->args.format, columns);
	int rc = client_each(client, "retention", report_row, out);
	int end = output_end(&out, NULL);

	return rc != EXIT_DONE ? rc : end;
}

static int
act(struct client *client, const void *wishes)
{
	const struct wishes *w = wishes;

	if (strcmp(w->args.words[0], "report") == 0)
		return report(client, w);
	if (strcmp(w->args.words[0], "export") == 0)
		return export(client, w);
	return erase(client, w);
}

static int
run(struct cli *cli, int argc, char **argv)
{
	struct wishes w = {.out = NULL};
	const struct option_spec specs[] = {
	    {"out", 'o', &w.out, NULL},
	    {"name", 0, &w.name, NULL},
	    {"yes", 0, NULL, &w.yes},
	    {"no-wait", 0, NULL, &w.no_wait},
	    {NULL, 0, NULL, NULL},
	};
	int rc = options_read(&w.args, &cmd_privacy, cli, argc, argv, specs);

	if (rc != 0)
		return rc < 0 ? EXIT_DONE : rc;
	if (w.args.count == 1 && strcmp(w.args.words[0], "report") == 0)
		return client_with(cli, act, &w);
	if (w.args.count != 2 || (strcmp(w.args.words[0], "export") != 0 &&
				     strcmp(w.args.words[0], "erase") != 0))
		return usage(&cmd_privacy, "export or erase whom?");
	return client_with(cli, act, &w);
}

const struct command cmd_privacy = {
    .name = "privacy",
    .usage = "privacy export|erase PHONE\n"
	     "       furrow privacy report",
    .summary = "all that is stored of a person, and erasing them",
    .help =
	"  export PHONE [--out FILE]   everything of one person as JSON,\n"
	"                              table by table; audited\n"
	"  erase PHONE                 says what would go and what stays\n"
	"  erase PHONE --yes           does it; audited, not to be undone\n"
	"    --no-wait                 does not wait until it is done\n"
	"  report                      how long what is kept, and what went\n"
	"  --name NAME                 whom, if several use that phone\n",
    .fn = run,
};
