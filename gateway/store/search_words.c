#include "gateway/store/search_words.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "gateway/store/search_text.h"

#define PART_OCTETS 4096

static bool
is_quote(uint32_t c)
{
	static const uint32_t quotes[] = {'"', 0xAB, 0xBB, 0x201C, 0x201D,
	    0x201E, 0x201F, 0x300C, 0x300D, 0x300E, 0x300F, 0xFF02};
	for (size_t i = 0; i < sizeof(quotes) / sizeof(quotes[0]); i++)
		if (c == quotes[i])
			return true;
	return false;
}

/* Octets before the first quote of `text`, or all; *quote_octets is 0 then. */
static size_t
before_quote(struct str text, size_t *quote_octets)
{
	size_t at = 0, used;
	*quote_octets = 0;
	while (at < text.octets) {
		uint32_t c =
		    utf8_next(str_of(text.at + at, text.octets - at), &used);
		if (is_quote(c)) {
			*quote_octets = used;
			break;
		}
		at += used;
	}
	return at;
}

static void
skip(struct str *rest, size_t octets)
{
	*rest = str_of(rest->at + octets, rest->octets - octets);
}

static void
cut_quoted(struct search_part *out, struct str *rest)
{
	size_t quote, octets = before_quote(*rest, &quote);
	*out = (struct search_part){
	    str_of(rest->at, octets), .quoted = true, .open = quote == 0};
	skip(rest, octets + quote);
}

/* No further than to the blank: a page of words is cut word by word. */
static struct str
up_to_blank(struct str text)
{
	const char *blank = memchr(text.at, ' ', text.octets);
	return blank != NULL ? str_of(text.at, (size_t)(blank - text.at))
			     : text;
}

bool
search_words_cut(struct search_part *out, struct str *rest)
{
	size_t quote, octets;
	while (rest->octets > 0 && rest->at[0] == ' ')
		skip(rest, 1);
	if (rest->octets == 0)
		return false;
	octets = before_quote(up_to_blank(*rest), &quote);
	if (octets > 0) {
		*out = (struct search_part){.text = str_of(rest->at, octets)};
		skip(rest, octets);
		return true;
	}
	skip(rest, quote);
	cut_quoted(out, rest);
	return true;
}

void
search_words_fold(struct buf *out, struct str text)
{
	buf_clear(out);
	while (text.octets > 0) {
		char encoded[4];
		size_t used;
		uint32_t c = utf8_next(text, &used);
		c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
		if (!buf_add(out, encoded, utf8_put(encoded, c)))
			return;
		text = str_of(text.at + used, text.octets - used);
	}
}

static bool
contains(struct str text, struct str part)
{
	return memmem(text.at, text.octets, part.at, part.octets) != NULL;
}

/* An open one's last word may go on. */
static bool
stands_in(struct str line, const struct search_part *part)
{
	char room[PART_OCTETS];
	struct buf out = buf_over(room, sizeof(room));
	struct str wanted;
	search_text_line(&out, part->text);
	wanted = buf_str(&out);
	if (part->open && wanted.octets > 0 &&
	    wanted.at[wanted.octets - 1] == ' ')
		wanted.octets--;
	return !out.full && contains(line, wanted);
}

static bool
quotes_occur(struct str wanted, struct str text, struct buf *room)
{
	struct search_part part;
	buf_clear(room);
	search_text_line(room, text);
	while (search_words_cut(&part, &wanted))
		if (part.quoted && !stands_in(buf_str(room), &part))
			return false;
	return true;
}

bool
search_words_occur(struct str wanted, struct str text, struct buf *room)
{
	struct str rest = wanted;
	struct search_part part;
	bool quotes = false;
	search_words_fold(room, text);
	while (search_words_cut(&part, &rest)) {
		quotes = quotes || part.quoted;
		if (!part.quoted && !contains(buf_str(room), part.text))
			return false;
	}
	return !quotes || quotes_occur(wanted, text, room);
}
