/* store_part - parts of long texts that wait for their fellows.
 *
 * A series is (link, phone, ref, wide, total); links of one number are one, so
 * that a SIM may be moved to another modem between two parts.  The same part
 * with other octets starts a new series.  A completed series is remembered for
 * the time in which the network may repeat a part (seven days), so that a late
 * copy opens no ghost.  So are the parts of one that was shown although some
 * never came: operators try for three days, and what comes then is added to it,
 * if its stamp lies near the first part's (references are used again). */
#ifndef GATEWAY_STORE_STORE_PART_H
#define GATEWAY_STORE_STORE_PART_H

#include "gateway/core/msg.h"
#include "gateway/store/store.h"

struct part_key {
	int64_t link_id, phone_id;
	struct msg_part part;
};

enum part_taken {
	PART_NEW, /* stored, others are missing */
	PART_COMPLETE, /* stored, and it was the last one missing */
	PART_REPEAT, /* had it already, or its series was completed */
	PART_LATE, /* stored with a series that was shown without it */
};

struct part_row {
	int seq;
	enum msg_alphabet alphabet;
	uint8_t locking, single; /* as in struct msg_in */
	struct span data;
	struct str text;
};

struct part_series {
	int64_t id, link_id, phone_id, first_ms;
	int total, have;
	int64_t stamp_ms; /* the first part's, 0: not known */
	int64_t message_id; /* as which it was shown; 0: not yet */
};

/* `series_out` as it is afterwards. */
enum part_taken store_part_take(struct store *store, const struct part_key *key,
    const struct msg_in *part, int64_t now_ms, struct part_series *series_out);
/* In order of seq; missing ones are left out. */
void store_part_each(struct store *store, int64_t series_id,
    void (*fn)(void *arg, const struct part_row *row), void *arg);
/* The parts go, the series stays as a memory. */
void store_part_done(struct store *store, int64_t series_id, int64_t now_ms);
/* Nobody waits for the rest any more: shown as that message.  The parts stay.
 */
void store_part_shown(
    struct store *store, int64_t series_id, int64_t message_id, int64_t now_ms);
/* We were away: those that wait have so much longer. */
void store_part_shift(struct store *store, int64_t by_ms);

/* Series begun before `before_ms` and still incomplete; at most limit. */
int store_part_overdue(struct store *store, int64_t before_ms, int limit,
    void (*fn)(void *arg, const struct part_series *series), void *arg);
void store_part_forget(struct store *store, int64_t before_ms);

#endif
