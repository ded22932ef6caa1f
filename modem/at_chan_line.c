/* Whose line is it?  The running command's, news, an echo, or nobody's. */
#include "modem/at_chan_private.h"

#include <ctype.h>
#include <string.h>

#include "base/log.h"
#include "base/panic.h"

#include "modem/at_arg.h"
#include "modem/at_err.h"

static bool
waits_for_final(const struct at_chan *chan)
{
	return chan->phase == PHASE_ANSWER || chan->phase == PHASE_PROMPT ||
	       chan->phase == PHASE_BODY;
}

static const struct at_command *
running(const struct at_chan *chan)
{
	bool runs = chan->phase != PHASE_IDLE && chan->phase != PHASE_GAP;
	return runs && chan->queued > 0 ? &chan->queue[0] : NULL;
}

/* Final results. */

static bool
error_number(struct str line, const char *prefix, bool hurt, int *code_out)
{
	struct at_arg args;
	bool is = hurt ? at_arg_begin_hurt(&args, line, prefix)
		       : at_arg_begin(&args, line, prefix);
	if (!is)
		return false;
	int64_t code;
	struct str words = args.rest;
	if (words.octets > 0 && words.at[0] == ':')
		words = str_trim(str_of(words.at + 1, words.octets - 1));
	*code_out = str_to_int64(&code, words) && code >= 0 && code <= 9999
			? (int)code
			: at_err_code_of_words(words);
	return true;
}

static bool
is_error_word(struct str line)
{
	static const char *const words[] = {
	    "ERROR", "COMMAND NOT SUPPORT", "TOO MANY PARAMETERS", "ABORTED"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_equal_nocase(line, str_from(words[i])))
			return true;
	return false;
}

/* NO CARRIER, BUSY and NO ANSWER end calls, which we never make: as news of a
 * call that somebody gave up they must not end a command. */
static bool
read_final(const struct at_chan *chan, struct str line,
    enum at_final *final_out, int *code_out)
{
	*code_out = -1;
	*final_out = AT_FINAL_OK;
	if (str_is(line, "OK") || (chan->numeric && str_is(line, "0")))
		return true;
	*final_out = AT_FINAL_ERROR;
	if (is_error_word(line) || (chan->numeric && str_is(line, "4")))
		return true;
	*final_out = AT_FINAL_CMS;
	if (error_number(line, "+CMS ERROR", false, code_out))
		return true;
	*final_out = AT_FINAL_CME;
	return error_number(line, "+CME ERROR", false, code_out);
}

/* As above from a wire that loses and adds characters.  Never a bare OK to a
 * message: a text that was not sent must not pass for sent. */
static bool
read_hurt_final(const struct at_chan *chan, struct str line,
    enum at_final *final_out, int *code_out)
{
	*code_out = -1;
	*final_out = AT_FINAL_OK;
	bool body = chan->phase == PHASE_BODY && !chan->result.owned;
	if (!body && at_arg_hurt_word(line, "OK"))
		return true;
	*final_out = AT_FINAL_ERROR;
	if (at_arg_hurt_word(line, "ERROR"))
		return true;
	*final_out = AT_FINAL_CMS;
	if (error_number(line, "+CMS ERROR:", true, code_out))
		return true;
	*final_out = AT_FINAL_CME;
	return error_number(line, "+CME ERROR:", true, code_out);
}

static void
final_came(struct at_chan *chan, enum at_final final, int code)
{
	chan->heard = true;
	if (chan->step != STEP_IN) {
		at_chan_step_final(chan);
		return;
	}
	bool prompted =
	    chan->phase == PHASE_PROMPT_GAP || chan->phase == PHASE_WRITING;
	if (prompted && final != AT_FINAL_OK) {
		at_chan_prompt_failed(chan, final, code);
		return;
	}
	/* OK instead of the prompt belongs to something earlier. */
	if (!waits_for_final(chan) ||
	    (chan->phase == PHASE_PROMPT && final == AT_FINAL_OK) ||
	    at_chan_doubt_final(chan, final, code))
		return;
	at_chan_finish(chan, final, code);
}

/* Headers and the PDU on the line behind. */

static bool
looks_hex(struct str line)
{
	size_t hex = 0;
	for (size_t i = 0; i < line.octets; i++)
		hex += isxdigit((unsigned char)line.at[i]) != 0;
	return line.octets >= 16 && hex * 10 >= line.octets * 8;
}

static int
nibble(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : (c | 0x20) - 'a' + 10;
}

/* Announced lengths leave the service centre out (27.005 3.1), but some
 * modems leave out the field itself. */
