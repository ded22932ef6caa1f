#include "base/fault.h"

/* A file of its own: a test program that brings its own fault_here() then
 * never pulls this one out of the library. */
void
fault_here(const char *place)
{
	(void)place;
}
