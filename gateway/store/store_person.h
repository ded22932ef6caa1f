/* store_person - people, their phones and their areas.
 *
 * A number stands in one place (`phone`), everything else names ids.  A
 * stranger who texts is a person without roles. */
#ifndef GATEWAY_STORE_STORE_PERSON_H
#define GATEWAY_STORE_STORE_PERSON_H

#include "gateway/core/party.h"
#include "gateway/store/store.h"

enum person_role {
	PERSON_BUYER = 1,
	PERSON_SELLER = 2,
	PERSON_LEADER = 4,
	PERSON_OFFICER = 8,
	PERSON_PROMOTER = 16,
	PERSON_EXPERT = 32,
	PERSON_ADMIN = 64,
};

#define PERSON_WEIGHT_USUAL 1000
#define PERSON_RELIABLE_USUAL 1000

struct person {
	int64_t id;
	char name[64];
	char lang[12]; /* "" = not chosen */
	unsigned roles; /* enum person_role bits */
	char place[64];
	int64_t area_id; /* 0 = none */
	int64_t weight_milli; /* 1000 = plain */
	int64_t leader_id;
	int64_t consent_ms; /* 0 = not given */
	int64_t stopped_ms; /* STOP; 0 = wants texts */
	int64_t asked_ms; /* last proposal, for the turn */
	int64_t heard_ms; /* last text from them */
	int64_t unread_count; /* texts in a row that we could not read */
	int64_t got_count; /* orders that arrived (trust) */
	int64_t noshow_count;
	int64_t asked_count; /* proposals so far */
	int64_t
	    reliable_milli; /* answers and keeps word: 0 never, 1000 always */
	int64_t phone_id; /* where they are written to: the last used */
	int64_t proposal_id; /* newest; head of a chain the store keeps */
	char number[PARTY_OCTETS];
	bool shared; /* that phone has several users (store_phone.h) */
	int64_t still_ms; /* "is this still them?" was asked; 0 not */
	int64_t known_ms; /* when we last knew whose phone it is */
	int64_t created_ms;
};

struct area_row {
	int64_t id;
	char name[64];
	char parent[64]; /* "" = none */
	int quiet_from_min, quiet_until_min; /* from -1: as around it */
};

/* The phone's row (and its person), made if need be.  Returns phone id, 0 on
 * failure; *person_id_out is 0 for letters and short codes. */
int64_t store_phone_ensure(struct store *store, const char *number,
    enum party_kind kind, int64_t now_ms, int64_t *person_id_out);
/* The same for who wrote just now: one who is new was heard. */
int64_t store_phone_wrote(struct store *store, const char *number,
    enum party_kind kind, int64_t now_ms, int64_t *person_id_out);
bool store_phone_find(struct store *store, const char *number,
    int64_t *phone_id_out, int64_t *person_id_out);
/* The id that the next new number gets. */
int64_t store_phone_next(struct store *store);
void store_phone_number(
    struct store *store, int64_t phone_id, char dst[PARTY_OCTETS]);

bool store_person_get(
    struct store *store, int64_t person_id, struct person *out);
/* Writes every field but id, phone, number, those behind them and what
 * store_turn.h keeps. */
void store_person_put(struct store *store, const struct person *person);
/* Writes lang alone. */
void store_person_put_lang(struct store *store, const struct person *person);
/* Written once an hour, so heard_ms may be so much too early. */
#define PERSON_HEARD_EACH_MS (INT64_C(3600) * 1000)
void store_person_heard(struct store *store, int64_t person_id, int64_t now_ms);
/* "Is this still them?" was asked now; 0: answered. */
void store_person_still(struct store *store, int64_t person_id, int64_t now_ms);
/* The officer of the area, or of the nearest parent area that has one, or any
 * officer; 0 = nobody. */
int64_t store_person_officer(struct store *store, int64_t area_id);
/* The officer of the nearest area above that one; 0 = none. */
int64_t store_person_officer_above(struct store *store, int64_t area_id);

/* Any person with the admin's role and a phone (the oldest row); false: none.
 * Alarms go there. */
bool store_person_admin(
    struct store *store, int64_t *phone_id_out, int64_t *person_id_out);

int64_t store_area_ensure(struct store *store, const char *name,
    const char *parent); /* parent "" = leave as it is */
int64_t store_area_find(struct store *store, const char *name); /* 0: none */
/* Its number in the tree (gateway/core/area.h); 0 = none. */
int64_t store_area_no(struct store *store, int64_t area_id);
void store_area_name(
    struct store *store, int64_t area_id, char *dst, size_t dst_octets);
/* Is `inner` the area itself or below it? */
bool store_area_within(struct store *store, int64_t inner, int64_t outer);

/* The quiet hours of the area, or of the nearest around it that has its own,
 * in minutes after local midnight; from == until: none there.  False: nobody
 * said; the market's count. */
bool store_area_quiet(struct store *store, int64_t area_id, int *from_min_out,
    int *until_min_out);
bool store_area_quiet_any(struct store *store);
/* from_min -1: as around it. */
void store_area_quiet_put(
    struct store *store, int64_t area_id, int from_min, int until_min);

/* Lists; fn returns false to stop.  after_id: only ids above it. */
void store_person_each(struct store *store, int64_t after_id, int limit,
    bool (*fn)(void *arg, const struct person *person), void *arg);
void store_area_each(struct store *store,
    bool (*fn)(void *arg, const struct area_row *area), void *arg);

#endif
