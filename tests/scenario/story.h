/* story - a day in the market, told as a transcript.
 *
 * The real trade on a real store in a temporary file; phones, links and the
 * clock are the story's.  What is said and what is in the ledger is written
 * into the transcript, and story_end() compares it with NAME.ok beside this
 * file (FURROW_UPDATE_GOLDEN=1 writes it instead) and checks what must always
 * hold: no stock below zero, holds that add up, one open proposal a line, and
 * nothing open that nobody will ever look at again. */
#ifndef TESTS_SCENARIO_STORY_H
#define TESTS_SCENARIO_STORY_H

#include <stdbool.h>
#include <stdint.h>

#include "gateway/core/market.h"

#define MINUTES INT64_C(60000)
#define HOURS (60 * MINUTES)

struct story;

/* Wednesday 25 November 2026, nine in the morning at the market.  The Kenyan
 * market in English, or the Chinese one. */
struct story *story_begin(const char *name); /* NULL: no golden file */
struct story *story_begin_chinese(const char *name);
void story_end(struct story *story);

/* A dozen kinds of goods more in the catalogue (catalogue_more.json). */
void story_more_goods(struct story *story);
/* Goods with names in every language, two of which are long
 * (catalogue_long.json: "long_name", "odd_name"). */
void story_all_goods(struct story *story);
struct market *story_market(struct story *story);
/* A person with a phone; roles as in the CSV ("seller", "officer|admin"). */
void story_person(struct story *story, const char *name, const char *number,
    const char *roles, const char *place);
/* The person has this phone, too; `phone` is what the story calls it. */
void story_second_phone(struct story *story, const char *name,
    const char *phone, const char *number);
/* Somebody more who uses the phone of `with`. */
void story_share(struct story *story, const char *name, const char *with,
    const char *roles, const char *place);
/* Puts a person into an area with quiet hours of its own, in minutes after
 * midnight. */
void story_quiet(struct story *story, const char *name, const char *area,
    int quiet_from_min, int quiet_until_min);
/* Behind a leader; number NULL: a household without a phone. */
void story_household(struct story *story, const char *leader, const char *name,
    const char *number, const char *place);
void story_offer(struct story *story, const char *name, const char *product,
    const char *unit, int64_t stock, int64_t price);

/* What an admin sets: a seller's weight, and where somebody lives. */
void story_weight(struct story *story, const char *name, int64_t weight_milli);
void story_area(struct story *story, const char *name, const char *area,
    const char *parent);

/* A text, a missed call, a text of which a part was lost. */
void story_text(struct story *story, const char *name, const char *text);
/* By a link that vouches for nobody; by another modem than always. */
void story_forged(struct story *story, const char *name, const char *text);
void story_other(struct story *story, const char *name, const char *text);
/* The first text beyond those of an hour: it is not worked. */
void story_over(struct story *story, const char *name, const char *text);
void story_call(struct story *story, const char *name);
void story_torn(struct story *story, const char *name, const char *text);

/* Time passes; timers fire when they are due. */
void story_wait(struct story *story, int64_t ms);
/* A phone that is switched off gets nothing delivered (sent only); a link
 * that is down sends nothing. */
void story_phone_off(struct story *story, const char *name, bool off);
void story_link_down(struct story *story, bool down);
/* What waits for that phone is given up by the network. */
void story_lose(struct story *story, const char *name);
void story_clock_sure(struct story *story, bool sure);
/* The whole system was away: deadlines move, the trade is told. */
void story_outage(struct story *story, int64_t ms);

/* An admin's act; code "" means the newest order. */
void story_admin(
    struct story *story, int act, const char *for_name, const char *to_name);

/* A remark, the ledger, the listings. */
void story_say(struct story *story, const char *remark);
void story_ledger(struct story *story);
/* What was asked about the people of that phone, and what they said. */
void story_papers(struct story *story, const char *name);
/* The rows of the audit. */
void story_audit(struct story *story);
/* Fails the test when a text so far took more than one SMS. */
void story_each_is_one_sms(struct story *story);
/* What that phone has sent, as the log shows it, newest first. */
void story_log(struct story *story, const char *name);

#endif
