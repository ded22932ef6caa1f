#include "gateway/admin/caller.h"

#include <string.h>

static const char *const names[] = {"nobody", "viewer", "operator", "admin"};

const char *
caller_role_name(enum caller_role role)
{
	return names[role];
}

enum caller_role
caller_role_from(const char *word)
{
	for (int role = CALLER_VIEWER; role <= CALLER_ADMIN; role++)
		if (word != NULL && strcmp(word, names[role]) == 0)
			return (enum caller_role)role;
	return CALLER_NOBODY;
}
