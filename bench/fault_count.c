#include "bench/fault_count.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>
#include <sqlite3.h>

/* As store_message.h numbers them. */
enum { RECEIVED = 1, QUEUED = 10, SENDING, SENT, DELIVERED, UNKNOWN, REFUSED };

/* What the two sides say of one text. */
struct seen {
	int received; /* rows with its words */
	int other; /* rows of that number with other words */
	int id; /* the network's */
	bool cut; /* the network lost a part of it */
	int taken[FAULT_PARTS +
		  1]; /* by the network, [0]: a text in one part */
	int parts;
	bool swallowed; /* the network said "taken" and threw it away */
	int state; /* of the newest row; 0: none */
	bool repeated;
};

/* -- the journal ----------------------------------------------------------- */

static int
find(const struct fault_text *texts, int count, const char *number)
{
	for (int i = 0; i < count; i++)
		if (strcmp(texts[i].number, number) == 0)
			return i;
	return -1;
}

static const char *
word_of(const json_t *line, const char *key)
{
	const char *word = json_string_value(json_object_get(line, key));
	return word != NULL ? word : "";
}

static int
number_of(const json_t *line, const char *key)
{
	return (int)json_integer_value(json_object_get(line, key));
}

static void
note_taken(const struct fault_plan *plan, struct seen *outs, const json_t *line)
{
	int i = find(plan->out, plan->outs, word_of(line, "to"));
	int part = number_of(line, "part");
	if (i < 0 || part < 0 || part > FAULT_PARTS)
		return;
	outs[i].taken[part]++;
	if (number_of(line, "parts") > outs[i].parts)
		outs[i].parts = number_of(line, "parts");
}

/* No credit: the result is that of a text that left.  Nobody can know, so it
 * counts as such. */
static void
note_swallowed(
    const struct fault_plan *plan, struct seen *outs, const json_t *line)
{
	int i = find(plan->out, plan->outs, word_of(line, "to"));
	if (i >= 0 && strcmp(word_of(line, "fate"), "lost") == 0)
		outs[i].swallowed = true;
}

static void
note_in(const struct fault_plan *plan, struct seen *ins, const json_t *line)
{
	int id = number_of(line, "id");
	int i = find(plan->in, plan->ins, word_of(line, "from"));
	if (i >= 0)
		ins[i].id = id;
	bool lost = strcmp(word_of(line, "kind"), "part-lost") == 0;
	for (i = 0; lost && i < plan->ins; i++)
		ins[i].cut = ins[i].cut || ins[i].id == id;
}

static int
read_journal(const struct fault_plan *plan, struct seen *ins, struct seen *outs)
{
	char *text = NULL;
	size_t room = 0;
	FILE *in = fopen("sim.log", "r");
	if (in == NULL) {
		perror("sim.log");
		return -1;
	}
	while (getline(&text, &room, in) > 0) {
		json_t *line = json_loads(text, 0, NULL);
		if (strcmp(word_of(line, "kind"), "taken-from-modem") == 0)
			note_taken(plan, outs, line);
		else if (strcmp(word_of(line, "kind"), "not-taken") == 0)
			note_swallowed(plan, outs, line);
		else if (json_object_get(line, "id") != NULL)
			note_in(plan, ins, line);
		json_decref(line);
	}
	free(text);
	fclose(in);
	return 0;
}

/* -- the ledger ------------------------------------------------------------ */

static sqlite3_stmt *
ask(sqlite3 **db, const char *sql)
{
	sqlite3_stmt *rows = NULL;
	if (sqlite3_open_v2("furrow.db", db, SQLITE_OPEN_READWRITE, NULL) !=
		SQLITE_OK ||
	    sqlite3_busy_timeout(*db, 5000) != SQLITE_OK ||
	    sqlite3_prepare_v2(*db, sql, -1, &rows, NULL) != SQLITE_OK)
		fprintf(stderr, "faults: furrow.db: %s\n", sqlite3_errmsg(*db));
	return rows;
}

static void
note_row(const struct fault_plan *plan, struct seen *ins, struct seen *outs,
    sqlite3_stmt *row)
{
	const char *number = (const char *)sqlite3_column_text(row, 3);
	const char *text = (const char *)sqlite3_column_text(row, 4);
	int state = sqlite3_column_int(row, 1);
	bool out = sqlite3_column_int(row, 0) != 0;
	int i = out ? find(plan->out, plan->outs, number)
		    : find(plan->in, plan->ins, number);
	if (i < 0)
		return;
	if (out) {
		outs[i].state = state;
		outs[i].repeated = sqlite3_column_int(row, 2) != 0;
	} else if (state == RECEIVED) {
		if (strcmp(text, plan->in[i].text) == 0)
			ins[i].received++;
		else
			ins[i].other++;
	}
}

