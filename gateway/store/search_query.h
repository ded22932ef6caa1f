/* search_query - a question to the index of words, in the words of SQLite's
 * FTS5.
 *
 * FTS5 answers "begins with" by putting together the lists of every token that
 * begins so, before it gives the first row: for "tom" in ten million texts, a
 * list of millions.  So the index keeps the tokens that there are (table
 * `word`), and a beginning is asked for as the tokens themselves, whose lists
 * are read row by row.  Beginnings of more than SEARCH_QUERY_TERMS tokens ("a",
 * "2547") are left out: what is found is looked at in the store all the same,
 * and a question of nothing else reads the messages instead, where such a
 * beginning is soon met.
 * Each word costs its list for every row: only the first SEARCH_QUERY_WORDS are
 * asked for, so that a page full of words keeps no reader for seconds. */
#ifndef GATEWAY_STORE_SEARCH_QUERY_H
#define GATEWAY_STORE_SEARCH_QUERY_H

#include "base/buf.h"
#include "gateway/store/search.h"

struct db;

#define SEARCH_QUERY_TERMS 512
#define SEARCH_QUERY_WORDS 32
#define SEARCH_QUERY_OCTETS (1 << 16)

/* False: there is nothing in it that narrows a search down.  db has the index
 * attached as `search`. */
bool search_query_write(
    struct buf *out, struct db *db, const struct search_question *question);

#endif
