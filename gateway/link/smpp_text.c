/* deliver_sm -> text; see smpp_text.h.  Cutting is in smpp_text_cut.c. */
#include "gateway/link/smpp_text.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#include "gateway/link/pdu_kind.h"
#include "gateway/link/smpp_charset.h"
#include "sms/ucs2.h"

#define CODING_LATIN1 3
#define CODING_CYRILLIC 6
#define CODING_HEBREW 7
#define CODING_UCS2 8
#define PAYLOAD_WCMP 1 /* 5.3.2.10 */

/* What the octets behind the header are. */
enum octets_kind {
	OCTETS_GSM7,
	OCTETS_GSM7_PACKED,
	OCTETS_CHARSET, /* one octet a letter */
	OCTETS_UTF8,
	OCTETS_UCS2,
	OCTETS_UCS2_SWAPPED,
	OCTETS_DATA,
};

struct content {
	struct span all; /* with the header */
	struct span body; /* behind it */
	struct udh udh;
	enum octets_kind kind;
	enum smpp_charset charset;
	struct pdu_dcs dcs;
	const char *refused; /* an alphabet that we do not have; NULL */
};

/* -- which octets, and where their header ends ---------------------------- */

static struct span
said_in(const struct smpp_pdu *pdu)
{
	struct span shorter = pdu->sm.short_message;
	struct span payload = pdu->tlvs.message_payload;
	return payload.octets > shorter.octets ? payload : shorter;
}

/* Some centres pass a header on and forget to say so.  No text starts like
 * the concatenation element. */
static bool
looks_like_header(struct span said)
{
	const uint8_t *p = said.at;
	if (said.octets >= 6 && p[0] == 5 && p[1] == 0 && p[2] == 3)
		return p[4] > 1 && p[5] > 0 && p[5] <= p[4];
	if (said.octets >= 7 && p[0] == 6 && p[1] == 8 && p[2] == 4)
		return p[5] > 1 && p[6] > 0 && p[6] <= p[5];
	return false;
}

static int
read_header(struct content *out, const struct smpp_pdu *pdu, struct err *err)
{
	out->body = out->all;
	bool said = (pdu->sm.esm_class & SMPP_ESM_UDHI) != 0;
	if (!said && !looks_like_header(out->all))
		return 0;
	int rc = udh_decode(&out->udh, out->all, 0, err);
	out->body = span_part(out->all, out->udh.octets, out->all.octets);
	return rc;
}

/* -- which alphabet ------------------------------------------------------- */

static void
set_charset(struct content *out, enum smpp_charset charset)
{
	out->kind = OCTETS_CHARSET;
	out->charset = charset;
}

static bool
has_high_octets(struct span octets)
{
	for (size_t i = 0; i < octets.octets; i++)
		if (octets.at[i] > 0x7F)
			return true;
	return false;
}

static bool
has_controls(struct span octets)
{
	for (size_t i = 0; i < octets.octets; i++) {
		uint8_t c = octets.at[i];
		if (c < ' ' && c != '\n' && c != '\r' && c != '\t')
			return true;
	}
	return false;
}

/* Letters of ASCII in units of two, their zero at index `zero`. */
static bool
is_ascii_in_units(struct span octets, size_t zero)
{
	if (octets.octets < 2 || octets.octets % 2 != 0)
		return false;
	for (size_t i = 0; i < octets.octets; i += 2) {
		uint8_t letter = octets.at[i + 1 - zero];
		bool plain = (letter >= ' ' && letter < 0x7F) ||
			     letter == '\n' || letter == '\r';
		if (octets.at[i + zero] != 0 || !plain)
			return false;
	}
	return true;
}

/* A centre that translates nothing says 0, or ASCII, of everything. */
static void
set_default(struct content *out, enum octets_kind kind)
{
	struct span body = out->body;
	out->kind = kind;
	if (is_ascii_in_units(body, 0))
		out->kind = OCTETS_UCS2;
	else if (!has_high_octets(body))
		out->kind = kind == OCTETS_CHARSET && has_controls(body)
				? OCTETS_GSM7
				: kind;
	else if (utf8_valid(str_of((const char *)body.at, body.octets)))
		out->kind = OCTETS_UTF8;
	else
		set_charset(out, SMPP_CHARSET_LATIN1);
}

