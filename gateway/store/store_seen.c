#include "gateway/store/store_seen.h"

#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_fresh.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_watch.h"

/* Persons: each order looks at up to 64 sellers.  Orders and proposals: each
 * answer looks at the last few of its sender.  Messages: what is under way,
 * six of an order.  Full, it is 10 MiB; a village fills a tenth of it. */
#define PHONES 16384
static const struct noun {
	size_t octets, places;
	bool (*read)(struct store *store, int64_t id, void *out);
} nouns[SEEN_NOUNS] = {
    [SEEN_PERSON] = {sizeof(struct person), 4096, store_person_read},
    [SEEN_ORDER] = {sizeof(struct order), 8192, store_order_read},
    [SEEN_LINE] = {sizeof(struct line), 2048, store_line_read},
    [SEEN_PROPOSAL] = {sizeof(struct proposal), 8192, store_proposal_read},
    [SEEN_OFFER] = {sizeof(struct offer), 2048, store_offer_read},
    [SEEN_EVENT] = {sizeof(struct line_event), 512, store_event_read},
    [SEEN_MESSAGE] = {sizeof(struct message), 8192, store_message_read},
    [SEEN_PHONE] = {sizeof(struct phone_row), PHONES, store_phone_row_read},
    [SEEN_LINES] = {sizeof(int64_t), 8192, store_lines_read},
    [SEEN_PROPOSALS] = {sizeof(int64_t), 8192, store_proposals_read},
    [SEEN_LISTING] = {sizeof(int64_t), 4096, store_listing_read},
};

/* Which tables the nouns are read from, and what a changed row of theirs is to
 * the noun. */
static const struct source {
	const char *table;
	enum seen_noun noun;
	enum {
		OWN,
		JOINED, /* all are forgotten; a new one is part of none yet */
		LISTED, /* all are forgotten, but not for a change */
		COUNTED, /* of those below id / 64 the last; a change is none */
	} part;
} sources[] = {
    {"person", SEEN_PERSON, OWN},
    {"phone", SEEN_PERSON, JOINED},
    {"phone", SEEN_PHONE, OWN},
    {"order_", SEEN_ORDER, OWN},
    {"line", SEEN_LINE, OWN},
    {"line", SEEN_LINES, COUNTED},
    {"proposal", SEEN_PROPOSAL, OWN},
    {"proposal", SEEN_PROPOSALS, COUNTED},
    {"offer", SEEN_OFFER, OWN},
    {"line_event", SEEN_EVENT, OWN},
    {"offer", SEEN_LISTING, LISTED},
    {"message", SEEN_MESSAGE, OWN},
};

static const struct {
	const char *table;
	const char *any; /* a row, when there is something */
} quiets[SEEN_QUIETS] = {
    [QUIET_SALES] = {"sale",
	"SELECT 1 FROM sale INDEXED BY sale_running WHERE state = 3 LIMIT 1"},
    [QUIET_CAMPAIGNS] = {"campaign",
	"SELECT 1 FROM campaign INDEXED BY campaign_open WHERE ended_ms = 0"
	" LIMIT 1"},
    [QUIET_AREAS] = {"area",
	"SELECT 1 FROM area INDEXED BY area_quiet WHERE quiet_from_min >= 0"
	" LIMIT 1"},
    [QUIET_PLACES] = {"area", "SELECT 1 FROM area LIMIT 1"},
    [QUIET_SEEKS] = {"line_seek", "SELECT 1 FROM line_seek LIMIT 1"},
    [QUIET_WEIGHTS] = {"weight_set", "SELECT 1 FROM weight_set LIMIT 1"},
};

static const struct {
	const char *table;
	const char *last; /* its newest id */
} newest[SEEN_NEWEST] = {
    [NEWEST_PERSON] = {"person", "SELECT coalesce(max(id), 0) FROM person"},
    [NEWEST_PHONE] = {"phone", "SELECT coalesce(max(id), 0) FROM phone"},
    [NEWEST_EVENT] = {"line_event",
	"SELECT coalesce(max(id), 0) FROM line_event"},
    [NEWEST_ORDER] = {"order_",
	"SELECT max(coalesce((SELECT max(id) FROM order_), 0),"
	" coalesce((SELECT value FROM setting"
	" WHERE key = 'order_least'), 0))"},
};

static void
drop(struct row_cache *rows, const struct source *source, int64_t id,
    enum db_change change)
{
	switch (source->part) {
	case OWN:
		row_cache_drop(rows, id);
		break;
	case JOINED:
		if (change != DB_INSERTED)
			row_cache_clear(rows);
		break;
	case LISTED:
		if (change != DB_CHANGED)
			row_cache_clear(rows);
		break;
	case COUNTED:
		if (change != DB_CHANGED)
			row_cache_drop(rows, id / 64);
		break;
	}
}

static void
on_change(void *arg, const char *table, int64_t id, enum db_change change)
{
	struct store *store = arg;
	if (store->watch != NULL && change != DB_DELETED)
		store_watch_note(store, table, id);
	if (change == DB_INSERTED && strcmp(table, "webhook_event") == 0)
		store->webhook_added++;
	if (change == DB_INSERTED && strcmp(table, "dlr_call") == 0)
		store->dlr_added++;
	if (store->seen.own)
		return;
	if (change == DB_INSERTED && strcmp(table, "message") == 0)
		store_fresh_passed(store, id);
	for (size_t i = 0; i < sizeof(sources) / sizeof(*sources); i++) {
		const struct source *source = &sources[i];
		if (source->table[0] == table[0] &&
		    strcmp(source->table, table) == 0)
			drop(&store->seen.rows[source->noun], source, id,
			    change);
	}
	for (size_t i = 0; i < SEEN_QUIETS; i++)
		if (quiets[i].table[0] == table[0] &&
		    strcmp(quiets[i].table, table) == 0)
			store->seen.asked &= ~(1u << i);
	for (size_t i = 0; i < SEEN_NEWEST; i++)
		if (newest[i].table[0] == table[0] &&
		    store->seen.newest[i] != 0 && id > store->seen.newest[i] &&
		    strcmp(newest[i].table, table) == 0)
			store->seen.newest[i] = id;
}

