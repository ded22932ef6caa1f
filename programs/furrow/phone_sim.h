/* phone_sim - the wire to the simulated network: JSON lines over AF_UNIX.
 *
 * Blocking, with times to wait.  Texts that arrive while an answer is awaited
 * are kept and given by phone_sim_next in their order.  Only what the phones
 * of `furrow phone` need; the network itself is a program of the tests. */
#ifndef PROGRAMS_FURROW_PHONE_SIM_H
#define PROGRAMS_FURROW_PHONE_SIM_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/err.h"

#define PHONE_NUMBER_OCTETS 24

struct phone_sim;

/* A text that reached a phone; ended by phone_text_free. */
struct phone_text {
	char phone[PHONE_NUMBER_OCTETS];
	char from[PHONE_NUMBER_OCTETS];
	char *text; /* owned, UTF-8 */
	int64_t wall_ms;
};

/* NULL with err: no such socket, or nobody there. */
struct phone_sim *phone_sim_open(const char *path, struct err *err);
void phone_sim_close(struct phone_sim **sim); /* accepts NULL */

/* One request (taken) and its answer, a new reference; NULL with err when the
 * network refuses, is gone, or is silent for five seconds. */
json_t *phone_sim_ask(struct phone_sim *sim, json_t *request, struct err *err);

/* 0, or -1 with err. */
int phone_sim_text(struct phone_sim *sim, const char *from, const char *to,
    const char *text, struct err *err);
int phone_sim_listen(struct phone_sim *sim, const char *phone, struct err *err);

/* The number of the network's first modem; -1 with err when it has none. */
int phone_sim_market(
    struct phone_sim *sim, char number[PHONE_NUMBER_OCTETS], struct err *err);

/* 1 a text, 0 none within timeout_ms, -1 the network is gone. */
int phone_sim_next(
    struct phone_sim *sim, struct phone_text *out, int timeout_ms);
void phone_text_free(struct phone_text *text);

/* For poll(2) beside other input; ready also when phone_sim_waiting. */
int phone_sim_fd(const struct phone_sim *sim);
bool phone_sim_waiting(const struct phone_sim *sim);

#endif
