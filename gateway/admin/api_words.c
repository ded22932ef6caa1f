/* api_words - the market's own names for its goods, and the words of texts
 * that nobody understood yet. */
#include <string.h>

#include "gateway/store/store_alias.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_unknown.h"

#include "gateway/admin/api_impl.h"

/* Each word is asked of the reader of texts: one request looks at so many. */
#define LOOK_WORDS 400

/* -- aliases ------------------------------------------------------------- */

static bool
list_alias(void *arg, const struct alias *alias)
{
	json_t *items = arg;

	json_array_append_new(
	    items, json_pack("{s:o, s:s, s:o, s:o}", "name",
		       api_text(alias->name), "product", alias->product, "by",
		       api_text(alias->by), "time", api_time(alias->time_ms)));
	return true;
}

/* At most ALIAS_ROWS_MAX short rows: one answer, no pages. */
void
api_aliases_get(const struct api_call *call)
{
	json_t *items = json_array();

	store_alias_each(call->api->config.reader, list_alias, items);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:n}", "items", items, "next"));
}

static json_t *
after_change(struct api_write *write)
{
	const struct api_config *config = &write->api->config;

	config->catalogue_changed(config->arg);
	return json_incref(write->reply);
}

static void
teach(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	const char *name = json_text(write->body, "name", "");
	const char *product = json_text(write->body, "product", "");
	char key[48];
	struct err err = {.code = 0};

	if (config->alias_teach(config->arg, turn, str_from(name),
		str_from(product), write->actor, key, sizeof(key), &err) < 0) {
		api_write_refuse(write, 422, "%s", err.text);
		return;
	}
	write->status = 200;
	write->reply =
	    json_pack("{s:o, s:s}", "name", api_text(name), "product", key);
	api_write_audit(write, turn, "alias", "%s is %s", name, key);
}

void
api_alias_post(const struct api_call *call)
{
	struct api_write *write;

	if (call->api->config.alias_teach == NULL) {
		api_problem(call->request, 503, "names are not taught here");
		return;
	}
	write = api_write_new(call, teach);
	if (write == NULL)
		return;
	write->after = after_change;
	api_write_submit(write);
}

static void
untie(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	char folded[ALIAS_NAME_OCTETS];

	if (!config->alias_fold(
		config->arg, str_from(write->name), folded, sizeof(folded)) ||
	    !store_alias_drop(turn->store, folded, turn->now_ms)) {
		api_write_refuse(
		    write, 404, "nobody taught the name %s", write->name);
		return;
	}
	write->status = 200;
	write->reply = json_pack("{s:o}", "name", api_text(write->name));
	api_write_audit(
	    write, turn, "alias", "%s is no name any more", write->name);
}

void
api_alias_remove(const struct api_call *call)
{
	struct api_write *write;

	if (call->api->config.alias_fold == NULL) {
		api_problem(call->request, 503, "names are not taught here");
		return;
	}
	write = api_write_bare(call, untie, NULL);
	write->after = after_change;
	api_write_submit(write);
}

/* -- words that nobody understood ---------------------------------------- */

struct looking {
	struct api_page page;
	int64_t at; /* rows looked at, from the first one on */
	int looked;
};

/* The text is shown as it came; its row may be gone. */
static json_t *
example(const struct api *api, int64_t message_id)
{
	struct message message;

	if (!store_message_get(api->config.reader, message_id, &message))
		return json_null();
	return api_text(message.text);
}

static json_t *
word_json(const struct api *api, const struct unknown_word *w, const char *near)
{
	return json_pack("{s:o, s:s, s:I, s:o, s:o, s:I, s:o, s:o}", "word",
	    api_text(w->word), "lang", w->lang, "count", (json_int_t)w->count,
	    "first", api_time(w->first_ms), "last", api_time(w->last_ms),
	    "message", (json_int_t)w->message_id, "text",
	    example(api, w->message_id), "near",
	    near[0] != '\0' ? api_text(near) : json_null());
}

static bool
list_word(void *arg, const struct unknown_word *w)
{
	struct looking *l = arg;
	const struct api_config *config = &l->page.api->config;
	char near[48] = "";

	if (l->looked++ == LOOK_WORDS) {
		api_page_more(&l->page, l->at);
		return false;
	}
	l->at++;
	if (config->word_known != NULL &&
	    config->word_known(
		config->arg, str_from(w->word), near, sizeof(near)))
		return true;
	return api_page_add(&l->page, l->at, word_json(l->page.api, w, near));
}

void
api_words_get(const struct api_call *call)
{
	const char *lang = http_request_query(call->request, "lang");
	struct looking l = {.looked = 0};
	int64_t since_ms;

	if (!api_query_time(call, "since", &since_ms) ||
	    !api_page_open(&l.page, call, &l.at))
		return;
	store_unknown_each(call->api->config.reader, lang != NULL ? lang : "",
	    since_ms, l.at, list_word, &l);
	api_page_reply(&l.page, call);
}

static void
forget(struct api_write *write, const struct turn *turn)
{
	const struct api_config *config = &write->api->config;
	char word[UNKNOWN_WORD_OCTETS];

	if (config->alias_fold == NULL ||
	    !config->alias_fold(
		config->arg, str_from(write->name), word, sizeof(word)))
		str_copy(word, sizeof(word), str_from(write->name));
	if (store_unknown_forget(turn->store, word) == 0) {
		api_write_refuse(
		    write, 404, "no text was counted for %s", write->name);
		return;
	}
	write->status = 200;
	write->reply = json_pack("{s:o}", "word", api_text(write->name));
	api_write_audit(write, turn, "word.forget", "%s", write->name);
}

void
api_word_forget(const struct api_call *call)
{
	api_write_submit(api_write_bare(call, forget, NULL));
}
