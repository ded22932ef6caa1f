/* parse - how fast texts are read, and the dearest text we could think of.
 *
 *   parse [SAMPLE [CATALOGUE [LEXICON]]]
 *
 * SAMPLE has one JSON object a line: text, lang, role.  Prints texts a second
 * on one core with and without the language as a hint, the thread time of the
 * worst text, the memory and load time of the word lists and the catalogue.
 * 1 when a bound is broken: WORST_US, MEMORY_MIB. */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "base/panic.h"
#include "base/utf8.h"
#include "handlers/fold.h"
#include "handlers/intent.h"

#define WORST_US 1000.0
#define MEMORY_MIB 16.0
#define SECONDS 2.0 /* of measuring each rate */
#define RUNS 25 /* of one text; the best counts, others met the scheduler */
#define FILE_OCTETS (1 << 22)
#define TEXTS_MAX 20000

struct sample {
	struct str text;
	unsigned roles;
	const char *lang;
};

struct bench {
	struct lexicon *lex;
	struct catalogue *cat;
	struct sample texts[TEXTS_MAX];
	size_t count;
	double worst_us;
	char worst[80];
};

static double
thread_us(void)
{
	struct timespec ts;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

/* Gives; ends the program when it cannot be read. */
static struct str
read_file(const char *path)
{
	FILE *in = fopen(path, "rb");
	char *text = xcalloc(1, FILE_OCTETS);
	if (in == NULL) {
		perror(path);
		exit(2);
	}
	size_t octets = fread(text, 1, FILE_OCTETS, in);
	fclose(in);
	return str_of(text, octets);
}

static size_t
memory_octets(void)
{
	struct mallinfo2 m = mallinfo2();
	return m.uordblks + m.hblkhd;
}

static double
load(struct bench *b, const char *catalogue, const char *lexicon)
{
	struct err err = {0};
	struct str text = read_file(catalogue);
	size_t before = memory_octets();
	double start = thread_us();
	b->lex = lexicon_load_dir(lexicon, &err);
	double lexicons = thread_us();
	b->cat = b->lex == NULL ? NULL : catalogue_load(text, b->lex, &err);
	double end = thread_us();
	if (b->cat == NULL) {
		fprintf(stderr, "parse: %s\n", err.text);
		exit(2);
	}
	double mib = (double)(memory_octets() - before) / 1048576;
	printf("word lists and catalogue: %.1f MiB, loaded in %.1f and %.1f "
	       "ms\n",
	    mib, (lexicons - start) / 1000, (end - lexicons) / 1000);
	free((char *)(uintptr_t)text.at);
	return mib;
}

static unsigned
role_of(const char *role)
{
	if (role == NULL)
		return 0;
	if (strcmp(role, "seller") == 0)
		return INTENT_ROLE_SELLER;
	if (strcmp(role, "admin") == 0)
		return INTENT_ROLE_ADMIN;
	return strcmp(role, "buyer") == 0 ? INTENT_ROLE_BUYER : 0;
}

/* The texts live as long as the program. */
static void
read_sample(struct bench *b, const char *path)
{
	struct str rest = read_file(path);
	struct str line;
	while (str_cut(&line, &rest, '\n') && b->count < TEXTS_MAX) {
		json_t *row = json_loadb(line.at, line.octets, 0, NULL);
		json_t *text = json_object_get(row, "text");
		if (text == NULL)
			continue;
		b->texts[b->count++] = (struct sample){
		    str_of(json_string_value(text), json_string_length(text)),
		    role_of(json_string_value(json_object_get(row, "role"))),
		    json_string_value(json_object_get(row, "lang"))};
	}
}

static void
parse(const struct bench *b, const struct sample *s, bool hint)
{
	static struct intent in;
	struct intent_hints hints = {.roles = s->roles,
	    .lang = hint ? s->lang : NULL,
	    .has_list = s->roles == INTENT_ROLE_SELLER};
	intent_parse(&in, b->lex, b->cat, s->text, &hints);
}

/* The fastest round counts. */
static void
measure_rate(const struct bench *b, bool hint)
{
	double best = 1e12;
	double began = thread_us();
	while (b->count > 0 && thread_us() - began < SECONDS * 1e6) {
		double start = thread_us();
		for (size_t i = 0; i < b->count; i++)
			parse(b, &b->texts[i], hint);
		double took = thread_us() - start;
		best = took < best ? took : best;
	}
	printf("%zu texts, %s hint: %.0f a second\n", b->count,
	    hint ? "with" : "no", (double)b->count * 1e6 / best);
}

static double
cost_us(const struct bench *b, const struct sample *s)
{
	double best = 1e12;
	for (int i = 0; i < RUNS; i++) {
		double start = thread_us();
		parse(b, s, i % 2 == 0);
		double took = thread_us() - start;
		best = took < best ? took : best;
	}
	return best;
}

static double
try_text(struct bench *b, const char *name, struct str text, const char *lang)
{
	double dearest = 0;
	for (unsigned roles = 0; roles <= INTENT_ROLE_ADMIN; roles++) {
		struct sample s = {text, roles, lang};
		double us = cost_us(b, &s);
		dearest = us > dearest ? us : dearest;
	}
	if (dearest > b->worst_us) {
		b->worst_us = dearest;
		snprintf(b->worst, sizeof(b->worst), "%s", name);
	}
	return dearest;
}

/* A text of FOLD_MAX code points, as far as it is filled. */
struct maker {
	const struct bench *b;
	uint32_t random;
	size_t letters;
	size_t octets;
	char text[4 * FOLD_MAX + 4];
};

static unsigned
pick(struct maker *m, unsigned below)
{
	m->random = m->random * 1664525u + 1013904223u;
	return (m->random >> 8) % below;
}

static void
put(struct maker *m, uint32_t code_point)
{
	if (m->letters == FOLD_MAX)
		return;
	m->octets += utf8_put(m->text + m->octets, code_point);
	m->letters++;
}

static void
put_text(struct maker *m, const char *text)
{
	struct str rest = str_from(text);
	while (rest.octets > 0) {
		size_t octets = 0;
		put(m, utf8_next(rest, &octets));
		rest = str_of(rest.at + octets, rest.octets - octets);
	}
}

static void
put_letters(struct maker *m, unsigned count, const char *among)
{
	for (unsigned i = 0; i < count; i++)
		put(m, (unsigned char)among[pick(m, (unsigned)strlen(among))]);
}

/* A name of the catalogue; without its blanks, a letter wrong. */
static void
put_name(struct maker *m, const char *lang, bool glued, bool slip)
{
	const struct catalogue *cat = m->b->cat;
	int product = (int)pick(m, (unsigned)catalogue_size(cat));
	struct str rest = str_from(catalogue_name(cat, product, lang));
	unsigned wrong = slip ? 1 + pick(m, 6) : 1000;
	for (unsigned i = 0; rest.octets > 0; i++) {
		size_t octets = 0;
		uint32_t cp = utf8_next(rest, &octets);
		rest = str_of(rest.at + octets, rest.octets - octets);
		if (i == wrong)
			put_letters(m, 1, "etaoinshrdlu");
		else if (cp != ' ' || !glued)
			put(m, cp);
	}
}

static void
make_short_words(struct maker *m)
{
	put_letters(m, 3, "abcdefghijklmnopqrstuvwxyz");
	put(m, ' ');
}

static void
make_unknown_words(struct maker *m)
{
	put_letters(m, 6 + pick(m, 4), "aeioumnstrlk");
	put(m, ' ');
}

static void
make_long_words(struct maker *m)
{
	put_letters(m, 24, "aeioumnstrlk");
	put(m, ' ');
}

static void
make_near_misses(struct maker *m)
{
	put_name(m, pick(m, 2) == 0 ? "en" : "sw", true, true);
	put(m, ' ');
}

static void
make_near_misses_of_24(struct maker *m)
{
	size_t end = m->letters + 24;
	while (m->letters < end && m->letters < FOLD_MAX)
		put_name(m, "en", true, true);
	put(m, ' ');
}

static void
make_glued_names(struct maker *m)
{
	put_name(m, "en", true, false);
}

static void
make_glued_words(struct maker *m)
{
	size_t end = m->letters + 30;
	put(m, '5');
	while (m->letters < end && m->letters < FOLD_MAX)
		put_name(m, "en", true, pick(m, 4) == 0);
	put(m, ' ');
}

static void
make_same_letters(struct maker *m)
{
	put_letters(m, 39, "a");
	put(m, ' ');
}

static void
make_digits(struct maker *m)
{
	put_letters(m, 1, "0123456789");
}

static void
make_figures(struct maker *m)
{
	put_letters(m, 1 + pick(m, 4), "0123456789");
	put_letters(m, 1, " ,./-@x");
}

static void
make_codes(struct maker *m)
{
	put_letters(m, 1, "KABDFGH");
	put_letters(m, 1, "23456789");
	put_letters(m, 1, "KABDFGH");
	put_letters(m, 1, " -");
}

static void
make_han(struct maker *m)
{
	put(m, 0x4e00 + pick(m, 0x2000));
}

static void
make_han_names(struct maker *m)
{
	put_name(m, "zh", true, false);
}

static void
make_han_numbers(struct maker *m)
{
	static const uint32_t signs[] = {0x4e00, 0x4e8c, 0x4e09, 0x5341, 0x767e,
	    0x5343, 0x4e07, 0x4e24, 0x534a, 0x65a4, 0x70b9};
	put(m, signs[pick(m, sizeof(signs) / sizeof(signs[0]))]);
}

static void
make_hindi_names(struct maker *m)
{
	put_name(m, "hi", true, true);
	put(m, ' ');
}

static void
make_lines(struct maker *m)
{
	put_letters(m, 1, "123456789");
	put_text(m, "kg ");
	put_name(m, "en", false, false);
	put_letters(m, 1, ",\n");
}

static void
make_prices(struct maker *m)
{
	put_name(m, "en", false, false);
	put_text(m, " 5kg @30/kg not 6 each max 40 per bag ");
}

static void
make_small_words(struct maker *m)
{
	static const char *const words[] = {"yes ", "no ", "and ", "half ",
	    "not ", "for ", "at ", "from ", "per ", "stop ", "two ", "hundred ",
	    "kg ", "bag ", "today ", "is ", "it ", "how ", "much ", "?"};
	put_text(m, words[pick(m, sizeof(words) / sizeof(words[0]))]);
}

static void
make_any_script(struct maker *m)
{
	static const uint32_t from[] = {
	    0x20, 0xa0, 0x600, 0x900, 0x1200, 0x2000, 0x3300, 0xfb50, 0xff00};
	put(m, from[pick(m, sizeof(from) / sizeof(from[0]))] + pick(m, 0x80));
}

typedef void make_fn(struct maker *m);

static const struct {
	const char *name;
	make_fn *make;
} makers[] = {
    {"unknown words of 3 letters", make_short_words},
    {"unknown words", make_unknown_words},
    {"unknown words of 24 letters", make_long_words},
    {"near misses", make_near_misses},
    {"near misses of 24 letters", make_near_misses_of_24},
    {"names without a blank", make_glued_names},
    {"figures and names without blanks", make_glued_words},
    {"39 times a", make_same_letters},
    {"digits", make_digits},
    {"figures and marks", make_figures},
    {"codes", make_codes},
    {"Chinese characters", make_han},
    {"Chinese names", make_han_names},
    {"Chinese numbers", make_han_numbers},
    {"Hindi near misses", make_hindi_names},
    {"lines of goods", make_lines},
    {"prices", make_prices},
    {"small words", make_small_words},
    {"any script", make_any_script},
};
#define MAKERS (sizeof(makers) / sizeof(makers[0]))

/* The last one mixes all the others. */
static void
try_made_texts(struct bench *b)
{
	for (size_t i = 0; i <= MAKERS; i++) {
		static struct maker m;
		m = (struct maker){.b = b, .random = 1};
		while (m.letters < FOLD_MAX) {
			size_t kind = i < MAKERS ? i : pick(&m, MAKERS);
			makers[kind].make(&m);
		}
		const char *name = i < MAKERS ? makers[i].name : "all of it";
		double us = try_text(b, name, str_of(m.text, m.octets), "en");
		printf("  %4.0f us  %s\n", us, name);
	}
}

static void
try_sample(struct bench *b)
{
	for (size_t i = 0; i < b->count; i++) {
		char name[60];
		snprintf(name, sizeof(name), "text %zu of the sample", i + 1);
		double us = cost_us(b, &b->texts[i]);
		if (us > b->worst_us) {
			b->worst_us = us;
			str_copy(b->worst, sizeof(b->worst), str_from(name));
		}
	}
	printf("  %4.0f us  the dearest of the sample\n", b->worst_us);
}

int
main(int argc, char **argv)
{
	static const char source[] = FURROW_SOURCE "/tests/language/";
	static struct bench b;
	char sample[4096];
	char catalogue[4096];
	snprintf(sample, sizeof(sample), "%sdev.jsonl", source);
	snprintf(catalogue, sizeof(catalogue), "%scatalogue.json", source);
	double mib = load(&b, argc > 2 ? argv[2] : catalogue,
	    argc > 3 ? argv[3] : FURROW_SOURCE "/handlers/lexicon");
	read_sample(&b, argc > 1 ? argv[1] : sample);
	measure_rate(&b, true);
	measure_rate(&b, false);
	puts("texts of 1,600 characters:");
	try_sample(&b);
	try_made_texts(&b);
	printf("worst: %.0f us, %s\n", b.worst_us, b.worst);
	return b.worst_us > WORST_US || mib > MEMORY_MIB ? 1 : 0;
}
