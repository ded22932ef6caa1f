/* api_reveal - one person's number in full, for who sees them masked.
 *
 * Who asked for whose number, when and why is a row of the audit before the
 * number leaves. */
#include "base/mask.h"
#include "gateway/store/store_person.h"
#include "gateway/store/store_phone.h"

#include "gateway/admin/api_impl.h"

#define WHY_OCTETS 160

static json_t *
phones_json(const struct turn *turn, int64_t person_id)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count = store_phone_phones(turn->store, person_id, ids);
	json_t *list = json_array();
	char number[PARTY_OCTETS];

	for (size_t i = 0; i < count; i++) {
		store_phone_number(turn->store, ids[i], number);
		json_array_append_new(list, api_text(number));
	}
	return list;
}

static void
reveal(struct api_write *write, const struct turn *turn)
{
	int64_t id = json_int(write->body, "person", 0);
	struct person person;
	char why[WHY_OCTETS];

	if (id == 0 || !store_person_get(turn->store, id, &person)) {
		api_write_refuse(
		    write, 404, "there is no person %lld", (long long)id);
		return;
	}
	/* No number stands in the audit, not even one that came as a reason. */
	(void)mask_text(
	    why, sizeof(why), str_from(json_text(write->body, "why", "")));
	api_write_audit(write, turn, "reveal", "person %lld%s%s", (long long)id,
	    why[0] != '\0' ? ": " : "", why);
	write->reply = json_pack("{s:I, s:o, s:o}", "person", (json_int_t)id,
	    "phone",
	    person.number[0] != '\0' ? api_text(person.number) : json_null(),
	    "phones", phones_json(turn, id));
	write->status = 200;
}

/* The row is durable: this one answer shows the number. */
static json_t *
shown(struct api_write *write)
{
	unsigned noted = http_request_noted(write->request);

	http_request_note(write->request, noted & ~(unsigned)CALLER_NOTE_MASK);
	return json_incref(write->reply);
}

void
api_reveal_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, reveal);

	if (write == NULL)
		return;
	write->after = shown;
	api_write_submit(write);
}
