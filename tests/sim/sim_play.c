#include "tests/sim/sim_play.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_options.h"
#include "tests/sim/sim_show.h"
#include "tests/sim/sim_words.h"

#define EVENTS_MOST 10000

/* --- reading --- */

/* "modem a profile=huawei number=…" as "a:profile=huawei,number=…". */
static const char *
add_modem(struct sim_net *net, char *const *words, int count)
{
	char text[SIM_PLAY_LINE] = "";
	size_t used = 0;
	for (int i = 1; i < count && used < sizeof(text); i++)
		used +=
		    (size_t)snprintf(text + used, sizeof(text) - used, "%s%s",
			i == 1   ? ""
			: i == 2 ? ":"
				 : ",",
			words[i]);
	struct sim_options options;
	const char *why = sim_options_read(&options, text);
	if (why == NULL && sim_net_add(net, &options) == NULL)
		why = "too many modems, or the name is taken";
	return why;
}

/* Takes "at 5s [every 2s times 3]"; the number of words, 0 with *why. */
static int
take_time(
    struct sim_event *event, char *const *words, int count, const char **why)
{
	event->at_ms = -1;
	event->times = 1;
	if (strcmp(words[0], "at") != 0)
		return 0;
	*why = "at TIME [every TIME times N] COMMAND";
	event->at_ms = count > 2 ? sim_words_ms(words[1]) : -1;
	if (event->at_ms < 0)
		return 0;
	if (count < 7 || strcmp(words[2], "every") != 0) {
		*why = NULL;
		return 2;
	}
	event->every_ms = sim_words_ms(words[3]);
	event->times = (int)sim_number(words[5], 1, 1000000, 0);
	if (event->every_ms < 1 || event->times == 0 ||
	    strcmp(words[4], "times") != 0)
		return 0;
	*why = NULL;
	return 6;
}

static void
write_command(char out[SIM_PLAY_LINE], char *const *words, int count)
{
	size_t used = 0;
	out[0] = '\0';
	for (int i = 0; i < count && used < SIM_PLAY_LINE; i++)
		used += (size_t)snprintf(out + used, SIM_PLAY_LINE - used,
		    "%s\"%s\"", i > 0 ? " " : "", words[i]);
}

static const char *
check_command(char *const *words, int count)
{
	const char *why = NULL;
	if (count > 0 &&
	    (strcmp(words[0], "say") == 0 || strcmp(words[0], "end") == 0))
		return NULL;
	json_t *request = sim_words_request(words, count, &why);
	if (request == NULL)
		return why;
	json_decref(request);
	return NULL;
}

static const char *
read_line(struct sim_play *play, struct sim_net *net, unsigned line, char *text)
{
	char *words[SIM_WORDS];
	const char *why = NULL;
	int count = sim_words_cut(text, words);
	if (count < 0)
		return "an open quote, or too many words";
	if (count == 0)
		return NULL;
	if (strcmp(words[0], "modem") == 0)
		return add_modem(net, words, count);
	if (play->count == EVENTS_MOST)
		return "too many lines";
	struct sim_event event = {.line = line};
	int skip = take_time(&event, words, count, &why);
	if (why == NULL)
		why = check_command(words + skip, count - skip);
	if (why != NULL)
		return why;
	write_command(event.command, words + skip, count - skip);
	play->events = realloc(play->events, (play->count + 1) * sizeof(event));
	if (play->events == NULL)
		abort();
	play->events[play->count++] = event;
	return NULL;
}

int
sim_play_load(struct sim_play *play, const char *file, struct sim_net *net,
    FILE *out, FILE *errors)
{
	char *text = NULL;
	size_t room = 0;
	unsigned line = 0;
	const char *why = NULL;
	*play = (struct sim_play){.file = file, .out = out};
	FILE *in = fopen(file, "r");
	if (in == NULL) {
		fprintf(errors, "%s: %s\n", file, strerror(errno));
		return -1;
	}
	while (why == NULL && getline(&text, &room, in) > 0) {
		line++;
		why = read_line(play, net, line, text);
	}
	if (why != NULL)
		fprintf(errors, "%s:%u: %s\n", file, line, why);
	free(text);
	fclose(in);
	return why == NULL ? 0 : -1;
}

