/* port_talk - one question to a serial port and its answer, waited for.
 *
 * For tools that a person looks at (`furrow link probe`), never for the daemon:
 * it blocks for as long as it is told to.  What is nobody's answer is kept as
 * news.  Tolerant as modem/at_lex is.
 * The caller opens and closes the descriptor (modem/tty). */
#ifndef MODEM_PORT_TALK_H
#define MODEM_PORT_TALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "modem/at_chan.h"

#define PORT_IN_OCTETS 4096

enum port_kind {
	PORT_SILENT, /* nothing came */
	PORT_LINES, /* text, but no result */
	PORT_DIAGNOSTICS, /* frames of a diagnostics protocol (0x7E) */
	PORT_NMEA, /* positions: $GP… */
	PORT_AT,
};

struct port_talk {
	int fd;
	char in[PORT_IN_OCTETS];
	size_t octets;
	char news[256]; /* lines that nobody asked for, " | " between */
	int news_count;
	unsigned long frames; /* octets 0x7E */
	bool nmea, gone;
};

struct port_answer {
	enum at_final final; /* TIMEOUT: no result came */
	int code;
	char text[256]; /* the answer's lines, " | " between */
	bool echo; /* the command came back */
	bool prompt;
	int64_t ms; /* until the result, or the prompt */
};

void port_talk_begin(struct port_talk *talk, int fd);

/* ESC and CR, and throws away what comes within quiet_ms. */
void port_clear(struct port_talk *talk, int64_t quiet_ms);

/* prefix: of the answer's lines; "" any line that is not obviously news.  True
 * when a result (good or bad) came, or a prompt. */
bool port_ask(struct port_talk *talk, const char *command, const char *prefix,
    int64_t timeout_ms, struct port_answer *out);

/* Reads for so long what comes by itself. */
void port_listen(struct port_talk *talk, int64_t ms);

/* AT, up to `tries` times: what kind of port is it? */
enum port_kind port_kind_of(
    struct port_talk *talk, int tries, int64_t timeout_ms);

/* "OK", "CMS 500 unknown error", "no answer" … */
void port_result_words(
    char *dst, size_t octets, const struct port_answer *answer);

#endif
