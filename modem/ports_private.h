/* ports_private - the struct of ports, for its two files: ports (the look, the
 * claims) and ports_search (which port is tried next). */
#ifndef MODEM_PORTS_PRIVATE_H
#define MODEM_PORTS_PRIVATE_H

#include "base/timer.h"

#include "modem/ports.h"
#include "modem/usb_port.h"

#define PORTS_MAX 512

struct claim {
	bool used;
	int port; /* index; -1: none */
	bool wants; /* was told that there is none */
	bool later; /* because all were tried in vain just now */
	bool open;
	void (*on_news)(void *arg, enum ports_news news);
	void *arg;
};

struct ports {
	struct loop *loop;
	int64_t look_ms;
	struct timer *timer;
	struct usb_port *usb;
	struct port port[PORTS_MAX];
	bool seen[PORTS_MAX];
	size_t count; /* grows only: claims point in here */
	struct port_wish wishes[PORT_WISHES_MAX];
	struct claim claims[PORT_WISHES_MAX];
	size_t claims_count;
	bool dead;
};

/* ports.c */
struct port_query ports_query(const struct ports *ports, int claim);
/* Looks at the names that this claim's wish may mean. */
void ports_look_for(struct ports *ports, int claim);

#endif
