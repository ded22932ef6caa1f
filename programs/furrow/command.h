/* command - one subcommand of furrow(1): a const entry and a function.
 *
 * Each lives in its own cmd_NAME.c, exports `const struct command cmd_NAME`,
 * and stands in the table of furrow.c.  argv[0] is the subcommand's name.
 * The function returns the exit status: 0 done, 1 failed (said on stderr by
 * complain()), 2 wrong usage (said by usage()). */
#ifndef PROGRAMS_FURROW_COMMAND_H
#define PROGRAMS_FURROW_COMMAND_H

#include <stdbool.h>

#define EXIT_DONE 0
#define EXIT_FAILED 1
#define EXIT_USAGE 2

/* What was said before the subcommand. */
struct cli {
	const char *config_path; /* -c; NULL: the usual places */
	const char *url; /* --url; NULL: the control socket */
	const char *token_file; /* --token-file; NULL: none */
	const char *ca; /* --ca; NULL: the system's CAs */
};

struct command {
	const char *name; /* "order" */
	const char *usage; /* "order list|show CODE|…": after "furrow " */
	const char *summary; /* one clause for the list of commands */
	const char *help; /* the rest of `furrow help NAME` */
	int (*fn)(struct cli *cli, int argc, char **argv);
};

/* "furrow: what: why" on stderr; gives EXIT_FAILED. */
int complain(const char *what, const char *why, ...)
    __attribute__((format(printf, 2, 3)));

/* "furrow: order: why", then how to ask for help; gives EXIT_USAGE. */
int usage(const struct command *command, const char *why, ...)
    __attribute__((format(printf, 2, 3)));

extern const struct command cmd_status;
extern const struct command cmd_order;
extern const struct command cmd_log;
extern const struct command cmd_session;
extern const struct command cmd_sale;
extern const struct command cmd_send;
extern const struct command cmd_person;
extern const struct command cmd_offer;
extern const struct command cmd_catalogue;
extern const struct command cmd_area;
extern const struct command cmd_pool;
extern const struct command cmd_weight;
extern const struct command cmd_campaign;
extern const struct command cmd_broadcast;
extern const struct command cmd_queue;
extern const struct command cmd_link;
extern const struct command cmd_ussd;
extern const struct command cmd_ussd_sim;
extern const struct command cmd_route;
extern const struct command cmd_report;
extern const struct command cmd_user;
extern const struct command cmd_token;
extern const struct command cmd_audit;
extern const struct command cmd_privacy;
extern const struct command cmd_backup;
extern const struct command cmd_webhook;
extern const struct command cmd_restore;

/* These need no daemon. */
extern const struct command cmd_pdu;
extern const struct command cmd_parse;
extern const struct command cmd_phone;

#endif
