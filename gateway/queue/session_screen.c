/* From a verdict to the next screen: the dialogue's row, the trade, the turn's
 * row. */
#include "gateway/queue/session_private.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "gateway/store/store_person.h"

/* Digits that nobody but their owner need read: a PIN has four or more. */
#define SECRET_DIGITS 4

/* -- what is kept of what was said ----------------------------------------- */

/* An answer that no screen has seen: nobody can say whether it was a PIN. */
static bool
may_be_secret(struct str answer)
{
	return answer.octets >= SECRET_DIGITS && str_is_figures(answer);
}

/* Keys dialled in one go may end at a screen that wants a PIN, with the PIN
 * behind: any that may be one is hidden, octet by octet, so that the same is
 * known again (session_kept_is). */
static void
hide_keys(char *keys, size_t octets)
{
	struct str key, rest = str_of(keys, octets);
	while (str_cut(&key, &rest, '*')) {
		key = str_trim(key);
		if (may_be_secret(key))
			memset(
			    keys + (key.at - keys), SESSION_HIDDEN, key.octets);
	}
}

/* The code in front, if there is one, may have as many digits. */
static void
hide_dialled(char *said, const struct session_channel *channel)
{
	struct str rest = str_from(said);
	(void)session_code_match(channel, rest, &rest);
	hide_keys(said + (rest.at - said), rest.octets);
}

static void
append(char *dst, size_t dst_octets, struct str text, bool secret)
{
	size_t at = strlen(dst);
	size_t octets = str_copy(dst + at, dst_octets - at, text);
	if (secret)
		memset(dst + at, SESSION_HIDDEN, octets);
}

/* All answers so far, as the next text is compared with: what was hidden
 * before stays so. */
static void
keep_whole(struct session_work *w, bool begins, bool secret)
{
	char *last = w->row.last_text;
	size_t octets = sizeof(w->row.last_text);
	if (w->told->event != SESSION_WHOLE)
		return;
	if (begins) {
		last[0] = '\0';
		append(last, octets, w->told->input, secret);
		hide_keys(last, strlen(last));
	} else {
		if (last[0] != '\0')
			append(last, octets, STR("*"), false);
		append(last, octets, w->answer, secret);
	}
	str_copy(w->key + 1, sizeof(w->key) - 1, str_from(last));
}

static void
write_turn(struct session_work *w, const struct handler_session *s,
    const char *before, bool secret)
{
	struct session_turn_row turn = {
	    .session_id = w->row.id,
	    .number = w->row.turns,
	    .time_ms = w->turn->now_ms,
	    .go_on = w->out->answer.go_on,
	    .took_ms = w->told->waited_ms,
	    .message_id = s->message_id,
	};
	str_copy(turn.key, sizeof(turn.key), str_from(w->key));
	str_copy(turn.input, sizeof(turn.input),
	    secret                            ? STR(SESSION_MASKED)
	    : w->told->event == SESSION_WHOLE ? w->answer
					      : w->said);
	if (s->step == SESSION_STEP_DIAL)
		hide_dialled(turn.input, w->told->channel);
	str_copy(turn.before, sizeof(turn.before), str_from(before));
	str_copy(turn.after, sizeof(turn.after), str_from(s->state.screen));
	str_copy(
	    turn.answer, sizeof(turn.answer), str_from(w->out->answer.text));
	store_session_turn_add(w->turn->store, &turn);
}

/* -- the screen ------------------------------------------------------------ */

static void
ask_trade(struct session_work *w, struct handler_session *s)
{
	const struct session_told *told = w->told;
	s->channel = told->channel;
	s->session_id = w->row.id;
	s->person_id = w->person_id;
	s->phone_id = w->phone_id;
	s->number = told->number;
	s->code = w->row.code;
	s->lang = told->lang;
	s->last = w->row.turns + 1 >= SESSION_TURNS_MAX;
	s->late = told->late;
	s->random = told->random;
	if (s->earlier_made == NULL)
		s->earlier_made = "";
	if (w->trade->handlers->on_session != NULL) {
		w->trade->handlers->on_session(w->trade->trade, w->turn, s);
		return;
	}
	/* A trade without screens serves no code. */
	str_copy(s->text, sizeof(s->text),
	    str_from(
		session_turn_word(w->trade, SESSION_WORD_NOT_IN_USE, s->lang)));
}

/* What is said, and what the row becomes by it. */
static enum session_life
take_answer(struct session_work *w, const struct handler_session *s)
{
	struct session_answer *a = &w->out->answer;
	a->session_id = w->row.id;
	a->turn = ++w->row.turns;
	str_copy(a->code, sizeof(a->code), str_from(w->row.code));
	memcpy(a->text, s->text, sizeof(a->text));
	a->text[sizeof(a->text) - 1] = '\0';
	a->go_on = s->go_on && !s->last;
	w->row.seen_ms = w->turn->now_ms;
	w->row.person_id = w->person_id;
	w->row.state = s->state;
	w->row.resumable = s->resumable;
	if (s->made[0] != '\0')
		memcpy(w->row.made, s->made, sizeof(w->row.made));
	if (w->told->late) {
		/* They have been told so, and that it was the end. */
		session_work_say(w, SESSION_WORD_LATER);
		return SESSION_LOST;
	}
	return a->go_on ? SESSION_WAIT : SESSION_DONE;
}

