#include "gateway/queue/window.h"

#include <string.h>

/* No link has more places, and doubling must end somewhere. */
#define WINDOW_MOST 65536

static size_t
size_of(const struct window *window)
{
	return window->size > 0 ? window->size : WINDOW_FIRST;
}

void
window_fresh(struct window *window)
{
	memset(window, 0, sizeof(*window));
}

size_t
window_room(const struct window *window, size_t room)
{
	size_t size = size_of(window);
	size_t left = window->flying < size ? size - window->flying : 0;
	return room < left ? room : left;
}

void
window_given(struct window *window, size_t texts)
{
	window->flying += texts;
}

/* Doubled while nobody knows what is too much, or far below it. */
static void
grow(struct window *window)
{
	size_t size = size_of(window);
	size_t next = window->steady == 0 || size * 2 <= window->steady
			  ? size * 2
			  : size + 1;
	window->size = next < WINDOW_MOST ? next : WINDOW_MOST;
	window->good = 0;
}

/* The rest of the window that was too large will say the same: it is heard
 * once. */
static void
shrink(struct window *window)
{
	size_t half = size_of(window) / 2;
	window->steady = half > 0 ? half : 1;
	window->size = 1;
	window->good = 0;
	window->deaf = window->flying;
}

void
window_ended(struct window *window, enum window_end end)
{
	/* A text that ended as lost may be told to have been taken later. */
	if (window->flying > 0)
		window->flying--;
	if (window->deaf > 0) {
		window->deaf--;
		return;
	}
	if (end == WINDOW_TOO_FAST)
		shrink(window);
	else if (end == WINDOW_TAKEN && ++window->good >= size_of(window))
		grow(window);
}
