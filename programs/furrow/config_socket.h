/* config_socket - where the daemon's control socket is, by its configuration.
 *
 * Reads only `admin { socket = … }` of furrow.conf(5) and steps over the rest,
 * so that furrow works with the file of a newer daemon too.  Default:
 * "furrow.sock"; a relative path is relative to the configuration file. */
#ifndef PROGRAMS_FURROW_CONFIG_SOCKET_H
#define PROGRAMS_FURROW_CONFIG_SOCKET_H

#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

enum config_socket_error {
	CONFIG_SOCKET_FILE = -1, /* none there, or it cannot be read */
	CONFIG_SOCKET_LONG = -2, /* the path does not fit */
};

/* given; when that is NULL ./furrow.conf, then /etc/furrow/furrow.conf, NULL if
 * neither is there. */
const char *config_socket_place(const char *given);

/* path NULL: none is there. */
int config_socket_find(
    char *dst, size_t dst_octets, const char *path, struct err *err);

/* The value in a configuration's text, "" when it names none.  Pure. */
void config_socket_scan(char *dst, size_t dst_octets, struct str text);

#endif
