/* story_dial - somebody dials, in a story: the trade's side of dialogues, with
 * what the gateway keeps for them in between.
 *
 * The transcript has what they type behind `*`, and what they see behind `|`;
 * the last screen of a dialogue ends in a line `|.`.  Each screen is measured:
 * one that is longer than 160 septets or 70 units fails the test. */
#ifndef TESTS_SCENARIO_STORY_DIAL_H
#define TESTS_SCENARIO_STORY_DIAL_H

#include "gateway/core/session.h"

#include "tests/scenario/story.h"

/* *384*96*BEHIND#, "" for the code alone. */
void story_dial(struct story *story, const char *name, const char *behind);
void story_key(struct story *story, const char *name, const char *typed);
/* Several keys, with blanks between them. */
void story_keys(struct story *story, const char *name, const char *typed);

/* The line breaks; the next dial may go on. */
void story_drop(struct story *story, const char *name);
/* The last answer once more, to the screen that it was an answer to. */
void story_repeat(struct story *story, const char *name);
/* An answer to a dialogue that is over. */
void story_late(struct story *story, const char *name, const char *typed);

/* From now on they are told "we will text you" before the trade has its turn,
 * and see no screen of it. */
void story_slow(struct story *story, bool slow);

/* Has the dialogue ended? */
bool story_is_over(struct story *story, const char *name);
/* What is kept of it is spoilt in one octet, or cut. */
void story_spoil(struct story *story, const char *name, uint32_t random);
/* Screens are measured, and not written down. */
void story_quiet_dial(struct story *story);

/* The market takes over another file of screens: the one that comes with
 * furrow, and these lines behind it.  False: it is refused. */
bool story_screens(struct story *story, const char *lines);

/* The way in, to be changed. */
struct session_channel *story_channel(struct story *story);
/* The operator's word for the language. */
void story_hint(struct story *story, const char *lang);

#endif
