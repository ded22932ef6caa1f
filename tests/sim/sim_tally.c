#include "tests/sim/sim_tally.h"

#include <stdlib.h>
#include <string.h>

#include "tests/sim/sim_util.h"

struct adding {
	struct sim_tally *tally;
	json_t *in; /* id -> parts still to come, then below zero: repeats */
	json_t *out; /* "phone text" -> times */
};

static const char *
text_of(json_t *line, const char *key)
{
	const char *text = json_string_value(json_object_get(line, key));
	return text == NULL ? "" : text;
}

static long
add_to(json_t *counts, const char *key, long n)
{
	long sum = (long)json_integer_value(json_object_get(counts, key)) + n;
	json_object_set_new(counts, key, json_integer(sum));
	return sum;
}

/* Each part of a text is seen: bit by bit in a string of parts. */
static void
add_handed(struct adding *a, json_t *line)
{
	char key[64];
	long part = (long)json_integer_value(json_object_get(line, "part"));
	long long id = json_integer_value(json_object_get(line, "id"));
	snprintf(key, sizeof(key), "%lld/%ld", id, part);
	bool first = add_to(a->in, key, 1) == 1;
	snprintf(key, sizeof(key), "%lld", id);
	if (first && add_to(a->in, key, 1) ==
			 json_integer_value(json_object_get(line, "parts")))
		a->tally->in_whole++;
	else if (!first)
		a->tally->in_repeated++;
}

static void
add_delivered(struct adding *a, json_t *line)
{
	struct sim_buf key = {0};
	sim_buf_format(
	    &key, "%s %s", text_of(line, "phone"), text_of(line, "text"));
	long times = add_to(a->out, key.at, 1);
	a->tally->out_once += times == 1;
	if (times == 2) {
		a->tally->out_once--;
		a->tally->out_twice++;
	}
	sim_buf_free(&key);
}

static void
add_call(struct sim_tally *t, const char *what)
{
	t->calls += strcmp(what, "ringing") == 0;
	t->missed += strcmp(what, "missed") == 0;
	t->answered += strcmp(what, "answered") == 0;
	t->hung_up += strcmp(what, "hung-up") == 0;
	t->hung_up_early += strcmp(what, "hung-up-too-early") == 0;
}

static void
add_line(struct adding *a, json_t *line)
{
	struct sim_tally *t = a->tally;
	const char *kind = text_of(line, "kind"), *fate = text_of(line, "fate");
	if (strcmp(kind, "handed-to-modem") == 0)
		add_handed(a, line);
	else if (strcmp(kind, "delivered-to-phone") == 0)
		add_delivered(a, line);
	else if (strcmp(kind, "call") == 0)
		add_call(t, text_of(line, "what"));
	t->in += strcmp(kind, "sent-by-phone") == 0 &&
		 text_of(line, "modem")[0] != '\0';
	t->taken += strcmp(kind, "taken-from-modem") == 0;
	t->refused_pdus += strcmp(kind, "refused-pdu") == 0;
	t->expired += strcmp(kind, "expired") == 0;
	t->reports += strcmp(kind, "report-to-modem") == 0;
	t->lost += strcmp(fate, "lost") == 0;
	t->refused += strcmp(fate, "refused") == 0;
	t->hung += strcmp(fate, "hung") == 0;
}

int
sim_tally_read(struct sim_tally *out, FILE *journal)
{
	struct adding a = {out, json_object(), json_object()};
	char *text = NULL;
	size_t room = 0;
	ssize_t octets;
	*out = (struct sim_tally){0};
	while ((octets = getline(&text, &room, journal)) > 0) {
		/* The last line may be cut: the network was killed. */
		json_t *line = json_loadb(text, (size_t)octets, 0, NULL);
		if (line != NULL)
			add_line(&a, line);
		json_decref(line);
	}
	out->in_missing = out->in - out->in_whole;
	free(text);
	json_decref(a.in);
	json_decref(a.out);
	return ferror(journal) ? -1 : 0;
}

void
sim_tally_print(const struct sim_tally *t, FILE *out)
{
	fprintf(out,
	    "to modems:   %ld texts, %ld taken whole, %ld not, %ld parts "
	    "repeated\n"
	    "from modems: %ld messages taken, %ld malformed, %ld delivery "
	    "reports\n"
	    "at phones:   %ld texts once, %ld more than once\n"
	    "not there:   %ld expired, %ld lost, %ld refused, %ld without a "
	    "result\n",
	    t->in, t->in_whole, t->in_missing, t->in_repeated, t->taken,
	    t->refused_pdus, t->reports, t->out_once, t->out_twice, t->expired,
	    t->lost, t->refused, t->hung);
	if (t->calls > 0)
		fprintf(out,
		    "calls:       %ld, %ld missed, %ld answered, %ld ended, "
		    "%ld ended before the second ring\n",
		    t->calls, t->missed, t->answered, t->hung_up,
		    t->hung_up_early);
}
