#include "tests/sim/sim_modem.h"

#include <string.h>

#define INPUT_MOST 65536
#define NOISE_EVERY_MS 100

void
sim_modem_forget(struct sim_modem *m)
{
	bool me = strcmp(m->options.storage, "ME") == 0;
	int store = me ? SIM_STORE_ME : SIM_STORE_SM;
	m->set = (struct sim_settings){
	    .echo = true,
	    .verbose = true,
	    .cfun = 1,
	    .cmgf = m->options.text_mode ? 1 : 0,
	    .mem = {store, store, store},
	};
	sim_copy(m->set.cscs, sizeof(m->set.cscs), "GSM");
}

static void
take_field_times(struct sim_options *o)
{
	if (!o->field)
		return;
	if (o->ready_ms == 0)
		o->ready_ms = o->profile->ready_ms;
	if (o->send_ms == 0)
		o->send_ms = o->profile->send_ms;
}

void
sim_modem_init(struct sim_modem *m, const struct sim_options *options,
    struct sim_world *world, const struct sim_host *host)
{
	*m = (struct sim_modem){
	    .options = *options, .world = world, .host = host};
	m->stores = m->own_stores;
	const struct sim_profile *p = options->profile;
	if (m->options.storage[0] == '\0')
		sim_copy(m->options.storage, sizeof(m->options.storage),
		    p->default_store);
	bool me = strcmp(m->options.storage, "ME") == 0;
	unsigned slots = options->slots <= 0 ? 20 : (unsigned)options->slots;
	sim_store_init(
	    &m->stores[SIM_STORE_SM], "SM", me ? 20 : slots, p->first_index);
	bool chosen = me && (options->slots > 0 || p->me_slots == 0);
	sim_store_init(&m->stores[SIM_STORE_ME], "ME",
	    chosen ? slots : p->me_slots, p->first_index);
	sim_store_init(&m->stores[SIM_STORE_SR], "SR", 30, p->first_index);
	sim_copy(m->smsc, sizeof(m->smsc), "+254700000099");
	m->mr = (uint8_t)options->mr;
	m->pin_tries = 3;
	m->deaf_until_ms = 0;
	m->ussd_at_ms = m->ring_at_ms = SIM_NEVER;
	m->noise_at_ms = m->intrude_at_ms = SIM_NEVER;
	m->nag_at_ms = m->forget_at_ms = m->late_at_ms = SIM_NEVER;
	m->result_at_ms = -3600000;
	take_field_times(&m->options);
	sim_modem_forget(m);
}

void
sim_modem_end(struct sim_modem *m)
{
	for (int i = 0; i < SIM_STORES; i++)
		sim_store_end(&m->own_stores[i]);
	sim_buf_free(&m->in);
	sim_buf_free(&m->out);
	sim_buf_free(&m->held);
	sim_buf_free(&m->urc_later);
	sim_buf_free(&m->urc_off);
	sim_buf_free(&m->late);
}

static void
forget_buffers(struct sim_modem *m)
{
	struct sim_buf *all[] = {
	    &m->in, &m->out, &m->held, &m->urc_later, &m->urc_off, &m->late};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		sim_buf_drop(all[i], 0, all[i]->octets);
	m->line_octets = m->prompt_octets = 0;
	m->line_long = m->prompt_long = false;
}

void
sim_modem_unplug(struct sim_modem *m)
{
	sim_modem_give_back(m);
	forget_buffers(m);
	sim_modem_forget(m);
	m->state = SIM_OFF;
	m->pin_ok = m->options.pin[0] == '\0';
	m->was_registered = m->was_full = m->ussd_open = false;
	m->stalled = false;
	m->deaf_until_ms = 0;
	m->wedge = (struct sim_wedge){0};
	m->faults.at[SIM_FAULT_POISON].on = false;
	m->ussd_at_ms = m->ring_at_ms = m->noise_at_ms = SIM_NEVER;
}

