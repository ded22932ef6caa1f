#include "handlers/ussd_state.h"

#include <string.h>

#include "base/buf.h"

#define VALUE_OCTETS 512
#define ENTRY_OCTETS (SESSION_SCREEN_OCTETS + 16)

/* -- what was chosen --------------------------------------------------------
 */

/* The next "name=value"; false at the end. */
static bool
next_pair(struct str *name, struct str *value, struct str *rest, char mark)
{
	while (str_cut(value, rest, mark)) {
		if (str_cut(name, value, '=') && name->octets > 0 &&
		    value->at != NULL)
			return true;
	}
	return false;
}

struct str
ussd_state_get(const struct session_state *state, const char *name)
{
	struct str rest =
	    str_of(state->vars, strnlen(state->vars, sizeof(state->vars)));
	struct str found = STR(""), at, value;

	while (next_pair(&at, &value, &rest, '\n'))
		if (str_is(at, name))
			found = value;
	return found;
}

int64_t
ussd_state_int(const struct session_state *state, const char *name)
{
	int64_t out;

	(void)str_to_int64(&out, ussd_state_get(state, name));
	return out;
}

char *
ussd_state_copy(char *dst, size_t dst_octets, const struct session_state *state,
    const char *name)
{
	str_copy(dst, dst_octets, ussd_state_get(state, name));
	return dst;
}

size_t
ussd_state_mark(const struct session_state *state)
{
	return strnlen(state->vars, sizeof(state->vars) - 1);
}

/* Where the last pair begins, if it is of that name; else the end. */
static size_t
place_of(const struct session_state *state, const char *name)
{
	size_t end = ussd_state_mark(state), at = end, octets = strlen(name);

	while (at > 0 && (at == end || state->vars[at - 1] != '\n'))
		at--;
	return end - at > octets && state->vars[at + octets] == '=' &&
		       memcmp(state->vars + at, name, octets) == 0
		   ? at
		   : end;
}

bool
ussd_state_put(struct session_state *state, const char *name, struct str value)
{
	char line[SESSION_VARS_OCTETS];
	struct buf out = buf_over(line, sizeof(line));
	size_t at = place_of(state, name);

	if (value.octets > VALUE_OCTETS)
		return false;
	buf_add_format(&out, "%s=", name);
	for (size_t i = 0; i < value.octets; i++)
		buf_add_char(
		    &out, (unsigned char)value.at[i] < ' ' ? ' ' : value.at[i]);
	buf_add_char(&out, '\n');
	if (out.full || at + out.octets >= sizeof(state->vars))
		return false;
	memcpy(state->vars + at, line, out.octets + 1);
	return true;
}

bool
ussd_state_put_int(struct session_state *state, const char *name, int64_t value)
{
	char text[24];
	struct buf out = buf_over(text, sizeof(text));

	buf_add_format(&out, "%lld", (long long)value);
	return ussd_state_put(state, name, buf_str(&out));
}

bool
ussd_state_set(struct session_state *state, const char *pairs)
{
	struct str rest = str_from(pairs), name, value;
	char key[32];

	while (next_pair(&name, &value, &rest, ' ')) {
		str_copy(key, sizeof(key), name);
		if (!ussd_state_put(state, key, value))
			return false;
	}
	return true;
}

/* -- where ------------------------------------------------------------------
 */

struct entry {
	struct str screen;
	int64_t page, mark;
	size_t at; /* where it begins */
};

static bool
read_entry(struct entry *out, struct str text)
{
	struct str page;

	return str_cut(&out->screen, &text, ':') && out->screen.octets > 0 &&
	       str_cut(&page, &text, ':') && str_to_int64(&out->page, page) &&
	       out->page >= 0 && str_to_int64(&out->mark, text) &&
	       out->mark >= 0;
}

/* The last entry, or the newest of that screen; false: none. */
static bool
find_entry(
    struct entry *out, const struct session_state *state, const char *screen)
{
	struct str rest =
	    str_of(state->stack, strnlen(state->stack, sizeof(state->stack)));
	struct entry entry;
	struct str part;
	bool found = false;

	while (str_cut(&part, &rest, ' ')) {
		if (!read_entry(&entry, part) ||
		    (screen != NULL && !str_is(entry.screen, screen)))
			continue;
		*out = entry;
		out->at = (size_t)(part.at - state->stack);
		found = true;
	}
	return found;
}

static void
put_screen(struct session_state *state, struct str screen, int64_t page)
{
	char id[SESSION_SCREEN_OCTETS];

	str_copy(id, sizeof(id), screen);
	memcpy(state->screen, id, sizeof(id));
	state->page = page > 99 ? 0 : (int)page;
}

static void
return_to(struct session_state *state, const struct entry *entry)
{
	if ((size_t)entry->mark < ussd_state_mark(state))
		state->vars[entry->mark] = '\0';
	put_screen(state, entry->screen, entry->page);
	state->stack[entry->at > 0 ? entry->at - 1 : 0] = '\0';
}

static void
push(struct session_state *state, size_t mark)
{
	char entry[ENTRY_OCTETS];
	struct buf out = buf_over(entry, sizeof(entry));
	size_t used = strnlen(state->stack, sizeof(state->stack) - 1);

	buf_add_format(&out, "%s:%d:%zu", state->screen, state->page, mark);
	while (used > 0 && used + 1 + out.octets >= sizeof(state->stack)) {
		const char *blank = memchr(state->stack, ' ', used);
		size_t cut = blank ? (size_t)(blank - state->stack) + 1 : used;

		memmove(state->stack, state->stack + cut, used - cut);
		used -= cut;
		state->stack[used] = '\0';
	}
	if (used > 0)
		state->stack[used++] = ' ';
	memcpy(state->stack + used, entry, out.octets + 1);
}

void
ussd_state_go(struct session_state *state, const char *screen, size_t mark)
{
	struct entry entry;

	if (strcmp(state->screen, screen) == 0) {
		state->page = 0;
		return;
	}
	if (find_entry(&entry, state, screen)) {
		return_to(state, &entry);
		return;
	}
	if (state->screen[0] != '\0')
		push(state, mark);
	put_screen(state, str_from(screen), 0);
}

void
ussd_state_into(struct session_state *state, size_t mark)
{
	push(state, mark);
	state->page = 0;
}

bool
ussd_state_back(struct session_state *state)
{
	struct entry entry;

	if (!find_entry(&entry, state, NULL))
		return false;
	return_to(state, &entry);
	return true;
}

void
ussd_state_reset(
    struct session_state *state, const char *screen, const char *keep)
{
	struct session_state before = *state;
	struct str rest = str_from(keep), word, value;
	char name[32];

	state->stack[0] = state->vars[0] = '\0';
	put_screen(state, str_from(screen), 0);
	while (str_cut(&word, &rest, ' ')) {
		str_copy(name, sizeof(name), word);
		value = ussd_state_get(&before, name);
		if (value.octets > 0)
			(void)ussd_state_put(state, name, value);
	}
}
