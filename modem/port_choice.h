/* port_choice - which tty for which modem section: a pure core.
 *
 * In: the ttys that are there, with what is known of them, and the wishes of
 * the sections.  Out: one tty, or why there is none.  What pins a modem, from
 * strongest: its IMEI, its place on the USB, the number of the interface; the
 * tty's number pins nothing, because it changes with every unplugging.  A wish
 * that names one device and nothing else gets that device and no other; with a
 * pin the device is only where to look first.
 * One tty, and one USB device, has one owner.
 *
 * No clock but the one handed in, no system call, no allocation. */
#ifndef MODEM_PORT_CHOICE_H
#define MODEM_PORT_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PORT_NAME_OCTETS 128
#define PORT_IMEI_OCTETS 24
#define PORT_PATH_OCTETS 48
#define PORT_ID_PATH_OCTETS 96
#define PORT_WISHES_MAX 128
#define PORT_DEVICE_OCTETS 1024

/* How a wish names its device. */
enum port_search {
	PORT_EXACT, /* "/dev/ttyUSB2" */
	PORT_PATTERN, /* "/dev/ttyUSB*": glob(7) */
	PORT_AUTO, /* "auto": every tty on the USB */
};

struct port_wish {
	enum port_search search;
	char device[PORT_DEVICE_OCTETS]; /* "" for AUTO */
	char imei[PORT_IMEI_OCTETS]; /* "": any */
	/* "1-1.3", or an ID_PATH as udev has it, with or without the
	 * interface at its end: "pci-0000:00:14.0-usb-0:1.3:1.2"; "": any */
	char usb_path[PORT_ID_PATH_OCTETS];
	int interface; /* -1: any */
	bool told_by_sim; /* clones share an IMEI: the SIM decides */

	/* What spoke last; a hint. */
	bool has_home; /* the next three tell where */
	char last_usb_path[PORT_PATH_OCTETS];
	int last_interface;
	int last_rank; /* port_rank() of it */
	char last_name[PORT_NAME_OCTETS]; /* had last, speaking or not */
	/* An exact device takes no messages: any port of the stick that hangs
	 * here does; "": not so. */
	char beside[PORT_PATH_OCTETS];
};

struct port {
	char name[PORT_NAME_OCTETS];
	uint64_t number; /* st_rdev, and so which device it is now */
	uint16_t vendor, product; /* 0: not on the USB */
	int interface; /* -1: not known */
	char usb_path[PORT_PATH_OCTETS]; /* "1-1.3"; "": not on the USB */
	char id_path[PORT_ID_PATH_OCTETS]; /* udev's name of the same */
	/* Learned since it appeared. */
	char imei[PORT_IMEI_OCTETS]; /* of the modem behind it; "" */
	bool speaks; /* it has answered AT */
	/* Tried in vain: not before; and not before, for whom it is home. */
	int64_t quiet_until_mono_ms, home_quiet_until_mono_ms;
	int owner; /* the wish that has it; -1: none */
	uint64_t refused[PORT_WISHES_MAX / 64]; /* a bit per wish */
	uint64_t poor[PORT_WISHES_MAX / 64]; /* likewise: takes no messages */
};

/* "auto", or a pattern when it has one of *?[, else exact; pins make an exact
 * one a pattern: its number replaced by "*". */
enum port_search port_search(const char *device);

/* Does the wish look at ttys of this name at all?  `where` is the pattern. */
void port_where(const struct port_wish *wish, char *dst, size_t octets);

struct port_query {
	const struct port *ports;
	size_t ports_count;
	const struct port_wish *wishes;
	size_t wishes_count;
	size_t wish; /* for this one */
	int64_t now_mono_ms;
};

enum port_why {
	PORT_NONE = -1, /* no such tty is there */
	PORT_TAKEN = -2, /* there are, but other sections have them */
	PORT_OTHERS = -3, /* there are, but none is the wished modem */
	PORT_LATER = -4, /* all were tried in vain: in a while again */
};

/* How many of the ttys that the wish looks at come before this one: the ports
 * of a stick keep their order when their numbers change. */
int port_rank(const struct port_query *query, const struct port *port);

/* It hangs where the modem of this wish spoke last, or, not on the USB, stands
 * there among its like: looked at first, and again after each other one, since
 * it may still be starting. */
bool port_is_home(const struct port_query *query, const struct port *port);

/* Another tty that may be the wished modem, tried lately or not. */
bool port_has_other(const struct port_query *query, const struct port *port);

/* The same of this very stick, and not poor. */
bool port_has_better(const struct port_query *query, const struct port *port);

/* Index into ports, or enum port_why. */
int port_choose(const struct port_query *query);

/* Does a modem with this IMEI do for the wish?  When not pinned: one that no
 * other wish pins, and no other owner has. */
bool port_imei_fits(const struct port_query *query, const char *imei);

#endif
