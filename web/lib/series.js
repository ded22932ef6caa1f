/* series - figures made fit to be drawn; shows nothing, asks nothing.
 *
 * filled(names, by) -> every day, week (2026-W48) or month (2026-11) from the
 * first to the last of them: a day on which nothing was sold is a point at 0,
 * not a day that never was.  MOST at most; what is no such name, or more than
 * that, comes back as it was, in order.
 *
 * ranked(sums, most) -> {rows: [[name, value], …], count, value}: a Map of
 * name -> value, largest first; beyond `most`, how many others there are and
 * their sum (count 0: none).  One other alone stands by itself. */

const DAY_MS = 86400000;
const MOST = 1500;

/* Monday of an ISO week: the first week is that of 4 January. */
function monday(year, week) {
	const fourth = new Date(Date.UTC(year, 0, 4));
	const first = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;

	return first + (week - 1) * 7 * DAY_MS;
}

/* When a day, week or month begins, in ms of UTC; NaN: it is none. */
export function begins(name, by) {
	const [year, part] = name.split(/-W?/).map(Number);

	if (by === 'week')
		return monday(year, part);
	return Date.parse(by === 'month' ? `${name}-01` : name);
}

function weekName(ms) {
	const thursday = new Date(ms + 3 * DAY_MS);
	const year = thursday.getUTCFullYear();
	const week = 1 + Math.round((ms - monday(year, 1)) / (7 * DAY_MS));

	return `${year}-W${String(week).padStart(2, '0')}`;
}

const NAMES = {
	day: (ms) => new Date(ms).toISOString().slice(0, 10),
	week: weekName,
	month: (ms) => new Date(ms).toISOString().slice(0, 7),
};

function next(ms, by) {
	const when = new Date(ms);

	if (by === 'month')
		return when.setUTCMonth(when.getUTCMonth() + 1);
	return ms + (by === 'week' ? 7 : 1) * DAY_MS;
}

export function filled(names, by) {
	const sorted = [...names].sort();
	const made = [];
	const last = begins(sorted[sorted.length - 1] ?? '', by);
	let ms = begins(sorted[0] ?? '', by);

	for (; ms <= last && made.length < MOST; ms = next(ms, by))
		made.push(NAMES[by](ms));
	return ms > last ? made : sorted;
}

export function ranked(sums, most) {
	const rows = [...sums].sort((a, b) => b[1] - a[1]);
	const shown = rows.length <= most + 1 ? rows : rows.slice(0, most);
	const others = rows.slice(shown.length);

	return { rows: shown, count: others.length,
		value: others.reduce((n, [, value]) => n + value, 0) };
}
