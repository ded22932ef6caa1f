#include "programs/furrowd/conf_blocked.h"

#include <stdio.h>
#include <string.h>

#define DIGITS_LEAST 2

bool
conf_blocked(
    char dst[MARKET_BLOCKED_OCTETS], const char *written, const char *country)
{
	bool plus = written[0] == '+';
	bool many, national;
	const char *digits = written + plus;
	size_t n = strspn(digits, "0123456789");
	dst[0] = 0;
	many = strcmp(digits + n, "*") == 0;
	if (n < DIGITS_LEAST || (!many && digits[n] != 0))
		return false;
	national = !plus && digits[0] == '0';
	int octets = snprintf(dst, MARKET_BLOCKED_OCTETS, "%s%s%.*s%s",
	    plus || national ? "+" : "", national ? country : "",
	    (int)(n - national), digits + national, many ? "*" : "");
	if (octets < 0 || octets >= MARKET_BLOCKED_OCTETS)
		dst[0] = 0;
	return dst[0] != 0;
}
