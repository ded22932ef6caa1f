#include "gateway/store/store_code.h"

#include <string.h>

#include "gateway/store/db.h"
#include "gateway/store/store.h"

#define TRIES 100

static const char letters[] = "ABCDEFGHJKMNPQRTUVWXY";
static const char letters_after_digit[] = "ABCDEFHJMNPQRTUVWXY";
static const char digits[] = "23456789";

static const char *
alphabet_at(int place)
{
	if (place % 2 == 1)
		return digits;
	return place == 0 ? letters : letters_after_digit;
}

int64_t
store_code_space(int length)
{
	int64_t space = 1;
	for (int i = 0; i < length; i++)
		space *= (int64_t)strlen(alphabet_at(i));
	return space;
}

void
store_code_make(char dst[STORE_CODE_OCTETS], int length, uint64_t number)
{
	for (int i = 0; i < length; i++) {
		const char *alphabet = alphabet_at(i);
		size_t many = strlen(alphabet);
		dst[i] = alphabet[number % many];
		number /= many;
	}
	dst[length] = '\0';
}

void
store_code_count(struct store_codes *codes, struct db *db)
{
	memset(codes, 0, sizeof(*codes));
	codes->long_below = db_number(
	    db, 0, "SELECT value FROM setting WHERE key = 'long_codes_below'");
	struct db_query q =
	    db_ask(db, "SELECT length(code), count(*) FROM code WHERE open = 1"
		       " GROUP BY 1");
	while (db_next(&q)) {
		int64_t at = db_get_int(&q) - STORE_CODE_SHORTEST;
		if (at >= 0 && at < STORE_CODE_LENGTHS)
			codes->open[at] = db_get_int(&q);
	}
}

void
store_code_applied(struct store_codes *codes, bool committed)
{
	for (int i = 0; i < STORE_CODE_LENGTHS; i++) {
		if (committed)
			codes->open[i] += codes->change[i];
		codes->change[i] = 0;
	}
}

static int
length_now(const struct store_codes *codes)
{
	for (int i = 0; i < STORE_CODE_LENGTHS - 1; i++) {
		int length = STORE_CODE_SHORTEST + i;
		int64_t open = codes->open[i] + codes->change[i];
		if (open * 4 < store_code_space(length))
			return length;
	}
	return STORE_CODE_LONGEST;
}

bool
store_code_take(struct store_codes *codes, struct db *db,
    char dst[STORE_CODE_OCTETS], int64_t order_id,
    uint64_t (*random)(void *arg), void *random_arg)
{
	int length = length_now(codes);
	if (order_id < codes->long_below && length < STORE_CODE_LONGEST)
		length++;
	for (int i = 0; i < TRIES; i++) {
		store_code_make(dst, length, random(random_arg));
		if (db_run(db,
			"INSERT INTO code (code, order_id, open)"
			" VALUES (?1, ?2, 1) ON CONFLICT (code) DO UPDATE"
			" SET order_id = excluded.order_id, open = 1"
			" WHERE open = 0",
			db_text(dst), db_int(order_id)) > 0) {
			codes->change[length - STORE_CODE_SHORTEST]++;
			return true;
		}
		if (db_failed(db, NULL) != 0)
			break;
	}
	dst[0] = '\0';
	db_fail(db, STORE_RULE, "no order code is free");
	return false;
}

void
store_code_set_open(struct store_codes *codes, struct db *db, const char *code,
    int64_t order_id, bool open)
{
	size_t at = strlen(code) - STORE_CODE_SHORTEST;
	if (at >= STORE_CODE_LENGTHS)
		return;
	int changed = db_run(db,
	    "UPDATE code SET open = ?3"
	    " WHERE code = ?1 AND order_id = ?2 AND open <> ?3",
	    db_text(code), db_int(order_id), db_int(open));
	codes->change[at] += open ? changed : -changed;
}
