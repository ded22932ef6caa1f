#include "handlers/person.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_phone.h"
#include "gateway/store/store_question.h"

#include "handlers/agree.h"
#include "handlers/ask.h"
#include "handlers/cancel.h"
#include "handlers/consent.h"
#include "handlers/fold.h"
#include "handlers/give_back.h"
#include "handlers/intent_trace.h"
#include "handlers/letter.h"
#include "handlers/lexicon_role.h"
#include "handlers/line.h"
#include "handlers/officer.h"
#include "handlers/pick.h"
#include "handlers/place.h"
#include "handlers/pool_reply.h"
#include "handlers/proposal.h"
#include "handlers/still.h"
#include "handlers/terms.h"

#define THANKS_WORDS 4
#define CALLS_A_DAY 2
#define NOTICES 8

unsigned
person_roles(const struct person *person, const struct book *book)
{
	unsigned roles = 0;
	size_t at;

	if ((person->roles & PERSON_BUYER) != 0 || person->got_count > 0 ||
	    book_count(book, BOOK_BUYER, &at) > 0)
		roles |= INTENT_ROLE_BUYER;
	if (person->roles & (PERSON_SELLER | PERSON_LEADER))
		roles |= INTENT_ROLE_SELLER;
	if (person->roles & PERSON_OFFICER)
		roles |= INTENT_ROLE_OFFICER;
	if (person->roles & PERSON_ADMIN)
		roles |= INTENT_ROLE_ADMIN;
	return roles;
}

/* -- in which language ----------------------------------------------------- */

/* A figure or a code says nothing about the language. */
static bool
tells_language(const struct intent *intent)
{
	return intent->kind != INTENT_NONE && intent->kind != INTENT_DIGIT &&
	       intent->kind != INTENT_CODE_ONLY &&
	       intent->kind != INTENT_AMBIGUOUS;
}

struct evidence {
	int words; /* of two Latin letters or more */
	int letters; /* of other scripts */
};

/* What stands right behind a figure is a measure: "5 kg", "35/kg". */
static struct evidence
weigh(struct str text)
{
	struct fold fold;
	struct evidence found = {0, 0};
	uint32_t before = 0; /* what the run of letters follows */

	fold_text(&fold, text);
	for (size_t i = 0, run; i < fold.count; i += run) {
		uint32_t c = fold.at[i];
		enum fold_class class_ = fold_class(c);
		bool latin = class_ == FOLD_LETTER && c < 0x250;

		run = 1;
		while (latin && i + run < fold.count &&
		       fold_class(fold.at[i + run]) == FOLD_LETTER)
			run++;
		if (latin && run >= 2 && before != '/' &&
		    fold_class(before) != FOLD_DIGIT)
			found.words++;
		else if (!latin &&
			 (class_ == FOLD_LETTER || class_ == FOLD_HAN))
			found.letters++;
		if (class_ != FOLD_BLANK)
			before = c;
	}
	return found;
}

/* One language is easily taken for another in a few words, and everybody uses
 * some English ones, which our own texts teach.  Another script is plain. */
static bool
is_clear(const struct desk *desk, const char *known, const char *heard)
{
	struct evidence found = weigh(desk->text->text);
	bool answer = desk->intent.kind == INTENT_ACCEPT ||
		      desk->intent.kind == INTENT_REJECT;

	if (found.letters >= 2)
		return true;
	if (*known == '\0' && !answer)
		return found.words >= 1;
	return found.words >= (strcmp(heard, "en") == 0 ? 3 : 2);
}

void
person_language(struct desk *desk)
{
	struct person *from = &desk->from;
	const char *heard = desk->intent.lang;
	bool chosen = from->lang[0] != '\0' && from->lang[0] != '~';
	const char *known = from->lang[0] == '~' ? from->lang + 1 : "";

	if (!chosen && *heard != '\0' && strcmp(heard, known) != 0 &&
	    tells_language(&desk->intent) &&
	    phrases_language(desk->trade->phrases, heard) >= 0 &&
	    is_clear(desk, known, heard)) {
		struct buf lang = buf_over(from->lang, sizeof(from->lang));

		buf_add_char(&lang, '~');
		buf_add_str(&lang, str_of(heard, strnlen(heard, 10)));
		store_person_put_lang(desk->store, from);
	}
	desk_lang_of(desk->lang, desk, from);
}

