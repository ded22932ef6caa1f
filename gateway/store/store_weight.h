/* store_weight - what makes a seller's share heavier: sets of weights by
 * admin, and campaigns.
 *
 * A set is a factor and the people in it ("course done", and, protected, "poor
 * household"): who is in a protected one is told to admins only, on asking.  A
 * campaign is a factor for an area, for a time, for so many texts that its
 * sponsor pays: every proposal to a seller there counts one, and with the last
 * one it ends.  Factors multiply; 1000 is plain. */
#ifndef GATEWAY_STORE_STORE_WEIGHT_H
#define GATEWAY_STORE_STORE_WEIGHT_H

#include "gateway/store/store.h"

#define WEIGHT_NAME_OCTETS 48
#define WEIGHT_FACTOR_MAX 100000 /* a hundred times a plain share */
#define CAMPAIGNS_MAX 16 /* that run at once: a choice looks at each */

struct weight_set {
	int64_t id;
	char name[WEIGHT_NAME_OCTETS];
	int64_t factor_milli;
	bool is_protected;
	int64_t people; /* how many are in it */
};

/* Makes it, or changes factor and protection; the id, 0 on failure. */
int64_t store_weight_put(struct store *store, const char *name,
    int64_t factor_milli, bool is_protected);
/* Any case of letters. */
bool store_weight_find(
    struct store *store, const char *name, struct weight_set *out);
void store_weight_each(struct store *store,
    bool (*fn)(void *arg, const struct weight_set *set), void *arg);
/* The sets that this person is in. */
void store_weight_of(struct store *store, int64_t person_id,
    bool (*fn)(void *arg, const struct weight_set *set), void *arg);
/* False: it was so already. */
bool store_weight_join(
    struct store *store, int64_t person_id, int64_t set_id, bool in);

struct campaign {
	int64_t id;
	char name[WEIGHT_NAME_OCTETS], sponsor[WEIGHT_NAME_OCTETS];
	int64_t area_id, area_no; /* area_id 0: the whole market */
	int64_t factor_milli;
	int64_t texts, spent; /* texts 0: as many as it takes */
	int64_t from_ms, until_ms,
	    ended_ms; /* until 0: no end; ended 0: runs */
};

/* Fills id; false, and nothing changed: as many run as can. */
bool store_campaign_add(struct store *store, struct campaign *campaign);
/* Newest first, those that ended too. */
void store_campaign_each(struct store *store, int limit,
    bool (*fn)(void *arg, const struct campaign *campaign), void *arg);
/* False: no such one, or it ended before. */
bool store_campaign_end(struct store *store, int64_t id, int64_t now_ms);

/* What multiplies this seller's own weight, in thousandths; what campaigns
 * have spent counts one text more. */
int64_t store_weight_spend(
    struct store *store, int64_t person_id, int64_t area_no, int64_t now_ms);

#endif
