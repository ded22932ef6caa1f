/* bound - what SMPP and the disk allow: an order application that is nothing
 * but the protocol and a group commit.
 *
 *   bound PORT [DB]
 *
 * Binds to a centre as transceiver.  Whatever deliver_sm one read brings is
 * worked at once: two rows each (the text, the answer) in one transaction of
 * SQLite (WAL, synchronous FULL), then all deliver_sm_resp and one submit_sm
 * for each in one write.  Without DB nothing is stored: the protocol alone.
 * It understands nothing, checks nothing and serves as no example. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/panic.h"
#include "bench/smsc_wire.h"

#define IN_OCTETS (1024 * 1024)
#define ANSWER "Your order is noted: 5 kg tomato. #K7F Reply NO to cancel."

struct bound {
	int fd;
	sqlite3 *db; /* NULL: nothing is stored */
	sqlite3_stmt *insert;
	uint8_t *in, *out;
	size_t in_octets, out_octets;
	uint32_t sequence;
	bool begun;
};

static void
sql(struct bound *b, const char *text)
{
	PANIC_UNLESS(sqlite3_exec(b->db, text, NULL, NULL, NULL) == SQLITE_OK);
}

static void
open_store(struct bound *b, const char *path)
{
	PANIC_UNLESS(sqlite3_open(path, &b->db) == SQLITE_OK);
	sql(b, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
	       "CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY,"
	       " out INTEGER, phone TEXT, text TEXT, state INTEGER)");
	PANIC_UNLESS(sqlite3_prepare_v2(b->db,
			 "INSERT INTO message (out, phone, text, state)"
			 " VALUES (?, ?, ?, ?)",
			 -1, &b->insert, NULL) == SQLITE_OK);
}

static void
insert(struct bound *b, bool out, const char *phone, const char *text,
    size_t octets)
{
	sqlite3_bind_int(b->insert, 1, out);
	sqlite3_bind_text(b->insert, 2, phone, -1, SQLITE_STATIC);
	sqlite3_bind_text(b->insert, 3, text, (int)octets, SQLITE_STATIC);
	sqlite3_bind_int(b->insert, 4, out ? 10 : 1);
	PANIC_UNLESS(sqlite3_step(b->insert) == SQLITE_DONE);
	sqlite3_reset(b->insert);
}

static void
put_octets(struct bound *b, const void *at, size_t octets)
{
	memcpy(b->out + b->out_octets, at, octets);
	b->out_octets += octets;
}

/* A deliver_sm with an answer is a submit_sm with another command. */
static void
put_submit(struct bound *b, const char *to)
{
	uint8_t pdu[400];
	size_t octets =
	    smsc_wire_deliver(pdu, ++b->sequence, "20880", to, ANSWER, 0);
	smsc_wire_put_header(
	    pdu, SMSC_SUBMIT, 0, b->sequence, octets - SMSC_HEADER_OCTETS);
	put_octets(b, pdu, octets);
}

static void
put_plain(struct bound *b, uint32_t command, uint32_t sequence)
{
	uint8_t pdu[SMSC_HEADER_OCTETS + 1] = {0};
	size_t body = command == (SMSC_DELIVER | SMSC_RESPONSE) ? 1 : 0;
	smsc_wire_put_header(pdu, command, 0, sequence, body);
	put_octets(b, pdu, SMSC_HEADER_OCTETS + body);
}

static void
on_deliver(struct bound *b, const struct smsc_header *h, const uint8_t *body)
{
	struct smsc_text text;
	PANIC_UNLESS(
	    smsc_wire_submit(&text, body, h->octets - SMSC_HEADER_OCTETS));
	if (b->db != NULL) {
		if (!b->begun)
			sql(b, "BEGIN");
		b->begun = true;
		insert(
		    b, false, text.from, (const char *)text.octets, text.count);
		insert(b, true, text.from, ANSWER, strlen(ANSWER));
	}
	put_plain(b, SMSC_DELIVER | SMSC_RESPONSE, h->sequence);
	put_submit(b, text.from);
}

static void
work_input(struct bound *b)
{
	size_t done = 0;
	while (b->in_octets - done >= SMSC_HEADER_OCTETS) {
		struct smsc_header h;
		smsc_wire_header(&h, b->in + done);
		PANIC_UNLESS(h.octets >= SMSC_HEADER_OCTETS &&
			     h.octets <= SMSC_PDU_MAX_OCTETS);
		if (b->in_octets - done < h.octets)
			break;
		if (h.command == SMSC_DELIVER)
			on_deliver(b, &h, b->in + done + SMSC_HEADER_OCTETS);
		else if (h.command == SMSC_ENQUIRE)
			put_plain(b, h.command | SMSC_RESPONSE, h.sequence);
		done += h.octets;
	}
	memmove(b->in, b->in + done, b->in_octets - done);
	b->in_octets -= done;
	if (b->begun)
		sql(b, "COMMIT");
	b->begun = false;
}

static void
write_out(struct bound *b)
{
	size_t done = 0;
	while (done < b->out_octets) {
		ssize_t n = send(
		    b->fd, b->out + done, b->out_octets - done, MSG_NOSIGNAL);
		if (n <= 0)
			exit(0);
		done += (size_t)n;
	}
	b->out_octets = 0;
}

static int
dial(int port)
{
	struct sockaddr_in at = {
	    .sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int one = 1;
	for (int tries = 0; tries < 600; tries++) {
		int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
		if (connect(fd, (struct sockaddr *)&at, sizeof(at)) == 0) {
			setsockopt(
			    fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
			return fd;
		}
		close(fd);
		usleep(100000);
	}
	return -1;
}

/* system_id, password and system_type empty, version 3.4, no addresses. */
static void
bind_to(struct bound *b)
{
	static const uint8_t body[] = {0, 0, 0, 0x34, 0, 0, 0};
	uint8_t head[SMSC_HEADER_OCTETS];
	smsc_wire_put_header(
	    head, SMSC_TRANSCEIVER, 0, ++b->sequence, sizeof(body));
	put_octets(b, head, sizeof(head));
	put_octets(b, body, sizeof(body));
	write_out(b);
}

int
main(int argc, char **argv)
{
	struct bound b = {
	    .in = xrealloc(NULL, IN_OCTETS),
	    /* An answer is less than three times what brought it. */
	    .out = xrealloc(NULL, (size_t)IN_OCTETS * 4),
	};
	if (argc < 2 || (b.fd = dial((int)strtol(argv[1], NULL, 10))) < 0) {
		fprintf(stderr, "usage: bound PORT [DB]\n");
		return 2;
	}
	if (argc > 2)
		open_store(&b, argv[2]);
	bind_to(&b);
	for (;;) {
		ssize_t n =
		    recv(b.fd, b.in + b.in_octets, IN_OCTETS - b.in_octets, 0);
		if (n <= 0)
			break;
		b.in_octets += (size_t)n;
		work_input(&b);
		write_out(&b);
	}
	if (b.db != NULL) {
		sqlite3_finalize(b.insert);
		sqlite3_close(b.db);
	}
	return 0;
}
