/* api - /api/v1: how people and scripts see and steer the gateway.
 *
 * In: one HTTP request (base/http) on the control socket.  Out: JSON; errors
 * as problem details (RFC 9457, application/problem+json).
 *
 * Questions are answered from a read-only connection of the store in pages
 * (at most API_PAGE_ROWS rows; {"items":[…],"next":ID|null}, `after=ID` asks
 * for the next page; a page behind a filter may be short or empty and still
 * have a next one), so that no list holds up the turn.  Whatever changes
 * something is a job (gateway/core/job.h) that runs inside the turn's
 * transaction; the answer leaves after the commit: durable before
 * acknowledged.  Every change adds a row to the audit.
 *
 * Who may: whoever can open the socket (its file mode says who), with the name
 * in the header Furrow-Actor; over TCP whom auth.h lets in, by their role
 * (caller.h).  The name goes to the audit and into order histories as
 * "admin:NAME".  Loop rule: all calls in the loop's thread.
 *
 * A list's path with .csv or .json behind it is the whole list as a file, with
 * the same filters (docs/export.md).
 *
 * Endpoints (the order of api_route.c):
 *   GET  /healthz                          200 "ok"
 *   GET  /metrics                          Prometheus text (metrics.h)
 *   GET  /api/v1/status
 *   GET  /api/v1/events                    what happens, as it happens:
 *                                          text/event-stream (events.h)
 *   GET  /api/v1/orders                    since until state phone area
 *                                          after before limit
 *   GET  /api/v1/orders/CODE               a code (newest) or an order's id
 *   POST /api/v1/orders/CODE/ACT           accept decline cancel reassign
 *                                          done; {for,to,line,quantity}
 *   GET  /api/v1/messages                  since until phone link words state
 *                                          order area after before limit
 *   POST /api/v1/messages                  {to,text}
 *                                          (also "newest": go on behind it)
 *   GET  /api/v1/queue                     state after limit; newest first
 *   POST /api/v1/queue/ID/retry|drop
 *   GET  /api/v1/sessions                  dialogues, newest first: phone open
 *                                          channel since until after limit
 *   GET  /api/v1/sessions/ID               one, and "steps": its turns
 *   GET  /api/v1/turns                     their turns as rows of the log, as
 *                                          messages; phone link since until
 *                                          after before limit; a place is
 *                                          "MS.ID", and so are next and newest
 *   POST /api/v1/ussd-sim                  {phone,session,dialled} or {…,input}
 *                                          or {…,hangup:true}: one turn of a
 *                                          dialogue by hand; answers when the
 *                                          screen is there: {status,text,
 *                                          go_on,turn,session_id,code,septets,
 *                                          units}
 *   GET  /api/v1/phones                    in a demo only: the simulated
 *                                          handsets, and "texts" of all of
 *                                          them behind `after`, oldest first;
 *                                          "newest": the next `after`
 *   GET  /api/v1/phones/NAME               one (or by number), its texts
 *   POST /api/v1/phones/NAME               {text}: it texts the market; a
 *                                          number that is new is a new phone
 *   POST /api/v1/phones/NAME/off|on
 *   GET  /api/v1/people|offers             phone after limit; people also
 *                                          role, name (a part of it)
 *   GET  /api/v1/pools                     after limit
 *   GET  /api/v1/households                phone (the leader's) after limit
 *   GET  /api/v1/receipts                  phone (leader's or household's)
 *   GET  /api/v1/shares                    code (the newest order of it)
 *   POST /api/v1/people|offers|areas       one row as JSON
 *   POST /api/v1/people|offers|areas/import  text/csv, or a JSON array
 *   GET  /api/v1/areas
 *   GET  /api/v1/catalogue                 {"products":[…],"units":[…]}
 *   POST /api/v1/catalogue/import          a catalogue file
 *   GET  /api/v1/aliases                   the market's own names: all
 *   POST /api/v1/aliases                   {name,product}
 *   POST /api/v1/aliases/NAME/remove
 *   GET  /api/v1/words                     since lang after limit; those that
 *                                          nobody understood, most first
 *   POST /api/v1/words/WORD/forget
 *   GET  /api/v1/links
 *   GET  /api/v1/links/NAME                one link, and "steps": how it was
 *                                          set up (time, asked, times,
 *                                          answered, chosen, why)
 *   POST /api/v1/links/NAME/reset|drain|resume
 *   POST /api/v1/links/NAME/ussd           {steps} or {script}, {voucher};
 *                                          answers when the operator has
 *   GET  /api/v1/route                     phone class question=1: what would
 *                                          happen to a text, and why
 *   GET  /api/v1/routes                    those of the configuration
 *   POST /api/v1/people/PHONE/pin          {link}: that one first; "": as
 *                                          everybody
 *   POST /api/v1/privacy                   {person or phone, name}: what is
 *                                          stored of them: {person,tables};
 *                                          audited
 *   GET  /api/v1/privacy/TABLE             person after: the rows of one
 *   GET  /api/v1/erasures                  who is being erased, or was; of
 *                                          `person` or `phone`: and why they
 *                                          cannot be now (`blocked`)
 *   POST /api/v1/erasures                  {person or phone, name}
 *   GET  /api/v1/retention                 how long what is kept, and what
 *                                          went: kind keep_days gone last
 *                                          oldest
 *   POST /api/v1/reveal                    {person,why}: their number in
 *                                          full; audited
 *   GET  /api/v1/audit                     actor action since until order
 *                                          (newest) after limit
 *   GET  /api/v1/audit/verify              {whole,fault,row,text,rows,last_id,
 *                                          heads,set_aside,head:{id,time}}
 *   POST /api/v1/audit/accept              {reason}: the store is another than
 *                                          the signed heads say, and that is
 *                                          known (a backup was restored)
 *   GET  /api/v1/report/NAME               by since until area product after
 *                                          limit; sales income impact
 *                                          answers fairness feedback day (of
 *                                          `date`); the answer has since and
 *                                          until too
 *   GET  /api/v1/users, users/NAME         who may use the console
 *   POST /api/v1/users                     {name,role,password}
 *   POST /api/v1/users/NAME/ACT            role {role}, password {password},
 *                                          disable enable totp-off logout
 *                                          remove; their sessions end
 *   POST /api/v1/setup-code                a new code for the first user, while
 *                                          there is none
 *   GET  /api/v1/tokens                    after limit; newest first
 *   POST /api/v1/tokens                    {name,role,scope,days}; the answer
 *                                          has the `token`, this once
 *   POST /api/v1/tokens/ID/revoke
 *   POST /api/v1/backup                    {file}: an absolute path
 *   GET  /api/v1/backups                   where they go, and how that went
 *   POST /api/v1/backups/NAME/run          one more, at once
 *   GET  /api/v1/webhooks                  who is told, and how that goes
 *   POST /api/v1/webhooks/NAME/ACT         test: one event now, {status,why};
 *                                          resume; skip: the one it is at
 *   GET  /api/v1/held                      texts of a restored store that
 *                                          wait for a word; after limit
 *   POST /api/v1/held/ID|all/release|drop  "all" in several calls: {done,left}
 * Rows name people by id beside their number: `person`, `buyer_person`,
 * `seller_person` …; wherever a list takes `phone`, it takes `person=ID` too,
 * and a body's number may be "id:17", or 17 under `person` (`for_person` …):
 * who sees numbers masked (mask.h) can still do everything. Times in queries:
 * RFC 3339, a date, or UTC milliseconds. */
