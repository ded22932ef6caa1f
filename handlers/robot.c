#include "handlers/robot.h"

#include "base/span.h"
#include "base/utf8.h"

#include "handlers/fold.h"

/* People type so many letters in seconds only when they chat. */
#define CHAT_LETTERS 8
/* An order with some words around it may be sent twice by a person. */
#define LONG_LETTERS 12
#define HAN_LETTERS 3
#define PRINT_OCTETS 400
#define MINUTE_MS INT64_C(60000)

void
robot_print(struct robot_print *out, struct str text)
{
	struct fold fold;
	char whole[PRINT_OCTETS + 8], letters[PRINT_OCTETS + 8];
	size_t whole_octets = 0, letters_octets = 0;

	fold_text(&fold, text);
	out->length = 0;
	for (size_t i = 0; i < fold.count && whole_octets < PRINT_OCTETS; i++) {
		enum fold_class class_ = fold_class(fold.at[i]);

		if (class_ == FOLD_BLANK || class_ == FOLD_LINE)
			continue;
		whole_octets += utf8_put(whole + whole_octets, fold.at[i]);
		if (class_ != FOLD_LETTER && class_ != FOLD_HAN)
			continue;
		letters_octets +=
		    utf8_put(letters + letters_octets, fold.at[i]);
		out->length += class_ == FOLD_HAN ? HAN_LETTERS : 1;
	}
	out->whole = span_hash(span_of(whole, whole_octets));
	out->letters = span_hash(span_of(letters, letters_octets));
}

static bool
is_same(const struct robot_text *a, const struct robot_text *b)
{
	return a->print.whole == b->print.whole;
}

static bool
is_alike(const struct robot_text *a, const struct robot_text *b)
{
	return is_same(a, b) ||
	       (a->print.length > 0 && a->print.letters == b->print.letters);
}

/* Newest texts in a row that followed ours at once and led nowhere. */
static size_t
idle_run(const struct robot_text *t, size_t count)
{
	size_t n = 0;

	while (n < count && t[n].prompt && t[n].idle)
		n++;
	return n;
}

/* Three that lead nowhere: long ones, or one of them again. */
static bool
leads_nowhere(const struct robot_text *t, size_t count)
{
	size_t run = idle_run(t, count);

	if (run < 3)
		return false;
	if (t[0].print.length >= CHAT_LETTERS &&
	    t[1].print.length >= CHAT_LETTERS &&
	    t[2].print.length >= CHAT_LETTERS)
		return true;
	return is_alike(&t[0], &t[2]) ||
	       (is_alike(&t[0], &t[1]) && is_alike(&t[1], &t[2]));
}

/* Newest texts in a row that followed ours at once, all of them long. */
static size_t
long_run(const struct robot_text *t, size_t count)
{
	size_t n = 0;

	while (n < count && t[n].prompt && t[n].print.length >= LONG_LETTERS)
		n++;
	return n;
}

/* The very same, three times; the first may have come by itself. */
static bool
says_the_same(const struct robot_text *t, size_t count)
{
	return count >= 3 && long_run(t, count) >= 2 && is_same(&t[0], &t[1]) &&
	       is_same(&t[1], &t[2]);
}

/* Once round, and on: the two newest are each the same as so many before.  Or
 * one is, and some between led nowhere. */
static bool
goes_round(const struct robot_text *t, size_t count)
{
	size_t run = long_run(t, count);
	bool idle = false;

	for (size_t k = 2; k <= run && k < count; k++) {
		idle = idle || t[k - 2].idle || t[k - 1].idle;
		if (is_same(&t[0], &t[k]) &&
		    (idle || (k + 1 < count && is_same(&t[1], &t[k + 1]))))
			return true;
	}
	return false;
}

bool
robot_may(const struct robot_text *newest)
{
	return newest->prompt &&
	       (newest->idle || newest->print.length >= LONG_LETTERS);
}

bool
robot_judge(const struct robot_text *texts, size_t count)
{
	if (count == 0 || !robot_may(&texts[0]))
		return false;
	return leads_nowhere(texts, count) || says_the_same(texts, count) ||
	       goes_round(texts, count);
}

bool
robot_is_mute(const struct robot_text *texts, size_t count)
{
	if (count == 0 || !robot_may(&texts[0]))
		return false;
	if (texts[0].idle && texts[0].print.length >= CHAT_LETTERS)
		return true;
	for (size_t i = 1; i < count; i++)
		if (texts[0].idle
			? texts[i].idle && is_alike(&texts[0], &texts[i])
			: texts[i].prompt &&
			      texts[0].print.length >= LONG_LETTERS &&
			      is_same(&texts[0], &texts[i]))
			return true;
	return false;
}

int64_t
robot_pause_ms(int64_t times)
{
	static const int64_t minutes[] = {10, 60, 6 * 60, 24 * 60};
	int64_t most = (int64_t)(sizeof(minutes) / sizeof(minutes[0]));

	if (times < 1)
		times = 1;
	return minutes[(times < most ? times : most) - 1] * MINUTE_MS;
}
