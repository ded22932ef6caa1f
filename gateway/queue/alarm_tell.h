/* alarm_tell - the text to the admin that an alarm is, and how often.
 *
 * A modem with a loose plug goes and comes a hundred times a day, and a bad
 * hour has many alarms at once: texts cost money, and nobody reads the tenth.
 * So after its text an alarm that goes off and on again is silent for
 * ALARM_TELL_AGAIN_MS, and those of links have ALARM_TELL_HOUR texts an hour at
 * most: there may be very many links, but one disk and one clock.  What is kept
 * back is told when that is over, if it is still wrong then. */
#ifndef GATEWAY_QUEUE_ALARM_TELL_H
#define GATEWAY_QUEUE_ALARM_TELL_H

#include "gateway/queue/alarm.h"

#define ALARM_TELL_AGAIN_MS (INT64_C(30) * 60 * 1000)
#define ALARM_TELL_HOUR 10

/* Whose phone; false: nobody is an admin. */
bool alarm_tell_whom(
    const struct turn *turn, int64_t *phone_id, int64_t *person_id);

/* Queues the texts that are owed and may go, in the turn. */
void alarm_tell_all(struct alarms *alarms, const struct turn *turn);

/* The alarm went off: a text that was kept back is owed no more; one that only
 * could not be stored is. */
void alarm_tell_off(const struct alarms *alarms, struct alarm *alarm);

/* Went off so lately that its place is not another's. */
bool alarm_tell_is_silent(
    const struct alarms *alarms, const struct alarm *alarm);

/* How the turn of the texts ended: one that was rolled back is tried again. */
void alarm_tell_ended(struct alarms *alarms, bool committed);

#endif
