#include "gateway/store/audit_hash.h"

#include "base/buf.h"

#define ROW_CAP (1 << 24) /* SQLite itself takes no more of ours */

static void
add_number(struct buf *to, uint64_t number)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		buf_add_char(to, (char)(uint8_t)(number >> shift));
}

static void
add_text(struct buf *to, struct str text)
{
	add_number(to, text.octets);
	buf_add_str(to, text);
}

void
audit_hash(uint8_t dst[DIGEST_OCTETS], const uint8_t before[DIGEST_OCTETS],
    const struct audit_hashed *row)
{
	struct buf text = buf_new(ROW_CAP);

	buf_add_text(&text, "furrow audit row 1\n");
	buf_add(&text, before, DIGEST_OCTETS);
	add_number(&text, (uint64_t)row->id);
	add_number(&text, (uint64_t)row->time_ms);
	add_text(&text, row->actor);
	add_text(&text, row->action);
	add_text(&text, row->what);
	/* Too long to be ours: what is cut off still counts by its length. */
	digest_sha256(dst, buf_span(&text));
	buf_free(&text);
}

void
audit_hash_first(uint8_t dst[DIGEST_OCTETS], struct span seed)
{
	char storage[128];
	struct buf text = buf_over(storage, sizeof(storage));

	buf_add_text(&text, "furrow audit seed 1\n");
	buf_add(&text, seed.at, seed.octets);
	digest_sha256(dst, buf_span(&text));
}
