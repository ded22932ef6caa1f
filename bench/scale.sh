#!/bin/sh
# scale.sh BUILD - a store with a million people, a million offers and ten
# million messages: how fast they come in and go out, and whether orders and
# questions take as long as in an empty one (docs/performance.md).  Under ten
# minutes; 8 GB of disk, which are given back.
#
# People and offers come in by the command line, while texts are worked.  The
# messages are copies of lives that were played by SMPP (bench/scale.c).
#
# SCALE_PEOPLE, SCALE_OFFERS (1000000), SCALE_MESSAGES (10000000),
# SCALE_SECONDS of each phase (6), SCALE_KEEP=1 keeps the folder.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
port=${SMPP_PORT:-32775} s=${SCALE_SECONDS:-6}
people=${SCALE_PEOPLE:-1000000} offers=${SCALE_OFFERS:-1000000}
messages=${SCALE_MESSAGES:-10000000}
buyers=$((people * 3 / 4)) sellers=$((people - people * 3 / 4))
. "$here/load_lib.sh"
rm -rf "$build/scale-data" && mkdir "$build/scale-data" &&
	cd "$build/scale-data" || exit 1
leave() {
	stop_all
	[ -n "${SCALE_KEEP:-}" ] || { cd .. && rm -rf scale-data; }
}
trap leave EXIT
trap 'exit 1' INT TERM
furrow="$build/furrow -c furrow.conf"

now() {
	date +%s.%N
}
# timed WORDS COUNT COMMAND...: how long it took, how many a second.
timed() {
	words=$1 of=$2 from=$(now)
	shift 2
	"$@" || return 1
	echo "$from $(now) $of" | awk -v words="$words" '
		{ printf "%-38s %8.1f s %10.0f a second\n", words, $2 - $1,
			$3 / ($2 - $1) }'
}
# usual COMMAND...: milliseconds of the middle one of eleven.
usual() {
	for i in 1 2 3 4 5 6 7 8 9 10 11; do
		from=$(now)
		"$@" >usual.out 2>&1 || : # status is 1 while an alarm is on
		echo "$from $(now)"
	done | awk '{ print ($2 - $1) * 1000 }' | sort -n | sed -n 6p | xargs printf '%.1f'
}
memory() {
	awk '/^VmRSS/ { rss = $2 } /^VmHWM/ { most = $2 }
		END { printf "%-38s %8.1f MiB (most %.1f)\n", words, rss / 1024,
			most / 1024 }' words="$1" "/proc/$furrowd/status"
}
# questions NAME: what people ask, timed, into NAME.ask.
questions() {
	phone=$(printf '+25471%07d' 0)
	code=$($furrow log --phone "$phone" --json | sed -n \
		's/.*#\([A-Z0-9]*\).*/\1/p' | head -n 1)
	{
		echo "order show $(usual $furrow order show "$code")"
		echo "log --phone $(usual $furrow log --phone "$phone")"
		echo "log search $(usual $furrow log search tomatos 7kg)"
		echo "status $(usual $furrow status)"
	} >"$1.ask"
}
# press NAME [OPTION...]: what goes by SMPP, into NAME.fig.
press() {
	name=$1
	shift
	"$build/bench/smpp_load" -p "$port" -P "$furrowd" -w 2000 \
		-o "$name.fig" "$@" "orders:500:$s" "lives:500:$s" \
		"open:1000:$s" || say "$name: not all was answered once"
}

furrow_conf 2000
echo "== an empty store, 1,000 sellers"
start_furrowd && sellers 1000 || exit 1
press empty
questions empty
stop_all
rm -f furrow.db*

echo "== $people people, $offers offers, by furrow import"
awk -v b="$buyers" -v s="$sellers" 'BEGIN {
	print "phone,name,roles,place,area,lang"
	for (i = 0; i < b + s; i++)
		printf "+2547%d%07d,Achieng Otieno %d,%s,Village %d,Ward %d," \
			"en\n", i < b ? 1 : 2, i < b ? i : i - b, i,
			i < b ? "buyer" : "seller", i % 1000,
			i % 200 }' >people.csv
awk -v n="$offers" -v s="$sellers" 'BEGIN {
	split("tomato maize beans onion", product, " ")
	print "phone,product,quantity,unit,price"
	for (i = 0; i < n; i++)
		printf "+25472%07d,%s,%d,kg,%d\n", i % s,
			product[int(i / s) % 4 + 1], 900000000 + i % 500,
			30 + i % 20 }' >offers.csv
start_furrowd || exit 1
memory "memory of furrowd before"
timed "person import" "$people" $furrow person import people.csv || exit 1
# Other goods each time, so that nobody repeats himself within minutes.
# Orders meanwhile: what an import costs those who wait for an answer.
"$build/bench/smpp_load" -p "$port" -P "$furrowd" -m "$buyers" -g beans \
	-o during.fig "even:200:5" >during.out 2>&1 &
load=$!
timed "offer import, orders beside it" "$offers" $furrow offer import \
	offers.csv || exit 1
wait $load
cat during.out
memory "memory of furrowd after"
"$build/bench/smpp_load" -p "$port" -P "$furrowd" -f 5000 -g maize \
	"lives:100:1" >lives.out || { cat lives.out; exit 1; }
stop_all

echo "== $messages messages, made in the store"
timed "copies of lives" "$messages" "$build/bench/scale" furrow.db \
	"$messages" "$buyers" "$sellers" || exit 1
timed "their index of words" "$messages" "$build/bench/scale" -s \
	furrow.db || exit 1
du -cm furrow*.db | tail -n 1 | awk '{ printf "%-38s %8d MiB\n", "the store", $1 }'
sync
from=$(now)
start_furrowd || exit 1
echo "$from $(now)" |
	awk '{ printf "%-38s %8.1f s\n", "start to first answer", $2 - $1 }'
memory "memory of furrowd at rest"
press full -m "$buyers" -f $((buyers / 2))
memory "memory of furrowd under load"
questions full
timed "person export" "$people" $furrow person export people.out
timed "offer export" "$offers" $furrow offer export offers.out
from=$(now)
$furrow log --json --since 30d >log.out
echo "$from $(now) $(wc -l <log.out)" | awk '
	{ printf "%-38s %8.1f s %10.0f a second\n", "log --json --since 30d",
		$2 - $1, $3 / ($2 - $1) }'

line() {
	printf '| %-34s| %-14s| %-14s|\n' "$@"
}
row() {
	line "$1" "$(figure empty.fig "$2" "$3")" "$(figure full.fig "$2" "$3")"
}
echo
line "" "empty store" "$messages texts"
echo '|---|---|---|'
row "orders/s, window 500" "orders:500:$s" rate
row "p99 ms" "orders:500:$s" p99
row "whole lives/s, window 500" "lives:500:$s" rate
row "p99 ms" "lives:500:$s" p99
row "orders at 1,000/s, p50 ms" "open:1000:$s" p50
row "p99 ms" "open:1000:$s" p99
row "processor s per 1,000 orders" "orders:500:$s" cpu
row "lost, window 500" "orders:500:$s" lost
for ask in "order show" "log --phone" "log search" status; do
	line "furrow $ask, ms" "$(sed -n "s/^$ask //p" empty.ask)" \
		"$(sed -n "s/^$ask //p" full.ask)"
done
