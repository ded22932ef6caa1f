/* log_stream - one list of the daemon as a stream of rows, page by page: texts
 * ("messages") or turns of dialogues ("turns").
 *
 * Upwards it begins at its place and, when the daemon has no more, can be read
 * again for what came since; downwards it begins at the newest.  Rows of turns
 * that were given once are not given again: a reader goes back a moment each
 * time, because two turns of one millisecond may be stored one after the other.
 * Errors are said by the client. */
#ifndef PROGRAMS_FURROW_LOG_STREAM_H
#define PROGRAMS_FURROW_LOG_STREAM_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "programs/furrow/client.h"

#define LOG_STREAM_SEEN 2048
#define LOG_STREAM_PLACE 48

struct log_stream {
	struct client *client;
	const char *path; /* with its filter; borrowed */
	bool off; /* nothing is read of it */
	bool turns; /* of dialogues */
	bool down; /* newest first */
	int64_t page; /* rows asked for at once; 0: as many as there may be */
	/* Told of each reply (months that cannot be read); may be NULL. */
	void (*note)(void *arg, const json_t *reply);
	void *arg;

	char place[LOG_STREAM_PLACE]; /* "" before the first page */
	bool ended;
	json_t *rows; /* the page */
	size_t at;
	uint64_t seen[LOG_STREAM_SEEN]; /* of turns: given, a ring */
	size_t seen_at;
};

/* The next row (borrowed until the next call) or NULL: no more.  EXIT_FAILED:
 * the daemon did not answer; what was read so far was given. */
int log_stream_peek(struct log_stream *s, json_t **row_out);
void log_stream_take(struct log_stream *s); /* the row that was peeked at */
/* It ended, and is to be read on. */
void log_stream_again(struct log_stream *s);
/* Nothing old: it begins behind the newest row there is. */
int log_stream_to_end(struct log_stream *s);
/* That row was printed already, if it is one of this list. */
void log_stream_pass(struct log_stream *s, const json_t *row);
void log_stream_end(struct log_stream *s);

/* Whose row is next?  EXIT_DONE with NULL: neither has any. */
int log_stream_choose(struct log_stream *a, struct log_stream *b,
    struct log_stream **out, json_t **row_out);

#endif
