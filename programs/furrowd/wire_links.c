#include "programs/furrowd/wire_links.h"

#include <string.h>
#include <sys/random.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/panic.h"
#include "gateway/link/link_http.h"
#include "gateway/link/link_modem.h"
#include "gateway/link/link_smpp.h"
#include "gateway/queue/sim_memory.h"
#include "gateway/store/store_link.h"
#include "gateway/store/store_message.h"
#include "programs/furrowd/conf_link.h"

#define PORTS_LOOK_MS 500
#define RECALL_MS (3 * 24 * 3600 * INT64_C(1000))
#define RECALL_LOOK 65536 /* messages: some 30 ms of the start */

size_t
wire_links_count(const struct conf *conf)
{
	return conf->modems + conf->smpps + conf->https;
}

static void
add(struct wire_links *links, struct store *store, struct link *link,
    const struct conf_link *conf)
{
	link->id =
	    store_link_ensure(store, conf->name, link->ops->kind, conf->number);
	conf_link_apply(link, conf);
	links->link[links->count++] = link;
}

static struct link *
open_modem(const struct wire_links *links, struct loop *loop,
    struct store *store, struct conf_modem *m, const struct link_sink *sink)
{
	struct link_modem_config config = {
	    .name = m->link.name,
	    .device = m->device,
	    .speed = (int)m->speed,
	    .pin = m->pin,
	    .pin_refused = m->pin[0] != '\0' &&
			   sim_memory_refused_pin(store, m->link.name) ==
			       link_modem_pin_mark(m->pin),
	    .number = m->link.number,
	    .no_questions = !m->link.two_way,
	    .cutting = &m->cutting,
	    .sweep_ms = m->sweep_ms,
	    .rate = m->rate,
	    .send_timeout_ms = m->send_timeout_ms,
	    .setup = conf_setup_modem(&m->setup),
	    .pins = conf_port_pins(&m->port),
	    .ports = links->ports,
	};
	struct link *link = link_modem_new(loop, &config, sink);
	link->budget = m->budget;
	explicit_bzero(m->pin, sizeof(m->pin));
	return link;
}

static uint64_t
any_number(void)
{
	uint64_t number = 0;
	PANIC_UNLESS(
	    getrandom(&number, sizeof(number), 0) == (ssize_t)sizeof(number));
	return number;
}

static struct link *
open_smpp(struct loop *loop, struct store *store, struct conf_smpp *s,
    const struct link_sink *sink)
{
	struct link_smpp_config config = {
	    .name = s->link.name,
	    .number = s->link.number,
	    .no_questions = !s->link.two_way,
	    .host = s->host,
	    .port = (unsigned short)s->port,
	    .tls = s->tls,
	    .tls_ca = s->tls_ca,
	    .tls_name = s->tls_name,
	    .system_id = s->system_id,
	    .password = s->password,
	    .system_type = s->system_type,
	    .address_range = s->address_range,
	    .address_ton = (uint8_t)s->address_ton,
	    .address_npi = (uint8_t)s->address_npi,
	    .pair = s->pair,
	    .binds = s->binds,
	    .window = (size_t)s->window,
	    .enquire_ms = s->enquire_ms,
	    .response_ms = s->response_ms,
	    .reconnect_min_ms = s->reconnect_min_ms,
	    .reconnect_max_ms = s->reconnect_max_ms,
	    .text = s->text,
	    .id_in_response = s->id_in_response,
	    .id_in_receipt = s->id_in_receipt,
	    .sender = s->sender,
	    .source_ton = s->source_ton,
	    .source_npi = s->source_npi,
	    .dest_ton = s->dest_ton,
	    .dest_npi = s->dest_npi,
	    .service_type = s->service_type,
	    .validity_minutes = (s->validity_ms + 59999) / 60000,
	    .no_receipts = !s->receipts,
	    .alive_ms = store_setting_int(store, "alive_ms", 0),
	    .seed = any_number(),
	};
	struct link *link = link_smpp_new(loop, &config, sink);
	explicit_bzero(s->password, sizeof(s->password));
	return link;
}

