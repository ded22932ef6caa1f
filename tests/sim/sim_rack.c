#include "tests/sim/sim_rack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

/* How soon an opened port is noticed where inotify is not to be had. */
#define LOOK_EVERY_MS 10

static struct sim_modem *
modem_of(const struct sim_rack *rack, size_t i)
{
	return &rack->net->lines[i]->modem;
}

/* --- names --- */

static void
name_port(const struct sim_rack *rack, size_t i, unsigned place, char link[512])
{
	const struct sim_rack_slot *slot = &rack->slots[i];
	const char *name = modem_of(rack, i)->options.name;
	if (slot->tty >= 0)
		snprintf(link, 512, "%s/ttyUSB%u", rack->dir,
		    (unsigned)slot->tty + place);
	else if (slot->side_count > 0)
		snprintf(link, 512, "%s/%s.%u", rack->dir, name, place);
	else
		snprintf(link, 512, "%s/%s", rack->dir, name);
}

/* The first number behind all that are in use: never the old one. */
static int
fresh_number(const struct sim_rack *rack)
{
	int next = 0;
	for (size_t i = 0; i < rack->net->modems; i++) {
		const struct sim_rack_slot *slot = &rack->slots[i];
		int end = slot->tty + (int)slot->side_count + 1;
		if (slot->tty >= 0 && end > next)
			next = end;
	}
	return next;
}

static void
name_ports(struct sim_rack *rack, size_t i)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	name_port(rack, i, slot->place, slot->port.link);
	for (size_t k = 0; k < slot->side_count; k++)
		name_port(rack, i, (unsigned)(k < slot->place ? k : k + 1),
		    slot->sides[k].port.link);
}

/* --- plugging --- */

static int
plug_sides(struct sim_rack_slot *slot)
{
	for (size_t k = 0; k < slot->side_count; k++) {
		struct sim_side *side = &slot->sides[k];
		if (sim_port_plug(&side->port) != 0)
			return -1;
		if (side->modem != NULL)
			sim_modem_plug(side->modem);
	}
	return 0;
}

int
sim_rack_plug(struct sim_rack *rack, size_t i)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	slot->replug_at_ms = SIM_NEVER;
	if (slot->port.fd >= 0)
		return 0;
	if (slot->renumber)
		slot->tty = fresh_number(rack);
	slot->renumber = false;
	name_ports(rack, i);
	if (plug_sides(slot) != 0 || sim_port_plug(&slot->port) != 0)
		return -1;
	sim_modem_plug(modem_of(rack, i));
	return 0;
}

void
sim_rack_vanish(struct sim_rack *rack, size_t i, int64_t ms, bool renumber)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	sim_rack_free(rack, i);
	sim_modem_unplug(modem_of(rack, i));
	sim_port_unplug(&slot->port);
	for (size_t k = 0; k < slot->side_count; k++) {
		if (slot->sides[k].modem != NULL)
			sim_modem_unplug(slot->sides[k].modem);
		sim_port_unplug(&slot->sides[k].port);
	}
	slot->renumber = renumber;
	slot->replug_at_ms = ms > 0 ? rack->net->world.now_ms + ms : SIM_NEVER;
}

static void
on_vanish(void *arg, struct sim_line *line, int64_t ms)
{
	struct sim_rack *rack = arg;
	for (size_t i = 0; i < rack->net->modems; i++) {
		if (rack->net->lines[i] == line)
			sim_rack_vanish(rack, i, ms, false);
	}
}

/* "diag+nmea+at+modem", checked where the option was read. */
static void
lay_out(struct sim_rack *rack, size_t i)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	const struct sim_options *o = &modem_of(rack, i)->options;
	char list[sizeof(o->ports)], *save = NULL;
	memcpy(list, o->ports, sizeof(list));
	char *one = strtok_r(list, "+", &save);
	for (unsigned place = 0; one != NULL; place++) {
		enum sim_side_kind kind = sim_side_find(one);
		if (kind == SIM_SIDE_AT)
			slot->place = place;
		else
			sim_side_init(&slot->sides[slot->side_count++], kind,
			    modem_of(rack, i), rack->notify);
		one = strtok_r(NULL, "+", &save);
	}
	slot->tty = o->tty;
	sim_port_init(&slot->port, "", rack->notify);
	slot->port.baud = (unsigned)o->baud;
	slot->port.speed = (unsigned)o->speed;
	slot->taken_fd = -1;
	slot->free_at_ms = slot->replug_at_ms = SIM_NEVER;
}

int
sim_rack_open(struct sim_rack *rack, struct sim_net *net, const char *dir)
{
	rack->net = net;
	rack->notify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (strlen(dir) >= sizeof(rack->dir)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	sim_copy(rack->dir, sizeof(rack->dir), dir);
	net->vanish = on_vanish;
	net->vanish_arg = rack;
	for (size_t i = 0; i < net->modems; i++)
		lay_out(rack, i);
	for (size_t i = 0; i < net->modems; i++) {
		if (sim_rack_plug(rack, i) != 0)
			return -1;
	}
	return 0;
}

void
sim_rack_close(struct sim_rack *rack)
{
	for (size_t i = 0; i < rack->net->modems; i++) {
		struct sim_rack_slot *slot = &rack->slots[i];
		sim_rack_free(rack, i);
		sim_port_unplug(&slot->port);
		for (size_t k = 0; k < slot->side_count; k++)
			sim_side_end(&slot->sides[k]);
	}
	if (rack->notify >= 0)
		close(rack->notify);
}

/* --- another program has it --- */

const char *
sim_rack_take(struct sim_rack *rack, size_t i, int64_t ms)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	int fd =
	    open(slot->port.path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return strerror(errno);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0 || ioctl(fd, TIOCEXCL) != 0) {
		const char *why = strerror(errno);
		close(fd);
		return why;
	}
	sim_rack_free(rack, i);
	slot->taken_fd = fd;
	slot->free_at_ms = ms > 0 ? rack->net->world.now_ms + ms : SIM_NEVER;
	return NULL;
}

