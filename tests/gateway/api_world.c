#include "tests/gateway/api_world.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/json.h"
#include "base/panic.h"

#include "gateway/store/store_alias.h"
#include "gateway/store/store_catalogue.h"
#include "gateway/store/store_ledger.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_unknown.h"

/* -- the turn
 * ------------------------------------------------------------------- */

static void
committed(void *arg, bool ok)
{
	struct job *job = arg;

	job->done(job, ok);
}

static bool
is_poisoned(struct world *w)
{
	int64_t phone_id, person_id;

	return w->refuse_jobs ||
	       (w->poison[0] != '\0' && store_phone_find(w->store, w->poison,
					    &phone_id, &person_id));
}

static void
run_job(struct world *w, struct job *job)
{
	struct turn turn = {.store = w->store,
	    .market = &w->market,
	    .now_ms = w->clock.wall_ms,
	    .clock_sure = true};

	store_begin(w->store);
	job->run(job, &turn);
	if (is_poisoned(w))
		store_fail(w->store, "poison");
	/* As a replay does: the same job runs twice. */
	if (store_failed(w->store, NULL) != 0) {
		store_rollback(w->store);
		job->done(job, false);
		return;
	}
	store_rollback(w->store);
	store_begin(w->store);
	job->run(job, &turn);
	store_commit(w->store, committed, job);
}

void
world_turn(struct world *w)
{
	struct job *job = w->first;

	w->first = w->last = NULL;
	while (job != NULL) {
		struct job *next = job->next;

		job->next = NULL;
		run_job(w, job);
		job = next;
	}
}

static void
turn_later(void *arg)
{
	world_turn(arg);
}

/* One hook, which takes all. */
static int
webhook_test(void *arg, const char *name, webhooks_test_fn *fn, void *fn_arg)
{
	(void)arg;
	if (strcmp(name, "shop") != 0)
		return -1;
	fn(fn_arg, 204, "");
	return 0;
}

static int
webhook_resume(void *arg, const char *name, bool skip)
{
	(void)arg;
	(void)skip;
	return strcmp(name, "shop") == 0 ? 0 : -1;
}

static void
submit(void *arg, struct job *job)
{
	struct world *w = arg;

	job->next = NULL;
	if (w->last != NULL)
		w->last->next = job;
	else
		w->first = job;
	w->last = job;
	loop_later(w->loop, turn_later, w);
}

/* -- the daemon's callbacks
 * --------------------------------------------------------- */

static void
status(void *arg, struct api_status *out)
{
	const struct world *w = arg;

	*out = w->status;
}

static void
audit_accept(void *arg)
{
	struct world *w = arg;

	w->accepted++;
}

static bool
link_step(void *arg, const char *name, size_t i, struct link_step *out)
{
	static const struct link_step steps[] = {
	    {WORLD_START_MS, 1, "AT+CGMI", "huawei | OK", "", ""},
	    {WORLD_START_MS, 1, "", "", "row huawei", "from field reports"},
	    {WORLD_START_MS + 1000, 2, "AT+CNMI=1,1,0,1,0", "OK",
		"news 1,1,0,1,0", "first of the ladder that it took"},
	};
	(void)arg;
	if (strcmp(name, "a") != 0 || i >= sizeof(steps) / sizeof(steps[0]))
		return false;
	*out = steps[i];
	return true;
}

static int
link_act(void *arg, const char *name, enum api_link_act act, struct err *err)
{
	struct world *w = arg;

	w->link_act = act;
	w->link_acts++;
	if (strcmp(name, "stubborn") == 0)
		return err_set(err, -2, 0, "it does not want to");
	return strcmp(name, "a") == 0 ? 0 : -1;
}

static void
ussd_end(void *arg)
{
	struct world *w = arg;
	struct enquiry_answer answer = {
	    .texts = {"menu", w->ussd_steps}, .count = 2, .steps = 2};

	if (strstr(w->ussd_steps, "*1#") != NULL) {
		answer.how = LINK_USSD_SILENT;
		answer.count = 0;
		answer.why = "the network did not answer";
	} else if (strstr(w->ussd_steps, "*2#") != NULL) {
		answer.steps = 3;
		answer.doubtful = true;
		answer.why = "the network ended the session before all steps";
	}
	w->ussd_done(w->ussd_arg, &answer);
}