int64_t
store_seen_next(struct store *store, enum seen_newest which)
{
	int64_t *last = &store->seen.newest[which];
	if (*last == 0)
		*last =
		    db_number_with(store->db, 0, newest[which].last, NULL, 0);
	return ++*last;
}

void
store_seen_init(struct store *store)
{
	for (int i = 0; i < SEEN_NOUNS; i++)
		store->seen.rows[i] =
		    row_cache_new(nouns[i].octets, nouns[i].places);
	store->seen.numbers = row_cache_new(sizeof(int64_t), PHONES);
	store_none_init(store);
	db_on_change(store->db, on_change, store);
}

void
store_seen_free(struct store *store)
{
	for (int i = 0; i < SEEN_NOUNS; i++)
		row_cache_free(&store->seen.rows[i]);
	row_cache_free(&store->seen.numbers);
	store_none_free(store);
}

void
store_seen_forget(struct store *store)
{
	for (int i = 0; i < SEEN_NOUNS; i++)
		row_cache_clear(&store->seen.rows[i]);
	row_cache_clear(&store->seen.numbers);
	store_none_forget(store);
	store->seen.asked = 0;
	memset(store->seen.newest, 0, sizeof(store->seen.newest));
	store->seen.alias_known = false;
}

void
store_seen_listings_moved(struct store *store)
{
	row_cache_clear(&store->seen.rows[SEEN_LISTING]);
}

/* A phone that comes later would not be noticed. */
static bool
is_whole(enum seen_noun noun, const void *row)
{
	return noun != SEEN_PERSON ||
	       ((const struct person *)row)->number[0] != '\0';
}

void
store_seen_note(
    struct store *store, enum seen_noun noun, int64_t id, const void *row)
{
	if (store->head != NULL && db_alive(store->db) && is_whole(noun, row))
		row_cache_put(&store->seen.rows[noun], id, row);
}

void
store_seen_drop(struct store *store, enum seen_noun noun, int64_t id)
{
	row_cache_drop(&store->seen.rows[noun], id);
}

bool
store_seen_peek(struct store *store, enum seen_noun noun, int64_t id, void *out)
{
	return store->head != NULL && db_alive(store->db) &&
	       row_cache_get(&store->seen.rows[noun], id, out);
}

bool
store_seen_get(struct store *store, enum seen_noun noun, int64_t id, void *out)
{
	if (store_seen_peek(store, noun, id, out))
		return true;
	if (id <= 0) { /* "none", and no row has that id */
		memset(out, 0, nouns[noun].octets);
		return false;
	}
	if (!nouns[noun].read(store, id, out))
		return false;
	store_seen_note(store, noun, id, out);
	return true;
}

static bool
is_quiet(struct store *store, enum seen_quiet which)
{
	return db_number_with(store->db, 0, quiets[which].any, NULL, 0) == 0;
}

bool
store_seen_quiet(struct store *store, enum seen_quiet which)
{
	struct store_seen *seen = &store->seen;
	unsigned bit = 1u << which;
	if ((seen->asked & bit) != 0 && db_alive(store->db))
		return (seen->quiet & bit) != 0;
	bool quiet = is_quiet(store, which);
	if (store->head == NULL || !db_alive(store->db))
		return quiet;
	seen->asked |= bit;
	seen->quiet = quiet ? seen->quiet | bit : seen->quiet & ~bit;
	return quiet;
}

/* Every struct is zeroed before it is read into, its gaps, too. */
static bool
still_true(struct store *store, enum seen_noun noun, int64_t id,
    const void *remembered)
{
	union {
		struct person person;
		struct order order;
		struct line line;
		struct proposal proposal;
		struct offer offer;
		struct line_event event;
		struct message message;
		struct phone_row phone;
		int64_t last;
	} row;
	PANIC_UNLESS(nouns[noun].octets <= sizeof(row));
	return nouns[noun].read(store, id, &row) &&
	       memcmp(&row, remembered, nouns[noun].octets) == 0;
}

static int
quiets_check(struct store *store, struct err *err)
{
	const struct store_seen *seen = &store->seen;
	for (unsigned i = 0; i < SEEN_QUIETS; i++)
		if ((seen->asked >> i & 1) != 0 &&
		    is_quiet(store, (enum seen_quiet)i) !=
			((seen->quiet >> i & 1) != 0))
			return err_set(err, STORE_BROKEN, 0,
			    "what is remembered of %s is not what is stored",
			    quiets[i].table);
	return 0;
}

int
store_seen_check(struct store *store, struct err *err)
{
	for (int noun = 0; noun < SEEN_NOUNS; noun++) {
		const struct row_cache *rows = &store->seen.rows[noun];
		for (size_t i = 0; i < rows->places; i++) {
			int64_t id;
			const void *row = row_cache_at(rows, i, &id);
			if (row != NULL &&
			    !still_true(store, (enum seen_noun)noun, id, row))
				return err_set(err, STORE_BROKEN, 0,
				    "a remembered row is not what is stored"
				    " (noun %d, row %lld)",
				    noun, (long long)id);
		}
	}
	int code = turn_clock_check(store, err);
	if (code == 0)
		code = store_none_check(store, err);
	return code != 0 ? code : quiets_check(store, err);
}
