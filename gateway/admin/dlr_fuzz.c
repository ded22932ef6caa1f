/* Reaches dlr.c whole.  Input: a dlr-url, and behind an octet 0 the words of a
 * report.  Holds: an address that may be called is one of the hosts, and its
 * place is read as itself; what is filled in has no octet that ends a request
 * line, begins with a slash, and has two hex digits behind every %. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "gateway/admin/dlr.h"

#define FILLED_OCTETS 4096

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static const struct dlr_host hosts[] = {{"shop.example", 0}, {"::1", 8080}};

static void
check_filled(const char *filled)
{
	PANIC_UNLESS(filled[0] == '/');
	for (const char *c = filled; *c != '\0'; c++) {
		PANIC_UNLESS(*c > ' ' && *c < 0x7f && *c != '#');
		if (*c == '%')
			PANIC_UNLESS(isxdigit((unsigned char)c[1]) &&
				     isxdigit((unsigned char)c[2]));
	}
}

static void
check_place(const struct dlr_url *url)
{
	char place[DLR_PLACE_OCTETS];
	struct dlr_url again;

	dlr_place(place, url);
	PANIC_UNLESS(dlr_url_read(&again, place, hosts, 2) == NULL);
	PANIC_UNLESS(strcmp(again.host, url->host) == 0 &&
		     again.port == url->port && again.tls == url->tls);
}

static void
check_url(const char *written, const char *words)
{
	static const unsigned bits[] = {DLR_DELIVERED, DLR_UNDELIVERED,
	    DLR_BUFFERED, DLR_TAKEN, DLR_REJECTED};
	char filled[FILLED_OCTETS];
	struct dlr_url url;

	if (dlr_url_read(&url, written, hosts, 2) != NULL)
		return;
	PANIC_UNLESS(strcmp(url.host, hosts[0].name) == 0 ||
		     strcmp(url.host, hosts[1].name) == 0);
	check_place(&url);
	for (size_t i = 0; i < sizeof(bits) / sizeof(bits[0]); i++) {
		const struct dlr_report report = {.bit = bits[i],
		    .time_ms = INT64_C(1795702687000),
		    .foreign_id = -1,
		    .text = words,
		    .to = words,
		    .from = words,
		    .smsc = words,
		    .why = words};
		if (dlr_fill(filled, sizeof(filled), url.target, &report))
			check_filled(filled);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	char *copy = xcalloc(1, octets + 2);
	struct dlr_host host;

	memcpy(copy, data, octets);
	const char *words = copy + strlen(copy);
	if (words < copy + octets)
		words++;
	(void)dlr_host_read(&host, str_from(copy));
	check_url(copy, words);
	free(copy);
	return 0;
}
