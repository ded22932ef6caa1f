#include "gateway/link/smpp_receipt.h"

#include <string.h>

#define NUMBER_OCTETS 32u
#define DECIMAL_DIGITS_MAX 77u /* 10^77 < 2^256 */
#define HEX_DIGITS_MAX 64u

/* -- message ids ---------------------------------------------------------- */

static int
digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return 16;
}

static void
multiply_add(uint8_t number[NUMBER_OCTETS], unsigned by, unsigned add)
{
	for (size_t i = NUMBER_OCTETS; i-- > 0;) {
		add += number[i] * by;
		number[i] = (uint8_t)add;
		add >>= 8;
	}
}

static struct str
without_zeros(struct str id)
{
	while (id.octets > 1 && id.at[0] == '0')
		id = str_of(id.at + 1, id.octets - 1);
	return id;
}

static bool
read_number(
    uint8_t number[NUMBER_OCTETS], struct str id, enum smpp_id_form form)
{
	unsigned base = form == SMPP_ID_HEX ? 16 : 10;
	memset(number, 0, NUMBER_OCTETS);
	if (form == SMPP_ID_HEX && str_starts_nocase(id, "0x"))
		id = str_of(id.at + 2, id.octets - 2);
	id = without_zeros(id);
	if (id.octets == 0 ||
	    id.octets > (base == 16 ? HEX_DIGITS_MAX : DECIMAL_DIGITS_MAX))
		return false;
	for (size_t i = 0; i < id.octets; i++) {
		unsigned digit = (unsigned)digit_of(id.at[i]);
		if (digit >= base)
			return false;
		multiply_add(number, base, digit);
	}
	return true;
}

static int64_t
key_of(uint64_t hash)
{
	int64_t key = (int64_t)(hash & INT64_MAX);
	return key == 0 ? 1 : key;
}

int64_t
smpp_receipt_key(struct str id, enum smpp_id_form form)
{
	/* A number's octets have a letter before them that no text's hash
	 * starts with, so that "6699" as text is another id. */
	uint8_t number[1 + NUMBER_OCTETS] = {'#'};
	id = str_trim(id);
	if (id.octets == 0)
		return 0;
	if (form != SMPP_ID_TEXT && read_number(number + 1, id, form))
		return key_of(span_hash(span_of(number, sizeof(number))));
	return key_of(span_hash(span_of(id.at, id.octets)));
}

/* -- states --------------------------------------------------------------- */

const char *
smpp_state_word(enum smpp_state state)
{
	switch (state) {
	case SMPP_STATE_SCHEDULED:
		return "SCHEDLD";
	case SMPP_STATE_ENROUTE:
		return "ENROUTE";
	case SMPP_STATE_DELIVERED:
		return "DELIVRD";
	case SMPP_STATE_EXPIRED:
		return "EXPIRED";
	case SMPP_STATE_DELETED:
		return "DELETED";
	case SMPP_STATE_UNDELIVERABLE:
		return "UNDELIV";
	case SMPP_STATE_ACCEPTED:
		return "ACCEPTD";
	case SMPP_STATE_UNKNOWN:
		return "UNKNOWN";
	case SMPP_STATE_REJECTED:
		return "REJECTD";
	case SMPP_STATE_SKIPPED:
		return "SKIPPED";
	case SMPP_STATE_NONE:
		return "-";
	}
	return "-";
}

/* Appendix B's words, and those that peers write for them; a word begins with
 * one of these.  UNDELIV stands before DELIV.. only for the reader's eye. */
