/* schema - the numbered migrations of schema/, carried by the program.
 *
 * schema.c is generated at build time (schema.awk).  Step n brings a database
 * of version n - 1 to n; the version is SQLite's user_version.  A step is
 * never changed once it was released: the next one mends it. */
#ifndef GATEWAY_STORE_SCHEMA_H
#define GATEWAY_STORE_SCHEMA_H

int schema_newest(void);
/* The SQL of one step, NULL outside 1..newest.  Static text. */
const char *schema_step(int number);

#endif
