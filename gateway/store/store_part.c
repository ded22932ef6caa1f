#include "gateway/store/store_part.h"

#include <string.h>

#include "gateway/store/store_inside.h"

/* Series of one phone and reference that are looked at, newest first. */
#define SERIES_LOOKED_AT 8
#define HASH_OCTETS 8
#define FORGET_AT_ONCE 64

/* Between the stamps of parts, when the series was shown already. */
#define LATE_STAMPS_MS (INT64_C(3600) * 1000)

struct series {
	struct part_series row;
	bool done;
	uint8_t hashes[UINT8_MAX * HASH_OCTETS]; /* zeros: not here yet */
};

static bool
hash_is(const struct series *s, int seq, const uint8_t hash[HASH_OCTETS])
{
	return memcmp(&s->hashes[(seq - 1) * HASH_OCTETS], hash, HASH_OCTETS) ==
	       0;
}

static void
series_read(struct db_query *q, const struct part_key *key, struct series *out)
{
	memset(out, 0, sizeof(*out));
	out->row = (struct part_series){.link_id = key->link_id,
	    .phone_id = key->phone_id,
	    .total = key->part.total};
	out->row.id = db_get_int(q);
	out->done = db_get_int(q) != 0;
	out->row.have = (int)db_get_int(q);
	struct span hashes = db_get_blob(q);
	if (hashes.octets > sizeof(out->hashes))
		hashes.octets = sizeof(out->hashes);
	if (hashes.octets > 0)
		memcpy(out->hashes, hashes.at, hashes.octets);
	out->row.stamp_ms = db_get_int(q);
	out->row.message_id = db_get_int(q);
	out->row.first_ms = db_get_int(q);
}

/* Does it miss that part, and may this one be it? */
static bool
is_open(const struct series *s, const struct part_key *key, int64_t stamp_ms)
{
	static const uint8_t none[HASH_OCTETS];
	if (!hash_is(s, key->part.seq, none))
		return false;
	if (s->row.message_id == 0)
		return !s->done;
	int64_t apart = stamp_ms - s->row.stamp_ms;
	return stamp_ms != 0 && s->row.stamp_ms != 0 &&
	       apart <= LATE_STAMPS_MS && apart >= -LATE_STAMPS_MS;
}

/* Either the series that has this very part (true), or in *open the newest one
 * that misses it (id 0: none).  All are asked for the repeat first: a late
 * copy of an old series must not fill a hole in a younger one. */
static bool
series_find(struct store *store, const struct part_key *key,
    const uint8_t hash[HASH_OCTETS], int64_t stamp_ms, struct series *found)
{
	struct db_query q = db_ask(store->db,
	    "SELECT id, done_ms, have, hashes, stamp_ms, message_id, first_ms"
	    " FROM part_series"
	    " INDEXED BY part_series_key WHERE phone_id = ?1 AND ref = ?2"
	    " AND wide = ?4 AND total = ?5 AND (link_id = ?3 OR EXISTS"
	    " (SELECT 1 FROM link a, link b WHERE a.id = ?3"
	    " AND b.id = part_series.link_id"
	    " AND a.number <> '' AND a.number = b.number))"
	    " ORDER BY id DESC LIMIT ?6",
	    db_int(key->phone_id), db_int(key->part.ref), db_int(key->link_id),
	    db_int(key->part.wide), db_int(key->part.total),
	    db_int(SERIES_LOOKED_AT));
	found->row.id = 0;
	while (db_next(&q)) {
		struct series s;
		series_read(&q, key, &s);
		if (hash_is(&s, key->part.seq, hash)) {
			*found = s;
			db_end(&q);
			return true;
		}
		if (found->row.id == 0 && is_open(&s, key, stamp_ms))
			*found = s;
	}
	return false;
}

static void
series_new(struct store *store, const struct part_key *key, int64_t stamp_ms,
    int64_t now_ms, struct series *out)
{
	memset(out, 0, sizeof(*out));
	out->row = (struct part_series){.link_id = key->link_id,
	    .phone_id = key->phone_id,
	    .total = key->part.total,
	    .first_ms = now_ms,
	    .stamp_ms = stamp_ms};
	out->row.id = db_insert(store->db,
	    "INSERT INTO part_series (phone_id, link_id, ref, wide, total,"
	    " have, first_ms, hashes, stamp_ms)"
	    " VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, x'', ?7)",
	    db_int(key->phone_id), db_int(key->link_id), db_int(key->part.ref),
	    db_int(key->part.wide), db_int(key->part.total), db_int(now_ms),
	    db_int(stamp_ms));
}

/* The stamp is the first part's, or as long as that is missing, any. */
static void
series_put(struct store *store, const struct part_key *key, struct series *s,
    int64_t stamp_ms)
{
	if (stamp_ms != 0 && (key->part.seq == 1 || s->row.stamp_ms == 0))
		s->row.stamp_ms = stamp_ms;
	db_run(store->db,
	    "UPDATE part_series SET have = ?2, hashes = ?3, stamp_ms = ?4"
	    " WHERE id = ?1",
	    db_int(s->row.id), db_int(s->row.have),
	    db_blob(span_of(s->hashes, (size_t)key->part.total * HASH_OCTETS)),
	    db_int(s->row.stamp_ms));
}

