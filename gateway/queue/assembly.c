#include "gateway/queue/assembly.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "sms/segment.h"

#define GAP "..."

struct gathered {
	struct segment_piece piece[SEGMENT_PARTS_MAX];
	uint8_t data[SEGMENT_PARTS_MAX][SEGMENT_PIECE_OCTETS];
	int last_seq;
};

static enum sms_alphabet
alphabet_of(enum msg_alphabet alphabet)
{
	switch (alphabet) {
	case MSG_GSM7:
		return SMS_GSM7;
	case MSG_8BIT:
		return SMS_8BIT;
	case MSG_UCS2:
		return SMS_UCS2;
	}
	return SMS_GSM7;
}

/* Rows die with the call, so each part is copied to its place. */
static void
gather(void *arg, const struct part_row *row)
{
	struct gathered *g = arg;
	int i = row->seq - 1;
	if (i < 0 || i >= (int)SEGMENT_PARTS_MAX ||
	    row->data.octets > sizeof(g->data[i]))
		return;
	memcpy(g->data[i], row->data.at, row->data.octets);
	g->piece[i].alphabet = alphabet_of(row->alphabet);
	g->piece[i].language =
	    (struct gsm7_language){row->locking, row->single};
	g->piece[i].data = span_of(g->data[i], row->data.octets);
	g->piece[i].missing = false;
	g->last_seq = row->seq;
}

static void
join(struct store *store, int64_t series_id, int total, struct buf *text)
{
	struct gathered *g = xcalloc(1, sizeof(*g));
	for (size_t i = 0; i < SEGMENT_PARTS_MAX; i++)
		g->piece[i].missing = true;
	store_part_each(store, series_id, gather, g);

	/* Runs of parts that came, with a mark where one did not. */
	char *joined = xcalloc(1, SEGMENT_JOIN_OCTETS(SEGMENT_PARTS_MAX));
	for (int i = 0; i < total && !text->full;) {
		int end = i;
		while (end < total && !g->piece[end].missing)
			end++;
		size_t octets = 0;
		if (segment_join(joined, SEGMENT_JOIN_OCTETS(SEGMENT_PARTS_MAX),
			&octets, &g->piece[i], (size_t)(end - i), NULL) == 0)
			buf_add(text, joined, octets);
		if (end < total)
			buf_add_text(text, GAP);
		while (end < total && g->piece[end].missing)
			end++;
		i = end;
	}
	free(joined);
	free(g);
}

enum part_taken
assembly_take(struct store *store, int64_t link_id, int64_t phone_id,
    const struct msg_in *part, int64_t now_ms, struct part_series *series_out,
    struct buf *text)
{
	struct part_key key = {
	    .link_id = link_id,
	    .phone_id = phone_id,
	    .part = part->part,
	};
	enum part_taken taken =
	    store_part_take(store, &key, part, now_ms, series_out);
	if ((taken != PART_COMPLETE && taken != PART_LATE) ||
	    store_failed(store, NULL) != 0)
		return taken;
	join(store, series_out->id, part->part.total, text);
	if (series_out->have == series_out->total)
		store_part_done(store, series_out->id, now_ms);
	return taken;
}

void
assembly_give_up(
    struct store *store, const struct part_series *series, struct buf *text)
{
	join(store, series->id, series->total, text);
}
