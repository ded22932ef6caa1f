/* conf_link - the keys of furrow.conf that a link of every kind has (modem,
 * smpp, http), their checks, and the record: number, two-way, trust, cost,
 * texts-per-day, spend-per-day, keyword, class, hours, quality, rate.
 *
 * A link's own file (conf_modem, conf_smpp …) puts CONF_LINK_ROWS among its
 * rows and the record first in its own.  A name belongs to one link, whatever
 * its kind, for people and routes speak of links by name. */
#ifndef PROGRAMS_FURROWD_CONF_LINK_H
#define PROGRAMS_FURROWD_CONF_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include <confuse.h>

#include "base/err.h"
#include "gateway/core/link.h"
#include "gateway/core/market.h"

struct conf_link {
	char name[LINK_NAME_OCTETS]; /* the section's title */
	char number[PARTY_OCTETS];
	bool two_way, low_trust;
	int64_t cost_minor; /* of one part */
	int64_t texts_per_day, spend_per_day_minor; /* 0 = no limit */
	struct link_terms terms;
};

#define CONF_LINK_ROWS                                                         \
	CFG_STR("number", "", CFGF_NONE),                                      \
	    CFG_BOOL("two-way", cfg_true, CFGF_NONE),                          \
	    CFG_STR("trust", "full", CFGF_NONE),                               \
	    CFG_STR("cost", "0", CFGF_NONE),                                   \
	    CFG_INT("texts-per-day", 0, CFGF_NONE),                            \
	    CFG_INT("spend-per-day", 0, CFGF_NONE),                            \
	    CFG_STR("keyword", "", CFGF_NONE),                                 \
	    CFG_STR("class", "any", CFGF_NONE),                                \
	    CFG_STR("hours", "", CFGF_NONE),                                   \
	    CFG_INT("quality", 50, CFGF_NONE), CFG_INT("rate", 0, CFGF_NONE)
#define CONF_LINK_ROWS_COUNT 11

/* `section`: "modem", "smpp" …  Once its rows are in the tree. */
void conf_link_checks(cfg_t *cfg, const char *section);

/* From a section that was checked. */
void conf_link_set(
    struct conf_link *out, const struct market *market, cfg_t *section);

/* What cannot change while it runs: name, number, two-way. */
bool conf_link_same(const struct conf_link *a, const struct conf_link *b);

/* What every link has onto the link itself: at start, and what a reload may
 * change. */
void conf_link_apply(struct link *link, const struct conf_link *conf);

#endif
