#include "tests/model/laws.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#define OPEN_LINES                                                             \
	" order_ o INDEXED BY order_open JOIN line l ON"                       \
	" l.id > o.id * 64 AND l.id < o.id * 64 + 64 "

/* ?1, ?2, ?3: the newest message, event and ledger row before the step; ?4:
 * the text that caused it, 0: none. */
struct law {
	const char *says;
	const char *broken_by; /* a column: the row that breaks it */
	bool whole; /* reads everything: now and then */
};

static const struct law all[] = {
    {"stock is never below zero, nor below what is held",
	"SELECT id FROM offer WHERE stock_milli < 0 OR held_milli < 0"
	" OR held_milli > stock_milli",
	false},
    {"what is held is held for open lines",
	"SELECT f.id FROM offer f LEFT JOIN (SELECT l.offer_id AS id,"
	" sum(l.hold_milli) AS held FROM" OPEN_LINES
	"WHERE o.closed_ms = 0 GROUP BY 1) h ON h.id = f.id"
	" WHERE f.held_milli <> coalesce(h.held, 0)",
	false},
    {"a line with an open proposal is offered, to that seller",
	"SELECT p.id FROM proposal p JOIN line l ON l.id = p.line_id"
	" WHERE p.state = 1 AND (l.state <> 3 OR l.proposal_id <> p.id"
	" OR l.seller_id <> p.seller_id)",
	false},
    {"an offered line has its open proposal",
	"SELECT l.id FROM" OPEN_LINES "LEFT JOIN proposal p"
	" ON p.id = l.proposal_id WHERE o.closed_ms = 0 AND l.state = 3"
	" AND (p.id IS NULL OR p.state <> 1)",
	false},
    {"an offered line has a time, or its question still waits to leave",
	"SELECT l.id FROM" OPEN_LINES "WHERE o.closed_ms = 0 AND l.state = 3"
	" AND NOT EXISTS (SELECT 1 FROM timer WHERE kind IN (1, 2)"
	" AND ref = l.proposal_id) AND NOT EXISTS (SELECT 1 FROM proposal p"
	" JOIN message m ON m.id = p.message_id WHERE p.id = l.proposal_id"
	" AND m.state IN (10, 15, 18) AND m.stale_ms > 0)",
	false},
    {"a waiting line has a time",
	"SELECT l.id FROM" OPEN_LINES "WHERE o.closed_ms = 0 AND l.state = 2"
	" AND NOT EXISTS (SELECT 1 FROM timer WHERE kind = 4 AND ref = l.id)",
	false},
    {"a line put to the buyer has a question with a time",
	"SELECT l.id FROM" OPEN_LINES "WHERE o.closed_ms = 0 AND l.state = 1"
	" AND NOT EXISTS (SELECT 1 FROM timer t JOIN question q ON q.id = t.ref"
	" WHERE t.kind = 3 AND q.order_id = o.id)",
	false},
    {"an agreed line has a time",
	"SELECT l.id FROM" OPEN_LINES "WHERE o.closed_ms = 0 AND l.state = 4"
	" AND NOT EXISTS (SELECT 1 FROM timer WHERE kind = 7 AND ref = l.id)",
	false},
    {"a line handed over has a time until it is settled",
	"SELECT l.id FROM" OPEN_LINES "WHERE o.closed_ms = 0 AND l.state = 5"
	" AND l.settled_ms = 0 AND NOT EXISTS"
	" (SELECT 1 FROM timer WHERE kind = 5 AND ref = l.id)",
	false},
    {"a complaint has a due date",
	"SELECT l.id FROM" OPEN_LINES "WHERE o.closed_ms = 0 AND l.state = 8"
	" AND NOT EXISTS (SELECT 1 FROM timer WHERE kind = 6 AND ref = l.id)",
	false},
    {"an open order has an open line",
	"SELECT o.id FROM order_ o INDEXED BY order_open WHERE o.closed_ms = 0"
	" AND NOT EXISTS (SELECT 1 FROM line l WHERE l.id > o.id * 64"
	" AND l.id < o.id * 64 + 64 AND (l.state IN (1, 2, 3, 4, 8)"
	" OR (l.state = 5 AND l.settled_ms = 0)))",
	false},
    {"a changed line that is over holds nothing",
	"SELECT l.id FROM line l WHERE l.id IN (SELECT line_id FROM line_event"
	" WHERE id > ?2) AND l.state IN (5, 6, 7, 9) AND l.hold_milli <> 0",
	false},
    {"each change names what caused it",
	"SELECT id FROM line_event WHERE id > ?2 AND (by_whom = '' OR"
	" (?4 <> 0 AND message_id <> ?4 AND by_whom <> 'furrow'))",
	false},
    {"no text without a cause",
	"SELECT id FROM message WHERE id > ?1 AND out = 1 AND cause_id <> ?4"
	" AND (cause_id <> 0 OR (order_id = 0 AND subject = 0))",
	false},
    {"no text to who stopped them",
	"SELECT m.id FROM message m JOIN person p ON p.id = m.person_id"
	" WHERE m.id > ?1 AND m.out = 1 AND p.stopped_ms <> 0"
	" AND NOT EXISTS (SELECT 1 FROM message c WHERE c.id = m.cause_id"
	" AND c.phone_id = m.phone_id)",
	false},
    {"money received is what the ledger says",
	"SELECT l.id FROM line l WHERE l.id IN (SELECT line_id FROM ledger"
	" WHERE id > ?3) AND l.paid_minor <> (SELECT sum(amount_minor)"
	" FROM ledger g WHERE g.line_id = l.id AND g.kind = 'paid')",
	false},
    {"nobody gets more than was ordered",
	"SELECT id FROM line WHERE id IN (SELECT line_id FROM line_event"
	" WHERE id > ?2) AND (qty_milli <= 0 OR accepted_milli > qty_milli)",
	false},
    {"the price stays as it was agreed",
	"SELECT l.id FROM line l JOIN proposal p ON p.id = l.proposal_id"
	" WHERE l.id IN (SELECT line_id FROM line_event WHERE id > ?2)"
	" AND l.state IN (4, 5, 8) AND l.price_minor <> p.price_minor",
	false},
    {"a price is never above the buyer's highest",
	"SELECT l.id FROM line l WHERE l.id IN (SELECT line_id FROM line_event"
	" WHERE id > ?2) AND l.state = 3 AND l.price_max_minor >= 0"
	" AND l.price_minor > l.price_max_minor",
	false},
    {"what is settled was earned once, and nothing else",
	"SELECT l.id FROM line l LEFT JOIN (SELECT line_id, sum(amount_minor)"
	" AS minor FROM ledger WHERE kind <> 'paid' GROUP BY 1) g"
	" ON g.line_id = l.id WHERE coalesce(g.minor, 0) <>"
	" iif(l.state = 5 AND l.settled_ms > 0 AND l.price_minor > 0,"
	" (iif(l.accepted_milli >= 0, l.accepted_milli, l.qty_milli)"
	" * l.price_minor + 500) / 1000, 0)",
	true},
    {"the history of a line ends where the line is",
	"SELECT l.id FROM line l JOIN line_event e ON e.id = l.event_id"
	" WHERE e.to_state <> l.state",
	true},
    {"a closed order holds nothing and has nothing open",
	"SELECT l.id FROM order_ o JOIN line l ON l.id > o.id * 64"
	" AND l.id < o.id * 64 + 64 WHERE o.closed_ms <> 0"
	" AND (l.hold_milli <> 0 OR l.state IN (1, 2, 3, 4, 8))",
	true},
    {"open codes are unique, and those of open orders",
	"SELECT o.id FROM order_ o INDEXED BY order_open JOIN code c"
	" ON c.code = o.code WHERE o.closed_ms = 0 AND c.order_id <> o.id",
	true},
};

