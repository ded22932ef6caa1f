#!/bin/sh
# fuzz.sh [SECONDS [TARGET...]] - runs the fuzz targets with clang's libFuzzer.
#
# With FUZZ_RUNS=N in the environment each target runs N inputs and not for a
# time, with -runs=N.  A target is a file, or its name without folder and _fuzz.c.
# FUZZ_LIGHT=1 leaves AddressSanitizer out, for runs by the ten millions.
# A line `most: OCTETS` in a target says how long its inputs are.
# Each *_fuzz.c is built with the libraries' sources under AddressSanitizer and
# UndefinedBehaviorSanitizer and runs for SECONDS (60) from its seeds in
# tests/corpus/.  Prints a line a target: executions, edges covered, findings.
# For a target that names its parser in a line `covers: FILES` it also tells how
# many of that parser's edges the inputs found reach (counted in a build without
# sanitizers, whose checks would count as edges, and without inlining, whose
# copies would).  tests/fuzz_NAME.sh, where
# there is one, makes a dictionary and more seeds.
# A finding's input stays in build/fuzz/ and the exit status is 1.
set -u
cd "$(dirname "$0")/.." || exit 1
. build-aux/packages.sh
seconds=${1:-60}
[ $# -gt 0 ] && shift
# shellcheck disable=SC2086
need_packages "to fuzz" $BUILD_PACKAGES clang libclang-rt-14-dev || exit 1

out=build/fuzz
flags="-std=c11 -D_GNU_SOURCE -I. -g -O1 -fno-omit-frame-pointer
	-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all"
[ -n "${FUZZ_LIGHT:-}" ] && {
	out=build/fuzz-light
	flags="-std=c11 -D_GNU_SOURCE -I. -g -O2
		-fsanitize=fuzzer-no-link,undefined
		-fsanitize-undefined-trap-on-error"
}
mkdir -p "$out"
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

# "2300 of 2500 edges of the parser" that the inputs found so far reach.
count_edges() {
	covers=$(sed -n 's/^ \* covers: *\([^ ].*\)$/\1/p' "$1" |
		sed 's, *\*/$,,')
	[ -n "$covers" ] || return
	plain="-std=c11 -D_GNU_SOURCE -I. -O1 -fno-inline -DFURROW_SOURCE=\"$source\""
	mkdir -p "$out/plain"
	rm -f "$out"/plain/*
	for file in base/*.c sms/*.c modem/*.c handlers/*.c $1; do
		watch=
		# shellcheck disable=SC2254
		for watched in $covers; do
			case $file in $watched) watch=-fsanitize=fuzzer-no-link ;; esac
		done
		case $file in
		"$1") watch= ;;
		*_fuzz.c) continue ;;
		esac
		# shellcheck disable=SC2086
		clang $plain $watch -c "$file" \
			-o "$out/plain/$(echo "$file" | tr / _ | sed 's/c$/o/')"
	done
	# shellcheck disable=SC2086
	ar rcs "$out/plain/rooms.a" "$out"/plain/*.o
	clang -fsanitize=fuzzer -o "$out/$name.plain" "$out"/plain/*_fuzz.o \
		"$out/plain/rooms.a" $libraries
	"$out/$name.plain" -runs=0 "$out/$name" "tests/corpus/$name" 2>&1 |
		awk '/inline 8-bit counters/ && !all {
			sub(/.*\(/, ""); all = $1 }
		/ cov: / { sub(/.* cov: /, ""); reached = $1 }
		END { printf ", %d of %d of the parser (%.1f %%)", reached,
			all, 100 * reached / all }'
}

limit=-max_total_time=$seconds
[ -n "${FUZZ_RUNS:-}" ] && limit=-runs=$FUZZ_RUNS

echo "building"
build_objects || exit 1
targets=${*:-$(find base sms modem gateway handlers programs \
	-name '*_fuzz.c' | sort)}
status=0
for target in $targets; do
	name=$(basename "$target" _fuzz.c)
	[ -f "$target" ] ||
		target=$(find base sms modem gateway handlers programs \
			-name "${name}_fuzz.c")
	mkdir -p "$out/$name"
	dictionary=
	[ -f "tests/fuzz_$name.sh" ] && {
		sh "tests/fuzz_$name.sh" "$out" || exit 1
		dictionary=-dict=$out/$name.dict
	}
	# shellcheck disable=SC2086
	clang $flags -fsanitize=fuzzer -DFURROW_SOURCE="\"$source\"" \
		-o "$out/$name.fuzz" "$target" "$out/rooms.a" $libraries \
		>"$out/$name.log" 2>&1 || {
		tail -n 5 "$out/$name.log" >&2
		status=1
		continue
	}
	most=$(sed -n 's/^ \* most: *\([0-9]*\).*/\1/p' "$target")
	"$out/$name.fuzz" "$limit" -print_final_stats=1 \
		${most:+-max_len="$most"} \
		-artifact_prefix="$out/$name-" -timeout=5 $dictionary \
		"$out/$name" "tests/corpus/$name" >"$out/$name.log" 2>&1
	rc=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log")
	edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$out/$name.log" | tail -n 1)
	part=$(count_edges "$target")
	found=none
	[ $rc = 0 ] || {
		found="$(ls "$out/$name"-* 2>/dev/null | tail -n 1)"
		status=1
	}
	printf '%-14s %12s executions %7s edges%s  findings: %s\n' \
		"$name" "$runs" "$edges" "$part" "$found"
done
exit $status
