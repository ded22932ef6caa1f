/* api_log_words - a log's page by words, through the index of words.
 *
 * The index tells which messages may fit; each is then looked at as it is in
 * the store, so what it is late about or has too much of is not shown.  What
 * is newer than the index is read as it stands.  One request looks at
 * CANDIDATES messages of the index at most and says where to go on. */
#include <string.h>

#include "gateway/store/search.h"
#include "gateway/store/store_message.h"

#include "gateway/admin/api_impl.h"

#define CANDIDATES 512

struct candidates {
	struct api_page *page;
	int64_t since_ms;
	bool room;
};

static bool
take(void *arg, const struct message *m)
{
	struct candidates *c = arg;

	/* `since_ms` is not in the filter: the store would look for its first
	 * message once more for every candidate. */
	if (m->time_ms >= c->since_ms)
		c->room = api_message_row(c->page, m);
	return false;
}

static void
look_at(struct store *reader, struct message_filter f, int64_t id,
    struct candidates *c)
{
	f.after_id = id - 1;
	f.before_id = id + 1;
	f.since_ms = 0;
	f.limit = 1;
	store_message_list(reader, &f, take, c);
}

struct search_question
api_log_question(const struct message_filter *f)
{
	return (struct search_question){
	    .words = str_from(f->words),
	    .order_id = f->order_id,
	    .link_id = f->link_id,
	    .area_id = f->area_id,
	};
}

enum api_words
api_log_words(struct store *reader, const struct message_filter *f,
    int64_t after_id, int64_t before_id, struct api_page *page)
{
	bool newest_first = f->before_id != 0;
	int64_t ids[CANDIDATES];
	struct candidates c = {page, f->since_ms, true};
	struct search_question question = api_log_question(f);
	int count = search_ids(reader, &question, after_id, before_id,
	    newest_first, ids, CANDIDATES);

	if (count < 0)
		return API_WORDS_BROKEN;
	for (int i = 0; c.room && i < count; i++)
		look_at(reader, *f, ids[i], &c);
	if (c.room && count == CANDIDATES)
		api_page_more(page, ids[count - 1]);
	return c.room && count < CANDIDATES ? API_WORDS_ALL : API_WORDS_FULL;
}
