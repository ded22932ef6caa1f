#include "gateway/admin/handsets.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/json.h"
#include "base/panic.h"
#include "base/stream.h"
#include "base/timer.h"
#include "base/utf8.h"

#define LINE_OCTETS (1u << 20) /* the inbox of a busy phone is one line */
#define WAITING_MAX 128
#define FILE_LINE_OCTETS 200

/* What is to become of the answer to a request; answer NULL: why says what
 * went wrong. */
typedef void answer_fn(
    struct handsets *h, void *arg, const json_t *answer, const char *why);

struct waiting {
	answer_fn *fn;
	void *arg;
};

/* A text or a switch on its way; `text` NULL: a switch. */
struct order {
	handsets_done_fn *done;
	void *arg;
	int handset;
	bool off;
	char *text;
};

struct handsets {
	struct loop *loop;
	const struct clock_source *clock;
	char socket[108];
	char market[24]; /* where texts go; "" not yet known */
	struct stream *stream; /* NULL: not connected */
	struct timer *silence;
	struct waiting waiting[WAITING_MAX];
	size_t waiting_from, waiting_count;
	struct handset handset[HANDSETS_MAX];
	size_t count;
	struct handset_text text[HANDSETS_TEXTS];
	int64_t newest;
};

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
handsets_line(struct handset *out, struct str line)
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
add(struct handsets *h, const struct handset *who)
{
	if (h->count == HANDSETS_MAX)
		return -1;
	h->handset[h->count] = *who;
	return (int)h->count++;
}

static int
read_people(struct handsets *h, const char *path, struct err *err)
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
		rc = handsets_line(&who, str_trim(str_from(line)));
		if (rc < 0)
			err_set(err, -1, number,
			    "%s:%zu: NAME NUMBER ROLE is needed", path, number);
		else if (rc == 1 && add(h, &who) < 0)
			rc = err_set(err, -1, number,
			    "%s:%zu: more than %d phones", path, number,
			    HANDSETS_MAX);
	}
	fclose(in);
	return rc;
}

size_t
handsets_count(const struct handsets *h)
{
	return h->count;
}

const struct handset *
handsets_at(const struct handsets *h, size_t i)
{
	return i < h->count ? &h->handset[i] : NULL;
}

int
handsets_find(const struct handsets *h, const char *who)
{
	for (size_t i = 0; i < h->count; i++)
		if (str_equal_nocase(
			str_from(h->handset[i].name), str_from(who)) ||
		    strcmp(h->handset[i].number, who) == 0)
			return (int)i;
	return -1;
}

int
handsets_take(struct handsets *h, const char *who)
{
	struct handset stranger = {.off = false};
	int i = handsets_find(h, who);

	if (i >= 0 || !is_number(who))
		return i;
	str_copy(stranger.name, sizeof(stranger.name), str_from(who));
	str_copy(stranger.number, sizeof(stranger.number), str_from(who));
	return add(h, &stranger);
}

/* -- texts ------------------------------------------------------------------
 */

static struct handset_text *
place_of(struct handsets *h, int64_t id)
{
	return &h->text[(size_t)(id % HANDSETS_TEXTS)];
}

static void
keep(struct handsets *h, int handset, bool sent, const char *other,
    const char *text, int64_t wall_ms)
{
	struct handset_text *t = place_of(h, ++h->newest);

	free(t->text);
	*t = (struct handset_text){.id = h->newest,
	    .handset = (size_t)handset,
	    .sent = sent,
	    .wall_ms = wall_ms,
	    .text = xcalloc(1, HANDSETS_TEXT_OCTETS + 1)};
	str_copy(t->other, sizeof(t->other), str_from(other));
	utf8_clean(t->text, HANDSETS_TEXT_OCTETS + 1, str_from(text));
}

int64_t
handsets_newest(const struct handsets *h)
{
	return h->newest;
}

void
handsets_each(const struct handsets *h, int64_t after_id,
    void (*fn)(void *arg, const struct handset_text *text), void *arg)
{
	int64_t oldest = h->newest - HANDSETS_TEXTS + 1;
	int64_t id = after_id + 1 > oldest ? after_id + 1 : oldest;

	for (id = id < 1 ? 1 : id; id <= h->newest; id++)
		fn(arg, &h->text[(size_t)(id % HANDSETS_TEXTS)]);
}

/* -- the connection ---------------------------------------------------------
 */

