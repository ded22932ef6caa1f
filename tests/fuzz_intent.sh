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

# The first two octets of an input choose who writes, and after what: letters
# here that set the bits as set_hints() of intent_fuzz.c reads them.
anybody='@A 1A 2B AP !a 0b P0 qp "Q 2j 1k !7'
admin='8A'

# seeds NAME HINTS: a file for each line of standard input, with HINTS in turn.
seeds() {
	awk -v folder="$out/intent" -v name="$1" -v hints="$2" '
	BEGIN { hints_count = split(hints, hint, " ") }
	{
		file = sprintf("%s/%s-%04d", folder, name, NR)
		printf "%s%s", hint[NR % hints_count + 1], $0 >file
		close(file)
	}'
}

sed -n 's/.*"text": "\(.*\)", "expect".*/\1/p' tests/language/*.jsonl |
	seeds label "$anybody"
seeds silence "$anybody" <tests/language/silence
sed -n 's/^[bsoa][^|]*|\([^|]*\)|.*/\1/p' tests/language/story* |
	seeds story "$anybody"

# What few people write: an admin's words, marks and figures of other scripts.
tr '|' '\n' <<'TEXTS' | seeds odd "$admin"
ALIAS waru potato|alias red gold to beans|LANG hi-Latn|LANG bn-Latn
nakupe kilo 3‑4|10–12 kg|• rice 5kg|−3 kg rice|十二点五公斤大米|一百点二五公斤苹果
99999999999999999999 kg|sold out tomato rice|received 3kg onions B2D|got 2 bags
TEXTS
