/* modem_record - the driver's table of records; for modem/ only. */
#ifndef MODEM_MODEM_RECORD_H
#define MODEM_MODEM_RECORD_H

#include "modem/at_arg.h"
#include "modem/modem_private.h"

/* What stood in a slot, read once. */
struct reading {
	int store, index;
	struct str text;
	uint8_t octets[PDU_HEX_OCTETS / 2];
	struct span pdu; /* in octets; empty when the text is no hex */
	int64_t announced_octets;
	bool fits;
	uint64_t hash;
	bool report; /* the TPDU is a status report, or it came as one */
};

void modem_reading_of(struct reading *out, const struct at_line *line);

/* The state of a record, from its header (27.005 3.1); -1: not told by a
 * number, and in words none that we know. */
int modem_reading_stat(struct at_arg *args);
/* Stored for sending or sent: a message of our own, never one for us. */
bool modem_stat_is_own(int stat);

struct record *modem_record_find(struct modem *m, int store, int index);
/* Of that state, one of the open store first; or NULL. */
struct record *modem_record_first(struct modem *m, enum record_state state);
#define DELETES_MAX 4 /* in one session, of one that does not go */
bool modem_record_any(const struct modem *m, enum record_state state);
/* As RECORD_READ.  NULL: no place left; the text waits for a later list. */
struct record *modem_record_add(struct modem *m, int store, int index);
void modem_record_forget(struct modem *m, struct record *r);
/* That one was deleted before and is there still: delete it once more, or
 * leave it, but do not give it again. */
bool modem_record_is_buried(struct modem *m, const struct reading *reading);
/* Stored for sending or sent. */
void modem_record_note_own(struct modem *m, const struct reading *reading);
/* The last slot of a store first, the open store first; NULL: none can be
 * deleted now. */
struct record *modem_record_to_delete(struct modem *m);
void modem_store_start_delete(struct modem *m, struct record *r);
/* The answer says that nothing is in that slot. */
bool modem_slot_is_empty(const struct at_result *result);
/* Gone from the modem: forgotten, and the owner is told. */
void modem_record_deleted(struct modem *m, struct record *r);

/* Up to the owner; when he has no room, forgotten and held. */
void modem_record_give(
    struct modem *m, struct record *r, const struct reading *reading);
/* Doubtful: to be read by itself.  r may be NULL. */
void modem_record_read_again(
    struct modem *m, struct record *r, const struct reading *reading);
/* The slot of a record that was given before was read. */
void modem_record_known(
    struct modem *m, struct record *r, const struct reading *reading);

void modem_record_list_begins(struct modem *m);
/* whole: nothing was lost, what it did not show is not there. */
void modem_record_list_ended(struct modem *m, bool whole);
/* A list has shown the slot that news named. */
void modem_record_untell(struct modem *m, int store, int index);
/* List again when all that was found is dealt with: more may have come. */
void modem_relist_if_done(struct modem *m);

#endif
