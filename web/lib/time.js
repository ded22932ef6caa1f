/* time - moments as people read them, in the market's time zone: an order
 * placed at nine in Siaya is shown at nine, wherever its reader sits. */
import { localeNow } from './text.js';
import { none } from './format.js';

let zone;
const made = new Map();

/* A zone that this browser does not know leaves its own. */
export function setZone(name) {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		zone = name || undefined;
	} catch {
		zone = undefined;
	}
	made.clear();
}

function formatter(options) {
	const key = localeNow() + JSON.stringify(options);

	if (!made.has(key))
		made.set(key, new Intl.DateTimeFormat(localeNow(),
			{ timeZone: zone, hourCycle: 'h23', ...options }));
	return made.get(key);
}

const CLOCK = { hour: '2-digit', minute: '2-digit' };
const DAY = { day: 'numeric', month: 'short' };

const dayKey = (when) => formatter({ year: 'numeric', month: '2-digit',
	day: '2-digit' }).format(when);

export const clock = (text) => (text ? formatter(CLOCK)
	.format(new Date(text)) : none);
export const day = (text) => (text ? formatter({ ...DAY, weekday: 'short' })
	.format(new Date(text)) : none);

/* 14:05 today, 3 May 14:05 this year, with the year before that. */
export function moment(text) {
	if (!text)
		return none;
	const when = new Date(text), now = new Date();

	if (dayKey(when) === dayKey(now))
		return clock(text);
	if (when.getFullYear() === now.getFullYear())
		return formatter({ ...DAY, ...CLOCK }).format(when);
	return formatter({ ...DAY, year: 'numeric', ...CLOCK }).format(when);
}

export const exact = (text) => (text ? formatter({ dateStyle: 'full',
	timeStyle: 'long' }).format(new Date(text)) : '');

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];

/* "5 minutes ago", "in 2 hours". */
export function ago(text, now = Date.now()) {
	if (!text)
		return none;
	const seconds = (new Date(text).getTime() - now) / 1000;
	const words = new Intl.RelativeTimeFormat(localeNow(),
		{ numeric: 'auto', style: 'short' });

	for (const [unit, size] of UNITS)
		if (Math.abs(seconds) >= size)
			return words.format(Math.round(seconds / size), unit);
	return words.format(0, 'minute');
}

/* 93784 -> "1 d 2 h"; the two largest parts. */
export function span(seconds) {
	const parts = [];
	let rest = Math.max(0, Math.round(Number(seconds)));

	for (const [name, size] of [['day', 86400], ['hour', 3600],
		['minute', 60], ['second', 1]]) {
		const n = Math.floor(rest / size);

		rest -= n * size;
		if (n > 0 || (parts.length === 0 && name === 'second'))
			parts.push(new Intl.NumberFormat(localeNow(), {
				style: 'unit', unit: name,
				unitDisplay: 'narrow' }).format(n));
	}
	return parts.slice(0, 2).join(' ');
}

/* The zone's distance from UTC at that moment. */
function offsetMs(when) {
	const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', {
		timeZone: zone, hourCycle: 'h23', year: 'numeric',
		month: 'numeric', day: 'numeric', hour: 'numeric',
		minute: 'numeric', second: 'numeric' }).formatToParts(when)
		.map((part) => [part.type, Number(part.value)]));

	return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour,
		parts.minute, parts.second) - Math.floor(when / 1000) * 1000;
}

/* "2026-11-26" of an <input type=date> -> when that day begins in the zone, as
 * the API takes it; plus so many days (1: when it ends).  '' stays ''. */
export function dayBegin(date, plus = 0) {
	const utc = Date.parse(`${date}T00:00:00Z`) + plus * 86400000;

	if (Number.isNaN(utc))
		return '';
	return new Date(utc - offsetMs(utc)).toISOString();
}

/* A day as <input type=date> wants it: n days before today, in the zone. */
export function dayInput(back = 0) {
	const when = new Date(Date.now() - back * 86400000);
	const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', {
		timeZone: zone, year: 'numeric', month: '2-digit',
		day: '2-digit' }).formatToParts(when)
		.map((part) => [part.type, part.value]));

	return `${parts.year}-${parts.month}-${parts.day}`;
}

/* "2026-11-26" -> "Thursday, 26 November 2026"; a day has no zone. */
export const longDay = (text) => new Intl.DateTimeFormat(localeNow(),
	{ dateStyle: 'full', timeZone: 'UTC' }).format(new Date(text));

/* A day, a week (by its first and last day) or a month that begins at `ms` of
 * UTC; and as short as under a chart. */
const PERIODS = { day: { dateStyle: 'medium' }, week: { dateStyle: 'medium' },
	month: { month: 'long', year: 'numeric' } };
const utc = (options) => new Intl.DateTimeFormat(localeNow(),
	{ ...options, timeZone: 'UTC' });

export const period = (ms, by) => (by === 'week'
	? utc(PERIODS.week).formatRange(ms, ms + 6 * 86400000)
	: utc(PERIODS[by]).format(ms));
export const periodShort = (ms, by) => utc(by === 'month'
	? { month: 'short', year: '2-digit' } : DAY).format(ms);
