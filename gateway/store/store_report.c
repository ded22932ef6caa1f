#include "base/span.h"
#include "gateway/store/message_row.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_open.h"

#define DAY_MS (24 * 3600 * INT64_C(1000))
#define REPORT_REACH_MS (7 * DAY_MS)
#define KEPT_MS (15 * 60 * INT64_C(1000))

/* A phone that gets hundreds of texts a week must not make each report a
 * walk through all of them. */
#define REACH_MESSAGES 256

/* sent_part.id = message id * 16 + part */
#define PART_SHIFT 16

/* Beyond TP-MR it is a message id's hash: no other link has the same, and an
 * operator may tell it by another of his binds than took the text. */
#define LINKS_OWN_MR_MAX 255

enum part_report { PART_OPEN, PART_DELIVERED, PART_FAILED };

void
store_message_part_sent(struct store *store, int64_t message_id,
    int64_t link_id, int64_t phone_id, int part, int64_t mr, int64_t now_ms)
{
	(void)phone_id; /* the message knows it */
	if (part < 0 || part >= MSG_PARTS_MAX)
		return;
	db_run(store->db,
	    "INSERT OR REPLACE INTO sent_part (id, link_id, mr, time_ms)"
	    " VALUES (?1, ?2, ?3, ?4)",
	    db_int(message_id * PART_SHIFT + part), db_int(link_id), db_int(mr),
	    db_int(now_ms));
}

/* The first report of a text whose part had no row. */
static void
part_come(struct store *store, const struct message *m)
{
	db_run(store->db,
	    "INSERT OR IGNORE INTO sent_part (id, link_id, mr, time_ms)"
	    " VALUES (?1, ?2, ?3, ?4)",
	    db_int(m->id * PART_SHIFT), db_int(m->link_id), db_int(m->mr),
	    db_int(m->state == MESSAGE_SENT ? m->changed_ms : m->first_ms));
}

/* The newest open part of that message with that reference; 0: none. */
static int64_t
part_of(struct store *store, const struct message *m, int64_t link_id,
    int64_t mr, int64_t now_ms)
{
	bool other_link = m->link_id != link_id && mr <= LINKS_OWN_MR_MAX;
	if (m->mr >= 0 && (m->mr != mr || other_link))
		return 0;
	if (m->mr >= 0)
		part_come(store, m);
	return db_number(store->db, 0,
	    "SELECT id FROM sent_part WHERE id BETWEEN ?1 AND ?1 + 15"
	    " AND report = 0 AND (link_id = ?2 OR ?3 > ?5)"
	    " AND CASE WHEN ?3 < 0 THEN mr < 0 ELSE mr = ?3 END"
	    " AND time_ms >= ?4 ORDER BY id DESC LIMIT 1",
	    db_int(m->id * PART_SHIFT), db_int(link_id), db_int(mr),
	    db_int(now_ms - REPORT_REACH_MS), db_int(LINKS_OWN_MR_MAX));
}

static bool
may_have_left(const struct message *m, int64_t mr, int64_t came_ms)
{
	return m->out && m->tries > 0 && (mr >= 0 || m->first_ms <= came_ms);
}

/* The newest part of that phone that fits; 0: none.  Without a reference only
 * one that is alone in fitting: a guess that is wrong takes a text for
 * delivered that never left, while no guess at worst sends it twice. */
static int64_t
part_find(struct store *store, int64_t link_id, int64_t mr, int64_t phone_id,
    int64_t came_ms)
{
	int64_t found = 0, id = message_row_prev(store, phone_id);
	for (int i = 0; i < REACH_MESSAGES && id != 0; i++) {
		struct message m;
		if (!store_message_head(store, id, &m))
			return 0;
		int64_t part = may_have_left(&m, mr, came_ms)
				   ? part_of(store, &m, link_id, mr, came_ms)
				   : 0;
		if (part != 0 && mr >= 0)
			return part;
		if (part != 0 && found != 0)
			return 0;
		if (part != 0)
			found = part;
		id = m.prev_id < id ? m.prev_id : 0;
	}
	return found;
}

