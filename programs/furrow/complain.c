/* complain - how furrow says what went wrong, and how a command is used. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "programs/furrow/command.h"
#include "programs/furrow/options.h"

int
complain(const char *what, const char *why, ...)
{
	va_list args;

	fflush(stdout); /* in order, when both go to one terminal */
	fprintf(stderr, "furrow: %s: ", what);
	va_start(args, why);
	vfprintf(stderr, why, args);
	va_end(args);
	fputc('\n', stderr);
	return EXIT_FAILED;
}

int
usage(const struct command *command, const char *why, ...)
{
	va_list args;

	fflush(stdout);
	fprintf(stderr, "furrow: %s: ", command->name);
	va_start(args, why);
	vfprintf(stderr, why, args);
	va_end(args);
	fprintf(stderr, "\nusage: furrow %s\n", command->usage);
	fprintf(stderr, "(furrow help %s tells more)\n", command->name);
	return EXIT_USAGE;
}

void
help_show(const struct command *command)
{
	printf("furrow %s - %s\n\nusage: furrow %s\n", command->name,
	    command->summary, command->usage);
	if (command->help != NULL && command->help[0] != '\0')
		printf("\n%s", command->help);
}
