/* Which port is tried next, when the one at hand is not the one. */
#include <string.h>

#include "modem/ports_private.h"

static uint64_t
bit_of(int claim)
{
	return UINT64_C(1) << (claim % 64);
}

/* True: another one can be taken at once. */
static bool
give_up(struct ports *ports, int claim)
{
	struct port_query query = ports_query(ports, claim);
	struct claim *c = &ports->claims[claim];
	ports->port[c->port].owner = -1;
	c->port = -1;
	return port_choose(&query) >= 0;
}

bool
ports_refuse_for_another(struct ports *ports, int claim)
{
	struct claim *c = &ports->claims[claim];
	if (c->port < 0)
		return false;
	int had = c->port;
	struct port *port = &ports->port[had];
	port->refused[claim / 64] |= bit_of(claim);
	if (give_up(ports, claim))
		return true;
	port->refused[claim / 64] &= ~bit_of(claim);
	port->owner = claim;
	c->port = had;
	return false;
}

bool
ports_is_search(const struct ports *ports, int claim)
{
	const struct port_wish *wish = &ports->wishes[claim];
	return wish->search != PORT_EXACT || wish->imei[0] != '\0' ||
	       wish->usb_path[0] != '\0' || wish->told_by_sim ||
	       wish->beside[0] != '\0';
}

bool
ports_is_later(const struct ports *ports, int claim)
{
	return ports->claims[claim].later;
}

bool
ports_is_home(const struct ports *ports, int claim)
{
	struct port_query query = ports_query(ports, claim);
	int port = ports->claims[claim].port;
	return port >= 0 && port_is_home(&query, &ports->port[port]);
}

enum ports_pass
ports_pass_on(
    struct ports *ports, int claim, int64_t quiet_ms, int64_t home_quiet_ms)
{
	struct claim *c = &ports->claims[claim];
	struct port_query query = ports_query(ports, claim);
	if (c->port < 0)
		return PORTS_KEEP;
	struct port *port = &ports->port[c->port];
	if (port->speaks || !port_has_other(&query, port))
		return PORTS_KEEP;
	port->quiet_until_mono_ms = query.now_mono_ms + quiet_ms;
	port->home_quiet_until_mono_ms = query.now_mono_ms + home_quiet_ms;
	return give_up(ports, claim) ? PORTS_NEXT : PORTS_LATER;
}

bool
ports_pass_poor(struct ports *ports, int claim)
{
	struct claim *c = &ports->claims[claim];
	struct port_wish *wish = &ports->wishes[claim];
	if (c->port < 0)
		return false;
	struct port *port = &ports->port[c->port];
	if ((port->poor[claim / 64] & bit_of(claim)) != 0)
		return false; /* the others were no better */
	if (wish->search == PORT_EXACT)
		memcpy(wish->beside, port->usb_path, sizeof(wish->beside));
	ports_look_for(ports, claim);
	struct port_query query = ports_query(ports, claim);
	if (!port_has_better(&query, port)) {
		wish->beside[0] = '\0';
		return false;
	}
	port->poor[claim / 64] |= bit_of(claim);
	give_up(ports, claim);
	return true;
}
