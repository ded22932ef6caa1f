#include "programs/furrow/ussd_screen.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "sms/gsm7.h"
#include "sms/ucs2.h"

#include "programs/furrow/output.h"

#define FRAME_COLUMNS 24 /* at least; a phone shows about 16 to 24 */

/* "112/160 septets" or "34/70 units"; dst_octets 40 is enough. */
static void
write_count(
    char *dst, size_t dst_octets, struct str text, int septets, int units)
{
	size_t count;

	if (gsm7_count(&count, text))
		snprintf(dst, dst_octets, "%zu/%d septets", count, septets);
	else
		snprintf(
		    dst, dst_octets, "%zu/%d units", ucs2_count(text), units);
}

static void
count_of(char *dst, size_t dst_octets, const json_t *reply)
{
	write_count(dst, dst_octets, str_from(json_text(reply, "text", "")),
	    (int)json_int(reply, "septets", 160),
	    (int)json_int(reply, "units", 70));
}

/* -- for a person -------------------------------------------------------------
 */

static void
print_times(char c, size_t times)
{
	while (times-- > 0)
		putchar(c);
}

static size_t
line_width(struct str line)
{
	char copy[512];

	str_copy(copy, sizeof(copy), line);
	return output_width(copy);
}

static size_t
widest(struct str text)
{
	struct str line;
	size_t most = FRAME_COLUMNS;

	while (str_cut(&line, &text, '\n')) {
		size_t width = line_width(line);

		if (width > most)
			most = width;
	}
	return most;
}

static void
print_border(size_t columns)
{
	putchar('+');
	print_times('-', columns + 2);
	puts("+");
}

void
ussd_screen_frame(const json_t *reply)
{
	struct str text = str_from(json_text(reply, "text", "")), line;
	size_t columns = widest(text);
	char count[40];

	putchar('\n');
	print_border(columns);
	while (str_cut(&line, &text, '\n')) {
		printf("| %.*s", (int)line.octets, line.at);
		print_times(' ', columns - line_width(line));
		puts(" |");
	}
	print_border(columns);
	count_of(count, sizeof(count), reply);
	printf("  %s%s\n", count,
	    json_is_true(json_object_get(reply, "go_on")) ? "" : ", the end");
}

/* -- for a transcript ---------------------------------------------------------
 */

void
ussd_screen_lines(const json_t *reply)
{
	struct str text = str_from(json_text(reply, "text", "")), line;
	char count[40];

	while (str_cut(&line, &text, '\n'))
		printf("| %.*s\n", (int)line.octets, line.at);
	count_of(count, sizeof(count), reply);
	printf("`- %s%s\n", count,
	    json_is_true(json_object_get(reply, "go_on")) ? "" : ", the end");
}
