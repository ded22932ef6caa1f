/* The daemon's driver on that port, up to where texts would be listed. */
#include <string.h>

#include "base/log.h"
#include "base/loop.h"
#include "base/timer.h"

#include "modem/modem.h"
#include "modem/quirk.h"
#include "modem/trace.h"
#include "programs/furrow/link_probe.h"

struct drive {
	struct loop *loop;
	struct modem *modem;
	struct modem_sink sink;
	bool over; /* time is */
};

static bool
no_record(void *arg, const struct modem_record *record)
{
	(void)arg;
	(void)record;
	return false;
}

static void
no_sent(void *arg, const struct modem_sent *sent)
{
	(void)arg;
	(void)sent;
}

static void
no_deleted(void *arg, const struct modem_place *place)
{
	(void)arg;
	(void)place;
}

static void
no_call(void *arg, const char *number)
{
	(void)arg;
	(void)number;
}

static void
no_change(void *arg)
{
	(void)arg;
}

static void
no_log(const char *line, void *arg)
{
	(void)line;
	(void)arg;
}

static void
on_over(void *arg)
{
	*(bool *)arg = true;
}

/* Restarting a modem, or its USB port, is not for a look. */
static bool
is_done(const struct drive *drive)
{
	struct modem_description d;
	enum modem_status status = modem_status(drive->modem);
	modem_describe(drive->modem, &d);
	return drive->over || status == MODEM_UP || status == MODEM_PARKED ||
	       d.rung >= MODEM_RUNG_RADIO;
}

static json_t *
steps_json(const struct trace *trace)
{
	json_t *steps = json_array();
	const struct trace_step *step;
	for (int i = 0; (step = trace_at(trace, i)) != NULL; i++)
		json_array_append_new(steps,
		    json_pack("{s:s, s:i, s:s, s:s, s:s}", "asked", step->asked,
			"times", step->times, "answered", step->answered,
			"chosen", step->chosen, "why", step->why));
	return steps;
}

/* The answer to that question, without its prefix and its OK. */
static const char *
answer_to(
    const struct trace *trace, const char *asked, char *dst, size_t octets)
{
	const struct trace_step *step;
	dst[0] = '\0';
	for (int i = 0; (step = trace_at(trace, i)) != NULL; i++)
		if (strcmp(step->asked, asked) == 0)
			str_copy(dst, octets, str_from(step->answered));
	char *bar = strstr(dst, " | OK");
	const char *colon = strchr(dst, ':');
	if (bar != NULL)
		*bar = '\0';
	if (dst[0] != '+' || colon == NULL)
		return dst;
	return colon[1] == ' ' ? colon + 2 : colon + 1;
}

static void
tell(json_t *report, const struct drive *drive)
{
	struct modem_description d;
	const struct trace *trace = modem_trace(drive->modem);
	char text[160];
	modem_describe(drive->modem, &d);
	link_probe_set(report, "maker", d.maker);
	link_probe_set(report, "model", d.model);
	link_probe_set(report, "firmware", d.firmware);
	link_probe_set(report, "imei", d.imei_tail);
	link_probe_set(
	    report, "sim", answer_to(trace, "AT+CPIN?", text, sizeof(text)));
	link_probe_set(
	    report, "imsi", answer_to(trace, "AT+CIMI", text, sizeof(text)));
	link_probe_set(report, "state", d.state);
	link_probe_set(report, "why", d.why);
	json_object_set_new(
	    report, "up", json_boolean(modem_status(drive->modem) == MODEM_UP));
	json_object_set_new(report, "set_up",
	    json_boolean(modem_status(drive->modem) == MODEM_UP ||
			 strcmp(d.state, "registering") == 0));
	json_object_set_new(report, "steps", steps_json(trace));
}

void
link_probe_drive(json_t *report, const struct link_probe *probe, int speed)
{
	struct drive drive = {.loop = loop_new(),
	    .sink = {NULL, no_record, no_sent, no_deleted, no_call, no_change,
		NULL}};
	struct modem_config config = {.name = "probe",
	    .device = probe->device,
	    .speed = speed,
	    .pin = probe->pin};
	struct timer *timer = timer_new(drive.loop, on_over, &drive.over);
	log_set_sink(no_log, NULL);
	drive.modem = modem_new(drive.loop, &config, &drive.sink);
	modem_start(drive.modem);
	modem_quiesce(drive.modem); /* it shall list no texts */
	timer_arm(timer, probe->wait_ms);
	while (!is_done(&drive))
		loop_once(drive.loop, true);
	tell(report, &drive);
	json_object_set_new(report, "over", json_boolean(drive.over));
	timer_free(&timer);
	modem_free(&drive.modem);
	loop_free(&drive.loop);
	log_set_sink(NULL, NULL);
}
