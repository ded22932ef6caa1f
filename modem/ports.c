#include "modem/ports.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/str.h"
#include "base/timer.h"

#include "modem/ports_private.h"
#include "modem/tty.h"

struct port_query
ports_query(const struct ports *ports, int claim)
{
	return (struct port_query){.ports = ports->port,
	    .ports_count = ports->count,
	    .wishes = ports->wishes,
	    .wishes_count = ports->claims_count,
	    .wish = (size_t)claim,
	    .now_mono_ms = loop_mono_ms(ports->loop)};
}

/* The look. */

static struct port *
find(struct ports *ports, const char *name)
{
	struct port *free_one = NULL;
	for (size_t i = 0; i < ports->count; i++) {
		struct port *port = &ports->port[i];
		if (strcmp(port->name, name) == 0)
			return port;
		if (free_one == NULL && port->number == 0 && port->owner < 0)
			free_one = port;
	}
	if (free_one == NULL && ports->count < PORTS_MAX)
		free_one = &ports->port[ports->count++];
	if (free_one == NULL)
		return NULL;
	*free_one = (struct port){.owner = -1, .interface = -1};
	str_copy(free_one->name, sizeof(free_one->name), str_from(name));
	return free_one;
}

/* A name that stands for another device now: all that was learned is void. */
static void
renew(struct ports *ports, struct port *port, uint64_t number)
{
	struct port fresh = {.number = number, .owner = -1};
	memcpy(fresh.name, port->name, sizeof(fresh.name));
	*port = fresh;
	usb_port_describe(ports->usb, port);
}

static void
on_name(void *arg, const char *name)
{
	struct ports *ports = arg;
	uint64_t number = tty_number_of_name(name);
	if (number == 0 || strlen(name) >= PORT_NAME_OCTETS)
		return;
	struct port *port = find(ports, name);
	if (port == NULL)
		return;
	if (port->number != number && port->owner < 0)
		renew(ports, port, number);
	if (port->number == number)
		ports->seen[port - ports->port] = true;
}

static void
look_for_pattern(struct ports *ports, const char *pattern)
{
	glob_t found;
	if (glob(pattern, 0, NULL, &found) != 0)
		return;
	for (size_t i = 0; i < found.gl_pathc; i++)
		on_name(ports, found.gl_pathv[i]);
	globfree(&found);
}

/* By an earlier claim in this look. */
static bool
was_looked_for(const struct ports *ports, int claim)
{
	const struct port_wish *wish = &ports->wishes[claim];
	for (int i = 0; i < claim; i++)
		if (ports->claims[i].used && ports->claims[i].port < 0 &&
		    ports->wishes[i].search == wish->search &&
		    strcmp(ports->wishes[i].device, wish->device) == 0)
			return true;
	return false;
}

void
ports_look_for(struct ports *ports, int claim)
{
	char pattern[PORT_DEVICE_OCTETS + 1];
	const struct port_wish *wish = &ports->wishes[claim];
	if (wish->search == PORT_AUTO) {
		usb_port_list(ports->usb, on_name, ports);
		return;
	}
	on_name(ports, wish->device);
	port_where(wish, pattern, sizeof(pattern));
	if (strcmp(pattern, wish->device) != 0 || wish->search == PORT_PATTERN)
		look_for_pattern(ports, pattern);
	if (wish->beside[0] != '\0')
		usb_port_list(ports->usb, on_name, ports);
}

/* What was learned of a port is worth keeping while it is there, whoever looks
 * for one.  That the name of an open one is gone is no reason to leave a device
 * that still works; that it stands for another is. */
static bool
is_there(const struct ports *ports, const struct port *port)
{
	uint64_t now = tty_number_of_name(port->name);
	bool open = port->owner >= 0 && ports->claims[port->owner].open;
	return now == port->number || (now == 0 && open);
}

static void
see(struct ports *ports)
{
	for (size_t i = 0; i < ports->count; i++)
		ports->seen[i] = ports->port[i].number != 0 &&
				 is_there(ports, &ports->port[i]);
	for (int i = 0; i < (int)ports->claims_count; i++) {
		const struct claim *claim = &ports->claims[i];
		if (claim->used && claim->port < 0 && !was_looked_for(ports, i))
			ports_look_for(ports, i);
	}
}

static void
tell(struct ports *ports, int claim, enum ports_news news)
{
	const struct claim *c = &ports->claims[claim];
	c->on_news(c->arg, news);
}

static void
forget_gone(struct ports *ports)
{
	for (size_t i = 0; i < ports->count && !ports->dead; i++) {
		struct port *port = &ports->port[i];
		if (ports->seen[i] || port->number == 0)
			continue;
		int owner = port->owner;
		port->number = 0;
		port->owner = -1;
		if (owner < 0)
			continue;
		ports->claims[owner].port = -1;
		tell(ports, owner, PORTS_GONE);
	}
}

