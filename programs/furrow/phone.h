/* phone - what the modes of `furrow phone` share: the people with phones, and
 * how a conversation looks.
 *
 * People come from a file of lines NAME NUMBER ROLE ('#' begins a comment);
 * a number that is in no list is a person of that name. */
#ifndef PROGRAMS_FURROW_PHONE_H
#define PROGRAMS_FURROW_PHONE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

#include "programs/furrow/phone_sim.h"

#define PHONE_NAME_OCTETS 40
#define PHONE_PEOPLE 500

struct phone_person {
	char name[PHONE_NAME_OCTETS];
	char number[PHONE_NUMBER_OCTETS];
	char role[PHONE_NAME_OCTETS]; /* may be empty */
	unsigned place; /* in the list, from 0: its colour */
};

struct phones {
	struct phone_sim *sim;
	char market[PHONE_NUMBER_OCTETS]; /* where texts go */
	struct phone_person people[PHONE_PEOPLE];
	size_t count;
	int wait_ms; /* how long to look for answers; -1 not said */
};

/* 0, or -1 with err (offset: line). */
int phone_people_read(struct phones *phones, const char *path, struct err *err);

/* By name (case does not matter), number, or place in the list from "1" on;
 * NULL when there is none. */
const struct phone_person *phone_find(
    const struct phones *phones, const char *who);
/* As above, but a number is added; NULL: neither a name nor a number. */
const struct phone_person *phone_take(struct phones *phones, const char *who);

/* One line on the terminal, with the time: a text somebody sent, a text that
 * somebody got. */
void phone_show_sent(const struct phone_person *from, const char *text);
void phone_show_arrived(struct phones *phones, const struct phone_text *text);

/* Sends and shows; 0, or -1 with err. */
int phone_send(struct phones *phones, const struct phone_person *from,
    const char *text, struct err *err);

/* The modes; each returns the exit status. */
int phone_play(struct phones *phones, const struct phone_person *first);
int phone_script(struct phones *phones, const char *path);

#endif
