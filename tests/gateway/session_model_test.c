/* Dialogues at random: every event on every kind of channel, repeats, other
 * people's ids, time that jumps, ways that break, bugs of the trade, answers
 * that come too late, restarts.  Beside the gateway stands a small model: which
 * confirm screen was shown to whom, what each key was answered.  It never says
 * what the gateway must answer, but what must always hold:
 *   everybody is answered once, from a dialogue of their own phone;
 *   the same key gets the same bytes;
 *   what a confirm screen showed is ordered by that phone, and once;
 *   a phone is in one open dialogue of a channel, of 30 turns at most, each of
 *   them a row; and the gateway's count of open ones is the store's, after a
 *   restart, too.
 * A seed makes one run; a failure names its step. */
#include "tests/gateway/session_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_token.h"

#define STEPS 15000
#define PHONES 12
#define IDS 6
#define KEYS 16
#define TOKENS 65536
#define DAY_MS INT64_C(86400000)
#define EFFECTS "model_effects"

struct said {
	enum session_event event;
	const char *text;
};

/* What one id of one channel was told. */
struct talk {
	int phone;
	int key; /* the newest; 0: none */
	struct said said[KEYS]; /* with that key */
	char whole[256];
};

/* A key's first answer, of the row that gave it. */
struct keyed {
	int64_t session_id;
	struct session_answer answer;
	struct said said;
};

struct model {
	struct session_world *w;
	uint64_t seed;
	int step;
	/* The phone that was shown that token; 0: none. */
	unsigned char shown[TOKENS];
	struct talk talk[5][IDS];
	struct keyed keyed[IDS][KEYS];
	const struct session_channel *channel[5]; /* 0 has keys */
	struct session_channel bare; /* ids, no keys */
	int repeats, orders, refused;
};

static unsigned
dice(struct model *m, unsigned sides)
{
	m->seed = m->seed * UINT64_C(6364136223846793005) +
		  UINT64_C(1442695040888963407);
	return (unsigned)(m->seed >> 33) % sides;
}

static void
wrong(const struct model *m, const char *what)
{
	fail_msg("step %d: %s", m->step, what);
}

static const char *
number_of(char dst[PARTY_OCTETS], int phone)
{
	snprintf(dst, PARTY_OCTETS, "+2547110000%02d", phone);
	return dst;
}

static int
phone_of(const char *number)
{
	return atoi(number + strlen(number) - 2);
}

/* -- the trade: home, a confirm screen, an order --------------------------- */

static void
confirm(struct handler_session *s)
{
	if (s->state.token == 0)
		s->state.token = (int64_t)s->random;
	str_copy(s->state.screen, sizeof(s->state.screen), STR("confirm"));
	snprintf(s->text, sizeof(s->text), "C:%lld", (long long)s->state.token);
	s->go_on = s->resumable = true;
}

static void
home(struct handler_session *s)
{
	s->state.token = 0;
	str_copy(s->state.screen, sizeof(s->state.screen), STR("home"));
	snprintf(s->text, sizeof(s->text), "H:%lld %llu",
	    (long long)s->session_id, (unsigned long long)s->random);
	s->go_on = s->resumable = true;
}

static void
order(struct model *m, const struct turn *turn, struct handler_session *s)
{
	int64_t token = s->state.token;
	if (m->shown[token % TOKENS] != phone_of(s->number) + 1)
		wrong(m, "an order of what its phone was not shown");
	if (store_token_take(turn->store, token, s->session_id, 0))
		store_setting_put_int(turn->store, EFFECTS,
		    store_setting_int(turn->store, EFFECTS, 0) + 1);
	snprintf(s->text, sizeof(s->text), "E:%lld", (long long)token);
	str_copy(s->made, sizeof(s->made), STR("K7F"));
	s->go_on = s->resumable = false;
}

