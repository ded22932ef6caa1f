#include "base/fsm.h"

#include "base/log.h"
#include "base/panic.h"

static const struct fsm_state *
row_of(const struct fsm *m)
{
	PANIC_UNLESS(m->state >= 0 && m->state < m->table->states_count);
	return &m->table->states[m->state];
}

static const char *
label_of(const struct fsm *m)
{
	return m->label != NULL ? m->label : "-";
}

static void
enter(struct fsm *m, int state)
{
	m->state = state;
	const struct fsm_state *row = row_of(m);
	if (m->arm != NULL) {
		int64_t ms = -1;
		if (row->timer != NULL)
			ms = m->override_ms > 0 ? m->override_ms
						: row->timer->default_ms;
		m->arm(m, ms);
	}
	if (row->on_enter != NULL)
		row->on_enter(m);
}

void
fsm_start(struct fsm *m, const struct fsm_table *table, int state,
    const char *label, void *owner, void (*arm)(struct fsm *, int64_t))
{
	PANIC_UNLESS(table->states_count <= 32 && table->events_count <= 32);
	m->table = table;
	m->label = label;
	m->owner = owner;
	m->arm = arm;
	m->refused = 0;
	enter(m, state);
}

static bool
known_event(const struct fsm_table *table, int event)
{
	return event >= 0 && event < table->events_count;
}

bool
fsm_event(struct fsm *m, int event, const void *data)
{
	const struct fsm_state *row = row_of(m);
	if (known_event(m->table, event) && (row->events & FSM_BIT(event))) {
		if (row->on_event != NULL)
			row->on_event(m, event, data);
		return true;
	}
	m->refused++;
	log_event(LOG_WARN, "fsm", "refused",
	    "machine=%s label=%s state=%s event=%s", m->table->name,
	    label_of(m), row->name,
	    known_event(m->table, event) ? m->table->event_names[event] : "?");
	return false;
}

bool
fsm_allows(const struct fsm_table *table, int from, int to)
{
	if (from < 0 || from >= table->states_count || to < 0 ||
	    to >= table->states_count)
		return false;
	return (table->states[from].next & FSM_BIT(to)) != 0;
}

bool
fsm_go(struct fsm *m, int state)
{
	if (fsm_allows(m->table, m->state, state)) {
		enter(m, state);
		return true;
	}
	m->refused++;
	bool known = state >= 0 && state < m->table->states_count;
	log_event(LOG_WARN, "fsm", "refused",
	    "machine=%s label=%s state=%s next=%s", m->table->name, label_of(m),
	    row_of(m)->name, known ? m->table->states[state].name : "?");
	return false;
}

const char *
fsm_state_name(const struct fsm *m)
{
	return row_of(m)->name;
}

void
fsm_draw(const struct fsm_table *table, FILE *out)
{
	for (int from = 0; from < table->states_count; from++) {
		fputs(table->states[from].name, out);
		if (table->states[from].next != 0)
			fputs(" ->", out);
		for (int to = 0; to < table->states_count; to++)
			if (fsm_allows(table, from, to))
				fprintf(out, " %s", table->states[to].name);
		fputc('\n', out);
	}
}
