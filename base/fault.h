/* fault - named places where a test may make the process die.
 *
 * In the daemon fault_here() is an empty function of base/fault.c.  The test
 * build links tests/fault/fault_armed.c ahead of it, which kills the process
 * (SIGKILL, so nothing is flushed) at the n-th visit of the place named in
 * FURROW_FAULT=place:n.  The names are the steps in docs/queue.md. */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

void fault_here(const char *place);

#endif
