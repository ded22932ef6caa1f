#include "gateway/link/link_loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"

#define PLACES_CAP 1000000

/* An injected message, kept until acknowledged. */
struct kept {
	struct kept *next;
	struct msg_in message;
	bool offered;
	char *text;
	uint8_t *data, *raw;
};

struct ending {
	struct ending *next;
	struct msg_outcome outcome;
};

struct link_loop {
	struct link link; /* first */
	struct loop *loop;
	struct link_loop_config config;
	size_t running; /* sends without an outcome */
	int next_index;
	uint8_t next_mr;
	bool draining;
	struct kept *kept, **kept_tail;
	size_t kept_count;
	struct kept *unoffered; /* the first one */
	struct ending *endings, **endings_tail;
	struct ending *never; /* UNKNOWN when stopped */
};

static struct link_loop *
of(const struct link *link)
{
	return (struct link_loop *)(uintptr_t)link;
}

static void
set_state(struct link_loop *ll, enum link_state state)
{
	ll->link.state = state;
	ll->link.sink->on_change(ll->link.sink->arg, &ll->link);
}

/* Inwards. */

static void
offer(void *arg)
{
	struct link_loop *ll = arg;
	while (ll->unoffered != NULL && ll->link.state != LINK_DOWN) {
		struct kept *k = ll->unoffered;
		if (!ll->link.sink->on_message(
			ll->link.sink->arg, &ll->link, &k->message))
			return;
		k->offered = true;
		ll->unoffered = k->next;
	}
}

static void *
copy_octets(const void *at, size_t octets)
{
	void *copy = xcalloc(1, octets + 1);
	if (octets > 0)
		memcpy(copy, at, octets);
	return copy;
}

/* Each is a text of its own: no two may look like a network's repeat. */
static void
fill_raw(struct kept *k, const struct msg_in *message)
{
	char own[32];
	struct span raw = message->raw;
	if (raw.octets == 0) {
		int octets =
		    snprintf(own, sizeof(own), "LO %d", k->message.place.index);
		raw = span_of(own, (size_t)octets);
	}
	k->raw = copy_octets(raw.at, raw.octets);
	k->message.raw = span_of(k->raw, raw.octets);
}

bool
link_loop_inject(struct link *link, const struct msg_in *message)
{
	struct link_loop *ll = of(link);
	if (link->state == LINK_DOWN || ll->kept_count >= PLACES_CAP)
		return false;
	struct kept *k = xcalloc(1, sizeof(*k));
	k->message = *message;
	k->text = copy_octets(message->text.at, message->text.octets);
	k->message.text.at = k->text;
	k->data = copy_octets(message->data.at, message->data.octets);
	k->message.data.at = k->data;
	str_copy(
	    k->message.place.store, sizeof(k->message.place.store), STR("LO"));
	k->message.place.index = ++ll->next_index;
	fill_raw(k, message);
	*ll->kept_tail = k;
	ll->kept_tail = &k->next;
	ll->kept_count++;
	if (ll->unoffered == NULL)
		ll->unoffered = k;
	loop_later(ll->loop, offer, ll);
	return true;
}

bool
link_loop_text(struct link *link, const char *from, const char *text)
{
	struct msg_in m = {
	    .kind = MSG_TEXT, .text = str_from(text), .alphabet = MSG_GSM7};
	str_copy(m.from, sizeof(m.from), str_from(from));
	return link_loop_inject(link, &m);
}

bool
link_loop_report(struct link *link, const char *from, int mr,
    enum msg_report_class class, int code)
{
	struct msg_in m = {.kind = MSG_REPORT,
	    .report_mr = mr,
	    .report = class,
	    .report_code = code};
	str_copy(m.from, sizeof(m.from), str_from(from));
	return link_loop_inject(link, &m);
}

size_t
link_loop_kept(const struct link *link)
{
	return of(link)->kept_count;
}

static void
free_kept(struct kept *k)
{
	free(k->text);
	free(k->data);
	free(k->raw);
	free(k);
}

static void
link_acknowledge(struct link *link, const struct msg_place *place)
{
	struct link_loop *ll = of(link);
	struct kept **at = &ll->kept;
	while (*at != NULL && (*at)->message.place.index != place->index)
		at = &(*at)->next;
	struct kept *k = *at;
	if (k == NULL || !k->offered)
		return;
	*at = k->next;
	if (ll->kept_tail == &k->next)
		ll->kept_tail = at;
	ll->kept_count--;
	struct msg_place gone = k->message.place;
	free_kept(k);
	ll->link.sink->on_forgotten(ll->link.sink->arg, link, &gone);
}

static void
link_resume(struct link *link)
{
	offer(of(link));
}

/* Outwards. */

static void
end_sends(void *arg)
{
	struct link_loop *ll = arg;
	while (ll->endings != NULL) {
		struct ending *e = ll->endings;
		ll->endings = e->next;
		if (ll->endings == NULL)
			ll->endings_tail = &ll->endings;
		ll->running--;
		ll->link.sink->on_outcome(
		    ll->link.sink->arg, &ll->link, &e->outcome);
		free(e);
	}
	ll->link.sink->on_change(ll->link.sink->arg, &ll->link);
}

