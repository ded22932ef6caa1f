/* ussd_menu_files - the file of screens that is shipped, and the page that
 * tells how to write one: its example and its tables. */
#include "handlers/ussd_menu.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#define PAGE FURROW_SOURCE "/docs/furrow-ussd-menu.5"

static char page[64 * 1024];

static int
read_page(void **state)
{
	FILE *in = fopen(PAGE, "rb");

	(void)state;
	if (in == NULL)
		return -1;
	page[fread(page, 1, sizeof(page) - 1, in)] = '\0';
	return fclose(in);
}

/* What stands between two marks. */
static struct str
between(const char *from, const char *to)
{
	const char *start = strstr(page, from), *end;

	if (start == NULL)
		fail_msg("the page has no %s", from);
	start += strlen(from);
	end = strstr(start, to);
	if (end == NULL)
		fail_msg("the page has no %s behind %s", to, from);
	return str_of(start, (size_t)(end - start));
}

/* roff's \- and \e are a sign and a stroke. */
static void
the_example_is_sound(void **state)
{
	struct str text = between(".\\\" example\n", ".\\\" end\n");
	struct buf plain = buf_new(64u * 1024u);
	struct err err = {0};
	struct ussd_menu *menu;

	(void)state;
	for (size_t i = 0; i < text.octets; i++) {
		bool mark = text.at[i] == '\\' && i + 1 < text.octets;

		i += mark;
		buf_add_char(
		    &plain, mark && text.at[i] == 'e' ? '\\' : text.at[i]);
	}
	menu = ussd_menu_read(buf_str(&plain), "example", &err);
	if (menu == NULL)
		fail_msg("%s", err.text);
	assert_int_equal(ussd_menu_screens(menu), 7);
	assert_string_equal(ussd_menu_find(menu, "sure")->words.in[0],
	    "{items}[, {place}]\n= {total}");
	ussd_menu_free(&menu);
	buf_free(&plain);
}

static size_t
count_of(struct str text, const char *piece)
{
	size_t count = 0;

	while (text.octets > 0) {
		const char *at =
		    memmem(text.at, text.octets, piece, strlen(piece));

		if (at == NULL)
			break;
		count++;
		text = str_of(at + 1, text.octets - (size_t)(at + 1 - text.at));
	}
	return count;
}

/* .B NAME, what it is, and what it fills. */
static bool
tells(struct str section, const struct ussd_row *row)
{
	char head[64], words[128];
	const char *at, *end;

	(void)snprintf(head, sizeof(head), ".TP\n.B %s\n", row->name);
	(void)snprintf(words, sizeof(words), "\nWords: %s.\n", row->words);
	at = memmem(section.at, section.octets, head, strlen(head));
	if (at == NULL)
		return false;
	at += strlen(head);
	end = strstr(at, ".TP\n");
	if (end == NULL || end > section.at + section.octets)
		end = section.at + section.octets;
	section = str_of(at - 1, (size_t)(end - at) + 1);
	return count_of(section, "\nWords: ") == (row->words[0] != '\0') &&
	       (row->words[0] == '\0' || count_of(section, words) == 1);
}

static void
the_page_tells_every_name(void **state)
{
	static const struct {
		enum ussd_table table;
		const char *head;
	} sections[] = {
	    {USSD_TABLE_SOURCE, ".SH SOURCES\n"},
	    {USSD_TABLE_RULE, ".SH RULES\n"},
	    {USSD_TABLE_ACT, ".SH ACTS\n"},
	    {USSD_TABLE_CONDITION, ".SH CONDITIONS\n"},
	    {USSD_TABLE_TEXT, ".SH TEXTS\n"},
	    {USSD_TABLE_ENTRY, ".SH ENTRIES\n"},
	};
	int lacking = 0;

	(void)state;
	for (size_t s = 0; s < sizeof(sections) / sizeof(sections[0]); s++) {
		struct str section = between(sections[s].head, ".SH ");
		size_t rows = ussd_rows_count(sections[s].table);

		for (size_t i = 0; i < rows; i++) {
			const struct ussd_row *row =
			    ussd_rows_at(sections[s].table, (int)i);

			if (tells(section, row))
				continue;
			printf("furrow-ussd-menu.5: %s(.TP)(.B %s) ... "
			       "(Words: %s.) is missing or otherwise\n",
			    sections[s].head, row->name, row->words);
			lacking++;
		}
		assert_int_equal(count_of(section, ".TP\n"), rows);
	}
	assert_int_equal(lacking, 0);
}

static void
the_shipped_file_is_sound(void **state)
{
	struct err err = {0};
	struct ussd_menu *menu =
	    ussd_menu_load(FURROW_SOURCE "/handlers/screens/ussd.menu", &err);

	(void)state;
	if (menu == NULL)
		fail_msg("%s", err.text);
	for (size_t i = 0; i < ussd_menu_warnings(menu); i++)
		printf("%s\n", ussd_menu_warning(menu, i));
	assert_int_equal(ussd_menu_warnings(menu), 0);
	ussd_menu_free(&menu);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_example_is_sound),
	    cmocka_unit_test(the_page_tells_every_name),
	    cmocka_unit_test(the_shipped_file_is_sound),
	};

	return cmocka_run_group_tests(tests, read_page, NULL);
}
