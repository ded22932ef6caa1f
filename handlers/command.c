#include "handlers/command.h"

#include "handlers/adminsms.h"
#include "handlers/feedback.h"
#include "handlers/follow.h"
#include "handlers/newnumber.h"
#include "handlers/payment.h"
#include "handlers/phrase.h"
#include "handlers/pin.h"
#include "handlers/pool_give.h"
#include "handlers/pool_list.h"
#include "handlers/pool_took.h"
#include "handlers/promoter.h"
#include "handlers/sale.h"
#include "handlers/sale_end.h"
#include "handlers/sale_join.h"
#include "handlers/sale_order.h"
#include "handlers/why.h"

#define ANYBODY 0u

/* `rest` is what follows the keyword, trimmed. */
struct command {
	enum phrase word;
	unsigned roles; /* enum person_role bits, ANYBODY */
	bool (*handle)(
	    struct desk *desk, const struct book *book, struct str rest);
};

static const struct command rows[] = {
    {PHRASE_WORD_FEEDBACK, ANYBODY, feedback_word},
    {PHRASE_WORD_CLOSE, ANYBODY, feedback_close},
    {PHRASE_WORD_NEWNUMBER, ANYBODY, newnumber_text},
    {PHRASE_WORD_PIN, ANYBODY, pin_text},
    {PHRASE_WORD_CREDIT, ANYBODY, payment_credit},
    {PHRASE_WORD_TOOK, PERSON_LEADER, pool_took},
    {PHRASE_WORD_UNTOOK, PERSON_LEADER, pool_untook},
    {PHRASE_WORD_WRONG, PERSON_LEADER, pool_wrong},
    {PHRASE_WORD_GIVE, PERSON_LEADER, pool_give},
    {PHRASE_WORD_SPLIT, PERSON_LEADER, pool_list_text},
    {PHRASE_WORD_HOUSEHOLDS, PERSON_LEADER, pool_list_households},
    {PHRASE_WORD_SALE,
	PERSON_SELLER | PERSON_LEADER | PERSON_OFFICER | PERSON_ADMIN,
	sale_open_text},
    {PHRASE_WORD_SALE, ANYBODY, sale_word_text},
    {PHRASE_WORD_SALES, ANYBODY, sale_word_text},
    {PHRASE_WORD_END,
	PERSON_SELLER | PERSON_LEADER | PERSON_OFFICER | PERSON_ADMIN,
	sale_end_text},
    {PHRASE_WORD_JOIN, PERSON_SELLER | PERSON_LEADER, sale_join_text},
    {PHRASE_WORD_FOLLOW, ANYBODY, follow_text},
    {PHRASE_WORD_UNFOLLOW, ANYBODY, follow_end_text},
    {PHRASE_WORD_PROMOTER, PERSON_OFFICER | PERSON_ADMIN, promoter_text},
    {PHRASE_WORD_WHY, ANYBODY, why_text},
    {PHRASE_WORD_FIND, PERSON_ADMIN, adminsms_find},
    {PHRASE_WORD_STATS, PERSON_ADMIN, adminsms_stats},
    {PHRASE_WORD_LINKS, PERSON_ADMIN, adminsms_links},
    {PHRASE_WORD_PAUSE, PERSON_ADMIN, adminsms_pause},
    {PHRASE_WORD_RESUME, PERSON_ADMIN, adminsms_resume},
    {PHRASE_COUNT, ANYBODY, NULL}, /* the end */
};

bool
command_row(size_t i, enum phrase *word_out, unsigned *roles_out)
{
	if (i >= sizeof(rows) / sizeof(rows[0]) - 1)
		return false;
	*word_out = rows[i].word;
	*roles_out = rows[i].roles;
	return true;
}

/* Cuts the row's keyword off. */
static bool
begins(const struct desk *desk, const struct command *row, struct str *rest)
{
	if (row->roles != ANYBODY && (row->roles & desk->from.roles) == 0)
		return false;
	*rest = desk->text->text;
	return phrase_cut_word(desk->trade->phrases, row->word, rest);
}

bool
command_text(struct desk *desk, const struct book *book)
{
	for (const struct command *row = rows; row->handle != NULL; row++) {
		struct str rest;

		if (begins(desk, row, &rest) &&
		    row->handle(desk, book, str_trim(rest)))
			return true;
	}
	/* Its number is the keyword. */
	return feedback_reply(desk);
}

bool
command_is(const struct desk *desk)
{
	struct str rest;

	for (const struct command *row = rows; row->handle != NULL; row++)
		if (begins(desk, row, &rest))
			return true;
	return false;
}
