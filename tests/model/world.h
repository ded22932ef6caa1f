/* world - a market in memory for the model test: the real trade on a real
 * store, with phones that receive at once and a clock that the test turns.
 *
 * Everything is drawn from one seed, so a run can be repeated. */
#ifndef TESTS_MODEL_WORLD_H
#define TESTS_MODEL_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/core/market.h"
#include "gateway/core/party.h"
#include "gateway/store/store.h"

#define WORLD_PEOPLE 40
#define WORLD_CODES 8

struct world_person {
	char number[PARTY_OCTETS];
	char name[16];
	unsigned roles;
	int64_t person_id, phone_id;
	bool stopped; /* asked us to be silent */
	bool off; /* the phone takes nothing */
	char codes[WORLD_CODES][8]; /* that our texts told them, newest first */
	char last[400]; /* our last text to them */
};

struct world {
	char path[64];
	struct store *store;
	struct market market;
	struct lexicon *lexicon;
	struct catalogue *catalogue;
	struct trade *trade;
	struct world_person people[WORLD_PEOPLE];
	int64_t now_ms, link_id;
	uint64_t seed;
	/* Of the step under way: */
	int64_t cause_id; /* the text that came in; 0: none */
	long texts_out;
};

struct world *world_new(uint64_t seed);
void world_free(struct world **world);

/* A figure below `limit` (not 0). */
uint32_t world_random(struct world *world, uint32_t limit);

void world_text(
    struct world *world, struct world_person *from, const char *text);
/* Time passes; timers fire when they are due. */
void world_wait(struct world *world, int64_t ms);

/* The whole system is away; deadlines move, the trade is told. */
void world_outage(struct world *world, int64_t ms);
/* An admin acts (enum handler_act) for a person who called; refusing is no
 * failure. */
void world_admin(struct world *world, int act, const char *code,
    const struct world_person *person);
/* What the store itself says must hold (store_check). */
bool world_check(struct world *world, char *why, size_t why_octets);

#endif
