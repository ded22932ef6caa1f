#include "modem/port_talk.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

#include "modem/at_arg.h"
#include "modem/at_err.h"
#include "modem/at_lex.h"

void
port_talk_begin(struct port_talk *talk, int fd)
{
	memset(talk, 0, sizeof(*talk));
	talk->fd = fd;
}

static void
add_line(char *dst, size_t octets, struct str line)
{
	struct buf out = buf_over(dst, octets);
	out.octets = strlen(dst);
	if (out.octets > 0)
		buf_add_text(&out, " | ");
	if (!buf_add_str(&out, line))
		dst[out.octets] = '\0';
}

/* Waits for more bytes until then; false when none came. */
static bool
read_some(struct port_talk *talk, int64_t until_mono_ms)
{
	struct pollfd poll_fd = {.fd = talk->fd, .events = POLLIN};
	int64_t left = until_mono_ms - clock_mono_ms(clock_system());
	if (talk->octets == sizeof(talk->in))
		talk->octets = 0; /* no line is that long */
	if (talk->gone || left < 0 || poll(&poll_fd, 1, (int)left) <= 0)
		return false;
	ssize_t got = read(
	    talk->fd, talk->in + talk->octets, sizeof(talk->in) - talk->octets);
	if (got <= 0) {
		talk->gone = got == 0 || (errno != EAGAIN && errno != EINTR);
		return false;
	}
	for (ssize_t i = 0; i < got; i++)
		talk->frames += talk->in[talk->octets + (size_t)i] == 0x7E;
	talk->octets += (size_t)got;
	return true;
}

static void
used(struct port_talk *talk, size_t octets)
{
	memmove(talk->in, talk->in + octets, talk->octets - octets);
	talk->octets -= octets;
}

static void
say(struct port_talk *talk, const char *bytes)
{
	size_t left = strlen(bytes);
	int64_t until = clock_mono_ms(clock_system()) + 2000;
	while (left > 0 && clock_mono_ms(clock_system()) < until) {
		ssize_t put = write(talk->fd, bytes, left);
		if (put > 0) {
			bytes += put;
			left -= (size_t)put;
		} else if (errno == EAGAIN) {
			struct pollfd p = {.fd = talk->fd, .events = POLLOUT};
			poll(&p, 1, 100);
		} else {
			talk->gone = true;
			return;
		}
	}
}

void
port_clear(struct port_talk *talk, int64_t quiet_ms)
{
	static const char *const pokes[] = {"\x1B", "\r"};
	for (int i = 0; i < 2; i++) {
		say(talk, pokes[i]);
		int64_t until = clock_mono_ms(clock_system()) + quiet_ms;
		while (read_some(talk, until))
			continue;
	}
	talk->octets = 0;
}

static bool
error_of(struct port_answer *out, struct str line, const char *prefix,
    enum at_final final)
{
	struct at_arg args;
	int64_t code;
	if (!at_arg_begin(&args, line, prefix))
		return false;
	out->final = final;
	out->code = at_arg_next_number(&args, &code) ? (int)code : -1;
	return true;
}

/* Does the line end the command? */
static bool
is_final(struct port_answer *out, struct str line)
{
	static const char *const refusals[] = {"ERROR", "COMMAND NOT SUPPORT",
	    "TOO MANY PARAMETERS", "NO CARRIER", "4"};
	if (str_is(line, "OK") || str_is(line, "0")) {
		out->final = AT_FINAL_OK;
		return true;
	}
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (str_equal_nocase(line, str_from(refusals[i]))) {
			out->final = AT_FINAL_ERROR;
			return true;
		}
	return error_of(out, line, "+CME ERROR:", AT_FINAL_CME) ||
	       error_of(out, line, "+CMS ERROR:", AT_FINAL_CMS);
}

static bool
is_own(const char *prefix, struct str line)
{
	struct at_arg args;
	if (prefix == NULL)
		return false;
	if (prefix[0] == '\0')
		return strchr("^*#$%&", line.at[0]) == NULL;
	return at_arg_begin(&args, line, prefix);
}

