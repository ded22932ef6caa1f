/* What officers and admins do by text, row by row of the table of commands:
 * each leaves its row in the audit, is refused to others, and where it can be
 * forged asks for a word first.  A command that is added there and not here
 * fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "gateway/store/store_person.h"

#include "handlers/command.h"

#include "tests/scenario/story.h"
#include "tests/scenario/story_stage.h"

#define BY_OFFICE (PERSON_OFFICER | PERSON_ADMIN)

static const struct {
	enum phrase word;
	const char *text, *row;
	bool proven; /* by a word or a code */
} commands[] = {
    {PHRASE_WORD_FIND, "FIND C3N", "text.find: order 1", true},
    {PHRASE_WORD_STATS, "STATS", "text.stats: asked", true},
    {PHRASE_WORD_LINKS, "LINKS", "text.links: asked", true},
    {PHRASE_WORD_PAUSE, "PAUSE a", "text.pause: a", true},
    {PHRASE_WORD_RESUME, "RESUME a", "text.resume: a", true},
    {PHRASE_WORD_PROMOTER, "PROMOTER 0744000001 JANE 5%",
	"text.promoter: person", false},
    {PHRASE_WORD_END, "SALE END #EB9", "text.sale: sale 1", false},
};

/* Of whoever sells, too: what is one's own is no office. */
static bool
is_own_trade(enum phrase word)
{
	return word == PHRASE_WORD_SALE;
}

static size_t
find(enum phrase word)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (commands[i].word == word)
			return i;
	fail_msg(
	    "%s: tell here what row of the audit it leaves", phrase_key(word));
	return 0;
}

static struct story *
village(void)
{
	struct story *s = story_begin(NULL);

	story_person(s, "Wanjiku", "+254711000001", "", "Ugunja");
	story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
	story_person(s, "Otieno", "+254722000002", "seller", "Yala");
	story_person(s, "Boss", "+254733000009", "officer|admin", "Siaya");
	story_person(s, "Jane", "+254744000001", "", "Siaya");
	story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
	story_text(s, "Wanjiku", "5 kg tomato");
	story_text(s, "Akinyi", "yes");
	story_text(s, "Akinyi", "SALE tomato 30kg 40 9:00-18:00 MAX 5kg");
	return s;
}

static bool
is_in_audit(struct story *s, const char *row)
{
	size_t before = s->out.octets;

	story_audit(s);
	return strstr(s->out.at + before, row) != NULL;
}

static void
walk(size_t i)
{
	struct story *s = village();
	char text[96];

	story_text(s, "Otieno", commands[i].text);
	story_text(s, "Wanjiku", commands[i].text);
	if (is_in_audit(s, "text."))
		fail_msg("%s: done for anybody", commands[i].text);
	if (commands[i].proven) {
		story_text(s, "Boss", commands[i].text);
		if (is_in_audit(s, "text."))
			fail_msg("%s: done without a word", commands[i].text);
	}
	snprintf(text, sizeof(text), "%s%s", commands[i].text,
	    commands[i].proven ? " 111111" : "");
	story_text(s, "Boss", text);
	if (!is_in_audit(s, commands[i].row))
		fail_msg("%s: no row \"%s\" in\n%s", text, commands[i].row,
		    s->out.at);
	story_end(s);
}

static void
each_command_of_an_office_leaves_a_row(void **state)
{
	enum phrase word;
	unsigned roles;
	size_t walked = 0;

	(void)state;
	for (size_t i = 0; command_row(i, &word, &roles); i++) {
		if ((roles & BY_OFFICE) == 0 || is_own_trade(word))
			continue;
		walk(find(word));
		walked++;
	}
	assert_int_equal(walked, sizeof(commands) / sizeof(commands[0]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_command_of_an_office_leaves_a_row),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
