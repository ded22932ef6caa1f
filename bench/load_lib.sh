# load_lib.sh - sourced by smpp.sh, peers.sh and scale.sh: puts up furrowd, a
# market in its store, and Kannel with its application, for bench/smpp_load.
#
# Set before: build (the build folder), port (of the message centre).  All runs
# in the present folder, which is a new one.  Everything that was started and
# not stopped is in $started.
started=

say() {
	echo "$0: $*" >&2
}

# stop PID...: TERM, and five seconds to go.
stop() {
	for pid in "$@"; do
		kill "$pid" 2>/dev/null || continue
		tries=0
		while kill -0 "$pid" 2>/dev/null && [ $tries -lt 50 ]; do
			sleep 0.1
			tries=$((tries + 1))
		done
		kill -KILL "$pid" 2>/dev/null
		wait "$pid" 2>/dev/null
	done
}

stop_all() {
	# shellcheck disable=SC2086
	stop $started
	started=
}

# wait_for FILE WORDS: until the file says so, a minute at most.
wait_for() {
	tries=0
	until grep -q "$2" "$1" 2>/dev/null; do
		tries=$((tries + 1))
		if [ $tries -gt 600 ]; then
			say "$1 never said: $2"
			return 1
		fi
		sleep 0.1
	done
}

# furrow_conf [WINDOW]: furrow.conf for one bind to the centre.
furrow_conf() {
	echo secret >op.pass
	cat >catalogue.json <<END
{"products":[{"key":"tomato","names":{"en":["tomato"]}},
 {"key":"maize","names":{"en":["maize"]}},
 {"key":"beans","names":{"en":["beans"]}},
 {"key":"onion","names":{"en":["onion"]}}],"units":[]}
END
	cat >furrow.conf <<END
market { timezone = "UTC" country = "254" currency = "KES"
	catalogue = "catalogue.json" answer-within = "2h" }
limits { texts-per-person-hour = 0 open-orders-per-person = 0 }
store { path = "furrow.db" }
smpp op { host = "127.0.0.1" port = $port system-id = "furrow"
	password-file = "op.pass" number = "20880" window = ${1:-1000} }
admin { socket = "furrow.sock" }
END
}

# start_furrowd [PROGRAM]: its process number in $furrowd.
start_furrowd() {
	"${1:-$build/furrowd}" -f -c furrow.conf 2>>furrowd.log &
	furrowd=$!
	started="$started $furrowd"
	tries=0
	until "$build/furrow" -c furrow.conf offer list --json \
		>/dev/null 2>&1; do
		tries=$((tries + 1))
		if [ $tries -gt 300 ] || ! kill -0 $furrowd 2>/dev/null; then
			say "furrowd does not start, see $(pwd)/furrowd.log"
			return 1
		fi
		sleep 0.1
	done
}

# sellers COUNT: so many who sell more tomatoes than anybody wants.
sellers() {
	awk -v n="$1" 'BEGIN { print "phone,name,roles"
		for (i = 0; i < n; i++)
			printf "+25472%07d,Seller %d,seller\n", i, i }' \
		>sellers.csv
	awk -v n="$1" 'BEGIN { print "phone,product,quantity,unit,price"
		for (i = 0; i < n; i++)
			printf "+25472%07d,tomato,900000000,kg,40\n", i }' \
		>offers.csv
	"$build/furrow" -c furrow.conf person import sellers.csv >import.log &&
		"$build/furrow" -c furrow.conf offer import offers.csv \
			>>import.log
}

# kannel NAME STORE: bearerbox, smsbox and the application in a folder of that
# name; STORE is none or spool.  Their process numbers in $kannel.
start_kannel() {
	mkdir -p "$1/spool"
	spool=
	[ "$2" = none ] || spool="store-type = spool
store-location = $1/spool"
	cat >"$1/kannel.conf" <<END
group = core
admin-port = $((port + 1))
smsbox-port = $((port + 2))
admin-password = none
log-level = 4
log-file = $1/bearerbox.log
$spool

group = smsc
smsc = smpp
smsc-id = op
host = 127.0.0.1
port = $port
transceiver-mode = true
smsc-username = kannel
smsc-password = secret
system-type = ""
max-pending-submits = 1000
reconnect-delay = 1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = $((port + 3))
log-level = 4
log-file = $1/smsbox.log

group = sms-service
keyword = default
catch-all = yes
max-messages = 1
get-url = "http://127.0.0.1:$((port + 4))/order?from=%p&text=%a"
END
	"$build/bench/order_app" $((port + 4)) "$1/orders.db" \
		2>"$1/order_app.log" &
	app=$!
	/usr/sbin/bearerbox "$1/kannel.conf" >"$1/bearerbox.out" 2>&1 &
	bearerbox=$!
	sleep 1
	/usr/sbin/smsbox "$1/kannel.conf" >"$1/smsbox.out" 2>&1 &
	smsbox=$!
	kannel="$bearerbox $smsbox $app"
	started="$started $kannel"
	sleep 1
}

# figure FILE PHASE KEY: of smpp_load's key=value lines; - if there is none.
figure() {
	awk -v phase="phase=$2" -v key="$3" '
		$1 == phase { for (i = 2; i <= NF; i++)
			if (index($i, key "=") == 1)
				got = substr($i, length(key) + 2)
			if (key == "phase") got = substr($1, 7) }
		END { print got == "" ? "-" : got }' "$1" 2>/dev/null ||
		echo -
}

# best FILE KIND: the phase of that kind with the highest rate.
best() {
	awk -v kind="kind=$2" '
		$2 == kind { split($4, rate, "="); split($1, name, "=")
			if (rate[2] + 0 > most) { most = rate[2] + 0
				got = name[2] } }
		END { print got }' "$1" 2>/dev/null
}
