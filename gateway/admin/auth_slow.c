#include "gateway/admin/auth_slow.h"

#include <stddef.h>
#include <string.h>

#include "base/str.h"

#define ADDRESS_OCTETS 48
#define IPV6_GROUPS_KEPT 4

int64_t
auth_slow_left(const struct auth_slow_rule *rule, int64_t tries,
    int64_t last_ms, int64_t now_ms)
{
	int64_t wait = rule->first_ms, passed = now_ms - last_ms;

	if (tries <= rule->free || passed >= rule->forget_ms)
		return 0;
	for (int64_t i = rule->free + 1; i < tries && wait < rule->most_ms; i++)
		wait *= 2;
	if (wait > rule->most_ms)
		wait = rule->most_ms;
	if (passed < 0) /* the wall clock was put back */
		passed = 0;
	return passed >= wait ? 0 : wait - passed;
}

static struct auth_slow_row *
bucket_of(struct auth_slow *slow, uint64_t key)
{
	return slow->row[key % AUTH_SLOW_BUCKETS];
}

static struct auth_slow_row *
find(struct auth_slow *slow, uint64_t key)
{
	struct auth_slow_row *row = bucket_of(slow, key);

	for (int i = 0; i < AUTH_SLOW_WAYS; i++)
		if (row[i].key == key && key != 0)
			return &row[i];
	return NULL;
}

int64_t
auth_slow_wait(const struct auth_slow *slow, const struct auth_slow_rule *rule,
    uint64_t key, int64_t now_ms)
{
	const struct auth_slow_row *row = slow->row[key % AUTH_SLOW_BUCKETS];

	for (int i = 0; i < AUTH_SLOW_WAYS; i++)
		if (row[i].key == key && key != 0)
			return auth_slow_left(
			    rule, row[i].tries, row[i].last_ms, now_ms);
	return 0;
}

/* The one with the fewest tries, of these the oldest. */
static struct auth_slow_row *
make_room(struct auth_slow *slow, uint64_t key)
{
	struct auth_slow_row *row = bucket_of(slow, key), *least = row;

	for (int i = 1; i < AUTH_SLOW_WAYS; i++)
		if (row[i].tries < least->tries ||
		    (row[i].tries == least->tries &&
			row[i].last_ms < least->last_ms))
			least = &row[i];
	*least = (struct auth_slow_row){.key = key};
	return least;
}

int
auth_slow_count(struct auth_slow *slow, const struct auth_slow_rule *rule,
    uint64_t key, int64_t now_ms)
{
	struct auth_slow_row *row = find(slow, key);

	if (key == 0)
		return 0;
	if (row == NULL)
		row = make_room(slow, key);
	else if (now_ms - row->last_ms >= rule->forget_ms)
		row->tries = 0;
	row->last_ms = now_ms;
	return ++row->tries;
}

void
auth_slow_take_back(struct auth_slow *slow, uint64_t key)
{
	struct auth_slow_row *row = find(slow, key);

	if (row != NULL && row->tries > 0)
		row->tries--;
}

void
auth_slow_forget(struct auth_slow *slow, uint64_t key)
{
	struct auth_slow_row *row = find(slow, key);

	if (row != NULL)
		*row = (struct auth_slow_row){.key = 0};
}

/* Numeric forms come from one place (http_request_peer), so the same address is
 * always written the same way; "::" before the fifth group hides only zeros. */
void
auth_slow_address(char *dst, const char *address)
{
	int groups = 0;
	const char *at = address;

	if (str_starts(str_from(address), "::ffff:")) /* IPv4 in IPv6 */
		at = address + 7;
	if (strchr(at, ':') == NULL) {
		str_copy(dst, ADDRESS_OCTETS, str_from(at));
		return;
	}
	for (; *at != '\0' && *at != '%'; at++)
		if (*at == ':' &&
		    (++groups == IPV6_GROUPS_KEPT || at[1] == ':'))
			break;
	str_copy(dst, ADDRESS_OCTETS, str_of(address, (size_t)(at - address)));
}
