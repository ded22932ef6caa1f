/* store_follow - who asked to hear of what, and how far each piece of news has
 * come.
 *
 * A topic is a word: FOLLOW_SALES, "product:mango", "seller:17".  News go out
 * by a cursor over the followers in order of their ids: one row, however many
 * they are; a batch reads as many rows as it tells, and no more. */
#ifndef GATEWAY_STORE_STORE_FOLLOW_H
#define GATEWAY_STORE_STORE_FOLLOW_H

#include "gateway/store/store.h"

#define FOLLOW_TOPIC_OCTETS 64
#define FOLLOW_SALES "sales"
#define FOLLOW_PRODUCT "product:"
#define FOLLOW_SELLER "seller:"
#define FOLLOW_MOST 12 /* topics of one person */

void store_follow_add(struct store *store, int64_t person_id, int64_t phone_id,
    const char *topic, int64_t now_ms);
/* False: was not followed. */
bool store_follow_drop(
    struct store *store, int64_t person_id, const char *topic);
bool store_follow_has(
    struct store *store, int64_t person_id, const char *topic);
/* A person's topics, oldest first; returns how many. */
size_t store_follow_of(struct store *store, int64_t person_id,
    char out[FOLLOW_MOST][FOLLOW_TOPIC_OCTETS]);

struct follower {
	int64_t person_id, phone_id;
};
/* Up to `limit` followers of a topic with ids above after_id, ascending. */
size_t store_follow_after(struct store *store, const char *topic,
    int64_t after_id, struct follower *out, size_t limit);

/* Sellers and leaders of that name, or whose name begins with it and a blank;
 * up to `limit`. */
size_t store_follow_seller(
    struct store *store, const char *name, int64_t *ids, size_t limit);

/* -- news ------------------------------------------------------------------ */

enum news_kind {
	NEWS_SALE = 1, /* ref: sale; it began */
	NEWS_SELLER, /* ref: seller; something new on offer */
	NEWS_OVER, /* ref: sale; to those who waited in vain */
};

struct news {
	int64_t id;
	enum news_kind kind;
	int64_t ref;
	int64_t topic; /* at work, from 0; the kind says which they are */
	int64_t after_id; /* the cursor */
	int64_t told, last_id, since_ms, day;
	bool done;
};

bool store_news_get(struct store *store, int64_t id, struct news *out);
bool store_news_find(
    struct store *store, enum news_kind kind, int64_t ref, struct news *out);
/* id 0: new, and filled in. */
void store_news_put(struct store *store, struct news *news);

#endif