static int
ussd(void *arg, const struct api_ussd *ask, struct err *err)
{
	struct world *w = arg;
	struct buf out = buf_over(w->ussd_steps, sizeof(w->ussd_steps));

	for (size_t i = 0; i < ask->count; i++)
		buf_add_format(&out, "%s ", ask->steps[i]);
	buf_add_format(&out, "(%s,%s)", ask->script, ask->voucher);
	if (ask->count > 0 && strcmp(ask->steps[0], "*0#") == 0)
		return err_set(err, ENQUIRY_BUSY, 0, "it is being asked");
	w->ussd_done = ask->done;
	w->ussd_arg = ask->done_arg;
	loop_later(w->loop, ussd_end, w);
	return 0;
}

static int
product_key(void *arg, struct str name, char *dst, size_t dst_octets)
{
	(void)arg;
	if (str_is(name, "both"))
		return -2;
	if (!str_equal_nocase(name, STR("maize")) &&
	    !str_equal_nocase(name, STR("mahindi")))
		return -1;
	str_copy(dst, dst_octets, STR("maize"));
	return 0;
}

static bool
unit_key(void *arg, struct str written, char *dst, size_t dst_octets)
{
	(void)arg;
	if (!str_is(written, "kg") && !str_is(written, "kilo") &&
	    !str_is(written, "gunia"))
		return false;
	str_copy(dst, dst_octets,
	    str_is(written, "gunia") ? STR("gunia") : STR("kg"));
	return true;
}

static int
text_parts(void *arg, struct str text)
{
	(void)arg;
	return text.octets > 1530 ? 0 : 1 + (int)(text.octets / 161);
}

static void
text_measure(void *arg, struct str text, struct api_measure *out)
{
	(void)arg;
	out->parts = 1;
	out->units = (int)text.octets;
	out->left = 160 - out->units;
	out->fits = true;
}

static int
catalogue_check(void *arg, struct str json, struct err *err)
{
	json_t *file = json_read(json, json.octets, err);
	json_t *product = json_array_get(json_object_get(file, "products"), 0);
	bool good = json_object_get(product, "key") != NULL;

	(void)arg;
	json_decref(file);
	return good ? 0 : err_set(err, -2, 1, "a product has no key");
}

static void
catalogue_import(void *arg, const struct turn *turn, struct str json)
{
	json_t *file = json_read(json, json.octets, NULL);
	json_t *products = json_object_get(file, "products");

	(void)arg;
	for (size_t i = 0; i < json_array_size(products); i++) {
		json_t *product = json_array_get(products, i);
		char *text = json_dumps(product, JSON_COMPACT);

		store_catalogue_put(
		    turn->store, json_text(product, "key", ""), str_from(text));
		free(text);
	}
	json_decref(file);
}

static void
erase(void *arg)
{
	struct world *w = arg;

	w->erased++;
}

static void
catalogue_changed(void *arg)
{
	struct world *w = arg;

	w->catalogue_changes++;
}

/* Knows maize, takes every name of two letters or more for it but "yes". */
static int
alias_teach(void *arg, const struct turn *turn, struct str name,
    struct str product, const char *actor, char *key, size_t key_octets,
    struct err *err)
{
	struct alias alias = {.product = "maize", .time_ms = turn->now_ms};

	(void)arg;
	if (str_is(name, "yes"))
		return err_set(err, -1, 0, "texts need the word yes");
	if (!str_is(product, "maize"))
		return err_set(err, -1, 0, "no one product is known as that");
	str_copy(alias.name, sizeof(alias.name), name);
	for (size_t i = 0; i < name.octets && i < sizeof(alias.folded) - 1; i++)
		alias.folded[i] = (char)(name.at[i] | 0x20);
	str_copy(alias.by, sizeof(alias.by), str_from(actor));
	store_alias_put(turn->store, &alias);
	str_copy(key, key_octets, STR("maize"));
	return 0;
}

static bool
alias_fold(void *arg, struct str name, char *dst, size_t dst_octets)
{
	(void)arg;
	str_copy(dst, dst_octets, name);
	for (size_t i = 0; dst[i] != '\0'; i++)
		dst[i] |= 0x20;
	return dst[0] != '\0';
}

