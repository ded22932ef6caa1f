/* api_world - a store on a temporary file, an api on a real Unix socket, and a
 * turn that does nothing but jobs: for the tests of gateway/admin and of the
 * command line. */
#ifndef TESTS_GATEWAY_API_WORLD_H
#define TESTS_GATEWAY_API_WORLD_H

#include <jansson.h>

#include "gateway/admin/api.h"

#define WORLD_START_MS INT64_C(1790000000000)

struct world {
	char dir[64], socket[96], db[96];
	struct loop *loop;
	struct http_server *server;
	struct store *store, *reader;
	struct api *api;
	struct clock_fake clock;
	struct market market;
	struct job *first, *last; /* given to the turn */

	/* Who asks, in place of whoever opened the socket; role 0: that one. */
	struct caller caller;

	/* What the daemon would know. */
	struct api_status status;
	bool refuse_jobs; /* every transaction fails */
	char poison[32]; /* so does one that writes this number */
	enum api_link_act link_act;
	int link_acts;
	int accepted; /* the audit's heads, so often */
	int catalogue_changes, erased;
	/* The operator: "*0#" cannot be asked, "*1#" is silent, "*2#" ends
	 * before all steps; anything else is answered with the steps. */
	char ussd_steps[256]; /* and the script and the voucher */
	enquiry_done_fn ussd_done;
	void *ussd_arg;

	/* Dialogues: the last ask, "EVENT PHONE DIALLED LANG INPUT". */
	struct session_channel sim;
	struct session_sink sink;
	char dialled[256];
	int dial_turns;

	/* The trade. */
	struct handler_admin act; /* the last one; strings below */
	char act_code[8], act_for[32], act_to[32], act_actor[64];
	int acts;

	/* More lines of the next requests' heads, "X-Y: z\r\n". */
	char more[512];

	/* The last answer. */
	int http_status;
	char *http_head;
	json_t *reply;
};

void world_open(struct world *w);
void world_close(struct world *w);

/* One request over the socket; the answer is in w->http_status and w->reply
 * (NULL when it was no JSON).  body NULL: GET, else POST. */
void world_ask(
    struct world *w, const char *path, const char *type, const char *body);
json_t *world_get(struct world *w, const char *path);
json_t *world_post(struct world *w, const char *path, const char *json);
json_t *world_csv(struct world *w, const char *path, const char *csv);

/* A market with two sellers of maize and one order of two lines; gives the
 * order's id. */
int64_t world_fill(struct world *w);
/* Two sellers earned: one of them bears a name that a spreadsheet would take
 * for a formula, and had one income taken back. */
void world_earn(struct world *w);
/* An inbound text, stored. */
int64_t world_text(struct world *w, const char *number, const char *text);
/* One that could not be worked. */
int64_t world_odd(struct world *w);

/* A word that nobody understood, so many times, last in that text. */
void world_word(struct world *w, const char *word, const char *lang, int times,
    int64_t message_id);

/* So many inbound texts "x", one a second, in one transaction; the first and
 * every `each`-th behind it is `other`. */
void world_texts(struct world *w, int count, int each, const char *other);

/* Runs the turn once, if there is a job. */
void world_turn(struct world *w);

#endif
