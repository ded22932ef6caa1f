/* A SIM whose texts are taken and, as it seems, thrown away: others go first,
 * it tries one now and then, and somebody is told. */
#include <stdio.h>

#include "base/log.h"

#include "gateway/link/link_modem_private.h"

#define TRY_MS INT64_C(60000)
#define TRY_MOST_MS INT64_C(900000)

static int64_t
now_ms(const struct link_modem *lm)
{
	return loop_mono_ms(lm->loop);
}

/* One text, after a minute; after each in vain, twice as long. */
static void
put_behind(struct link_modem *lm)
{
	int64_t ms = TRY_MS;
	for (int i = 0; i < lm->tries && ms < TRY_MOST_MS; i++)
		ms *= 2;
	lm->tries++;
	lm->try_mono_ms = now_ms(lm) + (ms < TRY_MOST_MS ? ms : TRY_MOST_MS);
	lm->link.silent = true;
}

static void
tell(struct link_modem *lm)
{
	snprintf(lm->link.trouble, sizeof(lm->link.trouble),
	    "no report came for the last %d texts: no credit?",
	    lm->silence.unreported);
}

static void
arm(struct link_modem *lm)
{
	int64_t due_ms = send_silence_due(&lm->silence, now_ms(lm));
	if (lm->try_mono_ms > 0 && lm->try_mono_ms < due_ms)
		due_ms = lm->try_mono_ms;
	if (due_ms == SEND_SILENCE_NEVER)
		timer_stop(lm->silence_timer);
	else
		timer_arm(lm->silence_timer,
		    due_ms > now_ms(lm) ? due_ms - now_ms(lm) : 0);
}

static void
ends(struct link_modem *lm)
{
	lm->tries = 0;
	lm->try_mono_ms = 0;
	lm->link.silent = false;
	lm->link.trouble[0] = '\0';
}

/* `was`: before what has just happened. */
static void
look(struct link_modem *lm, bool was)
{
	bool is = send_silence_look(&lm->silence, now_ms(lm));
	if (is != was)
		log_event(is ? LOG_WARN : LOG_INFO, "link",
		    is ? "silent" : "heard_again", "link=%s unreported=%d",
		    lm->link.name, lm->silence.unreported);
	if (is && !was)
		put_behind(lm);
	if (is)
		tell(lm);
	if (was && !is)
		ends(lm);
	arm(lm);
	if (is != was)
		link_modem_changed(lm);
}

/* Whatever the trouble was, a text that is taken ends it, but for this one. */
void
link_modem_taken(struct link_modem *lm, int reference)
{
	bool was = lm->silence.silent;
	lm->link.trouble[0] = '\0';
	if (lm->report && reference >= 0)
		send_silence_taken(
		    &lm->silence, str_from(lm->to), reference, now_ms(lm));
	if (lm->silence.silent && lm->try_mono_ms == 0)
		put_behind(lm);
	look(lm, was);
}

void
link_modem_heard_report(struct link_modem *lm, const struct msg_in *report)
{
	bool was = lm->silence.silent;
	send_silence_reported(&lm->silence, (int)report->report_mr, now_ms(lm));
	look(lm, was);
}

void
link_modem_on_silence_timer(void *arg)
{
	struct link_modem *lm = arg;
	look(lm, lm->silence.silent);
	if (lm->try_mono_ms == 0 || now_ms(lm) < lm->try_mono_ms)
		return;
	lm->try_mono_ms = 0;
	lm->link.silent = false;
	arm(lm);
	link_modem_changed(lm);
}

/* Somebody has mended it, or wishes it tried. */
void
link_modem_end_silence(struct link_modem *lm)
{
	lm->silence = (struct send_silence){0};
	timer_stop(lm->silence_timer);
	lm->tries = 0;
	lm->try_mono_ms = 0;
	lm->link.silent = false;
}
