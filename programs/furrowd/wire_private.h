/* wire_private - what wire.c and wire_api.c share: the daemon's objects. */
#ifndef PROGRAMS_FURROWD_WIRE_PRIVATE_H
#define PROGRAMS_FURROWD_WIRE_PRIVATE_H

#include <stdint.h>

#include "base/http.h"
#include "base/timer.h"
#include "gateway/admin/api.h"
#include "gateway/admin/auth.h"
#include "gateway/admin/dlrs.h"
#include "gateway/admin/front.h"
#include "gateway/admin/handsets.h"
#include "gateway/admin/webhooks.h"
#include "gateway/core/job.h"
#include "gateway/queue/archiver.h"
#include "gateway/queue/audit_signer.h"
#include "gateway/queue/backups.h"
#include "gateway/queue/credit.h"
#include "gateway/queue/enquiry.h"
#include "gateway/queue/eraser.h"
#include "gateway/queue/keeper.h"
#include "gateway/queue/search_feed.h"
#include "gateway/queue/sessions.h"
#include "gateway/queue/turnloop.h"
#include "programs/furrowd/wire.h"
#include "programs/furrowd/wire_links.h"
#include "programs/furrowd/wire_routes.h"
#include "programs/furrowd/wire_session.h"

#define WIRE_CONSOLE_OCTETS 320

struct wire {
	struct conf *conf; /* borrowed */
	const char *data; /* the folder of words and screens; borrowed */
	struct loop *loop;
	struct lexicon *lexicon;
	struct catalogue *catalogue;
	struct trade *trade;
	struct store *store, *reader;
	struct wire_links links;
	struct wire_routes routes;
	size_t links_count;
	struct enquiries *enquiries;
	struct credit *credit;
	struct turnloop *turnloop;
	struct sessions *sessions;
	struct wire_session *channels; /* what dialogues come in by */
	struct session_channel sim; /* the command line's own */
	struct search_feed *search_feed;
	struct archiver *archiver;
	struct audit_signer *audit_signer;
	struct backups *backups;
	struct eraser *eraser;
	struct keeper *keeper;
	struct handsets *handsets; /* NULL: this is no demo */
	char console[WIRE_CONSOLE_OCTETS]; /* its address; "": nowhere */
	struct auth *auth;
	struct api *api;
	struct webhooks *webhooks; /* NULL: nobody is told */
	struct dlrs *dlrs; /* NULL: no host is allowed */
	struct http_server *http;
	struct front *front; /* NULL: nothing listens over TCP */
	struct timer *stop_timer, *pause_timer;
	int64_t pauses_seen; /* store_pause_changes() */
	bool *paused; /* a link each: as we told it */
	int64_t started_mono_ms, stop_by_mono_ms;
};

/* Into the turn of the loop; arg: the wire. */
void wire_submit(void *arg, struct job *job);
/* -- wire_pause.c: links as the trade knows them --------------------------- */

/* As in struct handler_links; arg: the wire. */
bool wire_pause_link(void *arg, size_t i, struct handler_link *out);
size_t wire_pause_alarms(void *arg);
/* From now on links that are paused in the store do not send. */
void wire_pause_open(struct wire *w);
void wire_pause_close(struct wire *w);

/* The store's goods, as they are by now; arg: the wire. */
void wire_take_over_catalogue(void *arg);

/* Who may ask over TCP (before wire_api_open()); and, at the end of the start,
 * the code for the first user, if the console listens. */
void wire_auth_open(struct wire *w);
void wire_auth_begin(struct wire *w);
enum auth_answer wire_auth_who(
    void *wire, struct http_request *request, struct caller *out);

/* The API on the admin's socket; -1 with err when it cannot be had. */
int wire_api_open(struct wire *w, struct err *err);

/* The console and the API over TCP, if the configuration wants it (after
 * wire_api_open()); -1 with err. */
int wire_front_open(struct wire *w, struct err *err);
/* Takes over what can change: the certificate. */
void wire_front_reload(struct wire *w);

#endif
