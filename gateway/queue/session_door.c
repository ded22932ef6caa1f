#include "gateway/queue/session_door.h"

#include <string.h>

#include "base/utf8.h"

#define DIGITS_MIN 8
#define DIGITS_MAX 15

static bool
country_allowed(const struct session_channel *channel, const char *number)
{
	for (size_t i = 0; i < channel->countries; i++)
		if (str_starts(str_from(number), channel->country[i]))
			return true;
	return channel->countries == 0;
}

/* What is not told is judged where a dialogue begins. */
static bool
network_allowed(const struct session_channel *channel, const char *network)
{
	for (size_t i = 0; i < channel->networks; i++)
		if (str_equal_nocase(
			str_from(channel->network[i]), str_from(network)))
			return true;
	return channel->networks == 0 || network[0] == '\0';
}

static bool
is_number(const char *number)
{
	size_t octets = strlen(number);
	return octets > DIGITS_MIN && octets <= DIGITS_MAX + 1;
}

enum session_status
session_door_judge(char number[PARTY_OCTETS],
    const struct session_channel *channel, const struct session_ask *ask,
    const char *country)
{
	struct str id = str_from(ask->id);
	/* Of a hang-up the id says enough. */
	bool nameless = ask->event == SESSION_HANGUP && !channel->by_phone &&
			ask->msisdn[0] == '\0';
	number[0] = '\0';
	if (nameless)
		return id.octets <= SESSION_ID_OCTETS ? SESSION_ANSWERED
						      : SESSION_BAD_ID;
	if (party_normalise(number, str_from(ask->msisdn), country) !=
		PARTY_PHONE ||
	    !is_number(number))
		return SESSION_BAD_NUMBER;
	if (!channel->by_phone && (id.octets == 0 || !utf8_valid(id) ||
				      id.octets > SESSION_ID_OCTETS))
		return SESSION_BAD_ID;
	if (!country_allowed(channel, number) ||
	    !network_allowed(channel, ask->network))
		return SESSION_NOT_ALLOWED;
	return SESSION_ANSWERED;
}

static size_t
tokens(struct str s)
{
	size_t count = 1;
	for (size_t i = 0; i < s.octets; i++)
		count += s.at[i] == '*';
	return count;
}

bool
session_door_too_long(const struct session_ask *ask, struct str dialled)
{
	return ask->input.octets > SESSION_INPUT_OCTETS ||
	       dialled.octets > SESSION_INPUT_OCTETS ||
	       tokens(dialled) > SESSION_TOKENS_MAX ||
	       (ask->event == SESSION_WHOLE &&
		   tokens(ask->input) > SESSION_TOKENS_MAX);
}
