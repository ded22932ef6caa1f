#include "gateway/queue/enquiry.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/panic.h"
#include "base/str.h"
#include "gateway/store/store_credit.h"

#define REPLY_OCTETS 1100
#define PUSH_SHOWN 160
#define PIN_OCTETS 24
#define DIGITS "0123456789"

struct enquiry {
	struct enquiry *next;
	int64_t id;
	struct link *link;
	size_t steps, count;
	bool doubtful, secret;
	char pin[PIN_OCTETS]; /* "": none was said */
	char replies[LINK_USSD_STEPS][REPLY_OCTETS];
	enquiry_done_fn done;
	void *arg;
};

struct learned {
	struct learned *next;
	char model[STORE_CREDIT_MODEL_OCTETS];
	int form;
	bool durable;
};

struct enquiries {
	struct link *const *links;
	size_t links_count;
	struct enquiry *first;
	struct learned *learned;
	int64_t last_id;
	void (*on_secret)(void *arg, const struct link *link);
	void *secret_arg;
};

/* -- what was learned of models ------------------------------------------- */

/* "huawei E3372 fw 22.1", as the link describes itself, without its IMEI. */
static void
model_of(const struct link *link, char dst[STORE_CREDIT_MODEL_OCTETS])
{
	struct link_description d;
	memset(&d, 0, sizeof(d));
	link->ops->describe(link, &d);
	char *imei = strstr(d.identity, " imei ");
	if (imei != NULL)
		*imei = '\0';
	str_copy(dst, STORE_CREDIT_MODEL_OCTETS, str_from(d.identity));
}

static struct learned *
find_learned(struct enquiries *e, const char *model)
{
	for (struct learned *l = e->learned; l != NULL; l = l->next)
		if (strcmp(l->model, model) == 0)
			return l;
	return NULL;
}

static struct learned *
add_learned(struct enquiries *e, const char *model, int form)
{
	struct learned *l = xcalloc(1, sizeof(*l));
	str_copy(l->model, sizeof(l->model), str_from(model));
	l->form = form;
	l->durable = true;
	l->next = e->learned;
	e->learned = l;
	return l;
}

static void
on_form(void *arg, const char *model, int form)
{
	add_learned(arg, model, form);
}

static void
learn(struct enquiries *e, const struct link *link, int form)
{
	char model[STORE_CREDIT_MODEL_OCTETS];
	model_of(link, model);
	if (form <= 0 || model[0] == '\0')
		return;
	struct learned *l = find_learned(e, model);
	if (l == NULL)
		l = add_learned(e, model, 0);
	l->durable = l->durable && l->form == form;
	l->form = form;
}

static int
form_of(struct enquiries *e, const struct link *link)
{
	char model[STORE_CREDIT_MODEL_OCTETS];
	model_of(link, model);
	const struct learned *l = find_learned(e, model);
	return l == NULL ? 0 : l->form;
}

/* A turn that is rolled back loses the row: it is learned again. */
void
enquiries_turn(struct enquiries *e, const struct turn *turn)
{
	for (struct learned *l = e->learned; l != NULL; l = l->next) {
		if (!l->durable)
			store_credit_form_put(turn->store, l->model, l->form);
		l->durable = true;
	}
}

/* -- asking --------------------------------------------------------------- */

static struct link *
find_link(const struct enquiries *e, const char *name)
{
	for (size_t i = 0; i < e->links_count; i++)
		if (strcmp(e->links[i]->name, name) == 0)
			return e->links[i];
	return NULL;
}

static struct enquiry *
find_enquiry(const struct enquiries *e, const struct link *link)
{
	for (struct enquiry *q = e->first; q != NULL; q = q->next)
		if (q->link == link)
			return q;
	return NULL;
}

bool
enquiries_may_ask(const struct enquiries *e, const struct link *link)
{
	return link->ops->ussd != NULL && link->state == LINK_UP &&
	       find_enquiry(e, link) == NULL;
}

static void
wipe(struct enquiry **q)
{
	explicit_bzero((*q)->pin, sizeof((*q)->pin));
	explicit_bzero((*q)->replies, sizeof((*q)->replies));
	free(*q);
	*q = NULL;
}

static void
drop(struct enquiries *e, struct enquiry *gone)
{
	struct enquiry **at = &e->first;
	while (*at != gone)
		at = &(*at)->next;
	*at = gone->next;
	wipe(&gone);
}

static int
hand_down(struct enquiries *e, struct link *link,
    const struct enquiry_wish *wish, struct enquiry *q)
{
	struct link_ussd request = {.id = q->id,
	    .count = wish->count,
	    .form = form_of(e, link),
	    .secret = wish->secret};
	for (size_t i = 0; i < wish->count; i++)
		request.steps[i] = wish->steps[i];
	return link->ops->ussd(link, &request) ? 0 : -1;
}

