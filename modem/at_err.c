#include "modem/at_err.h"

#include <stddef.h>
#include <string.h>

/* The first row that fits. */
static const struct at_err cms[] = {
    /* 24.011 annex E-2 */
    {1, 1, AT_ERR_DEAD, AT_ERR_OF_RECIPIENT, "unassigned number"},
    {8, 8, AT_ERR_CREDIT, AT_ERR_OF_LINE, "barred by the operator"},
    {10, 10, AT_ERR_CREDIT, AT_ERR_OF_LINE, "call barred"},
    {17, 17, AT_ERR_NETWORK, AT_ERR_OF_NOBODY, "network failure"},
    {18, 18, AT_ERR_NETWORK, AT_ERR_OF_NOBODY,
	"interworking with the network failed"},
    {21, 21, AT_ERR_REJECTED, AT_ERR_OF_LINE, "transfer rejected"},
    {22, 22, AT_ERR_RETRY, AT_ERR_OF_RECIPIENT,
	"memory exceeded at the other end"},
    {27, 27, AT_ERR_RETRY, AT_ERR_OF_RECIPIENT, "destination out of service"},
    {28, 28, AT_ERR_SUSPECT, AT_ERR_OF_RECIPIENT, "unidentified subscriber"},
    {29, 29, AT_ERR_CREDIT, AT_ERR_OF_LINE, "facility rejected"},
    {30, 30, AT_ERR_SUSPECT, AT_ERR_OF_RECIPIENT, "unknown subscriber"},
    {38, 38, AT_ERR_NETWORK, AT_ERR_OF_NOBODY, "network out of order"},
    {41, 41, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "temporary failure"},
    {42, 42, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "congestion"},
    {47, 47, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "resources unavailable"},
    {50, 50, AT_ERR_CREDIT, AT_ERR_OF_LINE, "facility not subscribed"},
    {69, 69, AT_ERR_CREDIT, AT_ERR_OF_LINE, "facility not implemented"},
    {81, 81, AT_ERR_TEXT, AT_ERR_OF_TEXT, "invalid transfer reference"},
    {95, 95, AT_ERR_TEXT, AT_ERR_OF_TEXT, "semantically incorrect message"},
    {96, 96, AT_ERR_TEXT, AT_ERR_OF_TEXT, "invalid mandatory information"},
    {97, 97, AT_ERR_TEXT, AT_ERR_OF_TEXT, "message type not known"},
    {98, 98, AT_ERR_TEXT, AT_ERR_OF_TEXT, "message not expected in this state"},
    {99, 99, AT_ERR_TEXT, AT_ERR_OF_TEXT, "information element not known"},
    {111, 111, AT_ERR_TEXT, AT_ERR_OF_TEXT, "protocol error"},
    {127, 127, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "interworking, unspecified"},
    /* 23.040 9.2.3.22 */
    {128, 143, AT_ERR_TEXT, AT_ERR_OF_TEXT,
	"protocol identifier not supported"},
    {144, 159, AT_ERR_TEXT, AT_ERR_OF_TEXT, "alphabet or class not supported"},
    {160, 175, AT_ERR_TEXT, AT_ERR_OF_TEXT, "command not supported"},
    {176, 176, AT_ERR_TEXT, AT_ERR_OF_TEXT, "PDU not supported"},
    {192, 192, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "service centre busy"},
    {193, 193, AT_ERR_CREDIT, AT_ERR_OF_LINE, "no service centre subscription"},
    {194, 194, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "service centre failure"},
    {195, 195, AT_ERR_DEAD, AT_ERR_OF_RECIPIENT, "invalid recipient address"},
    {196, 196, AT_ERR_DEAD, AT_ERR_OF_RECIPIENT, "recipient barred"},
    {197, 197, AT_ERR_ACCEPTED, AT_ERR_OF_TEXT,
	"duplicate rejected, the first was taken"},
    {198, 198, AT_ERR_VALIDITY, AT_ERR_OF_TEXT,
	"form of the validity period not supported"},
    {199, 199, AT_ERR_VALIDITY, AT_ERR_OF_TEXT,
	"validity period not supported"},
    {208, 208, AT_ERR_FULL, AT_ERR_OF_MODEM, "SIM storage full"},
    {209, 209, AT_ERR_ELSEWHERE, AT_ERR_OF_MODEM, "no storage in the SIM"},
    {210, 210, AT_ERR_POISON, AT_ERR_OF_MODEM, "error in the modem"},
    {211, 211, AT_ERR_FULL, AT_ERR_OF_MODEM, "memory capacity exceeded"},
    {212, 212, AT_ERR_WAIT, AT_ERR_OF_MODEM, "SIM toolkit busy"},
    {213, 213, AT_ERR_RETRY, AT_ERR_OF_MODEM, "SIM data download failed"},
    {224, 255, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "refused by the service centre"},
    /* 27.005 3.2.5 */
    {300, 300, AT_ERR_POISON, AT_ERR_OF_MODEM, "modem failure"},
    {301, 301, AT_ERR_WAIT, AT_ERR_OF_MODEM, "SMS service reserved"},
    {302, 302, AT_ERR_WAIT, AT_ERR_OF_MODEM, "not allowed now"},
    {303, 303, AT_ERR_ELSEWHERE, AT_ERR_OF_MODEM, "not supported by the modem"},
    {304, 305, AT_ERR_MODE, AT_ERR_OF_MODEM, "invalid PDU or text parameter"},
    {310, 310, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM absent"},
    {311, 311, AT_ERR_WAIT, AT_ERR_OF_LINE, "PIN required"},
    {312, 312, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "phone lock PIN required"},
    {313, 313, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM failure"},
    {314, 314, AT_ERR_WAIT, AT_ERR_OF_LINE, "SIM busy"},
    {315, 315, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM wrong"},
    {316, 316, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "PUK required"},
    {317, 318, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "PIN2 or PUK2 required"},
    {320, 320, AT_ERR_RETRY, AT_ERR_OF_MODEM, "memory failure"},
    {321, 321, AT_ERR_GONE, AT_ERR_OF_MODEM, "invalid memory index"},
    {322, 322, AT_ERR_FULL, AT_ERR_OF_MODEM, "memory full"},
    {330, 330, AT_ERR_ELSEWHERE, AT_ERR_OF_LINE,
	"service centre address unknown"},
    {331, 331, AT_ERR_WAIT, AT_ERR_OF_NOBODY, "no network service"},
    {332, 332, AT_ERR_UNKNOWN, AT_ERR_OF_NOBODY, "network timeout"},
    {340, 340, AT_ERR_RETRY, AT_ERR_OF_MODEM, "no acknowledgement expected"},
    {500, 500, AT_ERR_POISON, AT_ERR_OF_MODEM, "unknown error"},
    /* The makers' own */
    {512, 512, AT_ERR_WAIT, AT_ERR_OF_MODEM, "busy or stopped by the modem"},
    {513, 513, AT_ERR_POISON, AT_ERR_OF_MODEM, "radio layers failed"},
    {514, 514, AT_ERR_WAIT, AT_ERR_OF_MODEM, "not ready"},
    {515, 515, AT_ERR_WAIT, AT_ERR_OF_MODEM, "busy or initialising"},
    {517, 517, AT_ERR_WAIT, AT_ERR_OF_LINE, "SIM not ready"},
    {516, 999, AT_ERR_RETRY, AT_ERR_OF_MODEM, "maker's own error"},
};

static const struct at_err cme[] = {
    /* 27.007 9.2 */
    {3, 3, AT_ERR_RETRY, AT_ERR_OF_MODEM, "not allowed"},
    {4, 4, AT_ERR_ELSEWHERE, AT_ERR_OF_MODEM, "not supported by the modem"},
    {5, 5, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "PH-SIM PIN required"},
    {10, 10, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM absent"},
    {11, 11, AT_ERR_WAIT, AT_ERR_OF_LINE, "SIM PIN required"},
    {12, 12, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM PUK required"},
    {13, 13, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM failure"},
    {14, 14, AT_ERR_WAIT, AT_ERR_OF_LINE, "SIM busy"},
    {15, 15, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "SIM wrong"},
    {16, 16, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "wrong PIN"},
    {17, 18, AT_ERR_BLOCKED, AT_ERR_OF_LINE, "PIN2 or PUK2 required"},
    {20, 20, AT_ERR_FULL, AT_ERR_OF_MODEM, "memory full"},
    {21, 22, AT_ERR_GONE, AT_ERR_OF_MODEM, "invalid index"},
    {23, 23, AT_ERR_RETRY, AT_ERR_OF_MODEM, "memory failure"},
    {30, 30, AT_ERR_WAIT, AT_ERR_OF_NOBODY, "no network service"},
    {31, 31, AT_ERR_UNKNOWN, AT_ERR_OF_NOBODY, "network timeout"},
    {32, 32, AT_ERR_WAIT, AT_ERR_OF_NOBODY, "emergency calls only"},
    {100, 100, AT_ERR_POISON, AT_ERR_OF_MODEM, "unknown error"},
    {103, 103, AT_ERR_BLOCKED, AT_ERR_OF_LINE,
	"modem or SIM barred by the network"},
    {107, 107, AT_ERR_ELSEWHERE, AT_ERR_OF_LINE, "service not allowed"},
    {257, 258, AT_ERR_RETRY, AT_ERR_OF_MODEM, "call or memory refused"},
};

static const struct at_err unlisted = {
    -1, -1, AT_ERR_RETRY, AT_ERR_OF_NOBODY, "unlisted error"};

static const struct at_err *
find(const struct at_err *table, size_t rows, int code)
{
	for (size_t i = 0; i < rows; i++)
		if (code >= table[i].first && code <= table[i].last)
			return &table[i];
	return &unlisted;
}

const struct at_err *
at_err_find(enum at_err_kind kind, int code)
{
	switch (kind) {
	case AT_ERR_CMS:
		return find(cms, sizeof(cms) / sizeof(cms[0]), code);
	case AT_ERR_CME:
		return find(cme, sizeof(cme) / sizeof(cme[0]), code);
	}
	return &unlisted;
}

static bool
contains_nocase(struct str text, const char *wanted)
{
	size_t octets = strlen(wanted);
	for (size_t i = 0; i + octets <= text.octets; i++)
		if (str_starts_nocase(
			str_of(text.at + i, text.octets - i), wanted))
			return true;
	return false;
}

int
at_err_code_of_words(struct str words)
{
	static const struct {
		const char *words;
		int code;
	} rows[] = {
	    {"sim not inserted", 10},
	    {"sim pin required", 11},
	    {"sim puk required", 12},
	    {"sim failure", 13},
	    {"sim busy", 14},
	    {"sim wrong", 15},
	    {"incorrect password", 16},
	    {"memory full", 20},
	    {"no network service", 30},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (contains_nocase(words, rows[i].words))
			return rows[i].code;
	return -1;
}
