/* What a person writes is repeated to others: their place, their name, their
 * complaint.  What rules a screen must not travel with it: control characters,
 * the sequences that an escape begins, marks that turn the direction of a
 * text, the ends of a line that only some programs know. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"

#include "tests/scenario/story_stage.h"

static const char *const marks[] = {
    "\x1b[31m", /* red, on a terminal */
    "\x07",
    "\x08\x08\x08",
    "\x7f",
    "\t",
    "\xc2\x85", /* next line */
    "\xc2\x9b"
    "31m", /* an escape sequence in one character */
    "\xe2\x80\xae", /* right to left from here */
    "\xe2\x81\xa6", /* isolate */
    "\xe2\x80\x8f",
    "\xd8\x9c",
    "\xe2\x80\xa8", /* line separator */
    "\xe2\x80\xa9",
    "\xef\xbb\xbf",
};

static bool
rules_a_screen(uint32_t c)
{
	return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) ||
	       c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0xFEFF;
}

static bool
is_marked(struct str text)
{
	for (size_t used; text.octets > 0;
	     text = str_of(text.at + used, text.octets - used))
		if (rules_a_screen(utf8_next(text, &used)))
			return true;
	return false;
}

/* The number of lines of replies with a mark in them; what was said to us
 * stands behind a "> ". */
static int
marked_replies(const struct story *s)
{
	int failed = 0;
	struct str rest = str_of(s->out.at, s->out.octets);
	struct str line;

	while (str_cut(&line, &rest, '\n')) {
		bool said = false;

		for (size_t i = 0; i < s->people_count; i++) {
			char front[40];

			snprintf(
			    front, sizeof(front), "%s> ", s->people[i].name);
			said |= str_starts(line, front);
		}
		if (said || !is_marked(line))
			continue;
		print_error("a reply is marked: ");
		for (size_t i = 0; i < line.octets; i++) {
			unsigned char c = (unsigned char)line.at[i];

			print_error(
			    c < 0x20 || c >= 0x7F ? "\\x%02x" : "%c", c);
		}
		print_error("\n");
		failed++;
	}
	return failed;
}

/* All the ways by which one person's words come to another. */
static const struct {
	const char *name;
	const char *text; /* %s: the mark */
} said[] = {
    {"Wanjiku", "5 kg tomato to Ki%ssumu"},
    {"Akinyi", "yes"},
    {"Akinyi", "done"},
    {"Wanjiku", "PROBLEM short %s2kg"},
    {"Wanjiku", "FOR Ma%sry 3 kg tomato"},
    {"Akinyi", "no"},
    {"Otieno", "yes"},
    {"Wanjiku", "cancel"},
    {"Njeri", "SELLER Nje%sri, Bon%sdo"},
    {"Amina", "REG 0711000099 Ze%sna Bon%sdo"},
    {"Njeri", "xyzzy %splugh"},
    {"Njeri", "qwerty %sasdfg"},
    {"Grace", "ALIAS ze%st tomato"},
    {"Wanjiku", "2 kg ze%st"},
};

static void
no_mark_travels(void **state)
{
	int failed = 0;

	(void)state;
	for (size_t m = 0; m < sizeof(marks) / sizeof(marks[0]); m++) {
		struct story *s = story_begin(NULL);

		story_person(s, "Wanjiku", "+254711000001", "", "Ugunja");
		story_person(s, "Njeri", "+254711000002", "buyer", "Bondo");
		story_person(s, "Akinyi", "+254722000001", "seller", "Yala");
		story_person(s, "Otieno", "+254722000002", "seller", "Siaya");
		story_person(s, "Amina", "+254733000001", "officer", "Siaya");
		story_person(s, "Grace", "+254733000009", "admin", "Siaya");
		story_offer(s, "Akinyi", "tomato", "kg", 50, 40);
		story_offer(s, "Otieno", "tomato", "kg", 80, 42);
		for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
			char text[120];
			struct buf out = buf_over(text, sizeof(text));

			for (const char *c = said[i].text; *c != '\0'; c++)
				if (strncmp(c, "%s", 2) == 0) {
					buf_add_text(&out, marks[m]);
					c++;
				} else {
					buf_add_char(&out, *c);
				}
			story_text(s, said[i].name, text);
			story_wait(s, MINUTES);
		}
		failed += marked_replies(s);
		story_end(s);
	}
	assert_int_equal(failed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_mark_travels),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
