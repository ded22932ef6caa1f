#include "programs/furrow/link_probe.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/json.h"

#include "modem/at_arg.h"
#include "modem/port_talk.h"
#include "modem/trace.h"
#include "modem/tty.h"

#define ASK_MS 5000
#define SLOW_MS 15000
#define PROMPT_MS 10000
#define ESCAPE_MS 2000
#define CLEAR_MS 100

/* -- questions ------------------------------------------------------------ */

struct question {
	const char *key; /* of the report; NULL: only its time counts */
	const char *command, *prefix;
	int64_t timeout_ms;
};

static const struct question questions[] = {
    {NULL, "AT", NULL, ASK_MS},
    {NULL, "AT+CGMI", "", ASK_MS},
    {"creg", "AT+CREG?", "+CREG:", ASK_MS},
    {"cereg", "AT+CEREG?", "+CEREG:", ASK_MS},
    {"signal", "AT+CSQ", "+CSQ:", ASK_MS},
    {"operator", "AT+COPS?", "+COPS:", SLOW_MS},
    {"centre", "AT+CSCA?", "+CSCA:", ASK_MS},
    {"stores", "AT+CPMS?", "+CPMS:", SLOW_MS},
    {"news", "AT+CNMI?", "+CNMI:", ASK_MS},
    {"burst", "AT+CMMS=?", "+CMMS:", ASK_MS},
    {"ussd", "AT+CUSD=?", "+CUSD:", ASK_MS},
};

static const char *
without_prefix(const char *text)
{
	const char *colon = text[0] == '+' ? strchr(text, ':') : NULL;
	if (colon == NULL)
		return text;
	return colon[1] == ' ' ? colon + 2 : colon + 1;
}

/* A cell's number tells where a person lives: only the state is kept. */
static void
keep_state(char *text)
{
	char *comma = strchr(text, ',');
	comma = comma == NULL ? NULL : strchr(comma + 1, ',');
	if (comma != NULL)
		*comma = '\0';
}

static void
ask_all(json_t *report, struct port_talk *talk)
{
	struct port_answer answer;
	char words[96];
	json_t *times = json_array();
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
		const struct question *q = &questions[i];
		bool came = port_ask(
		    talk, q->command, q->prefix, q->timeout_ms, &answer);
		port_result_words(words, sizeof(words), &answer);
		json_array_append_new(times,
		    json_pack("{s:s, s:s, s:I}", "asked", q->command, "result",
			words, "ms", (json_int_t)(came ? answer.ms : -1)));
		if (q->key == NULL)
			continue;
		if (strstr(q->key, "reg") != NULL)
			keep_state(answer.text);
		link_probe_set(report, q->key,
		    answer.text[0] != '\0' ? without_prefix(answer.text)
					   : words);
	}
	json_object_set_new(report, "times", times);
}

/* -- news, prompt --------------------------------------------------------- */

/* Some tell their state when it is switched on; any other line will do. */
static void
look_for_news(json_t *report, struct port_talk *talk, int64_t listen_ms)
{
	struct port_answer answer;
	char text[320];
	talk->news[0] = '\0';
	talk->news_count = 0;
	port_ask(talk, "AT+CREG=0", NULL, ASK_MS, &answer);
	port_ask(talk, "AT+CREG=2", NULL, ASK_MS, &answer);
	port_listen(talk, listen_ms);
	if (talk->news_count == 0)
		snprintf(text, sizeof(text),
		    "none while looking, which proves nothing: text to this "
		    "SIM and look again");
	else
		snprintf(
		    text, sizeof(text), "they come out here: %s", talk->news);
	json_object_set_new(
	    report, "news_seen", json_boolean(talk->news_count > 0));
	link_probe_set(report, "unasked", text);
}

static void
try_prompt(json_t *report, struct port_talk *talk)
{
	struct port_answer answer, after;
	char words[96], text[160];
	port_ask(talk, "AT+CMGF=0", NULL, ASK_MS, &answer);
	port_ask(talk, "AT+CMGS=20", NULL, PROMPT_MS, &answer);
	port_result_words(words, sizeof(words), &answer);
	json_object_set_new(report, "prompt_seen", json_boolean(answer.prompt));
	if (!answer.prompt) {
		link_probe_set(report, "prompt", words);
		return;
	}
	port_clear(talk, CLEAR_MS);
	bool closed = port_ask(talk, "AT+CMGF?", "+CMGF:", ESCAPE_MS, &after) &&
		      after.text[0] != '\0';
	snprintf(text, sizeof(text), "it came; ESC %s",
	    closed ? "left it" : "did not leave it");
	json_object_set_new(report, "prompt_ms", json_integer(answer.ms));
	link_probe_set(report, "prompt", text);
}

/* -- verdict -------------------------------------------------------------- */

