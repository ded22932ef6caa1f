/* when - a moment: short on the page, exact when pointed at. */
import { html } from '../lib/view.js';
import { ago, exact, moment } from '../lib/time.js';
import { none } from '../lib/format.js';

export function When({ time, relative }) {
	if (!time)
		return none;
	return html`<time dir="auto" datetime=${time} title=${exact(time)}>
		${relative ? ago(time) : moment(time)}</time>`;
}
