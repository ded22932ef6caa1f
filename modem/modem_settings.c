/* The two settings that need thought: which stores, and how news come. */
#include <stdio.h>
#include <string.h>

#include "base/log.h"

#include "modem/at_arg.h"
#include "modem/modem_private.h"

#define FIELDS 5 /* mode, mt, bm, ds, bfr */
#define MT 1
#define DS 3
#define TWO_ARGUMENTS 1
#define ONE_ARGUMENT 2
#define ARGUMENT_FORMS 3
#define VALUE_TRIES 3
#define VALUES_TRIES_MAX 60

void
modem_settings_begin(struct modem *m)
{
	m->offered[0] = '\0';
	m->store_default[0] = '\0';
	m->stores_offered = 0;
	m->store_row = m->store_form = 0;
	m->value_tries = 0;
	m->value_doubted = false;
	m->store_used = m->store_total = -1;
	m->stores_refused = m->poor_due = false;
	m->unannounced = 0;
	m->news_fields = m->news_row = m->news_refused = 0;
	m->news_text[0] = '\0';
	m->news_wish_tried = false;
	m->news_set[0] = m->news_set[1] = m->news_set[2] = -1;
	m->direct = m->wish.direct == MODEM_DIRECT_YES ||
		    (m->wish.direct == MODEM_DIRECT_AUTO && m->quirk->direct);
	m->service = 0;
	m->service_refused = false;
}

/* The codes of "not ready yet" are used for "not this value", too: so a value
 * is asked for a few times, then the others, and all of them again only when
 * none was taken. */
static bool
value_later(struct modem *m, const struct at_result *result)
{
	if (modem_settings_later(m, result) != STEP_LATER)
		return false;
	m->value_doubted = true;
	if (++m->value_tries <= VALUE_TRIES)
		return true;
	m->value_tries = 0;
	return false;
}

static bool
values_again(struct modem *m)
{
	bool again = m->value_doubted && m->step_tries < VALUES_TRIES_MAX;
	m->value_doubted = false;
	m->value_tries = 0;
	return again;
}

/* Stores. */

/* +CPMS: ("SM","ME"),("SM"),("SM"): what each of the three may be. */
void
modem_stores_line(struct modem *m, struct str line)
{
	struct at_arg args;
	if (at_arg_begin_hurt(&args, line, "+CPMS:"))
		str_copy(m->offered, sizeof(m->offered), args.rest);
}

/* +CPMS: "SM",3,20,"SM",3,20,"SM",3,20: what they are.  One for reports or
 * broadcasts may have been left open, and is no store for texts. */
void
modem_stores_now_line(struct modem *m, struct str line)
{
	struct at_arg args;
	struct str name, number;
	if (!at_arg_begin_hurt(&args, line, "+CPMS:"))
		return;
	while (at_arg_next(&args, &name, NULL)) {
		if (name.octets == 2 && !str_equal_nocase(name, STR("SR")) &&
		    !str_equal_nocase(name, STR("BM"))) {
			str_copy(
			    m->store_default, sizeof(m->store_default), name);
			return;
		}
		at_arg_next(&args, &number, NULL);
		at_arg_next(&args, &number, NULL);
	}
}

static bool
is_offered(const struct modem *m, int list_wanted, const char *store)
{
	struct at_arg args = at_arg_of(str_from(m->offered));
	struct str list = STR("");
	bool known = false;
	for (int i = 0; i <= list_wanted; i++) {
		struct at_arg before = args;
		if (!at_arg_next(&args, &list, NULL))
			break;
		/* The view that next gave has lost its quotes: take it raw. */
		size_t octets = before.rest.octets - args.rest.octets;
		octets -= args.more;
		list = str_of(before.rest.at, octets);
		known = i == list_wanted;
	}
	return !known || at_arg_list_has(list, store);
}

/* The configuration's own store stands before the row's. */
static bool
is_wished_row(const struct modem *m)
{
	return m->wish.store[0] != '\0' && m->store_row == 0;
}

/* NULL behind the last. */
static const char *
row_store(const struct modem *m)
{
	if (is_wished_row(m))
		return m->wish.store;
	return m->quirk->stores[m->store_row - (m->wish.store[0] != '\0')];
}

static const char *
store_of_row(const struct modem *m)
{
	const char *store = row_store(m);
	if (store != NULL && strcmp(store, QUIRK_STORE_IN_USE) != 0)
		return store;
	return m->store_default[0] != '\0' ? m->store_default : "SM";
}

/* All three the same where it is offered so; a modem that refuses the third
 * (seen on MC75i) or second gets fewer arguments. */
