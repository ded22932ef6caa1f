#!/bin/sh
# fuzz_ussd_menu.sh FOLDER - FOLDER/ussd_menu.dict: what a file of screens may
# say, for the fuzzer of handlers/ussd_menu.
set -eu
{
	printf '%s\n' languages text screen option next when not set menu list \
		number confirm show resumable secret skip do back home end \
		'->' en sw hi '{market}' '[, {place}]' '\\n'
	sed -n -e 's/.*\.name = "\([a-z_]*\)".*/\1/p' \
		-e 's/.*\.words = "\([^"]*\)".*/\1/p' handlers/ussd_rows.c |
		tr ' ' '\n'
} | sed -e '/^$/d' -e 's/.*/"&"/' | sort -u >"$1/ussd_menu.dict"