static bool
word_known(void *arg, struct str word, char *near, size_t near_octets)
{
	(void)arg;
	str_copy(
	    near, near_octets, str_is(word, "maizi") ? STR("maize") : STR(""));
	return str_is(word, "known");
}

/* -- the trade: says yes to what a line that is offered allows
 * ---------------------- */

static void
move_line(const struct turn *turn, struct line *line, enum line_state to,
    const struct handler_admin *act)
{
	struct line_event event = {.line_id = line->id,
	    .time_ms = turn->now_ms,
	    .from = line->state,
	    .to = to};

	snprintf(event.by, sizeof(event.by), "%.30s", act->actor);
	snprintf(event.text, sizeof(event.text), "by telephone");
	line->state = to;
	line->changed_ms = turn->now_ms;
	store_event_add(turn->store, line, &event);
	store_line_put(turn->store, line);
}

static int
on_admin(void *trade, const struct turn *turn, const struct handler_admin *act,
    struct err *err)
{
	struct world *w = trade;
	struct order order;
	struct line line;

	w->act = *act;
	w->acts++;
	snprintf(w->act_code, sizeof(w->act_code), "%s", act->code);
	snprintf(w->act_for, sizeof(w->act_for), "%s", act->for_phone);
	snprintf(w->act_to, sizeof(w->act_to), "%s", act->to_phone);
	snprintf(w->act_actor, sizeof(w->act_actor), "%s", act->actor);
	PANIC_UNLESS(store_order_by_code(turn->store, act->code, &order));
	if (!store_line_get(turn->store, order.id * 64 + 1, &line) ||
	    line.state != LINE_OFFERED || act->act != HANDLER_ACCEPT)
		return err_set(
		    err, -1, 0, "the line is %s", line_state_name(line.state));
	move_line(turn, &line, LINE_CONFIRMED, act);
	return 0;
}

static const struct handler_table handlers = {.on_admin = on_admin};

/* -- whoever keeps dialogues ------------------------------------------------
 * It says what it is asked, and ends at "9". */

static void
on_ask(void *arg, const struct session_channel *channel,
    const struct session_ask *ask, session_answer_fn answered, void *done_arg)
{
	struct world *w = arg;
	struct session_answer a = {.session_id = 7, .turn = ++w->dial_turns};
	bool dial = ask->event == SESSION_START;

	snprintf(w->dialled, sizeof(w->dialled), "%d %s %s %s %.*s",
	    (int)ask->event, ask->msisdn, ask->dialled, ask->lang,
	    (int)ask->input.octets, ask->input.at);
	if (strcmp(ask->msisdn, "12") == 0)
		a.status = SESSION_BAD_NUMBER;
	else
		snprintf(a.text, sizeof(a.text), "You said\n%s",
		    dial ? ask->dialled : ask->input.at);
	a.go_on = a.text[0] != '\0' && !str_is(ask->input, "9");
	str_copy(a.code, sizeof(a.code), str_from(channel->code[0]));
	answered(done_arg, &a);
}

static void
set_dialogues(struct world *w, struct api_config *config)
{
	w->sim = (struct session_channel){.name = "ussd-sim",
	    .code = {"384*96"},
	    .codes = 1,
	    .septets = 160,
	    .units = 70};
	w->sink = (struct session_sink){.arg = w, .on_ask = on_ask};
	config->sim = &w->sim;
	config->sessions = &w->sink;
}

/* -- opening and closing
 * ---------------------------------------------------------------- */

static void
set_market(struct world *w)
{
	w->market = (struct market){.name = "Siaya market",
	    .country = "254",
	    .currency = "KES",
	    .currency_places = 2,
	    .language = "en",
	    .timezone = "Africa/Nairobi"};
	w->status = (struct api_status){.uptime_ms = 61000,
	    .clock_sure = true,
	    .schema = 1,
	    .links_count = 1};
	w->status.links[0] = (struct api_link){.name = "a",
	    .kind = "loop",
	    .state = LINK_UP,
	    .two_way = true,
	    .since_ms = 5000,
	    .description = {.signal_percent = 70, .detail = "waiting"}};
	snprintf(
	    w->status.store_path, sizeof(w->status.store_path), "%s", w->db);
}

