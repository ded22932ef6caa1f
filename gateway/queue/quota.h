/* quota - how many texts of one phone we work in an hour.
 *
 * Beyond limits.texts-per-person-hour a text is still stored and seen in the
 * log, but nobody answers it: a robot, a child, or a phone in a pocket.  Read
 * from the phone's own chain, so it costs as much as the limit is high. */
#ifndef GATEWAY_QUEUE_QUOTA_H
#define GATEWAY_QUEUE_QUOTA_H

#include "gateway/core/handler.h"

enum quota {
	QUOTA_FINE,
	QUOTA_FIRST_OVER, /* the first one that is not answered */
	QUOTA_OVER,
};

/* The text in question is a row already. */
enum quota quota_judge(const struct turn *turn, int64_t phone_id);

#endif
