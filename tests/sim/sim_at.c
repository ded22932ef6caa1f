#include "tests/sim/sim_at.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const struct {
	int code;
	const char *text;
} cme_texts[] = {
    {3, "operation not allowed"},
    {4, "operation not supported"},
    {10, "SIM not inserted"},
    {11, "SIM PIN required"},
    {12, "SIM PUK required"},
    {14, "SIM busy"},
    {16, "incorrect password"},
    {30, "no network service"},
    {50, "incorrect parameters"},
    {100, "unknown"},
};

void
sim_modem_cme(struct sim_modem *m, int code)
{
	char line[64];
	snprintf(line, sizeof(line), "+CME ERROR: %d", code);
	for (size_t i = 0; i < sizeof(cme_texts) / sizeof(cme_texts[0]); i++) {
		if (m->set.cmee == 2 && cme_texts[i].code == code)
			snprintf(line, sizeof(line), "+CME ERROR: %s",
			    cme_texts[i].text);
	}
	sim_modem_result(m, m->set.cmee == 0 ? "ERROR" : line);
}

void
sim_modem_cms(struct sim_modem *m, int code)
{
	/* 27.005 3.2.5: not governed by +CMEE. */
	char line[32];
	snprintf(line, sizeof(line), "+CMS ERROR: %d", code);
	sim_modem_result(m, line);
}

long
sim_at_number(
    const struct sim_call *call, int i, long low, long high, long otherwise)
{
	if (i >= call->argc || call->argv[i][0] == '\0')
		return otherwise;
	return sim_number(call->argv[i], low, high, -1);
}

const char *
sim_at_text(const struct sim_call *call, int i)
{
	return i < call->argc ? call->argv[i] : "";
}

static const struct sim_at_row *
find_row(const struct sim_profile *profile, const char *name)
{
	const struct sim_at_row *tables[] = {
	    sim_at_general, sim_at_sms, sim_at_vendor};
	bool known = sim_profile_lists(profile->knows, name);
	for (int t = 0; t < (known ? 3 : 2); t++) {
		for (const struct sim_at_row *r = tables[t]; r->name; r++) {
			if (strcmp(r->name, name) == 0)
				return r;
		}
	}
	return NULL;
}

static struct sim_end
answer_call(struct sim_modem *m, struct sim_call *call)
{
	const struct sim_profile *p = m->options.profile;
	if (p->restart != NULL && strcmp(p->restart, call->name) == 0) {
		m->restart_after = true;
		return SIM_OK;
	}
	if (sim_profile_lists(p->lacks, call->name))
		return (struct sim_end){SIM_FINAL_UNKNOWN, 0};
	const struct sim_at_row *row = find_row(p, call->name);
	if (row == NULL && sim_profile_lists(p->knows, call->name))
		return SIM_OK;
	if (row == NULL)
		return (struct sim_end){SIM_FINAL_UNKNOWN, 0};
	if (row->needs_sim &&
	    sim_fault_lasts(&m->faults, SIM_FAULT_SIM_ABSENT, m->world))
		return SIM_CMS(310);
	if (row->needs_sim && !m->pin_ok)
		return SIM_CMS(m->pin_tries > 0 ? 311 : 316);
	if (row->needs_sim && !sim_modem_sms_ready(m))
		return SIM_CMS(314);
	return row->answer(m, call);
}

/* Cuts `text` at its commas, outside of quotes, in place. */
static void
cut_arguments(struct sim_call *call, char *text)
{
	bool quoted = false;
	char *to = text;
	call->argv[call->argc++] = to;
	for (char *from = text; *from != '\0'; from++) {
		if (*from == '"') {
			quoted = !quoted;
		} else if (*from == ',' && !quoted &&
			   call->argc < SIM_AT_ARGS) {
			*to++ = '\0';
			call->argv[call->argc++] = to;
		} else {
			*to++ = *from;
		}
	}
	*to = '\0';
}

