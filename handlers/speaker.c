#include "handlers/speaker.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_phone.h"

#include "handlers/ask.h"
#include "handlers/book.h"
#include "handlers/letter.h"

#define ANSWER_WORDS 2 /* before a name at the end: "yes K7F otieno" */
#define NAME_OCTETS 2 /* shorter ones are other words, too */

struct member {
	struct person person;
	struct book book;
};

struct house {
	struct member member[STORE_PHONE_PEOPLE]; /* who wrote last first */
	size_t count;
	struct question question; /* id 0: none open */
};

static void
load(struct house *house, struct desk *desk, const struct handler_text *text)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count = store_phone_people(desk->store, text->phone_id, ids);

	house->count = 0;
	for (size_t i = 0; i < count; i++) {
		struct member *m = &house->member[house->count];

		if (!store_person_get(desk->store, ids[i], &m->person))
			continue;
		desk->from = m->person;
		book_load(&m->book, desk, ids[i]);
		house->count++;
	}
	if (!store_question_open(
		desk->store, text->phone_id, &house->question) ||
	    (desk->clock_sure && house->question.due_ms <= desk->now_ms))
		house->question.id = 0;
}

/* -- by name --------------------------------------------------------------- */

static bool
is_mark(char c)
{
	return (unsigned char)c <= ' ' || strchr(".,:;!-", c) != NULL;
}

static struct str
without_marks(struct str text)
{
	while (text.octets > 0 && is_mark(text.at[0]))
		text = str_of(text.at + 1, text.octets - 1);
	while (text.octets > 0 && is_mark(text.at[text.octets - 1]))
		text.octets--;
	return text;
}

static size_t
count_words(struct str text)
{
	size_t count = 0;

	for (size_t i = 0; i < text.octets; i++)
		count +=
		    !is_mark(text.at[i]) && (i == 0 || is_mark(text.at[i - 1]));
	return count;
}

/* Scripts without blanks need none behind a name. */
static bool
is_plain(struct str name)
{
	return (unsigned char)name.at[name.octets - 1] < 0x80;
}

static bool
cut_front(struct str *text, struct str name)
{
	if (name.octets < NAME_OCTETS || text->octets < name.octets ||
	    !str_equal_nocase(str_of(text->at, name.octets), name) ||
	    (text->octets > name.octets && is_plain(name) &&
		!is_mark(text->at[name.octets])))
		return false;
	*text = without_marks(
	    str_of(text->at + name.octets, text->octets - name.octets));
	return true;
}

static bool
cut_back(struct str *text, struct str name)
{
	size_t at = text->octets - name.octets;

	if (name.octets < NAME_OCTETS || text->octets <= name.octets ||
	    !str_equal_nocase(str_of(text->at + at, name.octets), name) ||
	    (is_plain(name) && !is_mark(text->at[at - 1])) ||
	    count_words(str_of(text->at, at)) > ANSWER_WORDS)
		return false;
	*text = without_marks(str_of(text->at, at));
	return true;
}

static struct str
first_name(const struct person *person)
{
	struct str whole = str_from(person->name), first;

	return str_cut(&first, &whole, ' ') ? first : STR("");
}

/* The one member whose name stands there, whole or first; -1 none, or two of
 * that name. */
static int
by_name(const struct house *house, struct str *text,
    bool (*cut)(struct str *text, struct str name))
{
	struct str rest = *text;
	int found = -1;

	for (size_t i = 0; i < house->count; i++) {
		const struct person *p = &house->member[i].person;
		struct str left = *text;

		if (!cut(&left, str_from(p->name)) &&
		    !cut(&left, first_name(p)))
			continue;
		if (found >= 0 && left.octets == rest.octets)
			return -1;
		if (found < 0 || left.octets < rest.octets) {
			found = (int)i;
			rest = left;
		}
	}
	if (found >= 0)
		*text = rest;
	return found;
}

/* -- by what it answers ---------------------------------------------------- */

static int
by_code(const struct house *house, const char *code)
{
	static const unsigned asked = BOOK_ASKED | BOOK_BUYER_ASKED;
	static const unsigned any = asked | BOOK_BUYER | BOOK_SELLER;

	for (size_t i = 0; *code != '\0' && i < house->count; i++)
		if (book_find(&house->member[i].book, code, asked) >= 0)
			return (int)i;
	for (size_t i = 0; *code != '\0' && i < house->count; i++)
		if (book_find(&house->member[i].book, code, any) >= 0)
			return (int)i;
	return -1;
}

/* Who was asked last on this phone, by a question or a proposal. */
static int
asked_last(const struct house *house)
{
	const struct question *q = &house->question;
	int64_t newest = 0;
	int found = -1;

	for (size_t i = 0; i < house->count; i++) {
		const struct member *m = &house->member[i];
		int64_t asked_ms = m->book.asked_ms;

		if (q->id != 0 && q->person_id == m->person.id &&
		    q->created_ms >= asked_ms)
			asked_ms = q->created_ms;
		if (asked_ms > newest) {
			newest = asked_ms;
			found = (int)i;
		}
	}
	return found;
}

