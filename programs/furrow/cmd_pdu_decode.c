#include "programs/furrow/cmd_pdu.h"

#include "sms/pdu.h"

/* Protocol identifiers, 23.040 9.2.3.9. */
#define PID_SILENT 0x40u
#define PID_REPLACE_1 0x41u
#define PID_REPLACE_7 0x47u

static void
put_address(struct buf *out, const char *key, const struct pdu_addr *addr)
{
	cmd_pdu_put(out, key);
	if (addr->text[0] == '\0')
		cmd_pdu_put(out, "null");
	else
		cmd_pdu_put_string(out, str_from(addr->text));
}

static void
put_stamp(struct buf *out, const char *key, const struct pdu_stamp *stamp)
{
	char text[PDU_TIME_TEXT_OCTETS];
	cmd_pdu_put(out, key);
	if (stamp->valid)
		cmd_pdu_put_string(out, str_from(pdu_time_text(text, stamp)));
	else
		cmd_pdu_put(out, "null");
}

static void
put_truth(struct buf *out, const char *key, bool truth)
{
	if (truth)
		buf_add_format(out, ",\"%s\":true", key);
}

/* What few headers have; comma as put_header() has it. */
static void
put_rare_elements(struct buf *out, const struct udh *udh, const char *comma)
{
	static const char *const kinds[] = {"voice", "fax", "email", "other"};
	if (udh->special) {
		buf_add_format(out,
		    "%s\"waiting\":{\"kind\":\"%s\",\"count\":%u,"
		    "\"store\":%s}",
		    comma, kinds[udh->special_kind & 3], udh->special_count,
		    udh->special_store ? "true" : "false");
		comma = ",";
	}
	if (udh->reply_to.text[0] != '\0') {
		buf_add_format(out, "%s\"reply_to\":", comma);
		cmd_pdu_put_string(out, str_from(udh->reply_to.text));
		comma = ",";
	}
	if (udh->cut)
		buf_add_format(out, "%s\"cut\":true", comma);
}

/* Few messages have one, so that the slow way to print does. */
static void
put_header(struct buf *out, const struct udh *udh)
{
	const struct gsm7_language *language = &udh->language;
	const char *comma = "";
	cmd_pdu_put(out, ",\"udh\":{");
	if (udh->concat.present) {
		buf_add_format(out,
		    "\"concat\":{\"ref\":%u,\"total\":%u,\"seq\":%u}",
		    udh->concat.ref, udh->concat.total, udh->concat.seq);
		comma = ",";
	}
	if (udh->ports.present) {
		buf_add_format(out, "%s\"ports\":{\"dst\":%u,\"src\":%u}",
		    comma, udh->ports.dst, udh->ports.src);
		comma = ",";
	}
	if (language->locking != 0 || language->single != 0)
		buf_add_format(out,
		    "%s\"language\":{\"locking\":%u,\"single\":%u}", comma,
		    language->locking, language->single);
	if (language->locking != 0 || language->single != 0)
		comma = ",";
	put_rare_elements(out, udh, comma);
	buf_add_char(out, '}');
}

static void
put_octet(struct buf *out, const char *key, bool present, int octet)
{
	cmd_pdu_put(out, key);
	if (present)
		cmd_pdu_put_number(out, octet);
	else
		cmd_pdu_put(out, "null");
}

static void
put_coding(struct buf *out, const struct pdu *pdu)
{
	bool text = pdu->has_user_data;
	int class = pdu->coding.class;
	put_octet(out, ",\"dcs\":", text || pdu->has_dcs, pdu->dcs);
	put_octet(out, ",\"pid\":", text || pdu->has_pid, pdu->pid);
	put_octet(out, ",\"class\":", class != PDU_CLASS_NONE, class);
}

