#include "programs/furrow/remote.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <curl/curl.h>

#include "base/str.h"

#include "programs/furrow/command.h"

/* -- the URL ------------------------------------------------------------------
 */

static bool
is_here(struct str host)
{
	static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t octets = strlen(names[i]);
		if (str_starts_nocase(host, names[i]) &&
		    (host.octets == octets || host.at[octets] == ':'))
			return true;
	}
	return false;
}

int
remote_url(char *dst, size_t octets, const char *url)
{
	struct str text = str_from(url);
	bool plain = str_starts_nocase(text, "http://");
	size_t scheme = plain ? 7 : 8;

	while (text.octets > 0 && text.at[text.octets - 1] == '/')
		text.octets--;
	if ((!plain && !str_starts_nocase(text, "https://")) ||
	    text.octets <= scheme)
		return complain(
		    url, "is not like https://farm.example.org:8642");
	struct str rest = str_of(text.at + scheme, text.octets - scheme);
	if (memchr(rest.at, '/', rest.octets) != NULL ||
	    memchr(rest.at, '@', rest.octets) != NULL ||
	    memchr(rest.at, '?', rest.octets) != NULL)
		return complain(url, "only a host and a port, please: the path "
				     "is added, and the token is in a file");
	if (plain && !is_here(rest))
		return complain(url,
		    "over http the token could be read on its way: use https");
	if (str_copy(dst, octets, text) != text.octets)
		return complain(url, "it is too long");
	return EXIT_DONE;
}

/* -- the token ----------------------------------------------------------------
 */

int
remote_token(char dst[REMOTE_TOKEN_OCTETS], const char *path)
{
	struct stat st;
	FILE *in = fopen(path, "re");

	if (in == NULL)
		return complain(path, "the token file cannot be read");
	if (fstat(fileno(in), &st) != 0 || (st.st_mode & S_IROTH) != 0) {
		fclose(in);
		return complain(path,
		    "everybody on this machine may read the token: "
		    "chmod 600 that file");
	}
	if (fgets(dst, REMOTE_TOKEN_OCTETS, in) == NULL)
		dst[0] = '\0';
	fclose(in);
	dst[strcspn(dst, "\r\n")] = '\0';
	if (dst[0] == '\0' || strpbrk(dst, " \t") != NULL)
		return complain(
		    path, "the first line of the token file is no token");
	return EXIT_DONE;
}

/* -- what to do ---------------------------------------------------------------
 */

const char *
remote_advice(int code, bool own_ca)
{
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return "is the name right?";
	case CURLE_COULDNT_CONNECT:
	case CURLE_OPERATION_TIMEDOUT:
		return "is furrowd running there, with admin { listen = … }?";
	case CURLE_PEER_FAILED_VERIFICATION:
		return own_ca ? "is that the CA of this server, and is it "
				"the right name?"
			      : "who it is cannot be told: name the CA that "
				"signed its certificate with --ca FILE";
	case CURLE_SSL_CACERT_BADFILE:
		return "the file of --ca cannot be used";
	case CURLE_SSL_CONNECT_ERROR:
		return "does it speak TLS 1.2 there? without a certificate it "
		       "is http://";
	case CURLE_GOT_NOTHING:
	case CURLE_RECV_ERROR:
		return "does it speak TLS there? then it is https://";
	}
	return "";
}

const char *
remote_advice_refused(long status, bool has_token)
{
	if (status == 401 && !has_token)
		return "give a token with --token-file FILE (furrow token add "
		       "makes one)";
	if (status == 401)
		return "the token is unknown, has ended or was revoked";
	return "";
}
