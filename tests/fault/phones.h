/* phones - the buyers and sellers of the kill test: buyer i texts one order,
 * and whoever is asked "… 1 YES 2 NO 3 SOME #K7F" says `yes K7F`, once for
 * each code, as a person would who sees the same question twice.
 *
 * In: simnet's control socket (two connections: one hears every phone's
 * texts, one writes).  Blocks only while writing. */
#ifndef TESTS_FAULT_PHONES_H
#define TESTS_FAULT_PHONES_H

#include <stddef.h>

struct phones;

/* buyers: the most that will order; modems as kit_network() names them. */
struct phones *phones_new(size_t buyers, int modems);
void phones_free(struct phones **phones);

/* The next `count` buyers order; how many texts the network took. */
size_t phones_order(struct phones *phones, size_t count);
size_t phones_ordered(const struct phones *phones);

/* Takes what arrived on the phones within wait_ms and answers it: the number
 * of texts that arrived, -1 when simnet is gone. */
int phones_work(struct phones *phones, int wait_ms);

#endif