/* A report may have a coding without user data. */
static void
put_user_data(struct buf *out, const struct pdu *pdu)
{
	if (!pdu->has_user_data) {
		cmd_pdu_put(out, ",\"text\":null,\"alphabet\":null");
		put_coding(out, pdu);
		cmd_pdu_put(out, ",\"udh\":{}");
		return;
	}
	if (pdu->alphabet == SMS_8BIT) {
		cmd_pdu_put(out, ",\"data\":");
		cmd_pdu_put_hex(out, span_of(pdu->data, pdu->data_count));
	} else {
		cmd_pdu_put(out, ",\"text\":");
		cmd_pdu_put_string(out, str_of(pdu->text, pdu->text_octets));
	}
	cmd_pdu_put(out, ",\"alphabet\":\"");
	cmd_pdu_put(out, pdu_dcs_alphabet_name(pdu->alphabet));
	buf_add_char(out, '"');
	put_coding(out, pdu);
	put_header(out, &pdu->udh);
}

static void
put_validity(struct buf *out, const struct pdu_validity *validity)
{
	cmd_pdu_put(out, ",\"validity\":");
	switch (validity->form) {
	case PDU_VALIDITY_NONE:
		cmd_pdu_put(out, "null");
		return;
	case PDU_VALIDITY_RELATIVE:
		cmd_pdu_put(out, "{\"form\":\"relative\",\"seconds\":");
		cmd_pdu_put_number(out, validity->for_s);
		break;
	case PDU_VALIDITY_ENHANCED:
		cmd_pdu_put(out, "{\"form\":\"enhanced\",\"seconds\":");
		cmd_pdu_put_number(out, validity->for_s);
		cmd_pdu_put(out, ",\"single_shot\":");
		cmd_pdu_put(out, validity->single_shot ? "true" : "false");
		break;
	case PDU_VALIDITY_ABSOLUTE:
		cmd_pdu_put(out, "{\"form\":\"absolute\"");
		put_stamp(out, ",\"until\":", &validity->until);
		break;
	}
	buf_add_char(out, '}');
}

static const char *
waiting_name(enum pdu_waiting kind)
{
	switch (kind) {
	case PDU_WAITING_VOICE:
		return "voice";
	case PDU_WAITING_FAX:
		return "fax";
	case PDU_WAITING_EMAIL:
		return "email";
	case PDU_WAITING_OTHER:
		return "other";
	}
	return "";
}

/* What a message need not have: told only where it has it. */
static void
put_rare(struct buf *out, const struct pdu *pdu)
{
	const struct pdu_dcs *coding = &pdu->coding;
	bool pid = pdu->has_user_data || pdu->type == PDU_TYPE_COMMAND;
	put_truth(out, "more_waiting", pdu->more_waiting);
	put_truth(out, "loop", pdu->loop);
	put_truth(out, "report", pdu->report);
	put_truth(out, "reply_path", pdu->reply_path);
	put_truth(out, "reject_duplicates", pdu->reject_duplicates);
	put_truth(out, "delete_when_read", coding->delete_when_read);
	put_truth(out, "compressed", coding->compressed);
	if (coding->waiting)
		buf_add_format(out,
		    ",\"waiting\":{\"kind\":\"%s\",\"active\":%s,"
		    "\"discard\":%s}",
		    waiting_name(coding->waiting_kind),
		    coding->waiting_active ? "true" : "false",
		    coding->waiting_discard ? "true" : "false");
	if (pid && pdu->pid >= PID_REPLACE_1 && pdu->pid <= PID_REPLACE_7)
		buf_add_format(
		    out, ",\"replaces\":%u", pdu->pid - PID_REPLACE_1 + 1);
	put_truth(out, "silent", pid && pdu->pid == PID_SILENT);
	put_truth(out, "odd_octet", pdu->odd_octet);
	put_truth(out, "escape_at_end", pdu->escape_at_end);
}

static void
put_cause(struct buf *out, const struct pdu *pdu)
{
	if (pdu->has_cause)
		buf_add_format(out,
		    ",\"cause\":{\"code\":%u,\"reason\":\"%s\"}", pdu->cause,
		    pdu_status_cause(pdu->cause));
}

