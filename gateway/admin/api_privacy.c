/* api_privacy - what is stored of one person, and taking them out.
 *
 * The answer to a person who asks for their data is a list of tables and then
 * the rows of each, page by page (store/store_about.h); "message-2025-01" is
 * the table in the file of that month.  That somebody asked is a row of the
 * audit.  An erasure answers once it is durable that it will be done; the
 * eraser does it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/store/archive.h"
#include "gateway/store/store_about.h"
#include "gateway/store/store_erase.h"
#include "gateway/store/store_keep.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

#include "gateway/admin/api_impl.h"

#define MONTHS_MOST 1200
#define TABLE_OCTETS 48
#define WHY_OCTETS 1024

/* -- who --------------------------------------------------------------------
 */

/* Whom the body names, by id or by number, and by name if several use that
 * phone. */
static bool
whom(struct api_write *write, const struct turn *turn, struct person *out)
{
	const char *name = json_text(write->body, "name", "");
	int64_t id = json_int(write->body, "person", 0), phone_id = 0;
	int64_t ids[STORE_PHONE_PEOPLE];
	char number[PARTY_OCTETS];

	if (id == 0) {
		if (!api_write_phone(write, turn, "phone", number))
			return false;
		if (number[0] != '\0')
			(void)store_phone_find(
			    turn->store, number, &phone_id, &id);
		if (name[0] != '\0')
			id = store_phone_named(
			    turn->store, phone_id, str_from(name));
		else if (phone_id != 0 &&
			 store_phone_people(turn->store, phone_id, ids) > 1) {
			api_write_refuse(write, 422,
			    "several people use %s; give a name", number);
			return false;
		}
	}
	if (id != 0 && store_person_get(turn->store, id, out))
		return true;
	api_write_refuse(write, 404, "nobody of that number, name or id");
	return false;
}

/* -- what is stored ---------------------------------------------------------
 */

static void
add_months(json_t *tables, struct store *store, const char *table)
{
	static const size_t most = MONTHS_MOST;
	struct archive_month *months = xcalloc(most, sizeof(*months));
	size_t count = archive_list(store, months, most);
	char name[TABLE_OCTETS];

	for (size_t i = 0; i < count; i++) {
		snprintf(name, sizeof(name), "%s-%s", table, months[i].month);
		json_array_append_new(tables, json_string(name));
	}
	free(months);
}

static void
export_work(struct api_write *write, const struct turn *turn)
{
	json_t *tables = json_array();
	struct person person;
	const char *table;

	if (!whom(write, turn, &person)) {
		json_decref(tables);
		return;
	}
	for (size_t i = 0; (table = store_about_table(i)) != NULL; i++) {
		if (store_about_archived(i))
			add_months(tables, turn->store, table);
		json_array_append_new(tables, json_string(table));
	}
	api_write_audit(
	    write, turn, "privacy.export", "person %lld", (long long)person.id);
	write->reply = json_pack("{s:I, s:o, s:o, s:o}", "person",
	    (json_int_t)person.id, "phone", api_text(person.number), "name",
	    api_text(person.name), "tables", tables);
	write->status = 200;
}

void
api_privacy_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, export_work);

	if (write != NULL)
		api_write_submit(write);
}

static void
add_row(void *arg, struct str text)
{
	json_t *row = json_read(text, text.octets, NULL);

	json_array_append_new(
	    arg, row != NULL ? row : json_clean(text.at, text.octets));
}

/* The store, or the file of the month behind the dash; NULL: answered. */
static struct store *
store_of(const struct api_call *call, const char *month, struct store **opened)
{
	const char *path_of = call->api->config.store_path;
	char path[4096];
	struct err err = {.text = "no such month"};

	*opened = NULL;
	if (month == NULL)
		return call->api->config.reader;
	if (strlen(month) == 7 && strspn(month, "0123456789-") == 7 &&
	    archive_path(path, sizeof(path), path_of, month))
		*opened = store_open_reader(path, &err);
	if (*opened == NULL)
		api_problem(call->request, 503, "%s: %s", month, err.text);
	return *opened;
}