#define LAWS (sizeof(all) / sizeof(all[0]))

struct laws {
	sqlite3 *db;
	sqlite3_stmt *law[LAWS];
	sqlite3_stmt *mark, *moves, *line, *of_code, *was_asked, *proposals,
	    *searching, *stock, *holds, *given;
};

static sqlite3_stmt *
prepare(struct laws *laws, const char *sql)
{
	sqlite3_stmt *out = NULL;

	if (sqlite3_prepare_v3(laws->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
		&out, NULL) != SQLITE_OK)
		panic("%s: %s", sql, sqlite3_errmsg(laws->db));
	return out;
}

struct laws *
laws_open(const char *path)
{
	struct laws *laws = xcalloc(1, sizeof(*laws));

	PANIC_UNLESS(sqlite3_open_v2(path, &laws->db, SQLITE_OPEN_READONLY,
			 NULL) == SQLITE_OK);
	for (size_t i = 0; i < LAWS; i++)
		laws->law[i] = prepare(laws, all[i].broken_by);
	laws->mark = prepare(laws,
	    "SELECT (SELECT max(id) FROM message), (SELECT max(id) FROM"
	    " line_event), (SELECT max(id) FROM ledger)");
	laws->moves =
	    prepare(laws, "SELECT line_id, from_state, to_state FROM line_event"
			  " WHERE id > ?1 ORDER BY id");
#define LINE_COLUMNS                                                           \
	"SELECT l.id, o.buyer_id, l.seller_id, l.proposal_id, l.state,"        \
	" l.settled_ms FROM "
	laws->line = prepare(laws,
	    LINE_COLUMNS "line l JOIN order_ o ON o.id = l.id / 64"
			 " WHERE l.id = ?1");
	laws->of_code = prepare(laws,
	    LINE_COLUMNS "code c JOIN order_ o ON o.id = c.order_id"
			 " JOIN line l ON l.id > o.id * 64"
			 " AND l.id < o.id * 64 + 64"
			 " WHERE c.code = ?1 AND c.open = 1"
			 " AND (o.buyer_id = ?2 OR l.seller_id = ?2)");
	laws->was_asked =
	    prepare(laws, "SELECT count(*) FROM proposal WHERE id > ?1 * 4096"
			  " AND id < (?1 + 1) * 4096 AND seller_id = ?2");
	laws->proposals = prepare(laws,
	    "SELECT count(*) FROM proposal WHERE state = 1 AND seller_id = ?1");
	laws->searching =
	    prepare(laws, "SELECT count(*) FROM" OPEN_LINES
			  "WHERE o.closed_ms = 0 AND o.buyer_id = ?1"
			  " AND l.state IN (1, 2, 3)");
	laws->stock = prepare(
	    laws, "SELECT sum(stock_milli) FROM offer WHERE seller_id <> ?1");
	laws->holds = prepare(laws,
	    "SELECT l.id, l.hold_milli, l.seller_id FROM" OPEN_LINES
	    "WHERE o.closed_ms = 0 AND l.hold_milli > 0 ORDER BY 1");
	laws->given = prepare(laws,
	    "SELECT iif(accepted_milli >= 0, accepted_milli, qty_milli)"
	    " FROM line WHERE id = ?1");
	return laws;
}

