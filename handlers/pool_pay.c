#include "handlers/pool_pay.h"

#include <string.h>

#include "handlers/amount.h"
#include "handlers/share.h"

#define PAY_MOST 64
#define WHOLE_RATE 10000 /* hundredths of a percent */

/* The leader's cut of what this part earned. */
static int64_t
leader_part(const struct pool_pay *pay)
{
	int64_t own;

	if (pay->bought) {
		own = amount_total(pay->qty_milli, pay->price_minor);
		return own < 0 ? 0 : pay->amount_minor - own;
	}
	if (pay->rate <= 0)
		return 0;
	if (pay->rate >= WHOLE_RATE)
		return pay->amount_minor;
	/* In two steps, or it would not fit: rounded down, for the household.
	 */
	return pay->amount_minor / WHOLE_RATE * pay->rate +
	       pay->amount_minor % WHOLE_RATE * pay->rate / WHOLE_RATE;
}

size_t
pool_pay_out(struct pool_pay *pay, size_t count, int64_t leader_id,
    int64_t accepted_milli, int64_t total_minor)
{
	int64_t weights[PAY_MOST] = {0}, qty[PAY_MOST], sums[PAY_MOST];
	int64_t leader = 0;

	if (count > PAY_MOST)
		count = PAY_MOST;
	for (size_t i = 0; i < count; i++)
		weights[i] = pay[i].qty_milli;
	share_apportion(qty, weights, count, accepted_milli);
	share_apportion(sums, qty, count, total_minor);
	for (size_t i = 0; i < count; i++) {
		int64_t cut;

		pay[i].qty_milli = qty[i];
		pay[i].amount_minor = sums[i];
		cut = leader_part(&pay[i]);
		pay[i].amount_minor -= cut;
		leader += cut;
	}
	if (leader == 0)
		return count;
	memset(&pay[count], 0, sizeof(pay[count]));
	pay[count].person_id = leader_id;
	pay[count].amount_minor = leader;
	return count + 1;
}
