/* sim_show - answers of the control socket as people read them: a table for a
 * list, a line for each other member. */
#ifndef TESTS_SIM_SIM_SHOW_H
#define TESTS_SIM_SIM_SHOW_H

#include <stdio.h>

#include <jansson.h>

void sim_show(FILE *out, json_t *answer);

#endif