#ifndef GATEWAY_ADMIN_API_H
#define GATEWAY_ADMIN_API_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/http.h"
#include "base/str.h"
#include "gateway/admin/caller.h"
#include "gateway/admin/metrics.h"
#include "gateway/admin/webhooks.h"
#include "gateway/core/handler.h"
#include "gateway/core/job.h"
#include "gateway/core/link.h"
#include "gateway/core/market.h"
#include "gateway/core/session.h"
#include "gateway/core/session_figures.h"
#include "gateway/queue/backups.h"
#include "gateway/queue/enquiry.h"
#include "gateway/queue/outbox_explain.h"
#include "gateway/store/store.h"
#include "gateway/store/store_keep.h"

#define API_PAGE_ROWS 500
#define API_LINKS_MAX 256
#define API_ALARMS_MAX 256
#define API_CHANNELS_MAX 32

struct auth;

struct api_link {
	char name[LINK_NAME_OCTETS];
	const char *kind; /* "modem", "loop" … */
	enum link_state state;
	bool two_way, draining;
	char number[PARTY_OCTETS];
	int64_t id; /* the store's row */
	int64_t texts_per_day; /* 0: no limit */
	struct link_budget budget;
	struct link_credit credit;
	struct link_counts counts;
	int64_t since_ms; /* in this state for so long; -1: unknown */
	struct link_description description;
};

