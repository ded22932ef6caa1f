/* sim_run - a simulated network as a process: ptys, control socket, journal,
 * until it is told to end (SIGINT, SIGTERM, "quit"). */
#ifndef TESTS_SIM_SIM_RUN_H
#define TESTS_SIM_SIM_RUN_H

/* The command line as main gets it: argv[0] is the name for errors.  The exit
 * status: 0, 1 could not start, 2 wrong use. */
int sim_run(int argc, char **argv);

#endif
