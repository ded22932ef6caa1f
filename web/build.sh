#!/bin/sh
# build.sh SOURCE OUT - puts the console together:
#
#   OUT/index.html  the only file that a browser asks for again each time
#   OUT/~HASH/      all that it loads: our files without their comments, and in
#                   vendor/ the four libraries that package-lock.json pins.
#                   HASH is of their contents, so they may be kept for ever:
#                   on a 2G line a second visit costs one question in place
#                   of thirty.
#   OUT/.tree/      the same before it has a name
#
# Beside each file lies a .gz, which furrowd sends to browsers that take it.
# make calls it each time; with nothing new it only looks.
#
# The libraries come by npm, once for a lock file: out of npm's own store if
# they are there, else from the registry that this machine is set up for.
# Without npm or network everything else is built all the same, OUT gets a page
# that says what is missing, and the next make tries again.
# Nothing of theirs runs here (ignore-scripts), and npm ci refuses what does
# not have the checksum of the lock file.
set -u
source=$1 out=$2
stamp=$out/.built
tree=$out/.tree
vendor=$tree/vendor
tools=$out/.npm

say() {
	echo "furrow: web: $*" >&2
}

# fetch - the libraries into $tools/node_modules.
fetch() {
	if ! command -v npm >/dev/null 2>&1; then
		say "npm is not there: the console is not built" \
			"(install npm, then make again)"
		return 1
	fi
	rm -rf "$tools"
	mkdir -p "$tools" || return 1
	cp "$source/package.json" "$source/package-lock.json" \
		"$source/.npmrc" "$tools" || return 1
	(cd "$tools" && npm ci --prefer-offline --ignore-scripts --no-audit \
		--no-fund --fetch-retries=1 --fetch-timeout=30000 \
		>npm.log 2>&1) && return 0
	sed 's/^/npm: /' "$tools/npm.log" | tail -n 4 >&2
	say "npm could not bring what package-lock.json names:" \
		"the console is not built (make tries again)"
	return 1
}

# plain FROM TO - a module without the name of a map that is not there, and that
# asks for its neighbour as a file: browsers know no packages.
plain() {
	sed -e '/^\/\/# sourceMappingURL=/d' \
		-e 's|from"preact"|from"./preact.js"|' "$1" >"$2"
}

# What a browser loads of them, and their licences.  uPlot has no small module,
# so its small script becomes one.
take() {
	from=$tools/node_modules
	rm -rf "$vendor" && mkdir -p "$vendor" &&
		plain "$from/preact/dist/preact.mjs" "$vendor/preact.js" &&
		plain "$from/preact/hooks/dist/hooks.mjs" "$vendor/hooks.js" &&
		plain "$from/htm/dist/htm.module.js" "$vendor/htm.js" &&
		{
			cat "$from/uplot/dist/uPlot.iife.min.js" &&
				echo && echo "export default uPlot;"
		} >"$vendor/uplot.js" &&
		cp "$from/uplot/dist/uPlot.min.css" "$vendor/uplot.css" &&
		plain "$from/uqr/dist/index.mjs" "$vendor/uqr.js" &&
		{
			echo "preact.js, hooks.js: preact"
			cat "$from/preact/LICENSE"
			echo
			echo "htm.js: htm"
			cat "$from/htm/LICENSE"
			echo
			echo "uplot.js, uplot.css: uPlot"
			cat "$from/uplot/LICENSE"
			echo
			echo "uqr.js: uqr"
			cat "$from/uqr/LICENSE"
		} >"$vendor/LICENSES.txt" &&
		cp "$source/package-lock.json" "$vendor/.lock" &&
		rm -rf "$tools"
}

# Our files beside vendor/, by their names.
ours() {
	(cd "$source" && find . -type f \( -name '*.js' -o -name '*.css' -o \
		-name '*.svg' \) ! -path './node_modules/*' | sed 's|^\./||')
}

# terse FILE - without the comments that begin a line: an eighth of what a 2G
# line would carry.
terse() {
	awk '/^\/\*/ { inside = 1 }
		!inside { print }
		/\*\/$/ { inside = 0 }' "$1"
}

gather() {
	find "$tree" -mindepth 1 -maxdepth 1 ! -name vendor \
		-exec rm -rf {} + || return 1
	ours | while read -r name; do
		mkdir -p "$tree/$(dirname "$name")" &&
			terse "$source/$name" >"$tree/$name" || return 1
	done
}

# index.html asks for everything below ~HASH/.
name_it() {
	hash=$(cd "$tree" && find . -type f ! -name '.*' | LC_ALL=C sort |
		xargs cat | sha256sum | cut -c 1-16)
	rm -rf "$out"/~* && cp -R "$tree" "$out/~$hash" &&
		rm -f "$out/~$hash/vendor/.lock" &&
		find "$out/~$hash" -type f ! -name '*.txt' \
			-exec gzip -9nk {} + &&
		sed -e "s|href=\"|&~$hash/|" -e "s|src=\"|&~$hash/|" \
			"$source/index.html" >"$out/index.html" &&
		gzip -9nc "$out/index.html" >"$out/index.html.gz"
}

mkdir -p "$out" || exit 1
if ! cmp -s "$source/package-lock.json" "$vendor/.lock"; then
	rm -f "$stamp"
	if ! { fetch && take; }; then
		cp "$source/missing.html" "$out/index.html"
		rm -f "$out/index.html.gz"
		exit 0
	fi
fi
[ -f "$stamp" ] && [ -z "$(find "$source" -newer "$stamp" \
	! -path '*/node_modules*' | head -n 1)" ] && exit 0
gather && name_it && : >"$stamp"
