#include "tests/gateway/queue_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/panic.h"
#include "gateway/queue/outbox_private.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_person.h"

static size_t
place_room(const struct link *link)
{
	const struct place *place = (const struct place *)link;
	return link->state == LINK_UP ? place->room : 0;
}

static void
place_send(struct link *link, const struct msg_out *text)
{
	struct place *place = (struct place *)link;
	assert_true(place->got_count < 400);
	place->got[place->got_count++] = text->id;
}

static void
place_describe(const struct link *link, struct link_description *out)
{
	(void)link;
	memset(out, 0, sizeof(*out));
}

static const struct link_ops place_ops = {
    .kind = "place",
    .room = place_room,
    .send = place_send,
    .describe = place_describe,
};

static void
on_fate(void *trade, const struct turn *turn, int64_t message_id,
    int subject_kind, int64_t subject_id, enum handler_fate fate)
{
	struct world *w = trade;
	(void)turn;
	(void)message_id;
	(void)subject_kind;
	(void)subject_id;
	w->sent += fate == HANDLER_SENT;
	w->delivered += fate == HANDLER_DELIVERED;
	w->lost += fate == HANDLER_LOST;
}

static const struct handler_table table = {.on_fate = on_fate};

static void
committed(void *arg, bool ok)
{
	(void)arg;
	assert_true(ok);
}

void
begin(struct world *w)
{
	store_begin(w->store);
}

void
commit(struct world *w)
{
	struct err err;
	if (store_failed(w->store, &err) != 0)
		fail_msg("%s", err.text);
	store_commit(w->store, committed, NULL);
}

size_t
claim(struct world *w)
{
	begin(w);
	outbox_claim(&w->outbox, &w->turn);
	commit(w);
	size_t count = w->outbox.claims_count;
	outbox_send(&w->outbox, w->turn.now_ms);
	return count;
}

int64_t
phone(struct world *w, int n)
{
	char number[PARTY_OCTETS];
	int64_t person_id;
	snprintf(number, sizeof(number), "+2547110%05d", n);
	return store_phone_ensure(
	    w->store, number, PARTY_PHONE, w->turn.now_ms, &person_id);
}

int64_t
queue_to(struct world *w, int n)
{
	struct message_out out = {
	    .phone_id = phone(w, n),
	    .now_ms = w->turn.now_ms,
	    .text = STR("hello"),
	    .class_ = MESSAGE_CONFIRM,
	    .subject = SUBJECT_LINE,
	};
	return store_message_queue(w->store, &out);
}

void
queue(struct world *w, int from, int count)
{
	begin(w);
	for (int i = 0; i < count; i++)
		queue_to(w, from + i);
	commit(w);
}

static void
ends_now(struct world *w, size_t at, int64_t id, enum outcome outcome,
    enum refusal refusal)
{
	struct msg_outcome o = {.id = id,
	    .outcome = outcome,
	    .refusal = refusal,
	    .code = 8,
	    .why = "as the test says",
	    .parts_total = 1,
	    .parts_done = outcome == OUTCOME_ACCEPTED};
	o.mr[0] = -1;
	outbox_outcome(&w->outbox, &w->turn, w->links[at], &o);
}

void
ends(struct world *w, size_t at, int64_t id, enum outcome outcome,
    enum refusal refusal)
{
	begin(w);
	ends_now(w, at, id, outcome, refusal);
	commit(w);
}

void
all_taken(struct world *w, size_t at)
{
	struct place *place = &w->place[at];
	begin(w);
	for (size_t i = 0; i < place->got_count; i++) {
		struct message m;
		if (store_message_get(w->store, place->got[i], &m) &&
		    m.state == MESSAGE_SENDING)
			ends_now(w, at, place->got[i], OUTCOME_ACCEPTED,
			    REFUSAL_NONE);
	}
	commit(w);
}

int
world_setup(void **state)
{
	struct world *w = xcalloc(1, sizeof(*w));
	struct err err;
	snprintf(w->path, sizeof(w->path), "furrow-queue-XXXXXX");
	int fd = mkstemp(w->path);
	assert_true(fd >= 0);
	close(fd);
	unlink(w->path);
	w->store = store_open(w->path, &err);
	if (w->store == NULL)
		fail_msg("%s", err.text);
	str_copy(w->market.country, sizeof(w->market.country), STR("254"));
	str_copy(w->market.currency, sizeof(w->market.currency), STR("KES"));
	w->turn = (struct turn){.store = w->store,
	    .market = &w->market,
	    .now_ms = clock_from_civil(2026, 11, 25, 12, 0, 0),
	    .clock_sure = true};
	for (size_t i = 0; i < LINKS; i++) {
		struct link *link = w->links[i] = &w->place[i].link;
		snprintf(link->name, sizeof(link->name), "%c", 'a' + (int)i);
		link->ops = &place_ops;
		link->state = LINK_UP;
		link->two_way = true;
		link->budget.counted = true;
		link->id = store_link_ensure(w->store, link->name, "place", "");
		w->place[i].room = 1;
	}
	outbox_init(&w->outbox, &table, w, w->links, LINKS);
	for (size_t i = 0; i < LINKS; i++) {
		/* They were up before; slow start is gate_test's affair. */
		w->outbox.share[i].gate.up = true;
		w->outbox.share[i].gate.window.size = 400;
	}
	*state = w;
	return 0;
}

int
world_teardown(void **state)
{
	struct world *w = *state;
	char name[80];
	static const char *const tails[] = {"", "-wal", "-shm", "-lock"};
	outbox_free(&w->outbox);
	store_close(&w->store);
	for (size_t i = 0; i < 4; i++) {
		snprintf(name, sizeof(name), "%s%s", w->path, tails[i]);
		unlink(name);
	}
	free(w);
	return 0;
}

void
only(struct world *w, size_t first, size_t count)
{
	for (size_t i = 0; i < LINKS; i++)
		w->links[i]->state =
		    i >= first && i < first + count ? LINK_UP : LINK_DOWN;
}

static void
no_line(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

void
world_quiet(void)
{
	log_set_sink(no_line, NULL);
	setenv("TZ", "UTC", 1);
}
