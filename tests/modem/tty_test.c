#include "modem/tty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

static void
test_opens_raw(void **state)
{
	(void)state;
	int master = posix_openpt(O_RDWR | O_NOCTTY);
	assert_true(master >= 0);
	assert_int_equal(grantpt(master), 0);
	assert_int_equal(unlockpt(master), 0);
	struct err err;
	int fd = tty_open(ptsname(master), 9600, &err);
	assert_true(fd >= 0);
	struct termios t;
	assert_int_equal(tcgetattr(fd, &t), 0);
	assert_int_equal(t.c_lflag & (ICANON | ECHO | ISIG), 0);
	assert_int_equal(t.c_oflag & OPOST, 0);
	assert_int_equal(t.c_cflag & HUPCL, 0);
	assert_int_equal(t.c_cflag & CSIZE, CS8);
	assert_int_equal(cfgetospeed(&t), B9600);
	assert_true(fcntl(fd, F_GETFL) & O_NONBLOCK);
	char octets[3];
	assert_int_equal(write(master, "\r\x04z", 3), 3);
	assert_int_equal(read(fd, octets, 3), 3);
	assert_memory_equal(octets, "\r\x04z", 3);
	/* It is ours alone until closed. */
	assert_int_equal(tty_open(ptsname(master), 9600, &err), TTY_BUSY);
	close(fd);
	fd = tty_open(ptsname(master), 9600, &err);
	assert_true(fd >= 0);
	close(fd);
	close(master);
}

static void
test_refusals(void **state)
{
	(void)state;
	struct err err;
	assert_int_equal(tty_open("/nonexistent/tty", 9600, &err), TTY_ABSENT);
	assert_string_equal(
	    err.text, "/nonexistent/tty: No such file or directory");
	assert_int_equal(tty_open("/dev/null", 9600, &err), TTY_OTHER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_opens_raw),
	    cmocka_unit_test(test_refusals),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
