# packages.sh - sourced by ./demo and ./check: installs what is missing.
#
# need_packages WHY PACKAGE...  asks dpkg, says what is missing and why, and
# installs only that with apt, as root or by sudo.  With everything there it
# touches no network.

need_packages() {
	why=$1
	shift
	missing=
	for package in "$@"; do
		status=$(dpkg-query -W -f='${db:Status-Status}' "$package" \
			2>/dev/null) || status=
		[ "$status" = installed ] || missing="$missing $package"
	done
	[ -n "$missing" ] || return 0
	if ! command -v apt-get >/dev/null 2>&1; then
		echo "furrow: missing packages ($why):$missing" >&2
		echo "furrow: this is no Debian or Ubuntu: please install them" >&2
		return 1
	fi
	sudo=
	if [ "$(id -u)" != 0 ]; then
		if ! command -v sudo >/dev/null 2>&1; then
			echo "furrow: missing packages ($why):$missing" >&2
			echo "furrow: run as root: apt-get install$missing" >&2
			return 1
		fi
		sudo=sudo
	fi
	echo "furrow: installing with apt ($why):$missing"
	# An old list of packages is the usual reason for a failure.
	# shellcheck disable=SC2086
	apt_quietly $sudo apt-get install -y --no-install-recommends $missing ||
		{
			apt_quietly $sudo apt-get update &&
				apt_quietly $sudo apt-get install -y \
					--no-install-recommends $missing
		} || {
		echo "furrow: apt could not install:$missing" >&2
		return 1
	}
}

# need_command COMMAND WHY PACKAGE - the same for a program that a machine may
# have from elsewhere: with COMMAND there, wherever it is from, apt is not asked.
need_command() {
	command -v "$1" >/dev/null 2>&1 || need_packages "$2" "$3"
}

apt_quietly() {
	mkdir -p build && log=build/apt.log || return 1
	if DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 </dev/null; then
		rm -f "$log"
		return 0
	fi
	sed 's/^/apt: /' "$log" | tail -n 5 >&2
	rm -f "$log"
	return 1
}

# What building takes.
BUILD_PACKAGES="gcc make autoconf automake pkg-config libc6-dev
	libargon2-dev libevent-dev libssl-dev libsqlite3-dev libconfuse-dev libjansson-dev
	libutf8proc-dev libcurl4-openssl-dev libudev-dev libsodium-dev
	zlib1g-dev tzdata"
# What the tests take besides.
TEST_PACKAGES="libcmocka-dev clang-format sqlite3 binutils python3 python3-yaml
	python3-jsonschema"

# configure_in DIR OPTION... - a build folder below the clone, configured once
# and again when configure.ac or a Makefile fragment is newer.
configure_in() {
	dir=$1
	shift
	stamp=$dir/.configured
	# What is there decides what is built: cmocka may come later.
	said="$* cmocka $(pkg-config --modversion cmocka 2>/dev/null)"
	if [ ! -x configure ] || [ -n "$(find configure.ac Makefile.am \
		-name '*.a[cm]' -newer configure 2>/dev/null)" ]; then
		autoreconf -fi >/dev/null 2>"$dir.autoreconf.log" || {
			cat "$dir.autoreconf.log" >&2
			return 1
		}
	fi
	if [ ! -f "$stamp" ] || [ configure -nt "$stamp" ] ||
		[ "$said" != "$(cat "$stamp")" ]; then
		mkdir -p "$dir" || return 1
		(cd "$dir" && ../../configure -q "$@" \
			>configure.out 2>&1) || {
			tail -n 20 "$dir/configure.out" >&2
			return 1
		}
		echo "$said" >"$stamp"
	fi
}
