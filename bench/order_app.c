/* order_app - the least that a durable order service behind Kannel must do.
 *
 *   order_app PORT DB
 *
 * Kannel's smsbox asks it once for each text: GET /order?from=…&text=….  It
 * reads "want 5kg tomatos" (a number, a unit, a word), stores two rows (the
 * order, the answer) and answers with the words that go back.  All requests
 * that one round of the loop read share a transaction (SQLite, WAL,
 * synchronous FULL), and are answered after its commit: durable before
 * acknowledged, at the least cost.  No sellers, no states, no repeats: what
 * furrowd does beyond that is not asked of it. */
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <sqlite3.h>

#include "base/panic.h"

#define WAITING_MAX 4096

struct app {
	struct event_base *events;
	struct event *commit; /* of a lower priority: runs when all is read */
	sqlite3 *db;
	sqlite3_stmt *order, *answer;
	struct evhttp_request *waiting[WAITING_MAX];
	char words[WAITING_MAX][100];
	int count;
};

static void
sql(struct app *app, const char *text)
{
	PANIC_UNLESS(
	    sqlite3_exec(app->db, text, NULL, NULL, NULL) == SQLITE_OK);
}

static sqlite3_stmt *
prepare(struct app *app, const char *text)
{
	sqlite3_stmt *stmt = NULL;
	PANIC_UNLESS(
	    sqlite3_prepare_v2(app->db, text, -1, &stmt, NULL) == SQLITE_OK);
	return stmt;
}

static void
open_store(struct app *app, const char *path)
{
	PANIC_UNLESS(sqlite3_open(path, &app->db) == SQLITE_OK);
	sql(app, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
		 "CREATE TABLE IF NOT EXISTS ordered (id INTEGER PRIMARY KEY,"
		 " phone TEXT, text TEXT, quantity REAL, unit TEXT,"
		 " product TEXT);"
		 "CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY,"
		 " phone TEXT, text TEXT)");
	app->order = prepare(app,
	    "INSERT INTO ordered (phone, text, quantity, unit, product)"
	    " VALUES (?, ?, ?, ?, ?)");
	app->answer =
	    prepare(app, "INSERT INTO answer (phone, text) VALUES (?, ?)");
}

static void
store(struct app *app, const char *from, const char *text, double quantity,
    const char *unit, const char *product, const char *words)
{
	sqlite3_bind_text(app->order, 1, from, -1, SQLITE_STATIC);
	sqlite3_bind_text(app->order, 2, text, -1, SQLITE_STATIC);
	sqlite3_bind_double(app->order, 3, quantity);
	sqlite3_bind_text(app->order, 4, unit, -1, SQLITE_STATIC);
	sqlite3_bind_text(app->order, 5, product, -1, SQLITE_STATIC);
	PANIC_UNLESS(sqlite3_step(app->order) == SQLITE_DONE);
	sqlite3_reset(app->order);
	sqlite3_bind_text(app->answer, 1, from, -1, SQLITE_STATIC);
	sqlite3_bind_text(app->answer, 2, words, -1, SQLITE_STATIC);
	PANIC_UNLESS(sqlite3_step(app->answer) == SQLITE_DONE);
	sqlite3_reset(app->answer);
}

static void
work(struct app *app, const char *from, const char *text, char words[100])
{
	double quantity = 0;
	char unit[16] = "", product[32] = "";
	if (sscanf(text, "%*[^0-9]%lf%15[a-z] %31s", &quantity, unit,
		product) != 3) {
		snprintf(words, 100, "Text like: want 5kg tomato");
		return;
	}
	snprintf(words, 100, "Your order is noted: %g %s %s. #K%lldF", quantity,
	    unit, product, (long long)sqlite3_last_insert_rowid(app->db));
	store(app, from, text, quantity, unit, product, words);
}

static void
answer(struct evhttp_request *request, const char *words)
{
	struct evbuffer *body = evbuffer_new();
	evbuffer_add(body, words, strlen(words));
	evhttp_add_header(evhttp_request_get_output_headers(request),
	    "Content-Type", "text/plain");
	evhttp_send_reply(request, 200, "OK", body);
	evbuffer_free(body);
}

static void
on_commit(evutil_socket_t fd, short what, void *arg)
{
	struct app *app = arg;
	int count = app->count;
	(void)fd;
	(void)what;
	if (count == 0)
		return;
	sql(app, "COMMIT");
	app->count = 0;
	for (int i = 0; i < count; i++)
		answer(app->waiting[i], app->words[i]);
}

static void
on_request(struct evhttp_request *request, void *arg)
{
	struct app *app = arg;
	struct evkeyvalq query;
	const struct evhttp_uri *uri = evhttp_request_get_evhttp_uri(request);
	const char *said = evhttp_uri_get_query(uri);
	evhttp_parse_query_str(said == NULL ? "" : said, &query);
	const char *from = evhttp_find_header(&query, "from");
	const char *text = evhttp_find_header(&query, "text");
	if (from == NULL || text == NULL) {
		evhttp_send_error(request, 400, NULL);
	} else {
		if (app->count == WAITING_MAX)
			on_commit(-1, 0, app);
		if (app->count == 0)
			sql(app, "BEGIN");
		work(app, from, text, app->words[app->count]);
		app->waiting[app->count++] = request;
		event_active(app->commit, EV_TIMEOUT, 0);
	}
	evhttp_clear_headers(&query);
}

int
main(int argc, char **argv)
{
	struct app *app = xcalloc(1, sizeof(*app));
	if (argc != 3) {
		fprintf(stderr, "usage: order_app PORT DB\n");
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	open_store(app, argv[2]);
	app->events = event_base_new();
	event_base_priority_init(app->events, 3);
	app->commit = event_new(app->events, -1, 0, on_commit, app);
	event_priority_set(app->commit, 2);
	struct evhttp *http = evhttp_new(app->events);
	evhttp_set_gencb(http, on_request, app);
	if (evhttp_bind_socket(
		http, "127.0.0.1", (uint16_t)strtol(argv[1], NULL, 10)) != 0) {
		fprintf(stderr, "order_app: cannot listen on %s\n", argv[1]);
		return 1;
	}
	return event_base_dispatch(app->events) == 0 ? 0 : 1;
}