static const struct {
	const char *word;
	enum smpp_state state;
} state_words[] = {
    {"UNDELIV", SMPP_STATE_UNDELIVERABLE},
    {"DELIVRD", SMPP_STATE_DELIVERED},
    {"DELIVERED", SMPP_STATE_DELIVERED},
    {"DELIVERD", SMPP_STATE_DELIVERED},
    {"EXPIRED", SMPP_STATE_EXPIRED},
    {"DELETED", SMPP_STATE_DELETED},
    {"ACCEPT", SMPP_STATE_ACCEPTED},
    {"ACKED", SMPP_STATE_ACCEPTED},
    {"UNKNOWN", SMPP_STATE_UNKNOWN},
    {"REJECT", SMPP_STATE_REJECTED},
    {"ENROUTE", SMPP_STATE_ENROUTE},
    {"BUFF", SMPP_STATE_ENROUTE},
    {"SENT", SMPP_STATE_ENROUTE},
    {"SCHED", SMPP_STATE_SCHEDULED},
    {"SKIPPED", SMPP_STATE_SKIPPED},
    {"FAILED", SMPP_STATE_UNDELIVERABLE},
};

static enum smpp_state
state_of_number(int64_t number)
{
	return number >= 0 && number <= SMPP_STATE_SKIPPED
		   ? (enum smpp_state)number
		   : SMPP_STATE_NONE;
}

static enum smpp_state
state_of_word(struct str word)
{
	int64_t number;
	for (size_t i = 0; i < sizeof(state_words) / sizeof(state_words[0]);
	     i++)
		if (str_starts_nocase(word, state_words[i].word))
			return state_words[i].state;
	return str_to_int64(&number, word) ? state_of_number(number)
					   : SMPP_STATE_NONE;
}

/* ACCEPTD is "read on behalf of the person" to the standard and "taken by the
 * next centre" to most: nothing final. */
static enum msg_report_class
report_of(enum smpp_state state)
{
	switch (state) {
	case SMPP_STATE_DELIVERED:
		return MSG_REPORT_DELIVERED;
	case SMPP_STATE_EXPIRED:
	case SMPP_STATE_DELETED:
	case SMPP_STATE_UNDELIVERABLE:
	case SMPP_STATE_REJECTED:
	case SMPP_STATE_SKIPPED:
		return MSG_REPORT_FAILED;
	case SMPP_STATE_SCHEDULED:
	case SMPP_STATE_ENROUTE:
	case SMPP_STATE_ACCEPTED:
	case SMPP_STATE_UNKNOWN:
	case SMPP_STATE_NONE:
		return MSG_REPORT_TRYING;
	}
	return MSG_REPORT_TRYING;
}

/* 3GPP TS 23.040 9.2.3.15. */
static uint8_t
tp_status_of(enum smpp_state state)
{
	switch (state) {
	case SMPP_STATE_DELIVERED:
		return 0x00;
	case SMPP_STATE_EXPIRED:
		return 0x46; /* validity period expired */
	case SMPP_STATE_DELETED:
	case SMPP_STATE_SKIPPED:
		return 0x48; /* deleted by the centre's administration */
	case SMPP_STATE_UNDELIVERABLE:
		return 0x43; /* not obtainable */
	case SMPP_STATE_REJECTED:
		return 0x42; /* connection rejected */
	case SMPP_STATE_SCHEDULED:
	case SMPP_STATE_ENROUTE:
	case SMPP_STATE_ACCEPTED:
	case SMPP_STATE_UNKNOWN:
	case SMPP_STATE_NONE:
		return 0x30; /* the centre's own: it goes on */
	}
	return 0x30;
}

/* -- appendix B ----------------------------------------------------------- */

enum word { ID, SUB, DLVRD, SUBMIT_DATE, DONE_DATE, STAT, ERR, TEXT, WORDS };

/* A blank stands for any run of blanks, and for none or an underscore. */
static const char *const words[WORDS] = {
    [ID] = "id",
    [SUB] = "sub",
    [DLVRD] = "dlvrd",
    [SUBMIT_DATE] = "submit date",
    [DONE_DATE] = "done date",
    [STAT] = "stat",
    [ERR] = "err",
    [TEXT] = "text",
};

struct words_found {
	bool have[WORDS];
	struct str value[WORDS];
};

static bool
is_gap(char c)
{
	return c == ' ' || c == '\0' || c == '\t' || c == '\r' || c == '\n';
}

