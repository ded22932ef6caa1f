/* http_row - how one aggregator is spoken to, as data.
 *
 * A row says how a text is given (templates), what the answer means, and what
 * the callbacks are called.  Shipped: "africastalking", and "generic", which
 * is empty: every key of it can be set in furrow.conf, and every key of the
 * other overridden.  A new provider is a row here, not code.
 * Codes are written "CODE CLASS" (answers) and "STATUS CLASS" (reports), the
 * code as it comes, letter case ignored.  Plain data, no pointers but consts.
 * Sources: Africa's Talking's public pages on sending, delivery reports and
 * incoming messages; statusCode 100-102 taken, 401-409 and 500-502 not. */
#ifndef GATEWAY_LINK_HTTP_ROW_H
#define GATEWAY_LINK_HTTP_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "gateway/core/msg.h"

#define HTTP_ROW_CODES 48
#define HTTP_ROW_FIELDS 8
#define HTTP_ROW_CODE_OCTETS 40
#define HTTP_ROW_PATH_OCTETS 96
#define HTTP_ROW_URL_OCTETS 512
#define HTTP_ROW_BODY_OCTETS 1024
#define HTTP_ROW_FIELD_OCTETS 256

/* What a code in an answer says of the text. */
enum http_class {
	HTTP_CLASS_ACCEPTED,
	HTTP_CLASS_RETRY, /* a passing fault of theirs, certainly not taken */
	HTTP_CLASS_LATER, /* too fast: the link waits */
	HTTP_CLASS_ELSEWHERE, /* not by this provider */
	HTTP_CLASS_DEAD, /* the number is none, or wants nothing from us */
	HTTP_CLASS_CREDIT, /* no money left: the link rests */
	HTTP_CLASS_BLOCKED, /* our account, key or sender name is refused */
	HTTP_CLASS_TEXT, /* this text, for ever */
	HTTP_CLASS_UNKNOWN, /* perhaps */
};

/* And in a report, with the nearest TP-ST (23.040 9.2.3.15). */
enum http_fate {
	HTTP_FATE_TRYING = 0x20,
	HTTP_FATE_DELIVERED = 0x00,
	HTTP_FATE_FAILED = 0x4A,
	HTTP_FATE_REJECTED = 0x42,
	HTTP_FATE_DEAD = 0x43, /* no such number any more */
	HTTP_FATE_EXPIRED = 0x46, /* off for too long: may come back */
};

struct http_code {
	char code[HTTP_ROW_CODE_OCTETS];
	int meaning; /* enum http_class or http_fate */
};

struct http_row {
	char name[24];
	/* What goes out. */
	bool get; /* GET; POST otherwise */
	bool json; /* the body is JSON; a form otherwise */
	char url[HTTP_ROW_URL_OCTETS]; /* with templates behind the host */
	char field[HTTP_ROW_FIELDS][HTTP_ROW_FIELD_OCTETS];
	size_t fields;
	char body[HTTP_ROW_BODY_OCTETS];
	/* The answer: paths (http_fields); "": not there. */
	char id[HTTP_ROW_PATH_OCTETS];
	char code[HTTP_ROW_PATH_OCTETS];
	char other_code[HTTP_ROW_PATH_OCTETS]; /* where there is no `code` */
	char words[HTTP_ROW_PATH_OCTETS];
	/* Of an answer that is no JSON: a POSIX extended expression; that it
	 * matches means accepted, its first group is the id. */
	char pattern[HTTP_ROW_PATH_OCTETS];
	struct http_code codes[HTTP_ROW_CODES];
	size_t codes_count;
	/* An incoming text. */
	char in_from[HTTP_ROW_PATH_OCTETS], in_text[HTTP_ROW_PATH_OCTETS];
	char in_id[HTTP_ROW_PATH_OCTETS], in_date[HTTP_ROW_PATH_OCTETS];
	/* A delivery report. */
	char report_id[HTTP_ROW_PATH_OCTETS];
	char report_status[HTTP_ROW_PATH_OCTETS];
	char report_reason[HTTP_ROW_PATH_OCTETS]; /* counts before status */
	char report_to[HTTP_ROW_PATH_OCTETS];
	struct http_code fates[HTTP_ROW_CODES];
	size_t fates_count;
};

/* False: no such row. */
bool http_row_find(struct http_row *out, const char *name);
/* "africastalking, generic" */
const char *http_row_names(void);

/* "101 accepted"; a code that is there gets the new meaning.  False: not of
 * that form, no such class, or no room. */
bool http_row_set_code(struct http_row *row, const char *written);
bool http_row_set_fate(struct http_row *row, const char *written);

/* The meaning of a code; -1: none. */
int http_row_class(const struct http_row *row, const char *code);
int http_row_fate(const struct http_row *row, const char *status);

#endif
