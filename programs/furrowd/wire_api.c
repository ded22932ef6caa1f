/* What the admin API asks of the daemon, handed to who knows it. */
#include "programs/furrowd/wire_private.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/str.h"
#include "config.h"
#include "gateway/store/schema.h"
#include "gateway/store/store_order.h"
#include "handlers/alias.h"
#include "handlers/handlers.h"
#include "handlers/unknown.h"
#include "programs/furrowd/facts.h"
#include "programs/furrowd/goods.h"

#define READER_THREADS 2

_Static_assert(WIRE_LINKS_MAX <= API_LINKS_MAX, "no link is left out");

/* What is fed behind and beside the orders: nobody's text waits for it, so no
 * alarm goes out, but it is not well. */
static void
trouble_fact(
    struct api_status *out, const char *name, const char *what, const char *why)
{
	if (why == NULL || out->alarms_count == API_ALARMS_MAX)
		return;
	struct api_alarm *to = &out->alarms[out->alarms_count++];
	str_copy(to->name, sizeof(to->name), str_from(name));
	snprintf(to->text, sizeof(to->text), "%s: %s", what, why);
}

/* What each channel of dialogues knows of itself, and what the gateway does. */
static void
channel_facts(struct wire *w, struct api_status *out)
{
	for (size_t i = 0; i < API_CHANNELS_MAX; i++) {
		struct session_figures *figures = &out->channels[i];
		memset(figures, 0, sizeof(*figures));
		if (!wire_session_figures(w->channels, i, figures))
			return;
		const struct session_channel *channel =
		    &w->conf->session[i].channel;
		str_copy(figures->name, sizeof(figures->name),
		    str_from(channel->name));
		sessions_figures(w->sessions, channel, figures);
		out->channels_count = (int)i + 1;
	}
}

static void
on_status(void *arg, struct api_status *out)
{
	struct wire *w = arg;
	facts_status(out, w->turnloop, w->links.link, w->links_count);
	trouble_fact(out, "search", "the index of words is behind",
	    search_feed_trouble(w->search_feed));
	trouble_fact(out, "archive", "old months do not move",
	    archiver_trouble(w->archiver));
	trouble_fact(out, "audit", "the audit is not signed",
	    audit_signer_trouble(w->audit_signer));
	trouble_fact(
	    out, "retention", "old rows do not go", keeper_trouble(w->keeper));
	trouble_fact(out, "erase", "somebody is not erased from all files",
	    eraser_trouble(w->eraser));
	trouble_fact(out, "dlr", "delivery reports do not get through",
	    dlrs_trouble(w->dlrs));
	channel_facts(w, out);
	out->uptime_ms = clock_mono_ms(clock_system()) - w->started_mono_ms;
	str_copy(
	    out->store_path, sizeof(out->store_path), str_from(w->conf->store));
	out->schema = schema_newest();
}

static void
on_audit_accept(void *arg)
{
	struct wire *w = arg;
	audit_signer_accept(w->audit_signer);
}

static int64_t
octets_of(const char *path, const char *end)
{
	char name[PATH_MAX + 8];
	struct stat st;
	snprintf(name, sizeof(name), "%s%s", path, end);
	return stat(name, &st) == 0 ? (int64_t)st.st_size : 0;
}

static void
on_metrics(void *arg, struct metrics_facts *out)
{
	struct wire *w = arg;
	out->turns = turnloop_figures(w->turnloop);
	out->linkless = *turnloop_linkless(w->turnloop);
	out->orders_open = store_order_open_count(w->store);
	store_work(w->store, &out->statements, &out->rows);
	out->audit_rows = store_audit_added(w->store);
	out->store_octets = octets_of(w->conf->store, "");
	out->journal_octets = octets_of(w->conf->store, "-wal");
	while (out->backups < METRICS_BACKUPS_MOST &&
	       backups_figures(w->backups, (size_t)out->backups,
		   &out->backup[out->backups]))
		out->backups++;
	while (out->webhooks < WEBHOOKS_MOST &&
	       webhooks_figures(w->webhooks, (size_t)out->webhooks,
		   &out->webhook[out->webhooks]))
		out->webhooks++;
	dlrs_figures(w->dlrs, &out->dlr);
	out->search_behind = search_feed_trouble(w->search_feed) != NULL;
}

static bool
on_backup_figures(void *arg, size_t i, struct backup_figures *out)
{
	struct wire *w = arg;
	return backups_figures(w->backups, i, out);
}

static int
on_backup_now(void *arg, const char *title)
{
	struct wire *w = arg;
	return backups_now(w->backups, title);
}

static bool
on_webhook_figures(void *arg, size_t i, struct webhooks_figures *out)
{
	struct wire *w = arg;
	return webhooks_figures(w->webhooks, i, out);
}

static int
on_webhook_test(void *arg, const char *name, webhooks_test_fn *fn, void *fn_arg)
{
	struct wire *w = arg;
	return webhooks_test(w->webhooks, name, fn, fn_arg);
}

static int
on_webhook_resume(void *arg, const char *name, bool skip)
{
	struct wire *w = arg;
	return webhooks_resume(w->webhooks, name, skip);
}

static void
on_erase(void *arg)
{
	eraser_wake(((struct wire *)arg)->eraser);
}

static bool
on_link_step(void *arg, const char *name, size_t i, struct link_step *out)
{
	struct wire *w = arg;
	return facts_link_step(w->links.link, w->links_count, name, i, out);
}

static int
on_link_act(void *arg, const char *name, enum api_link_act act, struct err *err)
{
	struct wire *w = arg;
	return facts_link_act(w->links.link, w->links_count, name, act, err);
}

