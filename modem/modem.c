/* A modem made and freed, and what its owner may ask of it. */
#include "modem/modem.h"

#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#include "modem/modem_private.h"

int64_t
modem_ms(const struct modem *m, enum modem_time time)
{
	return m->times_ms[time];
}

static void
on_state_timer(void *arg)
{
	struct modem *m = arg;
	fsm_event(&m->machine, MODEM_EV_TIMEOUT, NULL);
}

static void
set_times(struct modem *m, const struct modem_config *config)
{
	for (int i = 0; i < MODEM_TIMES; i++) {
		int64_t wished_ms = config->times_ms[i];
		m->times_ms[i] =
		    wished_ms > 0
			? wished_ms
			: modem_time_row((enum modem_time)i)->default_ms;
	}
	m->pace = (struct at_chan_pace){
	    .quiet_ms = modem_ms(m, MODEM_T_QUIET),
	    .babble_ms = modem_ms(m, MODEM_T_BABBLE),
	    .step_ms = modem_ms(m, MODEM_T_STEP),
	    .quote_ms = modem_ms(m, MODEM_T_QUOTE),
	};
	m->backoff_ms = modem_ms(m, MODEM_T_BACKOFF);
}

static void
set_wishes(struct modem *m, const struct modem_setup *setup)
{
	if (setup->family != NULL && setup->family[0] != '\0')
		m->wish.family = quirk_named(str_from(setup->family));
	str_copy(m->wish.news, sizeof(m->wish.news), str_from(setup->notify));
	str_copy(
	    m->wish.store, sizeof(m->wish.store), str_from(setup->storage));
	str_copy(
	    m->wish.centre, sizeof(m->wish.centre), str_from(setup->centre));
	for (int i = 0; i < MODEM_INIT_MAX && setup->init[i] != NULL; i++)
		str_copy(m->wish.init[m->wish.init_count++],
		    sizeof(m->wish.init[0]), str_from(setup->init[i]));
	m->wish.direct = setup->direct;
}

static void
join_ports(struct modem *m, const struct modem_config *config)
{
	struct port_wish wish = {
	    .interface = -1, .search = port_search(config->device)};
	str_copy(wish.imei, sizeof(wish.imei), str_from(config->pins.imei));
	str_copy(wish.usb_path, sizeof(wish.usb_path),
	    str_from(config->pins.usb_path));
	str_copy(m->imsi_wanted, sizeof(m->imsi_wanted),
	    str_from(config->pins.imsi));
	str_copy(m->card_wanted, sizeof(m->card_wanted),
	    str_from(config->pins.iccid));
	if (wish.search != PORT_AUTO)
		str_copy(
		    wish.device, sizeof(wish.device), str_from(config->device));
	if (config->pins.interface != NULL && config->pins.interface[0] != '\0')
		wish.interface = (int)strtol(config->pins.interface, NULL, 16);
	wish.told_by_sim =
	    m->imsi_wanted[0] != '\0' || m->card_wanted[0] != '\0';
	m->ports = config->ports;
	if (m->ports == NULL)
		m->ports = m->own_ports =
		    ports_new(m->loop, modem_ms(m, MODEM_T_WATCH));
	m->claim = ports_join(m->ports, &wish, modem_on_ports_news, m);
	PANIC_UNLESS(m->claim >= 0); /* the configuration has the same limit */
}

struct modem *
modem_new(struct loop *loop, const struct modem_config *config,
    const struct modem_sink *sink)
{
	struct modem *m = xcalloc(1, sizeof(*m));
	m->loop = loop;
	m->sink = sink;
	str_copy(m->name, sizeof(m->name), str_from(config->name));
	str_copy(m->device, sizeof(m->device), str_from(config->device));
	str_copy(m->pin, sizeof(m->pin), str_from(config->pin));
	m->pin_tried = config->pin_refused;
	m->speed = config->speed > 0 ? config->speed : 115200;
	m->quirk = quirk_generic();
	m->why = "";
	m->signal_percent = -1;
	m->store_used = m->store_total = -1;
	m->told_status = MODEM_DOWN;
	m->was_absent = true; /* the machine may have just started */
	set_times(m, config);
	for (int i = 0; i < MODEM_ARGUMENTS_MAX; i++)
		if (config->pins.reset_command[i] == NULL)
			break;
		else
			m->reset_command[i] =
			    xstrdup(config->pins.reset_command[i]);
	set_wishes(m, &config->setup);
	m->chan_sink = (struct at_chan_sink){.arg = m,
	    .urcs = modem_urcs(),
	    .on_unknown = modem_on_unknown,
	    .on_event = modem_on_chan_event,
	    .on_late = modem_send_late};
	m->state_timer = timer_new(loop, on_state_timer, m);
	m->step_timer = timer_new(loop, modem_step_due, m);
	m->list_timer = timer_new(loop, modem_on_list_timer, m);
	m->sweep_timer = timer_new(loop, modem_on_sweep_timer, m);
	m->resume_timer = timer_new(loop, modem_on_resume_timer, m);
	m->health_timer = timer_new(loop, modem_on_health_timer, m);
	join_ports(m, config);
	modem_ussd_begin(m);
	m->since_mono_ms = loop_mono_ms(m->loop);
	fsm_start(&m->machine, modem_table(), MODEM_CLOSED, m->name, m, NULL);
	return m;
}

