#include "handlers/why.h"

#include "gateway/store/store_order.h"

#include "handlers/alloc.h"
#include "handlers/letter.h"
#include "handlers/place.h"

/* Exactly one code; what follows it makes it another text. */
static bool
read_code(char dst[8], struct str rest)
{
	if (rest.octets > 0 && rest.at[0] == '#')
		rest = str_of(rest.at + 1, rest.octets - 1);
	while (rest.octets > 0 && (rest.at[rest.octets - 1] == '?' ||
				      rest.at[rest.octets - 1] == '.'))
		rest.octets--;
	if (rest.octets < 3 || rest.octets > 5)
		return false;
	str_copy(dst, 8, rest);
	return true;
}

struct search {
	int64_t seller_id; /* of whom it is asked; 0: whoever has it */
	struct proposal found;
};

static bool
newest(void *arg, const struct proposal *p)
{
	struct search *search = arg;

	if (search->seller_id == 0 || p->seller_id == search->seller_id)
		search->found = *p;
	return true;
}

/* The first line that somebody was asked for. */
static bool
find(struct desk *desk, const struct order *order, int64_t seller_id,
    struct proposal *out)
{
	struct line lines[DESK_LINES_MAX];
	size_t count = place_load(desk, order->id, lines);
	struct search search = {.seller_id = seller_id};

	for (size_t i = 0; i < count && search.found.id == 0; i++)
		store_proposal_of_line(
		    desk->store, lines[i].id, newest, &search);
	*out = search.found;
	return search.found.id != 0;
}

static enum phrase
phrase_of(enum alloc_reason reason)
{
	switch (reason) {
	case ALLOC_REASON_FIRST:
		return PHRASE_WHY_FIRST;
	case ALLOC_REASON_BUYER:
		return PHRASE_WHY_BUYER;
	case ALLOC_REASON_BEFORE:
		return PHRASE_WHY_BEFORE;
	case ALLOC_REASON_ADMIN:
		return PHRASE_WHY_ADMIN;
	case ALLOC_REASON_LEFT:
		return PHRASE_WHY_LEFT;
	case ALLOC_REASON_SAME:
		return PHRASE_WHY_SAME;
	case ALLOC_REASON_TURN:
	case ALLOC_REASONS:
		break;
	}
	return PHRASE_WHY_TURN;
}

static void
tell(struct desk *desk, const struct order *order, const struct proposal *p,
    bool named)
{
	struct person seller;
	char name[64] = "";

	if (named && store_person_get(desk->store, p->seller_id, &seller) &&
	    seller.name[0] != '\0')
		letter_name(name, &seller);
	letter_answer(desk, phrase_of(alloc_reason_of(p->reason)),
	    &(struct words){.code = order->code, .name = name}, order->id);
}

/* "Why", "why?": about the only order in which they have a part. */
static bool
only_code(char dst[8], const struct book *book, struct str rest)
{
	size_t at;

	while (rest.octets > 0 && rest.at[rest.octets - 1] == '?')
		rest.octets--;
	if (rest.octets > 0 ||
	    book_count(book, BOOK_BUYER | BOOK_ASKED | BOOK_SELLER, &at) != 1)
		return false;
	str_copy(dst, 8, str_from(book->orders[at].code));
	return true;
}

bool
why_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct order order;
	struct proposal p;
	char code[8];
	bool buyer, office;

	if ((!only_code(code, book, rest) && !read_code(code, rest)) ||
	    !store_order_by_code(desk->store, code, &order))
		return false;
	buyer = order.buyer_id == desk->from.id;
	office = (desk->from.roles & (PERSON_OFFICER | PERSON_ADMIN)) != 0;
	if (!buyer && !office) {
		if (!find(desk, &order, desk->from.id, &p))
			return false;
		tell(desk, &order, &p, true);
	} else if (find(desk, &order, 0, &p)) {
		tell(desk, &order, &p, office || p.state == PROPOSAL_ACCEPTED);
	} else {
		letter_answer(desk, PHRASE_WHY_NOBODY,
		    &(struct words){.code = order.code}, order.id);
	}
	return true;
}