#define FLYING_LOOK 64

/* Its report may have come before its reference was known. */
static bool
was_sending(struct store *store, int64_t phone_id, int64_t came_ms)
{
	int64_t ids[FLYING_LOOK];
	int count = store_open_flying(store->open, phone_id, ids, FLYING_LOOK);
	for (int i = 0; i < count; i++) {
		struct message m;
		if (store_message_head(store, ids[i], &m) &&
		    m.changed_ms <= came_ms)
			return true;
	}
	return false;
}

static bool
is_whole(struct store *store, int64_t message_id)
{
	struct message m;
	if (!store_message_head(store, message_id, &m))
		return false;
	int64_t parts = db_number(store->db, 0,
	    "SELECT count(*) FROM sent_part"
	    " WHERE id BETWEEN ?1 AND ?1 + 15 AND report = ?2",
	    db_int(message_id * PART_SHIFT), db_int(PART_DELIVERED));
	if (m.parts_total > 0)
		return parts >= m.parts_total;
	return m.parts_done == 0 && parts >= 1;
}

int64_t
store_message_report(struct store *store, int64_t link_id, int64_t mr,
    int64_t phone_id, enum msg_report_class report, int code, int64_t came_ms,
    bool *whole_out)
{
	*whole_out = false;
	if (mr < 0 && was_sending(store, phone_id, came_ms))
		return 0;
	int64_t part = part_find(store, link_id, mr, phone_id, came_ms);
	if (part == 0)
		return 0;
	int64_t message_id = part / PART_SHIFT;
	/* The service centre goes on trying: the part stays open. */
	enum part_report now = report == MSG_REPORT_TRYING      ? PART_OPEN
			       : report == MSG_REPORT_DELIVERED ? PART_DELIVERED
								: PART_FAILED;
	db_run(store->db,
	    "UPDATE sent_part SET report = ?2, code = ?3, report_ms = ?4"
	    " WHERE id = ?1",
	    db_int(part), db_int(now), db_int(code), db_int(came_ms));
	*whole_out = is_whole(store, message_id);
	return message_id;
}

void
store_message_learned(struct store *store, int64_t message_id, int64_t mr)
{
	db_run(store->db,
	    "UPDATE sent_part SET mr = ?2"
	    " WHERE id BETWEEN ?1 AND ?1 + 15 AND mr < 0",
	    db_int(message_id * PART_SHIFT), db_int(mr));
}

/* Nothing was reported of it yet. */
static int
part_without_row(
    struct store *store, int64_t message_id, struct message_part *part)
{
	struct message m;
	if (!store_message_head(store, message_id, &m) || m.mr < 0)
		return 0;
	*part = (struct message_part){.state = MESSAGE_PART_SENT,
	    .link_id = m.link_id,
	    .mr = m.mr,
	    .sent_ms = m.state == MESSAGE_SENT ? m.changed_ms : m.first_ms};
	return 1;
}

int
store_message_parts(
    struct store *store, int64_t message_id, struct message_part *parts)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, link_id, mr, time_ms, report, code, report_ms"
	    " FROM sent_part WHERE id BETWEEN ?1 AND ?1 + 15 ORDER BY id",
	    db_int(message_id * PART_SHIFT));
	int count = 0;
	while (count < MSG_PARTS_MAX && db_next(&q)) {
		struct message_part *p = &parts[count++];
		p->part = (int)(db_get_int(&q) % PART_SHIFT);
		p->link_id = db_get_int(&q);
		p->mr = db_get_int(&q);
		p->sent_ms = db_get_int(&q);
		int64_t report = db_get_int(&q);
		p->code = (int)db_get_int(&q);
		p->report_ms = db_get_int(&q);
		p->state = report == PART_DELIVERED ? MESSAGE_PART_DELIVERED
			   : report == PART_FAILED  ? MESSAGE_PART_FAILED
			   : p->report_ms > 0       ? MESSAGE_PART_TRYING
			   : p->mr < 0              ? MESSAGE_PART_UNKNOWN
						    : MESSAGE_PART_SENT;
	}
	db_end(&q);
	return count > 0 ? count : part_without_row(store, message_id, parts);
}

