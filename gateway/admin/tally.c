#include "gateway/admin/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

struct tally {
	size_t key_octets, value_octets, entry_octets, most;
	size_t count, room;
	unsigned char *entries; /* key, then value, each on 8 octets */
	uint32_t *index; /* place + 1, or 0; open addressing */
	size_t mask;
};

static size_t
padded(size_t octets)
{
	return (octets + 7) & ~(size_t)7;
}

struct tally *
tally_new(size_t key_octets, size_t value_octets, size_t most)
{
	struct tally *t = xcalloc(1, sizeof(*t));

	PANIC_UNLESS(most < UINT32_MAX / 4);
	t->key_octets = key_octets;
	t->value_octets = value_octets;
	t->entry_octets = padded(key_octets) + padded(value_octets);
	t->most = most;
	t->mask = 63;
	t->index = xcalloc(t->mask + 1, sizeof(*t->index));
	return t;
}

void
tally_free(struct tally **tally)
{
	if (*tally == NULL)
		return;
	free((*tally)->entries);
	free((*tally)->index);
	free(*tally);
	*tally = NULL;
}

static unsigned char *
entry(const struct tally *t, size_t place)
{
	return t->entries + place * t->entry_octets;
}

/* FNV-1a; the keys are our own rows, nobody can choose them to collide for
 * long. */
static uint64_t
hash(const void *key, size_t octets)
{
	const unsigned char *at = key;
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < octets; i++)
		h = (h ^ at[i]) * UINT64_C(1099511628211);
	return h ^ (h >> 29);
}

/* Where the key's place stands in the index, or would. */
static size_t
slot_of(const struct tally *t, const void *key)
{
	size_t slot = (size_t)hash(key, t->key_octets) & t->mask;

	while (t->index[slot] != 0 &&
	       memcmp(entry(t, t->index[slot] - 1), key, t->key_octets) != 0)
		slot = (slot + 1) & t->mask;
	return slot;
}

static void
grow(struct tally *t)
{
	if (t->count == t->room) {
		t->room = t->room * 2 + 32;
		t->entries = xrealloc(t->entries, t->room * t->entry_octets);
	}
	if (t->count * 2 <= t->mask)
		return;
	free(t->index);
	t->mask = t->mask * 2 + 1;
	t->index = xcalloc(t->mask + 1, sizeof(*t->index));
	for (size_t i = 0; i < t->count; i++)
		t->index[slot_of(t, entry(t, i))] = (uint32_t)i + 1;
}

void *
tally_find(const struct tally *tally, const void *key)
{
	size_t slot = slot_of(tally, key);

	return tally->index[slot] != 0
		   ? tally_value(tally, tally->index[slot] - 1)
		   : NULL;
}

void *
tally_at(struct tally *tally, const void *key)
{
	void *known = tally_find(tally, key);

	if (known != NULL)
		return known;
	if (tally->count == tally->most)
		return NULL;
	grow(tally);
	tally->index[slot_of(tally, key)] = (uint32_t)tally->count + 1;
	memset(entry(tally, tally->count), 0, tally->entry_octets);
	memcpy(entry(tally, tally->count), key, tally->key_octets);
	return tally_value(tally, tally->count++);
}

size_t
tally_place(const struct tally *tally, const void *value)
{
	return (size_t)((const unsigned char *)value - tally->entries) /
	       tally->entry_octets;
}

size_t
tally_count(const struct tally *tally)
{
	return tally->count;
}

const void *
tally_key(const struct tally *tally, size_t place)
{
	return entry(tally, place);
}

void *
tally_value(const struct tally *tally, size_t place)
{
	return entry(tally, place) + padded(tally->key_octets);
}
