#include "gateway/admin/auth_scope.h"

#include <string.h>

#define API "/api/v1/"

bool
auth_scope_has(const char *scope, const char *word)
{
	struct str rest = str_from(scope), one;

	while (str_cut(&one, &rest, ' '))
		if (str_is(one, word))
			return true;
	return false;
}

bool
auth_scope_is_narrow(const char *scope)
{
	struct str rest = str_from(scope), one;

	while (str_cut(&one, &rest, ' '))
		if (one.octets > 0 && !str_is(one, "numbers"))
			return true;
	return false;
}

/* "orders" of "/api/v1/orders/K7F", of "/api/v1/orders.csv". */
static struct str
noun_of(const char *path)
{
	const char *at = path + sizeof(API) - 1;

	return str_of(at, strcspn(at, "/."));
}

/* "orders", "orders:read" against the noun. */
static bool
word_allows(struct str word, bool reads, struct str noun)
{
	struct str name, rest = word;

	if (!str_cut(&name, &rest, ':') || !str_equal(name, noun))
		return false;
	return rest.at == NULL || (reads && str_is(rest, "read"));
}

bool
auth_scope_allows(const char *scope, bool reads, const char *path)
{
	struct str rest = str_from(scope), one, noun;
	bool api = strncmp(path, API, sizeof(API) - 1) == 0;

	if (!auth_scope_is_narrow(scope))
		return true;
	if (strcmp(path, "/metrics") == 0)
		return auth_scope_has(scope, "metrics");
	if (strcmp(path, "/cgi-bin/sendsms") == 0)
		return auth_scope_has(scope, "sms");
	if (!api)
		return true;
	noun = noun_of(path);
	/* Sending, and not what else is a POST below (a raw PDU is shown). */
	if (strcmp(path, API "messages") == 0 && !reads &&
	    auth_scope_has(scope, "sms"))
		return true;
	while (str_cut(&one, &rest, ' '))
		if (word_allows(one, reads, noun))
			return true;
	return false;
}

static bool
is_known(struct str word, bool (*known)(struct str noun))
{
	struct str noun, rest = word;

	if (str_is(word, "sms") || str_is(word, "metrics") ||
	    str_is(word, "numbers"))
		return true;
	return str_cut(&noun, &rest, ':') && known(noun) &&
	       (rest.at == NULL || str_is(rest, "read"));
}

bool
auth_scope_read(char *dst, size_t dst_octets, struct str written,
    bool (*known)(struct str noun), struct str *bad_out)
{
	struct str rest = written, word;
	size_t used = 0;

	dst[0] = '\0';
	*bad_out = (struct str){NULL, 0};
	while (str_cut(&word, &rest, ' ')) {
		if (word.octets == 0)
			continue;
		*bad_out = word;
		if (!is_known(word, known) ||
		    used + word.octets + 2 > dst_octets)
			return false;
		if (used > 0)
			dst[used++] = ' ';
		used += str_copy(dst + used, dst_octets - used, word);
	}
	return true;
}
