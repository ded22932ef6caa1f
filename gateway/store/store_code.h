/* store_code - order codes: letter-digit-letter, growing with the market.
 *
 * K7F, K7F4, K7F4M: letters ABCDEFGHJKMNPQRTUVWXY, digits 2 to 9, and no G or
 * K after a digit, where they would read as units.  A length is used until a
 * quarter of its space is open at once: then a mistyped code is still more
 * likely nobody's than somebody else's.  Unique among open orders.
 * How many are open is counted in memory: changes apply with the commit. */
#ifndef GATEWAY_STORE_STORE_CODE_H
#define GATEWAY_STORE_STORE_CODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct db;

#define STORE_CODE_OCTETS 8 /* with NUL */
#define STORE_CODE_SHORTEST 3
#define STORE_CODE_LONGEST 5
#define STORE_CODE_LENGTHS (STORE_CODE_LONGEST - STORE_CODE_SHORTEST + 1)

/* Open codes by length: as committed, and what this transaction adds. */
struct store_codes {
	int64_t open[STORE_CODE_LENGTHS];
	int64_t change[STORE_CODE_LENGTHS];
	/* Orders below that id get a code that is a sign longer: after a
	 * restore the shorter ones may be on phones already. */
	int64_t long_below;
};

/* Pure: how many codes of that length there are, and the one that `number`
 * (any value) names. */
int64_t store_code_space(int length);
void store_code_make(char dst[STORE_CODE_OCTETS], int length, uint64_t number);

void store_code_count(struct store_codes *codes, struct db *db);
void store_code_applied(struct store_codes *codes, bool committed);

/* Gives the order a free code.  False and a failed transaction when none was
 * found in a hundred tries (nearly all five-character codes are open). */
bool store_code_take(struct store_codes *codes, struct db *db,
    char dst[STORE_CODE_OCTETS], int64_t order_id,
    uint64_t (*random)(void *arg), void *random_arg);
/* Opens or closes it, unless a newer order has it by now. */
void store_code_set_open(struct store_codes *codes, struct db *db,
    const char *code, int64_t order_id, bool open);

#endif
