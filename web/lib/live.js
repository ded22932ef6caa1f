/* live - what happens, as it happens: /api/v1/events (server-sent events).
 *
 * useLive(['order', 'message'], fn): fn(kind, data) while the page is open.
 * Kinds: message, order, link, alarm, status.  fn('poll') says to look by
 * oneself: after each (re)connection, and, where furrowd answers but events do
 * not come (an old proxy between), every POLL_MS as long as the page is in
 * sight.
 * useFresh(kinds, reload): reload() soon after one of them, at most once in
 * SETTLE_MS (or `settle`, for what is dearer to ask), however many come.
 * useFreshList(kinds, list): the same for a list of useList's.
 *
 * A stream that ended is opened again, at first at once, then ever more seldom
 * (up to RETRY_MS, each window at its own moment: not all of them on a furrowd
 * that has just come back), and as soon as the network or the reader returns.
 * furrowd says something every ten seconds; a stream that is silent for
 * SILENCE_MS is dead, though nobody has told this browser (a phone that left
 * its cell).
 *
 * A browser has six connections to one furrowd, for all its windows together: a
 * window that is out of sight gives its stream back, else the seventh could ask
 * nothing at all.  In sight again it looks at what it missed. */
import { useEffect, useRef, useState } from './view.js';
import { answers, get } from './api.js';

const KINDS = ['message', 'order', 'link', 'alarm', 'status'];
const POLL_MS = 15000;
const SETTLE_MS = 1500;
const RETRY_MS = 30000;
const FIRST_MS = 1000;
const SILENCE_MS = 45000;

const listeners = new Set();
const watchers = new Set(); /* of whether it is live */
let source = null;
let poll = null;
let retry = null;
let guard = null;
let hidden = false; /* and therefore without a stream */
let tries = 0; /* since the stream was last open */
let began = 0; /* or stirred: this stream */
let heard = Date.now();
let state = 'off'; /* off, live, poll, gone: nothing answers at all */

function say(kind, data) {
	for (const listener of listeners)
		if (kind === 'poll' || listener.kinds.includes(kind))
			listener.fn(kind, data);
}

function become(next) {
	if (state === next)
		return;
	state = next;
	for (const fn of watchers)
		fn(next);
}

function startPolling() {
	become('poll');
	if (poll === null)
		poll = setInterval(() => {
			if (document.visibilityState === 'visible')
				say('poll', null);
		}, POLL_MS);
}

function stopPolling() {
	clearInterval(poll);
	poll = null;
}

function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function later() {
	const wait = Math.min(RETRY_MS, FIRST_MS * 2 ** tries);

	tries += 1;
	clearTimeout(retry);
	retry = setTimeout(open, wait * (0.5 + Math.random() / 2));
}

/* Is it only the stream, or all of furrowd?  One that ends by itself now and
 * then, as furrowd's do, is not worth a word. */
async function lost(ended) {
	if (source !== ended)
		return;
	/* Closed by the browser: there was an answer, and it was no stream.
	 * The commonest cause is a session that is over; asking tells. */
	const refused = ended.readyState === EventSource.CLOSED;

	ended.close();
	source = null;
	later();
	if (refused)
		get('me').catch(() => {});
	const there = await answers();

	/* Meanwhile it may have been stopped, or be well again. */
	if (retry === null || (state === 'live' && source !== null))
		return;
	if (there && tries > 1)
		startPolling();
	if (!there) {
		stopPolling();
		become('gone');
	}
}

function open() {
	const mine = new EventSource('api/v1/events');

	source = mine;
	began = Date.now();
	mine.onopen = () => {
		tries = 0;
		began = heard = Date.now();
		stopPolling();
		become('live');
		say('poll', null); /* what was missed meanwhile */
	};
	mine.onerror = () => lost(mine);
	for (const kind of KINDS)
		mine.addEventListener(kind, (event) => {
			began = heard = Date.now();
			say(kind, parse(event.data));
		});
}

/* At once, in place of when its turn comes. */
export function again() {
	if (source !== null || retry === null)
		return;
	clearTimeout(retry);
	tries = 0;
	open();
}

function pause() {
	clearTimeout(retry);
	retry = null;
	source?.close();
	source = null;
}

function seen() {
	const was = hidden;

	hidden = document.visibilityState === 'hidden';
	if (hidden)
		pause();
	else if (was)
		open();
	else
		look();
}

function look() {
	if (source !== null && Date.now() - began > SILENCE_MS)
		lost(source);
	else if (document.visibilityState === 'visible' && state === 'gone')
		again();
}

export function start() {
	if (guard !== null)
		return;
	guard = setInterval(() => source !== null && look(), POLL_MS);
	window.addEventListener('online', again);
	document.addEventListener('visibilitychange', seen);
	hidden = document.visibilityState === 'hidden';
	if (!hidden)
		open();
}

export function stop() {
	clearInterval(guard);
	guard = null;
	window.removeEventListener('online', again);
	document.removeEventListener('visibilitychange', seen);
	pause();
	tries = 0;
	stopPolling();
	become('off');
}

/* When furrowd last said anything. */
export const heardAt = () => heard;

export function useLive(kinds, fn) {
	const latest = useRef(fn);

	latest.current = fn;
	useEffect(() => {
		const listener = { kinds,
			fn: (kind, data) => latest.current(kind, data) };

		listeners.add(listener);
		return () => listeners.delete(listener);
	}, [kinds.join()]);
}

export function useFresh(kinds, reload, settle = SETTLE_MS) {
	const timer = useRef(null);

	useLive(kinds, () => {
		if (timer.current === null)
			timer.current = setTimeout(() => {
				timer.current = null;
				reload();
			}, settle);
	});
	useEffect(() => () => clearTimeout(timer.current), []);
}

/* A list asks for all that is loaded of it: the more, the more seldom. */
export const useFreshList = (kinds, list, wanted = true) => useFresh(kinds,
	() => wanted && list.reload(), SETTLE_MS * list.pages);

/* 'live', 'poll', 'gone' or 'off', for the sign in the frame. */
export function useLiveState() {
	const [now, setNow] = useState(state);

	useEffect(() => {
		watchers.add(setNow);
		setNow(state);
		return () => watchers.delete(setNow);
	}, []);
	return now;
}
