#include "gateway/store/store_phone.h"

#include "gateway/store/store_inside.h"
#include "gateway/store/store_person.h"

static int64_t
speaker_of(struct store *store, int64_t phone_id)
{
	return db_number(store->db, 0,
	    "SELECT person_id FROM phone WHERE id = ?1", db_int(phone_id));
}

static int64_t
preferred_of(struct store *store, int64_t person_id)
{
	return db_number(store->db, 0,
	    "SELECT phone_id FROM person WHERE id = ?1", db_int(person_id));
}

/* `first`, then what the query gives and is not `first`. */
static size_t
gather(struct db_query *q, int64_t first, int64_t ids[STORE_PHONE_PEOPLE])
{
	size_t count = 0;

	if (first != 0)
		ids[count++] = first;
	while (count < STORE_PHONE_PEOPLE && db_next(q)) {
		int64_t id = db_get_int(q);

		if (id != first)
			ids[count++] = id;
	}
	db_end(q);
	return count;
}

size_t
store_phone_people(
    struct store *store, int64_t phone_id, int64_t ids[STORE_PHONE_PEOPLE])
{
	int64_t first = speaker_of(store, phone_id);
	struct db_query q = db_ask(store->db,
	    "SELECT person_id FROM phone_person WHERE phone_id = ?1"
	    " AND left_ms = 0 ORDER BY person_id",
	    db_int(phone_id));

	return gather(&q, first, ids);
}

size_t
store_phone_phones(
    struct store *store, int64_t person_id, int64_t ids[STORE_PHONE_PEOPLE])
{
	int64_t first = preferred_of(store, person_id);
	struct db_query q = db_ask(store->db,
	    "SELECT phone_id FROM phone_person INDEXED BY phone_person_person"
	    " WHERE person_id = ?1 AND left_ms = 0 ORDER BY phone_id",
	    db_int(person_id));

	return gather(&q, first, ids);
}

bool
store_phone_is_shared(struct store *store, int64_t phone_id)
{
	return db_number(store->db, 0, "SELECT people FROM phone WHERE id = ?1",
		   db_int(phone_id)) > 1;
}

bool
store_phone_is_bare(struct store *store, int64_t person_id)
{
	return db_number(store->db, 0,
		   "SELECT 1 FROM person WHERE id = ?1 AND name = ''"
		   " AND roles = 0 AND proposal_id = 0",
		   db_int(person_id)) == 1 &&
	       db_number(store->db, 0,
		   "SELECT count(*) FROM offer INDEXED BY offer_seller"
		   " WHERE seller_id = ?1",
		   db_int(person_id)) == 0;
}

/* "Akinyi", "Akinyi Otieno" and "akinyi oduor" are one woman on one phone;
 * without blanks a name is its own first. */
static bool
same_name(struct str a, struct str b)
{
	struct str first_a, first_b;

	return str_cut(&first_a, &a, ' ') && str_cut(&first_b, &b, ' ') &&
	       str_equal_nocase(first_a, first_b);
}

int64_t
store_phone_named(struct store *store, int64_t phone_id, struct str name)
{
	int64_t ids[STORE_PHONE_PEOPLE], nameless = 0;
	size_t count = store_phone_people(store, phone_id, ids);
	struct person person;

	for (size_t i = 0; i < count; i++) {
		if (!store_person_get(store, ids[i], &person))
			continue;
		if (person.name[0] == '\0' && nameless == 0)
			nameless = ids[i];
		else if (name.octets == 0 ||
			 same_name(str_from(person.name), name))
			return ids[i];
	}
	return nameless;
}

/* -- changes ------------------------------------------------------------- */

static void
note_pair(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms)
{
	if (phone_id == 0 || person_id == 0)
		return;
	db_run(store->db,
	    "INSERT INTO phone_person (phone_id, person_id, since_ms)"
	    " VALUES (?1, ?2, ?3) ON CONFLICT (phone_id, person_id)"
	    " DO UPDATE SET left_ms = 0",
	    db_int(phone_id), db_int(person_id), db_int(now_ms));
}

