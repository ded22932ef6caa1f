/* ussd_page - which words and options go on a page, and what it looks like. */
#include "handlers/ussd_page.h"

#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buf.h"
#include "base/utf8.h"

#include "handlers/ussd_letters.h"

/* More than fits any screen: what fills it does not fit. */
#define SHEET_OCTETS 1024

struct maker {
	const struct ussd_page_ask *ask;
	struct ussd_letters_room room;
	char words[USSD_PAGE_WORDS_OCTETS];
	struct str all_words; /* of them */
	char label[SHEET_OCTETS]; /* that is cut */
	bool flow; /* the words go before the options, not above each five */
	bool bare; /* navigation by its keys alone */
	bool no_back; /* on this page; room for it is kept all the same */
};

/* One page.  Parts that are cut end in "..". */
struct plan {
	struct str top, words;
	size_t first, last;
	struct str label; /* of the only option, when that is cut */
	bool top_cut, words_cut, label_cut;
	bool more;
};

/* -- writing --------------------------------------------------------------- */

static void
add_line(struct buf *out)
{
	if (out->octets > 0)
		buf_add_char(out, '\n');
}

static void
add_part(struct buf *out, struct str part, bool cut)
{
	if (part.octets == 0)
		return;
	add_line(out);
	buf_add_str(out, part);
	if (cut)
		buf_add_text(out, "..");
}

static void
add_option(
    struct buf *out, const struct maker *m, const struct plan *p, size_t index)
{
	const struct ussd_page_option *option = &m->ask->option[index];

	add_line(out);
	buf_add_format(out, "%d ", option->key);
	if (p->label_cut) {
		buf_add_str(out, p->label);
		buf_add_text(out, "..");
	} else {
		ussd_letters_clean(out, str_from(option->label), false);
	}
}

static void
add_way(
    struct buf *out, const struct maker *m, const char *key, const char *label)
{
	if (label == NULL)
		return;
	add_line(out);
	buf_add_text(out, key);
	if (m->bare || label[0] == '\0')
		return;
	buf_add_char(out, ' ');
	ussd_letters_clean(out, str_from(label), false);
}

static void
add_ways(struct buf *out, const struct maker *m, bool more)
{
	if (more)
		add_way(out, m, "98", m->ask->more ? m->ask->more : "");
	add_way(out, m, "0", m->no_back ? NULL : m->ask->back);
	add_way(out, m, "00", m->ask->home);
}

/* Makes the page; false when it is more than a screen. */
static bool
try_plan(struct ussd_page *out, const struct maker *m, const struct plan *p)
{
	char sheet[SHEET_OCTETS];
	struct buf page = buf_over(sheet, sizeof(sheet));

	add_part(&page, p->top, p->top_cut);
	add_part(&page, p->words, p->words_cut);
	for (size_t i = p->first; i < p->last; i++)
		add_option(&page, m, p, i);
	add_ways(&page, m, p->more);
	out->first = p->first;
	out->last = p->last;
	out->more = p->more;
	out->cut = p->top_cut || p->words_cut || p->label_cut;
	return !page.full &&
	       ussd_letters_settle(out->text, sizeof(out->text), &out->size,
		   &out->gsm, buf_str(&page), &m->room);
}

/* -- cutting --------------------------------------------------------------- */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static size_t
last_character_at(struct str text)
{
	size_t at = text.octets;

	do
		at--;
	while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
	return at;
}

/* Where the last letter of a text begins, its signs with it. */
static size_t
last_letter_at(struct str text)
{
	size_t at = text.octets, step;
	utf8proc_category_t category;

	do {
		at = last_character_at(str_of(text.at, at));
		category = utf8proc_category((utf8proc_int32_t)utf8_next(
		    str_of(text.at + at, text.octets - at), &step));
	} while (at > 0 && (category == UTF8PROC_CATEGORY_MN ||
			       category == UTF8PROC_CATEGORY_MC ||
			       category == UTF8PROC_CATEGORY_CF));
	return at;
}

/* Takes letters off the end of a part of the plan until the page fits; the
 * whole part, if it must be.  False when even that is not enough. */
