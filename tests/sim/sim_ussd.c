/* +CUSD: a dialogue with the operator (3GPP TS 27.007 7.15).
 *
 * A code is looked up in the network; while it waits for a choice, the next
 * string is looked up behind the first: "*144#", then "*144#>1". */
#include <stdio.h>
#include <string.h>

#include "tests/sim/sim_at.h"
#include "tests/sim/sim_text.h"

/* Septets packed into hexadecimal, as one family wants and gives them.  A
 * count of 8n-1 is padded with CR (23.038 6.1.2.3.1). */
static void
pack_hex(char hex[512], const char *text)
{
	uint8_t septets[184], packed[184];
	int n = sim_text_to_septets(septets, 182, text);
	size_t count = n < 0 ? 0 : (size_t)n;
	if (count % 8 == 7)
		septets[count++] = '\r';
	sim_hex_write(hex, packed, sim_text_pack(packed, septets, count, 0));
}

static bool
unpack_hex(char *out, size_t room, const char *hex)
{
	uint8_t packed[184], septets[212];
	int n = sim_hex_read(packed, sizeof(packed), hex, strlen(hex));
	if (n < 1)
		return false;
	size_t count = (size_t)n * 8 / 7;
	sim_text_unpack(septets, count, packed, 0);
	/* Seven spare bits at the end are no character. */
	if (count % 8 == 0 &&
	    (septets[count - 1] == '\r' || septets[count - 1] == 0))
		count--;
	sim_text_from_septets(out, room, septets, count);
	return true;
}

static void
ucs2_hex(char hex[512], const char *text)
{
	uint8_t octets[255];
	int n = sim_text_to_ucs2(octets, sizeof(octets), text);
	sim_hex_write(hex, octets, n < 0 ? 0 : (size_t)n);
}

/* How this modem carries a string now, after +CSCS. */
static enum sim_ussd_form
form_of(const struct sim_modem *m)
{
	enum sim_ussd_form form = m->options.profile->ussd;
	if (form == SIM_USSD_TEXT && strcmp(m->set.cscs, "UCS2") == 0)
		return SIM_USSD_UCS2;
	return form;
}

static bool
read_string(
    const struct sim_modem *m, char *out, size_t room, const char *given)
{
	enum sim_ussd_form form = form_of(m);
	if (form == SIM_USSD_PACKED)
		return unpack_hex(out, room, given);
	if (form == SIM_USSD_TEXT) {
		sim_copy(out, room, given);
		return given[0] != '\0';
	}
	uint8_t octets[255];
	int n = sim_hex_read(octets, sizeof(octets), given, strlen(given));
	if (n < 1)
		return false;
	sim_text_from_ucs2(out, room, octets, (size_t)n);
	return true;
}

/* What the fault "ussd-form" asks for; "" without it. */
static const char *
odd_form(struct sim_modem *m)
{
	return sim_fault_lasts(&m->faults, SIM_FAULT_USSD_FORM, m->world)
		   ? m->faults.at[SIM_FAULT_USSD_FORM].line
		   : "";
}

static bool
is(const char *form, const char *name)
{
	return strcmp(form, name) == 0;
}

/* The line without "+CUSD: ": 0,"…",15 and its odd relatives. */
static void
write_answer(struct sim_modem *m, char line[600])
{
	char string[512];
	const char *odd = odd_form(m), *dcs = ",15";
	bool ucs2 = is(odd, "ucs2") || is(odd, "ucs2-15");
	if (is(odd, "packed") ||
	    (odd[0] == '\0' && form_of(m) == SIM_USSD_PACKED))
		pack_hex(string, m->ussd.text);
	else if (ucs2 || (odd[0] == '\0' && form_of(m) == SIM_USSD_UCS2))
		ucs2_hex(string, m->ussd.text);
	else
		sim_copy(string, sizeof(string), m->ussd.text);
	if (is(odd, "ucs2") || is(odd, "text-72"))
		dcs = ",72";
	if (is(odd, "no-dcs"))
		dcs = "";
	if (is(odd, "empty"))
		string[0] = '\0';
	int more = m->ussd.more ? 1 : 0;
	if (m->ussd.text[0] == '\0')
		snprintf(line, 600, "2");
	else if (is(odd, "cut"))
		snprintf(line, 600, "%d,\"%.12s", more, string);
	else
		snprintf(line, 600, "%d,\"%s\"%s", more, string, dcs);
}

void
sim_ussd_due(struct sim_modem *m)
{
	char line[600];
	m->ussd_at_ms = SIM_NEVER;
	write_answer(m, line);
	m->ussd_open = m->ussd.more;
	if (m->set.cusd == 1)
		sim_modem_urc(m, "+CUSD: %s", line);
}

bool
sim_ussd_push(struct sim_modem *m, const struct sim_ussd_answer *push)
{
	if (!sim_modem_registered(m) || m->ussd_open ||
	    m->ussd_at_ms != SIM_NEVER)
		return false;
	m->ussd = *push;
	sim_copy(m->ussd_path, sizeof(m->ussd_path), "push");
	m->ussd_at_ms = m->world->now_ms + push->delay_ms;
	return true;
}

/* An answer that is there before the result. */
static void
answer_first(struct sim_modem *m)
{
	char line[600];
	m->ussd_at_ms = SIM_NEVER;
	write_answer(m, line);
	m->ussd_open = m->ussd.more;
	sim_modem_say(m, "+CUSD: %s", line);
}

static struct sim_end
ask(struct sim_modem *m, const char *given)
{
	char text[128];
	const char *odd = odd_form(m);
	if (!sim_modem_registered(m))
		return SIM_CME(30);
	if (m->ussd_at_ms != SIM_NEVER)
		return SIM_CME(3);
	if (!read_string(m, text, sizeof(text), given))
		return SIM_ERROR;
	size_t used = m->ussd_open ? strlen(m->ussd_path) : 0;
	snprintf(m->ussd_path + used, sizeof(m->ussd_path) - used, "%s%s",
	    m->ussd_open ? ">" : "", text);
	m->ussd = (struct sim_ussd_answer){0};
	/* An unknown code leaves the text empty: the network hangs up. */
	(void)m->host->ussd(m->host->arg, m, m->ussd_path, &m->ussd);
	m->ussd_at_ms = m->world->now_ms + m->ussd.delay_ms;
	if (sim_fault_lasts(&m->faults, SIM_FAULT_USSD_SILENT, m->world))
		m->ussd_at_ms = SIM_NEVER;
	else if (is(odd, "first") || is(odd, "only") ||
		 m->options.profile->ussd_before_ok)
		answer_first(m);
	if (is(odd, "only")) {
		sim_modem_finish(m, SIM_IDLE);
		return (struct sim_end){SIM_FINAL_NONE, 0};
	}
	return is(odd, "error") ? SIM_ERROR : SIM_OK;
}

struct sim_end
sim_ussd_command(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CUSD: %d", m->set.cusd);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CUSD: (0-2)");
	if (call->op != SIM_SET)
		return SIM_OK;
	long n = sim_at_number(call, 0, 0, 2, 0);
	if (n < 0)
		return SIM_CME(50);
	if (n == 2) {
		m->ussd_open = false;
		m->ussd_at_ms = SIM_NEVER;
		return SIM_OK;
	}
	m->set.cusd = (int)n;
	return call->argc > 1 ? ask(m, call->argv[1]) : SIM_OK;
}
