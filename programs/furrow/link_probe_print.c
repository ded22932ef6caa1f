/* The report for people: one screen, to be pasted into a report of trouble. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"

#include "modem/quirk.h"
#include "programs/furrow/cmd_link.h"
#include "programs/furrow/link_probe.h"

#define TITLE_COLUMNS 10

static void
line(const char *title, const char *text)
{
	if (text[0] != '\0')
		printf("%-*s%s\n", TITLE_COLUMNS, title, text);
}

static void
print_modem(const json_t *report)
{
	char text[256];
	snprintf(text, sizeof(text), "%d baud, echo %s",
	    (int)json_int(report, "speed", 0),
	    json_is_true(json_object_get(report, "echo")) ? "was on" : "off");
	line("speaks AT", text);
	snprintf(text, sizeof(text), "%s %s, firmware %s, IMEI ...%s",
	    json_text(report, "maker", ""), json_text(report, "model", ""),
	    json_text(report, "firmware", ""), json_text(report, "imei", ""));
	line("modem", text);
	const char *imsi = json_text(report, "imsi", "");
	snprintf(text, sizeof(text), "%s%s%s, service centre %s",
	    json_text(report, "sim", ""), imsi[0] != '\0' ? ", IMSI " : "",
	    imsi, json_text(report, "centre", ""));
	line("SIM", text);
}

static void
print_network(const json_t *report)
{
	char text[256];
	snprintf(text, sizeof(text), "+CREG %s, +CEREG %s, +COPS %s, +CSQ %s",
	    json_text(report, "creg", ""), json_text(report, "cereg", ""),
	    json_text(report, "operator", ""), json_text(report, "signal", ""));
	line("network", text);
	line("stores", json_text(report, "stores", ""));
	line("news", json_text(report, "news", ""));
	line("unasked", json_text(report, "unasked", ""));
	line("prompt", json_text(report, "prompt", ""));
	line("bursts", json_text(report, "burst", ""));
	line("USSD", json_text(report, "ussd", ""));
}

static void
print_times(const json_t *report)
{
	const json_t *times = json_object_get(report, "times");
	size_t column = TITLE_COLUMNS;
	char text[64];
	if (json_array_size(times) == 0)
		return;
	printf("%-*s", TITLE_COLUMNS, "times");
	for (size_t i = 0; i < json_array_size(times); i++) {
		const json_t *time = json_array_get(times, i);
		int ms = (int)json_int(time, "ms", -1);
		const char *asked = json_text(time, "asked", "");
		const char *comma = i + 1 < json_array_size(times) ? ", " : "";
		asked = strlen(asked) > 2 ? asked + 2 : asked;
		int put = ms < 0 ? snprintf(text, sizeof(text), "%s none%s",
				       asked, comma)
				 : snprintf(text, sizeof(text), "%s %d ms%s",
				       asked, ms, comma);
		if (column + (size_t)put > 78) {
			printf("\n%-*s", TITLE_COLUMNS, "");
			column = TITLE_COLUMNS;
		}
		fputs(text, stdout);
		column += (size_t)put;
	}
	printf("\n");
}

static void
print_section(const json_t *report)
{
	printf("\nmodem NAME {\n\tdevice = \"%s\"\n",
	    json_text(report, "port", ""));
	if (json_object_get(report, "usb_path") != NULL)
		printf("\tusb-path = \"%s\"\t# where it hangs: its number "
		       "changes\n",
		    json_text(report, "usb_path", ""));
	if (json_int(report, "speed", 115200) != 115200)
		printf("\tspeed = %d\n", (int)json_int(report, "speed", 0));
	if (strstr(json_text(report, "sim", ""), "SIM PIN") != NULL)
		printf("\tpin-file = \"NAME.pin\"\n");
	if (strstr(json_text(report, "centre", "\"+\""), "\"\"") != NULL)
		printf("\tsmsc = \"+...\"\t\t# ask the operator\n");
	printf("\tnumber = \"+...\"\t\t# the SIM's own\n}\n");
}

void
link_probe_print(const json_t *report, bool steps)
{
	line("port", json_text(report, "port", ""));
	line("USB", json_text(report, "usb", ""));
	if (json_object_get(report, "maker") != NULL) {
		print_modem(report);
		print_network(report);
		print_times(report);
		link_print_steps(json_object_get(report, "steps"), steps);
	}
	line("verdict", json_text(report, "verdict", ""));
	line("", json_text(report, "advice", ""));
	if (json_is_true(json_object_get(report, "usable")))
		print_section(report);
}
