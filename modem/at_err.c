#include "modem/at_err.h"

#include <stddef.h>
#include <string.h>

static const struct at_err cms[] = {
    {1, 1, AT_ERR_DEAD, "unassigned number"},
    {8, 8, AT_ERR_CREDIT, "barred by the operator"},
    {10, 10, AT_ERR_CREDIT, "call barred"},
    {17, 18, AT_ERR_RETRY, "network failure"},
    {21, 21, AT_ERR_REJECTED, "transfer rejected"},
    {22, 22, AT_ERR_RETRY, "memory exceeded at the other end"},
    {27, 27, AT_ERR_RETRY, "destination out of service"},
    {28, 28, AT_ERR_DEAD, "unidentified subscriber"},
    {29, 29, AT_ERR_CREDIT, "facility rejected"},
    {30, 30, AT_ERR_DEAD, "unknown subscriber"},
    {38, 38, AT_ERR_RETRY, "network out of order"},
    {41, 41, AT_ERR_RETRY, "temporary failure"},
    {42, 42, AT_ERR_RETRY, "congestion"},
    {47, 47, AT_ERR_RETRY, "resources unavailable"},
    {50, 50, AT_ERR_CREDIT, "facility not subscribed"},
    {69, 69, AT_ERR_CREDIT, "facility not implemented"},
    {81, 81, AT_ERR_TEXT, "invalid reference"},
    {95, 99, AT_ERR_TEXT, "semantically incorrect message"},
    {111, 111, AT_ERR_TEXT, "protocol error"},
    {127, 127, AT_ERR_RETRY, "interworking"},
    {128, 159, AT_ERR_TEXT, "protocol identifier not supported"},
    {160, 175, AT_ERR_TEXT, "command not supported"},
    {176, 176, AT_ERR_TEXT, "PDU not supported"},
    {192, 192, AT_ERR_RETRY, "service centre busy"},
    {193, 193, AT_ERR_CREDIT, "no service centre subscription"},
    {194, 194, AT_ERR_RETRY, "service centre failure"},
    {195, 195, AT_ERR_DEAD, "invalid recipient address"},
    {196, 196, AT_ERR_DEAD, "recipient barred"},
    {197, 197, AT_ERR_ACCEPTED, "duplicate rejected, the first was taken"},
    {198, 199, AT_ERR_TEXT, "validity period not supported"},
    {208, 208, AT_ERR_FULL, "SIM storage full"},
    {211, 211, AT_ERR_FULL, "memory capacity exceeded"},
    {300, 300, AT_ERR_RETRY, "modem failure"},
    {301, 301, AT_ERR_RETRY, "SMS service reserved"},
    {302, 302, AT_ERR_WAIT, "not allowed now"},
    {303, 303, AT_ERR_RETRY, "not supported"},
    {304, 305, AT_ERR_MODE, "invalid PDU or text parameter"},
    {310, 310, AT_ERR_BLOCKED, "SIM absent"},
    {311, 312, AT_ERR_WAIT, "PIN required"},
    {313, 313, AT_ERR_BLOCKED, "SIM failure"},
    {314, 314, AT_ERR_WAIT, "SIM busy"},
    {315, 315, AT_ERR_BLOCKED, "SIM wrong"},
    {316, 318, AT_ERR_BLOCKED, "PUK or PIN2 required"},
    {320, 320, AT_ERR_RETRY, "memory failure"},
    {321, 321, AT_ERR_GONE, "invalid memory index"},
    {322, 322, AT_ERR_FULL, "memory full"},
    {330, 330, AT_ERR_ELSEWHERE, "service centre address unknown"},
    {331, 331, AT_ERR_WAIT, "no network service"},
    {332, 332, AT_ERR_UNKNOWN, "network timeout"},
    {340, 340, AT_ERR_RETRY, "no acknowledgement expected"},
    {500, 500, AT_ERR_RETRY, "unknown error"},
    {515, 515, AT_ERR_WAIT, "busy or initialising"},
    {517, 517, AT_ERR_WAIT, "SIM not ready"},
    {512, 999, AT_ERR_RETRY, "maker's own error"},
};

static const struct at_err cme[] = {
    {5, 5, AT_ERR_BLOCKED, "PH-SIM PIN required"},
    {10, 10, AT_ERR_BLOCKED, "SIM absent"},
    {11, 11, AT_ERR_WAIT, "SIM PIN required"},
    {12, 12, AT_ERR_BLOCKED, "SIM PUK required"},
    {13, 13, AT_ERR_BLOCKED, "SIM failure"},
    {14, 14, AT_ERR_WAIT, "SIM busy"},
    {15, 15, AT_ERR_BLOCKED, "SIM wrong"},
    {16, 16, AT_ERR_BLOCKED, "wrong PIN"},
    {17, 18, AT_ERR_BLOCKED, "PIN2 or PUK2 required"},
    {20, 20, AT_ERR_FULL, "memory full"},
    {21, 22, AT_ERR_GONE, "invalid index"},
    {23, 23, AT_ERR_RETRY, "memory failure"},
    {30, 30, AT_ERR_WAIT, "no network service"},
    {31, 31, AT_ERR_UNKNOWN, "network timeout"},
    {32, 32, AT_ERR_WAIT, "emergency calls only"},
    {103, 103, AT_ERR_BLOCKED, "modem or SIM barred by the network"},
    {107, 107, AT_ERR_ELSEWHERE, "service not allowed"},
};

static const struct at_err unlisted = {-1, -1, AT_ERR_RETRY, "unlisted error"};

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