static bool
cut_part(struct ussd_page *out, const struct maker *m, const struct plan *p,
    struct str *part, bool *cut)
{
	*cut = true;
	/* No screen holds more. */
	if (part->octets > USSD_PAGE_OCTETS) {
		part->octets = USSD_PAGE_OCTETS;
		part->octets = last_letter_at(*part);
	}
	while (part->octets > 0) {
		part->octets = last_letter_at(*part);
		if (part->octets > 0 && !is_blank(part->at[part->octets - 1]) &&
		    try_plan(out, m, p))
			return true;
	}
	return try_plan(out, m, p);
}

/* The only option of a page that does not fit whole. */
static void
cut_option(struct ussd_page *out, struct maker *m, struct plan *p)
{
	struct buf clean = buf_over(m->label, sizeof(m->label));

	ussd_letters_clean(
	    &clean, str_from(m->ask->option[p->first].label), false);
	p->label = buf_str(&clean);
	if (cut_part(out, m, p, &p->label, &p->label_cut))
		return;
	/* The words are in its way. */
	p->words = STR("");
	p->label = buf_str(&clean);
	(void)cut_part(out, m, p, &p->label, &p->label_cut);
	out->cut = true;
}

/* -- pages ----------------------------------------------------------------- */

/* As many of five options as fit; how many. */
static size_t
add_options(struct ussd_page *out, const struct maker *m, struct plan *p)
{
	size_t most = m->ask->options - p->first;

	if (most > USSD_PAGE_OPTIONS)
		most = USSD_PAGE_OPTIONS;
	while (p->last - p->first < most) {
		p->last++;
		if (!try_plan(out, m, p)) {
			p->last--;
			break;
		}
	}
	(void)try_plan(out, m, p);
	return p->last - p->first;
}

/* The ends of the words that a screen could hold; how many. */
static size_t
find_ends(size_t ends[USSD_PAGE_OCTETS], struct str words)
{
	size_t count = 0;

	for (size_t at = 1; at <= words.octets && at < USSD_PAGE_OCTETS; at++)
		if (at == words.octets || is_blank(words.at[at]))
			ends[count++] = at;
	return count;
}

/* Of words that begin with a letter of more signs than a screen has room for.
 */
static void
break_letter(struct ussd_page *out, const struct maker *m, struct plan *p)
{
	if (p->words.octets > USSD_PAGE_OCTETS)
		p->words.octets = USSD_PAGE_OCTETS;
	do
		p->words.octets = last_character_at(p->words);
	while (p->words.octets > 0 && !try_plan(out, m, p));
}

/* Makes the page of the most of p->words that fit: to the end of a word, or,
 * of letters without blanks, of a letter.  More words never take less room. */
static void
flow_words(struct ussd_page *out, const struct maker *m, struct plan *p)
{
	size_t ends[USSD_PAGE_OCTETS];
	struct str all = p->words;
	size_t fits = 0, over = find_ends(ends, all) + 1;

	while (over - fits > 1) {
		size_t middle = fits + (over - fits) / 2;

		p->words.octets = ends[middle - 1];
		if (try_plan(out, m, p))
			fits = middle;
		else
			over = middle;
	}
	p->words.octets = fits > 0 ? ends[fits - 1] : 0;
	if (fits == 0) {
		p->words = all;
		(void)cut_part(out, m, p, &p->words, &p->words_cut);
		if (p->words.octets == 0) {
			p->words = all;
			break_letter(out, m, p);
		}
		/* It goes on with the next letter: nothing is missing. */
		p->words_cut = false;
	}
	(void)try_plan(out, m, p);
}

/* The page that begins with p->words and p->first. */
static void
plan_page(struct ussd_page *out, struct maker *m, struct plan *p)
{
	size_t rest = m->ask->options - p->first;

	p->last = m->ask->options;
	p->more = false;
	if (rest <= USSD_PAGE_OPTIONS && try_plan(out, m, p))
		return;
	p->last = p->first;
	p->more = true;
	if (m->flow && p->words.octets > 0) {
		if (try_plan(out, m, p))
			(void)add_options(out, m, p);
		else
			flow_words(out, m, p);
		return;
	}
	if (add_options(out, m, p) > 0 || rest == 0)
		return;
	p->last = p->first + 1;
	p->more = rest > 1;
	cut_option(out, m, p);
}