static bool
ends_value(char c)
{
	return is_gap(c) || c == ',' || c == ';';
}

static struct str
from(struct str text, size_t at)
{
	return str_of(text.at + at, text.octets - at);
}

static size_t
skip_gap(struct str text, size_t at)
{
	while (at < text.octets && is_gap(text.at[at]))
		at++;
	return at;
}

/* Octets of "submit date:" at the front of text, 0 when it is not there. */
static size_t
match_word(struct str text, const char *word)
{
	size_t at = 0;
	for (; *word != '\0'; word++) {
		if (*word == ' ') {
			while (at < text.octets &&
			       (is_gap(text.at[at]) || text.at[at] == '_'))
				at++;
			continue;
		}
		if (at == text.octets || (text.at[at] | 0x20) != *word)
			return 0;
		at++;
	}
	at = skip_gap(text, at);
	return at < text.octets && text.at[at] == ':' ? at + 1 : 0;
}

static enum word
find_word(struct str text, size_t *octets_out)
{
	for (enum word w = ID; w < WORDS; w++) {
		*octets_out = match_word(text, words[w]);
		if (*octets_out > 0)
			return w;
	}
	return WORDS;
}

/* A value may be empty: then the next word stands where it should. */
static size_t
read_value(struct str *out, struct str text, size_t at)
{
	size_t next = skip_gap(text, at), octets;
	*out = str_of(text.at + at, 0);
	if (find_word(from(text, next), &octets) != WORDS)
		return next;
	size_t end = next;
	while (end < text.octets && !ends_value(text.at[end]))
		end++;
	*out = str_of(text.at + next, end - next);
	return end;
}

static size_t
next_token(struct str text, size_t at)
{
	while (at < text.octets && !ends_value(text.at[at]))
		at++;
	while (at < text.octets && ends_value(text.at[at]))
		at++;
	return at;
}

/* Of repeated words the first counts: behind "text:" stand a person's own. */
static void
find_words(struct words_found *found, struct str text)
{
	size_t at = skip_gap(text, 0);
	while (at < text.octets) {
		size_t octets;
		struct str value;
		enum word w = find_word(from(text, at), &octets);
		if (w == WORDS) {
			at = next_token(text, at);
			continue;
		}
		if (w == TEXT)
			value = from(text, at += octets);
		else
			at = read_value(&value, text, at + octets);
		if (!found->have[w])
			found->value[w] = value;
		found->have[w] = true;
		while (at < text.octets && ends_value(text.at[at]))
			at++;
	}
}

/* -- both forms ----------------------------------------------------------- */

static bool
has_tlvs(const struct smpp_pdu *pdu, uint32_t bits)
{
	return (pdu->tlvs.has & bits) == bits;
}

/* Without its header, and UTF-16 made octets: appendix B is ASCII. */
static struct str
words_of(char room[SMPP_RECEIPT_ROOM], const struct smpp_pdu *pdu)
{
	struct span said = pdu->sm.short_message;
	if (said.octets == 0)
		said = pdu->tlvs.message_payload;
	if ((pdu->sm.esm_class & SMPP_ESM_UDHI) != 0 && said.octets > 0)
		said = span_part(said, (size_t)said.at[0] + 1, said.octets);
	if (said.octets < 2 || said.at[0] != 0 || said.at[1] == 0)
		return str_of((const char *)said.at, said.octets);
	size_t count = 0;
	for (size_t i = 1; i < said.octets && count < SMPP_RECEIPT_ROOM; i += 2)
		room[count++] = (char)said.at[i];
	return str_of(room, count);
}

/* From its first word to its state: nobody writes so by chance. */
static bool
is_appendix_b(const struct smpp_pdu *pdu)
{
	char room[SMPP_RECEIPT_ROOM];
	struct words_found found = {.have = {false}};
	struct str text = words_of(room, pdu);
	if (match_word(str_trim(text), words[ID]) == 0)
		return false;
	find_words(&found, text);
	return found.have[SUB] && found.have[DLVRD] && found.have[DONE_DATE] &&
	       found.value[ID].octets > 0 &&
	       state_of_word(found.value[STAT]) != SMPP_STATE_NONE;
}

