/* story_stage - what story.c and story_ledger.c share. */
#ifndef TESTS_SCENARIO_STORY_STAGE_H
#define TESTS_SCENARIO_STORY_STAGE_H

#include "base/buf.h"

#include "gateway/core/party.h"
#include "gateway/core/session.h"
#include "gateway/store/store.h"

#include "tests/scenario/story.h"

#define PEOPLE 32

struct actor {
	char name[32];
	char number[PARTY_OCTETS];
	int64_t person_id, phone_id;
	bool off;
};

/* A dialogue as the gateway keeps it (story_dial.c). */
struct story_dialled {
	int64_t id;
	int turns;
	struct session_state state, before; /* the last answer */
	char typed[SESSION_INPUT_OCTETS];
	char made[SESSION_MADE_OCTETS];
	bool open, dropped, resumable;
};

struct story {
	char name[64];
	char path[64];
	struct store *store;
	struct market market;
	struct lexicon *lexicon;
	struct catalogue *catalogue;
	struct trade *trade;
	struct actor people[PEOPLE];
	size_t people_count;
	int64_t now_ms, link_id;
	int64_t by_link_id; /* 0: link_id */
	bool by_low_trust, over;
	bool clock_sure, link_down;
	bool more_goods, all_goods, quiet_dial, slow_dial;
	int64_t unsure_since_ms;
	uint64_t random;
	char said[64], pin[8]; /* just now; "" too short to be looked for */
	char told_by_log[256]; /* a line of the log that tells too much */
	struct buf out;
	struct story_dialled dialled[PEOPLE];
	struct session_channel channel;
	char hint[12];
	int64_t dial_id;
	uint64_t dial_random;
};

/* Fails the test when nobody has that name. */
struct actor *story_actor(struct story *story, const char *name);
/* "seller|officer" as enum person_role bits. */
unsigned story_roles(const char *words);

/* Fails the test when the store has failed. */
void story_commit(struct story *story);
/* Everything that is due leaves and arrives. */
void story_flush(struct story *story);
/* What must always hold (story.h). */
void story_check(struct story *story);

#endif