int
enquiries_ask(
    struct enquiries *e, const struct enquiry_wish *wish, struct err *err)
{
	struct link *link = find_link(e, wish->link);
	if (link == NULL)
		return err_set(err, ENQUIRY_NO_LINK, 0,
		    "no link is named %.40s", wish->link);
	if (link->ops->ussd == NULL)
		return err_set(err, ENQUIRY_UNABLE, 0,
		    "link %s has no SIM whose operator could be asked",
		    link->name);
	if (find_enquiry(e, link) != NULL)
		return err_set(err, ENQUIRY_BUSY, 0,
		    "link %s is being asked already: try again in a minute",
		    link->name);
	struct enquiry *q = xcalloc(1, sizeof(*q));
	*q = (struct enquiry){.next = e->first,
	    .id = ++e->last_id,
	    .link = link,
	    .steps = wish->count,
	    .secret = wish->secret,
	    .done = wish->done,
	    .arg = wish->arg};
	if (wish->pin != NULL)
		str_copy(q->pin, sizeof(q->pin), str_from(wish->pin));
	e->first = q;
	if (hand_down(e, link, wish, q) == 0)
		return 0;
	drop(e, q);
	return err_set(err, ENQUIRY_DOWN, 0,
	    "link %s is %s and cannot ask now: see furrow link show %s",
	    link->name, link_state_name(link->state), link->name);
}

/* -- answers -------------------------------------------------------------- */

static void
end(struct enquiries *e, struct enquiry *q, enum link_ussd_how how, bool asks,
    const char *why)
{
	struct enquiry_answer answer = {.link = q->link,
	    .count = q->count,
	    .steps = q->steps,
	    .how = how,
	    .asks = asks,
	    .doubtful = q->doubtful,
	    .why = why};
	for (size_t i = 0; i < q->count; i++)
		answer.texts[i] = q->replies[i];
	/* Out of the list first: done() may ask the same link anew. */
	struct enquiry **at = &e->first;
	while (*at != q)
		at = &(*at)->next;
	*at = q->next;
	if (q->done != NULL)
		q->done(q->arg, &answer);
	if (q->secret && e->on_secret != NULL)
		e->on_secret(e->secret_arg, q->link);
	wipe(&q);
}

/* The reply, with "…" wherever the PIN stands as a number of its own. */
static void
take_reply(struct enquiry *q, const char *text)
{
	char *reply = q->replies[q->count++];
	struct buf out = buf_over(reply, REPLY_OCTETS);
	size_t pin = strlen(q->pin);
	if (pin == 0) {
		str_copy(reply, REPLY_OCTETS, str_from(text));
		return;
	}
	while (*text != '\0') {
		size_t octets = strspn(text, DIGITS);
		if (octets == pin && strncmp(text, q->pin, pin) == 0)
			buf_add_text(&out, "\342\200\246");
		else
			buf_add(&out, text, octets > 0 ? octets : 1);
		text += octets > 0 ? octets : 1;
	}
}

static void
log_push(const struct link *link, const struct link_ussd_answer *answer)
{
	char quoted[PUSH_SHOWN * 2];

	log_event(LOG_INFO, "ussd", "push", "link=%s asks=%d text=%s",
	    link->name, answer->asks,
	    log_quote(quoted, sizeof(quoted), answer->text));
}

void
enquiries_heard(struct enquiries *e, struct link *link,
    const struct link_ussd_answer *answer)
{
	struct enquiry *q = find_enquiry(e, link);
	if (answer->id == 0) {
		log_push(link, answer);
		return;
	}
	if (q == NULL || q->id != answer->id)
		return;
	if (answer->how == LINK_USSD_ANSWERED && q->count < LINK_USSD_STEPS) {
		take_reply(q, answer->text);
		q->doubtful |= answer->doubtful;
		learn(e, link, answer->form);
	}
	if (answer->last)
		end(e, q, answer->how, answer->asks, answer->why);
}

void
enquiries_on_secret(struct enquiries *e,
    void (*fn)(void *arg, const struct link *link), void *arg)
{
	e->on_secret = fn;
	e->secret_arg = arg;
}

void
enquiries_forget(struct enquiries *e, const void *arg)
{
	for (struct enquiry *q = e->first; q != NULL; q = q->next)
		if (q->arg == arg)
			q->done = NULL;
	if (e->secret_arg == arg)
		e->on_secret = NULL;
}

/* -- life ----------------------------------------------------------------- */

struct enquiries *
enquiries_new(
    struct store *store, struct link *const *links, size_t links_count)
{
	struct enquiries *e = xcalloc(1, sizeof(*e));
	e->links = links;
	e->links_count = links_count;
	store_credit_form_each(store, on_form, e);
	return e;
}

void
enquiries_free(struct enquiries **enquiries)
{
	struct enquiries *e = *enquiries;
	*enquiries = NULL;
	if (e == NULL)
		return;
	while (e->first != NULL)
		end(e, e->first, LINK_USSD_SILENT, false,
		    "furrowd is being stopped");
	while (e->learned != NULL) {
		struct learned *next = e->learned->next;
		free(e->learned);
		e->learned = next;
	}
	free(e);
}
