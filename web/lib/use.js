/* use - what a page asks for, as hooks: one answer, or a list page by page.
 *
 * useGet(path, query) -> {data, problem, busy, reload}.  The last answer stays
 * on the screen while the next one is on its way; an answer to a question that
 * is no longer asked is dropped.  path null: nothing is asked.
 *
 * useList(path, query) -> {rows, problem, busy, first, more, next, reload}.
 * The API gives a cursor, `next`; more() adds the next page behind what is
 * there.  A page may be empty and still have a next one (the server looks for
 * a rare thing in steps): then it is asked for by itself, PATIENCE times. */
import { useEffect, useRef, useState } from './view.js';
import { get } from './api.js';

const PATIENCE = 8;

export function useGet(path, query = {}) {
	const key = path === null ? '' : path + JSON.stringify(query);
	const [turn, setTurn] = useState(0);
	const [state, setState] = useState({ busy: true });

	useEffect(() => {
		if (path === null) {
			setState({ busy: false });
			return undefined;
		}
		const stop = new AbortController();

		setState((old) => ({ data: old.key === key ? old.data
			: undefined, key, busy: true }));
		get(path, query, stop.signal).then(
			(data) => stop.signal.aborted ||
				setState({ data, key, busy: false }),
			(problem) => stop.signal.aborted || setState((old) =>
				({ ...old, problem, busy: false })));
		return () => stop.abort();
	}, [key, turn]);
	return { ...state, reload: () => setTurn((n) => n + 1) };
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

/* how.cursor: the name of the parameter that takes `next` ("after"; "before"
 * where a list runs backwards).  how.limit: rows a page. */
export function useList(path, query = {}, how = {}) {
	const { cursor = 'after', limit = 50 } = how;
	const asked = { limit, ...query };
	const key = path === null ? '' : path + JSON.stringify(asked);
	const [turn, setTurn] = useState(0);
	const [state, setState] = useState({ rows: [], busy: true, key });
	const running = useRef(null);

	const load = (from, keep) => {
		const stop = new AbortController();

		if (running.current !== null)
			running.current.abort();
		running.current = stop;
		setState((old) => ({ ...old, busy: true, problem: undefined }));
		fill(path, asked, from, cursor, stop.signal).then(
			(got) => stop.signal.aborted || setState((old) => ({
				rows: keep ? old.rows.concat(got.rows) : got.rows,
				next: got.next,
				last: got.last,
				key,
				busy: false,
			})),
			(problem) => stop.signal.aborted || setState((old) =>
				({ ...old, problem, busy: false })));
	};
	useEffect(() => {
		if (path === null) {
			setState({ rows: [], busy: false, key });
			return undefined;
		}
		setState((old) => (old.key === key ? old
			: { rows: [], busy: true, key }));
		load(undefined, false);
		return () => running.current && running.current.abort();
	}, [key, turn]);
	return {
		...state,
		first: state.busy && state.rows.length === 0,
		more: () => load(state.next, true),
		reload: () => setTurn((n) => n + 1),
	};
}

/* An act: run(fn) with its trouble kept and a second click ignored. */
export function useAct() {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState(null);
	const run = async (fn) => {
		if (busy)
			return undefined;
		setBusy(true);
		setProblem(null);
		try {
			return await fn();
		} catch (error) {
			setProblem(error);
			return undefined;
		} finally {
			setBusy(false);
		}
	};

	return { busy, problem, run, setProblem };
}
