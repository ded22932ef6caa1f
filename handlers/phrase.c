#include "handlers/phrase.h"

#include <ctype.h>
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/panic.h"

#include "sms/segment.h"

#define LANGUAGES_MAX 16
#define FILE_OCTETS_MAX (64u * 1024u)

struct phrases {
	size_t count;
	struct {
		char name[12];
		char *text[PHRASE_COUNT];
	} lang[LANGUAGES_MAX];
};

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
    {"price", offsetof(struct words, price), 40},
    {"total", offsetof(struct words, total), 40},
    {"left", offsetof(struct words, left), 48},
    {"name", offsetof(struct words, name), 36},
    {"phone", offsetof(struct words, phone), 20},
    {"other", offsetof(struct words, other), 60},
    {"day", offsetof(struct words, day), 32},
    {"place", offsetof(struct words, place), 30},
    {"time", offsetof(struct words, time), 12},
    {"text", offsetof(struct words, text), 120},
    {"list", offsetof(struct words, list), 1200},
    {"n", offsetof(struct words, n), 12},
    {"market", offsetof(struct words, market), 40},
};

static const struct words sample_en = {
    .code = "K7F",
    .items = "5 kg tomato",
    .qty = "5 kg",
    .product = "tomato",
    .unit = "kg",
    .price = "KES 40/kg",
    .total = "KES 200",
    .left = "150 kg",
    .name = "Akinyi Otieno",
    .phone = "+254711000001",
    .other = "Juma +254711000002",
    .day = "Fri 27 Nov",
    .place = "Ugunja",
    .time = "06:30",
    .text = "short by 2 kg",
    .list = "1 #K7F 5 kg tomato, 2 #M2P 2 bags maize",
    .n = "3",
    .market = "Siaya market",
};

static const struct words sample_zh = {
    .code = "K7F",
    .items = "西红柿5斤",
    .qty = "5斤",
    .product = "西红柿",
    .unit = "斤",
    .price = "4元/斤",
    .total = "20元",
    .left = "150斤",
    .name = "王芳",
    .phone = "+8613800138000",
    .other = "李明 +8613800138001",
    .day = "11月27日周五",
    .place = "李家村",
    .time = "06:30",
    .text = "少了2斤",
    .list = "1 #K7F西红柿5斤 2 #M2P玉米2袋",
    .n = "3",
    .market = "西山集市",
};

const struct words *
phrase_sample(const char *lang)
{
	return strncmp(lang, "zh", 2) == 0 ? &sample_zh : &sample_en;
}

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

static int
place_find(struct str name)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (str_is(name, places[i].name))
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

