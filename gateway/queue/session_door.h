/* session_door - who is let in to ask: by what a turn says of itself, before
 * anything is looked up.
 *
 * In: a turn as its channel read it, and the rules of that channel.
 * Out: the phone's number in E.164, "" of a hang-up that names none.
 * Refused: SESSION_BAD_NUMBER, none of 8 to 15 digits; SESSION_BAD_ID, none,
 * not UTF-8, or longer than SESSION_ID_OCTETS; SESSION_NOT_ALLOWED, a country
 * or a network that the channel is not for. Pure; owns nothing. */
#ifndef GATEWAY_QUEUE_SESSION_DOOR_H
#define GATEWAY_QUEUE_SESSION_DOOR_H

#include "base/str.h"
#include "gateway/core/party.h"
#include "gateway/core/session.h"

/* SESSION_ANSWERED: come in.  country: the market's calling code. */
enum session_status session_door_judge(char number[PARTY_OCTETS],
    const struct session_channel *channel, const struct session_ask *ask,
    const char *country);

/* More octets or more parts than any answer has. */
bool session_door_too_long(const struct session_ask *ask, struct str dialled);

#endif
