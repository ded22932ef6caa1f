/* laws - what must hold after every step of the model's market, asked of the
 * database itself by a second connection and queries of its own.
 *
 * A law is a query that finds what breaks it; no row may come out. */
#ifndef TESTS_MODEL_LAWS_H
#define TESTS_MODEL_LAWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct laws;

/* Where the last step ended. */
struct laws_mark {
	int64_t message_id, event_id, ledger_id;
};

struct laws *laws_open(const char *path);
void laws_close(struct laws **laws);

void laws_mark(struct laws *laws, struct laws_mark *out);
/* False: `why` says which law, and the first row that breaks it.  `whole`:
 * also those that read every row there is. */
bool laws_kept(struct laws *laws, const struct laws_mark *since,
    int64_t cause_id, bool whole, char *why, size_t why_octets);

/* -- for the rules --------------------------------------------------------- */

struct laws_line {
	int64_t id, buyer_id, seller_id, proposal_id;
	int state;
	int64_t settled_ms;
};

/* A change of a line since the mark; fn returns false to stop. */
struct laws_move {
	int64_t line_id;
	int from, to;
};
void laws_moves(struct laws *laws, const struct laws_mark *since,
    bool (*fn)(void *arg, const struct laws_move *move), void *arg);
bool laws_line_get(struct laws *laws, int64_t id, struct laws_line *out);
/* Lines of the open order with that code in which the person has a part:
 * as its buyer, its seller, or one who is being asked. */
size_t laws_lines_of(struct laws *laws, const char *code, int64_t person_id,
    struct laws_line *dst, size_t dst_count);
/* Was that person ever asked for a line of the order? */
bool laws_was_asked(struct laws *laws, int64_t order_id, int64_t person_id);
/* What all sellers but one have together; and what open lines hold. */
int64_t laws_stock(struct laws *laws, int64_t but_id);
struct laws_hold {
	int64_t line_id, hold_milli, seller_id;
};
size_t laws_holds(struct laws *laws, struct laws_hold *dst, size_t dst_count);
/* What was handed over of a line: as accepted, else all of it. */
int64_t laws_given(struct laws *laws, int64_t line_id);
int64_t laws_open_proposals(struct laws *laws, int64_t person_id);
int64_t laws_searching(struct laws *laws, int64_t buyer_id);

#endif
