#include "base/http_guard.h"

#include <stdlib.h>
#include <string.h>

#include <event2/buffer.h>
#include <event2/bufferevent.h>

#include "base/http_crowd.h"
#include "base/http_head.h"
#include "base/panic.h"

#define SWALLOW_BODY_OCTETS (32 * 1024 * 1024)
#define SWALLOW_HEAD_OCTETS (256 * 1024)
#define BODY_OCTETS_PER_MS 8

static const char stand_in[] =
    "TRACE / HTTP/1.1\r\nHost: refused\r\nConnection: close\r\n\r\n";

enum place {
	IN_HEAD,
	IN_BODY, /* `left` octets of it are to come */
	IN_LARGE_BODY, /* the same, and they are dropped */
	IN_LARGE_HEAD, /* dropped up to its empty line, or `left` octets */
	BEHIND_ALL,
};

struct http_guard {
	const struct http_strict *rules;
	struct http_crowd *crowd;
	struct bufferevent *bev;
	struct evbuffer *held; /* not judged yet */
	bool busy; /* what changes now is our doing */
	enum place place;
	int64_t left;
	int status;
	bool plain; /* of the last head */
	struct err why;
};

/* -- refusing -----------------------------------------------------------------
 */

static void
stand_behind(struct http_guard *g, struct evbuffer *in)
{
	g->place = BEHIND_ALL;
	PANIC_UNLESS(evbuffer_add(in, stand_in, sizeof(stand_in) - 1) == 0);
}

static void
refuse(struct http_guard *g, struct evbuffer *in, int status)
{
	g->status = status;
	if (status != 414 && status != 431) {
		stand_behind(g, in);
		return;
	}
	g->place = IN_LARGE_HEAD;
	g->left = SWALLOW_HEAD_OCTETS;
}

static void
refuse_body(
    struct http_guard *g, struct evbuffer *in, const struct http_head *head)
{
	err_set(&g->why, -413, 0, "the body is too large");
	g->status = 413;
	if (head->waits || head->body_octets > SWALLOW_BODY_OCTETS) {
		stand_behind(g, in);
		return;
	}
	g->place = IN_LARGE_BODY;
	g->left = head->body_octets;
}

/* -- one step, false: nothing more can be done now ----------------------------
 */

/* An empty line before a request is not for evhttp. */
static void
drop_empty_line(struct http_guard *g, size_t *head_octets)
{
	const char *at = (const char *)evbuffer_pullup(g->held, 2);
	if (at[0] != '\r')
		return;
	evbuffer_drain(g->held, 2);
	*head_octets -= 2;
}

/* evhttp takes silence about the length for a fault, if the connection is to be
 * kept (RFC 9112 6.3: it is 0). */
static void
pass_fields(struct http_guard *g, struct evbuffer *in, size_t octets,
    bool length_untold)
{
	static const char none[] = "Content-Length: 0\r\n\r\n";
	size_t rest = length_untold ? 2 : 0; /* its empty line */
	octets -= rest;
	PANIC_UNLESS(
	    evbuffer_remove_buffer(g->held, in, octets) == (int)octets);
	if (!length_untold)
		return;
	evbuffer_drain(g->held, rest);
	PANIC_UNLESS(evbuffer_add(in, none, sizeof(none) - 1) == 0);
}

static void
pass_head(struct http_guard *g, struct evbuffer *in,
    const struct http_head *head, size_t octets)
{
	int64_t body_octets = head->body_octets;
	const struct http_strict *rules = g->rules;
	if (!rules->host_ok(rules->arg, head->host)) {
		err_set(&g->why, -400, 0,
		    "the Host is not one of those that this server goes by");
		refuse(g, in, 400);
		return;
	}
	bool large =
	    body_octets > (int64_t)rules->body_most(rules->arg, head->target);
	if (large)
		refuse_body(g, in, head);
	drop_empty_line(g, &octets);
	if (large) {
		evbuffer_drain(g->held, octets);
		return;
	}
	pass_fields(g, in, octets, head->untold);
	g->place = body_octets > 0 ? IN_BODY : IN_HEAD;
	g->left = body_octets;
}

/* Of a head that may be refused: what stands behind its first blank. */
static void
note_plain(struct http_guard *g, struct str head)
{
	const struct http_strict *rules = g->rules;
	struct str method;
	g->plain = rules->plain != NULL && str_cut(&method, &head, ' ') &&
		   rules->plain(rules->arg, head);
}

