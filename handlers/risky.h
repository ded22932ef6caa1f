/* risky - which texts must prove that they are from whom they say.  Pure.
 *
 * A modem's network vouches for the number that it shows; who hands us texts
 * by a link of low trust can write any number on them.  So what would agree,
 * close, cancel or change something by such a link waits for a word that was
 * sent to the known number (proof.h).  A phone that always wrote by one link
 * and now writes by another, where we never wrote to it, must at least show
 * the order's code, which is small proof that it saw our text.
 *
 * Never risky: what only asks, what is asked back anyway, an order (a farmer
 * is asked first), and STOP, which must be easy for everybody. */
#ifndef HANDLERS_RISKY_H
#define HANDLERS_RISKY_H

#include <stdbool.h>

#include "handlers/intent.h"

struct risky_facts {
	bool low_trust; /* of the link it came by */
	bool other_link; /* as said above */
	bool asked; /* a question of ours is open */
	bool command; /* begins with a taught keyword (command.h) */
	bool involved; /* has a role, or something open: there is a loss */
};

/* Must it be proven? */
bool risky_judge(const struct intent *intent, const struct risky_facts *facts);

#endif