static const char *
reason_of(const struct session_work *w, enum session_life life)
{
	if (life == SESSION_LOST)
		return "late";
	if (life == SESSION_DONE && w->row.turns >= SESSION_TURNS_MAX)
		return "too many turns";
	return "";
}

/* A row that is there already: its turn, and where it stands now. */
static void
end_turn(struct session_work *w, struct handler_session *s, bool begins)
{
	char before[SESSION_SCREEN_OCTETS];
	memcpy(before, w->row.state.screen, sizeof(before));
	bool secret = s->secret || (s->step != SESSION_STEP_ANSWER &&
				       may_be_secret(w->answer));
	enum session_life life = take_answer(w, s);
	keep_whole(w, begins, secret);
	store_session_put(w->turn->store, &w->row);
	if (life != w->row.life)
		session_work_move(w, life, reason_of(w, life));
	write_turn(w, s, before, secret);
}

static void
go_on(struct session_work *w, struct handler_session *s, bool begins)
{
	w->in_turn = true;
	ask_trade(w, s);
	end_turn(w, s, begins);
}

/* Somebody sends an old dialogue's requests once more, from the first on, with
 * its id: up to here the same was said as then, and then it did something.  It
 * ends as it did. */
static bool
is_replayed(struct session_work *w, struct handler_session *s)
{
	struct session_turn_row then;
	struct store *store = w->turn->store;
	int64_t id;
	if (w->row.state.token == 0 || w->told->channel->by_phone)
		return false;
	id = store_session_before(
	    store, &w->row, w->turn->now_ms - SESSION_REPLAY_MS);
	if (id == 0 ||
	    !store_session_turn_get(store, id, w->row.turns + 1, &then) ||
	    then.message_id == 0 || !str_is(w->answer, then.input) ||
	    !store_session_turn_alike(store, w->row.id, id, w->row.turns))
		return false;
	s->message_id = then.message_id;
	if (then.go_on) {
		session_work_say(w, SESSION_WORD_ENDED);
		memcpy(s->text, w->out->answer.text, sizeof(s->text));
	} else {
		memcpy(s->text, then.answer, sizeof(s->text));
	}
	log_event(LOG_WARN, "session", "replayed",
	    "session=%" PRId64 " of=%" PRId64, w->row.id, id);
	return true;
}

void
session_screen_answer(struct session_work *w)
{
	struct handler_session s = {.step = SESSION_STEP_ANSWER,
	    .input = w->answer,
	    .state = w->row.state};
	w->in_turn = true;
	if (!is_replayed(w, &s))
		ask_trade(w, &s);
	end_turn(w, &s, false);
}

/* They are in another by now, dialled since or taken up again: what comes for
 * this one was under way for long, and the other goes on. */
static bool
has_other(struct session_work *w)
{
	struct session_past past;
	if (w->row.life == SESSION_WAIT)
		return false;
	store_session_past(w->turn->store, w->phone_id, w->told->channel->id,
	    w->row.code, w->turn->now_ms, &past);
	return past.waiting_id != 0;
}

void
session_screen_resume(struct session_work *w)
{
	struct session_state earlier = w->row.state;
	char made[SESSION_MADE_OCTETS];
	memcpy(made, w->row.made, sizeof(made));
	struct handler_session s = {.step = SESSION_STEP_DIAL,
	    .earlier = &earlier,
	    .earlier_made = made};
	if (has_other(w))
		session_work_say(w, SESSION_WORD_ENDED);
	else
		go_on(w, &s, false);
}

void
session_screen_retrace(struct session_work *w)
{
	struct handler_session s = {
	    .step = SESSION_STEP_DIAL, .dial = w->told->input};
	w->answer = w->told->input;
	go_on(w, &s, true);
}

/* -- a new one ------------------------------------------------------------- */

static bool
network_allowed(const struct session_told *told)
{
	/* That it is none of others was looked at before; the gateway must say
	 * which it is, if only some may. */
	return told->channel->networks == 0 || told->network[0] != '\0';
}

/* False: no row, and the answer says why. */
static bool
may_begin(struct session_work *w, const struct session_past *past)
{
	bool instead = past->waiting_id != 0 || w->row.life == SESSION_WAIT;
	w->out->refused = true;
	if (w->code == NULL) {
		session_work_say(w, SESSION_WORD_NOT_IN_USE);
	} else if (!network_allowed(w->told)) {
		w->out->answer.status = SESSION_NOT_ALLOWED;
	} else if (past->in_minute >= SESSION_PER_MINUTE ||
		   past->in_hour >= SESSION_PER_HOUR) {
		session_work_say(w, SESSION_WORD_OFTEN);
	} else if (w->told->full && !instead) {
		session_work_say(w, SESSION_WORD_BUSY);
	} else {
		w->out->refused = false;
	}
	return !w->out->refused;
}