/* -- STOP, START, LANG --------------------------------------------------- */

/* What they were asked goes to the next seller. */
static void
release_proposals(struct desk *desk)
{
	struct proposal open[DESK_LINES_MAX];
	struct order order;
	size_t count = proposal_open(desk, desk->from.id, open, DESK_LINES_MAX);

	for (size_t i = 0; i < count; i++)
		store_message_withdraw(desk->store, SUBJECT_PROPOSAL,
		    open[i].id, open[i].phone_id);
	for (size_t i = 0; i < count; i++)
		if (store_order_get(desk->store, open[i].line_id / 64, &order))
			agree_decline(desk, &order, &open[i], 1);
}

static void
drop_searching(struct desk *desk, const struct book *book, const char *why)
{
	for (size_t i = 0; i < book->count; i++) {
		struct line lines[DESK_LINES_MAX];
		struct order order;
		size_t count, n = 0;

		if ((book->orders[i].parts & BOOK_BUYER) == 0 ||
		    !store_order_get(
			desk->store, book->orders[i].order_id, &order))
			continue;
		count = place_load(desk, order.id, lines);
		for (size_t k = 0; k < count; k++)
			if (line_is_searching(lines[k].state))
				lines[n++] = lines[k];
		if (n > 0)
			(void)cancel_lines(desk, &order, lines, n, why);
	}
}

static void
set_stopped(
    struct desk *desk, const int64_t *ids, size_t count, int64_t stopped_ms)
{
	struct person person;

	for (size_t i = 0; i < count; i++) {
		if (!store_person_get(desk->store, ids[i], &person))
			continue;
		person.stopped_ms = stopped_ms;
		store_person_put(desk->store, &person);
	}
}

/* Agreed orders of somebody whom we may not text any more: a person calls. */
static void
tell_officer(struct desk *desk, const struct book *book, int64_t officer)
{
	int told = 0;

	for (size_t i = 0; i < book->count && told < NOTICES; i++) {
		struct line lines[DESK_LINES_MAX];
		struct letter letter;
		struct letter_goods goods;
		struct order order;
		struct letter_about about = {.class_ = MESSAGE_NOTICE};
		size_t count, n = 0;

		if (!store_order_get(
			desk->store, book->orders[i].order_id, &order))
			continue;
		count = place_load(desk, order.id, lines);
		for (size_t k = 0; k < count; k++)
			if (lines[k].state == LINE_CONFIRMED &&
			    (order.buyer_id == desk->from.id ||
				lines[k].seller_id == desk->from.id))
				lines[n++] = lines[k];
		if (n == 0)
			continue;
		letter_to(&letter, desk, officer, 0);
		letter_goods(&goods, &letter, &order, lines, n);
		about.order_id = order.id;
		letter_send(&letter, PHRASE_STOPPED_OFFICER,
		    &(struct words){.code = order.code,
			.items = goods.items,
			.name = desk->from.name,
			.phone = desk->from.number},
		    &about);
		told++;
	}
}

void
person_let_go(struct desk *desk, const struct book *book, const char *why)
{
	release_proposals(desk);
	give_back_noted(desk, book, 0);
	drop_searching(desk, book, why);
}

static void
stop_one(struct desk *desk)
{
	struct book book;
	int64_t officer = officer_for(desk, desk->from.area_id);

	book_load(&book, desk, desk->from.id);
	person_let_go(desk, &book, "the buyer stopped our texts");
	if (officer != 0 && officer != desk->from.id)
		tell_officer(desk, &book, officer);
}

