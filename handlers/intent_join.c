/* intent_join - see the header. */
#include "handlers/intent_join.h"

#include "handlers/number.h"

static enum number_part
part_of(const struct token *k)
{
	if (k->figure)
		return NUMBER_FIGURE;
	if (k->plus)
		return NUMBER_PLUS;
	if (k->times)
		return k->times_next ? NUMBER_TIMES_NEXT : NUMBER_TIMES;
	return NUMBER_PLAIN;
}

/* "2k": thousands, or kilos with the g left out. */
static bool
is_kilo_letter(const struct intent_text *t, size_t i)
{
	const struct token *k = &t->tokens[i];
	return i < t->count && k->kind == TOKEN_WORD && k->letters == 1 &&
	       k->glued && t->fold.at[k->at] == 'k';
}

static void
absorb(struct intent_text *t, size_t first, size_t last)
{
	struct token *k = &t->tokens[first];
	const struct token *end = &t->tokens[last];
	k->letters = (uint16_t)(end->at + end->letters - k->at);
}

/* "1 000": groups of three digits with blanks between. */
static bool
join_thousands(const struct intent_text *t, size_t first, size_t last, size_t n,
    struct number_words *w)
{
	const struct token *k = &t->tokens[n];
	int64_t milli = number_words_milli(w);
	if (!t->tokens[first].figure || !k->figure || k->letters != 3 ||
	    n != last + 1 || k->glued ||
	    (t->fold.at[k->at] != '0' && !t->comma_decimal) ||
	    t->tokens[last].letters > 3 || milli % 1000 != 0 ||
	    milli > 999999000)
		return false;
	number_words_start(w);
	return number_words_add(w, NUMBER_FIGURE, milli * 1000 + k->milli);
}

static bool
is_and(const struct token *k)
{
	return (k->kind == TOKEN_WORD && token_has(k, ROLE_AND)) ||
	       (k->kind == TOKEN_MARK && k->mark == '&');
}

static bool
is_fraction_word(const struct token *k)
{
	return k->kind == TOKEN_NUMBER && !k->figure && k->milli < 1000;
}

/* Adds up the number words from `i` on; returns the last token used. */
static size_t
join_numbers(struct intent_text *t, size_t i)
{
	struct token *k = &t->tokens[i];
	bool english = t->language == t->english;
	struct number_words w;
	number_words_start(&w);
	if (k->too_long || k->high_milli > 0 || k->plus ||
	    !number_words_add(&w, part_of(k), k->milli))
		return i;
	size_t last = i;
	for (size_t n = i + 1; n < t->count; n++) {
		const struct token *next = &t->tokens[n];
		/* "1 & half": of figures, only such a word belongs to them. */
		bool joined = is_and(next) && n + 1 < t->count &&
			      (!k->figure || is_fraction_word(next + 1));
		if (joined)
			next = &t->tokens[++n];
		if (join_thousands(t, i, last, n, &w)) {
			last = n;
			continue;
		}
		if (next->kind != TOKEN_NUMBER || next->too_long ||
		    next->high_milli > 0)
			break;
		/* "moja na robo", "satu setengah": and a quarter, and a half;
		 * but an English "two half bags" is one bag. */
		enum number_part part = part_of(next);
		if ((joined || (!english && !k->figure)) &&
		    is_fraction_word(next) && number_words_milli(&w) > 0 &&
		    number_words_milli(&w) % 1000 == 0)
			part = NUMBER_PLUS;
		if (!number_words_add(&w, part, next->milli))
			break;
		k->roles |= next->roles & ROLE_BIT(ROLE_CURRENCY);
		last = n;
	}
	k->milli = number_words_milli(&w);
	k->times = false;
	absorb(t, i, last);
	if (is_kilo_letter(t, last + 1) && k->milli <= 999999000) {
		k->milli *= 1000;
		k->doubt = true;
		last++;
		absorb(t, i, last);
	}
	return last;
}

/* What a modifier is a part of: of the hundreds in "sadhe teen sau", 350. */
static int64_t
scale_of(int64_t milli)
{
	static const int64_t scales[] = {100000, 1000, 100};
	for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
		if (milli >= scales[i] * 1000 &&
		    milli % (scales[i] * 1000) == 0)
			return scales[i];
	return 1;
}

/* "sadhe teen": three and a half; "paune do": two less a quarter; "sava" alone
 * is one and a quarter. */
static size_t
join_modifier(struct intent_text *t, size_t i)
{
	struct token *k = &t->tokens[i];
	const struct token *next = i + 1 < t->count ? k + 1 : NULL;
	k->plus_next = false;
	if (next == NULL || next->kind != TOKEN_NUMBER || next->too_long) {
		k->milli += 1000;
		return i;
	}
	size_t last = join_numbers(t, i + 1);
	k->milli = k->milli * scale_of(next->milli) + next->milli;
	absorb(t, i, last);
	return last;
}

void
intent_join_numbers(struct intent_text *t)
{
	size_t to = 0;
	for (size_t i = 0; i < t->count; i++) {
		size_t last = i;
		if (t->tokens[i].plus_next)
			last = join_modifier(t, i);
		else if (t->tokens[i].kind == TOKEN_NUMBER)
			last = join_numbers(t, i);
		t->tokens[to++] = t->tokens[i];
		i = last;
	}
	t->count = to;
}
