/* phone_play - phones in the terminal: one at hand, all in view.
 *
 * Line by line, without a screen of its own, so that it also works in a pipe:
 * then there is no prompt, and after the last line it looks for answers a
 * little longer. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/str.h"

#include "programs/furrow/command.h"
#include "programs/furrow/output.h"
#include "programs/furrow/phone.h"

#define LINE_MOST 65536
#define LINGER_MS 3000

struct play {
	struct phones *phones;
	const struct phone_person *at_hand;
	struct buf in;
	bool person; /* somebody sits there: prompts */
	bool ended;
};

static void
prompt(const struct play *p)
{
	if (!p->person)
		return;
	printf("%s%s%s%s%s>%s ", output_colour(COLOUR_BOLD), p->at_hand->name,
	    p->at_hand->role[0] != '\0' ? " (" : "", p->at_hand->role,
	    p->at_hand->role[0] != '\0' ? ")" : "", output_colour(COLOUR_NONE));
	fflush(stdout);
}

static void
show_people(const struct play *p)
{
	for (size_t i = 0; i < p->phones->count; i++) {
		const struct phone_person *one = &p->phones->people[i];

		printf("%s /%zu %-12s %-16s %s\n",
		    one == p->at_hand ? "*" : " ", i + 1, one->name,
		    one->number, one->role);
	}
}

static void
show_help(void)
{
	printf("A line is a text from this phone to the market.\n"
	       "  /NAME or /2   take another phone (a number works as well)\n"
	       "  /list         all phones\n"
	       "  /call         a missed call to the market\n"
	       "  /off, /on     switch this phone off or on\n"
	       "  /help         this\n"
	       "  Ctrl-D        leave\n");
}

static void
request(struct play *p, json_t *asked)
{
	struct err err;
	json_t *answer = phone_sim_ask(p->phones->sim, asked, &err);

	if (answer == NULL)
		complain("phone", "%s", err.text);
	json_decref(answer);
}

static void
switch_phone(struct play *p, bool off)
{
	request(p, json_pack("{s:s, s:s, s:b}", "do", "phone", "number",
		       p->at_hand->number, "off", (int)off));
	printf("%s's phone is %s.\n", p->at_hand->name, off ? "off" : "on");
}

static void
call(struct play *p)
{
	request(p, json_pack("{s:s, s:s, s:s}", "do", "ring", "from",
		       p->at_hand->number, "to", p->phones->market));
	phone_show_sent(p->at_hand, "(missed call)");
}

static void
obey(struct play *p, const char *word)
{
	const struct phone_person *other = phone_take(p->phones, word);

	if (strcmp(word, "help") == 0)
		show_help();
	else if (strcmp(word, "list") == 0)
		show_people(p);
	else if (strcmp(word, "call") == 0)
		call(p);
	else if (strcmp(word, "off") == 0 || strcmp(word, "on") == 0)
		switch_phone(p, strcmp(word, "off") == 0);
	else if (strcmp(word, "quit") == 0)
		p->ended = true;
	else if (other != NULL)
		p->at_hand = other;
	else
		printf("There is no phone of that name; /list shows all.\n");
}

static void
use_line(struct play *p, struct str line)
{
	char text[LINE_MOST];
	struct err err;

	str_copy(text, sizeof(text), str_trim(line));
	/* The terminal shows what was typed already, above the sent line. */
	if (p->person && text[0] != '\0' && output_colour(COLOUR_BOLD)[0])
		printf("\033[A\r\033[K");
	if (text[0] == '/')
		obey(p, text + 1);
	else if (text[0] != '\0' &&
		 phone_send(p->phones, p->at_hand, text, &err) != 0)
		complain("phone", "%s", err.text);
}

static void
read_input(struct play *p)
{
	char bytes[4096];
	struct str rest, line;
	ssize_t n = read(STDIN_FILENO, bytes, sizeof(bytes));

	if (n < 0 && errno == EINTR)
		return;
	if (n > 0)
		buf_add(&p->in, bytes, (size_t)n);
	else
		p->ended = true;
	rest = buf_str(&p->in);
	while (rest.octets > 0 &&
	       (memchr(rest.at, '\n', rest.octets) != NULL || p->ended)) {
		str_cut(&line, &rest, '\n');
		use_line(p, line);
	}
	buf_drop(&p->in, p->in.octets - rest.octets);
	/* A line without end is no text. */
	if (p->in.full)
		buf_clear(&p->in);
	if (!p->ended)
		prompt(p);
}

/* False when the network is gone. */
static bool
show_arrivals(struct play *p)
{
	struct phone_text text;
	int got;

	/* Over the prompt, which comes again below. */
	if (p->person)
		printf("\r%s", output_colour(COLOUR_BOLD)[0] ? "\033[K" : "");
	while ((got = phone_sim_next(p->phones->sim, &text, 0)) == 1) {
		phone_show_arrived(p->phones, &text);
		phone_text_free(&text);
	}
	if (!p->ended)
		prompt(p);
	return got == 0;
}

static int
gone(void)
{
	return complain("phone", "the simulated network is gone");
}

static int
linger(struct play *p)
{
	const struct clock_source *clock = clock_system();
	int wait_ms = p->phones->wait_ms >= 0 ? p->phones->wait_ms : LINGER_MS;
	int64_t until_ms = clock_mono_ms(clock) + wait_ms, left;
	struct phone_text text;

	while ((left = until_ms - clock_mono_ms(clock)) > 0) {
		int got = phone_sim_next(p->phones->sim, &text, (int)left);

		if (got < 0)
			return gone();
		if (got == 1)
			phone_show_arrived(p->phones, &text);
		phone_text_free(&text);
	}
	return EXIT_DONE;
}

static int
loop(struct play *p)
{
	struct pollfd polls[2] = {
	    {.fd = STDIN_FILENO, .events = POLLIN},
	    {.fd = phone_sim_fd(p->phones->sim), .events = POLLIN},
	};

	prompt(p);
	while (!p->ended) {
		bool waiting = phone_sim_waiting(p->phones->sim);

		if (poll(polls, 2, waiting ? 0 : -1) < 0 && errno != EINTR)
			return complain("phone", "%s", strerror(errno));
		if ((waiting || polls[1].revents != 0) && !show_arrivals(p))
			return gone();
		if (polls[0].revents != 0)
			read_input(p);
	}
	if (!p->person)
		return linger(p);
	putchar('\n');
	return EXIT_DONE;
}

int
phone_play(struct phones *phones, const struct phone_person *first)
{
	struct play p = {.phones = phones,
	    .at_hand = first,
	    .in = buf_new(LINE_MOST),
	    .person = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)};
	int status = loop(&p);

	buf_free(&p.in);
	return status;
}