static void
handle(void *arg, struct http_request *request)
{
	struct world *w = arg;

	/* As the front does, which leaves it to him to say who he is. */
	if (w->caller.role != CALLER_NOBODY &&
	    strcmp(http_request_path(request), "/cgi-bin/sendsms") == 0)
		api_sendsms(w->api, request, NULL);
	else if (w->caller.role != CALLER_NOBODY)
		api_ask(w->api, request, &w->caller);
	else
		api_handle(w->api, request);
}

void
world_open(struct world *w)
{
	struct err err = {.code = 0};
	struct api_config config = {.version = "0.1.0"};

	/* As furrowd does: the market's zone is the process's. */
	setenv("TZ", "EAT-3", 1);
	tzset();
	memset(w, 0, sizeof(*w));
	snprintf(w->dir, sizeof(w->dir), "/tmp/furrow-api-XXXXXX");
	PANIC_UNLESS(mkdtemp(w->dir) != NULL);
	snprintf(w->socket, sizeof(w->socket), "%s/furrow.sock", w->dir);
	snprintf(w->db, sizeof(w->db), "%s/furrow.db", w->dir);
	clock_fake_init(&w->clock, WORLD_START_MS);
	w->loop = loop_new();
	w->store = store_open(w->db, &err);
	w->reader = store_open_reader(w->db, &err);
	PANIC_UNLESS(w->store != NULL && w->reader != NULL);
	set_market(w);
	config.loop = w->loop;
	config.clock = &w->clock.source;
	config.store_path = w->db;
	config.reader = w->reader;
	config.written = w->store;
	config.readers = 2;
	config.market = &w->market;
	config.handlers = &handlers;
	config.trade = w;
	config.arg = w;
	config.submit = submit;
	config.webhook_test = webhook_test;
	config.webhook_resume = webhook_resume;
	config.status = status;
	config.audit_accept = audit_accept;
	config.link_act = link_act;
	config.link_step = link_step;
	config.ussd = ussd;
	config.product_key = product_key;
	config.unit_key = unit_key;
	config.text_parts = text_parts;
	config.text_measure = text_measure;
	config.catalogue_check = catalogue_check;
	config.catalogue_import = catalogue_import;
	config.catalogue_changed = catalogue_changed;
	config.erase = erase;
	config.alias_teach = alias_teach;
	config.alias_fold = alias_fold;
	config.word_known = word_known;
	set_dialogues(w, &config);
	w->api = api_new(&config);
	w->server = http_server_new(w->loop, handle, w);
	PANIC_UNLESS(http_listen_unix(w->server, w->socket, &err) == 0);
}

void
world_close(struct world *w)
{
	static const char *const files[] = {"furrow.db", "furrow.db-wal",
	    "furrow.db-shm", "furrow.db-lock", "furrow-search.db",
	    "furrow-search.db-wal", "furrow-search.db-shm", "furrow-2025-01.db",
	    "furrow-2025-01.db-wal", "furrow-2025-01.db-shm",
	    "furrow-2025-01.db-lock", "backup.db", "furrow.sock", "furrow.conf",
	    "out.csv", "in.csv"};
	char path[160];

	http_server_free(&w->server);
	api_free(&w->api);
	loop_once(w->loop, false);
	store_close(&w->reader);
	store_close(&w->store);
	loop_free(&w->loop);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", w->dir, files[i]);
		unlink(path);
	}
	PANIC_UNLESS(rmdir(w->dir) == 0);
	json_decref(w->reply);
	free(w->http_head);
}

/* -- asking
 * -------------------------------------------------------------------------------
 */

static int
dial(const struct world *w)
{
	struct sockaddr_un to = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(to.sun_path, sizeof(to.sun_path), "%s", w->socket);
	PANIC_UNLESS(
	    connect(fd, (const struct sockaddr *)&to, sizeof(to)) == 0);
	fcntl(fd, F_SETFL, O_NONBLOCK);
	return fd;
}

static void
push(struct world *w, int fd, struct str bytes)
{
	while (bytes.octets > 0) {
		ssize_t n = send(fd, bytes.at, bytes.octets, MSG_NOSIGNAL);

		if (n > 0)
			bytes = str_of(bytes.at + n, bytes.octets - (size_t)n);
		loop_once(w->loop, false);
	}
}

