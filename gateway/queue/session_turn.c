#include "gateway/queue/session_private.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "gateway/core/session_life.h"
#include "gateway/store/store_person.h"

/* Shorter ids may be the same on two channels by chance. */
#define LONG_ID 8

/* -- what was said --------------------------------------------------------- */

/* Of the dialled string and the input the one that begins with the longer code,
 * and of the same code the one that says more behind it. */
static void
find_code(struct session_work *w)
{
	const struct session_told *t = w->told;
	struct str rest = STR("");
	const char *code = NULL;
	w->rest = STR("");
	w->code = session_code_match(t->channel, t->dialled, &w->rest);
	if (t->event == SESSION_START || t->event == SESSION_EITHER)
		code = session_code_match(t->channel, t->input, &rest);
	if (code != NULL &&
	    (w->code == NULL || strlen(code) > strlen(w->code) ||
		(code == w->code && rest.octets > w->rest.octets))) {
		w->code = code;
		w->rest = rest;
	}
	/* The gateway does not tell, and there is only one it can be. */
	bool told = t->dialled.octets > 0 ||
		    (t->event == SESSION_START && t->input.octets > 0);
	if (w->code == NULL && !told && t->channel->codes == 1)
		w->code = t->channel->code[0];
	if (t->event == SESSION_WHOLE && t->input.octets > 0)
		w->rest = t->input;
}

static void
find_said(struct session_work *w)
{
	const struct session_told *t = w->told;
	struct str first = t->input, second = STR("");
	if (t->event == SESSION_START) {
		first = t->dialled;
		second = t->input;
	} else if (t->event == SESSION_EITHER) {
		second = t->dialled;
	}
	w->said = first.octets > 0 ? first : second;
	w->answer = t->input;
	if (t->event != SESSION_WHOLE) {
		str_copy(w->key, sizeof(w->key), str_from(t->key));
		return;
	}
	/* Whatever the dialect calls its key: all answers so far are one. */
	w->key[0] = '=';
	str_copy(w->key + 1, sizeof(w->key) - 1, t->input);
}

/* Does the text go on where the last one ended?  What is new is the answer; an
 * earlier one may hold an asterisk, so it is not the last part. */
static bool
goes_on(struct session_work *w)
{
	struct str text = w->told->input, last = str_from(w->row.last_text);
	if (last.octets == 0)
		return text.octets > 0;
	if (text.octets <= last.octets || text.at[last.octets] != '*')
		return false;
	if (!session_kept_is(last, str_of(text.at, last.octets)))
		return false;
	w->answer =
	    str_of(text.at + last.octets + 1, text.octets - last.octets - 1);
	return true;
}

/* -- what is known --------------------------------------------------------- */

/* Nothing, or what begins with a served code. */
static bool
says_code(const struct session_told *t)
{
	struct str rest;
	return t->input.octets == 0 ||
	       session_code_match(t->channel, t->input, &rest) != NULL;
}

/* A gateway that does not tell a start may name the code at every turn: then
 * only the text says whether it is one. */
static bool
is_same(struct session_work *w)
{
	struct session_turn_row last;
	bool dialled = w->told->event == SESSION_START ||
		       (w->told->event == SESSION_EITHER && says_code(w->told));
	if (w->row.turns == 1 && dialled)
		return w->code != NULL && strcmp(w->code, w->row.code) == 0 &&
		       session_kept_is(str_from(w->row.dial), w->rest);
	return w->row.life == SESSION_DONE && w->told->event != SESSION_WHOLE &&
	       w->key[0] == '\0' &&
	       store_session_turn_get(
		   w->turn->store, w->row.id, w->row.turns, &last) &&
	       str_is(w->said, last.input);
}

