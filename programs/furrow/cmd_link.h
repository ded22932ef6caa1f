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
int link_show(struct client *client, const struct args *args, bool steps);

#endif