struct api_alarm {
	char name[32]; /* its kind, and which one: "link a", "disk" */
	char text[160]; /* for a person, with the link's or file's name */
};

/* Facts that only the daemon knows; filled by the status callback.  Counts of
 * messages are not here: api asks the store.  A link or channel that is not up
 * is told as an alarm by api itself, unless an alarm's text names the link
 * already. */
struct api_status {
	int64_t uptime_ms;
	bool clock_sure;
	char store_path[256];
	int schema; /* number of the newest migration */
	struct api_link links[API_LINKS_MAX];
	int links_count;
	/* Where dialogues come in. */
	struct session_figures channels[API_CHANNELS_MAX];
	int channels_count;
	struct api_alarm alarms[API_ALARMS_MAX];
	int alarms_count; /* 0: all is well */
};

enum api_link_act { API_LINK_RESET, API_LINK_DRAIN, API_LINK_RESUME };

/* A dialogue with a SIM's operator; all borrowed for the call. */
struct api_ussd {
	const char *link;
	const char *steps[LINK_USSD_STEPS]; /* or of the script */
	size_t count;
	const char *script; /* one of the configuration's; "": none */
	const char *voucher; /* for {voucher} in the steps; "": none */
	enquiry_done_fn done;
	void *done_arg;
};

/* What a text takes to be sent (3GPP TS 23.038, 23.040). */
struct api_measure {
	int parts; /* at least 1 */
	bool wide; /* UCS2: 70 to a part in place of 160 */
	int units; /* of the whole text: septets, or 16 bit units */
	int left; /* units that still fit into these parts */
	bool fits; /* it may be sent */
};

/* Everything is borrowed and must outlive the api. */
struct api_config {
	struct loop *loop;
	const struct clock_source *clock;
	const char *version;
	const char *store_path; /* for backups */
	struct store *reader; /* from store_open_reader */
	/* Who hashes the passwords of users; NULL: there can be none. */
	struct auth *auth;
	/* The turn's own store, of which GET events is told what it writes;
	 * NULL: only what `status` says. */
	struct store *written;
	/* Threads, each with a reading connection of its own, that answer
	 * what reads the store and nothing else; 0: the loop does. */
	int readers;
	int64_t sendsms_per_minute; /* texts a token; 0: no limit */
	const struct dlr_host *dlr_hosts; /* whom dlr-url may name */
	size_t dlr_hosts_count;
	const struct market *market; /* contents may change between turns */
	const struct handler_table *handlers;
	void *trade;

	void *arg; /* of everything below */

	/* Hands a job to the turn; see gateway/core/job.h. */
	void (*submit)(void *arg, struct job *job);

	/* The file of the audit's signed heads, its public key beside it;
	 * NULL: nothing is signed.  And after the commit of that row of the
	 * audit: sign from here on. */
	const char *audit_heads;
	void (*audit_accept)(void *arg);

	/* *out comes zeroed. */
	void (*status)(void *arg, struct api_status *out);
	/* What /metrics has besides; *out comes zeroed.  NULL: nothing. */
	void (*metrics)(void *arg, struct metrics_facts *out);

	/* 0; -1: no link of that name; -2: it refused, err says why. */
	int (*link_act)(void *arg, const char *name, enum api_link_act act,
	    struct err *err);

	/* After the commit: somebody is to be erased.  NULL: not here. */
	void (*erase)(void *arg);
	/* How long these are kept; 0: for ever. */
	struct keep_rules keep; /* for the report */

