#include "gateway/store/store_none.h"

#include "gateway/store/store_inside.h"

/* Who wrote in the last day or so: half a mebibyte in all. */
#define PLACES 16384

static const char *const any[STORE_NONES] = {
    [NONE_ORDER] = "SELECT 1 FROM order_ INDEXED BY order_open"
		   " WHERE buyer_id = ?1 AND closed_ms = 0 LIMIT 1",
    [NONE_AGREED] = "SELECT 1 FROM line INDEXED BY line_seller"
		    " WHERE seller_id = ?1 AND (state IN (4, 8)"
		    " OR (state = 5 AND settled_ms = 0)) LIMIT 1",
    [NONE_BOUGHT] = "SELECT 1 FROM bought WHERE person_id = ?1 LIMIT 1",
    [NONE_QUESTION] = "SELECT 1 FROM question INDEXED BY question_open"
		      " WHERE phone_id = ?1 AND open = 1 LIMIT 1",
};

void
store_none_init(struct store *store)
{
	for (int i = 0; i < STORE_NONES; i++)
		store->none[i] = row_cache_new(1, PLACES);
}

void
store_none_free(struct store *store)
{
	for (int i = 0; i < STORE_NONES; i++)
		row_cache_free(&store->none[i]);
}

void
store_none_forget(struct store *store)
{
	for (int i = 0; i < STORE_NONES; i++)
		row_cache_clear(&store->none[i]);
}

/* After an error nothing is known: what was asked then was not answered. */
bool
store_none_known(struct store *store, enum store_none what, int64_t id)
{
	char yes;

	return store->head != NULL && db_alive(store->db) &&
	       row_cache_get(&store->none[what], id, &yes);
}

void
store_none_note(struct store *store, enum store_none what, int64_t id)
{
	if (store->head != NULL && db_failed(store->db, NULL) == 0)
		row_cache_put(&store->none[what], id, "");
}

void
store_none_over(struct store *store, enum store_none what, int64_t id)
{
	if (store->head != NULL)
		row_cache_drop(&store->none[what], id);
}

void
store_none_fresh(struct store *store, int64_t phone_id, int64_t person_id)
{
	store_none_note(store, NONE_ORDER, person_id);
	store_none_note(store, NONE_AGREED, person_id);
	store_none_note(store, NONE_BOUGHT, person_id);
	store_none_note(store, NONE_QUESTION, phone_id);
}

/* The array's first member is not bound (db.h). */
static bool
there_is(struct store *store, enum store_none what, int64_t id)
{
	const struct db_value values[] = {{DB_INT, 0, NULL, 0}, db_int(id)};

	return db_number_with(store->db, 0, any[what], values, 1) != 0;
}

int
store_none_check(struct store *store, struct err *err)
{
	for (int what = 0; what < STORE_NONES; what++) {
		const struct row_cache *ids = &store->none[what];

		for (size_t i = 0; i < ids->places; i++) {
			int64_t id;

			if (row_cache_at(ids, i, &id) != NULL &&
			    there_is(store, (enum store_none)what, id))
				return err_set(err, STORE_BROKEN, 0,
				    "none is remembered, and there is one"
				    " (kind %d, of %lld)",
				    what, (long long)id);
		}
	}
	return 0;
}
