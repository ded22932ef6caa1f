/* ports - the ttys of this machine and the modem sections that share them.
 *
 * One look at all names, every look_ms and whenever udev tells of a change,
 * serves all modems: none of them polls.  port_choice decides; here is what it
 * decides on, and who has what.  A claim is one section's.
 *
 * Loop rule: all in the loop's thread; on_news comes from the loop only, and
 * may call anything here. */
#ifndef MODEM_PORTS_H
#define MODEM_PORTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/loop.h"

#include "modem/port_choice.h"

enum ports_news {
	PORTS_GONE, /* the port it had is no more, or stands for another */
	PORTS_THERE, /* it has none, and there is one now */
};

struct ports;

struct ports *ports_new(struct loop *loop, int64_t look_ms);
/* After every claim has left. */
void ports_free(struct ports **ports);

/* The wish is copied.  A claim, or -1: PORT_WISHES_MAX are there. */
int ports_join(struct ports *ports, const struct port_wish *wish,
    void (*on_news)(void *arg, enum ports_news news), void *arg);
void ports_leave(struct ports *ports, int claim);

/* The port for this claim, its own from now on; NULL: none, *why says it in
 * words.  The same again while it is there and was not given back. */
const struct port *ports_take(struct ports *ports, int claim, const char **why);
void ports_give_back(struct ports *ports, int claim);

/* While the device is open, the kernel tells whether it is there, and a name
 * that vanishes means nothing. */
void ports_note_open(struct ports *ports, int claim, bool open);
/* The port it has answers AT. */
void ports_note_speaks(struct ports *ports, int claim);
bool ports_speaks(const struct ports *ports, int claim);
/* It has this IMEI ("" when it tells none).  False: that is another section's;
 * the port is given back. */
bool ports_note_imei(struct ports *ports, int claim, const char *imei);
/* The wrong one after all (its SIM is another): given back, and not taken again
 * by this claim until it changes; if there is another one to try.  False:
 * there is none, it keeps it. */
bool ports_refuse_for_another(struct ports *ports, int claim);
/* It may have to try several. */
bool ports_is_search(const struct ports *ports, int claim);
/* The last ports_take() found none because all were tried in vain just now. */
bool ports_is_later(const struct ports *ports, int claim);
/* The port that it has is where its modem spoke last (port_is_home()). */
bool ports_is_home(const struct ports *ports, int claim);

enum ports_pass {
	PORTS_KEEP, /* nothing else may be it, or it has spoken: kept */
	PORTS_NEXT, /* given back; another one can be taken at once */
	PORTS_LATER, /* given back; all were tried in vain just now */
};
/* It is mute or another program has it: given back, and not taken again for
 * quiet_ms, for home_quiet_ms where it is home. */
enum ports_pass ports_pass_on(
    struct ports *ports, int claim, int64_t quiet_ms, int64_t home_quiet_ms);
/* It speaks, but takes no messages, or tells no news.  True: given back, and
 * taken again only when no other port of the same stick speaks.  An exact
 * device on the USB looks at the stick's other ports from now on.  False: there
 * is none to try. */
bool ports_pass_poor(struct ports *ports, int claim);

#endif