static void
pull(struct world *w, int fd, struct buf *answer)
{
	char part[4096];
	ssize_t n = -1;

	for (int tries = 0; n != 0 && tries < 2000000; tries++) {
		loop_once(w->loop, false);
		n = recv(fd, part, sizeof(part), 0);
		if (n > 0)
			buf_add(answer, part, (size_t)n);
	}
	PANIC_UNLESS(n == 0);
}

static void
take_answer(struct world *w, struct buf *answer)
{
	char *body = strstr(answer->at, "\r\n\r\n");

	PANIC_UNLESS(body != NULL);
	PANIC_UNLESS(sscanf(answer->at, "HTTP/1.1 %d", &w->http_status) == 1);
	free(w->http_head);
	w->http_head = xstrdup(answer->at);
	json_decref(w->reply);
	w->reply = json_read(str_from(body + 4), 1 << 26, NULL);
}

void
world_ask(struct world *w, const char *path, const char *type, const char *body)
{
	struct buf request = buf_new(1 << 26), answer = buf_new(1 << 26);
	int fd = dial(w);

	buf_add_format(&request,
	    "%s %s HTTP/1.1\r\nHost: furrow\r\nConnection: close\r\n"
	    "Furrow-Actor: amina\r\n",
	    body != NULL ? "POST" : "GET", path);
	if (body != NULL)
		buf_add_format(&request,
		    "Content-Type: %s\r\nContent-Length: %zu\r\n", type,
		    strlen(body));
	buf_add_text(&request, w->more);
	buf_add_text(&request, "\r\n");
	buf_add_text(&request, body != NULL ? body : "");
	push(w, fd, buf_str(&request));
	pull(w, fd, &answer);
	take_answer(w, &answer);
	close(fd);
	buf_free(&request);
	buf_free(&answer);
}

json_t *
world_get(struct world *w, const char *path)
{
	world_ask(w, path, NULL, NULL);
	return w->reply;
}

json_t *
world_post(struct world *w, const char *path, const char *json)
{
	world_ask(w, path, "application/json", json);
	return w->reply;
}

json_t *
world_csv(struct world *w, const char *path, const char *csv)
{
	world_ask(w, path, "text/csv", csv);
	return w->reply;
}

/* -- a market
 * ------------------------------------------------------------------------------
 */

static void
nothing(void *arg, bool ok)
{
	(void)arg;
	PANIC_UNLESS(ok);
}

static uint64_t
seven(void *arg)
{
	(void)arg;
	return 7;
}

static int64_t
person(struct world *w, const char *number, const char *name, unsigned roles)
{
	struct person p;
	int64_t person_id;

	store_phone_ensure(
	    w->store, number, PARTY_PHONE, w->clock.wall_ms, &person_id);
	PANIC_UNLESS(store_person_get(w->store, person_id, &p));
	snprintf(p.name, sizeof(p.name), "%s", name);
	p.roles = roles;
	store_person_put(w->store, &p);
	return person_id;
}

static int64_t
offer(struct world *w, int64_t seller_id)
{
	struct offer o = {.seller_id = seller_id,
	    .product = "maize",
	    .unit = "kg",
	    .price_minor = 3550,
	    .stock_milli = 200000};

	store_offer_put(w->store, &o, w->clock.wall_ms);
	PANIC_UNLESS(store_offer_hold(w->store, o.id, 5000));
	return o.id;
}

static void
line(struct world *w, const struct order *order, int64_t seller_id,
    int64_t offer_id, enum line_state state)
{
	struct line l = {.order_id = order->id,
	    .product = "maize",
	    .unit = "kg",
	    .qty_milli = 5000,
	    .price_max_minor = -1,
	    .price_minor = 3550,
	    .accepted_milli = -1,
	    .state = state,
	    .seller_id = seller_id,
	    .offer_id = offer_id,
	    .created_ms = w->clock.wall_ms,
	    .changed_ms = w->clock.wall_ms};
	struct line_event event = {
	    .time_ms = w->clock.wall_ms, .to = state, .by = "buyer"};
	struct proposal p = {.seller_id = seller_id,
	    .offer_id = offer_id,
	    .state = PROPOSAL_OPEN,
	    .qty_milli = 5000,
	    .price_minor = 3550,
	    .asked_ms = w->clock.wall_ms,
	    .reason = "longest not asked"};

	store_line_add(w->store, &l);
	event.line_id = p.line_id = l.id;
	store_event_add(w->store, &l, &event);
	if (state == LINE_OFFERED)
		store_proposal_add(w->store, &p);
}

