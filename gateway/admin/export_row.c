#include "gateway/admin/export_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv_cell.h"
#include "base/json.h"

static const struct {
	const char *resource;
	const char *keys[EXPORT_COLUMNS + 1];
} fixed[] = {
    {"orders",
	{"code", "id", "line", "state", "buyer", "seller", "product",
	    "quantity", "unit", "price", "currency", "payment", "created",
	    "changed", "buyer_name", "seller_name", "for", "place", "day",
	    "settled", "buyer_person", "seller_person", NULL}},
    {"messages", {"id", "time", "direction", "link", "phone", "text", "state",
		     "cause", "order", "kind", "order_id", "person", "why",
		     "changed", "tries", "parts", "due", "maybe_twice", NULL}},
    {"queue", {"id", "time", "direction", "link", "phone", "text", "state",
		  "cause", "order", "kind", "order_id", "person", "why",
		  "changed", "tries", "parts", "due", "maybe_twice", NULL}},
    {"held", {"id", "time", "direction", "link", "phone", "text", "state",
		 "cause", "order", "kind", "order_id", "person", "why",
		 "changed", "tries", "parts", "due", "maybe_twice", NULL}},
    {"people", {"phone", "name", "roles", "place", "area", "lang", "weight",
		   "leader", "id", "person", "leader_person", "phones",
		   "shared", "consent", "stopped", "heard", "asked", NULL}},
    {"offers", {"phone", "product", "quantity", "unit", "price", "unit_kg",
		   "grade", "from", "until", "seller", "currency", "left",
		   "held", "closed", "person", "id", NULL}},
    {"audit", {"id", "time", "actor", "action", "what", NULL}},
    {"links",
	{"name", "kind", "state", "number", "two_way", "draining", "device",
	    "operator", "signal", "detail", "balance", "balance_time", NULL}},
    {"sessions", {"id", "channel", "phone", "code", "dialled", "state",
		     "reason", "opened", "seen", "closed", "turns", "screen",
		     "order", "lang", "network", "person", NULL}},
};

bool
export_columns_fixed(struct export_columns *out, const char *resource)
{
	*out = (struct export_columns){.own = NULL};
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
		if (strcmp(fixed[i].resource, resource) != 0)
			continue;
		memcpy(out->keys, fixed[i].keys, sizeof(out->keys));
		return true;
	}
	return false;
}

void
export_columns_of(struct export_columns *out, const json_t *row)
{
	size_t count = 0;
	*out = (struct export_columns){.own = json_deep_copy(row)};
	for (void *at = json_object_iter(out->own);
	     at != NULL && count < EXPORT_COLUMNS;
	     at = json_object_iter_next(out->own, at))
		out->keys[count++] = json_object_iter_key(at);
}

void
export_columns_free(struct export_columns *columns)
{
	json_decref(columns->own);
	*columns = (struct export_columns){.own = NULL};
}

void
export_head(struct buf *to, const struct export_columns *columns)
{
	for (size_t i = 0; columns->keys[i] != NULL; i++) {
		if (i > 0)
			buf_add_char(to, ',');
		csv_cell_words(to, str_from(columns->keys[i]));
	}
	buf_add_text(to, "\r\n");
}

/* "a|b": strings of a list; anything else in it as JSON. */
static void
add_list(struct buf *to, const json_t *list)
{
	struct buf text = buf_new(1 << 16);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *item = json_array_get(list, i);
		char *json =
		    json_is_string(item)
			? NULL
			: json_dumps(item, JSON_WRITE_FLAGS | JSON_ENCODE_ANY);
		if (i > 0)
			buf_add_char(&text, '|');
		buf_add_text(
		    &text, json != NULL ? json : json_string_value(item));
		free(json);
	}
	csv_cell_words(to, buf_str(&text));
	buf_free(&text);
}

static void
add_json(struct buf *to, const json_t *value)
{
	char *json = json_dumps(value, JSON_WRITE_FLAGS | JSON_ENCODE_ANY);
	if (json != NULL)
		csv_cell_plain(to, str_from(json));
	free(json);
}

static void
add_cell(struct buf *to, const json_t *value)
{
	if (value == NULL || json_is_null(value))
		return;
	if (json_is_string(value))
		csv_cell_words(to, str_of(json_string_value(value),
				       json_string_length(value)));
	else if (json_is_array(value))
		add_list(to, value);
	else
		add_json(to, value);
}

void
export_row(
    struct buf *to, const struct export_columns *columns, const json_t *row)
{
	for (size_t i = 0; columns->keys[i] != NULL; i++) {
		if (i > 0)
			buf_add_char(to, ',');
		add_cell(to, json_object_get(row, columns->keys[i]));
	}
	buf_add_text(to, "\r\n");
}
