#!/bin/sh
# fuzz.sh [SECONDS [TARGET...]] - runs the fuzz targets with clang's libFuzzer.
#
# With FUZZ_RUNS=N in the environment each target runs N inputs and not for a
# time, with -runs=N.  A target is a file, or its name without folder and _fuzz.c.
# A line `most: OCTETS` in a target says how long its inputs are.
# Each *_fuzz.c is built with the libraries' sources under AddressSanitizer and
# UndefinedBehaviorSanitizer and runs for SECONDS (60) from its seeds in
# tests/corpus/.
# FUZZ_LIGHT=1 is for runs by the ten millions, and ten times as quick: instead
# of AddressSanitizer, the input lies against a forbidden page
# (tests/fuzz_edge.c), arrays are bounded and stacks guarded, and comparisons
# are not traced for the fuzzer's guesses.  Run both: each finds other things.
# Prints a line a target: executions, their speed, edges covered, findings.
# For a target that names its parser in a line `covers: FILES` it also tells how
# many of that parser's edges the inputs found reach, and how many the corpus
# alone (counted in a build without sanitizers, whose checks would count as
# edges, and without inlining, whose copies would).  A line `functions: NAMES`
# (with * and ?) leaves out what those files have for other parsers.
# tests/fuzz_NAME.sh, where there is one, makes a dictionary and more seeds.
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
edge=
[ -n "${FUZZ_LIGHT:-}" ] && {
	out=build/fuzz-light
	flags="-std=c11 -D_GNU_SOURCE -I. -g -O2 -fstack-protector-all
		-fsanitize-coverage=inline-8bit-counters,pc-table
		-fsanitize=undefined -fsanitize-undefined-trap-on-error"
	edge=$out/edge.o
}
mkdir -p "$out"
source=$PWD
plain="-std=c11 -D_GNU_SOURCE -I. -O1 -fno-inline -DFURROW_SOURCE=\"$source\""
libraries="-lsqlite3 -lconfuse -ljansson -lutf8proc -levent -lcrypto"

# Objects in a FOLDER that were built with other headers are of no use.
drop_stale() {
	[ -f "$1/rooms.a" ] && [ -n "$(find base sms modem gateway handlers \
		programs -name '*.h' -newer "$1/rooms.a")" ] && rm -f "$1"/*.o
}

# Objects of every room that a target may reach; programs' mains stay out.
build_objects() {
	drop_stale "$out"
	for file in base/*.c sms/*.c modem/*.c gateway/core/*.c \
		gateway/link/pdu_kind.c gateway/link/smpp_*.c \
		gateway/link/http_fields.c gateway/link/http_template.c \
		gateway/link/ussd_dialect*.c \
		gateway/store/audit_head.c gateway/store/audit_hash.c \
		gateway/store/search_text.c gateway/store/search_words.c \
		gateway/admin/auth_read.c gateway/admin/query_read.c \
		gateway/admin/csv.c gateway/admin/sendsms.c gateway/admin/dlr.c handlers/*.c \
		programs/furrowd/conf.c; do
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

# The fuzzer calls the edge, and that the target, or at once the target.
# shellcheck disable=SC2086
build_target() {
	clang $flags ${edge:+-DLLVMFuzzerTestOneInput=fuzz_target} \
		-DFURROW_SOURCE="\"$source\"" \
		-c -o "$out/$name.target" "$target" || return 1
	clang $flags -fsanitize=fuzzer -o "$out/$name.fuzz" \
		"$out/$name.target" $edge "$out/rooms.a" $libraries
}

# Objects without sanitizers, and without the counters of edges.
build_plain() {
	mkdir -p "$out/plain"
	drop_stale "$out/plain"
	for file in base/*.c sms/*.c modem/*.c gateway/core/*.c \
		gateway/link/pdu_kind.c gateway/link/smpp_*.c \
		gateway/link/http_fields.c gateway/link/http_template.c \
		gateway/store/audit_head.c gateway/store/audit_hash.c \
		gateway/store/search_text.c gateway/store/search_words.c \
		gateway/admin/auth_read.c gateway/admin/query_read.c \
		gateway/link/ussd_dialect*.c handlers/*.c; do
		case $file in *_fuzz.c) continue ;; esac
		object=$out/plain/$(echo "$file" | tr / _ | sed 's/c$/o/')
		[ "$object" -nt "$file" ] && continue
		# shellcheck disable=SC2086
		clang $plain -c -o "$object" "$file" || return 1
	done
	rm -f "$out/plain/rooms.a"
	ar rcs "$out/plain/rooms.a" "$out"/plain/*.o
}

# "2300 of 2500" edges of the parser that the inputs in the FOLDERs reach.
edges_by() {
	"$out/$name.plain" -runs=0 "$@" 2>&1 |
		awk '/inline 8-bit counters/ && !all {
			sub(/.*\(/, ""); all = $1 }
		/ cov: / { sub(/.* cov: /, ""); reached = $1 }
		END { printf "%d of %d (%.1f %%)", reached, all,
			100 * reached / all }'
}

# The words behind `covers:` or `functions:` in a target, from all its lines.
words_of() {
	sed -n "s/^ \\* $1: *\\([^ ].*\\)\$/\\1/p" "$2" | sed 's, *\*/$,,'
}

# What is listed by name stands before the archive's object of the same file.
count_edges() {
	covers=$(words_of covers "$1")
	[ -n "$covers" ] || return
	rm -rf "$out/watched"
	mkdir -p "$out/watched"
	functions=$(words_of functions "$1")
	set -f
	# shellcheck disable=SC2086
	printf 'fun:%s\n' ${functions:-*} >"$out/watched/functions"
	set +f
	echo 'src:*' >>"$out/watched/functions"
	for file in $covers; do
		# shellcheck disable=SC2086
		clang $plain -fsanitize=fuzzer-no-link \
			-fsanitize-coverage-allowlist="$out/watched/functions" \
			-c "$file" \
			-o "$out/watched/$(basename "$file" .c).o"
	done
	# shellcheck disable=SC2086
	clang $plain -c "$1" -o "$out/watched/${name}_fuzz.o"
	clang -fsanitize=fuzzer -o "$out/$name.plain" "$out"/watched/*.o \
		"$out/plain/rooms.a" $libraries
	printf ', of the parser %s, by the corpus alone %s' \
		"$(edges_by "$out/$name" "tests/corpus/$name")" \
		"$(edges_by "tests/corpus/$name")"
}

limit=-max_total_time=$seconds
[ -n "${FUZZ_RUNS:-}" ] && limit=-runs=$FUZZ_RUNS

echo "building"
build_objects && build_plain || exit 1
[ -z "$edge" ] || clang -D_GNU_SOURCE -O2 -g -c -o "$edge" tests/fuzz_edge.c ||
	exit 1
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
	build_target >"$out/$name.log" 2>&1 || {
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
	speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$out/$name.log")
	edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$out/$name.log" | tail -n 1)
	part=$(count_edges "$target")
	found=none
	[ $rc = 0 ] || {
		found="$(ls "$out/$name"-* 2>/dev/null | tail -n 1)"
		status=1
	}
	printf '%-17s %9s executions, %s a second, %s edges%s; findings: %s\n' \
		"$name" "$runs" "$speed" "$edges" "$part" "$found"
done
exit $status
