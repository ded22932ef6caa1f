/* usb_reset - the USB device behind a tty, switched off and on.
 *
 * Linux sysfs (Documentation/ABI/testing/sysfs-bus-usb): writing 0 and 1 to a
 * device's `authorized` unbinds all its interfaces and enumerates it anew, as
 * pulling it out does, but for its power.  Where that file cannot be written,
 * USBDEVFS_RESET on its node under /dev/bus/usb.  Both need rights: a udev rule
 * or root; without them the answer is EACCES, nothing happens, and the owner
 * can say so. */
#ifndef MODEM_USB_RESET_H
#define MODEM_USB_RESET_H

#include <stdbool.h>
#include <stdint.h>

struct usb_reset {
	char folder[192]; /* of the device, "/sys/devices/.../1-1.3" */
	char node[64]; /* "/dev/bus/usb/001/004" */
	int off_ms; /* between off and on */
};

/* device_number: of the tty (st_rdev).  `sys` is "/sys" but in tests.  False
 * when it hangs on no USB. */
bool usb_reset_find(
    struct usb_reset *out, const char *sys, uint64_t device_number);

/* For errand.call: record is a struct usb_reset.  Sleeps.  0, or an errno. */
int usb_reset_run(const void *record);

#endif
