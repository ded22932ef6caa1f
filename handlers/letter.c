#include "handlers/letter.h"

#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_erase.h"
#include "gateway/store/store_offer.h"
#include "gateway/store/store_phone.h"

#include "handlers/line.h"
#include "handlers/still.h"

#define STALE_MS (INT64_C(2) * 24 * 3600 * 1000)

bool
letter_to(struct letter *letter, struct desk *desk, int64_t person_id,
    int64_t phone_id)
{
	memset(letter, 0, sizeof(*letter));
	letter->desk = desk;
	letter->ok = store_person_get(desk->store, person_id, &letter->to);
	desk_lang_of(letter->lang, desk, &letter->to);
	if (desk->text != NULL && person_id == desk->from.id) {
		str_copy(
		    letter->lang, sizeof(letter->lang), str_from(desk->lang));
		letter->phone_id = desk->text->phone_id;
		if (letter->to.stopped_ms != 0 && !desk->last_word)
			letter->ok = false;
	} else if (letter->to.stopped_ms != 0) {
		letter->ok = false;
	}
	letter->style = desk_style(desk, letter->lang);
	if (phone_id != 0)
		letter->phone_id = phone_id;
	if (letter->phone_id == 0)
		letter->phone_id = letter->to.phone_id;
	if (letter->phone_id == 0)
		letter->ok = false;
	/* What they ordered once names a phone that is nobody's. */
	if (letter->to.phone_id == 0 && store_erase_was(desk->store, person_id))
		letter->ok = false;
	letter->shared =
	    letter->phone_id == letter->to.phone_id
		? letter->to.shared
		: store_phone_is_shared(desk->store, letter->phone_id);
	return letter->ok;
}

bool
letter_to_sender(struct letter *letter, struct desk *desk)
{
	return letter_to(
	    letter, desk, desk->text->person_id, desk->text->phone_id);
}

/* For whom it is, on a phone of several people; who just wrote knows. */
static void
say_for_whom(char *dst, size_t dst_octets, const struct letter *letter)
{
	const struct desk *desk = letter->desk;
	char line[PHRASE_FILLED_OCTETS];
	struct buf out = buf_over(line, sizeof(line));

	if (!letter->shared || letter->to.name[0] == '\0' ||
	    (desk->text != NULL && letter->to.id == desk->from.id))
		return;
	phrase_fill(line, sizeof(line), desk->trade->phrases, letter->lang,
	    PHRASE_FOR_PERSON, &(struct words){.name = letter->to.name});
	out.octets = strlen(line);
	buf_add_format(&out, " %s", dst);
	str_copy(dst, dst_octets, buf_str(&out));
}

/* Names, numbers and sums are not told to a phone that may be somebody else's
 * by now: it is asked, and after a YES it gets what is open.  What must be
 * asked anyway, and those who answer for others, are left alone (still.h). */