bool
modem_build_stores(struct modem *m, char *text, size_t octets)
{
	while (row_store(m) != NULL && !is_wished_row(m) &&
	       !is_offered(m, 0, store_of_row(m)))
		m->store_row++;
	const char *store = store_of_row(m);
	int form = m->store_form;
	if (form == 0 && m->offered[0] != '\0' && !is_offered(m, 2, store))
		form = m->store_form = TWO_ARGUMENTS;
	if (form == TWO_ARGUMENTS && !is_offered(m, 1, store))
		form = m->store_form = ONE_ARGUMENT;
	if (form == 0)
		snprintf(text, octets, "AT+CPMS=\"%s\",\"%s\",\"%s\"", store,
		    store, store);
	else if (form == TWO_ARGUMENTS)
		snprintf(text, octets, "AT+CPMS=\"%s\",\"%s\"", store, store);
	else
		snprintf(text, octets, "AT+CPMS=\"%s\"", store);
	return true;
}

/* +CPMS: 3,20,3,20,3,20 */
void
modem_stores_set_line(struct modem *m, struct str line)
{
	struct at_arg args;
	int64_t used, total;
	if (!at_arg_begin_hurt(&args, line, "+CPMS:"))
		return;
	struct at_arg first = args;
	struct str name;
	if (at_arg_next(&first, &name, NULL) && name.octets > 0 &&
	    (name.at[0] < '0' || name.at[0] > '9'))
		args = first; /* some repeat the name */
	if (at_arg_next_number(&args, &used) &&
	    at_arg_next_number(&args, &total)) {
		m->store_used = (int)(used & 0xFFFF);
		m->store_total = (int)(total & 0xFFFF);
	}
}

/* SR: reports that are kept in a store of their own fill it, and then none
 * comes any more, so it is swept like the others. */
static void
add_other_stores(struct modem *m)
{
	static const char *const others[] = {"SM", "ME", "SR"};
	const char *reports = m->quirk->report_store;
	bool readable = reports == NULL || reports[0] != '\0';
	for (size_t i = 0; i < 2u + readable; i++)
		if (m->offered[0] != '\0' && is_offered(m, 0, others[i]))
			m->stores_offered |=
			    1u << modem_store_add(m, str_from(others[i]));
}

static const char *
why_store(const struct modem *m)
{
	if (is_wished_row(m))
		return "the configuration says so";
	if (row_store(m) == NULL)
		return "none of the row's was taken: the one in use";
	if (m->store_form == TWO_ARGUMENTS)
		return "first that is offered; three arguments do not fit";
	if (m->store_form == ONE_ARGUMENT)
		return "first that is offered; one argument only fits";
	return "first of the row's that is offered and has slots";
}

static enum step_result
stores_chosen(struct modem *m, const char *store)
{
	if (m->store_total > 0)
		modem_chose(m, why_store(m), "store %s, %d of %d used", store,
		    m->store_used, m->store_total);
	else
		modem_chose(m, why_store(m), "store %s", store);
	m->value_tries = 0;
	m->value_doubted = false;
	m->store_main = modem_store_add(m, str_from(store));
	m->store_now = m->store_main;
	m->stores_offered |= 1u << m->store_main;
	add_other_stores(m);
	return STEP_NEXT;
}

enum step_result
modem_stores_done(struct modem *m, const struct at_result *result)
{
	const char *store = store_of_row(m);
	bool last = row_store(m) == NULL;
	bool hollow = m->store_total == 0; /* listed, but without slots */
	if (result->final == AT_FINAL_OK && (!hollow || last))
		return stores_chosen(m, store);
	if (value_later(m, result))
		return STEP_LATER;
	if (!hollow && ++m->store_form < ARGUMENT_FORMS)
		return STEP_AGAIN;
	m->store_form = 0;
	m->store_total = -1;
	modem_chose(m, hollow ? "it has no slots" : "refused", "not %s", store);
	if (!last) {
		m->store_row++;
		return STEP_AGAIN;
	}
	if (values_again(m)) {
		m->store_row = 0;
		return STEP_LATER;
	}
	log_event(LOG_WARN, "modem", "no-store", "link=%s", m->name);
	m->stores_refused = true;
	return stores_chosen(m, store);
}

/* News. */

void
modem_news_line(struct modem *m, struct str line)
{
	struct at_arg args;
	if (!at_arg_begin_hurt(&args, line, "+CNMI:"))
		return;
	m->news_fields = 0;
	while (m->news_fields < FIELDS &&
	       at_arg_next_range(&args, &m->news_allowed[m->news_fields]))
		m->news_fields++;
	if (m->news_fields > MT && m->wish.direct == MODEM_DIRECT_AUTO &&
	    !m->quirk->direct)
		m->direct = (m->news_allowed[MT] & 2) == 0 &&
			    (m->news_allowed[MT] & 4) != 0;
}

/* Phase 2+ asks for an acknowledgement of every text that comes directly;
 * left on by somebody else it would stop what is stored too. */
bool
modem_build_service(struct modem *m, char *text, size_t octets)
{
	str_copy(text, octets, m->direct ? STR("AT+CSMS=1") : STR("AT+CSMS=0"));
	return true;
}

enum step_result
modem_service_done(struct modem *m, const struct at_result *result)
{
	m->service_refused = result->final != AT_FINAL_OK;
	m->service = m->direct;
	if (!m->service_refused)
		modem_chose(m,
		    m->direct ? "texts come directly and are confirmed"
			      : "texts are stored, nothing is confirmed",
		    "service %d", m->service);
	return STEP_NEXT;
}

