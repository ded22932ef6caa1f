/* assembly - parts of a long text become one text, across restarts.
 *
 * In: one part, as a link gave it.  Out: nothing yet, a repeat, or the text.
 * Parts are rows; when the last one came, they are joined by octets
 * (surrogate pairs and escapes may be cut between parts).  What is still
 * incomplete after a day is handed on as far as it came, with "..." where a
 * part is missing, and marked as incomplete.  A part that comes after that is
 * added to what was shown. */
#ifndef GATEWAY_QUEUE_ASSEMBLY_H
#define GATEWAY_QUEUE_ASSEMBLY_H

#include "base/buf.h"
#include "gateway/store/store_part.h"

#define ASSEMBLY_WAIT_MS (INT64_C(24) * 3600 * 1000)
#define ASSEMBLY_MEMORY_MS (INT64_C(7) * 24 * 3600 * 1000)
#define ASSEMBLY_TEXT_OCTETS (255 * 480)

/* `text` is filled when PART_COMPLETE comes back: then the series is done; and
 * when PART_LATE does: as much as there is of it, the series is done when that
 * is all. */
enum part_taken assembly_take(struct store *store, int64_t link_id,
    int64_t phone_id, const struct msg_in *part, int64_t now_ms,
    struct part_series *series_out, struct buf *text);

/* The parts of an overdue series, joined with "..." for the gaps.  The caller
 * stores it as a message, and says so by store_part_shown(). */
void assembly_give_up(
    struct store *store, const struct part_series *series, struct buf *text);

#endif
