/* pdu_err - why a PDU, or a field of one, was refused.
 *
 * The codes of every decoder and encoder in sms/.  `err->offset` is always the
 * octet at fault counted from the start of the whole PDU (SMSC octet first,
 * when there is one): the length octet when a length is wrong, the end when
 * an octet is missing. */
#ifndef SMS_PDU_ERR_H
#define SMS_PDU_ERR_H

enum pdu_err {
	PDU_SHORT = -1, /* a field runs past the end of the PDU */
	PDU_LONG = -2, /* a length beyond what the clause allows */
	PDU_TYPE = -3, /* message type does not fit the direction */
	PDU_HEADER = -4, /* the user data header does not fit the user data */
	PDU_TRAILING = -5, /* octets after the end that are no 0xFF filler */
	PDU_LENGTH = -6, /* the modem announced another length */
	PDU_NUMBER = -7, /* encoding: not a number that can be dialled */
	PDU_TEXT = -8, /* text that the asked alphabet cannot say */
	PDU_VALUE = -9, /* encoding: a member of the wish is out of range */
	PDU_ROOM = -10, /* the destination is too small */
};

#endif
