#include "handlers/phrase.h"

#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "base/panic.h"
#include "base/utf8.h"

#include "sms/gsm7.h"
#include "sms/segment.h"

#include "handlers/fold.h"
#include "handlers/phrase_table.h"

static const struct {
	const char *key;
	int parts;
} keys[PHRASE_COUNT] = {
#define PHRASE_ROW(name, key, parts) {key, parts},
    PHRASE_KEYS(PHRASE_ROW)
#undef PHRASE_ROW
};

/* The most octets of a word that go into a text: what people wrote must not
 * push the answer words out of it. */
static const struct {
	const char *name;
	size_t at;
	size_t octets_max;
} places[] = {
    {"code", offsetof(struct words, code), 8},
    {"items", offsetof(struct words, items), 300},
    {"qty", offsetof(struct words, qty), 48},
    {"product", offsetof(struct words, product), 48},
    {"unit", offsetof(struct words, unit), 32},
    {"price", offsetof(struct words, price), 64},
    {"total", offsetof(struct words, total), 40},
    {"left", offsetof(struct words, left), 48},
    {"name", offsetof(struct words, name), 36},
    {"phone", offsetof(struct words, phone), 20},
    {"other", offsetof(struct words, other), 60},
    {"day", offsetof(struct words, day), 40},
    {"place", offsetof(struct words, place), 30},
    {"time", offsetof(struct words, time), 48},
    {"text", offsetof(struct words, text), 120},
    {"list", offsetof(struct words, list), 1200},
    {"n", offsetof(struct words, n), 24},
    {"market", offsetof(struct words, market), 40},
    {"how", offsetof(struct words, how), 400},
};

const char *
phrase_key(enum phrase phrase)
{
	return keys[phrase].key;
}

int
phrase_parts_max(enum phrase phrase)
{
	return keys[phrase].parts;
}

int
phrase_place(struct str name)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (name.octets > 0 && name.at[0] == places[i].name[0] &&
		    str_is(name, places[i].name))
			return (int)i;
	return -1;
}

static const char *
place_word(size_t place, const struct words *words)
{
	const char *const *word =
	    (const char *const *)(const void *)((const char *)words +
						places[place].at);

	return *word == NULL ? "" : *word;
}

/* What has no place in somebody else's text: line ends and controls are a
 * blank, invisible marks (which may turn a line about) are nothing.  Joiners
 * are letters' own in Hindi and Bengali. */
static uint32_t
letter_said(uint32_t code_point)
{
	utf8proc_category_t category =
	    utf8proc_category((utf8proc_int32_t)code_point);

	if (category == UTF8PROC_CATEGORY_CC ||
	    category == UTF8PROC_CATEGORY_ZL ||
	    category == UTF8PROC_CATEGORY_ZP)
		return ' ';
	if (category == UTF8PROC_CATEGORY_CF && code_point != 0x200C &&
	    code_point != 0x200D)
		return 0;
	return code_point;
}

/* Nothing in it that letter_said() would change. */
static bool
is_plain(struct str word)
{
	for (size_t i = 0; i < word.octets; i++)
		if (word.at[i] < ' ' || word.at[i] > '~')
			return false;
	return true;
}

static void
add_word(struct buf *out, const char *word, size_t octets_max)
{
	char cut[1300];
	struct str rest;

	if (octets_max >= sizeof(cut))
		octets_max = sizeof(cut) - 1;
	rest = str_of(cut, str_copy(cut, octets_max + 1, str_from(word)));
	if (is_plain(rest)) {
		buf_add_str(out, rest);
		return;
	}
	for (size_t step; rest.octets > 0;
	     rest = str_of(rest.at + step, rest.octets - step)) {
		uint32_t letter = letter_said(utf8_next(rest, &step));
		char octets[4];

		if (letter != 0)
			buf_add(out, octets, utf8_put(octets, letter));
	}
}

/* Fills one piece without brackets; false when a word in it is empty. */
static bool
fill_piece(struct buf *out, struct str piece, const struct words *words)
{
	bool full = true;

	while (piece.octets > 0) {
		const char *open = memchr(piece.at, '{', piece.octets);
		const char *close;
		size_t plain = open ? (size_t)(open - piece.at) : piece.octets;
		int place;

		buf_add(out, piece.at, plain);
		if (open == NULL)
			break;
		close = memchr(open, '}', piece.octets - plain);
		PANIC_UNLESS(close != NULL);
		place =
		    phrase_place(str_of(open + 1, (size_t)(close - open - 1)));
		PANIC_UNLESS(place >= 0);
		if (place_word((size_t)place, words)[0] == '\0')
			full = false;
		add_word(out, place_word((size_t)place, words),
		    places[place].octets_max);
		piece = str_of(
		    close + 1, piece.octets - (size_t)(close + 1 - piece.at));
	}
	return full;
}

