#!/bin/sh
# search.sh BUILD - how long what an admin asks takes in a store of ten million
# messages, alone and while orders are worked, and whether orders take longer
# for it (docs/performance.md).
#
# SEARCH_STORE names a folder with a store as bench-scale makes it
# (SCALE_KEEP=1); without, it is made first, which takes some minutes.  The
# index of words is made whole before.  SEARCH_TIMES (100) each question,
# SEARCH_SECONDS (10) of each phase of orders.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${SEARCH_SECONDS:-10} times=${SEARCH_TIMES:-100}
. "$here/load_lib.sh"
store=${SEARCH_STORE:-}
if [ -z "$store" ]; then
	SCALE_KEEP=1 sh "$here/scale.sh" "$build" || exit 1
	store=$build/scale-data
fi
cd "$store" || exit 1
trap stop_all EXIT
trap 'exit 1' HUP INT PIPE TERM
furrow_conf 2000
# The daemon first: the store may be of an older schema.
start_furrowd && stop_all && "$build/bench/scale" -s furrow.db || exit 1

one() {
	sqlite3 -readonly furrow.db "$1"
}
# Buyers who were in no run before: a store grows by more than it has of them.
first=$((2000000 + $(one "SELECT max(id) FROM message") % 7000000))
# What is asked for, out of the middle of the store.
middle=$(($(one "SELECT max(id) FROM message") / 2))
phone=$(one "SELECT number FROM phone WHERE id = (SELECT phone_id FROM message
	WHERE id >= $middle AND text LIKE '%maize%' LIMIT 1)" | sed 's/+/%2B/')
code=$(one "SELECT code FROM order_ WHERE id = (SELECT order_id FROM message
	WHERE id >= $middle AND order_id > 0 LIMIT 1)")
rare=$(one "SELECT text FROM message WHERE id >= $middle
	AND text LIKE '% Otieno %' LIMIT 1" |
	sed 's/.*Otieno \([0-9]*\).*/\1/')
from=$(one "SELECT time_ms FROM message WHERE id >= $middle LIMIT 1")
rarely=$(one "SELECT count(*) FROM message WHERE (state = 3 OR
	(state >= 14 AND state <= 17))")
log="/api/v1/messages?before=9000000000000000&limit=50"
cat >questions <<END
phone $log&phone=$phone
code-in-texts $log&words=$code
messages-of-an-order $log&order=$code
an-order /api/v1/orders/$code
rare-word $log&words=$rare
common-word $log&words=maize
common-word-and-rare-phone $log&words=maize&phone=$phone
common-and-rare-word $log&words=maize%20$rare
phrase $log&words=%22kg%20maize%22
phrase-that-nobody-says $log&words=%22maize%20kg%22
time-span-and-state $log&since=$from&until=$((from + 3600000))&state=sent
time-span-and-odd-state $log&since=1000&until=$((from + 3600000))&state=failed
link $log&link=op
orders-of-a-phone /api/v1/orders?limit=50&phone=$phone
orders-by-state /api/v1/orders?limit=50&state=fulfilled
newest $log
END
# ended COUNT: so many phases of the centre have ended, two minutes at most.
ended() {
	tries=0
	until [ -f figures ] && [ "$(grep -c '^phase=' figures)" -ge "$1" ]; do
		tries=$((tries + 1))
		kill -0 $centre 2>/dev/null && [ $tries -lt 1200 ] || {
			say "the message centre ended: $(cat centre.out)"
			return 1
		}
		sleep 0.1
	done
}
echo "== $(one "SELECT count(*) FROM message") messages, of them $rarely in odd states"
# The market was away for a while, and says so to many: they are told first, for
# they are not what is measured.
start_furrowd || exit 1
echo "== what waits is sent first"
tries=0
until [ $tries -gt 5 ]; do
	"$build/bench/smpp_load" -p "$port" -w 2000 "rest:10" >drain.out 2>&1 &&
		break
	tries=$((tries + 1))
done
stop_all
# One centre for all that follows: furrowd would wait before it binds once more.
rm -f figures
"$build/bench/smpp_load" -p "$port" -w 2000 -f "$first" -o figures "rest:1" \
	"even:1000:$((s * 3))" "orders:500:$s" "orders:500:$s" \
	"orders:500:$s" >centre.out 2>&1 &
centre=$!
started="$started $centre"
kill -STOP $centre
start_furrowd || exit 1
echo "== alone"
"$build/bench/ask" furrow.sock 2 questions >warm.out &&
	"$build/bench/ask" furrow.sock "$times" questions || exit 1
kill -CONT $centre
ended 1 && echo "== 1,000 orders a second beside" || exit 1
sleep $((s / 2)) # the warm-up
"$build/bench/ask" furrow.sock $((times / 2)) questions || exit 1
ended 3 || exit 1
while :; do
	"$build/bench/ask" furrow.sock 1 questions >/dev/null || break
done &
asking=$!
ended 4
kill $asking
wait $asking 2>/dev/null
wait $centre
echo "== orders: 1,000 a second beside the questions; as fast as they go alone,"
echo "   with questions without a pause, alone"
cat centre.out
stop_all