static void
drop_pair(struct store *store, int64_t phone_id, int64_t person_id)
{
	db_run(store->db,
	    "DELETE FROM phone_person WHERE phone_id = ?1 AND person_id = ?2",
	    db_int(phone_id), db_int(person_id));
}

static void
count_people(struct store *store, int64_t phone_id)
{
	db_run(store->db,
	    "UPDATE phone SET people = max(1, (SELECT count(*) FROM"
	    " phone_person WHERE phone_id = ?1 AND left_ms = 0))"
	    " WHERE id = ?1",
	    db_int(phone_id));
}

void
store_phone_speaker(struct store *store, int64_t phone_id, int64_t person_id)
{
	db_run(store->db, "UPDATE phone SET person_id = ?2 WHERE id = ?1",
	    db_int(phone_id), db_int(person_id));
}

void
store_phone_prefer(struct store *store, int64_t person_id, int64_t phone_id)
{
	db_run(store->db, "UPDATE person SET phone_id = ?2 WHERE id = ?1",
	    db_int(person_id), db_int(phone_id));
}

/* A person nobody knew, whose only phone is somebody's now. */
static void
make_room(struct store *store, int64_t phone_id, int64_t stranger_id,
    int64_t person_id)
{
	store_phone_merge(store, stranger_id, person_id);
	drop_pair(store, phone_id, stranger_id);
	store_phone_prefer(store, stranger_id, 0);
	store_phone_speaker(store, phone_id, person_id);
}

bool
store_phone_share(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms)
{
	int64_t ids[STORE_PHONE_PEOPLE], home = preferred_of(store, person_id);
	int64_t now = speaker_of(store, phone_id);
	bool bare = now != 0 && store_phone_is_bare(store, now);

	if (now == person_id)
		return true;
	if (store_phone_phones(store, person_id, ids) == STORE_PHONE_PEOPLE ||
	    (store_phone_people(store, phone_id, ids) == STORE_PHONE_PEOPLE &&
		!bare))
		return false;
	note_pair(store, home, person_id, now_ms);
	note_pair(store, phone_id, now, now_ms);
	note_pair(store, phone_id, person_id, now_ms);
	if (bare || now == 0)
		make_room(store, phone_id, now, person_id);
	if (home == 0)
		store_phone_prefer(store, person_id, phone_id);
	count_people(store, phone_id);
	return true;
}

static int64_t
new_person(struct store *store, int64_t phone_id, int64_t now_ms)
{
	return db_insert(store->db,
	    "INSERT INTO person (phone_id, created_ms) VALUES (?1, ?2)",
	    db_int(phone_id), db_int(now_ms));
}

int64_t
store_phone_new_person(struct store *store, int64_t phone_id, int64_t now_ms)
{
	int64_t ids[STORE_PHONE_PEOPLE], id;

	if (store_phone_people(store, phone_id, ids) == STORE_PHONE_PEOPLE)
		return 0;
	id = new_person(store, phone_id, now_ms);
	return id != 0 && store_phone_share(store, phone_id, id, now_ms) ? id
									 : 0;
}

/* Another of their phones, or none. */
static void
move_home(struct store *store, int64_t person_id, int64_t gone_phone_id)
{
	int64_t ids[STORE_PHONE_PEOPLE], other = 0;
	size_t count = store_phone_phones(store, person_id, ids);

	for (size_t i = count; i-- > 0;)
		if (ids[i] != gone_phone_id)
			other = ids[i];
	if (preferred_of(store, person_id) == gone_phone_id)
		store_phone_prefer(store, person_id, other);
}

int64_t
store_phone_part(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms)
{
	int64_t ids[STORE_PHONE_PEOPLE], stranger = 0;
	size_t count;

	drop_pair(store, phone_id, person_id);
	move_home(store, person_id, phone_id);
	count = store_phone_people(store, phone_id, ids);
	if (count > 1 && ids[0] == person_id) {
		store_phone_speaker(store, phone_id, ids[1]);
	} else if (count == 1 && ids[0] == person_id) {
		stranger = new_person(store, phone_id, now_ms);
		store_phone_speaker(store, phone_id, stranger);
	}
	count_people(store, phone_id);
	return stranger;
}