/* Refused: then it is as it is. */
bool
modem_build_service_now(struct modem *m, char *text, size_t octets)
{
	if (m->service_refused)
		m->service = 0;
	str_copy(text, octets, STR("AT+CSMS?"));
	return m->service_refused;
}

void
modem_service_line(struct modem *m, struct str line)
{
	struct at_arg args;
	int64_t now;
	if (at_arg_begin(&args, line, "+CSMS:") &&
	    at_arg_next_number(&args, &now))
		m->service = now == 1;
}

/* 27.005 3.4.4: under +CSMS=1 whatever comes directly waits for +CNMA. */
bool
modem_wants_confirm(const struct modem *m, bool report)
{
	if (m->service != 1 || m->quirk->confirm == QUIRK_CONFIRM_NEITHER)
		return false;
	return !report || m->quirk->confirm == QUIRK_CONFIRM_BOTH;
}

static int
allowed_value(const struct modem *m, int field, int wished)
{
	static const int orders[FIELDS][3] = {
	    {2, 1, 3}, {1, 2, 3}, {0, 0, 0}, {1, 2, 0}, {0, 1, 1}};
	uint64_t allowed = m->news_allowed[field];
	bool stored_lost =
	    m->quirk->report_store != NULL && m->quirk->report_store[0] == '\0';
	if (field == DS && stored_lost && (allowed & 3) != 0)
		allowed &= 3;
	if (field >= m->news_fields || allowed == 0 ||
	    (allowed >> wished & 1) != 0)
		return wished;
	for (int i = 0; i < 3; i++)
		if ((allowed >> orders[field][i] & 1) != 0)
			return orders[field][i];
	return wished;
}

static void
note_tried(struct modem *m, int field, int value)
{
	if (field == 0 || field == MT)
		m->news_tried[field] = value;
	else if (field == DS)
		m->news_tried[2] = value;
}

/* A row of the ladder, each value replaced by one that =? lists; a row of the
 * configuration as it is. */
static void
write_row(
    struct modem *m, const char *row, bool as_it_is, char *text, size_t octets)
{
	struct at_arg args = at_arg_of(str_from(row));
	int most = m->news_fields > 0 && !as_it_is ? m->news_fields : FIELDS;
	int64_t value;
	size_t at = 0;
	m->news_tried[2] = 0;
	for (int i = 0; i < most && at_arg_next_number(&args, &value); i++) {
		if (i == MT && m->direct && !as_it_is)
			value = 2;
		int use =
		    as_it_is ? (int)value : allowed_value(m, i, (int)value);
		int put = snprintf(
		    text + at, octets - at, "%s%d", i > 0 ? "," : "", use);
		at += put > 0 ? (size_t)put : 0;
		note_tried(m, i, use);
	}
}

/* False: every row was refused. */
static bool
next_row(struct modem *m, char *row, size_t octets)
{
	if (m->wish.news[0] != '\0' && !m->news_wish_tried) {
		write_row(m, m->wish.news, true, row, octets);
		return true;
	}
	for (; m->quirk->news[m->news_row] != NULL; m->news_row++) {
		write_row(m, m->quirk->news[m->news_row], false, row, octets);
		if (strcmp(row, m->news_text) != 0)
			return true;
	}
	return false;
}

bool
modem_build_news(struct modem *m, char *text, size_t octets)
{
	char row[sizeof(m->news_text)] = "";
	bool found = next_row(m, row, sizeof(row));
	if (!found && values_again(m)) {
		m->news_row = m->news_refused = 0;
		m->news_wish_tried = false;
		m->news_text[0] = '\0';
		found = next_row(m, row, sizeof(row));
	}
	if (!found) {
		modem_chose(m, "all were refused: the store is listed instead",
		    "no news");
		return false;
	}
	str_copy(m->news_text, sizeof(m->news_text), str_from(row));
	snprintf(text, octets, "AT+CNMI=%s", row);
	return true;
}

static void
news_chosen(struct modem *m)
{
	bool wished = m->wish.news[0] != '\0' && !m->news_wish_tried;
	char why[64] = "the configuration says so";
	memcpy(m->news_set, m->news_tried, sizeof(m->news_set));
	if (!wished && m->news_refused == 0)
		snprintf(why, sizeof(why), "first of the row's ladder");
	else if (!wished)
		snprintf(why, sizeof(why),
		    "first of the ladder that it took; %d refused",
		    m->news_refused);
	modem_chose(m, why, "news %s", m->news_text);
}

enum step_result
modem_news_done(struct modem *m, const struct at_result *result)
{
	if (result->final == AT_FINAL_OK) {
		news_chosen(m);
		return STEP_NEXT;
	}
	if (value_later(m, result)) {
		m->news_text[0] = '\0'; /* the same row once more */
		return STEP_LATER;
	}
	m->news_refused++;
	if (m->wish.news[0] != '\0' && !m->news_wish_tried)
		m->news_wish_tried = true;
	else
		m->news_row++;
	return STEP_AGAIN;
}
