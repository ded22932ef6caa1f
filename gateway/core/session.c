#include "gateway/core/session.h"

#include <string.h>

static bool
is_mark(char c)
{
	return c == '*' || c == '#' || c == ' ';
}

static struct str
strip(struct str s)
{
	while (s.octets > 0 && is_mark(s.at[0]))
		s = str_of(s.at + 1, s.octets - 1);
	while (s.octets > 0 && is_mark(s.at[s.octets - 1]))
		s.octets--;
	return s;
}

bool
session_code_write(char dst[SESSION_CODE_OCTETS], struct str written)
{
	struct str s = strip(written);
	dst[0] = '\0';
	if (s.octets == 0 || s.octets >= SESSION_CODE_OCTETS)
		return false;
	for (size_t i = 0; i < s.octets; i++)
		if (s.at[i] != '*' && (s.at[i] < '0' || s.at[i] > '9'))
			return false;
	str_copy(dst, SESSION_CODE_OCTETS, s);
	return true;
}

/* The code is all of it, or ends where the next part begins. */
static bool
begins_with(struct str s, const char *code)
{
	size_t octets = strlen(code);
	return s.octets >= octets && memcmp(s.at, code, octets) == 0 &&
	       (s.octets == octets || is_mark(s.at[octets]));
}

const char *
session_code_match(const struct session_channel *channel, struct str dialled,
    struct str *rest_out)
{
	struct str s = strip(dialled);
	const char *best = NULL;
	for (size_t i = 0; i < channel->codes; i++)
		if (begins_with(s, channel->code[i]) &&
		    (best == NULL || strlen(channel->code[i]) > strlen(best)))
			best = channel->code[i];
	if (best == NULL)
		return NULL;
	size_t octets = strlen(best);
	*rest_out = strip(str_of(s.at + octets, s.octets - octets));
	return best;
}

bool
session_kept_is(struct str kept, struct str told)
{
	if (kept.octets != told.octets)
		return false;
	for (size_t i = 0; i < kept.octets; i++)
		if (kept.at[i] != told.at[i] && kept.at[i] != SESSION_HIDDEN)
			return false;
	return true;
}

const char *
session_life_name(enum session_life life)
{
	switch (life) {
	case SESSION_OPEN:
		return "open";
	case SESSION_WAIT:
		return "waiting";
	case SESSION_DONE:
		return "done";
	case SESSION_DROPPED:
		return "dropped";
	case SESSION_LOST:
		return "lost";
	}
	return "?"; /* a row of the store may say anything */
}
