/* sim_ctl - the simulators' control socket: JSON lines over AF_UNIX.
 *
 * A request is one object with "do"; the answer is one object with "ok" (and
 * "why" when false), in the order of the requests.  After "listen" the same
 * connection also gets {"event":"text",…} lines.  Requests:
 *
 *   text    from to text [class 0..3] [times n] [backwards] [without-part n]
 *           -> id; `to` is a modem's name or number, or a phone
 *   raw     to pdu [from]        a TPDU without service centre, as it is
 *   listen  phone|"*" [inbox]    events from now on; with inbox: old ones too
 *   inbox   phone                -> texts:[{from,text,time}]
 *   phone   number [off] [takes n] [expire-ms] [again-ms] [fails TP-ST]
 *           switched off or on, as from now on: `takes` n parts and goes off
 *           again; what waits for it is given up after `expire-ms` (else as
 *           its TP-VP says), with a temporary report at once and every
 *           `again-ms`; `fails`: the centre gives up at once with this status
 *   phones                       -> phones:[{number,off,texts,waiting}]
 *   modems                       -> modems:[{name,number,state,…}]
 *   fault   modem fault [chance 0..1] [count] [for-ms] [ms] [code] [limit]
 *           [after] [keep] [number] [command] [line]
 *           fault "none" takes all away; modem "*" means every one.  Without
 *           chance, count and for-ms it fires once (states: until taken away,
 *           by count 0).  sim_fault.c has what each does with its members.
 *   faults                       -> faults:[{modem,fault,on,fired}]
 *   unplug, replug  modem        the port vanishes and returns
 *   ring    from to [rings] [every-ms] [name]     from "": withheld
 *   ussd    code answer [more] [delay-ms]
 *   push    to answer [more]     the network begins; more: it waits
 *   zone    quarters             of the service centre's stamps
 *   stats                        -> counts, and waiting and stored in all
 *   quit */
#ifndef TESTS_SIM_SIM_CTL_H
#define TESTS_SIM_SIM_CTL_H

#include <poll.h>
#include <stdbool.h>

#include <jansson.h>

#include "tests/sim/sim_net.h"
#include "tests/sim/sim_rack.h"

#define SIM_CLIENTS 64
#define SIM_LISTENS 8

struct sim_client {
	int fd; /* -1: free place */
	struct sim_buf in, out;
	char listens[SIM_LISTENS][SIM_NUMBER];
	int listening;
	bool broken;
};

struct sim_ctl {
	struct sim_net *net; /* borrowed */
	struct sim_rack *rack; /* borrowed: the ports of net's lines */
	int fd;
	char path[108];
	struct sim_client clients[SIM_CLIENTS];
	bool quit;
	FILE *told; /* borrowed: each text at a phone as a line, or NULL */
};

/* 0, or -1 with errno.  An old socket of this name is replaced. */
int sim_ctl_open(struct sim_ctl *ctl, const char *path);
void sim_ctl_close(struct sim_ctl *ctl);

/* Descriptors to wait for are written to `polls` (SIM_CLIENTS + 1 places);
 * returns how many.  sim_ctl_work takes the same ones after poll(2). */
size_t sim_ctl_polls(struct sim_ctl *ctl, struct pollfd *polls);
void sim_ctl_work(
    struct sim_ctl *ctl, const struct pollfd *polls, size_t count);

/* One request (borrowed): the members of the answer, a new reference; NULL
 * with *why when it cannot be done.  `client` may be NULL, but to listen. */
json_t *sim_ctl_do(struct sim_ctl *ctl, struct sim_client *client,
    json_t *request, const char **why);

#endif
