#include "gateway/store/search_text.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum letter {
	LETTER_NONE, /* blanks, punctuation */
	LETTER_SPACED, /* of a script that puts blanks between words */
	LETTER_UNSPACED,
};

static bool
is_unspaced(uint32_t c)
{
	static const struct {
		uint32_t first, last;
	} scripts[] = {
	    {0x0E00, 0x0EFF}, /* Thai, Lao */
	    {0x1000, 0x109F}, /* Burmese */
	    {0x1780, 0x17FF}, /* Khmer */
	    {0x3040, 0x30FF}, /* kana */
	    {0x3400, 0x9FFF}, /* Han */
	    {0xF900, 0xFAFF},
	    {0x20000, 0x3FFFF},
	};
	for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++)
		if (c >= scripts[i].first && c <= scripts[i].last)
			return true;
	return false;
}

static enum letter
kind_of(uint32_t c)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
	bool letter = category >= UTF8PROC_CATEGORY_LU &&
		      category <= UTF8PROC_CATEGORY_NO;
	if (!letter)
		return LETTER_NONE;
	return is_unspaced(c) ? LETTER_UNSPACED : LETTER_SPACED;
}

/* Most letters of most texts: without the tables of Unicode. */
static enum letter
ascii(uint32_t *c)
{
	if (*c >= 'A' && *c <= 'Z')
		*c += 'a' - 'A';
	return (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9')
		   ? LETTER_SPACED
		   : LETTER_NONE;
}

/* How the sign before it is drawn: a heart stays no letter. */
static bool
is_variation(uint32_t c)
{
	return c >= 0xFE00 && c <= 0xFE0F;
}

static bool
next_sign(struct str *rest, uint32_t *c)
{
	while (rest->octets > 0) {
		size_t used;
		*c = utf8_next(*rest, &used);
		*rest = str_of(rest->at + used, rest->octets - used);
		if (!is_variation(*c))
			return true;
	}
	return false;
}

/* The next letter of `rest` in small; false at its end. */
static bool
next_letter(struct str *rest, uint32_t *c, enum letter *kind)
{
	if (!next_sign(rest, c))
		return false;
	if (*c < 128) {
		*kind = ascii(c);
		return true;
	}
	*c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)*c);
	*kind = kind_of(*c);
	return true;
}

static void
put(struct buf *out, uint32_t c)
{
	char encoded[4];
	buf_add(out, encoded, utf8_put(encoded, c));
}

/* What stands around each token. */
struct mark {
	const char *spaced; /* before one of a script with blanks */
	const char *after;
	/* The last letter of an unspaced run is a token of its own as well, or
	 * it could not be found alone. */
	bool tail;
};

struct writer {
	struct buf *out;
	const struct mark *mark;
	bool open; /* a token of a spaced script is being written */
	uint32_t left; /* the unspaced letter before; 0: none */
	bool paired; /* … stands in a token already */
};

static void
close_run(struct writer *w)
{
	if (w->open)
		buf_add_text(w->out, w->mark->after);
	if (w->left != 0 && (w->mark->tail || !w->paired)) {
		put(w->out, w->left);
		buf_add_text(w->out, w->mark->after);
	}
	w->open = false;
	w->left = 0;
}

static void
write_spaced(struct writer *w, uint32_t c)
{
	if (!w->open) {
		close_run(w);
		buf_add_text(w->out, w->mark->spaced);
		w->open = true;
	}
	put(w->out, c);
}

static void
write_unspaced(struct writer *w, uint32_t c)
{
	if (w->open)
		close_run(w);
	if (w->left != 0) {
		put(w->out, w->left);
		put(w->out, c);
		buf_add_text(w->out, w->mark->after);
	}
	w->paired = w->left != 0;
	w->left = c;
}

static void
write_tokens(struct buf *out, struct str text, const struct mark *mark)
{
	struct writer w = {.out = out, .mark = mark};
	uint32_t c;
	enum letter kind;
	while (next_letter(&text, &c, &kind)) {
		if (kind == LETTER_SPACED)
			write_spaced(&w, c);
		else if (kind == LETTER_UNSPACED)
			write_unspaced(&w, c);
		else
			close_run(&w);
	}
	close_run(&w);
}

void
search_text_tokens(struct buf *out, struct str text)
{
	write_tokens(out, text, &(struct mark){"", " ", true});
}

void
search_text_wanted(struct buf *out, struct str words)
{
	write_tokens(out, words, &(struct mark){"", " ", false});
}

void
search_text_phrase(struct buf *out, struct str words)
{
	write_tokens(out, words,
	    &(struct mark){(char[]){SEARCH_TEXT_WHOLE, '\0'}, " ", false});
}

static void
put_gap(struct buf *out)
{
	if (out->octets == 0 || out->at[out->octets - 1] != ' ')
		buf_add_char(out, ' ');
}

void
search_text_line(struct buf *out, struct str text)
{
	enum letter kind, before = LETTER_NONE;
	bool apart = false; /* something else than letters came */
	uint32_t c;
	while (next_letter(&text, &c, &kind)) {
		if (kind == LETTER_NONE) {
			apart = out->octets > 0;
			continue;
		}
		if (apart || (kind != before && (kind == LETTER_SPACED ||
						    before == LETTER_SPACED)))
			put_gap(out);
		put(out, c);
		before = kind;
		apart = false;
	}
	if (before == LETTER_SPACED)
		put_gap(out);
}

bool
search_text_line_next(struct str *rest)
{
	while (rest->octets > 0) {
		size_t used;
		uint32_t c = utf8_next(*rest, &used);
		*rest = str_of(rest->at + used, rest->octets - used);
		if (rest->octets > 0 &&
		    (c == ' ' || is_unspaced(utf8_next(*rest, &used))))
			return true;
	}
	return false;
}

/* A letter of private use, which is none in a text, and so in no token of it.
 */
#define FACET "\xEE\x80\x80"

void
search_text_facet(struct buf *out, enum search_facet facet, int64_t id)
{
	buf_add_format(out, FACET "%c%lld ", facet, (long long)id);
}
