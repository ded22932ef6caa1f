/* cmd_link - the columns of a link, for `link list` and `status`. */
#ifndef PROGRAMS_FURROW_CMD_LINK_H
#define PROGRAMS_FURROW_CMD_LINK_H

#include "programs/furrow/client.h"
#include "programs/furrow/command.h"
#include "programs/furrow/output.h"

extern const struct column link_columns[];

#endif
