/* From a device's name to a port that answers AT, or to why it does not. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/loop.h"

#include "modem/port_role.h"
#include "modem/port_talk.h"
#include "modem/trace.h"
#include "modem/tty.h"
#include "modem/usb_port.h"
#include "programs/furrow/link_probe.h"

#define SPEEDS 8
#define CLEAR_MS 100
#define TRY_MS 500
#define FIRST_TRIES 5 /* the first AT wakes it up, or sets its speed */
#define QUICK_TRIES 3
#define OTHER_TRIES 2

void
link_probe_set(json_t *object, const char *key, const char *text)
{
	char shown[320];
	json_object_set_new(object, key,
	    json_string(trace_mask(shown, sizeof(shown), str_from(text))));
}

void
link_probe_verdict(
    json_t *report, bool usable, const char *verdict, const char *advice)
{
	json_object_set_new(report, "usable", json_boolean(usable));
	link_probe_set(report, "verdict", verdict);
	link_probe_set(report, "advice", advice);
}

static const char *
role_words(enum port_role role)
{
	switch (role) {
	case PORT_ROLE_AT:
		return "its port for commands";
	case PORT_ROLE_SECOND:
		return "its port for data: news may not come out here";
	case PORT_ROLE_UNKNOWN:
		return "not in the table of ports";
	case PORT_ROLE_OTHER:
		return "not a port for commands";
	case PORT_ROLE_NEVER:
		return "a loader, a disc or a satellite receiver: not touched";
	}
	return "";
}

static void
no_change(void *arg)
{
	(void)arg;
}

enum port_role
link_probe_usb(json_t *report, uint64_t number, bool *on_usb_out)
{
	char text[160];
	struct port port = {.number = number, .interface = -1};
	struct loop *loop = loop_new();
	struct usb_port *usb = usb_port_new(loop, no_change, NULL);
	*on_usb_out = usb_port_describe(usb, &port);
	usb_port_free(&usb);
	loop_once(loop, false);
	loop_free(&loop);
	enum port_role role =
	    port_role(port.vendor, port.product, port.interface);
	snprintf(text, sizeof(text), "%04x:%04x interface %02d at %s: %s",
	    port.vendor, port.product, port.interface, port.usb_path,
	    role_words(role));
	if (*on_usb_out) {
		link_probe_set(report, "usb", text);
		link_probe_set(report, "usb_path", port.usb_path);
	}
	return *on_usb_out ? role : PORT_ROLE_UNKNOWN;
}

static const char *
advice_about(const char *user)
{
	if (str_starts(str_from(user), "ModemManager"))
		return "keep ModemManager off it: install furrow's udev rule "
		       "and replug the modem, or stop ModemManager";
	if (str_starts(str_from(user), "furrowd"))
		return "ask the daemon that uses it: furrow link probe NAME";
	if (str_starts(str_from(user), "pppd"))
		return "end that data connection, or use another port of this "
		       "modem";
	if (str_starts(str_from(user), "brltty"))
		return "it is taken for a braille display: remove brltty";
	return "end that program first";
}

static void
tell_user(json_t *report, uint64_t number)
{
	char user[80], text[120];
	if (!tty_user(number, user, sizeof(user))) {
		link_probe_verdict(report, false,
		    "another program uses this port",
		    "end it; as root furrow can tell which one it is");
		return;
	}
	snprintf(text, sizeof(text), "%s uses this port", user);
	link_probe_verdict(report, false, text, advice_about(user));
}

static int
try_open(json_t *report, const char *device, uint64_t number, int speed)
{
	struct err err;
	int fd = tty_open(device, speed, &err);
	if (fd == TTY_BUSY)
		tell_user(report, number);
	else if (fd == TTY_REFUSED)
		link_probe_verdict(report, false, err.text,
		    "run it as root, or as a member of the group dialout");
	else if (fd == TTY_ABSENT)
		link_probe_verdict(report, false, err.text,
		    "see what furrow link probe --all finds, and dmesg");
	else if (fd < 0)
		link_probe_verdict(report, false, err.text,
		    "name a serial device, such as /dev/ttyUSB2");
	return fd;
}

static void
tell_kind(json_t *report, enum port_kind kind)
{
	switch (kind) {
	case PORT_SILENT:
		link_probe_verdict(report, false, "it answers nothing",
		    "try the modem's other ports (furrow link probe --all); "
		    "pull the modem out and in; on a real serial line look "
		    "at the wires and the power");
		return;
	case PORT_LINES:
		link_probe_verdict(report, false,
		    "it says lines, but does not answer AT",
		    "another port of this modem takes commands");
		return;
	case PORT_DIAGNOSTICS:
		link_probe_verdict(report, false,
		    "a port for diagnostics or data (binary frames)",
		    "another port of this modem takes commands");
		return;
	case PORT_NMEA:
		link_probe_verdict(report, false,
		    "a port that tells positions (NMEA)",
		    "another port of this modem takes commands");
		return;
	case PORT_AT:
		return;
	}
}

int
link_probe_open(json_t *report, struct port_talk *talk, const char *device,
    bool quick, int *speed_out)
{
	static const int speeds[SPEEDS] = {
	    115200, 9600, 57600, 38400, 19200, 230400, 460800, 921600};
	uint64_t number = tty_number_of_name(device);
	bool on_usb;
	if (link_probe_usb(report, number, &on_usb) == PORT_ROLE_NEVER) {
		link_probe_verdict(report, false, role_words(PORT_ROLE_NEVER),
		    "a stick that shows itself as a disc needs "
		    "usb-modeswitch");
		return -1;
	}
	enum port_kind kind = PORT_SILENT;
	/* Only a real line has a speed. */
	int count = on_usb || quick || tty_is_pty_name(device) ? 1 : SPEEDS;
	for (int i = 0; i < count && kind != PORT_AT; i++) {
		int fd = try_open(report, device, number, speeds[i]);
		if (fd < 0)
			return -1;
		port_talk_begin(talk, fd);
		port_clear(talk, CLEAR_MS);
		kind = port_kind_of(talk,
		    quick    ? QUICK_TRIES
		    : i == 0 ? FIRST_TRIES
			     : OTHER_TRIES,
		    TRY_MS);
		*speed_out = speeds[i];
		if (kind == PORT_AT)
			return fd;
		close(fd);
	}
	tell_kind(report, kind);
	return -1;
}
