/* api_catalogue - a catalogue file comes in: every product is tried by itself,
 * so that each bad one can be named; the good ones are written together. */
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "gateway/admin/api_impl.h"

#define CATALOGUE_CAP (2 * 1024 * 1024)

/* In write->body: {"good":[…],"units":…,"bad":[…]}. */
static void
work(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	json_t *good = json_object_get(write->body, "products");
	json_t *bad = json_object_get(write->body, "bad");
	char *text;

	write->status = 200;
	write->reply = json_pack("{s:I, s:I, s:O, s:[]}", "imported",
	    (json_int_t)json_array_size(good), "bad_count",
	    (json_int_t)json_array_size(bad), "bad", bad, "ignored");
	if (json_array_size(good) == 0)
		return;
	text = json_dumps(write->body, JSON_WRITE_FLAGS);
	PANIC_UNLESS(text != NULL);
	config->catalogue_import(config->arg, turn, str_from(text));
	api_write_audit(write, turn, "import", "%zu products of the catalogue",
	    json_array_size(good));
	free(text);
}

static json_t *
after(struct api_write *write)
{
	const struct api_config *config = &write->api->config;

	if (json_array_size(json_object_get(write->body, "products")) > 0)
		config->catalogue_changed(config->arg);
	return json_incref(write->reply);
}

static bool
is_good(const struct api *api, json_t *product, json_t *units, struct err *err)
{
	json_t *file = json_pack("{s:[O]}", "products", product);
	char *text;
	int rc;

	if (units != NULL)
		json_object_set(file, "units", units);
	text = json_dumps(file, JSON_WRITE_FLAGS);
	PANIC_UNLESS(text != NULL);
	rc = api->config.catalogue_check(api->config.arg, str_from(text), err);
	free(text);
	json_decref(file);
	return rc == 0;
}

/* Takes file; gives what work() wants. */
static json_t *
sort_out(const struct api *api, json_t *file)
{
	json_t *products = json_object_get(file, "products");
	json_t *units = json_object_get(file, "units");
	json_t *good = json_array(), *bad = json_array();
	json_t *sorted = json_pack("{s:o, s:o}", "products", good, "bad", bad);
	struct err err = {.code = 0};

	for (size_t i = 0; i < json_array_size(products); i++) {
		json_t *product = json_array_get(products, i);

		if (is_good(api, product, units, &err))
			json_array_append(good, product);
		else
			json_array_append_new(bad,
			    json_pack("{s:I, s:o}", "line", (json_int_t)i + 1,
				"reason", api_text(err.text)));
	}
	if (units != NULL)
		json_object_set(sorted, "units", units);
	json_decref(file);
	return sorted;
}

void
api_catalogue_import(const struct api_call *call)
{
	struct api_write *write;
	struct err err = {.code = 0};
	json_t *file =
	    json_read(http_request_body(call->request), CATALOGUE_CAP, &err);

	if (!json_is_array(json_object_get(file, "products"))) {
		api_problem(call->request, 400,
		    "the body is not a catalogue with a list of products%s%s",
		    file == NULL ? ": " : "", file == NULL ? err.text : "");
		json_decref(file);
		return;
	}
	if (call->api->config.catalogue_check == NULL) {
		api_problem(call->request, 503,
		    "the catalogue is a file here and is not imported");
		json_decref(file);
		return;
	}
	write = api_write_bare(call, work, sort_out(call->api, file));
	write->after = after;
	api_write_submit(write);
}
