#include "handlers/pin.h"

#include <string.h>

#include "base/buf.h"
#include "base/secret.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_pin.h"

#include "handlers/approval.h"
#include "handlers/letter.h"
#include "handlers/officer.h"

#define DIGITS_MIN 4
#define DIGITS_MAX 6
#define WRONG_MOST 5
#define LOCKED_MS (INT64_C(60) * 60 * 1000)

static bool
is_digits(struct str text)
{
	return str_is_figures(text) && text.octets >= DIGITS_MIN &&
	       text.octets <= DIGITS_MAX;
}

static bool
is_money(const struct intent *intent)
{
	return intent->kind == INTENT_INCOME || intent->kind == INTENT_PAID;
}

/* -- masking --------------------------------------------------------------- */

/* What was typed is nobody's business but theirs: the words before stay. */
static void
mask(struct desk *desk, int64_t message_id, struct str before)
{
	char text[256];
	struct buf out = buf_over(text, sizeof(text));

	(void)buf_add_str(&out, str_trim(before));
	(void)buf_add_text(&out, " ****");
	store_message_mask(desk->store, message_id, text);
}

/* -- behind a text --------------------------------------------------------- */

static struct str
last_word(struct str text, struct str *before_out)
{
	size_t at = text.octets;

	while (at > 0 && text.at[at - 1] != ' ')
		at--;
	*before_out = str_trim(str_of(text.at, at));
	return str_of(text.at + at, text.octets - at);
}

void
pin_cut(struct desk *desk, struct handler_text *text, struct str *pin_out)
{
	struct str whole = str_trim(text->text), before;
	struct str word = last_word(whole, &before);
	struct intent intent;
	char lang[12];
	struct intent_limits limits;
	struct intent_hints hints = {.limits = desk_limits(&limits, desk),
	    .lang = lang,
	    .roles = INTENT_ROLE_SELLER};

	*pin_out = STR("");
	if (before.octets == 0 || !is_digits(word))
		return;
	desk_lang_of(lang, desk, &desk->from);
	intent_parse(&intent, desk->trade->lexicon, desk->trade->catalogue,
	    before, &hints);
	/* A phone of one's own needs no PIN, but we say where it goes.
	 * "PAID #K7F 3000" lacks its sum without the last figure. */
	if (!is_money(&intent) ||
	    (!desk->from.shared && intent.kind != INTENT_INCOME) ||
	    (intent.kind == INTENT_PAID && intent.price_milli <= 0))
		return;
	mask(desk, text->message_id, before);
	*pin_out = word;
	text->text = before;
}

static void
tell_locked(struct desk *desk)
{
	int64_t officer = officer_for(desk, desk->from.area_id);
	struct letter letter;
	struct letter_about about = {.class_ = MESSAGE_NOTICE};

	if (officer == 0 || officer == desk->from.id)
		return;
	letter_to(&letter, desk, officer, 0);
	letter_send(&letter, PHRASE_PIN_TOLD,
	    &(struct words){
		.name = desk->from.name, .phone = desk->from.number},
	    &about);
}

static void
say(struct desk *desk, enum phrase phrase)
{
	letter_answer(desk, phrase, &(struct words){0}, 0);
}

/* Counts the tries; false: it was answered. */
static bool
is_right(struct desk *desk, struct pin *pin, struct str typed)
{
	if (pin->locked_ms > desk->now_ms) {
		say(desk, PHRASE_PIN_LOCKED);
		return false;
	}
	if (secret_is(pin->hash, typed)) {
		if (pin->wrong > 0) {
			pin->wrong = 0;
			store_pin_put(desk->store, pin);
		}
		return true;
	}
	pin->wrong++;
	say(desk,
	    pin->wrong < WRONG_MOST ? PHRASE_PIN_WRONG : PHRASE_PIN_LOCKED);
	if (pin->wrong >= WRONG_MOST) {
		pin->wrong = 0;
		pin->locked_ms = desk->now_ms + LOCKED_MS;
		tell_locked(desk);
	}
	store_pin_put(desk->store, pin);
	return false;
}

bool
pin_stops(struct desk *desk, struct str typed)
{
	struct pin pin;

	if (!is_money(&desk->intent) || !desk->from.shared)
		return false;
	if (typed.octets == 0 ||
	    !store_pin_get(desk->store, desk->from.id, &pin) ||
	    pin.hash[0] == '\0') {
		say(desk, PHRASE_PIN_NEED);
		return true;
	}
	return !is_right(desk, &pin, typed);
}

bool
pin_may_try(struct desk *desk)
{
	struct pin pin;

	return store_pin_get(desk->store, desk->from.id, &pin) &&
	       pin.hash[0] != '\0' && pin.locked_ms <= desk->now_ms;
}

/* -- setting one ----------------------------------------------------------- */

static void
hash(struct desk *desk, char dst[STORE_PIN_HASH_OCTETS], struct str digits)
{
	uint8_t salt[SECRET_SALT_OCTETS];
	uint64_t part[2] = {desk->trade->random(desk->trade->random_arg),
	    desk->trade->random(desk->trade->random_arg)};

	_Static_assert(sizeof(part) == sizeof(salt), "a salt is two numbers");
	memcpy(salt, part, sizeof(salt));
	secret_hash(dst, digits, salt);
}

/* "PIN", "PIN 12": how it is done, on a phone where it is of use. */
static bool
how(struct desk *desk)
{
	if (!desk->from.shared)
		return false;
	say(desk, PHRASE_PIN_NEED);
	return true;
}

bool
pin_text(struct desk *desk, const struct book *book, struct str rest)
{
	struct str first, second = rest;
	struct pin pin;
	bool had;

	(void)book;
	if (str_is_figures(rest) && !is_digits(rest))
		return how(desk);
	if (!str_cut(&first, &second, ' '))
		return false;
	second = str_trim(second);
	if (!is_digits(first) || (second.octets > 0 && !is_digits(second)))
		return false;
	mask(desk, desk->cause_id,
	    str_of(
		desk->text->text.at, (size_t)(first.at - desk->text->text.at)));
	had = store_pin_get(desk->store, desk->from.id, &pin) &&
	      pin.hash[0] != '\0';
	if (second.octets > 0 && had && !is_right(desk, &pin, first))
		return true;
	if (!desk->from.shared || (second.octets > 0 && had)) {
		hash(desk, pin.hash, second.octets > 0 ? second : first);
		pin.wanted[0] = '\0';
		store_pin_put(desk->store, &pin);
		say(desk, PHRASE_PIN_SET);
		return true;
	}
	hash(desk, pin.wanted, second.octets > 0 ? second : first);
	store_pin_put(desk->store, &pin);
	say(desk, PHRASE_SELLER_ASKED);
	(void)approval_request(
	    desk, CONSENT_PIN, &desk->from, desk->text->phone_id);
	return true;
}

void
pin_decided(struct desk *desk, const struct consent *consent, bool yes)
{
	struct letter letter;
	struct pin pin;

	if (!store_pin_get(desk->store, consent->person_id, &pin) ||
	    pin.wanted[0] == '\0')
		return;
	if (yes) {
		memcpy(pin.hash, pin.wanted, sizeof(pin.hash));
		pin.wrong = 0;
		pin.locked_ms = 0;
	}
	pin.wanted[0] = '\0';
	store_pin_put(desk->store, &pin);
	letter_to(&letter, desk, consent->person_id, consent->phone_id);
	letter_send(&letter, yes ? PHRASE_PIN_SET : PHRASE_PIN_NO,
	    &(struct words){0}, NULL);
}
