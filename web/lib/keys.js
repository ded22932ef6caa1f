/* keys - everything by keyboard: one key, or g and then one.
 *
 * bind({'/': fn, '?': fn, 'g o': fn}) -> a function that takes it back.  Keys
 * pressed while typing in a field, or with Ctrl, Alt or Meta, are not ours. */

const CHORD_MS = 1500;

function typing(target) {
	return target instanceof HTMLElement && (target.isContentEditable ||
		['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

export function bind(table) {
	let first = '', until = 0;
	const pressed = (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey ||
		    typing(event.target) ||
		    document.querySelector('dialog[open]') !== null)
			return;
		const key = event.timeStamp < until ? `${first} ${event.key}`
			: event.key;
		const chord = Object.keys(table).some(
			(name) => name.startsWith(`${key} `));

		until = chord ? event.timeStamp + CHORD_MS : 0;
		first = key;
		if (table[key] === undefined)
			return;
		event.preventDefault();
		table[key]();
	};

	document.addEventListener('keydown', pressed);
	return () => document.removeEventListener('keydown', pressed);
}
