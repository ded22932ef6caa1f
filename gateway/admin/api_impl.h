/* api_impl - what the files of the admin room share; for this room only.
 *
 * One file per resource: each exports the functions that the table of
 * api_route.c names.  Reads answer at once; writes go through api_write. */
#ifndef GATEWAY_ADMIN_API_IMPL_H
#define GATEWAY_ADMIN_API_IMPL_H

#include "base/json.h"
#include "gateway/store/search.h"
#include "gateway/store/store_message.h"

#include "gateway/admin/api.h"
#include "gateway/admin/caller.h"
#include "gateway/admin/sendsms_pace.h"

#define API_ACTOR_OCTETS 48

#define API_REPORTS_MAX 4 /* made at once */
#define API_EXPORTS_MAX 2 /* the same: whole lists as files */

struct api_backup;
struct api_export;
struct api_readers;
struct api_report;
struct events;

/* What is open, as it was counted last. */
struct api_queue_counted {
	bool known;
	int64_t mono_ms, oldest_due_ms;
	struct message_counts counts;
};

struct api {
	struct api_config config;
	struct api_backup *backup; /* the one that runs; NULL: none */
	struct api_report *reports[API_REPORTS_MAX]; /* as above */
	struct api_export *exports[API_EXPORTS_MAX]; /* as above */
	bool ending; /* there is no turn any more */
	struct api_readers *readers; /* NULL: the loop reads */
	struct events *events; /* NULL: nobody has listened yet */
	struct api_queue_counted counted; /* for /metrics */
	struct sendsms_pace pace;
};

/* One request, as a resource's function gets it. */
struct api_call {
	struct api *api;
	struct http_request *request;
	const char *name; /* the path's second part, "" if none */
	const char *act; /* its third part, "" if none */
	const struct caller *caller; /* lives for the call */
};

/* -- api_reader.c --------------------------------------------------------- */

/* Calls fn for that call in a thread, where call->api is a copy with a reading
 * connection of its own and the market as it is now.  fn reads that and answers
 * once before it returns: it calls nothing of the daemon's.  False: there are
 * no threads, or too much waits for them. */
bool api_reader_ask(
    const struct api_call *call, void (*fn)(const struct api_call *call));
void api_reader_begin(struct api *api);
void api_reader_end(struct api *api);

/* -- api_route.c ---------------------------------------------------------- */

/* A row of the table, for who checks the whole of it. */
struct api_route {
	enum http_method method;
	const char *resource;
	bool name;
	const char *acts; /* " a b "; NULL: none */
	enum caller_role role;
};
bool api_route_at(size_t i, struct api_route *out); /* false: behind the last */
/* Is that the first part of a path? */
bool api_route_is(struct str noun);

/* -- api_reply.c --------------------------------------------------------- */

