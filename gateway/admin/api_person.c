/* api_person - the lists of people and areas. */
#include <string.h>

#include "gateway/store/store_person.h"

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
person_json(const struct api *api, const struct person *p)
{
	json_t *row = json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:I}",
	    "phone", api_text(p->number), "name", api_text(p->name), "roles",
	    roles_json(p->roles), "place", api_text(p->place), "area",
	    area_json(api, p->area_id), "weight", json_milli(p->weight_milli),
	    "leader", api_phone_of(api, p->leader_id), "id", (json_int_t)p->id);

	set_languages(row, p->lang);
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
};

static bool
list_person(void *arg, const struct person *p)
{
	struct people *people = arg;

	if (people->role != 0 && (p->roles & people->role) == 0)
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

void
api_people_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	struct people people;
	struct person person;
	int64_t after, phone_id, person_id;

	if (!query_role(call, &people.role) ||
	    !api_query_phone(call, &phone_id, &person_id) ||
	    !api_page_open(&people.page, call, &after))
		return;
	if (phone_id == 0)
		store_person_each(
		    reader, after, people.page.limit, list_person, &people);
	else if (person_id > after &&
		 store_person_get(reader, person_id, &person))
		list_person(&people, &person);
	api_page_reply(&people.page, call);
}

static bool
list_area(void *arg, int64_t id, const char *name, const char *parent)
{
	json_t *items = arg;

	(void)id;
	json_array_append_new(
	    items, json_pack("{s:o, s:o}", "area", api_text(name), "parent",
		       api_text(parent)));
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
