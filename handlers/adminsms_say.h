/* adminsms_say - what adminsms.c, adminsms_find.c and proof.c share: texts of
 * one SMS.
 *
 * A list in an answer is cut where the SMS ends, in whatever alphabet its
 * language takes, and says how many more there are: "Juma …002, Jumaa …003,
 * +4". */
#ifndef HANDLERS_ADMINSMS_SAY_H
#define HANDLERS_ADMINSMS_SAY_H

#include "gateway/store/store_order.h"

#include "handlers/desk.h"
#include "handlers/phrase.h"

#define SAY_ITEMS 12
#define SAY_ITEM_OCTETS 64
#define SAY_SHOWN_OCTETS 32 /* of somebody's own words */

struct say_list {
	char item[SAY_ITEMS][SAY_ITEM_OCTETS];
	size_t count; /* in item */
	size_t total; /* that there are, with those that have no room */
	bool about; /* there may be still more */
};

/* A cut one is still whole letters.  Without room it is only counted. */
void say_item(struct say_list *list, struct str item);

/* words->list is the list's, "-" when it is empty. */
void say_answer(struct desk *desk, enum phrase phrase,
    const struct words *words, const struct say_list *list);

/* Is it one SMS, in that language and filled so? */
bool say_is_one_sms(const struct desk *desk, const char *lang,
    enum phrase phrase, const struct words *words);

/* "confirmed", in the language of who asks. */
struct str say_state(const struct desk *desk, enum line_state state);
/* A link's state that has this name in English. */
struct str say_link_state(const struct desk *desk, const char *state);

#endif