static unsigned
row_facts(struct session_work *w)
{
	const struct session_channel *channel = w->told->channel;
	const struct store_session *row = &w->row;
	int64_t quiet_ms = w->turn->now_ms - row->seen_ms;
	bool open = row->life == SESSION_WAIT;
	/* Nothing expires while the clock is unsure. */
	bool idle = open && w->turn->clock_sure && quiet_ms > channel->idle_ms;
	bool broken =
	    idle || row->life == SESSION_DROPPED || row->life == SESSION_LOST;
	unsigned facts = SESSION_IS_KNOWN;
	facts |= open ? SESSION_IS_OPEN : 0;
	facts |= row->life == SESSION_DONE ? SESSION_IS_DONE : 0;
	facts |= idle ? SESSION_IS_IDLE : 0;
	/* Of one that was late each time there might be a turn more each time.
	 */
	if (broken && row->resumable && row->turns < SESSION_TURNS_MAX &&
	    llabs(quiet_ms) <= channel->resume_ms)
		facts |= SESSION_IS_FRESH;
	if (strcmp(row->reason, SESSION_REPLACED) == 0)
		facts |= SESSION_IS_REPLACED;
	facts |= row->turns == 1 ? SESSION_IS_FIRST : 0;
	/* A hang-up may come without a number. */
	if (w->told->number[0] != '\0' && row->phone_id != w->phone_id)
		facts |= SESSION_IS_OTHERS;
	facts |= w->keyed != 0 ? SESSION_KEY_KNOWN : 0;
	facts |= is_same(w) ? SESSION_SAID_SAME : 0;
	return facts;
}

static unsigned
said_facts(struct session_work *w)
{
	const struct session_told *t = w->told;
	bool code = says_code(t);
	unsigned facts = w->key[0] != '\0' ? SESSION_HAS_KEY : 0;
	facts |= t->channel->by_phone ? SESSION_IS_BY_PHONE : 0;
	facts |= t->input.octets == 0 ? SESSION_SAID_NOTHING : 0;
	facts |= code ? SESSION_SAID_CODE : 0;
	if (code && t->input.octets > 0 && t->input.at[0] == '*')
		facts |= SESSION_SAID_STAR;
	if (t->event == SESSION_WHOLE && w->known && goes_on(w))
		facts |= SESSION_SAID_MORE;
	return facts;
}

/* Of a centre's turns some may lack its id, or the first: then it is the one in
 * which that phone is, if either has none. */
static bool
look_by_phone(struct session_work *w)
{
	const struct session_told *t = w->told;
	struct session_past past;
	if (w->phone_id == 0 || t->event == SESSION_START ||
	    t->event == SESSION_WHOLE)
		return false;
	store_session_past(w->turn->store, w->phone_id, t->channel->id, "",
	    w->turn->now_ms, &past);
	if (past.waiting_id != 0 &&
	    store_session_get(w->turn->store, past.waiting_id, &w->row) &&
	    (t->channel->by_phone || w->row.ext[0] == '\0'))
		return true;
	memset(&w->row, 0, sizeof(w->row));
	return false;
}

/* A gateway whose key is that of the start once more with another answer (some
 * say 0 for ever) has no key for a turn: as if it told none. */
static void
doubt_key(struct session_work *w)
{
	struct session_turn_row first;
	if (w->keyed != 1 || w->told->event != SESSION_INPUT ||
	    !store_session_turn_get(w->turn->store, w->row.id, 1, &first) ||
	    str_is(w->said, first.input) ||
	    strcmp(first.input, SESSION_MASKED) == 0)
		return;
	w->key[0] = '\0';
	w->keyed = 0;
}

/* Gateways with short ids use them again, for another phone: whoever dials is
 * not kept out by a dialogue that has long been over. */
static bool
is_used_again(const struct session_work *w)
{
	return w->told->event == SESSION_START &&
	       w->row.phone_id != w->phone_id && w->row.life != SESSION_WAIT &&
	       w->turn->now_ms - w->row.seen_ms > w->told->channel->resume_ms;
}

