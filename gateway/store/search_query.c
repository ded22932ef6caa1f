#include "gateway/store/search_query.h"

#include <string.h>

#include "gateway/store/db.h"
#include "gateway/store/search_text.h"
#include "gateway/store/search_words.h"

#define WORDS_OCTETS 2048

static void
and_then(struct buf *out)
{
	if (out->octets > 0)
		buf_add_text(out, " AND ");
}

static void
write_term(struct buf *out, struct str term)
{
	buf_add_text(out, "\"");
	buf_add(out, term.at, term.octets);
	buf_add_text(out, "\"");
}

/* The tokens that begin so, at most `limit`.  `behind` is the caller's as long
 * as the query is. */
static struct db_query
ask_terms(struct db *db, struct str start, char behind[WORDS_OCTETS + 1],
    int64_t limit)
{
	/* No letter has this octet: all that begin so stand before it. */
	memcpy(behind, start.at, start.octets);
	behind[start.octets] = '\xff';
	return db_ask(db,
	    "SELECT term FROM search.word WHERE term >= ?1 AND term < ?2"
	    " LIMIT ?3",
	    db_str(start), db_str(str_of(behind, start.octets + 1)),
	    db_int(limit));
}

static int
count_terms(struct db *db, struct str start)
{
	char behind[WORDS_OCTETS + 1];
	int count = 0;
	struct db_query q =
	    ask_terms(db, start, behind, SEARCH_QUERY_TERMS + 1);
	while (db_next(&q))
		count++;
	db_end(&q);
	return count;
}

/* Nothing begins so: asked for as it is, which finds nothing either. */
static void
write_word(struct buf *out, struct db *db, struct str start)
{
	int count = count_terms(db, start);
	if (count > SEARCH_QUERY_TERMS)
		return;
	and_then(out);
	if (count == 0) {
		write_term(out, start);
		return;
	}
	char behind[WORDS_OCTETS + 1];
	struct db_query q = ask_terms(db, start, behind, SEARCH_QUERY_TERMS);
	buf_add_text(out, "(");
	for (bool more = false; db_next(&q); more = true) {
		if (more)
			buf_add_text(out, " OR ");
		write_term(out, db_get_str(&q));
	}
	buf_add_text(out, ")");
	db_end(&q);
}

/* `goes_on`: the text may have more of it than what was typed. */
static void
write_token(struct buf *out, struct db *db, struct str token, bool goes_on)
{
	bool whole = token.octets > 0 && token.at[0] == SEARCH_TEXT_WHOLE;
	if (whole)
		token = str_of(token.at + 1, token.octets - 1);
	if (token.octets == 0)
		return;
	if (!whole || goes_on) {
		write_word(out, db, token);
		return;
	}
	and_then(out);
	write_term(out, token);
}

/* At most `left` of them; how many are left then. */
static int
write_words(
    struct buf *out, struct db *db, const struct search_part *part, int left)
{
	char room[WORDS_OCTETS];
	struct buf words = buf_over(room, sizeof(room));
	struct str rest, word;
	if (part->quoted)
		search_text_phrase(&words, part->text);
	else
		search_text_wanted(&words, part->text);
	rest = buf_str(&words);
	while (left > 0 && str_cut(&word, &rest, ' ')) {
		write_token(out, db, word, part->open && rest.octets == 0);
		left -= word.octets > 0;
	}
	return left;
}

static void
write_facet(struct buf *out, enum search_facet facet, int64_t id)
{
	char room[64];
	struct buf token = buf_over(room, sizeof(room));
	search_text_facet(&token, facet, id);
	/* Without the blank behind it. */
	write_term(out, str_of(room, token.octets - 1));
}

/* A text that was not claimed yet when it was read belongs to any link. */
static void
write_facets(struct buf *out, const struct search_question *question)
{
	if (question->order_id != 0) {
		and_then(out);
		write_facet(out, SEARCH_ORDER, question->order_id);
	}
	if (question->area_id != 0) {
		and_then(out);
		write_facet(out, SEARCH_AREA, question->area_id);
	}
	if (question->link_id == 0)
		return;
	and_then(out);
	buf_add_text(out, "(");
	write_facet(out, SEARCH_LINK, question->link_id);
	buf_add_text(out, " OR ");
	write_facet(out, SEARCH_LINK, 0);
	buf_add_text(out, ")");
}

bool
search_query_write(
    struct buf *out, struct db *db, const struct search_question *question)
{
	struct str rest = question->words;
	struct search_part part;
	int left = SEARCH_QUERY_WORDS;
	while (left > 0 && search_words_cut(&part, &rest))
		left = write_words(out, db, &part, left);
	write_facets(out, question);
	return out->octets > 0 && !out->full;
}