static void
take_news(struct port_talk *talk, struct str line)
{
	talk->news_count++;
	talk->nmea =
	    talk->nmea || str_starts(line, "$GP") || str_starts(line, "$GN");
	add_line(talk->news, sizeof(talk->news), line);
}

/* One item; true when it ends the question. */
static bool
take(struct port_talk *talk, const struct at_lex_item *item,
    const char *command, const char *prefix, struct port_answer *out)
{
	if (item->kind == AT_LEX_PROMPT) {
		out->prompt = true;
		return true;
	}
	if (command != NULL && str_is(item->text, command)) {
		out->echo = true;
		return false;
	}
	if (command != NULL && is_final(out, item->text))
		return true;
	if (command != NULL && is_own(prefix, item->text))
		add_line(out->text, sizeof(out->text), item->text);
	else
		take_news(talk, item->text);
	return false;
}

static bool
converse(struct port_talk *talk, const char *command, const char *prefix,
    int64_t timeout_ms, struct port_answer *out)
{
	struct at_lex_item item;
	size_t done;
	int64_t start = clock_mono_ms(clock_system());
	bool prompt =
	    command != NULL && str_starts(str_from(command), "AT+CMGS=");
	unsigned hints =
	    AT_LEX_IMPATIENT | (prompt ? (unsigned)AT_LEX_WANT_PROMPT : 0);
	for (;;) {
		struct span in = {(const uint8_t *)talk->in, talk->octets};
		int rc = at_lex_next(&item, in, hints, &done);
		used(talk, done);
		if (rc > 0 && take(talk, &item, command, prefix, out)) {
			out->ms = clock_mono_ms(clock_system()) - start;
			return true;
		}
		if (rc == 0 && !read_some(talk, start + timeout_ms))
			return false;
	}
}

bool
port_ask(struct port_talk *talk, const char *command, const char *prefix,
    int64_t timeout_ms, struct port_answer *out)
{
	*out = (struct port_answer){.final = AT_FINAL_TIMEOUT};
	say(talk, command);
	say(talk, "\r");
	return converse(talk, command, prefix, timeout_ms, out);
}

void
port_listen(struct port_talk *talk, int64_t ms)
{
	struct port_answer none = {.final = AT_FINAL_TIMEOUT};
	converse(talk, NULL, NULL, ms, &none);
}

enum port_kind
port_kind_of(struct port_talk *talk, int tries, int64_t timeout_ms)
{
	struct port_answer answer;
	bool other = false; /* it speaks something else */
	for (int i = 0; i < tries && !talk->gone && !(other && i > 1); i++) {
		/* Another program may have left it mute (ATQ1). */
		const char *command = i == 1 ? "ATQ0V1" : "AT";
		if (port_ask(talk, command, NULL, timeout_ms, &answer))
			return PORT_AT;
		other = talk->nmea || talk->frames > 1;
	}
	if (talk->nmea)
		return PORT_NMEA;
	if (talk->frames > 1)
		return PORT_DIAGNOSTICS;
	return talk->news_count > 0 ? PORT_LINES : PORT_SILENT;
}

void
port_result_words(char *dst, size_t octets, const struct port_answer *answer)
{
	bool cms = answer->final == AT_FINAL_CMS;
	if (answer->prompt)
		snprintf(dst, octets, "prompt");
	else if (answer->final == AT_FINAL_OK)
		snprintf(dst, octets, "OK");
	else if (answer->final == AT_FINAL_ERROR)
		snprintf(dst, octets, "ERROR");
	else if (cms || answer->final == AT_FINAL_CME)
		snprintf(dst, octets, "%s %d %s", cms ? "CMS" : "CME",
		    answer->code,
		    at_err_find(cms ? AT_ERR_CMS : AT_ERR_CME, answer->code)
			->meaning);
	else
		snprintf(dst, octets, "no answer");
}
