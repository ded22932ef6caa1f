/* focus - the keyboard never falls off the page.
 *
 * What has the focus may vanish: a list is refreshed, an act takes away its own
 * button.  Browsers then begin again at the top of the page.  Here the focus
 * goes to what took the place (the next row, the next button), else to what
 * stood around it, else to the page's title.  Nothing is scrolled for it, and
 * who has clicked beside everything is left alone.
 *
 * keepFocus(root) -> a function that ends it.  In an open dialog what vanishes
 * gives the focus to the dialog's title; what a dialog was opened from may be
 * gone when it closes, too. */

const REACHED = 'a[href], button:not(:disabled), input, select, textarea, ' +
	'summary, [tabindex]';

const nowhere = () => document.activeElement === null ||
	document.activeElement === document.body;

const alike = (element) => [...element.parentElement.children]
	.filter((one) => one.tagName === element.tagName);

/* From the element outwards, each with its place among those like it. */
function wayTo(element, root) {
	const way = [];

	for (let at = element; at !== null && at !== root;
		at = at.parentElement)
		way.push({ at, place: alike(at).indexOf(at) });
	return way;
}

/* What took the place of the outermost that is gone; else what held it. */
export function nearest(way, root) {
	const lost = way.findLastIndex(({ at }) => !at.isConnected);
	const home = way[lost + 1]?.at ?? root;
	const rest = [...home.children].filter(
		(one) => one.tagName === way[lost].at.tagName);
	const next = rest[Math.min(way[lost].place, rest.length - 1)];

	if (next === undefined)
		return home.id === 'main' ? home.querySelector('h1') ?? home
			: home;
	return next.matches(REACHED) ? next
		: next.querySelector(REACHED) ?? home;
}

function put(element) {
	if (!element.matches(REACHED)) {
		element.tabIndex = -1;
		element.addEventListener('blur',
			() => element.removeAttribute('tabindex'), { once: true });
	}
	element.focus({ preventScroll: true });
}

export function keepFocus(root) {
	let way = [];
	const look = () => {
		if (!nowhere())
			return;
		const dialog = document.querySelector('dialog[open]');

		if (dialog !== null)
			dialog.querySelector('h2')?.focus();
		else if (way.length > 0 && !way[0].at.isConnected)
			put(nearest(way, root));
	};
	const came = ({ target }) => {
		if (target.closest('dialog') === null)
			way = wayTo(target, root);
	};
	const left = ({ target }) => queueMicrotask(() => {
		if (target.isConnected && nowhere())
			way = [];
	});
	const changes = new MutationObserver(look);

	changes.observe(root, { childList: true, subtree: true });
	root.addEventListener('focusin', came);
	root.addEventListener('focusout', left);
	root.addEventListener('close', look, true);
	return () => {
		changes.disconnect();
		root.removeEventListener('focusin', came);
		root.removeEventListener('focusout', left);
		root.removeEventListener('close', look, true);
	};
}