/* A number that wants no texts gets none, whoever uses it. */
void
person_stop(struct desk *desk, const struct book *book)
{
	int64_t ids[STORE_PHONE_PEOPLE];
	size_t count =
	    store_phone_people(desk->store, desk->text->phone_id, ids);
	struct person sender = desk->from;

	(void)book;
	if (desk->from.stopped_ms != 0)
		return; /* answered once; then silence */
	desk_as(desk, "person");
	/* What waits to leave is not wanted any more; only the goodbye is. */
	store_message_withdraw_all(desk->store, desk->text->phone_id);
	set_stopped(desk, ids, count, desk->now_ms);
	desk->from.stopped_ms = desk->now_ms;
	desk->last_word = true;
	letter_answer(desk, PHRASE_STOPPED, &(struct words){0}, 0);
	desk->last_word = false;
	for (size_t i = 0; i < count; i++)
		if (store_person_get(desk->store, ids[i], &desk->from)) {
			stop_one(desk);
			pool_reply_stopped(desk);
		}
	desk->from = sender;
}

void
person_start(struct desk *desk, const struct book *book)
{
	int64_t ids[STORE_PHONE_PEOPLE];

	(void)book;
	set_stopped(desk, ids,
	    store_phone_people(desk->store, desk->text->phone_id, ids), 0);
	desk->from.stopped_ms = 0;
	letter_answer(desk, PHRASE_STARTED, &(struct words){0}, 0);
}

/* "LANG en fr hi": the other scripts of a language come by writing in them. */
static void
languages_list(struct buf *out, const struct phrases *phrases)
{
	buf_add_text(out, "LANG");
	for (size_t i = 0; i < phrases_languages(phrases); i++) {
		const char *name = phrases_language_name(phrases, i);

		if (strchr(name, '-') == NULL)
			buf_add_format(out, " %s", name);
	}
}

/* Who was answered in the Latin letters of a language, and asks for it in
 * Latin letters, means these: LANG hindi. */
static int
language_meant(const struct desk *desk)
{
	const struct phrases *phrases = desk->trade->phrases;
	const char *known = desk->from.lang + (desk->from.lang[0] == '~');
	char latin[12];
	struct buf out = buf_over(latin, sizeof(latin));

	buf_add_format(&out, "%.3s-Latn", desk->intent.to);
	if (strcmp(known, latin) == 0 && weigh(desk->text->text).letters == 0)
		return phrases_language(phrases, latin);
	return phrases_language(phrases, desk->intent.to);
}

void
person_lang(struct desk *desk, const struct book *book)
{
	const struct phrases *phrases = desk->trade->phrases;
	int at = language_meant(desk);
	char list[160];
	struct buf out = buf_over(list, sizeof(list));

	(void)book;
	if (at < 0) {
		languages_list(&out, phrases);
		letter_answer(desk, PHRASE_LANG_UNKNOWN,
		    &(struct words){.list = list}, 0);
		return;
	}
	str_copy(desk->from.lang, sizeof(desk->from.lang),
	    str_from(phrases_language_name(phrases, (size_t)at)));
	store_person_put(desk->store, &desk->from);
	desk_lang_of(desk->lang, desk, &desk->from);
	letter_answer(desk, PHRASE_LANG_SET, &(struct words){0}, 0);
}

/* -- help ---------------------------------------------------------------- */

static enum phrase
help_phrase(const struct desk *desk, const struct book *book)
{
	size_t at;

	if (desk->from.roles & (PERSON_SELLER | PERSON_LEADER))
		return PHRASE_HELP_SELLER;
	if (desk->from.roles & PERSON_ADMIN)
		return PHRASE_HELP_ADMIN;
	if (desk->from.roles & PERSON_OFFICER)
		return PHRASE_HELP_OFFICER;
	return book_count(book, BOOK_BUYER, &at) > 0 || desk->from.got_count > 0
		   ? PHRASE_HELP_BUYER
		   : PHRASE_HELP_STRANGER;
}

void
person_help(struct desk *desk, const struct book *book)
{
	letter_answer(desk, help_phrase(desk, book), &(struct words){0}, 0);
	if (desk->from.roles & PERSON_LEADER)
		letter_answer(desk, PHRASE_HELP_LEADER, &(struct words){0}, 0);
}

