/* scale - years of a market, out of the lives that were just played.
 *
 *   scale DB MESSAGES BUYERS SELLERS
 *   scale -s DB     feeds the index of words, as furrowd does behind its texts
 *
 * DB is the store of a furrowd that is not running: its first phones are
 * BUYERS buyers, the next SELLERS sellers, and some lives were played there by
 * SMPP.  Every row of those lives (texts, orders, lines, proposals, history,
 * sent parts) is copied, other people's each time and later each time, until
 * there are MESSAGES texts; the copies are fulfilled and settled.  What was
 * played moves a year back, so that ids go on ascending with time.
 *
 * The columns are asked of the database: what is not named below is copied as
 * it is, what is named and not there is said.  Nothing is synced: a store for
 * measuring, made in minutes. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "gateway/store/search.h"

#define YEAR_MS (INT64_C(365) * 86400 * 1000)
#define COLUMNS 64

enum what {
	SAME,
	VALUE, /* of the rule */
	MESSAGE, /* an id of a message; 0 stays 0, as below */
	PREV, /* … the one before in its phone's chain */
	PART, /* message * 16 + n */
	ORDER,
	LINE, /* order * 64 + n */
	PROPOSAL, /* line * 64 + n */
	EVENT,
	SETTLED, /* a text's state: what is under way was sent */
	SUBJECT, /* of a text: proposal or line */
	PHONE,
	PERSON,
	TIME,
	THEN, /* TIME, and where there is none the row's newest time */
};

static const struct rule {
	const char *table, *column;
	enum what what;
	int64_t value;
} rules[] = {
    {"message", "id", MESSAGE, 0},
    {"message", "prev_id", PREV, 0},
    {"message", "time_ms", TIME, 0},
    {"message", "phone_id", PHONE, 0},
    {"message", "person_id", PERSON, 0},
    {"message", "order_id", ORDER, 0},
    {"message", "cause_id", MESSAGE, 0},
    {"message", "stamp_ms", TIME, 0},
    {"message", "changed_ms", TIME, 0},
    {"message", "due_ms", TIME, 0},
    {"message", "first_ms", TIME, 0},
    {"message", "stale_ms", TIME, 0},
    {"message", "subject_id", SUBJECT, 0},
    {"message", "state", SETTLED, 0},
    {"message", "lane", VALUE, 0},
    {"order_", "id", ORDER, 0},
    {"order_", "buyer_id", PERSON, 0},
    {"order_", "phone_id", PHONE, 0},
    {"order_", "message_id", MESSAGE, 0},
    {"order_", "created_ms", TIME, 0},
    {"order_", "changed_ms", TIME, 0},
    {"order_", "closed_ms", THEN, 0},
    {"line", "id", LINE, 0},
    {"line", "state", VALUE, 5},
    {"line", "seller_id", PERSON, 0},
    {"line", "proposal_id", PROPOSAL, 0},
    {"line", "hold_milli", VALUE, 0},
    {"line", "done_ms", THEN, 0},
    {"line", "got_ms", THEN, 0},
    {"line", "settled_ms", THEN, 0},
    {"line", "created_ms", TIME, 0},
    {"line", "changed_ms", TIME, 0},
    {"line", "event_id", EVENT, 0},
    {"proposal", "id", PROPOSAL, 0},
    {"proposal", "line_id", LINE, 0},
    {"proposal", "prev_id", VALUE, 0},
    {"proposal", "seller_id", PERSON, 0},
    {"proposal", "phone_id", PHONE, 0},
    {"proposal", "state", VALUE, 2},
    {"proposal", "hold_milli", VALUE, 0},
    {"proposal", "message_id", MESSAGE, 0},
    {"proposal", "asked_ms", TIME, 0},
    {"proposal", "sent_ms", TIME, 0},
    {"proposal", "due_ms", TIME, 0},
    {"proposal", "answered_ms", TIME, 0},
    {"line_event", "id", EVENT, 0},
    {"line_event", "line_id", LINE, 0},
    {"line_event", "prev_id", EVENT, 0},
    {"line_event", "time_ms", TIME, 0},
    {"line_event", "person_id", PERSON, 0},
    {"line_event", "message_id", MESSAGE, 0},
    {"sent_part", "id", PART, 0},
    {"sent_part", "time_ms", TIME, 0},
    {"sent_part", "report_ms", TIME, 0},
};

