#include "programs/furrow/log_stream.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"

/* What is stored later may have happened so much earlier. */
#define STEP_BACK_MS 250

/* A message's place is a number, a turn's is "MS.ID". */
static void
take_place(struct log_stream *s, const json_t *value)
{
	if (json_is_integer(value))
		snprintf(s->place, sizeof(s->place), "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value));
	else if (json_is_string(value))
		snprintf(
		    s->place, sizeof(s->place), "%s", json_string_value(value));
}

static const char *
first_place(const struct log_stream *s)
{
	if (!s->down)
		return "";
	return s->turns ? "9223372036854775807.9223372036854775807"
			: "9223372036854775807";
}

static int
fetch(struct log_stream *s)
{
	char path[2048];
	struct buf b = buf_over(path, sizeof(path));
	json_t *reply = NULL, *next;

	buf_add_text(&b, s->path);
	client_query(&b, s->down ? "before" : "after",
	    s->place[0] != '\0' ? s->place : first_place(s));
	if (s->page > 0)
		client_query_int(&b, "limit", s->page);
	if (client_get(s->client, path, &reply) != EXIT_DONE)
		return EXIT_FAILED;
	if (s->note != NULL)
		s->note(s->arg, reply);
	json_decref(s->rows);
	s->rows = json_incref(json_object_get(reply, "items"));
	s->at = 0;
	next = json_object_get(reply, "next");
	s->ended = next == NULL || json_is_null(next);
	take_place(
	    s, s->ended && !s->down ? json_object_get(reply, "newest") : next);
	json_decref(reply);
	return EXIT_DONE;
}

/* -- turns that were given ---------------------------------------------------
 */

static uint64_t
key_of(const json_t *row)
{
	uint64_t turn = (uint64_t)json_int(row, "session", 0) * 64 +
			(uint64_t)json_int(row, "turn", 0);

	return turn * 2 + (strcmp(json_text(row, "direction", ""), "out") == 0);
}

static bool
was_given(const struct log_stream *s, const json_t *row)
{
	uint64_t key = s->turns && !s->down ? key_of(row) : 0;

	for (size_t i = 0; key != 0 && i < LOG_STREAM_SEEN; i++)
		if (s->seen[i] == key)
			return true;
	return false;
}

/* -- rows --------------------------------------------------------------------
 */

int
log_stream_peek(struct log_stream *s, json_t **row_out)
{
	*row_out = NULL;
	while (!s->off) {
		for (; s->at < json_array_size(s->rows); s->at++) {
			*row_out = json_array_get(s->rows, s->at);
			if (!was_given(s, *row_out))
				return EXIT_DONE;
		}
		*row_out = NULL;
		if (s->ended)
			break;
		if (fetch(s) != EXIT_DONE)
			return EXIT_FAILED;
	}
	return EXIT_DONE;
}

void
log_stream_take(struct log_stream *s)
{
	const json_t *row = json_array_get(s->rows, s->at++);

	if (s->turns && !s->down)
		s->seen[s->seen_at++ % LOG_STREAM_SEEN] = key_of(row);
}

void
log_stream_again(struct log_stream *s)
{
	long long ms;

	s->ended = false;
	if (!s->turns || sscanf(s->place, "%lld.", &ms) != 1)
		return;
	ms = ms > STEP_BACK_MS ? ms - STEP_BACK_MS : 0;
	snprintf(s->place, sizeof(s->place), "%lld.0", ms);
}

int
log_stream_to_end(struct log_stream *s)
{
	char path[128];
	json_t *reply = NULL;

	if (s->off)
		return EXIT_DONE;
	snprintf(path, sizeof(path), "%s",
	    s->turns ? "turns?limit=100&before=9223372036854775807.0"
		     : "messages?limit=1&before=9223372036854775807");
	if (client_get(s->client, path, &reply) != EXIT_DONE)
		return EXIT_FAILED;
	take_place(s, json_object_get(reply, "newest"));
	s->ended = true;
	/* The newest are old: they are not given when it steps back. */
	json_t *items = json_object_get(reply, "items");
	for (size_t i = 0; s->turns && i < json_array_size(items); i++)
		s->seen[s->seen_at++] = key_of(json_array_get(items, i));
	json_decref(reply);
	return EXIT_DONE;
}

void
log_stream_pass(struct log_stream *s, const json_t *row)
{
	bool turn = json_is_integer(json_object_get(row, "session"));

	if (turn != s->turns)
		return;
	if (turn)
		s->seen[s->seen_at++ % LOG_STREAM_SEEN] = key_of(row);
	else if (json_int(row, "id", 0) > strtoll(s->place, NULL, 10))
		take_place(s, json_object_get(row, "id"));
}

void
log_stream_end(struct log_stream *s)
{
	json_decref(s->rows);
	s->rows = NULL;
}

/* Times are RFC 3339 in UTC, all of one length: they compare as they are.  Of
 * one time a turn comes first: what it did is a text behind it. */
static bool
comes_first(const struct log_stream *a, const json_t *row, const json_t *other)
{
	int order =
	    strcmp(json_text(row, "time", ""), json_text(other, "time", ""));

	if (order == 0)
		return a->turns != a->down;
	return a->down ? order > 0 : order < 0;
}

int
log_stream_choose(struct log_stream *a, struct log_stream *b,
    struct log_stream **out, json_t **row_out)
{
	json_t *of_a, *of_b;

	if (log_stream_peek(a, &of_a) != EXIT_DONE ||
	    log_stream_peek(b, &of_b) != EXIT_DONE)
		return EXIT_FAILED;
	*out = of_b == NULL || (of_a != NULL && comes_first(a, of_a, of_b)) ? a
									    : b;
	*row_out = *out == a ? of_a : of_b;
	return EXIT_DONE;
}
