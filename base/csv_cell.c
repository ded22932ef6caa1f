#include "base/csv_cell.h"

#include <string.h>

/* U+FF1D, U+FF0B, U+FF0D, U+FF20: = + - @ as East Asian keyboards write them.
 */
static bool
is_wide(struct str text)
{
	return str_starts(text, "\xef\xbc\x9d") ||
	       str_starts(text, "\xef\xbc\x8b") ||
	       str_starts(text, "\xef\xbc\x8d") ||
	       str_starts(text, "\xef\xbc\xa0");
}

/* "-40.50" is what it looks like, to a spreadsheet as well. */
static bool
is_figure(struct str text)
{
	for (size_t i = 1; i < text.octets; i++)
		if ((text.at[i] < '0' || text.at[i] > '9') && text.at[i] != '.')
			return false;
	return text.octets > 1 && text.at[0] == '-';
}

bool
csv_cell_is_formula(struct str text)
{
	while (text.octets > 0 && text.at[0] == ' ')
		text = str_of(text.at + 1, text.octets - 1);
	if (is_figure(text))
		return false;
	return text.octets > 0 && text.at[0] != '\0' &&
	       (strchr("=+-@\t\r\n", text.at[0]) != NULL || is_wide(text));
}

static bool
must_quote(struct str text)
{
	for (size_t i = 0; i < text.octets; i++)
		if (text.at[i] == '\0' ||
		    strchr("\",;\t\r\n", text.at[i]) != NULL)
			return true;
	return text.octets > 0 &&
	       (text.at[0] == ' ' || text.at[text.octets - 1] == ' ');
}

static void
add(struct buf *to, const char *guard, struct str text)
{
	if (!must_quote(text)) {
		buf_add_text(to, guard);
		buf_add_str(to, text);
		return;
	}
	buf_add_char(to, '"');
	buf_add_text(to, guard);
	for (size_t i = 0; i < text.octets; i++) {
		if (text.at[i] == '"')
			buf_add_char(to, '"');
		buf_add_char(to, text.at[i]);
	}
	buf_add_char(to, '"');
}

void
csv_cell_words(struct buf *to, struct str text)
{
	add(to, csv_cell_is_formula(text) ? "'" : "", text);
}

void
csv_cell_plain(struct buf *to, struct str text)
{
	add(to, "", text);
}
