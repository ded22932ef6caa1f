#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#define PROPOSAL_SHIFT 64

const char *
proposal_state_name(enum proposal_state state)
{
	switch (state) {
	case PROPOSAL_OPEN:
		return "open";
	case PROPOSAL_ACCEPTED:
		return "accepted";
	case PROPOSAL_DECLINED:
		return "declined";
	case PROPOSAL_EXPIRED:
		return "expired";
	case PROPOSAL_WITHDRAWN:
		return "withdrawn";
	}
	return "?";
}

#define PROPOSAL_SELECT                                                        \
	"SELECT id, line_id, seller_id, phone_id, offer_id, state, qty_milli," \
	" price_minor, hold_milli, message_id, asked_ms, sent_ms, due_ms,"     \
	" answered_ms, reminded, charge, reason, prev_id FROM proposal "

static void
proposal_read(struct db_query *q, struct proposal *out)
{
	out->id = db_get_int(q);
	out->line_id = db_get_int(q);
	out->seller_id = db_get_int(q);
	out->phone_id = db_get_int(q);
	out->offer_id = db_get_int(q);
	out->state = (enum proposal_state)db_get_int(q);
	out->qty_milli = db_get_int(q);
	out->price_minor = db_get_int(q);
	out->hold_milli = db_get_int(q);
	out->message_id = db_get_int(q);
	out->asked_ms = db_get_int(q);
	out->sent_ms = db_get_int(q);
	out->due_ms = db_get_int(q);
	out->answered_ms = db_get_int(q);
	out->reminded = (int)db_get_int(q);
	out->charge = db_get_int(q);
	db_get_text(q, out->reason, sizeof(out->reason));
	out->prev_id = db_get_int(q);
}

bool
store_proposals_read(struct store *store, int64_t line_id, void *last_out)
{
	int64_t *last = last_out;
	*last = db_number(store->db, line_id * PROPOSAL_SHIFT,
	    "SELECT id FROM proposal WHERE id BETWEEN ?1 AND ?1 + 63"
	    " ORDER BY id DESC LIMIT 1",
	    db_int(line_id * PROPOSAL_SHIFT));
	return true;
}

static int64_t
last_of(struct store *store, int64_t line_id)
{
	int64_t last;
	(void)store_seen_get(store, SEEN_PROPOSALS, line_id, &last);
	return last;
}

/* What store_proposal_put() writes, and nothing else, from one to the other:
 * the row as it is stored afterwards. */
static void
put_into(struct proposal *row, const struct proposal *from)
{
	row->phone_id = from->phone_id;
	row->offer_id = from->offer_id;
	row->state = from->state;
	row->qty_milli = from->qty_milli;
	row->price_minor = from->price_minor;
	row->hold_milli = from->hold_milli;
	row->message_id = from->message_id;
	row->asked_ms = from->asked_ms;
	row->sent_ms = from->sent_ms;
	row->due_ms = from->due_ms;
	row->answered_ms = from->answered_ms;
	row->reminded = from->reminded;
	row->charge = from->charge;
	memset(row->reason, 0, sizeof(row->reason));
	str_copy(row->reason, sizeof(row->reason), str_from(from->reason));
}

static void
insert_later(struct store *store, const struct proposal *proposal)
{
	struct proposal row;
	memset(&row, 0, sizeof(row));
	put_into(&row, proposal);
	row.id = proposal->id;
	row.line_id = proposal->line_id;
	row.seller_id = proposal->seller_id;
	row.prev_id = proposal->prev_id;
	store_later_put(store, SEEN_PROPOSAL, row.id, &row, LATER_FRESH);
	store_seen_note(store, SEEN_PROPOSALS, row.line_id, &row.id);
}

/* A seller's proposals are chained like a phone's messages; the head of the
 * chain is in the person's row, which is written for a proposal anyway. */
void
store_proposal_add(struct store *store, struct proposal *proposal)
{
	int64_t first = proposal->line_id * PROPOSAL_SHIFT;
	int64_t id = 1 + last_of(store, proposal->line_id);
	struct person seller;
	proposal->id = 0;
	if (id >= first + PROPOSAL_SHIFT)
		return;
	bool known = store_person_get(store, proposal->seller_id, &seller);
	proposal->prev_id = seller.proposal_id;
	if (db_failed(store->db, NULL) != 0)
		return;
	proposal->id = id;
	insert_later(store, proposal);
	if (!known)
		return;
	seller.proposal_id = id;
	store_later_put(store, SEEN_PERSON, seller.id, &seller, LATER_PLAIN);
}

#define PROPOSAL_INSERT                                                        \
	"INSERT OR FAIL INTO proposal ("                                       \
	"id, line_id, prev_id, seller_id, phone_id, offer_id, "                \
	"state, qty_milli, price_minor, hold_milli, message_id, "              \
	"asked_ms, sent_ms, due_ms, answered_ms, reminded, "                   \
	"charge, reason"                                                       \
	") VALUES "
#define PROPOSAL_ROW "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

static void
insert_values(const void *row, struct db_value *out)
{
	const struct proposal *p = row;
	*out++ = db_int(p->id);
	*out++ = db_int(p->line_id);
	*out++ = db_int(p->prev_id);
	*out++ = db_int(p->seller_id);
	*out++ = db_int(p->phone_id);
	*out++ = db_int(p->offer_id);
	*out++ = db_int(p->state);
	*out++ = db_int(p->qty_milli);
	*out++ = db_int(p->price_minor);
	*out++ = db_int(p->hold_milli);
	*out++ = db_int(p->message_id);
	*out++ = db_int(p->asked_ms);
	*out++ = db_int(p->sent_ms);
	*out++ = db_int(p->due_ms);
	*out++ = db_int(p->answered_ms);
	*out++ = db_int(p->reminded);
	*out++ = db_int(p->charge);
	*out++ = db_text(p->reason);
}

