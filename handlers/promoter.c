#include "handlers/promoter.h"

#include <ctype.h>
#include <inttypes.h>

#include "base/buf.h"

#include "gateway/store/store_sale.h"

#include "handlers/letter.h"
#include "handlers/officer.h"

/* Letters and figures, with a letter: no figure, no name of a measure. */
static bool
is_code(struct str word)
{
	bool letter = false;

	if (word.octets < 3 ||
	    word.octets >= sizeof(((struct promoter *)0)->code))
		return false;
	for (size_t i = 0; i < word.octets; i++) {
		if (!isalnum((unsigned char)word.at[i]))
			return false;
		letter = letter || isalpha((unsigned char)word.at[i]);
	}
	return letter;
}

/* "5%", "2.5". */
static bool
read_percent(int64_t *permille, struct str word)
{
	int64_t milli;

	if (word.octets > 0 && word.at[word.octets - 1] == '%')
		word.octets--;
	if (!str_to_milli(&milli, word) || milli < 0 ||
	    milli > PROMOTER_PERMILLE_MAX * 100)
		return false;
	*permille = milli / 100;
	return true;
}

static bool
read_line(struct promoter *out, char number[PARTY_OCTETS], struct desk *desk,
    struct str rest)
{
	struct str phone, code, percent = STR("");

	if (!str_cut(&phone, &rest, ' ') || !str_cut(&code, &rest, ' '))
		return false;
	percent = str_trim(rest);
	if (party_normalise(number, phone, desk->market->country) !=
		PARTY_PHONE ||
	    !is_code(code) || !read_percent(&out->permille, percent))
		return false;
	str_copy(out->code, sizeof(out->code), code);
	return true;
}

static void
tell(struct desk *desk, int64_t person_id, const struct person *about,
    const struct promoter *promoter)
{
	struct letter letter;
	char n[24];

	letter_to(&letter, desk, person_id, 0);
	letter_send(&letter, PHRASE_PROMOTER_SET,
	    &(struct words){.name = *about->name ? about->name : promoter->code,
		.text = promoter->code,
		.n = str_from_milli(n, sizeof(n), promoter->permille * 100)},
	    NULL);
}

bool
promoter_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct promoter promoter = {.permille = 0}, known;
	struct person person;
	char number[PARTY_OCTETS];
	int64_t person_id = 0;

	(void)book;
	if (!read_line(&promoter, number, desk, rest)) {
		letter_answer(desk, PHRASE_PROMOTER_HOW, &(struct words){0}, 0);
		return true;
	}
	desk_as(desk, "officer");
	if (store_phone_ensure(desk->store, number, PARTY_PHONE, desk->now_ms,
		&person_id) == 0 ||
	    !store_person_get(desk->store, person_id, &person))
		return true;
	/* Somebody else's code stays theirs. */
	if (store_promoter_find(desk->store, promoter.code, &known) &&
	    known.person_id != person_id) {
		letter_answer(desk, PHRASE_PROMOTER_HOW, &(struct words){0}, 0);
		return true;
	}
	person.roles |= PERSON_PROMOTER;
	store_person_put(desk->store, &person);
	promoter.person_id = person_id;
	store_promoter_put(desk->store, &promoter);
	officer_audit(desk, "text.promoter",
	    "person %" PRId64 ": %" PRId64 " of a thousand", person_id,
	    (int64_t)promoter.permille);
	tell(desk, desk->from.id, &person, &promoter);
	if (person_id != desk->from.id)
		tell(desk, person_id, &person, &promoter);
	return true;
}
