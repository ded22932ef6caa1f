/* cmd_link - what the files of `furrow link` share: the columns of a link (for
 * `status` too), and showing one. */
#ifndef PROGRAMS_FURROW_CMD_LINK_H
#define PROGRAMS_FURROW_CMD_LINK_H

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

extern const struct column link_columns[];

/* cmd_link_show.c: GET links/NAME (json_decref); an exit status. */
int link_get(struct client *client, const char *name, json_t **out);
/* What was chosen and what was refused, or (all) every question. */
void link_print_steps(const json_t *steps, bool all);
void link_print(json_t *link, enum format format, bool steps);
int link_show(struct client *client, const struct args *args, bool steps);

/* cmd_link_probe.c */
struct link_probe_options {
	bool all, steps, imei;
	const char *wait, *pin_file; /* NULL: not given */
};
int link_probe_ports(
    const struct args *args, const struct link_probe_options *options);
int link_probe_name(struct client *client, const struct args *args);

#endif
