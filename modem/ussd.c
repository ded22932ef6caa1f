/* The line around the text: its number, where the text ends, its dcs. */
#include "modem/ussd.h"

#include <string.h>

#include "modem/at_arg.h"
#include "modem/ussd_private.h"

/* 23.038 5.  What is reserved is read as the default alphabet. */
static struct ussd_coding
coding_of(int dcs)
{
	static const enum ussd_alphabet general[] = {
	    USSD_GSM7, USSD_8BIT, USSD_UCS2, USSD_GSM7};
	struct ussd_coding coding = {USSD_GSM7, false};
	if (dcs == 0x10 || dcs == 0x11) {
		coding.language = true;
		coding.alphabet = dcs == 0x11 ? USSD_UCS2 : USSD_GSM7;
	} else if ((dcs >= 0x40 && dcs <= 0x7F) || (dcs >> 4) == 9) {
		coding.alphabet = general[dcs >> 2 & 3];
	} else if ((dcs >> 4) == 15 && (dcs & 4) != 0) {
		coding.alphabet = USSD_8BIT;
	}
	return coding;
}

/* "15" -> 15, from a modem that quotes its numbers too. */
static struct str
without_quotes(struct str text)
{
	bool quoted = text.octets > 2 && text.at[0] == '"' &&
		      text.at[text.octets - 1] == '"';
	return quoted ? str_of(text.at + 1, text.octets - 2) : text;
}

/* "…,15" -> 15, and the text in front; -1 when it does not end so. */
static int
cut_dcs(struct str *text, bool quoted)
{
	size_t from = text->octets;
	int64_t dcs;
	while (from > 0 && text->at[from - 1] != ',')
		from--;
	struct str last =
	    str_trim(str_of(text->at + from, text->octets - from));
	if (quoted)
		last = without_quotes(last);
	if (from == 0 || last.octets > 3 || !str_is_figures(last) ||
	    !str_to_int64(&dcs, last) || dcs > 255)
		return -1;
	*text = str_trim(str_of(text->at, from - 1));
	return (int)dcs;
}

/* A dcs that is really used: the end of a text without quotes may look like
 * one ("costs 1,234"). */
static bool
is_usual(int dcs)
{
	return (dcs >= 0 && dcs <= 0x11) || (dcs >= 0x40 && dcs <= 0x4B) ||
	       dcs >= 0xF0;
}

static bool
ends_in_quote(struct str text)
{
	return text.octets > 1 && text.at[text.octets - 1] == '"';
}

/* Quotes inside the text are not escaped: the last one ends it.  quoted: the
 * number in front was in quotes, so may be the one behind. */
static struct str
text_in_quotes(struct ussd_reply *out, struct str rest, bool quoted)
{
	struct str text = rest;
	int dcs = cut_dcs(&text, quoted);
	/* A field too many behind it. */
	if (dcs >= 0 && !ends_in_quote(text))
		dcs = cut_dcs(&text, quoted);
	bool closed = dcs >= 0 && ends_in_quote(text);
	if (closed) {
		out->dcs = dcs;
	} else {
		text = rest;
		/* "…"," : the dcs was lost. */
		if (text.octets > 2 && text.at[text.octets - 1] == ',' &&
		    text.at[text.octets - 2] == '"')
			text.octets--;
		closed = ends_in_quote(text);
		out->cut = out->doubtful = !closed;
	}
	return str_of(text.at + 1, text.octets - 1 - closed);
}

static struct str
text_bare(struct ussd_reply *out, struct str rest)
{
	struct str text = rest;
	int dcs = cut_dcs(&text, false);
	if (!is_usual(dcs)) {
		out->doubtful = dcs >= 0;
		return rest;
	}
	out->dcs = dcs;
	return text;
}

/* Past "m" and its comma.  False: there is no such number. */
static bool
read_what(struct ussd_reply *out, struct str *rest, bool *quoted_out)
{
	struct str head = *rest;
	bool quoted = head.octets > 2 && head.at[0] == '"' && head.at[2] == '"';
	if (quoted)
		head = str_of(head.at + 1, head.octets - 1);
	if (head.octets == 0 || head.at[0] < '0' || head.at[0] > '5')
		return false;
	int what = head.at[0] - '0';
	head = str_trim(str_of(head.at + 1 + quoted, head.octets - 1 - quoted));
	if (head.octets > 0 && head.at[0] != ',')
		return false;
	*quoted_out = quoted;
	out->what = (enum ussd_what)what;
	*rest = head;
	return true;
}

int
ussd_read(struct ussd_reply *out, struct str line, struct ussd_hint hint,
    struct err *err)
{
	struct at_arg args;
	memset(out, 0, sizeof(*out));
	out->dcs = -1;
	if (!at_arg_begin(&args, line, "+CUSD:") &&
	    !at_arg_begin_hurt(&args, line, "+CUSD:"))
		return err_set(err, USSD_NOT_CUSD, 0, "not a +CUSD line");
	struct str rest = args.rest;
	bool quoted = false;
	if (!read_what(out, &rest, &quoted)) {
		memset(out, 0, sizeof(*out));
		return err_set(err, USSD_WHAT,
		    (size_t)(rest.at == NULL ? 0 : rest.at - line.at),
		    "+CUSD without a number from 0 to 5");
	}
	if (rest.octets == 0)
		return 0;
	rest = str_trim(str_of(rest.at + 1, rest.octets - 1));
	if (rest.octets == 0)
		return 0;
	struct str raw = rest.at[0] == '"' ? text_in_quotes(out, rest, quoted)
					   : text_bare(out, rest);
	out->has_text = true;
	ussd_carrier_read(out, raw,
	    coding_of(out->dcs < 0 ? USSD_DCS_DEFAULT : out->dcs), hint);
	return 0;
}