void
laws_close(struct laws **at)
{
	struct laws *laws = *at;

	for (size_t i = 0; i < LAWS; i++)
		sqlite3_finalize(laws->law[i]);
	sqlite3_finalize(laws->mark);
	sqlite3_finalize(laws->moves);
	sqlite3_finalize(laws->line);
	sqlite3_finalize(laws->of_code);
	sqlite3_finalize(laws->was_asked);
	sqlite3_finalize(laws->proposals);
	sqlite3_finalize(laws->searching);
	sqlite3_finalize(laws->stock);
	sqlite3_finalize(laws->holds);
	sqlite3_finalize(laws->given);
	sqlite3_close(laws->db);
	free(laws);
	*at = NULL;
}

void
laws_mark(struct laws *laws, struct laws_mark *out)
{
	PANIC_UNLESS(sqlite3_step(laws->mark) == SQLITE_ROW);
	out->message_id = sqlite3_column_int64(laws->mark, 0);
	out->event_id = sqlite3_column_int64(laws->mark, 1);
	out->ledger_id = sqlite3_column_int64(laws->mark, 2);
	sqlite3_reset(laws->mark);
}

bool
laws_kept(struct laws *laws, const struct laws_mark *since, int64_t cause_id,
    bool whole, char *why, size_t why_octets)
{
	bool hold = true;

	for (size_t i = 0; hold && i < LAWS; i++) {
		sqlite3_stmt *law = laws->law[i];
		int rc;

		if (all[i].whole && !whole)
			continue;
		/* A law without that figure does not take it. */
		sqlite3_bind_int64(law, 1, since->message_id);
		sqlite3_bind_int64(law, 2, since->event_id);
		sqlite3_bind_int64(law, 3, since->ledger_id);
		sqlite3_bind_int64(law, 4, cause_id);
		rc = sqlite3_step(law);
		hold = rc == SQLITE_DONE;
		if (!hold)
			snprintf(why, why_octets, "%s: row %lld", all[i].says,
			    (long long)sqlite3_column_int64(law, 0));
		sqlite3_reset(law);
	}
	return hold;
}

