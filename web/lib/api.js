/* api - asks furrowd: JSON in, JSON out, problems as one kind of error.
 *
 * get('orders', {state: 'offered'}) -> the answer; post('orders/12/done', {…}).
 * What goes wrong is a Problem with a status: 0 when nothing answered (no
 * network), else HTTP's; `text` is the sentence of furrowd's own (RFC 9457:
 * detail, else title), fit to be shown; `wait` the seconds after which to try
 * again, if it said so (Retry-After); `unsure`: a change that nothing answered,
 * so it may have been done or not.
 * answers() -> whether furrowd says anything at all.
 * A 401 outside of signing in tells the shell (`api.onSignedOut`).
 * Reads are tried once more when the network fails: on a 2G line it does.
 * Changes never are, for nobody knows whether the first one arrived; but for
 * one that furrowd turned away because this window's token is of an older
 * session.  If another window has signed in as the same user, the new token is
 * taken; as another, `api.onOther` is told, and nothing is done as somebody whose
 * name does not stand on the page. */

const WAIT_MS = 60000;
const AGAIN_MS = 1500;
const LOOK_MS = 20000;

export class Problem extends Error {
	constructor(status, text, more = {}) {
		super(text);
		this.status = status;
		this.text = text;
		this.more = more; /* the whole answer */
		this.wait = 0;
		this.unsure = false;
	}
}

export const api = {
	csrf: '', name: '', /* set by me.js */
	onOther: () => {},
	onSignedOut: () => {},
};

export function address(path, query = {}) {
	const pairs = new URLSearchParams();

	for (const [key, value] of Object.entries(query))
		if (value !== undefined && value !== null && value !== '')
			pairs.set(key, value);
	const words = pairs.toString();
	return `api/v1/${path}${words === '' ? '' : `?${words}`}`;
}

async function problemOf(answer) {
	const body = await answer.json().catch(() => ({}));

	return Object.assign(new Problem(answer.status,
		body.detail || body.title || body.error || '', body),
	{ wait: Number(answer.headers.get('Retry-After')) || 0 });
}

const silence = (method) => Object.assign(new Problem(0, ''),
	{ unsure: method !== 'GET' });

/* Whether this window has the token of the session now. */
async function renewed() {
	const me = await ask('GET', 'me');

	if (me.name !== api.name) {
		api.onOther();
		return false;
	}
	api.csrf = me.csrf || '';
	return true;
}

async function ask(method, path, query, body, signal, again = true) {
	const headers = { Accept: 'application/json' };
	const limit = AbortSignal.timeout(WAIT_MS);

	if (method !== 'GET')
		headers['X-CSRF-Token'] = api.csrf;
	if (body !== undefined)
		headers['Content-Type'] = 'application/json';
	let answer;
	try {
		answer = await fetch(address(path, query), {
			method,
			headers,
			credentials: 'same-origin',
			cache: 'no-store',
			redirect: 'error',
			body: body === undefined ? undefined
				: JSON.stringify(body),
			signal: signal === undefined ? limit
				: AbortSignal.any([signal, limit]),
		});
	} catch (error) {
		if (signal !== undefined && signal.aborted)
			throw error;
		throw silence(method);
	}
	if (answer.ok)
		return answer.status === 204 ? {}
			: answer.json().catch(() => ({}));
	if (answer.status === 401)
		api.onSignedOut(path);
	const problem = await problemOf(answer);

	if (problem.more.need === 'csrf' && again && await renewed())
		return ask(method, path, query, body, signal, false);
	throw problem;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export async function get(path, query = {}, signal = undefined) {
	try {
		return await ask('GET', path, query, undefined, signal);
	} catch (error) {
		if (error.status !== 0)
			throw error;
		await pause(AGAIN_MS);
		return ask('GET', path, query, undefined, signal);
	}
}

export const post = (path, body = {}) => ask('POST', path, {}, body);

/* A file as it is: imports take CSV, not JSON. */
export async function upload(path, text, type = 'text/csv') {
	const answer = await fetch(address(path), {
		method: 'POST',
		headers: { 'X-CSRF-Token': api.csrf, 'Content-Type': type },
		credentials: 'same-origin',
		body: text,
	}).catch(() => {
		throw silence('POST');
	});

	if (!answer.ok)
		throw await problemOf(answer);
	return answer.json();
}

export const answers = () => fetch('healthz', { cache: 'no-store',
	signal: AbortSignal.timeout(LOOK_MS) }).then(() => true, () => false);
