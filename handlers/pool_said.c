#include "handlers/pool_said.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/intent.h"
#include "handlers/number.h"
#include "handlers/pool_name.h"

#define TOKENS 40
#define DIGITS 20

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
	enum token_kind kind;
	struct str text;
	int64_t milli;
	bool used;
};

struct tokens {
	struct token row[TOKENS];
	size_t count;
	bool bad; /* too many, or a figure of two readings */
};

/* -- words, figures, marks ----------------------------------------------- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_mark(char c)
{
	return c == '#' || c == '%' || c == '/' || c == '@';
}

static bool
is_blank(char c)
{
	return (unsigned char)c <= ' ' || strchr(",.;:!?()=*", c) != NULL;
}

/* Scripts without blanks: a figure or a Latin letter ends the word. */
static bool
is_han(char c)
{
	return (unsigned char)c >= 0xE3;
}

static struct token *
token_add(struct tokens *t, enum token_kind kind, struct str text)
{
	if (t->count == TOKENS) {
		t->bad = true;
		t->count--;
	}
	t->row[t->count] = (struct token){.kind = kind, .text = text};
	return &t->row[t->count++];
}

static size_t
figure_add(struct tokens *t, struct str text, bool comma_decimal)
{
	uint32_t digits[DIGITS];
	size_t n = 0;
	struct number number;

	while (n < DIGITS && n < text.octets &&
	       (is_digit(text.at[n]) ||
		   (n > 0 && n + 1 < text.octets && is_digit(text.at[n + 1]) &&
		       (text.at[n] == '.' || text.at[n] == ',')))) {
		digits[n] = (unsigned char)text.at[n];
		n++;
	}
	number = number_digits(digits, n, comma_decimal);
	if (number.used == 0 || number.used != n || number.doubt ||
	    number.too_long || n == DIGITS)
		t->bad = true;
	token_add(t, TOKEN_NUMBER, str_of(text.at, n))->milli = number.milli;
	return n;
}

static size_t
word_octets(struct str text)
{
	bool han = is_han(text.at[0]);
	size_t n = 0;

	while (n < text.octets && !is_blank(text.at[n]) &&
	       !is_digit(text.at[n]) && !is_mark(text.at[n]) &&
	       ((text.at[n] & 0xC0) == 0x80 || is_han(text.at[n]) == han))
		n++;
	return n;
}

static void
tokens_read(struct tokens *t, struct str text, bool comma_decimal)
{
	char before = ' ';

	memset(t, 0, sizeof(*t));
	for (size_t n; text.octets > 0;
	     before = text.at[n - 1],
	     text = str_of(text.at + n, text.octets - n)) {
		n = 1;
		if (text.at[0] == '-' && before == ' ' && text.octets > 1 &&
		    is_digit(text.at[1]))
			t->bad = true;

		if (is_digit(text.at[0])) {
			n = figure_add(t, text, comma_decimal);
		} else if (is_mark(text.at[0])) {
			token_add(t, TOKEN_MARK, str_of(text.at, 1));
		} else if (!is_blank(text.at[0])) {
			n = word_octets(text);
			n = n == 0 ? 1 : n;
			token_add(t, TOKEN_WORD, str_of(text.at, n));
		}
	}
}

/* -- what a token is ----------------------------------------------------- */

struct reading {
	struct pool_said *out;
	const struct pool_reader *reader;
	struct tokens t;
};

static struct token *
token_at(struct reading *r, size_t at)
{
	return at < r->t.count && !r->t.row[at].used ? &r->t.row[at] : NULL;
}

static bool
is_token(struct reading *r, size_t at, char mark)
{
	const struct token *token = token_at(r, at);

	return token != NULL && token->kind == TOKEN_MARK &&
	       token->text.at[0] == mark;
}

static bool
is_word(struct reading *r, size_t at, enum phrase list)
{
	const struct token *token = token_at(r, at);
	struct str text;

	if (token == NULL || token->kind != TOKEN_WORD)
		return false;
	text = token->text;
	return phrase_cut_word(r->reader->phrases, list, &text) &&
	       text.octets == 0;
}

static const char *
unit_lookup(struct reading *r, struct str text)
{
	return catalogue_unit_lookup(
	    r->reader->catalogue, r->reader->lexicon, text);
}

