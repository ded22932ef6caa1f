#include "gateway/store/head_map.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#define FIRST_PLACES 64
#define KEPT_PLACES 4096
/* Keys are ids: dense, and met in order when a million of them are read at the
 * start.  So a few neighbours stay neighbours: spread over the map, each would
 * be a miss of the processor's caches, which is most of what that start
 * costs. */
#define NEIGHBOURS 4

static size_t
first_place(const struct head_map *map, int64_t key)
{
	uint64_t mixed =
	    (uint64_t)key / NEIGHBOURS * UINT64_C(0x9E3779B97F4A7C15);
	size_t first = (size_t)(mixed >> 20) * NEIGHBOURS;
	return (first + (size_t)key % NEIGHBOURS) & (map->places - 1);
}

static struct head_pair *
place_of(const struct head_map *map, int64_t key)
{
	for (size_t at = first_place(map, key);; at++) {
		struct head_pair *pair = &map->pairs[at & (map->places - 1)];
		if (pair->key == key || pair->key == 0)
			return pair;
	}
}

static void
grow(struct head_map *map)
{
	struct head_map old = *map;
	map->places = old.places > 0 ? old.places * 2 : FIRST_PLACES;
	map->pairs = xcalloc(map->places, sizeof(*map->pairs));
	for (size_t i = 0; i < old.places; i++)
		if (old.pairs[i].key != 0)
			*place_of(map, old.pairs[i].key) = old.pairs[i];
	free(old.pairs);
}

int64_t
head_map_get(const struct head_map *map, int64_t key)
{
	return map->places > 0 ? place_of(map, key)->value : 0;
}

void
head_map_put(struct head_map *map, int64_t key, int64_t value)
{
	PANIC_UNLESS(key > 0);
	if ((map->used + 1) * 4 > map->places * 3)
		grow(map);
	struct head_pair *pair = place_of(map, key);
	if (pair->key == 0)
		map->used++;
	*pair = (struct head_pair){.key = key, .value = value};
}

void
head_map_drop(struct head_map *map, int64_t key)
{
	if (map->places == 0 || head_map_get(map, key) == 0)
		return;
	size_t mask = map->places - 1;
	size_t hole = (size_t)(place_of(map, key) - map->pairs);
	for (size_t at = hole + 1; map->pairs[at & mask].key != 0; at++) {
		size_t first = first_place(map, map->pairs[at & mask].key);
		/* May it stand in the hole, or would it not be found there? */
		if (((at - first) & mask) < ((at - hole) & mask))
			continue;
		map->pairs[hole] = map->pairs[at & mask];
		hole = at & mask;
	}
	map->pairs[hole] = (struct head_pair){0};
	map->used--;
}

void
head_map_clear(struct head_map *map)
{
	if (map->places > KEPT_PLACES)
		head_map_free(map);
	else if (map->used > 0)
		memset(map->pairs, 0, map->places * sizeof(*map->pairs));
	map->used = 0;
}

void
head_map_free(struct head_map *map)
{
	free(map->pairs);
	*map = (struct head_map){0};
}