static void
answer(struct model *m, const struct turn *turn, struct handler_session *s)
{
	bool sure = strcmp(s->state.screen, "confirm") == 0;
	if (str_is(s->input, "poison"))
		store_fail(turn->store, "a bug of the trade");
	if (str_is(s->input, "stall")) {
		later(m->w, 6000);
		sessions_deadlines(m->w->sessions);
	}
	if (str_is(s->input, "1") && sure)
		order(m, turn, s);
	else if (str_is(s->input, "1") || sure)
		confirm(s);
	else
		home(s);
	if (str_is(s->input, "9"))
		s->go_on = s->resumable = false;
}

static void
on_session(
    void *trade, const struct turn *turn, struct handler_session *session)
{
	struct model *m = trade;
	if (session->step == SESSION_STEP_ANSWER) {
		answer(m, turn, session);
	} else if (session->earlier != NULL) {
		session->state = *session->earlier;
		if (strcmp(session->state.screen, "confirm") == 0)
			confirm(session);
		else
			home(session);
	} else if (str_is(session->dial, "1")) {
		confirm(session);
	} else {
		home(session);
	}
}

static void
on_timer(
    void *trade, const struct turn *turn, enum timer_kind kind, int64_t ref)
{
	(void)trade;
	(void)turn;
	(void)kind;
	(void)ref;
}

static void
on_outage(void *trade, const struct turn *turn, int64_t away_ms)
{
	(void)trade;
	(void)turn;
	(void)away_ms;
}

static const struct handler_table trade = {
    .on_session = on_session, .on_timer = on_timer, .on_outage = on_outage};

/* -- what was answered ----------------------------------------------------- */

static bool
is_screen(const struct session_answer *a)
{
	return a->text[0] != '\0' && a->text[1] == ':';
}

static void
check_owner(struct model *m, const struct session_answer *a, int phone)
{
	struct store_session row;
	char number[PARTY_OCTETS], own[PARTY_OCTETS];
	if (a->session_id == 0 || a->status != SESSION_ANSWERED ||
	    !store_session_get(m->w->store, a->session_id, &row))
		return;
	store_phone_number(m->w->store, row.phone_id, number);
	if (strcmp(number, number_of(own, phone)) != 0)
		wrong(m, "somebody is in another's dialogue");
}

static void
take_key(struct model *m, int id, int key, const struct session_answer *a)
{
	struct keyed *k = &m->keyed[id][key];
	if (!is_screen(a))
		return; /* what the gateway says for itself may change */
	struct said *said = &m->talk[0][id].said[key];
	if (k->session_id != a->session_id || k->said.event != said->event ||
	    strcmp(k->said.text, said->text) != 0) {
		k->session_id = a->session_id;
		k->said = *said;
		k->answer = *a;
		return;
	}
	m->repeats++;
	if (strcmp(k->answer.text, a->text) != 0 ||
	    k->answer.go_on != a->go_on || k->answer.turn != a->turn)
		wrong(m, "the same key, other bytes");
}

static void
take_answer(struct model *m, const struct session_answer *a, int phone)
{
	if (a->status != SESSION_ANSWERED)
		m->refused++;
	if (strncmp(a->text, "C:", 2) == 0 && a->go_on)
		m->shown[atoll(a->text + 2) % TOKENS] =
		    (unsigned char)(phone + 1);
	check_owner(m, a, phone);
}

/* -- what always holds ----------------------------------------------------- */

#define COUNT(m, sql) db_number((m)->w->store->db, 0, sql)

static void
check_store(struct model *m)
{
	struct session_world *w = m->w;
	if (COUNT(m, "SELECT count(*) FROM (SELECT 1 FROM ussd_session"
		     " WHERE state = 2 GROUP BY link_id, phone_id"
		     " HAVING count(*) > 1)") != 0)
		wrong(m, "two open dialogues of a phone on one channel");
	if (COUNT(m, "SELECT count(*) FROM ussd_session WHERE state = 2") !=
	    sessions_open(w->sessions))
		wrong(m, "the count of open ones");
	if (COUNT(m, "SELECT count(*) FROM ussd_session WHERE state NOT IN"
		     " (2, 3, 4, 5) OR turns NOT BETWEEN 1 AND 30") != 0)
		wrong(m, "a row that cannot be");
	if (COUNT(m, "SELECT count(*) FROM ussd_session WHERE turns <>"
		     " (SELECT count(*) FROM ussd_turn WHERE ussd_turn.id >"
		     " ussd_session.id * 64 AND ussd_turn.id <"
		     " ussd_session.id * 64 + 64)") != 0)
		wrong(m, "turns without rows");
	m->orders = (int)store_setting_int(w->store, EFFECTS, 0);
	if (COUNT(m, "SELECT count(*) FROM ussd_token") != m->orders)
		wrong(m, "an order without its token");
}

