/* The table of records: what was found in the modem's stores, and how far the
 * owner is with it.
 *
 * A record goes up once, and is deleted only when the owner said so and the
 * slot still holds it. */
#include "modem/modem_record.h"

#include <string.h>

#include "base/log.h"

struct record *
modem_record_find(struct modem *m, int store, int index)
{
	for (int i = 0; i < m->records_count; i++)
		if (m->records[i].store == store &&
		    m->records[i].index == index)
			return &m->records[i];
	return NULL;
}

struct record *
modem_record_first(struct modem *m, enum record_state state)
{
	struct record *other = NULL;
	for (int i = 0; i < m->records_count; i++) {
		if (m->records[i].state != state)
			continue;
		if (m->records[i].store == m->store_now)
			return &m->records[i];
		other = &m->records[i];
	}
	return other;
}

bool
modem_record_any(const struct modem *m, enum record_state state)
{
	for (int i = 0; i < m->records_count; i++)
		if (m->records[i].state == state)
			return true;
	return false;
}

struct record *
modem_record_add(struct modem *m, int store, int index)
{
	if (m->records_count == RECORDS_MAX) {
		m->relist = true;
		return NULL;
	}
	struct record *r = &m->records[m->records_count++];
	*r = (struct record){
	    .state = RECORD_READ, .store = store, .index = index, .seen = true};
	return r;
}

void
modem_record_forget(struct modem *m, struct record *r)
{
	*r = m->records[--m->records_count];
}

void
modem_record_deleted(struct modem *m, struct record *r)
{
	struct modem_place place = {.index = r->index};
	memcpy(place.store, m->stores[r->store], STORE_OCTETS);
	modem_record_forget(m, r);
	m->sink->on_deleted(m->sink->arg, &place);
}

/* What is acknowledged, but may be somewhere else or gone by now, is deleted
 * only after a list has shown it again. */
void
modem_record_session_ended(struct modem *m)
{
	for (int i = m->records_count; i-- > 0;) {
		struct record *r = &m->records[i];
		r->seen = false;
		r->tries = 0;
		if (r->state == RECORD_DELETE)
			r->state = RECORD_CHECK;
		if (r->state != RECORD_CHECK && r->state != RECORD_GIVEN)
			modem_record_forget(m, r);
	}
	for (int i = 0; i < GRAVES_MAX; i++)
		m->graves[i].times = 0;
	m->told_count = 0;
	m->store_now = -1;
	m->scanning = m->held = m->full_told = false;
	modem_fill_resumed(m);
	m->news_came = m->listed_once = false;
	modem_confirm_session_ended(m);
}

void
modem_record_other_sim(struct modem *m)
{
	m->centre[0] = '\0'; /* of the other one's network */
	log_event(LOG_WARN, "modem", "other-sim", "link=%s", m->name);
	m->graves_count = 0;
	for (int i = m->records_count; i-- > 0;) {
		struct record *r = &m->records[i];
		r->missing = true;
		if (r->state == RECORD_CHECK || r->state == RECORD_DELETE)
			modem_record_deleted(m, r);
	}
}

/* A record came. */

void
modem_record_give(
    struct modem *m, struct record *r, const struct reading *reading)
{
	struct modem_record up = {.place = {.index = reading->index},
	    .line = reading->text,
	    .pdu = reading->pdu,
	    .announced_octets = reading->announced_octets,
	    .fits = reading->fits,
	    .report = reading->report,
	    .stored = true};
	memcpy(up.place.store, m->stores[reading->store], STORE_OCTETS);
	r->state = RECORD_GIVEN;
	r->hash = reading->hash;
	r->seen = true;
	m->relist = true;
	m->list_given++;
	modem_fill_resumed(m);
	if (m->sink->on_record(m->sink->arg, &up))
		return;
	m->held = true;
	r = modem_record_find(m, reading->store, reading->index);
	if (r != NULL)
		modem_record_forget(m, r);
}