static void
fill_marks(struct buf *out, struct str text, const struct words *words)
{
	while (text.octets > 0) {
		const char *open = memchr(text.at, '[', text.octets);
		const char *close;
		size_t plain = open ? (size_t)(open - text.at) : text.octets;
		size_t before;

		(void)fill_piece(out, str_of(text.at, plain), words);
		if (open == NULL)
			return;
		close = memchr(open, ']', text.octets - plain);
		PANIC_UNLESS(close != NULL);
		before = out->octets;
		if (!fill_piece(out,
			str_of(open + 1, (size_t)(close - open - 1)), words)) {
			out->octets = before;
			out->at[before] = '\0';
		}
		text = str_of(
		    close + 1, text.octets - (size_t)(close + 1 - text.at));
	}
}

/* The letter that stands for `code_point` where the GSM alphabet lacks it: the
 * same without its accents.  0: there is none. */
static char
plain_letter(uint32_t code_point)
{
	utf8proc_int32_t base[4];
	uint8_t septets[4];

	if (gsm7_from_code_point(septets, code_point) > 0 ||
	    utf8proc_decompose_char((utf8proc_int32_t)code_point, base, 4,
		UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, NULL) < 1 ||
	    base[0] < 'A' || base[0] > 'z')
		return '\0';
	return (char)base[0];
}

/* One letter outside the GSM alphabet halves what an SMS holds, so accents go
 * when nothing else keeps the text from fitting. */
static void
write_plainly(char *text)
{
	char plain[PHRASE_FILLED_OCTETS];
	struct buf out = buf_over(plain, sizeof(plain));
	struct str from = str_from(text);
	bool changed = false;

	if (utf8_is_ascii(from))
		return; /* no accents */
	for (size_t step; from.octets > 0;
	     from = str_of(from.at + step, from.octets - step)) {
		char letter = plain_letter(utf8_next(from, &step));

		changed |= letter != '\0';
		if (letter != '\0')
			buf_add_char(&out, letter);
		else
			buf_add(&out, from.at, step);
	}
	if (changed && segment_measure(buf_str(&out),
			   &(struct segment_rules){.transliterate = true})
			       .alphabet == SMS_GSM7)
		memcpy(text, plain, out.octets + 1);
}

void
phrase_fill_text(
    char *dst, size_t dst_octets, struct str text, const struct words *words)
{
	struct buf out = buf_over(dst, dst_octets);

	fill_marks(&out, text, words);
	if (out.octets < PHRASE_FILLED_OCTETS)
		write_plainly(dst);
}

/* -- languages ----------------------------------------------------------- */

static int
language_at(const struct phrases *phrases, struct str name)
{
	for (size_t i = 0; name.octets > 0 && i < phrases->count; i++) {
		const char *other = phrases->lang[i].name;

		/* The first letter in any case: mostly that says no. */
		if ((name.at[0] | 0x20) == (other[0] | 0x20) &&
		    str_equal_nocase(name, str_from(other)))
			return (int)i;
	}
	return -1;
}

/* Latin letters are what people write who do not read the other script, or
 * whose phone does not show it. */
static bool
is_romanised(const char *lang)
{
	const char *script = strchr(lang, '-');

	return script != NULL &&
	       str_equal_nocase(str_from(script), STR("-Latn"));
}

int
phrases_language(const struct phrases *phrases, const char *lang)
{
	int at = phrases->market;

	/* Mostly it is the market's, and a text asks for it twenty times. */
	if (at >= 0 && strcmp(lang, phrases->lang[at].name) == 0)
		return at;
	at = language_at(phrases, str_from(lang));

	if (at < 0 && !is_romanised(lang))
		at = language_at(phrases, str_of(lang, strcspn(lang, "-_")));
	return at;
}

size_t
phrases_languages(const struct phrases *phrases)
{
	return phrases->count;
}

const char *
phrases_language_name(const struct phrases *phrases, size_t index)
{
	return index < phrases->count ? phrases->lang[index].name : "";
}

void
phrases_set_market(struct phrases *phrases, const char *lang)
{
	phrases->market = lang == NULL ? -1 : phrases_language(phrases, lang);
}

bool
phrase_is_own(
    const struct phrases *phrases, const char *lang, enum phrase phrase)
{
	int at = phrases_language(phrases, lang);

	return at >= 0 && phrases->lang[at].text[phrase] != NULL;
}

struct str
phrase_raw(const struct phrases *phrases, const char *lang, enum phrase phrase)
{
	int chain[] = {
	    phrases_language(phrases, lang), phrases->market, phrases->english};
	const char *text = NULL;

	for (size_t i = 0; text == NULL && i < 3; i++)
		if (chain[i] >= 0)
			text = phrases->lang[chain[i]].text[phrase];
	PANIC_UNLESS(text != NULL); /* English is whole */
	return str_from(text);
}

char *
phrase_fill(char *dst, size_t dst_octets, const struct phrases *phrases,
    const char *lang, enum phrase phrase, const struct words *words)
{
	phrase_fill_text(
	    dst, dst_octets, phrase_raw(phrases, lang, phrase), words);
	return dst;
}

