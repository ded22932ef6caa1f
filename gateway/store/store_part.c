#include "gateway/store/store_part.h"

#include <string.h>

#include "gateway/store/store_inside.h"

/* Series of one phone and reference that are looked at, newest first. */
#define SERIES_LOOKED_AT 8
#define HASH_OCTETS 8
#define FORGET_AT_ONCE 64

struct series {
	int64_t id;
	bool done;
	int have;
	uint8_t hashes[UINT8_MAX * HASH_OCTETS]; /* zeros: not here yet */
};

static bool
hash_is(const struct series *s, int seq, const uint8_t hash[HASH_OCTETS])
{
	return memcmp(&s->hashes[(seq - 1) * HASH_OCTETS], hash, HASH_OCTETS) ==
	       0;
}

static void
series_read(struct db_query *q, struct series *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_get_int(q);
	out->done = db_get_int(q) != 0;
	out->have = (int)db_get_int(q);
	struct span hashes = db_get_blob(q);
	if (hashes.octets > sizeof(out->hashes))
		hashes.octets = sizeof(out->hashes);
	if (hashes.octets > 0)
		memcpy(out->hashes, hashes.at, hashes.octets);
}

/* Either the series that has this very part (true), or in *open the newest one
 * that misses it (id 0: none).  All are asked for the repeat first: a late
 * copy of an old series must not fill a hole in a younger one. */
static bool
series_find(struct store *store, const struct part_key *key,
    const uint8_t hash[HASH_OCTETS], struct series *open, int64_t *repeat_out)
{
	static const uint8_t none[HASH_OCTETS];
	struct db_query q = db_ask(store->db,
	    "SELECT id, done_ms, have, hashes FROM part_series"
	    " INDEXED BY part_series_key WHERE phone_id = ?1 AND ref = ?2"
	    " AND link_id = ?3 AND wide = ?4 AND total = ?5"
	    " ORDER BY id DESC LIMIT ?6",
	    db_int(key->phone_id), db_int(key->part.ref), db_int(key->link_id),
	    db_int(key->part.wide), db_int(key->part.total),
	    db_int(SERIES_LOOKED_AT));
	open->id = 0;
	while (db_next(&q)) {
		struct series s;
		series_read(&q, &s);
		if (hash_is(&s, key->part.seq, hash)) {
			*repeat_out = s.id;
			db_end(&q);
			return true;
		}
		if (open->id == 0 && !s.done &&
		    hash_is(&s, key->part.seq, none))
			*open = s;
	}
	return false;
}

static void
series_new(struct store *store, const struct part_key *key, int64_t now_ms,
    struct series *out)
{
	memset(out, 0, sizeof(*out));
	out->id = db_insert(store->db,
	    "INSERT INTO part_series (phone_id, link_id, ref, wide, total,"
	    " have, first_ms, hashes) VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, x'')",
	    db_int(key->phone_id), db_int(key->link_id), db_int(key->part.ref),
	    db_int(key->part.wide), db_int(key->part.total), db_int(now_ms));
}

static void
series_put(struct store *store, const struct part_key *key, struct series *s)
{
	db_run(store->db,
	    "UPDATE part_series SET have = ?2, hashes = ?3 WHERE id = ?1",
	    db_int(s->id), db_int(s->have),
	    db_blob(span_of(s->hashes, (size_t)key->part.total * HASH_OCTETS)));
}

/* The alphabet, with the languages of its tables in the octets above. */
static int64_t
coding_of(enum msg_alphabet alphabet, const struct part_key *key)
{
	return (int64_t)alphabet | key->locking << 8 | key->single << 16;
}

static void
read_coding(struct part_row *row, int64_t coding)
{
	row->alphabet = (enum msg_alphabet)(coding & 0xFF);
	row->locking = (uint8_t)(coding >> 8);
	row->single = (uint8_t)(coding >> 16);
}

enum part_taken
store_part_take(struct store *store, const struct part_key *key,
    enum msg_alphabet alphabet, struct span data, struct str text,
    uint64_t hash, int64_t now_ms, int64_t *series_id_out)
{
	const struct msg_part *part = &key->part;
	uint8_t mark[HASH_OCTETS];
	struct series s;
	*series_id_out = 0;
	if (part->seq < 1 || part->seq > part->total) {
		store_fail(store, "a part's number lies outside its series");
		return PART_NEW;
	}
	if (hash == 0)
		hash = 1; /* zero says "not here" */
	memcpy(mark, &hash, sizeof(mark));
	if (series_find(store, key, mark, &s, series_id_out))
		return PART_REPEAT;
	if (s.id == 0)
		series_new(store, key, now_ms, &s);
	memcpy(&s.hashes[(part->seq - 1) * HASH_OCTETS], mark, sizeof(mark));
	s.have++;
	series_put(store, key, &s);
	db_run(store->db,
	    "INSERT INTO part (series_id, seq, alphabet, data, text)"
	    " VALUES (?1, ?2, ?3, ?4, ?5)",
	    db_int(s.id), db_int(part->seq), db_int(coding_of(alphabet, key)),
	    db_blob(data), db_str(text));
	*series_id_out = s.id;
	return s.have == part->total ? PART_COMPLETE : PART_NEW;
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

/* fn may end the series it is given: all are read (sorted by the plus)
 * before the first is given. */
int
store_part_overdue(struct store *store, int64_t before_ms, int limit,
    void (*fn)(void *arg, const struct part_series *series), void *arg)
{
	int given = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, link_id, phone_id, first_ms, total, have"
	    " FROM part_series INDEXED BY part_series_open"
	    " WHERE done_ms = 0 AND first_ms < ?1 ORDER BY +first_ms LIMIT ?2",
	    db_int(before_ms), db_int(limit));
	for (; db_next(&q); given++) {
		struct part_series series;
		series.id = db_get_int(&q);
		series.link_id = db_get_int(&q);
		series.phone_id = db_get_int(&q);
		series.first_ms = db_get_int(&q);
		series.total = (int)db_get_int(&q);
		series.have = (int)db_get_int(&q);
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
