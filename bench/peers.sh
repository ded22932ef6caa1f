#!/bin/sh
# peers.sh BUILD - an order by SMPP, durable, with its answer: Kannel with the
# least order application behind it, what protocol and disk allow, and furrowd,
# one after the other in one run, with the same generator and windows.  Prints
# the table of docs/performance.md.  Under five minutes.
#
# Installs Debian's kannel with apt if it is not there (as root, or by sudo; it
# says so).  Kannel acknowledges a text before the application has seen it, and
# its spool is never synced; application and furrowd sync each commit.
#
# PEERS_SECONDS of each phase (4), PEERS_SELLERS (1000), PEERS_KEEP=1 keeps
# the folder, PEERS_ONLY="kannel spool echo bound furrowd lives": only these.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${PEERS_SECONDS:-4} count=${PEERS_SELLERS:-1000}
only=${PEERS_ONLY:-kannel spool echo bound furrowd lives}
. "$here/load_lib.sh"
. "$here/../build-aux/packages.sh"
rm -rf "$build/peers-smpp" && mkdir "$build/peers-smpp" &&
	cd "$build/peers-smpp" || exit 1
need_packages "the peer of this benchmark" kannel || exit 1
trap stop_all EXIT
trap 'exit 1' INT TERM

# press NAME PIDS PHASE...: figures to NAME.fig.  What a peer loses or doubles
# is in its figures and ends nothing.
press() {
	name=$1 pids=$(echo "$2" | tr ' ' ,)
	shift 2
	echo "-- $name"
	"$build/bench/smpp_load" -p "$port" -P "$pids" -w 2000 \
		-o "$name.fig" "$@" || say "$name: not all was answered once"
	stop_all
}
wanted() {
	case " $only " in *" $1 "*) return 0 ;; esac
	return 1
}
orders="orders:100:$s orders:500:$s orders:1000:$s orders:2000:$s"
calm="even:1000:$s open:1000:$((s + 2))"
# shellcheck disable=SC2086
{
	if wanted kannel; then
		start_kannel k none
		press kannel "$kannel" rest:2 $orders $calm
	fi
	if wanted spool; then
		start_kannel k-spool spool
		press spool "$kannel" rest:2 $orders $calm
	fi
	if wanted echo; then
		"$build/bench/bound" "$port" &
		started=$!
		press echo "$started" $orders
	fi
	if wanted bound; then
		"$build/bench/bound" "$port" bound.db &
		started=$!
		press bound "$started" rest:2 $orders $calm
	fi
	furrow_conf 2000
	if wanted furrowd; then
		start_furrowd && sellers "$count" || exit 1
		stop_all && start_furrowd || exit 1
		press furrowd "$furrowd" rest:2 $orders $calm
		rm -f furrow.db*
	fi
	if wanted lives; then
		start_furrowd && sellers "$count" || exit 1
		press lives "$furrowd" "lives:100:$s" "lives:500:$((s * 2))"
	fi
}

# row WORDS KIND KEY [PHASE]: a value of each column; without a phase the best.
row() {
	printf '%-46s' "$1"
	for name in kannel spool echo bound furrowd; do
		phase=${4:-$(best $name.fig "$2")}
		printf '%18s' "$(figure $name.fig "$phase" "$3")"
	done
	echo
}
both() { # WORDS PHASE KEY KEY
	printf '%-46s' "$1"
	for name in kannel spool echo bound furrowd; do
		printf '%18s' "$(figure $name.fig "$2" "$3") / $(figure \
			$name.fig "$2" "$4")"
	done
	echo
}
echo
echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo |
	head -n 1), SQLite synchronous FULL, one run"
printf '%-46s%18s%18s%18s%18s%18s\n' "" "Kannel + app" "with its spool" \
	"bound: echo" "bound: 2 rows" furrowd
row "orders/s, best window" orders rate
row "  at the window of (phase)" orders phase
row "orders/s, window 500" orders rate "orders:500:$s"
both "  p50 / p99 ms there" "orders:500:$s" p50 p99
both "1,000/s, random times: p50 / p99 ms" "open:1000:$((s + 2))" p50 p99
both "1,000/s, even: p50 / p99 ms" "even:1000:$s" p50 p99
row "processor s per 1,000, window 500" orders cpu "orders:500:$s"
row "  at 1,000/s" orders cpu "open:1000:$((s + 2))"
row "memory at rest, MiB" rest memory "rest:2"
row "  most under load" orders most "open:1000:$((s + 2))"
for key in lost doubled unasked; do
	row "$key, window 500" orders $key "orders:500:$s"
done
printf 'furrowd, whole lives: window 100 %s/s p99 %s ms, window 500 %s/s p50 %s p99 %s ms, ' \
	"$(figure lives.fig "lives:100:$s" rate)" \
	"$(figure lives.fig "lives:100:$s" p99)" \
	"$(figure lives.fig "lives:500:$((s * 2))" rate)" \
	"$(figure lives.fig "lives:500:$((s * 2))" p50)" \
	"$(figure lives.fig "lives:500:$((s * 2))" p99)"
echo "processor $(figure lives.fig "lives:500:$((s * 2))" cpu) s per 1,000," \
	"most $(figure lives.fig "lives:500:$((s * 2))" most) MiB"
[ -n "${PEERS_KEEP:-}" ] || { cd .. && rm -rf peers-smpp; }