void
modem_free(struct modem **modem)
{
	struct modem *m = *modem;
	*modem = NULL;
	if (m == NULL)
		return;
	m->started = false;
	modem_close_device(m);
	errand_free(&m->errand);
	for (int i = 0; i < MODEM_ARGUMENTS_MAX; i++)
		free(m->reset_command[i]);
	timer_free(&m->state_timer);
	timer_free(&m->step_timer);
	timer_free(&m->list_timer);
	timer_free(&m->sweep_timer);
	timer_free(&m->resume_timer);
	timer_free(&m->health_timer);
	ports_leave(m->ports, m->claim);
	ports_free(&m->own_ports);
	modem_ussd_end(m);
	explicit_bzero(m->pin, sizeof(m->pin));
	free(m);
}

void
modem_start(struct modem *modem)
{
	if (modem->started)
		return;
	modem->started = true;
	modem->quiet = false;
	timer_arm(modem->state_timer, 0);
}

void
modem_stop(struct modem *modem)
{
	modem->started = false;
	modem_recover_stop(modem);
	modem_event(modem, MODEM_EV_STOP, "stopped");
}

void
modem_reset(struct modem *modem)
{
	modem->pin_tried = modem->pin_refused = false;
	modem->usb_refused = false;
	modem_recover_stop(modem);
	modem->backoff_ms = modem_ms(modem, MODEM_T_BACKOFF);
	if (modem->started)
		modem_event(modem, MODEM_EV_STOP, "reset by an operator");
}

void
modem_quiesce(struct modem *modem)
{
	modem->quiet = true;
	modem_tell_change(modem);
}

bool
modem_can_send(const struct modem *modem)
{
	return modem->machine.state == MODEM_READY && modem->chan != NULL &&
	       !modem_ussd_holds(modem) && !modem->send_wanted && !modem->quiet;
}

bool
modem_busy(const struct modem *modem)
{
	return modem->chan != NULL &&
	       (modem->send_wanted || modem_store_has_delete(modem));
}

/* FNV-1a: to see that it is another one without keeping whose it is. */
static int64_t
sim_hash(const struct modem *m)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	if (m->sim[0] == '\0')
		return 0;
	for (const char *at = m->sim; *at != '\0'; at++)
		hash = (hash ^ (unsigned char)*at) * UINT64_C(0x100000001b3);
	return (int64_t)(hash >> 2) + 1;
}

void
modem_describe(const struct modem *modem, struct modem_description *out)
{
	size_t digits = strlen(modem->serial);
	const char *why =
	    modem->machine.state == MODEM_REGISTERING
		? modem_network_why(modem->stat_creg, modem->stat_cereg)
		: "";
	*out = (struct modem_description){
	    .device = modem->device,
	    .maker = modem->maker,
	    .model = modem->model,
	    .firmware = modem->firmware,
	    .network = modem->network,
	    .signal_percent = modem->signal_percent,
	    .state = modem_status(modem) == MODEM_PARKED
			 ? "parked"
			 : fsm_state_name(&modem->machine),
	    .pin_refused = modem->pin_refused,
	    .why = why[0] != '\0' ? why : modem->why,
	    .since_mono_ms = modem->since_mono_ms,
	    .odd_lines = modem->odd_lines,
	    .sim = sim_hash(modem),
	    .rung = modem->ladder.rung,
	    .store = modem->stores[modem->store_main],
	    .store_used = modem->store_used,
	    .store_total = modem->store_total,
	};
	memcpy(out->climbs, modem->ladder.climbs, sizeof(out->climbs));
	str_copy(out->imei_tail, sizeof(out->imei_tail),
	    str_from(modem->serial + (digits > 4 ? digits - 4 : 0)));
}

const struct trace *
modem_trace(const struct modem *modem)
{
	return &modem->trace;
}

void
modem_draw(FILE *out)
{
	fsm_draw(modem_table(), out);
}
