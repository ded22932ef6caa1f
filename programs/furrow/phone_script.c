/* phone_script - a conversation by itself, for demonstrations and trials.
 *
 *   Amina: want 5kg tomato             a text from that phone
 *   wait Juma contains "YES"           until one arrives (10 s if not said)
 *   wait any contains "YES" within 5s  on any phone: {asked} is whose
 *   expect Juma within 10s: YES        the same in other words
 *   pause 500ms                        nothing, for a while
 *   off Juma, on Juma, call Juma       switched off and on; a missed call
 *
 * {code} is the last order's code (#K7F) that stood in a text.  A text is
 * found once; a phone that writes has read what came before. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/str.h"

#include "programs/furrow/command.h"
#include "programs/furrow/phone.h"

#define UNREAD_MOST 1000
#define LINE_MOST 2048
#define WAIT_MS 10000
#define PAUSE_MOST_MS 3600000
#define LINGER_MS 300

struct script {
	struct phones *phones;
	const char *path;
	size_t line; /* from 1 */
	char code[8];
	char asked[PHONE_NUMBER_OCTETS];
	struct phone_text unread[UNREAD_MOST]; /* owned */
	size_t count;
};

static int
fail(const struct script *s, const char *why)
{
	fflush(stdout);
	fprintf(stderr, "furrow: %s:%zu: %s\n", s->path, s->line, why);
	return EXIT_FAILED;
}

/* --- what arrived --- */

static void
forget(struct script *s, size_t i)
{
	phone_text_free(&s->unread[i]);
	memmove(&s->unread[i], &s->unread[i + 1],
	    (s->count - i - 1) * sizeof(s->unread[0]));
	s->count--;
}

static void
forget_phone(struct script *s, const char *number)
{
	for (size_t i = s->count; i > 0; i--) {
		if (strcmp(s->unread[i - 1].phone, number) == 0)
			forget(s, i - 1);
	}
}

static void
find_code(struct script *s, const char *text)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	for (; (text = strchr(text, '#')) != NULL; text++) {
		size_t octets = strspn(text + 1, signs);

		if (octets >= 3 && octets <= 5)
			str_copy(
			    s->code, sizeof(s->code), str_of(text + 1, octets));
	}
}

/* 1 something came, 0 nothing in time, -1 the network is gone. */
static int
take_arrival(struct script *s, int timeout_ms)
{
	struct phone_text text;
	int got = phone_sim_next(s->phones->sim, &text, timeout_ms);

	if (got != 1)
		return got;
	phone_show_arrived(s->phones, &text);
	find_code(s, text.text);
	if (s->count == UNREAD_MOST)
		forget(s, 0);
	s->unread[s->count++] = text;
	return 1;
}

/* --- words of the script --- */

static const struct phone_person *
person(struct script *s, struct str name)
{
	char text[PHONE_NAME_OCTETS];

	str_copy(text, sizeof(text), str_trim(name));
	if (strcmp(text, "{asked}") == 0)
		return phone_take(s->phones, s->asked);
	return phone_take(s->phones, text);
}

/* With {code} and {asked} filled in; cut to fit. */
static void
fill_in(const struct script *s, char *out, size_t room, struct str text)
{
	size_t used = 0;

	out[0] = '\0';
	while (text.octets > 0 && used + 1 < room) {
		struct str value = str_of(text.at, 1);
		size_t skip = 1;

		if (str_starts(text, "{code}")) {
			value = str_from(s->code);
			skip = strlen("{code}");
		} else if (str_starts(text, "{asked}")) {
			value = str_from(s->asked);
			skip = strlen("{asked}");
		}
		for (size_t i = 0; i < value.octets && used + 1 < room; i++)
			out[used++] = value.at[i];
		text = str_of(text.at + skip, text.octets - skip);
	}
	out[used] = '\0';
}