bool
store_proposal_insert(
    struct store *store, const void *const *rows, size_t count)
{
	static const struct later_insert how = {PROPOSAL_INSERT PROPOSAL_ROW,
	    PROPOSAL_INSERT LATER_MANY_OF(PROPOSAL_ROW), 18, insert_values};
	return store_later_insert(store, &how, rows, count);
}

bool
store_proposal_read(struct store *store, int64_t id, void *proposal_out)
{
	struct proposal *out = proposal_out;
	struct db_query q =
	    db_ask(store->db, PROPOSAL_SELECT "WHERE id = ?1", db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	proposal_read(&q, out);
	db_end(&q);
	return true;
}

bool
store_proposal_get(struct store *store, int64_t id, struct proposal *out)
{
	return store_seen_get(store, SEEN_PROPOSAL, id, out);
}

/* Line and seller stay. */
void
store_proposal_put(struct store *store, const struct proposal *proposal)
{
	struct proposal row, before;
	if (!store_proposal_get(store, proposal->id, &before))
		return;
	row = before;
	put_into(&row, proposal);
	if (memcmp(&row, &before, sizeof(row)) != 0)
		store_later_put(store, SEEN_PROPOSAL, row.id, &row,
		    before.state != row.state ? LATER_STATE : LATER_PLAIN);
}

/* Two statements, though one could do: both indexes are of open ones, and as
 * long as the state stays they need not be looked at. */
#define PUT_COLUMNS                                                            \
	"phone_id = ?2, offer_id = ?3, qty_milli = ?4, price_minor = ?5,"      \
	" hold_milli = ?6, message_id = ?7, asked_ms = ?8, sent_ms = ?9,"      \
	" due_ms = ?10, answered_ms = ?11, reminded = ?12, reason = ?13,"      \
	" charge = ?14"
#define PUT_VALUES(p)                                                          \
	db_int((p)->id), db_int((p)->phone_id), db_int((p)->offer_id),         \
	    db_int((p)->qty_milli), db_int((p)->price_minor),                  \
	    db_int((p)->hold_milli), db_int((p)->message_id),                  \
	    db_int((p)->asked_ms), db_int((p)->sent_ms), db_int((p)->due_ms),  \
	    db_int((p)->answered_ms), db_int((p)->reminded),                   \
	    db_text((p)->reason), db_int((p)->charge)

bool
store_proposal_write(struct store *store, const void *row, unsigned parts)
{
	const struct proposal *p = row;
	if ((parts & LATER_STATE) != 0)
		return db_run(store->db,
			   "UPDATE proposal SET state = ?15, " PUT_COLUMNS
			   " WHERE id = ?1",
			   PUT_VALUES(p), db_int(p->state)) > 0;
	return db_run(store->db,
		   "UPDATE proposal SET " PUT_COLUMNS " WHERE id = ?1",
		   PUT_VALUES(p)) > 0;
}

void
store_proposal_of_line(struct store *store, int64_t line_id,
    bool (*fn)(void *arg, const struct proposal *proposal), void *arg)
{
	bool more = true;
	for (int64_t id = line_id * PROPOSAL_SHIFT + 1;
	     more && id <= last_of(store, line_id); id++) {
		struct proposal proposal;
		if (store_proposal_get(store, id, &proposal))
			more = fn(arg, &proposal);
	}
}

/* Ids first: fn may end proposals, which are what the index is of.  By time,
 * since ids follow the order's age and not the asking. */
static void
by_time(struct proposal *rows, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct proposal row = rows[i];
		size_t at = i;
		for (; at > 0 && rows[at - 1].asked_ms > row.asked_ms; at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
	}
}

void
store_proposal_open_of(struct store *store, int64_t seller_id,
    bool (*fn)(void *arg, const struct proposal *proposal), void *arg)
{
	struct person seller;
	/* Most people sell nothing, and were never asked. */
	if (store_person_get(store, seller_id, &seller) &&
	    seller.proposal_id == 0)
		return;
	struct db_query q = db_ask(store->db,
	    "SELECT id FROM proposal INDEXED BY proposal_open_seller"
	    " WHERE seller_id = ?1 AND state = 1 ORDER BY id",
	    db_int(seller_id));
	int64_t *ids;
	size_t found = db_get_column(&q, &ids), count = 0;
	struct proposal *rows = xcalloc(found + 1, sizeof(*rows));
	for (size_t i = 0; i < found; i++)
		if (store_proposal_get(store, ids[i], &rows[count]))
			count++;
	by_time(rows, count);
	for (size_t i = 0; i < count && fn(arg, &rows[i]); i++)
		continue;
	free(rows);
	free(ids);
}

void
store_proposal_recent_of(struct store *store, int64_t seller_id, int limit,
    bool (*fn)(void *arg, const struct proposal *proposal), void *arg)
{
	struct person seller;
	(void)store_person_get(store, seller_id, &seller);
	int64_t id = seller.proposal_id;
	for (int i = 0; i < limit && id != 0; i++) {
		struct proposal proposal;
		if (!store_proposal_get(store, id, &proposal))
			return;
		if (!fn(arg, &proposal))
			return;
		id = proposal.prev_id;
	}
}
