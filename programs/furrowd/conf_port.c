#include "programs/furrowd/conf_port.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "programs/furrowd/conf_value.h"

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

static int
check_imei(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	size_t octets = strlen(value);
	if (octets == 0 ||
	    (octets >= 14 && octets <= 17 && strspn(value, DIGITS) == octets))
		return 0;
	cfg_error(cfg,
	    "imei: '%.40s' is no IMEI of 15 digits (furrow link probe --imei "
	    "PORT tells it)",
	    value);
	return -1;
}

static int
check_sim(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	size_t octets = strlen(value);
	if (octets <= 20 && strspn(value, DIGITS) == octets)
		return 0;
	cfg_error(cfg, "%s: '%.40s' is not made of digits, 20 at most",
	    opt->name, value);
	return -1;
}

static int
check_interface(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	size_t octets = strlen(value);
	if (octets <= 2 && strspn(value, DIGITS "abcdefABCDEF") == octets)
		return 0;
	cfg_error(cfg, "interface: '%.40s' is not like 02", value);
	return -1;
}

/* udev's name of a place: "pci-0000:00:14.0-usb-0:1.3:1.2". */
static bool
is_id_path(const char *value)
{
	size_t octets = strlen(value);
	const char *usb = strstr(value, "-usb-0:");
	return usb != NULL &&
	       octets < sizeof(((struct conf_port *)0)->usb_path) &&
	       strspn(value, LETTERS DIGITS ".:_-") == octets &&
	       strspn(usb + 7, DIGITS) > 0;
}

/* The kernel's name of a place on the USB: bus, "-", ports with dots. */
static int
check_usb_path(cfg_t *cfg, cfg_opt_t *opt)
{
	const char *value = conf_last(opt);
	size_t bus = strspn(value, DIGITS);
	const char *ports = value + bus + (value[bus] == '-');
	if (is_id_path(value))
		return 0;
	if (value[0] == 0 || (bus > 0 && value[bus] == '-' && ports[0] != 0 &&
				 strspn(ports, DIGITS ".") == strlen(ports) &&
				 strlen(value) < 40))
		return 0;
	cfg_error(cfg,
	    "usb-path: '%.40s' is no place on the USB, like 1-1.3 or "
	    "pci-0000:00:14.0-usb-0:1.3",
	    value);
	return -1;
}

static int
check_command(cfg_t *cfg, cfg_opt_t *opt)
{
	size_t octets = 0;
	unsigned count = cfg_opt_size(opt);
	for (unsigned i = 0; i < count; i++)
		octets += strlen(cfg_opt_getnstr(opt, i)) + 1;
	if (cfg_opt_getnstr(opt, 0)[0] != '/') {
		cfg_error(cfg,
		    "reset-command: '%.40s' is no absolute path; write "
		    "{ \"/usr/local/bin/relay\", \"cycle\", \"1\" }: there is "
		    "no shell",
		    cfg_opt_getnstr(opt, 0));
		return -1;
	}
	if (count <= MODEM_ARGUMENTS_MAX && octets < CONF_COMMAND_OCTETS)
		return 0;
	cfg_error(cfg, "reset-command: more than %d arguments or %d octets",
	    MODEM_ARGUMENTS_MAX, CONF_COMMAND_OCTETS);
	return -1;
}

void
conf_port_checks(cfg_t *cfg)
{
	cfg_set_validate_func(cfg, "modem|imei", check_imei);
	cfg_set_validate_func(cfg, "modem|imsi", check_sim);
	cfg_set_validate_func(cfg, "modem|iccid", check_sim);
	cfg_set_validate_func(cfg, "modem|interface", check_interface);
	cfg_set_validate_func(cfg, "modem|usb-path", check_usb_path);
	cfg_set_validate_func(cfg, "modem|reset-command", check_command);
}

static void
warn_not_runnable(cfg_t *section)
{
	char quoted[2 * CONF_COMMAND_OCTETS], why[128];
	const char *program;
	if (cfg_size(section, "reset-command") == 0)
		return;
	program = cfg_getnstr(section, "reset-command", 0);
	if (access(program, X_OK) == 0)
		return;
	snprintf(why, sizeof(why), "%m");
	log_event(LOG_WARN, "conf", "not_runnable",
	    "link=%s reset-command=%s why=\"%s\"", cfg_title(section),
	    log_quote(quoted, sizeof(quoted), program), why);
}

void
conf_port_set(struct conf_port *out, cfg_t *section)
{
	size_t used = 0;
	memset(out, 0, sizeof(*out));
	conf_text(out->imei, sizeof(out->imei), cfg_getstr(section, "imei"));
	conf_text(out->imsi, sizeof(out->imsi), cfg_getstr(section, "imsi"));
	conf_text(out->iccid, sizeof(out->iccid), cfg_getstr(section, "iccid"));
	conf_text(out->usb_path, sizeof(out->usb_path),
	    cfg_getstr(section, "usb-path"));
	conf_text(out->interface, sizeof(out->interface),
	    cfg_getstr(section, "interface"));
	warn_not_runnable(section);
	for (unsigned i = 0; i < cfg_size(section, "reset-command"); i++) {
		const char *text = cfg_getnstr(section, "reset-command", i);
		size_t octets = strlen(text) + 1;
		if (used + octets > sizeof(out->command))
			return; /* was checked */
		memcpy(out->command + used, text, octets);
		used += octets;
		out->arguments++;
	}
}

bool
conf_port_same(const struct conf_port *a, const struct conf_port *b)
{
	return memcmp(a, b, sizeof(*a)) == 0; /* made from zeros */
}

struct modem_pins
conf_port_pins(const struct conf_port *port)
{
	struct modem_pins pins = {.imei = port->imei,
	    .usb_path = port->usb_path,
	    .interface = port->interface,
	    .imsi = port->imsi,
	    .iccid = port->iccid};
	const char *at = port->command;
	for (int i = 0; i < port->arguments && i < MODEM_ARGUMENTS_MAX; i++) {
		pins.reset_command[i] = at;
		at += strlen(at) + 1;
	}
	return pins;
}