static int
say(struct script *s, struct str name, struct str text)
{
	const struct phone_person *from = person(s, name);
	char filled[LINE_MOST];
	struct err err;

	if (from == NULL)
		return fail(s, "no such phone");
	fill_in(s, filled, sizeof(filled), str_trim(text));
	forget_phone(s, from->number);
	if (phone_send(s->phones, from, filled, &err) != 0)
		return fail(s, err.text);
	return EXIT_DONE;
}

struct wish {
	const struct phone_person *who; /* NULL: any */
	char containing[256];
	int64_t within_ms;
};

static bool
fulfilled(struct script *s, const struct wish *w)
{
	for (size_t i = 0; i < s->count; i++) {
		struct phone_text *t = &s->unread[i];

		if (w->who != NULL && strcmp(w->who->number, t->phone) != 0)
			continue;
		if (strstr(t->text, w->containing) == NULL)
			continue;
		if (w->who == NULL)
			str_copy(
			    s->asked, sizeof(s->asked), str_from(t->phone));
		forget(s, i);
		return true;
	}
	return false;
}

static int
disappointed(const struct script *s, const struct wish *w, int got)
{
	char why[512];

	if (got < 0)
		return fail(s, "the simulated network is gone");
	snprintf(why, sizeof(why),
	    "no text with \"%s\" came to %s within %.1f s", w->containing,
	    w->who != NULL ? w->who->name : "any phone",
	    (double)w->within_ms / 1000);
	return fail(s, why);
}

static int
wait_for(struct script *s, const struct wish *w)
{
	const struct clock_source *clock = clock_system();
	int64_t until_ms = clock_mono_ms(clock) + w->within_ms;

	while (!fulfilled(s, w)) {
		int64_t left = until_ms - clock_mono_ms(clock);
		int got = take_arrival(s, left > 0 ? (int)left : 0);

		if (got < 0 || (got == 0 && left <= 0))
			return disappointed(s, w, got);
	}
	return EXIT_DONE;
}

static int
wish_for(struct script *s, struct str name, struct str text, struct str within)
{
	struct wish w = {.within_ms = WAIT_MS};

	name = str_trim(name);
	within = str_trim(within);
	text = str_trim(text);
	if (text.octets >= 2 && text.at[0] == '"' &&
	    text.at[text.octets - 1] == '"')
		text = str_of(text.at + 1, text.octets - 2);
	if (!str_is(name, "any"))
		w.who = person(s, name);
	if (w.who == NULL && !str_is(name, "any"))
		return fail(s, "no such phone");
	if (within.octets > 0 && !str_to_duration_ms(&w.within_ms, within))
		return fail(s, "within needs a time such as 10s");
	fill_in(s, w.containing, sizeof(w.containing), text);
	return wait_for(s, &w);
}

/* Cuts `rest` at the last (or first) `mark`; false and untouched without. */
static bool
cut_at(struct str *before, struct str *behind, struct str rest,
    const char *mark, bool last)
{
	size_t octets = strlen(mark);
	bool found = false;

	for (size_t i = 0; i + octets <= rest.octets; i++) {
		if (memcmp(rest.at + i, mark, octets) != 0)
			continue;
		*before = str_of(rest.at, i);
		*behind =
		    str_of(rest.at + i + octets, rest.octets - i - octets);
		found = true;
		if (!last)
			break;
	}
	return found;
}

/* wait NAME contains "TEXT" [within TIME] */
static int
do_wait(struct script *s, struct str rest)
{
	struct str name, text, within = STR("");

	if (!cut_at(&name, &text, rest, " contains ", false))
		return fail(s, "wait NAME contains \"TEXT\" is needed");
	/* Behind the last quote, so that the text may say "within". */
	(void)cut_at(&text, &within, text, "\" within ", true);
	if (within.octets > 0)
		text = str_of(text.at, text.octets + 1);
	return wish_for(s, name, text, within);
}

