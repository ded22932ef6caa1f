/* Commands about the modem itself (V.250, 3GPP TS 27.007). */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tests/sim/sim_at.h"

static struct sim_end
ignored(struct sim_modem *m, struct sim_call *call)
{
	(void)m;
	(void)call;
	return SIM_OK;
}

static struct sim_end
echo(struct sim_modem *m, struct sim_call *call)
{
	m->set.echo = sim_at_number(call, 0, 0, 1, 0) == 1;
	return SIM_OK;
}

static struct sim_end
words(struct sim_modem *m, struct sim_call *call)
{
	m->set.verbose = sim_at_number(call, 0, 0, 1, 0) == 1;
	return SIM_OK;
}

static struct sim_end
quiet(struct sim_modem *m, struct sim_call *call)
{
	m->set.quiet = sim_at_number(call, 0, 0, 1, 0) == 1;
	return SIM_OK;
}

/* ATZ and AT&F touch the settings of V.250 only, not those of 27.005. */
static struct sim_end
reset(struct sim_modem *m, struct sim_call *call)
{
	(void)call;
	m->set.echo = m->set.verbose = true;
	m->set.quiet = false;
	m->set.cmee = m->set.creg = m->set.cereg = m->set.clip = 0;
	return SIM_OK;
}

static struct sim_end
identify(struct sim_modem *m, struct sim_call *call)
{
	(void)call;
	const struct sim_profile *p = m->options.profile;
	sim_modem_say(m, "%s", p->maker);
	sim_modem_say(m, "%s", p->model);
	sim_modem_say(m, "Revision: %s", p->revision);
	return SIM_OK;
}

static struct sim_end
answer_phone(struct sim_modem *m, struct sim_call *call)
{
	(void)call;
	if (m->rings_left <= 0) {
		sim_modem_result(m, "NO CARRIER");
		sim_modem_finish(m, SIM_IDLE);
		return (struct sim_end){SIM_FINAL_NONE, 0};
	}
	m->rings_left = 0;
	m->called = false;
	m->host->call(m->host->arg, m, "answered");
	return SIM_OK;
}

static struct sim_end
hang_up(struct sim_modem *m, struct sim_call *call)
{
	(void)call;
	/* Ended before the second RING the caller hears "busy", and pays at
	 * some operators. */
	if (m->rings_left > 0)
		m->host->call(m->host->arg, m,
		    m->rings_heard < 2 ? "hung-up-too-early" : "hung-up");
	m->rings_left = 0;
	m->called = false;
	return SIM_OK;
}

static struct sim_end
maker(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_EXECUTE)
		sim_modem_say(m, "%s", m->options.profile->maker);
	return SIM_OK;
}

static struct sim_end
model(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_EXECUTE)
		sim_modem_say(m, "%s", m->options.profile->model);
	return SIM_OK;
}

static struct sim_end
revision(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_EXECUTE)
		sim_modem_say(m, "%s", m->options.profile->revision);
	return SIM_OK;
}

/* Fifteen digits that are the same for the same name. */
static void
digits_of(char out[16], const char *prefix, const char *name)
{
	unsigned long n = 5381;
	for (; *name != '\0'; name++)
		n = (n * 33 + (unsigned char)*name) % 1000000000ul;
	snprintf(out, 16, "%s%09lu", prefix, n);
}

static struct sim_end
serial(struct sim_modem *m, struct sim_call *call)
{
	char imei[16];
	digits_of(imei, "350000", m->options.name);
	if (m->options.profile->imei != NULL)
		sim_copy(imei, sizeof(imei), m->options.profile->imei);
	if (m->options.imei[0] != '\0')
		sim_copy(imei, sizeof(imei), m->options.imei);
	if (call->op == SIM_EXECUTE)
		sim_modem_say(m, "%s", imei);
	return SIM_OK;
}

static struct sim_end
imsi(struct sim_modem *m, struct sim_call *call)
{
	char text[16];
	if (sim_fault_lasts(&m->faults, SIM_FAULT_SIM_ABSENT, m->world))
		return SIM_CME(10);
	if (!m->pin_ok)
		return SIM_CME(11);
	digits_of(text, "639990", m->options.number);
	if (call->op == SIM_EXECUTE)
		sim_modem_say(m, "%s", text);
	return SIM_OK;
}