/* The rows of one table as they were played. */
struct table {
	const char *name;
	int columns;
	struct {
		char name[40];
		enum what what;
		int64_t value;
	} column[COLUMNS];
	long rows;
	sqlite3_value **cells; /* rows * columns */
	sqlite3_stmt *insert;
};

struct scale {
	sqlite3 *db;
	struct table tables[6];
	int count;
	int64_t messages, orders, events; /* how far a copy's ids move on */
	int64_t first_phone, first_person, buyers, sellers;
	int64_t people; /* how far a copy's people move on */
	int64_t *heads; /* by phone */
	size_t heads_count;
	int64_t step_ms;
};

static void
sql(struct scale *s, const char *text)
{
	char *why = NULL;
	if (sqlite3_exec(s->db, text, NULL, NULL, &why) == SQLITE_OK)
		return;
	fprintf(stderr, "scale: %s: %s\n", text, why);
	exit(1);
}

static sqlite3_stmt *
prepare(struct scale *s, const char *text)
{
	sqlite3_stmt *stmt = NULL;
	if (sqlite3_prepare_v2(s->db, text, -1, &stmt, NULL) == SQLITE_OK)
		return stmt;
	fprintf(stderr, "scale: %s: %s\n", text, sqlite3_errmsg(s->db));
	exit(1);
}

static int64_t
number(struct scale *s, const char *text)
{
	sqlite3_stmt *stmt = prepare(s, text);
	int64_t value = 0;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		value = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

/* -- what was played --------------------------------------------------------
 */

static void
find_rules(struct table *t)
{
	for (size_t r = 0; r < sizeof(rules) / sizeof(rules[0]); r++) {
		int c = 0;
		if (strcmp(rules[r].table, t->name) != 0)
			continue;
		while (c < t->columns &&
		       strcmp(t->column[c].name, rules[r].column) != 0)
			c++;
		if (c == t->columns) {
			fprintf(stderr, "scale: no column %s.%s any more\n",
			    t->name, rules[r].column);
			continue;
		}
		t->column[c].what = rules[r].what;
		t->column[c].value = rules[r].value;
	}
}

static void
prepare_insert(struct scale *s, struct table *t)
{
	char text[4096];
	int n = snprintf(
	    text, sizeof(text), "INSERT INTO \"%s\" VALUES (?", t->name);
	for (int c = 1; c < t->columns; c++)
		n += snprintf(text + n, sizeof(text) - (size_t)n, ", ?");
	snprintf(text + n, sizeof(text) - (size_t)n, ")");
	t->insert = prepare(s, text);
}

static void
load(struct scale *s, const char *name)
{
	char text[128];
	struct table *t = &s->tables[s->count++];
	*t = (struct table){.name = name};
	snprintf(text, sizeof(text), "SELECT * FROM \"%s\" ORDER BY 1", name);
	sqlite3_stmt *stmt = prepare(s, text);
	t->columns = sqlite3_column_count(stmt);
	PANIC_UNLESS(t->columns <= COLUMNS);
	for (int c = 0; c < t->columns; c++)
		snprintf(t->column[c].name, sizeof(t->column[c].name), "%s",
		    sqlite3_column_name(stmt, c));
	find_rules(t);
	long room = 0;
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		if (t->rows == room) {
			room = room == 0 ? 1024 : room * 2;
			t->cells = xrealloc(t->cells,
			    (size_t)(room * t->columns) * sizeof(*t->cells));
		}
		for (int c = 0; c < t->columns; c++)
			t->cells[t->rows * t->columns + c] =
			    sqlite3_value_dup(sqlite3_column_value(stmt, c));
		t->rows++;
	}
	sqlite3_finalize(stmt);
	prepare_insert(s, t);
}

static void
unload(struct table *t)
{
	for (long i = 0; i < t->rows * t->columns; i++)
		sqlite3_value_free(t->cells[i]);
	free(t->cells);
	sqlite3_finalize(t->insert);
}

/* -- a copy ---------------------------------------------------------------- */