/* expect NAME [within TIME]: TEXT */
static int
do_expect(struct script *s, struct str rest)
{
	struct str head, text, name, within = STR("");

	if (!cut_at(&head, &text, rest, ":", false))
		return fail(s, "expect NAME within TIME: TEXT is needed");
	name = head;
	(void)cut_at(&name, &within, head, " within ", false);
	return wish_for(s, name, text, within);
}

/* What arrives meanwhile is shown as it comes. */
static int
look_for(struct script *s, int64_t ms)
{
	const struct clock_source *clock = clock_system();
	int64_t until_ms = clock_mono_ms(clock) + ms, left;

	while ((left = until_ms - clock_mono_ms(clock)) > 0) {
		if (take_arrival(s, (int)left) < 0)
			return fail(s, "the simulated network is gone");
	}
	return EXIT_DONE;
}

static int
do_pause(struct script *s, struct str rest)
{
	int64_t ms;

	if (!str_to_duration_ms(&ms, str_trim(rest)) || ms > PAUSE_MOST_MS)
		return fail(s, "pause needs a time such as 500ms");
	return look_for(s, ms);
}

static int
ask(struct script *s, json_t *request)
{
	struct err err;
	json_t *answer = phone_sim_ask(s->phones->sim, request, &err);

	json_decref(answer);
	return answer != NULL ? EXIT_DONE : fail(s, err.text);
}

static int
switch_phone(struct script *s, struct str rest, bool off)
{
	const struct phone_person *p = person(s, rest);

	if (p == NULL)
		return fail(s, "no such phone");
	return ask(s, json_pack("{s:s, s:s, s:b}", "do", "phone", "number",
			  p->number, "off", (int)off));
}

static int
do_off(struct script *s, struct str rest)
{
	return switch_phone(s, rest, true);
}

static int
do_on(struct script *s, struct str rest)
{
	return switch_phone(s, rest, false);
}

static int
do_call(struct script *s, struct str rest)
{
	const struct phone_person *p = person(s, rest);

	if (p == NULL)
		return fail(s, "no such phone");
	phone_show_sent(p, "(missed call)");
	return ask(s, json_pack("{s:s, s:s, s:s}", "do", "ring", "from",
			  p->number, "to", s->phones->market));
}

static const struct {
	const char *word;
	int (*fn)(struct script *s, struct str rest);
} verbs[] = {
    {"wait ", do_wait},
    {"expect ", do_expect},
    {"pause ", do_pause},
    {"off ", do_off},
    {"on ", do_on},
    {"call ", do_call},
};

static int
do_line(struct script *s, struct str line)
{
	struct str name;

	line = str_trim(line);
	if (line.octets == 0 || line.at[0] == '#')
		return EXIT_DONE;
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		size_t octets = strlen(verbs[i].word);

		if (str_starts(line, verbs[i].word))
			return verbs[i].fn(
			    s, str_of(line.at + octets, line.octets - octets));
	}
	if (!cut_at(&name, &line, line, ":", false))
		return fail(s, "NAME: TEXT is needed");
	return say(s, name, line);
}

static int
play(struct script *s, FILE *in)
{
	char *line = NULL;
	size_t room = 0;
	ssize_t octets;
	int status = EXIT_DONE;

	while (
	    status == EXIT_DONE && (octets = getline(&line, &room, in)) > 0) {
		s->line++;
		status = do_line(s, str_of(line, (size_t)octets));
	}
	free(line);
	return status;
}

int
phone_script(struct phones *phones, const char *path)
{
	struct script *s = calloc(1, sizeof(*s));
	FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	int status;

	if (s == NULL)
		abort();
	if (in == NULL) {
		free(s);
		return complain(path, "%s", strerror(errno));
	}
	s->phones = phones;
	s->path = path;
	status = play(s, in);
	/* What the last lines caused is worth seeing. */
	if (status == EXIT_DONE)
		status = look_for(s, LINGER_MS);
	while (s->count > 0)
		forget(s, 0);
	free(s);
	if (in != stdin)
		fclose(in);
	return status;
}