/* One open dialogue a phone and channel. */
static void
close_others(struct session_work *w, int64_t waiting_id)
{
	if (w->known && w->row.life == SESSION_WAIT)
		session_work_move(w, SESSION_DROPPED, SESSION_REPLACED);
	if (waiting_id == 0 || (w->known && waiting_id == w->row.id))
		return;
	store_session_move(w->turn->store, waiting_id, SESSION_DROPPED,
	    SESSION_REPLACED, w->turn->now_ms);
	w->out->waiting--;
}

/* What they may go on with, and the order which that one made. */
static bool
find_earlier(
    struct session_work *w, int64_t newest_id, struct store_session *earlier)
{
	if (newest_id == 0 || w->rest.octets > 0 ||
	    !store_session_get(w->turn->store, newest_id, earlier))
		return false;
	return (earlier->life == SESSION_DROPPED ||
		   earlier->life == SESSION_LOST) &&
	       llabs(w->turn->now_ms - earlier->seen_ms) <=
		   w->told->channel->resume_ms;
}

static void
new_row(struct session_work *w)
{
	const struct session_told *told = w->told;
	struct store_session *row = &w->row;
	memset(row, 0, sizeof(*row));
	row->id = store_session_next(w->turn->store);
	row->link_id = told->channel->id;
	if (!told->channel->by_phone)
		str_copy(row->ext, sizeof(row->ext), str_from(told->id));
	row->mark = w->mark;
	w->phone_id = store_phone_wrote(w->turn->store, told->number,
	    PARTY_PHONE, w->turn->now_ms, &w->person_id);
	row->phone_id = w->phone_id;
	row->life = SESSION_OPEN;
	row->opened_ms = w->turn->now_ms;
	str_copy(row->code, sizeof(row->code), str_from(w->code));
	str_copy(row->network, sizeof(row->network), str_from(told->network));
}

static void
log_begun(const struct session_work *w)
{
	char phone[PARTY_OCTETS], network[64], code[64];

	log_event(LOG_INFO, "session", "begun",
	    "session=%" PRId64 " link=%s phone=%s code=%s network=%s",
	    w->row.id, w->told->channel->name,
	    log_phone(phone, sizeof(phone), w->told->number),
	    log_quote(code, sizeof(code), w->row.code),
	    log_quote(network, sizeof(network), w->row.network));
}

/* The row is written once, when all of it is known. */
static void
open_row(struct session_work *w, struct handler_session *s, int64_t same_id)
{
	w->out->began = true;
	ask_trade(w, s);
	struct str kept = s->step == SESSION_STEP_OVER ? w->answer : w->rest;
	bool secret =
	    s->secret || (s->step == SESSION_STEP_OVER && may_be_secret(kept));
	enum session_life life = take_answer(w, s);
	keep_whole(w, true, secret);
	if (s->step == SESSION_STEP_DIAL) {
		str_copy(w->row.dial, sizeof(w->row.dial),
		    secret ? STR(SESSION_MASKED) : w->rest);
		hide_keys(w->row.dial, strlen(w->row.dial));
	}
	w->out->waiting += life == SESSION_WAIT;
	w->row.life = life;
	w->row.closed_ms = life == SESSION_WAIT ? 0 : w->turn->now_ms;
	str_copy(
	    w->row.reason, sizeof(w->row.reason), str_from(reason_of(w, life)));
	store_session_open(w->turn->store, &w->row, same_id);
	write_turn(w, s, "", secret);
	log_begun(w);
}

void
session_screen_begin(struct session_work *w, enum session_step step)
{
	struct session_past past = {.in_minute = 0};
	struct store_session earlier;
	int64_t same_id = w->known ? w->row.id : w->taken_id;
	if (step == SESSION_STEP_OVER && w->known && has_other(w)) {
		session_work_say(w, SESSION_WORD_ENDED);
		return;
	}
	/* An answer tells no code, or only which one it goes to. */
	if (step == SESSION_STEP_OVER) {
		if (w->code == NULL && w->known)
			w->code = w->row.code;
		else if (w->code == NULL && w->told->dialled.octets == 0)
			w->code = w->told->channel->code[0];
		w->rest = STR("");
	}
	char code[SESSION_CODE_OCTETS];
	str_copy(code, sizeof(code), str_from(w->code));
	if (w->code != NULL)
		w->code = code;
	if (w->phone_id != 0)
		store_session_past(w->turn->store, w->phone_id,
		    w->told->channel->id, code, w->turn->now_ms, &past);
	if (!may_begin(w, &past))
		return;
	close_others(w, past.waiting_id);
	struct handler_session s = {.step = step, .dial = w->rest};
	if (step == SESSION_STEP_DIAL &&
	    find_earlier(w, past.newest_id, &earlier)) {
		s.earlier = earlier.resumable ? &earlier.state : NULL;
		s.earlier_made = earlier.made;
	} else {
		s.input = w->told->input;
	}
	new_row(w);
	open_row(w, &s, same_id);
}
