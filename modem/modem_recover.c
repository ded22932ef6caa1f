/* Bringing a modem back: the ladder climbed, its remedies carried out.
 *
 * A message that is under way when a rung is taken ends as it must: refused
 * before its Ctrl-Z, unknown behind it; at_chan_free() sees to that. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"

#include "modem/modem_private.h"
#include "modem/tty.h"
#include "modem/usb_reset.h"

/* So many more openings of a mute device before the next rung: another speed,
 * a slow start. */
#define MUTES_MAX 2

static int64_t
now_ms(const struct modem *m)
{
	return loop_mono_ms(m->loop);
}

void
modem_note_good(struct modem *m)
{
	m->silences = 0;
	m->backoff_ms = modem_ms(m, MODEM_T_BACKOFF);
	m->speed_tries = m->mutes = 0;
	m->why = "";
	/* Against silence an answer is a cure; that it sends must be seen. */
	if (m->was_silent && m->ready_mono_ms != 0 &&
	    now_ms(m) - m->ready_mono_ms >= modem_ms(m, MODEM_T_HEALTH) / 2)
		ladder_note_work(&m->ladder);
}

void
modem_note_work(struct modem *m)
{
	m->restarts = 0;
	ladder_note_work(&m->ladder);
}

void
modem_note_ready(struct modem *m)
{
	m->why = ""; /* of what was before */
	if (m->ready_mono_ms == 0)
		m->ready_mono_ms = now_ms(m);
	/* It woke up by itself; or, parked for what it did, gets a chance. */
	if (m->ladder.rung == MODEM_RUNG_PARK && m->mute_parked)
		ladder_reset(&m->ladder);
}

void
modem_note_trouble(struct modem *m)
{
	int64_t healthy_ms = modem_ms(m, MODEM_T_HEALTHY);
	if (m->ready_mono_ms != 0 &&
	    now_ms(m) - m->ready_mono_ms >= healthy_ms) {
		ladder_reset(&m->ladder);
		m->restarts = 0;
	}
	m->ready_mono_ms = 0;
}

/* The device is left for a while. */

void
modem_lower_lines(struct modem *m)
{
	if (m->chan != NULL)
		tty_lower_lines(at_chan_fd(m->chan));
}

static void
close_and_wait(struct modem *m)
{
	int64_t wait_ms = m->backoff_ms;
	int64_t most_ms = modem_ms(m, MODEM_T_BACKOFF_MAX);
	m->backoff_ms =
	    m->backoff_ms * 2 < most_ms ? m->backoff_ms * 2 : most_ms;
	modem_lower_lines(m);
	modem_go_closed(m, wait_ms);
}

void
modem_forgive_silence(struct modem *m)
{
	m->patience_mono_ms =
	    now_ms(m) + modem_ms(m, ladder_row(m->ladder.rung)->patience);
	m->backoff_ms = modem_ms(m, MODEM_T_BACKOFF);
}

/* For the alarm: what is wrong, what was tried, what is left to a person. */
static void
explain_park(struct modem *m)
{
	char why[sizeof(m->why_text)];
	struct buf words = buf_over(why, sizeof(why));
	buf_add_format(&words, "%s; tried", m->why);
	for (int i = MODEM_RUNG_REOPEN; i < MODEM_RUNG_PARK; i++)
		if (m->ladder.taken >> i & 1)
			buf_add_format(
			    &words, " %s", modem_rung_name((enum modem_rung)i));
	buf_add_format(&words, "; %s",
	    m->answered ? "look at its SIM and credit, or replace it"
			: "look at its power and cable, or replace it");
	memcpy(m->why_text, why, sizeof(why));
	m->why = m->why_text;
}

static void
park(struct modem *m)
{
	m->mute_parked = !m->answered;
	m->no_sim = false;
	modem_close_device(m);
	fsm_go(&m->machine, MODEM_STATE_PARKED);
}

/* The rungs. */

static struct ladder_means
means_of(const struct modem *m)
{
	struct usb_reset usb;
	return (struct ladder_means){
	    .answers = m->answered || ports_speaks(m->ports, m->claim),
	    .radio = m->quirk->radio_off != NULL,
	    .restart = m->quirk->restart[0] != NULL,
	    /* In a search the port at hand may be another stick's. */
	    .usb = !m->usb_refused && (m->at_home || !m->searching) &&
		   usb_reset_find(&usb, "/sys", m->device_number),
	    .command = m->reset_command[0] != NULL,
	    .least = m->least,
	    .most = m->most,
	};
}

