#include "gateway/admin/auth_hash.h"

#include <string.h>

#include "gateway/admin/auth_impl.h"

/* In the thread. */
static void
run(struct work *work, int thread)
{
	struct auth_hash *h = (struct auth_hash *)work;

	(void)thread;
	h->right = h->against[0] == '\0' ||
		   password_is(h->against, str_from(h->typed));
	if (h->right && h->fresh[0] != '\0')
		password_hash(h->made, str_from(h->fresh));
}

static void
done(struct work *work, bool ran)
{
	struct auth_hash *h = (struct auth_hash *)work;

	explicit_bzero(h->typed, sizeof(h->typed));
	explicit_bzero(h->fresh, sizeof(h->fresh));
	h->auth->waiting--;
	h->auth->hashes++;
	h->done(h->arg, ran);
}

bool
auth_hash_give(struct auth *auth, struct auth_hash *hash,
    void (*then)(void *arg, bool ran), void *arg)
{
	if (auth->waiting >= AUTH_WAITING_MOST)
		return false;
	hash->work = (struct work){run, done, NULL};
	hash->auth = auth;
	hash->done = then;
	hash->arg = arg;
	hash->right = false;
	hash->made[0] = '\0';
	auth->waiting++;
	if (auth->workers == NULL) {
		run(&hash->work, 0);
		done(&hash->work, true);
		return true;
	}
	if (workers_give(auth->workers, &hash->work))
		return true;
	auth->waiting--;
	return false;
}