	/* Step i of how that link was set up; false behind the last.  NULL:
	 * nothing is known. */
	bool (*link_step)(
	    void *arg, const char *name, size_t i, struct link_step *out);
	/* What is known of the i-th place for backups; false behind the last.
	 * NULL: there are none. */
	bool (*backup_figures)(void *arg, size_t i, struct backup_figures *out);
	/* Makes one there soon.  0; -1: no such place; -2: one runs. */
	int (*backup_now)(void *arg, const char *title);

	/* The i-th hook; false behind the last.  NULL: there are none.  And
	 * what webhooks.h says of a trial and of going on. */
	bool (*webhook_figures)(
	    void *arg, size_t i, struct webhooks_figures *out);
	int (*webhook_test)(
	    void *arg, const char *name, webhooks_test_fn *fn, void *fn_arg);
	int (*webhook_resume)(void *arg, const char *name, bool skip);

	/* In a turn: what would happen to a text.  NULL: not here. */
	void (*route_explain)(void *arg, const struct turn *turn,
	    const struct outbox_question *asked, struct outbox_answer *out);
	/* 0: done() follows; negative with err: it does not.  NULL: nobody
	 * can be asked. */
	int (*ussd)(void *arg, const struct api_ussd *ask, struct err *err);

	/* The channel of the command line's own dialogues, and whoever keeps
	 * dialogues.  NULL: nobody does. */
	const struct session_channel *sim;
	const struct session_sink *sessions;

	/* The phones of a simulated network.  NULL: this is no demo. */
	struct handsets *handsets;

	/* A product's key by key or any of its names; 0, -1 unknown, -2 two
	 * products bear that name. */
	int (*product_key)(
	    void *arg, struct str name, char *dst, size_t dst_octets);

	/* The canonical form of a unit as written ("Kilos" -> "kg"); false:
	 * not a known unit.  NULL: units are taken as written. */
	bool (*unit_key)(
	    void *arg, struct str written, char *dst, size_t dst_octets);

	/* SMS parts that this text takes; 0: cannot be sent (too long).  NULL:
	 * only a rough limit is applied. */
	int (*text_parts)(void *arg, struct str text);
	/* The same in full, for whoever writes one.  NULL: not here. */
	void (*text_measure)(
	    void *arg, struct str text, struct api_measure *out);

	/* Is this a good catalogue file?  Pure; called with one product at a
	 * time, so that every bad one can be named.  0, or negative with err.
	 * NULL: the catalogue cannot be imported. */
	int (*catalogue_check)(void *arg, struct str json, struct err *err);
	/* Inside the turn: writes the products (checked before) over the old
	 * ones of the same keys; others stay. */
	void (*catalogue_import)(
	    void *arg, const struct turn *turn, struct str json);
	/* After the commit: load it anew. */
	void (*catalogue_changed)(void *arg);

	/* Inside the turn: one more name for a product, which it writes.  0
	 * with the product's key, or negative with err.  NULL: not here. */
	int (*alias_teach)(void *arg, const struct turn *turn, struct str name,
	    struct str product, const char *actor, char *key, size_t key_octets,
	    struct err *err);
	/* How the store spells a word; false: it is none. */
	bool (*alias_fold)(
	    void *arg, struct str name, char *dst, size_t dst_octets);

	/* Does the reader of texts know that word by now?  If not, near[0] is 0
	 * or it is the key of the product next by spelling.  NULL: nothing is
	 * known. */
	bool (*word_known)(
	    void *arg, struct str word, char *near, size_t near_octets);
};

struct api;

struct api *api_new(const struct api_config *config); /* gives; api_free */
/* A backup that runs is left to itself.  The turn must have ended every job
 * that it was given (done() called), and the http server must be gone. */
void api_free(struct api **api);

/* The http_handler_fn of the control socket: http_server_new(loop, api_handle,
 * api). */
void api_handle(void *api, struct http_request *request);
/* /metrics (metrics.h) for somebody who has been let in. */
void api_metrics(void *api, struct http_request *request);
/* /cgi-bin/sendsms (api_sendsms.c); caller NULL: he says himself who he is. */
void api_sendsms(
    struct api *api, struct http_request *request, const struct caller *caller);
/* A request below /api/v1/ of somebody who has been let in. */
void api_ask(
    struct api *api, struct http_request *request, const struct caller *caller);

#endif
