/* ask_password - a password from whoever sits there, never from the command
 * line, where everybody on the machine could read it.
 *
 * From a terminal: asked for twice, without echo.  From a pipe or file: the
 * first line of standard input. */
#ifndef PROGRAMS_FURROW_ASK_PASSWORD_H
#define PROGRAMS_FURROW_ASK_PASSWORD_H

#define ASK_PASSWORD_OCTETS 1100

/* EXIT_DONE with dst, or EXIT_FAILED (said).  what: "furrow: user". */
int ask_password(char dst[ASK_PASSWORD_OCTETS], const char *name);

#endif
