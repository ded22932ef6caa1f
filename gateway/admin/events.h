/* events - GET /api/v1/events: what happens, told as it happens.
 *
 * Out: text/event-stream (WHATWG HTML, 9.2).  Each event has `id:`, `event:`
 * and one line of `data:`, a JSON object with the keys of the lists: message  a
 * text is new or its state has changed: as a row of `messages` order    a line
 * of an order went on: {"time","order","order_id","line",
 *            "from","to","by","text","person","message"}
 *   link     as a row of `links`: another state, draining or not
 *   alarm    {"on":true|false,"name","text"}
 *   status   as `status`, when one begins to listen and every 10 s
 *   skipped  {"count"}: so many were not told, because too much happened at
 *            once or the listener was away for too long: ask the lists
 * A comment every 20 s keeps proxies awake.  Who comes back with Last-Event-ID
 * gets what he missed, of the last EVENTS_KEPT.
 *
 * It never holds up an order: the turn notes ids in memory (store_watch.h),
 * four times a second a thread reads those rows, and sends what they say by
 * then; a state that lasted for less is passed over.  With nobody listening
 * nothing of this runs.  A listener who does not keep up is cut off
 * (base/http_stream.h).
 *
 * At most EVENTS_LISTENERS at once and EVENTS_OF_ONE for one name (503, 429).
 * A stream ends after EVENTS_LIFE_MS, or within 10 s after its session was
 * ended: browsers come back by themselves, and are asked who they are.  What is
 * sent is masked (mask.h) unless the caller sees numbers.
 * Loop rule: all calls in the loop's thread. */
#ifndef GATEWAY_ADMIN_EVENTS_H
#define GATEWAY_ADMIN_EVENTS_H

#define EVENTS_LISTENERS 32
#define EVENTS_OF_ONE 4
#define EVENTS_KEPT 256
#define EVENTS_LIFE_MS (15 * 60 * 1000)
#define EVENTS_LOOK_MS 250
#define EVENTS_STATUS_MS 10000
#define EVENTS_QUIET_MS 20000

struct events;

/* With its listeners; before the api's readers go. */
void events_free(struct events **events);

/* Who listens now; of NULL: none. */
int events_count(const struct events *events);

#endif
