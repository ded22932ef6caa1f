/* log_read - the log: texts and the turns of dialogues, in the order in which
 * they came, printed as rows; and following them.
 *
 * Two lists of the daemon are read side by side (log_stream), and whose next
 * row is older is printed.  A list that is not wanted costs no question. */
#ifndef PROGRAMS_FURROW_LOG_READ_H
#define PROGRAMS_FURROW_LOG_READ_H

#include "programs/furrow/client.h"
#include "programs/furrow/options.h"

struct log_wish {
	enum format format;
	const char *phone, *link, *state, *order, *area; /* NULL: any */
	const char *words; /* the same, or "" */
	bool since, until; /* were they said? */
	int64_t since_ms, until_ms;
	int64_t rows; /* the newest so many; 0: all */
	bool follow;
	bool no_texts, no_turns;
	bool hint; /* say that there are more */
};

/* Exit status; what went wrong was said. */
int log_read(struct client *client, const struct log_wish *wish);

#endif
