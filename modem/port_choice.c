#include "modem/port_choice.h"

#include <ctype.h>
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

#include "modem/port_role.h"

enum port_search
port_search(const char *device)
{
	if (strcmp(device, "auto") == 0)
		return PORT_AUTO;
	return strpbrk(device, "*?[") != NULL ? PORT_PATTERN : PORT_EXACT;
}

static bool
is_pinned(const struct port_wish *wish)
{
	return wish->imei[0] != '\0' || wish->usb_path[0] != '\0' ||
	       wish->told_by_sim;
}

void
port_where(const struct port_wish *wish, char *dst, size_t octets)
{
	size_t end = strlen(wish->device);
	str_copy(dst, octets, str_from(wish->device));
	if (wish->search != PORT_EXACT || !is_pinned(wish))
		return;
	while (end > 0 && isdigit((unsigned char)wish->device[end - 1]))
		end--;
	snprintf(dst, octets, "%.*s*", (int)end, wish->device);
}

static bool
is_where(const struct port_wish *wish, const struct port *port)
{
	char pattern[PORT_DEVICE_OCTETS + 1];
	if (wish->search == PORT_AUTO)
		return port->vendor != 0;
	if (wish->beside[0] != '\0' &&
	    strcmp(wish->beside, port->usb_path) == 0)
		return true;
	port_where(wish, pattern, sizeof(pattern));
	return strcmp(wish->device, port->name) == 0 ||
	       fnmatch(pattern, port->name, FNM_PATHNAME) == 0;
}

static bool
has_bit(const uint64_t *bits, size_t wish)
{
	return (bits[wish / 64] >> (wish % 64) & 1) != 0;
}

static bool
is_pinned_elsewhere(const struct port_query *q, const char *imei)
{
	for (size_t i = 0; i < q->wishes_count; i++)
		if (i != q->wish && imei[0] != '\0' &&
		    strcmp(q->wishes[i].imei, imei) == 0)
			return true;
	return false;
}

bool
port_imei_fits(const struct port_query *q, const char *imei)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	if (wish->imei[0] != '\0')
		return strcmp(wish->imei, imei) == 0;
	if (imei[0] == '\0' || wish->told_by_sim ||
	    (wish->search == PORT_EXACT && !is_pinned(wish)))
		return true;
	if (is_pinned_elsewhere(q, imei))
		return false;
	for (size_t i = 0; i < q->ports_count; i++) {
		const struct port *port = &q->ports[i];
		if (port->owner >= 0 && port->owner != (int)q->wish &&
		    strcmp(port->imei, imei) == 0 && wish->usb_path[0] == '\0')
			return false;
	}
	return true;
}

/* Another section has it, or another tty of the same stick. */
static bool
is_taken(const struct port_query *q, const struct port *port)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	bool loose = wish->search != PORT_EXACT && wish->interface < 0;
	for (size_t i = 0; i < q->ports_count; i++) {
		const struct port *other = &q->ports[i];
		if (other->owner < 0 || other->owner == (int)q->wish)
			continue;
		if (other->number == port->number)
			return true; /* perhaps under another name */
		if (loose && port->usb_path[0] != '\0' &&
		    strcmp(other->usb_path, port->usb_path) == 0)
			return true;
	}
	return false;
}

static bool
is_at(const struct port_wish *wish, const struct port *port)
{
	size_t octets = strlen(wish->usb_path);
	if (strstr(wish->usb_path, "usb") == NULL)
		return strcmp(wish->usb_path, port->usb_path) == 0;
	return strncmp(wish->usb_path, port->id_path, octets) == 0 &&
	       (port->id_path[octets] == '\0' || port->id_path[octets] == ':');
}

static bool
fits_pins(const struct port_query *q, const struct port *port)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	if (has_bit(port->refused, q->wish))
		return false;
	if (wish->search == PORT_EXACT && !is_pinned(wish) &&
	    wish->interface < 0 && strcmp(wish->device, port->name) == 0)
		return true; /* this device, whatever it is */
	if (wish->usb_path[0] != '\0' && !is_at(wish, port))
		return false;
	if (wish->interface >= 0 && port->vendor != 0 &&
	    wish->interface != port->interface)
		return false;
	if (port->imei[0] != '\0' && !port_imei_fits(q, port->imei))
		return false;
	enum port_role role =
	    port_role(port->vendor, port->product, port->interface);
	return role != PORT_ROLE_NEVER &&
	       (role != PORT_ROLE_OTHER || wish->interface >= 0);
}

