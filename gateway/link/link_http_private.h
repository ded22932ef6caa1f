/* link_http_private - shared by link_http (the link), link_http_out (texts ->
 * requests) and link_http_in (calls -> messages). */
#ifndef GATEWAY_LINK_LINK_HTTP_PRIVATE_H
#define GATEWAY_LINK_LINK_HTTP_PRIVATE_H

#include "base/buf.h"
#include "base/http_client.h"
#include "base/timer.h"
#include "gateway/link/http_template.h"
#include "gateway/link/http_verdict.h"
#include "gateway/link/link_http.h"

#define LINK_HTTP_CALLS 256 /* that wait for their commit */
/* Texts by their hash, newest first of each row: all of the last 4,096 and
 * nearly all of the last 8,192. */
#define LINK_HTTP_ROWS 2048
#define LINK_HTTP_ROW 8
#define LINK_HTTP_WHY_OCTETS 128

struct link_http_sent {
	int64_t mr;
	char to[PARTY_OCTETS - 8]; /* +E.164 */
};

/* A text on its way; id 0: none. */
struct link_http_text {
	int64_t id;
	char to[PARTY_OCTETS];
};

/* A call that waits for its commit. */
struct link_http_call {
	struct http_request *request; /* NULL: none */
	int index; /* as its place says */
	int64_t until_mono_ms;
};

enum link_http_fault {
	LINK_HTTP_FAULT_AWAY, /* no way there: it is down */
	LINK_HTTP_FAULT_BUSY, /* wait a little */
	LINK_HTTP_FAULT_UNKNOWN, /* several of which nobody knows */
	LINK_HTTP_FAULT_ACCOUNT, /* somebody must look */
	LINK_HTTP_FAULTS,
};

struct link_http {
	struct link link; /* first */
	struct loop *loop;
	struct http_row row;
	struct http_client *client;
	struct link_http_url url;
	char user[64], key[256], from[PARTY_OCTETS];
	struct buf target, fields, body;

	size_t window, running;
	struct link_http_text text[LINK_HTTP_WINDOW_MAX];
	struct msg_outcome failed[LINK_HTTP_WINDOW_MAX]; /* before they left */
	size_t failures;
	struct link_http_sent *sent;

	bool started, stopping, draining, probing;
	bool away; /* this rest is for want of a way there */
	int rests[LINK_HTTP_FAULTS]; /* in a row */
	int unknowns; /* in a row */
	struct timer *rest_timer, *stop_timer;
	int64_t rest_unit_ms, since_mono_ms;
	char why[LINK_HTTP_WHY_OCTETS]; /* of the rest */

	struct http_gate *gate;
	char path[128], report_path[128];
	struct http_caller caller;
	struct link_http_call call[LINK_HTTP_CALLS];
	int next_index;
	int64_t hold_ms;
	struct timer *hold_timer;
	int64_t warned_mono_ms;
};

/* link_http.c */
void link_http_rest(struct link_http *lh, enum link_http_fault fault,
    int64_t least_ms, const char *why);
void link_http_changed(struct link_http *lh);

/* link_http_out.c */
void link_http_send(struct link *link, const struct msg_out *text);
/* What is on its way becomes unknown. */
void link_http_give_up(struct link_http *lh, const char *why);
const char *link_http_sent_to(const struct link_http *lh, int64_t mr);

/* link_http_in.c */
void link_http_on_text(void *lh, struct http_request *request);
void link_http_on_report(void *lh, struct http_request *request);
void link_http_acknowledge(struct link *link, const struct msg_place *place);
void link_http_refuse(struct link *link, const struct msg_place *place);
void link_http_on_hold_timer(void *lh);
/* All calls that wait: 503. */
void link_http_hang_up(struct link_http *lh);

#endif