void
wire_links_open(struct wire_links *links, struct loop *loop,
    struct store *store, struct conf *conf, const struct link_sink *sink)
{
	links->count = 0;
	links->ports = ports_new(loop, PORTS_LOOK_MS);
	for (size_t i = 0; i < conf->modems; i++)
		add(links, store,
		    open_modem(links, loop, store, &conf->modem[i], sink),
		    &conf->modem[i].link);
	for (size_t i = 0; i < conf->smpps; i++)
		add(links, store, open_smpp(loop, store, &conf->smpp[i], sink),
		    &conf->smpp[i].link);
}

static void
on_taken(void *link, int64_t mr, const char *number)
{
	link_http_remember(link, mr, number);
}

/* Reports may leave out the number. */
static void
recall(struct store *store, struct link *link)
{
	store_message_taken_by(store, link->id,
	    clock_wall_ms(clock_system()) - RECALL_MS, RECALL_LOOK, on_taken,
	    link);
}

int
wire_links_open_http(struct wire_links *links, struct loop *loop,
    struct store *store, struct conf *conf, const struct link_sink *sink,
    struct err *err)
{
	struct link *opened[CONF_HTTP_MAX];
	if (conf->https == 0)
		return 0;
	links->http = wire_http_open(loop, conf, sink, opened, err);
	if (links->http == NULL)
		return -1;
	for (size_t i = 0; i < conf->https; i++) {
		add(links, store, opened[i], &conf->http[i].link);
		if (conf->http[i].report_path[0] != '\0')
			recall(store, opened[i]);
	}
	return 0;
}

void
wire_links_free(struct wire_links *links)
{
	for (size_t i = 0; i < links->count; i++)
		links->link[i]->ops->free(links->link[i]);
	links->count = 0;
	wire_http_free(&links->http);
	ports_free(&links->ports);
}

/* The patterns were tried when the file was read. */
static void
set_credit(struct credit *credit, size_t i, const struct conf_credit *c)
{
	struct err err;
	struct credit_plan plan = {.code = c->code,
	    .balance_pattern = c->balance_pattern,
	    .expiry_pattern = c->expiry_pattern,
	    .every_ms = c->every_ms,
	    .least_minor = c->least_minor};
	if (credit_set(credit, i, &plan, &err) < 0)
		log_event(LOG_ERROR, "wire", "pattern_refused", "link=%zu", i);
}

/* Modems are the first of the links. */
void
wire_links_credit(struct credit *credit, const struct conf *conf)
{
	for (size_t i = 0; i < conf->modems; i++)
		set_credit(credit, i, &conf->modem[i].credit);
}

static void
reload_modem(struct wire_links *links, size_t i, struct credit *credit,
    const struct conf_modem *next)
{
	if (strcmp(links->link[i]->name, next->link.name) != 0)
		return;
	conf_link_apply(links->link[i], &next->link);
	links->link[i]->budget = next->budget;
	set_credit(credit, i, &next->credit);
}

static void
reload_smpp(struct link *link, const struct conf_smpp *next)
{
	if (strcmp(link->name, next->link.name) == 0)
		conf_link_apply(link, &next->link);
}

static void
reload_http(struct link *link, const struct conf_http *next)
{
	if (strcmp(link->name, next->link.name) == 0)
		conf_link_apply(link, &next->link);
}

void
wire_links_reload(
    struct wire_links *links, struct credit *credit, const struct conf *next)
{
	for (size_t i = 0; i < links->count; i++) {
		for (size_t k = 0; k < next->modems; k++)
			reload_modem(links, i, credit, &next->modem[k]);
		for (size_t k = 0; k < next->smpps; k++)
			reload_smpp(links->link[i], &next->smpp[k]);
		for (size_t k = 0; k < next->https; k++)
			reload_http(links->link[i], &next->http[k]);
	}
}
