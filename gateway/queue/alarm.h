/* alarm - the few things that somebody must come and mend.
 *
 * A link that has been gone for a minute or whose texts the network does not
 * take (no credit, barred), a modem whose store or a disk that fills, a queue
 * that does not move, a clock that cannot be believed, money for texts that
 * runs out, a number that no route gives to a link, a phone that answers by
 * itself.  Each alarm that goes on is one log
 * line, one line in `furrow status`, and one text to the admin's phone by
 * whatever link works, with what to do (alarm_sms.h) and not too often
 * (alarm_tell.h); going off is a log line.
 * Looked at every few seconds, inside a turn. */
#ifndef GATEWAY_QUEUE_ALARM_H
#define GATEWAY_QUEUE_ALARM_H

#include "gateway/core/handler.h"
#include "gateway/core/link.h"

#define ALARMS_MAX 1024 /* eight a link, and the rest */
#define ALARM_TEXT_OCTETS 160

struct alarm {
	char text[ALARM_TEXT_OCTETS]; /* "link a: no answer since …" */
	char key[48]; /* "link a", "disk" … */
	bool on;
	bool owed; /* its text is not durable yet; outlives `on` */
	bool telling; /* the text is in the turn under way */
	int64_t since_mono_ms; /* when it was first seen wrong */
	int64_t silent_mono_ms; /* no other text before */
};

/* What the daemon knows and no turn sees. */
enum alarm_said {
	ALARM_BACKUP_FAILED,
	ALARM_BACKUP_OLD,
	ALARM_WEBHOOK,
	ALARM_WEBHOOK_BEHIND,
	ALARMS_SAID
};

struct alarms {
	struct alarm alarm[ALARMS_MAX];
	size_t count;
	int64_t looked_mono_ms;
	int64_t hour_mono_ms; /* since then so many texts */
	int hour_texts; /* of links */
	size_t troubles; /* links in trouble at the last look */
	bool disk_failed; /* the last commit or call failed on the disk */
	char nowhere[PARTY_OCTETS]; /* no link may carry texts there; "": all */
	char said[ALARMS_SAID][ALARM_TEXT_OCTETS]; /* "": nothing is wrong */
	int64_t link_patience_ms, disk_least_octets, queue_patience_ms;
};

void alarms_init(struct alarms *alarms);

/* Is it time to look again?  At once when a link came into trouble, or out of
 * it: people wait for that. */
bool alarms_due(const struct alarms *alarms, struct link *const *links,
    size_t links_count, int64_t mono_ms);
/* The disk failed, or works again; a change is looked at by the next turn. */
void alarms_disk(struct alarms *alarms, bool failed);
void alarms_say(struct alarms *alarms, enum alarm_said which, const char *text);
void alarms_look(struct alarms *alarms, const struct turn *turn,
    struct link *const *links, size_t links_count, int64_t mono_ms);

#endif
