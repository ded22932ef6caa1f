/* Numbers and their phones: asked for each text that comes in or goes out, so
 * those of the last thousands are remembered. */
#include <string.h>

#include "base/span.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_person.h"

/* -- a number's phone ---------------------------------------------------- */

static int64_t
key_of(const char *number)
{
	struct str text = str_from(number);
	uint64_t hash = span_hash(span_of(text.at, text.octets));
	return (int64_t)(hash >> 1 | 1);
}

bool
store_phone_row_read(struct store *store, int64_t id, void *row_out)
{
	struct phone_row *out = row_out;
	struct db_query q = db_ask(store->db,
	    "SELECT id, number, person_id FROM phone WHERE id = ?1",
	    db_int(id));
	memset(out, 0, sizeof(*out));
	if (!db_next(&q))
		return false;
	out->id = db_get_int(&q);
	db_get_text(&q, out->number, sizeof(out->number));
	out->person_id = db_get_int(&q);
	db_end(&q);
	return true;
}

static void
note(struct store *store, int64_t id, const char *number, int64_t person_id)
{
	struct phone_row row;
	if (store->head == NULL || id <= 0)
		return;
	memset(&row, 0, sizeof(row));
	row.id = id;
	row.person_id = person_id;
	str_copy(row.number, sizeof(row.number), str_from(number));
	store_seen_note(store, SEEN_PHONE, id, &row);
	row_cache_put(&store->seen.numbers, key_of(number), &id);
}

/* The number may have got another phone, or none: the row is what counts. */
static bool
remembered(struct store *store, const char *number, struct phone_row *out)
{
	int64_t id;
	return store->head != NULL &&
	       row_cache_get(&store->seen.numbers, key_of(number), &id) &&
	       store_seen_get(store, SEEN_PHONE, id, out) &&
	       strcmp(out->number, number) == 0;
}

static bool
phone_of(struct store *store, const char *number, int64_t *phone_id_out,
    int64_t *person_id_out)
{
	struct phone_row row;
	*phone_id_out = *person_id_out = 0;
	if (remembered(store, number, &row)) {
		*phone_id_out = row.id;
		*person_id_out = row.person_id;
		return true;
	}
	struct db_query q = db_ask(store->db,
	    "SELECT id, person_id FROM phone WHERE number = ?1",
	    db_text(number));
	if (!db_next(&q))
		return false;
	*phone_id_out = db_get_int(&q);
	*person_id_out = db_get_int(&q);
	db_end(&q);
	note(store, *phone_id_out, number, *person_id_out);
	return true;
}

/* A person of whom nothing is known but the phone; 0: never heard. */
static void
stranger_later(struct store *store, int64_t id, const struct phone_row *phone,
    int64_t now_ms, int64_t heard_ms)
{
	struct person row;
	memset(&row, 0, sizeof(row));
	row.id = id;
	row.weight_milli = PERSON_WEIGHT_USUAL;
	row.reliable_milli = PERSON_RELIABLE_USUAL;
	row.phone_id = phone->id;
	str_copy(row.number, sizeof(row.number), str_from(phone->number));
	row.heard_ms = heard_ms;
	row.created_ms = row.known_ms = now_ms;
	store_later_put(store, SEEN_PERSON, id, &row, LATER_FRESH);
}

static int64_t
add(struct store *store, const char *number, enum party_kind kind,
    int64_t now_ms, int64_t heard_ms, int64_t *person_id_out)
{
	struct phone_row phone = {.id = store_seen_next(store, NEWEST_PHONE)};
	int64_t person_id =
	    kind == PARTY_PHONE ? store_seen_next(store, NEWEST_PERSON) : 0;
	str_copy(phone.number, sizeof(phone.number), str_from(number));
	int64_t phone_id = db_insert(store->db,
	    "INSERT INTO phone (id, number, kind, person_id, created_ms)"
	    " VALUES (?5, ?1, ?2, ?3, ?4)",
	    db_text(number), db_int(kind), db_int(person_id), db_int(now_ms),
	    db_int(phone.id));
	note(store, phone_id, number, person_id);
	if (phone_id != 0 && person_id != 0) {
		stranger_later(store, person_id, &phone, now_ms, heard_ms);
		store_none_fresh(store, phone_id, person_id);
	}
	*person_id_out = phone_id != 0 ? person_id : 0;
	return phone_id;
}

int64_t
store_phone_next(struct store *store)
{
	return db_number(
	    store->db, 1, "SELECT coalesce(max(id), 0) + 1 FROM phone");
}

int64_t
store_phone_ensure(struct store *store, const char *number,
    enum party_kind kind, int64_t now_ms, int64_t *person_id_out)
{
	int64_t phone_id;
	if (phone_of(store, number, &phone_id, person_id_out))
		return phone_id;
	return add(store, number, kind, now_ms, 0, person_id_out);
}

int64_t
store_phone_wrote(struct store *store, const char *number, enum party_kind kind,
    int64_t now_ms, int64_t *person_id_out)
{
	int64_t phone_id;
	if (phone_of(store, number, &phone_id, person_id_out))
		return phone_id;
	return add(store, number, kind, now_ms, now_ms, person_id_out);
}

bool
store_phone_find(struct store *store, const char *number, int64_t *phone_id_out,
    int64_t *person_id_out)
{
	return phone_of(store, number, phone_id_out, person_id_out);
}

/* -- a phone's number ---------------------------------------------------- */

void
store_phone_number(
    struct store *store, int64_t phone_id, char dst[PARTY_OCTETS])
{
	struct phone_row row;
	bool found = store_seen_get(store, SEEN_PHONE, phone_id, &row);
	str_copy(dst, PARTY_OCTETS, str_from(found ? row.number : ""));
}