static bool
step_head(struct http_guard *g, struct evbuffer *in)
{
	struct http_head head;
	size_t octets = evbuffer_get_length(g->held);
	size_t most = g->rules->head_octets;
	if (octets > most)
		octets = most;
	const char *at =
	    (const char *)evbuffer_pullup(g->held, (ev_ssize_t)octets);
	int rc = http_head_read(&head, str_of(at, octets), most, &g->why);
	if (rc != 0)
		note_plain(g, str_of(at, octets));
	if (rc > 0)
		pass_head(g, in, &head, (size_t)rc);
	else if (rc < 0)
		refuse(g, in, -rc);
	if (rc > 0 && g->left > 0)
		http_crowd_patience(g->crowd, bufferevent_getfd(g->bev),
		    g->left / BODY_OCTETS_PER_MS);
	return rc != 0;
}

static bool
step_body(struct http_guard *g, struct evbuffer *in)
{
	size_t octets = evbuffer_get_length(g->held);
	if ((int64_t)octets > g->left)
		octets = (size_t)g->left;
	if (g->place == IN_BODY)
		PANIC_UNLESS(
		    evbuffer_remove_buffer(g->held, in, octets) == (int)octets);
	else
		evbuffer_drain(g->held, octets);
	g->left -= (int64_t)octets;
	if (g->left > 0)
		return false;
	if (g->place == IN_BODY)
		g->place = IN_HEAD;
	else
		stand_behind(g, in);
	return true;
}

static bool
step_large_head(struct http_guard *g, struct evbuffer *in)
{
	size_t octets = evbuffer_get_length(g->held);
	struct evbuffer_ptr end = evbuffer_search(g->held, "\r\n\r\n", 4, NULL);
	if (end.pos < 0 && octets > 3) {
		g->left -= (int64_t)octets - 3;
		evbuffer_drain(g->held, octets - 3);
	}
	if (end.pos < 0 && g->left > 0)
		return false;
	stand_behind(g, in);
	return true;
}

static bool
step(struct http_guard *g, struct evbuffer *in)
{
	switch (g->place) {
	case IN_HEAD:
		return step_head(g, in);
	case IN_BODY:
	case IN_LARGE_BODY:
		return step_body(g, in);
	case IN_LARGE_HEAD:
		return step_large_head(g, in);
	case BEHIND_ALL:
		evbuffer_drain(g->held, evbuffer_get_length(g->held));
		return false;
	}
	return false;
}

/* -- the connection's input
 * ---------------------------------------------------- */

/* What was passed before and is not read yet stays; what came now is held. */
static void
take_new(struct http_guard *g, struct evbuffer *in, size_t added)
{
	size_t old = evbuffer_get_length(in) - added;
	struct evbuffer *passed = NULL;
	if (old > 0) {
		passed = evbuffer_new();
		PANIC_UNLESS(passed != NULL && evbuffer_remove_buffer(in,
						   passed, old) == (int)old);
	}
	PANIC_UNLESS(evbuffer_add_buffer(g->held, in) == 0);
	if (passed != NULL) {
		PANIC_UNLESS(evbuffer_add_buffer(in, passed) == 0);
		evbuffer_free(passed);
	}
}

static void
on_input(struct evbuffer *in, const struct evbuffer_cb_info *info, void *arg)
{
	struct http_guard *g = arg;
	if (g->busy || info->n_added == 0)
		return;
	g->busy = true;
	take_new(g, in, info->n_added);
	while (evbuffer_get_length(g->held) > 0 && step(g, in))
		;
	g->busy = false;
}

struct http_guard *
http_guard_new(const struct http_strict *rules, struct http_crowd *crowd,
    struct bufferevent *bev)
{
	struct http_guard *g = xcalloc(1, sizeof(*g));
	g->rules = rules;
	g->crowd = crowd;
	g->bev = bev;
	g->held = evbuffer_new();
	PANIC_UNLESS(g->held != NULL);
	PANIC_UNLESS(
	    evbuffer_add_cb(bufferevent_get_input(bev), on_input, g) != NULL);
	return g;
}

void
http_guard_free(void *guard)
{
	struct http_guard *g = guard;
	evbuffer_free(g->held);
	free(g);
}

int
http_guard_refused(const struct http_guard *guard, const char **why_out)
{
	*why_out = guard->why.text;
	return guard->status;
}

bool
http_guard_plain(const struct http_guard *guard)
{
	return guard->plain;
}
