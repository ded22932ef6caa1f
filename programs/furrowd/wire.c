#include "programs/furrowd/wire.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"
#include "config.h"
#include "gateway/admin/auth_text.h"
#include "gateway/queue/timekeeper.h"
#include "gateway/store/store_alias.h"
#include "handlers/handlers.h"
#include "programs/furrowd/goods.h"
#include "programs/furrowd/wire_menu.h"
#include "programs/furrowd/wire_private.h"
#include "programs/furrowd/wire_sim.h"

#define STOP_LOOK_MS 10
#define STOP_MARGIN_MS 500

/* -- words and goods ------------------------------------------------------- */

static int
load_words(struct wire *w, const char *data, struct err *err)
{
	char path[PATH_MAX];
	snprintf(path, sizeof(path), "%s/lexicon", data);
	w->lexicon = lexicon_load_dir(path, err);
	return w->lexicon == NULL ? -1 : 0;
}

static uint64_t
random_number(void *arg)
{
	uint64_t number = 0;
	(void)arg;
	PANIC_UNLESS(
	    getrandom(&number, sizeof(number), 0) == (ssize_t)sizeof(number));
	return number;
}

void
wire_take_over_catalogue(void *arg)
{
	struct wire *w = arg;
	struct err err;
	char why[ERR_TEXT_OCTETS * 2];
	struct catalogue *next = goods_load(w->store, w->lexicon, &err);
	if (next == NULL) {
		log_event(LOG_ERROR, "wire", "catalogue_refused", "why=%s",
		    log_quote(why, sizeof(why), err.text));
		return;
	}
	trade_reload_catalogue(w->trade, next, store_alias_version(w->store));
	catalogue_free(&w->catalogue);
	w->catalogue = next;
	log_event(
	    LOG_INFO, "wire", "catalogue", "products=%d", catalogue_size(next));
}

static int
open_trade(struct wire *w, const char *data, struct err *err)
{
	char path[PATH_MAX], menu[PATH_MAX];
	snprintf(path, sizeof(path), "%s/phrases", data);
	wire_menu_path(menu, w->conf, data);
	struct trade_config config = {
	    .catalogue = w->catalogue,
	    .lexicon = w->lexicon,
	    .phrases_dir = path,
	    .language = w->conf->market.language,
	    .random = random_number,
	    .names_changed = wire_take_over_catalogue,
	    .names_arg = w,
	    .links = {wire_pause_link, wire_pause_alarms, w},
	    .code = auth_text_code,
	    .menu_path = menu,
	};
	w->trade = trade_new(&config, err);
	if (w->trade == NULL)
		return -1;
	wire_menu_tell(trade_menu(w->trade));
	trade_reload_catalogue(
	    w->trade, w->catalogue, store_alias_version(w->store));
	return 0;
}

static int
open_store(struct wire *w, struct err *err)
{
	w->store = store_open(w->conf->store, err);
	if (w->store == NULL)
		return -1;
	if (w->conf->catalogue[0] != 0 &&
	    goods_import_file(w->store, w->conf->catalogue, w->lexicon, err) <
		0)
		return -1;
	w->catalogue = goods_load(w->store, w->lexicon, err);
	if (w->catalogue == NULL)
		return -1;
	if (!webhooks_prepare(
		w->store, w->conf->webhooks.hook, w->conf->webhooks.count) ||
	    !dlrs_prepare(w->store, w->conf->admin.dlr_hosts)) {
		store_failed(w->store, err);
		return -1;
	}
	w->reader = store_open_reader(w->conf->store, err);
	return w->reader == NULL ? -1 : 0;
}

/* -- links and turn -------------------------------------------------------- */

void
wire_submit(void *arg, struct job *job)
{
	struct wire *w = arg;
	turnloop_submit(w->turnloop, job);
}

static void
open_turn(struct wire *w)
{
	w->enquiries = enquiries_new(w->store, w->links.link, w->links_count);
	w->credit =
	    credit_new(w->loop, w->enquiries, w->links.link, w->links_count);
	wire_links_credit(w->credit, w->conf);
	struct turnloop_config config = {
	    .loop = w->loop,
	    .store = w->store,
	    .clock = clock_system(),
	    .market = &w->conf->market,
	    .handlers = handlers_table(),
	    .trade = w->trade,
	    .links = w->links.link,
	    .links_count = w->links_count,
	    .machine_vouches = timekeeper_ask_machine(),
	    .enquiries = w->enquiries,
	    .credit = w->credit,
	};
	w->turnloop = turnloop_new(&config);
	struct sessions_config sessions = {
	    .linger_ms = SESSIONS_LINGER_MS,
	    .kept_ms = w->conf->keep.sessions_ms,
	    .loop = w->loop,
	    .clock = clock_system(),
	    .store = w->store,
	    .market = &w->conf->market,
	    .handlers = handlers_table(),
	    .trade = w->trade,
	    .random = random_number,
	    .submit = wire_submit,
	    .arg = w,
	};
	w->sessions = sessions_new(&sessions);
}

/* -- what goes on behind the turn ------------------------------------------ */

