#include "programs/furrow/audit_prove.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/json.h"
#include "gateway/store/audit_verify.h"
#include "programs/furrow/client.h"
#include "programs/furrow/output.h"

#define HEADS_SUFFIX "-audit.heads"

/* -- saying it --------------------------------------------------------------
 */

static void
say_whole(json_t *v)
{
	const char *head = json_text(json_object_get(v, "head"), "time", "");
	const char *no_heads = json_text(v, "no_heads", "");
	char time[40];

	printf("The audit is whole: %" PRId64 " rows", json_int(v, "rows", 0));
	if (json_int(v, "heads", 0) > 0) {
		output_local_time(time, sizeof(time), head);
		printf(", %" PRId64 " signed heads, the newest of %s",
		    json_int(v, "heads", 0), time);
	}
	printf(".\n");
	if (json_int(v, "set_aside", 0) > 0)
		printf("%" PRId64 " signed heads speak of another store: a "
		       "restore was accepted (audit.accept).\n",
		    json_int(v, "set_aside", 0));
	if (no_heads[0] != '\0')
		printf("No signed head was looked at, so an older or newly "
		       "computed audit would not show: %s\n",
		    no_heads);
}

/* The daemon signs from its first second on: heads that are not there were
 * taken away. */
static int
miss_heads(const json_t *v)
{
	const char *no_heads = json_text(v, "no_heads", "");

	return no_heads[0] == '\0'
		   ? EXIT_DONE
		   : complain("the signed heads", "%s", no_heads);
}

static int
say(json_t *v, enum format format)
{
	bool whole = json_is_true(json_object_get(v, "whole"));
	const char *fault = json_text(v, "fault", "unread");

	if (format != FORMAT_TABLE) {
		char *text = json_dumps(v, JSON_COMPACT);
		puts(text != NULL ? text : "{}");
		free(text);
	} else if (whole)
		say_whole(v);
	if (whole)
		return EXIT_DONE;
	return complain("the audit is not whole", "%s: %s", fault,
	    json_text(v, "text", "it could not be read"));
}

/* -- a store's own file -----------------------------------------------------
 */

/* The one file of heads in a folder. */
static bool
find_heads(char dst[PATH_MAX], const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int found = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		size_t octets = strlen(entry->d_name);
		if (octets < 5 ||
		    strcmp(entry->d_name + octets - 5, "heads") != 0)
			continue;
		found++;
		if (snprintf(dst, PATH_MAX, "%s/%s", folder, entry->d_name) >=
		    PATH_MAX)
			found = 2;
	}
	if (dir != NULL)
		closedir(dir);
	return found == 1;
}

static int
heads_path(char dst[PATH_MAX], const struct audit_prove *w)
{
	struct stat st;

	if (w->heads == NULL)
		return snprintf(dst, PATH_MAX, "%s%s", w->store, HEADS_SUFFIX) <
			       PATH_MAX
			   ? EXIT_DONE
			   : complain(w->store, "the path is too long");
	if (stat(w->heads, &st) == 0 && S_ISDIR(st.st_mode))
		return find_heads(dst, w->heads)
			   ? EXIT_DONE
			   : complain(w->heads,
				 "not exactly one file …heads lies there");
	return snprintf(dst, PATH_MAX, "%s", w->heads) < PATH_MAX
		   ? EXIT_DONE
		   : complain(w->heads, "the path is too long");
}

/* EXIT_DONE with err->code set: there are none, and none were named. */
static int
load(struct audit_heads *heads, const struct audit_prove *w, struct err *err)
{
	uint8_t public_key[SIGN_PUBLIC_OCTETS];
	char path[PATH_MAX], key[PATH_MAX + 8];

	memset(heads, 0, sizeof(*heads));
	if (heads_path(path, w) != EXIT_DONE)
		return EXIT_FAILED;
	if (w->key != NULL)
		snprintf(key, sizeof(key), "%s", w->key);
	else
		audit_heads_public_path(key, sizeof(key), path);
	if (sign_public_read(public_key, key, err) == 0 &&
	    audit_heads_load(heads, path, public_key, err) == 0)
		return EXIT_DONE;
	if (w->heads == NULL && w->key == NULL &&
	    (err->code == SIGN_NONE || err->code == AUDIT_HEADS_NONE))
		return EXIT_DONE;
	return complain("the signed heads", "%s", err->text);
}