/* ttyUSB9 comes before ttyUSB10. */
static bool
is_before(const char *a, const char *b)
{
	size_t a_octets = strlen(a), b_octets = strlen(b);
	if (a_octets != b_octets)
		return a_octets < b_octets;
	return strcmp(a, b) < 0;
}

int
port_rank(const struct port_query *q, const struct port *port)
{
	int rank = 0;
	for (size_t i = 0; i < q->ports_count; i++)
		rank += q->ports[i].number != 0 &&
			is_where(&q->wishes[q->wish], &q->ports[i]) &&
			is_before(q->ports[i].name, port->name);
	return rank;
}

bool
port_is_home(const struct port_query *q, const struct port *port)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	if (!wish->has_home)
		return false;
	if (port->usb_path[0] != '\0')
		return port->interface == wish->last_interface &&
		       strcmp(port->usb_path, wish->last_usb_path) == 0;
	return wish->last_usb_path[0] == '\0' &&
	       port_rank(q, port) == wish->last_rank;
}

static int
score(const struct port_query *q, const struct port *port)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	int points = port_is_home(q, port) ? 80 : 0;
	if (has_bit(port->poor, q->wish))
		points -= 2000;
	if (wish->imei[0] != '\0' && strcmp(wish->imei, port->imei) == 0)
		points += 1000;
	if (port->usb_path[0] != '\0' &&
	    strcmp(wish->last_usb_path, port->usb_path) == 0)
		points += wish->last_interface == port->interface ? 400 : 100;
	if (strcmp(wish->device, port->name) == 0)
		points += 50;
	if (strcmp(wish->last_name, port->name) == 0)
		points += 40;
	switch (port_role(port->vendor, port->product, port->interface)) {
	case PORT_ROLE_AT:
		return points + 200;
	case PORT_ROLE_SECOND:
		return points + 20;
	case PORT_ROLE_UNKNOWN:
	case PORT_ROLE_OTHER:
	case PORT_ROLE_NEVER:
		break;
	}
	return points;
}

/* Of equals the one that was not tried, or longest ago; of these the one that
 * stands where the last one stood. */
static bool
is_better(
    const struct port_query *q, const struct port *a, const struct port *b)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	int a_points = score(q, a), b_points = score(q, b);
	if (a_points != b_points)
		return a_points > b_points;
	if (a->quiet_until_mono_ms != b->quiet_until_mono_ms)
		return a->quiet_until_mono_ms < b->quiet_until_mono_ms;
	if (port_rank(q, a) == wish->last_rank)
		return true;
	if (port_rank(q, b) == wish->last_rank)
		return false;
	return is_before(a->name, b->name);
}

static bool
may_be(const struct port_query *q, const struct port *port)
{
	return port->number != 0 && is_where(&q->wishes[q->wish], port) &&
	       fits_pins(q, port) && !is_taken(q, port);
}

bool
port_has_other(const struct port_query *q, const struct port *port)
{
	for (size_t i = 0; i < q->ports_count; i++)
		if (&q->ports[i] != port && may_be(q, &q->ports[i]))
			return true;
	return false;
}

/* Off the USB only an IMEI can tell whose port it is. */
bool
port_has_better(const struct port_query *q, const struct port *port)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	for (size_t i = 0; i < q->ports_count; i++) {
		const struct port *other = &q->ports[i];
		bool same = other->usb_path[0] != '\0'
				? strcmp(other->usb_path, port->usb_path) == 0
				: wish->imei[0] != '\0';
		if (other != port && same && may_be(q, other) &&
		    !has_bit(other->poor, q->wish))
			return true;
	}
	return false;
}

static bool
is_tried(const struct port_query *q, const struct port *port)
{
	int64_t until_ms = port_is_home(q, port)
			       ? port->home_quiet_until_mono_ms
			       : port->quiet_until_mono_ms;
	return until_ms > q->now_mono_ms && port->owner != (int)q->wish;
}

int
port_choose(const struct port_query *q)
{
	const struct port_wish *wish = &q->wishes[q->wish];
	const struct port *best = NULL;
	enum port_why why = PORT_NONE;
	for (size_t i = 0; i < q->ports_count; i++) {
		const struct port *port = &q->ports[i];
		if (port->number == 0 || !is_where(wish, port))
			continue;
		if (!fits_pins(q, port))
			why = why == PORT_NONE ? PORT_OTHERS : why;
		else if (is_taken(q, port))
			why = why == PORT_LATER ? why : PORT_TAKEN;
		else if (is_tried(q, port))
			why = PORT_LATER;
		else if (best == NULL || is_better(q, port, best))
			best = port;
	}
	return best != NULL ? (int)(best - q->ports) : (int)why;
}
