#include "base/secret.h"

#include <argon2.h>
#include <malloc.h>

#include "base/panic.h"

#define PASSES 1
#define MEMORY_KIB 8192
#define LANES 1
#define DIGEST_OCTETS 32
#define LARGE_OCTETS (1024 * 1024)

void
secret_init(void)
{
	/* A threshold that is said is not raised by the first large block.
	 * Another allocator (a sanitizer's) has none: no harm. */
	(void)mallopt(M_MMAP_THRESHOLD, LARGE_OCTETS);
}

void
secret_hash(char dst[SECRET_HASH_OCTETS], struct str secret,
    const uint8_t salt[SECRET_SALT_OCTETS])
{
	int rc = argon2id_hash_encoded(PASSES, MEMORY_KIB, LANES, secret.at,
	    secret.octets, salt, SECRET_SALT_OCTETS, DIGEST_OCTETS, dst,
	    SECRET_HASH_OCTETS);

	PANIC_UNLESS(rc == ARGON2_OK);
}

bool
secret_is(const char *hash, struct str secret)
{
	return argon2id_verify(hash, secret.at, secret.octets) == ARGON2_OK;
}
