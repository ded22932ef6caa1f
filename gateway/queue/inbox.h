/* inbox - what the links told us and the turn has not worked yet.
 *
 * A bounded list of copies: messages, outcomes, forgotten places, jobs.  A
 * full inbox refuses messages (the link keeps them and is resumed later), but
 * never outcomes or forgotten places: their number is bounded by what we sent
 * or acknowledged.  Memory only: a message is not acknowledged before its
 * commit, so losing the inbox loses nothing. */
#ifndef GATEWAY_QUEUE_INBOX_H
#define GATEWAY_QUEUE_INBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "gateway/core/job.h"
#include "gateway/core/link.h"

#define INBOX_MESSAGES_MAX 512

enum inbox_kind {
	INBOX_MESSAGE,
	INBOX_OUTCOME,
	INBOX_FORGOTTEN,
	INBOX_JOB,
};

struct inbox_item {
	enum inbox_kind kind;
	struct inbox_item *next;
	struct link *link;
	struct msg_in message; /* its views point into `bytes` */
	struct msg_outcome outcome;
	struct msg_place place;
	struct job *job;
	bool poisoned; /* its own transaction failed: store it raw only */
	char bytes[];
};

struct inbox {
	struct inbox_item *first, **last;
	size_t messages; /* INBOX_MESSAGE items held, taken batches included */
	bool refused; /* a message was refused since inbox_resumable() */
};

void inbox_init(struct inbox *inbox);
void inbox_free(struct inbox *inbox);

bool inbox_add_message(
    struct inbox *inbox, struct link *link, const struct msg_in *message);
void inbox_add_outcome(
    struct inbox *inbox, struct link *link, const struct msg_outcome *outcome);
void inbox_add_forgotten(
    struct inbox *inbox, struct link *link, const struct msg_place *place);
void inbox_add_job(struct inbox *inbox, struct job *job);

/* The first `most` items as a list of their own; NULL: empty.  The caller
 * gives them back with inbox_done() or inbox_put_back(). */
struct inbox_item *inbox_take(struct inbox *inbox, size_t most);
void inbox_put_back(struct inbox *inbox, struct inbox_item *items);
void inbox_done(struct inbox *inbox, struct inbox_item *items);

/* The disk fails: whatever a link can refuse goes back to who sent it, and so
 * do the jobs that are not worth keeping (job.brief). */
void inbox_refuse(struct inbox *inbox);

/* True once after a refusal, when there is room for half of the cap again. */
bool inbox_resumable(struct inbox *inbox);

#endif
