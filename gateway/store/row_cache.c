#include "gateway/store/row_cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

struct row_cache
row_cache_new(size_t octets, size_t places)
{
	PANIC_UNLESS(octets > 0 && places > 0 && (places & (places - 1)) == 0);
	return (struct row_cache){.octets = octets, .places = places};
}

void
row_cache_free(struct row_cache *cache)
{
	free(cache->ids);
	free(cache->rows);
	cache->ids = NULL;
	cache->rows = NULL;
}

/* Ids of lines and proposals go up in steps of 64 and 4,096: mixed first. */
static size_t
place_of(const struct row_cache *cache, int64_t id)
{
	uint64_t mixed = (uint64_t)id * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(mixed >> 32) & (cache->places - 1);
}

bool
row_cache_get(const struct row_cache *cache, int64_t id, void *out)
{
	if (cache->ids == NULL || id <= 0)
		return false;
	size_t at = place_of(cache, id);
	if (cache->ids[at] != id)
		return false;
	memcpy(out, cache->rows + at * cache->octets, cache->octets);
	return true;
}

void
row_cache_put(struct row_cache *cache, int64_t id, const void *row)
{
	if (id <= 0)
		return;
	if (cache->ids == NULL) {
		cache->ids = xcalloc(cache->places, sizeof(*cache->ids));
		cache->rows = xcalloc(cache->places, cache->octets);
	}
	size_t at = place_of(cache, id);
	cache->used = true;
	cache->ids[at] = id;
	memcpy(cache->rows + at * cache->octets, row, cache->octets);
}

void
row_cache_drop(struct row_cache *cache, int64_t id)
{
	if (cache->ids == NULL || id <= 0)
		return;
	size_t at = place_of(cache, id);
	if (cache->ids[at] == id)
		cache->ids[at] = 0;
}

void
row_cache_clear(struct row_cache *cache)
{
	/* It is cleared with each transaction that is taken back. */
	if (cache->used)
		memset(cache->ids, 0, cache->places * sizeof(*cache->ids));
	cache->used = false;
}

const void *
row_cache_at(const struct row_cache *cache, size_t place, int64_t *id_out)
{
	*id_out = cache->ids != NULL ? cache->ids[place] : 0;
	return *id_out != 0 ? cache->rows + place * cache->octets : NULL;
}
