#!/bin/sh
# count - instructions of one order, counted by callgrind.
#
#   count.sh BUILD [MODE [MORE [FEWER]]]
#
# Runs bench/orders twice and divides the difference, so that what a start
# costs is not in it.  Says the same on a busy machine.
set -e
build=$1 mode=${2:-life} more=${3:-1500} fewer=${4:-500}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
run() {
	mkdir "$place/$1"
	valgrind --tool=callgrind --callgrind-out-file="$place/$1.out" \
		"$build/bench/orders" -m "$mode" "$1" 300 100 "$place/$1" \
		>"$place/$1.txt" 2>"$place/$1.err"
	sed -n 's/^==.*Collected : //p' "$place/$1.err"
}
a=$(run "$more")
b=$(run "$fewer")
echo "$mode: $(((a - b) / (more - fewer))) instructions each"
grep 'each:' "$place/$more.txt"
if [ -n "$COUNT_KEEP" ]; then
	cp "$place/$more.out" "$COUNT_KEEP"
fi