const char *
phrase_name(const struct phrases *phrases, const char *lang,
    enum phrase_names kind, const char *key, bool several)
{
	int at = phrases_language(phrases, lang);

	for (size_t i = 0; at >= 0 && i < phrases->lang[at].rows_count; i++) {
		const struct phrase_row *row = &phrases->lang[at].rows[i];

		if (row->kind == kind && row->key[0] == key[0] &&
		    strcmp(row->key, key) == 0)
			return several ? row->several : row->one;
	}
	return NULL;
}

/* -- words at the front of a text ---------------------------------------- */

static uint32_t
last_letter(struct str word)
{
	size_t at = word.octets - 1, step;

	while (at > 0 && ((unsigned char)word.at[at] & 0xC0) == 0x80)
		at--;
	return utf8_next(str_of(word.at + at, word.octets - at), &step);
}

/* Letters, vowel signs, digits: what goes on with the word before it. */
static bool
goes_on(struct str rest)
{
	size_t step;
	utf8proc_category_t category =
	    utf8proc_category((utf8proc_int32_t)utf8_next(rest, &step));

	return category >= UTF8PROC_CATEGORY_LU &&
	       category <= UTF8PROC_CATEGORY_NO;
}

/* "again" begins "again 5 kg", not "against"; Chinese has no blanks. */
static bool
begins_with_word(struct str whole, struct str word)
{
	uint32_t last;

	if (word.octets == 0 || word.octets > whole.octets ||
	    !str_equal_nocase(str_of(whole.at, word.octets), word))
		return false;
	if (word.octets == whole.octets)
		return true;
	last = last_letter(word);
	return fold_class(last) != FOLD_LETTER ||
	       !goes_on(
		   str_of(whole.at + word.octets, whole.octets - word.octets));
}

/* Blanks, stops and commas of all scripts; a number sign stays. */
static struct str
without_marks(struct str text)
{
	while (text.octets > 0) {
		size_t step;
		uint32_t mark = utf8_next(text, &step);
		bool ascii = mark > 0 && mark < 0x80 &&
			     strchr(" .,:;!\n", (int)mark) != NULL;

		if (!ascii &&
		    (mark < 0x80 || utf8proc_category((utf8proc_int32_t)mark) !=
					UTF8PROC_CATEGORY_PO))
			break;
		text = str_of(text.at + step, text.octets - step);
	}
	return text;
}

static unsigned
small_letter(char c)
{
	unsigned octet = (unsigned char)c;

	return octet >= 'A' && octet <= 'Z' ? octet - 'A' + 'a' : octet;
}

static struct phrase_front
front_of(uint32_t octets)
{
	uint32_t hash = octets * UINT32_C(2654435761);

	return (struct phrase_front){
	    {hash >> 21, (hash >> 10) % PHRASE_FRONT_BITS}};
}

struct phrase_front
phrase_front(const char *word, size_t octets)
{
	uint32_t front = 0;

	for (size_t i = 0; i < PHRASE_FRONT_OCTETS; i++)
		front = front << 8 | (i < octets ? small_letter(word[i]) : 0);
	return front_of(front);
}

static bool
has_bit(const uint8_t *bits, uint32_t bit)
{
	return (bits[bit / 8] >> bit % 8 & 1) != 0;
}

/* Does a word of that list begin with these octets, or is it the first of
 * them? */
static bool
has_front(const struct phrases *phrases, enum phrase list, struct str text)
{
	const uint8_t *fronts = phrases->fronts[list];
	uint32_t octets = 0;

	for (unsigned n = 0; n < PHRASE_FRONT_OCTETS && n < text.octets; n++) {
		octets |= small_letter(text.at[n])
			  << 8 * (PHRASE_FRONT_OCTETS - 1 - n);
		struct phrase_front front = front_of(octets);

		if (has_bit(fronts, front.bit[0]) &&
		    has_bit(fronts, front.bit[1]))
			return true;
	}
	return false;
}

static bool
cut_one(struct str words, struct str whole, struct str *text)
{
	struct str word;
	size_t longest = 0;

	/* "encore une fois" begins with "encore", too. */
	while (str_cut(&word, &words, ',')) {
		word = str_trim(word);
		if (word.octets > longest && begins_with_word(whole, word))
			longest = word.octets;
	}
	if (longest == 0)
		return false;
	*text =
	    without_marks(str_of(whole.at + longest, whole.octets - longest));
	return true;
}

bool
phrase_cut_word(
    const struct phrases *phrases, enum phrase list, struct str *text)
{
	struct str whole = str_trim(*text);

	if (whole.octets == 0 || !has_front(phrases, list, whole))
		return false;
	for (size_t i = 0; i < phrases->count; i++)
		if (cut_one(str_from(phrases->lang[i].text[list]), whole, text))
			return true;
	return false;
}
