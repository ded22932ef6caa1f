/* ussd_http - a channel of dialogues over HTTP: a request for each screen, the
 * screen is its answer.
 *
 * In: what a gateway asks at the channel's path, read as its dialect says
 *     (ussd_dialect), given to the sink.
 * Out: exactly one answer to each, once the sink has it, which is after the
 *     commit:
 *   200  the screen; to a hang-up what the dialect wants, whether the dialogue
 *        was known or not
 *   400  no form, no JSON, not UTF-8, a control character; an id, a number or
 *        a kind that is missing or none
 *   401, 403  no secret, or a wrong one; from elsewhere; a dialogue of another
 *        phone; a country or a network that the channel is not for
 *   404, 405, 415  a path, a method (told in Allow), a media type that the
 *        dialect does not have
 *   413  a body of more than 8 KiB, a field of more than 1 KiB
 *   503  we are closing
 * Refusals say in short what is wrong, and repeat nothing of what was sent.
 * They are counted, and logged at most once a minute with what came first.
 * A secret stands in a header, in the query, or as the first or the last part
 * of the path behind the channel's; none of these is ever logged.
 * All in the loop's thread. */
#ifndef GATEWAY_LINK_USSD_HTTP_H
#define GATEWAY_LINK_USSD_HTTP_H

#include <stddef.h>
#include <stdint.h>

#include "gateway/core/session.h"
#include "gateway/core/session_figures.h"
#include "gateway/link/http_caller.h"
#include "gateway/link/http_gate.h"
#include "gateway/link/ussd_dialect.h"

struct ussd_http;

struct ussd_http_config {
	const struct session_channel *channel; /* outlives */
	const struct ussd_dialect *dialect;
	const char *path, *event_path; /* "": the event has none of its own */
	const struct http_caller *caller; /* copied, its secret wiped at last */
	struct http_gate *gate; /* outlives */
	const struct session_sink *sink; /* outlives */
};

/* Since the start. */
struct ussd_http_counts {
	int64_t asked; /* requests that reached the sink */
	int64_t refused; /* with a 4xx */
	int64_t strangers; /* of these: 401, 403 at the door */
	int64_t unserved; /* of these: codes that are not in use */
	int64_t repeated; /* fields that came twice in a request */
};

/* NULL: a path of it is taken already. */
struct ussd_http *ussd_http_new(const struct ussd_http_config *config);
/* From now on 503; those under way are still answered. */
void ussd_http_stop(struct ussd_http *channel);
/* Those that nobody answered yet get a 503, and what the sink says of them
 * afterwards goes nowhere. */
void ussd_http_free(struct ussd_http **channel);

const struct ussd_http_counts *ussd_http_counts(
    const struct ussd_http *channel);
/* Adds the channel's part: name, kind, state, what was refused here. */
void ussd_http_figures(
    const struct ussd_http *channel, struct session_figures *out);

#endif
