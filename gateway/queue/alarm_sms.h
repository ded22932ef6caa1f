/* alarm_sms - an alarm as the text that an admin gets: what is wrong, and what
 * to do.  Pure.
 *
 * Whoever reads it stands in a field with a basic phone: it is one SMS,
 * whatever a modem or an operator said that is in it.  What to do is never cut,
 * what is wrong is, if need be. */
#ifndef GATEWAY_QUEUE_ALARM_SMS_H
#define GATEWAY_QUEUE_ALARM_SMS_H

#include <stddef.h>

#define ALARM_SMS_OCTETS 480 /* one SMS in any alphabet */

/* What to do about the alarm of that key ("disk", "link a"); a '@' in it stands
 * for the name behind the key's last blank.  NULL: such a key is not known. */
const char *alarm_sms_advice(const char *key);

/* "furrow: WHAT. ADVICE", as what is known to do.  Returns dst. */
char *alarm_sms_write(
    char dst[ALARM_SMS_OCTETS], const char *key, const char *what);

#endif
