/* One step of a dialogue: in which form it is asked, what its reply means. */
#include <string.h>

#include "base/log.h"

#include "modem/modem_private.h"
#include "modem/modem_ussd_private.h"

static int64_t
now_ms(const struct modem *m)
{
	return loop_mono_ms(m->loop);
}

/* -- forms ---------------------------------------------------------------- */

static enum ussd_form
form_of_quirk(enum quirk_ussd form)
{
	switch (form) {
	case QUIRK_USSD_TEXT:
		return USSD_FORM_TEXT;
	case QUIRK_USSD_PACKED:
		return USSD_FORM_PACKED;
	case QUIRK_USSD_UCS2:
		return USSD_FORM_UCS2;
	case QUIRK_USSD_NO_DCS:
		return USSD_FORM_BARE;
	case QUIRK_USSD_END:
		break;
	}
	return USSD_FORM_NONE;
}

/* The next of the row, then of all, that is not in `passed`. */
static enum ussd_form
next_form(const struct modem *m, unsigned passed)
{
	for (size_t i = 0; i < QUIRK_USSD_FORMS; i++) {
		enum ussd_form form = form_of_quirk(m->quirk->ussd_forms[i]);
		if (form == USSD_FORM_NONE)
			break;
		if ((passed >> form & 1) == 0)
			return form;
	}
	for (int form = USSD_FORM_TEXT; form < USSD_FORMS; form++)
		if ((passed >> form & 1) == 0)
			return (enum ussd_form)form;
	return USSD_FORM_NONE;
}

/* A form that was met by silence comes last: that is how some modems treat a
 * code that they cannot read. */
enum ussd_form
modem_ussd_first_form(const struct modem *m)
{
	enum ussd_form form = next_form(m, m->ussd.silent);
	return form != USSD_FORM_NONE ? form : next_form(m, 0);
}

void
modem_ussd_next_form(struct modem *m, const char *why)
{
	struct modem_ussd *u = &m->ussd;
	enum ussd_form form = next_form(m, u->tried);
	if (form == USSD_FORM_NONE || u->sure) {
		modem_ussd_give_up(m, MODEM_USSD_REFUSED, why);
		return;
	}
	u->form = form;
	u->phase = MODEM_USSD_NEXT;
}

/* -- replies -------------------------------------------------------------- */

static void
learn(struct modem_ussd *u)
{
	u->sure = true;
	u->learned = u->form;
	u->silent = 0;
	if (!u->reply.doubtful && (u->reply.carrier == USSD_FORM_PACKED ||
				      u->reply.carrier == USSD_FORM_UCS2))
		u->hex = true;
}

static void
answered(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	bool more = u->at + 1 < u->count;
	bool late =
	    now_ms(m) - u->began_mono_ms > modem_ms(m, MODEM_T_USSD_HOLD);
	struct modem_ussd_answer answer = {.how = MODEM_USSD_ANSWERED,
	    .last = !more || !u->open || late,
	    .text = u->reply.text,
	    .asks = u->open,
	    .doubtful = u->reply.doubtful,
	    .form = u->form};
	if (more && !u->open)
		answer.why = "the network ended the session before all steps";
	else if (more && late)
		answer.why = "the session took too long and was closed";
	learn(u);
	modem_ussd_tell(m, &answer);
	u->phase = !answer.last ? MODEM_USSD_NEXT
		   : u->open    ? MODEM_USSD_CLOSE
		   : u->ucs2    ? MODEM_USSD_RESTORE
				: MODEM_USSD_IDLE;
	u->tried = 0;
	u->at++;
}

static const char *
why_ended(enum ussd_what what)
{
	switch (what) {
	case USSD_DONE:
		return "the network said nothing";
	case USSD_ASKS:
		return "the network asks, but says nothing";
	case USSD_ENDED:
		return "the network ended the session";
	case USSD_OTHER:
		return "another program answered on this modem";
	case USSD_UNSUPPORTED:
		return "the network does not support this code";
	case USSD_TIMEOUT:
		break;
	}
	return "the network did not answer in time";
}

void
modem_ussd_use_reply(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	timer_stop(u->text_timer);
	timer_stop(u->late_timer);
	u->heard = false;
	u->open = u->reply.what == USSD_ASKS;
	if (u->reply.text[0] != '\0') {
		answered(m);
		return;
	}
	/* "2" or "4" at once comes from the modem, not from the network. */
	bool soon =
	    now_ms(m) - u->asked_mono_ms < modem_ms(m, MODEM_T_USSD_SOON);
	if (soon && !u->secret &&
	    (u->reply.what == USSD_ENDED || u->reply.what == USSD_UNSUPPORTED))
		modem_ussd_next_form(m, why_ended(u->reply.what));
	else
		modem_ussd_give_up(
		    m, MODEM_USSD_REFUSED, why_ended(u->reply.what));
}

bool
modem_ussd_read(struct modem *m, struct str line)
{
	struct modem_ussd *u = &m->ussd;
	struct ussd_reply reply;
	struct ussd_hint hint = {
	    .ucs2 = u->ucs2, .hex = u->hex || u->form == USSD_FORM_PACKED};
	struct err err;
	if (ussd_read(&reply, line, hint, &err) != 0) {
		char why[ERR_TEXT_OCTETS * 2];

		log_event(LOG_WARN, "modem", "ussd-unread", "link=%s why=%s",
		    m->name, log_quote(why, sizeof(why), err.text));
		return false;
	}
	u->reply = reply;
	return true;
}

/* Nobody asked: told, and closed, because an answer may cost money. */
static void
push_came(struct modem *m)
{
	struct modem_ussd *u = &m->ussd;
	struct modem_ussd_answer answer = {.last = true,
	    .how = MODEM_USSD_ANSWERED,
	    .text = u->reply.text,
	    .asks = u->reply.what == USSD_ASKS,
	    .doubtful = u->reply.doubtful};
	if (answer.asks && u->phase == MODEM_USSD_IDLE)
		u->phase = MODEM_USSD_CLOSE;
	log_event(LOG_INFO, "modem", "ussd-push", "link=%s octets=%zu asks=%d",
	    m->name, strlen(u->reply.text), answer.asks);
	if (m->sink->on_ussd != NULL && u->reply.text[0] != '\0')
		m->sink->on_ussd(m->sink->arg, &answer);
	modem_turn(m);
}

void
modem_ussd_news(struct modem *m, struct str line)
{
	struct modem_ussd *u = &m->ussd;
	if (!modem_ussd_read(m, line))
		return;
	if (u->phase == MODEM_USSD_ASKING) {
		u->heard = true; /* between two commands of the step */
	} else if (u->phase == MODEM_USSD_WAITING ||
		   u->phase == MODEM_USSD_REFUSED_ONCE) {
		modem_ussd_use_reply(m);
		modem_turn(m);
		modem_tell_change(m);
	} else {
		push_came(m);
	}
}
