#include "programs/furrowd/wire_sim.h"

#include <string.h>

#include "gateway/store/store_link.h"

static bool
has_code(const struct session_channel *channel, const char *code)
{
	for (size_t i = 0; i < channel->codes; i++)
		if (strcmp(channel->code[i], code) == 0)
			return true;
	return false;
}

static void
add_code(struct session_channel *channel, const char *code)
{
	if (channel->codes < SESSION_CODES_MAX && !has_code(channel, code))
		str_copy(channel->code[channel->codes++],
		    sizeof(channel->code[0]), str_from(code));
}

void
wire_sim_open(
    struct session_channel *out, struct store *store, const struct conf *conf)
{
	conf_session_usual(out, WIRE_SIM_NAME);
	out->id = store_link_ensure(store, WIRE_SIM_NAME, "ussd", "");
	for (size_t i = 0; i < conf->sessions; i++)
		for (size_t k = 0; k < conf->session[i].channel.codes; k++)
			add_code(out, conf->session[i].channel.code[k]);
	if (out->codes == 0)
		add_code(out, WIRE_SIM_CODE);
}
