#!/bin/sh
# build.sh SOURCE OUT - puts the console together: our files as they are, and
# beside them, in OUT/vendor, the three libraries that package-lock.json pins.
# Each file that is worth it also gets a .gz, which furrowd sends to browsers
# that take it.  make calls it each time; with nothing new it only looks.
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
vendor=$out/vendor
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
		{
			echo "preact.js, hooks.js: preact"
			cat "$from/preact/LICENSE"
			echo
			echo "htm.js: htm"
			cat "$from/htm/LICENSE"
			echo
			echo "uplot.js, uplot.css: uPlot"
			cat "$from/uplot/LICENSE"
		} >"$vendor/LICENSES.txt" &&
		cp "$source/package-lock.json" "$vendor/.lock" &&
		rm -rf "$tools"
}

# Sets $1 of the source as OUT/$1, if it differs.
put() {
	mkdir -p "$out/$(dirname "$1")" || return 1
	cmp -s "$source/$1" "$out/$1" || cp "$source/$1" "$out/$1"
}

press() {
	find "$out" -type f \( -name '*.js' -o -name '*.css' -o \
		-name '*.html' -o -name '*.svg' \) | while read -r file; do
		[ "$file.gz" -nt "$file" ] || gzip -9nc "$file" >"$file.gz"
	done
}

ours() {
	(cd "$source" && find . -type f \( -name '*.js' -o -name '*.css' -o \
		-name '*.html' -o -name '*.svg' \) \
		! -path './node_modules/*' ! -name missing.html |
		sed 's|^\./||' | sort)
}

# What a newer source has no more.
sweep() {
	find "$out" -type f ! -path "$vendor/*" ! -name '.*' |
		while read -r file; do
			name=${file#"$out"/}
			[ -f "$source/${name%.gz}" ] || rm -f "$file"
		done
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
sweep
ours | while read -r name; do
	put "$name" || exit 1
done || exit 1
press
: >"$stamp"
