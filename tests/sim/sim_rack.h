/* sim_rack - where the modems are plugged in: their ports in one folder, and
 * what happens to ports.
 *
 * A modem's port is DIR/NAME, or with `tty=N` DIR/ttyUSBN, as a USB stick has
 * it; a stick with several ports (`ports=diag+nmea+at+modem`) has them in a
 * row, DIR/ttyUSBN and on, or DIR/NAME.0 and on.  A port may vanish and come
 * back, under another number too; another program may hold it. */
#ifndef TESTS_SIM_SIM_RACK_H
#define TESTS_SIM_SIM_RACK_H

#include <poll.h>

#include "tests/sim/sim_net.h"
#include "tests/sim/sim_side.h"

#define SIM_SIDES 5 /* most other ports of one stick */

struct sim_rack_slot {
	struct sim_port port; /* the modem's own */
	int tty; /* number of the stick's first port; -1: by its name */
	unsigned place; /* of the own port among all of the stick */
	struct sim_side sides[SIM_SIDES];
	size_t side_count;
	int64_t replug_at_ms; /* SIM_NEVER: when told so */
	bool renumber; /* then with other numbers */
	int taken_fd; /* held as another program would; -1 */
	int64_t free_at_ms;
};

struct sim_rack {
	struct sim_net *net; /* borrowed */
	char dir[256];
	int notify; /* inotify; -1: ports are looked at every 10 ms */
	struct sim_rack_slot slots[SIM_MODEMS];
};

#define SIM_RACK_POLLS (SIM_MODEMS * (SIM_SIDES + 1) + 1)

/* Plugs in all of the network's modems; 0, or -1 with errno. */
int sim_rack_open(struct sim_rack *rack, struct sim_net *net, const char *dir);
void sim_rack_close(struct sim_rack *rack);

int sim_rack_plug(struct sim_rack *rack, size_t line); /* 0, or -1, errno */
/* ms 0: until it is plugged in again. */
void sim_rack_vanish(
    struct sim_rack *rack, size_t line, int64_t ms, bool renumber);

/* Opens and locks the port as a program does that does not let go; NULL, or
 * why not.  ms 0: until it is freed. */
const char *sim_rack_take(struct sim_rack *rack, size_t line, int64_t ms);
void sim_rack_free(struct sim_rack *rack, size_t line);

/* Descriptors for poll(2), at most SIM_RACK_POLLS; then, after it, what came
 * and what is due; then, last in a turn, what the modems said. */
size_t sim_rack_polls(const struct sim_rack *rack, struct pollfd *polls);
void sim_rack_work(
    struct sim_rack *rack, const struct pollfd *polls, size_t count);
void sim_rack_write(struct sim_rack *rack);
int64_t sim_rack_due(const struct sim_rack *rack);

#endif
