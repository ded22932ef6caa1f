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
time-span-and-state $log&since=$from&until=$((from + 3600000))&state=sent
time-span-and-odd-state $log&since=1000&until=$((from + 3600000))&state=failed
link $log&link=op
orders-of-a-phone /api/v1/orders?limit=50&phone=$phone
orders-by-state /api/v1/orders?limit=50&state=fulfilled
newest $log
END
# centre PHASE...: their buyers are new ones each time.
buyers=7000000
centre() {
	buyers=$((buyers + 200000))
	"$build/bench/smpp_load" -p "$port" -P "$furrowd" -w 2000 -f $buyers \
		-o figures "$@"
}
echo "== $(one "SELECT count(*) FROM message") messages, of them $rarely in odd states"
start_furrowd || exit 1
"$build/bench/ask" furrow.sock 3 questions >warm.out || exit 1
echo "== alone"
"$build/bench/ask" furrow.sock "$times" questions || exit 1
stop_all
start_furrowd || exit 1
echo "== 1,000 orders a second beside"
centre "rest:2" "even:1000:$((s * 3))" >orders.out 2>&1 &
load=$!
wait_for furrowd.log "link=op state=up" && sleep 4
buyers=$((buyers + 200000)) # the last centre's are another shell's
"$build/bench/ask" furrow.sock $((times / 4)) questions || exit 1
wait $load
cat orders.out
echo "== orders as fast as they go: alone, with questions, alone"
centre "rest:1" "orders:500:$s" | tail -n 1
while :; do "$build/bench/ask" furrow.sock 1 questions >/dev/null || break; done &
asking=$!
centre "rest:1" "orders:500:$s" | tail -n 1
kill $asking
wait $asking 2>/dev/null
centre "rest:1" "orders:500:$s" | tail -n 1
stop_all
