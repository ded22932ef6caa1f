#include <string.h>

#include "sms/pdu.h"

#define MTI_DELIVER 0x00u
#define MTI_SUBMIT 0x01u
#define MTI_STATUS_REPORT 0x02u
#define NO_MORE_WAITING 0x04u
#define REJECT_DUPLICATES 0x04u
#define REPORT 0x20u
#define HAS_HEADER 0x40u
#define REPLY_PATH 0x80u

/* Built here in full, then copied: no field can outgrow it, each being
 * checked against its own limit. */
struct writer {
	uint8_t pdu[PDU_OCTETS_MAX];
	size_t at;
	size_t tpdu_at; /* behind the service centre's address */
	struct err *err;
};

static void
put_octet(struct writer *out, unsigned octet)
{
	out->pdu[out->at++] = (uint8_t)octet;
}

static void
put_stamp(struct writer *out, const struct pdu_stamp *stamp)
{
	pdu_time_encode(out->pdu + out->at, stamp);
	out->at += PDU_TIME_OCTETS;
}

static int
put_smsc(struct writer *out, struct str smsc)
{
	struct pdu_addr addr = {.text = ""};
	if (smsc.octets > 0) {
		int rc = pdu_addr_from_text(&addr, smsc, out->err);
		if (rc != 0)
			return rc;
		if (addr.ton == PDU_TON_ALPHANUMERIC)
			return err_set(out->err, PDU_NUMBER, 0,
			    "service centre is no number");
	}
	int octets = pdu_addr_encode_smsc(
	    out->pdu + out->at, PDU_ADDR_OCTETS, &addr, out->err);
	if (octets < 0)
		return octets;
	out->at += (size_t)octets;
	out->tpdu_at = out->at;
	return 0;
}

static int
put_address(struct writer *out, struct str text, bool name_allowed)
{
	struct pdu_addr addr;
	int rc = pdu_addr_from_text(&addr, text, out->err);
	bool name = rc == PDU_TEXT || addr.ton == PDU_TON_ALPHANUMERIC;
	if (name && !name_allowed)
		return err_set(
		    out->err, PDU_NUMBER, 0, "recipient is no number");
	if (rc != 0)
		return rc;
	int octets = pdu_addr_encode(
	    out->pdu + out->at, PDU_ADDR_OCTETS, &addr, out->err);
	if (octets < 0)
		return octets;
	out->at += (size_t)octets;
	return 0;
}

static int
check_content(const struct pdu_content *content, struct err *err)
{
	size_t header = udh_encoded_octets(&content->header);
	size_t octets = header + content->data.octets;
	size_t units = octets;
	bool septets = content->alphabet == SMS_GSM7;
	if (septets) {
		units = gsm7_header_septets(header) + content->data.octets;
		octets = gsm7_packed_octets(units);
	}
	if (content->class < PDU_CLASS_NONE || content->class > 3)
		return err_set(err, PDU_VALUE, 0, "class is none of 0 to 3");
	if (octets > PDU_USER_DATA_OCTETS)
		return err_set(err, PDU_LONG, 0,
		    "content of %zu %s, beyond 140 octets", units,
		    septets ? "septets" : "octets");
	return 0;
}

/* Length, header, fill bits, text (9.2.3.16, 9.2.3.24). */
static int
put_user_data(struct writer *out, const struct pdu_content *content)
{
	size_t length_at = out->at++;
	int header = udh_encode(out->pdu + out->at, PDU_USER_DATA_OCTETS,
	    &content->header, out->err);
	if (header < 0)
		return header;
	uint8_t *at = out->pdu + out->at + header;
	size_t length = (size_t)header + content->data.octets;
	size_t octets = length;
	if (content->alphabet == SMS_GSM7) {
		size_t skip = gsm7_header_septets((size_t)header);
		length = skip + content->data.octets;
		octets = gsm7_packed_octets(length); /* fill bits count */
		gsm7_pack(at, octets - (size_t)header, content->data,
		    (unsigned)(skip * 7 - (size_t)header * 8));
	} else if (content->data.octets > 0) {
		memcpy(at, content->data.at, content->data.octets);
	}
	out->at += octets;
	out->pdu[length_at] = (uint8_t)length;
	return 0;
}