int64_t
store_phone_leave(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms)
{
	int64_t left = store_phone_part(store, phone_id, person_id, now_ms);

	note_pair(store, phone_id, person_id, now_ms);
	db_run(store->db,
	    "UPDATE phone_person SET left_ms = ?3"
	    " WHERE phone_id = ?1 AND person_id = ?2",
	    db_int(phone_id), db_int(person_id), db_int(now_ms));
	count_people(store, phone_id);
	return left;
}

int64_t
store_phone_former(struct store *store, int64_t phone_id)
{
	return db_number(store->db, 0,
	    "SELECT o.person_id FROM phone_person o"
	    " JOIN person p ON p.id = o.person_id WHERE o.phone_id = ?1"
	    " AND o.left_ms > 0 AND p.phone_id = 0"
	    " ORDER BY o.left_ms DESC LIMIT 1",
	    db_int(phone_id));
}

void
store_phone_carry_question(struct store *store, int64_t person_id,
    int64_t from_phone_id, int64_t to_phone_id)
{
	int64_t theirs = db_number(store->db, 0,
	    "SELECT id FROM question WHERE phone_id = ?1 AND open = 1"
	    " AND person_id = ?2",
	    db_int(from_phone_id), db_int(person_id));

	if (theirs != 0) {
		db_run(store->db,
		    "UPDATE question SET open = 0 WHERE phone_id = ?1"
		    " AND open = 1",
		    db_int(to_phone_id));
		db_run(store->db,
		    "UPDATE question SET phone_id = ?2 WHERE id = ?1",
		    db_int(theirs), db_int(to_phone_id));
		store_none_over(store, NONE_QUESTION, to_phone_id);
	}
}

void
store_phone_carry(struct store *store, int64_t person_id, int64_t from_phone_id,
    int64_t to_phone_id)
{
	store_phone_carry_question(
	    store, person_id, from_phone_id, to_phone_id);
	db_run(store->db,
	    "UPDATE proposal SET phone_id = ?3 WHERE seller_id = ?1"
	    " AND state = 1 AND phone_id = ?2",
	    db_int(person_id), db_int(from_phone_id), db_int(to_phone_id));
	db_run(store->db,
	    "UPDATE order_ SET phone_id = ?3 WHERE buyer_id = ?1"
	    " AND closed_ms = 0 AND phone_id = ?2",
	    db_int(person_id), db_int(from_phone_id), db_int(to_phone_id));
}

void
store_phone_merge(
    struct store *store, int64_t from_person_id, int64_t to_person_id)
{
	db_run(store->db,
	    "UPDATE order_ SET buyer_id = ?2 WHERE buyer_id = ?1"
	    " AND closed_ms = 0",
	    db_int(from_person_id), db_int(to_person_id));
	store_none_over(store, NONE_ORDER, to_person_id);
}

int64_t
store_phone_move(struct store *store, int64_t person_id, int64_t from_phone_id,
    int64_t to_phone_id, int64_t now_ms)
{
	int64_t stranger = speaker_of(store, to_phone_id), left;

	if (stranger != person_id &&
	    !store_phone_share(store, to_phone_id, person_id, now_ms))
		return 0;
	if (stranger != 0 && stranger != person_id) {
		store_phone_merge(store, stranger, person_id);
		drop_pair(store, to_phone_id, stranger);
		store_phone_prefer(store, stranger, 0);
	}
	store_phone_speaker(store, to_phone_id, person_id);
	count_people(store, to_phone_id);
	left = store_phone_part(store, from_phone_id, person_id, now_ms);
	store_phone_carry(store, person_id, from_phone_id, to_phone_id);
	store_phone_prefer(store, person_id, to_phone_id);
	return left != 0 ? left : speaker_of(store, from_phone_id);
}
