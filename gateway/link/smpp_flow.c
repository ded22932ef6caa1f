#include "gateway/link/smpp_flow.h"

#define PAUSE_FIRST_MS 1000
#define PAUSE_MOST_MS 60000
#define GOOD_AGAIN 32 /* taken in a row: the next pause is a short one */

void
smpp_flow_init(struct smpp_flow *f, size_t most)
{
	*f = (struct smpp_flow){.most = most, .open = most, .threshold = most};
}

size_t
smpp_flow_room(const struct smpp_flow *f, size_t under_way, int64_t mono_ms)
{
	if (mono_ms < f->pause_until_mono_ms || under_way >= f->open)
		return 0;
	return f->open - under_way;
}

void
smpp_flow_taken(struct smpp_flow *f)
{
	if (++f->good >= GOOD_AGAIN)
		f->throttled = 0;
	if (f->open >= f->most)
		return;
	if (f->open < f->threshold) {
		f->open++;
	} else if (++f->taken >= f->open) {
		f->taken = 0;
		f->open++;
	}
}

/* A whole window is thrown back at once: that counts once. */
int64_t
smpp_flow_throttled(struct smpp_flow *f, int64_t mono_ms)
{
	if (mono_ms < f->pause_until_mono_ms)
		return f->pause_until_mono_ms - mono_ms;
	int64_t pause = PAUSE_FIRST_MS;
	for (int i = 0; i < f->throttled && pause < PAUSE_MOST_MS; i++)
		pause *= 2;
	if (pause > PAUSE_MOST_MS)
		pause = PAUSE_MOST_MS;
	f->throttled++;
	f->good = 0;
	f->open = f->open > 1 ? f->open / 2 : 1;
	f->threshold = f->open;
	f->taken = 0;
	f->pause_until_mono_ms = mono_ms + pause;
	return pause;
}

void
smpp_flow_silent(struct smpp_flow *f)
{
	if (f->open > 1)
		f->threshold = f->open / 2;
	f->open = 1;
	f->taken = 0;
}