static void
set_coding_0(struct content *out, enum smpp_coding coding)
{
	switch (coding) {
	case SMPP_CODING_GSM7:
		set_default(out, OCTETS_GSM7);
		break;
	case SMPP_CODING_GSM7_PACKED:
		out->kind = OCTETS_GSM7_PACKED;
		break;
	case SMPP_CODING_LATIN1:
		/* Somebody has asked the operator, so nothing is guessed. */
		set_charset(out, SMPP_CHARSET_LATIN1);
		break;
	case SMPP_CODING_ASCII:
		out->charset = SMPP_CHARSET_LATIN1;
		set_default(out, OCTETS_CHARSET);
		break;
	case SMPP_CODING_UTF8:
		set_default(out, OCTETS_UTF8);
		break;
	}
}

/* A mark decides; else letters all of which would be ASCII the other way
 * round, and of which none is now. */
static bool
is_swapped(struct span body)
{
	if (body.octets >= 2 && body.at[0] == 0xFE && body.at[1] == 0xFF)
		return false;
	if (body.octets >= 2 && body.at[0] == 0xFF && body.at[1] == 0xFE)
		return true;
	return is_ascii_in_units(body, 1);
}

static void
set_ucs2(struct content *out)
{
	out->kind = is_swapped(out->body) ? OCTETS_UCS2_SWAPPED : OCTETS_UCS2;
	/* Half a unit too much, and ASCII throughout: it is no UTF-16. */
	if (out->body.octets % 2 != 0 && !has_high_octets(out->body) &&
	    memchr(out->body.at, 0, out->body.octets) == NULL &&
	    !out->udh.concat.present)
		set_charset(out, SMPP_CHARSET_LATIN1);
}

static void
set_gsm_coding(
    struct content *out, uint8_t coding, const struct smpp_text_rules *rules)
{
	out->dcs = pdu_dcs_decode(coding);
	switch (out->dcs.alphabet) {
	case SMS_GSM7:
		set_coding_0(out, rules->coding_0);
		break;
	case SMS_8BIT:
		out->kind = OCTETS_DATA;
		break;
	case SMS_UCS2:
		set_ucs2(out);
		break;
	}
}

/* 5.2.19: those for which we have no table. */
static const char *
refused_alphabet(uint8_t coding)
{
	switch (coding) {
	case 5:
		return "text in JIS (data_coding 5)";
	case 9:
		return "pictograms (data_coding 9)";
	case 10:
		return "text in ISO-2022-JP (data_coding 10)";
	case 13:
		return "text in extended Kanji JIS (data_coding 13)";
	case 14:
		return "text in KS C 5601 (data_coding 14)";
	}
	return NULL;
}

static void
set_alphabet(struct content *out, const struct smpp_pdu *pdu,
    const struct smpp_text_rules *rules)
{
	uint8_t coding = pdu->sm.data_coding;
	out->dcs = pdu_dcs_decode(0);
	out->refused = refused_alphabet(coding);
	if (out->refused != NULL || coding == 2 || coding == 4)
		out->kind = OCTETS_DATA;
	else if (coding == 1)
		set_coding_0(out, SMPP_CODING_ASCII);
	else if (coding == CODING_LATIN1)
		set_charset(out, SMPP_CHARSET_LATIN1);
	else if (coding == CODING_CYRILLIC)
		set_charset(out, SMPP_CHARSET_CYRILLIC);
	else if (coding == CODING_HEBREW)
		set_charset(out, SMPP_CHARSET_HEBREW);
	else if (coding == CODING_UCS2)
		set_ucs2(out);
	else if (coding < 0x10)
		set_coding_0(out, rules->coding_0);
	else
		set_gsm_coding(out, coding, rules);
}

/* -- octets to UTF-8, and to what parts are joined from ------------------- */

struct writer {
	struct smpp_text_room *room;
	size_t text_at, data_at;
	bool escape; /* the GSM alphabet's, carried */
	bool cut;
};

static void
keep_data(struct writer *to, const uint8_t *octets, size_t count)
{
	size_t left = SMPP_TEXT_DATA_OCTETS - to->data_at;
	if (count > left)
		count = left;
	if (count > 0)
		memcpy(to->room->data + to->data_at, octets, count);
	to->data_at += count;
}

