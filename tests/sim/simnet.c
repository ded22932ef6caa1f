/* simnet - the simulated network as tests and ./demo start it; for people
 * there is furrow-sim, which is the same and more. */
#include "tests/sim/sim_run.h"

int
main(int argc, char **argv)
{
	return sim_run(argc, argv);
}