void
api_privacy_get(const struct api_call *call)
{
	char name[TABLE_OCTETS];
	int64_t person_id, after, next;
	struct store *store, *opened;
	char *month;
	json_t *items;
	int table;

	str_copy(name, sizeof(name), str_from(call->name));
	month = strchr(name, '-');
	if (month != NULL)
		*month++ = '\0';
	table = store_about_find(name);
	if (table < 0) {
		api_problem(call->request, 404, "there is no table %s", name);
		return;
	}
	if (!api_query_int(call, "person", &person_id) ||
	    !api_query_int(call, "after", &after) ||
	    (store = store_of(call, month, &opened)) == NULL)
		return;
	items = json_array();
	next =
	    store_about(store, (size_t)table, person_id, after, add_row, items);
	store_close(&opened);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:o}", "items", items, "next",
		next != 0 ? json_integer(next) : json_null()));
}

/* -- erasing ----------------------------------------------------------------
 */

static json_t *
erasure_json(const struct erasure *e)
{
	static const char *const stages[] = {
	    "", "texts", "orders", "histories", "dialogues", "files", "done"};

	return json_pack("{s:I, s:I, s:s, s:o, s:o, s:I, s:I}", "id",
	    (json_int_t)e->id, "person", (json_int_t)e->person_id, "stage",
	    stages[(unsigned)e->stage % 7], "begun", api_time(e->begun_ms),
	    "ended", api_time(e->ended_ms), "texts", (json_int_t)e->texts,
	    "quotes", (json_int_t)e->quotes);
}

static bool
list_erasure(void *arg, const struct erasure *e)
{
	return api_page_add(arg, e->id, erasure_json(e));
}

/* Of one person: could they be erased now? */
static void
answer_for(const struct api_call *call, int64_t person_id)
{
	char why[WHY_OCTETS];
	struct person person = {.id = 0};
	struct store *reader = call->api->config.reader;

	(void)store_person_get(reader, person_id, &person);
	api_reply(call->request, 200,
	    json_pack("{s:[], s:n, s:I, s:o, s:o, s:o}", "items", "next",
		"person", (json_int_t)person_id, "name", api_text(person.name),
		"phone", api_text(person.number), "blocked",
		store_erase_blocked(reader, person_id, why, sizeof(why))
		    ? api_text(why)
		    : json_null()));
}

void
api_erasures_get(const struct api_call *call)
{
	struct api_page page;
	int64_t before, phone_id, person_id;

	if (!api_query_phone(call, &phone_id, &person_id))
		return;
	if (person_id != 0) {
		answer_for(call, person_id);
		return;
	}
	if (!api_page_open(&page, call, &before))
		return;
	store_erase_list(
	    call->api->config.reader, before, page.limit, list_erasure, &page);
	api_page_reply(&page, call);
}

static void
erase_work(struct api_write *write, const struct turn *turn)
{
	struct person person;
	char why[WHY_OCTETS];
	struct erasure e;

	if (write->api->config.erase == NULL) {
		api_write_refuse(write, 503, "nobody is erased here");
		return;
	}
	if (!whom(write, turn, &person))
		return;
	if (store_erase_blocked(turn->store, person.id, why, sizeof(why))) {
		api_write_refuse(write, 409, "%s", why);
		return;
	}
	write->id = store_erase_begin(turn->store, person.id, turn->now_ms);
	api_write_audit(
	    write, turn, "privacy.erase", "person %lld", (long long)person.id);
	if (store_erase_get(turn->store, write->id, &e))
		write->reply = erasure_json(&e);
	write->status = 202;
}

static json_t *
begun(struct api_write *write)
{
	const struct api_config *config = &write->api->config;

	config->erase(config->arg);
	return json_incref(write->reply);
}

void
api_erasure_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, erase_work);

	if (write == NULL)
		return;
	write->after = begun;
	api_write_submit(write);
}

/* -- how long things are kept -----------------------------------------------
 */

#define DAY_MS INT64_C(86400000)

static json_t *
days_json(int64_t ms)
{
	return ms > 0 ? json_milli(ms * 1000 / DAY_MS) : json_null();
}

struct retention {
	const struct keep_rules *rules;
	json_t *items;
};

static bool
add_kind(void *arg, const struct kept_kind *kind)
{
	struct retention *r = arg;

	json_array_append_new(r->items,
	    json_pack("{s:s, s:s, s:o, s:I, s:o, s:o}", "kind", kind->kind,
		"rule", kind->rule, "keep_days",
		days_json(store_keep_rule(r->rules, kind->which)), "gone",
		(json_int_t)kind->gone, "last", api_time(kind->last_ms),
		"oldest", api_time(kind->oldest_ms)));
	return true;
}

void
api_retention_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct retention r = {&config->keep, json_array()};

	store_keep_each(config->reader, add_kind, &r);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", r.items, "next"));
}
