#!/bin/sh
# smpp.sh BUILD - orders by SMPP against a real furrowd, its store on the disk
# with full synchronisation: orders and whole lives at several windows, and
# where the time of a turn goes (docs/performance.md).  About a minute.
#
# SMPP_SELLERS (1000), SMPP_SECONDS of each phase (4), SMPP_KEEP=1 keeps the
# folder.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${SMPP_SECONDS:-4} count=${SMPP_SELLERS:-1000}
. "$here/load_lib.sh"
rm -rf "$build/smpp-data" && mkdir "$build/smpp-data" &&
	cd "$build/smpp-data" || exit 1
trap stop_all EXIT
trap 'exit 1' INT TERM
furrow_conf 2000

start_furrowd && sellers "$count" || exit 1
echo "== furrowd, $count sellers, $(nproc) cores"
"$build/bench/smpp_load" -p "$port" -P "$furrowd" -w 2000 -o figures \
	"rest:2" "orders:100:$s" "orders:500:$s" "orders:1000:$s" \
	"orders:2000:$s" "open:1000:$((s + 2))" "even:1000:$s" || exit 1
stop_all
for kind in orders lives; do
	rm -f furrow.db* && start_furrowd && sellers "$count" || exit 1
	stop_all
	echo "== $kind, window 500: where a turn's time goes, what is left"
	export STAGES_FILE=stages STAGES_ORDERS=ended
	start_furrowd "$build/bench/furrowd_stages" || exit 1
	"$build/bench/smpp_load" -p "$port" -P "$furrowd" -w 2000 -e ended \
		-d furrow.db -o figures "$kind:500:$((s * 2))" || exit 1
	stop_all
	cat stages
done
[ -n "${SMPP_KEEP:-}" ] || { cd .. && rm -rf smpp-data; }
