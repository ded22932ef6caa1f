#!/bin/sh
# console.sh BUILD - the lists that the console shows, asked by wrk with a token
# over TCP as fast as it goes, while orders come in by SMPP: answers a second,
# and what the orders notice of it (docs/performance.md).  About a minute.
#
# CONSOLE_SELLERS (1000), CONSOLE_SECONDS of each phase (5), CONSOLE_ASKERS (8)
# connections, CONSOLE_KEEP=1 keeps the folder.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${CONSOLE_SECONDS:-5} count=${CONSOLE_SELLERS:-1000}
http=$((port + 1)) askers=${CONSOLE_ASKERS:-8}
. "$here/load_lib.sh"
(cd "$here/.." && . build-aux/packages.sh &&
	need_packages "to ask the console's lists" wrk) || exit 1
rm -rf "$build/console-data" && mkdir "$build/console-data" &&
	cd "$build/console-data" || exit 1
trap stop_all EXIT
trap 'exit 1' HUP INT PIPE TERM
furrow_conf 2000
sed "s/^admin .*/admin { socket = \"furrow.sock\" listen = \"127.0.0.1:$http\" }/" \
	furrow.conf >with-http && mv with-http furrow.conf
start_furrowd && sellers "$count" || exit 1
token=$("$build/furrow" -c furrow.conf token add bench --role viewer \
	--scope 'orders messages people offers status' | grep -o 'furrow_[A-Za-z0-9_-]*' | head -n 1)
[ -n "$token" ] || {
	say "no token"
	exit 1
}
buyers=0
centre() {
	buyers=$((buyers + 200000))
	"$build/bench/smpp_load" -p "$port" -P "$furrowd" -w 2000 -f $buyers \
		-o figures "$@"
}
ask() {
	wrk -t 1 -c "$askers" -d "${s}s" --latency \
		-H "Authorization: Bearer $token" \
		"http://127.0.0.1:$http/api/v1/$1" >wrk.out 2>&1
	awk -v what="$1" '/50%/ { p50 = $2 } /99%/ { p99 = $2 }
		/Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $0 }
		END { printf "%-44s %8.0f a second, p50 %s, p99 %s%s\n", what, rate,
			p50, p99, bad }' wrk.out
}
lists() {
	for list in "orders?before=9000000000000000&limit=50" \
		"messages?before=9000000000000000&limit=50" \
		"messages?before=9000000000000000&limit=50&words=tomato" \
		"people?limit=50" "offers?limit=50" status; do
		ask "$list"
	done
}
echo "== 500 orders a second, nobody asks"
centre "rest:2" "even:500:$s" || exit 1
echo "== 500 orders a second, $askers ask"
centre "rest:1" "even:500:$((s * 6))" >orders.out 2>&1 &
load=$!
sleep 2
lists
wait $load
cat orders.out
echo "== nobody orders, $askers ask"
lists
stop_all
[ -n "${CONSOLE_KEEP:-}" ] || { cd .. && rm -rf console-data; }
