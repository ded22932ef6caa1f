#include "handlers/feedback.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"

#include "gateway/store/store_feedback.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_timer.h"

#include "handlers/letter.h"
#include "handlers/officer.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define SAID_OCTETS 241
#define NUMBER_OCTETS 24
#define DIGITS_MAX 9

static void
number_of(char dst[NUMBER_OCTETS], const struct feedback *f)
{
	struct buf out = buf_over(dst, NUMBER_OCTETS);

	buf_add_format(&out, "F%lld", (long long)f->id);
}

/* "F12", "#f12: ..." -> the id, and what stands behind it. */
static bool
cut_number(int64_t *id, struct str *rest)
{
	struct str text = str_trim(*rest);
	size_t n = 0;

	if (str_starts(text, "#"))
		text = str_of(text.at + 1, text.octets - 1);
	if (!str_starts_nocase(text, "f"))
		return false;
	text = str_of(text.at + 1, text.octets - 1);
	while (n < text.octets && text.at[n] >= '0' && text.at[n] <= '9')
		n++;
	if (n == 0 || n > DIGITS_MAX || !str_to_int64(id, str_of(text.at, n)) ||
	    (n < text.octets && strchr(" ,.:;-!?\n", text.at[n]) == NULL))
		return false;
	while (n < text.octets && strchr(" ,.:;-\n", text.at[n]) != NULL)
		n++;
	*rest = str_trim(str_of(text.at + n, text.octets - n));
	return true;
}

/* -- letters -------------------------------------------------------------- */

/* To one of the two, about and with the words of `other`. */
static void
tell(struct desk *desk, const struct feedback *f, bool officer,
    enum phrase phrase, const char *said, const char *days)
{
	struct letter letter;
	struct person other = {.id = 0};
	char number[NUMBER_OCTETS], name[64] = "";
	struct letter_about about = {.class_ = MESSAGE_NOTICE};

	number_of(number, f);
	if (!letter_to(&letter, desk, officer ? f->officer_id : f->person_id,
		officer ? 0 : f->phone_id))
		return;
	if (officer ? store_person_get(desk->store, f->person_id, &other)
		    : desk->from.id != f->person_id)
		letter_name(name, officer ? &other : &desk->from);
	if (officer && other.name[0] == '\0')
		name[0] = '\0';
	letter_send(&letter, phrase,
	    &(struct words){.code = number,
		.name = name,
		.phone = other.number,
		.text = said,
		.n = days},
	    &about);
}

static void
answer(struct desk *desk, const struct feedback *f, enum phrase phrase)
{
	char number[NUMBER_OCTETS];

	number_of(number, f);
	letter_answer(desk, phrase, &(struct words){.code = number}, 0);
}

static void
remind_later(struct desk *desk, const struct feedback *f)
{
	store_timer_set(desk->store, TIMER_FEEDBACK, f->id,
	    desk->now_ms + FEEDBACK_REMIND_MS);
}

/* -- somebody tells us something ------------------------------------------ */

static void
note(struct desk *desk, struct feedback *f)
{
	int64_t officer = officer_for(desk, desk->from.area_id);

	if (store_feedback_open_of(desk->store, desk->from.id, f) &&
	    desk->now_ms - f->time_ms < DAY_MS)
		return;
	*f = (struct feedback){.person_id = desk->from.id,
	    .phone_id = desk->text->phone_id,
	    .area_id = desk->from.area_id,
	    .message_id = desk->cause_id,
	    .officer_id = officer != desk->from.id ? officer : 0,
	    .time_ms = desk->now_ms};
	store_feedback_add(desk->store, f);
	remind_later(desk, f);
}

static void
take(struct desk *desk, struct str words)
{
	struct feedback f;
	char said[SAID_OCTETS];

	note(desk, &f);
	str_copy(said, sizeof(said), words);
	answer(desk, &f, PHRASE_FEEDBACK);
	if (f.officer_id != 0)
		tell(desk, &f, true, PHRASE_FEEDBACK_OFFICER, said, NULL);
}

/* Praise is passed on, and needs no answer. */
static void
thank(struct desk *desk)
{
	struct person officer;

	letter_answer(desk, PHRASE_FEEDBACK, &(struct words){0}, 0);
	(void)officer_pass_on(desk, &officer);
}

void
feedback_text(struct desk *desk, const struct book *book)
{
	(void)book;
	if (!desk->intent.complaint) {
		thank(desk);
		return;
	}
	take(desk, desk->text->text);
}

