/* sim_options - a modem in words: "a:profile=huawei,number=+254700000001". */
#ifndef TESTS_SIM_SIM_OPTIONS_H
#define TESTS_SIM_SIM_OPTIONS_H

#include "tests/sim/sim_modem.h"

/* NAME[:key=value,…].  NULL, or why not. */
const char *sim_options_read(struct sim_options *out, const char *text);

/* The keys with a few words each, a line per key, for --help. */
extern const char sim_options_help[];

#endif
