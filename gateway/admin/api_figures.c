/* api_figures - GET figures: what the first page shows besides `status`. */
#include "base/clock.h"

#include "gateway/store/store_traffic.h"

#include "gateway/admin/api_impl.h"

#define HOURS 24

static json_t *
hours_json(const struct api_config *config)
{
	struct traffic_hour hours[HOURS];
	json_t *list = json_array();

	store_traffic_hours(
	    config->reader, clock_wall_ms(config->clock), hours, HOURS);
	for (int i = 0; i < HOURS; i++)
		json_array_append_new(list,
		    json_pack("{s:o, s:I, s:I, s:b}", "time",
			api_time(hours[i].from_ms), "in",
			(json_int_t)hours[i].in, "out",
			(json_int_t)hours[i].out, "about", hours[i].about));
	return list;
}

/* Lines of open orders, by state; all states, so that a zero can be told from
 * what an older furrowd does not know. */
static json_t *
orders_json(const struct traffic_orders *orders)
{
	json_t *states = json_object();

	for (int s = LINE_ASKED; s <= LINE_FAILED; s++)
		json_object_set_new(states, line_state_name((enum line_state)s),
		    json_integer(orders->lines[s]));
	return states;
}

void
api_figures_get(const struct api_call *call)
{
	const struct api_config *config = &call->api->config;
	struct traffic_orders orders;

	store_traffic_orders(config->reader, &orders);
	api_reply(call->request, 200,
	    json_pack("{s:o, s:b, s:o}", "orders", orders_json(&orders),
		"orders_all", orders.all, "hours", hours_json(config)));
}