/* How many more units of `most` octets the text has room for. */
static size_t
fitting(struct writer *to, size_t units, size_t most)
{
	size_t left = to->room->text_octets - to->text_at;
	size_t fits = left == 0 ? 0 : (left - 1) / most;
	to->cut = to->cut || fits < units;
	return fits < units ? fits : units;
}

static void
wrote(struct writer *to, int octets)
{
	if (octets > 0)
		to->text_at += (size_t)octets;
}

static void
put_point(struct writer *to, uint32_t point)
{
	uint8_t units[4];
	if (fitting(to, 1, 4) == 0)
		return;
	to->text_at += utf8_put(to->room->text + to->text_at, point);
	keep_data(to, units, 2 * ucs2_from_code_point(units, point));
}

static void
put_septets(struct writer *to, struct span septets, const struct udh *udh)
{
	septets.octets = fitting(to, septets.octets, GSM7_UTF8_OCTETS);
	if (septets.octets == 0)
		return;
	wrote(to, gsm7_to_utf8(to->room->text + to->text_at,
		      to->room->text_octets - to->text_at, septets,
		      udh->language, &to->escape));
	keep_data(to, septets.at, septets.octets);
}

/* Seven octets are eight septets; a header counts in septets, too, and what
 * fills it up.  Only the count of octets is known, so seven spare bits at the
 * end look like one more septet: an "@" that nobody wrote. */
static void
put_packed(struct writer *to, const struct content *content)
{
	enum { OCTETS = 441, SEPTETS = 504 };
	uint8_t septets[SEPTETS];
	size_t skip = gsm7_header_septets(content->udh.octets);
	for (size_t at = 0; at < content->all.octets; at += OCTETS) {
		struct span block = span_part(content->all, at, OCTETS);
		size_t count = block.octets * 8 / 7;
		if (!gsm7_unpack(septets, SEPTETS, block, count))
			return;
		bool last = at + block.octets == content->all.octets;
		if (last && count * 7 == block.octets * 8 && count > 0 &&
		    septets[count - 1] == 0)
			count--;
		size_t from = skip < count ? skip : count;
		skip -= from;
		put_septets(
		    to, span_of(septets + from, count - from), &content->udh);
	}
}

static void
put_ucs2(struct writer *to, struct span body, bool swapped)
{
	enum { OCTETS = 512 };
	uint8_t block[OCTETS];
	for (size_t at = 0; at < body.octets;) {
		struct span part = span_part(body, at, OCTETS);
		size_t n = part.octets;
		for (size_t i = 0; i < n; i++)
			block[i] = part.at[swapped && (i ^ 1) < n ? i ^ 1 : i];
		/* The halves of a pair stay together. */
		if (n == OCTETS && (block[n - 2] & 0xFC) == 0xD8)
			n -= 2;
		size_t units = fitting(to, (n + 1) / 2, UCS2_UTF8_OCTETS);
		size_t take = 2 * units < n ? 2 * units : n;
		if (take < n && take >= 2 && (block[take - 2] & 0xFC) == 0xD8)
			take -= 2;
		wrote(to, ucs2_to_utf8(to->room->text + to->text_at,
			      to->room->text_octets - to->text_at,
			      span_of(block, take), NULL));
		keep_data(to, block, take);
		if (to->cut)
			return;
		at += n;
	}
}

static void
put_charset(struct writer *to, struct span body, enum smpp_charset charset)
{
	for (size_t i = 0; i < body.octets && !to->cut; i++)
		put_point(to, smpp_charset_point(charset, body.at[i]));
}

static void
put_utf8(struct writer *to, struct span body)
{
	struct str text = str_of((const char *)body.at, body.octets);
	while (text.octets > 0 && !to->cut) {
		size_t octets;
		put_point(to, utf8_next(text, &octets));
		text = str_of(text.at + octets, text.octets - octets);
	}
}

