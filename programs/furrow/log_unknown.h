/* log_unknown - furrow log unknown: the words that nobody understood. */
#ifndef PROGRAMS_FURROW_LOG_UNKNOWN_H
#define PROGRAMS_FURROW_LOG_UNKNOWN_H

#include "programs/furrow/client.h"
#include "programs/furrow/options.h"

struct log_unknown {
	enum format format;
	const char *lang; /* NULL: all */
	int64_t since_ms; /* 0: from the beginning */
	int64_t rows; /* 0: all */
};

int log_unknown_list(struct client *client, const struct log_unknown *wish);
int log_unknown_forget(
    struct client *client, enum format format, const char *word);

#endif
