#include "gateway/queue/sim_memory.h"

#include <stdio.h>

#define ACCEPTED_AFTER_MS (INT64_C(24) * 3600 * 1000)

/* "sim NAME": its own; "sim-since NAME": since when another one is in it. */
bool
sim_memory_is_other(
    struct store *store, const char *link, int64_t sim, int64_t now_ms)
{
	char own_key[64], since_key[64];
	snprintf(own_key, sizeof(own_key), "sim %s", link);
	snprintf(since_key, sizeof(since_key), "sim-since %s", link);
	if (sim == 0)
		return false;
	int64_t own = store_setting_int(store, own_key, 0);
	int64_t since_ms = store_setting_int(store, since_key, 0);
	bool other = own != 0 && own != sim;
	if (other && since_ms == 0) {
		store_setting_put_int(store, since_key, now_ms);
	} else if (other && now_ms - since_ms < ACCEPTED_AFTER_MS) {
		return true;
	} else if (other || own == 0) {
		store_setting_put_int(store, own_key, sim);
		other = false;
	}
	if (!other && since_ms != 0)
		store_setting_put_int(store, since_key, 0);
	return other;
}

int
sim_memory_refused_pin(struct store *store, const char *link)
{
	char key[64];
	snprintf(key, sizeof(key), "pin-refused %s", link);
	return (int)store_setting_int(store, key, 0);
}

void
sim_memory_note_pin(struct store *store, const char *link, int refused, bool up)
{
	char key[64];
	snprintf(key, sizeof(key), "pin-refused %s", link);
	if ((refused != 0 || up) &&
	    refused != sim_memory_refused_pin(store, link))
		store_setting_put_int(store, key, refused);
}