static bool
must_wait(const struct letter *letter, const struct words *words,
    const struct letter_about *about)
{
	struct desk *desk = letter->desk;
	bool answer = desk->text != NULL && letter->to.id == desk->from.id;
	bool tells =
	    words->name != NULL || words->phone != NULL || words->total != NULL;

	if (answer || !tells || !desk->clock_sure || about->question ||
	    (letter->to.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0 ||
	    !still_is_unsure(desk->market, desk->now_ms, &letter->to))
		return false;
	still_ask(desk, &letter->to);
	return true;
}

/* Shown to who dialled; true: it goes as a text, too. */
static bool
show(struct desk_screen *screen, const char *text, bool question)
{
	if (question) {
		screen->asked = true;
		return true;
	}
	buf_add_format(
	    &screen->said, "%s%s", screen->said.octets ? "\n" : "", text);
	return screen->text_too;
}

int64_t
letter_send(struct letter *letter, enum phrase phrase,
    const struct words *words, const struct letter_about *about)
{
	static const struct letter_about nothing;
	struct desk *desk = letter->desk;
	char text[PHRASE_FILLED_OCTETS];
	struct message_out out = {0};
	bool shown = desk->screen != NULL && letter->to.id == desk->from.id;

	if (!letter->ok && !shown)
		return 0;
	if (about == NULL)
		about = &nothing;
	if (must_wait(letter, words, about))
		return 0;
	phrase_fill(text, sizeof(text), desk->trade->phrases, letter->lang,
	    phrase, words);
	if (shown &&
	    (!show(desk->screen, text, about->question) || !letter->ok))
		return 0;
	say_for_whom(text, sizeof(text), letter);
	out.phone_id = letter->phone_id;
	out.person_id = letter->to.id;
	out.now_ms = desk->now_ms;
	out.text = str_from(text);
	out.class_ = about->class_ ? about->class_ : MESSAGE_CONFIRM;
	out.question = about->question;
	out.link_id = about->link_id;
	out.stale_ms =
	    about->stale_ms ? about->stale_ms : desk->now_ms + STALE_MS;
	out.cause_id = desk->cause_id;
	out.order_id = about->order_id;
	out.subject = about->subject;
	out.subject_id = about->subject_id;
	return store_message_queue(desk->store, &out);
}

void
letter_answer(struct desk *desk, enum phrase phrase, const struct words *words,
    int64_t order_id)
{
	struct letter letter;
	struct letter_about about = {.order_id = order_id};

	letter_to_sender(&letter, desk);
	letter_send(&letter, phrase, words, &about);
}

static int64_t
own_grams(const struct letter *letter, const struct line *line)
{
	struct offer offer;

	if (line->offer_id == 0 ||
	    !store_offer_get(letter->desk->store, line->offer_id, &offer) ||
	    strcmp(offer.unit, line->unit) != 0)
		return 0;
	return offer.unit_grams;
}

static void
goods(struct letter_goods *out, const struct letter *letter,
    const struct order *order, const struct line *lines, size_t count,
    bool each)
{
	struct buf items = buf_over(out->items, sizeof(out->items));
	int64_t total = 0;
	bool priced = true;

	out->price[0] = '\0';
	out->total[0] = '\0';
	day_text(out->day, letter->desk->trade->phrases, letter->lang,
	    letter->desk->clock_sure || day_number(order->day) < 0 ? order->day
								   : "");
	for (size_t i = 0; i < count; i++) {
		const struct line *l = &lines[i];
		int64_t qty =
		    l->accepted_milli >= 0 ? l->accepted_milli : l->qty_milli;
		int64_t sum = line_total_minor(l);
		char piece[AMOUNT_OCTETS], price[AMOUNT_OCTETS];

		amount_goods(piece, &letter->style, l->product, qty, l->unit,
		    own_grams(letter, l));
		if (i > 0)
			buf_add_text(&items, ", ");
		buf_add_text(&items, piece);
		amount_price(price, &letter->style, l->price_minor, l->unit);
		if (count == 1)
			memcpy(out->price, price, sizeof(price));
		else if (each && price[0] != '\0')
			buf_add_format(&items, " (%s)", price);
		if (sum < 0 || __builtin_add_overflow(total, sum, &total))
			priced = false;
	}
	if (priced)
		amount_money(out->total, &letter->style, total);
}

void
letter_goods(struct letter_goods *out, const struct letter *letter,
    const struct order *order, const struct line *lines, size_t count)
{
	goods(out, letter, order, lines, count, false);
}

void
letter_goods_priced(struct letter_goods *out, const struct letter *letter,
    const struct order *order, const struct line *lines, size_t count)
{
	goods(out, letter, order, lines, count, true);
}

void
letter_name(char dst[64], const struct person *person)
{
	size_t octets = strlen(person->number);

	if (person->name[0] != '\0')
		str_copy(dst, 64, str_from(person->name));
	else
		str_copy(dst, 64,
		    str_from(person->number + (octets > 4 ? octets - 4 : 0)));
}
