#!/bin/sh
# webhook.sh BUILD - what telling another program costs an order: the same
# furrowd without a hook, with one that wants order.*, and with one that wants
# all, in turns, with a receiver in Python beside it (docs/performance.md).
# About a minute and a half.
#
# WEBHOOK_ROUNDS (2), SMPP_SELLERS (1000), SMPP_SECONDS of each phase (4).
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${SMPP_SECONDS:-4} count=${SMPP_SELLERS:-1000}
. "$here/load_lib.sh"
rm -rf "$build/webhook-data" && mkdir "$build/webhook-data" &&
	cd "$build/webhook-data" || exit 1
trap stop_all EXIT
trap 'exit 1' INT TERM
echo "what the bench alone knows" >hook.secret && chmod 400 hook.secret
furrow_conf 2000
mv furrow.conf plain

# Takes all, looks at nothing, and keeps nothing.
cat >receiver.py <<'END'
import socketserver

class Take(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            self.take()
        except ConnectionError:
            pass  # furrowd ended

    def take(self):
        while self.rfile.readline():
            octets = 0
            while (field := self.rfile.readline().strip()):
                if field.lower().startswith(b"content-length:"):
                    octets = int(field[15:])
            self.rfile.read(octets)
            self.wfile.write(b"HTTP/1.1 204 X\r\nContent-Length: 0\r\n\r\n")

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Take) as server:
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()
END
python3 receiver.py >receiver.port &
receiver=$!
wait_for receiver.port . || exit 1

# key NAME: of the hook, a number.
key() {
	"$build/furrow" -c furrow.conf webhook list --json |
		sed "s/.*\"$1\":\([0-9]*\).*/\1/"
}
# What was told while orders came, and how fast the rest is.
catch_up() {
	told=$(key told) began=$(date +%s%N)
	tries=0
	until [ "$(key waiting)" = 0 ]; do
		sleep 0.1
		tries=$((tries + 1))
		[ "$tries" -lt 3000 ] || return 1
	done
	awk -v told="$told" -v now="$(key told)" \
		-v ms="$((($(date +%s%N) - began) / 1000000))" 'BEGIN {
		printf "told beside the orders %d, then %d in %.1f s, %.0f a second\n",
			told, now - told, ms / 1000, (now - told) * 1000 / ms }'
	echo "dropped $(key dropped), tries that failed $(key failed)"
}
# with EVENTS: "" is no hook.
with() {
	echo "== ${1:-no hook}"
	cp plain furrow.conf && rm -f furrow.db*
	[ -z "$1" ] || cat >>furrow.conf <<END
webhook bench { url = "http://127.0.0.1:$(cat receiver.port)/"
	secret-file = "hook.secret" events = { "$1" } }
END
	start_furrowd && sellers "$count" || exit 1
	"$build/bench/smpp_load" -p "$port" -P "$furrowd" -w 2000 -o figures \
		"rest:1" "even:100:$s" "even:1000:$s" "orders:500:$s" || exit 1
	[ -z "$1" ] || catch_up || exit 1
	stop "$furrowd"
}
for round in $(seq "${WEBHOOK_ROUNDS:-2}"); do
	with "" && with "order.*" && with "*" || exit 1
done
stop "$receiver"
cd .. && rm -rf webhook-data
