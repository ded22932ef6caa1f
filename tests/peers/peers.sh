#!/bin/sh
# peers.sh BUILD [PEER...] - furrowd against message centres of others: npm (the
# module `smpp` on node) and perl (Debian's Net::SMPP), see play.py; and against
# ussd, the same module as a USSD centre, see dial.py.
#
# Installs what is not there: node's module from the lockfile below the build
# folder, Debian's packages with apt.  What cannot be installed is said and
# skipped; exit 1 when a centre that ran was not served as it should be, 77 when
# none ran.  PEERS_PORT (32475) and the next two are the centres'.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
build=$(cd "${1:-.}" && pwd) || exit 1
[ $# -gt 0 ] && shift
port=${PEERS_PORT:-32475}
. "$here/../../build-aux/packages.sh"
rm -rf "$build/peers" &&
	mkdir -p "$build/peers/npm" "$build/peers/perl" "$build/peers/ussd" &&
	cd "$build/peers" || exit 1

# The module goes beside its lockfile, so both are copied there.
have_npm() {
	command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
		need_packages "the peer npm" nodejs npm || return 1
	mkdir -p module && cp "$here/package.json" "$here/package-lock.json" \
		module && (cd module && npm ci --ignore-scripts --no-audit \
		--no-fund >../npm.log 2>&1) || return 1
	PEERS_MODULES=$build/peers/module/node_modules
	export PEERS_MODULES
}
have_ussd() {
	have_npm
}
have_perl() {
	need_packages "the peer perl" perl libnet-smpp-perl
}

ended=77
for peer in ${*:-npm perl ussd}; do
	story=play.py
	[ "$peer" = ussd ] && story=dial.py
	if ! "have_$peer" || ! command -v python3 >/dev/null 2>&1; then
		echo "$peer: skipped, it cannot be installed here"
		continue
	fi
	echo "-- $peer"
	(cd "$peer" && PYTHONDONTWRITEBYTECODE=1 python3 "$here/$story" \
		"$build" "$peer" "$port")
	case $?:$ended in
	0:77) ended=0 ;;
	0:*) ;;
	*) ended=1 ;;
	esac
	port=$((port + 1))
done
exit "$ended"
