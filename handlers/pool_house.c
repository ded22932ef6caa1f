#include "handlers/pool_house.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#include "handlers/intent_trace.h"
#include "handlers/letter.h"
#include "handlers/lexicon_role.h"
#include "handlers/pool_list.h"

/* What is said about a household, and is in nobody's name. */
#define SAYS                                                                   \
	(ROLE_BIT(ROLE_TALK) | ROLE_BIT(ROLE_COMPLAINT) |                      \
	    ROLE_BIT(ROLE_PROBLEM) | ROLE_BIT(ROLE_CANNOT) |                   \
	    ROLE_BIT(ROLE_WANT) | ROLE_BIT(ROLE_QUESTION) |                    \
	    ROLE_BIT(ROLE_HAVE) | ROLE_BIT(ROLE_CORRECT) |                     \
	    ROLE_BIT(ROLE_NOT) | ROLE_BIT(ROLE_THANKS) |                       \
	    ROLE_BIT(ROLE_STOCK) | ROLE_BIT(ROLE_NONE_LEFT))

static void
put_number(char dst[16], int64_t number)
{
	struct buf out = buf_over(dst, 16);

	buf_add_format(&out, "%lld", (long long)number);
}

static bool
is_of_sentence(const struct intent_span *span)
{
	if (span->kind == INTENT_SPAN_DAY)
		return true;
	if (span->kind != INTENT_SPAN_WORD || span->cost > 0)
		return false;
	/* First names are known as greetings; "good morning" is none. */
	return (span->roles & SAYS) != 0 ||
	       ((span->roles & ROLE_BIT(ROLE_GREET)) != 0 &&
		   memchr(span->said.at, ' ', span->said.octets) != NULL);
}

/* "Household goods are expensive", "familia, buenos dias". */
static bool
is_sentence(struct desk *desk, struct str text)
{
	struct intent intent;
	struct intent_trace trace;
	struct intent_limits limits;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = desk->lang,
	    .roles = INTENT_ROLE_SELLER};

	intent_explain(&intent, &trace, desk->trade->lexicon,
	    desk->trade->catalogue, text, &hints);
	for (size_t i = 0; i < trace.count; i++)
		if (is_of_sentence(&trace.spans[i]))
			return true;
	return false;
}

/* A name has letters; figures in it would be read as quantities. */
static bool
is_name(struct str text)
{
	if (text.octets < 2 || text.octets > 60)
		return false;
	for (size_t i = 0; i < text.octets; i++)
		if ((text.at[i] >= '0' && text.at[i] <= '9') ||
		    (unsigned char)text.at[i] < ' ' ||
		    strchr("#%/@{}[]", text.at[i]) != NULL)
			return false;
	return true;
}

static void
add_household(struct desk *desk, struct str said)
{
	char name[64], n[16];
	int count = store_household_count(desk->store, desk->from.id);
	struct pool_said read;
	struct pool_folk *folk = pool_folk_load(desk);
	const struct household *known;

	str_copy(name, sizeof(name), said);
	pool_folk_read(&read, desk, folk, said);
	known = pool_folk_one(folk, &read);
	/* Texted twice it is still one household. */
	if ((known == NULL || !str_equal_nocase(str_from(known->name), said)) &&
	    count < POOL_HOUSEHOLDS_MAX) {
		(void)store_household_add(desk->store, desk->from.id, name,
		    desk->from.area_id, desk->now_ms);
		known = NULL;
	}
	if (known != NULL || count < POOL_HOUSEHOLDS_MAX)
		put_number(n, known != NULL ? known->number
					    : store_household_newest(
						  desk->store, desk->from.id));
	else
		n[0] = '\0';
	free(folk);
	letter_answer(desk,
	    n[0] ? PHRASE_HOUSEHOLD_ADDED : PHRASE_HOUSEHOLDS_FULL,
	    &(struct words){.name = name, .n = n}, 0);
}

bool
pool_house_add(struct desk *desk, struct str said)
{
	if (!is_name(said) || is_sentence(desk, said))
		return false;
	add_household(desk, said);
	return true;
}
