#include "tests/sim/sim_options.h"

#include <stddef.h>
#include <string.h>

#include "tests/sim/sim_side.h"

#define NUMBER_MOST 1000000

const char sim_options_help[] =
    "  profile=NAME     the family it behaves like (generic)\n"
    "  number=+NUMBER   its telephone number; texts to it arrive there\n"
    "  storage=SM|ME    where messages are kept; slots=N how many (20)\n"
    "  pin=1234         the SIM asks for it\n"
    "  delay-ms=N       before every answer\n"
    "  send-ms=N        a text takes this long into the network\n"
    "  ready-ms=N       after power, messages fail for so long\n"
    "  baud=115200      bytes pass no faster than on such a line\n"
    "  speed=19200      its UART is set to it: at another one, garbage\n"
    "  tty=N            the port is called ttyUSBN\n"
    "  ports=LIST       a stick of several ports, such as\n"
    "                   diag+nmea+at+modem (also ppp); one is \"at\"\n"
    "  hub=NAME         shares its power supply with others (brown-out)\n"
    "  urcport=usbmodem unsolicited lines come out of another port until\n"
    "                   AT+QURCCFG says usbat (quectel)\n"
    "  imei=DIGITS      else fifteen digits made from its name\n"
    "  times=field      it boots and sends as slowly as in the field\n"
    "  mr=N             reference of the first text it sends\n"
    "  text-mode=1      +CMGF=1 is taken, and is so after power-up\n";

static const char *
set_ports(struct sim_options *o, const char *value)
{
	char list[sizeof(o->ports)], *save = NULL;
	int own = 0, others = 0;
	if (strlen(value) >= sizeof(o->ports))
		return "ports is too long";
	sim_copy(o->ports, sizeof(o->ports), value);
	memcpy(list, o->ports, sizeof(list));
	char *one = strtok_r(list, "+", &save);
	for (; one != NULL; one = strtok_r(NULL, "+", &save)) {
		enum sim_side_kind kind = sim_side_find(one);
		if (kind == SIM_SIDE_KINDS)
			return "ports are at, modem, diag, nmea and ppp";
		own += kind == SIM_SIDE_AT;
		others += kind != SIM_SIDE_AT;
	}
	return own == 1 && others <= 5 ? NULL : "one port must be \"at\"";
}

static const char *
set_profile(struct sim_options *o, const char *value)
{
	o->profile = sim_profile_find(value);
	return o->profile == NULL ? "unknown profile" : NULL;
}

static const char *
set_storage(struct sim_options *o, const char *value)
{
	if (strcmp(value, "SM") != 0 && strcmp(value, "ME") != 0)
		return "storage is SM or ME";
	sim_copy(o->storage, sizeof(o->storage), value);
	return NULL;
}

static const char *
set_times(struct sim_options *o, const char *value)
{
	o->field = strcmp(value, "field") == 0;
	return o->field || strcmp(value, "none") == 0
		   ? NULL
		   : "times is field or none";
}

static const char *
set_imei(struct sim_options *o, const char *value)
{
	if (strlen(value) != 15 || strspn(value, "0123456789") != 15)
		return "an IMEI has fifteen digits";
	sim_copy(o->imei, sizeof(o->imei), value);
	return NULL;
}

static const struct {
	const char *key;
	const char *(*set)(struct sim_options *o, const char *value);
	size_t at, room; /* of a text that is taken as it is */
} texts[] = {
    {"profile", set_profile, 0, 0},
    {"storage", set_storage, 0, 0},
    {"ports", set_ports, 0, 0},
    {"imei", set_imei, 0, 0},
    {"times", set_times, 0, 0},
    {"number", NULL, offsetof(struct sim_options, number), SIM_NUMBER},
    {"pin", NULL, offsetof(struct sim_options, pin), 9},
    {"urcport", NULL, offsetof(struct sim_options, urc_port), 12},
    {"hub", NULL, offsetof(struct sim_options, hub), 16},
};

static const struct {
	const char *key;
	size_t at;
} numbers[] = {
    {"delay-ms", offsetof(struct sim_options, delay_ms)},
    {"send-ms", offsetof(struct sim_options, send_ms)},
    {"ready-ms", offsetof(struct sim_options, ready_ms)},
    {"baud", offsetof(struct sim_options, baud)},
    {"speed", offsetof(struct sim_options, speed)},
    {"tty", offsetof(struct sim_options, tty)},
    {"slots", offsetof(struct sim_options, slots)},
    {"mr", offsetof(struct sim_options, mr)},
    {"text-mode", offsetof(struct sim_options, text_mode)},
};

static const char *
set_number(struct sim_options *o, size_t at, const char *value)
{
	long n = sim_number(value, 0, NUMBER_MOST, -1);
	if (n < 0)
		return "a number from 0 to 1000000 is needed";
	int *to = (int *)(void *)((char *)o + at);
	*to = (int)n;
	return NULL;
}

static const char *
set_option(struct sim_options *o, const char *key, const char *value)
{
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (strcmp(texts[i].key, key) != 0)
			continue;
		if (texts[i].set != NULL)
			return texts[i].set(o, value);
		if (strlen(value) >= texts[i].room)
			return "the value is too long";
		sim_copy((char *)o + texts[i].at, texts[i].room, value);
		return NULL;
	}
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		if (strcmp(numbers[i].key, key) == 0)
			return set_number(o, numbers[i].at, value);
	}
	return "unknown key";
}

const char *
sim_options_read(struct sim_options *o, const char *text)
{
	char copy[512], *save = NULL;
	const char *why = NULL;
	*o = (struct sim_options){
	    .profile = sim_profile_find("generic"), .tty = -1};
	if (strlen(text) >= sizeof(copy))
		return "too long";
	sim_copy(copy, sizeof(copy), text);
	char *rest = strchr(copy, ':');
	if (rest != NULL)
		*rest++ = '\0';
	if (copy[0] == '\0' || strlen(copy) >= SIM_NAME ||
	    strchr(copy, '/') != NULL)
		return "bad name";
	sim_copy(o->name, sizeof(o->name), copy);
	char *one = rest == NULL ? NULL : strtok_r(rest, ",", &save);
	for (; one != NULL && why == NULL; one = strtok_r(NULL, ",", &save)) {
		char *value = strchr(one, '=');
		if (value == NULL)
			return "key=value is needed";
		*value++ = '\0';
		why = set_option(o, one, value);
	}
	return why;
}
