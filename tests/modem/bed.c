#include "tests/modem/bed.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

static bool
on_record(void *arg, const struct modem_record *r)
{
	struct bed *bed = arg;
	if (bed->full)
		return false;
	buf_add_format(&bed->story, "%s%s:%d ", r->report ? "report " : "",
	    r->place.store, r->place.index);
	if (!r->fits)
		buf_add_text(&bed->story, "garbled ");
	return true;
}

static void
on_sent(void *arg, const struct modem_sent *s)
{
	static const char *const names[] = {
	    "accepted", "refused", "unknown", "late"};
	struct bed *bed = arg;
	buf_add_format(
	    &bed->story, "%s:%d:%d ", names[s->how], s->reference, s->code);
}

static void
on_deleted(void *arg, const struct modem_place *place)
{
	struct bed *bed = arg;
	buf_add_format(
	    &bed->story, "deleted %s:%d ", place->store, place->index);
}

static void
on_call(void *arg, const char *number)
{
	struct bed *bed = arg;
	buf_add_format(&bed->story, "call %s ", number);
}

static void
on_change(void *arg)
{
	(void)arg;
}

static void
on_ussd(void *arg, const struct modem_ussd_answer *a)
{
	static const char *const names[] = {"answered", "refused", "silent"};
	struct bed *bed = arg;
	buf_add_format(
	    &bed->story, "ussd %d.%zu %s", (int)a->id, a->step, names[a->how]);
	if (a->how == MODEM_USSD_ANSWERED)
		buf_add_format(&bed->story, " [%s]", a->text);
	if (a->why != NULL)
		buf_add_format(&bed->story, " (%s)", a->why);
	buf_add_format(&bed->story, "%s%s ", a->asks ? " asks" : "",
	    a->last ? " last" : "");
}

/* Seconds become tenths, so that a test of silence is quick. */
static void
shrink(struct modem_config *config)
{
	static const int64_t short_ms[MODEM_TIMES] = {
	    [MODEM_T_ESCAPE] = 5,
	    [MODEM_T_AT] = 60,
	    [MODEM_T_COMMAND] = 150,
	    [MODEM_T_TAIL] = 60,
	    [MODEM_T_SIM] = 300,
	    [MODEM_T_STORE] = 300,
	    [MODEM_T_LIST] = 200,
	    [MODEM_T_LIST_TAIL] = 60,
	    [MODEM_T_SLOT] = 150,
	    [MODEM_T_PROMPT] = 150,
	    [MODEM_T_SEND] = 300,
	    [MODEM_T_SEND_LEARNED] = 300,
	    [MODEM_T_SEND_DOUBT] = 60,
	    [MODEM_T_QUIET] = 20,
	    [MODEM_T_BABBLE] = 200,
	    [MODEM_T_STEP] = 60,
	    [MODEM_T_DEBOUNCE] = 5,
	    [MODEM_T_ODD] = 50,
	    [MODEM_T_SWEEP] = 60000,
	    [MODEM_T_POLL_SWEEP] = 60000,
	    [MODEM_T_HEALTH] = 60000,
	    [MODEM_T_POLL] = 20,
	    [MODEM_T_ABSENT] = 20,
	    [MODEM_T_WATCH] = 20,
	    [MODEM_T_BACKOFF] = 20,
	    [MODEM_T_BACKOFF_MAX] = 100,
	    [MODEM_T_RESTART] = 50,
	    [MODEM_T_DTR] = 10,
	    [MODEM_T_BOOT] = 100,
	    [MODEM_T_LOOK] = 50,
	    [MODEM_T_LENIENT] = 50,
	    [MODEM_T_RESET_COMMAND] = 500,
	    [MODEM_T_USSD] = 200,
	    [MODEM_T_USSD_TEXT] = 200,
	    [MODEM_T_USSD_LATE] = 40,
	    [MODEM_T_USSD_SOON] = 60,
	};
	for (int i = 0; i < MODEM_TIMES; i++)
		if (config->times_ms[i] == 0)
			config->times_ms[i] = short_ms[i];
}

struct bed *
bed_new(const char *capture, const char *pin)
{
	struct modem_config config = {.pin = pin};
	return bed_new_as(capture, &config);
}

