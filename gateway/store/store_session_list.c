#include "gateway/store/store_session_list.h"

#include <stdio.h>
#include <string.h>

#include "gateway/store/store_inside.h"
#include "gateway/store/store_session_inside.h"

#define SESSION_SELECT                                                         \
	"SELECT s.id, s.link_id, s.phone_id, s.person_id, s.ext, s.code,"      \
	" s.dial, s.network, s.lang, s.state, s.reason, s.opened_ms,"          \
	" s.seen_ms, s.closed_ms, s.turns, s.screen, s.made, p.number, l.name" \
	" FROM ussd_session s LEFT JOIN phone p ON p.id = s.phone_id"          \
	" LEFT JOIN link l ON l.id = s.link_id "

/* A dialogue can be found by its gateway's id for a day: what was opened before
 * is over. */
#define OPEN_MOST_MS (24 * INT64_C(3600000))

/* Below this many sessions a time is found by reading them all. */
#define READ_ALL 500

static void
row_read(struct db_query *q, struct session_row *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->link_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->person_id = db_get_int(q);
	db_get_text(q, out->ext, sizeof(out->ext));
	db_get_text(q, out->code, sizeof(out->code));
	db_get_text(q, out->dial, sizeof(out->dial));
	db_get_text(q, out->network, sizeof(out->network));
	db_get_text(q, out->lang, sizeof(out->lang));
	out->state = (enum session_life)db_get_int(q);
	db_get_text(q, out->reason, sizeof(out->reason));
	out->opened_ms = db_get_int(q);
	out->seen_ms = db_get_int(q);
	out->closed_ms = db_get_int(q);
	out->turns = (int)db_get_int(q);
	db_get_text(q, out->screen, sizeof(out->screen));
	db_get_text(q, out->made, sizeof(out->made));
	db_get_text(q, out->number, sizeof(out->number));
	db_get_text(q, out->link, sizeof(out->link));
}

int64_t
session_first_since(struct store *store, int64_t since_ms)
{
	int64_t low = 0, high;

	if (since_ms <= 0)
		return 0;
	high = db_number(store->db, 0, "SELECT max(id) FROM ussd_session") + 1;
	if (high < READ_ALL)
		return 0;
	while (high - low > 1) {
		int64_t middle = low + (high - low) / 2;
		int64_t opened_ms = db_number(store->db, INT64_MAX,
		    "SELECT opened_ms FROM ussd_session WHERE id >= ?1"
		    " ORDER BY id LIMIT 1",
		    db_int(middle));

		if (opened_ms < since_ms)
			low = middle;
		else
			high = middle;
	}
	return high;
}

static bool
is_open(const struct session_row *row)
{
	return row->state == SESSION_OPEN || row->state == SESSION_WAIT;
}

static bool
fits(const struct session_filter *f, const struct session_row *row)
{
	return (f->phone_id == 0 || row->phone_id == f->phone_id) &&
	       (f->link_id == 0 || row->link_id == f->link_id) &&
	       (!f->open || is_open(row)) &&
	       (f->since_ms == 0 || row->opened_ms >= f->since_ms) &&
	       (f->until_ms == 0 || row->opened_ms < f->until_ms);
}

static struct db_query
ask(struct store *store, const struct session_filter *f, int64_t before_id,
    int64_t floor)
{
	if (f->phone_id != 0)
		return db_ask(store->db,
		    SESSION_SELECT "WHERE s.phone_id = ?1 AND s.id < ?2"
				   " AND s.id >= ?3 ORDER BY s.id DESC",
		    db_int(f->phone_id), db_int(before_id), db_int(floor));
	return db_ask(store->db,
	    SESSION_SELECT "WHERE s.id < ?1 AND s.id >= ?2 ORDER BY s.id DESC",
	    db_int(before_id), db_int(floor));
}