static void
offer(struct ports *ports)
{
	for (int i = 0; i < (int)ports->claims_count && !ports->dead; i++) {
		struct claim *claim = &ports->claims[i];
		struct port_query query = ports_query(ports, i);
		if (!claim->used || !claim->wants || claim->port >= 0 ||
		    port_choose(&query) < 0)
			continue;
		claim->wants = false;
		tell(ports, i, PORTS_THERE);
	}
}

static void
look(struct ports *ports)
{
	see(ports);
	forget_gone(ports);
	offer(ports);
}

static void
on_timer(void *arg)
{
	struct ports *ports = arg;
	look(ports);
	if (!ports->dead)
		timer_arm(ports->timer, ports->look_ms);
}

/* Names come a moment after the device, and several at a time. */
static void
on_usb_change(void *arg)
{
	struct ports *ports = arg;
	timer_arm(ports->timer, ports->look_ms < 50 ? ports->look_ms : 50);
}

struct ports *
ports_new(struct loop *loop, int64_t look_ms)
{
	struct ports *ports = xcalloc(1, sizeof(*ports));
	ports->loop = loop;
	ports->look_ms = look_ms;
	ports->timer = timer_new(loop, on_timer, ports);
	ports->usb = usb_port_new(loop, on_usb_change, ports);
	return ports;
}

void
ports_free(struct ports **ports)
{
	struct ports *p = *ports;
	*ports = NULL;
	if (p == NULL)
		return;
	p->dead = true;
	timer_free(&p->timer);
	usb_port_free(&p->usb);
	loop_reap(p->loop, free, p);
}

/* Claims. */

int
ports_join(struct ports *ports, const struct port_wish *wish,
    void (*on_news)(void *, enum ports_news), void *arg)
{
	int claim = 0;
	while (claim < PORT_WISHES_MAX && ports->claims[claim].used)
		claim++;
	if (claim == PORT_WISHES_MAX)
		return -1;
	ports->wishes[claim] = *wish;
	ports->claims[claim] = (struct claim){
	    .used = true, .port = -1, .on_news = on_news, .arg = arg};
	if ((size_t)claim >= ports->claims_count)
		ports->claims_count = (size_t)claim + 1;
	if (!timer_armed(ports->timer))
		timer_arm(ports->timer, ports->look_ms);
	return claim;
}

void
ports_leave(struct ports *ports, int claim)
{
	ports_give_back(ports, claim);
	ports->claims[claim].used = false;
	memset(&ports->wishes[claim], 0, sizeof(ports->wishes[claim]));
}

static const char *
words_of(int why)
{
	switch ((enum port_why)why) {
	case PORT_NONE:
		return "no such device";
	case PORT_TAKEN:
		return "other modem sections have all such devices";
	case PORT_OTHERS:
		return "none of the devices there is this modem";
	case PORT_LATER:
		return "no device that speaks AT and is free";
	}
	return "no such device";
}

const struct port *
ports_take(struct ports *ports, int claim, const char **why)
{
	struct claim *c = &ports->claims[claim];
	struct port_wish *wish = &ports->wishes[claim];
	if (c->port >= 0)
		return &ports->port[c->port];
	ports_look_for(ports, claim);
	struct port_query query = ports_query(ports, claim);
	int found = port_choose(&query);
	c->wants = found < 0;
	c->later = found == (int)PORT_LATER;
	if (found < 0) {
		*why = words_of(found);
		return NULL;
	}
	struct port *port = &ports->port[found];
	c->port = found;
	port->owner = claim;
	memcpy(wish->last_name, port->name, sizeof(wish->last_name));
	return port;
}

void
ports_give_back(struct ports *ports, int claim)
{
	struct claim *c = &ports->claims[claim];
	if (c->port >= 0)
		ports->port[c->port].owner = -1;
	c->port = -1;
	c->wants = false;
}

void
ports_note_open(struct ports *ports, int claim, bool open)
{
	ports->claims[claim].open = open;
}

void
ports_note_speaks(struct ports *ports, int claim)
{
	struct claim *c = &ports->claims[claim];
	if (c->port >= 0)
		ports->port[c->port].speaks = true;
}

bool
ports_speaks(const struct ports *ports, int claim)
{
	const struct claim *c = &ports->claims[claim];
	return c->port >= 0 && ports->port[c->port].speaks;
}

bool
ports_note_imei(struct ports *ports, int claim, const char *imei)
{
	struct claim *c = &ports->claims[claim];
	struct port_wish *wish = &ports->wishes[claim];
	if (c->port < 0)
		return true;
	struct port *port = &ports->port[c->port];
	struct port_query query = ports_query(ports, claim);
	str_copy(port->imei, sizeof(port->imei), str_from(imei));
	if (!port_imei_fits(&query, imei)) {
		/* An IMEI is remembered and fits none but its own wish. */
		if (imei[0] == '\0')
			port->refused[claim / 64] |= UINT64_C(1)
						     << (claim % 64);
		ports_give_back(ports, claim);
		return false;
	}
	memcpy(
	    wish->last_usb_path, port->usb_path, sizeof(wish->last_usb_path));
	wish->last_interface = port->interface;
	wish->last_rank = port_rank(&query, port);
	wish->has_home = true;
	return true;
}
