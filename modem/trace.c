#include "modem/trace.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"

#define PRIVATE_DIGITS 9
#define DIGITS_SHOWN 4

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
digits_at(struct str text, size_t at)
{
	size_t n = 0;
	while (at + n < text.octets && is_digit(text.at[at + n]))
		n++;
	return n;
}

/* Cut for good: the half of a number must not be what is left. */
char *
trace_mask(char *dst, size_t dst_octets, struct str text)
{
	struct buf out = buf_over(dst, dst_octets);
	for (size_t i = 0; i < text.octets && !out.full;) {
		size_t digits = digits_at(text, i);
		if (digits >= PRIVATE_DIGITS) {
			buf_add_text(&out, "...");
			i += digits - DIGITS_SHOWN;
			buf_add(&out, text.at + i, DIGITS_SHOWN);
			i += DIGITS_SHOWN;
		} else if (digits > 0) {
			buf_add(&out, text.at + i, digits);
			i += digits;
		} else {
			char c = text.at[i++];
			buf_add_char(&out, c >= ' ' && c <= '~' ? c : '.');
		}
	}
	return dst;
}

void
trace_clear(struct trace *trace)
{
	trace->first = trace->count = 0;
}

static struct trace_step *
last(struct trace *trace)
{
	int at = trace->first + trace->count - 1;
	return trace->count > 0 ? &trace->steps[at % TRACE_STEPS] : NULL;
}

static struct trace_step *
add(struct trace *trace, int64_t wall_ms)
{
	if (trace->count == TRACE_STEPS)
		trace->first = (trace->first + 1) % TRACE_STEPS;
	else
		trace->count++;
	int at = (trace->first + trace->count - 1) % TRACE_STEPS;
	struct trace_step *step = &trace->steps[at];
	memset(step, 0, sizeof(*step));
	step->wall_ms = wall_ms;
	step->times = 1;
	return step;
}

void
trace_ask(struct trace *trace, int64_t wall_ms, const char *asked)
{
	char shown[sizeof(trace->steps[0].asked)];
	trace_mask(shown, sizeof(shown), str_from(asked));
	struct trace_step *step = last(trace);
	if (step != NULL && strcmp(step->asked, shown) == 0) {
		step->times++;
		step->wall_ms = wall_ms;
		step->answered[0] = step->chosen[0] = step->why[0] = '\0';
		return;
	}
	step = add(trace, wall_ms);
	str_copy(step->asked, sizeof(step->asked), str_from(shown));
}

void
trace_answer(struct trace *trace, struct str line)
{
	struct trace_step *step = last(trace);
	if (step == NULL || step->asked[0] == '\0')
		return;
	size_t used = strlen(step->answered);
	if (used > 0 && used + 3 < sizeof(step->answered)) {
		memcpy(step->answered + used, " | ", 4);
		used += 3;
	}
	trace_mask(step->answered + used, sizeof(step->answered) - used, line);
}

static void
set_choice(struct trace_step *step, const char *chosen, const char *why)
{
	trace_mask(step->chosen, sizeof(step->chosen), str_from(chosen));
	trace_mask(step->why, sizeof(step->why), str_from(why));
}

void
trace_decide(
    struct trace *trace, int64_t wall_ms, const char *chosen, const char *why)
{
	set_choice(add(trace, wall_ms), chosen, why);
}

void
trace_choose(
    struct trace *trace, int64_t wall_ms, const char *chosen, const char *why)
{
	struct trace_step *step = last(trace);
	if (step == NULL || step->chosen[0] != '\0')
		step = add(trace, wall_ms);
	set_choice(step, chosen, why);
}

const struct trace_step *
trace_at(const struct trace *trace, int i)
{
	if (i < 0 || i >= trace->count)
		return NULL;
	return &trace->steps[(trace->first + i) % TRACE_STEPS];
}
