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

#define LINE_OCTETS (1u << 20) /* the inbox of a busy phone is one line */
#define WAITING_MAX 128

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
	struct handset_book book;
};

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
	int i = handset_book_take(&h->book, json_text(line, "phone", ""));

	if (i >= 0)
		handset_book_keep(&h->book, i, false,
		    json_text(line, "from", ""), json_text(line, "text", ""),
		    json_int(line, "time", 0));
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
	int i = handset_book_find(&h->book, json_text(answer, "phone", ""));

	(void)arg;
	(void)why;
	for (size_t k = 0; i >= 0 && k < json_array_size(texts); k++) {
		const json_t *t = json_array_get(texts, k);

		handset_book_keep(&h->book, i, false, json_text(t, "from", ""),
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
	for (size_t i = 0; h->book.newest == 0 && i < h->book.count; i++)
		ask(h,
		    json_pack("{s:s, s:s}", "do", "inbox", "phone",
			h->book.handset[i].number),
		    on_inbox, NULL);
	ask(h, json_pack("{s:s, s:s}", "do", "listen", "phone", "*"),
	    on_nothing, NULL);
}

struct handset_book *
handsets_book(struct handsets *h)
{
	return &h->book;
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
		handset_book_keep(&h->book, o->handset, true, h->market,
		    o->text, clock_wall_ms(h->clock));
	else if (answer != NULL)
		h->book.handset[o->handset].off = o->off;
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

	if (text.octets == 0 || text.octets > HANDSET_TEXT_OCTETS) {
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
		h->book.handset[i].number, "to", h->market, "text",
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
		h->book.handset[i].number, "off", off),
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
	if (people[0] != '\0' && handset_book_read(&h->book, people, err) < 0)
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
	handset_book_free(&h->book);
	free(h);
	*handsets = NULL;
}
