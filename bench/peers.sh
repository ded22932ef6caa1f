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
# the folder, PEERS_ONLY="kannel spool echo bound unserved furrowd lives": only these.
# "unserved" orders what nobody sells: one text in, one out, as with the
# application behind Kannel; with "furrowd" a seller is asked as well.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${PEERS_SECONDS:-4} count=${PEERS_SELLERS:-1000}
only=${PEERS_ONLY:-kannel spool echo bound unserved furrowd lives}
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
		-g "$goods" -o "$name.fig" "$@" || say "$name: not all was answered once"
	stop_all
}
wanted() {
	case " $only " in *" $1 "*) return 0 ;; esac
	return 1
}
goods=tomatos
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
	if wanted unserved; then
		start_furrowd && sellers "$count" || exit 1
		stop_all && start_furrowd || exit 1
		goods=maize
		press unserved "$furrowd" rest:2 $orders $calm
		goods=tomatos
		rm -f furrow.db*
	fi
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

# The table is one for docs/performance.md as it stands.
columns="kannel spool echo bound unserved furrowd"
# row WORDS KIND KEY... [@PHASE]: values of each column, with / between them;
# without a phase those of the best.
row() {
	words=$1 kind=$2 phase=
	shift 2
	keys=
	for key in "$@"; do
		case $key in
		@*) phase=${key#@} ;;
		*) keys="$keys $key" ;;
		esac
	done
	printf '| %-42s' "$words"
	for name in $columns; do
		of=${phase:-$(best $name.fig "$kind")} cell=
		for key in $keys; do
			cell="$cell${cell:+ / }$(figure $name.fig "$of" "$key")"
		done
		printf '| %-16s' "$cell"
	done
	echo '|'
}
w500=@orders:500:$s random=@open:1000:$((s + 2)) even=@even:1000:$s
of() {
	figure lives.fig "$1" "$2"
}
{
	echo
	echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo |
		head -n 1), SQLite synchronous FULL, one run"
	echo
	printf '| %-42s| %-16s| %-16s| %-16s| %-16s| %-16s| %-16s|\n' "" \
		"Kannel + app" "with its spool" "bound: echo" "bound: 2 rows" \
		"furrowd, unsold" "furrowd, asking"
	echo '|---|---|---|---|---|---|---|'
	row "orders/s, best window" orders rate
	row "at the window (phase)" orders phase
	row "orders/s, window 500" orders rate "$w500"
	row "p50 / p99 ms there" orders p50 p99 "$w500"
	row "1,000/s at random times: p50 / p99 ms" open p50 p99 "$random"
	row "1,000/s evenly: p50 / p99 ms" even p50 p99 "$even"
	row "processor s per 1,000, window 500" orders cpu "$w500"
	row "processor s per 1,000, at 1,000/s" open cpu "$random"
	row "memory at rest / most, MiB" open memory most "$random" |
		awk -v rest="$(for name in $columns; do
			figure $name.fig rest:2 memory
		done | tr '\n' ' ')" 'BEGIN { FS = OFS = "|"; split(rest, at, " ") }
		{ for (i = 3; i < NF; i++) sub(/ [0-9.-]+ \//,
			" " at[i - 2] " /", $i); print }'
	row "lost / doubled / unasked, window 500" orders lost doubled \
		unasked "$w500"
	echo
	echo "furrowd, whole lives (2 texts in, 4 out):" \
		"window 100: $(of "lives:100:$s" rate)/s," \
		"p99 $(of "lives:100:$s" p99) ms;" \
		"window 500: $(of "lives:500:$((s * 2))" rate)/s," \
		"p50 $(of "lives:500:$((s * 2))" p50) ms," \
		"p99 $(of "lives:500:$((s * 2))" p99) ms;" \
		"processor $(of "lives:500:$((s * 2))" cpu) s per 1,000," \
		"memory $(of "lives:500:$((s * 2))" most) MiB at most"
}
[ -n "${PEERS_KEEP:-}" ] || { cd .. && rm -rf peers-smpp; }