static void
take_extended(struct sim_call *call, char *text)
{
	size_t n = strcspn(text, "=?");
	char *rest = text + n;
	for (size_t i = 0; i < n && i + 1 < sizeof(call->name); i++)
		call->name[i] = (char)toupper((unsigned char)text[i]);
	if (strcmp(rest, "?") == 0)
		call->op = SIM_READ_OP;
	else if (strcmp(rest, "=?") == 0)
		call->op = SIM_TEST;
	else if (rest[0] == '=')
		call->op = SIM_SET;
	if (call->op == SIM_SET)
		cut_arguments(call, rest + 1);
}

/* One basic command, "E0" or "&F1" or "D0712…;"; returns what is behind. */
static char *
take_basic(struct sim_call *call, char *text)
{
	size_t n = 0;
	if (text[0] == '&' || text[0] == '\\')
		call->name[n++] = *text++;
	call->name[n] = (char)toupper((unsigned char)*text++);
	size_t digits =
	    call->name[n] == 'D' ? strlen(text) : strspn(text, "0123456789=?");
	call->op = digits > 0 ? SIM_SET : SIM_EXECUTE;
	/* The argument is copied behind the name to end it with a NUL. */
	size_t room = sizeof(call->name) - (n + 2) - 1;
	size_t kept = digits < room ? digits : room;
	memcpy(call->name + n + 2, text, kept);
	if (digits > 0)
		call->argv[call->argc++] = call->name + n + 2;
	return text + digits;
}

/* The end of an extended command: a `;` outside of quotes. */
static char *
extended_end(char *text)
{
	bool quoted = false;
	for (; *text != '\0'; text++) {
		if (*text == '"')
			quoted = !quoted;
		if (*text == ';' && !quoted)
			break;
	}
	return text;
}

static struct sim_end
next_command(struct sim_modem *m, char **text)
{
	struct sim_call call = {.op = SIM_EXECUTE};
	if (strchr("+^#*$%!", **text) != NULL) {
		char *end = extended_end(*text);
		char *next = *end == ';' ? end + 1 : end;
		*end = '\0';
		take_extended(&call, *text);
		*text = next;
	} else {
		*text = take_basic(&call, *text);
		if (**text == ';')
			++*text;
	}
	sim_copy(m->command, sizeof(m->command), call.name);
	sim_habit_command(m, call.name);
	if (sim_modem_wedge_eats(m, call.name))
		return (struct sim_end){SIM_FINAL_SILENT, 0};
	if (sim_fault_hit_command(
		&m->faults, SIM_FAULT_ERROR, m->world, call.name) != NULL)
		return SIM_ERROR;
	return answer_call(m, &call);
}

static void
end_command(struct sim_modem *m, struct sim_end end)
{
	switch (end.final) {
	case SIM_FINAL_OK:
		sim_modem_result(m, "OK");
		break;
	case SIM_FINAL_ERROR:
		sim_modem_result(m, "ERROR");
		break;
	case SIM_FINAL_UNKNOWN:
		sim_modem_result(m, m->options.profile->unknown_command);
		break;
	case SIM_FINAL_CME:
		sim_modem_cme(m, end.code);
		break;
	case SIM_FINAL_CMS:
		sim_modem_cms(m, end.code);
		break;
	case SIM_FINAL_SILENT:
		sim_buf_drop(&m->held, 0, m->held.octets);
		break;
	case SIM_FINAL_NONE:
		return;
	}
	sim_modem_finish(m, SIM_IDLE);
}

static char *
after_attention(char *line)
{
	/* Noise before AT is skipped, as a modem that hunts for it does. */
	for (; *line != '\0'; line++) {
		if (strncasecmp(line, "AT", 2) == 0)
			return line + 2;
	}
	return NULL;
}

void
sim_modem_command(struct sim_modem *m, char *line)
{
	char *text = after_attention(line);
	if (text == NULL)
		return;
	struct sim_end end = SIM_OK;
	sim_copy(m->command, sizeof(m->command), "AT");
	if (*text == '\0' && m->options.profile->refuses_at)
		end = SIM_ERROR;
	if (*text == '\0' && sim_fault_hit_command(&m->faults, SIM_FAULT_ERROR,
				 m->world, "AT") != NULL)
		end = SIM_ERROR;
	text += strspn(text, " ");
	while (*text != '\0' && end.final == SIM_FINAL_OK) {
		end = next_command(m, &text);
		text += strspn(text, " ");
	}
	end_command(m, end);
}