/* The alphabet, with the languages of its tables in the octets above. */
static int64_t
coding_of(const struct msg_in *part)
{
	return (int64_t)part->alphabet | part->locking << 8 |
	       part->single << 16;
}

static void
read_coding(struct part_row *row, int64_t coding)
{
	row->alphabet = (enum msg_alphabet)(coding & 0xFF);
	row->locking = (uint8_t)(coding >> 8);
	row->single = (uint8_t)(coding >> 16);
}

static void
part_put(struct store *store, int64_t series_id, const struct msg_in *part)
{
	db_run(store->db,
	    "INSERT INTO part (series_id, seq, alphabet, data, text)"
	    " VALUES (?1, ?2, ?3, ?4, ?5)",
	    db_int(series_id), db_int(part->part.seq), db_int(coding_of(part)),
	    db_blob(part->data), db_str(part->text));
}

enum part_taken
store_part_take(struct store *store, const struct part_key *key,
    const struct msg_in *part, int64_t now_ms, struct part_series *series_out)
{
	const struct msg_part *p = &key->part;
	uint64_t hash = msg_same(part);
	uint8_t mark[HASH_OCTETS];
	struct series s;
	memset(series_out, 0, sizeof(*series_out));
	if (p->seq < 1 || p->seq > p->total) {
		store_fail(store, "a part's number lies outside its series");
		return PART_NEW;
	}
	if (hash == 0)
		hash = 1; /* zero says "not here" */
	memcpy(mark, &hash, sizeof(mark));
	if (series_find(store, key, mark, part->stamp_ms, &s)) {
		*series_out = s.row;
		return PART_REPEAT;
	}
	if (s.row.id == 0)
		series_new(store, key, part->stamp_ms, now_ms, &s);
	memcpy(&s.hashes[(p->seq - 1) * HASH_OCTETS], mark, sizeof(mark));
	s.row.have++;
	series_put(store, key, &s, part->stamp_ms);
	part_put(store, s.row.id, part);
	*series_out = s.row;
	if (s.row.message_id != 0)
		return PART_LATE;
	return s.row.have == p->total ? PART_COMPLETE : PART_NEW;
}

void
store_part_each(struct store *store, int64_t series_id,
    void (*fn)(void *arg, const struct part_row *row), void *arg)
{
	struct db_query q = db_ask(store->db,
	    "SELECT seq, alphabet, data, text FROM part"
	    " WHERE series_id = ?1 ORDER BY seq",
	    db_int(series_id));
	while (db_next(&q)) {
		struct part_row row;
		row.seq = (int)db_get_int(&q);
		read_coding(&row, db_get_int(&q));
		row.data = db_get_blob(&q);
		row.text = db_get_str(&q);
		fn(arg, &row);
	}
}

void
store_part_done(struct store *store, int64_t series_id, int64_t now_ms)
{
	db_run(store->db, "DELETE FROM part WHERE series_id = ?1",
	    db_int(series_id));
	db_run(store->db, "UPDATE part_series SET done_ms = ?2 WHERE id = ?1",
	    db_int(series_id), db_int(now_ms));
}

void
store_part_shown(
    struct store *store, int64_t series_id, int64_t message_id, int64_t now_ms)
{
	db_run(store->db,
	    "UPDATE part_series SET done_ms = ?2, message_id = ?3"
	    " WHERE id = ?1",
	    db_int(series_id), db_int(now_ms), db_int(message_id));
}

void
store_part_shift(struct store *store, int64_t by_ms)
{
	db_run(store->db,
	    "UPDATE part_series SET first_ms = first_ms + ?1"
	    " WHERE done_ms = 0",
	    db_int(by_ms));
}

/* fn may end the series it is given: all are read (sorted by the plus)
 * before the first is given. */
int
store_part_overdue(struct store *store, int64_t before_ms, int limit,
    void (*fn)(void *arg, const struct part_series *series), void *arg)
{
	int given = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, link_id, phone_id, first_ms, total, have, stamp_ms"
	    " FROM part_series INDEXED BY part_series_open"
	    " WHERE done_ms = 0 AND first_ms < ?1 ORDER BY +first_ms LIMIT ?2",
	    db_int(before_ms), db_int(limit));
	for (; db_next(&q); given++) {
		struct part_series series = {.message_id = 0};
		series.id = db_get_int(&q);
		series.link_id = db_get_int(&q);
		series.phone_id = db_get_int(&q);
		series.first_ms = db_get_int(&q);
		series.total = (int)db_get_int(&q);
		series.have = (int)db_get_int(&q);
		series.stamp_ms = db_get_int(&q);
		fn(arg, &series);
	}
	return given;
}

/* The oldest few at a time: ids ascend with time. */
void
store_part_forget(struct store *store, int64_t before_ms)
{
	int64_t last = db_number(store->db, 0,
	    "SELECT max(id) FROM (SELECT id, first_ms FROM part_series"
	    " ORDER BY id LIMIT ?2) WHERE first_ms < ?1",
	    db_int(before_ms), db_int(FORGET_AT_ONCE));
	if (last == 0)
		return;
	db_run(
	    store->db, "DELETE FROM part WHERE series_id <= ?1", db_int(last));
	db_run(
	    store->db, "DELETE FROM part_series WHERE id <= ?1", db_int(last));
}
