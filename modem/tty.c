#include "modem/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

/* Linux: Unix 98 pseudo terminals, Documentation/admin-guide/devices. */
#define PTY_MAJOR_FIRST 136u
#define PTY_MAJOR_LAST 143u

static speed_t
speed_code(int speed)
{
	static const struct {
		int speed;
		speed_t code;
	} rows[] = {{9600, B9600}, {19200, B19200}, {38400, B38400},
	    {57600, B57600}, {115200, B115200}, {230400, B230400},
	    {460800, B460800}, {921600, B921600}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].speed == speed)
			return rows[i].code;
	return B115200;
}

static bool
set_raw(int fd, int speed)
{
	struct termios t;
	if (tcgetattr(fd, &t) != 0)
		return false;
	cfmakeraw(&t);
	t.c_cflag |= CLOCAL | CREAD | CS8;
	t.c_cflag &= ~(tcflag_t)(HUPCL | CSTOPB | PARENB);
	t.c_cc[VMIN] = 1;
	t.c_cc[VTIME] = 0;
	cfsetispeed(&t, speed_code(speed));
	cfsetospeed(&t, speed_code(speed));
	return tcsetattr(fd, TCSANOW, &t) == 0;
}

/* A pseudo terminal would stay exclusive for as long as its master lives,
 * even after we are killed; the file lock has to do there. */
static bool
is_pty_number(dev_t device)
{
	unsigned number = major(device);
	return number >= PTY_MAJOR_FIRST && number <= PTY_MAJOR_LAST;
}

static bool
is_pty(int fd)
{
	struct stat st;
	return fstat(fd, &st) == 0 && is_pty_number(st.st_rdev);
}

static int
code_of(int error)
{
	switch (error) {
	case ENOENT:
	case ENXIO:
	case ENODEV:
	case ENOTDIR:
	case EIO:
		return TTY_ABSENT;
	case EBUSY:
	case EWOULDBLOCK:
		return TTY_BUSY;
	case EACCES:
	case EPERM:
		return TTY_REFUSED;
	default:
		return TTY_OTHER;
	}
}

static int
fail(int fd, const char *device, int error, struct err *err)
{
	if (fd >= 0)
		close(fd);
	return err_set(err, code_of(error), 0, "%s: %s", device,
	    error == ENOTTY ? "it is no serial line" : strerror(error));
}

int
tty_open(const char *device, int speed, struct err *err)
{
	int fd = open(device, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return fail(fd, device, errno, err);
	if (!isatty(fd))
		return fail(fd, device, ENOTTY, err);
	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		return fail(fd, device, errno, err);
	if (!is_pty(fd))
		ioctl(fd, TIOCEXCL);
	if (!set_raw(fd, speed))
		return fail(fd, device, errno, err);
	int lines = TIOCM_DTR | TIOCM_RTS;
	ioctl(fd, TIOCMBIS, &lines); /* not every driver has them */
	tcflush(fd, TCIOFLUSH);
	return fd;
}

void
tty_lower_lines(int fd)
{
	int lines = TIOCM_DTR | TIOCM_RTS;
	ioctl(fd, TIOCMBIC, &lines); /* not every driver has them */
}

static uint64_t
number_of(int result, const struct stat *st)
{
	return result == 0 && S_ISCHR(st->st_mode) ? st->st_rdev : 0;
}

uint64_t
tty_number_of_name(const char *device)
{
	struct stat st;
	return number_of(stat(device, &st), &st);
}

uint64_t
tty_number(int fd)
{
	struct stat st;
	return number_of(fstat(fd, &st), &st);
}

bool
tty_is_pty_name(const char *device)
{
	struct stat st;
	return stat(device, &st) == 0 && S_ISCHR(st.st_mode) &&
	       is_pty_number(st.st_rdev);
}
