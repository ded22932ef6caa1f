#include "gateway/admin/handset_book.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

#define FILE_LINE_OCTETS 200

/* -- who has a phone --------------------------------------------------------
 */

static bool
is_number(const char *text)
{
	size_t digits = strspn(text + (text[0] == '+'), "0123456789");

	return digits >= 3 && digits <= 20 &&
	       text[digits + (text[0] == '+')] == '\0';
}

static struct str
word(struct str *rest)
{
	size_t end = 0;
	struct str out;

	*rest = str_trim(*rest);
	while (
	    end < rest->octets && rest->at[end] != ' ' && rest->at[end] != '\t')
		end++;
	out = str_of(rest->at, end);
	*rest = str_of(rest->at + end, rest->octets - end);
	return out;
}

int
handset_book_line(struct handset *out, struct str line)
{
	struct str name, number, role;

	*out = (struct handset){.off = false};
	name = word(&line);
	number = word(&line);
	role = word(&line);
	if (name.octets == 0 || name.at[0] == '#')
		return 0;
	if (name.octets >= sizeof(out->name) ||
	    number.octets >= sizeof(out->number) ||
	    role.octets >= sizeof(out->role))
		return -1;
	utf8_clean(out->name, sizeof(out->name), name);
	str_copy(out->number, sizeof(out->number), number);
	utf8_clean(out->role, sizeof(out->role), role);
	return is_number(out->number) ? 1 : -1;
}

static int
add(struct handset_book *b, const struct handset *who)
{
	if (b->count == HANDSET_BOOK_MAX)
		return -1;
	b->handset[b->count] = *who;
	return (int)b->count++;
}

int
handset_book_read(struct handset_book *b, const char *path, struct err *err)
{
	char line[FILE_LINE_OCTETS];
	FILE *in = fopen(path, "re");
	size_t number = 0;
	int rc = 0;

	if (in == NULL)
		return err_set(err, -1, 0, "%s: %s", path, strerror(errno));
	while (rc >= 0 && fgets(line, sizeof(line), in) != NULL) {
		struct handset who;

		number++;
		rc = handset_book_line(&who, str_trim(str_from(line)));
		if (rc < 0)
			err_set(err, -1, number,
			    "%s:%zu: NAME NUMBER ROLE is needed", path, number);
		else if (rc == 1 && add(b, &who) < 0)
			rc = err_set(err, -1, number,
			    "%s:%zu: more than %d phones", path, number,
			    HANDSET_BOOK_MAX);
	}
	fclose(in);
	return rc;
}

int
handset_book_find(const struct handset_book *b, const char *who)
{
	for (size_t i = 0; i < b->count; i++)
		if (str_equal_nocase(
			str_from(b->handset[i].name), str_from(who)) ||
		    strcmp(b->handset[i].number, who) == 0)
			return (int)i;
	return -1;
}

int
handset_book_take(struct handset_book *b, const char *who)
{
	struct handset stranger = {.off = false};
	int i = handset_book_find(b, who);

	if (i >= 0 || !is_number(who))
		return i;
	str_copy(stranger.name, sizeof(stranger.name), str_from(who));
	str_copy(stranger.number, sizeof(stranger.number), str_from(who));
	return add(b, &stranger);
}

/* -- texts ------------------------------------------------------------------
 */

static struct handset_text *
place_of(struct handset_book *b, int64_t id)
{
	return &b->text[(size_t)(id % HANDSET_BOOK_TEXTS)];
}

void
handset_book_keep(struct handset_book *b, int handset, bool sent,
    const char *other, const char *text, int64_t wall_ms)
{
	struct handset_text *t = place_of(b, ++b->newest);

	free(t->text);
	*t = (struct handset_text){.id = b->newest,
	    .handset = (size_t)handset,
	    .sent = sent,
	    .wall_ms = wall_ms,
	    .text = xcalloc(1, HANDSET_TEXT_OCTETS + 1)};
	str_copy(t->other, sizeof(t->other), str_from(other));
	utf8_clean(t->text, HANDSET_TEXT_OCTETS + 1, str_from(text));
}

void
handset_book_each(const struct handset_book *b, int64_t after_id,
    void (*fn)(void *arg, const struct handset_text *text), void *arg)
{
	int64_t oldest = b->newest - HANDSET_BOOK_TEXTS + 1;
	int64_t id = after_id + 1 > oldest ? after_id + 1 : oldest;

	for (id = id < 1 ? 1 : id; id <= b->newest; id++)
		fn(arg, &b->text[(size_t)(id % HANDSET_BOOK_TEXTS)]);
}

void
handset_book_free(struct handset_book *b)
{
	for (size_t i = 0; i < HANDSET_BOOK_TEXTS; i++)
		free(b->text[i].text);
}