void
sim_play_free(struct sim_play *play)
{
	free(play->events);
	*play = (struct sim_play){0};
}

/* --- playing --- */

bool
sim_play_command(
    struct sim_ctl *ctl, const char *line, FILE *out, const char **why)
{
	char copy[SIM_PLAY_LINE + 64], *words[SIM_WORDS];
	*why = "an open quote, or too many words";
	sim_copy(copy, sizeof(copy), line);
	int count = sim_words_cut(copy, words);
	if (count <= 0)
		return count == 0;
	json_t *request = sim_words_request(words, count, why);
	if (request == NULL)
		return false;
	json_t *answer = sim_ctl_do(ctl, NULL, request, why);
	json_decref(request);
	if (answer == NULL)
		return false;
	if (out != NULL)
		sim_show(out, answer);
	json_decref(answer);
	return true;
}

/* {n} and {nn} of the command, for this time. */
static void
count_in(char out[SIM_PLAY_LINE + 64], const char *command, int n)
{
	size_t used = 0, room = SIM_PLAY_LINE + 64;
	while (*command != '\0' && used + 12 < room) {
		if (strncmp(command, "{nn}", 4) == 0) {
			used += (size_t)snprintf(
			    out + used, room - used, "%02d", n);
			command += 4;
		} else if (strncmp(command, "{n}", 3) == 0) {
			used +=
			    (size_t)snprintf(out + used, room - used, "%d", n);
			command += 3;
		} else {
			out[used++] = *command++;
		}
	}
	out[used] = '\0';
}

static void
print_said(const struct sim_play *play, const char *command, int64_t at_ms)
{
	fprintf(play->out, "%5lld.%lld s ", (long long)at_ms / 1000,
	    (long long)at_ms % 1000 / 100);
	for (; *command != '\0'; command++) {
		if (*command != '"')
			fputc(*command, play->out);
	}
	fputc('\n', play->out);
	fflush(play->out);
}

static void
play_event(struct sim_play *play, struct sim_ctl *ctl, struct sim_event *event)
{
	char line[SIM_PLAY_LINE + 64];
	const char *why;
	count_in(line, event->command, ++event->done);
	if (strcmp(line, "\"end\"") == 0) {
		play->ended = true;
		return;
	}
	int64_t now = ctl->net->world.now_ms - play->began_ms;
	if (strncmp(line, "\"say\"", 5) == 0) {
		print_said(play, line + 6, now);
		return;
	}
	bool text = strncmp(line, "\"text\"", 6) == 0;
	if (!text)
		print_said(play, line, now);
	if (!sim_play_command(ctl, line, text ? NULL : play->out, &why))
		fprintf(play->out, "%s:%u: %s\n", play->file, event->line, why);
}

static int64_t
next_of(const struct sim_play *play, const struct sim_event *event)
{
	if (event->done >= event->times)
		return SIM_NEVER;
	if (event->at_ms < 0)
		return play->began_ms;
	return play->began_ms + event->at_ms + event->done * event->every_ms;
}

void
sim_play_begin(struct sim_play *play, struct sim_ctl *ctl)
{
	play->began_ms = ctl->net->world.now_ms;
	sim_play_tick(play, ctl);
}

void
sim_play_tick(struct sim_play *play, struct sim_ctl *ctl)
{
	for (size_t i = 0; i < play->count && !play->ended; i++) {
		struct sim_event *event = &play->events[i];
		while (!play->ended &&
		       next_of(play, event) <= ctl->net->world.now_ms)
			play_event(play, ctl, event);
	}
}

int64_t
sim_play_due(const struct sim_play *play)
{
	int64_t due = SIM_NEVER;
	for (size_t i = 0; i < play->count; i++) {
		int64_t at = next_of(play, &play->events[i]);
		due = at < due ? at : due;
	}
	return due;
}
