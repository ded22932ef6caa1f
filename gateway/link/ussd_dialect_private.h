/* ussd_dialect_private - shared by ussd_dialect (reading), ussd_dialect_table
 * (the rows) and ussd_dialect_write (answers); nobody else. */
#ifndef GATEWAY_LINK_USSD_DIALECT_PRIVATE_H
#define GATEWAY_LINK_USSD_DIALECT_PRIVATE_H

#include "gateway/link/ussd_dialect.h"

/* What a dialect calls an event; without regard to case. */
struct ussd_word {
	const char *said; /* NULL: the last row */
	enum session_event event;
};

/* While one request is read. */
struct ussd_reading {
	const struct ussd_dialect *dialect;
	const struct session_channel *channel;
	const struct ussd_call *call;
	struct ussd_turn *turn;
	const char *text; /* "" when there is none */
	struct err *err;
};

/* Negative, with the field's name. */
int ussd_reading_bad(struct err *err, const char *name, const char *why);
/* *value_out is NULL when the dialect (no name) or the request has none. */
int ussd_reading_take(
    const char **value_out, struct ussd_reading *r, const char *name);
/* The session's id; NULL or "": there is none. */
int ussd_reading_take_id(
    struct ussd_reading *r, const char *id, const char *name);

#define USSD_WRITER(name)                                                      \
	void ussd_write_##name(struct buf *out, const struct ussd_turn *turn,  \
	    const struct session_answer *answer)

USSD_WRITER(con_end); /* "CON text", "END text" */
USSD_WRITER(hubtel);
USSD_WRITER(emergent);
USSD_WRITER(arkesel);
USSD_WRITER(nalo);
USSD_WRITER(beem);
USSD_WRITER(infobip);
USSD_WRITER(mtn);
USSD_WRITER(dmark);
USSD_WRITER(hollatags);

#endif
