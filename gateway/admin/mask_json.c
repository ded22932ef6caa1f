#include "gateway/admin/mask_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/mask.h"
#include "base/panic.h"

#define DEPTH_MOST 64

/* Ours alone: no person's words stand under them. */
static bool
is_exempt(const char *key)
{
	static const char *const keys[] = {"next", "newest", "csrf", "hash",
	    "prev", "head", "signature", "public_key", "token", "secret", "uri",
	    "time", "created", "changed"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

static bool
is_octets(const char *key)
{
	return strcmp(key, "pdu") == 0 || strcmp(key, "raw") == 0;
}

static void
mask_string(json_t *string)
{
	struct str text =
	    str_of(json_string_value(string), json_string_length(string));
	size_t room = MASK_ROOM(text.octets), octets;
	char near[512], *dst = near;

	if (!mask_may_have(text))
		return;
	if (room > sizeof(near))
		dst = xcalloc(1, room);
	octets =
	    mask_text(dst, room > sizeof(near) ? room : sizeof(near), text);
	if (octets != text.octets || memcmp(dst, text.at, octets) != 0)
		(void)json_string_setn(string, dst, octets);
	if (dst != near)
		free(dst);
}

static void
mask_value(json_t *value, int depth)
{
	const char *key;
	json_t *member;
	size_t i;

	if (depth == DEPTH_MOST) { /* nothing of ours is so deep */
		(void)json_array_clear(value);
		(void)json_object_clear(value);
		return;
	}
	if (json_is_string(value))
		mask_string(value);
	json_array_foreach(value, i, member) mask_value(member, depth + 1);
	json_object_foreach(value, key,
	    member) if (is_octets(key) && json_is_string(member))(void)
	    json_string_set(member, MASK_HIDDEN);
	else if (!is_exempt(key) || !json_is_string(member))
	    mask_value(member, depth + 1);
}

void
mask_json(json_t *root)
{
	if (root != NULL)
		mask_value(root, 0);
}
