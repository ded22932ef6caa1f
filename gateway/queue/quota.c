#include "gateway/queue/quota.h"

#include "base/log.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#define HOUR_MS INT64_C(3600000)

struct tally {
	int64_t since_ms;
	int inbound;
};

static bool
count(void *arg, const struct message *m)
{
	struct tally *tally = arg;
	if (m->time_ms < tally->since_ms)
		return false;
	if (!m->out && m->state == MESSAGE_RECEIVED)
		tally->inbound++;
	return true;
}

enum quota
quota_judge(const struct turn *turn, int64_t phone_id)
{
	int limit = turn->market->texts_per_person_hour;
	if (limit <= 0)
		return QUOTA_FINE;
	struct tally tally = {.since_ms = turn->now_ms - HOUR_MS};
	/* Each of theirs may have brought a few of ours. */
	store_message_heads(
	    turn->store, phone_id, 4 * limit + 4, count, &tally);
	if (tally.inbound <= limit)
		return QUOTA_FINE;
	char number[PARTY_OCTETS], masked[PARTY_OCTETS];
	store_phone_number(turn->store, phone_id, number);
	log_event(LOG_WARN, "quota", "too_many_texts", "phone=%s limit=%d",
	    log_phone(masked, sizeof(masked), number), limit);
	return tally.inbound == limit + 1 ? QUOTA_FIRST_OVER : QUOTA_OVER;
}