void
sim_modem_plug(struct sim_modem *m)
{
	sim_modem_unplug(m);
	m->state = SIM_BOOTING;
	m->busy_until_ms = m->world->now_ms + m->world->boot_ms;
	if (m->world->boot_ms == 0)
		sim_modem_tick(m);
}

void
sim_modem_restart(struct sim_modem *m)
{
	/* Bytes that are out already were said before the lights went. */
	struct sim_buf said = m->out;
	m->out = (struct sim_buf){0};
	sim_modem_plug(m);
	sim_buf_insert(&m->out, 0, said.at, said.octets);
	sim_buf_free(&said);
}

static void
booted(struct sim_modem *m)
{
	m->state = SIM_IDLE;
	m->ready_at_ms = m->world->now_ms + m->options.ready_ms;
	if (m->pin_ok)
		sim_buf_text(&m->out, m->options.profile->banner);
	sim_habit_booted(m);
}

bool
sim_modem_registered(struct sim_modem *m)
{
	if (m->state == SIM_OFF || m->state == SIM_BOOTING)
		return false;
	if (m->set.cfun != 1 || !m->pin_ok ||
	    sim_fault_lasts(&m->faults, SIM_FAULT_SIM_ABSENT, m->world))
		return false;
	return !sim_fault_lasts(&m->faults, SIM_FAULT_NO_NETWORK, m->world) &&
	       !sim_fault_lasts(&m->faults, SIM_FAULT_SIM_EXPIRED, m->world);
}

int
sim_modem_registration(struct sim_modem *m)
{
	if (sim_modem_registered(m))
		return 1;
	/* 27.007 7.2: 3 denied, 2 searching. */
	return m->faults.at[SIM_FAULT_SIM_EXPIRED].on ? 3 : 2;
}

bool
sim_modem_sms_ready(const struct sim_modem *m)
{
	return m->pin_ok && m->world->now_ms >= m->ready_at_ms;
}

const char *
sim_modem_state_name(const struct sim_modem *m)
{
	static const char *const names[] = {
	    "off", "booting", "idle", "busy", "prompt"};
	return names[m->state];
}

static bool
is_deaf(const struct sim_modem *m)
{
	return m->world->now_ms < m->deaf_until_ms;
}

void
sim_modem_deafen(struct sim_modem *m, int64_t ms, bool keep, bool noise)
{
	m->deaf_until_ms = m->world->now_ms + ms;
	m->faults.at[SIM_FAULT_DEAF].keep = keep;
	m->noise_at_ms = noise ? m->world->now_ms : SIM_NEVER;
}

void
sim_modem_ring(struct sim_modem *m, const char *caller, int rings, int every_ms)
{
	sim_copy(m->caller, sizeof(m->caller), caller);
	m->rings_left = rings;
	m->rings_heard = 0;
	m->called = true;
	m->ring_every_ms = every_ms;
	m->ring_at_ms = m->world->now_ms;
	sim_modem_tick(m);
}

static void
end_line(struct sim_modem *m)
{
	m->line[m->line_octets] = '\0';
	bool too_long = m->line_long;
	m->line_octets = 0;
	m->line_long = false;
	if (!too_long) {
		sim_modem_command(m, m->line);
		return;
	}
	sim_modem_result(m, "ERROR");
	sim_modem_finish(m, SIM_IDLE);
}

static void
line_byte(struct sim_modem *m, char c)
{
	if (m->set.echo)
		sim_buf_add(&m->out, &c, 1);
	if (c == '\r')
		end_line(m);
	else if (c == 0x1B)
		m->line_octets = 0;
	else if (c == '\b' && m->line_octets > 0)
		m->line_octets--;
	else if (c != '\n' && m->line_octets + 1 < sizeof(m->line))
		m->line[m->line_octets++] = c;
	else if (c != '\n')
		m->line_long = true;
}

