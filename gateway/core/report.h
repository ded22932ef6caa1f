/* report - what the status in a delivery report means (TP-ST, TS 23.040
 * 9.2.3.15): words for people, and whether there is hope.  Pure tables. */
#ifndef GATEWAY_CORE_REPORT_H
#define GATEWAY_CORE_REPORT_H

#include <stdbool.h>

/* Never NULL; for codes without a meaning of their own, what their range
 * says. */
const char *report_words(int status);

/* Failed, but not for good: the phone was off until the validity period ended
 * (46), or the service centre gave up for now (60-7F). */
bool report_may_come_back(int status);

#endif