static bool
fits(const struct header *header, struct str pdu)
{
	int64_t octets = (int64_t)pdu.octets / 2;
	if (!header->open || pdu.octets < 2 || pdu.octets % 2 != 0 ||
	    !isxdigit((unsigned char)pdu.at[0]) ||
	    !isxdigit((unsigned char)pdu.at[1]))
		return false;
	int64_t smsc = nibble(pdu.at[0]) * 16 + nibble(pdu.at[1]) + 1;
	return octets == header->announced_octets ||
	       octets - smsc == header->announced_octets;
}

static void
hand_over(struct at_chan *chan, struct header *header, struct str pdu)
{
	char text[HEADER_OCTETS];
	memcpy(text, header->text, header->octets);
	struct at_line line = {.text = str_of(text, header->octets),
	    .pdu = pdu,
	    .announced_octets = header->announced_octets};
	header->open = false;
	if (header->row != NULL) {
		header->row->on_line(chan->sink->arg, &line);
	} else if (chan->queued > 0 && chan->queue[0].on_line != NULL) {
		chan->queue[0].on_line(chan->sink->arg, &line);
	}
}

void
at_chan_flush_own(struct at_chan *chan)
{
	if (chan->own.open)
		hand_over(chan, &chan->own, str_of("", 0));
}

static void
keep_header(struct at_chan *chan, struct header *header, struct str text,
    const struct at_urc *row)
{
	if (header->open)
		hand_over(chan, header, str_of("", 0));
	if (chan->dead)
		return;
	header->open = true;
	header->row = row;
	header->announced_octets = at_arg_last_number(text);
	header->octets =
	    text.octets < HEADER_OCTETS ? text.octets : HEADER_OCTETS;
	memcpy(header->text, text.at, header->octets);
	/* "+CMGR: 0,,0" is an empty slot: no PDU will follow. */
	if (header->announced_octets == 0)
		hand_over(chan, header, str_of("", 0));
}

static bool
take_pdu(struct at_chan *chan, struct str line)
{
	bool both = chan->own.open && chan->news.open;
	struct header *header = chan->own.open ? &chan->own : &chan->news;
	if (!header->open || !looks_hex(line))
		return false;
	if (both && !fits(&chan->own, line) && fits(&chan->news, line))
		header = &chan->news;
	if (header == &chan->own && running(chan) != NULL)
		at_chan_own_line_came(chan);
	hand_over(chan, header, line);
	return true;
}

/* Echoes. */

static bool
is_body_echo(const struct at_chan *chan, struct str line)
{
	const struct at_command *command = running(chan);
	if (command == NULL || command->body == NULL || line.octets < 16)
		return false;
	struct str body = str_from(command->body);
	size_t octets = line.octets < body.octets ? line.octets : body.octets;
	return str_equal_nocase(
	    str_of(line.at, octets), str_of(body.at, octets));
}

/* Cuts the echo of the running command off the line's end (news may stand
 * glued before it); true when it was there. */
static bool
cut_echo(struct at_chan *chan, struct str *line)
{
	const struct at_command *command = running(chan);
	if (command == NULL)
		return false;
	struct str echo = str_from(command->text);
	/* A short one ("AT") could be the end of anything. */
	if (line->octets < echo.octets ||
	    (echo.octets < 5 && line->octets > echo.octets) ||
	    !str_equal_nocase(
		str_of(line->at + line->octets - echo.octets, echo.octets),
		echo))
		return false;
	line->octets -= echo.octets;
	*line = str_trim(*line);
	return true;
}

static void
echo_came(struct at_chan *chan)
{
	bool returned = chan->echo_free >= 3;
	chan->echo_free = 0;
	if (returned)
		chan->sink->on_event(chan->sink->arg, AT_CHAN_ECHO);
}

/* Owners. */

/* With the prefix "" every line is the command's own, but news of another
 * name: "+CGMI: x" answers AT+CGMI, "^RSSI: 3" does not. */
static bool
is_any_own(const struct at_command *command, struct str line)
{
	if (strchr("+^*#$%&", line.at[0]) == NULL)
		return true;
	size_t name = 2; /* behind "AT" */
	while (isalpha((unsigned char)command->text[name]) ||
	       (name == 2 && command->text[name] != '\0'))
		name++;
	struct str wanted = str_of(command->text + 2, name - 2);
	return wanted.octets > 1 && line.octets >= wanted.octets &&
	       str_equal_nocase(str_of(line.at, wanted.octets), wanted);
}

