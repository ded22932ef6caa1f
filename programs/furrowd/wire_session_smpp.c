#include "programs/furrowd/wire_session_smpp.h"

#include <string.h>

#include "base/log.h"
#include "base/panic.h"
#include "gateway/link/link_smpp_ussd.h"

static struct link *
find(struct link *const *links, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(links[i]->name, name) == 0)
			return links[i];
	return NULL;
}

struct link *
wire_session_smpp_open(struct link *const *links, size_t count,
    const struct conf_session *session, const struct session_sink *sink)
{
	const struct conf_session_smpp *smpp = &session->smpp;
	struct link_smpp_ussd_config config = {
	    .rules = smpp->rules, .channel = &session->channel, .sink = sink};
	struct link *link = find(links, count, smpp->link);
	PANIC_UNLESS(link != NULL);
	link_smpp_ussd_serve(link, &config);
	log_event(LOG_INFO, "wire", "channel",
	    "name=%s dialect=%s codes=%zu link=%s", session->channel.name,
	    smpp_ussd_profile_name(smpp->rules.profile), session->channel.codes,
	    link->name);
	return link;
}
