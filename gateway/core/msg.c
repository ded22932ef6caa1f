#include "gateway/core/msg.h"

uint64_t
msg_same(const struct msg_in *message)
{
	return message->same != 0 ? message->same : span_hash(message->raw);
}
