/* facts - what the admin API is told about the running daemon.
 *
 * Plain translation between rooms: links and alarms into the API's status,
 * an operator's wish into a link's function. */
#ifndef PROGRAMS_FURROWD_FACTS_H
#define PROGRAMS_FURROWD_FACTS_H

#include "gateway/admin/api.h"
#include "gateway/core/link.h"
#include "gateway/queue/enquiry.h"
#include "gateway/queue/turnloop.h"

#include "programs/furrowd/ussd_script.h"

void facts_status(struct api_status *out, const struct turnloop *turnloop,
    struct link *const *links, size_t links_count);

/* As api_config.link_step. */
bool facts_link_step(struct link *const *links, size_t links_count,
    const char *name, size_t i, struct link_step *out);

/* As api_config.link_act, link_act's own arguments. */
int facts_link_act(struct link *const *links, size_t links_count,
    const char *name, enum api_link_act act, struct err *err);

/* As api_config.ussd, with the configuration's scripts. */
int facts_ussd(struct enquiries *enquiries, const struct ussd_script *scripts,
    size_t scripts_count, const struct api_ussd *ask, struct err *err);

/* As api_config.text_parts: SMS parts, 0 when it needs more than a text may
 * have. */
int facts_text_parts(void *arg, struct str text);
/* As api_config.text_measure. */
void facts_text_measure(void *arg, struct str text, struct api_measure *out);

#endif
