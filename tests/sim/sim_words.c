#include "tests/sim/sim_words.h"

#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_util.h"

const char sim_words_help[] =
    "  text FROM TO TEXT...       a phone sends a text to a modem (by its\n"
    "                             name or number); before FROM: times=N,\n"
    "                             class=0, backwards, without-part=N\n"
    "  fault MODEM NAME [KEY=..]  something goes wrong; MODEM * is all of\n"
    "                             them, NAME none ends all; see: faults\n"
    "  unplug MODEM, replug MODEM the port vanishes and returns\n"
    "  phone NUMBER on|off        also takes=N parts, then off again;\n"
    "                             expire-ms=, again-ms=, fails=0x41\n"
    "  ring FROM MODEM            a call: rings=N every-ms=3s name=..\n"
    "  ussd CODE ANSWER...        what the network says to a code\n"
    "  raw MODEM PDU [FROM]       a message as it is, without its SMSC\n"
    "  inbox NUMBER               the texts that reached a phone\n"
    "  modems, phones, stats      what there is, and counts\n"
    "  active                     faults that are on, how often they fired\n"
    "  quit                       ends the network\n";

/* --- cutting --- */

int
sim_words_cut(char *line, char *words[SIM_WORDS])
{
	int count = 0;
	char *from = line;
	for (;;) {
		from += strspn(from, " \t\r\n");
		if (*from == '\0' || *from == '#')
			return count;
		if (count == SIM_WORDS)
			return -1;
		char *to = words[count++] = from;
		bool quoted = false;
		for (; *from != '\0'; from++) {
			if (*from == '"')
				quoted = !quoted;
			else if (!quoted && strchr(" \t\r\n", *from) != NULL)
				break;
			else
				*to++ = *from;
		}
		if (quoted)
			return -1;
		bool last = *from == '\0';
		from += last ? 0 : 1;
		*to = '\0';
	}
}

int64_t
sim_words_ms(const char *text)
{
	static const struct {
		const char *unit;
		int64_t ms;
	} units[] = {{"", 1}, {"ms", 1}, {"s", 1000}, {"m", 60000},
	    {"h", 3600000}, {"d", 86400000}};
	char *end;
	long n = strtol(text, &end, 10);
	if (end == text || n < 0 || n > 1000000000)
		return -1;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (strcmp(end, units[i].unit) == 0)
			return n * units[i].ms;
	}
	return -1;
}

/* --- members --- */

enum type { TEXT, NUMBER, TIME, CHANCE, FLAG };

static const struct {
	const char *key;
	enum type type;
} keys[] = {
    {"after", FLAG},
    {"again-ms", TIME},
    {"backwards", FLAG},
    {"chance", CHANCE},
    {"class", NUMBER},
    {"code", NUMBER},
    {"command", TEXT},
    {"count", NUMBER},
    {"delay-ms", TIME},
    {"every-ms", TIME},
    {"expire-ms", TIME},
    {"fails", NUMBER},
    {"for-ms", TIME},
    {"keep", FLAG},
    {"limit", NUMBER},
    {"line", TEXT},
    {"more", FLAG},
    {"ms", TIME},
    {"name", TEXT},
    {"number", TEXT},
    {"quarters", NUMBER},
    {"rings", NUMBER},
    {"takes", NUMBER},
    {"times", NUMBER},
    {"without-part", NUMBER},
};

static json_t *
value_of(enum type type, const char *text)
{
	char *end;
	if (type == TEXT)
		return json_string(text);
	if (type == FLAG)
		return json_boolean(text[0] == '\0' || text[0] == '1' ||
				    text[0] == 't' || text[0] == 'y');
	if (type == TIME) {
		int64_t ms = sim_words_ms(text);
		return ms < 0 ? NULL : json_integer(ms);
	}
	if (type == CHANCE) {
		double d = strtod(text, &end);
		return end == text || *end != '\0' ? NULL : json_real(d);
	}
	long n = strtol(text, &end, 0);
	return end == text || *end != '\0' ? NULL : json_integer(n);
}

