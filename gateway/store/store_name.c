#include "gateway/store/store_name.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "gateway/store/search_text.h"
#include "gateway/store/store_inside.h"

#define PLAIN_OCTETS 512
#define FILL_EACH 1000
#define FORM 2 /* of the rows; those of an older one are written anew */

/* -- plain letters --------------------------------------------------------- */

static bool
is_accent(int32_t c)
{
	return c >= 0x300 && c <= 0x36F;
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0xB4 || c == 0x2BB || c == 0x2BC ||
	       c == 0x2018 || c == 0x2019;
}

/* Other scripts' vowels are marks as well: those stay. */
static void
add_plain(struct buf *out, uint32_t c)
{
	utf8proc_int32_t parts[8];
	char encoded[4];
	utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)c,
	    parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);
	for (utf8proc_ssize_t i = 0; i < count && i < 8; i++)
		if (!is_accent(parts[i]))
			buf_add(out, encoded,
			    utf8_put(encoded, (uint32_t)parts[i]));
}

static void
trim(struct buf *line)
{
	struct str kept = str_trim(buf_str(line));
	buf_drop(line, (size_t)(kept.at - line->at));
	line->octets = kept.octets;
	line->at[line->octets] = '\0';
}

/* `apart`: an apostrophe is between two words, else it is left out.  True:
 * there was one. */
static bool
write_plain(struct buf *out, struct str name, bool apart)
{
	char room[PLAIN_OCTETS];
	struct buf letters = buf_over(room, sizeof(room));
	bool met = false;
	size_t used;
	for (; name.octets > 0;
	     name = str_of(name.at + used, name.octets - used)) {
		uint32_t c = utf8_next(name, &used);
		bool apostrophe = is_apostrophe(c);
		met = met || apostrophe;
		if (!apostrophe)
			add_plain(&letters, c);
		else if (apart)
			buf_add_char(&letters, ' ');
	}
	buf_clear(out);
	search_text_line(out, buf_str(&letters));
	trim(out);
	return met;
}

void
store_name_plain(struct buf *out, struct str name)
{
	(void)write_plain(out, name, false);
}

/* -- rows ------------------------------------------------------------------ */

static void
add_row(struct store *store, int64_t person_id, struct str word)
{
	db_run(store->db, "INSERT OR IGNORE INTO person_name VALUES (?1, ?2)",
	    db_str(word), db_int(person_id));
}

static void
drop_row(struct store *store, int64_t person_id, struct str word)
{
	db_run(store->db,
	    "DELETE FROM person_name WHERE word = ?1 AND person_id = ?2",
	    db_str(word), db_int(person_id));
}

static bool
each_word_of(struct store *store, int64_t person_id, const char *name,
    bool apart,
    void (*fn)(struct store *store, int64_t person_id, struct str word))
{
	char room[PLAIN_OCTETS];
	struct buf plain = buf_over(room, sizeof(room));
	bool apostrophe = write_plain(&plain, str_from(name), apart);
	struct str rest = buf_str(&plain);
	for (bool more = rest.octets > 0; more;
	     more = search_text_line_next(&rest))
		fn(store, person_id, rest);
	return apostrophe;
}

/* "Ng'ang'a" is looked for as "nganga", "O'Brien" as "brien". */
static void
each_word(struct store *store, int64_t person_id, const char *name,
    void (*fn)(struct store *store, int64_t person_id, struct str word))
{
	if (each_word_of(store, person_id, name, false, fn))
		(void)each_word_of(store, person_id, name, true, fn);
}

void
store_name_put(
    struct store *store, int64_t person_id, const char *before, const char *now)
{
	if (strcmp(before, now) == 0)
		return;
	each_word(store, person_id, before, drop_row);
	each_word(store, person_id, now, add_row);
}

/* The last id of so many people; 0: there are no more. */
static int64_t
fill_some(struct store *store, int64_t after_id)
{
	int64_t id = 0;
	struct db_query q = db_ask(store->db,
	    "SELECT id, name FROM person WHERE id > ?1 ORDER BY id LIMIT ?2",
	    db_int(after_id), db_int(FILL_EACH));
	while (db_next(&q)) {
		char name[PLAIN_OCTETS];
		id = db_get_int(&q);
		db_get_text(&q, name, sizeof(name));
		each_word(store, id, name, add_row);
	}
	db_end(&q);
	return id;
}

int
store_name_fill(struct store *store, struct err *err)
{
	int64_t id = 0;
	int code;
	if (store_setting_int(store, "names_known", 0) >= FORM)
		return 0;
	db_begin(store->db);
	do
		id = fill_some(store, id);
	while (id != 0);
	store_setting_put_int(store, "names_known", FORM);
	if (db_commit(store->db))
		return 0;
	code = db_failed(store->db, err);
	db_rollback(store->db);
	return code;
}

/* -- finding --------------------------------------------------------------- */

static bool
is_among(const int64_t *ids, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* `behind` is the caller's as long as the query is. */
static struct db_query
ask_rows(struct store *store, struct str start, char behind[PLAIN_OCTETS + 1])
{
	/* No letter has this octet: all that begin so stand before it. */
	memcpy(behind, start.at, start.octets);
	behind[start.octets] = '\xff';
	return db_ask(store->db,
	    "SELECT person_id FROM person_name WHERE word >= ?1 AND word < ?2"
	    " ORDER BY word, person_id LIMIT ?3",
	    db_str(start), db_str(str_of(behind, start.octets + 1)),
	    db_int(NAME_COUNTED));
}

size_t
store_name_find(struct store *store, struct str name, int64_t *ids_out,
    size_t limit, size_t *total_out)
{
	char room[PLAIN_OCTETS], behind[PLAIN_OCTETS + 1];
	struct buf plain = buf_over(room, sizeof(room));
	int64_t found[NAME_COUNTED];
	size_t rows = 0, count = 0;
	*total_out = 0;
	store_name_plain(&plain, name);
	if (plain.octets == 0)
		return 0;
	struct db_query q = ask_rows(store, buf_str(&plain), behind);
	for (; db_next(&q); rows++) {
		int64_t id = db_get_int(&q);
		if (!is_among(found, count, id))
			found[count++] = id;
	}
	db_end(&q);
	*total_out = rows < NAME_COUNTED ? count : NAME_COUNTED;
	count = count < limit ? count : limit;
	memcpy(ids_out, found, count * sizeof(*ids_out));
	return count;
}
