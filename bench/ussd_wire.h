/* ussd_wire - the octets of a gateway that asks about every screen by HTTP, as
 * africastalking does: a form there, CON or END and the screen back.
 *
 * Pure: octets in, a struct out, and back.  RFC 9112 as far as a server that
 * tells the length of its bodies needs it; views live as long as the octets. */
#ifndef BENCH_USSD_WIRE_H
#define BENCH_USSD_WIRE_H

#include <stdbool.h>
#include <stddef.h>

#define USSD_WIRE_ASK_OCTETS 12288 /* room for the largest that is sent */

struct ussd_ask {
	const char *path; /* "/ussd/at" */
	const char *session, *phone; /* "+254711000001" */
	const char *code; /* "*384*96#" */
	const char *text; /* all answers so far, between asterisks */
};

/* A whole request to keep the connection for; its octets. */
size_t ussd_wire_ask(
    char dst[USSD_WIRE_ASK_OCTETS], const struct ussd_ask *ask);
/* The same around a body that is given; method and kind may be any. */
size_t ussd_wire_request(char dst[USSD_WIRE_ASK_OCTETS], const char *method,
    const char *path, const char *kind, const char *body, size_t octets);

struct ussd_reply {
	int status;
	bool screen; /* 200 with CON or END in front */
	bool go_on; /* CON */
	bool close; /* the server will close the connection */
	const char *text; /* the screen, or the body */
	size_t text_octets;
	size_t octets; /* of the whole answer */
};

/* 1 an answer, 0 more is needed, -1 this is no HTTP. */
int ussd_wire_reply(struct ussd_reply *out, const char *at, size_t octets);

/* The key of the first option ("2 Maize 90kg") whose label holds these words,
 * in any case. */
bool ussd_wire_option(
    char key[4], const char *text, size_t octets, const char *words);
bool ussd_wire_holds(const char *text, size_t octets, const char *words);

#endif
