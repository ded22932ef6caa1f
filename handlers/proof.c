#include "handlers/proof.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"

#include "gateway/store/store_message.h"
#include "gateway/store/store_proof.h"

#include "handlers/adminsms.h"
#include "handlers/adminsms_say.h"
#include "handlers/command.h"
#include "handlers/letter.h"
#include "handlers/officer.h"
#include "handlers/proof_read.h"
#include "handlers/risky.h"

#define DAY_MS (INT64_C(24) * 3600 * 1000)
#define SHOWN_OCTETS 25
#define ROWS 24
#define USUAL_TEXTS 3 /* by other links, and none by this one */

static void
note(const struct desk *desk, const char *event)
{
	char masked[PARTY_OCTETS];

	log_event(LOG_WARN, "trade", event, "msg=%" PRId64 " phone=%s",
	    desk->text->message_id,
	    log_phone(masked, sizeof(masked), desk->from.number));
}

/* -- the word comes back --------------------------------------------------- */

/* "STATS 4821", while STATS waits for its word. */
static bool
cut_word(const struct desk *desk, const struct proof *proof, struct str *text)
{
	struct str word, said;
	struct message m;

	if ((desk->from.roles & PERSON_ADMIN) == 0 ||
	    !proof_read_tail(*text, PROOF_READ_WORD, &said, &word) ||
	    !store_message_get(desk->store, proof->message_id, &m) ||
	    !str_equal_nocase(said, str_trim(str_from(m.text))))
		return false;
	*text = word;
	return true;
}

/* -- or six digits of a second factor ---------------------------------------
 */

/* "FIND K7F 123456"; but "FIND 0712 345678" is a number. */
static bool
cut_code(const struct desk *desk, struct str *text, struct str *code)
{
	char number[PARTY_OCTETS];
	struct str verb, command, rest = *text;

	if ((desk->from.roles & PERSON_ADMIN) == 0 ||
	    !proof_read_tail(*text, PROOF_READ_CODE, &command, code))
		return false;
	(void)str_cut(&verb, &rest, ' ');
	if (party_normalise(number, str_trim(rest), desk->market->country) ==
	    PARTY_PHONE)
		return false;
	*text = command;
	return true;
}

/* The desk's text is the command alone from now on, done at once if the code is
 * right; else it needs a word, as it does if the code of theirs is none or does
 * not count just now. */
static void
take_code(struct desk *desk, struct proof_text *waited)
{
	const struct handler_text *whole = desk->text;
	struct str text = str_trim(whole->text), code;
	enum handler_code found;

	if (desk->trade->code == NULL || whole->incomplete ||
	    !cut_code(desk, &text, &code))
		return;
	waited->text = *whole;
	waited->text.text = text;
	desk->text = &waited->text;
	if (!adminsms_is(desk)) {
		desk->text = whole;
		return;
	}
	found = desk->trade->code(desk->turn, desk->from.id, code);
	if (found == HANDLER_CODE_WRONG) {
		note(desk, "code_wrong");
		officer_audit(desk, "text.wrong", "a wrong code");
	}
	desk->proven = desk->proven || found == HANDLER_CODE_RIGHT;
}

static bool
load(struct desk *desk, int64_t message_id, struct proof_text *waited)
{
	struct message m;

	if (!store_message_get(desk->store, message_id, &m) || m.out ||
	    m.phone_id != desk->text->phone_id)
		return false;
	str_copy(waited->words, sizeof(waited->words), str_from(m.text));
	waited->text = *desk->text;
	waited->text.message_id = message_id;
	waited->text.text = str_trim(str_from(waited->words));
	return true;
}

/* Six figures behind anything else ("price maize 120000") are no code. */
static void
drop_code(struct desk *desk, struct proof_text *waited)
{
	struct str whole = waited->text.text, code;

	if (cut_code(desk, &waited->text.text, &code) && !adminsms_is(desk))
		waited->text.text = whole;
}

static bool
is_locked(const struct desk *desk, const struct proof *proof)
{
	return (desk->from.roles & PERSON_ADMIN) != 0 &&
	       proof->tries >= PROOF_TRIES &&
	       proof->asked_ms + PROOF_LOCK_MS > desk->now_ms;
}

static enum proof_taken
wrong(struct desk *desk, struct proof *proof)
{
	if (++proof->tries >= PROOF_TRIES)
		proof->word[0] = '\0';
	store_proof_put(desk->store, desk->text->phone_id, proof);
	note(desk, "proof_wrong");
	if ((desk->from.roles & PERSON_ADMIN) != 0)
		officer_audit(desk, "text.wrong", "a wrong word");
	desk_lang_of(desk->lang, desk, &desk->from);
	letter_answer(desk,
	    is_locked(desk, proof) ? PHRASE_PROOF_LOCKED : PHRASE_PROOF_WRONG,
	    &(struct words){0}, 0);
	return PROOF_WRONG;
}

