#include "gateway/queue/alarm_tell.h"

#include <string.h>

#include "gateway/queue/alarm_sms.h"
#include "gateway/store/store_message.h"
#include "gateway/store/store_person.h"

#define HOUR_MS (INT64_C(60) * 60 * 1000)

bool
alarm_tell_whom(const struct turn *turn, int64_t *phone_id, int64_t *person_id)
{
	return store_phone_find(turn->store, turn->market->admin_phone,
		   phone_id, person_id) ||
	       store_person_admin(turn->store, phone_id, person_id);
}

/* False: nobody is an admin, or it cannot be stored. */
static bool
text_admin(const struct turn *turn, const struct alarm *alarm)
{
	int64_t phone_id = 0, person_id = 0;
	if (!alarm_tell_whom(turn, &phone_id, &person_id))
		return false;
	char words[ALARM_SMS_OCTETS];
	struct message_out out = {
	    .phone_id = phone_id,
	    .person_id = person_id,
	    .now_ms = turn->now_ms,
	    .text = str_from(alarm_sms_write(words, alarm->key, alarm->text)),
	    .class_ = MESSAGE_ALARM,
	    .stale_ms = turn->now_ms + 6 * HOUR_MS,
	    .subject = SUBJECT_ALARM,
	};
	return store_message_queue(turn->store, &out) != 0;
}

bool
alarm_tell_is_silent(const struct alarms *alarms, const struct alarm *alarm)
{
	return alarms->looked_mono_ms < alarm->silent_mono_ms;
}

/* Its key has a name: "link a". */
static bool
is_of_link(const struct alarm *alarm)
{
	return strchr(alarm->key, ' ') != NULL;
}

static bool
is_kept_back(const struct alarms *alarms, const struct alarm *alarm)
{
	return alarm_tell_is_silent(alarms, alarm) ||
	       (is_of_link(alarm) && alarms->hour_texts >= ALARM_TELL_HOUR);
}

static void
begin_hour(struct alarms *alarms)
{
	if (alarms->looked_mono_ms - alarms->hour_mono_ms < HOUR_MS)
		return;
	alarms->hour_mono_ms = alarms->looked_mono_ms;
	alarms->hour_texts = 0;
}

void
alarm_tell_all(struct alarms *alarms, const struct turn *turn)
{
	begin_hour(alarms);
	for (size_t i = 0; i < alarms->count; i++) {
		struct alarm *alarm = &alarms->alarm[i];
		if (!alarm->owed || alarm->telling ||
		    is_kept_back(alarms, alarm))
			continue;
		alarm->telling = text_admin(turn, alarm);
		alarms->hour_texts += alarm->telling && is_of_link(alarm);
		/* Nobody to tell; a failed store is another matter. */
		if (!alarm->telling && store_failed(turn->store, NULL) == 0)
			alarm->owed = false;
	}
}

void
alarm_tell_off(const struct alarms *alarms, struct alarm *alarm)
{
	if (!alarm->telling && is_kept_back(alarms, alarm))
		alarm->owed = false;
}

void
alarm_tell_ended(struct alarms *alarms, bool committed)
{
	for (size_t i = 0; i < alarms->count; i++) {
		struct alarm *alarm = &alarms->alarm[i];
		if (alarm->telling && committed) {
			alarm->owed = false;
			alarm->silent_mono_ms =
			    alarms->looked_mono_ms + ALARM_TELL_AGAIN_MS;
		} else if (alarm->telling && is_of_link(alarm)) {
			alarms->hour_texts--;
		}
		alarm->telling = false;
	}
}