/* A measure; of words without blanks its beginning, the rest stays a word. */
static const char *
take_unit(struct reading *r, size_t at)
{
	struct token *token = token_at(r, at);
	const char *unit;

	if (token == NULL || token->kind != TOKEN_WORD)
		return NULL;
	unit = unit_lookup(r, token->text);
	if (unit != NULL) {
		token->used = true;
		return unit;
	}
	for (size_t n = token->text.octets; is_han(token->text.at[0]) && n > 0;
	     n--) {
		struct str text = token->text;

		if (n < text.octets && (text.at[n] & 0xC0) == 0x80)
			continue;
		unit = unit_lookup(r, str_of(text.at, n));
		if (unit == NULL)
			continue;
		token->text = str_of(text.at + n, text.octets - n);
		return unit;
	}
	return NULL;
}

static void
put_qty(struct reading *r, struct token *number, const char *unit)
{
	r->out->bad = r->out->bad || r->out->has_qty;
	r->out->has_qty = true;
	r->out->qty_milli = number->milli;
	str_copy(r->out->unit, sizeof(r->out->unit),
	    str_from(unit != NULL ? unit : ""));
	number->used = true;
}

static void
put_price(struct reading *r, struct token *number, const char *per)
{
	r->out->bad = r->out->bad || r->out->price_milli >= 0;
	r->out->price_milli = number->milli;
	str_copy(
	    r->out->per, sizeof(r->out->per), str_from(per != NULL ? per : ""));
	number->used = true;
}

static void
put_number(struct reading *r, struct token *number)
{
	r->out->bad = r->out->bad || number->milli % 1000 != 0 ||
		      number->milli / 1000 > INT32_MAX;
	r->out->number = r->out->bad ? 0 : (int)(number->milli / 1000);
	number->used = true;
}

/* "10%", "commission 10", "C 10%". */
static bool
take_rate(struct reading *r, size_t at)
{
	struct token *number = token_at(r, at);
	bool percent = is_token(r, at + 1, '%');
	bool named = at > 0 && is_word(r, at - 1, PHRASE_WORD_COMMISSION);

	if (!percent && !named)
		return false;
	r->out->commission = true;
	r->out->rate = number->milli / 10;
	r->out->bad = r->out->bad || r->out->rate > 10000;
	number->used = true;
	if (percent)
		r->t.row[at + 1].used = true;
	if (named || (at > 0 && token_at(r, at - 1) != NULL &&
			 str_equal_nocase(r->t.row[at - 1].text, STR("c"))))
		r->t.row[at - 1].used = true;
	return true;
}

/* A figure whose neighbours say what it is. */
static void
read_figure(struct reading *r, size_t at)
{
	struct token *number = token_at(r, at);
	const char *unit;

	if (number == NULL || number->kind != TOKEN_NUMBER || take_rate(r, at))
		return;
	if (at > 0 && is_token(r, at - 1, '#')) {
		put_number(r, number);
	} else if (is_token(r, at + 1, '/')) {
		put_price(r, number, take_unit(r, at + 2));
		r->t.row[at + 1].used = true;
	} else if (at > 0 && is_token(r, at - 1, '@')) {
		put_price(r, number, NULL);
	} else if ((unit = take_unit(r, at + 1)) != NULL ||
		   (at > 0 && (unit = take_unit(r, at - 1)) != NULL)) {
		put_qty(r, number, unit);
	}
}

/* The other figures, by their order: number, quantity, price. */
static void
read_bare_figures(struct reading *r)
{
	bool named = r->out->count > 0 || r->out->number != 0;
	size_t left = 0;

	for (size_t i = 0; i < r->t.count; i++)
		left +=
		    token_at(r, i) != NULL && r->t.row[i].kind == TOKEN_NUMBER;
	for (size_t i = 0; i < r->t.count; i++) {
		struct token *number = token_at(r, i);

		if (number == NULL || number->kind != TOKEN_NUMBER)
			continue;
		if (!named && (r->out->has_qty || left > 1)) {
			put_number(r, number);
			named = true;
		} else if (!r->out->has_qty) {
			put_qty(r, number, NULL);
		} else {
			put_price(r, number, NULL);
		}
	}
}

static void
put_grade(struct reading *r, size_t at)
{
	struct token *token = token_at(r, at);

	if (token == NULL)
		return;
	str_copy(r->out->grade, sizeof(r->out->grade), token->text);
	if (token->text.octets == 1 && token->text.at[0] >= 'a' &&
	    token->text.at[0] <= 'z')
		r->out->grade[0] = (char)(token->text.at[0] - 'a' + 'A');
	token->used = true;
}

static bool
is_letter_grade(const struct token *token)
{
	char c;

	if (token == NULL || token->kind != TOKEN_WORD ||
	    token->text.octets != 1)
		return false;
	c = token->text.at[0];
	return (c >= 'a' && c <= 'e') || (c >= 'A' && c <= 'E');
}

