/* outbox_explain - what would happen to a text to this number now, and why.
 *
 * In: a number, a class, is it a question.  Out: the facts of each step of the
 * rule (core/route.h), and the same in plain words, a line a step, for `furrow
 * route test`.  Changes nothing.  In a turn, for it asks the store. */
#ifndef GATEWAY_QUEUE_OUTBOX_EXPLAIN_H
#define GATEWAY_QUEUE_OUTBOX_EXPLAIN_H

#include "gateway/core/route.h"
#include "gateway/queue/outbox.h"

#define OUTBOX_ANSWER_LINKS 64 /* told of; without routes there may be more */
#define OUTBOX_STEP_OCTETS 200

struct outbox_question {
	char written[64]; /* as it was asked */
	char number[PARTY_OCTETS]; /* normalised */
	enum message_class class_;
	bool question;
};

struct outbox_answer_link {
	const char *name;
	bool may;
	char why[96]; /* not, or what speaks for it; "" */
	int place; /* in the order, from 1; 0: it may not */
	size_t room; /* texts that it takes now */
	int64_t cost_minor;
	int quality; /* thousandths */
	int weight;
};

struct outbox_answer {
	struct outbox_question asked;
	bool known; /* the phone was here before */
	bool blocked; /* by the configuration */
	size_t routes; /* that there are; 0: every link carries everything */
	const char *operator_, *country; /* "": not known */
	bool learned; /* heard on his own link */
	const struct route *route; /* NULL: none */
	struct route_prefix prefix; /* by which it fits */
	size_t links_count;
	struct outbox_answer_link link[OUTBOX_ANSWER_LINKS];
	int takes; /* the link that would take it now; -1: none */
	int waits_for; /* the first in the order, full just now; -1: nobody */
};

void outbox_explain(struct outbox_answer *out, const struct outbox *outbox,
    const struct turn *turn, const struct outbox_question *asked);

/* Line i of the explanation, from 0; false behind the last. */
bool outbox_explain_line(
    char dst[OUTBOX_STEP_OCTETS], const struct outbox_answer *answer, size_t i);

/* "confirm" …; NULL: no class. */
const char *outbox_class_name(enum message_class class_);
bool outbox_class_read(enum message_class *out, const char *name);

#endif
