/* password_common - the three thousand commonest passwords of eight characters
 * and more (password_common.txt: small letters, sorted). */
#ifndef BASE_PASSWORD_COMMON_H
#define BASE_PASSWORD_COMMON_H

/* "\nword\nword\n" */
const char *password_common(void);

#endif
