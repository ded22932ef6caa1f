#include "tests/gateway/session_kit.h"

#include "gateway/store/store_inside.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_person.h"

static const char *
or_none(const char *text)
{
	return text != NULL ? text : "";
}

int64_t
session_kit_open(struct store *store, const struct session_kit_row *r)
{
	int64_t person_id;
	int64_t phone_id = store_phone_ensure(
	    store, r->number, PARTY_PHONE, r->opened_ms, &person_id);
	int64_t link_id = store_link_ensure(store, r->link, "ussd", "");
	bool over = r->state != SESSION_OPEN && r->state != SESSION_WAIT;
	return db_insert(store->db,
	    "INSERT INTO ussd_session (link_id, ext, mark, phone_id,"
	    " person_id, code, state, reason, opened_ms, seen_ms, closed_ms,"
	    " screen, lang, made) VALUES (?1, 'AT-77', 1, ?2, ?3, '384*96',"
	    " ?4, ?5, ?6, ?6, ?7, 'home', 'sw', ?8)",
	    db_int(link_id), db_int(phone_id), db_int(person_id),
	    db_int(r->state), db_text(or_none(r->reason)), db_int(r->opened_ms),
	    db_int(over ? r->opened_ms + 9000 : 0), db_text(or_none(r->made)));
}

void
session_kit_turn(struct store *store, int64_t session_id, int64_t time_ms,
    const char *input, const char *answer, bool go_on)
{
	int64_t number = 1 + db_number(store->db, 0,
				 "SELECT turns FROM ussd_session WHERE id = ?1",
				 db_int(session_id));
	db_run(store->db,
	    "INSERT INTO ussd_turn (id, time_ms, input, screen_before,"
	    " screen_after, answer, go_on, took_ms) VALUES"
	    " (?1, ?2, ?3, 'home', 'buy', ?4, ?5, 12)",
	    db_int(session_id * 64 + number), db_int(time_ms), db_text(input),
	    db_text(answer), db_int(go_on));
	db_run(store->db,
	    "UPDATE ussd_session SET turns = ?2, seen_ms = ?3 WHERE id = ?1",
	    db_int(session_id), db_int(number), db_int(time_ms));
}
