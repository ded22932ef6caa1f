#include "modem/usb_reset.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#include <linux/usbdevice_fs.h>

#include "base/str.h"

static bool
has_file(const char *folder, const char *name)
{
	char path[PATH_MAX];
	int octets = snprintf(path, sizeof(path), "%s/%s", folder, name);
	return octets > 0 && (size_t)octets < sizeof(path) &&
	       access(path, F_OK) == 0;
}

static int
read_number(const char *folder, const char *name)
{
	char path[PATH_MAX];
	int number = 0;
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *in = fopen(path, "re");
	if (in == NULL)
		return 0;
	if (fscanf(in, "%d", &number) != 1)
		number = 0;
	fclose(in);
	return number;
}

/* From the tty's device upwards to the first that is a whole USB device: an
 * interface has no idVendor. */
bool
usb_reset_find(struct usb_reset *out, const char *sys, uint64_t device_number)
{
	char link[PATH_MAX], at[PATH_MAX];
	*out = (struct usb_reset){.off_ms = 1000};
	snprintf(link, sizeof(link), "%s/dev/char/%u:%u/device", sys,
	    major((dev_t)device_number), minor((dev_t)device_number));
	if (device_number == 0 || realpath(link, at) == NULL)
		return false;
	while (!has_file(at, "idVendor") || !has_file(at, "authorized")) {
		char *slash = strrchr(at, '/');
		if (slash == NULL || slash == at)
			return false;
		*slash = '\0';
	}
	if (strlen(at) >= sizeof(out->folder))
		return false;
	str_copy(out->folder, sizeof(out->folder), str_from(at));
	snprintf(out->node, sizeof(out->node), "/dev/bus/usb/%03d/%03d",
	    read_number(at, "busnum"), read_number(at, "devnum"));
	return true;
}

static int
write_digit(const char *path, const char *digit)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = write(fd, digit, 1) == 1 ? 0 : errno;
	close(fd);
	return error;
}

static int
reset_node(const char *node)
{
	int fd = open(node, O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	int error = ioctl(fd, USBDEVFS_RESET, 0) == 0 ? 0 : errno;
	close(fd);
	return error;
}

int
usb_reset_run(const void *record)
{
	const struct usb_reset *usb = record;
	char path[sizeof(usb->folder) + 16];
	struct timespec off = {
	    usb->off_ms / 1000, usb->off_ms % 1000 * 1000000L};
	snprintf(path, sizeof(path), "%s/authorized", usb->folder);
	if (write_digit(path, "0") != 0)
		return reset_node(usb->node);
	nanosleep(&off, NULL);
	return write_digit(path, "1");
}