static bool
on_clock_sure(void *arg)
{
	struct wire *w = arg;
	return turnloop_clock_sure(w->turnloop);
}

static void
on_backups_said(void *arg, const char *failed, const char *old)
{
	struct wire *w = arg;
	turnloop_said(w->turnloop, ALARM_BACKUP_FAILED, failed);
	turnloop_said(w->turnloop, ALARM_BACKUP_OLD, old);
}

static void
open_backups(struct wire *w)
{
	const struct backups_config backups = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .market = &w->conf->market,
	    .reader = w->reader,
	    .store_path = w->conf->store,
	    .conf_path = w->conf->path,
	    .version = PACKAGE_VERSION,
	    .places = w->conf->backup,
	    .count = w->conf->backups,
	    .arg = w,
	    .submit = wire_submit,
	    .clock_sure = on_clock_sure,
	    .said = on_backups_said,
	};
	w->backups = backups_new(&backups);
}

static void
open_eraser(struct wire *w)
{
	struct eraser_config eraser = {
	    .loop = w->loop,
	    .store = w->store,
	    .store_path = w->conf->store,
	    .search = w->search_feed,
	    .arg = w,
	    .submit = wire_submit,
	};
	w->eraser = eraser_new(&eraser);
	struct keeper_config keeper = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .store_path = w->conf->store,
	    .search = w->search_feed,
	    .rules = w->conf->keep,
	    .arg = w,
	    .submit = wire_submit,
	};
	w->keeper = keeper_new(&keeper);
}

static void
on_webhooks_said(void *arg, const char *failing, const char *behind)
{
	struct wire *w = arg;
	turnloop_said(w->turnloop, ALARM_WEBHOOK, failing);
	turnloop_said(w->turnloop, ALARM_WEBHOOK_BEHIND, behind);
}

static int
open_webhooks(struct wire *w, struct err *err)
{
	const struct webhooks_config webhooks = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .store = w->store,
	    .reader = w->reader,
	    .api = w->api,
	    .hooks = w->conf->webhooks.hook,
	    .count = w->conf->webhooks.count,
	    .arg = w,
	    .submit = wire_submit,
	    .clock_sure = on_clock_sure,
	    .said = on_webhooks_said,
	};
	if (webhooks.count == 0)
		return 0;
	w->webhooks = webhooks_new(&webhooks, err);
	return w->webhooks != NULL ? 0 : -1;
}

static int
open_dlrs(struct wire *w, struct err *err)
{
	const struct dlrs_config dlrs = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .store = w->store,
	    .reader = w->reader,
	    .hosts = w->conf->admin.dlr_host,
	    .hosts_count = w->conf->admin.dlr_hosts,
	    .ca = w->conf->admin.dlr_ca,
	    .arg = w,
	    .submit = wire_submit,
	    .clock_sure = on_clock_sure,
	};
	if (dlrs.hosts_count == 0)
		return 0;
	w->dlrs = dlrs_new(&dlrs, err);
	return w->dlrs != NULL ? 0 : -1;
}

static void
open_behind(struct wire *w)
{
	struct archiver_config archiver = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .market = &w->conf->market,
	    .store_path = w->conf->store,
	    .after_ms = w->conf->archive_after_ms,
	    .arg = w,
	    .submit = wire_submit,
	    .clock_sure = on_clock_sure,
	};
	w->search_feed = search_feed_new(w->loop, w->conf->store);
	w->archiver = archiver_new(&archiver);
	struct audit_signer_config signer = {
	    .loop = w->loop,
	    .clock = clock_system(),
	    .store = w->store,
	    .store_path = w->conf->store,
	    .key_path = w->conf->audit.key,
	    .heads_path = w->conf->audit.heads,
	    .every_ms = w->conf->audit.every_ms,
	    .after_ms = w->conf->audit.after_ms,
	};
	w->audit_signer = audit_signer_new(&signer);
	open_backups(w);
	open_eraser(w);
	wire_pause_open(w);
}

/* -- life ------------------------------------------------------------------ */

static int
build(struct wire *w, const char *data, struct err *err)
{
	if (load_words(w, data, err) < 0 || open_store(w, err) < 0 ||
	    open_trade(w, data, err) < 0)
		return -1;
	w->links_count = wire_links_count(w->conf);
	/* The turn looks at the links, the links report to the turn: links
	 * are put into the array that the turn has before any of them runs. */
	open_turn(w);
	wire_links_open(
	    &w->links, w->loop, w->store, w->conf, turnloop_sink(w->turnloop));
	if (wire_links_open_http(&w->links, w->loop, w->store, w->conf,
		turnloop_sink(w->turnloop), err) < 0)
		return -1;
	w->channels = wire_session_open(w->loop, w->store, w->conf,
	    sessions_sink(w->sessions), &w->links, err);
	if (w->channels == NULL)
		return -1;
	wire_sim_open(&w->sim, w->store, w->conf);
	if (wire_routes_open(
		&w->routes, w->store, &w->conf->routes, &w->links, err) < 0)
		return -1;
	wire_auth_open(w);
	if (wire_api_open(w, err) < 0 || open_webhooks(w, err) < 0 ||
	    open_dlrs(w, err) < 0)
		return -1;
	return wire_front_open(w, err);
}