static void
say_passed(struct desk *desk, const struct person *officer)
{
	char name[64];

	letter_name(name, officer);
	letter_answer(desk, PHRASE_UNREAD_PASSED,
	    &(struct words){.name = name, .phone = officer->number}, 0);
}

bool
person_is_thanks(const struct desk *desk)
{
	struct intent_trace trace;
	bool thanks = false;

	terms_explain(&trace, desk);
	for (size_t i = 0; i < trace.count; i++) {
		const struct intent_span *span = &trace.spans[i];

		if (span->kind == INTENT_SPAN_WORD)
			thanks = thanks ||
				 (span->roles & ROLE_BIT(ROLE_THANKS)) != 0;
		else if (span->kind == INTENT_SPAN_PRODUCT ||
			 span->kind == INTENT_SPAN_NUMBER ||
			 span->kind == INTENT_SPAN_UNIT)
			return false;
	}
	return thanks && trace.count <= THANKS_WORDS;
}

void
person_unread(struct desk *desk, const struct book *book)
{
	struct person officer;
	bool known = desk->from.roles != 0 || desk->from.got_count > 0;
	int64_t before = desk->from.unread_count;

	/* "Thank you": nobody need read that to us, and no menu twice. */
	if (before > 0 && desk->intent.kind == INTENT_NONE &&
	    person_is_thanks(desk))
		return;
	desk->from.unread_count = before + 1;
	store_person_put(desk->store, &desk->from);
	if (before == 0 || (known && desk->intent.kind == INTENT_GREETING))
		person_help(desk, book);
	else if (known && officer_pass_on(desk, &officer))
		say_passed(desk, &officer);
	else if (before == 1 || known)
		letter_answer(desk, PHRASE_UNREAD, &(struct words){0}, 0);
	/* A stranger who goes on like this is a robot or a child. */
}

/* -- a missed call ------------------------------------------------------- */

/* May that still be done for the sender's phone today?  Counts it. */
static bool
allowed_today(struct desk *desk, const char *what, int64_t most)
{
	char key[40];
	struct buf name = buf_over(key, sizeof(key));
	int64_t day = market_local_day(desk->market, desk->now_ms), stored;

	buf_add_format(&name, "%s:%lld", what, (long long)desk->text->phone_id);
	stored = store_setting_int(desk->store, key, 0);
	if (stored / 10 != day)
		stored = day * 10;
	if (stored % 10 >= most)
		return false;
	store_setting_put_int(desk->store, key, stored + 1);
	return true;
}

void
person_call(struct desk *desk, const struct book *book)
{
	size_t at, asked = book_count(book, BOOK_ASKED, &at);
	struct order order;

	if (desk->from.stopped_ms != 0 ||
	    !allowed_today(desk, "calls", CALLS_A_DAY) || ask_repeat(desk))
		return;
	if (desk->clock_sure &&
	    still_is_unsure(desk->market, desk->now_ms, &desk->from))
		still_ask(desk, &desk->from);
	else if (asked == 1 && store_order_get(desk->store,
				   book->orders[at].order_id, &order))
		consent_ask(desk, &order, false);
	else if (asked > 0)
		pick_ask(desk, book, BOOK_ASKED, PHRASE_WHICH_PROPOSAL,
		    ASK_PICK_PROPOSAL);
	else
		person_help(desk, book);
}

/* -- too many texts ------------------------------------------------------ */

void
person_over(struct desk *desk)
{
	int64_t officer = officer_for(desk, desk->from.area_id);
	struct letter_about about = {.class_ = MESSAGE_NOTICE};
	struct letter letter;
	char name[64], n[16];
	struct buf figure = buf_over(n, sizeof(n));

	if ((desk->from.roles == 0 && desk->from.got_count == 0) ||
	    officer == 0 || officer == desk->from.id ||
	    !allowed_today(desk, "over", 1))
		return;
	letter_to(&letter, desk, officer, 0);
	letter_name(name, &desk->from);
	buf_add_format(&figure, "%d", desk->market->texts_per_person_hour);
	letter_send(&letter, PHRASE_QUOTA_OFFICER,
	    &(struct words){.name = name, .phone = desk->from.number, .n = n},
	    &about);
}