/* The alphabet that parts are joined by. */
static enum msg_alphabet
put_content(struct writer *to, const struct content *content)
{
	switch (content->kind) {
	case OCTETS_GSM7:
		put_septets(to, content->body, &content->udh);
		return MSG_GSM7;
	case OCTETS_GSM7_PACKED:
		put_packed(to, content);
		return MSG_GSM7;
	case OCTETS_CHARSET:
		put_charset(to, content->body, content->charset);
		return MSG_UCS2;
	case OCTETS_UTF8:
		put_utf8(to, content->body);
		return MSG_UCS2;
	case OCTETS_UCS2:
	case OCTETS_UCS2_SWAPPED:
		put_ucs2(
		    to, content->body, content->kind == OCTETS_UCS2_SWAPPED);
		return MSG_UCS2;
	case OCTETS_DATA:
		keep_data(to, content->body.at, content->body.octets);
		return MSG_8BIT;
	}
	return MSG_8BIT;
}

/* -- the message ---------------------------------------------------------- */

static void
set_part(struct msg_in *out, const struct content *content,
    const struct smpp_tlvs *tlvs)
{
	const struct udh_concat *concat = &content->udh.concat;
	uint32_t sar = SMPP_TLV_SAR_REF | SMPP_TLV_SAR_TOTAL | SMPP_TLV_SAR_SEQ;
	out->part = (struct msg_part){0};
	if (concat->present && concat->total > 1)
		out->part = (struct msg_part){.ref = concat->ref,
		    .wide = concat->wide,
		    .total = concat->total,
		    .seq = concat->seq};
	else if ((tlvs->has & sar) == sar && tlvs->sar_total > 1 &&
		 tlvs->sar_seq > 0 && tlvs->sar_seq <= tlvs->sar_total)
		out->part = (struct msg_part){.ref = tlvs->sar_ref,
		    .wide = true,
		    .total = tlvs->sar_total,
		    .seq = tlvs->sar_seq};
}

/* By the same rules as what a modem reads. */
static void
set_kind(struct msg_in *out, const struct content *content,
    const struct smpp_pdu *pdu)
{
	struct pdu as_read = {.type = PDU_TYPE_DELIVER,
	    .pid = pdu->sm.protocol_id,
	    .coding = content->dcs,
	    .udh = content->udh,
	    .alphabet = content->kind == OCTETS_DATA ? SMS_8BIT : SMS_GSM7};
	const struct smpp_tlvs *tlvs = &pdu->tlvs;
	if ((tlvs->has & SMPP_TLV_DEST_PORT) != 0 && tlvs->dest_port != 0)
		as_read.udh.ports = (struct udh_ports){.present = true,
		    .wide = true,
		    .dst = tlvs->dest_port,
		    .src = tlvs->source_port};
	out->kind = pdu_kind(&as_read, &out->why);
	out->replaces = (uint8_t)pdu_kind_replaces(&as_read);
	if (out->kind != MSG_TEXT && content->refused == NULL)
		return;
	if (content->refused != NULL)
		out->why = content->refused;
	else if (tlvs->payload_type == PAYLOAD_WCMP)
		out->why = "a WCMP message";
	if (out->why[0] != '\0')
		out->kind = MSG_BINARY;
}

static void
set_garbled(
    struct msg_in *out, struct smpp_text_room *room, const struct err *err)
{
	out->kind = MSG_GARBLED;
	snprintf(room->why, sizeof(room->why), "%s (octet %zu of the text)",
	    err->text, err->offset);
	out->why = room->why;
	out->text = STR("");
	out->data = span_of(NULL, 0);
}

void
smpp_text_read(struct msg_in *out, const struct smpp_pdu *pdu,
    const struct smpp_text_rules *rules, struct smpp_text_room *room)
{
	struct content content = {.all = said_in(pdu)};
	struct writer to = {.room = room};
	struct err err;
	if (room->text_octets > 0)
		room->text[0] = '\0';
	if (read_header(&content, pdu, &err) != 0) {
		set_garbled(out, room, &err);
		return;
	}
	set_alphabet(&content, pdu, rules);
	set_kind(out, &content, pdu);
	set_part(out, &content, &pdu->tlvs);
	out->alphabet = put_content(&to, &content);
	out->text = str_of(room->text, to.text_at);
	out->data = span_of(room->data, to.data_at);
	out->locking = content.udh.language.locking;
	out->single = content.udh.language.single;
	str_copy(out->reply_to, sizeof(out->reply_to),
	    str_from(content.udh.reply_to.text));
}
