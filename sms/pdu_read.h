/* pdu_read - the fields that several message types have, read one by one.
 *
 * For pdu.c and pdu_other.c only.  Each reader takes the field at in->at and
 * steps behind it: 0, or a negative enum pdu_err with err->offset at fault. */
#ifndef SMS_PDU_READ_H
#define SMS_PDU_READ_H

#include "sms/pdu.h"

struct pdu_reader {
	struct span pdu;
	size_t at;
	struct err *err;
};

/* what: the field's name, for who must mend the message. */
int pdu_read_octet(uint8_t *out, struct pdu_reader *in, const char *what);
int pdu_read_stamp(
    struct pdu_stamp *out, struct pdu_reader *in, const char *what);
int pdu_read_address(struct pdu_addr *out, struct pdu_reader *in);
int pdu_read_coding(struct pdu *out, struct pdu_reader *in);

/* TP-UDL and TP-UD, as out->alphabet has it. */
int pdu_read_user_data(struct pdu *out, struct pdu_reader *in, bool has_header);

/* TP-PI (23.040 9.2.3.27); and the fields that it names, up to the end. */
int pdu_read_indicator(uint8_t *out, struct pdu_reader *in);
int pdu_read_indicated(
    struct pdu *out, struct pdu_reader *in, uint8_t present, bool has_header);

/* Nothing but filler behind the message. */
int pdu_read_end(const struct pdu_reader *in);
bool pdu_read_only_filler(struct span rest);

/* The types of pdu_other.c, behind their first octet. */
int pdu_read_deliver_report(
    struct pdu *out, struct pdu_reader *in, bool has_header);
int pdu_read_submit_report(
    struct pdu *out, struct pdu_reader *in, bool has_header);
int pdu_read_command(struct pdu *out, struct pdu_reader *in, bool has_header);

#endif
