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

static const struct {
	const char *name, *sql, *newest;
} tables[] = {
    BY_ID("person",
	"'id', id, 'name', name, 'lang', lang, 'roles', roles, 'place', place, "
	"'area_id', area_id, 'weight_milli', weight_milli, 'leader_id', "
	"leader_id, 'consent', " TIME("consent_ms") ", 'stopped', " TIME(
	    "stopp"
	    "ed_"
	    "ms") ", 'asked', " TIME("asked_ms") ", 'heard', " TIME("heard_ms") ", 'unread_count', unread_count, 'got_count', "
										"got_count, 'noshow_count', noshow_count, 'phone_id', "
										"phone_id, 'proposal_id', proposal_id, "
										"'created', " TIME(
										    "created_ms") ", 'asked_count', "
												  "asked_count, "
												  "'reliable_milli', "
												  "reliable_milli, "
												  "'still', " TIME(
												      "stil"
												      "l_"
												      "ms") ", 'household_no', household_no, 'ledger_id', ledger_id, 'earned', " TIME("earned_ms"),
	"id = ?1"),
    BY_ID("phone",
	"'id', id, 'number', number, 'kind', kind, 'person_id', person_id, "
	"'created', " TIME("created_ms") ", 'people', people",
	"id IN " PHONES),
    WHOLE("phone_person",
	"'phone_id', phone_id, 'person_id', person_id, 'since', " TIME(
	    "since_ms") ", 'left', " TIME("left_ms"),
	"person_id = ?1"),
    BY_ID("phone_route",
	"'phone_id', phone_id, 'link_id', link_id, 'operator', operator",
	"phone_id IN " PHONES),
    BY_ID("robot",
	"'phone_id', phone_id, 'caught', " TIME("caught_ms") ", 'until', " TIME(
	    "until_ms") ", 'times', times, 'message_id', message_id",
	"phone_id IN " PHONES),
    BY_ID("proof",
	"'phone_id', phone_id, 'word', word, 'message_id', message_id, "
	"'asked', " TIME(
	    "asked_ms") ", 'tries', tries, 'asked_count', asked_count",
	"phone_id IN " PHONES),
    WHOLE("replaceable",
	"'phone_id', phone_id, 'type', type, 'message_id', message_id",
	"phone_id IN " PHONES),
    BY_ID("report_kept",
	"'id', id, 'phone_id', phone_id, 'link_id', link_id, 'mr', mr, "
	"'report', report, 'code', code, 'time', " TIME("time_ms"),
	"phone_id IN " PHONES),
    WHOLE("person_weight", "'person_id', person_id, 'set_id', set_id",
	"person_id = ?1"),
    BY_ID("pin",
	"'person_id', person_id, 'wrong', wrong, 'locked', " TIME("locked_ms"),
	"person_id = ?1"),
    WHOLE("bought",
	"'person_id', person_id, 'product', product, 'unit', unit, 'most', "
	"most",
	"person_id = ?1"),
    WHOLE("promoter",
	"'code', code, 'person_id', person_id, 'permille', permille",
	"person_id = ?1"),
    BY_ID("consent",
	"'id', id, 'kind', kind, 'person_id', person_id, 'phone_id', phone_id, "
	"'decider_id', decider_id, 'officer_id', officer_id, 'asked', " TIME(
	    "asked_ms") ", 'asked_message_id', asked_message_id, "
			"'answered', " TIME("answered_ms") ", "
							   "'answered_message_"
							   "id', "
							   "answered_message_"
							   "id, 'answer', "
							   "answer",
	"person_id = ?1 OR decider_id = ?1 OR officer_id = ?1"),
    BY_ID("message",
	"'id', id, 'prev_id', prev_id, 'time', " TIME(
	    "time_ms") ", 'out', "
		       "out, "
		       "'state', "
		       "state, "
		       "'phone_id', "
		       "phone_id, "
		       "'person_id', "
		       "person_id, "
		       "'link_id', "
		       "link_id, "
		       "'order_id', "
		       "order_id, "
		       "'cause_id', "
		       "cause_id, "
		       "'stamp',"
		       " " TIME(
			   "stam"
			   "p_"
			   "ms") ", 'changed', " TIME("changed_"
						      "ms") ", "
							    "'la"
							    "ne'"
							    ", "
							    "lan"
							    "e, "
							    "'pi"
							    "n_"
							    "id'"
							    ", "
							    "pin"
							    "_id"
							    ", "
							    "'cl"
							    "ass"
							    "', "
							    "cla"
							    "ss,"
							    " '"
							    "que"
							    "sti"
							    "on'"
							    ", "
							    "que"
							    "sti"
							    "on,"
							    " '"
							    "rep"
							    "eat"
							    "ed'"
							    ", "
							    "rep"
							    "eat"
							    "ed,"
							    " '"
							    "sub"
							    "jec"
							    "t',"
							    " su"
							    "bje"
							    "ct,"
							    " '"
							    "sub"
							    "jec"
							    "t_"
							    "id'"
							    ", "
							    "sub"
							    "jec"
							    "t_"
							    "id,"
							    " '"
							    "due"
							    "',"
							    " " TIME("due_ms") ", 'stale', " TIME("stale_ms") ", 'first', " TIME(
								"first_ms") ", "
									    "'t"
									    "ri"
									    "es"
									    "',"
									    " t"
									    "ri"
									    "es"
									    ", "
									    "'p"
									    "ar"
									    "ts"
									    "_t"
									    "ot"
									    "al"
									    "',"
									    " p"
									    "ar"
									    "ts"
									    "_t"
									    "ot"
									    "al"
									    ", "
									    "'p"
									    "ar"
									    "ts"
									    "_d"
									    "on"
									    "e'"
									    ", "
									    "pa"
									    "rt"
									    "s_"
									    "do"
									    "ne"
									    ", "
									    "'c"
									    "od"
									    "e'"
									    ", "
									    "co"
									    "de"
									    ", "
									    "'w"
									    "hy"
									    "',"
									    " w"
									    "hy"
									    ", "
									    "'t"
									    "ex"
									    "t'"
									    ", "
									    "te"
									    "xt"
									    ", "
									    "'i"
									    "dl"
									    "e'"
									    ", "
									    "id"
									    "le"
									    ", "
									    "'k"
									    "in"
									    "d'"
									    ", "
									    "ki"
									    "nd"
									    ", "
									    "'m"
									    "r'"
									    ", "
									    "m"
									    "r",
	"person_id = ?1 OR (person_id = 0 AND phone_id IN " PHONES ")"),
    BY_ID("message_raw", "'message_id', message_id, 'raw', hex(raw)",
	"EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND "
	"(m.person_id = ?1 OR (m.person_id = 0 AND m.phone_id IN " PHONES
	")))"),
    BY_ID("part_series",
	"'id', id, 'phone_id', phone_id, 'link_id', link_id, 'ref', ref, "
	"'wide', wide, 'total', total, 'have', have, 'first', " TIME(
	    "first_ms") ", 'done', " TIME("done_ms") ", 'stamp', " TIME("stamp_"
									"ms") ", 'message_id', "
									      "message_id",
	"phone_id IN " PHONES),
    WHOLE("part",
	"'series_id', series_id, 'seq', seq, 'alphabet', alphabet, 'data', "
	"hex(data), 'text', text",
	"EXISTS (SELECT 1 FROM part_series s WHERE s.id = series_id AND "
	"s.phone_id IN " PHONES ")"),
    BY_ID("question",
	"'id', id, 'phone_id', phone_id, 'person_id', person_id, 'kind', kind, "
	"'order_id', order_id, 'created', " TIME("created_ms") ", 'due', " TIME(
	    "due_ms") ", 'open', open, 'payload', payload",
	"person_id = ?1"),
    BY_ID("feedback",
	"'id', id, 'person_id', person_id, 'phone_id', phone_id, 'area_id', "
	"area_id, 'message_id', message_id, 'officer_id', officer_id, "
	"'time', " TIME("time_ms") ", 'answered', " TIME(
	    "answered_ms") ", 'closed', " TIME("closed_ms") ", 'reminded', "
							    "reminded",
	"person_id = ?1 OR officer_id = ?1"),
    BY_ID("order_",
	"'id', id, 'code', code, 'buyer_id', buyer_id, 'phone_id', phone_id, "
	"'message_id', message_id, 'created', " TIME(
	    "created_ms") ", "
			  "'changed',"
			  " " TIME("ch"
				   "an"
				   "ge"
				   "d_"
				   "m"
				   "s") ", 'closed', " TIME("closed_"
							    "ms") ","
								  " "
								  "'"
								  "p"
								  "l"
								  "a"
								  "c"
								  "e"
								  "'"
								  ","
								  " "
								  "p"
								  "l"
								  "a"
								  "c"
								  "e"
								  ","
								  " "
								  "'"
								  "d"
								  "a"
								  "y"
								  "'"
								  ","
								  " "
								  "d"
								  "a"
								  "y"
								  ","
								  " "
								  "'"
								  "o"
								  "n"
								  "_"
								  "b"
								  "e"
								  "h"
								  "a"
								  "l"
								  "f"
								  "'"
								  ","
								  " "
								  "o"
								  "n"
								  "_"
								  "b"
								  "e"
								  "h"
								  "a"
								  "l"
								  "f",
	"buyer_id = ?1"),
    BY_ID("line",
	"'id', id, 'product', product, 'unit', unit, 'qty_milli', qty_milli, "
	"'unit_grams', unit_grams, 'price_max_minor', price_max_minor, "
	"'price_minor', price_minor, 'state', state, 'seller_id', seller_id, "
	"'offer_id', offer_id, 'proposal_id', proposal_id, 'hold_milli', "
	"hold_milli, 'accepted_milli', accepted_milli, 'payment', payment, "
	"'paid_minor', paid_minor, 'done', " TIME("done_ms") ", 'got', " TIME("got_ms") ", 'settled', " TIME(
	    "settled_ms") ", 'created', " TIME("created_ms") ", "
							     "'changed', " TIME(
								 "changed_ms") ", 'event_id', event_id, 'asked_count', asked_count, 'ledger_id', ledger_id",
	"seller_id = ?1 OR EXISTS (SELECT 1 FROM order_ o WHERE o.id = line.id "
	"/ 64 AND o.buyer_id = ?1)"),
    BY_ID("proposal",
	"'id', id, 'line_id', line_id, 'prev_id', prev_id, 'seller_id', "
	"seller_id, 'phone_id', phone_id, 'offer_id', offer_id, 'state', "
	"state, 'qty_milli', qty_milli, 'price_minor', price_minor, "
	"'hold_milli', hold_milli, 'message_id', message_id, 'asked', " TIME(
	    "a"
	    "s"
	    "k"
	    "e"
	    "d"
	    "_"
	    "m"
	    "s") ", 'sent', " TIME("sent_ms") ", 'due', " TIME("due_ms") ", "
									 "'answ"
									 "ered'"
									 ","
									 " " TIME(
									     "a"
									     "n"
									     "s"
									     "w"
									     "e"
									     "r"
									     "e"
									     "d"
									     "_"
									     "m"
									     "s") ", 'reminded', reminded, 'reason', reason, 'charge', charge",
	"seller_id = ?1"),
    BY_ID("line_event",
	"'id', id, 'line_id', line_id, 'prev_id', prev_id, 'time', " TIME(
	    "time_ms") ", 'from_state', from_state, 'to_state', to_state, "
		       "'by_whom', by_whom, 'person_id', person_id, "
		       "'message_id', message_id, 'text', text",
	"person_id = ?1"),
    BY_ID("offer",
	"'id', id, 'seller_id', seller_id, 'product', product, 'unit', unit, "
	"'price_minor', price_minor, 'stock_milli', stock_milli, 'held_milli', "
	"held_milli, 'unit_grams', unit_grams, 'grade', grade, 'from', " TIME(
	    "from_ms") ", 'until', " TIME("until_ms") ", 'closed', closed, "
						      "'turn_key', turn_key, "
						      "'created', " TIME(
							  "creat"
							  "ed_"
							  "ms") ", "
								"'changed',"
								" " TIME(
								    "chang"
								    "ed_"
								    "ms") ", "
									  "'are"
									  "a_"
									  "no',"
									  " "
									  "area"
									  "_"
									  "no, "
									  "'out"
									  "',"
									  " out"
									  ", "
									  "'sal"
									  "e_"
									  "id',"
									  " "
									  "sale"
									  "_"
									  "id, "
									  "'tak"
									  "en"
									  "', "
									  "take"
									  "n",
	"seller_id = ?1"),
    BY_ID("ledger",
	"'id', id, 'line_id', line_id, 'person_id', person_id, 'kind', kind, "
	"'amount_minor', amount_minor, 'message_id', message_id, 'time', " TIME(
	    "time_ms") ", 'product', product, 'unit', unit, 'qty_milli', "
		       "qty_milli, 'grams', grams, 'currency', currency, "
		       "'area_id', area_id, 'marked', marked, 'buyer_id', "
		       "buyer_id, 'offer_id', offer_id, 'ordered', " TIME(
			   "orde"
			   "red_"
			   "ms") ", 'reverses', reverses, 'first', first, "
				 "'prev_id', prev_id, 'line_prev_id', "
				 "line_prev_id",
	"person_id = ?1 OR buyer_id = ?1"),
    BY_ID("lot",
	"'id', id, 'offer_id', offer_id, 'leader_id', leader_id, "
	"'household_id', household_id, 'terms', terms, 'price_minor', "
	"price_minor, 'rate', rate, 'left_milli', left_milli",
	"leader_id = ?1 OR household_id = ?1"),
    BY_ID("took",
	"'id', id, 'leader_id', leader_id, 'household_id', household_id, "
	"'lot_id', lot_id, 'product', product, 'unit', unit, 'qty_milli', "
	"qty_milli, 'lot_milli', lot_milli, 'grade', grade, 'terms', terms, "
	"'price_minor', price_minor, 'rate', rate, 'due_minor', due_minor, "
	"'message_id', message_id, 'time', " TIME(
	    "time_ms") ", 'undone', " TIME("undone_ms"),
	"leader_id = ?1 OR household_id = ?1"),
    WHOLE("share",
	"'line_id', line_id, 'household_id', household_id, 'lot_id', lot_id, "
	"'leader_id', leader_id, 'qty_milli', qty_milli, 'grade', grade, "
	"'state', state, 'price_minor', price_minor, 'lot_milli', lot_milli, "
	"'offer_id', offer_id, 'hold_milli', hold_milli, 'time', " TIME(
	    "time_ms"),
	"leader_id = ?1 OR household_id = ?1"),
    WHOLE("pool_given",
	"'leader_id', leader_id, 'product', product, 'unit', unit, "
	"'household_id', household_id, 'given', given",
	"leader_id = ?1 OR household_id = ?1"),
    BY_ID("sale",
	"'id', id, 'code', code, 'opener_id', opener_id, 'message_id', "
	"message_id, 'product', product, 'unit', unit, 'price_minor', "
	"price_minor, 'cap_milli', cap_milli, 'from', " TIME(
	    "from_ms") ", 'until', " TIME("until_ms") ", 'state', state, "
						      "'orders', orders, "
						      "'sold_milli', "
						      "sold_milli, "
						      "'sum_minor', sum_minor, "
						      "'waiting', waiting, "
						      "'wait_last', wait_last, "
						      "'created', " TIME(
							  "creat"
							  "ed_"
							  "ms") ", "
								"'changed',"
								" " TIME(
								    "chang"
								    "ed_"
								    "ms") ", "
									  "'end"
									  "ed',"
									  " " TIME(
									      "ended_ms"),
	"opener_id = ?1"),
    BY_ID("sale_part",
	"'id', id, 'seller_id', seller_id, 'offer_id', offer_id, 'orders', "
	"orders, 'sold_milli', sold_milli, 'sum_minor', sum_minor, 'told', "
	"told",
	"EXISTS (SELECT 1 FROM offer o WHERE o.id = offer_id AND o.seller_id = "
	"?1)"),
    BY_ID("sale_line",
	"'line_id', line_id, 'part_id', part_id, 'buyer_id', buyer_id, "
	"'promoter_id', promoter_id, 'qty_milli', qty_milli, 'sum_minor', "
	"sum_minor, 'gone', gone",
	"buyer_id = ?1 OR promoter_id = ?1"),
    WHOLE("sale_promoter",
	"'sale_id', sale_id, 'person_id', person_id, 'orders', orders, "
	"'sum_minor', sum_minor",
	"person_id = ?1"),
    WHOLE("sale_wait",
	"'sale_id', sale_id, 'number', number, 'buyer_id', buyer_id, "
	"'phone_id', phone_id, 'message_id', message_id, 'promoter_id', "
	"promoter_id, 'qty_milli', qty_milli, 'unit', unit, 'need_milli', "
	"need_milli",
	"buyer_id = ?1 OR promoter_id = ?1"),
    WHOLE("follow",
	"'topic', topic, 'person_id', person_id, 'phone_id', phone_id, "
	"'created', " TIME("created_ms"),
	"person_id = ?1"),
    WHOLE("console_user",
	"'name', name, 'role', role, 'language', language, 'made', " TIME(
	    "made_ms") ", 'person_id', person_id",
	"person_id = ?1 AND person_id <> 0"),
    WHOLE("budget_phone",
	"'link_id', link_id, 'month', " TIME(
	    "month_ms") ", 'phone_id', phone_id",
	"phone_id IN " PHONES),
    BY_ID("ussd_session",
	"'id', id, 'link_id', link_id, 'ext', ext, 'phone_id', phone_id, "
	"'person_id', person_id, 'code', code, 'dial', dial, 'network', "
	"network, 'state', state, 'reason', reason, 'opened', " TIME(
	    "opened_ms") ", 'seen', " TIME("seen_ms") ", 'closed', " TIME("clos"
									  "ed_"
									  "ms") ", 'turns', turns, 'last_text', last_text, 'screen', screen, 'vars', vars, 'bad', bad, 'page', page, 'token', token, 'lang', lang, 'resumable', resumable, 'made', made",
	"person_id = ?1 OR (person_id = 0 AND phone_id IN " PHONES ")"),
    BY_ID("ussd_turn",
	"'id', id, 'time', " TIME(
	    "time_ms") ", 'turn_key', turn_key, 'input', input, "
		       "'screen_before', screen_before, 'screen_after', "
		       "screen_after, 'answer', answer, 'go_on', go_on, "
		       "'took_ms', took_ms, 'message_id', message_id",
	"EXISTS (SELECT 1 FROM ussd_session s WHERE s.id = ussd_turn.id / 64 "
	"AND (s.person_id = ?1 OR (s.person_id = 0 AND s.phone_id IN " PHONES
	")))"),
    BY_ID("erasure",
	"'id', id, 'person_id', person_id, 'stage', stage, 'place', place, "
	"'upto', upto, 'begun', " TIME("begun_ms") ", 'ended', " TIME(
	    "ended_ms") ", 'texts', texts, 'quotes', quotes",
	"person_id = ?1"),
    BY_ID("audit",
	"'id', id, 'time', " TIME(
	    "time_ms") ", 'actor', actor, 'action', action, 'what', what",
	"(what || ' ') GLOB '*person ' || ?1 || '[^0-9]*'"),
};

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