static json_t *
verdict_json(const struct audit_verdict *v, const char *no_heads)
{
	char time[32];

	return json_pack(
	    "{s:b, s:s, s:I, s:s, s:I, s:I, s:I, s:I, s:{s:I, s:s},"
	    " s:s}",
	    "whole", v->fault == AUDIT_WHOLE, "fault",
	    audit_fault_name(v->fault), "row", (json_int_t)v->row, "text",
	    v->text, "rows", (json_int_t)v->rows, "last_id",
	    (json_int_t)v->last_id, "heads", (json_int_t)v->heads, "set_aside",
	    (json_int_t)v->set_aside, "head", "id", (json_int_t)v->head_id,
	    "time", clock_rfc3339(time, sizeof(time), v->head_ms, 0),
	    "no_heads", no_heads);
}

static int
prove_file(const struct audit_prove *w)
{
	struct audit_verdict verdict;
	struct audit_heads heads;
	struct err err = {.code = 0};
	struct store *reader;
	json_t *said;
	int rc = load(&heads, w, &err);

	if (rc != EXIT_DONE)
		return rc;
	if (access(w->store, R_OK) != 0)
		rc = complain(w->store, "there is no such file to read");
	reader = rc == EXIT_DONE ? store_open_reader(w->store, &err) : NULL;
	if (rc == EXIT_DONE && reader == NULL)
		rc = complain("the store", "%s", err.text);
	if (reader != NULL) {
		audit_verify(&verdict, reader, err.code == 0 ? &heads : NULL);
		said = verdict_json(&verdict, err.code != 0 ? err.text : "");
		rc = say(said, w->format);
		json_decref(said);
	}
	store_close(&reader);
	audit_heads_free(&heads);
	return rc;
}

/* -- the daemon's -----------------------------------------------------------
 */

/* It has another folder to begin relative paths from. */
static int
add_path(struct buf *to, const char *key, const char *path)
{
	char absolute[PATH_MAX];

	if (path == NULL)
		return EXIT_DONE;
	if (realpath(path, absolute) == NULL)
		return complain(path, "%s", strerror(errno));
	client_query(to, key, absolute);
	return EXIT_DONE;
}

static int
daemon_path(struct buf *to, const struct audit_prove *w)
{
	char heads[PATH_MAX];
	int rc = EXIT_DONE;

	buf_add_text(to, "audit/verify");
	if (w->heads != NULL)
		rc = heads_path(heads, w);
	if (rc == EXIT_DONE && w->heads != NULL)
		rc = add_path(to, "heads", heads);
	return rc == EXIT_DONE ? add_path(to, "key", w->key) : rc;
}

static int
prove_daemon(const struct cli *cli, const struct audit_prove *w)
{
	struct buf path = buf_new(4 * PATH_MAX);
	struct client *client;
	json_t *said = NULL;
	int rc = daemon_path(&path, w);

	if (rc == EXIT_DONE)
		rc = client_open(&client, cli);
	if (rc != EXIT_DONE) {
		buf_free(&path);
		return rc;
	}
	rc = client_get(client, path.at, &said);
	if (rc == EXIT_DONE)
		rc = say(said, w->format);
	if (rc == EXIT_DONE)
		rc = miss_heads(said);
	json_decref(said);
	buf_free(&path);
	client_free(&client);
	return rc;
}

int
audit_prove(const struct cli *cli, const struct audit_prove *wishes)
{
	return wishes->store != NULL ? prove_file(wishes)
				     : prove_daemon(cli, wishes);
}
