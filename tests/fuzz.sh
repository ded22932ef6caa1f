#!/bin/sh
# fuzz.sh [SECONDS [TARGET...]] - runs the fuzz targets with clang's libFuzzer.
#
# Each *_fuzz.c is built with the libraries' sources under AddressSanitizer and
# UndefinedBehaviorSanitizer and runs for SECONDS (60) from its seeds in
# tests/corpus/.  Prints a line a target: executions, edges covered, findings.
# A finding's input stays in build/fuzz/ and the exit status is 1.
set -u
cd "$(dirname "$0")/.." || exit 1
. build-aux/packages.sh
seconds=${1:-60}
[ $# -gt 0 ] && shift
# shellcheck disable=SC2086
need_packages "to fuzz" $BUILD_PACKAGES clang libclang-rt-14-dev || exit 1

out=build/fuzz
mkdir -p "$out"
flags="-std=c11 -D_GNU_SOURCE -I. -g -O1 -fno-omit-frame-pointer
	-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all"
source=$PWD
libraries="-lsqlite3 -lconfuse -ljansson -lutf8proc -levent"

# Objects of every room that a target may reach; programs' mains stay out.
build_objects() {
	for file in base/*.c sms/*.c modem/*.c gateway/core/*.c \
		gateway/admin/csv.c handlers/*.c programs/furrowd/conf.c; do
		case $file in *_fuzz.c) continue ;; esac
		object=$out/$(echo "$file" | tr / _ | sed 's/c$/o/')
		[ "$object" -nt "$file" ] && continue
		# shellcheck disable=SC2086
		clang $flags -DFURROW_SOURCE="\"$source\"" -c \
			-o "$object" "$file" || return 1
	done
	rm -f "$out/rooms.a"
	ar rcs "$out/rooms.a" "$out"/*.o
}

echo "building"
build_objects || exit 1
targets=${*:-$(find base sms modem gateway handlers programs \
	-name '*_fuzz.c' | sort)}
status=0
for target in $targets; do
	name=$(basename "$target" _fuzz.c)
	mkdir -p "$out/$name"
	# shellcheck disable=SC2086
	clang $flags -fsanitize=fuzzer -DFURROW_SOURCE="\"$source\"" \
		-o "$out/$name.fuzz" "$target" "$out/rooms.a" $libraries \
		>"$out/$name.log" 2>&1 || {
		tail -n 5 "$out/$name.log" >&2
		status=1
		continue
	}
	"$out/$name.fuzz" -max_total_time="$seconds" -print_final_stats=1 \
		-artifact_prefix="$out/$name-" -timeout=5 \
		"$out/$name" "tests/corpus/$name" >"$out/$name.log" 2>&1
	rc=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log")
	edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$out/$name.log" | tail -n 1)
	found=none
	[ $rc = 0 ] || {
		found="$(ls "$out/$name"-* 2>/dev/null | tail -n 1)"
		status=1
	}
	printf '%-14s %12s executions %7s edges  findings: %s\n' \
		"$name" "$runs" "$edges" "$found"
done
exit $status