bool
feedback_word(struct desk *desk, const struct book *book, struct str words)
{
	(void)book;
	if (words.octets == 0)
		return false;
	take(desk, words);
	return true;
}

/* -- the way back --------------------------------------------------------- */

/* Whom it went to, an officer of a wider area, or an admin. */
static bool
may_answer(struct desk *desk, const struct feedback *f)
{
	const struct person *from = &desk->from;

	if (from->id == f->officer_id || (from->roles & PERSON_ADMIN) != 0 ||
	    strcmp(from->number, desk->market->admin_phone) == 0)
		return true;
	return (from->roles & PERSON_OFFICER) != 0 && from->area_id != 0 &&
	       store_area_within(desk->store, f->area_id, from->area_id);
}

static bool
find(struct desk *desk, struct str *rest, struct feedback *f)
{
	int64_t id;

	return cut_number(&id, rest) &&
	       store_feedback_get(desk->store, id, f) &&
	       (f->person_id == desk->from.id || may_answer(desk, f));
}

/* Not solved after all: it is open again. */
static void
say_more(struct desk *desk, struct feedback *f, const char *said)
{
	if (f->closed_ms != 0) {
		f->closed_ms = 0;
		f->reminded = 0;
		store_feedback_put(desk->store, f);
	}
	remind_later(desk, f);
	answer(desk, f, PHRASE_FEEDBACK);
	if (f->officer_id != 0)
		tell(desk, f, true, PHRASE_FEEDBACK_OFFICER, said, NULL);
}

bool
feedback_reply(struct desk *desk)
{
	struct str words = desk->text->text;
	struct feedback f;
	char said[SAID_OCTETS];

	if (!find(desk, &words, &f) || words.octets == 0)
		return false;
	str_copy(said, sizeof(said), words);
	if (f.person_id == desk->from.id) {
		say_more(desk, &f, said);
		return true;
	}
	desk_as(desk, "officer");
	if (f.answered_ms == 0) {
		f.answered_ms = desk->now_ms;
		store_feedback_put(desk->store, &f);
	}
	store_timer_drop(desk->store, TIMER_FEEDBACK, f.id);
	officer_audit(
	    desk, "text.feedback", "feedback %" PRId64 ": answered", f.id);
	tell(desk, &f, false, PHRASE_FEEDBACK_ANSWER, said, NULL);
	answer(desk, &f, PHRASE_FEEDBACK_PASSED);
	return true;
}

bool
feedback_close(struct desk *desk, const struct book *book, struct str number)
{
	struct feedback f;

	(void)book;
	if (!find(desk, &number, &f) || number.octets > 0)
		return false;
	if (f.closed_ms == 0) {
		f.closed_ms = desk->now_ms;
		store_feedback_put(desk->store, &f);
		store_timer_drop(desk->store, TIMER_FEEDBACK, f.id);
		if (f.person_id != desk->from.id) {
			officer_audit(desk, "text.feedback",
			    "feedback %" PRId64 ": closed", f.id);
			tell(desk, &f, false, PHRASE_FEEDBACK_CLOSED, NULL,
			    NULL);
		} else if (f.officer_id != 0)
			tell(
			    desk, &f, true, PHRASE_FEEDBACK_CLOSED, NULL, NULL);
	}
	answer(desk, &f, PHRASE_FEEDBACK_CLOSED);
	return true;
}

/* -- time ----------------------------------------------------------------- */

void
feedback_due(struct desk *desk, int64_t feedback_id)
{
	struct feedback f;
	struct message message;
	char said[SAID_OCTETS] = "", days[24];
	struct buf n = buf_over(days, sizeof(days));

	if (!store_feedback_get(desk->store, feedback_id, &f) ||
	    f.closed_ms != 0)
		return;
	/* There may be an officer by now. */
	if (f.officer_id == 0)
		f.officer_id = officer_for(desk, f.area_id);
	f.reminded++;
	store_feedback_put(desk->store, &f);
	if (f.reminded < FEEDBACK_REMINDERS)
		remind_later(desk, &f);
	if (f.officer_id == 0 || f.officer_id == f.person_id)
		return;
	if (store_message_get(desk->store, f.message_id, &message))
		str_copy(said, sizeof(said), str_from(message.text));
	buf_add_format(
	    &n, "%lld", (long long)((desk->now_ms - f.time_ms) / DAY_MS));
	tell(desk, &f, true, PHRASE_FEEDBACK_DUE, said, days);
}
