#!/bin/sh
# ussd.sh BUILD - dialogues by USSD against a real furrowd on one core, its
# store on the disk with full synchronisation: answers a second, what they wait
# at a pace of 1,000 a second, 20,000 open dialogues, and what bad requests cost
# beside good ones (docs/performance.md).  About a minute and a half.
#
# A message centre takes the texts that orders send, and answers nothing.
# USSD_SELLERS (1000), USSD_SECONDS of each phase (10), USSD_OPEN (20000),
# USSD_BAD (5000) of each kind, USSD_CORE (0) is furrowd's, USSD_KEEP=1 keeps
# the folder.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${USSD_PORT:-32675} s=${USSD_SECONDS:-10} count=${USSD_SELLERS:-1000}
. "$here/load_lib.sh"
rm -rf "$build/ussd-data" && mkdir "$build/ussd-data" &&
	cd "$build/ussd-data" || exit 1
trap stop_all EXIT
trap 'exit 1' HUP INT PIPE TERM
furrow_conf 2000
cat >>furrow.conf <<END
ussd at { dialect = "africastalking" listen = "127.0.0.1:$((port + 1))"
	path = "/ussd/at" codes = { "*384*96#" } allow = { "127.0.0.1" } }
END

"$build/bench/smpp_load" -p "$port" -w 2000 rest:3600 >centre.log 2>&1 &
centre=$!
started="$started $centre"
pin=
command -v taskset >/dev/null 2>&1 && [ "$(nproc)" -gt 1 ] &&
	pin="taskset -pc ${USSD_CORE:-0}"
start_furrowd && sellers "$count" || exit 1
[ -z "$pin" ] || $pin "$furrowd" >/dev/null
[ -z "$pin" ] || for task in /proc/"$furrowd"/task/*; do
	$pin "${task##*/}" >/dev/null 2>&1
done

load() {
	"$build/bench/ussd_load" -p $((port + 1)) -P "$furrowd" -o figures "$@"
}
echo "== furrowd on ${pin:+one core of }$(nproc) cores, $count sellers"
load "rest:3" "flat:1:3" "flat:16:$s" "flat:64:$s" || exit 1
load -f 2000000 "even:1000:$s" "paced:1000:$s" || exit 1
echo "== open dialogues, a furrowd just started"
stop "$furrowd" && start_furrowd || exit 1
load -f 4000000 "rest:2" "open:${USSD_OPEN:-20000}" || exit 1
echo "== bad requests"
load -f 6000000 "bad:${USSD_BAD:-5000}" || exit 1
stop_all
[ -n "${USSD_KEEP:-}" ] || { cd .. && rm -rf ussd-data; }