void api_reply(struct http_request *request, int status, json_t *take);
void api_problem(struct http_request *request, int status, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

/* A page under construction. */
struct api_page {
	struct api *api;
	json_t *items;
	json_t *unread; /* of a log: why old months are missing; else NULL */
	int limit;
	int seen; /* rows that the store gave, skipped ones too */
	int64_t last_id;
};

/* False: a query parameter was wrong, and the request has been answered. */
bool api_query_int(const struct api_call *call, const char *key, int64_t *out);
bool api_query_time(const struct api_call *call, const char *key, int64_t *out);
/* `limit` and `after`. */
bool api_page_open(
    struct api_page *page, const struct api_call *call, int64_t *after_out);
/* Takes item; false when the page is full. */
bool api_page_add(struct api_page *page, int64_t id, json_t *take);
/* A row that is not shown, but where the next page begins. */
bool api_page_skip(struct api_page *page, int64_t id);
/* There is more behind `id`, although the page is not full. */
void api_page_more(struct api_page *page, int64_t id);
json_t *api_page_json(struct api_page *page); /* gives; ends the page */
void api_page_reply(struct api_page *page, const struct api_call *call);

/* The query's `phone` or `person` (an id) as rows: *phone_id_out 0 when not
 * asked, API_NO_PHONE for a person who has none.  False: the request was
 * answered (nobody of that number or id gives an empty page, what is no phone
 * number is 400). */
#define API_NO_PHONE (-1) /* the id of no row */
bool api_query_phone(
    const struct api_call *call, int64_t *phone_id_out, int64_t *person_id_out);
/* The same for what came and went: `phone` may be a short code or the name of
 * a sender, too. */
bool api_query_party(
    const struct api_call *call, int64_t *phone_id_out, int64_t *person_id_out);

/* -- api_order_list.c ----------------------------------------------------- */

struct order;
struct line;
/* A row of the list: the line with what it shares with its order; takes buyer
 * and seller. */
json_t *api_line_json(const struct api *api, const struct order *order,
    const struct line *line, json_t *buyer, json_t *seller);

/* -- api_log.c ------------------------------------------------------------ */

/* A row of a list of messages (the store's fn; arg: the page). */
bool api_message_row(void *page, const struct message *m);
json_t *api_message_json(const struct api *api, const struct message *m);
/* `state`; as the queries above. */
bool api_query_message_state(
    const struct api_call *call, enum message_state *out);

/* `area`, by its name. */
bool api_query_area(const struct api_call *call, int64_t *out);
/* The link or channel that `key` names, as its row. */
bool api_query_link(const struct api_call *call, const char *key, int64_t *out);

/* -- api_log_words.c ------------------------------------------------------ */

enum api_words {
	API_WORDS_ALL,
	API_WORDS_FULL, /* the page goes on from here later */
	API_WORDS_BROKEN, /* it cannot be read: nothing was added */
};
/* What of the filter the index of words can be asked. */
struct search_question api_log_question(const struct message_filter *f);
/* Messages after_id < id < before_id that fit, out of the index of words (it
 * must have all of them), in the order that `f` asks for. */
enum api_words api_log_words(struct store *reader,
    const struct message_filter *f, int64_t after_id, int64_t before_id,
    struct api_page *page);

/* -- api_broadcast.c ------------------------------------------------------ */

/* What runs or is paused, in short. */
json_t *api_broadcasts_unfinished(struct store *reader);

/* -- api_log_archive.c ---------------------------------------------------- */

/* Adds to the page what fits, out of a store whose newest message that is. */
typedef void api_log_list_fn(struct store *reader, struct message_filter f,
    struct api_page *page, int64_t newest);
/* The same for the files of old months, until the page is full; those that
 * cannot be read are told in page->unread. */
void api_log_archives(const struct api *api, const struct message_filter *f,
    struct api_page *page, api_log_list_fn *list);
/* The file that has a message which the store has no more; NULL: none, or, if
 * there is a why, it cannot be read.  Gives; store_close. */
struct store *api_log_archive_of(
    const struct api *api, int64_t message_id, char *why, size_t why_octets);

/* -- api_status.c ---------------------------------------------------------- */

/* Gives; free(). */
struct api_status *api_status_gather(const struct api *api);
/* What `status` answers; where the store lies is for whoever may all. */
json_t *api_status_json(const struct api *api, bool all);
/* Of that, "links" and "alarms"; asks the store for next to nothing. */
json_t *api_status_news_json(const struct api *api);

/* -- api_channel.c --------------------------------------------------------- */

json_t *api_channels_json(const struct api_status *status);
/* Adds those that are not up. */
void api_channels_alarms(const struct api_status *status, json_t *alarms);

/* -- api_json.c: values as JSON ------------------------------------------ */

json_t *api_time(int64_t wall_ms); /* null for 0 */
json_t *api_text(const char *text);
/* api_budget.c */
json_t *api_budget_json(
    const struct api_config *config, const struct api_link *link);
json_t *api_minor(const struct api *api, int64_t minor); /* null below 0 */
/* Beside the id of a person under id_key, that one's name under name_key, in
 * every object of the list: a read each, so only where a page needs it. */
void api_names(const struct api *api, json_t *list, const char *id_key,
    const char *name_key);
/* `names=1` of the query. */
bool api_query_names(const struct api_call *call);
json_t *api_phone_of(const struct api *api, int64_t person_id);
json_t *api_id(int64_t id); /* null for 0 */
/* Null when there is none. */
json_t *api_code_of(const struct api *api, int64_t order_id);

/* -- api_write.c: changes, as jobs of the turn ---------------------------- */

struct api_write {
	struct job job;
	struct api *api;
	struct http_request *request;
	char actor[API_ACTOR_OCTETS]; /* "admin:amina" */
	enum caller_role role; /* of who asks */
	bool stale; /* caller.stale */
	char name[64]; /* the path's second part */
	int act; /* the resource's own */
	json_t *body; /* the request's; NULL: it had none */

	/* Inside the transaction, perhaps more than once. Ends with an answer
	 * (status, reply) or a problem (status, problem). */
	void (*work)(struct api_write *write, const struct turn *turn);
	/* After the commit, for an answer that the store must be asked for
	 * (gives, or NULL after api_write_refuse); NULL: `reply` is it. */
	json_t *(*after)(struct api_write *write);
	/* After the commit, for an answer that comes later: takes the write,
	 * and ends it by api_write_end.  In place of `after`. */
	void (*later)(struct api_write *take);
	/* Answers with the problem in a form of its own; NULL: as RFC 9457. */
	void (*refused)(struct api_write *write);

	int status; /* 200 … */
	json_t *reply;
	char problem[ERR_TEXT_OCTETS];
	int64_t id; /* for `after` */
};

/* May who asks say who is an admin by text?  False: refused, to an operator,
 * for such a person stays one when the operator's account is gone, and to a
 * session that was left open (403 with "need":"password"). */
bool api_write_admin(struct api_write *write);

/* Makes one from the call, with its body if there is any; NULL: the body is
 * no JSON object, and the request has been answered. */
struct api_write *api_write_new(const struct api_call *call,
    void (*work)(struct api_write *, const struct turn *));
/* The same with a body of our own, which it takes. */
struct api_write *api_write_bare(const struct api_call *call,
    void (*work)(struct api_write *, const struct turn *), json_t *take);
void api_write_submit(struct api_write *take);
/* Answers with reply (taken), or with the problem. */
void api_write_end(struct api_write *take, json_t *reply);
/* The request has been answered by who calls. */
void api_write_free(struct api_write *take);
/* In work(): the end as a problem. */
void api_write_refuse(struct api_write *write, int status, const char *format,
    ...) __attribute__((format(printf, 3, 4)));
/* In work(): the row of the audit. */
void api_write_audit(struct api_write *write, const struct turn *turn,
    const char *action, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same for the path's second part: a number or "id:17".  False and a
 * refusal: nobody uses it.  *person_id_out is who was named by id; 0: none. */
bool api_write_named_phone(struct api_write *write, const struct turn *turn,
    char number[PARTY_OCTETS], int64_t *phone_id_out, int64_t *person_id_out);
/* Into dst: who that number (as written) is, for the audit, where no number
 * stands: "person 17", "phone 9" for nobody's, "nobody". */
#define API_WHO_OCTETS 32
const char *api_write_who(
    const struct turn *turn, const char *number, char dst[API_WHO_OCTETS]);
/* Who asks, for audit and history: "admin:amina". */
void api_actor(const struct api_call *call, char dst[API_ACTOR_OCTETS]);
/* How a text of ours shall leave; all 0: as any. */
struct api_message_wish {
	int64_t link_id; /* by that one only */
	int64_t after_ms,
	    within_ms; /* not before; not later than that behind */
};
/* In work(): queues the body's "text" to its "to", with a row of the audit;
 * write->id is the message.  False and a refusal otherwise (api_message.c). */
bool api_message_queue(struct api_write *write, const struct turn *turn,
    const struct api_message_wish *wish, char number[PARTY_OCTETS]);
/* Words of a text of ours: false and a refusal when they are none or too many
 * (api_message.c). */
bool api_write_sms(struct api_write *write, struct str text);
/* Body member `key` as E.164: a number as written, or a person, for who does
 * not see numbers: "id:17", or 17 under "KEY_person" (under "person" where key
 * is "phone" or "to").  False and a refusal otherwise; absent stays empty. */
bool api_write_phone(struct api_write *write, const struct turn *turn,
    const char *key, char dst[PARTY_OCTETS]);

/* -- the resources -------------------------------------------------------- */

void api_status_get(const struct api_call *call);
void api_figures_get(const struct api_call *call);
void api_events_get(const struct api_call *call);
void api_links_get(const struct api_call *call);
void api_link_get(const struct api_call *call);
void api_link_post(const struct api_call *call);
bool api_link_is(const struct api *api, const char *name);
void api_ussd_post(const struct api_call *call);
void api_routing_get(const struct api_call *call);
void api_routings_get(const struct api_call *call);
void api_routing_pin(const struct api_call *call);
void api_orders_get(const struct api_call *call);
void api_order_get(const struct api_call *call);
void api_order_post(const struct api_call *call);
void api_messages_get(const struct api_call *call);
void api_message_get(const struct api_call *call);
void api_message_raw(const struct api_call *call);
void api_measure_post(const struct api_call *call);
void api_message_post(const struct api_call *call);
void api_queue_get(const struct api_call *call);
void api_queue_post(const struct api_call *call);
void api_sessions_get(const struct api_call *call);
void api_session_get(const struct api_call *call);
void api_ussd_sim_post(const struct api_call *call);
void api_turns_get(const struct api_call *call);
void api_sales_get(const struct api_call *call);
void api_sale_get(const struct api_call *call);
void api_handsets_get(const struct api_call *call);
void api_handset_get(const struct api_call *call);
void api_handset_post(const struct api_call *call);
void api_handset_switch(const struct api_call *call);
void api_people_get(const struct api_call *call);
void api_areas_get(const struct api_call *call);
void api_offers_get(const struct api_call *call);
void api_pools_get(const struct api_call *call);
void api_households_get(const struct api_call *call);
void api_receipts_get(const struct api_call *call);
void api_shares_get(const struct api_call *call);
void api_catalogue_get(const struct api_call *call);
void api_audit_get(const struct api_call *call);
void api_audit_verify(const struct api_call *call);
void api_audit_accept(const struct api_call *call);
void api_reveal_post(const struct api_call *call);
void api_users_get(const struct api_call *call);
void api_user_get(const struct api_call *call);
void api_user_post(const struct api_call *call);
void api_user_act(const struct api_call *call);
void api_setup_code_post(const struct api_call *call);
void api_tokens_get(const struct api_call *call);
void api_token_post(const struct api_call *call);
void api_token_revoke(const struct api_call *call);
void api_privacy_post(const struct api_call *call);
void api_privacy_get(const struct api_call *call);
void api_erasures_get(const struct api_call *call);
void api_erasure_post(const struct api_call *call);
void api_retention_get(const struct api_call *call);
void api_backup_post(const struct api_call *call);
void api_backups_get(const struct api_call *call);
void api_backup_run(const struct api_call *call);
/* How each place for backups does, for the status. */
json_t *api_backups_short(const struct api_config *config);
/* Null: the store never was restored. */
json_t *api_restored_json(struct store *reader);
void api_webhooks_get(const struct api_call *call);
void api_webhook_post(const struct api_call *call);
void api_held_get(const struct api_call *call);
void api_held_post(const struct api_call *call);
void api_backup_end(struct api *api); /* waits for the one that runs */
void api_report_get(const struct api_call *call);
/* A list as a file: its function, and how that is called. */
struct api_export_wish {
	void (*fn)(const struct api_call *call);
	const char *resource;
	bool by_reader, csv;
};
void api_export(
    const struct api_call *call, const struct api_export_wish *wish);
void api_export_end(struct api *api); /* does not wait for them */
void api_report_end(struct api *api); /* does not wait for them */
void api_phone_post(const struct api_call *call);
void api_consents_get(const struct api_call *call);
void api_person_post(const struct api_call *call);
void api_offer_post(const struct api_call *call);
void api_area_post(const struct api_call *call);
void api_people_import(const struct api_call *call);
void api_offers_import(const struct api_call *call);
void api_areas_import(const struct api_call *call);
void api_catalogue_import(const struct api_call *call);
void api_aliases_get(const struct api_call *call);
void api_alias_post(const struct api_call *call);
void api_alias_remove(const struct api_call *call);
void api_words_get(const struct api_call *call);
void api_word_forget(const struct api_call *call);
void api_weights_get(const struct api_call *call);
void api_weight_post(const struct api_call *call);
void api_weight_member(const struct api_call *call);
void api_broadcasts_get(const struct api_call *call);
void api_broadcast_post(const struct api_call *call);
void api_broadcast_act(const struct api_call *call);
void api_campaigns_get(const struct api_call *call);
void api_campaign_post(const struct api_call *call);
void api_campaign_end(const struct api_call *call);

#endif
