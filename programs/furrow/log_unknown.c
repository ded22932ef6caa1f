#include "programs/furrow/log_unknown.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "programs/furrow/output.h"

static const struct column columns[] = {
    {"word", "WORD", COLUMN_TEXT, false},
    {"count", "TIMES", COLUMN_NUMBER, false},
    {"lang", "LANG", COLUMN_TEXT, false},
    {"first", NULL, COLUMN_TIME, false},
    {"last", "LAST", COLUMN_TIME, false},
    {"near", "NEAR", COLUMN_TEXT, false},
    {"text", "IN THE TEXT", COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct listing {
	struct output *out;
	int64_t rows, shown;
};

static bool
print_row(void *arg, json_t *row)
{
	struct listing *l = arg;

	output_row(l->out, row);
	l->shown++;
	return l->rows == 0 || l->shown < l->rows;
}

int
log_unknown_list(struct client *client, const struct log_unknown *wish)
{
	struct listing l = {.rows = wish->rows};
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	int rc, end;

	buf_add_text(&b, "words");
	client_query(&b, "lang", wish->lang);
	if (wish->since_ms != 0)
		client_query_int(&b, "since", wish->since_ms);
	l.out = output_begin(wish->format, columns);
	rc = client_each(client, path, print_row, &l);
	end = output_end(&l.out,
	    rc == EXIT_DONE ? "every word of the texts was understood" : NULL);
	if (rc == EXIT_DONE && wish->format == FORMAT_TABLE && l.shown > 0)
		fprintf(stderr,
		    "(teach one: furrow catalogue alias WORD PRODUCT; "
		    "it is no goods: furrow log unknown --forget WORD)\n");
	return rc != EXIT_DONE ? rc : end;
}

int
log_unknown_forget(struct client *client, enum format format, const char *word)
{
	json_t *reply = NULL;
	char path[256];
	struct buf b = buf_over(path, sizeof(path));
	int rc;

	buf_add_text(&b, "words");
	client_part(&b, word);
	buf_add_text(&b, "/forget");
	rc = client_post(client, path, NULL, &reply);
	if (rc == EXIT_DONE && format == FORMAT_JSON)
		json_line(stdout, reply);
	else if (rc == EXIT_DONE)
		printf("%s: forgotten\n", word);
	json_decref(reply);
	return rc;
}
