/* link_probe - looking at one serial port: is there a modem that furrow can
 * use?  Needs no daemon; blocks for as long as it takes, at most a minute.
 *
 * What it does to a modem: the daemon's own set-up (all of it volatile; the
 * service centre is not written), questions, and +CMGS up to the prompt, left
 * by ESC.  It sends, reads and deletes no text.
 * The report is a JSON object fit to be shown to anybody: numbers of modem, SIM
 * and service centre are masked to their last four digits. */
#ifndef PROGRAMS_FURROW_LINK_PROBE_H
#define PROGRAMS_FURROW_LINK_PROBE_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "modem/port_role.h"

struct link_probe {
	const char *device; /* a path */
	const char *pin; /* NULL: none is known */
	int64_t wait_ms; /* for the network, and for the set-up as a whole */
	int64_t listen_ms; /* for lines that come by themselves */
};

/* Gives the report.  Its "usable" says whether the verdict is good; "verdict"
 * and "advice" say it in words. */
json_t *link_probe(const struct link_probe *probe);

/* For people; steps: every question with its answer. */
void link_probe_print(const json_t *report, bool steps);

/* One line of `probe --all`: what the port is, and no more than AT, +CGMI,
 * +CGMM and +CGSN are asked.  imei: whole, to tell which ports are one modem's;
 * "" when it was not told. */
json_t *link_probe_glance(const char *device, char imei[24]);

/* -- shared by its files -------------------------------------------------- */

/* The daemon's driver sets the modem up: "modem", "sim", "network", "trace". */
void link_probe_drive(
    json_t *report, const struct link_probe *probe, int speed);
/* Opens, finds the speed; -1: nothing to talk to, "verdict" is set. */
struct port_talk;
int link_probe_open(json_t *report, struct port_talk *talk, const char *device,
    bool quick, int *speed_out);
/* "usb" when it is on the USB. */
enum port_role link_probe_usb(
    json_t *report, uint64_t number, bool *on_usb_out);
/* "verdict", "advice". */
void link_probe_verdict(
    json_t *report, bool usable, const char *verdict, const char *advice);
void link_probe_set(json_t *object, const char *key, const char *text);

#endif