/* -- one step -------------------------------------------------------------- */

/* Once more, by other connections: where a repeat can be told (a key, a start,
 * all answers so far), or nothing came back that could be answered. */
static void
repeat(struct model *m, size_t at, const struct session_ask *asked,
    const struct heard *first, struct heard *again)
{
	bool told = asked->key[0] != '\0' || asked->event == SESSION_START ||
		    asked->event == SESSION_WHOLE || first->times == 0 ||
		    !first->answer.go_on;
	if (sessions_in_work(m->w->sessions) > 0 && told)
		ask(m->w, m->channel[at], asked, again);
	else
		again->times = 1;
}

static void
talk_to(struct model *m, size_t at, int id, int phone,
    const struct session_ask *asked)
{
	struct heard heard[3] = {{.times = 0}};
	ask(m->w, m->channel[at], asked, &heard[0]);
	repeat(m, at, asked, &heard[0], &heard[1]);
	for (unsigned i = dice(m, 4); i > 0; i--)
		loop_once(m->w->loop, false);
	repeat(m, at, asked, &heard[0], &heard[2]);
	settle(m->w);
	for (int i = 0; i < 3; i++) {
		if (heard[i].times != 1)
			wrong(m, "not answered once");
		if (asked->event == SESSION_HANGUP)
			continue;
		take_answer(m, &heard[i].answer, phone);
		if (heard[i].answer.session_id != 0 && asked->key[0] != '\0')
			take_key(m, id, atoi(asked->key), &heard[i].answer);
	}
}

static struct said
any_start(struct model *m)
{
	static const char *const dials[] = {
	    "*384*96#", "*384*96#", "384*96", "*384*96*1#", "*384*96*5*4321#"};
	return (struct said){SESSION_START, dials[dice(m, 5)]};
}

static struct said
any_answer(struct model *m)
{
	static const char *const inputs[] = {"1", "1", "1", "1", "1", "1", "2",
	    "2", "0", "9", "4321", "*", "stall", "poison"};
	return (struct said){
	    SESSION_INPUT, inputs[dice(m, sizeof(inputs) / sizeof(inputs[0]))]};
}

/* Something new, or what was said with an older key once more. */
static struct said
choose(struct model *m, size_t at, struct talk *t, char key[12])
{
	struct said said =
	    dice(m, 8) == 0 || t->key == 0 ? any_start(m) : any_answer(m);
	int number = t->key < KEYS - 1 ? t->key + 1 : 1;
	if (at == 0 && t->key > 1 && dice(m, 3) == 0) {
		number = 1 + (int)dice(m, (unsigned)t->key);
		said = t->said[number];
	} else if (dice(m, 15) == 0) {
		key[0] = '\0';
		return (struct said){SESSION_HANGUP, ""};
	} else {
		/* From the first key on a gateway means another dialogue. */
		said = number == 1 ? any_start(m) : said;
		t->key = number;
		t->said[number] = said;
	}
	snprintf(key, 12, "%d", number);
	return said;
}

static void
grow_whole(struct model *m, struct talk *t, const struct said *said)
{
	unsigned how = dice(m, 12);
	size_t octets = strlen(t->whole);
	if (said->event == SESSION_START || octets > 200)
		str_copy(t->whole, sizeof(t->whole), STR(""));
	else if (how == 0)
		str_copy(t->whole, sizeof(t->whole), STR("1*2"));
	else if (how > 1)
		snprintf(t->whole + octets, sizeof(t->whole) - octets, "%s%s",
		    octets > 0 ? "*" : "", said->text);
}

