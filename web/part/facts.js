/* facts - pairs of what and how much: [[label, value], …]; a pair without a
 * value is left out. */
import { html } from '../lib/view.js';

export function Facts({ pairs }) {
	const told = pairs.filter(([, value]) => value !== null &&
		value !== undefined && value !== '' && value !== false);

	return html`<dl class="facts">${told.map(([label, value]) => html`
		<div key=${label}><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}
