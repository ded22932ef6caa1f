/* api_person - the lists of people and areas. */
#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

#include "gateway/admin/api_impl.h"
#include "gateway/admin/import.h"

static json_t *
roles_json(unsigned roles)
{
	json_t *words = json_array();
	const char *word;

	for (int i = 0; (word = import_role(i)) != NULL; i++)
		if ((roles & (1U << i)) != 0)
			json_array_append_new(words, json_string(word));
	return words;
}

static json_t *
area_json(const struct api *api, int64_t area_id)
{
	char name[64];

	if (area_id == 0)
		return json_string("");
	store_area_name(api->config.reader, area_id, name, sizeof(name));
	return api_text(name);
}

/* A language behind '~' is the one they last wrote in, not one they chose: an
 * import of what was exported must not make it a choice. */
static void
set_languages(json_t *row, const char *lang)
{
	bool written = lang[0] == '~';

	json_object_set_new(row, "lang", api_text(written ? "" : lang));
	json_object_set_new(row, "written", api_text(written ? lang + 1 : ""));
}

static json_t *
phones_json(const struct api *api, int64_t person_id)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count = store_phone_phones(api->config.reader, person_id, ids);
	json_t *list = json_array();
	char number[PARTY_OCTETS];

	for (size_t i = 0; i < count; i++) {
		store_phone_number(api->config.reader, ids[i], number);
		json_array_append_new(list, api_text(number));
	}
	return list;
}

static json_t *
person_json(const struct api *api, const struct person *p)
{
	json_t *row = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:I}",
	    "phone", api_text(p->number), "name", api_text(p->name), "roles",
	    roles_json(p->roles), "place", api_text(p->place), "area",
	    area_json(api, p->area_id), "weight", json_milli(p->weight_milli),
	    "leader", api_phone_of(api, p->leader_id), "id", (json_int_t)p->id);

	set_languages(row, p->lang);
	json_object_set_new(row, "person", json_integer(p->id));
	json_object_set_new(row, "leader_person", api_id(p->leader_id));
	json_object_set_new(row, "phones", phones_json(api, p->id));
	json_object_set_new(row, "shared", json_boolean(p->shared));
	json_object_set_new(row, "consent", api_time(p->consent_ms));
	json_object_set_new(row, "stopped", api_time(p->stopped_ms));
	json_object_set_new(row, "heard", api_time(p->heard_ms));
	json_object_set_new(row, "asked", api_time(p->asked_ms));
	json_object_set_new(row, "got", json_integer(p->got_count));
	json_object_set_new(row, "noshow", json_integer(p->noshow_count));
	return row;
}

struct people {
	struct api_page page;
	unsigned role; /* 0: all */
	bool of_phone; /* who uses it, or did last */
	const char *name; /* a part of it; "": all */
	int looked; /* rows read, whoever it was */
	int64_t last_id; /* of them */
};

/* A rare name is looked for in so many rows at once: 20,000 take some tens of
 * milliseconds. */
#define PEOPLE_LOOK 20000

/* Latin letters in either case; others as they are written. */
static bool
has(const char *name, const char *part)
{
	struct str all = str_from(name), want = str_from(part);

	for (size_t i = 0; i + want.octets <= all.octets; i++)
		if (str_equal_nocase(str_of(all.at + i, want.octets), want))
			return true;
	return false;
}

static bool
list_person(void *arg, const struct person *p)
{
	struct people *people = arg;

	people->looked++;
	people->last_id = p->id;
	if (people->name[0] != '\0' && !has(p->name, people->name))
		return true;
	/* Strangers who turned out to be somebody else, and who has lost a
	 * number: both have none. */
	if ((people->role != 0 && (p->roles & people->role) == 0) ||
	    (p->phone_id == 0 && !people->of_phone))
		return api_page_skip(&people->page, p->id);
	return api_page_add(
	    &people->page, p->id, person_json(people->page.api, p));
}

static bool
query_role(const struct api_call *call, unsigned *out)
{
	const char *word = http_request_query(call->request, "role");

	*out = 0;
	if (word == NULL || word[0] == '\0' ||
	    import_roles(str_from(word), out))
		return true;
	api_problem(call->request, 400, "%s is not a role", word);
	return false;
}

/* Of one phone: a handful, on one page. */
static void
list_users(struct people *people, int64_t phone_id)
{
	struct store *reader = people->page.api->config.reader;
	int64_t ids[STORE_PHONE_PEOPLE + 1];
	size_t count = store_phone_people(reader, phone_id, ids);
	struct person person;

	people->of_phone = true;
	ids[count] = store_phone_former(reader, phone_id);
	for (size_t i = 0; i <= count; i++)
		if (store_person_get(reader, ids[i], &person) &&
		    !list_person(people, &person))
			return;
}

/* Of one person, whom an id names: others may use the phone too. */
static void
list_one(struct people *people, int64_t person_id)
{
	struct person person;

	people->of_phone = true;
	if (store_person_get(
		people->page.api->config.reader, person_id, &person))
		(void)list_person(people, &person);
}

/* A page, or what is called so in the rows that one answer looks at. */
static void
list_all(struct people *people, int64_t after)
{
	int look = people->name[0] != '\0' ? PEOPLE_LOOK : people->page.limit;

	store_person_each(
	    people->page.api->config.reader, after, look, list_person, people);
	if (people->name[0] != '\0' && people->looked == look)
		api_page_more(&people->page, people->last_id);
}

static bool
by_id(const struct api_call *call)
{
	const char *phone = http_request_query(call->request, "phone");

	return phone == NULL || phone[0] == '\0';
}

void
api_people_get(const struct api_call *call)
{
	struct people people = {.role = 0, .name = ""};
	const char *name = http_request_query(call->request, "name");
	int64_t after, phone_id, person_id;

	if (!query_role(call, &people.role) ||
	    !api_query_phone(call, &phone_id, &person_id) ||
	    !api_page_open(&people.page, call, &after))
		return;
	if (name != NULL)
		people.name = name;
	if (phone_id == 0)
		list_all(&people, after);
	else if (after == 0 && by_id(call))
		list_one(&people, person_id);
	else if (after == 0)
		list_users(&people, phone_id);
	api_page_reply(&people.page, call);
}

/* As `quiet` of the table of areas has it. */
static json_t *
quiet_json(const struct area_row *area)
{
	int from = area->quiet_from_min, until = area->quiet_until_min;
	char text[24];
	struct buf out = buf_over(text, sizeof(text));

	if (from < 0)
		return json_string("");
	if (from == until)
		return json_string("none");
	buf_add_format(&out, "%02d:%02d-%02d:%02d", from / 60, from % 60,
	    until / 60, until % 60);
	return api_text(text);
}

static bool
list_area(void *arg, const struct area_row *area)
{
	json_t *items = arg;

	json_array_append_new(items,
	    json_pack("{s:o, s:o, s:o}", "area", api_text(area->name), "parent",
		api_text(area->parent), "quiet", quiet_json(area)));
	return true;
}

/* Some tens of thousands in the largest country, by far most of them never
 * loaded here: one answer, no pages. */
void
api_areas_get(const struct api_call *call)
{
	json_t *items = json_array();

	store_area_each(call->api->config.reader, list_area, items);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", items, "next"));
}