static bool
is_among(enum intent_kind kind, const enum intent_kind *kinds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (kinds[i] == kind)
			return true;
	return false;
}

/* What says nothing without the question before it. */
static bool
is_answer(const struct house *house, const struct intent *intent)
{
	static const enum intent_kind answers[] = {INTENT_NONE,
	    INTENT_AMBIGUOUS, INTENT_DIGIT, INTENT_CODE_ONLY, INTENT_ACCEPT,
	    INTENT_REJECT, INTENT_PARTIAL, INTENT_COUNTER};
	static const enum intent_kind goods[] = {
	    INTENT_ORDER, INTENT_CHANGE, INTENT_OFFER};
	bool draft =
	    house->question.id != 0 && (house->question.kind == ASK_DRAFT ||
					   house->question.kind == ASK_CHANGE);

	if (is_among(
		intent->kind, answers, sizeof(answers) / sizeof(answers[0])))
		return true;
	/* "5 kg", "tomatoes": what the draft lacked. */
	return draft && intent->items_count == 1 &&
	       (intent->items[0].product < 0 || !intent->items[0].has_qty) &&
	       is_among(intent->kind, goods, sizeof(goods) / sizeof(goods[0]));
}

static void
read_as(struct intent *intent, const struct house *house, struct desk *desk,
    struct str text)
{
	const char *codes[STORE_PHONE_PEOPLE * BOOK_ORDERS];
	struct intent_question question;
	struct intent_limits limits;
	int choices[9] = {0};
	char lang[12];
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = lang,
	    .roles = INTENT_ROLE_BUYER | INTENT_ROLE_SELLER,
	    .open_codes = codes};

	for (size_t i = 0; i < house->count; i++) {
		size_t at;

		hints.open_codes_count += book_codes(
		    &house->member[i].book, codes + hints.open_codes_count);
		hints.open_proposals +=
		    (int)book_count(&house->member[i].book, BOOK_ASKED, &at);
	}
	desk_lang_of(lang, desk, &house->member[0].person);
	if (house->question.id != 0) {
		ask_hint(&question, choices, desk, &house->question);
		hints.question = &question;
	}
	intent_parse(
	    intent, desk->trade->lexicon, desk->trade->catalogue, text, &hints);
}

static int
by_sense(const struct house *house, struct desk *desk, struct str text)
{
	struct intent intent;
	int found;

	read_as(&intent, house, desk, text);
	found = by_code(house, intent.code);
	if (found < 0 && is_answer(house, &intent))
		found = asked_last(house);
	return found < 0 ? 0 : found;
}

/* -- I AM ------------------------------------------------------------------ */

static void
speaks(struct desk *desk, struct handler_text *text, const struct house *house,
    int at)
{
	const struct person *person = &house->member[at].person;

	if (text->person_id != person->id) {
		text->person_id = person->id;
		store_phone_speaker(desk->store, text->phone_id, person->id);
		store_message_set_person(
		    desk->store, text->message_id, person->id);
	}
	desk->from = *person;
	desk_lang_of(desk->lang, desk, &desk->from);
}

static void
ask_who(struct desk *desk, const struct house *house)
{
	char list[160];
	struct buf out = buf_over(list, sizeof(list));

	for (size_t i = 0; i < house->count; i++)
		if (house->member[i].person.name[0] != '\0')
			buf_add_format(&out, "%s%s", out.octets ? ", " : "",
			    house->member[i].person.name);
	letter_answer(desk, PHRASE_I_AM_WHO, &(struct words){.list = list}, 0);
}

/* "I AM Otieno": from now on.  What follows is read as theirs. */
static bool
says_who(struct desk *desk, struct handler_text *text, struct house *house,
    bool *more_out)
{
	struct str rest = text->text;
	int found;

	*more_out = false;
	if (!phrase_cut_word(desk->trade->phrases, PHRASE_WORD_I_AM, &rest))
		return false;
	rest = without_marks(rest);
	found = by_name(house, &rest, cut_front);
	if (found < 0 && rest.octets > 0)
		return false; /* "I am looking for maize" */
	speaks(desk, text, house, found < 0 ? 0 : found);
	desk->text = text;
	if (found < 0)
		ask_who(desk, house);
	else if (rest.octets == 0)
		letter_answer(desk, PHRASE_I_AM_OK,
		    &(struct words){.name = desk->from.name}, 0);
	*more_out = rest.octets > 0;
	text->text = rest;
	return true;
}

bool
speaker_find(struct desk *desk, struct handler_text *text)
{
	struct house house;
	struct str rest = text->text;
	bool more;
	int found;

	load(&house, desk, text);
	if (house.count == 0)
		return false;
	if (!text->call && says_who(desk, text, &house, &more))
		return more;
	found =
	    text->call ? asked_last(&house) : by_name(&house, &rest, cut_front);
	if (found < 0 && !text->call)
		found = by_name(&house, &rest, cut_back);
	if (found < 0 || rest.octets == 0)
		rest = text->text; /* a name alone is perhaps a choice */
	if (found < 0)
		found = text->call ? 0 : by_sense(&house, desk, rest);
	speaks(desk, text, &house, found);
	text->text = rest;
	return true;
}
