/* store_phone - who uses which phone, where it is more than one to one.
 *
 * A household shares a phone, a trader has two.  `phone.person_id` is who
 * speaks from it now, `person.phone_id` where they are written to.  Rows of
 * `phone_person` stand only where a phone has several people or a person
 * several phones, so the plain case costs nothing; then every pair has one. */
#ifndef GATEWAY_STORE_STORE_PHONE_H
#define GATEWAY_STORE_STORE_PHONE_H

#include "gateway/core/party.h"
#include "gateway/store/store.h"

#define STORE_PHONE_PEOPLE 8 /* most people of a phone, phones of a person */

/* Who uses it, the one who speaks now first; returns how many. */
size_t store_phone_people(
    struct store *store, int64_t phone_id, int64_t ids[STORE_PHONE_PEOPLE]);
/* A person's phones, the one they are written to first. */
size_t store_phone_phones(
    struct store *store, int64_t person_id, int64_t ids[STORE_PHONE_PEOPLE]);
bool store_phone_is_shared(struct store *store, int64_t phone_id);

/* The user of that name (the whole of it, or the first), else one without a
 * name; 0: neither. */
int64_t store_phone_named(
    struct store *store, int64_t phone_id, struct str name);

/* A stranger of whom nobody knows who they are: no name, no role, nothing to
 * sell. */
bool store_phone_is_bare(struct store *store, int64_t person_id);

/* One more user.  A bare stranger on it turns out to be that person, with what
 * they have ordered.  False: STORE_PHONE_PEOPLE
 * use it, or that many phones are theirs. */
bool store_phone_share(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms);
/* A new person with no name, who uses that phone too; 0: no room. */
int64_t store_phone_new_person(
    struct store *store, int64_t phone_id, int64_t now_ms);
/* One user less; when nobody is left it is a new stranger's, whose id is
 * returned (else 0). */
int64_t store_phone_part(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms);

/* The same for somebody who has lost that number and whose new one nobody
 * knows: store_phone_former() still finds them by the old one. */
int64_t store_phone_leave(
    struct store *store, int64_t phone_id, int64_t person_id, int64_t now_ms);
/* The last who left it so and has no phone since; 0: nobody. */
int64_t store_phone_former(struct store *store, int64_t phone_id);

/* Who speaks now. */
void store_phone_speaker(
    struct store *store, int64_t phone_id, int64_t person_id);
/* Where they are written to from now on: last used. */
void store_phone_prefer(
    struct store *store, int64_t person_id, int64_t phone_id);

/* All of it for somebody with a new number: they leave the one phone for the
 * other, whose stranger becomes them.  Returns who is on the old phone now. */
int64_t store_phone_move(struct store *store, int64_t person_id,
    int64_t from_phone_id, int64_t to_phone_id, int64_t now_ms);

/* What is open with them on the one phone goes to the other: questions,
 * proposals, orders.  Texts that wait for the old one are the caller's. */
void store_phone_carry(struct store *store, int64_t person_id,
    int64_t from_phone_id, int64_t to_phone_id);
/* Only the open question: they answer it from another phone of theirs. */
void store_phone_carry_question(struct store *store, int64_t person_id,
    int64_t from_phone_id, int64_t to_phone_id);
/* Open orders of one person become another's: a stranger who turned out to be
 * somebody we know. */
void store_phone_merge(
    struct store *store, int64_t from_person_id, int64_t to_person_id);

#endif