static void
abort_scan(struct sim_modem *m)
{
	sim_modem_result(m, "ABORTED");
	m->busy = SIM_BUSY_ANSWER;
	sim_modem_finish(m, SIM_IDLE);
}

static void
one_byte(struct sim_modem *m, char c)
{
	switch (m->state) {
	case SIM_IDLE:
		line_byte(m, c);
		break;
	case SIM_PROMPT:
		sim_modem_prompt_byte(m, c);
		break;
	case SIM_BUSY:
		abort_scan(m);
		break;
	case SIM_OFF:
	case SIM_BOOTING:
		break;
	}
}

/* A command that runs leaves further bytes waiting, as a UART does; only an
 * abortable one is ended by them. */
static void
work_off(struct sim_modem *m)
{
	size_t i = 0;
	char *bytes = m->in.at;
	size_t octets = m->in.octets;
	m->in = (struct sim_buf){0};
	while (i < octets && !is_deaf(m) &&
	       (m->state != SIM_BUSY || m->busy == SIM_BUSY_SCAN))
		one_byte(m, bytes[i++]);
	if (m->state != SIM_OFF && m->state != SIM_BOOTING)
		sim_buf_insert(&m->in, 0, bytes + i, octets - i);
	struct sim_buf done = {bytes, octets, octets};
	sim_buf_free(&done);
}

/* The caller gave up, or was answered or turned away before. */
static void
end_of_call(struct sim_modem *m)
{
	const char *line = m->options.profile->call_end;
	if (!m->called)
		return;
	m->called = false;
	if (line != NULL)
		sim_modem_urc(m, "%s", line);
	m->host->call(m->host->arg, m, "missed");
}

static void
ring(struct sim_modem *m)
{
	if (m->rings_left <= 0 || !sim_modem_registered(m)) {
		m->ring_at_ms = SIM_NEVER;
		end_of_call(m);
		return;
	}
	m->rings_left--;
	m->rings_heard++;
	m->ring_at_ms = m->world->now_ms + m->ring_every_ms;
	sim_modem_urc(m, "RING");
	if (m->set.clip == 1 && m->caller[0] == '\0')
		sim_modem_urc(m, "+CLIP: \"\",128,,,,1");
	else if (m->set.clip == 1)
		sim_modem_urc(m,
		    m->caller_name[0] != '\0'
			? "+CLIP: \"%s\",%d,\"\",,\"%s\",0"
			: "+CLIP: \"%s\",%d,,,%s,0",
		    m->caller, m->caller[0] == '+' ? 145 : 129, m->caller_name);
}

/* Registration and room are states that end by themselves: look again. */
static void
look_around(struct sim_modem *m)
{
	/* Asked first, so that it ends even where it makes no difference. */
	(void)sim_fault_lasts(&m->faults, SIM_FAULT_NO_NETWORK, m->world);
	(void)sim_fault_lasts(&m->faults, SIM_FAULT_SIM_EXPIRED, m->world);
	(void)sim_fault_lasts(&m->faults, SIM_FAULT_SIM_ABSENT, m->world);
	bool registered = sim_modem_registered(m);
	bool full =
	    sim_fault_lasts(&m->faults, SIM_FAULT_STORAGE_FULL, m->world);
	bool better =
	    (registered && !m->was_registered) || (!full && m->was_full);
	if (registered != m->was_registered) {
		const char *cell = registered ? ",\"00C3\",\"01A2B3C4\"" : "";
		int stat = sim_modem_registration(m);
		if (m->set.creg > 0)
			sim_modem_urc(m, "+CREG: %d%s", stat,
			    m->set.creg == 2 ? cell : "");
		if (m->set.cereg > 0)
			sim_modem_urc(m, "+CEREG: %d%s", stat,
			    m->set.cereg == 2 ? cell : "");
	}
	m->was_registered = registered;
	m->was_full = full;
	if (better)
		m->host->room(m->host->arg, m);
}

