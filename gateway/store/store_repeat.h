/* store_repeat - the network's second copies of texts, for seven days.
 *
 * Networks and modems give a text two to eight times, hours or days later:
 * with the same stamp of the service centre, so with the same TPDU.  A person
 * who says the same again is stamped anew.
 * Asking the phone's chain for each text would cost more with each text of a
 * busy phone, so the hashes of the last hundred thousand and more are kept in
 * memory; nearly always they answer "never seen".  A hash that is there sends
 * us to the chain, which decides: the memory may hold what was rolled back.
 * What is older than the memory is looked for among the phone's newest 32.
 * Filled at the start from the newest rows.  2 MiB. */
#ifndef GATEWAY_STORE_STORE_REPEAT_H
#define GATEWAY_STORE_STORE_REPEAT_H

#include <stdbool.h>
#include <stdint.h>

struct store;

#define STORE_REPEAT_MS (INT64_C(7) * 24 * 3600 * 1000)
#define STORE_REPEAT_TEXTS 98304 /* are remembered at least */

struct repeat_memory;

/* Memory of its own, for the tests: notes a hash that came at that time. */
struct repeat_memory *repeat_memory_new(void);
void repeat_memory_free(struct repeat_memory **memory);
void repeat_memory_note(
    struct repeat_memory *memory, uint64_t hash, int64_t time_ms);
/* False: it came not since repeat_memory_since() (0: ever). */
bool repeat_memory_has(const struct repeat_memory *memory, uint64_t hash);
int64_t repeat_memory_since(const struct repeat_memory *memory);

/* For store.c and store_message.c. */
void store_repeat_init(struct store *store);
void store_repeat_free(struct store *store);
void store_repeat_note(struct store *store, uint64_t hash, int64_t time_ms);

/* The inbound message of that hash that the phone sent in the last seven days,
 * with a stamp of the service centre.  0: none. */
int64_t store_message_find_repeat(struct store *store, int64_t phone_id,
    uint64_t hash, int64_t stamp_ms, int64_t now_ms);
/* The same of texts without a stamp, which a peer gives again because he did
 * not see our answer: the newest of them, if it came in [since_ms, before_ms);
 * one that came after that was the copy already, and this is the person's own
 * wish.  Only of the last hundred thousand.  0: none. */
int64_t store_message_find_again(struct store *store, int64_t phone_id,
    uint64_t hash, int64_t since_ms, int64_t before_ms);

#endif
