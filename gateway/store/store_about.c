#include "gateway/store/store_about.h"

#include <string.h>

#include "gateway/store/store_inside.h"

/* Phones that are theirs now, or were. */
#define PHONES                                                                 \
	"(SELECT id FROM phone WHERE person_id = ?1 UNION"                     \
	" SELECT phone_id FROM phone_person WHERE person_id = ?1)"
#define TIME(column)                                                           \
	"iif(" column " = 0, NULL, strftime('%Y-%m-%dT%H:%M:%SZ', " column     \
	" / 1000, 'unixepoch'))"

/* Tables that have a row's id, and small ones that do not. */
#define BY_ID(table, columns, where)                                           \
	{                                                                      \
		table,                                                         \
		    "SELECT json_object(" columns ") FROM " table              \
		    " WHERE " table ".rowid > ?2 AND " table                   \
		    ".rowid <= ?3 AND (" where ")",                            \
		    "SELECT max(rowid) FROM " table                            \
	}
#define WHOLE(table, columns, where)                                           \
	{                                                                      \
		table,                                                         \
		    "SELECT json_object(" columns ") FROM " table              \
		    " WHERE ?2 <= ?3 AND (" where ")",                         \
		    NULL                                                       \
	}

/* The columns of a row: the first, others, and those that are told by another
 * name or as a time. */
#define KEY(name) "'" #name "', " #name
#define COL(name) ", '" #name "', " #name
#define AS(key, column) ", '" #key "', " #column
#define AT(key, column) ", '" #key "', " TIME(#column)