bool
smpp_receipt_is(const struct smpp_pdu *pdu)
{
	uint32_t command = pdu->head.command;
	if (command != SMPP_DELIVER_SM && command != SMPP_DATA_SM)
		return false;
	uint8_t type = pdu->sm.esm_class & SMPP_ESM_TYPE;
	if ((type & (SMPP_ESM_RECEIPT | SMPP_ESM_INTERMEDIATE)) != 0)
		return true;
	uint32_t told = SMPP_TLV_RECEIPTED_ID | SMPP_TLV_MESSAGE_STATE;
	if (type == SMPP_ESM_DELIVERY_ACK)
		told = SMPP_TLV_MESSAGE_STATE;
	return has_tlvs(pdu, told) || is_appendix_b(pdu);
}

static void
take_id(struct smpp_receipt *out, const struct smpp_pdu *pdu, struct str said,
    enum smpp_id_form form)
{
	out->id = str_trim(said);
	if (has_tlvs(pdu, SMPP_TLV_RECEIPTED_ID) &&
	    str_trim(pdu->tlvs.receipted_id).octets > 0)
		out->id = str_trim(pdu->tlvs.receipted_id);
	out->key = smpp_receipt_key(out->id, form);
	int64_t second = smpp_receipt_key(said, form);
	if (out->key == 0)
		out->odd |= SMPP_RECEIPT_NO_ID;
	if (second == out->key || second == 0)
		return;
	out->second_key = second;
	int64_t decimal = smpp_receipt_key(out->id, SMPP_ID_DECIMAL);
	int64_t hex = smpp_receipt_key(out->id, SMPP_ID_HEX);
	if (decimal != smpp_receipt_key(said, SMPP_ID_HEX) &&
	    hex != smpp_receipt_key(said, SMPP_ID_DECIMAL))
		out->odd |= SMPP_RECEIPT_TWO_IDS;
}

static void
take_state(
    struct smpp_receipt *out, const struct smpp_pdu *pdu, struct str word)
{
	enum smpp_state said = state_of_word(word);
	out->state = said;
	if (has_tlvs(pdu, SMPP_TLV_MESSAGE_STATE) &&
	    state_of_number(pdu->tlvs.message_state) != SMPP_STATE_NONE)
		out->state = state_of_number(pdu->tlvs.message_state);
	if (out->state == SMPP_STATE_NONE)
		out->odd |= SMPP_RECEIPT_NO_STATE;
	if (said != SMPP_STATE_NONE && report_of(said) != report_of(out->state))
		out->odd |= SMPP_RECEIPT_TWO_STATES;
	out->report = report_of(out->state);
	out->tp_status = tp_status_of(out->state);
}

static void
take_code(struct smpp_receipt *out, const struct smpp_pdu *pdu)
{
	int64_t number;
	if (str_to_int64(&number, out->err) && number > 0 &&
	    number <= INT32_MAX)
		out->code = (int)number;
	else if (has_tlvs(pdu, SMPP_TLV_NETWORK_ERROR))
		out->code = pdu->tlvs.network_error.code;
}

void
smpp_receipt_read(struct smpp_receipt *out, const struct smpp_pdu *pdu,
    enum smpp_id_form form)
{
	struct words_found found = {.have = {false}};
	*out = (struct smpp_receipt){.key = 0};
	find_words(&found, words_of(out->room, pdu));
	if (!found.have[ID] && !found.have[STAT])
		out->odd |= SMPP_RECEIPT_NO_TEXT_FORM;
	out->err = found.value[ERR];
	out->done_date = found.value[DONE_DATE];
	out->submit_date = found.value[SUBMIT_DATE];
	out->text = found.value[TEXT];
	take_id(out, pdu, found.value[ID], form);
	take_state(out, pdu, found.value[STAT]);
	take_code(out, pdu);
}
