/* peer - a modem on a pty that answers from a list of rules: for tests that
 * must say to the byte what the modem says.  (tests/sim plays a whole one.)
 *
 * A rule is a command and the bytes of its answer; later rules win, a rule
 * given with `times` is gone after so many.  A command without rule gets
 * ERROR.  What was received is kept as text, commands between bars, bodies in
 * brackets: "AT|AT+CMGS=20|[0001…]|". */
#ifndef TESTS_MODEM_PEER_H
#define TESTS_MODEM_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/loop.h"

struct peer;

/* Lets so much time pass in a loop by hand.  Time stands still while octets are
 * on their way, so a busy machine costs none of it; only while a child process
 * runs it passes as the machine's does. */
void peer_pass(struct loop *loop, int64_t ms);

/* A new pty whose slave's name is linked at `path`. */
struct peer *peer_new(struct loop *loop, const char *path);
void peer_free(struct peer **peer);

/* "< COMMAND" and "> LINE" lines of tests/capture/NAME; each answer line is
 * sent between CR LF.  "<" lines without ">" are answered by silence. */
void peer_load(struct peer *peer, const char *name);

/* times 0: for ever.  answer NULL: silence.  The command "BODY" is a message
 * after its Ctrl-Z.  An answer to +CMGS that holds ">" and no ERROR
 * opens the prompt. */
void peer_rule(
    struct peer *peer, const char *command, const char *answer, int times);

void peer_say(struct peer *peer, const char *bytes);
void peer_deaf(struct peer *peer, bool deaf); /* hears and says nothing */
void peer_unplug(struct peer *peer);
void peer_plug(struct peer *peer);

const char *peer_heard(const struct peer *peer);
void peer_forget(struct peer *peer); /* what was heard */

#endif
