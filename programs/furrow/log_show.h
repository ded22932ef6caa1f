/* log_show - furrow log show ID: one text, and what became of each part. */
#ifndef PROGRAMS_FURROW_LOG_SHOW_H
#define PROGRAMS_FURROW_LOG_SHOW_H

#include "programs/furrow/client.h"
#include "programs/furrow/options.h"

int log_show(struct client *client, enum format format, const char *id);

#endif