void
store_message_report_keep(struct store *store, int64_t link_id, int64_t mr,
    int64_t phone_id, enum msg_report_class report, int code, int64_t now_ms)
{
	if (store->kept_ms < now_ms)
		store->kept_ms = now_ms;
	/* Old ones go a few at a time, so that no turn pays for all. */
	db_run(store->db,
	    "DELETE FROM report_kept WHERE time_ms < ?1 AND id IN"
	    " (SELECT id FROM report_kept ORDER BY id LIMIT 8)",
	    db_int(now_ms - KEPT_MS));
	db_run(store->db,
	    "INSERT INTO report_kept (phone_id, link_id, mr, report, code,"
	    " time_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	    db_int(phone_id), db_int(link_id), db_int(mr), db_int(report),
	    db_int(code), db_int(now_ms));
}

bool
store_message_report_kept(struct store *store, int64_t link_id, int64_t mr,
    int64_t phone_id, int64_t since_ms, int64_t now_ms,
    struct message_report *out)
{
	int64_t from_ms = now_ms - KEPT_MS;
	if (mr < 0 && from_ms < since_ms)
		from_ms = since_ms;
	*out = (struct message_report){.report = MSG_REPORT_TRYING};
	if (store->kept_ms < from_ms)
		return false; /* asked with each text that left */
	struct db_query q = db_ask(store->db,
	    "SELECT id, report, code, time_ms FROM report_kept"
	    " WHERE phone_id = ?1"
	    " AND (link_id = ?2 OR ?3 > ?5)"
	    " AND (?3 < 0 OR mr = ?3) AND time_ms >= ?4"
	    " ORDER BY id DESC LIMIT 1",
	    db_int(phone_id), db_int(link_id), db_int(mr), db_int(from_ms),
	    db_int(LINKS_OWN_MR_MAX));
	if (!db_next(&q))
		return false;
	int64_t id = db_get_int(&q);
	out->report = (enum msg_report_class)db_get_int(&q);
	out->code = (int)db_get_int(&q);
	out->time_ms = db_get_int(&q);
	db_end(&q);
	db_run(store->db, "DELETE FROM report_kept WHERE id = ?1", db_int(id));
	return true;
}

/* Those taken at the first try have their number in the message's row. */
void
store_message_taken_by(struct store *store, int64_t link_id, int64_t since_ms,
    int64_t look, void (*fn)(void *arg, int64_t mr, const char *number),
    void *arg)
{
	int64_t from =
	    db_number(store->db, 0, "SELECT max(id) FROM message") - look;
	struct db_query q = db_ask(store->db,
	    "SELECT m.mr, p.number FROM message m"
	    " JOIN phone p ON p.id = m.phone_id"
	    " WHERE m.id > ?2 AND m.link_id = ?1 AND m.out <> 0 AND m.mr > 0"
	    " AND m.changed_ms >= ?3"
	    " UNION ALL SELECT s.mr, p.number FROM sent_part s"
	    " JOIN message m ON m.id = s.id / ?4"
	    " JOIN phone p ON p.id = m.phone_id"
	    " WHERE s.id > ?2 * ?4 AND s.link_id = ?1 AND s.mr > 0"
	    " AND s.time_ms >= ?3",
	    db_int(link_id), db_int(from > 0 ? from : 0), db_int(since_ms),
	    db_int(PART_SHIFT));
	while (db_next(&q)) {
		int64_t mr = db_get_int(&q);
		fn(arg, mr, db_get_str(&q).at);
	}
	db_end(&q);
}
