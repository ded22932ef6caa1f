/* From a tty's number to the whole USB device, in a sysfs of our own. */
#include "modem/usb_reset.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/str.h"

#define STICK "devices/usb1/1-1.3"

static char sys[64], path[192];

static const char *
below(const char *name)
{
	snprintf(path, sizeof(path), "%s/%s", sys, name);
	return path;
}

static void
put(const char *name, const char *text)
{
	FILE *out = fopen(below(name), "w");
	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static char
first_of(const char *name)
{
	FILE *in = fopen(below(name), "r");
	assert_non_null(in);
	int c = fgetc(in);
	fclose(in);
	return (char)c;
}

/* A stick with one interface and its tty, 188:2; and 4:64, on no USB. */
static int
make_sys(void **state)
{
	static const char *const folders[] = {"dev", "dev/char",
	    "dev/char/188:2", "dev/char/4:64", "devices", "devices/usb1", STICK,
	    STICK "/1-1.3:1.2", STICK "/1-1.3:1.2/ttyUSB2", "devices/pnp"};
	(void)state;
	str_copy(sys, sizeof(sys), STR("usb_reset_test.XXXXXX"));
	assert_non_null(mkdtemp(sys));
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		assert_int_equal(mkdir(below(folders[i]), 0700), 0);
	put(STICK "/idVendor", "12d1\n");
	put(STICK "/authorized", "1\n");
	put(STICK "/busnum", "1\n");
	put(STICK "/devnum", "14\n");
	assert_int_equal(symlink("../../../" STICK "/1-1.3:1.2/ttyUSB2",
			     below("dev/char/188:2/device")),
	    0);
	assert_int_equal(
	    symlink("../../../devices/pnp", below("dev/char/4:64/device")), 0);
	return 0;
}

static int
remove_sys(void **state)
{
	char command[96];
	(void)state;
	snprintf(command, sizeof(command), "rm -r %s", sys);
	return system(command);
}

static void
test_find(void **state)
{
	(void)state;
	struct usb_reset usb;
	assert_true(usb_reset_find(&usb, sys, makedev(188, 2)));
	assert_non_null(strstr(usb.folder, "/" STICK));
	assert_string_equal(
	    usb.folder + strlen(usb.folder) - strlen("1-1.3"), "1-1.3");
	assert_string_equal(usb.node, "/dev/bus/usb/001/014");
	assert_false(usb_reset_find(&usb, sys, makedev(4, 64)));
	assert_false(usb_reset_find(&usb, sys, makedev(188, 3)));
	assert_false(usb_reset_find(&usb, sys, 0));
}

static void
test_run(void **state)
{
	(void)state;
	struct usb_reset usb;
	assert_true(usb_reset_find(&usb, sys, makedev(188, 2)));
	usb.off_ms = 1;
	put(STICK "/authorized", "0\n");
	assert_int_equal(usb_reset_run(&usb), 0);
	assert_int_equal(first_of(STICK "/authorized"), '1');
	/* Neither that file nor the node. */
	str_copy(usb.folder, sizeof(usb.folder), STR("/nonexistent"));
	str_copy(usb.node, sizeof(usb.node), STR("/nonexistent"));
	assert_int_equal(usb_reset_run(&usb), ENOENT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_find),
	    cmocka_unit_test(test_run),
	};
	return cmocka_run_group_tests(tests, make_sys, remove_sys);
}