static int64_t
other_person(const struct scale *s, int64_t id, int64_t first, int64_t copy)
{
	int64_t place = id - first, by = copy * s->people;
	if (place < 0 || place >= s->buyers + s->sellers)
		return id;
	return first +
	       (place < s->buyers
		       ? (place + by) % s->buyers
		       : s->buyers + (place - s->buyers + by) % s->sellers);
}

struct row {
	const struct table *table;
	sqlite3_value **cells;
	int64_t copy, phone_id, newest_ms, subject;
};

static int64_t
cell(const struct row *row, const char *name)
{
	for (int c = 0; c < row->table->columns; c++)
		if (strcmp(row->table->column[c].name, name) == 0)
			return sqlite3_value_int64(row->cells[c]);
	return 0;
}

static int64_t
chain(struct scale *s, const struct row *row, int64_t id)
{
	size_t phone = (size_t)row->phone_id;
	if (phone >= s->heads_count) {
		size_t count = phone * 2 + 1024;
		s->heads = xrealloc(s->heads, count * sizeof(*s->heads));
		memset(s->heads + s->heads_count, 0,
		    (count - s->heads_count) * sizeof(*s->heads));
		s->heads_count = count;
	}
	int64_t prev_id = s->heads[phone];
	s->heads[phone] = id;
	return prev_id;
}

/* 1, 2: about a proposal; 3: about a line (store_message.h). */
static int64_t
moved_subject(const struct scale *s, const struct row *row, int64_t id)
{
	if (row->subject < 1 || row->subject > 3)
		return id;
	return id + row->copy * s->orders * (row->subject == 3 ? 64 : 64 * 64);
}

static int64_t
moved(struct scale *s, const struct row *row, int c)
{
	int64_t value = sqlite3_value_int64(row->cells[c]), k = row->copy;
	enum what what = row->table->column[c].what;
	if (value == 0 && what != VALUE && what != PREV && what != THEN)
		return 0;
	switch (what) {
	case SAME:
		return value;
	case VALUE:
		return row->table->column[c].value;
	case MESSAGE:
		return value + k * s->messages;
	case PREV:
		return chain(s, row, cell(row, "id") + k * s->messages);
	case PART:
		return value + k * s->messages * 16;
	case ORDER:
		return value + k * s->orders;
	case LINE:
		return value + k * s->orders * 64;
	case PROPOSAL:
		return value + k * s->orders * 64 * 64;
	case EVENT:
		return value + k * s->events;
	case SETTLED: /* 10 and above: outbound (store_message.h) */
		return value >= 10 && value != 13 ? 12 : value;
	case SUBJECT:
		return moved_subject(s, row, value);
	case PHONE:
		return other_person(s, value, s->first_phone, k);
	case PERSON:
		return other_person(s, value, s->first_person, k);
	case TIME:
		return value + k * s->step_ms;
	case THEN:
		return row->newest_ms + k * s->step_ms;
	}
	return value;
}

static void
copy_row(struct scale *s, struct table *t, long i, int64_t copy)
{
	struct row row = {
	    .table = t, .cells = t->cells + i * t->columns, .copy = copy};
	row.phone_id =
	    other_person(s, cell(&row, "phone_id"), s->first_phone, copy);
	row.newest_ms = cell(&row, "changed_ms");
	row.subject = cell(&row, "subject");
	for (int c = 0; c < t->columns; c++) {
		if (t->column[c].what == SAME)
			sqlite3_bind_value(t->insert, c + 1, row.cells[c]);
		else
			sqlite3_bind_int64(t->insert, c + 1, moved(s, &row, c));
	}
	if (sqlite3_step(t->insert) != SQLITE_DONE) {
		fprintf(
		    stderr, "scale: %s: %s\n", t->name, sqlite3_errmsg(s->db));
		exit(1);
	}
	sqlite3_reset(t->insert);
}

/* -- before and behind ------------------------------------------------------
 */

static void
move_back(struct scale *s)
{
	char text[256];
	for (int i = 0; i < s->count; i++)
		for (int c = 0; c < s->tables[i].columns; c++) {
			if (s->tables[i].column[c].what != TIME)
				continue;
			const char *name = s->tables[i].column[c].name;
			snprintf(text, sizeof(text),
			    "UPDATE \"%s\" SET %s = %s - %" PRId64
			    " WHERE %s > 0",
			    s->tables[i].name, name, name, YEAR_MS, name);
			sql(s, text);
		}
}