static void
look(struct session_work *w)
{
	const struct session_told *t = w->told;
	struct store *store = w->turn->store;
	bool by_phone = t->channel->by_phone;
	w->mark = by_phone ? store_session_mark_phone(t->channel->id, t->number)
			   : store_session_mark(str_from(t->id));
	w->known = store_session_find(store, w->mark, t->channel->id,
	    by_phone ? "" : t->id, &w->row, &w->elsewhere_ms);
	if (t->number[0] != '\0')
		store_phone_find(store, t->number, &w->phone_id, &w->person_id);
	if (w->known && is_used_again(w)) {
		w->taken_id = w->row.id;
		w->known = false;
	}
	if (!w->known && w->taken_id == 0)
		w->known = look_by_phone(w);
	if (w->known && w->key[0] != '\0' && !t->too_long &&
	    w->row.phone_id == w->phone_id)
		w->keyed = store_session_turn_keyed(store, w->row.id, w->key);
	doubt_key(w);
}

static unsigned
facts_of(struct session_work *w)
{
	const struct session_told *t = w->told;
	unsigned facts = said_facts(w);
	if (w->known)
		facts |= row_facts(w);
	else if (w->elsewhere_ms != 0 && strlen(t->id) >= LONG_ID &&
		 w->turn->now_ms - w->elsewhere_ms <= t->channel->idle_ms)
		facts |= SESSION_IS_ELSEWHERE;
	return facts;
}

/* -- what is done ---------------------------------------------------------- */

const char *
session_turn_word(
    const struct session_trade *trade, enum session_word word, const char *lang)
{
	const char *text = NULL;
	if (trade->handlers->session_words != NULL)
		text = trade->handlers->session_words(trade->trade, word, lang);
	return text != NULL ? text : session_word_english(word);
}

void
session_work_say(struct session_work *w, enum session_word word)
{
	const char *lang = w->told->lang;
	if (w->known && w->row.state.lang[0] != '\0')
		lang = w->row.state.lang;
	else if (lang[0] == '\0')
		lang = w->turn->market->language;
	struct session_answer *a = &w->out->answer;
	a->go_on = false;
	str_copy(a->text, sizeof(a->text),
	    str_from(session_turn_word(w->trade, word, lang)));
}

static bool
may_move(const struct session_work *w, enum session_life to)
{
	enum session_life from = w->row.life;
	if (w->in_turn)
		return session_life_allows(from, SESSION_OPEN) &&
		       session_life_allows(SESSION_OPEN, to);
	return session_life_allows(from, to);
}

void
session_work_move(
    struct session_work *w, enum session_life to, const char *reason)
{
	enum session_life from = w->row.life;
	if (!may_move(w, to)) {
		log_event(LOG_WARN, "session", "move_refused",
		    "session=%" PRId64 " from=%s to=%s", w->row.id,
		    session_life_name(from), session_life_name(to));
		return;
	}
	w->out->waiting += (to == SESSION_WAIT) - (from == SESSION_WAIT);
	w->row.life = to;
	w->row.closed_ms = to == SESSION_WAIT ? 0 : w->turn->now_ms;
	str_copy(w->row.reason, sizeof(w->row.reason), str_from(reason));
	store_session_move(
	    w->turn->store, w->row.id, to, w->row.reason, w->row.closed_ms);
}

/* The stored answer of that turn of the row. */
static void
say_again(struct session_work *w, int number)
{
	struct session_turn_row row;
	struct session_answer *a = &w->out->answer;
	w->out->repeated = true;
	a->turn = number;
	if (!store_session_turn_get(w->turn->store, w->row.id, number, &row)) {
		session_work_say(w, SESSION_WORD_ENDED);
		return;
	}
	memcpy(a->text, row.answer, sizeof(a->text));
	a->go_on = row.go_on;
}