static void
on_stop_look(void *arg)
{
	struct wire *w = arg;
	bool quiet = turnloop_idle(w->turnloop);
	for (size_t i = 0; i < w->links_count; i++)
		quiet = quiet && w->links.link[i]->state == LINK_DOWN;
	if (quiet || clock_mono_ms(clock_system()) > w->stop_by_mono_ms)
		loop_stop(w->loop);
	else
		timer_arm(w->stop_timer, STOP_LOOK_MS);
}

struct wire *
wire_new(
    struct loop *loop, struct conf *conf, const char *data, struct err *err)
{
	struct wire *w = xcalloc(1, sizeof(*w));
	w->conf = conf;
	w->data = data;
	w->loop = loop;
	w->started_mono_ms = clock_mono_ms(clock_system());
	if (build(w, data, err) < 0) {
		wire_free(&w);
		return NULL;
	}
	w->stop_timer = timer_new(loop, on_stop_look, w);
	open_behind(w);
	/* Words and goods were built through tables that are gone. */
	malloc_trim(0);
	for (size_t i = 0; i < w->links_count; i++)
		w->links.link[i]->ops->start(w->links.link[i]);
	wire_auth_begin(w);
	return w;
}

void
wire_stop(struct wire *w, int64_t grace_ms)
{
	w->stop_by_mono_ms =
	    clock_mono_ms(clock_system()) + grace_ms + STOP_MARGIN_MS;
	wire_session_stop(w->channels);
	for (size_t i = 0; i < w->links_count; i++)
		w->links.link[i]->ops->stop(w->links.link[i], grace_ms);
	timer_arm(w->stop_timer, STOP_LOOK_MS);
}

void
wire_free(struct wire **wire)
{
	struct wire *w = *wire;
	if (w == NULL)
		return;
	credit_free(&w->credit);
	sessions_free(&w->sessions); /* who waits is told */
	wire_session_free(&w->channels);
	enquiries_free(&w->enquiries);
	front_free(&w->front);
	http_server_free(&w->http);
	auth_stop(w->auth);
	wire_links_free(&w->links);
	turnloop_free(&w->turnloop);
	eraser_free(&w->eraser);
	keeper_free(&w->keeper);
	search_feed_free(&w->search_feed);
	archiver_free(&w->archiver);
	audit_signer_free(&w->audit_signer);
	backups_free(&w->backups);
	handsets_free(&w->handsets); /* who waits is told */
	webhooks_free(&w->webhooks); /* the same */
	dlrs_free(&w->dlrs);
	api_free(&w->api);
	auth_free(&w->auth);
	timer_free(&w->stop_timer);
	wire_pause_close(w);
	trade_free(&w->trade);
	catalogue_free(&w->catalogue);
	lexicon_free(&w->lexicon);
	store_close(&w->reader);
	store_close(&w->store);
	wire_routes_free(&w->routes);
	free(w);
	*wire = NULL;
}

void
wire_reload(struct wire *w, const struct conf *next)
{
	struct err err;
	char why[ERR_TEXT_OCTETS * 2];
	char fixed[CONF_RESTART_OCTETS];
	if (conf_needs_restart(fixed, w->conf, next))
		log_event(LOG_WARN, "wire", "needs_restart", "what=%s",
		    log_quote(why, sizeof(why), fixed));
	wire_front_reload(w);
	wire_menu_reload(w->trade, next, w->data);
	/* The zone, the country and the currency stay: rows depend on them. */
	struct market market = next->market;
	memcpy(market.country, w->conf->market.country, sizeof(market.country));
	memcpy(
	    market.currency, w->conf->market.currency, sizeof(market.currency));
	memcpy(
	    market.timezone, w->conf->market.timezone, sizeof(market.timezone));
	market.currency_places = w->conf->market.currency_places;
	w->conf->market = market;
	memcpy(w->conf->script, next->script, sizeof(w->conf->script));
	w->conf->scripts = next->scripts;
	wire_links_reload(&w->links, w->credit, next);
	if (wire_routes_reload(
		&w->routes, w->turnloop, &next->routes, &w->links, &err) < 0)
		log_event(LOG_ERROR, "wire", "routes_refused", "why=%s",
		    log_quote(why, sizeof(why), err.text));
	if (next->catalogue[0] != 0 && turnloop_idle(w->turnloop) &&
	    goods_import_file(w->store, next->catalogue, w->lexicon, &err) < 0)
		log_event(LOG_ERROR, "wire", "catalogue_refused", "why=%s",
		    log_quote(why, sizeof(why), err.text));
	else
		wire_take_over_catalogue(w);
	log_event(LOG_INFO, "wire", "reloaded", "ok=1");
}

int
wire_test(const struct conf *conf, const char *data, struct err *err)
{
	struct wire w = {.conf = NULL};
	int rc = load_words(&w, data, err);
	if (rc == 0 && conf->catalogue[0] != 0)
		rc = goods_check_file(conf->catalogue, w.lexicon, err);
	if (rc == 0)
		rc = wire_menu_test(conf, data, err);
	lexicon_free(&w.lexicon);
	return rc;
}