/* "grade a", "A grade", "A". */
static void
read_grade(struct reading *r)
{
	for (size_t i = 0; i < r->t.count; i++) {
		if (!is_word(r, i, PHRASE_WORD_GRADE))
			continue;
		if (i > 0 && is_letter_grade(token_at(r, i - 1)))
			put_grade(r, i - 1);
		else if (token_at(r, i + 1) != NULL &&
			 r->t.row[i + 1].kind != TOKEN_MARK &&
			 r->t.row[i + 1].text.octets < 8)
			put_grade(r, i + 1);
		r->t.row[i].used = true;
	}
	for (size_t i = 0; i < r->t.count && r->out->grade[0] == '\0'; i++)
		if (is_letter_grade(token_at(r, i)) && !is_token(r, i + 2, '%'))
			put_grade(r, i);
}

/* One word, or two that stand together. */
static void
read_product(struct reading *r)
{
	for (size_t i = 0; i < r->t.count && r->out->product < 0; i++) {
		struct token *one = token_at(r, i), *two = token_at(r, i + 1);
		int product = -1;

		if (one == NULL || one->kind != TOKEN_WORD ||
		    one->text.octets == 0)
			continue;
		if (two != NULL && two->kind == TOKEN_WORD) {
			const char *end = two->text.at + two->text.octets;

			product = catalogue_lookup(r->reader->catalogue,
			    str_of(one->text.at, (size_t)(end - one->text.at)));
			two->used = product >= 0;
		}
		if (product < 0)
			product =
			    catalogue_lookup(r->reader->catalogue, one->text);
		if (product < 0)
			continue;
		r->out->product = product;
		one->used = true;
	}
}

static void
read_commission(struct reading *r)
{
	for (size_t i = 0; i < r->t.count; i++)
		if (is_word(r, i, PHRASE_WORD_COMMISSION)) {
			r->out->commission = true;
			r->t.row[i].used = true;
		}
}

/* What nobody understood: a name that we do not know, or goods. */
static void
keep_name(struct reading *r)
{
	struct buf name = buf_over(r->out->name, sizeof(r->out->name));

	for (size_t i = 0; i < r->t.count; i++) {
		const struct token *token = token_at(r, i);

		if (token == NULL || token->kind != TOKEN_WORD ||
		    token->text.octets == 0 ||
		    is_word(r, i, PHRASE_WORD_FROM) ||
		    name.octets + token->text.octets + 2 > sizeof(r->out->name))
			continue;
		if (name.octets > 0)
			buf_add_char(&name, ' ');
		buf_add_str(&name, token->text);
	}
}

/* "a hundred and twenty kilos", "一百斤": without figures, as any answer to
 * "how much?". */
static void
read_words(struct reading *r, struct str text)
{
	struct intent_question question = {.kind = INTENT_QUESTION_QUANTITY};
	struct intent_hints hints = {
	    .lang = r->reader->lang, .question = &question};
	struct intent intent;

	for (size_t i = 0; i < r->t.count; i++)
		if (r->t.row[i].kind == TOKEN_NUMBER)
			return;
	intent_parse(
	    &intent, r->reader->lexicon, r->reader->catalogue, text, &hints);
	if (intent.items_count != 1 || !intent.items[0].has_qty ||
	    intent.items[0].qty_high_milli != 0)
		return;
	r->out->has_qty = true;
	r->out->qty_milli = intent.items[0].qty_milli;
	str_copy(
	    r->out->unit, sizeof(r->out->unit), str_from(intent.items[0].unit));
	if (r->out->product < 0)
		r->out->product = intent.items[0].product;
}

static bool
comma_decimal(const char *lang)
{
	static const char *const langs[] = {"fr", "es", "pt", "id"};

	for (size_t i = 0; i < sizeof(langs) / sizeof(langs[0]); i++)
		if (strncmp(lang, langs[i], 2) == 0)
			return true;
	return false;
}

void
pool_said_read(
    struct pool_said *out, const struct pool_reader *reader, struct str text)
{
	struct reading r = {.out = out, .reader = reader};
	char without[POOL_NAME_TEXT_OCTETS];

	memset(out, 0, sizeof(*out));
	out->product = -1;
	out->price_milli = -1;
	text = pool_name_cut(without, out, reader, text);
	tokens_read(&r.t, text, comma_decimal(reader->lang));
	out->bad = r.t.bad;
	for (size_t i = 0; i < r.t.count; i++)
		read_figure(&r, i);
	read_grade(&r);
	read_bare_figures(&r);
	read_commission(&r);
	read_product(&r);
	read_words(&r, text);
	keep_name(&r);
}
