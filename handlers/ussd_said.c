#include "handlers/ussd_said.h"

#include <string.h>

#include "base/buf.h"

#include "handlers/ussd_letters.h"

static bool
fits(const struct ussd_dial *dial, struct str text)
{
	const struct session_channel *channel = dial->session->channel;
	bool gsm;
	size_t size = ussd_letters_size(text, &gsm);

	return size <= (size_t)(gsm ? channel->septets : channel->units);
}

/* No text follows: what was answered says everything, but for an order, which
 * is told of as it goes on. */
static void
to_stopped(struct ussd_dial *dial, const char *sent)
{
	char note[PHRASE_FILLED_OCTETS], all[USSD_DIAL_SAID_OCTETS];
	struct buf out = buf_over(all, sizeof(all));

	phrase_fill(note, sizeof(note), dial->desk->trade->phrases,
	    dial->desk->lang, PHRASE_STOPPED, &(struct words){0});
	if (sent[0] != '\0') {
		ussd_dial_top(
		    dial, USSD_TEXT_MADE, &(struct words){.code = sent});
		ussd_dial_end(dial, note);
		return;
	}
	buf_add_format(&out, "%s\n%s", dial->said, note);
	if (out.full || !fits(dial, buf_str(&out)) ||
	    strcmp(dial->said, note) == 0)
		ussd_dial_end(dial, dial->said);
	else
		ussd_dial_end(dial, all);
}

void
ussd_said_done(struct ussd_dial *dial, const char *sent)
{
	struct str said = buf_str(&dial->screen.said);

	if (said.octets == 0)
		ussd_dial_end_with(dial, USSD_TEXT_TEXTED, NULL);
	else if (dial->desk->from.stopped_ms != 0)
		to_stopped(dial, sent);
	else if (sent[0] == '\0' || fits(dial, said))
		ussd_dial_end(dial, dial->said);
	else
		ussd_dial_end_with(
		    dial, USSD_TEXT_SENT, &(struct words){.code = sent});
}
