/* The turns under way on one link: lists by what they wait for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"

#include "gateway/link/link_smpp_ussd_private.h"

/* -- the lists --------------------------------------------------------------
 */

struct ussd_turn *
ussd_turn_oldest(const struct link_smpp_ussd *u, enum ussd_waits list)
{
	uint32_t place = u->list[list].oldest;
	return place != 0 ? &u->turn[place - 1] : NULL;
}

static void
unlink_turn(struct link_smpp_ussd *u, struct ussd_turn *t)
{
	struct ussd_list *list = &u->list[t->waits];
	if (t->older != 0)
		u->turn[t->older - 1].newer = t->newer;
	else
		list->oldest = t->newer;
	if (t->newer != 0)
		u->turn[t->newer - 1].older = t->older;
	else
		list->newest = t->older;
}

static void
link_turn(struct link_smpp_ussd *u, struct ussd_turn *t, enum ussd_waits waits)
{
	struct ussd_list *list = &u->list[waits];
	uint32_t place = (uint32_t)(t - u->turn) + 1;
	t->waits = waits;
	t->older = list->newest;
	t->newer = 0;
	if (list->newest != 0)
		u->turn[list->newest - 1].newer = place;
	else
		list->oldest = place;
	list->newest = place;
}

void
ussd_turn_move(struct ussd_turn *t, enum ussd_waits waits)
{
	unlink_turn(t->ussd, t);
	link_turn(t->ussd, t, waits);
}

struct ussd_turn *
ussd_turn_new(struct link_smpp_ussd *u)
{
	struct ussd_turn *t = ussd_turn_oldest(u, USSD_FREE);
	if (t != NULL) {
		unlink_turn(u, t);
	} else {
		if (u->turns == LINK_SMPP_USSD_TURNS)
			return NULL;
		t = &u->turn[u->turns++];
	}
	memset(t, 0, sizeof(*t));
	t->ussd = u;
	link_turn(u, t, USSD_ASKED);
	return t;
}

/* -- the end of a turn ------------------------------------------------------
 */

void
link_smpp_ussd_destroy(void *arg)
{
	struct link_smpp_ussd *u = arg;
	free(u->turn);
	free(u);
}

void
ussd_turn_release(struct ussd_turn *t)
{
	struct link_smpp_ussd *u = t->ussd;
	ussd_turn_move(t, USSD_FREE);
	if (u->lo == NULL && ussd_turn_oldest(u, USSD_ASKED) == NULL)
		loop_reap(u->loop, link_smpp_ussd_destroy, u);
}

void
link_smpp_ussd_tell(void *arg)
{
	struct link_smpp_ussd *u = arg;
	const struct session_sink *sink = u->config.sink;
	struct ussd_turn *t;
	if (u->lo == NULL)
		return;
	while ((t = ussd_turn_oldest(u, USSD_TELL)) != NULL) {
		sink->on_lost(sink->arg, u->config.channel, t->session_id,
		    t->turn, t->why);
		ussd_turn_release(t);
	}
	if (!u->down_owed)
		return;
	u->down_owed = false;
	sink->on_down(sink->arg, u->config.channel);
}

bool
link_smpp_ussd_worth(unsigned long times)
{
	return (times & (times - 1)) == 0;
}

void
link_smpp_ussd_lost(
    struct link_smpp_ussd *u, const char *why, const char *detail)
{
	snprintf(u->error, sizeof(u->error), "%s%s%s", why,
	    detail[0] != '\0' ? ": " : "", detail);
	u->error_ms = clock_wall_ms(clock_system());
	if (link_smpp_ussd_worth(++u->lost))
		log_event(LOG_WARN, "ussd", "lost", "link=%s times=%lu why=%s",
		    u->lo->link.name, u->lost, why);
}

/* The gateway shall know that this session is over. */
static void
close_session(struct ussd_turn *t, const char *why)
{
	t->why = why;
	if (t->session_id == 0) {
		ussd_turn_release(t);
		return;
	}
	ussd_turn_move(t, USSD_TELL);
	loop_later(t->ussd->lo->loop, link_smpp_ussd_tell, t->ussd);
}

void
ussd_turn_lose(struct ussd_turn *t, const char *why, const char *detail)
{
	link_smpp_ussd_lost(t->ussd, why, detail);
	close_session(t, why);
}

void
ussd_turn_shown(struct ussd_turn *t)
{
	if (t->why != NULL)
		close_session(t, t->why);
	else
		ussd_turn_release(t);
}
