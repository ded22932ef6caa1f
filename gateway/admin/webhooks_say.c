/* webhooks_say - the alarms' words.  Pure. */
#include <inttypes.h>
#include <stdio.h>

#include "base/buf.h"
#include "gateway/admin/webhooks.h"

/* The first one's, and how many more there are: it has to fit one text. */
static void
add_more(struct buf *to, int more)
{
	if (more > 0)
		buf_add_format(to, "; and %d more", more);
}

static bool
is_failing(const struct webhooks_figures *f)
{
	return f->state == WEBHOOKS_OFF || f->tries >= WEBHOOKS_TRIES_TROUBLE;
}

void
webhooks_say_failing(char dst[WEBHOOKS_SAID_OCTETS],
    const struct webhooks_figures *figures, size_t count)
{
	struct buf to = buf_over(dst, WEBHOOKS_SAID_OCTETS);
	int found = 0;
	buf_add_text(&to, "");
	for (const struct webhooks_figures *f = figures; f < figures + count;
	     f++) {
		if (!is_failing(f) || found++ > 0)
			continue;
		if (f->state == WEBHOOKS_OFF)
			buf_add_format(&to,
			    "%s wants no more (410): furrow webhook resume %s",
			    f->hook->name, f->hook->name);
		else
			buf_add_format(&to,
			    "%s took nothing in %" PRId64 " tries: %.40s",
			    f->hook->name, f->tries, f->why);
	}
	add_more(&to, found - 1);
}

void
webhooks_say_behind(char dst[WEBHOOKS_SAID_OCTETS],
    const struct webhooks_figures *figures, size_t count)
{
	struct buf to = buf_over(dst, WEBHOOKS_SAID_OCTETS);
	int found = 0;
	buf_add_text(&to, "");
	for (const struct webhooks_figures *f = figures; f < figures + count;
	     f++) {
		int64_t minutes = f->oldest_s / 60;
		if (f->oldest_s * 1000 <= f->hook->alarm_ms || found++ > 0)
			continue;
		buf_add_format(&to,
		    "%s is behind by %" PRId64 " %s (events waiting: %" PRId64
		    ")",
		    f->hook->name, minutes < 120 ? minutes : minutes / 60,
		    minutes < 120 ? "min" : "h", f->waiting);
	}
	add_more(&to, found - 1);
}
