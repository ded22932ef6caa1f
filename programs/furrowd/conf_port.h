/* conf_port - the keys of a section `modem` that say which modem and which SIM
 * is meant, and how its power is switched: imei, usb-path, interface, imsi,
 * iccid, reset-command.  Rows stand in conf_modem_rows(); here are the checks
 * and the record.
 *
 * Refused: an imei that is not 14 to 17 digits, an imsi or iccid that is not
 * made of digits (the first ones are enough), an interface that is not one or
 * two hexadecimal digits, a usb-path that is not like 1-1.3
 * or udev's ID_PATH, a reset-command
 * whose program is no absolute path, or that has more than 15 arguments or 511
 * octets.
 * Told and taken: a reset-command whose program is not there, or may not be run
 * (`conf not_runnable` in the log).  It may come with a disk that is mounted
 * later, and a market without its relay still sells. */
#ifndef PROGRAMS_FURROWD_CONF_PORT_H
#define PROGRAMS_FURROWD_CONF_PORT_H

#include <stdbool.h>

#include <confuse.h>

#include "modem/modem.h"

#define CONF_COMMAND_OCTETS 512

struct conf_port {
	char imei[24], imsi[24], iccid[24]; /* "" = any */
	char usb_path[96], interface[4]; /* "" = any */
	char command[CONF_COMMAND_OCTETS]; /* arguments, a NUL behind each */
	int arguments; /* 0 = no command */
};

#define CONF_PORT_ROWS                                                         \
	CFG_STR("imei", "", CFGF_NONE), CFG_STR("usb-path", "", CFGF_NONE),    \
	    CFG_STR("interface", "", CFGF_NONE),                               \
	    CFG_STR("imsi", "", CFGF_NONE), CFG_STR("iccid", "", CFGF_NONE),   \
	    CFG_STR_LIST("reset-command", NULL, CFGF_NONE)
#define CONF_PORT_ROWS_COUNT 6

void conf_port_checks(cfg_t *cfg);
void conf_port_set(struct conf_port *out, cfg_t *section);
bool conf_port_same(const struct conf_port *a, const struct conf_port *b);

/* As the modem wants it: the members of `out` that are named above.  Its texts
 * live in `port`. */
struct modem_pins conf_port_pins(const struct conf_port *port);

#endif
