#include "gateway/queue/retry.h"

#define SECOND_MS INT64_C(1000)
#define MINUTE_MS (60 * SECOND_MS)
#define HOUR_MS (60 * MINUTE_MS)

#define PAUSE_LEAST_MS (30 * SECOND_MS)
#define PAUSE_MOST_MS HOUR_MS

#define STOPPED_TRIES_MAX 6

int64_t
retry_lifetime_ms(enum message_class class_)
{
	switch (class_) {
	case MESSAGE_CONFIRM:
	case MESSAGE_PROPOSAL:
		return 48 * HOUR_MS;
	case MESSAGE_NOTICE:
		return 24 * HOUR_MS;
	case MESSAGE_ADVISORY:
	case MESSAGE_ALARM:
		return 12 * HOUR_MS;
	}
	return HOUR_MS;
}

int64_t
retry_due(enum message_class class_, int64_t first_ms, int64_t now_ms)
{
	/* A clock that was set back makes the age negative: start afresh. */
	int64_t age = now_ms > first_ms ? now_ms - first_ms : 0;
	if (age >= retry_lifetime_ms(class_))
		return RETRY_GIVE_UP;
	int64_t pause = age;
	if (pause < PAUSE_LEAST_MS)
		pause = PAUSE_LEAST_MS;
	if (pause > PAUSE_MOST_MS)
		pause = PAUSE_MOST_MS;
	return now_ms + pause;
}

bool
retry_again(enum message_class class_, bool spent, bool stopped, int tries)
{
	if (stopped ? tries >= STOPPED_TRIES_MAX : spent)
		return false;
	switch (class_) {
	case MESSAGE_CONFIRM:
	case MESSAGE_PROPOSAL:
		return true;
	case MESSAGE_NOTICE:
	case MESSAGE_ADVISORY:
	case MESSAGE_ALARM:
		return false;
	}
	return false;
}
