#include "handlers/line.h"

#include "base/log.h"

#include "handlers/amount.h"
#include "handlers/desk.h"
#include "handlers/pool.h"
#include "handlers/sale_buy.h"

#define ACT(name) FSM_BIT(LINE_ACT_##name)
#define TO(name) FSM_BIT(LINE_##name)

/* Index 0 is "new": a line that is not a row yet. */
static const struct fsm_state states[] = {
    {"new", ACT(WAIT), TO(WAITING), NULL, NULL, NULL},
    {"asked",
	ACT(PROPOSE) | ACT(WAIT) | ACT(GIVE_UP) | ACT(ASK) | ACT(AGREE) |
	    ACT(CANCEL),
	TO(ASKED) | TO(OFFERED) | TO(WAITING) | TO(UNFILLED) | TO(CONFIRMED) |
	    TO(CANCELLED),
	NULL, NULL, NULL},
    {"waiting",
	ACT(PROPOSE) | ACT(WAIT) | ACT(GIVE_UP) | ACT(ASK) | ACT(AGREE) |
	    ACT(CHANGE) | ACT(CANCEL),
	TO(WAITING) | TO(OFFERED) | TO(UNFILLED) | TO(ASKED) | TO(CONFIRMED) |
	    TO(CANCELLED),
	NULL, NULL, NULL},
    {"offered",
	ACT(PROPOSE) | ACT(WAIT) | ACT(GIVE_UP) | ACT(ASK) | ACT(AGREE) |
	    ACT(CHANGE) | ACT(CANCEL),
	TO(OFFERED) | TO(WAITING) | TO(UNFILLED) | TO(ASKED) | TO(CONFIRMED) |
	    TO(CANCELLED),
	NULL, NULL, NULL},
    {"confirmed",
	ACT(PROPOSE) | ACT(WAIT) | ACT(GIVE_UP) | ACT(CANCEL) | ACT(HAND_OVER) |
	    ACT(PROBLEM) | ACT(NOSHOW) | ACT(PAY) | ACT(REMIND),
	TO(OFFERED) | TO(WAITING) | TO(UNFILLED) | TO(CONFIRMED) |
	    TO(CANCELLED) | TO(FULFILLED) | TO(DISPUTED) | TO(FAILED),
	NULL, NULL, NULL},
    {"fulfilled", ACT(HAND_OVER) | ACT(SETTLE) | ACT(PROBLEM) | ACT(PAY),
	TO(FULFILLED) | TO(DISPUTED), NULL, NULL, NULL},
    {"unfilled", ACT(PROPOSE) | ACT(WAIT), TO(OFFERED) | TO(WAITING), NULL,
	NULL, NULL},
    {"cancelled", 0, 0, NULL, NULL, NULL},
    {"disputed", ACT(CANCEL) | ACT(HAND_OVER) | ACT(PROBLEM) | ACT(PAY),
	TO(DISPUTED) | TO(FULFILLED) | TO(CANCELLED), NULL, NULL, NULL},
    {"failed", ACT(PROBLEM), TO(DISPUTED), NULL, NULL, NULL},
};

static const char *const act_names[] = {"propose", "wait", "give_up", "ask",
    "agree", "change", "cancel", "hand_over", "settle", "problem", "noshow",
    "pay", "remind"};

static const struct fsm_table table = {
    "line",
    states,
    sizeof(states) / sizeof(states[0]),
    act_names,
    sizeof(act_names) / sizeof(act_names[0]),
    -1,
};

const struct fsm_table *
line_table(void)
{
	return &table;
}

bool
line_takes(enum line_state state, enum line_act act)
{
	return (int)state < table.states_count &&
	       (states[state].events & FSM_BIT(act)) != 0;
}

bool
line_allows(enum line_state from, enum line_state to)
{
	return fsm_allows(&table, (int)from, (int)to);
}

static struct line_event
event_of(struct desk *desk, const struct line *line, int from, const char *text)
{
	struct line_event event = {.line_id = line->id,
	    .time_ms = desk->now_ms,
	    .from = from,
	    .to = (int)line->state,
	    .person_id = desk->by_person,
	    .message_id = desk->cause_id};

	str_copy(event.by, sizeof(event.by), str_from(desk->by));
	str_copy(event.text, sizeof(event.text), str_from(text));
	return event;
}

void
line_add(struct desk *desk, struct line *line, const char *text)
{
	struct line_event event;

	line->state = LINE_WAITING;
	line->created_ms = desk->now_ms;
	line->changed_ms = desk->now_ms;
	event = event_of(desk, line, 0, text);
	store_line_add_event(desk->store, line, &event);
}

/* What was agreed is free again for those who wait for a sale's goods. */
static bool
is_gone(enum line_state to)
{
	return line_is_searching(to) || to == LINE_UNFILLED ||
	       to == LINE_CANCELLED || to == LINE_FAILED;
}

bool
line_go(struct desk *desk, struct line *line, enum line_act act,
    enum line_state to, const char *text)
{
	int from = (int)line->state;
	struct line_event event;

	if (!line_takes(line->state, act) || !line_allows(line->state, to)) {
		log_event(LOG_WARN, "trade", "line_refused",
		    "line=%lld state=%s act=%s to=%s", (long long)line->id,
		    line_state_name(line->state), act_names[act],
		    line_state_name(to));
		return false;
	}
	line->state = to;
	line->changed_ms = desk->now_ms;
	event = event_of(desk, line, from, text);
	store_line_put_event(desk->store, line, &event);
	pool_line_moved(desk, line, from);
	if (from == LINE_CONFIRMED && is_gone(to))
		sale_buy_gone(desk, line);
	return true;
}

bool
line_is_searching(enum line_state state)
{
	return state == LINE_ASKED || state == LINE_WAITING ||
	       state == LINE_OFFERED;
}

bool
line_is_closed(const struct line *line)
{
	return line->state == LINE_UNFILLED || line->state == LINE_CANCELLED ||
	       line->state == LINE_FAILED ||
	       (line->state == LINE_FULFILLED && line->settled_ms != 0);
}

int64_t
line_total_minor(const struct line *line)
{
	return amount_total(
	    line->accepted_milli >= 0 ? line->accepted_milli : line->qty_milli,
	    line->price_minor);
}
