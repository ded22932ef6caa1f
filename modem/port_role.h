/* port_role - which interface of a USB modem speaks AT, as rows of data.
 *
 * One stick shows two to seven ttys; one or two of them speak AT, the others
 * are diagnostics (binary), NMEA, audio or PPP.  The number of the interface
 * (ID_USB_INTERFACE_NUM) tells them apart, the number of the tty does not.
 * What a row does not know is told by trying: AT is harmless to all of them,
 * but for the ids that are not to be touched: a firmware download port takes
 * anything for firmware, and a GNSS receiver may take it for settings.
 * Const tables, no state. */
#ifndef MODEM_PORT_ROLE_H
#define MODEM_PORT_ROLE_H

#include <stdint.h>

enum port_role {
	PORT_ROLE_AT, /* the row says so */
	PORT_ROLE_SECOND, /* speaks AT too, but it is meant for calls (PPP) */
	PORT_ROLE_UNKNOWN, /* no row: to be tried */
	PORT_ROLE_OTHER, /* the row names other interfaces */
	PORT_ROLE_NEVER, /* a bootloader, a receiver: not to be opened */
};

/* interface: -1 when not known. */
enum port_role port_role(uint16_t vendor, uint16_t product, int interface);

#endif
