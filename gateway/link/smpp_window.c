#include "gateway/link/smpp_window.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

struct smpp_window_place {
	struct smpp_asked asked;
	uint32_t same; /* next in its bucket, or next free one: place + 1 */
	uint32_t older, newer;
};

void
smpp_window_init(struct smpp_window *w, size_t most)
{
	PANIC_UNLESS(most >= 1 && most <= SMPP_WINDOW_MAX);
	size_t buckets = 2;
	while (buckets < 2 * most)
		buckets *= 2;
	*w = (struct smpp_window){.most = most, .mask = (uint32_t)buckets - 1};
	w->place = xcalloc(most, sizeof(*w->place));
	w->bucket = xcalloc(buckets, sizeof(*w->bucket));
	for (size_t i = most; i > 0; i--) {
		w->place[i - 1].same = w->free_first;
		w->free_first = (uint32_t)i;
	}
}

void
smpp_window_free(struct smpp_window *w)
{
	free(w->place);
	free(w->bucket);
	memset(w, 0, sizeof(*w));
}

static struct smpp_window_place *
at(const struct smpp_window *w, uint32_t number)
{
	return &w->place[number - 1];
}

/* The link that names the place of that sequence, or the end of its chain. */
static uint32_t *
find(struct smpp_window *w, uint32_t sequence)
{
	uint32_t *link = &w->bucket[sequence & w->mask];
	while (*link != 0 && at(w, *link)->asked.sequence != sequence)
		link = &at(w, *link)->same;
	return link;
}

bool
smpp_window_put(struct smpp_window *w, const struct smpp_asked *asked)
{
	uint32_t *link = find(w, asked->sequence);
	uint32_t number = w->free_first;
	if (number == 0 || *link != 0)
		return false;
	struct smpp_window_place *place = at(w, number);
	w->free_first = place->same;
	*place =
	    (struct smpp_window_place){.asked = *asked, .older = w->newest};
	*link = number;
	if (w->newest != 0)
		at(w, w->newest)->newer = number;
	else
		w->oldest = number;
	w->newest = number;
	w->count++;
	return true;
}

bool
smpp_window_take(
    struct smpp_window *w, uint32_t sequence, struct smpp_asked *out)
{
	uint32_t *link = find(w, sequence);
	uint32_t number = *link;
	if (number == 0)
		return false;
	struct smpp_window_place *place = at(w, number);
	*out = place->asked;
	*link = place->same;
	*(place->older != 0 ? &at(w, place->older)->newer : &w->oldest) =
	    place->newer;
	*(place->newer != 0 ? &at(w, place->newer)->older : &w->newest) =
	    place->older;
	place->same = w->free_first;
	w->free_first = number;
	w->count--;
	return true;
}

const struct smpp_asked *
smpp_window_oldest(const struct smpp_window *w)
{
	return w->oldest == 0 ? NULL : &at(w, w->oldest)->asked;
}