/* What the callbacks ask for while they are told joins no lost connection. */
static void
lose(struct handsets *h, const char *why)
{
	size_t count = h->waiting_count, from = h->waiting_from;
	struct waiting lost[WAITING_MAX];

	for (size_t i = 0; i < count; i++)
		lost[i] = h->waiting[(from + i) % WAITING_MAX];
	h->waiting_count = 0;
	h->market[0] = '\0';
	timer_stop(h->silence);
	if (h->stream != NULL)
		stream_free(&h->stream);
	for (size_t i = 0; i < count; i++)
		lost[i].fn(h, lost[i].arg, NULL, why);
}

static void
on_silence(void *arg)
{
	lose(arg, "the simulated network does not answer");
}

/* Takes the request. */
static void
ask(struct handsets *h, json_t *take, answer_fn *fn, void *arg)
{
	char *text = json_dumps(take, JSON_WRITE_FLAGS);
	size_t octets, at;

	PANIC_UNLESS(text != NULL);
	json_decref(take);
	octets = strlen(text);
	text[octets++] = '\n'; /* the NUL's place */
	if (h->stream == NULL || h->waiting_count == WAITING_MAX ||
	    !stream_write(h->stream, text, octets)) {
		free(text);
		fn(h, arg, NULL,
		    h->stream == NULL ? "the simulated network is gone"
				      : "the simulated network is too busy");
		return;
	}
	free(text);
	at = (h->waiting_from + h->waiting_count++) % WAITING_MAX;
	h->waiting[at] = (struct waiting){.fn = fn, .arg = arg};
	if (!timer_armed(h->silence))
		timer_arm(h->silence, HANDSETS_WITHIN_MS);
}

static void
on_event(struct handsets *h, const json_t *line)
{
	int i = handsets_take(h, json_text(line, "phone", ""));

	if (i >= 0)
		keep(h, i, false, json_text(line, "from", ""),
		    json_text(line, "text", ""), json_int(line, "time", 0));
}

static void
on_answer(struct handsets *h, const json_t *line)
{
	bool ok = json_is_true(json_object_get(line, "ok"));
	struct waiting w = h->waiting[h->waiting_from];

	if (h->waiting_count == 0)
		return; /* to nothing that we asked */
	h->waiting_from = (h->waiting_from + 1) % WAITING_MAX;
	h->waiting_count--;
	timer_stop(h->silence);
	if (h->waiting_count > 0)
		timer_arm(h->silence, HANDSETS_WITHIN_MS);
	w.fn(h, w.arg, ok ? line : NULL,
	    ok ? NULL : json_text(line, "why", "refused"));
}

/* False: no line is whole. */
static bool
take_line(struct handsets *h)
{
	struct span in = stream_input(h->stream);
	const char *bytes = (const char *)in.at;
	const char *end =
	    in.octets == 0 ? NULL : memchr(bytes, '\n', in.octets);
	json_t *line;

	if (end == NULL && in.octets >= LINE_OCTETS)
		lose(h, "the simulated network says too much at once");
	if (end == NULL)
		return false;
	line =
	    json_read(str_of(bytes, (size_t)(end - bytes)), LINE_OCTETS, NULL);
	stream_used(h->stream, (size_t)(end - bytes) + 1);
	if (line == NULL)
		lose(h, "the simulated network speaks no JSON");
	else if (json_object_get(line, "event") != NULL)
		on_event(h, line);
	else
		on_answer(h, line);
	json_decref(line);
	return h->stream != NULL;
}

static void
on_stream(void *owner, enum stream_event event)
{
	struct handsets *h = owner;

	if (event == STREAM_INPUT)
		while (take_line(h))
			;
	else if (event == STREAM_GONE)
		lose(h, "the simulated network is gone");
}

/* -- what is asked at first -------------------------------------------------
 */

static void
on_modems(struct handsets *h, void *arg, const json_t *answer, const char *why)
{
	const json_t *first =
	    json_array_get(json_object_get(answer, "modems"), 0);
	const char *number = json_text(first, "number", "");

	(void)arg;
	(void)why;
	if (number[0] == '\0')
		number = json_text(first, "name", "");
	str_copy(h->market, sizeof(h->market), str_from(number));
}

