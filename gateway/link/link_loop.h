/* link_loop - a link in memory: for tests and benchmarks.
 *
 * What is sent goes to a callback and ends as the script says; what comes in
 * is injected.  Messages that are injected get places in a store of its own
 * ("LO", 1…) and are kept until acknowledged, like a modem's. */
#ifndef GATEWAY_LINK_LINK_LOOP_H
#define GATEWAY_LINK_LINK_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/loop.h"

#include "gateway/core/link.h"

enum link_loop_ending {
	LINK_LOOP_ACCEPT, /* with the next mr */
	LINK_LOOP_REFUSE, /* with `refusal` and `code` */
	LINK_LOOP_UNKNOWN,
	LINK_LOOP_NEVER, /* no outcome until stopped, then UNKNOWN */
};

struct link_loop_config {
	const char *name;
	const char *number; /* NULL: none */
	size_t window; /* sends at once; 0: 1 */
	bool no_questions;
	/* Called for each send; NULL: all are accepted.  Fills refusal and
	 * code for REFUSE. */
	enum link_loop_ending (*on_sent)(void *arg, const struct msg_out *text,
	    enum refusal *refusal_out, int *code_out);
	void *arg;
};

struct link *link_loop_new(struct loop *loop,
    const struct link_loop_config *config, const struct link_sink *sink);

/* Copies; its place is filled in, and raw when empty.  False when the link is
 * down.  Offered in the next pass of the loop. */
bool link_loop_inject(struct link *link, const struct msg_in *message);
/* The usual case. */
bool link_loop_text(struct link *link, const char *from, const char *text);
/* A delivery report for an mr that was accepted. */
bool link_loop_report(struct link *link, const char *from, int mr,
    enum msg_report_class class, int code);

/* Messages injected and not yet acknowledged. */
size_t link_loop_kept(const struct link *link);

/* UP or DOWN, by a test's wish. */
void link_loop_set_state(struct link *link, enum link_state state);

#endif
