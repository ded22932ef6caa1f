#include "tests/sim/sim_side.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[SIM_SIDE_KINDS] = {
    [SIM_SIDE_AT] = "at",
    [SIM_SIDE_DIAG] = "diag",
    [SIM_SIDE_NMEA] = "nmea",
    [SIM_SIDE_PPP] = "ppp",
    [SIM_SIDE_MODEM] = "modem",
};

enum sim_side_kind
sim_side_find(const char *name)
{
	int i = 0;
	while (i < SIM_SIDE_KINDS && strcmp(names[i], name) != 0)
		i++;
	return (enum sim_side_kind)i;
}

const char *
sim_side_name(enum sim_side_kind kind)
{
	return names[kind];
}

void
sim_side_init(struct sim_side *side, enum sim_side_kind kind,
    const struct sim_modem *of, int notify)
{
	*side = (struct sim_side){.kind = kind, .at_ms = SIM_NEVER};
	sim_port_init(&side->port, "", notify);
	if (kind != SIM_SIDE_MODEM)
		return;
	side->modem = sim_alloc(1, sizeof(*side->modem));
	sim_modem_init(side->modem, &of->options, of->world, of->host);
	side->modem->stores = of->stores;
}

void
sim_side_end(struct sim_side *side)
{
	sim_port_unplug(&side->port);
	if (side->modem != NULL)
		sim_modem_end(side->modem);
	free(side->modem);
	side->modem = NULL;
}

static void
say(struct sim_side *side, const void *bytes, size_t octets, int64_t now_ms)
{
	(void)sim_port_write(&side->port, bytes, octets, now_ms);
}

static void
heard(struct sim_side *side, const char *bytes, size_t octets, int64_t now_ms)
{
	/* A diagnostic answer "bad command", with its checksum and end; LCP's
	 * Configure-Request. */
	static const char diag[] = "\x13\x41\x54\x0D\xB3\x9C\x7E";
	static const char lcp[] = "\x7E\xFF\x7D\x23\xC0\x21\x7D\x21\x7D\x21"
				  "\x7D\x20\x7D\x28\x7D\x22\x92\xE8\x7E";
	if (side->kind == SIM_SIDE_DIAG)
		say(side, diag, sizeof(diag) - 1, now_ms);
	else if (side->kind == SIM_SIDE_PPP)
		say(side, lcp, sizeof(lcp) - 1, now_ms);
	else if (side->kind == SIM_SIDE_MODEM)
		sim_modem_feed(side->modem, bytes, octets);
}

static void
speak(struct sim_side *side, int64_t now_ms)
{
	static const char sentence[] =
	    "$GPGSV,3,1,11,03,03,111,00,04,15,270,00,06,01,010,00,13,06,292,"
	    "00*74\r\n";
	if (side->kind == SIM_SIDE_NMEA && side->port.listened) {
		if (side->at_ms == SIM_NEVER || side->at_ms <= now_ms) {
			say(side, sentence, sizeof(sentence) - 1, now_ms);
			side->at_ms = now_ms + 1000;
		}
	} else {
		side->at_ms = SIM_NEVER;
	}
	if (side->kind != SIM_SIDE_MODEM)
		return;
	struct sim_buf *out = &side->modem->out;
	sim_modem_tick(side->modem);
	if (out->octets > 0)
		sim_buf_drop(out, 0,
		    sim_port_write(&side->port, out->at, out->octets, now_ms));
}

void
sim_side_work(struct sim_side *side, struct sim_world *world)
{
	char bytes[512];
	size_t n;
	if (side->port.fd < 0)
		return;
	while (side->port.listened && (n = sim_port_read(&side->port, bytes,
					   sizeof(bytes), world->now_ms)) > 0)
		heard(side, bytes, n, world->now_ms);
	speak(side, world->now_ms);
}

int64_t
sim_side_due(const struct sim_side *side)
{
	if (side->port.fd < 0)
		return SIM_NEVER;
	int64_t due = side->at_ms;
	if (side->modem != NULL && sim_modem_due(side->modem) < due)
		due = sim_modem_due(side->modem);
	return due;
}