/* Somebody knows another's session, or a gateway has mixed up two. */
static void
refuse(struct session_work *w)
{
	char phone[PARTY_OCTETS];
	log_event(LOG_WARN, "session", "other_phone",
	    "link=%s session=%" PRId64 " phone=%s", w->told->channel->name,
	    w->row.id, log_phone(phone, sizeof(phone), w->told->number));
	memset(&w->out->answer, 0, sizeof(w->out->answer));
	w->out->answer.status = SESSION_OTHER_PHONE;
	w->out->refused = true;
}

static bool
leads_to_screen(enum session_verdict verdict)
{
	return verdict == SESSION_DO_BEGIN || verdict == SESSION_DO_ANSWER ||
	       verdict == SESSION_DO_RESUME || verdict == SESSION_DO_RETRACE ||
	       verdict == SESSION_DO_OVER;
}

static void
too_long(struct session_work *w)
{
	w->out->refused = true;
	session_work_say(w, SESSION_WORD_LONG);
	if (w->row.life == SESSION_WAIT)
		session_work_move(w, SESSION_DROPPED, "too long an answer");
}

static void
act(struct session_work *w, enum session_verdict verdict)
{
	const char *why = w->told->why;
	switch (verdict) {
	case SESSION_DO_REFUSE:
		refuse(w);
		return;
	case SESSION_DO_HANG_UP:
		session_work_move(
		    w, SESSION_DROPPED, why[0] != '\0' ? why : "hung up");
		return;
	case SESSION_DO_NOTHING:
		return;
	case SESSION_DO_REPEAT:
		say_again(w, w->keyed);
		return;
	case SESSION_DO_LAST:
		say_again(w, w->row.turns);
		return;
	case SESSION_DO_BEGIN:
		session_screen_begin(w, SESSION_STEP_DIAL);
		return;
	case SESSION_DO_ANSWER:
		session_screen_answer(w);
		return;
	case SESSION_DO_RESUME:
		session_screen_resume(w);
		return;
	case SESSION_DO_RETRACE:
		session_screen_retrace(w);
		return;
	case SESSION_DO_OVER:
		session_screen_begin(w, SESSION_STEP_OVER);
		return;
	case SESSION_DO_ENDED:
		session_work_say(w, SESSION_WORD_ENDED);
		return;
	}
}

void
session_turn(const struct session_trade *trade, const struct turn *turn,
    const struct session_told *told, struct session_result *out)
{
	struct session_work w = {
	    .trade = trade, .turn = turn, .told = told, .out = out};
	memset(out, 0, sizeof(*out));
	if (market_blocked(turn->market, told->number)) {
		out->refused = true;
		session_work_say(&w, SESSION_WORD_BLOCKED);
		return;
	}
	find_code(&w);
	find_said(&w);
	look(&w);
	if (w.known) {
		out->answer.session_id = w.row.id;
		out->answer.turn = w.row.turns;
		str_copy(out->answer.code, sizeof(out->answer.code),
		    str_from(w.row.code));
	}
	enum session_verdict verdict = session_judge(told->event, facts_of(&w));
	if (told->too_long && leads_to_screen(verdict))
		too_long(&w);
	else
		act(&w, verdict);
}

int
session_turn_lost(
    const struct turn *turn, int64_t session_id, int number, const char *why)
{
	struct store_session row;
	if (!store_session_get(turn->store, session_id, &row) ||
	    row.turns > number || !session_life_allows(row.life, SESSION_LOST))
		return 0;
	char phone[PARTY_OCTETS], masked[PARTY_OCTETS];
	char reason[STORE_SESSION_REASON_OCTETS];
	str_copy(reason, sizeof(reason), str_from(why));
	store_phone_number(turn->store, row.phone_id, phone);
	log_event(LOG_WARN, "session", "lost", "session=%" PRId64 " phone=%s",
	    session_id, log_phone(masked, sizeof(masked), phone));
	store_session_move(
	    turn->store, session_id, SESSION_LOST, reason, turn->now_ms);
	return row.life == SESSION_WAIT;
}
