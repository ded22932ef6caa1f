/* cli_kit - a little daemon in a process of its own, and the real furrow run
 * against it. */
#ifndef TESTS_PROGRAMS_CLI_KIT_H
#define TESTS_PROGRAMS_CLI_KIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>

struct cli_kit {
	int daemon_pid;
	char dir[64], conf[96];
	/* Of the last run. */
	int status;
	char out[1 << 18], err[1 << 16];
};

/* The daemon knows one link, two sellers, one order (tests/gateway/api_world);
 * `sick` puts its link out of order. */
void cli_kit_open(struct cli_kit *kit, bool sick);
/* The same well, and two dialogues that began a minute later: one is over, one
 * waits for an answer. */
void cli_kit_open_dialled(struct cli_kit *kit);
void cli_kit_close(struct cli_kit *kit);

/* Runs furrow with -c and these words (NULL ends them). */
void cli_kit_run(struct cli_kit *kit, ...) __attribute__((sentinel));
/* The same without -c. */
void cli_kit_run_bare(struct cli_kit *kit, ...) __attribute__((sentinel));

/* Line i of the output as JSON (json_decref); fails the test if it is none. */
json_t *cli_kit_line(const struct cli_kit *kit, int i);
/* Fails the test unless the object has all of the keys, "a b c". */
void cli_kit_keys(const json_t *object, const char *keys);

/* Starts furrow and gives the end of a pipe that is its output. */
int cli_kit_start(struct cli_kit *kit, int *pid_out, ...)
    __attribute__((sentinel));
/* Ends a process that was started. */
void cli_kit_stop(int pid);

/* A file in kit->dir, "in.csv" or "out.csv". */
void cli_kit_write(
    const struct cli_kit *kit, const char *name, const char *text);
void cli_kit_path(
    const struct cli_kit *kit, const char *name, char *dst); /* 96 octets */

#endif