/* Where the page behind `p` begins. */
static void
plan_next(const struct maker *m, struct plan *p)
{
	const char *end = m->all_words.at + m->all_words.octets;
	const char *at = p->words.at + p->words.octets;

	*p = (struct plan){.first = p->last, .words = m->all_words};
	if (!m->flow)
		return;
	while (at < end && is_blank(*at))
		at++;
	p->words = str_of(at, (size_t)(end - at));
}

/* The line on top of a page that is planned.  Without the words the rest may
 * need more room, as the letters of GSM's extension do when it is not UCS2 any
 * more: then they stay. */
static void
add_top(struct ussd_page *out, const struct maker *m, struct plan *p)
{
	char top[USSD_PAGE_OCTETS];
	struct buf clean = buf_over(top, sizeof(top));

	if (m->ask->top == NULL || m->ask->top[0] == '\0')
		return;
	ussd_letters_clean(&clean, str_from(m->ask->top), true);
	p->top = buf_str(&clean);
	if (try_plan(out, m, p))
		return;
	const struct plan whole = *p;
	if (!m->ask->whole && p->words.octets > 0 &&
	    cut_part(out, m, p, &p->words, &p->words_cut)) {
		out->cut = true;
		return;
	}
	if (!cut_part(out, m, p, &p->top, &p->top_cut)) {
		*p = whole;
		(void)cut_part(out, m, p, &p->top, &p->top_cut);
	}
	out->cut = true;
}

/* -- the whole ------------------------------------------------------------- */

static bool
is_over_half(const struct maker *m, struct str text)
{
	bool gsm;
	size_t size = ussd_letters_size(text, &gsm);

	return gsm ? size * 2 > m->room.septets : size * 2 > m->room.units;
}

static size_t
between(int value, size_t least, size_t most)
{
	if (value < 0 || (size_t)value < least)
		return least;
	return (size_t)value > most ? most : (size_t)value;
}

static void
prepare(struct maker *m, struct ussd_page *out)
{
	char ways[SHEET_OCTETS];
	struct buf lines = buf_over(ways, sizeof(ways));
	struct buf words = buf_over(m->words, sizeof(m->words));
	struct plan p = {.last = m->ask->options};

	m->room.septets = between(m->ask->septets, 20, 182);
	/* Else a page could grow too large by what is taken away. */
	m->room.units = between(m->ask->units, 20, 80);
	if (m->room.units > m->room.septets)
		m->room.units = m->room.septets;
	if (m->ask->words != NULL)
		ussd_letters_clean(&words, str_from(m->ask->words), true);
	m->all_words = str_trim(buf_str(&words));
	add_ways(&lines, m, m->ask->more != NULL);
	/* One other letter on the page, and all of it is counted in units. */
	m->bare = lines.full || is_over_half(m, buf_str(&lines)) ||
		  ussd_letters_units(buf_str(&lines)) * 2 > m->room.units;
	p.words = m->all_words;
	m->flow =
	    (m->ask->options > USSD_PAGE_OPTIONS || !try_plan(out, m, &p)) &&
	    (m->ask->options == 0 || is_over_half(m, m->all_words));
}

void
ussd_page_make(struct ussd_page *out, const struct ussd_page_ask *ask)
{
	struct maker m = {.ask = ask};
	struct plan p = {.first = 0};

	*out = (struct ussd_page){.page = 0};
	prepare(&m, out);
	p.words = m.all_words;
	plan_page(out, &m, &p);
	while (out->page < ask->page && p.more) {
		plan_next(&m, &p);
		plan_page(out, &m, &p);
		out->page++;
	}
	if (ask->root && out->page == 0) {
		m.no_back = true;
		m.no_back = try_plan(out, &m, &p);
		/* Fewer lines of another alphabet can take more. */
		if (!m.no_back)
			(void)try_plan(out, &m, &p);
	}
	add_top(out, &m, &p);
}
