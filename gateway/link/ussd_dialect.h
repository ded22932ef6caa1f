/* ussd_dialect - how each provider asks over HTTP for the next screen, and how
 * he wants it said.  One table, a row for each; a new one is a row and its
 * cases in ussd_dialect_test.
 *
 * In: the fields of a request (strict http_fields) and what stood behind the
 * channel's path.  Out: a struct session_ask, and what the answer must repeat;
 * then, from a struct session_answer, the octets of the body.
 *
 * What dialects call new session, answer, end differs; the row has the words.
 * Where a dialect has no field for what was dialled, the first text is that.
 * Ids that are repeated in answers are checked: printable ASCII without blanks,
 * quotes, <, > and \.  Nothing else of a request is ever repeated.
 * No clock, socket, log. */
#ifndef GATEWAY_LINK_USSD_DIALECT_H
#define GATEWAY_LINK_USSD_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "gateway/core/session.h"
#include "gateway/link/http_fields.h"

#define USSD_DIALECT_BODY_OCTETS 8192 /* the most of a request's body */
#define USSD_DIALECT_FIELD_OCTETS 1024 /* and of one field in it */
#define USSD_DIALECT_ANSWER_OCTETS 8192 /* holds any answer */
#define USSD_ECHO_OCTETS 64
#define USSD_ECHOES 2

enum ussd_dialect_err {
	USSD_DIALECT_FIELD = -1, /* missing, or not what it must be: 400 */
	USSD_DIALECT_LARGE = -2, /* a field beyond its limit: 413 */
	USSD_DIALECT_PATH = -3, /* nothing is there: 404 */
};

enum ussd_method {
	USSD_GET = 1,
	USSD_POST = 2,
	USSD_PUT = 4,
};

enum ussd_media {
	USSD_QUERY, /* all is in the address; a form in the body counts, too */
	USSD_FORM,
	USSD_JSON,
};

struct ussd_turn;
struct ussd_reading;
struct ussd_word;

struct ussd_dialect {
	const char *name;
	unsigned methods; /* enum ussd_method, together */
	enum ussd_media media; /* of what is asked */
	const char *answer_media;
	bool by_phone; /* a request may have no id */
	bool text_dials; /* the first text is what was dialled */
	/* Names of fields, of JSON paths; NULL: it has none. */
	const char *id, *msisdn, *code, *text, *type, *key, *network, *lang;
	const char *echo[USSD_ECHOES]; /* what answers repeat besides */
	const struct ussd_word *words; /* what `type` says */
	/* What the request is; 0 or negative. */
	int (*event)(struct ussd_reading *reading);
	void (*write)(struct buf *out, const struct ussd_turn *turn,
	    const struct session_answer *answer);
};

/* A request, once its method and its media type were found good. */
struct ussd_call {
	/* Of the path, behind the channel's own and without a secret:
	 * "", "/event", "/session/77/start". */
	struct str tail;
	bool is_event; /* it came to the path of the end event */
	struct http_fields *fields;
};

/* What it says.  The ask borrows from it and from the call's fields. */
struct ussd_turn {
	struct session_ask ask;
	bool unserved; /* what was dialled is no code of the channel: counted */
	char id[SESSION_ID_OCTETS];
	char msisdn[32];
	char code[SESSION_CODE_OCTETS + 8]; /* as it came */
	char echo[USSD_ECHOES][USSD_ECHO_OCTETS];
	char key[SESSION_KEY_OCTETS];
};

/* NULL: there is none of that name. */
const struct ussd_dialect *ussd_dialect_find(const char *name);
/* "africastalking, hubtel, …", for people. */
void ussd_dialect_names(struct buf *out);

/* 0, or negative enum ussd_dialect_err with words that name the field and hold
 * nothing of what was sent. */
int ussd_dialect_read(struct ussd_turn *out, const struct ussd_dialect *dialect,
    const struct session_channel *channel, const struct ussd_call *call,
    struct err *err);

/* The body of a 200, as the dialect wants it; "" may be what it wants.  `out`
 * has room for USSD_DIALECT_ANSWER_OCTETS. */
void ussd_dialect_write(struct buf *out, const struct ussd_dialect *dialect,
    const struct ussd_turn *turn, const struct session_answer *answer);

#endif