static int
finish(uint8_t *dst, size_t dst_octets, size_t *tpdu_octets_out,
    const struct writer *out, int rc)
{
	if (tpdu_octets_out != NULL)
		*tpdu_octets_out = 0;
	if (rc != 0)
		return rc;
	if (out->at > dst_octets)
		return err_set(out->err, PDU_ROOM, 0,
		    "no room for a PDU of %zu octets", out->at);
	memcpy(dst, out->pdu, out->at);
	if (tpdu_octets_out != NULL)
		*tpdu_octets_out = out->at - out->tpdu_at;
	return (int)out->at;
}

static unsigned
content_bits(const struct pdu_content *content)
{
	return udh_encoded_octets(&content->header) > 0 ? HAS_HEADER : 0;
}

static int
put_submit(struct writer *out, const struct pdu_submit_spec *spec)
{
	static const uint8_t validity_bits[] = {
	    [PDU_VALIDITY_NONE] = 0x00,
	    [PDU_VALIDITY_RELATIVE] = 0x10,
	    [PDU_VALIDITY_ENHANCED] = 0x08,
	    [PDU_VALIDITY_ABSOLUTE] = 0x18,
	};
	struct pdu_validity validity = spec->validity;
	if (spec->validity_minutes > 0)
		validity = (struct pdu_validity){.form = PDU_VALIDITY_RELATIVE,
		    .for_s = spec->validity_minutes * 60};
	unsigned first = MTI_SUBMIT | content_bits(&spec->content);
	first |= spec->report ? REPORT : 0;
	first |= spec->reject_duplicates ? REJECT_DUPLICATES : 0;
	first |= spec->reply_path ? REPLY_PATH : 0;
	first |= validity_bits[validity.form];
	put_octet(out, first);
	put_octet(out, spec->reference);
	int rc = put_address(out, spec->to, false);
	if (rc != 0)
		return rc;
	put_octet(out, spec->content.pid);
	put_octet(
	    out, pdu_dcs_encode(spec->content.alphabet, spec->content.class));
	out->at += pdu_time_validity_encode(out->pdu + out->at, &validity);
	return put_user_data(out, &spec->content);
}

int
pdu_encode_submit(uint8_t *dst, size_t dst_octets, size_t *tpdu_octets_out,
    const struct pdu_submit_spec *spec, struct err *err)
{
	struct writer out = {.err = err};
	int rc = check_content(&spec->content, err);
	if (rc == 0)
		rc = put_smsc(&out, spec->smsc);
	if (rc == 0)
		rc = put_submit(&out, spec);
	return finish(dst, dst_octets, tpdu_octets_out, &out, rc);
}

static int
put_deliver(struct writer *out, const struct pdu_deliver_spec *spec)
{
	unsigned first = MTI_DELIVER | content_bits(&spec->content);
	first |= spec->more_waiting ? 0 : NO_MORE_WAITING;
	first |= spec->report ? REPORT : 0;
	first |= spec->reply_path ? REPLY_PATH : 0;
	put_octet(out, first);
	int rc = put_address(out, spec->from, true);
	if (rc != 0)
		return rc;
	put_octet(out, spec->content.pid);
	put_octet(
	    out, pdu_dcs_encode(spec->content.alphabet, spec->content.class));
	put_stamp(out, &spec->stamp);
	return put_user_data(out, &spec->content);
}

int
pdu_encode_deliver(uint8_t *dst, size_t dst_octets, size_t *tpdu_octets_out,
    const struct pdu_deliver_spec *spec, struct err *err)
{
	struct writer out = {.err = err};
	int rc = check_content(&spec->content, err);
	if (rc == 0)
		rc = put_smsc(&out, spec->smsc);
	if (rc == 0)
		rc = put_deliver(&out, spec);
	return finish(dst, dst_octets, tpdu_octets_out, &out, rc);
}

static int
put_report(struct writer *out, const struct pdu_report_spec *spec)
{
	put_octet(out,
	    MTI_STATUS_REPORT | (spec->more_waiting ? 0 : NO_MORE_WAITING));
	put_octet(out, spec->reference);
	int rc = put_address(out, spec->to, true);
	if (rc != 0)
		return rc;
	put_stamp(out, &spec->stamp);
	put_stamp(out, &spec->discharged);
	put_octet(out, spec->status);
	return 0;
}

int
pdu_encode_status_report(uint8_t *dst, size_t dst_octets,
    size_t *tpdu_octets_out, const struct pdu_report_spec *spec,
    struct err *err)
{
	struct writer out = {.err = err};
	int rc = put_smsc(&out, spec->smsc);
	if (rc == 0)
		rc = put_report(&out, spec);
	return finish(dst, dst_octets, tpdu_octets_out, &out, rc);
}
