#!/bin/sh
# modem_peers.sh BUILD [TEXTS] - texts in through one simulated modem without
# delays: gammu-smsd and furrowd, one after the other, in one run.
#
# Needs Debian's gammu-smsd and libdbd-sqlite3.  gammu-smsd is tuned as its
# manual allows: no checks, no pauses, no status, short time-outs.  Each row is
# the best of three.  furrowd's texts are synced to the disk before they are
# deleted from the modem; gammu-smsd syncs with SQLite, not with files.
set -u
build=$(cd "${1:-.}" && pwd) || exit 1
texts=${2:-2000}
command -v gammu-smsd >/dev/null || {
	echo "modem_peers.sh: gammu-smsd is not installed" >&2
	exit 2
}
rm -rf "$build/peers-data" && mkdir "$build/peers-data" || exit 1
cd "$build/peers-data" || exit 1

# gammu SERVICE: its configuration on standard output.
gammu() {
	cat <<END
[gammu]
device = ./a
connection = at115200
synchronizetime = no
startinfo = no
[smsd]
$1
checksecurity = 0
checksignal = 0
checkbattery = 0
checknetwork = 0
resetfrequency = 0
hardresetfrequency = 0
statusfrequency = 0
receivefrequency = 0
loopsleep = 0
commtimeout = 1
sleeptimeout = 1
multiparttimeout = 1
logfile = gammu.log
debuglevel = 0
END
}

# one NAME COMMAND TEXTS: the best of three as "rate cpu".
one() {
	best="0 0"
	for round in 1 2 3; do
		folder=$1-$round
		mkdir "$folder"
		prepare "$1" "$folder"
		said=$(RECEIVE_BY=$2 "$build/bench/receive" "$3" "$folder" \
			2>>receive.log)
		best=$(printf '%s\n%s\n' "$best" "$said" | awk '
			NR == 1 { rate = $1; cpu = $2 }
			/texts\/s/ { new = $(NF - 1) }
			/of processor/ && new > rate { rate = new; cpu = $1 }
			END { print rate, cpu }')
	done
	echo "$best"
}

prepare() {
	case $1 in
	gammu-sqlite)
		sqlite3 "$2/smsd.db" \
			</usr/share/doc/gammu-smsd/examples/sqlite.sql
		gammu "service = sql
driver = sqlite3
dbdir = .
database = smsd.db" >"$2/smsdrc"
		;;
	gammu-files)
		mkdir "$2/inbox" "$2/outbox" "$2/sent" "$2/errors"
		gammu "service = files
inboxpath = inbox/
outboxpath = outbox/
sentsmspath = sent/
errorsmspath = errors/" >"$2/smsdrc"
		;;
	esac
}

echo "texts in, one modem without delays, best of three ($(nproc) cores)"
printf '%-24s %10s %22s\n' "" "texts/s" "processor s per 1,000"
peers=
for name in gammu-sqlite gammu-files; do
	set -- $(one "$name" "exec gammu-smsd -c smsdrc" $((texts / 4)))
	printf '%-24s %10s %22s\n' "$name" "$1" "$2"
	peers="$peers $1"
done
unset RECEIVE_BY
best="0 0"
for round in 1 2 3; do
	mkdir "furrowd-$round"
	best=$("$build/bench/receive" "$texts" "furrowd-$round" 2>>receive.log |
		awk -v best="$best" '
		BEGIN { split(best, b); rate = b[1]; cpu = b[2] }
		/texts\/s/ { new = $(NF - 1) }
		/of processor/ && new > rate { rate = new; cpu = $1 }
		END { print rate, cpu }')
done
set -- $best
printf '%-24s %10s %22s\n' furrowd "$1" "$2"
echo "$1 $peers" | awk '{ printf "furrowd: %.1f times the synced one, " \
	"%.1f times the one that syncs nothing\n", $1 / $2, $1 / $3 }'
