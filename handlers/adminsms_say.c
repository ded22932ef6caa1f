#include "handlers/adminsms_say.h"

#include <stdio.h>

#include "base/buf.h"

#include "sms/segment.h"

#include "handlers/letter.h"

#define LIST_OCTETS (SAY_ITEMS * (SAY_ITEM_OCTETS + 2) + 24)

void
say_item(struct say_list *list, struct str item)
{
	list->total++;
	if (list->count < SAY_ITEMS)
		str_copy(
		    list->item[list->count++], sizeof(list->item[0]), item);
}

/* The first `count`, and how many are left out. */
static void
write_list(char dst[LIST_OCTETS], const struct say_list *list, size_t count)
{
	struct buf out = buf_over(dst, LIST_OCTETS);

	for (size_t i = 0; i < count; i++)
		buf_add_format(&out, "%s%s", i > 0 ? ", " : "", list->item[i]);
	if (list->total > count)
		buf_add_format(&out, "%s+%zu%s", count > 0 ? ", " : "",
		    list->total - count, list->about ? "..." : "");
	if (out.octets == 0)
		buf_add_text(&out, "-");
}

bool
say_is_one_sms(const struct desk *desk, const char *lang, enum phrase phrase,
    const struct words *words)
{
	static const struct segment_rules rules = {.transliterate = true};
	char text[PHRASE_FILLED_OCTETS];

	phrase_fill(
	    text, sizeof(text), desk->trade->phrases, lang, phrase, words);
	return segment_measure(str_from(text), &rules).parts == 1;
}

void
say_answer(struct desk *desk, enum phrase phrase, const struct words *words,
    const struct say_list *list)
{
	char room[LIST_OCTETS];
	struct words all = *words;
	size_t count = list->count;

	all.list = room;
	write_list(room, list, count);
	while (count > 1 && !say_is_one_sms(desk, desk->lang, phrase, &all))
		write_list(room, list, --count);
	letter_answer(desk, phrase, &all, 0);
}

/* Empty: the list has fewer. */
static struct str
word_of(const struct desk *desk, const char *lang, enum phrase list, int at)
{
	struct str rest = phrase_raw(desk->trade->phrases, lang, list);
	struct str word = {NULL, 0};

	for (; at >= 0; at--)
		if (!str_cut(&word, &rest, ','))
			return str_of(NULL, 0);
	return str_trim(word);
}

struct str
say_state(const struct desk *desk, enum line_state state)
{
	struct str word = word_of(
	    desk, desk->lang, PHRASE_WORD_STATES, (int)state - (int)LINE_ASKED);

	return word.octets > 0 ? word : str_from(line_state_name(state));
}

struct str
say_link_state(const struct desk *desk, const char *state)
{
	struct str english, word;

	for (int at = 0;; at++) {
		english = word_of(desk, "en", PHRASE_WORD_LINK_STATES, at);
		if (english.octets == 0 || str_is(english, state)) {
			word = word_of(
			    desk, desk->lang, PHRASE_WORD_LINK_STATES, at);
			return word.octets > 0 ? word : str_from(state);
		}
	}
}
