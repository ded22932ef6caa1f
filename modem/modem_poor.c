/* A port that answers but is no good for messages: a stick's second one, for
 * data calls, may refuse all that has to do with them, or tell no news.  It is
 * left for another one of the same stick; where there is none, the ladder goes
 * on with it, and the alarm says what is wrong. */
#include "base/log.h"

#include "modem/modem_private.h"

#define DENIED_MIN 3 /* in MODEM_T_DENIED, and none that was not */
#define UNANNOUNCED_MAX 3 /* lists with new texts, and no news between */

bool
modem_leave_poor(struct modem *m, const char *why)
{
	if (!ports_pass_poor(m->ports, m->claim))
		return false;
	log_event(LOG_WARN, "modem", "poor-port",
	    "link=%s device=%s why=\"%s\" does=\"another port of its stick\"",
	    m->name, m->device, why);
	modem_event(m, MODEM_EV_WRONG, why);
	return true;
}

/* 27.005 3.2.5: 302 operation not allowed, 303 not supported; 27.007 9.2: 3
 * and 4 likewise. */
static bool
is_denied(const struct modem_sent *sent, enum at_final final)
{
	if (sent->how != MODEM_SENT_REFUSED)
		return false;
	return (final == AT_FINAL_CMS &&
		   (sent->code == 302 || sent->code == 303)) ||
	       (final == AT_FINAL_CME && (sent->code == 3 || sent->code == 4));
}

bool
modem_poor_sent(
    struct modem *m, const struct modem_sent *sent, enum at_final final)
{
	int64_t now_ms = loop_mono_ms(m->loop);
	if (!is_denied(sent, final)) {
		m->denied = 0;
		return false;
	}
	if (m->denied++ == 0)
		m->denied_mono_ms = now_ms;
	if (m->denied < DENIED_MIN ||
	    now_ms - m->denied_mono_ms < modem_ms(m, MODEM_T_DENIED))
		return false;
	m->denied = 0;
	return true;
}

void
modem_poor_listed(struct modem *m)
{
	bool told = m->list_given == 0 || m->news_came || !m->listed_once ||
		    m->news_set[0] < 0;
	if (m->news_came)
		m->unannounced = 0;
	if (!told && ++m->unannounced >= UNANNOUNCED_MAX) {
		m->unannounced = 0;
		m->poor_due = true;
	}
}

bool
modem_poor_configured(struct modem *m)
{
	return m->stores_refused && m->news_set[0] < 0 &&
	       modem_leave_poor(m, "this port has neither stores nor news");
}