static struct sim_end
card(struct sim_modem *m, struct sim_call *call)
{
	char text[16];
	digits_of(text, "890000", m->options.number);
	if (call->op == SIM_EXECUTE || call->op == SIM_READ_OP)
		sim_modem_say(m, "%s%s%s0000",
		    m->options.profile->bare_card ? "" : call->name,
		    m->options.profile->bare_card ? "" : ": ", text);
	return SIM_OK;
}

static struct sim_end
enter_pin(struct sim_modem *m, const char *pin)
{
	if (m->pin_ok)
		return SIM_CME(3);
	if (m->pin_tries == 0)
		return SIM_CME(12);
	if (strcmp(pin, m->options.pin) != 0) {
		m->pin_tries--;
		return SIM_CME(16);
	}
	m->pin_ok = true;
	m->pin_tries = 3;
	m->ready_at_ms = m->world->now_ms + m->options.ready_ms;
	return SIM_OK;
}

static struct sim_end
pin(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_SET)
		return enter_pin(m, sim_at_text(call, 0));
	if (call->op != SIM_READ_OP)
		return SIM_OK;
	if (sim_fault_lasts(&m->faults, SIM_FAULT_SIM_ABSENT, m->world))
		return SIM_CME(10);
	const char *state = "READY";
	if (!m->pin_ok)
		state = m->pin_tries > 0 ? "SIM PIN" : "SIM PUK";
	sim_modem_say(
	    m, "+CPIN:%s%s", m->options.profile->tight ? "" : " ", state);
	return SIM_OK;
}

static struct sim_end
pin_tries(struct sim_modem *m, struct sim_call *call)
{
	(void)call;
	sim_modem_say(m, "+CPINR: SIM PIN,%d,3", m->pin_tries);
	return SIM_OK;
}

/* A setting 0..most with ?, =? and =. */
static struct sim_end
plain(struct sim_modem *m, struct sim_call *call, int *value, int most)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "%s: %d", call->name, *value);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "%s: (0-%d)", call->name, most);
	if (call->op != SIM_SET && call->op != SIM_EXECUTE)
		return SIM_OK;
	long n = sim_at_number(call, 0, 0, most, 0);
	if (n < 0)
		return SIM_CME(50);
	*value = (int)n;
	return SIM_OK;
}

static struct sim_end
cmee(struct sim_modem *m, struct sim_call *call)
{
	return plain(m, call, &m->set.cmee, 2);
}

static struct sim_end
clip(struct sim_modem *m, struct sim_call *call)
{
	if (call->op != SIM_READ_OP)
		return plain(m, call, &m->set.clip, 1);
	sim_modem_say(m, "+CLIP: %d,1", m->set.clip);
	return SIM_OK;
}

static struct sim_end
registration(struct sim_modem *m, struct sim_call *call, int *mode)
{
	if (call->op != SIM_READ_OP)
		return plain(m, call, mode, 2);
	/* A modem without 2G and 3G looks for them in vain. */
	bool in_vain = m->options.profile->lte_only && mode == &m->set.creg;
	bool on = sim_modem_registered(m) && !in_vain;
	sim_modem_say(m, "%s: %d,%d%s", call->name, *mode,
	    in_vain ? 2 : sim_modem_registration(m),
	    on && *mode == 2 ? ",\"00C3\",\"01A2B3C4\"" : "");
	return SIM_OK;
}

static struct sim_end
creg(struct sim_modem *m, struct sim_call *call)
{
	return registration(m, call, &m->set.creg);
}

static struct sim_end
cereg(struct sim_modem *m, struct sim_call *call)
{
	return registration(m, call, &m->set.cereg);
}

static struct sim_end
signal_quality(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CSQ: (0-31,99),(0-7,99)");
	else
		sim_modem_say(
		    m, "+CSQ: %d,99", sim_modem_registered(m) ? 21 : 99);
	return SIM_OK;
}

static struct sim_end
operator_name(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_TEST) {
		m->state = SIM_BUSY;
		m->busy = SIM_BUSY_SCAN;
		m->after_busy = SIM_IDLE;
		m->busy_until_ms = m->world->now_ms + 5000;
		return (struct sim_end){SIM_FINAL_NONE, 0};
	}
	if (call->op == SIM_READ_OP && sim_modem_registered(m))
		sim_modem_say(m, "+COPS: 0,0,\"Simnet\"");
	else if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+COPS: 0");
	return SIM_OK;
}