static enum proof_taken
take_word(struct desk *desk, struct proof_text *waited)
{
	struct str word = str_trim(desk->text->text);
	struct proof proof;

	if ((!proof_read_word(word) &&
		(desk->from.roles & PERSON_ADMIN) == 0) ||
	    desk->text->incomplete ||
	    !store_proof_get(desk->store, desk->text->phone_id, &proof) ||
	    proof.word[0] == '\0' || proof.asked_ms + PROOF_MS < desk->now_ms)
		return PROOF_NONE;
	if (!proof_read_word(word) && !cut_word(desk, &proof, &word))
		return PROOF_NONE;
	if (!str_is(word, proof.word))
		return wrong(desk, &proof);
	proof.word[0] = '\0';
	store_proof_put(desk->store, desk->text->phone_id, &proof);
	if (!load(desk, proof.message_id, waited))
		return PROOF_NONE;
	desk->text = &waited->text;
	drop_code(desk, waited);
	desk->cause_id = waited->text.message_id;
	desk->proven = true;
	return PROOF_RIGHT;
}

enum proof_taken
proof_take(struct desk *desk, struct proof_text *waited)
{
	enum proof_taken taken = take_word(desk, waited);

	if (taken == PROOF_NONE)
		take_code(desk, waited);
	return taken;
}

/* -- is it doubtful? ------------------------------------------------------- */

struct ways {
	int64_t link_id, message_id;
	int others;
	bool this_one;
};

static bool
look(void *arg, const struct message *m)
{
	struct ways *w = arg;

	if (m->id == w->message_id || m->link_id == 0)
		return true;
	w->this_one = m->link_id == w->link_id;
	w->others += !m->out;
	return !w->this_one;
}

static bool
by_other_link(const struct desk *desk)
{
	struct ways w = {
	    .link_id = desk->text->link_id, .message_id = desk->cause_id};

	store_message_heads(desk->store, desk->text->phone_id, ROWS, look, &w);
	return !w.this_one && w.others >= USUAL_TEXTS;
}

/* Who asks much by text needs a word each time. */
static int64_t
words_a_day(const struct desk *desk)
{
	return (desk->from.roles & PERSON_ADMIN) != 0 ? PROOF_WORDS_ADMIN
						      : PROOF_WORDS_A_DAY;
}

/* Writes the row; false: nobody may be sent another word today.  The latest
 * text counts: a word must not stand for what it was not sent about. */
static bool
renew(struct proof *proof, struct desk *desk)
{
	struct buf word = buf_over(proof->word, sizeof(proof->word));
	bool more;

	store_proof_get(desk->store, desk->text->phone_id, proof);
	if (proof->asked_ms + DAY_MS < desk->now_ms)
		proof->asked_count = 0;
	more = proof->asked_count++ < words_a_day(desk);
	proof->message_id = desk->text->message_id;
	proof->tries = 0;
	proof->word[0] = '\0';
	if (more) {
		proof->asked_ms = desk->now_ms;
		buf_add_format(&word, "%d",
		    1000 + (int)(desk->trade->random(desk->trade->random_arg) %
				 9000));
	}
	store_proof_put(desk->store, desk->text->phone_id, proof);
	return more;
}

/* As much of its beginning as leaves ours one SMS: one letter of another script
 * takes half of the room. */
static void
write_shown(
    char dst[SHOWN_OCTETS], const struct letter *letter, const char *word)
{
	struct words words = {.text = dst, .n = word};
	struct str text = str_trim(letter->desk->text->text);

	str_copy(dst, SHOWN_OCTETS, text);
	while (dst[0] != '\0' && !say_is_one_sms(letter->desk, letter->lang,
				     PHRASE_PROOF_WORD, &words))
		str_copy(dst, strlen(dst), text);
	str_copy(dst, SHOWN_OCTETS, str_trim(str_of(text.at, strlen(dst))));
}

static void
ask(struct desk *desk)
{
	struct letter letter;
	struct letter_about about = {.stale_ms = desk->now_ms + PROOF_MS,
	    .link_id = desk->text->proof_link_id};
	struct person officer;
	struct proof proof;
	char shown[SHOWN_OCTETS];

	if (store_proof_get(desk->store, desk->text->phone_id, &proof) &&
	    is_locked(desk, &proof)) {
		note(desk, "proof_locked");
		letter_answer(desk, PHRASE_PROOF_LOCKED, &(struct words){0}, 0);
		return;
	}
	if (!renew(&proof, desk)) {
		/* Somebody must look, but need not hear of it each time. */
		note(desk, "proof_too_often");
		if (proof.asked_count == words_a_day(desk) + 1)
			(void)officer_pass_on(desk, &officer);
		return;
	}
	note(desk, "proof_asked");
	letter_to_sender(&letter, desk);
	write_shown(shown, &letter, proof.word);
	letter_send(&letter, PHRASE_PROOF_WORD,
	    &(struct words){.text = shown, .n = proof.word}, &about);
}

bool
proof_asks(struct desk *desk, const struct book *book, bool asked)
{
	struct risky_facts facts = {.low_trust = desk->text->low_trust,
	    .other_link = true,
	    .asked = asked,
	    .command = command_is(desk) || desk->pack.alone,
	    .involved = asked || book->count > 0 || desk->from.roles != 0};

	if (desk->proven || desk->text->incomplete)
		return false;
	if (adminsms_is(desk)) {
		ask(desk);
		return true;
	}
	if (!risky_judge(&desk->intent, &facts))
		return false;
	/* Read only when it decides. */
	if (!facts.low_trust && !by_other_link(desk))
		return false;
	ask(desk);
	return true;
}
