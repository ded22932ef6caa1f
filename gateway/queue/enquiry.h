/* enquiry - asking the operator of a link's SIM, for whoever wants to know.
 *
 * In: a link's name and up to LINK_USSD_STEPS steps; out: one call of done()
 * with all replies, in order.  One enquiry a link at a time.  What the
 * operators say by themselves is logged, and nothing else.
 * The form in which a model takes its codes is learned: kept in the store
 * (store_credit), one row a model, and given to the link with each enquiry.
 *
 * done() is called exactly once, never from within enquiries_ask(), with views
 * that end with the call; it may ask anew.  Loop rule: the loop's thread. */
#ifndef GATEWAY_QUEUE_ENQUIRY_H
#define GATEWAY_QUEUE_ENQUIRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "gateway/core/handler.h"
#include "gateway/core/link.h"

enum enquiry_err {
	ENQUIRY_NO_LINK = -1,
	ENQUIRY_UNABLE = -2, /* this kind of link has no operator to ask */
	ENQUIRY_BUSY = -3, /* another enquiry is under way */
	ENQUIRY_DOWN = -4, /* the link is not up, or refuses the steps */
};

struct enquiry_answer {
	struct link *link;
	const char *texts[LINK_USSD_STEPS];
	size_t count; /* replies that came, of */
	size_t steps;
	enum link_ussd_how how; /* of the last step that was asked */
	bool asks; /* the operator waited for more */
	bool doubtful; /* a text may be read wrongly */
	const char *why; /* or NULL */
};

typedef void (*enquiry_done_fn)(void *arg, const struct enquiry_answer *answer);

struct enquiry_wish {
	const char *link;
	const char *steps[LINK_USSD_STEPS];
	size_t count;
	bool secret;
	const char *pin; /* never told when the operator repeats it; or NULL */
	enquiry_done_fn done;
	void *arg;
};

struct enquiries;

/* links is borrowed, and filled before the first enquiry. */
struct enquiries *enquiries_new(
    struct store *store, struct link *const *links, size_t links_count);
/* Whoever waits is told: silent. */
void enquiries_free(struct enquiries **enquiries);

/* 0, or negative enum enquiry_err with words for a person. */
int enquiries_ask(struct enquiries *enquiries, const struct enquiry_wish *wish,
    struct err *err);
bool enquiries_may_ask(
    const struct enquiries *enquiries, const struct link *link);

/* Called when a dialogue with something secret in it has ended. */
void enquiries_on_secret(struct enquiries *enquiries,
    void (*fn)(void *arg, const struct link *link), void *arg);

/* Whoever asked with this arg is gone: done() is not called any more. */
void enquiries_forget(struct enquiries *enquiries, const void *arg);

/* From the links' sink. */
void enquiries_heard(struct enquiries *enquiries, struct link *link,
    const struct link_ussd_answer *answer);
/* Inside a turn: keeps what was learned. */
void enquiries_turn(struct enquiries *enquiries, const struct turn *turn);

#endif
