#include "programs/furrow/phone.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/str.h"

#include "programs/furrow/output.h"

#define NAME_COLUMNS 10
#define TIME_COLUMNS 9 /* "13:30:13 " */
#define ARROW_COLUMNS 3

static struct phone_person *
add(struct phones *phones, const char *name, const char *number)
{
	struct phone_person *p;

	if (phones->count == PHONE_PEOPLE)
		return NULL;
	p = &phones->people[phones->count];
	*p = (struct phone_person){.place = (unsigned)phones->count++};
	str_copy(p->name, sizeof(p->name), str_from(name));
	str_copy(p->number, sizeof(p->number), str_from(number));
	return p;
}

static int
read_person(struct phones *phones, char *line, size_t number, struct err *err)
{
	char *save = NULL;
	const char *name = strtok_r(line, " \t\r\n", &save);
	const char *phone = strtok_r(NULL, " \t\r\n", &save);
	const char *role = strtok_r(NULL, " \t\r\n", &save);
	struct phone_person *p;

	if (name == NULL || name[0] == '#')
		return 0;
	if (phone == NULL)
		return err_set(err, -1, number, "NAME NUMBER ROLE is needed");
	p = add(phones, name, phone);
	if (p == NULL)
		return err_set(err, -1, number, "too many people");
	if (role != NULL)
		str_copy(p->role, sizeof(p->role), str_from(role));
	return 0;
}

int
phone_people_read(struct phones *phones, const char *path, struct err *err)
{
	FILE *in = fopen(path, "r");
	char *line = NULL;
	size_t room = 0, number = 0;
	int rc = 0;

	if (in == NULL)
		return err_set(err, -1, 0, "%s", strerror(errno));
	while (rc == 0 && getline(&line, &room, in) > 0)
		rc = read_person(phones, line, ++number, err);
	free(line);
	fclose(in);
	return rc;
}

const struct phone_person *
phone_find(const struct phones *phones, const char *who)
{
	int64_t place;

	for (size_t i = 0; i < phones->count; i++) {
		const struct phone_person *p = &phones->people[i];

		if (str_equal_nocase(str_from(p->name), str_from(who)) ||
		    strcmp(p->number, who) == 0)
			return p;
	}
	if (str_to_int64(&place, str_from(who)) && who[0] != '+' &&
	    place >= 1 && place <= (int64_t)phones->count)
		return &phones->people[place - 1];
	return NULL;
}

const struct phone_person *
phone_take(struct phones *phones, const char *who)
{
	const struct phone_person *p = phone_find(phones, who);
	size_t digits = strspn(who + (who[0] == '+'), "0123456789");

	if (p != NULL)
		return p;
	if (digits < 3 || who[digits + (who[0] == '+')] != '\0' || digits > 20)
		return NULL;
	return add(phones, who, who);
}

/* --- how it looks --- */

static const char *
colour_of(const struct phone_person *p)
{
	static const char *const colours[] = {"\033[36m", "\033[35m",
	    "\033[32m", "\033[33m", "\033[34m", "\033[31m"};

	if (output_colour(COLOUR_BOLD)[0] == '\0')
		return "";
	return colours[p->place % 6];
}

static void
put_time(int64_t wall_ms)
{
	time_t seconds = (time_t)(wall_ms / 1000);
	char text[16];
	struct tm tm;

	localtime_r(&seconds, &tm);
	strftime(text, sizeof(text), "%H:%M:%S", &tm);
	printf("%s ", text);
}

/* Several lines of one text stand under each other; what steers a terminal
 * is shown as a blank. */
static void
put_text(const char *text, size_t indent)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		putchar(c < ' ' || c == 0x7F ? (c == '\n' ? c : ' ') : c);
		if (c == '\n')
			printf("%*s", (int)indent, "");
	}
	putchar('\n');
	fflush(stdout);
}

static void
put_row(const struct phone_person *p, int64_t wall_ms, const char *arrow,
    const char *text)
{
	size_t width = output_width(p->name);
	size_t pad = width < NAME_COLUMNS ? NAME_COLUMNS - width : 0;

	put_time(wall_ms);
	printf("%*s%s%s%s %s ", (int)pad, "", colour_of(p), p->name,
	    output_colour(COLOUR_NONE), arrow);
	put_text(text, TIME_COLUMNS + pad + width + ARROW_COLUMNS);
}

void
phone_show_sent(const struct phone_person *from, const char *text)
{
	put_row(from, clock_wall_ms(clock_system()), "\u2192", text);
}

void
phone_show_arrived(struct phones *phones, const struct phone_text *text)
{
	const struct phone_person *p = phone_take(phones, text->phone);
	struct phone_person stranger = {.role = ""};

	str_copy(stranger.name, sizeof(stranger.name), str_from(text->phone));
	if (p == NULL)
		p = &stranger;
	put_row(p, text->wall_ms, "\u2190", text->text);
}

int
phone_send(struct phones *phones, const struct phone_person *from,
    const char *text, struct err *err)
{
	phone_show_sent(from, text);
	return phone_sim_text(
	    phones->sim, from->number, phones->market, text, err);
}
