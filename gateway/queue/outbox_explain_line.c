/* The words of outbox_explain: what a person reads at `furrow route test`. */
#include "gateway/queue/outbox_explain.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

static const char *const class_names[] = {
    [MESSAGE_CONFIRM] = "confirm",
    [MESSAGE_PROPOSAL] = "proposal",
    [MESSAGE_NOTICE] = "notice",
    [MESSAGE_ADVISORY] = "advisory",
    [MESSAGE_ALARM] = "alarm",
};
#define CLASSES (sizeof(class_names) / sizeof(*class_names))

const char *
outbox_class_name(enum message_class class_)
{
	return (size_t)class_ < CLASSES ? class_names[class_] : NULL;
}

bool
outbox_class_read(enum message_class *out, const char *name)
{
	for (size_t i = 0; i < CLASSES; i++)
		if (class_names[i] != NULL &&
		    strcmp(class_names[i], name) == 0) {
			*out = (enum message_class)i;
			return true;
		}
	return false;
}

/* -- a line each ----------------------------------------------------------- */

static void
say_number(struct buf *b, const struct outbox_answer *a)
{
	bool same = strcmp(a->asked.written, a->asked.number) == 0;
	buf_add_format(b, "number: %s%s%s%s; %s%s", a->asked.number,
	    same ? "" : " (written ", same ? "" : a->asked.written,
	    same ? "" : ")", outbox_class_name(a->asked.class_),
	    a->asked.question ? ", a question" : "");
	if (!a->known)
		buf_add_text(b, "; nobody here has it yet");
	if (a->blocked)
		buf_add_text(b, "; blocked: nothing is sent to it");
}

static void
say_operator(struct buf *b, const struct outbox_answer *a)
{
	buf_add_format(b, "operator: %s",
	    a->operator_[0] != '\0' ? a->operator_ : "none is known");
	if (a->country[0] != '\0')
		buf_add_format(b, " (+%s)", a->country);
	if (a->learned)
		buf_add_text(
		    b, ": heard on his own link, whatever the prefix says");
	else if (a->operator_[0] != '\0')
		buf_add_text(b, ", by the prefix");
}

static void
say_route(struct buf *b, const struct outbox_answer *a)
{
	char prefix[ROUTE_DIGITS_MAX + 3];
	if (a->routes == 0) {
		buf_add_text(
		    b, "route: there are none, every link carries everything");
		return;
	}
	if (a->route == NULL) {
		buf_add_format(b,
		    "route: none of %zu fits: no link may carry texts to %s: "
		    "add a route",
		    a->routes, a->asked.number);
		return;
	}
	route_prefix_write(prefix, &a->prefix);
	buf_add_format(b, "route: %s, %s %s; policy %s%s", a->route->name,
	    a->learned && a->prefix.digits[0] == '\0' ? "of the operator"
						      : "by",
	    a->learned && a->prefix.digits[0] == '\0' ? a->operator_ : prefix,
	    route_policy_name(a->route->policy),
	    a->route->resend ? "; resend by another link" : "");
}

static void
say_policy(struct buf *b, const struct outbox_answer *a,
    const struct outbox_answer_link *l)
{
	if (a->route == NULL)
		return;
	switch (a->route->policy) {
	case ROUTE_ORDER:
		break;
	case ROUTE_CHEAPEST:
		buf_add_format(b, "; costs %" PRId64, l->cost_minor);
		break;
	case ROUTE_SHARE:
		buf_add_format(b, "; weight %d", l->weight);
		break;
	case ROUTE_QUALITY:
		buf_add_format(b, "; %d in a hundred arrive", l->quality / 10);
		break;
	}
}

static void
say_link(struct buf *b, const struct outbox_answer *a,
    const struct outbox_answer_link *l)
{
	buf_add_format(b, "link %s: ", l->name);
	if (l->may)
		buf_add_format(b, "may, as number %d%s%s", l->place,
		    l->why[0] != '\0' ? ": " : "", l->why);
	else
		buf_add_format(b, "may not: %s", l->why);
	say_policy(b, a, l);
	if (l->may && l->room == 0)
		buf_add_text(b, "; busy just now");
}

static void
say_now(struct buf *b, const struct outbox_answer *a)
{
	buf_add_text(b, "now: ");
	if (a->blocked)
		buf_add_text(b, "it fails, for the number is blocked");
	else if (a->routes > 0 && a->route == NULL)
		buf_add_text(b, "it fails at once, and the alarm route is on");
	else if (a->waits_for >= 0 && a->takes >= 0)
		buf_add_format(b, "it waits for %s, after 8 s %s takes it",
		    a->link[a->waits_for].name, a->link[a->takes].name);
	else if (a->waits_for >= 0)
		buf_add_format(
		    b, "it waits for %s", a->link[a->waits_for].name);
	else if (a->takes >= 0)
		buf_add_format(b, "%s takes it", a->link[a->takes].name);
	else
		buf_add_text(b, "it waits until one of them may");
}

static int
next_after(const struct outbox_answer *a, int first)
{
	int next = -1;
	for (int i = 0; i < (int)a->links_count; i++)
		if (i != first && a->link[i].place > 0 &&
		    (next < 0 || a->link[i].place < a->link[next].place))
			next = i;
	return next;
}

static void
say_failure(struct buf *b, const struct outbox_answer *a)
{
	int first = a->waits_for >= 0 ? a->waits_for : a->takes;
	int next = next_after(a, first);
	bool twice = a->asked.class_ == MESSAGE_CONFIRM ||
		     a->asked.class_ == MESSAGE_PROPOSAL;
	if (next >= 0)
		buf_add_format(b, "if %s refuses it: %s, at once",
		    a->link[first].name, a->link[next].name);
	else
		buf_add_format(b, "if %s refuses it: it tries again later",
		    a->link[first].name);
	if (a->route != NULL && a->route->resend && twice)
		buf_add_text(
		    b, "; if a report says failed: once more by another");
	else
		buf_add_text(b, "; if a report says failed: given up");
}

bool
outbox_explain_line(
    char dst[OUTBOX_STEP_OCTETS], const struct outbox_answer *a, size_t i)
{
	struct buf b = buf_over(dst, OUTBOX_STEP_OCTETS);
	bool leaves = !a->blocked && (a->takes >= 0 || a->waits_for >= 0);
	dst[0] = '\0';
	if (i == 0)
		say_number(&b, a);
	else if (i == 1)
		say_operator(&b, a);
	else if (i == 2)
		say_route(&b, a);
	else if (i < 3 + a->links_count)
		say_link(&b, a, &a->link[i - 3]);
	else if (i == 3 + a->links_count)
		say_now(&b, a);
	else if (i == 4 + a->links_count && leaves)
		say_failure(&b, a);
	else
		return false;
	return true;
}
