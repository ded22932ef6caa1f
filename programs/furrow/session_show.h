/* session_show - one dialogue whole: what was answered, the screens that were
 * shown, and what it did. */
#ifndef PROGRAMS_FURROW_SESSION_SHOW_H
#define PROGRAMS_FURROW_SESSION_SHOW_H

#include "programs/furrow/client.h"
#include "programs/furrow/options.h"

/* Exit status; what went wrong was said. */
int session_show(struct client *client, enum format format, const char *id);

#endif
