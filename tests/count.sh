#!/bin/sh
# count.sh BUILD - reads the logs of one test run: "passed failed skipped".
#
# A cmocka program counts by its own cases, anything else as one test; the logs
# of what failed are shown.
build=$1
passed=0 failed=0 skipped=0
for trs in $(find "$build" -name '*.trs' | sort); do
	log=${trs%.trs}.log
	result=$(sed -n 's/^:test-result: *\([A-Z]*\).*/\1/p' "$trs")
	p=$(sed -n 's/.*\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
	f=$(sed -n 's/.*\[  FAILED  \] \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
	s=$(sed -n 's/.*\[  SKIPPED \] \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
	: "${p:=0}" "${f:=0}" "${s:=0}"
	if [ "$p$f$s" = 000 ] && [ "$result" = PASS ]; then
		p=1
	elif [ "$p$f$s" = 000 ] && [ "$result" = SKIP ]; then
		s=1
	elif [ "$result" = FAIL ] || [ "$result" = ERROR ]; then
		# A program that died has no count of its own.
		[ "$f" != 0 ] || f=1
		echo "-- FAILED: ${trs%.trs}" >&2
		tail -n 40 "$log" >&2
	fi
	passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done
echo "$passed $failed $skipped"
