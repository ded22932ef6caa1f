/* cmd_order - one order, for people (cmd_order_print.c). */
#ifndef PROGRAMS_FURROW_CMD_ORDER_H
#define PROGRAMS_FURROW_CMD_ORDER_H

#include <jansson.h>

void cmd_order_print(const json_t *order);
/* Only the lines as they are now: after an act. */
void cmd_order_print_lines(const json_t *order);

#endif