/* -- for the rules --------------------------------------------------------- */

void
laws_moves(struct laws *laws, const struct laws_mark *since,
    bool (*fn)(void *arg, const struct laws_move *move), void *arg)
{
	bool more = true;

	sqlite3_bind_int64(laws->moves, 1, since->event_id);
	while (more && sqlite3_step(laws->moves) == SQLITE_ROW) {
		struct laws_move move = {sqlite3_column_int64(laws->moves, 0),
		    sqlite3_column_int(laws->moves, 1),
		    sqlite3_column_int(laws->moves, 2)};
		more = fn(arg, &move);
	}
	sqlite3_reset(laws->moves);
}

static void
read_line(sqlite3_stmt *q, struct laws_line *out)
{
	out->id = sqlite3_column_int64(q, 0);
	out->buyer_id = sqlite3_column_int64(q, 1);
	out->seller_id = sqlite3_column_int64(q, 2);
	out->proposal_id = sqlite3_column_int64(q, 3);
	out->state = sqlite3_column_int(q, 4);
	out->settled_ms = sqlite3_column_int64(q, 5);
}

bool
laws_line_get(struct laws *laws, int64_t id, struct laws_line *out)
{
	bool found;

	sqlite3_bind_int64(laws->line, 1, id);
	found = sqlite3_step(laws->line) == SQLITE_ROW;
	if (found)
		read_line(laws->line, out);
	sqlite3_reset(laws->line);
	return found;
}

size_t
laws_lines_of(struct laws *laws, const char *code, int64_t person_id,
    struct laws_line *dst, size_t dst_count)
{
	size_t n = 0;

	sqlite3_bind_text(laws->of_code, 1, code, -1, SQLITE_STATIC);
	sqlite3_bind_int64(laws->of_code, 2, person_id);
	while (n < dst_count && sqlite3_step(laws->of_code) == SQLITE_ROW)
		read_line(laws->of_code, &dst[n++]);
	sqlite3_reset(laws->of_code);
	return n;
}

static int64_t
ask_count(sqlite3_stmt *q, int64_t first, int64_t second)
{
	int64_t n = 0;

	sqlite3_bind_int64(q, 1, first);
	sqlite3_bind_int64(q, 2, second);
	if (sqlite3_step(q) == SQLITE_ROW)
		n = sqlite3_column_int64(q, 0);
	sqlite3_reset(q);
	return n;
}

bool
laws_was_asked(struct laws *laws, int64_t order_id, int64_t person_id)
{
	return ask_count(laws->was_asked, order_id, person_id) > 0;
}

int64_t
laws_open_proposals(struct laws *laws, int64_t person_id)
{
	return ask_count(laws->proposals, person_id, 0);
}

int64_t
laws_searching(struct laws *laws, int64_t buyer_id)
{
	return ask_count(laws->searching, buyer_id, 0);
}

int64_t
laws_stock(struct laws *laws, int64_t but_id)
{
	return ask_count(laws->stock, but_id, 0);
}

size_t
laws_holds(struct laws *laws, struct laws_hold *dst, size_t dst_count)
{
	size_t n = 0;

	while (n < dst_count && sqlite3_step(laws->holds) == SQLITE_ROW)
		dst[n++] =
		    (struct laws_hold){sqlite3_column_int64(laws->holds, 0),
			sqlite3_column_int64(laws->holds, 1),
			sqlite3_column_int64(laws->holds, 2)};
	sqlite3_reset(laws->holds);
	return n;
}

int64_t
laws_given(struct laws *laws, int64_t line_id)
{
	return ask_count(laws->given, line_id, 0);
}
