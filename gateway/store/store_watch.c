#include "gateway/store/store_watch.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/store/store_inside.h"

/* One turn writes a row more than once: a text is claimed when it is new. */
#define LOOK_BACK 16

struct store_watch {
	struct store_watched row[STORE_WATCH_MOST]; /* a ring */
	uint64_t written, taken;
};

void
store_watch(struct store *store, bool on)
{
	PANIC_UNLESS(store->head != NULL);
	if (on == (store->watch != NULL))
		return;
	if (on) {
		store->watch = xcalloc(1, sizeof(*store->watch));
		return;
	}
	free(store->watch);
	store->watch = NULL;
}

static bool
is_noted(const struct store_watch *w, struct store_watched row)
{
	uint64_t from = w->written > LOOK_BACK ? w->written - LOOK_BACK : 0;
	if (from < w->taken)
		from = w->taken;
	for (uint64_t i = from; i < w->written; i++) {
		const struct store_watched *other =
		    &w->row[i % STORE_WATCH_MOST];
		if (other->kind == row.kind && other->id == row.id)
			return true;
	}
	return false;
}

void
store_watch_note(struct store *store, const char *table, int64_t id)
{
	struct store_watch *w = store->watch;
	struct store_watched row = {STORE_WATCHED_MESSAGE, id};
	if (w == NULL)
		return;
	if (strcmp(table, "line_event") == 0)
		row.kind = STORE_WATCHED_EVENT;
	else if (strcmp(table, "message") != 0)
		return;
	if (!is_noted(w, row))
		w->row[w->written++ % STORE_WATCH_MOST] = row;
}

size_t
store_watch_take(struct store *store,
    struct store_watched out[STORE_WATCH_MOST], int64_t *left_out)
{
	struct store_watch *w = store->watch;
	size_t count = 0;
	*left_out = 0;
	if (w == NULL)
		return 0;
	if (w->written - w->taken > STORE_WATCH_MOST) {
		*left_out = (int64_t)(w->written - w->taken - STORE_WATCH_MOST);
		w->taken = w->written - STORE_WATCH_MOST;
	}
	while (w->taken < w->written)
		out[count++] = w->row[w->taken++ % STORE_WATCH_MOST];
	return count;
}
