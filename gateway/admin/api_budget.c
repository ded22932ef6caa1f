/* api_budget - what a link may send, and what it has sent of that. */
#include "base/clock.h"

#include "gateway/store/store_budget.h"
#include "gateway/store/store_spend.h"

#include "gateway/admin/api_impl.h"

static json_t *
limit_json(int64_t limit)
{
	return limit > 0 ? json_integer(limit) : json_null();
}

/* Null for a link that has no plan behind it. */
json_t *
api_budget_json(const struct api_config *config, const struct api_link *link)
{
	int64_t now_ms = clock_wall_ms(config->clock);
	struct budget_used month;
	struct spend today;

	if (!link->budget.counted)
		return json_null();
	store_spend_get(config->reader,
	    market_account_day(config->market, now_ms), link->id, &today);
	store_budget_get(config->reader, link->id,
	    market_month_begin(config->market, now_ms), &month);
	return json_pack("{s:I, s:o, s:I, s:o, s:I, s:o, s:o}", "texts_today",
	    (json_int_t)today.texts, "texts_per_day",
	    limit_json(link->texts_per_day), "texts_month",
	    (json_int_t)month.parts, "texts_per_month",
	    limit_json(link->budget.texts_per_month), "recipients_month",
	    (json_int_t)month.recipients, "recipients_per_month",
	    limit_json(link->budget.recipients_per_month), "expires",
	    link->budget.expires_ms > 0 ? api_time(link->budget.expires_ms)
					: json_null());
}