static void
put_reference(struct buf *out, const struct pdu *pdu)
{
	cmd_pdu_put(out, ",\"mr\":");
	cmd_pdu_put_number(out, pdu->reference);
}

static void
put_status(struct buf *out, const struct pdu *pdu)
{
	cmd_pdu_put(out, ",\"status\":{\"code\":");
	cmd_pdu_put_number(out, pdu->status);
	cmd_pdu_put(out, ",\"class\":\"");
	cmd_pdu_put(out, pdu_outcome_name(pdu_status_outcome(pdu->status)));
	cmd_pdu_put(out, "\",\"reason\":\"");
	cmd_pdu_put(out, pdu_status_reason(pdu->status));
	cmd_pdu_put(out, pdu_status_is_temporary(pdu->status)
			     ? "\",\"temporary\":true}"
			     : "\"}");
	put_stamp(out, ",\"discharged\":", &pdu->discharged);
}

static void
put_pdu(struct buf *out, struct str id, const struct pdu *pdu)
{
	bool deliver = pdu->type == PDU_TYPE_DELIVER;
	cmd_pdu_put(out, "{\"id\":");
	buf_add_str(out, id);
	cmd_pdu_put(out, ",\"ok\":true,\"type\":\"");
	cmd_pdu_put(out, pdu_type_name(pdu->type));
	put_address(out, "\",\"smsc\":", &pdu->smsc);
	if (pdu->type != PDU_TYPE_DELIVER_REPORT &&
	    pdu->type != PDU_TYPE_SUBMIT_REPORT) {
		cmd_pdu_put(out, deliver ? ",\"sender\":" : ",\"recipient\":");
		cmd_pdu_put_string(out, str_from(pdu->peer.text));
	}
	put_stamp(out, ",\"timestamp\":", &pdu->stamp);
	put_user_data(out, pdu);
	switch (pdu->type) {
	case PDU_TYPE_DELIVER:
		break;
	case PDU_TYPE_SUBMIT:
		put_reference(out, pdu);
		put_validity(out, &pdu->validity);
		break;
	case PDU_TYPE_STATUS_REPORT:
		put_reference(out, pdu);
		put_status(out, pdu);
		break;
	case PDU_TYPE_DELIVER_REPORT:
	case PDU_TYPE_SUBMIT_REPORT:
		put_cause(out, pdu);
		break;
	case PDU_TYPE_COMMAND:
		put_reference(out, pdu);
		buf_add_format(out, ",\"command\":%u,\"number\":%u",
		    pdu->command, pdu->number);
		break;
	}
	put_rare(out, pdu);
	cmd_pdu_put(out, "}\n");
}

/* Hex -> octets; what is wrong with the digits is told in octets too. */
static int
read_hex(struct span *out, uint8_t dst[PDU_OCTETS_MAX], struct str hex,
    struct err *err)
{
	size_t bad = 0;
	int octets =
	    span_from_hex(dst, PDU_OCTETS_MAX, hex.at, hex.octets, &bad);
	*out = span_of(dst, octets < 0 ? 0 : (size_t)octets);
	if (octets >= 0)
		return 0;
	if (bad >= hex.octets)
		return err_set(err, PDU_SHORT, bad / 2,
		    "hex ends in the middle of an octet");
	if (bad / 2 >= PDU_OCTETS_MAX)
		return err_set(err, PDU_LONG, bad / 2, "longer than any PDU");
	return err_set(
	    err, PDU_VALUE, bad / 2, "character %zu is no hex digit", bad + 1);
}

void
cmd_pdu_decode(struct buf *out, const struct cmd_pdu_request *request)
{
	uint8_t octets[PDU_OCTETS_MAX];
	struct span whole;
	struct pdu pdu;
	struct err err;
	int rc = read_hex(&whole, octets, request->hex, &err);
	if (rc == 0)
		rc = pdu_decode(
		    &pdu, whole, request->direction, request->framing, &err);
	if (rc == 0)
		put_pdu(out, request->id, &pdu);
	else
		cmd_pdu_put_error(out, request->id, &err);
}