/* What came before we looked; known already, if the connection is a new one. */
static void
on_inbox(struct handsets *h, void *arg, const json_t *answer, const char *why)
{
	const json_t *texts = json_object_get(answer, "texts");
	int i = handsets_find(h, json_text(answer, "phone", ""));

	(void)arg;
	(void)why;
	for (size_t k = 0; i >= 0 && k < json_array_size(texts); k++) {
		const json_t *t = json_array_get(texts, k);

		keep(h, i, false, json_text(t, "from", ""),
		    json_text(t, "text", ""), json_int(t, "time", 0));
	}
}

static void
on_nothing(struct handsets *h, void *arg, const json_t *answer, const char *why)
{
	(void)h;
	(void)arg;
	(void)answer;
	(void)why;
}

static void
greet(struct handsets *h)
{
	ask(h, json_pack("{s:s}", "do", "modems"), on_modems, NULL);
	for (size_t i = 0; h->newest == 0 && i < h->count; i++)
		ask(h,
		    json_pack("{s:s, s:s}", "do", "inbox", "phone",
			h->handset[i].number),
		    on_inbox, NULL);
	ask(h, json_pack("{s:s, s:s}", "do", "listen", "phone", "*"),
	    on_nothing, NULL);
}

bool
handsets_open(struct handsets *h, struct err *err)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd;

	if (h->stream != NULL)
		return true;
	str_copy(at.sun_path, sizeof(at.sun_path), str_from(h->socket));
	fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (fd < 0 || connect(fd, (struct sockaddr *)&at, sizeof(at)) != 0) {
		err_set(err, -1, 0, "the simulated network: %s: %s", h->socket,
		    strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	h->stream =
	    stream_new(h->loop, fd, LINE_OCTETS, LINE_OCTETS, on_stream, h);
	greet(h);
	return h->stream != NULL;
}

/* -- what is asked for ------------------------------------------------------
 */

static void
on_done(struct handsets *h, void *arg, const json_t *answer, const char *why)
{
	struct order *o = arg;

	if (answer != NULL && o->text != NULL)
		keep(h, o->handset, true, h->market, o->text,
		    clock_wall_ms(h->clock));
	else if (answer != NULL)
		h->handset[o->handset].off = o->off;
	o->done(o->arg, why);
	free(o->text);
	free(o);
}

static struct order *
order_new(int i, handsets_done_fn *done, void *arg)
{
	struct order *o = xcalloc(1, sizeof(*o));

	o->done = done;
	o->arg = arg;
	o->handset = i;
	return o;
}

void
handsets_text(struct handsets *h, int i, struct str text,
    handsets_done_fn *done, void *arg)
{
	struct order *o;

	if (text.octets == 0 || text.octets > HANDSETS_TEXT_OCTETS) {
		done(arg, "a text has 1 to 2000 octets");
		return;
	}
	if (h->market[0] == '\0') {
		done(arg, "the simulated network has no modem yet");
		return;
	}
	o = order_new(i, done, arg);
	o->text = xcalloc(1, text.octets + 1);
	memcpy(o->text, text.at, text.octets);
	ask(h,
	    json_pack("{s:s, s:s, s:s, s:o}", "do", "text", "from",
		h->handset[i].number, "to", h->market, "text",
		json_clean(text.at, text.octets)),
	    on_done, o);
}

void
handsets_switch(
    struct handsets *h, int i, bool off, handsets_done_fn *done, void *arg)
{
	struct order *o = order_new(i, done, arg);

	o->off = off;
	ask(h,
	    json_pack("{s:s, s:s, s:b}", "do", "phone", "number",
		h->handset[i].number, "off", off),
	    on_done, o);
}

/* -- its life ---------------------------------------------------------------
 */

struct handsets *
handsets_new(struct loop *loop, const struct clock_source *clock,
    const char *socket, const char *people, struct err *err)
{
	struct handsets *h = xcalloc(1, sizeof(*h));

	h->loop = loop;
	h->clock = clock;
	str_copy(h->socket, sizeof(h->socket), str_from(socket));
	h->silence = timer_new(loop, on_silence, h);
	if (people[0] != '\0' && read_people(h, people, err) < 0)
		handsets_free(&h);
	return h;
}

void
handsets_free(struct handsets **handsets)
{
	struct handsets *h = *handsets;

	if (h == NULL)
		return;
	lose(h, "furrowd is ending");
	timer_free(&h->silence);
	for (size_t i = 0; i < HANDSETS_TEXTS; i++)
		free(h->text[i].text);
	free(h);
	*handsets = NULL;
}