/* clang-format off */
static const struct {
	const char *name, *sql, *newest;
} tables[] = {
    BY_ID("person",
	KEY(id) COL(name) COL(lang) COL(roles) COL(place) COL(area_id)
	COL(weight_milli) COL(leader_id) AT(consent, consent_ms)
	AT(stopped, stopped_ms) AT(asked, asked_ms) AT(heard, heard_ms)
	COL(unread_count) COL(got_count) COL(noshow_count) COL(phone_id)
	COL(proposal_id) AT(created, created_ms) COL(asked_count)
	COL(reliable_milli) AT(still, still_ms) COL(household_no) COL(ledger_id)
	AT(earned, earned_ms),
	"id = ?1"),
    BY_ID("phone",
	KEY(id) COL(number) COL(kind) COL(person_id) AT(created, created_ms)
	COL(people),
	"id IN " PHONES),
    WHOLE("phone_person",
	KEY(phone_id) COL(person_id) AT(since, since_ms) AT(left, left_ms),
	"person_id = ?1"),
    BY_ID("phone_route",
	KEY(phone_id) COL(link_id) COL(operator),
	"phone_id IN " PHONES),
    BY_ID("robot",
	KEY(phone_id) AT(caught, caught_ms) AT(until, until_ms) COL(times)
	COL(message_id),
	"phone_id IN " PHONES),
    BY_ID("proof",
	KEY(phone_id) COL(word) COL(message_id) AT(asked, asked_ms) COL(tries)
	COL(asked_count),
	"phone_id IN " PHONES),
    WHOLE("replaceable",
	KEY(phone_id) COL(type) COL(message_id),
	"phone_id IN " PHONES),
    BY_ID("report_kept",
	KEY(id) COL(phone_id) COL(link_id) COL(mr) COL(report) COL(code)
	AT(time, time_ms),
	"phone_id IN " PHONES),
    WHOLE("person_weight",
	KEY(person_id) COL(set_id),
	"person_id = ?1"),
    BY_ID("pin",
	KEY(person_id) COL(wrong) AT(locked, locked_ms),
	"person_id = ?1"),
    WHOLE("bought",
	KEY(person_id) COL(product) COL(unit) COL(most),
	"person_id = ?1"),
    WHOLE("promoter",
	KEY(code) COL(person_id) COL(permille),
	"person_id = ?1"),
    BY_ID("consent",
	KEY(id) COL(kind) COL(person_id) COL(phone_id) COL(decider_id)
	COL(officer_id) AT(asked, asked_ms) COL(asked_message_id)
	AT(answered, answered_ms) COL(answered_message_id) COL(answer),
	"person_id = ?1 OR decider_id = ?1 OR officer_id = ?1"),
    BY_ID("message",
	KEY(id) COL(prev_id) AT(time, time_ms) COL(out) COL(state) COL(phone_id)
	COL(person_id) COL(link_id) COL(order_id) COL(cause_id)
	AT(stamp, stamp_ms) AT(changed, changed_ms) COL(lane) COL(pin_id)
	COL(class) COL(question) COL(repeated) COL(subject) COL(subject_id)
	AT(due, due_ms) AT(stale, stale_ms) AT(first, first_ms) COL(tries)
	COL(parts_total) COL(parts_done) COL(code) COL(why) COL(text) COL(idle)
	COL(kind) COL(mr),
	"person_id = ?1 OR (person_id = 0 AND phone_id IN " PHONES ")"),
    BY_ID("message_raw",
	KEY(message_id) AS(raw, hex(raw)),
	"EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND "
	"(m.person_id = ?1 OR (m.person_id = 0 AND m.phone_id IN " PHONES ")))"),
    BY_ID("part_series",
	KEY(id) COL(phone_id) COL(link_id) COL(ref) COL(wide) COL(total)
	COL(have) AT(first, first_ms) AT(done, done_ms) AT(stamp, stamp_ms)
	COL(message_id),
	"phone_id IN " PHONES),
    WHOLE("part",
	KEY(series_id) COL(seq) COL(alphabet) AS(data, hex(data)) COL(text),
	"EXISTS (SELECT 1 FROM part_series s WHERE s.id = series_id AND "
	"s.phone_id IN " PHONES ")"),
    BY_ID("question",
	KEY(id) COL(phone_id) COL(person_id) COL(kind) COL(order_id)
	AT(created, created_ms) AT(due, due_ms) COL(open) COL(payload),
	"person_id = ?1"),
    BY_ID("feedback",
	KEY(id) COL(person_id) COL(phone_id) COL(area_id) COL(message_id)
	COL(officer_id) AT(time, time_ms) AT(answered, answered_ms)
	AT(closed, closed_ms) COL(reminded),
	"person_id = ?1 OR officer_id = ?1"),
    BY_ID("order_",
	KEY(id) COL(code) COL(buyer_id) COL(phone_id) COL(message_id)
	AT(created, created_ms) AT(changed, changed_ms) AT(closed, closed_ms)
	COL(place) COL(day) COL(on_behalf),
	"buyer_id = ?1"),
    BY_ID("line",
	KEY(id) COL(product) COL(unit) COL(qty_milli) COL(unit_grams)
	COL(price_max_minor) COL(price_minor) COL(state) COL(seller_id)
	COL(offer_id) COL(proposal_id) COL(hold_milli) COL(accepted_milli)
	COL(payment) COL(paid_minor) AT(done, done_ms) AT(got, got_ms)
	AT(settled, settled_ms) AT(created, created_ms) AT(changed, changed_ms)
	COL(event_id) COL(asked_count) COL(ledger_id),
	"seller_id = ?1 OR EXISTS (SELECT 1 FROM order_ o WHERE o.id = "
	"line.id / 64 AND o.buyer_id = ?1)"),
    BY_ID("proposal",
	KEY(id) COL(line_id) COL(prev_id) COL(seller_id) COL(phone_id)
	COL(offer_id) COL(state) COL(qty_milli) COL(price_minor) COL(hold_milli)
	COL(message_id) AT(asked, asked_ms) AT(sent, sent_ms) AT(due, due_ms)
	AT(answered, answered_ms) COL(reminded) COL(reason) COL(charge),
	"seller_id = ?1"),
    BY_ID("line_event",
	KEY(id) COL(line_id) COL(prev_id) AT(time, time_ms) COL(from_state)
	COL(to_state) COL(by_whom) COL(person_id) COL(message_id) COL(text),
	"person_id = ?1"),
    BY_ID("offer",
	KEY(id) COL(seller_id) COL(product) COL(unit) COL(price_minor)
	COL(stock_milli) COL(held_milli) COL(unit_grams) COL(grade)
	AT(from, from_ms) AT(until, until_ms) COL(closed) COL(turn_key)
	AT(created, created_ms) AT(changed, changed_ms) COL(area_no) COL(out)
	COL(sale_id) COL(taken),
	"seller_id = ?1"),
    BY_ID("ledger",
	KEY(id) COL(line_id) COL(person_id) COL(kind) COL(amount_minor)
	COL(message_id) AT(time, time_ms) COL(product) COL(unit) COL(qty_milli)
	COL(grams) COL(currency) COL(area_id) COL(marked) COL(buyer_id)
	COL(offer_id) AT(ordered, ordered_ms) COL(reverses) COL(first)
	COL(prev_id) COL(line_prev_id),
	"person_id = ?1 OR buyer_id = ?1"),
    BY_ID("lot",
	KEY(id) COL(offer_id) COL(leader_id) COL(household_id) COL(terms)
	COL(price_minor) COL(rate) COL(left_milli),
	"leader_id = ?1 OR household_id = ?1"),
    BY_ID("took",
	KEY(id) COL(leader_id) COL(household_id) COL(lot_id) COL(product)
	COL(unit) COL(qty_milli) COL(lot_milli) COL(grade) COL(terms)
	COL(price_minor) COL(rate) COL(due_minor) COL(message_id)
	AT(time, time_ms) AT(undone, undone_ms),
	"leader_id = ?1 OR household_id = ?1"),
    WHOLE("share",
	KEY(line_id) COL(household_id) COL(lot_id) COL(leader_id) COL(qty_milli)
	COL(grade) COL(state) COL(price_minor) COL(lot_milli) COL(offer_id)
	COL(hold_milli) AT(time, time_ms),
	"leader_id = ?1 OR household_id = ?1"),
    WHOLE("pool_given",
	KEY(leader_id) COL(product) COL(unit) COL(household_id) COL(given),
	"leader_id = ?1 OR household_id = ?1"),
    BY_ID("sale",
	KEY(id) COL(code) COL(opener_id) COL(message_id) COL(product) COL(unit)
	COL(price_minor) COL(cap_milli) AT(from, from_ms) AT(until, until_ms)
	COL(state) COL(orders) COL(sold_milli) COL(sum_minor) COL(waiting)
	COL(wait_last) AT(created, created_ms) AT(changed, changed_ms)
	AT(ended, ended_ms),
	"opener_id = ?1"),
    BY_ID("sale_part",
	KEY(id) COL(seller_id) COL(offer_id) COL(orders) COL(sold_milli)
	COL(sum_minor) COL(told),
	"EXISTS (SELECT 1 FROM offer o WHERE o.id = offer_id AND "
	"o.seller_id = ?1)"),
    BY_ID("sale_line",
	KEY(line_id) COL(part_id) COL(buyer_id) COL(promoter_id) COL(qty_milli)
	COL(sum_minor) COL(gone),
	"buyer_id = ?1 OR promoter_id = ?1"),
    WHOLE("sale_promoter",
	KEY(sale_id) COL(person_id) COL(orders) COL(sum_minor),
	"person_id = ?1"),
    WHOLE("sale_wait",
	KEY(sale_id) COL(number) COL(buyer_id) COL(phone_id) COL(message_id)
	COL(promoter_id) COL(qty_milli) COL(unit) COL(need_milli),
	"buyer_id = ?1 OR promoter_id = ?1"),
    WHOLE("follow",
	KEY(topic) COL(person_id) COL(phone_id) AT(created, created_ms),
	"person_id = ?1"),
    WHOLE("console_user",
	KEY(name) COL(role) COL(language) AT(made, made_ms) COL(person_id),
	"person_id = ?1 AND person_id <> 0"),
    WHOLE("budget_phone",
	KEY(link_id) AT(month, month_ms) COL(phone_id),
	"phone_id IN " PHONES),
    BY_ID("ussd_session",
	KEY(id) COL(link_id) COL(ext) COL(phone_id) COL(person_id) COL(code)
	COL(dial) COL(network) COL(state) COL(reason) AT(opened, opened_ms)
	AT(seen, seen_ms) AT(closed, closed_ms) COL(turns) COL(last_text)
	COL(screen) COL(vars) COL(bad) COL(page) COL(token) COL(lang)
	COL(resumable) COL(made),
	"person_id = ?1 OR (person_id = 0 AND phone_id IN " PHONES ")"),
    BY_ID("ussd_turn",
	KEY(id) AT(time, time_ms) COL(turn_key) COL(input) COL(screen_before)
	COL(screen_after) COL(answer) COL(go_on) COL(took_ms) COL(message_id),
	"EXISTS (SELECT 1 FROM ussd_session s WHERE s.id = ussd_turn.id / "
	"64 AND (s.person_id = ?1 OR (s.person_id = 0 AND s.phone_id IN " PHONES
	")))"),
    WHOLE("unknown_word",
	KEY(word) COL(lang) COL(count) AT(first, first_ms) AT(last, last_ms)
	COL(message_id),
	"person_id = ?1 OR (person_id = 0 AND phone_id IN " PHONES ")"),
    BY_ID("erasure",
	KEY(id) COL(person_id) COL(stage) COL(place) COL(upto)
	AT(begun, begun_ms) AT(ended, ended_ms) COL(texts) COL(quotes),
	"person_id = ?1"),
    BY_ID("audit",
	KEY(id) AT(time, time_ms) COL(actor) COL(action) COL(what),
	"(what || ' ') GLOB '*person ' || ?1 || '[^0-9]*'"),
};
/* clang-format on */

#define TABLES (sizeof(tables) / sizeof(tables[0]))

const char *
store_about_table(size_t i)
{
	return i < TABLES ? tables[i].name : NULL;
}

int
store_about_find(const char *name)
{
	for (size_t i = 0; i < TABLES; i++)
		if (strcmp(tables[i].name, name) == 0)
			return (int)i;
	return -1;
}

bool
store_about_archived(size_t i)
{
	return strcmp(tables[i].name, "message") == 0 ||
	       strcmp(tables[i].name, "message_raw") == 0;
}

int64_t
store_about(struct store *store, size_t i, int64_t person_id, int64_t after_id,
    void (*fn)(void *arg, struct str json), void *arg)
{
	int64_t until = after_id + STORE_ABOUT_LOOK, newest = 0;
	struct db_query q;

	if (tables[i].newest != NULL)
		newest =
		    db_number_with(store->db, 0, tables[i].newest, NULL, 0);
	q = db_ask_with(store->db, tables[i].sql,
	    DB_VALUES(db_int(person_id), db_int(after_id), db_int(until)));
	while (db_next(&q))
		fn(arg, db_get_str(&q));
	db_end(&q);
	return until < newest ? until : 0;
}
