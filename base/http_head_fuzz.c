/* Reaches http_head: the head of a request.  What is taken is unambiguous, and
 * no part of it was taken or refused otherwise; what is refused stays so.
 * most: 600
 * covers: base/http_head.c */
#include <stdlib.h>
#include <string.h>

#include "base/http_head.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

#define CAP 512u

static void
must(bool promise)
{
	if (!promise)
		abort();
}

static void
look_at(const struct http_head *head, struct str in)
{
	const char *empty = memmem(in.at + 2, in.octets - 2, "\r\n\r\n", 4);
	must(empty != NULL && empty + 4 == in.at + in.octets);
	must(memchr(in.at, '\0', in.octets) == NULL);
	for (size_t i = 0; i < in.octets; i++)
		must((in.at[i] == '\n') == (i > 0 && in.at[i - 1] == '\r'));
	must(head->target.octets > 0 && head->target.at[0] == '/');
	for (size_t i = 0; i < head->target.octets; i++)
		must(head->target.at[i] > 0x20 && head->target.at[i] < 0x7f);
	must(head->host.octets > 0 && head->body_octets >= 0);
	must(head->body_octets == 0 || !str_is(head->method, "GET"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	struct http_head head, part;
	struct str in = str_of((const char *)data, octets);
	int whole = http_head_read(&head, in, CAP, NULL);
	must(whole <= (int)octets && whole <= (int)CAP);
	if (whole > 0)
		look_at(&head, str_of(in.at, (size_t)whole));
	for (size_t cut = 0; cut < octets && cut < CAP; cut++) {
		int got = http_head_read(&part, str_of(in.at, cut), CAP, NULL);
		if (whole > 0 && cut >= (size_t)whole)
			must(got == whole);
		else
			must(got == 0 || (got == whole && got < 0));
	}
	return 0;
}