/* As a gateway of that kind tells it. */
static struct session_ask
form(struct model *m, size_t at, struct talk *t, const char *id,
    const struct said *said)
{
	struct session_ask asked;
	if (said->event == SESSION_HANGUP)
		return ask_hangup(at == 3 ? "" : id, "gone");
	if (at == 2) {
		grow_whole(m, t, said);
		return ask_whole(id, t->whole);
	}
	if (said->event == SESSION_START)
		asked = ask_start(at == 3 ? "" : id, said->text);
	else
		asked = ask_input(at == 3 ? "" : id, said->text);
	if (at == 4) {
		asked.event = SESSION_EITHER;
		asked.input = str_from(said->text);
		asked.dialled = "";
	}
	return asked;
}

static void
speak(struct model *m)
{
	static const char *const names[] = {
	    "keys", "bare", "whole", "phone", "either"};
	size_t at = dice(m, 5);
	int id = (int)dice(m, IDS);
	struct talk *t = &m->talk[at][id];
	char name[40], key[12], number[PARTY_OCTETS];
	/* Of two channels one has the same; it may be somebody else's. */
	int phone = dice(m, 30) == 0 ? (int)dice(m, PHONES) : t->phone;
	snprintf(name, sizeof(name), "session-%s-%d",
	    id == 0 && at < 2 ? "both" : names[at], id);
	struct said said = choose(m, at, t, key);
	struct session_ask asked = form(m, at, t, name, &said);
	if (at == 0)
		asked.key = key;
	asked.msisdn = number_of(number, phone);
	talk_to(m, at, id, phone, &asked);
}

static void
disturb(struct model *m)
{
	static const int64_t jumps[] = {1000, 10000, 10000, 20000, 20000, 60000,
	    60000, 200000, 1000000, 4000000, DAY_MS + 1};
	struct session_world *w = m->w;
	const struct session_sink *sink = sessions_sink(w->sessions);
	const struct session_channel *channel = m->channel[dice(m, 5)];
	switch (dice(m, 12)) {
	case 0:
		sink->on_lost(sink->arg, channel,
		    1 + dice(m, (unsigned)store_session_next(w->store)),
		    SESSION_TURNS_MAX, "submit_failed");
		break;
	case 1:
		sink->on_down(sink->arg, channel);
		break;
	case 2:
		sessions_sweep(w->sessions);
		break;
	case 3:
		/* The clock was wrong. */
		w->clock.wall_ms -= 1000 * (int64_t)dice(m, 7200);
		break;
	case 4:
		if (dice(m, 4) != 0)
			break;
		session_world_restart(w);
		check_store(m);
		break;
	default:
		later(w, jumps[dice(m, sizeof(jumps) / sizeof(jumps[0]))]);
		break;
	}
	settle(w);
}

static void
dialogues_at_random(void **state)
{
	struct session_world *w = *state;
	struct model *m = xcalloc(1, sizeof(*m));
	const char *seed = getenv("SESSION_MODEL_SEED");
	m->w = w;
	m->seed = seed != NULL ? (uint64_t)atoll(seed) : 7;
	m->bare = w->json;
	m->bare.id = 15;
	m->channel[0] = &w->json;
	m->channel[1] = &m->bare;
	m->channel[2] = &w->whole;
	m->channel[3] = &w->phone;
	m->channel[4] = &w->either;
	for (int i = 0; i < 5 * IDS; i++)
		m->talk[i / IDS][i % IDS].phone = (int)dice(m, PHONES);
	w->handlers = &trade;
	w->trade = m;
	session_world_restart(w);
	for (m->step = 0; m->step < STEPS; m->step++) {
		if (dice(m, 8) == 0)
			disturb(m);
		else
			speak(m);
		if (m->step % 200 == 0)
			check_store(m);
	}
	check_store(m);
	/* It has been where it was to be. */
	assert_true(m->orders > STEPS / 50);
	assert_true(m->repeats > STEPS / 10);
	assert_true(m->refused > STEPS / 50);
	free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(dialogues_at_random,
		session_world_setup, session_world_teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
