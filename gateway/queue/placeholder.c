#include "gateway/queue/placeholder.h"

#include <string.h>

#define WORD "missing"
#define MARK_OCTETS 48 /* a longer remark in brackets is the person's own */

static bool
has_word(struct str text)
{
	size_t octets = strlen(WORD);
	for (size_t i = 0; i + octets <= text.octets; i++)
		if (str_equal_nocase(str_of(text.at + i, octets), STR(WORD)))
			return true;
	return false;
}

/* The part in brackets at the front, or (at the end) at the back. */
static struct str
in_brackets(struct str text, bool back)
{
	static const char opens[] = "([<", closes[] = ")]>";
	const char *set = back ? closes : opens;
	char first = text.at[back ? text.octets - 1 : 0];
	const char *kind = strchr(set, first);
	if (first == '\0' || kind == NULL)
		return STR("");
	char other = (back ? opens : closes)[kind - set];
	for (size_t i = 1; i < text.octets && i < MARK_OCTETS; i++) {
		size_t at = back ? text.octets - 1 - i : i;
		if (text.at[at] == other)
			return back ? str_of(text.at + at, i + 1)
				    : str_of(text.at, i + 1);
	}
	return STR("");
}

bool
placeholder_is(struct str text)
{
	text = str_trim(text);
	return text.octets == 0 || has_word(in_brackets(text, false)) ||
	       has_word(in_brackets(text, true));
}
