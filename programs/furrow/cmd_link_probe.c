/* cmd_link_probe - `furrow link probe`: a port, several, all that there are,
 * or a configured modem by its daemon. */
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "base/json.h"
#include "base/panic.h"
#include "base/str.h"

#include "programs/furrow/cmd_link.h"
#include "programs/furrow/link_probe.h"

#define WAIT_MS 45000
#define LISTEN_MS 1500
#define AGAIN_US 500000
#define AGAIN_TRIES 120

static const struct column port_columns[] = {
    {"port", "PORT", COLUMN_TEXT, false},
    {"maker", "MAKER", COLUMN_TEXT, false},
    {"model", "MODEL", COLUMN_TEXT, false},
    {"imei", "IMEI", COLUMN_TEXT, false},
    {"verdict", "WHAT IT IS", COLUMN_TEXT, false},
    {"same", "THE SAME MODEM AS", COLUMN_TEXT, false},
    {"usb", NULL, COLUMN_TEXT, false},
    {"advice", NULL, COLUMN_TEXT, false},
    {NULL, NULL, COLUMN_TEXT, false},
};

struct seen {
	const char *port;
	char imei[24];
};

/* Two ports with one IMEI are one modem: the first port of it, or "". */
static const char *
same_as(const struct seen *seen, size_t count, const char *imei)
{
	for (size_t i = 0; i < count && imei[0] != '\0'; i++)
		if (strcmp(seen[i].imei, imei) == 0)
			return seen[i].port;
	return "";
}

static int
probe_many(const char *const *devices, size_t count, enum format format)
{
	struct output *out = output_begin(format, port_columns);
	struct seen *seen = xcalloc(count, sizeof(*seen));
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		json_t *row = link_probe_glance(devices[i], seen[i].imei);
		const char *same = same_as(seen, i, seen[i].imei);
		seen[i].port = devices[i];
		json_object_set_new(
		    row, "same", json_clean(same, strlen(same)));
		any = any || json_is_true(json_object_get(row, "usable"));
		output_row(out, row);
		json_decref(row);
	}
	free(seen);
	int end = output_end(&out, NULL);
	return end != EXIT_DONE || any ? end : EXIT_FAILED;
}

static int
probe_all(enum format format)
{
	glob_t found = {.gl_offs = 0};
	glob("/dev/ttyUSB*", 0, NULL, &found);
	glob("/dev/ttyACM*", GLOB_APPEND, NULL, &found);
	size_t count = found.gl_pathc;
	int rc = count == 0
		     ? complain("link probe",
			   "no /dev/ttyUSB or /dev/ttyACM is there: is a modem "
			   "plugged in, is it switched from its disc mode "
			   "(usb-modeswitch)? Name a serial line yourself")
		     : probe_many(
			   (const char *const *)found.gl_pathv, count, format);
	globfree(&found);
	return rc;
}

static bool
read_pin(char *dst, size_t octets, const char *path)
{
	char text[64] = "";
	FILE *in = fopen(path, "re");
	if (in == NULL) {
		complain("link probe", "%s: %s", path, strerror(errno));
		return false;
	}
	bool read = fgets(text, sizeof(text), in) != NULL;
	fclose(in);
	struct str pin = str_trim(str_from(text));
	read = read && pin.octets >= 4 && pin.octets <= 8;
	str_copy(dst, octets, read ? pin : STR(""));
	explicit_bzero(text, sizeof(text));
	if (!read)
		complain("link probe",
		    "%s: its first line is no PIN of 4 to 8 "
		    "digits",
		    path);
	return read;
}

/* The one thing that a report masks and furrow.conf wants. */
static int
tell_imei(const char *device, enum format format)
{
	char imei[24];
	json_t *report = link_probe_glance(device, imei);
	int rc = EXIT_DONE;
	if (imei[0] == '\0' || strspn(imei, "0123456789") != strlen(imei))
		rc = complain("link probe", "%s: %s; its IMEI is not known",
		    device, json_text(report, "verdict", "no answer"));
	else if (format == FORMAT_JSON)
		printf("{\"imei\":\"%s\"}\n", imei);
	else
		printf("imei = \"%s\"\n", imei);
	json_decref(report);
	return rc;
}

static int
probe_one(const struct link_probe *probe, bool steps, enum format format)
{
	json_t *report = link_probe(probe);
	bool usable = json_is_true(json_object_get(report, "usable"));
	if (format == FORMAT_JSON)
		json_line(stdout, report);
	else
		link_probe_print(report, steps);
	json_decref(report);
	return usable ? EXIT_DONE : EXIT_FAILED;
}

int
link_probe_ports(const struct args *args, const struct link_probe_options *o)
{
	char pin[16] = "";
	int64_t seconds = WAIT_MS / 1000;
	if (o->all)
		return probe_all(args->format);
	if (o->imei && args->count == 2)
		return tell_imei(args->words[1], args->format);
	if (args->count > 2)
		return probe_many(
		    args->words + 1, (size_t)args->count - 1, args->format);
	if (o->wait != NULL && (!str_to_int64(&seconds, str_from(o->wait)) ||
				   seconds < 1 || seconds > 600))
		return usage(&cmd_link, "--wait takes 1 to 600 seconds");
	if (o->pin_file != NULL && !read_pin(pin, sizeof(pin), o->pin_file))
		return EXIT_FAILED;
	struct link_probe probe = {.device = args->words[1],
	    .pin = pin,
	    .wait_ms = seconds * 1000,
	    .listen_ms = seconds < 10 ? seconds * 50 : LISTEN_MS};
	int rc = probe_one(&probe, o->steps, args->format);
	explicit_bzero(pin, sizeof(pin));
	return rc;
}

/* The daemon has the port: it probes it anew, and its steps are shown. */
int
link_probe_name(struct client *client, const struct args *args)
{
	char path[512];
	struct buf b = buf_over(path, sizeof(path));
	json_t *link = NULL;
	const char *state = "";
	buf_add_text(&b, "links");
	client_part(&b, args->words[1]);
	buf_add_text(&b, "/reset");
	int rc = client_post(client, path, NULL, NULL);
	for (int i = 0; rc == EXIT_DONE && i < AGAIN_TRIES; i++) {
		usleep(AGAIN_US);
		json_decref(link);
		link = NULL;
		rc = link_get(client, args->words[1], &link);
		state = json_text(link, "state", "");
		if (strcmp(state, "up") == 0 || strcmp(state, "resting") == 0 ||
		    (strcmp(state, "parked") == 0 && i > 0))
			break;
	}
	if (rc == EXIT_DONE)
		link_print(link, args->format, true);
	bool up = strcmp(state, "up") == 0 || strcmp(state, "resting") == 0;
	json_decref(link);
	return rc == EXIT_DONE && !up ? EXIT_FAILED : rc;
}