static void
add_ending(struct link_loop *ll, struct ending *e)
{
	e->next = NULL;
	*ll->endings_tail = e;
	ll->endings_tail = &e->next;
	loop_later(ll->loop, end_sends, ll);
}

static void
fill_accepted(struct link_loop *ll, struct msg_outcome *out)
{
	out->outcome = OUTCOME_ACCEPTED;
	out->parts_total = out->parts_done = 1;
	out->mr[0] = ll->next_mr++;
	str_copy(out->why, sizeof(out->why), STR("accepted"));
}

static void
link_send(struct link *link, const struct msg_out *text)
{
	struct link_loop *ll = of(link);
	struct ending *e = xcalloc(1, sizeof(*e));
	struct msg_outcome *out = &e->outcome;
	enum link_loop_ending how = LINK_LOOP_ACCEPT;
	out->id = text->id;
	out->parts_total = 1;
	for (size_t i = 0; i < MSG_PARTS_MAX; i++)
		out->mr[i] = -1;
	ll->running++;
	if (ll->config.on_sent != NULL)
		how = ll->config.on_sent(
		    ll->config.arg, text, &out->refusal, &out->code);
	if (how != LINK_LOOP_REFUSE) {
		out->refusal = REFUSAL_NONE;
		out->code = 0;
	}
	switch (how) {
	case LINK_LOOP_ACCEPT:
		fill_accepted(ll, out);
		break;
	case LINK_LOOP_REFUSE:
		out->outcome = OUTCOME_REFUSED;
		str_copy(
		    out->why, sizeof(out->why), STR("refused by the script"));
		break;
	case LINK_LOOP_UNKNOWN:
		out->outcome = OUTCOME_UNKNOWN;
		str_copy(
		    out->why, sizeof(out->why), STR("unknown by the script"));
		break;
	case LINK_LOOP_NEVER:
		out->outcome = OUTCOME_UNKNOWN;
		str_copy(
		    out->why, sizeof(out->why), STR("no result until stopped"));
		e->next = ll->never;
		ll->never = e;
		return;
	}
	add_ending(ll, e);
}

static size_t
link_room(const struct link *link)
{
	const struct link_loop *ll = of(link);
	size_t window = ll->config.window > 0 ? ll->config.window : 1;
	if (link->state != LINK_UP || ll->running >= window)
		return 0;
	return window - ll->running;
}

/* Of the link itself. */

static void
link_start(struct link *link)
{
	set_state(of(link), LINK_UP);
}

static void
link_stop(struct link *link, int64_t grace_ms)
{
	struct link_loop *ll = of(link);
	(void)grace_ms; /* what has not ended by now never will */
	while (ll->never != NULL) {
		struct ending *e = ll->never;
		ll->never = e->next;
		add_ending(ll, e);
	}
	end_sends(ll);
	set_state(ll, LINK_DOWN);
}

void
link_loop_set_state(struct link *link, enum link_state state)
{
	set_state(of(link), state);
	loop_later(of(link)->loop, offer, of(link));
}

static void
link_reset(struct link *link)
{
	set_state(of(link), LINK_UP);
}

static void
link_drain(struct link *link, bool on)
{
	set_state(of(link), on ? LINK_RESTING : LINK_UP);
}

static void
link_describe(const struct link *link, struct link_description *out)
{
	*out = (struct link_description){.signal_percent = -1};
	str_copy(out->device, sizeof(out->device), STR("memory"));
	str_copy(out->identity, sizeof(out->identity), STR("loop"));
	snprintf(out->detail, sizeof(out->detail), "%zu kept, %zu in flight",
	    of(link)->kept_count, of(link)->running);
}

static void
destroy(void *arg)
{
	struct link_loop *ll = arg;
	while (ll->kept != NULL) {
		struct kept *k = ll->kept;
		ll->kept = k->next;
		free_kept(k);
	}
	while (ll->endings != NULL) {
		struct ending *e = ll->endings;
		ll->endings = e->next;
		free(e);
	}
	while (ll->never != NULL) {
		struct ending *e = ll->never;
		ll->never = e->next;
		free(e);
	}
	free(ll);
}

/* At the end of the pass, because calls for later may be under way. */
static void
link_free(struct link *link)
{
	loop_reap(of(link)->loop, destroy, of(link));
}

static const struct link_ops ops = {
    .kind = "loop",
    .start = link_start,
    .stop = link_stop,
    .room = link_room,
    .send = link_send,
    .acknowledge = link_acknowledge,
    .resume = link_resume,
    .reset = link_reset,
    .drain = link_drain,
    .describe = link_describe,
    .free = link_free,
};

struct link *
link_loop_new(struct loop *loop, const struct link_loop_config *config,
    const struct link_sink *sink)
{
	struct link_loop *ll = xcalloc(1, sizeof(*ll));
	ll->loop = loop;
	ll->config = *config;
	ll->link.ops = &ops;
	ll->link.sink = sink;
	ll->link.state = LINK_DOWN;
	ll->link.two_way = !config->no_questions;
	ll->kept_tail = &ll->kept;
	ll->endings_tail = &ll->endings;
	str_copy(ll->link.name, sizeof(ll->link.name), str_from(config->name));
	str_copy(
	    ll->link.number, sizeof(ll->link.number), str_from(config->number));
	return &ll->link;
}
