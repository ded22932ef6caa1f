/* api_phone - who uses which phone, and the papers about a person. */
#include <string.h>

#include "gateway/store/store_consent.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

#include "gateway/admin/api_impl.h"

/* The person who uses the path's phone, by name when several do. */
static bool
person_named(
    struct api_write *write, const struct turn *turn, struct person *out)
{
	const char *name = json_text(write->body, "name", "");
	int64_t ids[STORE_PHONE_PEOPLE], phone_id, person_id;
	char number[PARTY_OCTETS];

	if (!api_write_named_phone(write, turn, number, &phone_id, &person_id))
		return false;
	if (person_id != 0)
		return store_person_get(turn->store, person_id, out);
	if (name[0] != '\0')
		person_id =
		    store_phone_named(turn->store, phone_id, str_from(name));
	else if (store_phone_people(turn->store, phone_id, ids) == 1)
		person_id = ids[0];
	if (store_person_get(turn->store, person_id, out))
		return true;
	api_write_refuse(write, 422,
	    name[0] != '\0' ? "%s: nobody of that name uses it"
			    : "%s: several people use it; give a name",
	    number);
	return false;
}

static void
answer(struct api_write *write)
{
	write->reply = json_pack("{s:b}", "done", 1);
	write->status = 200;
}

static void
add(struct api_write *write, const struct turn *turn)
{
	struct person person;
	char number[PARTY_OCTETS];
	int64_t phone_id, user_id;

	if (!person_named(write, turn, &person) ||
	    !api_write_phone(write, turn, "phone", number))
		return;
	if (number[0] == '\0') {
		api_write_refuse(write, 422, "phone is missing");
		return;
	}
	if ((person.roles & PERSON_ADMIN) != 0 && !api_write_admin(write))
		return;
	phone_id = store_phone_ensure(
	    turn->store, number, PARTY_PHONE, turn->now_ms, &user_id);
	if (!store_phone_share(
		turn->store, phone_id, person.id, turn->now_ms)) {
		api_write_refuse(write, 422,
		    "%s: a phone has at most %d people, a person as many "
		    "phones",
		    number, STORE_PHONE_PEOPLE);
		return;
	}
	/* A phone number stands in one place only, and that is not here. */
	api_write_audit(write, turn, "phone-add", "person %lld: phone %lld",
	    (long long)person.id, (long long)phone_id);
	answer(write);
}

static void
part(struct api_write *write, const struct turn *turn)
{
	struct person person;
	char number[PARTY_OCTETS];
	int64_t ids[STORE_PHONE_PEOPLE], phone_id = 0, user_id;
	size_t count, at = 0;

	if (!person_named(write, turn, &person) ||
	    !api_write_phone(write, turn, "phone", number))
		return;
	(void)store_phone_find(turn->store, number, &phone_id, &user_id);
	count = store_phone_phones(turn->store, person.id, ids);
	while (at < count && ids[at] != phone_id)
		at++;
	if (at == count || count < 2) {
		api_write_refuse(write, 422,
		    at == count ? "%s is not theirs"
				: "%s is their only phone; see NEWNUMBER",
		    number);
		return;
	}
	store_message_withdraw_from(turn->store, phone_id, person.id);
	(void)store_phone_part(turn->store, phone_id, person.id, turn->now_ms);
	store_phone_carry(
	    turn->store, person.id, phone_id, ids[at == 0 ? 1 : 0]);
	api_write_audit(write, turn, "phone-remove", "person %lld: phone %lld",
	    (long long)person.id, (long long)phone_id);
	answer(write);
}

void
api_phone_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(
	    call, strcmp(call->act, "phone-add") == 0 ? add : part);

	if (write != NULL)
		api_write_submit(write);
}

/* -- papers ---------------------------------------------------------------- */

static const char *
kind_word(enum consent_kind kind)
{
	switch (kind) {
	case CONSENT_REGISTER:
		return "register";
	case CONSENT_SELLER:
		return "seller";
	case CONSENT_NUMBER:
		return "number";
	case CONSENT_STILL:
		return "still";
	case CONSENT_PIN:
		return "pin";
	case CONSENT_LIST:
		return "list";
	}
	return "";
}

struct papers {
	const struct api *api;
	json_t *items;
};

static bool
paper(void *arg, const struct consent *c)
{
	static const char *const answers[] = {"open", "yes", "no", "silence"};
	struct papers *papers = arg;
	struct store *reader = papers->api->config.reader;
	struct person person = {.name = ""};
	char number[PARTY_OCTETS];

	(void)store_person_get(reader, c->person_id, &person);
	store_phone_number(reader, c->phone_id, number);
	json_array_append_new(papers->items,
	    json_pack(
		"{s:I, s:s, s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o,"
		" s:o, s:o}",
		"id", (json_int_t)c->id, "kind", kind_word(c->kind), "name",
		api_text(person.name), "phone", api_text(number), "officer",
		api_phone_of(papers->api, c->officer_id), "decides",
		api_phone_of(papers->api, c->decider_id), "answer",
		answers[(unsigned)c->answer % 4], "asked",
		api_time(c->asked_ms), "asked_by", api_id(c->asked_message_id),
		"answered", api_time(c->answered_ms), "answered_by",
		api_id(c->answered_message_id), "person", api_id(c->person_id),
		"officer_person", api_id(c->officer_id), "decides_person",
		api_id(c->decider_id)));
	return true;
}

/* All about the people of one phone: a handful. */
void
api_consents_get(const struct api_call *call)
{
	struct papers papers = {.api = call->api};
	int64_t ids[STORE_PHONE_PEOPLE], phone_id, person_id;
	size_t count;

	if (!api_query_phone(call, &phone_id, &person_id))
		return;
	if (phone_id == 0) {
		api_problem(call->request, 400, "whose? give phone or person");
		return;
	}
	papers.items = json_array();
	count = store_phone_people(call->api->config.reader, phone_id, ids);
	if (http_request_query(call->request, "phone") == NULL) {
		ids[0] = person_id;
		count = 1;
	}
	for (size_t i = 0; i < count; i++)
		store_consent_each(
		    call->api->config.reader, ids[i], paper, &papers);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", papers.items, "next"));
}
