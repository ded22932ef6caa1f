/* route - the address bar: #/orders/12?state=offered.
 *
 * What a page shows stands in the address, so that it can be sent to a
 * colleague, kept as a bookmark, and gone back from.
 *
 * read() -> {name: 'orders', id: '12', query: {state: 'offered'}}.  id is all
 * behind the name; '' when there is none. */
import { useEffect, useState } from './view.js';

export function read(hash = window.location.hash) {
	const [path, words = ''] = hash.replace(/^#\/?/, '').split('?');
	const [name, ...rest] = path.split('/');
	const query = Object.fromEntries(new URLSearchParams(words));
	let id = rest.join('/');

	try {
		id = decodeURIComponent(id);
	} catch {
		/* A bad escape stays as it was typed. */
	}
	return { name: name || 'overview', id, query };
}

export function link(name, id = '', query = {}) {
	const pairs = new URLSearchParams();

	for (const [key, value] of Object.entries(query))
		if (value !== undefined && value !== null && value !== '')
			pairs.set(key, value);
	const words = pairs.toString();
	const tail = id === '' ? '' : `/${encodeURIComponent(id)}`;
	return `#/${name}${tail}${words === '' ? '' : `?${words}`}`;
}

export function go(name, id = '', query = {}) {
	window.location.hash = link(name, id, query);
}

/* Changes some of the query; `undefined` or '' takes one out.  In place: a
 * filter that is typed makes no trail of steps to go back through. */
export function setQuery(changes) {
	const now = read();

	window.history.replaceState(null, '',
		link(now.name, now.id, { ...now.query, ...changes }));
	window.dispatchEvent(new Event('hashchange'));
}

export function useRoute() {
	const [route, setRoute] = useState(read());

	useEffect(() => {
		const changed = () => setRoute(read());

		window.addEventListener('hashchange', changed);
		return () => window.removeEventListener('hashchange', changed);
	}, []);
	return route;
}
