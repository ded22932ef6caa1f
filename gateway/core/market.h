/* market - the settings of one market, as everybody below the configuration
 * sees them.  Plain data, filled by programs/furrowd/conf, constant until a
 * reload replaces the whole record. */
#ifndef GATEWAY_CORE_MARKET_H
#define GATEWAY_CORE_MARKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How sure is sure enough to act on a text, in tenths of a wrong letter (as
 * `struct intent_limits` of handlers/intent.h).  !set: the usual ones. */
struct market_reading {
	bool set;
	int mend;
	int margin;
	int unread;
	int unread_wish;
};

/* What may count beside the turn, and how much (docs/furrow.conf.5, fair).
 * All zero: the turn alone, over the whole market. */
struct market_fair {
	bool price; /* a dearer seller comes later, beyond the band */
	int price_band_milli; /* of the lowest price looked at */
	bool distance; /* nearer areas come first, beyond the band */
	int distance_band; /* steps up the tree that count as near */
	bool reach; /* an area is served from so many steps up, no further */
	int reach_steps;
	bool reliability; /* who often lets people wait comes later */
	int reliability_band_milli;
};
#define MARKET_LANGUAGES_MAX 5 /* one screen */
#define MARKET_BLOCKED_MAX 64
#define MARKET_BLOCKED_OCTETS 20

struct market {
	char name[64];
	char country[8]; /* calling code without plus: "254" */
	char currency[8]; /* ISO 4217: "KES" */
	int currency_places; /* digits of the minor unit, from the currency */
	char language[12]; /* of last resort */
	/* Who dials for the first time may choose among these; none: the
	 * language of last resort and English. */
	char languages[MARKET_LANGUAGES_MAX][12];
	size_t languages_count;
	char timezone[64]; /* IANA name */
	int64_t answer_within_ms;
	/* How long a send of unknown outcome waits for its delivery report or
	 * a late answer of the modem, before its class's policy settles it. */
	int64_t unknown_wait_ms;
	/* Minutes after local midnight; from == until: no quiet hours. */
	int quiet_from_min;
	int quiet_until_min;
	/* A number silent for so long may be somebody else's; 0: never. */
	int64_t recycle_after_ms;
	bool clock_unsure; /* clock = "unsure": for trials */
	/* limits; 0 = none */
	int texts_per_person_hour;
	int open_orders_per_person;
	int64_t spend_per_day_minor;
	int texts_per_phone_day; /* of ours, to one phone */
	int64_t value_per_person_minor; /* of one buyer's open orders */
	/* Never answered, never written to: whole numbers, or the beginning
	 * of many with a '*' ("+25490*"). */
	char blocked[MARKET_BLOCKED_MAX][MARKET_BLOCKED_OCTETS];
	size_t blocked_count;
	char admin_phone[32]; /* alarms go there; "" = nobody */
	/* How long a long text waits for its parts; 0: a day. */
	int64_t parts_wait_ms;
	bool calls_unanswered; /* missed calls are kept, and that is all */
	/* language */
	struct market_reading reading;
	int64_t question_lasts_ms; /* 0: an hour */
	/* An order of more than so many times what this buyer ever ordered, or,
	 * of a product that is new to them, of more than so many grams (or, of
	 * packs whose weight nobody knows, thousandths): asked before it goes
	 * out.  0: never. */
	int unusual_times;
	int64_t unusual_grams;
	struct market_fair fair;
};

/* Digits of the minor unit: KES 2, UGX 0, TND 3; 2 when unknown. */
int market_currency_places(const char *currency);

/* Minutes after midnight and days since 1970 in the market's zone. */
int market_local_minute(const struct market *market, int64_t wall_ms);
int64_t market_local_day(const struct market *market, int64_t wall_ms);

/* The first millisecond of that local day, and of its month. */
int64_t market_day_begin(const struct market *market, int64_t wall_ms);
int64_t market_month_begin(const struct market *market, int64_t wall_ms);

/* The number of the day by which texts and money are counted.  It ends when
 * quiet hours over midnight end, else at midnight: what waited for the next
 * day must not ring in the night.  And the minute at which it begins. */
int64_t market_account_day(const struct market *market, int64_t wall_ms);
int market_account_begins_min(const struct market *market);

/* Is that number (normalised) one of market->blocked, or a premium rate that
 * everybody is blocked from: +979 of no country, 900 of North America? */
bool market_blocked(const struct market *market, const char *number);

/* "20:30-06:30" -> minutes after midnight; "" -> no quiet hours. */
bool market_read_quiet(const char *text, int *from_min_out, int *until_min_out);
bool market_is_quiet(const struct market *market, int64_t wall_ms);

/* `wall_ms` moved on by `span_ms` of waking time: quiet hours do not count.
 * Without quiet hours a plain sum. */
int64_t market_waking_after(
    const struct market *market, int64_t wall_ms, int64_t span_ms);

#endif