static int
read_ledger(const struct fault_plan *plan, struct seen *ins, struct seen *outs)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *rows =
	    ask(&db, "SELECT m.out, m.state, m.repeated, p.number, m.text"
		     " FROM message m JOIN phone p ON p.id = m.phone_id"
		     " ORDER BY m.id");
	while (rows != NULL && sqlite3_step(rows) == SQLITE_ROW)
		note_row(plan, ins, outs, rows);
	sqlite3_finalize(rows);
	sqlite3_close(db);
	return rows != NULL ? 0 : -1;
}

int
fault_count_rows(bool out, int state, const char *number)
{
	sqlite3 *db = NULL;
	int count = -1;
	sqlite3_stmt *rows = ask(&db,
	    "SELECT count(*) FROM message m"
	    " JOIN phone p ON p.id = m.phone_id WHERE m.out = ?1"
	    " AND (?2 = 0 OR m.state = ?2) AND (?3 = '' OR number = ?3)");
	if (rows != NULL) {
		sqlite3_bind_int(rows, 1, out);
		sqlite3_bind_int(rows, 2, state);
		sqlite3_bind_text(rows, 3, number, -1, SQLITE_STATIC);
		if (sqlite3_step(rows) == SQLITE_ROW)
			count = sqlite3_column_int(rows, 0);
	}
	sqlite3_finalize(rows);
	sqlite3_close(db);
	return count;
}

/* -- the two together ------------------------------------------------------ */

/* The network has all of it, so many times (the part it has most often). */
static bool
taken(const struct seen *s, int *most)
{
	bool all = true;
	int first = s->parts > 1 ? 1 : 0, last = s->parts > 1 ? s->parts : 0;
	*most = 0;
	for (int part = first; part <= last && part <= FAULT_PARTS; part++) {
		all = all && s->taken[part] > 0;
		*most = s->taken[part] > *most ? s->taken[part] : *most;
	}
	return all;
}

static void
judge_in(const struct seen *s, struct fault_count *c)
{
	int rows = s->received + s->other;
	/* What came of a text that was cut is shown, once. */
	c->in_lost += s->cut ? rows == 0 : s->received == 0;
	c->in_doubled += rows > 1 ? rows - 1 : 0;
}

static void
judge_out(const struct seen *s, struct fault_count *c)
{
	int most;
	bool has = taken(s, &most);
	bool waits =
	    s->state == QUEUED || s->state == SENDING || s->state == REFUSED;
	bool sure = s->state == SENT || s->state == DELIVERED;
	c->waiting += waits;
	c->out_unknown += s->state == UNKNOWN || (!has && s->swallowed);
	c->out_lost += !has && !s->swallowed && s->state != UNKNOWN;
	c->said_sent += !has && !s->swallowed && sure;
	c->said_failed += has && !sure && s->state != UNKNOWN && !waits;
	if (most > 1 && s->repeated && most == 2)
		c->out_again++;
	else if (most > 1)
		c->out_doubled += most - 1;
}

int
fault_count(const struct fault_plan *plan, struct fault_count *out)
{
	struct seen ins[FAULT_TEXTS] = {{0}}, outs[FAULT_TEXTS] = {{0}};
	*out = (struct fault_count){0};
	if (read_journal(plan, ins, outs) != 0 ||
	    read_ledger(plan, ins, outs) != 0)
		return -1;
	for (int i = 0; i < plan->ins; i++)
		judge_in(&ins[i], out);
	for (int i = 0; i < plan->outs; i++)
		judge_out(&outs[i], out);
	return 0;
}

void
fault_count_explain(const struct fault_plan *plan, FILE *out)
{
	struct seen ins[FAULT_TEXTS] = {{0}}, outs[FAULT_TEXTS] = {{0}};
	if (read_journal(plan, ins, outs) != 0 ||
	    read_ledger(plan, ins, outs) != 0)
		return;
	for (int i = 0; i < plan->ins; i++)
		if (ins[i].received != 1 || ins[i].other != 0)
			fprintf(out,
			    "  in  %s: stored %d times, %d with other words\n",
			    plan->in[i].number, ins[i].received, ins[i].other);
	for (int i = 0; i < plan->outs; i++) {
		int most;
		bool has = taken(&outs[i], &most);
		if (!has || most != 1 || outs[i].state < SENT ||
		    outs[i].state > DELIVERED)
			fprintf(out,
			    "  out %s: the network has %s, at most %d times; "
			    "state %d%s\n",
			    plan->out[i].number, has ? "all" : "not all", most,
			    outs[i].state, outs[i].repeated ? ", again" : "");
	}
}