/* 1: it was "key" or "key=value"; 0: it is another word; -1: a bad value. */
static int
take_member(json_t *request, const char *word)
{
	size_t octets = strcspn(word, "=");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strlen(keys[i].key) != octets ||
		    strncmp(keys[i].key, word, octets) != 0)
			continue;
		if (word[octets] == '\0' && keys[i].type != FLAG)
			return 0;
		json_t *value = value_of(
		    keys[i].type, word[octets] ? word + octets + 1 : "");
		if (value == NULL)
			return -1;
		json_object_set_new(request, keys[i].key, value);
		return 1;
	}
	return 0;
}

/* --- commands --- */

/* Words in this order; "..." takes the rest, [x] may be missing. */
static const struct {
	const char *word, *request;
	const char *places[4];
} commands[] = {
    {"text", "text", {"from", "to", "text..."}},
    {"raw", "raw", {"to", "pdu", "[from]"}},
    {"fault", "fault", {"modem", "fault"}},
    {"unplug", "unplug", {"modem"}},
    {"replug", "replug", {"modem"}},
    {"phone", "phone", {"number", "switch"}},
    {"ring", "ring", {"from", "to"}},
    {"ussd", "ussd", {"code", "answer..."}},
    {"push", "push", {"to", "answer..."}},
    {"inbox", "inbox", {"phone"}},
    {"modems", "modems", {NULL}},
    {"phones", "phones", {NULL}},
    {"active", "faults", {NULL}},
    {"stats", "stats", {NULL}},
    {"zone", "zone", {NULL}},
    {"quit", "quit", {NULL}},
};

static void
join_rest(json_t *request, const char *key, char *const *words, int count)
{
	struct sim_buf text = {0};
	char name[16];
	for (int i = 0; i < count; i++) {
		if (i > 0)
			sim_buf_text(&text, " ");
		sim_buf_text(&text, words[i]);
	}
	sim_copy(name, sizeof(name), key);
	name[strlen(name) - 3] = '\0';
	json_object_set_new(
	    request, name, json_string(text.at == NULL ? "" : text.at));
	sim_buf_free(&text);
}

static const char *
fill(
    json_t *request, const char *const places[4], char *const *words, int count)
{
	int place = 0;
	for (int i = 0; i < count; i++) {
		const char *key = place < 4 ? places[place] : NULL;
		/* Members come first or last, never inside of a text. */
		int member = take_member(request, words[i]);
		if (member < 0)
			return "a value is not what its key needs";
		if (member == 1)
			continue;
		if (key == NULL)
			return "too many words, or an unknown key";
		if (strstr(key, "...") != NULL) {
			join_rest(request, key, words + i, count - i);
			return NULL;
		}
		char name[16];
		sim_copy(name, sizeof(name), key + (key[0] == '['));
		name[strcspn(name, "]")] = '\0';
		json_object_set_new(request, name, json_string(words[i]));
		place++;
	}
	if (place < 4 && places[place] != NULL && places[place][0] != '[')
		return "a word is missing";
	return NULL;
}

/* "on" and "off" are a member that says so. */
static const char *
turn_switch(json_t *request)
{
	const char *way = json_string_value(json_object_get(request, "switch"));
	if (way == NULL)
		return NULL;
	if (strcmp(way, "on") != 0 && strcmp(way, "off") != 0)
		return "a phone is on or off";
	json_object_set_new(
	    request, "off", json_boolean(strcmp(way, "off") == 0));
	json_object_del(request, "switch");
	return NULL;
}

json_t *
sim_words_request(char *const *words, int count, const char **why)
{
	*why = "no such command";
	for (size_t i = 0;
	     count > 0 && i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(commands[i].word, words[0]) != 0)
			continue;
		json_t *request = json_pack("{s:s}", "do", commands[i].request);
		*why = fill(request, commands[i].places, words + 1, count - 1);
		if (*why == NULL)
			*why = turn_switch(request);
		if (*why == NULL)
			return request;
		json_decref(request);
		return NULL;
	}
	return NULL;
}