static struct sim_end
functionality(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CFUN: %d", m->set.cfun);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CFUN: (0,1,4),(0,1)");
	if (call->op != SIM_SET)
		return SIM_OK;
	long level = sim_at_number(call, 0, 0, 16, 1);
	const char *restart = m->options.profile->restart;
	if (level == 16 && restart != NULL &&
	    strcmp(restart, "+CFUN=16") == 0) {
		m->restart_after = true;
		return SIM_OK;
	}
	if (level != 0 && level != 1 && level != 4)
		return SIM_CME(50);
	m->restart_after = sim_at_number(call, 1, 0, 1, 0) == 1;
	if (m->set.cfun != 1 && level == 1)
		sim_modem_cured(m, SIM_CURE_RADIO);
	m->set.cfun = (int)level;
	return SIM_OK;
}

static struct sim_end
charset(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_READ_OP)
		sim_modem_say(m, "+CSCS: \"%s\"", m->set.cscs);
	if (call->op == SIM_TEST)
		sim_modem_say(m, "+CSCS: (\"GSM\",\"IRA\",\"UCS2\")");
	if (call->op != SIM_SET)
		return SIM_OK;
	const char *name = sim_at_text(call, 0);
	if (strcmp(name, "GSM") != 0 && strcmp(name, "IRA") != 0 &&
	    strcmp(name, "UCS2") != 0)
		return SIM_CME(50);
	sim_copy(m->set.cscs, sizeof(m->set.cscs), name);
	return SIM_OK;
}

/* Sleeping is switched off by 0. */
static struct sim_end
sleeping(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_SET)
		m->awake = sim_at_number(call, 0, 0, 9, 0) == 0;
	return SIM_OK;
}

static struct sim_end
own_number(struct sim_modem *m, struct sim_call *call)
{
	if (call->op == SIM_EXECUTE && m->options.number[0] != '\0')
		sim_modem_say(m, "+CNUM: \"\",\"%s\",145", m->options.number);
	return SIM_OK;
}

static struct sim_end
clock_time(struct sim_modem *m, struct sim_call *call)
{
	if (call->op != SIM_READ_OP)
		return SIM_OK;
	int quarters = m->world->zone_quarters;
	time_t local = (time_t)(m->world->wall_ms / 1000 + quarters * 900);
	struct tm tm;
	gmtime_r(&local, &tm);
	sim_modem_say(m, "+CCLK: \"%02d/%02d/%02d,%02d:%02d:%02d%+03d\"",
	    tm.tm_year % 100, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
	    tm.tm_sec, quarters);
	return SIM_OK;
}

const struct sim_at_row sim_at_general[] = {
    {"E", echo, false},
    {"V", words, false},
    {"Q", quiet, false},
    {"Z", reset, false},
    {"&F", reset, false},
    {"&C", ignored, false},
    {"&D", ignored, false},
    {"&K", ignored, false},
    {"X", ignored, false},
    {"S", ignored, false},
    {"I", identify, false},
    {"A", answer_phone, false},
    {"H", hang_up, false},
    {"+CHUP", hang_up, false},
    {"+CGMI", maker, false},
    {"+GMI", maker, false},
    {"+CGMM", model, false},
    {"+GMM", model, false},
    {"+CGMR", revision, false},
    {"+GMR", revision, false},
    {"+CGSN", serial, false},
    {"+GSN", serial, false},
    {"+CIMI", imsi, false},
    {"+CCID", card, false},
    {"+ICCID", card, false},
    {"+QCCID", card, false},
    {"^ICCID", card, false},
    {"+CPIN", pin, false},
    {"+CPINR", pin_tries, false},
    {"+CMEE", cmee, false},
    {"+CLIP", clip, false},
    {"+CREG", creg, false},
    {"+CEREG", cereg, false},
    {"+CSQ", signal_quality, false},
    {"+COPS", operator_name, false},
    {"+CFUN", functionality, false},
    {"+CSCS", charset, false},
    {"+CNUM", own_number, false},
    {"+CCLK", clock_time, false},
    {"+CSCLK", sleeping, false},
    {"+UPSV", sleeping, false},
    {"+IPR", ignored, false},
    {"+IFC", ignored, false},
    {"+CTZU", ignored, false},
    {"+CTZR", ignored, false},
    {"^CURC", ignored, false},
    {"+CUSD", sim_ussd_command, false},
    {NULL, NULL, false},
};
