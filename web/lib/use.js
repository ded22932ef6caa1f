/* use - what a page asks for, as hooks: one answer, or a list page by page.
 *
 * useGet(path, query) -> {data, problem, busy, reload}.  The last answer stays
 * on the screen while the next one is on its way; an answer to a question that
 * is no longer asked is dropped.  path null: nothing is asked.
 *
 * useList(path, query) -> {rows, problem, busy, first, more, next, reload,
 * pages, news, seen}.
 * The API gives a cursor, `next`; more() adds the next page behind what is
 * there.  reload() asks anew for all the pages that are there, without a sign of
 * it; `news` counts the rows that came before the first since seen().  A page may be empty and still have a next one (the server looks for
 * a rare thing in steps): then it is asked for by itself, PATIENCE times. */
import { useEffect, useRef, useState } from './view.js';
import { get } from './api.js';

const PATIENCE = 8;
const ROWS_A_PAGE = 500; /* furrowd gives no more at once */
const NO_ROWS = { rows: [], pages: 1, news: 0 };

/* reload(): run(), at once or, while a question is on its way, once that is
 * answered.  To give it up for a newer one would, where answers take longer than
 * events (2G, a busy market), show nothing for ever. */
function useAfter(run) {
	const at = useRef({ asking: false, wanted: false });
	const end = () => {
		at.current.asking = false;
	};
	const reload = () => {
		at.current.wanted = at.current.asking;
		if (!at.current.asking)
			run();
	};

	return {
		reload,
		begun: () => {
			/* In place of another, which is asked again after it. */
			at.current = { asking: true, wanted: at.current.asking };
		},
		ended: () => {
			end();
			if (at.current.wanted)
				reload();
		},
		givenUp: end,
	};
}

export function useGet(path, query = {}) {
	const key = path === null ? '' : path + JSON.stringify(query);
	const [turn, setTurn] = useState(0);
	const [state, setState] = useState({ busy: true });
	const after = useAfter(() => setTurn((n) => n + 1));

	useEffect(() => {
		if (path === null) {
			setState({ busy: false });
			return undefined;
		}
		const stop = new AbortController();
		const done = (change) => {
			if (stop.signal.aborted)
				return;
			setState(change);
			after.ended();
		};

		after.begun();
		setState((old) => ({ data: old.key === key ? old.data
			: undefined, key, busy: true }));
		get(path, query, stop.signal).then(
			(data) => done({ data, key, busy: false }),
			(problem) => done((old) =>
				({ ...old, problem, busy: false })));
		return () => {
			stop.abort();
			after.givenUp();
		};
	}, [key, turn]);
	return { ...state, reload: after.reload };
}

async function fill(path, query, cursor, cursorName, signal) {
	let rows = [], next = cursor, last;

	for (let i = 0; i < PATIENCE && rows.length === 0; i++) {
		const ask = next === undefined ? query
			: { ...query, [cursorName]: next };

		last = await get(path, ask, signal);
		rows = last.items || [];
		next = last.next;
		if (next === null || next === undefined)
			break;
	}
	return { rows, next, last };
}

/* As many rows as these pages have, in as few questions as furrowd allows, and
 * never in more than there are pages. */
async function fillTo(path, query, pages, cursorName, signal) {
	const count = query.limit * pages;
	let rows = [], got = {};

	for (let i = 0; i < pages && rows.length < count; i++) {
		got = await fill(path, { ...query,
			limit: Math.min(count - rows.length, ROWS_A_PAGE) },
		got.next, cursorName, signal);
		rows = rows.concat(got.rows);
		if (got.rows.length === 0 || got.next === null ||
		    got.next === undefined)
			break;
	}
	return { ...got, rows };
}

const keyOf = (row) => `${row.id ?? row.name}.${row.line ?? ''}`;
const placeOf = (rows, row) => (row === undefined ? -1
	: rows.findIndex((one) => keyOf(one) === keyOf(row)));

/* Rows asked for anew, before those of old that they do not reach to any more:
 * what somebody looks at does not go because something came.  One page stays
 * one page, several never grow by more than one.  news: how many stand before
 * what was the first. */
export function renewed(old, got, limit) {
	const wanted = limit * old.pages;
	const rest = old.pages === 1 ? []
		: old.rows.slice(placeOf(old.rows, got.rows.at(-1)) + 1);
	const fits = rest.length < old.rows.length &&
		got.rows.length + rest.length <= wanted + limit;
	const kept = fits ? rest : [];

	return { rows: got.rows.concat(kept),
		next: kept.length > 0 ? old.next : got.next,
		news: Math.max(0, placeOf(got.rows, old.rows[0])) };
}

/* how.cursor: the name of the parameter that takes `next` ("after"; "before"
 * where a list runs backwards).  how.limit: rows a page. */
export function useList(path, query = {}, how = {}) {
	const { cursor = 'after', limit = 50 } = how;
	const asked = { limit, ...query };
	const key = path === null ? '' : path + JSON.stringify(asked);
	const [turn, setTurn] = useState(0);
	const [state, setState] = useState({ ...NO_ROWS, busy: true, key });
	const running = useRef(null);
	const loading = useRef(false); /* a page; unlike busy never of yesterday */
	const after = useAfter(() => setTurn((n) => n + 1));

	const ask = (question, take) => {
		const stop = new AbortController();
		const done = (change) => {
			if (stop.signal.aborted)
				return;
			loading.current = false;
			setState((old) => ({ ...old, busy: false,
				problem: undefined, ...change(old) }));
			after.ended();
		};

		after.begun();
		running.current?.abort();
		running.current = stop;
		question(stop.signal).then((got) => done((old) => ({ key,
			last: got.last, ...take(old, got) })),
		(problem) => done(() => ({ problem })));
	};
	const load = (from, pages) => {
		loading.current = true;
		setState((old) => ({ ...old, busy: true, problem: undefined }));
		ask((signal) => fill(path, asked, from, cursor, signal),
			(old, got) => ({ next: got.next, pages, rows: pages > 1
				? old.rows.concat(got.rows) : got.rows }));
	};
	const renew = () => ask((signal) => fillTo(path, asked, state.pages,
		cursor, signal), (old, got) => {
		const fresh = renewed(old, got, limit);

		return { ...fresh, news: old.news + fresh.news };
	});

	useEffect(() => {
		if (path === null) {
			setState({ ...NO_ROWS, busy: false, key });
			return undefined;
		}
		if (state.key === key && state.rows.length > 0) {
			renew();
		} else {
			setState((old) => (old.key === key ? old
				: { ...NO_ROWS, busy: true, key }));
			load(undefined, 1);
		}
		return () => {
			running.current?.abort();
			after.givenUp();
		};
	}, [key, turn]);
	return {
		...state,
		first: state.busy && state.rows.length === 0,
		more: () => loading.current || load(state.next, state.pages + 1),
		reload: after.reload,
		seen: () => setState((old) => ({ ...old, news: 0 })),
	};
}

/* An act: run(fn) with its trouble kept and a second click ignored.  Its button
 * is aria-disabled meanwhile, not disabled: that would take the keyboard away
 * from it. */
export function useAct() {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState(null);
	const running = useRef(false);
	const run = async (fn) => {
		if (running.current)
			return undefined;
		running.current = true;
		setBusy(true);
		setProblem(null);
		try {
			return await fn();
		} catch (error) {
			setProblem(error);
			return undefined;
		} finally {
			running.current = false;
			setBusy(false);
		}
	};

	return { busy, problem, run, setProblem };
}