static bool
is_own(const struct at_command *command, struct str line, bool hurt)
{
	struct at_arg args;
	if (command == NULL || command->prefix == NULL)
		return false;
	if (command->prefix[0] == '\0')
		return hurt && is_any_own(command, line);
	return hurt ? at_arg_begin_hurt(&args, line, command->prefix)
		    : at_arg_begin(&args, line, command->prefix);
}

static bool
is_row(const struct at_urc *row, struct str line, bool hurt)
{
	struct at_arg args;
	size_t octets = strlen(row->prefix);
	if (row->prefix[octets - 1] != ':')
		return !hurt && str_equal_nocase(line, str_from(row->prefix));
	return hurt ? at_arg_begin_hurt(&args, line, row->prefix)
		    : at_arg_begin(&args, line, row->prefix);
}

static const struct at_urc *
find_row(const struct at_chan *chan, struct str line, bool hurt)
{
	for (const struct at_urc *row = chan->sink->urcs; row->prefix != NULL;
	     row++)
		if (is_row(row, line, hurt))
			return row;
	return NULL;
}

static void
own_came(struct at_chan *chan, struct str text)
{
	const struct at_command *command = running(chan);
	PANIC_UNLESS(command != NULL); /* only its own lines come here */
	chan->heard = true;
	if (command->body != NULL && at_chan_doubt_own(chan, text))
		return;
	at_chan_own_line_came(chan);
	if (command->pdu) {
		keep_header(chan, &chan->own, text, NULL);
		return;
	}
	struct at_line line = {.text = text, .announced_octets = -1};
	if (command->on_line != NULL)
		command->on_line(chan->sink->arg, &line);
}

static void
news_came(struct at_chan *chan, const struct at_urc *row, struct str text)
{
	if (row->on_line == NULL)
		return;
	if (row->pdu) {
		keep_header(chan, &chan->news, text, row);
		return;
	}
	struct at_line line = {.text = text, .announced_octets = -1};
	row->on_line(chan->sink->arg, &line);
}

void
at_chan_late_came(struct at_chan *chan, int64_t reference)
{
	chan->heard = true;
	chan->doubt.open = false;
	if (reference >= 0)
		chan->last_reference = (int)(reference & 0xFF);
	if (chan->late_open)
		chan->sink->on_late(chan->sink->arg, reference);
	chan->late_open = false;
}

/* "+CMGS: 12" when no send waits for it: the one that timed out was taken. */
static bool
is_late(struct at_chan *chan, struct str line)
{
	struct at_arg args;
	int64_t reference = -1;
	if (chan->phase == PHASE_BODY || !at_arg_begin(&args, line, "+CMGS:"))
		return false;
	at_arg_next_number(&args, &reference);
	at_chan_late_came(chan, reference);
	return true;
}

static bool
give_to_owner(struct at_chan *chan, struct str line, bool hurt)
{
	if (is_own(running(chan), line, hurt)) {
		own_came(chan, line);
		return true;
	}
	const struct at_urc *row = find_row(chan, line, hurt);
	if (row == NULL)
		return false;
	news_came(chan, row, line);
	return true;
}

/* As it stands first; with a hurt read only when nobody claims it so. */
static void
sort_line(struct at_chan *chan, struct str line)
{
	enum at_final final;
	int code;
	if (is_late(chan, line) || at_chan_step_line(chan, line))
		return;
	if (read_final(chan, line, &final, &code)) {
		final_came(chan, final, code);
		return;
	}
	if (give_to_owner(chan, line, false) || take_pdu(chan, line))
		return;
	if (read_hurt_final(chan, line, &final, &code)) {
		final_came(chan, final, code);
		return;
	}
	/* What begins with AT is an echo that the wire has hurt. */
	if (!give_to_owner(chan, line, true) && !str_starts(line, "AT"))
		chan->sink->on_unknown(chan->sink->arg, line);
}

/* Firmwares whose commands hang go on telling the field's strength. */
static bool
sounds_like_news(const struct at_chan *chan, struct str line)
{
	return strchr("+^*#$%&", line.at[0]) != NULL ||
	       find_row(chan, line, false) != NULL;
}

void
at_chan_line(struct at_chan *chan, const struct at_lex_item *item)
{
	if (item->kind == AT_LEX_PROMPT) {
		chan->heard = true;
		at_chan_prompt_came(chan);
		return;
	}
	struct str line = item->text;
	chan->heard |= !sounds_like_news(chan, line);
	if (is_body_echo(chan, line))
		return;
	if (cut_echo(chan, &line)) {
		echo_came(chan);
		if (chan->dead || line.octets == 0)
			return;
	}
	sort_line(chan, line);
}
