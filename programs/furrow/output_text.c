/* output_text - how one value looks: its width, colour, local time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <utf8proc.h>

#include "base/clock.h"
#include "base/str.h"
#include "base/utf8.h"

#include "programs/furrow/output.h"

size_t
output_width(const char *text)
{
	struct str rest = str_from(text);
	size_t width = 0, octets;

	while (rest.octets > 0) {
		int w = utf8proc_charwidth(
		    (utf8proc_int32_t)utf8_next(rest, &octets));

		width += w > 0 ? (size_t)w : 0;
		rest = str_of(rest.at + octets, rest.octets - octets);
	}
	return width;
}

const char *
output_colour(enum colour colour)
{
	static const char *const codes[] = {
	    "\033[0m", "\033[1m", "\033[31m", "\033[32m", "\033[33m"};
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (!isatty(STDOUT_FILENO) || (no != NULL && no[0] != '\0') ||
	    term == NULL || strcmp(term, "dumb") == 0)
		return "";
	return codes[colour];
}

enum colour
output_state_colour(const char *state)
{
	static const char good[] = " up confirmed fulfilled delivered ";
	static const char bad[] =
	    " down parked failed unfilled disputed stale quarantined ";
	static const char middling[] =
	    " starting resting unknown refused waiting asked ";
	char word[32];

	if ((size_t)snprintf(word, sizeof(word), " %s ", state) >= sizeof(word))
		return COLOUR_NONE;
	if (strstr(good, word) != NULL)
		return COLOUR_GREEN;
	if (strstr(bad, word) != NULL)
		return COLOUR_RED;
	return strstr(middling, word) != NULL ? COLOUR_AMBER : COLOUR_NONE;
}

void
output_local_time(char *dst, size_t dst_octets, const char *rfc3339)
{
	int64_t wall_ms;
	struct tm tm;
	time_t seconds;

	if (clock_parse(&wall_ms, rfc3339)) {
		seconds = (time_t)(wall_ms / 1000);
		if (localtime_r(&seconds, &tm) != NULL &&
		    strftime(dst, dst_octets, "%Y-%m-%d %H:%M", &tm) > 0)
			return;
	}
	str_copy(dst, dst_octets, str_from(rfc3339));
}