static char
stat_of(const json_t *report, const char *key)
{
	const char *state = json_text(report, key, "");
	const char *comma = strchr(state, ',');
	return comma == NULL ? state[0] : comma[1];
}

static bool
is_registered(char stat)
{
	return stat == '1' || stat == '5' || stat == '6' || stat == '7';
}

static void
judge_network(json_t *report)
{
	if (stat_of(report, "creg") == '3' || stat_of(report, "cereg") == '3')
		link_probe_verdict(report, false,
		    "the network refuses this SIM: expired, or barred?",
		    "try the SIM in a phone; ask the operator whether it is "
		    "active");
	else
		link_probe_verdict(report, false, "it finds no network",
		    "look at the antenna and the SIM's contract; try another "
		    "place");
}

static void
judge(json_t *report)
{
	const char *why = json_text(report, "why", "");
	bool over = json_is_true(json_object_get(report, "over"));
	if (over && why[0] == '\0' &&
	    !json_is_true(json_object_get(report, "set_up")))
		link_probe_verdict(report, false,
		    "it was not set up in time: it leaves questions without "
		    "an answer",
		    "give it longer (--wait 180); the daemon has the patience");
	else if (!json_is_true(json_object_get(report, "set_up")))
		link_probe_verdict(report, false,
		    why[0] != '\0' ? why : "it could not be set up",
		    strstr(why, "PIN") != NULL
			? "switch the SIM's PIN off in a phone, or give it by "
			  "--pin-file"
		    : strstr(why, "SIM") != NULL
			? "put the SIM in properly; try it in a phone"
			: "the steps below tell where it stopped "
			  "(--steps)");
	else if (!json_is_true(json_object_get(report, "up")) &&
		 !is_registered(stat_of(report, "creg")) &&
		 !is_registered(stat_of(report, "cereg")))
		judge_network(report);
	else if (!json_is_true(json_object_get(report, "prompt_seen")))
		link_probe_verdict(report, false,
		    "it does not ask for a text to send",
		    "look at what it refused; try its other ports");
	else
		link_probe_verdict(report, true, "furrow can use it", "");
}

static void
ask_more(json_t *report, const struct link_probe *probe, int speed)
{
	struct port_talk talk;
	struct err err;
	int fd = tty_open(probe->device, speed, &err);
	if (fd < 0) {
		link_probe_verdict(report, false, err.text,
		    "it went away while it was looked at: power?");
		return;
	}
	port_talk_begin(&talk, fd);
	port_clear(&talk, CLEAR_MS);
	ask_all(report, &talk);
	look_for_news(report, &talk, probe->listen_ms);
	try_prompt(report, &talk);
	close(fd);
	judge(report);
}

json_t *
link_probe(const struct link_probe *probe)
{
	struct port_talk talk;
	struct port_answer answer;
	json_t *report = json_object();
	int speed = 0;
	json_object_set_new(
	    report, "port", json_clean(probe->device, strlen(probe->device)));
	int fd = link_probe_open(report, &talk, probe->device, false, &speed);
	if (fd < 0)
		return report;
	port_ask(&talk, "ATE0", NULL, ASK_MS, &answer);
	json_object_set_new(report, "echo", json_boolean(answer.echo));
	json_object_set_new(report, "speed", json_integer(speed));
	close(fd);
	link_probe_drive(report, probe, speed);
	ask_more(report, probe, speed);
	return report;
}

/* Which of several it is, where the table of ids knows. */
static void
judge_glance(json_t *report, const char *device)
{
	bool on_usb;
	enum port_role role =
	    link_probe_usb(report, tty_number_of_name(device), &on_usb);
	link_probe_verdict(report, true,
	    role == PORT_ROLE_AT       ? "takes commands: the one to use"
	    : role == PORT_ROLE_SECOND ? "takes commands, but is meant for data"
				       : "takes commands",
	    "furrow link probe shows more about it");
}

json_t *
link_probe_glance(const char *device, char imei[24])
{
	static const struct {
		const char *key, *command;
	} asks[] = {
	    {"maker", "AT+CGMI"}, {"model", "AT+CGMM"}, {"imei", "AT+CGSN"}};
	struct port_talk talk;
	struct port_answer answer = {.final = AT_FINAL_TIMEOUT};
	int speed = 0;
	json_t *report = json_object();
	json_object_set_new(report, "port", json_clean(device, strlen(device)));
	imei[0] = '\0';
	int fd = link_probe_open(report, &talk, device, true, &speed);
	if (fd < 0)
		return report;
	port_ask(&talk, "ATE0", NULL, ASK_MS, &answer);
	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		port_ask(&talk, asks[i].command, "", ASK_MS, &answer);
		link_probe_set(
		    report, asks[i].key, without_prefix(answer.text));
	}
	str_copy(imei, 24, str_from(without_prefix(answer.text)));
	close(fd);
	judge_glance(report, device);
	return report;
}
