/* live - what happens, as it happens: /api/v1/events (server-sent events).
 *
 * useLive(['order', 'message'], fn): fn(kind, data) while the page is open.
 * Kinds: message, order, link, alarm, status.  Where events do not come (an
 * old proxy between), fn('poll') is called every POLL_MS instead, as long as
 * the page is in sight.
 * useFresh(kinds, reload): reload() soon after one of them, at most once in
 * SETTLE_MS (or `settle`, for what is dearer to ask), however many come. */
import { useEffect, useRef, useState } from './view.js';

const KINDS = ['message', 'order', 'link', 'alarm', 'status'];
const POLL_MS = 15000;
const SETTLE_MS = 1500;
const RETRY_MS = 30000;

const listeners = new Set();
const watchers = new Set(); /* of whether it is live */
let source = null;
let poll = null;
let state = 'off'; /* off, live, poll */

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

function open() {
	source = new EventSource('api/v1/events');
	source.onopen = () => {
		stopPolling();
		become('live');
		say('poll', null); /* what was missed meanwhile */
	};
	source.onerror = () => {
		startPolling();
		if (source !== null &&
		    source.readyState === EventSource.CLOSED) {
			source = null; /* refused: the browser gives up */
			setTimeout(() => state === 'poll' &&
				source === null && open(), RETRY_MS);
		}
	};
	for (const kind of KINDS)
		source.addEventListener(kind,
			(event) => say(kind, parse(event.data)));
}

export function start() {
	if (source === null && poll === null)
		open();
}

export function stop() {
	if (source !== null)
		source.close();
	source = null;
	stopPolling();
	become('off');
}

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

/* 'live', 'poll' or 'off', for the sign in the frame. */
export function useLiveState() {
	const [now, setNow] = useState(state);

	useEffect(() => {
		watchers.add(setNow);
		setNow(state);
		return () => watchers.delete(setNow);
	}, []);
	return now;
}