static int
on_ussd(void *arg, const struct api_ussd *ask, struct err *err)
{
	struct wire *w = arg;
	return facts_ussd(
	    w->enquiries, w->conf->script, w->conf->scripts, ask, err);
}

static void
on_route_explain(void *arg, const struct turn *turn,
    const struct outbox_question *asked, struct outbox_answer *out)
{
	struct wire *w = arg;
	turnloop_explain(w->turnloop, turn, asked, out);
}

static int
on_product_key(void *arg, struct str name, char *dst, size_t dst_octets)
{
	struct wire *w = arg;
	int product = catalogue_lookup(w->catalogue, name);
	if (product < 0)
		return product;
	str_copy(
	    dst, dst_octets, str_from(catalogue_key(w->catalogue, product)));
	return 0;
}

static bool
on_unit_key(void *arg, struct str written, char *dst, size_t dst_octets)
{
	struct wire *w = arg;
	const char *unit =
	    catalogue_unit_lookup(w->catalogue, w->lexicon, written);
	if (unit == NULL && written.octets >= dst_octets)
		return false;
	/* A pack that nobody knows stays as it was said. */
	str_copy(dst, dst_octets, unit != NULL ? str_from(unit) : written);
	return dst[0] != 0;
}

static int
on_catalogue_check(void *arg, struct str json, struct err *err)
{
	struct wire *w = arg;
	struct catalogue *checked = catalogue_load(json, w->lexicon, err);
	if (checked == NULL)
		return -1;
	catalogue_free(&checked);
	return 0;
}

static void
on_catalogue_import(void *arg, const struct turn *turn, struct str json)
{
	struct err err;
	(void)arg;
	if (goods_write(turn->store, json, &err) < 0)
		store_fail(turn->store, err.text);
}

static int
on_alias_teach(void *arg, const struct turn *turn, struct str name,
    struct str product, const char *actor, char *key, size_t key_octets,
    struct err *err)
{
	struct wire *w = arg;
	struct alias alias;
	int rc = alias_teach(&alias, w->trade, turn, name, product, actor, err);
	if (rc == 0)
		str_copy(key, key_octets, str_from(alias.product));
	return rc;
}

static bool
on_alias_fold(void *arg, struct str name, char *dst, size_t dst_octets)
{
	char folded[ALIAS_NAME_OCTETS];
	(void)arg;
	return alias_fold(folded, name) &&
	       str_copy(dst, dst_octets, str_from(folded)) == strlen(folded);
}

static bool
on_word_known(void *arg, struct str word, char *near, size_t near_octets)
{
	struct wire *w = arg;
	int product;
	bool known = unknown_is_known(w->trade, word, &product);
	const char *key = catalogue_key(w->catalogue, product);
	str_copy(near, near_octets, str_from(key));
	return known;
}

/* Whoever may text on a simulated phone may order as anybody: nobody is to run
 * a market like that without knowing. */
static int
open_handsets(struct wire *w, struct err *err)
{
	const struct conf *conf = w->conf;
	if (conf->admin.phones[0] == 0)
		return 0;
	w->handsets = handsets_new(w->loop, clock_system(), conf->admin.phones,
	    conf->admin.phones_people, err);
	if (w->handsets == NULL)
		return -1;
	log_event(LOG_WARN, "wire", "simulated_phones",
	    "why=\"a demo: whoever may act in the console texts as anybody\"");
	return 0;
}

int
wire_api_open(struct wire *w, struct err *err)
{
	if (open_handsets(w, err) < 0)
		return -1;
	struct api_config config = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .version = PACKAGE_VERSION,
	    .store_path = w->conf->store,
	    .reader = w->reader,
	    .written = w->store,
	    .readers = READER_THREADS,
	    .auth = w->auth,
	    .sendsms_per_minute = w->conf->admin.sendsms_per_minute,
	    .dlr_hosts = w->conf->admin.dlr_host,
	    .dlr_hosts_count = w->conf->admin.dlr_hosts,
	    .market = &w->conf->market,
	    .handlers = handlers_table(),
	    .trade = w->trade,
	    .arg = w,
	    .submit = wire_submit,
	    .audit_heads = w->conf->audit.heads,
	    .audit_accept = on_audit_accept,
	    .status = on_status,
	    .metrics = on_metrics,
	    .link_act = on_link_act,
	    .erase = on_erase,
	    .keep = w->conf->keep,
	    .link_step = on_link_step,
	    .backup_figures = on_backup_figures,
	    .backup_now = on_backup_now,
	    .webhook_figures = on_webhook_figures,
	    .webhook_test = on_webhook_test,
	    .webhook_resume = on_webhook_resume,
	    .ussd = on_ussd,
	    .sim = &w->sim,
	    .sessions = sessions_sink(w->sessions),
	    .handsets = w->handsets,
	    .route_explain = on_route_explain,
	    .product_key = on_product_key,
	    .unit_key = on_unit_key,
	    .text_parts = facts_text_parts,
	    .text_measure = facts_text_measure,
	    .catalogue_check = on_catalogue_check,
	    .catalogue_import = on_catalogue_import,
	    .catalogue_changed = wire_take_over_catalogue,
	    .alias_teach = on_alias_teach,
	    .alias_fold = on_alias_fold,
	    .word_known = on_word_known,
	};
	w->api = api_new(&config);
	w->http = http_server_new(w->loop, api_handle, w->api);
	return http_listen_unix(w->http, w->conf->admin.socket, err);
}
