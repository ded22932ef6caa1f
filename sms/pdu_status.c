#include "sms/pdu_status.h"

#include <stddef.h>

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* Codes from first to last mean the same. */
struct meaning {
	uint8_t first, last;
	const char *words;
};

/* Rows in rising order without gaps. */
static const char *
look_up(const struct meaning *rows, size_t count, uint8_t code)
{
	size_t i = 0;
	while (i + 1 < count && code > rows[i].last)
		i++;
	return rows[i].words;
}

enum pdu_outcome
pdu_status_outcome(uint8_t status)
{
	if (status < 0x20)
		return PDU_OUTCOME_DELIVERED;
	return status < 0x40 ? PDU_OUTCOME_TRYING : PDU_OUTCOME_FAILED;
}

bool
pdu_status_is_temporary(uint8_t status)
{
	return status >= 0x60 && status < 0x80;
}

const char *
pdu_outcome_name(enum pdu_outcome outcome)
{
	switch (outcome) {
	case PDU_OUTCOME_DELIVERED:
		return "delivered";
	case PDU_OUTCOME_TRYING:
		return "trying";
	case PDU_OUTCOME_FAILED:
		return "failed";
	}
	return "";
}

const char *
pdu_status_reason(uint8_t status)
{
	static const struct meaning rows[] = {
	    {0x00, 0x00, "received by the recipient"},
	    {0x01, 0x01, "forwarded, delivery not confirmed"},
	    {0x02, 0x02, "replaced by the service centre"},
	    {0x03, 0x0F, "done, code reserved"},
	    {0x10, 0x1F, "done, service centre's own code"},
	    {0x20, 0x20, "congestion, still trying"},
	    {0x21, 0x21, "recipient busy, still trying"},
	    {0x22, 0x22, "no response from recipient, still trying"},
	    {0x23, 0x23, "service rejected, still trying"},
	    {0x24, 0x24, "quality of service not available, still trying"},
	    {0x25, 0x25, "error in recipient, still trying"},
	    {0x26, 0x2F, "still trying, code reserved"},
	    {0x30, 0x3F, "still trying, service centre's own code"},
	    {0x40, 0x40, "remote procedure error"},
	    {0x41, 0x41, "incompatible destination"},
	    {0x42, 0x42, "rejected by recipient"},
	    {0x43, 0x43, "not obtainable"},
	    {0x44, 0x44, "quality of service not available"},
	    {0x45, 0x45, "no interworking available"},
	    {0x46, 0x46, "validity period expired"},
	    {0x47, 0x47, "deleted by its sender"},
	    {0x48, 0x48, "deleted by the service centre's administration"},
	    {0x49, 0x49, "unknown to the service centre"},
	    {0x4A, 0x4F, "permanent error, code reserved"},
	    {0x50, 0x5F, "permanent error, service centre's own code"},
	    {0x60, 0x60, "congestion, given up"},
	    {0x61, 0x61, "recipient busy, given up"},
	    {0x62, 0x62, "no response from recipient, given up"},
	    {0x63, 0x63, "service rejected, given up"},
	    {0x64, 0x64, "quality of service not available, given up"},
	    {0x65, 0x65, "error in recipient, given up"},
	    {0x66, 0x6F, "given up, code reserved"},
	    {0x70, 0x7F, "given up, service centre's own code"},
	    {0x80, 0xFF, "not delivered, code reserved"},
	};
	return look_up(rows, COUNT(rows), status);
}

const char *
pdu_status_cause(uint8_t cause)
{
	static const struct meaning rows[] = {
	    {0x00, 0x7F, "reserved"},
	    {0x80, 0x80, "telematic interworking not supported"},
	    {0x81, 0x81, "short message type 0 not supported"},
	    {0x82, 0x82, "cannot replace short message"},
	    {0x83, 0x8E, "reserved"},
	    {0x8F, 0x8F, "unspecified protocol identifier error"},
	    {0x90, 0x90, "alphabet not supported"},
	    {0x91, 0x91, "message class not supported"},
	    {0x92, 0x9E, "reserved"},
	    {0x9F, 0x9F, "unspecified data coding scheme error"},
	    {0xA0, 0xA0, "command cannot be acted upon"},
	    {0xA1, 0xA1, "command not supported"},
	    {0xA2, 0xAE, "reserved"},
	    {0xAF, 0xAF, "unspecified command error"},
	    {0xB0, 0xB0, "PDU not supported"},
	    {0xB1, 0xBF, "reserved"},
	    {0xC0, 0xC0, "service centre busy"},
	    {0xC1, 0xC1, "no service centre subscription"},
	    {0xC2, 0xC2, "service centre system failure"},
	    {0xC3, 0xC3, "invalid address"},
	    {0xC4, 0xC4, "destination barred"},
	    {0xC5, 0xC5, "duplicate rejected"},
	    {0xC6, 0xC6, "validity period format not supported"},
	    {0xC7, 0xC7, "validity period not supported"},
	    {0xC8, 0xCF, "reserved"},
	    {0xD0, 0xD0, "SIM SMS storage full"},
	    {0xD1, 0xD1, "no SMS storage in SIM"},
	    {0xD2, 0xD2, "error in the telephone"},
	    {0xD3, 0xD3, "memory capacity exceeded"},
	    {0xD4, 0xD4, "SIM application toolkit busy"},
	    {0xD5, 0xD5, "SIM data download error"},
	    {0xD6, 0xDF, "reserved"},
	    {0xE0, 0xFE, "application's own code"},
	    {0xFF, 0xFF, "unspecified error"},
	};
	return look_up(rows, COUNT(rows), cause);
}
