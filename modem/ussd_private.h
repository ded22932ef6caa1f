/* ussd_private - between ussd (the line) and ussd_carrier (its text). */
#ifndef MODEM_USSD_PRIVATE_H
#define MODEM_USSD_PRIVATE_H

#include "modem/ussd.h"

enum ussd_alphabet { USSD_GSM7, USSD_8BIT, USSD_UCS2 };

struct ussd_coding {
	enum ussd_alphabet alphabet;
	bool language; /* the text begins with its language */
};

/* Finds the carrier of the raw text and reads it into out->text. */
void ussd_carrier_read(struct ussd_reply *out, struct str raw,
    struct ussd_coding coding, struct ussd_hint hint);

#endif