int64_t
world_fill(struct world *w)
{
	struct order order = {.created_ms = w->clock.wall_ms,
	    .changed_ms = w->clock.wall_ms,
	    .day = "fri"};
	int64_t seller_id, offer_id, person_id;

	store_begin(w->store);
	seller_id = person(w, "+254711000001", "Amina", PERSON_SELLER);
	order.buyer_id = person(w, "+254722000002", "Bob", PERSON_BUYER);
	order.phone_id = store_phone_ensure(w->store, "+254722000002",
	    PARTY_PHONE, w->clock.wall_ms, &person_id);
	offer_id = offer(w, seller_id);
	store_order_add(w->store, &order, seven, NULL);
	line(w, &order, seller_id, offer_id, LINE_OFFERED);
	line(w, &order, 0, 0, LINE_WAITING);
	store_commit(w->store, nothing, NULL);
	return order.id;
}

void
world_word(struct world *w, const char *word, const char *lang, int times,
    int64_t message_id)
{
	store_begin(w->store);
	for (int i = 0; i < times; i++)
		store_unknown_count(w->store, word, lang,
		    w->clock.wall_ms + i * INT64_C(1000), message_id);
	store_commit(w->store, nothing, NULL);
}

static void
earn(struct world *w, int64_t person_id, enum ledger_kind kind, int64_t minor)
{
	struct ledger_row row = {.person_id = person_id,
	    .kind = kind,
	    .amount_minor = minor,
	    .currency = "KES",
	    .product = "maize",
	    .unit = "kg",
	    .qty_milli = minor,
	    .time_ms = w->clock.wall_ms};

	store_ledger_add(w->store, &row);
}

void
world_earn(struct world *w)
{
	int64_t amina, other;

	store_begin(w->store);
	amina = person(w, "+254711000001", "Amina", PERSON_SELLER);
	other = person(w, "+254711000009", "=2+3", PERSON_SELLER);
	earn(w, amina, LEDGER_INCOME, 123450);
	earn(w, other, LEDGER_REVERSAL, -5000);
	earn(w, other, LEDGER_PAID, 7000);
	store_commit(w->store, nothing, NULL);
	w->clock.wall_ms += 1000;
}

static int64_t
receive(struct world *w, const char *number, const char *text,
    enum message_state state)
{
	struct message_in in = {
	    .now_ms = w->clock.wall_ms, .text = str_from(text), .state = state};
	char normal[PARTY_OCTETS];
	int64_t id;

	in.link_id = store_link_ensure(w->store, "a", "loop", "");
	store_begin(w->store);
	in.phone_id = store_phone_ensure(w->store, number,
	    party_normalise(normal, str_from(number), "254"), w->clock.wall_ms,
	    &in.person_id);
	id = store_message_receive(w->store, &in);
	store_commit(w->store, nothing, NULL);
	clock_fake_turn(&w->clock, 1000);
	return id;
}

int64_t
world_text(struct world *w, const char *number, const char *text)
{
	return receive(w, number, text, MESSAGE_RECEIVED);
}

int64_t
world_odd(struct world *w)
{
	return receive(w, "+254722000009", "odd", MESSAGE_QUARANTINED);
}

void
world_texts(struct world *w, int count, int each, const char *other)
{
	struct message_in in = {.state = MESSAGE_RECEIVED};

	in.link_id = store_link_ensure(w->store, "a", "loop", "");
	store_begin(w->store);
	in.phone_id = store_phone_ensure(w->store, "+254722000002", PARTY_PHONE,
	    w->clock.wall_ms, &in.person_id);
	for (int i = 0; i < count; i++) {
		in.now_ms = w->clock.wall_ms;
		in.text = i % each == 0 ? str_from(other) : STR("x");
		store_message_receive(w->store, &in);
		clock_fake_turn(&w->clock, 1000);
	}
	store_commit(w->store, nothing, NULL);
}
