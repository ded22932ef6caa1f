/* Deleting, slot by slot, only what the owner has and a list has shown.
 *
 * The last slot of a store goes first.  Where a modem moves the records behind
 * a deleted one up, those are texts that came meanwhile or are deleted
 * already: no number that we still hold changes its meaning.  So a record also
 * waits for those behind it to be acknowledged.  Never "delete all": that
 * takes what came since the list. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/modem_record.h"

/* Graves. */

static struct grave *
find_grave(struct modem *m, int store, int index, uint64_t hash)
{
	int count = m->graves_count < GRAVES_MAX ? m->graves_count : GRAVES_MAX;
	for (int i = 0; i < count; i++) {
		struct grave *g = &m->graves[i];
		if (g->hash == hash && g->store == store && g->index == index)
			return g;
	}
	return NULL;
}

static void
bury(struct modem *m, const struct record *r)
{
	if (find_grave(m, r->store, r->index, r->hash) != NULL)
		return;
	m->graves[m->graves_count++ % GRAVES_MAX] = (struct grave){
	    .store = r->store, .index = r->index, .hash = r->hash};
	if (m->graves_count == 2 * GRAVES_MAX)
		m->graves_count = GRAVES_MAX;
}

bool
modem_record_is_buried(struct modem *m, const struct reading *reading)
{
	struct grave *g =
	    find_grave(m, reading->store, reading->index, reading->hash);
	if (g == NULL)
		return false;
	g->times++;
	if (g->times == DELETES_MAX)
		log_event(LOG_WARN, "modem", "delete-useless",
		    "link=%s store=%s index=%d", m->name,
		    m->stores[reading->store], reading->index);
	if (g->times >= DELETES_MAX)
		return true;
	struct record *r = modem_record_add(m, reading->store, reading->index);
	if (r != NULL) {
		r->state = RECORD_DELETE;
		r->hash = reading->hash;
		m->relist = true;
	}
	return true;
}

/* Which one. */

/* Behind it lies one that the owner has not acknowledged.  While the modem is
 * being left there are no more acknowledgements to wait for. */
static bool
must_wait(const struct modem *m, const struct record *r, const int *given)
{
	return !m->quiet && r->index < given[r->store];
}

static void
last_given(const struct modem *m, int *given)
{
	for (int i = 0; i < STORES_MAX; i++)
		given[i] = -1;
	for (int i = 0; i < m->records_count; i++) {
		const struct record *r = &m->records[i];
		if (r->state == RECORD_GIVEN && !r->missing &&
		    r->index > given[r->store])
			given[r->store] = r->index;
	}
}

/* Is a to be deleted rather than b? */
static bool
goes_first(
    const struct modem *m, const struct record *a, const struct record *b)
{
	if (b == NULL)
		return true;
	if (a->store != b->store)
		return a->store == m->store_now;
	return a->index > b->index;
}

struct record *
modem_record_to_delete(struct modem *m)
{
	struct record *first = NULL;
	int given[STORES_MAX];
	if (!modem_record_any(m, RECORD_DELETE))
		return NULL;
	last_given(m, given);
	for (int i = 0; i < m->records_count; i++) {
		struct record *r = &m->records[i];
		if (r->state == RECORD_DELETE && !must_wait(m, r, given) &&
		    goes_first(m, r, first))
			first = r;
	}
	return first;
}

/* Doing it. */

/* Perhaps done, perhaps not: look, then again, but not for ever. */
static void
failed(struct modem *m, struct record *r, int code)
{
	r->state = RECORD_CHECK;
	r->tries++;
	log_event(r->tries == DELETES_MAX ? LOG_WARN : LOG_INFO, "modem",
	    "delete-failed", "link=%s store=%s index=%d code=%d", m->name,
	    m->stores[r->store], r->index, code);
	m->dirty |= 1u << r->store;
	if (r->tries < DELETES_MAX)
		modem_list_soon(m, MODEM_T_ODD);
}

static void
delete_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	struct record *r = modem_record_find(m, m->store_now, m->slot);
	bool ours = r != NULL && r->state == RECORD_DELETE;
	if (ours &&
	    (result->final == AT_FINAL_OK || modem_slot_is_empty(result))) {
		modem_fill_deleted(m, r->store);
		bury(m, r);
		modem_record_deleted(m, r);
		modem_note_work(m);
	} else if (ours) {
		failed(m, r, result->code);
	}
	modem_relist_if_done(m);
	modem_act_done(m);
}

bool
modem_store_has_delete(const struct modem *m)
{
	return modem_record_any(m, RECORD_DELETE);
}

void
modem_store_start_delete(struct modem *m, struct record *r)
{
	if (!modem_in_store(m, r->store))
		return;
	char text[32];
	snprintf(text, sizeof(text), "AT+CMGD=%d", r->index);
	struct at_command command = modem_command(m, text, NULL, MODEM_T_SLOT);
	command.on_done = delete_done;
	m->activity = MODEM_ACT_DELETE;
	m->slot = r->index;
	modem_submit(m, &command);
}
