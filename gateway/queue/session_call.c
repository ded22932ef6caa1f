#include "gateway/queue/session_call.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/span.h"

/* -- copies ---------------------------------------------------------------- */

static size_t
octets_of(const struct session_told *t)
{
	return strlen(t->id) + strlen(t->number) + t->dialled.octets +
	       t->input.octets + strlen(t->key) + strlen(t->network) +
	       strlen(t->lang) + strlen(t->why) + 8;
}

static const char *
keep(char **cursor, struct str s)
{
	char *copy = *cursor;
	if (s.octets > 0)
		memcpy(copy, s.at, s.octets);
	copy[s.octets] = '\0';
	*cursor = copy + s.octets + 1;
	return copy;
}

static void
copy_told(struct session_call *call, const struct session_told *from)
{
	char *cursor = call->bytes;
	struct session_told *t = &call->told;
	*t = *from;
	t->id = keep(&cursor, str_from(from->id));
	t->number = keep(&cursor, str_from(from->number));
	t->dialled.at = keep(&cursor, from->dialled);
	t->input.at = keep(&cursor, from->input);
	t->key = keep(&cursor, str_from(from->key));
	t->network = keep(&cursor, str_from(from->network));
	t->lang = keep(&cursor, str_from(from->lang));
	t->why = keep(&cursor, str_from(from->why));
}

/* -- the table ------------------------------------------------------------- */

static size_t
bucket_of(const struct session_told *t)
{
	struct str s = str_from(t->channel->by_phone ? t->number : t->id);
	return span_hash(span_of(s.at, s.octets)) % SESSION_CALL_BUCKETS;
}

struct session_call *
session_call_begin(struct session_calls *calls, const struct session_told *told)
{
	struct session_call *call = xcalloc(1, sizeof(*call) + octets_of(told));
	copy_told(call, told);
	struct session_call **end = &calls->bucket[bucket_of(told)];
	while (*end != NULL)
		end = &(*end)->same;
	*end = call;
	call->before = calls->newest;
	if (calls->newest != NULL)
		calls->newest->after = call;
	else
		calls->oldest = call;
	calls->newest = call;
	calls->count++;
	return call;
}

static bool
is_same(const struct session_told *a, const struct session_told *b)
{
	bool keys = a->key[0] != '\0' && b->key[0] != '\0';
	return a->channel == b->channel && a->event == b->event &&
	       strcmp(a->id, b->id) == 0 && strcmp(a->number, b->number) == 0 &&
	       str_equal(a->input, b->input) &&
	       str_equal(a->dialled, b->dialled) &&
	       (!keys || strcmp(a->key, b->key) == 0);
}

static struct session_call *
find(const struct session_calls *calls, const struct session_told *told,
    bool answered)
{
	struct session_call *call = calls->bucket[bucket_of(told)];
	while (call != NULL &&
	       (call->answered != answered || !is_same(&call->told, told)))
		call = call->same;
	return call;
}

struct session_call *
session_call_find(
    const struct session_calls *calls, const struct session_told *told)
{
	return find(calls, told, false);
}

bool
session_call_is_late(
    const struct session_calls *calls, const struct session_told *told)
{
	return find(calls, told, true) != NULL;
}

void
session_call_join(struct session_call *call, session_answer_fn done, void *arg)
{
	call->joined++;
	if (call->first.done == NULL) {
		call->first = (struct session_wait){done, arg, NULL};
		return;
	}
	struct session_wait *wait = xcalloc(1, sizeof(*wait));
	wait->done = done;
	wait->arg = arg;
	wait->next = call->first.next;
	call->first.next = wait;
}

int
session_call_answer(
    struct session_call *call, const struct session_answer *answer)
{
	int told = 0;
	if (call->answered)
		return 0;
	call->answered = true;
	struct session_wait *more = call->first.next;
	call->first.next = NULL;
	if (call->first.done != NULL) {
		call->first.done(call->first.arg, answer);
		told++;
	}
	while (more != NULL) {
		struct session_wait *next = more->next;
		more->done(more->arg, answer);
		free(more);
		more = next;
		told++;
	}
	return told;
}

static void
unlink_call(struct session_calls *calls, struct session_call *call)
{
	struct session_call **at = &calls->bucket[bucket_of(&call->told)];
	while (*at != call)
		at = &(*at)->same;
	*at = call->same;
	if (call->before != NULL)
		call->before->after = call->after;
	else
		calls->oldest = call->after;
	if (call->after != NULL)
		call->after->before = call->before;
	else
		calls->newest = call->before;
	calls->count--;
}

void
session_call_end(struct session_calls *calls, struct session_call *take)
{
	unlink_call(calls, take);
	while (take->first.next != NULL) {
		struct session_wait *wait = take->first.next;
		take->first.next = wait->next;
		free(wait);
	}
	free(take);
}