/* Line ends of what people wrote become blanks. */
static void
add_word(struct buf *out, const char *word, size_t octets_max)
{
	char cut[1300];
	size_t octets;

	if (octets_max >= sizeof(cut))
		octets_max = sizeof(cut) - 1;
	octets = str_copy(cut, octets_max + 1, str_from(word));
	for (size_t i = 0; i < octets; i++)
		if (cut[i] == '\n' || cut[i] == '\r')
			cut[i] = ' ';
	buf_add(out, cut, octets);
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
		    place_find(str_of(open + 1, (size_t)(close - open - 1)));
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
fill_text(struct buf *out, struct str text, const struct words *words)
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

int
phrases_language(const struct phrases *phrases, const char *lang)
{
	size_t plain = strcspn(lang, "-_");

	for (size_t i = 0; i < phrases->count; i++)
		if (strcmp(phrases->lang[i].name, lang) == 0)
			return (int)i;
	for (size_t i = 0; i < phrases->count; i++)
		if (strlen(phrases->lang[i].name) == plain &&
		    strncmp(phrases->lang[i].name, lang, plain) == 0)
			return (int)i;
	return -1;
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

struct str
phrase_raw(const struct phrases *phrases, const char *lang, enum phrase phrase)
{
	int at = phrases_language(phrases, lang);

	if (at < 0)
		at = phrases_language(phrases, "en");
	return str_from(phrases->lang[at].text[phrase]);
}

char *
phrase_fill(char *dst, size_t dst_octets, const struct phrases *phrases,
    const char *lang, enum phrase phrase, const struct words *words)
{
	struct buf out = buf_over(dst, dst_octets);

	fill_text(&out, phrase_raw(phrases, lang, phrase), words);
	return dst;
}

/* "again" begins "again 5 kg", not "against". */
static bool
begins_with_word(struct str whole, struct str word)
{
	char last, next;

	if (word.octets == 0 || word.octets > whole.octets ||
	    !str_equal_nocase(str_of(whole.at, word.octets), word))
		return false;
	if (word.octets == whole.octets)
		return true;
	last = word.at[word.octets - 1];
	next = whole.at[word.octets];
	return !isalpha((unsigned char)last) || !isalnum((unsigned char)next);
}

static bool
cut_one(struct str words, struct str *text)
{
	struct str word, whole = str_trim(*text);

	while (str_cut(&word, &words, ',')) {
		word = str_trim(word);
		if (!begins_with_word(whole, word))
			continue;
		whole =
		    str_of(whole.at + word.octets, whole.octets - word.octets);
		while (whole.octets > 0 && whole.at[0] != '\0' &&
		       strchr(" .,:;!\n", whole.at[0]) != NULL)
			whole = str_of(whole.at + 1, whole.octets - 1);
		*text = whole;
		return true;
	}
	return false;
}

bool
phrase_cut_word(
    const struct phrases *phrases, enum phrase list, struct str *text)
{
	for (size_t i = 0; i < phrases->count; i++)
		if (cut_one(str_from(phrases->lang[i].text[list]), text))
			return true;
	return false;
}

/* -- loading ------------------------------------------------------------- */

static const char *
find_in(const char *at, const char *end, char mark)
{
	return at < end ? memchr(at, mark, (size_t)(end - at)) : NULL;
}

/* Brackets and braces must pair and not nest, words must be known. */
static bool
text_is_sound(struct str text)
{
	const char *at = text.at, *end = text.at + text.octets;
	bool inside = false;

	for (; at < end; at++) {
		if (*at == '[' || *at == ']') {
			if (inside == (*at == '['))
				return false;
			inside = !inside;
		} else if (*at == '}') {
			return false;
		} else if (*at == '{') {
			const char *close = find_in(at, end, '}');

			if (close == NULL || place_find(str_of(at + 1,
						 (size_t)(close - at - 1))) < 0)
				return false;
			at = close;
		}
	}
	return !inside;
}

static int
key_find(struct str key)
{
	for (size_t i = 0; i < PHRASE_COUNT; i++)
		if (str_is(key, keys[i].key))
			return (int)i;
	return -1;
}

struct reading {
	const char *file;
	struct phrases *phrases;
	size_t lang;
	size_t line;
	struct err *err;
};

static int
complain(const struct reading *r, int code, const char *what, struct str word)
{
	return err_set(r->err, code, r->line, "%s:%zu: %s%s%.*s", r->file,
	    r->line, what, word.octets ? " " : "", (int)word.octets, word.at);
}

static int
measure(const struct reading *r, enum phrase phrase)
{
	char filled[PHRASE_FILLED_OCTETS];
	const char *lang = r->phrases->lang[r->lang].name;
	struct buf out = buf_over(filled, sizeof(filled));

	if (phrase >= PHRASE_WORD_AGAIN)
		return 0;
	fill_text(&out, str_from(r->phrases->lang[r->lang].text[phrase]),
	    phrase_sample(lang));
	if (segment_count(buf_str(&out), true) <= (size_t)keys[phrase].parts)
		return 0;
	return complain(
	    r, PHRASE_LONG, "too long for one SMS:", str_from(filled));
}

static int
read_line(struct reading *r, struct str line)
{
	struct str key, rest = str_trim(line);
	char **slot;
	char *text;
	int at;

	if (rest.octets == 0 || rest.at[0] == ';')
		return 0;
	if (!memchr(rest.at, ':', rest.octets))
		return complain(r, PHRASE_SYNTAX, "no `key: text`", rest);
	(void)str_cut(&key, &rest, ':');
	key = str_trim(key);
	rest = str_trim(rest);
	if ((at = key_find(key)) < 0)
		return complain(r, PHRASE_KEY, "unknown key", key);
	slot = &r->phrases->lang[r->lang].text[at];
	if (*slot != NULL)
		return complain(r, PHRASE_KEY, "twice:", key);
	if (!text_is_sound(rest))
		return complain(r, PHRASE_SYNTAX, "bad {} or [] in", key);
	text = xcalloc(rest.octets + 1, 1);
	memcpy(text, rest.at, rest.octets);
	*slot = text;
	return measure(r, (enum phrase)at);
}

static int
read_whole(struct reading *r, const char *path)
{
	FILE *in = fopen(path, "re");
	char *line = NULL;
	size_t room = 0, octets = 0;
	ssize_t got;
	int rc = 0;

	if (in == NULL)
		return complain(r, PHRASE_FOLDER, "cannot be read", STR(""));
	while (rc == 0 && (got = getline(&line, &room, in)) >= 0) {
		r->line++;
		octets += (size_t)got;
		if (octets > FILE_OCTETS_MAX)
			rc = complain(
			    r, PHRASE_SYNTAX, "file too long", STR(""));
		else
			rc = read_line(r, str_of(line, (size_t)got));
	}
	free(line);
	fclose(in);
	for (size_t i = 0; rc == 0 && i < PHRASE_COUNT; i++)
		if (r->phrases->lang[r->lang].text[i] == NULL)
			rc = complain(r, PHRASE_KEY, "missing key",
			    str_from(keys[i].key));
	return rc;
}

static int
read_file(struct phrases *phrases, const char *folder, const char *file,
    struct err *err)
{
	char path[4096];
	struct buf out = buf_over(path, sizeof(path));
	size_t stem = strlen(file) - strlen(".phrases");
	struct reading r = {file, phrases, phrases->count, 0, err};

	if (phrases->count == LANGUAGES_MAX ||
	    stem >= sizeof(phrases->lang[0].name))
		return complain(
		    &r, PHRASE_FOLDER, "too many languages", STR(""));
	buf_add_format(&out, "%s/%s", folder, file);
	str_copy(phrases->lang[r.lang].name, sizeof(phrases->lang[0].name),
	    str_of(file, stem));
	phrases->count++;
	return read_whole(&r, path);
}

static int
only_phrases(const struct dirent *entry)
{
	size_t octets = strlen(entry->d_name);

	return octets > 8 &&
	       strcmp(entry->d_name + octets - 8, ".phrases") == 0;
}

struct phrases *
phrases_load(const char *folder, struct err *err)
{
	struct phrases *phrases = xcalloc(1, sizeof(*phrases));
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, only_phrases, alphasort);
	int rc = 0;

	for (int i = 0; i < count; i++) {
		if (rc == 0)
			rc =
			    read_file(phrases, folder, entries[i]->d_name, err);
		free(entries[i]);
	}
	free(entries);
	if (rc == 0 && phrases_language(phrases, "en") < 0)
		rc = err_set(err, PHRASE_FOLDER, 0,
		    "%s: there is no en.phrases", folder);
	if (rc != 0)
		phrases_free(&phrases);
	return phrases;
}

void
phrases_free(struct phrases **phrases)
{
	if (*phrases == NULL)
		return;
	for (size_t i = 0; i < (*phrases)->count; i++)
		for (size_t k = 0; k < PHRASE_COUNT; k++)
			free((*phrases)->lang[i].text[k]);
	free(*phrases);
	*phrases = NULL;
}
