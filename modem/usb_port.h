/* usb_port - ttys on the USB: which there are, what hangs where, and that
 * something has changed.  The one file that sees libudev.
 *
 * libudev reads sysfs itself, so everything works without udevd running, in a
 * container too; without it, or without a netlink socket, changes are not told
 * and the owner has to look now and then (it does anyway). */
#ifndef MODEM_USB_PORT_H
#define MODEM_USB_PORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/loop.h"

#include "modem/port_choice.h"

struct usb_port;

/* on_change: a tty came or went; not from within a call.  Never NULL. */
struct usb_port *usb_port_new(
    struct loop *loop, void (*on_change)(void *arg), void *arg);
void usb_port_free(struct usb_port **usb);

/* By port->number: vendor, product, interface, usb_path and id_path;
 * false (and those
 * empty) when it is not on the USB. */
bool usb_port_describe(const struct usb_port *usb, struct port *port);

/* Calls on_name for every tty on the USB. */
void usb_port_list(const struct usb_port *usb,
    void (*on_name)(void *arg, const char *name), void *arg);

#endif
