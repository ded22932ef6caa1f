/* modem_ussd_private - shared by modem_ussd (the dialogue) and modem_ussd_reply
 * (the form of a step, and its reply). */
#ifndef MODEM_MODEM_USSD_PRIVATE_H
#define MODEM_MODEM_USSD_PRIVATE_H

#include "base/str.h"

#include "modem/modem_ussd.h"

/* modem_ussd.c */
void modem_ussd_tell(struct modem *m, struct modem_ussd_answer *answer);
/* The dialogue is over for who asked; what the network has open is closed. */
void modem_ussd_give_up(
    struct modem *m, enum modem_ussd_how how, const char *why);

/* modem_ussd_reply.c */
enum ussd_form modem_ussd_first_form(const struct modem *m);
/* The step once more, in the next form; without one the dialogue is over. */
void modem_ussd_next_form(struct modem *m, const char *why);
/* Into m->ussd.reply; false: the line is none. */
bool modem_ussd_read(struct modem *m, struct str line);
/* The reply of this step is in m->ussd.reply and no command runs. */
void modem_ussd_use_reply(struct modem *m);

#endif
