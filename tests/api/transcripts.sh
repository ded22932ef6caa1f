#!/bin/sh
# transcripts.sh BUILD - what curl and a furrowd say to each other over TCP and
# TLS, as docs/api-transcripts.md shows it (make api-transcripts).
set -u
root=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
dir=$(mktemp -d) || exit 1
daemon='' network=''
tidy() {
	[ -n "$daemon" ] && kill "$daemon" 2>/dev/null && wait "$daemon"
	[ -n "$network" ] && kill "$network" 2>/dev/null && wait "$network"
	rm -rf "$dir"
}
trap tidy EXIT
trap 'exit 1' HUP INT TERM
wait_for() {
	tries=0
	until "$@" >/dev/null 2>&1; do
		tries=$((tries + 1))
		[ "$tries" -lt 200 ] || {
			echo "never came up: $*" >&2
			tail -n 20 furrowd.log >&2
			return 1
		}
		sleep 0.1
	done
}
market=$root/packaging/demo port=${API_PORT:-38642}
cd "$dir" && cp "$market"/*.csv "$market"/phones \
	"$root/packaging/catalogue.json" . || exit 1
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out ca.pem \
	-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1,DNS:localhost \
	>/dev/null 2>&1 || exit 1
sed '/^admin/,/}/d' "$market/furrow.conf" >furrow.conf
cat >>furrow.conf <<END
admin { socket = "furrow.sock"  listen = "127.0.0.1:$port"
	tls-certificate = "ca.pem"  tls-key = "key.pem" }
END
"$build/tests/sim/simnet" --dir . --log network.jsonl \
	--modem a:number=+254700000001 --modem b:number=+254700000002 \
	>simnet.log 2>&1 &
network=$!
wait_for test -S sim.sock || exit 1
"$build/furrowd" -f -c furrow.conf >furrowd.log 2>&1 &
daemon=$!
furrow="$build/furrow -c furrow.conf"
wait_for $furrow catalogue list || exit 1
for table in area:areas person:people offer:offers; do
	$furrow "${table%:*}" import "${table#*:}.csv" >>import.log || exit 1
done
wait_for $furrow status || exit 1
"$build/furrow" phone --sim sim.sock --people phones script \
	"$market/order.script" >order.out || exit 1
first=$(sed -n 's/.*give the code \([A-Z0-9-]*\).*/\1/p' furrowd.log | head -n 1)
to=https://127.0.0.1:$port
# The fields that every answer has are shown once.
hidden='^$'

# say WORDS: a line of text between the commands.
say() {
	printf '\n%s\n\n' "$*"
}
# run COMMAND: shown with a dollar sign, done, and its answer behind it; what
# is secret, or another each time, is cut short.
run() {
	echo "    \$ $1" | sed "s|$port|8642|g; s/furrow_[A-Za-z0-9_-]*/furrow_…/g;
		s/$first/XXXX-XXXX/g"
	sh -c "$1" 2>&1 | tr -d '\r' | grep -v -E "$hidden" |
		sed "s|$port|8642|g; s/furrow_[A-Za-z0-9_-]*/furrow_…/g
			s/\(furrow=\)[A-Za-z0-9_-]*/\1…/; s/\"csrf\":\"[^\"]*/\"csrf\":\"…/
			s/$first/XXXX-XXXX/g; s/^/    /" | cut -c1-"${WIDTH:-400}"
	echo
}
curl="curl -s --cacert ca.pem"

cat <<'END'
# curl and furrowd

Made by `make api-transcripts`: every answer is that of a running furrowd, with
the market of `./demo` and one order in it; cut at 400 letters a line. Cookies,
tokens and codes are left out. What the paths take and give is in
[openapi.yaml](openapi.yaml), how to ask in [api.md](api.md).

## Is it well; who are you

END
run "$curl -i $to/healthz"
say "These fields are in every answer, and left out from here on."
hidden='^$|^(Content-Security-Policy|X-Content-Type-Options|X-Frame-Options|Referrer-Policy|Cross-Origin-[A-Za-z]*-Policy|Permissions-Policy|Cache-Control|Strict-Transport-Security|Date):'
run "$curl -i $to/api/v1/orders"
say "## The first user, signing in, and what a page must bring"
run "$curl -i -H 'Content-Type: application/json' -d '{\"code\":\"AAAA-AAAA\",\"name\":\"grace\",\"password\":\"maize and beans at dawn\"}' $to/api/v1/setup"
run "$curl -i -c jar -H 'Content-Type: application/json' -d '{\"code\":\"$first\",\"name\":\"grace\",\"password\":\"maize and beans at dawn\"}' $to/api/v1/setup"
run "$curl -b jar $to/api/v1/me"
say "A change without the X-CSRF-Token of \`me\`:"
run "$curl -b jar -H 'Content-Type: application/json' -d '{\"person\":1,\"text\":\"hello\"}' $to/api/v1/messages"
say "## A token for a script"
"$build/furrow" -c furrow.conf token add reader --role viewer --scope \
	'orders:read messages:read report:read status:read' >token.out 2>&1
"$build/furrow" -c furrow.conf token add shop --role operator --scope \
	'orders messages people offers numbers report' >shop.out 2>&1
reader=$(grep -o 'furrow_[A-Za-z0-9_-]*' token.out | head -n 1)
shop=$(grep -o 'furrow_[A-Za-z0-9_-]*' shop.out | head -n 1)
auth="-H 'Authorization: Bearer $reader'"
full="-H 'Authorization: Bearer $shop'"
run "$curl $auth '$to/api/v1/orders?state=fulfilled&limit=1'"
run "$curl $full '$to/api/v1/orders?state=fulfilled&limit=1'"
run "$curl $auth '$to/api/v1/messages?words=tomat&before=999999&limit=2'"
run "$curl $auth '$to/api/v1/orders?state=lost'"
run "$curl $auth $to/api/v1/people"
run "$curl $auth -H 'Content-Type: application/json' -d '{\"person\":1,\"text\":\"hello\"}' $to/api/v1/messages"
run "$curl -i $full -H 'Content-Type: application/json' -d '{\"person\":1,\"text\":\"The market opens at seven.\"}' $to/api/v1/messages"
say "## Lists as files"
run "$curl $auth $to/api/v1/orders.csv"
run "$curl $full $to/api/v1/report/sales.json"
say "## What no friend sends"
run "$curl -i -X TRACE $to/api/v1/orders"
run "$curl -i --path-as-is $to/../../etc/passwd"
run "$curl -i $auth '$to/api/v1/orders?phone=%00'"
run "$curl -i $auth -H 'Host: evil.example' $to/api/v1/orders"
run "$curl -i $auth -H 'Content-Length: 5' -H 'Transfer-Encoding: chunked' -d hello $to/api/v1/messages"
run "curl -s -S --cacert ca.pem --tls-max 1.1 $to/healthz"
