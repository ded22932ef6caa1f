#!/bin/sh
# run.sh BUILD - the figures of one build, in one table (docs/performance.md).
set -u
build=$(cd "${1:-.}" && pwd) || exit 1
cd "$build" && rm -rf bench-data && mkdir bench-data && cd bench-data || exit 1
echo "machine: $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo |
	head -n 1)"

# The same text from a hundred thousand phones, as a modem would list it.
awk 'BEGIN { for (i = 0; i < 100000; i++)
	printf "07915274000000F0040C91527411%02d%02d0000006211523103252116F7B09B0EAAADCF20FABB1DA6BFE720FA9B1CCE03\n", \
	    i % 100, int(i / 100) % 100 }' >pdus
echo "== furrow pdu decode, 100,000 deliver PDUs"
start=$(date +%s.%N)
"$build/furrow" pdu decode --direction deliver <pdus >decoded || exit 1
end=$(date +%s.%N)
good=$(grep -c '"ok":true' decoded)
echo "$start $end $good" |
	awk '{ printf "%d decoded, %.0f PDUs/s\n", $3, $3 / ($2 - $1) }'

echo "== texts read: rate, the dearest text, memory"
"$build/bench/parse"

echo "== texts in through one undelayed simulated modem, durable"
"$build/bench/receive" 5000 2>receive.log || cat receive.log

echo "== whole order lives through the loop link, durable"
"$build/bench/orders" 20000 500 1000 2>/dev/null
"$build/bench/orders" 20000 100 1000 2>/dev/null
