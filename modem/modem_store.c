/* The stores by name, which one is open, and what the owner asks of them. */
#include <stdio.h>
#include <string.h>

#include "modem/modem_record.h"

#define STORE_TRIES_MAX 2

static void
store_name(char dst[STORE_OCTETS], struct str name)
{
	size_t n = 0;
	for (size_t i = 0; i < name.octets && n < STORE_OCTETS - 1; i++) {
		char c = name.at[i];
		if (c >= 'a' && c <= 'z')
			c = (char)(c - 'a' + 'A');
		if (c >= 'A' && c <= 'Z')
			dst[n++] = c;
	}
	dst[n] = '\0';
}

static int
find_name(const struct modem *m, const char *name)
{
	for (int i = 0; i < m->stores_count; i++)
		if (strcmp(m->stores[i], name) == 0)
			return i;
	return -1;
}

/* "MT" is all of them together; a hurt name is most likely the main one.  SM,
 * ME and SR are believed although the modem did not offer them. */
int
modem_store_find(struct modem *m, struct str name)
{
	char wanted[STORE_OCTETS];
	store_name(wanted, name);
	if (strcmp(wanted, "SM") == 0 || strcmp(wanted, "ME") == 0 ||
	    strcmp(wanted, "SR") == 0)
		return modem_store_add(m, name);
	int found = find_name(m, wanted);
	return found < 0 ? m->store_main : found;
}

int
modem_store_add(struct modem *m, struct str name)
{
	char wanted[STORE_OCTETS];
	store_name(wanted, name);
	int found = find_name(m, wanted);
	if (found >= 0)
		return found;
	if (m->stores_count == STORES_MAX || wanted[0] == '\0')
		return m->store_main;
	memcpy(m->stores[m->stores_count], wanted, STORE_OCTETS);
	return m->stores_count++;
}

void
modem_store_told(struct modem *m, int store, int index, bool report)
{
	m->dirty |= 1u << store;
	if (m->told_count < TOLD_MAX)
		m->told[m->told_count++] = (struct told){
		    .store = store, .index = index, .report = report};
}

/* It cannot be opened: leave it alone and go on with the main one. */
static void
give_store_up(struct modem *m, int store)
{
	m->store_now = m->store_main;
	m->dirty &= ~(1u << store);
	if (store != m->store_main)
		m->stores_offered &= ~(1u << store);
	for (int i = m->records_count; i-- > 0;) {
		struct record *r = &m->records[i];
		if (r->store != store)
			continue;
		if (r->state == RECORD_READ || r->state == RECORD_BAD)
			modem_record_forget(m, r);
		else if (r->state == RECORD_DELETE)
			r->state = RECORD_CHECK;
	}
}

static void
switch_line(void *arg, const struct at_line *line)
{
	struct modem *m = arg;
	int used, total;
	if (m->store_wanted == m->store_main &&
	    modem_fill_read(line->text, &used, &total)) {
		m->store_used = used;
		m->store_total = total;
	}
}

static void
switch_done(void *arg, const struct at_result *result)
{
	struct modem *m = arg;
	if (result->final == AT_FINAL_GONE)
		return;
	m->store_now = -1;
	if (result->final == AT_FINAL_OK) {
		m->store_now = m->store_wanted;
		m->store_tries = 0;
	} else if (++m->store_tries >= STORE_TRIES_MAX) {
		m->store_tries = 0;
		give_store_up(m, m->store_wanted);
	}
	modem_act_done(m);
}

bool
modem_in_store(struct modem *m, int store)
{
	if (m->store_now == store)
		return true;
	char text[32];
	snprintf(text, sizeof(text), "AT+CPMS=\"%s\"", m->stores[store]);
	struct at_command command =
	    modem_command(m, text, "+CPMS:", MODEM_T_STORE);
	command.on_line = switch_line;
	command.on_done = switch_done;
	m->activity = MODEM_ACT_STORE;
	m->store_wanted = store;
	modem_submit(m, &command);
	return false;
}

void
modem_delete(struct modem *modem, const struct modem_place *place)
{
	struct modem *m = modem;
	int store = find_name(m, place->store);
	struct record *r =
	    store >= 0 ? modem_record_find(m, store, place->index) : NULL;
	if (r == NULL) {
		modem_confirm_safe(m, place);
		m->sink->on_deleted(m->sink->arg, place);
	} else if (r->missing) {
		modem_record_deleted(m, r);
		modem_relist_if_done(m);
	} else if (r->state == RECORD_GIVEN) {
		r->state = r->seen ? RECORD_DELETE : RECORD_CHECK;
		if (!r->seen && m->machine.state == MODEM_READY)
			modem_list_soon(m, MODEM_T_DEBOUNCE);
	}
	modem_turn(m);
}

void
modem_resume(struct modem *modem)
{
	if (!modem->held)
		return;
	int store = modem->store_now;
	modem->held = false;
	modem->dirty |= 1u << (store >= 0 ? store : modem->store_main);
	modem->list_due = true;
	modem_turn(modem);
}
