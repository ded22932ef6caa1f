#include "programs/furrow/ask_password.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "programs/furrow/command.h"

/* One line without its end; false: there is none, or it is too long. */
static bool
read_line(char dst[ASK_PASSWORD_OCTETS])
{
	size_t octets;

	if (fgets(dst, ASK_PASSWORD_OCTETS, stdin) == NULL)
		return false;
	octets = strlen(dst);
	if (octets == 0 || dst[octets - 1] != '\n')
		return octets > 0 && feof(stdin);
	dst[octets - 1] = '\0';
	return true;
}

/* Whatever ends us meanwhile waits until the terminal echoes again. */
static bool
ask_quietly(const char *prompt, char dst[ASK_PASSWORD_OCTETS])
{
	struct termios was, quiet;
	sigset_t ends, before;
	bool got;

	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGTSTP);
	if (tcgetattr(STDIN_FILENO, &was) != 0)
		return false;
	quiet = was;
	quiet.c_lflag &= ~(tcflag_t)ECHO;
	sigprocmask(SIG_BLOCK, &ends, &before);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
	fprintf(stderr, "%s", prompt);
	got = read_line(dst);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &was);
	fputc('\n', stderr);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return got;
}

static int
ask_twice(char dst[ASK_PASSWORD_OCTETS], const char *name)
{
	char again[ASK_PASSWORD_OCTETS], prompt[80];
	bool same;

	snprintf(prompt, sizeof(prompt), "Password for %.40s: ", name);
	if (!ask_quietly(prompt, dst) ||
	    !ask_quietly("The same again: ", again))
		return complain("password", "none was given");
	same = strcmp(dst, again) == 0;
	explicit_bzero(again, sizeof(again));
	return same ? EXIT_DONE
		    : complain("password", "these were not the same");
}

int
ask_password(char dst[ASK_PASSWORD_OCTETS], const char *name)
{
	if (isatty(STDIN_FILENO))
		return ask_twice(dst, name);
	return read_line(dst) ? EXIT_DONE
			      : complain("password",
				    "there is no line of it on standard input");
}