static void
take(struct modem *m, enum modem_rung rung)
{
	m->remedy = MODEM_RUNG_NONE;
	m->remedy_try = 0;
	switch (rung) {
	case MODEM_RUNG_RADIO:
	case MODEM_RUNG_RESTART:
		m->remedy = rung;
		close_and_wait(m);
		return;
	case MODEM_RUNG_USB:
		modem_reset_usb(m);
		return;
	case MODEM_RUNG_COMMAND:
		modem_run_command(m);
		return;
	case MODEM_RUNG_PARK:
		m->parked_mono_ms = now_ms(m);
		explain_park(m);
		park(m);
		return;
	case MODEM_RUNG_NONE:
	case MODEM_RUNG_RESYNC:
	case MODEM_RUNG_REOPEN:
	case MODEM_RUNGS:
		close_and_wait(m);
		return;
	}
}

/* True: it was mute, and that is no reason to climb yet. */
static bool
is_only_mute(struct modem *m)
{
	if (m->answered || m->chan == NULL)
		return false;
	if (now_ms(m) < m->patience_mono_ms)
		return true;
	/* The speed it has spoken at is not the trouble. */
	if (ports_speaks(m->ports, m->claim) && m->speed_tries == 0 &&
	    m->ladder.rung != MODEM_RUNG_PARK)
		return false;
	m->speed_tries++;
	return m->ladder.rung >= MODEM_RUNG_REOPEN && ++m->mutes <= MUTES_MAX;
}

static bool
is_parked_for_now(struct modem *m)
{
	if (m->ladder.rung != MODEM_RUNG_PARK)
		return false;
	if (now_ms(m) - m->parked_mono_ms <
	    modem_ms(m, ladder_row(MODEM_RUNG_PARK)->wait))
		return true;
	ladder_reset(&m->ladder);
	m->usb_refused = false;
	return false;
}

static void
climb(struct modem *m)
{
	struct ladder_means means = means_of(m);
	char why[sizeof(m->why_text) * 2];
	enum modem_rung rung = ladder_climb(&m->ladder, &means);
	m->least = m->most = MODEM_RUNG_NONE;
	m->was_silent = m->is_silent;
	m->was_mute = m->chan != NULL && !m->answered;
	m->is_silent = false;
	m->mutes = 0;
	if (rung == MODEM_RUNG_NONE)
		return;
	log_event(LOG_WARN, "modem", "ladder",
	    "link=%s rung=%s times=%lu does=\"%s\" why=%s", m->name,
	    modem_rung_name(rung), m->ladder.climbs[rung],
	    ladder_row(rung)->does, log_quote(why, sizeof(why), m->why));
	take(m, rung);
}

/* Mute, and perhaps no modem's port at all: where others may be it, they are
 * looked at.  All of them were: then it may still be starting, and only when
 * that took too long does the ladder begin, for the modem as a whole. */
static enum ports_pass
pass_on(struct modem *m)
{
	int64_t home_ms = modem_ms(m, MODEM_T_BACKOFF);
	if (m->chan == NULL || m->answered)
		return PORTS_KEEP;
	return ports_pass_on(m->ports, m->claim, home_ms * 10, home_ms);
}

static bool
may_still_start(const struct modem *m)
{
	return now_ms(m) < m->search_mono_ms || now_ms(m) < m->patience_mono_ms;
}

void
modem_recover(struct modem *m)
{
	m->silences = m->send_failures = m->restarts = 0;
	if (m->remedy != MODEM_RUNG_NONE && m->chan != NULL) {
		modem_remedy_now(m); /* into the silence */
		return;
	}
	enum ports_pass pass = pass_on(m);
	if (pass == PORTS_NEXT) {
		modem_go_closed(m, 0);
	} else if (is_parked_for_now(m)) {
		m->why = m->why_text; /* as it was said */
		park(m);
	} else if (pass == PORTS_LATER && may_still_start(m)) {
		modem_go_closed(m, modem_ms(m, MODEM_T_BACKOFF));
	} else if (is_only_mute(m)) {
		close_and_wait(m);
	} else {
		climb(m);
	}
}

void
modem_recover_between(struct modem *m, enum modem_rung least,
    enum modem_rung most, const char *why)
{
	struct ladder_means means = means_of(m);
	struct ladder trial = m->ladder;
	means.least = least;
	means.most = most;
	if (ladder_climb(&trial, &means) == MODEM_RUNG_NONE)
		return; /* all that could help was done */
	m->least = least;
	m->most = most;
	modem_event(m, MODEM_EV_FAILED, why);
}

void
modem_unpark(struct modem *m)
{
	ladder_reset(&m->ladder);
	m->why = "";
	modem_go_closed(m, 0);
}

void
modem_recover_stop(struct modem *m)
{
	errand_free(&m->errand);
	m->remedy = MODEM_RUNG_NONE;
	ladder_reset(&m->ladder);
}
