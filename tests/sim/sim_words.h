/* sim_words - what people type, as a request of the control socket.
 *
 * In: "fault a late ms=15s command=+CMGL", from a terminal, a shell's
 * arguments or a scenario.  Out: {"do":"fault","modem":"a",…} as sim_ctl.h
 * describes.  Times may be written 500ms, 15s, 2m, 1h; numbers 0x46 too. */
#ifndef TESTS_SIM_SIM_WORDS_H
#define TESTS_SIM_SIM_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#define SIM_WORDS 64

/* Cuts a line at blanks, in place; "…" keeps them.  The number of words, or
 * -1: a quote is open or there are too many. */
int sim_words_cut(char *line, char *words[SIM_WORDS]);

/* A new reference; NULL with *why. */
json_t *sim_words_request(char *const *words, int count, const char **why);

/* Milliseconds of "1500", "15s", "2m", "1h", "1d"; -1 when it is none. */
int64_t sim_words_ms(const char *text);

/* The commands with a few words each, for people. */
extern const char sim_words_help[];

#endif
