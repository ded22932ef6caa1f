/* A dialogue handed down to the modem, and its answers handed up. */
#include "gateway/link/link_modem_private.h"
#include "modem/modem_ussd.h"

bool
link_modem_ussd(struct link *link, const struct link_ussd *request)
{
	struct link_modem *lm = (struct link_modem *)link;
	struct modem_ussd_request asked = {.id = request->id,
	    .count = request->count,
	    .secret = request->secret};
	if (lm->stopping || lm->stopped || request->count > MODEM_USSD_STEPS)
		return false;
	for (size_t i = 0; i < request->count; i++)
		asked.steps[i] = request->steps[i];
	if (request->form > USSD_FORM_NONE && request->form < USSD_FORMS)
		asked.form = (enum ussd_form)request->form;
	return modem_ussd(lm->modem, &asked);
}

static enum link_ussd_how
how_of(enum modem_ussd_how how)
{
	switch (how) {
	case MODEM_USSD_ANSWERED:
		return LINK_USSD_ANSWERED;
	case MODEM_USSD_REFUSED:
		return LINK_USSD_REFUSED;
	case MODEM_USSD_SILENT:
		break;
	}
	return LINK_USSD_SILENT;
}

void
link_modem_on_ussd(void *arg, const struct modem_ussd_answer *answer)
{
	struct link_modem *lm = arg;
	struct link_ussd_answer told = {.id = answer->id,
	    .step = answer->step,
	    .last = answer->last,
	    .asks = answer->asks,
	    .doubtful = answer->doubtful,
	    .how = how_of(answer->how),
	    .text = answer->text,
	    .why = answer->why,
	    .form = (int)answer->form};
	if (lm->link.sink->on_ussd != NULL)
		lm->link.sink->on_ussd(lm->link.sink->arg, &lm->link, &told);
}
