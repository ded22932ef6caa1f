/* toast - one short sentence that an act has worked (or not), read out to
 * those who listen to the page, gone after a while.
 *
 * toast(t('orders.accepted')); toast(text, 'bad').  <Toasts/> stands once in
 * the frame; what is said just before that is there (signing in) waits for it.
 */
import { html, useEffect, useState } from '../lib/view.js';
import { t } from '../lib/text.js';

const SHOWN_MS = 6000;

let early = null;
const keep = (item) => {
	early = { ...item, at: Date.now() };
};
let show = keep;
let last = 0;

export function toast(text, kind = 'good') {
	last += 1;
	show({ id: last, text, kind });
}

export function Toasts() {
	const [list, setList] = useState([]);
	const drop = (id) => setList((old) => old.filter((x) => x.id !== id));

	useEffect(() => {
		show = (item) => {
			setList((old) => [...old.slice(-2), item]);
			setTimeout(() => drop(item.id), SHOWN_MS);
		};
		if (early !== null && Date.now() - early.at < SHOWN_MS)
			show(early);
		early = null;
		return () => {
			show = keep;
		};
	}, []);
	return html`<div class="toasts" role="status" aria-live="polite">
		${list.map((item) => html`<div key=${item.id}
			class=${`toast ${item.kind}`}>
			<span>${item.text}</span>
			<button type="button" class="plain" onClick=${() =>
				drop(item.id)} aria-label=${t('act.close')}>×</button>
		</div>`)}
	</div>`;
}
