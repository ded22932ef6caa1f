#include "handlers/sale_hear.h"

#include <ctype.h>
#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"

#define FIRST_HAN 0xE3 /* first octet of scripts without blanks */
#define CHAIN 6 /* texts of a phone looked back on */

/* KM4: two letters, then figures (store_sale). */
static bool
has_code_shape(struct str word)
{
	if (word.octets < 3 || word.octets > 6)
		return false;
	for (size_t i = 0; i < word.octets; i++) {
		unsigned char c = (unsigned char)word.at[i];

		if (i < 2 ? !isalpha(c) : c < '2' || c > '9')
			return false;
	}
	return true;
}

static bool
is_open_code(struct sale_heard *out, struct desk *desk, struct str word)
{
	char code[SALE_CODE_OCTETS];

	if (out->by_code || !has_code_shape(word))
		return false;
	str_copy(code, sizeof(code), word);
	if (!store_sale_by_code(desk->store, code, &out->sale) ||
	    (out->sale.state != SALE_PLANNED &&
		out->sale.state != SALE_RUNNING &&
		out->sale.state != SALE_ENDED)) {
		out->sale.id = 0;
		return false;
	}
	out->by_code = true;
	return true;
}

/* Cuts a code off the end of the word: "#KM4", "KM4.", and, where no blanks
 * are written, "5斤#KM4". */
static bool
take_code(struct sale_heard *out, struct desk *desk, struct str *word)
{
	struct str code = *word;
	const char *mark = memrchr(word->at, '#', word->octets);

	if (mark != NULL)
		code = str_of(
		    mark + 1, word->octets - (size_t)(mark + 1 - word->at));
	while (code.octets > 0 &&
	       strchr(".,!?)", code.at[code.octets - 1]) != NULL)
		code.octets--;
	if (!is_open_code(out, desk, code))
		return false;
	*word = str_of(word->at, mark == NULL ? 0 : (size_t)(mark - word->at));
	return true;
}

static bool
is_word(const struct desk *desk, enum phrase list, struct str word)
{
	return phrase_cut_word(desk->trade->phrases, list, &word) &&
	       word.octets == 0;
}

bool
sale_hear_cut(const struct desk *desk, struct str *word)
{
	const struct phrases *phrases = desk->trade->phrases;

	for (size_t at = 0; at < word->octets; at++) {
		struct str end = str_of(word->at + at, word->octets - at);

		if (at > 0 && (unsigned char)word->at[at] < FIRST_HAN)
			continue;
		if (phrase_cut_word(phrases, PHRASE_WORD_SALE, &end) &&
		    end.octets == 0) {
			*word = str_of(word->at, at);
			return true;
		}
	}
	return false;
}

static bool
take_promoter(struct sale_heard *out, struct desk *desk, struct str word)
{
	struct promoter promoter;
	char code[sizeof(promoter.code)];

	if (word.octets == 0 || word.octets >= sizeof(code))
		return false;
	str_copy(code, sizeof(code), word);
	if (!store_promoter_find(desk->store, code, &promoter))
		return false;
	out->promoter_id = promoter.person_id;
	return true;
}

/* The last thing that we texted this phone. */
struct last_text {
	int64_t sale_id;
};

static bool
last_look(void *arg, const struct message *m)
{
	struct last_text *last = arg;

	if (!m->out)
		return true;
	if (m->subject == SUBJECT_SALE)
		last->sale_id = m->subject_id;
	return false;
}

static bool
answers_news(struct sale_heard *out, struct desk *desk)
{
	struct last_text last = {0};

	store_message_chain(
	    desk->store, desk->text->phone_id, CHAIN, last_look, &last);
	if (last.sale_id == 0 ||
	    !store_sale_get(desk->store, last.sale_id, &out->sale) ||
	    out->sale.state != SALE_RUNNING)
		out->sale.id = 0;
	return out->sale.id != 0;
}

/* Cuts what names a sale out of the text. */
static void
look_at_words(struct sale_heard *out, struct desk *desk, bool running)
{
	struct str text = desk->text->text, word;
	struct buf rest = buf_over(out->rest, sizeof(out->rest));
	bool code_next = false;

	while (str_cut(&word, &text, ' ')) {
		word = str_trim(word);
		if (word.octets == 0)
			continue;
		if (code_next && take_promoter(out, desk, word)) {
			code_next = false;
			continue;
		}
		if (take_code(out, desk, &word) && word.octets == 0)
			continue;
		if (running && sale_hear_cut(desk, &word)) {
			out->by_word = true;
			if (word.octets == 0)
				continue;
		}
		code_next = running && is_word(desk, PHRASE_WORD_CODE, word);
		if (code_next)
			continue;
		if (rest.octets > 0)
			buf_add_char(&rest, ' ');
		buf_add_str(&rest, word);
	}
}

bool
sale_hear(struct sale_heard *out, struct desk *desk)
{
	bool running = store_sale_any_running(desk->store);

	memset(out, 0, sizeof(*out));
	if (desk->text->text.octets >= sizeof(out->rest))
		return false;
	look_at_words(out, desk, running);
	if (out->by_code)
		return true;
	if (!running)
		return false;
	return answers_news(out, desk) || out->by_word || out->promoter_id != 0;
}
