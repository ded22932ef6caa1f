/* What was done to a chain at the row that does not fit.
 *
 * The hash before the break is good.  So the row that belongs there can be
 * known wherever it stands now, and who renumbered the rest to close a gap left
 * the later rows with hashes of their old numbers. */
#include <inttypes.h>
#include <string.h>

#include "gateway/store/audit_verify_inside.h"

#define SHIFT_MOST 1000 /* rows taken out at one place and closed over */

struct blame {
	const struct audit_break *at;
	/* The row that belongs at expected_id stands at this id; 0: nowhere. */
	int64_t belongs_id;
	bool texts_only; /* its hash stayed where it was */
	/* The hash of the row of that id, as stored. */
	uint8_t belongs_hash[DIGEST_OCTETS];
	bool first_follows; /* the found row is what comes behind it */
	bool was_inserted; /* the found row follows from the one before last */
	int64_t shifted; /* rows were renumbered by so many */
};

static bool
is(const struct audit_walked *w, int64_t id,
    const uint8_t before[DIGEST_OCTETS], const uint8_t hash[DIGEST_OCTETS])
{
	struct audit_hashed row = w->row;
	uint8_t made[DIGEST_OCTETS];

	row.id = id;
	audit_hash(made, before, &row);
	return memcmp(made, hash, DIGEST_OCTETS) == 0;
}

static void
find_shift(struct blame *b, const struct audit_walked *w)
{
	for (int64_t by = 1; by <= SHIFT_MOST && b->shifted == 0; by++)
		if (is(w, w->row.id + by, b->at->found_hash, w->hash))
			b->shifted = by;
}

static bool
look(void *arg, const struct audit_walked *w)
{
	struct blame *b = arg;
	const struct audit_break *at = b->at;

	if (w->row.id == at->found_id)
		b->was_inserted = is(w, w->row.id, at->before_that, w->hash);
	else if (w->row.id == at->expected_id + 1)
		find_shift(b, w);
	b->texts_only = is(w, at->expected_id, at->before, at->found_hash);
	if (b->texts_only || is(w, at->expected_id, at->before, w->hash)) {
		b->belongs_id = w->row.id;
		memcpy(b->belongs_hash, w->hash, DIGEST_OCTETS);
	}
	return b->belongs_id == 0;
}

/* Two neighbours that changed places: the found row is the second of them. */
static bool
look_first(void *arg, const struct audit_walked *w)
{
	struct blame *b = arg;

	b->first_follows =
	    is(w, b->at->expected_id + 1, b->belongs_hash, w->hash);
	return false;
}

static void
blame_present(struct audit_verdict *out, const struct blame *b)
{
	int64_t id = b->at->expected_id;

	if (b->was_inserted && id > 1)
		audit_fault_set(out, AUDIT_INSERTED, id - 1,
		    "row %" PRId64 " is not one that furrow wrote there",
		    id - 1);
	else if (b->belongs_id == id + 1 && !b->first_follows && !b->texts_only)
		audit_fault_set(out, AUDIT_INSERTED, id,
		    "row %" PRId64 " is not one that furrow wrote there: the "
		    "one that was there is now %" PRId64,
		    id, id + 1);
	else if (b->belongs_id > 0)
		audit_fault_set(out, AUDIT_REORDERED, id,
		    "row %" PRId64 " is not in its place: what belongs there "
		    "stands as row %" PRId64,
		    id, b->belongs_id);
	else if (b->shifted > 0)
		audit_fault_set(out, AUDIT_DELETED, id,
		    "row %" PRId64 " is gone, and those behind it were "
		    "numbered anew",
		    id);
	else
		audit_fault_set(out, AUDIT_EDITED, id,
		    "row %" PRId64 " is not what it was when it was written",
		    id);
}

void
audit_blame(struct audit_verdict *out, struct store *reader,
    const struct audit_break *at)
{
	struct blame b = {.at = at};
	int64_t id = at->expected_id;

	if (at->found_id < id) {
		audit_fault_set(out, AUDIT_INSERTED, at->found_id,
		    "row %" PRId64 " is not one that furrow wrote",
		    at->found_id);
		return;
	}
	audit_walk(reader, id - 1, look, &b);
	if (b.belongs_id > 0)
		audit_walk(reader, id - 1, look_first, &b);
	if (at->found_id == id || b.belongs_id > 0)
		blame_present(out, &b);
	else
		audit_fault_set(out, AUDIT_DELETED, id,
		    "row %" PRId64 " is gone: the next is %" PRId64, id,
		    at->found_id);
}