/* The chains of what was played, as the copies go on with them. */
static void
read_heads(struct scale *s)
{
	sqlite3_stmt *stmt =
	    prepare(s, "SELECT phone_id, id FROM message ORDER BY id");
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		struct row row = {.phone_id = sqlite3_column_int64(stmt, 0)};
		(void)chain(s, &row, sqlite3_column_int64(stmt, 1));
	}
	sqlite3_finalize(stmt);
}

static void
write_heads(struct scale *s)
{
	sqlite3_stmt *stmt =
	    prepare(s, "INSERT OR REPLACE INTO phone_head VALUES (?, ?)");
	for (size_t i = 0; i < s->heads_count; i++) {
		if (s->heads[i] == 0)
			continue;
		sqlite3_bind_int64(stmt, 1, (int64_t)i);
		sqlite3_bind_int64(stmt, 2, s->heads[i]);
		sqlite3_step(stmt);
		sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	sql(s, "INSERT OR REPLACE INTO setting SELECT 'head_mark', max(id)"
	       " FROM message");
}

static void
open_store(struct scale *s, const char *path)
{
	if (sqlite3_open_v2(path, &s->db, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK) {
		fprintf(stderr, "scale: %s: %s\n", path, sqlite3_errmsg(s->db));
		exit(1);
	}
	sql(s, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF;"
	       "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000");
}

static void
measure_played(struct scale *s)
{
	s->messages = number(s, "SELECT max(id) FROM message");
	s->orders = number(s, "SELECT max(id) FROM order_");
	s->events = number(s, "SELECT max(id) FROM line_event");
	s->people = number(s, "SELECT count(*) FROM order_");
	s->first_phone = number(s, "SELECT min(id) FROM phone");
	s->first_person = number(s, "SELECT min(id) FROM person");
}

static int
feed_index(const char *path)
{
	struct err err = {0};
	struct search *search = search_open(path, &err);
	long fed = 0;
	int got = -1;
	while (search != NULL && (got = search_feed(search, 2000, &err)) > 0)
		fed += got;
	search_close(&search);
	if (got < 0)
		fprintf(stderr, "scale: %s\n", err.text);
	printf("%ld messages and events in the index of words\n", fed);
	return got < 0 ? 1 : 0;
}

int
main(int argc, char **argv)
{
	static const char *const names[] = {
	    "message", "order_", "line", "proposal", "line_event", "sent_part"};
	struct scale s = {0};
	if (argc == 3 && strcmp(argv[1], "-s") == 0)
		return feed_index(argv[2]);
	if (argc != 5) {
		fprintf(stderr, "usage: scale DB MESSAGES BUYERS SELLERS\n");
		return 2;
	}
	s.buyers = strtoll(argv[3], NULL, 10);
	s.sellers = strtoll(argv[4], NULL, 10);
	open_store(&s, argv[1]);
	measure_played(&s);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		load(&s, names[i]);
	int64_t wanted = strtoll(argv[2], NULL, 10), had = s.tables[0].rows;
	if (had == 0 || s.buyers < 1 || s.sellers < 1)
		return 1;
	int64_t copies = (wanted + had - 1) / had - 1;
	sql(&s, "BEGIN");
	move_back(&s);
	read_heads(&s);
	/* `copy` starts from the times as they were: a year less. */
	s.step_ms = copies > 0 ? YEAR_MS / (copies + 1) : 0;
	for (int i = 0; i < s.count; i++)
		unload(&s.tables[i]);
	s.count = 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		load(&s, names[i]);
	for (int64_t copy = 1; copy <= copies; copy++)
		for (int i = 0; i < s.count; i++)
			for (long row = 0; row < s.tables[i].rows; row++)
				copy_row(&s, &s.tables[i], row, copy);
	write_heads(&s);
	sql(&s, "COMMIT");
	for (int i = 0; i < s.count; i++)
		unload(&s.tables[i]);
	printf("%" PRId64 " messages, %" PRId64 " orders\n",
	    number(&s, "SELECT count(*) FROM message"),
	    number(&s, "SELECT count(*) FROM order_"));
	free(s.heads);
	sqlite3_close(s.db);
	return 0;
}