void
modem_record_note_own(struct modem *m, const struct reading *reading)
{
	struct record *r = modem_record_find(m, reading->store, reading->index);
	if (r != NULL && r->hash == reading->hash) {
		r->seen = true;
		return;
	}
	if (r != NULL && r->state == RECORD_GIVEN) {
		r->missing = true;
		return;
	}
	if (r != NULL)
		modem_record_deleted(m, r);
	r = modem_record_add(m, reading->store, reading->index);
	if (r == NULL)
		return;
	r->state = RECORD_OWN;
	r->hash = reading->hash;
}

void
modem_record_read_again(
    struct modem *m, struct record *r, const struct reading *reading)
{
	if (r == NULL)
		r = modem_record_add(m, reading->store, reading->index);
	if (r == NULL)
		return;
	r->state = RECORD_READ;
	r->seen = true;
	r->hash = reading->hash;
	r->report = r->report || reading->report;
	r->tries++;
}

void
modem_record_known(
    struct modem *m, struct record *r, const struct reading *reading)
{
	r->seen = true;
	if (r->hash == reading->hash) {
		if (r->state == RECORD_CHECK && r->tries < DELETES_MAX)
			r->state = RECORD_DELETE;
		return;
	}
	if (!reading->fits) {
		m->list_odd = true; /* badly heard: says nothing */
		return;
	}
	m->relist = true;
	if (r->state == RECORD_GIVEN) {
		/* Somebody else deleted ours; the new one has to wait until
		 * ours is acknowledged, or its place would mean two texts. */
		r->missing = true;
		return;
	}
	modem_record_deleted(m, r);
	r = modem_record_add(m, reading->store, reading->index);
	if (r != NULL)
		modem_record_give(m, r, reading);
}

/* Lists and what they say of records that they did not show. */

void
modem_record_list_begins(struct modem *m)
{
	m->list_records = m->list_given = m->list_own = 0;
	m->list_last_index = -1;
	m->list_odd = false;
	for (int i = m->records_count; i-- > 0;) {
		struct record *r = &m->records[i];
		if (r->store != m->store_now)
			continue;
		r->seen = false;
		if (r->state == RECORD_OWN)
			modem_record_forget(m, r);
	}
	for (int i = 0; i < m->told_count; i++)
		m->told[i].before_list = true;
}

void
modem_record_untell(struct modem *m, int store, int index)
{
	for (int i = m->told_count; i-- > 0;)
		if (m->told[i].store == store && m->told[i].index == index)
			m->told[i] = m->told[--m->told_count];
}

/* News named a slot that the list did not show: the list may be blind. */
static void
settle_told(struct modem *m)
{
	int kept = 0;
	for (int i = 0; i < m->told_count; i++) {
		struct told told = m->told[i];
		if (told.store != m->store_now || !told.before_list) {
			m->told[kept++] = told;
			continue;
		}
		struct record *r = modem_record_find(m, told.store, told.index);
		if (r == NULL)
			r = modem_record_add(m, told.store, told.index);
		if (r != NULL && r->state == RECORD_READ)
			r->report = told.report;
	}
	m->told_count = kept;
}

static void
settle_unseen(struct modem *m)
{
	for (int i = m->records_count; i-- > 0;) {
		struct record *r = &m->records[i];
		if (r->store != m->store_now || r->seen)
			continue;
		switch (r->state) {
		case RECORD_CHECK:
			modem_record_deleted(m, r);
			break;
		case RECORD_GIVEN:
			r->missing = true;
			break;
		case RECORD_BAD:
		case RECORD_OWN:
			modem_record_forget(m, r);
			break;
		case RECORD_READ:
		case RECORD_DELETE:
			break;
		}
	}
}

void
modem_record_list_ended(struct modem *m, bool whole)
{
	settle_told(m);
	if (whole && !m->list_odd)
		settle_unseen(m);
	if (m->list_odd && !m->held)
		modem_list_soon(m, MODEM_T_ODD);
	modem_relist_if_done(m);
}

void
modem_relist_if_done(struct modem *m)
{
	if (!m->relist || modem_record_any(m, RECORD_GIVEN) ||
	    modem_record_any(m, RECORD_DELETE))
		return;
	m->relist = false;
	m->dirty |= 1u << (m->store_now >= 0 ? m->store_now : m->store_main);
	modem_fill_made_room(m);
	m->list_due = true;
}