void
sim_rack_free(struct sim_rack *rack, size_t i)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	slot->free_at_ms = SIM_NEVER;
	if (slot->taken_fd < 0)
		return;
	(void)ioctl(slot->taken_fd, TIOCNXCL);
	close(slot->taken_fd);
	slot->taken_fd = -1;
}

/* --- a turn --- */

static struct pollfd
poll_of(const struct sim_port *port, bool speaks)
{
	short events = POLLIN;
	/* A paced port is woken by the time, not by its room. */
	if (speaks && port->baud == 0)
		events |= POLLOUT;
	return (struct pollfd){
	    .fd = port->listened && !port->resting ? port->fd : -1,
	    .events = events};
}

size_t
sim_rack_polls(const struct sim_rack *rack, struct pollfd *polls)
{
	size_t count = 0;
	polls[count++] = (struct pollfd){.fd = rack->notify, .events = POLLIN};
	for (size_t i = 0; i < rack->net->modems; i++) {
		const struct sim_rack_slot *slot = &rack->slots[i];
		polls[count++] =
		    poll_of(&slot->port, modem_of(rack, i)->out.octets > 0);
		for (size_t k = 0; k < slot->side_count; k++)
			polls[count++] = poll_of(&slot->sides[k].port, false);
	}
	return count;
}

/* Somebody opened ports: which, and whether one of them was open before. */
static void
look_at_openings(struct sim_rack *rack)
{
	char events[4096]
	    __attribute__((aligned(__alignof__(struct inotify_event))));
	ssize_t n = read(rack->notify, events, sizeof(events));
	for (ssize_t at = 0; at < n;) {
		struct inotify_event e;
		memcpy(&e, events + at, sizeof(e));
		at += (ssize_t)(sizeof(e) + e.len);
		for (size_t i = 0; i < rack->net->modems; i++) {
			if (rack->slots[i].port.watch == e.wd)
				sim_modem_reopened(modem_of(rack, i));
		}
	}
}

static void
look_at_ports(struct sim_rack *rack)
{
	for (size_t i = 0; i < rack->net->modems; i++) {
		struct sim_rack_slot *slot = &rack->slots[i];
		if (sim_port_look(&slot->port) && rack->notify < 0)
			sim_modem_reopened(modem_of(rack, i));
		for (size_t k = 0; k < slot->side_count; k++)
			(void)sim_port_look(&slot->sides[k].port);
	}
}

/* A few reads a turn, so that one busy modem does not starve the others. */
static void
serve_port(struct sim_rack *rack, size_t i)
{
	char bytes[4096];
	struct sim_port *port = &rack->slots[i].port;
	for (int turn = 0; turn < 4 && port->listened; turn++) {
		size_t n = sim_port_read(
		    port, bytes, sizeof(bytes), rack->net->world.now_ms);
		if (n == 0)
			return;
		sim_modem_feed(modem_of(rack, i), bytes, n);
	}
}

static void
work_slot(struct sim_rack *rack, size_t i)
{
	struct sim_rack_slot *slot = &rack->slots[i];
	int64_t now = rack->net->world.now_ms;
	if (now >= slot->replug_at_ms && sim_rack_plug(rack, i) != 0)
		perror("furrow-sim: plugging in again");
	if (now >= slot->free_at_ms)
		sim_rack_free(rack, i);
	for (size_t k = 0; k < slot->side_count; k++)
		sim_side_work(&slot->sides[k], &rack->net->world);
}

void
sim_rack_work(struct sim_rack *rack, const struct pollfd *polls, size_t count)
{
	size_t at = 1;
	if (polls[0].revents != 0)
		look_at_openings(rack);
	if (polls[0].revents != 0 || rack->notify < 0)
		look_at_ports(rack);
	for (size_t i = 0; i < rack->net->modems && at < count; i++) {
		if ((polls[at].revents & (POLLIN | POLLHUP | POLLERR)) != 0 ||
		    rack->slots[i].port.resting)
			serve_port(rack, i);
		at += rack->slots[i].side_count + 1;
		work_slot(rack, i);
	}
}

void
sim_rack_write(struct sim_rack *rack)
{
	for (size_t i = 0; i < rack->net->modems; i++) {
		struct sim_buf *out = &modem_of(rack, i)->out;
		if (out->octets > 0)
			sim_buf_drop(out, 0,
			    sim_port_write(&rack->slots[i].port, out->at,
				out->octets, rack->net->world.now_ms));
	}
}

int64_t
sim_rack_due(const struct sim_rack *rack)
{
	int64_t due = SIM_NEVER, now = rack->net->world.now_ms;
	bool alone = false;
	for (size_t i = 0; i < rack->net->modems; i++) {
		const struct sim_rack_slot *slot = &rack->slots[i];
		bool waits = slot->port.baud > 0 && slot->port.listened;
		if (waits &&
		    (modem_of(rack, i)->out.octets > 0 || slot->port.resting))
			due = now + 1;
		due = slot->replug_at_ms < due ? slot->replug_at_ms : due;
		due = slot->free_at_ms < due ? slot->free_at_ms : due;
		alone = alone || (slot->port.fd >= 0 && !slot->port.listened);
		for (size_t k = 0; k < slot->side_count; k++) {
			int64_t side = sim_side_due(&slot->sides[k]);
			due = side < due ? side : due;
		}
	}
	if (rack->notify < 0 && alone && now + LOOK_EVERY_MS < due)
		due = now + LOOK_EVERY_MS;
	return due;
}
