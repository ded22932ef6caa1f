#include "gateway/queue/keyword.h"

#include <string.h>
#include <strings.h>

/* Octets above 127 belong to letters of other alphabets. */
static bool
is_wordlike(char c)
{
	unsigned char u = (unsigned char)c;
	return u > 127 || (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') ||
	       (u >= 'a' && u <= 'z');
}

static size_t
blanks(struct str text, size_t at)
{
	while (at < text.octets && text.at[at] != '\0' &&
	       strchr(" \t\r\n.,:;-", text.at[at]) != NULL)
		at++;
	return at;
}

struct str
keyword_strip(struct str text, const char *keyword)
{
	size_t word = strlen(keyword);
	size_t begin = blanks(text, 0);
	if (word == 0 || text.octets - begin < word ||
	    strncasecmp(text.at + begin, keyword, word) != 0)
		return text;
	size_t end = begin + word;
	if (end < text.octets && is_wordlike(text.at[end]))
		return text;
	end = blanks(text, end);
	return str_of(text.at + end, text.octets - end);
}
