/* api_json - the store's values as JSON: times, money, people. */
#include <string.h>

#include "gateway/store/store_order.h"
#include "gateway/store/store_person.h"

#include "gateway/admin/api_impl.h"

json_t *
api_time(int64_t wall_ms)
{
	char text[32];

	if (wall_ms == 0)
		return json_null();
	return json_string(clock_rfc3339(text, sizeof(text), wall_ms, 1));
}

json_t *
api_text(const char *text)
{
	return json_clean(text, strlen(text));
}

json_t *
api_minor(const struct api *api, int64_t minor)
{
	int64_t scale = 1;

	if (minor < 0)
		return json_null();
	for (int i = 0; i < api->config.market->currency_places; i++)
		scale *= 10;
	if (minor % scale == 0)
		return json_integer(minor / scale);
	return json_real((double)minor / (double)scale);
}

json_t *
api_phone_of(const struct api *api, int64_t person_id)
{
	struct person person;

	if (person_id == 0 ||
	    !store_person_get(api->config.reader, person_id, &person))
		return json_null();
	return api_text(person.number);
}

json_t *
api_id(int64_t id)
{
	return id != 0 ? json_integer(id) : json_null();
}

json_t *
api_code_of(const struct api *api, int64_t order_id)
{
	struct order order;

	if (order_id == 0 ||
	    !store_order_get(api->config.reader, order_id, &order))
		return json_null();
	return api_text(order.code);
}

void
api_names(const struct api *api, json_t *list, const char *id_key,
    const char *name_key)
{
	struct person person = {.id = 0};
	json_t *row;
	size_t i;

	json_array_foreach(list, i, row)
	{
		int64_t id = json_int(row, id_key, 0);
		bool known = id != 0 && (id == person.id ||
					    store_person_get(api->config.reader,
						id, &person));

		json_object_set_new(
		    row, name_key, api_text(known ? person.name : ""));
		if (!known)
			person.id = 0;
	}
}

bool
api_query_names(const struct api_call *call)
{
	const char *word = http_request_query(call->request, "names");

	return word != NULL && strcmp(word, "1") == 0;
}
