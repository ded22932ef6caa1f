#include "modem/usb_port.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include <libudev.h>

#include "base/panic.h"
#include "base/str.h"
#include "base/stream.h"

#define UDEVD_SOCKET "/run/udev/control"
#define EVENT_OCTETS 16384u

struct usb_port {
	struct loop *loop;
	struct udev *udev;
	struct udev_monitor *monitor;
	struct stream *events;
	void (*on_change)(void *arg);
	void *arg;
};

/* What the event says does not matter: everything is looked at anew. */
static void
on_events(void *owner, enum stream_event event)
{
	struct usb_port *usb = owner;
	stream_used(usb->events, stream_input(usb->events).octets);
	if (event == STREAM_GONE)
		stream_free(&usb->events);
	usb->on_change(usb->arg);
}

static void
listen_to(struct usb_port *usb, const char *source)
{
	usb->monitor = udev_monitor_new_from_netlink(usb->udev, source);
	if (usb->monitor == NULL)
		return;
	udev_monitor_filter_add_match_subsystem_devtype(
	    usb->monitor, "tty", NULL);
	if (udev_monitor_enable_receiving(usb->monitor) < 0)
		return;
	/* The stream closes its descriptor, the monitor its own. */
	int fd = fcntl(udev_monitor_get_fd(usb->monitor), F_DUPFD_CLOEXEC, 0);
	if (fd >= 0)
		usb->events =
		    stream_new(usb->loop, fd, EVENT_OCTETS, 64, on_events, usb);
}

struct usb_port *
usb_port_new(struct loop *loop, void (*on_change)(void *), void *arg)
{
	struct usb_port *usb = xcalloc(1, sizeof(*usb));
	usb->loop = loop;
	usb->on_change = on_change;
	usb->arg = arg;
	usb->udev = udev_new();
	/* Behind udevd, whose rules set the rights, where there is one. */
	if (usb->udev != NULL)
		listen_to(
		    usb, access(UDEVD_SOCKET, F_OK) == 0 ? "udev" : "kernel");
	return usb;
}

void
usb_port_free(struct usb_port **usb)
{
	struct usb_port *u = *usb;
	*usb = NULL;
	if (u == NULL)
		return;
	stream_free(&u->events);
	if (u->monitor != NULL)
		udev_monitor_unref(u->monitor);
	if (u->udev != NULL)
		udev_unref(u->udev);
	loop_reap(u->loop, free, u);
}

static long
attribute(struct udev_device *device, const char *name)
{
	const char *text =
	    device == NULL ? NULL : udev_device_get_sysattr_value(device, name);
	return text == NULL ? -1 : strtol(text, NULL, 16);
}

/* As udevd names the place in ID_PATH; without udevd put together in the same
 * way, where the USB hangs on a PCI. */
static void
name_place(struct udev_device *device, struct udev_device *whole,
    struct udev_device *interface, struct port *port)
{
	const char *name = udev_device_get_property_value(device, "ID_PATH");
	struct udev_device *pci =
	    udev_device_get_parent_with_subsystem_devtype(device, "pci", NULL);
	const char *ports = strchr(udev_device_get_sysname(whole), '-');
	const char *behind =
	    interface == NULL ? NULL
			      : strchr(udev_device_get_sysname(interface), ':');
	if (name != NULL)
		str_copy(port->id_path, sizeof(port->id_path), str_from(name));
	else if (pci != NULL && ports != NULL)
		snprintf(port->id_path, sizeof(port->id_path),
		    "pci-%.20s-usb-0:%.40s%.20s", udev_device_get_sysname(pci),
		    ports + 1, behind == NULL ? "" : behind);
}

/* The parents belong to the device and go with it. */
static bool
describe(struct udev_device *device, struct port *port)
{
	struct udev_device *interface =
	    udev_device_get_parent_with_subsystem_devtype(
		device, "usb", "usb_interface");
	struct udev_device *whole =
	    udev_device_get_parent_with_subsystem_devtype(
		device, "usb", "usb_device");
	long vendor = attribute(whole, "idVendor");
	long product = attribute(whole, "idProduct");
	if (vendor <= 0 || product < 0)
		return false;
	port->vendor = (uint16_t)vendor;
	port->product = (uint16_t)product;
	port->interface = (int)attribute(interface, "bInterfaceNumber");
	str_copy(port->usb_path, sizeof(port->usb_path),
	    str_from(udev_device_get_sysname(whole)));
	name_place(device, whole, interface, port);
	return true;
}

bool
usb_port_describe(const struct usb_port *usb, struct port *port)
{
	port->vendor = port->product = 0;
	port->interface = -1;
	port->usb_path[0] = port->id_path[0] = '\0';
	if (usb->udev == NULL)
		return false;
	struct udev_device *device =
	    udev_device_new_from_devnum(usb->udev, 'c', (dev_t)port->number);
	if (device == NULL)
		return false;
	bool found = describe(device, port);
	udev_device_unref(device);
	return found;
}

static void
list_one(const struct usb_port *usb, const char *syspath,
    void (*on_name)(void *, const char *), void *arg)
{
	struct udev_device *device =
	    udev_device_new_from_syspath(usb->udev, syspath);
	if (device == NULL)
		return;
	const char *name = udev_device_get_devnode(device);
	if (name != NULL && udev_device_get_parent_with_subsystem_devtype(
				device, "usb", "usb_device") != NULL)
		on_name(arg, name);
	udev_device_unref(device);
}

void
usb_port_list(const struct usb_port *usb, void (*on_name)(void *, const char *),
    void *arg)
{
	struct udev_list_entry *entry;
	struct udev_enumerate *all =
	    usb->udev == NULL ? NULL : udev_enumerate_new(usb->udev);
	if (all == NULL)
		return;
	udev_enumerate_add_match_subsystem(all, "tty");
	/* Of the names that ttys on the USB get: not every console. */
	udev_enumerate_add_match_sysname(all, "ttyUSB*");
	udev_enumerate_add_match_sysname(all, "ttyACM*");
	udev_enumerate_scan_devices(all);
	udev_list_entry_foreach(entry, udev_enumerate_get_list_entry(all))
	    list_one(usb, udev_list_entry_get_name(entry), on_name, arg);
	udev_enumerate_unref(all);
}
