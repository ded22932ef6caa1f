#include "tests/fault/reckon.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "tests/fault/bag.h"
#include "tests/scenario/daemon_kit.h"

/* Everything as "phone<TAB>text", or the word in capitals and a code. */
struct world {
	struct bag phones_sent; /* journal */
	struct bag phones_got; /* journal */
	struct bag agreed; /* "phone<TAB>GOT K7F" out of phones_got */
	struct bag rows_in, rows_out, rows_sure; /* sure: sent or delivered */
	struct bag buyers, orders; /* one phone an entry */
};

static const char *
text_of(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));
	return text != NULL ? text : "";
}

/* -- the journal ----------------------------------------------------------- */

/* Only a confirmation says "GOT #K7F" to a buyer whose goods are on their way,
 * or "DONE #K7F" to a seller. */
static void
note_agreed(struct world *w, const char *phone, const char *text)
{
	static const char *const words[] = {"GOT #", "DONE #"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *at = strstr(text, words[i]);
		if (at == NULL)
			continue;
		at += strlen(words[i]);
		bag_add(&w->agreed, "%s\t%s%.*s", phone, words[i],
		    (int)strspn(at, "ABCDEFGHJKLMNPQRTUVWXY23456789"), at);
	}
}

static void
note_line(struct world *w, const json_t *line)
{
	const char *kind = text_of(line, "kind");
	if (strcmp(kind, "sent-by-phone") == 0) {
		bag_add(&w->phones_sent, "%s\t%s", text_of(line, "from"),
		    text_of(line, "text"));
		if (strncmp(text_of(line, "text"), "want ", 5) == 0)
			bag_add(&w->buyers, "%s", text_of(line, "from"));
	} else if (strcmp(kind, "delivered-to-phone") == 0) {
		bag_add(&w->phones_got, "%s\t%s", text_of(line, "phone"),
		    text_of(line, "text"));
		note_agreed(w, text_of(line, "phone"), text_of(line, "text"));
	}
}

static int
read_journal(struct world *w)
{
	char *text = NULL;
	size_t room = 0;
	FILE *in = fopen("sim.log", "r");
	if (in == NULL)
		return -1;
	while (getline(&text, &room, in) > 0) {
		json_t *line = json_loads(text, 0, NULL);
		note_line(w, line);
		json_decref(line);
	}
	free(text);
	fclose(in);
	return 0;
}

/* -- the ledger ------------------------------------------------------------ */

static void
note_message(struct world *w, struct reckoning *out, const json_t *row)
{
	const char *state = text_of(row, "state");
	const char *phone = text_of(row, "phone");
	const char *text = text_of(row, "text");
	if (strcmp(text_of(row, "direction"), "in") == 0) {
		bag_add(&w->rows_in, "%s\t%s", phone, text);
		return;
	}
	bag_add(&w->rows_out, "%s\t%s", phone, text);
	if (strcmp(state, "sent") == 0 || strcmp(state, "delivered") == 0)
		bag_add(&w->rows_sure, "%s\t%s", phone, text);
	else if (strcmp(state, "unknown") == 0)
		out->unknown++;
	else
		out->unsettled++;
}

static int
read_messages(struct world *w, struct reckoning *out)
{
	json_t *row, *rows = kit_rows("log", "--since", "7d", NULL);
	size_t i;
	if (rows == NULL)
		return -1;
	json_array_foreach(rows, i, row)
	{
		note_message(w, out, row);
	}
	out->texts_in = w->rows_in.count;
	out->texts_out = w->rows_out.count;
	json_decref(rows);
	return 0;
}

static void
check_confirmation(struct world *w, struct reckoning *out, const json_t *row,
    const char *who, const char *word, bool aloud)
{
	char key[128];
	snprintf(key, sizeof(key), "%s\t%s%s", text_of(row, who), word,
	    text_of(row, "code"));
	if (bag_has(&w->agreed, key))
		return;
	if (aloud && out->confirmations_missing < 5)
		printf("  no confirmation: %s\n", key);
	out->confirmations_missing++;
}

static int
read_orders(struct world *w, struct reckoning *out, bool aloud)
{
	json_t *row, *rows = kit_rows("order", "list", NULL);
	size_t i;
	if (rows == NULL)
		return -1;
	json_array_foreach(rows, i, row)
	{
		out->orders++;
		out->confirmed +=
		    strcmp(text_of(row, "state"), "confirmed") == 0;
		bag_add(&w->orders, "%s", text_of(row, "buyer"));
		check_confirmation(w, out, row, "buyer", "GOT #", aloud);
		check_confirmation(w, out, row, "seller", "DONE #", aloud);
	}
	json_decref(rows);
	return 0;
}

/* -- both ------------------------------------------------------------------ */

static void
sort_all(struct world *w)
{
	bag_sort(&w->phones_sent);
	bag_sort(&w->phones_got);
	bag_sort(&w->rows_in);
	bag_sort(&w->rows_out);
	bag_sort(&w->rows_sure);
	bag_sort(&w->buyers);
	bag_sort(&w->orders);
}

static void
compare_all(const struct world *w, struct reckoning *out, bool aloud)
{
	out->orders_missing =
	    bag_beyond(&w->buyers, &w->orders, aloud ? "no order" : NULL);
	out->orders_surplus =
	    bag_beyond(&w->orders, &w->buyers, aloud ? "ordered twice" : NULL);
	out->in_missing = bag_beyond(
	    &w->phones_sent, &w->rows_in, aloud ? "not in the log" : NULL);
	out->in_surplus = bag_beyond(
	    &w->rows_in, &w->phones_sent, aloud ? "twice in the log" : NULL);
	out->lost = bag_beyond(
	    &w->rows_sure, &w->phones_got, aloud ? "never arrived" : NULL);
	out->doubled = bag_beyond(&w->phones_got, &w->rows_out, NULL);
}

int
reckon(struct reckoning *out, bool aloud)
{
	struct world w = {.orders.count = 0};
	*out = (struct reckoning){.orders = 0};
	int rc = read_journal(&w);
	bag_sort(&w.agreed);
	if (rc == 0)
		rc = read_messages(&w, out);
	if (rc == 0)
		rc = read_orders(&w, out, aloud);
	sort_all(&w);
	compare_all(&w, out, aloud);
	struct bag *const bags[] = {&w.phones_sent, &w.phones_got, &w.agreed,
	    &w.rows_in, &w.rows_out, &w.rows_sure, &w.buyers, &w.orders};
	for (size_t i = 0; i < sizeof(bags) / sizeof(bags[0]); i++)
		bag_free(bags[i]);
	return rc;
}
