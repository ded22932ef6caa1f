#!/bin/sh
# fuzz_intent.sh FOLDER - what the fuzzer of handlers/intent starts from.
#
# FOLDER/intent.dict: the single words of all lexicons and the catalogue, as a
# dictionary.  FOLDER/intent/: the labelled texts as seeds.
set -eu
out=$1
mkdir -p "$out/intent"
export LC_ALL=C

# One word or phrase a line.
words() {
	sed -e 's/#.*//' -e '/^\[/d' -e 's/^[^:]*://' handlers/lexicon/*.lex |
		tr ',' '\n'
	sed -n 's/.*"\([^"]*\)",*$/\1/p' tests/language/catalogue.json
}

# The dictionary takes octets outside of ASCII as \xAB only.
words | sed -e 's/^ *//' -e 's/ *$//' -e '/^$/d' -e '/^.\{61,\}/d' -e '/ /d' |
	sort -u | awk '
	BEGIN { for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i }
	{
		line = ""
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			plain = code[c] > 31 && code[c] < 127 &&
			    c != "\"" && c != "\\"
			line = line (plain ? c : sprintf("\\x%02X", code[c]))
		}
		print "\"" line "\""
	}' >"$out/intent.dict"

# The first octet of an input chooses who writes, and after which question.
sed -n 's/.*"text": "\(.*\)", "expect".*/\1/p' tests/language/*.jsonl | awk '
	BEGIN { split("@ A B P a b 0 p", hint, " ") }
	{
		file = sprintf("%s/seed-%04d", folder, NR)
		printf "%s%s", hint[NR % 8 + 1], $0 >file
		close(file)
	}' folder="$out/intent"
