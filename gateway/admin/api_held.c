/* api_held - texts of a restored store that wait for a word (store_held.h). */
#include <string.h>

#include "gateway/store/store_held.h"

#include "gateway/admin/api_impl.h"

#define AT_ONCE 250 /* texts in one turn */

void
api_held_get(const struct api_call *call)
{
	struct store *reader = call->api->config.reader;
	int64_t ids[API_PAGE_ROWS], after;
	struct api_page page;
	int count;

	if (!api_page_open(&page, call, &after))
		return;
	count = store_held_list(reader, after, ids, page.limit);
	for (int i = 0; i < count; i++) {
		struct message m;

		if (store_message_get(reader, ids[i], &m))
			api_message_row(&page, &m);
		else
			api_page_skip(&page, ids[i]);
	}
	api_page_reply(&page, call);
}

static bool
act(struct api_write *write, const struct turn *turn, int64_t id)
{
	return write->act ? store_held_release(turn->store, id, turn->now_ms)
			  : store_held_drop(turn->store, id, turn->now_ms);
}

/* The first of them; whoever asks for all asks again while some are left. */
static int
act_all(struct api_write *write, const struct turn *turn)
{
	int64_t ids[AT_ONCE];
	int count = store_held_list(turn->store, 0, ids, AT_ONCE);

	for (int i = 0; i < count; i++)
		act(write, turn, ids[i]);
	return count;
}

static void
held_work(struct api_write *write, const struct turn *turn)
{
	bool all = strcmp(write->name, "all") == 0;
	const char *action = write->act ? "held.release" : "held.drop";
	struct held_state state;
	int64_t id = 0;
	int count = 1;

	if (all)
		count = act_all(write, turn);
	else if (!str_to_int64(&id, str_from(write->name)) ||
		 !act(write, turn, id)) {
		api_write_refuse(write, 404, "no text %s is held", write->name);
		return;
	}
	store_held_end(turn->store, turn->now_ms);
	store_held_state(turn->store, &state);
	if (all)
		api_write_audit(write, turn, action, "%d texts", count);
	else
		api_write_audit(
		    write, turn, action, "message %lld", (long long)id);
	write->status = 200;
	write->reply = json_pack("{s:i, s:I, s:b}", "done", count, "left",
	    (json_int_t)state.texts, "open", state.open);
}

void
api_held_post(const struct api_call *call)
{
	struct api_write *write = api_write_new(call, held_work);

	if (write == NULL)
		return;
	write->act = strcmp(call->act, "release") == 0;
	api_write_submit(write);
}