static void
busy_over(struct sim_modem *m)
{
	switch (m->busy) {
	case SIM_BUSY_ANSWER:
		sim_modem_release(m);
		break;
	case SIM_BUSY_SEND:
		sim_modem_sent(m);
		break;
	case SIM_BUSY_SCAN:
		sim_modem_say(m, "+COPS: (2,\"Simnet\",\"Simnet\",\"63999\")"
				 ",,(0,1,2,3,4),(0,1,2)");
		sim_modem_result(m, "OK");
		m->busy = SIM_BUSY_ANSWER;
		sim_modem_finish(m, SIM_IDLE);
		break;
	}
}

static void
make_noise(struct sim_modem *m)
{
	if (!is_deaf(m) && !m->wedge.babbles) {
		m->noise_at_ms = SIM_NEVER;
		return;
	}
	m->noise_at_ms = m->world->now_ms + NOISE_EVERY_MS;
	sim_buf_format(&m->out, "\r\n%s\r\n", sim_modem_noise(m));
}

void
sim_modem_tick(struct sim_modem *m)
{
	int64_t now = m->world->now_ms;
	if (m->state == SIM_OFF)
		return;
	if (m->state == SIM_BOOTING && now >= m->busy_until_ms)
		booted(m);
	if (now >= m->noise_at_ms)
		make_noise(m);
	if (is_deaf(m))
		return;
	if (m->state == SIM_BUSY && now >= m->busy_until_ms)
		busy_over(m);
	sim_habit_tick(m);
	if (now >= m->intrude_at_ms)
		sim_modem_intrude(m);
	if (now >= m->ring_at_ms)
		ring(m);
	if (now >= m->ussd_at_ms)
		sim_ussd_due(m);
	if (m->cnma_waits && now >= m->cnma_until_ms)
		sim_modem_give_back(m);
	look_around(m);
	if (m->in.octets > 0)
		work_off(m);
}

void
sim_modem_feed(struct sim_modem *m, const void *bytes, size_t octets)
{
	bool hears = m->state != SIM_OFF && m->state != SIM_BOOTING;
	if (is_deaf(m) && !m->faults.at[SIM_FAULT_DEAF].keep)
		hears = false;
	if (!hears || m->in.octets + octets > INPUT_MOST)
		return;
	size_t missed = sim_habit_misses(m, octets);
	sim_buf_add(&m->in, (const char *)bytes + missed, octets - missed);
	work_off(m);
	sim_modem_tick(m);
}

static int64_t
sooner(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t
fault_end(const struct sim_modem *m, enum sim_fault_kind kind)
{
	const struct sim_fault *f = &m->faults.at[kind];
	return f->on ? f->until_ms : SIM_NEVER;
}

int64_t
sim_modem_due(const struct sim_modem *m)
{
	if (m->state == SIM_OFF)
		return SIM_NEVER;
	int64_t due = m->noise_at_ms;
	if (is_deaf(m))
		return sooner(due, m->deaf_until_ms);
	if (m->in.octets > 0 && m->state != SIM_BUSY)
		return m->world->now_ms;
	if (m->state == SIM_BUSY || m->state == SIM_BOOTING)
		due = sooner(due, m->busy_until_ms);
	due = sooner(due, m->ring_at_ms);
	due = sooner(due, m->ussd_at_ms);
	due = sooner(due, m->intrude_at_ms);
	due = sooner(due, sim_habit_due(m));
	if (m->cnma_waits)
		due = sooner(due, m->cnma_until_ms);
	due = sooner(due, fault_end(m, SIM_FAULT_NO_NETWORK));
	due = sooner(due, fault_end(m, SIM_FAULT_SIM_EXPIRED));
	due = sooner(due, fault_end(m, SIM_FAULT_SIM_ABSENT));
	return sooner(due, fault_end(m, SIM_FAULT_STORAGE_FULL));
}