/* Below which id none can fit. */
static int64_t
floor_of(struct store *store, const struct session_filter *f)
{
	int64_t since_ms = f->since_ms;

	if (f->open) {
		int64_t newest_ms = db_number(store->db, 0,
		    "SELECT opened_ms FROM ussd_session"
		    " ORDER BY id DESC LIMIT 1");

		if (newest_ms - OPEN_MOST_MS > since_ms)
			since_ms = newest_ms - OPEN_MOST_MS;
	}
	return session_first_since(store, since_ms);
}

int64_t
store_session_list(struct store *store, const struct session_filter *f,
    bool (*fn)(void *arg, const struct session_row *row), void *arg)
{
	int64_t before = f->before_id != 0 ? f->before_id : INT64_MAX;
	int64_t reached = 0;
	int given = 0, looked = 0;
	struct session_row row;
	struct db_query q;

	if (f->until_ms != 0) {
		/* By halving it may be one too early: fits() is exact. */
		int64_t until = session_first_since(store, f->until_ms);

		if (until != 0 && until + 1 < before)
			before = until + 1;
	}
	q = ask(store, f, before, floor_of(store, f));
	while (reached == 0 && db_next(&q)) {
		row_read(&q, &row);
		looked++;
		if (fits(f, &row)) {
			given++;
			if (!fn(arg, &row))
				reached = row.id;
		}
		if ((f->limit > 0 && given >= f->limit) ||
		    (f->look > 0 && looked >= f->look))
			reached = row.id;
	}
	db_end(&q);
	return reached;
}

bool
store_session_row(
    struct store *store, int64_t session_id, struct session_row *out)
{
	struct db_query q = db_ask(
	    store->db, SESSION_SELECT "WHERE s.id = ?1", db_int(session_id));
	bool found = db_next(&q);

	if (found)
		row_read(&q, out);
	db_end(&q);
	return found;
}

/* -- turns ------------------------------------------------------------------
 */

void
session_turn_read(struct db_query *q, struct session_turn *out)
{
	char code[SESSION_CODE_OCTETS], dial[SESSION_INPUT_OCTETS];
	int turns;
	enum session_life life;

	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->session_id = out->id / SESSION_TURN_IDS;
	out->number = (int)(out->id % SESSION_TURN_IDS);
	out->time_ms = db_get_int(q);
	out->took_ms = db_get_int(q);
	db_get_text(q, out->input, sizeof(out->input));
	db_get_text(q, out->screen_before, sizeof(out->screen_before));
	db_get_text(q, out->screen_after, sizeof(out->screen_after));
	db_get_text(q, out->answer, sizeof(out->answer));
	out->go_on = db_get_int(q) != 0;
	out->message_id = db_get_int(q);
	out->link_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->person_id = db_get_int(q);
	db_get_text(q, code, sizeof(code));
	db_get_text(q, dial, sizeof(dial));
	turns = (int)db_get_int(q);
	life = (enum session_life)db_get_int(q);
	db_get_text(q, out->number_of, sizeof(out->number_of));
	db_get_text(q, out->link, sizeof(out->link));
	out->lost = life == SESSION_LOST && out->number == turns;
	if (out->number == 1)
		snprintf(out->input, sizeof(out->input), "*%s%s%s#", code,
		    dial[0] != '\0' ? "*" : "", dial);
}

void
store_session_turns(struct store *store, int64_t session_id,
    bool (*fn)(void *arg, const struct session_turn *turn), void *arg)
{
	struct session_turn turn;
	struct db_query q;
	bool more = true;

	if (session_id <= 0 || session_id > INT64_MAX / SESSION_TURN_IDS - 1)
		return;
	q = db_ask(store->db,
	    SESSION_TURN_SELECT "WHERE t.id > ?1 AND t.id < ?2 ORDER BY t.id",
	    db_int(session_id * SESSION_TURN_IDS),
	    db_int((session_id + 1) * SESSION_TURN_IDS));
	while (more && db_next(&q)) {
		session_turn_read(&q, &turn);
		more = fn(arg, &turn);
	}
	db_end(&q);
}
