#include "modem/quirk.h"

#include <stddef.h>
#include <string.h>

/* mode 2 keeps news back while the link is reserved, 1 throws them away;
 * +CMTI (mt 1) leaves the text in the store until we delete it; reports come
 * directly (ds 1) because stored ones (ds 2) get lost in many firmwares. */
#define NEWS_LADDER                                                            \
	"2,1,0,1,0", "2,1,0,2,0", "1,1,0,1,0", "1,1,0,2,0", "1,1,0,0,0",       \
	    "2,1", "1,1"

static const struct quirk generic = {
    .name = "generic",
    .news = {NEWS_LADDER},
    .stores = {QUIRK_STORE_IN_USE, "SM", "ME", "MT"},
    .prompt_gap_ms = 20,
};

static const struct quirk rows[] = {
    {
	/* The PC-UI port; ME is often listed without having slots. */
	.name = "huawei",
	.maker = "huawei",
	.news = {"2,1,0,2,0", "1,1,0,1,0", "2,1,0,1,0", "1,1,0,2,0", "1,1"},
	.stores = {"SM", "ME"},
	.extra = {"AT^CURC=0"},
	.prompt_gap_ms = 50,
    },
    {
	.name = "zte",
	.maker = "zte",
	.news = {"1,1,2,1,0", "1,1,0,1,0", "2,1,0,1,0", "1,1"},
	.stores = {"SM", "ME"},
	.prompt_gap_ms = 50,
    },
    {
	/* A power failure shows as a sudden RDY; no ME on most of them. */
	.name = "simcom 2G",
	.maker = "simcom",
	.model = "SIM8",
	.news = {NEWS_LADDER},
	.stores = {"SM", "ME"},
	.gap_ms = 10,
	.prompt_gap_ms = 50,
    },
    {
	.name = "simcom",
	.maker = "simcom",
	.news = {NEWS_LADDER},
	.stores = {"SM", "ME"},
	.prompt_gap_ms = 50,
    },
    {
	/* News come out of one port only: ask for them on this one. */
	.name = "quectel",
	.maker = "quectel",
	.news = {NEWS_LADDER},
	.stores = {"ME", "SM"},
	.extra = {"AT+QURCCFG=\"urcport\",\"usbat\""},
	.prompt_gap_ms = 50,
    },
    {
	/* News collide with a command that follows in less than 20 ms. */
	.name = "u-blox",
	.maker = "u-blox",
	.news = {"2,1,0,1,0", "1,1,0,1,0", "2,1", "1,1"},
	.stores = {"ME", "SM", "MT"},
	.gap_ms = 20,
	.prompt_gap_ms = 50,
    },
    {
	/* MC75i lists bfr 1 only. */
	.name = "cinterion",
	.maker = "cinterion",
	.news = {"2,1,0,1,1", "1,1,0,1,1", "2,1,0,1,0", "2,1,0,2,1", "1,1"},
	.stores = {"MT", "SM", "ME"},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
    },
    {
	.name = "siemens",
	.maker = "siemens",
	.news = {"2,1,0,1,1", "1,1,0,1,1", "1,1"},
	.stores = {"SM", "MT", "ME"},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
    },
    {
	.name = "nokia",
	.maker = "nokia",
	.news = {"2,1,0,1,0", "3,1", "1,1"},
	.stores = {"ME", "SM"},
	.gap_ms = 100,
	.prompt_gap_ms = 100,
	.list_is_blind = true,
    },
};

static bool
contains(struct str text, const char *wanted)
{
	size_t octets = strlen(wanted);
	for (size_t i = 0; i + octets <= text.octets; i++)
		if (str_starts_nocase(
			str_of(text.at + i, text.octets - i), wanted))
			return true;
	return false;
}

const struct quirk *
quirk_generic(void)
{
	return &generic;
}

const struct quirk *
quirk_find(struct str maker, struct str model)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct quirk *row = &rows[i];
		if (row->maker != NULL && !contains(maker, row->maker))
			continue;
		if (row->model != NULL && !contains(model, row->model))
			continue;
		return row;
	}
	return &generic;
}