struct bed *
bed_new_as(const char *capture, const struct modem_config *wanted)
{
	struct bed *bed = calloc(1, sizeof(*bed));
	assert_non_null(bed);
	str_copy(bed->dir, sizeof(bed->dir), STR("modem_test.XXXXXX"));
	assert_non_null(mkdtemp(bed->dir));
	snprintf(bed->path, sizeof(bed->path), "%s/tty", bed->dir);
	bed->loop = loop_new();
	loop_by_hand(bed->loop);
	bed->peer = peer_new(bed->loop, bed->path);
	if (capture != NULL)
		peer_load(bed->peer, capture);
	bed->story = buf_new(65536);
	bed->sink = (struct modem_sink){
	    bed, on_record, on_sent, on_deleted, on_call, on_change, on_ussd};
	struct modem_config config = *wanted;
	config.name = "m";
	snprintf(bed->device, sizeof(bed->device), "%s/%s", bed->dir,
	    config.device == NULL ? "tty" : config.device);
	config.device = bed->device;
	shrink(&config);
	bed->modem = modem_new(bed->loop, &config, &bed->sink);
	modem_start(bed->modem);
	return bed;
}

void
bed_free(struct bed *bed)
{
	modem_free(&bed->modem);
	peer_free(&bed->peer);
	loop_free(&bed->loop);
	buf_free(&bed->story);
	rmdir(bed->dir);
	free(bed);
}

void
pass_ms(struct bed *bed, int64_t ms)
{
	peer_pass(bed->loop, ms);
}

const char *
story(struct bed *bed)
{
	return bed->story.at == NULL ? "" : bed->story.at;
}

void
wait_for(
    struct bed *bed, const char *(*source)(struct bed *), const char *wanted)
{
	for (int i = 0; i < 1000 && strstr(source(bed), wanted) == NULL; i++)
		pass_ms(bed, 5);
	if (strstr(source(bed), wanted) == NULL)
		fail_msg("no \"%s\" in \"%s\"; heard \"%s\"", wanted,
		    source(bed), peer_heard(bed->peer));
}

const char *
heard(struct bed *bed)
{
	return peer_heard(bed->peer);
}

void
wait_status(struct bed *bed, enum modem_status status)
{
	for (int i = 0; i < 1000 && modem_status(bed->modem) != status; i++)
		pass_ms(bed, 5);
	assert_int_equal(modem_status(bed->modem), status);
}

struct bed *
bed_up(const char *capture)
{
	struct bed *bed = bed_new(capture, NULL);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	pass_ms(bed, 20);
	peer_forget(bed->peer);
	return bed;
}

void
send_text(struct bed *bed)
{
	assert_true(modem_send(
	    bed->modem, 7, STR("0001000C91527411000010000002E834"), 15));
}

void
discard(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

/* Silence is most of what is tested here: it is made short. */
struct bed *
bed_hasty(struct modem_config config)
{
	static const int64_t hasty_ms[MODEM_TIMES] = {
	    [MODEM_T_AT] = 15,
	    [MODEM_T_COMMAND] = 40,
	    [MODEM_T_LIST] = 40,
	    [MODEM_T_PROMPT] = 60,
	    [MODEM_T_SEND] = 100,
	    [MODEM_T_SEND_LEARNED] = 100,
	    [MODEM_T_SEND_DOUBT] = 30,
	    [MODEM_T_QUIET] = 10,
	    [MODEM_T_STEP] = 20,
	    [MODEM_T_DTR] = 5,
	    [MODEM_T_BACKOFF] = 5,
	    [MODEM_T_BACKOFF_MAX] = 10,
	    [MODEM_T_BOOT] = 20,
	    [MODEM_T_RESTART] = 10,
	    [MODEM_T_LOOK] = 20,
	    [MODEM_T_LENIENT] = 10,
	    [MODEM_T_DENIED] = 10,
	    [MODEM_T_RESET_COMMAND] = 1000,
	};
	memcpy(config.times_ms, hasty_ms, sizeof(hasty_ms));
	struct bed *bed = bed_new_as("generic", &config);
	wait_status(bed, MODEM_UP);
	wait_for(bed, heard, "AT+COPS?|");
	pass_ms(bed, 10);
	peer_forget(bed->peer);
	return bed;
}
